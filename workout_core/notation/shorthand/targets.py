"""TargetNumbers of a target: paces, heart rates, shares, powers, efforts."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand.kinds import Does, Meaning
from workout_core.notation.shorthand.pieces import EXACT, NAME, Ambiguous, Clocked, NotShorthand, Piece
from workout_core.notation.shorthand.tokens import Token, TokenKind
from workout_core.units import plain

NUMBERS: Final = frozenset({TokenKind.NUMBER, TokenKind.CLOCK, TokenKind.TIME})
_QUANTITIES: Final = MappingProxyType(
    {
        "bpm": "hr",
        "HRmax": "hr",
        "LTHR": "hr",
        "HRR": "hr",
        "W": "power",
        "FTP": "power",
        "rpm": "cadence",
        "spm": "cadence",
        "km/h": "speed",
        "mph": "speed",
    }
)
_BEATS: Final = (90.0, 215.0)
"""Heart rates that a plain number beside a zone can be."""


def named(piece: Piece, text: str) -> None:
    """Give *piece* a target that has a name or is an effort."""
    if text.startswith("RPE"):
        piece.aim("effort", 0 if text == "RPE 8" else NAME, text)
    elif text.endswith("FTP"):
        piece.aim("power", NAME, text)
    else:
        piece.aim("speed", NAME, text)


def is_pace(text: str) -> bool:
    """Tell whether a target that has a name is a pace, and no effort and no power."""
    return not text.startswith("RPE") and not text.endswith("FTP")


def race_pace(token: Token) -> str:
    """Return the pace of a race over the distance of *token*: ``10km pace``."""
    number = plain(token.value / {"km": 1000.0, "mi": 1609.344}.get(token.unit, 1.0))
    if token.unit not in ("km", "mi", "m"):
        raise NotShorthand
    return f"{number}{token.unit} pace"


class TargetNumbers:
    """One number or a range at the beginning of *tokens*, and how many tokens that is."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        first = tokens[0]
        self.first = self.last = first
        self.low = self.high = first.value
        self.length = 1
        if len(tokens) > 2 and tokens[1].text in ("-", "to") and tokens[2].kind in NUMBERS:  # noqa: PLR2004
            self.last = tokens[2]
            self.high = _end(first, self.last)
            self.low = first.value * 60 if self.is_short(first) else first.value
            self.length = 3
        if self.low > self.high:
            self.low, self.high = self.high, self.low

    def is_short(self, first: Token) -> bool:
        """Tell whether *first* is a number of the minutes that the last one says: ``3-4 min``."""
        return first.kind is TokenKind.NUMBER and self.last.kind is TokenKind.TIME and self.last.unit == "min"

    @property
    def is_clock(self) -> bool:
        """Whether it is in minutes and seconds."""
        return self.last.kind is not TokenKind.NUMBER or self.first.kind is not TokenKind.NUMBER

    def __str__(self) -> str:
        """Spell plain numbers as the notation does."""
        ends = (self.low,) if self.low == self.high else (self.low, self.high)
        return "-".join(map(plain, ends))

    @property
    def in_order(self) -> str:
        """The same as :func:`str`, in the order in which they are typed, which matters for ramps."""
        ends = (self.first.value,) if self.low == self.high else (self.first.value, self.last.value)
        return "-".join(map(plain, ends))


def _end(first: Token, last: Token) -> float:
    """Return the end of a range in the unit of its beginning: ``4:10-20``."""
    if first.kind is TokenKind.CLOCK and last.kind is TokenKind.NUMBER:
        return first.value - first.value % 60 + last.value
    return last.value


def measured(piece: Piece, numbers: TargetNumbers, unit: Meaning) -> None:
    """Give *piece* a target in *unit*: beats, watts, a share."""
    if numbers.is_clock:
        raise NotShorthand
    does, word = unit
    if does is Does.HEART:
        word = "bpm"
    if does is Does.SHARE:
        piece.aim(_QUANTITIES[word], EXACT, f"{numbers.in_order}% {word}")
        piece.zone = 0
        return
    piece.aim(_QUANTITIES[word], EXACT, f"{numbers.in_order}{word}")
    if word == "bpm":
        piece.zone = 0


def effort(piece: Piece, numbers: TargetNumbers) -> None:
    """Give *piece* a perceived effort, from 1 to 10."""
    if numbers.is_clock:
        raise NotShorthand
    piece.aim("effort", EXACT, f"RPE {numbers}")


def per(piece: Piece, numbers: TargetNumbers, unit: str, answers: dict[str, int]) -> None:
    """Give *piece* a pace for each *unit*.

    Raises:
        Ambiguous: a pace such as ``4.30/km``.
    """
    low, high = numbers.low, numbers.high
    if not numbers.is_clock:
        low, high = (_minutes(each, answers) for each in (low, high))
    piece.clock(Clocked(low, high, unit))


def _minutes(number: float, answers: dict[str, int]) -> float:
    whole, part = divmod(number, 1)
    if not part:
        return number * 60
    if "point" not in answers:
        told = gettext_noop("'{number}' can be a clock or decimals")
        raise Ambiguous("point", told, 2, number=f"{number:g}")
    seconds = round(part * 100)
    if answers["point"]:
        return round(number * 60, 2)
    if seconds >= 60:  # noqa: PLR2004 - of a minute
        raise NotShorthand
    return whole * 60 + seconds


def bare(piece: Piece, numbers: TargetNumbers, *, is_repetition: bool) -> None:
    """Give *piece* a number without a unit: a pace, the time of a repetition, or a heart rate."""
    least, most = _BEATS
    if not numbers.is_clock and piece.zone and least <= numbers.low <= numbers.high <= most:
        piece.aim("hr", EXACT, f"{numbers}bpm")
        piece.zone = 0
        return
    seconds = numbers.last.kind is TokenKind.TIME and numbers.last.value < 120  # noqa: PLR2004 - '72s' is no pace
    is_plain = not numbers.is_clock
    piece.clock(Clocked(numbers.low, numbers.high, "", is_repetition or seconds or is_plain))
