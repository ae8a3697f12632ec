"""What a piece in brackets takes from the one that holds it, and what only looks like brackets."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from types import MappingProxyType
from typing import Final

from workout_core.notation.shorthand.kinds import Does
from workout_core.notation.shorthand.pieces import Dimension, Piece

_SESSION: Final = MappingProxyType({Dimension.TIME: 1200.0, Dimension.DISTANCE: 4000.0})
"""Seconds and metres from which recovery is a session."""


def is_session(piece: Piece) -> bool:
    """Tell whether *piece* is so long that it is a run for recovery, and no rest."""
    if not piece.amounts or piece.is_off:
        return False
    return piece.amount.value >= _SESSION.get(piece.amount.measure, inf)


def flatten(piece: Piece, following: Sequence[Piece]) -> None:
    """Make sets of repetitions in brackets with two rests: ``2x(5x300) 60s, 5min between sets``."""
    inner = piece.inside[0] if piece.inside and len(piece.inside) == 1 else None
    if inner is None or not inner.count or inner.sets or inner.inside or piece.sets or piece.says_how:
        return
    if len(following) < 2 or following[1].between is not Does.SETS or following[0].between is Does.SETS:  # noqa: PLR2004
        return
    piece.sets, piece.most_sets, piece.count, piece.most = piece.count, piece.most, inner.count, inner.most
    piece.inside, piece.amounts = None, inner.amounts
    piece.absorb(inner)
    piece.send_off = inner.send_off


def how_of(piece: Piece) -> Piece:
    """Return what *piece* says of how its steps are done."""
    how = Piece()
    how.aims, how.clocked, how.role = piece.aims, piece.clocked, piece.role
    how.zone, how.swum, how.is_race, how.cue = piece.zone, piece.swum, piece.is_race, piece.cue
    return how
