"""What the whole of a line says of its steps: whether it is run, ridden or swum, and in which units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from workout_core.notation.shorthand.paces import CSS
from workout_core.notation.shorthand.pieces import Dimension, Piece
from workout_core.notation.shorthand.tokens import Token
from workout_core.units import Units

_RUN: Final = (140.0, 510.0)
"""Seconds a kilometre that repetitions and paces are between: 2:20 to 8:30."""
_SWUM: Final = (40.0, 300.0)
"""Seconds for 100 m that people swim."""
_OFTEN_SWUM: Final = (75.0, 150.0)
"""Those that most people swim."""
_LONGEST_SWUM: Final = 1500
"""Metres of a repetition in a pool."""
_POOLS: Final = 25
"""What plain numbers of a pool are multiples of."""
_RIDES: Final = frozenset({"ride", "bike", "spin", "turbo", "trainer", "zwift"})
"""Words of rides, whose plain numbers are minutes."""
_ON_FOOT: Final = frozenset(
    {"jog", "jogging", "walk", "run", "strides", "hill", "hills", "track", "float", "uphill"}
)


class Setting(NamedTuple):
    """What the whole of a line says of its steps.

    Attributes:
        units: of the reader, for paces without a distance.
        is_swum: whether its distances are of a pool.
        in_yards: whether those are yards.
        in_minutes: whether its plain numbers are minutes, as on a bike.
        has_plain_sets: whether it has sets of plain numbers.
        on_foot: whether it is said that it is run.
    """

    units: Units | None = None
    is_swum: bool = False
    in_yards: bool = False
    in_minutes: bool = False
    has_plain_sets: bool = False
    on_foot: bool = False


def setting_of(
    tokens: Sequence[Token], pieces: Sequence[Piece], units: Units | None, *, in_water: bool, in_yards: bool
) -> Setting:
    """Return what *tokens*, which are *pieces*, say together."""
    words = {word for each in tokens for word in each.text.split()}
    is_swum = in_water or any(map(_is_swum, pieces))
    is_swum |= any(each.send_off for each in pieces) and any(map(_is_of_pool, pieces))
    return Setting(
        units,
        is_swum=is_swum,
        in_yards=in_yards,
        in_minutes=not is_swum and (not words.isdisjoint(_RIDES) or any(map(_has_power, pieces))),
        has_plain_sets=any(each.count and _is_plain(each) for each in pieces),
        on_foot=not words.isdisjoint(_ON_FOOT),
    )


def is_run(seconds: float) -> bool:
    """Tell whether a kilometre in so many *seconds* is run by people."""
    fastest, slowest = _RUN
    return fastest <= seconds <= slowest


def is_swum_in(seconds: float, metres: float, *, often: bool = False) -> bool:
    """Tell whether people swim *metres* in so many *seconds*; *often* for what most of them do."""
    fastest, slowest = _OFTEN_SWUM if often else _SWUM
    return metres <= _LONGEST_SWUM and fastest <= seconds * 100 / metres <= slowest


def _is_swum(piece: Piece) -> bool:
    names_css = any(CSS in each.text for each in piece.aims)
    is_said = bool(piece.swum) or piece.is_swim or names_css
    return is_said or _is_only_swum(piece) or any(map(_is_swum, [*(piece.inside or []), *piece.made_of]))


def _is_only_swum(piece: Piece) -> bool:
    """Tell whether the time behind repetitions is one for swims and for no run: ``10x100 @ 1:40``."""
    if not piece.count or len(piece.amounts) != 1:
        return False
    length, said = piece.amount, piece.clocked
    if piece.send_off and _is_of_pool(piece):
        return True
    if said is None or said.unit or said.is_repetition or not (length.unit == "m" or _is_of_pool(piece)):
        return False
    as_run = is_run(said.low) or is_run(said.low * 1000 / length.value)
    return is_swum_in(said.low, length.value) and not as_run


def _is_of_pool(piece: Piece) -> bool:
    """Tell whether *piece* is repetitions of 25, 50 or 75 of what is not said."""
    return bool(piece.count) and _is_plain(piece) and not piece.amount.value % _POOLS


def _has_power(piece: Piece) -> bool:
    return any(each.quantity == "power" for each in piece.aims) or any(map(_has_power, piece.inside or []))


def _is_plain(piece: Piece) -> bool:
    return len(piece.amounts) == 1 and piece.amount.measure is Dimension.PLAIN
