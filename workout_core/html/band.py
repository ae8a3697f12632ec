"""The splits of a race as a band to print, cut out and wear: HTML that prints well, and plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workout_core.html.markup import escaped
from workout_core.html.page import framed
from workout_core.recipes.legs import Leg
from workout_core.recipes.terrain import WORTH_A_WORD
from workout_core.units import MILE, Units, plain, write_clock

_STYLE: Final = """\
@page { margin: 10mm; }
body { font: 10pt/1.25 "Helvetica Neue", Arial, sans-serif; color: #000; background: #fff; margin: 1em; }
.bands { display: flex; flex-wrap: wrap; gap: 4mm; }
.band { border: 1px dashed #000; padding: 2mm; width: 42mm; min-height: 170mm; break-inside: avoid; }
h1 { font-size: 10pt; margin: 0; }
p { margin: 0 0 1mm; font-size: 8pt; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .15mm 1mm; white-space: nowrap; }
th { font-size: 7pt; font-weight: normal; border-bottom: 1px solid #000; }
td:last-child { font-weight: bold; }
tr:nth-child(5n) td { border-bottom: 1px solid #999; }
.hint { font-size: 8pt; margin-top: 2mm; }
@media print { .hint { display: none; } body { margin: 0; } }
"""
_BODY: Final = """\
<div class="bands">
{bands}
</div>
<p class="hint">Print at 100 %, cut along the dashes, and close it around the wrist.</p>"""
_BAND: Final = """\
<div class="band">
<h1>{title}</h1>
<p>{how}</p>
<table>
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>"""
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
    hilly = any(arrow for _, arrow, _, _ in made)
    heads = _cells("th", (_unit(units), "", "split", "clock"), hilly=hilly)
    lines = [f"<tr>{_cells('td', row, hilly=hilly)}</tr>" for row in made]
    bands = (
        _BAND.format(
            title=escaped(title), how=escaped(how), heads=heads, rows="\n".join(lines[at : at + LONGEST])
        )
        for at in range(0, len(lines), LONGEST)
    )
    return framed(title, _STYLE, _BODY.format(bands="\n".join(bands)))


def _cells(tag: str, row: tuple[str, str, str, str], *, hilly: bool) -> str:
    mark, arrow, split, clock = row
    cells = (mark, arrow, split, clock) if hilly else (mark, split, clock)
    return "".join(f"<{tag}>{cell}</{tag}>" for cell in cells)


def band_text(title: str, how: str, legs: tuple[Leg, ...], units: Units = Units.METRIC) -> str:
    """Return the same as plain text, a line for each leg."""
    made = [(_unit(units), "", "split", "clock"), *rows(legs, units)]
    widths = [max(len(row[column]) for row in made) for column in range(4)]
    lines = [
        "  ".join(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True) if width)
        for row in made
    ]
    return "\n".join([title, how, "", *lines]) + "\n"


def _unit(units: Units) -> str:
    return "mi" if units is Units.IMPERIAL else "km"
