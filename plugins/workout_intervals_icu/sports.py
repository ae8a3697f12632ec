"""Which sport a text is for, as far as its steps tell."""

from __future__ import annotations

import re
from typing import Final

from workout_core import Sport
from workout_intervals_icu.parts import PartKind, parts_of

_SWIMMING: Final = re.compile(
    r"pool length|(?<!\w)(?:swim\w*|freestyle|backstroke|kick|pull buoy)(?!\w)", re.IGNORECASE
)
_ROWING: Final = re.compile(r"(?<!\w)(?:rowing|rower|row erg)(?!\w)", re.IGNORECASE)
_CYCLING: Final = re.compile(r"(?<!\w)(?:ride|cycling|bike|pedal\w*)(?!\w)", re.IGNORECASE)
_RUNNING: Final = re.compile(r"(?<!\w)(?:run\w*|jog\w*|strides?)(?!\w)|[0-9]\s?spm(?!\w)", re.IGNORECASE)


def told_sport(text: str) -> Sport | None:
    """Return the sport of the steps in *text*; None if nothing tells.

    Paces of 100 m are swum and those of 500 m rowed; other paces are run. Powers, zones of power and
    revolutions are of cycling, unless words say otherwise.
    """
    lines = dict.fromkeys(text.splitlines())  # repeats that are written out say the same again and again
    parts = [part for line in lines for part in parts_of(line)]
    paces = " ".join("".join(part.text.casefold().split()) for part in parts if _is_pace(part.text))
    for unit, sport in (("/100", Sport.POOL_SWIMMING), ("/500", Sport.ROWING), ("/", Sport.RUNNING)):
        if unit in paces:
            return sport
    for words, sport in (
        (_SWIMMING, Sport.POOL_SWIMMING),
        (_ROWING, Sport.ROWING),
        (_RUNNING, Sport.RUNNING),
    ):
        if words.search(text):
            return sport
    if paces:
        return Sport.RUNNING
    if _CYCLING.search(text) or any(_is_of_cycling(part.kind, part.text) for part in parts):
        return Sport.CYCLING
    return None


def _is_pace(text: str) -> bool:
    return "pace" in text.casefold() or "/" in text


def guessed_sport(text: str) -> Sport:
    """Return the sport of the steps in *text*, and running if nothing tells, as in documents."""
    return told_sport(text) or Sport.RUNNING


def _is_of_cycling(kind: PartKind, text: str) -> bool:
    folded = text.casefold()
    if kind in (PartKind.SHARE, PartKind.ZONE):
        return "hr" not in folded
    return kind in (PartKind.WATTS, PartKind.FREE, PartKind.MEAN_MAXIMUM) or (
        kind is PartKind.CADENCE and "rpm" in folded
    )
