"""Which pass of a repeat it is, in words: ``Set two of three``, ``One more after this``."""

from __future__ import annotations

from typing import Final

from workout_core.model.workout import Repeat
from workout_core.speech.aloud import sentence
from workout_core.speech.timeline import Moment, Pass
from workout_core.units.number_words import whole_words

MANY: Final = 10
"""Passes from which on not all of them are counted."""
EACH: Final = 5
"""Of many passes, every so manieth is."""
FEWEST_HALVED: Final = 4
FEWEST_DONE: Final = 3


def count_words(moment: Moment) -> str:
    """Return which passes begin with *moment*: ``Set two of three. One of four.``; nothing if none does.

    Of more than ten passes only the first, each fifth, the last but one and the last are said.
    """
    announces_all = isinstance(moment.item, Repeat) and not moment.is_again
    return "" if announces_all else " ".join(_count(each) for each in moment.begun if _is_said(each))


def next_words(moment: Moment) -> str:
    """Return the same as it is said before: ``The last one.``."""
    said = count_words(moment)
    return f"The l{said[1:]}" if said.startswith("Last") else said


def _is_said(each: Pass) -> bool:
    is_one_of_few = each.times <= MANY
    return is_one_of_few or each.number == 1 or not each.number % EACH or each.number >= each.times - 1


def _count(each: Pass) -> str:
    if each.is_last:
        return f"Last {each.called or 'one'}."
    of = f" of {whole_words(each.times)}" if each.times else ""
    return sentence(f"{each.called} {whole_words(each.number)}{of}".strip())


def done_words(moment: Moment) -> str:
    """Return how many passes are done and left, where that is good to hear; else nothing."""
    done = moment.closes
    if done is None or not done.times:
        return ""
    left, one = done.times - done.number, f" {done.called}".rstrip()
    several = f"{one}s" if one else ""
    if not left:
        return f"All {whole_words(done.times)}{several} done." if done.times >= FEWEST_DONE else ""
    if left == 1:
        return f"One more{one} after this."
    is_half = left == done.number and done.times >= FEWEST_HALVED
    return sentence(f"{whole_words(left)}{several} done, {whole_words(left)} to go") if is_half else ""
