"""The shapes of a profile: bars in the colours of their zones, lines, brackets, and where each is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from attrs import frozen

from workout_core.analysis.chart import HARDEST, Bar, Chart, columns
from workout_core.analysis.intensities import ZONES_FROM, zone_of_effort
from workout_core.html.markup import Markup, element

_GAP: Final = 0.8
_FINEST: Final = 2.0
"""Bars that are narrower than this on the average are drawn as columns of stripes."""
_TOOTH: Final = 4.0


def digits(number: float) -> str:
    """Write a coordinate to a tenth."""
    return f"{round(number, 1):g}"


@frozen(kw_only=True)
class ProfileScale:
    """Where times and efforts are.

    Attributes:
        seconds: how long the whole takes.
        left: where it begins.
        width: how wide it is.
        top: where the hardest effort ends.
        height: how high that is.
        hardest: the effort that is so high.
    """

    seconds: float
    left: float
    width: float
    top: float
    height: float
    hardest: float = HARDEST

    @property
    def base(self) -> float:
        """Where the bars stand."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """Where the whole ends."""
        return self.left + self.width

    def x(self, seconds: float) -> float:
        """Return where it is so many *seconds* after the start."""
        return self.left + self.width * seconds / self.seconds

    def y(self, effort: float) -> float:
        """Return how high an *effort* is."""
        return self.top + self.height * (1 - effort / self.hardest)


def zone_class(zone: int | None) -> str:
    """Return the class of what is in *zone*; None is none that is known."""
    return "unknown" if zone is None else f"z{zone}"


def bar_paths(chart: Chart, scale: ProfileScale) -> list[Markup]:
    """Return a path for each zone, with all its bars."""
    most = round(scale.width / _FINEST)
    is_fine = len(chart.bars) > most
    parts = list(_striped(chart, most // 2)) if is_fine else chart.bars
    found: dict[str, list[str]] = {}
    for kind, path in _bars(parts, scale, gap=0 if is_fine else _GAP):
        found.setdefault(kind, []).append(path)
    return [element("path", class_=kind, d="".join(found[kind])) for kind in sorted(found)]


def _striped(chart: Chart, most: int) -> Iterator[Bar]:
    """Yield bars for so many columns: half of each is its hardest, half its easiest; those alike are one."""
    both = zip(columns(chart.bars, most), columns(chart.bars, most, min), strict=True)
    half = chart.seconds / most / 2
    for column, alike in groupby(each for pair in both for each in pair):
        yield Bar(half * len(list(alike)), column.effort, column.intensity, is_known=column.is_known)


def _bars(parts: list[Bar], scale: ProfileScale, gap: float) -> Iterator[tuple[str, str]]:
    """Yield the class and the path of each bar that is wide enough to be seen."""
    now = 0.0
    for bar in parts:
        left, right = scale.x(now), scale.x(now + bar.seconds)
        now += bar.seconds
        right -= min(gap, (right - left) / 5)
        if round(right, 1) <= round(left, 1):
            continue
        shares = list(_pieces(bar))
        for start, end in pairwise(shares):
            efforts = bar.effort + bar.rise * start, bar.effort + bar.rise * end
            ends = left + (right - left) * start, left + (right - left) * end
            is_open = bar.is_open and end == shares[-1]
            zone = zone_of_effort(sum(efforts) / 2) if bar.is_known else None
            yield zone_class(zone), _piece(ends, efforts, scale, is_open=is_open)


def _pieces(bar: Bar) -> Iterator[float]:
    """Yield the shares of the time of *bar* at which its zone changes, from 0 to 1."""
    cuts = ((edge - bar.effort) / bar.rise for edge in ZONES_FROM) if bar.rise else ()
    yield from sorted({0.0, 1.0, *(share for share in cuts if 0 < share < 1)})


def _piece(
    ends: tuple[float, float], efforts: tuple[float, float], scale: ProfileScale, *, is_open: bool
) -> str:
    """Return the path of a bar; one whose end nobody knows has a ragged one."""
    (left, right), (first, last), base = ends, map(scale.y, efforts), digits(scale.base)
    top = f"V{digits(first)}"
    top += f"H{digits(right)}" if first == last else f"L{digits(right)} {digits(last)}"
    teeth = round((scale.base - last) / _TOOTH / 2) if is_open and right - left > 3 * _TOOTH else 0
    teeth = teeth if teeth > 1 else 0
    step = (scale.base - last) / (2 * teeth) if teeth else 0.0
    ragged = f"l{digits(-_TOOTH)} {digits(step)}l{digits(_TOOTH)} {digits(step)}" * teeth
    return f"M{digits(left)} {base}{top}{ragged}V{base}z"


def line(kind: str, path: str) -> Markup:
    """Return a line of a *kind* that the style knows."""
    return element("path", class_=f"line {kind}".strip(), d=path)


def level(y: float, scale: ProfileScale) -> str:
    """Return the path of a line across the picture."""
    return f"M{digits(scale.left)} {digits(y)}H{digits(scale.right)}"
