"""Raw numbers of a step → what to hold; what the model lacks becomes words, and is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core import (
    InvalidWorkout,
    Quantity,
    Range,
    Reference,
    Sport,
    Stroke,
    Target,
    Zone,
    gettext,
    gettext_noop,
    pgettext,
    pgettext_noop,
    quoted,
)
from workout_fit.message_reader import FitMessage
from workout_fit.profile_table import SWIM_STROKE as STROKE_NUMBERS
from workout_fit.profile_table import WORKOUT_STEP_TARGET
from workout_fit.round_numbers import Speeds
from workout_fit.sports import ANY_STROKE, STROKES
from workout_fit.values import BPM_OFFSET, OPEN_TARGET, SWIM_STROKE, WATTS_OFFSET

_KIND: Final = WORKOUT_STEP_TARGET
_KIND_WORDS: Final = MappingProxyType({number: name.replace("_", " ") for name, number in _KIND.items()})
QUANTITIES: Final = MappingProxyType(
    {
        _KIND["speed"]: Quantity.SPEED,
        _KIND["speed_lap"]: Quantity.SPEED,
        _KIND["heart_rate"]: Quantity.HEART_RATE,
        _KIND["heart_rate_lap"]: Quantity.HEART_RATE,
        _KIND["cadence"]: Quantity.CADENCE,
        **{_KIND[f"power{over}"]: Quantity.POWER for over in ("", "_3s", "_10s", "_30s", "_lap")},
    }
)
_AVERAGES: Final = ("_3s", "_10s", "_30s", "_lap")
_SHARES: Final = MappingProxyType(
    {
        Quantity.HEART_RATE: (BPM_OFFSET, Reference.MAX_HEART_RATE),
        Quantity.POWER: (WATTS_OFFSET, Reference.FTP),
    }
)
"""The number above which there is no share, which is added to what is absolute; and what shares are of."""
_READ_STROKES: Final = MappingProxyType({number: stroke for stroke, number in STROKES.items()})
_MEDLEYS: Final = MappingProxyType(
    {
        STROKE_NUMBERS["im_by_round"]: gettext_noop("individual medley by round"),
        STROKE_NUMBERS["rimo"]: gettext_noop("reverse individual medley order"),
    }
)
LEAST_BPM: Final = 30
MOST_STEPS: Final = 280
"""A minute; whoever writes more has written the steps of both feet, and not the profile's revolutions."""


class Raw(NamedTuple):
    """What is on the wire of a target."""

    kind: int
    zone: int
    low: int | None
    high: int | None


class ReadTarget(NamedTuple):
    """What to hold, and what could not be.

    Attributes:
        target: what the model has for it, if anything.
        stroke: how to swim, which is a target of FIT.
        words: what the athlete has to know instead.
        lost: what became of it, to be told.
        is_like: a kind that is read as a similar one, to be told once for all steps.
        doubt: what is probably a mistake.
    """

    target: Target | None = None
    stroke: Stroke | None = None
    words: str = ""
    lost: str = ""
    is_like: str = ""
    doubt: str = ""


def read_target(row: FitMessage, speeds: Speeds, prefix: str = "") -> ReadTarget:
    """Return what the step of *row* holds; *prefix* is that of the fields of its second target."""
    kind = row.number(f"{prefix}target_type")
    if kind is None or kind == OPEN_TARGET[0]:
        return ReadTarget()
    raw = _raw(row, kind, prefix)
    if kind == SWIM_STROKE:
        return _stroke(row.number(f"{prefix}target_value"))
    quantity = QUANTITIES.get(kind)
    if quantity is None:
        called = _KIND_WORDS.get(kind) or gettext("target of the type {number}", number=kind)
        return _in_words(f"{called} {_numbers(raw)}".strip())
    called = _KIND_WORDS[kind]
    is_average = kind in {_KIND[name] for name in _KIND if name.endswith(_AVERAGES)}
    found = _zone(quantity, raw.zone) if raw.zone else _range(quantity, raw, speeds)
    return found._replace(is_like=called) if is_average and found.target else found


def speeds_of(rows: Iterable[FitMessage], sport: Sport) -> Speeds:
    """Return how speeds are measured in the workout of *rows*."""
    targets = (
        _raw(row, kind, prefix)
        for row in rows
        for prefix in ("", "secondary_")
        if (kind := row.number(f"{prefix}target_type")) is not None and QUANTITIES.get(kind) is Quantity.SPEED
    )
    ends = [end for each in targets if not each.zone for end in (each.low, each.high) if end]
    return Speeds.of(ends, sport)


def _raw(row: FitMessage, kind: int, prefix: str) -> Raw:
    return Raw(
        kind,
        row.number(f"{prefix}target_value") or 0,
        row.number(f"{prefix}custom_target_value_low"),
        row.number(f"{prefix}custom_target_value_high"),
    )


def _stroke(number: int | None) -> ReadTarget:
    if number is None or number == ANY_STROKE:
        return ReadTarget()
    if number in _READ_STROKES:
        return ReadTarget(stroke=_READ_STROKES[number])
    if number in _MEDLEYS:
        words = gettext(_MEDLEYS[number])
        told = gettext("{what} becomes a medley, and words", what=quoted(words))
        return ReadTarget(stroke=Stroke.MEDLEY, words=words, lost=told)
    return _in_words(gettext("stroke number {number}", number=number))


def _in_words(words: str) -> ReadTarget:
    return ReadTarget(words=words, lost=gettext("{what} is told in words", what=quoted(words)))


def _numbers(raw: Raw) -> str:
    if raw.zone:
        return f"{raw.zone}"
    ends = list(dict.fromkeys(each for each in (raw.low, raw.high) if each is not None))
    if len(ends) > 1:
        return gettext("{low} to {high}", low=ends[0], high=ends[1])
    return "".join(map(str, ends))


def _zone(quantity: Quantity, number: int) -> ReadTarget:
    try:
        return ReadTarget(Target(quantity, Zone(number)))
    except InvalidWorkout:
        return _in_words(gettext("{quantity} zone {number}", quantity=_said(quantity), number=number))


def _range(quantity: Quantity, raw: Raw, speeds: Speeds) -> ReadTarget:
    """Return the range from the low to the high end; one that is given alone is both."""
    ends = [each for each in (raw.low, raw.high) if each is not None]
    if not any(ends):
        kind = quoted(_KIND_WORDS[raw.kind])
        return ReadTarget(lost=gettext("{what} has neither a zone nor a range, and is left out", what=kind))
    low, high = min(ends), max(ends)
    doubt = ""
    if ends != sorted(ends):
        doubt = gettext(
            "the low end {low} is above the high end {high}, and they are read the other way round",
            low=ends[0],
            high=ends[1],
        )
    found = _READERS.get(quantity, _absolute)(quantity, low, high, speeds)
    return found._replace(doubt=doubt or found.doubt)


def _absolute(quantity: Quantity, low: int, high: int, _speeds: Speeds) -> ReadTarget:
    """Return a range of numbers that are absolute, or shares of the athlete's, by their offset."""
    offset, of = _SHARES[quantity]
    if high <= offset:
        return _made(quantity, low / 100, high / 100, of)
    if 0 < low < offset:
        said = gettext(
            "{quantity} from {low} % to {high} {unit}",
            quantity=_said(quantity),
            low=low,
            high=high - offset,
            unit=gettext(_UNITS[quantity]),
        )
        return _in_words(said)
    return _made(quantity, max(low - offset, 0), high - offset, None)


def _heart_rate(quantity: Quantity, low: int, high: int, speeds: Speeds) -> ReadTarget:
    if BPM_OFFSET < low < BPM_OFFSET + LEAST_BPM:
        # 20 bpm is nobody's heart rate: 120 was written without the 100 that the profile adds
        doubt = gettext(
            "{low} to {high} is read as beats a minute ({written_low} to {written_high} is)",
            low=low,
            high=high,
            written_low=BPM_OFFSET + low,
            written_high=BPM_OFFSET + high,
        )
        return _made(quantity, low, high, None)._replace(doubt=doubt)
    return _absolute(quantity, low, high, speeds)


def _speed(quantity: Quantity, low: int, high: int, speeds: Speeds) -> ReadTarget:
    slow, fast = speeds.round(low or high, high)
    return _made(quantity, slow if low else 0, fast, None)


def _cadence(quantity: Quantity, low: int, high: int, speeds: Speeds) -> ReadTarget:
    """Return a cadence: on foot, revolutions of one leg are steps of both, but for more than anybody does."""
    legs = 2 if speeds.sport.counts_steps(2 * high) and 2 * high <= MOST_STEPS else 1
    return _made(quantity, legs * low, legs * high, None)


_READERS: Final[MappingProxyType[Quantity, Callable[[Quantity, int, int, Speeds], ReadTarget]]] = (
    MappingProxyType({Quantity.SPEED: _speed, Quantity.HEART_RATE: _heart_rate, Quantity.CADENCE: _cadence})
)


def _made(quantity: Quantity, low: float, high: float, of: Reference | None) -> ReadTarget:
    """Return a range, or in words what is out of bounds; one from 0 begins with the least that there is.

    Of a heart rate or a power, that is how the model says *under*.
    """
    unit, scale = gettext(_UNITS[quantity] if of is None else _SHARES_OF[of]), 1 if of is None else 100
    words = gettext("{low} to {high} {unit}", low=_number(scale * low), high=_number(scale * high), unit=unit)
    least = _LEAST[quantity if of is None else of]
    try:
        target = Target(quantity, Range(low or min(least, high), high, of))
    except InvalidWorkout:
        return _in_words(f"{_said(quantity)} {words}")
    if low or quantity in _SHARES:
        return ReadTarget(target)
    told = gettext("{what} begins with {least}", what=quoted(words), least=_number(scale * least))
    return ReadTarget(target, lost=told)


def _number(number: float) -> str:
    return f"{number:g}".replace(".", pgettext("before the tenths of a number", "."))


def _said(quantity: Quantity) -> str:
    return pgettext("what to hold", _QUANTITY_WORDS[quantity])


_QUANTITY_WORDS: Final = MappingProxyType(
    {
        Quantity.SPEED: pgettext_noop("what to hold", "speed"),
        Quantity.HEART_RATE: pgettext_noop("what to hold", "heart rate"),
        Quantity.POWER: pgettext_noop("what to hold", "power"),
        Quantity.CADENCE: pgettext_noop("what to hold", "cadence"),
    }
)


_UNITS: Final = MappingProxyType(
    {
        Quantity.SPEED: "m/s",
        Quantity.HEART_RATE: "bpm",
        Quantity.POWER: "W",
        Quantity.CADENCE: gettext_noop("a minute"),
    }
)
_SHARES_OF: Final = MappingProxyType(
    {
        Reference.MAX_HEART_RATE: gettext_noop("% of max heart rate"),
        Reference.FTP: gettext_noop("% of ftp"),
    }
)
_LEAST: Final[MappingProxyType[Quantity | Reference, float]] = MappingProxyType(
    {
        Quantity.SPEED: 0.1,
        Quantity.HEART_RATE: LEAST_BPM,
        Quantity.POWER: 1,
        Quantity.CADENCE: 1,
        Reference.MAX_HEART_RATE: 0.1,
        Reference.FTP: 0.01,
    }
)
"""The least that a target can be of."""
