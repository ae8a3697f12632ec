"""The splits of a race as a band to print, cut out and wear: HTML that prints well, and plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workout_core.html.rendering import part_of_page, rendered
from workout_core.languages import pgettext
from workout_core.recipes.legs import Leg
from workout_core.recipes.terrain import WORTH_A_WORD
from workout_core.units import MILE, Units, plain, write_clock

LONGEST: Final = 45
"""Rows of a band that fit a page; a longer race has several side by side."""


def rows(legs: tuple[Leg, ...], units: Units = Units.METRIC) -> Iterator[tuple[str, str, str, str]]:
    """Yield where each leg ends, an arrow where it climbs or falls, its split, and the clock."""
    length = MILE if units is Units.IMPERIAL else 1000.0
    for leg in legs:
        arrow = "\N{UPWARDS ARROW}" if leg.rise > 0 else "\N{DOWNWARDS ARROW}"
        arrow = arrow if abs(leg.rise) >= WORTH_A_WORD else ""
        mark = plain(round(leg.end / length, 4 if leg is legs[-1] and length == 1000 else 2))  # noqa: PLR2004
        yield mark, arrow, write_clock(leg.seconds), write_clock(leg.clock)


def band_html(title: str, how: str, legs: tuple[Leg, ...], units: Units = Units.METRIC) -> str:
    """Return a page that holds the band of a race called *title* and run as *how* says."""
    made = list(rows(legs, units))
    columns = range(4) if any(arrow for _, arrow, _, _ in made) else (0, 2, 3)
    head, *lines = ([row[column] for column in columns] for row in (_heads(units), *made))
    return rendered(
        "band.html",
        style=part_of_page("band.css"),
        title=title,
        how=how,
        heads=head,
        bands=[lines[at : at + LONGEST] for at in range(0, len(lines), LONGEST)],
    )


def band_text(title: str, how: str, legs: tuple[Leg, ...], units: Units = Units.METRIC) -> str:
    """Return the same as plain text, a line for each leg."""
    made = [_heads(units), *rows(legs, units)]
    widths = [max(len(row[column]) for row in made) for column in range(4)]
    lines = [
        "  ".join(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True) if width)
        for row in made
    ]
    return "\n".join([title, how, "", *lines]) + "\n"


def _heads(units: Units) -> tuple[str, str, str, str]:
    return (
        "mi" if units is Units.IMPERIAL else "km",
        "",
        pgettext("the time of a leg of a race", "split"),
        pgettext("the time since the start of a race", "clock"),
    )
