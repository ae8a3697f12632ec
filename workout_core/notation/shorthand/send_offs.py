"""Intervals that swimmers leave on: ``10x50 free on 1:00``, ``leave on 1:45``, ``@ 1:00 SO``."""

from __future__ import annotations

from typing import Final

from workout_core.languages import gettext_noop
from workout_core.notation.shorthand.kinds import Does
from workout_core.notation.shorthand.pieces import Ambiguous, Clocked, Dimension, Join, NotShorthand, Piece
from workout_core.notation.shorthand.spelling import StepSpeller
from workout_core.notation.shorthand.tokens import TokenKind
from workout_core.notation.shorthand.walker import Walker
from workout_core.units import plain, write_clock, write_exact_clock

_PLAIN: Final = (20, 300)
"""Plain numbers that are the seconds of an interval: ``on 90``."""
_SWUM: Final = (40.0, 300.0)
"""Seconds for 100 m that people swim."""


def interval_at(walker: Walker) -> float:
    """Return the seconds of the interval at which *walker* is, and pass it; 0 if there is none."""
    ahead = 1 if walker.is_text("the") or walker.is_text("a") else 0
    token = walker.at(ahead)
    least, most = _PLAIN
    if token is None:
        return 0.0
    is_plain = token.kind is TokenKind.NUMBER and least <= token.value <= most
    if not is_plain and token.kind not in (TokenKind.CLOCK, TokenKind.TIME):
        return 0.0
    walker.position += ahead + 1
    return token.value


def read_on(walker: Walker) -> None:
    """Read the interval behind *on*, if it is one and not the time of the work: ``60s on``."""
    piece = walker.piece
    start = walker.position
    is_swim = bool(piece.inside or piece.swum) or piece.amount.measure is not Dimension.TIME
    seconds = interval_at(walker)
    if is_swim and seconds and walker.does() is not Does.ROLE:
        _leave(piece, seconds)
        return
    walker.position = start
    if piece.swum:
        raise NotShorthand  # nobody swims on and off


def read_send_off(walker: Walker) -> None:
    """Read the interval behind *leave on*, or before *SO*; after a comma it is that of what stands before it.

    Raises:
        NotShorthand: there is none.
    """
    piece = walker.piece
    if piece.is_empty and walker.pieces and piece.join is Join.COMMA:
        piece = walker.pieces[-1]
    if seconds := interval_at(walker):
        _leave(piece, seconds)
        return
    said = piece.clocked
    if said is None or said.unit or said.low != said.high:
        raise NotShorthand
    piece.clocked = None
    _leave(piece, said.low)


def _leave(piece: Piece, seconds: float) -> None:
    if piece.send_off or not (piece.amounts or piece.inside) or not seconds:
        raise NotShorthand
    piece.send_off = seconds


def settle(piece: Piece, speller: StepSpeller) -> None:
    """Decide what a time behind the distance of swims is, ``10x50 free @ 1:00``: the interval, or theirs.

    Raises:
        Ambiguous: it is not decided.
    """
    said, length = piece.clocked, piece.amounts[0] if len(piece.amounts) == 1 else None
    if not speller.setting.is_swum or not piece.count or said is None or length is None or said.unit:
        return
    length = speller.settled(length, piece)
    if length.measure is not Dimension.DISTANCE:
        return
    per, unit = (100 * 0.9144, "100yd") if length.unit == "yd" else (100.0, "100m")
    low, high = (round(each * per / length.value, 2) for each in (said.low, said.high))
    slowest = _SWUM[1]
    if said.low == said.high and not said.is_repetition and not piece.send_off:
        if "send" not in speller.answers:
            told = gettext_noop("is '{clock}' when the next one starts, or the time of each?")
            raise Ambiguous("send", told, 2, clock=write_exact_clock(said.low))
        if speller.answers["send"] == 0:
            piece.clocked, piece.send_off = None, said.low
            return
    if not _SWUM[0] <= low <= high <= slowest:
        raise NotShorthand
    piece.clocked = Clocked(low, high, unit)


def is_interval(rest: Piece, speller: StepSpeller) -> bool:
    """Tell whether *rest* is an interval, as ``10x50 off 1:00`` is to British swimmers.

    Raises:
        Ambiguous: it is not decided.
    """
    if not (rest.is_off and speller.setting.is_swum and len(rest.amounts) == 1):
        return False
    if "off" not in speller.answers:
        told = gettext_noop("is '{clock}' when the next one starts, or the rest?")
        raise Ambiguous("off", told, 2, clock=write_exact_clock(rest.amount.value))
    return speller.answers["off"] == 0


def header(piece: Piece) -> str:
    """Return how the notation begins passes at the interval of *piece*."""
    seconds = piece.send_off
    said = f"{plain(seconds)}s" if seconds < 60 or seconds % 1 else write_clock(seconds)  # noqa: PLR2004 - a minute
    return f"every {said} {piece.often if piece.count else 1}x"
