"""Rows of steps, which lead back to earlier ones → steps and repeats in each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from attrs import frozen

from workout_core import ImportContext, gettext
from workout_fit.message_reader import FitMessage
from workout_fit.value_reader import is_repeat

INDEX: Final = 0x0FFF
"""The bits of a message index that count; the others are marks."""


@frozen
class Group:
    """What is repeated: its parts, and the *row* that leads back to the first."""

    row: FitMessage
    parts: tuple[Part, ...]


Part: TypeAlias = "FitMessage | Group"


class _Placed(NamedTuple):
    """A part, and the place of its first row."""

    first: int
    part: Part


def in_order(rows: Sequence[FitMessage], context: ImportContext) -> list[FitMessage]:
    """Return *rows* by their numbers, if each has its own; or else as they stand in the file."""
    numbers = [row.number("message_index") for row in rows]
    given = [number & INDEX for number in numbers if number is not None]
    if len(set(given)) == len(rows):
        return [row for _, row in sorted(zip(given, rows, strict=True), key=lambda pair: pair[0])]
    if given:
        context.warn(
            gettext("steps have no numbers, or the same ones, and are read in the order of the file")
        )
    return list(rows)


def places(rows: Sequence[FitMessage]) -> dict[int, int]:
    """Return the place of each row in *rows* by its number, or by itself where they have none."""
    numbers = [row.number("message_index") for row in rows]
    given = [number & INDEX for number in numbers if number is not None]
    is_numbered = len(set(given)) == len(rows)
    return {number: place for place, number in enumerate(given if is_numbered else range(len(rows)))}


def grouped(rows: Sequence[FitMessage], place_of: Mapping[int, int], context: ImportContext) -> list[Part]:
    """Return *rows* as steps and groups; what a repeat cannot lead back to is told.

    Args:
        rows: in order.
        place_of: the place of each row in *rows* by the number that repeats call it by.
        context: where it is told.
    """
    done: list[_Placed] = []
    for place, row in enumerate(rows):
        if not is_repeat(row):
            done.append(_Placed(place, row))
            continue
        index = row.number("duration_value")
        first = None if index is None else place_of.get(index)
        if first is None or first >= place or not done:
            told = (
                gettext("leads to no step, not back, and is left out")
                if index is None
                else gettext("leads to step {step}, not back, and is left out", step=index)
            )
            context.lose("", gettext("repeat in step {step}", step=place), told)
            continue
        start = bisect_left(done, first, key=lambda each: each.first)
        if start == len(done) or done[start].first != first:
            start = max(0, start - 1)
            told = gettext(
                "leads into the middle of another repeat (step {step}), and is read as one of all of it",
                step=index,
            )
            context.lose("", gettext("repeat in step {step}", step=place), told)
        parts = tuple(each.part for each in done[start:])
        done[start:] = [_Placed(done[start].first, Group(row, parts))]
    return [each.part for each in done]
