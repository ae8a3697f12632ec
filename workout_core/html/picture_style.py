"""What pictures look like, in light and dark: rules for a picture on its own, and for those of a page."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Final

from workout_core.analysis.palette import ZONE_COLOURS, colour_of
from workout_core.html.profile_shapes import zone_class
from workout_core.html.sport_marks import MARK_COLOURS


class Theme(Enum):
    """Whether a picture is light or dark, or what its reader prefers."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


INK: Final = MappingProxyType({Theme.LIGHT: "#1a1a1a", Theme.DARK: "#ececec"})
PAPER: Final = MappingProxyType({Theme.LIGHT: "#ffffff", Theme.DARK: "#161616"})
_SHAPES: Final = """\
.picture text { font-family: system-ui, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; font-size: 11px; \
fill: currentColor; }
.picture .name { font-size: 13px; font-weight: 700; }
.picture .line { fill: none; stroke: currentColor; stroke-opacity: .22; }
.picture .threshold { stroke-opacity: .7; stroke-dasharray: 5 4; }
.picture .bracket { stroke-opacity: .7; }
"""


def _colours(theme: Theme) -> str:
    """Return the rules of the colours of *theme*, one a line."""
    is_dark = theme is Theme.DARK
    zones = {
        zone_class(zone): colour_of(zone).dark if is_dark else colour_of(zone).light
        for zone in (*range(len(ZONE_COLOURS)), None)
    }
    marks = {kind: dark if is_dark else light for kind, (light, dark) in MARK_COLOURS.items()}
    return "".join(f".picture .{name} {{ fill: {colour}; }}\n" for name, colour in (zones | marks).items())


def _on_its_own(theme: Theme) -> str:
    ink = f".picture {{ color: {INK[theme]}; }}\n.picture .paper {{ fill: {PAPER[theme]}; }}\n"
    return ink + _colours(theme)


def own_style(theme: Theme) -> str:
    """Return the rules of a picture that is a file of its own."""
    if theme is not Theme.AUTO:
        return _SHAPES + _on_its_own(theme)
    dark = _on_its_own(Theme.DARK)
    return f"{_SHAPES}{_on_its_own(Theme.LIGHT)}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"


def page_style() -> str:
    """Return the rules for the pictures of a page, in whose ink they are."""
    dark = _colours(Theme.DARK)
    light = _SHAPES + _colours(Theme.LIGHT)
    return (
        ".profile { display: block; width: 100%; height: auto; }\n"
        ".thumbnail { display: block; width: 120px; height: 32px; }\n"
        f"{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"
    )
