"""What pictures look like, in light and dark: rules for a picture on its own, and for those of a page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from workout_core.analysis.palette import ZONE_COLOURS, colour_of
from workout_core.html.profile_shapes import zone_class
from workout_core.html.sport_marks import MARK_COLOURS
from workout_core.patterns import lazy_pattern


class PictureTheme(Enum):
    """Whether a picture is light or dark, or what its reader prefers."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


INK: Final = MappingProxyType({PictureTheme.LIGHT: "#1a1a1a", PictureTheme.DARK: "#ececec"})
PAPER: Final = MappingProxyType({PictureTheme.LIGHT: "#ffffff", PictureTheme.DARK: "#161616"})
_CLASSES: Final = lazy_pattern(r'class="([^"]+)"')
_IN_PAGES: Final = """\
.profile { display: block; width: 100%; height: auto; }
.thumbnail { display: block; width: 120px; height: 32px; }
"""
_SHAPES: Final = """\
.picture text { font-family: system-ui, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; font-size: 11px; \
fill: currentColor; }
.picture .name { font-size: 13px; font-weight: 700; }
.picture .line { fill: none; stroke: currentColor; stroke-opacity: .22; }
.picture .threshold { stroke-opacity: .7; stroke-dasharray: 5 4; }
.picture .bracket { stroke-opacity: .7; }
"""


def _colours_of(theme: PictureTheme) -> Mapping[str, str]:
    """Return the colour of each class that has one."""
    zones = {zone_class(zone): colour_of(zone) for zone in (*range(len(ZONE_COLOURS)), None)}
    is_dark = theme is PictureTheme.DARK
    return (
        {"paper": PAPER[theme]}
        | {kind: each.dark if is_dark else each.light for kind, each in zones.items()}
        | {kind: dark if is_dark else light for kind, (light, dark) in MARK_COLOURS.items()}
    )


_COLOURS: Final = MappingProxyType(
    {theme: _colours_of(theme) for theme in (PictureTheme.LIGHT, PictureTheme.DARK)}
)


def _colours(theme: PictureTheme, kinds: Collection[str]) -> str:
    """Return the rules of the colours of *theme* for these classes, one a line."""
    rules = (
        f".picture .{kind} {{ fill: {_COLOURS[theme][kind]}; }}\n"
        for kind in _COLOURS[theme]
        if kind in kinds
    )
    return "".join(rules)


def _on_its_own(theme: PictureTheme, kinds: Collection[str]) -> str:
    return f".picture {{ color: {INK[theme]}; }}\n{_colours(theme, kinds)}"


def own_style(theme: PictureTheme, drawn: str) -> str:
    """Return the rules of the picture *drawn*, which is a file of its own."""
    kinds = set(_CLASSES.findall(drawn))
    if theme is not PictureTheme.AUTO:
        return _SHAPES + _on_its_own(theme, kinds)
    light, dark = (_on_its_own(each, kinds) for each in (PictureTheme.LIGHT, PictureTheme.DARK))
    return f"{_SHAPES}{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"


def page_style() -> str:
    """Return the rules for the pictures of a page, in whose ink they are."""
    light, dark = (_colours(theme, _COLOURS[theme]) for theme in (PictureTheme.LIGHT, PictureTheme.DARK))
    return f"{_IN_PAGES}{_SHAPES}{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"
