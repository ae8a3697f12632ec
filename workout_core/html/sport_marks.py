"""The mark of a sport beside a small picture: a shape and a colour for each kind of training."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core.html.markup import Markup, element
from workout_core.model.sport import Sport

MARK_SIZE: Final = 14
"""How wide and how high a mark is."""

_KINDS: Final = MappingProxyType(
    {
        Sport.WALKING: "walk",
        Sport.HIKING: "walk",
        Sport.STRENGTH: "lift",
        Sport.MOBILITY: "bend",
        Sport.YOGA: "bend",
        Sport.PILATES: "bend",
        Sport.CARDIO: "mixed",
        Sport.HIIT: "mixed",
        Sport.OTHER: "mixed",
    }
)
MARK_COLOURS: Final = MappingProxyType(
    {
        "run": ("#c2410c", "#ff9f6b"),
        "walk": ("#6d6a00", "#d5cf4a"),
        "ride": ("#2f5fd0", "#8fa8ff"),
        "swim": ("#0b7285", "#4fd1e0"),
        "row": ("#2b6e4f", "#6fd3a4"),
        "lift": ("#6741d9", "#b9a3ff"),
        "bend": ("#a61e6d", "#ff8fcb"),
        "mixed": ("#555555", "#b4b4b4"),
    }
)
"""Of each kind, on white and on black; the shape tells them apart where colours do not."""
_WAVE: Final = "q1.75-2.6 3.5 0t3.5 0t3.5 0t3.5 0v2.2q-1.75 2.6-3.5 0t-3.5 0t-3.5 0t-3.5 0z"
_SHAPES: Final = MappingProxyType(
    {
        "run": "M1 2h3l4 5l-4 5h-3l4-5zM7 2h3l4 5l-4 5h-3l4-5z",
        "walk": "M4 2h3l4 5l-4 5h-3l4-5z",
        "ride": "M7 0a7 7 0 1 0 .01 0zM7 2.4a4.6 4.6 0 1 1-.01 0zM7 5a2 2 0 1 0 .01 0z",
        "swim": f"M0 4{_WAVE}M0 9.5{_WAVE}",
        "row": "M1 11.5L8.5 4L10 5.500L2.500 13zM8 2.500L12.500 0L14 1.500L11.500 6z",
        "lift": "M0 4h2v6h-2zM2.500 2h2.500v10h-2.500zM5 6h4v2h-4zM9 2h2.500v10h-2.500zM12 4h2v6h-2z",
        "bend": "M0 12a7 9 0 0 1 14 0h-2.800a4.200 6 0 0 0-8.400 0z",
        "mixed": "M7 0L9 5L14 7L9 9L7 14L5 9L0 7L5 5z",
    }
)


def kind_of(sport: Sport) -> str:
    """Return which kind of training *sport* is, by which it is marked."""
    if sport.in_cycling:
        return "ride"
    if sport.in_water:
        return "swim"
    if sport.in_rowing:
        return "row"
    return _KINDS.get(sport, "run")


def has_zones(sport: Sport) -> bool:
    """Tell whether zones and a threshold mean anything in *sport*."""
    return kind_of(sport) not in ("lift", "bend")


def sport_mark(sport: Sport) -> Markup:
    """Return the mark of *sport*, in the upper left corner."""
    kind = kind_of(sport)
    return element("path", class_=kind, d=_SHAPES[kind])
