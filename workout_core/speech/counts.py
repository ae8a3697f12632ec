"""Which pass of a repeat it is, in words: ``Set two of three``, ``One more after this``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from workout_core.languages import pgettext, pgettext_noop
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
_LAST: Final = MappingProxyType(
    {
        "": pgettext_noop("spoken", "Last one."),
        "set": pgettext_noop("spoken", "Last set."),
        "round": pgettext_noop("spoken", "Last round."),
    }
)
"""By what the passes are called, as in all that follows."""
_THE_LAST: Final = MappingProxyType(
    {
        "": pgettext_noop("spoken", "The last one."),
        "set": pgettext_noop("spoken", "The last set."),
        "round": pgettext_noop("spoken", "The last round."),
    }
)
_NUMBERED: Final = MappingProxyType(
    {
        "": "{n}",
        "set": pgettext_noop("spoken", "set {n}"),
        "round": pgettext_noop("spoken", "round {n}"),
    }
)
_NUMBERED_OF: Final = MappingProxyType(
    {
        "": pgettext_noop("spoken", "{n} of {times}"),
        "set": pgettext_noop("spoken", "set {n} of {times}"),
        "round": pgettext_noop("spoken", "round {n} of {times}"),
    }
)
_ALL: Final = MappingProxyType(
    {
        "": pgettext_noop("spoken", "All {n} done."),
        "set": pgettext_noop("spoken", "All {n} sets done."),
        "round": pgettext_noop("spoken", "All {n} rounds done."),
    }
)
_ONE_MORE: Final = MappingProxyType(
    {
        "": pgettext_noop("spoken", "One more after this."),
        "set": pgettext_noop("spoken", "One more set after this."),
        "round": pgettext_noop("spoken", "One more round after this."),
    }
)
_HALF: Final = MappingProxyType(
    {
        "": pgettext_noop("spoken", "{n} done, {n} to go"),
        "set": pgettext_noop("spoken", "{n} sets done, {n} to go"),
        "round": pgettext_noop("spoken", "{n} rounds done, {n} to go"),
    }
)


def count_words(moment: Moment) -> str:
    """Return which passes begin with *moment*: ``Set two of three. One of four.``; nothing if none does.

    Of more than ten passes only the first, each fifth, the last but one and the last are said.
    """
    return " ".join(map(_count, _counted(moment)))


def next_words(moment: Moment) -> str:
    """Return the same as it is said before: ``The last one.``."""
    begun = _counted(moment)
    before = [_said(_THE_LAST, each) if each.is_last else _count(each) for each in begun[:1]]
    return " ".join((*before, *map(_count, begun[1:])))


def _counted(moment: Moment) -> list[Pass]:
    announces_all = isinstance(moment.item, Repeat) and not moment.is_again
    return [] if announces_all else [each for each in moment.begun if _is_said(each)]


def _is_said(each: Pass) -> bool:
    is_one_of_few = each.times <= MANY
    return is_one_of_few or each.number == 1 or not each.number % EACH or each.number >= each.times - 1


def _count(each: Pass) -> str:
    if each.is_last:
        return _said(_LAST, each)
    n, times = whole_words(each.number), whole_words(each.times)
    if not each.times:
        return sentence(_said(_NUMBERED, each, n=n))
    return sentence(_said(_NUMBERED_OF, each, n=n, times=times))


def done_words(moment: Moment) -> str:
    """Return how many passes are done and left, where that is good to hear; else nothing."""
    done = moment.closes
    if done is None or not done.times:
        return ""
    left = done.times - done.number
    if not left:
        is_much = done.times >= FEWEST_DONE
        return _said(_ALL, done, n=whole_words(done.times)) if is_much else ""
    if left == 1:
        return _said(_ONE_MORE, done)
    if left != done.number or done.times < FEWEST_HALVED:
        return ""
    return sentence(_said(_HALF, done, n=whole_words(left)))


def _said(table: Mapping[str, str], each: Pass, **values: object) -> str:
    return pgettext("spoken", table[each.called], **values)
