"""The blocks of a race: ``10mi +5s/mi, 10mi, rest``."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from workout_core.errors import InvalidWorkout, shown
from workout_core.fields.measure import Measure
from workout_core.fields.tolerance import read_seconds
from workout_core.languages import gettext
from workout_core.patterns import lazy_pattern
from workout_core.units import MILE, plain, read_distance, write_distance

_BLOCK: Final = lazy_pattern(
    r"(?P<length>[^+\u2212-]+)(?:(?P<sign>[+\u2212-]) ?(?P<off>[0-9.:]+) ?s? ?(?:/ ?(?P<per>km|mi))?)?"
)


@frozen
class RaceBlock:
    """A part of a race: *metres* long or the rest of it, and *off* seconds a metre slower than the mean.

    The one block without *off* makes up the time.
    """

    metres: float | None
    off: float | None


def read_blocks(text: str) -> tuple[RaceBlock, ...]:
    """Read blocks separated by commas.

    Raises:
        InvalidWorkout: one of them is not a block.
    """
    return tuple(_block(part.strip()) for part in text.split(",") if part.strip())


def _block(text: str) -> RaceBlock:
    """Read ``10mi +5s/mi``, ``10km`` or ``rest``; a plain ``rest`` makes up the time."""
    found = _BLOCK.fullmatch(" ".join(text.casefold().split()))
    if not found:
        raise _no_block(text)
    length = found["length"].strip()
    metres = None if length == "rest" else _length(length, text)
    if not found["off"]:
        return RaceBlock(metres, None if metres is None else 0.0)
    in_miles = found["per"] == "mi" or (not found["per"] and "mi" in length)
    per = MILE if in_miles else 1000.0
    return RaceBlock(metres, read_seconds(found["off"]) / per * (1 if found["sign"] == "+" else -1))


def _length(text: str, block: str) -> float:
    try:
        return read_distance(text)
    except InvalidWorkout:
        raise _no_block(block) from None


def _no_block(text: str) -> InvalidWorkout:
    return InvalidWorkout(
        gettext("{text} is not a block of a race (like '10mi +5s/mi', '10km' or 'rest')", text=shown(text))
    )


def write_blocks(blocks: tuple[RaceBlock, ...]) -> str:
    """Write blocks as :func:`read_blocks` reads them."""
    return ", ".join(map(_write_block, blocks))


def _write_block(block: RaceBlock) -> str:
    """Write a block, with its seconds by the kilometre or by the mile, whichever is exact."""
    length = "rest" if block.metres is None else write_distance(block.metres)
    if not block.off:
        return length
    units = (("mi", MILE), ("km", 1000.0)) if length.endswith("mi") else (("km", 1000.0), ("mi", MILE))
    said = [(plain(round(abs(block.off) * per, 6)), unit, per) for unit, per in units]
    exact = [(seconds, unit) for seconds, unit, per in said if float(seconds) / per == abs(block.off)]
    seconds, unit = exact[0] if exact else (plain(abs(block.off) * 1000), "km")
    return f"{length} {'+' if block.off > 0 else '-'}{seconds}s/{unit}"


BLOCKS: Final = Measure(
    "blocks", read_blocks, "10mi +5s/mi, 10mi, rest", write_blocks, (tuple,), many=True, items=(RaceBlock,)
)
