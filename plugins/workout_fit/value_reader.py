"""Raw numbers of a step → durations, and what ends a repeat; what the model lacks becomes words."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final, NamedTuple

from workout_core import (
    Distance,
    Duration,
    HeartRateAbove,
    HeartRateBelow,
    LapButton,
    PowerAbove,
    PowerBelow,
    Time,
    Until,
    gettext,
    gettext_noop,
    quoted,
)
from workout_fit.message_reader import FitMessage
from workout_fit.profile_table import WORKOUT_STEP_DURATION
from workout_fit.round_numbers import round_metres
from workout_fit.values import (
    BPM_OFFSET,
    DURATIONS,
    LIMITS,
    PER_SECOND,
    WATTS_OFFSET,
)

_HOW: Final = WORKOUT_STEP_DURATION
_HOW_WORDS: Final = MappingProxyType({number: name.replace("_", " ") for name, number in _HOW.items()})
KINDS: Final[MappingProxyType[int, type]] = MappingProxyType(
    {number: kind for kind, (number, _) in DURATIONS.items()}
    | {_HOW["time_only"]: Time}
    | {_HOW[f"power_{over}_less_than"]: PowerBelow for over in ("3s", "10s", "30s", "lap")}
    | {_HOW[f"power_{over}_greater_than"]: PowerAbove for over in ("3s", "10s", "30s", "lap")}
)
"""What a duration is, by the number of its type."""
UNTILS: Final[MappingProxyType[int, type]] = MappingProxyType(
    {number: kind for kind, number in LIMITS.items()}
)
OFFSETS: Final[MappingProxyType[type, tuple[int, str]]] = MappingProxyType(
    {
        HeartRateAbove: (BPM_OFFSET, gettext_noop("until above {share} % of the maximum heart rate")),
        HeartRateBelow: (BPM_OFFSET, gettext_noop("until below {share} % of the maximum heart rate")),
        PowerAbove: (WATTS_OFFSET, gettext_noop("until above {share} % of FTP")),
        PowerBelow: (WATTS_OFFSET, gettext_noop("until below {share} % of FTP")),
    }
)
"""What is added to an absolute number, and what is said of a number that is not above it."""


class ReadDuration(NamedTuple):
    """How long, and what could not be held.

    Attributes:
        duration: until the lap button, where the model has nothing for it.
        words: what the athlete has to know instead.
        lost: the kind and what became of it, to be told.
        is_like: a kind that is read as a similar one, to be told once for all steps.
    """

    duration: Duration
    words: str = ""
    lost: str = ""
    is_like: str = ""


def read_duration(row: FitMessage) -> ReadDuration:
    """Return how long the step of *row* lasts.

    Raises:
        InvalidWorkout: the number is out of bounds.
    """
    number, raw = row.number("duration_type"), row.number("duration_value")
    if number is None or number == _HOW["open"]:
        return ReadDuration(LapButton())
    kind = KINDS.get(number)
    called = _HOW_WORDS.get(number) or gettext("duration of the type {number}", number=number)
    if kind is None:
        words = f"{called} {raw}" if raw is not None else called
        return ReadDuration(LapButton(), words, _until_lap(words))
    if not raw:
        told = gettext("{what} without a number becomes the lap button", what=quoted(called))
        return ReadDuration(LapButton(), "", told)
    found: Duration | str = _amount(kind, raw)
    if isinstance(found, str):
        return ReadDuration(LapButton(), found, _until_lap(found))
    is_same = DURATIONS[kind][0] == number
    return ReadDuration(found, is_like="" if is_same else called)


def _until_lap(words: str) -> str:
    return gettext("{what} becomes the lap button", what=quoted(words))


def read_until(row: FitMessage) -> Until | str:
    """Return what ends the repeat of *row*, or in words what the model lacks.

    Raises:
        InvalidWorkout: the number is out of bounds.
    """
    number, raw = row.number("duration_type"), row.number("target_value")
    kind = UNTILS.get(-1 if number is None else number)
    if kind is None or not raw:
        called = _HOW_WORDS.get(number or 0, "repeat")
        return called if raw is None else f"{called} {raw}"
    until: Until | str = _amount(kind, raw)
    return until


def is_repeat(row: FitMessage) -> bool:
    """Tell whether *row* leads back to a step, and is none itself."""
    return _HOW_WORDS.get(row.number("duration_type") or 0, "").startswith("repeat ")


def _amount(kind: type, raw: int) -> Any:
    """Return what *kind* is of *raw*, or a share of the athlete's own number in words."""
    if kind in OFFSETS:
        offset, of_a_share = OFFSETS[kind]
        return kind(raw - offset) if raw > offset else gettext(of_a_share, share=raw)
    if kind is Time:
        return Time(raw / PER_SECOND)
    if kind is Distance:
        return Distance(round_metres(raw))
    return kind(raw)
