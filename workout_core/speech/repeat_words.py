"""A repeat that is announced as a whole, as it is said aloud: ``Every two minutes, eight times``."""

from __future__ import annotations

from typing import Final

from workout_core.languages import pgettext
from workout_core.model.duration import Distance, Time
from workout_core.model.sets import is_of_exercises
from workout_core.model.workout import Repeat
from workout_core.phrases.amounts import say_duration, say_passes
from workout_core.speech.aloud import aloud
from workout_core.units import Units, say_time

_MINUTE: Final = 60.0


def repeat_words(repeat: Repeat, units: Units) -> str:
    """Return how often, until what, or by which clock."""
    often = aloud(say_passes(repeat))
    if isinstance(repeat.until, Time) and is_of_exercises(repeat):
        within = aloud(say_time(repeat.until.seconds))
        return pgettext("spoken", "As many rounds as possible in {time}", time=within)
    if repeat.cap is not None:
        cap = aloud(say_time(repeat.cap))
        if _is_once(repeat):
            return pgettext("spoken", "For time, cap {time}", time=cap)
        return pgettext("spoken", "{often} rounds for time, cap {time}", often=often, time=cap)
    if repeat.every is not None:
        clock = _clock(repeat.every)
        return (
            clock
            if _is_once(repeat)
            else pgettext("spoken", "{clock}, {often} times", clock=clock, often=often)
        )
    if repeat.until is not None:
        limit = aloud(say_duration(repeat.until, units))
        if isinstance(repeat.until, (Time, Distance)):
            return pgettext("spoken", "Repeat for {long}", long=limit)
        return pgettext("spoken", "Repeat {until}", until=limit)
    if _is_once(repeat):
        head = pgettext("spoken", "Once")
    else:
        head = pgettext("spoken", "{often} times", often=often)
    return pgettext("spoken", "{often}, without the last rest", often=head) if repeat.skip_last_rest else head


def _is_once(repeat: Repeat) -> bool:
    return repeat.times == 1 and repeat.most is None


def _clock(seconds: float) -> str:
    if seconds == _MINUTE:
        return pgettext("spoken", "Every minute")
    return pgettext("spoken", "Every {time}", time=aloud(say_time(seconds)))
