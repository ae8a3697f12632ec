"""Sorted lines → the workouts that they belong to.

Headings part workouts. Blank lines part them only where there are no headings, and each block is complete on
its own: neither a warm-up, a cool-down nor a rest of what stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from attrs import define, field

from workout_core.model.duration import Distance, Time
from workout_core.model.workout import Intensity, Item, Repeat, Step
from workout_core.notation.message.headings import item_title
from workout_core.notation.message.sorting import READ, LineKind, SortedLine

_BEFORE: Final = frozenset({Intensity.WARMUP, Intensity.DRILL, Intensity.STRIDES})
_AFTER: Final = frozenset({Intensity.COOLDOWN, Intensity.RECOVERY, Intensity.REST, Intensity.STRIDES})
_LIGHT: Final = frozenset({Intensity.EASY, Intensity.WARMUP, Intensity.COOLDOWN, Intensity.WALK})
SHORT_SECONDS: Final = 20 * 60
SHORT_METRES: Final = 4000
"""Easy running up to this stands before or after the work, more of it is a session of its own."""


@define
class Passage:
    """Lines that belong together.

    Attributes:
        head: the line that names them, if there is one.
        lines: of steps, parts and comments, with blank lines between them.
    """

    head: SortedLine | None = None
    lines: list[SortedLine] = field(factory=list)

    @property
    def is_sure(self) -> bool:
        """Whether its heading begins another workout wherever it stands."""
        return self.head is not None and self.head.kind is LineKind.HEADING

    def has_steps(self) -> bool:
        """Tell whether there is anything to read."""
        return any(each.kind in READ for each in self.lines)


class Border(NamedTuple):
    """What is between two blocks.

    Attributes:
        parts: whether the second one is another workout.
        is_guess: whether it could be otherwise.
    """

    parts: bool
    is_guess: bool = False


def passages_of(lines: Iterable[SortedLine]) -> tuple[list[Passage], list[SortedLine]]:
    """Return the lines under each heading, and what belongs to none: prose, and headings of nothing."""
    found, ignored = [Passage()], []
    for each in lines:
        if each.kind in (LineKind.HEADING, LineKind.TITLE):
            day = found[-1].head if found[-1].is_sure and not found[-1].has_steps() else None
            if day and day.words and each.kind is LineKind.TITLE:
                found[-1].head = day._replace(words=f"{day.words} - {each.words}")
            else:
                found.append(Passage(each))
        elif each.kind is LineKind.OTHER:
            ignored.append(each)
        else:
            found[-1].lines.append(each)
    for passage in found:
        if not passage.has_steps():
            ignored += [
                *([passage.head] if passage.head else []),
                *(e for e in passage.lines if e.kind is LineKind.PART),
            ]
    return [each for each in found if each.has_steps()], ignored


def blocks_of(lines: Iterable[SortedLine]) -> list[list[SortedLine]]:
    """Cut *lines* at the blank ones, or before each if all have numbers.

    The name of a part stays with the steps below it.
    """
    lines = list(lines)
    if all(item_title(each.words) for each in lines if each.kind is not LineKind.BLANK):
        return [[each] for each in lines if each.kind is not LineKind.BLANK]
    blocks: list[list[SortedLine]] = [[]]
    for each in lines:
        if each.kind is not LineKind.BLANK:
            blocks[-1].append(each)
        elif any(line.kind in READ for line in blocks[-1]):
            blocks.append([])
    if len(blocks) > 1 and not any(line.kind in READ for line in blocks[-1]):
        last = blocks.pop()
        blocks[-1] += last
    return blocks


def border(before: Sequence[Item], after: Sequence[Item], part: str = "") -> Border:
    """Tell what a blank line between two blocks of steps means; *part* is the name above the second one."""
    first, second = list(_steps(before)), list(_steps(after))
    if part:
        return Border(part == "warmup" and not _are(first, _BEFORE))
    if not first or not second:
        return Border(parts=True)
    if _are(first, _BEFORE) or _are(second, _AFTER) or second[0].intensity is Intensity.COOLDOWN:
        return Border(parts=False)
    if second[0].intensity is Intensity.WARMUP or first[-1].intensity is Intensity.COOLDOWN:
        return Border(parts=True)
    if all(each.exercise for each in (*first, *second)):
        return Border(parts=False, is_guess=True)
    is_lead = _is_short(before) and not _are(second, _LIGHT)
    is_tail = _is_short(after) and not _are(first, _LIGHT)
    return Border(parts=not (is_lead or is_tail), is_guess=True)


def _steps(items: Iterable[Item]) -> Iterable[Step]:
    for each in items:
        if isinstance(each, Repeat):
            yield from _steps(each.items)
        else:
            yield each


def _are(steps: Sequence[Step], intensities: frozenset[Intensity]) -> bool:
    return bool(steps) and all(each.intensity in intensities for each in steps)


def _is_short(items: Sequence[Item]) -> bool:
    """Tell whether *items* are easy, and not more than what people warm up with."""
    seconds = metres = 0.0
    for each in items:
        if not isinstance(each, Step) or each.intensity not in _LIGHT:
            return False
        if isinstance(each.duration, Time):
            seconds += each.duration.seconds
        elif isinstance(each.duration, Distance):
            metres += each.duration.metres
    return seconds <= SHORT_SECONDS and metres <= SHORT_METRES
