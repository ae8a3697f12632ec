"""Which points of a track no runner can have been at: found by how fast and how steeply a runner can go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, pairwise
from typing import Final

FASTEST: Final = 12.42
"""Metres a second: 20 m in 1.61 s, in the record over 100 m (IAAF Biomechanics Project, Berlin 2009)."""
STEEPEST: Final = 0.6
"""Of the vertical kilometre of Fully, 31° (N. Giovanelli et al., *J Appl Physiol* 120:370, 2016)."""
PLACE_ERROR: Final = 12.0
HEIGHT_ERROR: Final = 20.0
"""Metres, three standard deviations; 95 % are 8 and 13 m (*GPS SPS Performance Standard*, 2020)."""
FARTHEST_APART: Final = 10_000.0
"""Metres between two points of a course, where no time says how long it took."""
USUAL: Final = 10
"""Times the median leg is no jump, so that a course may have been recorded on a bicycle."""
FEW: Final = 3
SHARE: Final = 0.1
"""Of all points; as many in a row may be strays, and more are the course beyond a gap, or a mountain."""
MOST_JUMPS: Final = 10_000
"""Where there are more, nothing tells the stray from the others."""
MOST_BETWEEN: Final = 20
"""Pieces that are left out in a row."""

Reaches = Callable[[int, int], bool]


def stray_places(
    legs: Sequence[float],
    apart: Callable[[int, int], float],
    seconds: Callable[[int], float | None],
) -> list[int]:
    """Return the numbers of the points that a runner did not get to from the others.

    Args:
        legs: metres from each point to the next.
        apart: metres between two points.
        seconds: of a point, since any moment; None if it has no time.
    """
    running = sorted(leg for leg in legs if leg)
    usual = USUAL * running[len(running) // 2] if running else 0.0
    near = min(max(2 * PLACE_ERROR, usual), FARTHEST_APART)

    def in_reach(metres: float, here: int, there: int) -> bool:
        if metres <= near:
            return True
        before, after = seconds(here), seconds(there)
        if before is None or after is None or before == after:
            return metres <= FARTHEST_APART
        return metres <= 2 * PLACE_ERROR + FASTEST * abs(after - before)

    jumps = [at + 1 for at, leg in enumerate(legs) if leg > near and not in_reach(leg, at, at + 1)]
    count = len(legs) + 1  # between two that are in reach, any number lies off the course
    return _strays(count, jumps, lambda here, there: in_reach(apart(here, there), here, there), count)


def stray_heights(along: Sequence[float], heights: Sequence[float]) -> list[int]:
    """Return the numbers of the heights that a runner did not get to from the others.

    Args:
        along: metres from the start to each point.
        heights: metres above the sea.
    """

    def reaches(here: int, there: int, error: float = 2 * HEIGHT_ERROR) -> bool:
        return abs(heights[there] - heights[here]) <= error + STEEPEST * (along[there] - along[here])

    zeros = _unknown_zeros(heights, lambda here, there: reaches(here, there, 0.0))
    left = [number for number in range(len(heights)) if number not in zeros]
    known = [heights[number] for number in left] if zeros else heights
    high = [at for at, (low, top) in enumerate(pairwise(known), 1) if abs(top - low) > 2 * HEIGHT_ERROR]
    jumps = [at for at in high if not reaches(left[at - 1], left[at])]
    strays = _strays(len(left), jumps, lambda here, there: reaches(left[here], left[there]), _few(len(left)))
    return sorted([*zeros, *(left[stray] for stray in strays)])


def _unknown_zeros(heights: Sequence[float], reaches: Reaches) -> set[int]:
    """Return the numbers of the zeros if they are how a device writes that it does not know the height.

    They are on a course that is nowhere near the sea, and no slope leads to one of them.
    """
    zeros = {number for number, height in enumerate(heights) if not height}
    if not zeros or min((height for height in heights if height), default=0.0) <= HEIGHT_ERROR:
        return set()
    beside = ((number - 1, number) for number in range(1, len(heights)))
    return zeros if any(not reaches(*pair) for pair in beside if zeros.intersection(pair)) else set()


def _strays(count: int, jumps: Sequence[int], reaches: Reaches, longest_inside: float) -> list[int]:
    """Return the numbers below *count* that are in no piece of the longest way from piece to piece.

    Args:
        count: of all points.
        jumps: the numbers at which a new piece begins, because it is not reached from the one before.
        reaches: tells whether a point is reached from one before it.
        longest_inside: how many in a row may be strays between others that are not.
    """
    if not jumps or len(jumps) > MOST_JUMPS:
        return []
    pieces = [range(*ends) for ends in pairwise((0, *jumps, count))]
    way = _longest_way(pieces, reaches)
    if 2 * sum(map(len, way)) <= count:
        return []
    gaps = [range(before[-1] + 1, after[0]) for before, after in pairwise(way)]
    ends = [range(way[0][0]), range(way[-1][-1] + 1, count)]
    strays = [gap for gap in gaps if len(gap) <= longest_inside]
    strays += [end for end in ends if len(end) <= _few(count)]
    return sorted(chain.from_iterable(strays))


def _few(count: int) -> float:
    return max(FEW, SHARE * count)


def _longest_way(pieces: Sequence[range], reaches: Reaches) -> list[range]:
    """Return the pieces, each in reach of the one before, that have the most points together."""
    best: list[tuple[int, int]] = []  # points up to each piece, and the piece before it
    for number, piece in enumerate(pieces):
        before = (
            (best[each][0], each)
            for each in range(max(0, number - 1 - MOST_BETWEEN), number)
            if reaches(pieces[each][-1], piece[0])
        )
        points, came_from = max(before, default=(0, -1))
        best.append((points + len(piece), came_from))
    number = max(range(len(best)), key=lambda each: best[each][0])
    way: list[range] = []
    while number >= 0:
        way.append(pieces[number])
        number = best[number][1]
    return way[::-1]
