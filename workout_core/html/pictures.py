"""Pictures in SVG: the load of a week as a bar, and a workout with effort as height and time as width."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from workout_core.analysis.chart import Bar, bars, columns, say_width
from workout_core.analysis.reading import Reading
from workout_core.html.markup import Markup, element
from workout_core.model.workout import Intensity

WIDTH: Final = 240
HEIGHT: Final = 40
FINEST: Final = 240
"""A workout of more steps is drawn in so many columns."""
_CLASSES: Final = MappingProxyType(
    {
        Intensity.WORK: "work",
        Intensity.STRIDES: "work",
        Intensity.STEADY: "steady",
        Intensity.DRILL: "steady",
        Intensity.WARMUP: "easy",
        Intensity.COOLDOWN: "easy",
        Intensity.EASY: "easy",
        Intensity.RECOVERY: "rest",
        Intensity.WALK: "rest",
        Intensity.REST: "rest",
    }
)


def load_bar(share: float) -> Markup:
    """Return a bar of a *share*, up to 1, of the load of the week that asks most."""
    told = f"{round(share * 100)} % of the week that asks most"
    return _svg("bar", told, 100, 10, element("path", d=f"M0 0H{share * 100:.0f}V10H0z"))


def profile_picture(reading: Reading) -> Markup:
    """Return a figure of a workout, with the time it takes below."""
    parts = bars(reading)
    total = sum(bar.seconds for bar in parts)
    width = say_width(parts)
    if len(parts) > FINEST:
        each = total / FINEST
        parts = [Bar(each, column.effort, column.intensity) for column in columns(parts, FINEST)]
    drawn: dict[str, list[str]] = {}
    for kind, path in _rectangles(parts, total):
        drawn.setdefault(kind, []).append(path)
    paths = (element("path", class_=kind, d="".join(path)) for kind, path in drawn.items())
    told = f"Profile of {reading.workout.name}, {width}: height is effort, width is time"
    return element("figure", _svg("profile", told, WIDTH, HEIGHT, *paths), element("figcaption", width))


def _rectangles(parts: list[Bar], total: float) -> Iterator[tuple[str, str]]:
    """Yield the class and the path of each bar that is wide enough to be seen."""
    seconds = 0.0
    for bar in parts:
        left = round(WIDTH * seconds / total, 1)
        seconds += bar.seconds
        right = round(WIDTH * seconds / total, 1)
        top = round(HEIGHT * (1 - bar.height), 1)
        if right > left:
            yield _CLASSES[bar.intensity], f"M{left:g} {HEIGHT}V{top:g}H{right:g}V{HEIGHT}z"


def _svg(kind: str, told: str, width: int, height: int, *inside: Markup) -> Markup:
    return element(
        "svg",
        element("title", told),
        *inside,
        class_=kind,
        viewBox=f"0 0 {width} {height}",
        preserveAspectRatio="none",
        role="img",
    )
