"""How a race's time is spread over its distance, exactly, and rounded so that the clock stays right.

A *shape* maps a share of the distance to the share of the time it has taken, from 0 to 0 and from 1 to 1. A
percentage of a negative split is ``(t1 - t2) / mean half``: two per cent of 2:00:00 halves are 1:00:36 and
59:24. A negative percentage is a positive split. Distances are metres, times seconds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import floor
from typing import TypeAlias

Shape: TypeAlias = Callable[[float], float]


def even(share: float) -> float:
    """Return the shape of an even pace."""
    return share


def ramp(percent: float) -> Shape:
    """Return the shape of a pace that falls evenly, from ``1 + percent`` to ``1 - percent`` of the mean.

    It is the curve ``%time = (2 - 4ø)x² + (4ø - 1)x`` (published in 2009 as a negative split formula), with ø
    the share of time at half way, ``1/2 + percent/4``; so the halves differ by *percent* of the mean half.
    """
    return lambda share: (1 + percent) * share - percent * share**2


def halves(percent: float) -> Shape:
    """Return the shape of two halves, each at one pace, *percent* of the mean half apart."""
    return blocks((0.5, 0.5), (1 + percent / 2, 1 - percent / 2))


def blocks(lengths: Sequence[float], paces: Sequence[float]) -> Shape:
    """Return the shape of blocks at one pace each; only the ratios of *lengths* and of *paces* count."""
    times = [length * pace for length, pace in zip(lengths, paces, strict=True)]
    distances = [0.0, *accumulate(lengths)]
    clock = [0.0, *accumulate(times)]

    def shape(share: float) -> float:
        at = share * distances[-1]
        block = min(max(bisect_right(distances, at) - 1, 0), len(times) - 1)
        into = (at - distances[block]) / lengths[block]
        return (clock[block] + into * times[block]) / clock[-1]

    return shape


def offsets(lengths: Sequence[float], seconds: float, apart: Sequence[float | None]) -> Shape:
    """Return the shape of segments some seconds a metre off the mean pace, and one free to make up the time.

    *apart* has one offset for each segment, and None for the free one.

    Raises:
        ValueError: none is free, or more than one.
    """
    if apart.count(None) != 1:
        raise ValueError(f"one segment makes up the time, not {apart.count(None)}")
    mean = seconds / sum(lengths)
    free = apart.index(None)
    taken = sum(
        (mean + offset) * length for length, offset in zip(lengths, apart, strict=True) if offset is not None
    )
    paces = [mean + offset if offset is not None else 0.0 for offset in apart]
    paces[free] = (seconds - taken) / lengths[free]
    return blocks(lengths, paces)


def segments(metres: float, every: float) -> list[float]:
    """Cut *metres* into lengths of *every*; the last is what is left, and always a segment of its own."""
    count = floor(metres / every + 1e-9)
    left = metres - count * every
    return [every] * count + ([left] if left > metres * 1e-9 else [])


def times(lengths: Sequence[float], seconds: float, shape: Shape) -> list[float]:
    """Return the exact time of each segment when the whole takes *seconds*."""
    total = sum(lengths)
    marks = [seconds * shape(mark / total) for mark in accumulate(lengths)]
    return [after - before for before, after in pairwise([0.0, *marks])]


def rounded(exact: Sequence[float]) -> list[int]:
    """Round to whole seconds by the clock: the total is exact, no marker more than half a second off."""
    clock = [floor(mark + 0.5 + 1e-9) for mark in accumulate(exact, initial=0.0)]
    return [after - before for before, after in pairwise(clock)]
