"""What is done between sets and rounds: ``rest 90s``, ``90s rest``, ``walk back``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeVar

from workout_core.analysis.minutes import Told, asked
from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.duration import Distance, Duration, Time
from workout_core.model.workout import Intensity, Step
from workout_core.notation import grammar
from workout_core.notation.layout import Part
from workout_core.notation.ranges import read_range
from workout_core.notation.suggestions import DID_YOU_MEAN, Correction, Hint, NotationError
from workout_core.patterns import lazy_pattern
from workout_core.units import CLOCK, HOURS_MINUTES, NUMBER, PLAIN_METRES, SPAN, ask_for_minutes

LONGEST_WALK: Final = (300.0, 500.0)
"""Seconds and metres; a longer walk or jog hardly belongs between sets."""
_WORD: Final = r"rest|walk|jog|recovery|recover"
_AFTER: Final = lazy_pattern(
    rf"(?P<word>{_WORD})\b\s*:?\s*(?:(?P<back>back)\b\s*)?(?P<amount>.*)", re.IGNORECASE
)
_BEFORE: Final = lazy_pattern(
    rf"(?P<amount>[0-9][^@\"]*?)(?<!\s)\s+(?P<word>{_WORD})(?P<back>)", re.IGNORECASE
)
_RESTS: Final = gettext_noop("like '90s', '2:30' or 'lap'")
_BETWEEN: Final = lazy_pattern(
    r"(?<!\s)\s+(?:between(?:\s+(?:the\s+)?(?:sets|rounds))?|after\s+(?:each|every)(?:\s+(?:set|round))?)$",
    re.IGNORECASE,
)
_TIME: Final = lazy_pattern(rf"{SPAN}|{CLOCK}|{HOURS_MINUTES}", re.IGNORECASE)
_ZERO: Final = lazy_pattern(r"0+(?:[:.]0+)*\s*(?:s|sec|min|h)?")
_Value = TypeVar("_Value")


def placed(offset: int, read: Callable[[], _Value]) -> _Value:
    """Return what *read* does; what the model refuses is wrong at *offset*."""
    try:
        return read()
    except InvalidWorkout as error:
        raise NotationError(str(error), offset) from None


def is_rest(words: str) -> bool:
    """Tell whether *words* say what is done between sets."""
    return (_AFTER.match(words) or _BEFORE.fullmatch(words)) is not None


def is_way_back(words: str) -> bool:
    """Tell whether *words* say that one goes back."""
    found = _AFTER.match(words)
    return found is not None and bool(found["back"])


def is_time(words: str) -> bool:
    """Tell whether *words* are a time and nothing else."""
    return _TIME.fullmatch(words) is not None


def read_rest(part: Part, duration: Duration | None = None) -> Step | None:
    """Return what *part* says is done between sets, if it does: a rest, a walk, a jog, the way back.

    Args:
        part: ``rest 90s``, ``90s rest``, ``walk back``.
        duration: of the set before it, for the way back.

    Raises:
        NotationError: it does not say how long.
    """
    found = _AFTER.match(part.text) or _BEFORE.fullmatch(part.text)
    if not found:
        return None
    word = found["word"].casefold()
    amount = Part(_BETWEEN.sub("", found["amount"]), part.offset + found.start("amount"))
    if found["back"]:
        return _back(word, amount, part, duration)
    if not amount.text:
        raise NotationError(
            gettext("how long? (like '{word} 90s', or '{word} lap' for the lap button)", word=word),
            part.offset,
        )
    if _ZERO.fullmatch(amount.text):
        raise NotationError(
            gettext("{text} is none at all (leave it out)", text=repr(part.text)), part.offset
        )
    role = Intensity.REST if word == "recovery" else grammar.ROLES[word]
    rest = Step(duration=read_amount(amount), intensity=role)
    before = [Told(Step(duration=duration))] if duration else []
    if asked([*before, Told(rest, is_plain(amount), repeated=True)]):
        raise NotationError(ask_for_minutes(amount.text), amount.offset)
    if duration is not None:
        _question(rest, part)
    return rest


def _back(word: str, amount: Part, part: Part, duration: Duration | None) -> Step:
    if word == "rest" or amount.text or not isinstance(duration, Distance):
        raise NotationError(
            gettext(
                "'{word} back' goes back over the distance of a set, and says no more (like "
                "'A-skip 2x20m, walk back')",
                word=word,
            ),
            part.offset,
        )
    return Step(duration=duration, intensity=grammar.ROLES[word])


def is_long_way(rest: Step) -> bool:
    """Tell whether *rest* is a walk or a jog that is hardly done after every set."""
    seconds, metres = LONGEST_WALK
    is_long = (isinstance(rest.duration, Time) and rest.duration.seconds > seconds) or (
        isinstance(rest.duration, Distance) and rest.duration.metres > metres
    )
    return is_long and rest.intensity is not Intensity.REST


def _question(rest: Step, part: Part) -> None:
    if is_long_way(rest):
        raise NotationError(
            gettext(
                "is {text} after every set? (if so, it stands in the brackets of a block, like "
                "'3x(Plank 40s, jog lap)'; if not, begin a new line)",
                text=shown(part.text),
            ),
            part.offset,
        )


def read_amount(part: Part) -> Duration:
    """Read a duration that is all there is of *part*.

    Raises:
        NotationError: it is none.
    """
    for form in grammar.DURATIONS:
        if found := form.pattern.fullmatch(part.text):
            duration: Duration = placed(part.offset, lambda form=form, found=found: form.read(found))  # type: ignore[misc]
            return duration
    made = placed(part.offset, lambda: read_range(part))
    if made and made[0].end() == len(part.text):
        return made[1]
    hint: Hint | str = gettext(_RESTS)
    if re.fullmatch(NUMBER, part.text):
        corrections = tuple(Correction.of(part, f"{part.text}{unit}") for unit in ("s", "min"))
        hint = Hint(DID_YOU_MEAN, corrections, otherwise=gettext(_RESTS))
    raise NotationError(gettext("{text} is not a duration", text=shown(part.text)), part.offset, hint)


def is_plain(part: Part) -> bool:
    """Tell whether *part* is a number and the letter m, which may mean minutes."""
    return PLAIN_METRES.fullmatch(part.text) is not None
