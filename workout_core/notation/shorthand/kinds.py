"""What a phrase does to the piece that is being read, and how tables of phrases are written."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple


class Does(Enum):
    """What a phrase does."""

    ROLE = "role"
    TARGET = "target"
    RACE = "race"
    STROKE = "stroke"
    AT = "at"
    IN = "in"
    REST = "rest follows"
    THEN = "then"
    ON = "on"
    SEND_OFF = "leave on"
    BACK = "back"
    FULL = "full"
    EQUAL = "equal"
    HALF = "half"
    REPS = "between reps"
    SETS = "between sets"
    LAST = "last"
    FIRST = "first"
    AS = "as"
    ALL = "all"
    RAMP = "ramp"
    WITHIN = "within"
    PLACE = "place"
    NOTE = "note"
    UNDER = "under"
    HEART = "heart rate"
    EFFORT = "effort"
    CADENCE = "cadence"
    OF = "of"
    SHARE = "share of"
    UNIT = "unit"
    PACE = "pace"
    HEADING = "heading"
    FILLER = "filler"


class Meaning(NamedTuple):
    """What a phrase does, and with which word of the notation."""

    does: Does
    word: str = ""


def all_mean(does: Does, word: str, phrases: str) -> Mapping[str, Meaning]:
    """Return the same meaning for each of *phrases*, which bars part."""
    return {phrase.strip(): Meaning(does, word) for phrase in phrases.split("|")}


FEET: Final = ("recover", "jog", "walk", "rest")
"""Roles of what is done between."""
