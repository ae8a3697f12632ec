"""The colours of the zones, the same in every picture and on a terminal."""

from __future__ import annotations

from typing import Final, NamedTuple


class ZoneColour(NamedTuple):
    """What a zone looks like.

    Attributes:
        name: what it is called: ``Z4``, or ``rest`` below the first.
        light: its colour on white, 3 to 1 at least.
        dark: its colour on black, likewise.
        terminal: the closest of the sixteen colours of a terminal.
    """

    name: str
    light: str
    dark: str
    terminal: str


ZONE_COLOURS: Final = (
    ZoneColour("rest", "#868e96", "#868e96", "bright_black"),
    ZoneColour("Z1", "#3d94cc", "#74c0fc", "cyan"),
    ZoneColour("Z2", "#1864ab", "#4a9ff0", "bright_blue"),
    ZoneColour("Z3", "#2b8a3e", "#51cf66", "green"),
    ZoneColour("Z4", "#b67d00", "#ffd43b", "yellow"),
    ZoneColour("Z5", "#d9480f", "#ff922b", "red"),
    ZoneColour("Z6", "#c2185b", "#ff6b81", "bright_red"),
    ZoneColour("Z7", "#7b2cbf", "#cc8cf5", "magenta"),
)
"""By the number that :func:`~workout_core.analysis.intensities.zone_of_effort` returns. The order is that of
the usual charts of zones: grey, blue, green, yellow, orange, red, purple. Colours alone never tell: the
harder zone is drawn higher, too."""
NO_COLOUR: Final = ZoneColour("unknown", "#5c6b7a", "#adb9c7", "bright_black")
"""Of what nobody knows how hard it is."""


def colour_of(zone: int | None) -> ZoneColour:
    """Return the colour of *zone*; None is none that is known."""
    return NO_COLOUR if zone is None else ZONE_COLOURS[zone]
