"""The parts of a step's line: what the workout builder takes for a duration, a target or an instruction.

The builder looks for its parts wherever they stand in a line, and takes all else for text. What follows are
the forms that its announcement and its quick guide list (forum.intervals.icu, topics 1163 and 123701), in any
case of letters, and those that people write beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from attrs import frozen

_NUMBER: Final = r"[0-9]{1,8}(?:[.,][0-9]{1,4})?"
_TO: Final = r"\s?[-–—]\s?"
_PER: Final = r"\s?/\s?(?:km|k|miles?|mi|[0-9]{3}\s?(?:m|y|yds?|yards)?)(?!\w)"
_CLOCK: Final = r"[0-9]{1,2}:[0-5][0-9]"
_SECONDS: Final = r"(?:\s?[0-9]{1,4}s(?!\s+rest))"
"""Behind minutes; what is called a rest is a step of its own."""
_DOUBLE: Final = "(?:[\"”″]|'')"
TIME_UNITS: Final = r"(?:h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)"
DISTANCE_UNITS: Final = r"(?:kms?|mtrs?|met(?:er|re)s?|miles?|mi|yr?ds?|yards?)"


class PartKind(Enum):
    """What a part of a line is."""

    MEAN_MAXIMUM = "mean_maximum"
    TIME = "time"
    DISTANCE = "distance"
    SHARE = "share"
    WATTS = "watts"
    CADENCE = "cadence"
    BEATS = "beats"
    PACE = "pace"
    CUSTOM_ZONE = "custom_zone"
    ZONE = "zone"
    RAMP = "ramp"
    FREE = "free"
    ALL_OUT = "all_out"
    LAP = "lap"
    SETTING = "setting"


_FORMS: Final = {
    PartKind.MEAN_MAXIMUM: rf"{_NUMBER}(?:{_TO}{_NUMBER})?\s?%\s?MMP(?:\s?{_NUMBER}[hms])?",
    PartKind.TIME: (
        rf"{_NUMBER}h(?:\s?[0-9]{{1,3}}m(?:{_SECONDS}|[0-9]{{1,2}})?|{_SECONDS}|[0-9]{{1,2}})?"
        rf"|{_NUMBER}m(?:{_SECONDS}|[0-9]{{1,2}})?|{_NUMBER}s"
        rf"|[0-9]{{1,4}}['’′](?:\s?[0-9]{{1,2}}{_DOUBLE}|[0-9]{{1,2}})?|[0-9]{{1,4}}{_DOUBLE}"  # noqa: RUF001
    ),
    PartKind.DISTANCE: rf"{_NUMBER}(?:\s?{DISTANCE_UNITS}|y)",
    PartKind.SHARE: (
        rf"(?:(?P<share_low>{_NUMBER})\s?%?{_TO})?(?P<share_high>{_NUMBER})\s?%"
        r"(?:\s?(?:of\s)?(?P<share_of>LTHR|HR\s?max|max\s?HR|HRR|HR|FTP|power|CP|(?:threshold\s)?pace|CSS)(?![\w=]))?"
    ),
    PartKind.WATTS: (
        rf"(?:(?P<watts_low>[0-9]{{1,5}})\s?(?:w(?:atts?)?)?{_TO})?"
        r"(?P<watts_high>[0-9]{1,5})\s?w(?:atts?)?"
    ),
    PartKind.CADENCE: rf"(?:(?P<cadence_low>[0-9]{{1,3}}){_TO})?(?P<cadence_high>[0-9]{{1,3}})\s?[rs]pm",
    PartKind.BEATS: rf"(?:(?P<beats_low>[0-9]{{1,3}}){_TO})?(?P<beats_high>[0-9]{{1,3}})\s?bpm(?:\s+HR)?",
    PartKind.PACE: (
        rf"(?P<pace_from>{_CLOCK})(?:(?P<pace_per>{_PER})?{_TO}(?P<pace_to>{_CLOCK}))?"
        rf"(?:(?P<pace_unit>{_PER})(?P<pace_word>\s?pace)?|(?P<pace_bare>\s?pace))"
    ),
    PartKind.CUSTOM_ZONE: rf"CZ[0-9]{{1,2}}(?:{_TO}(?:CZ)?[0-9]{{1,2}})?",
    PartKind.ZONE: (
        rf"Z(?P<zone_low>[0-9]{{1,2}})(?:{_TO}Z?(?P<zone_high>[0-9]{{1,2}}))?(?![0-9])"
        r"(?:\s+(?P<zone_of>HR|LTHR|pace|power)(?!\w))?"
    ),
    PartKind.RAMP: "ramp",
    PartKind.FREE: r"free\s?ride",
    PartKind.ALL_OUT: r"max[ -]?effort",
    PartKind.LAP: r"press(?:\sthe)?\slap(?:\sbutton)?|lap\spress",
    PartKind.SETTING: r"(?P<set_name>[a-z_]{2,20})=(?P<set_value>[^\s,;]{1,40})",
}
_NO_WORD: Final = r"(?!\w)"
_AFTER: Final = {PartKind.SHARE: "", PartKind.TIME: r"(?![\w/:%°])", PartKind.DISTANCE: r"(?![\w/])"}
_PARTS: Final = re.compile(
    r"(?<![\w.,:/=+-])(?:"
    + "|".join(rf"(?P<{kind.value}>(?:{form}){_AFTER.get(kind, _NO_WORD)})" for kind, form in _FORMS.items())
    + ")",
    re.IGNORECASE,
)


@frozen
class LinePart:
    """One part of a line.

    Attributes:
        kind: what it is.
        match: of its form; groups are named after the kind, ``share_low``.
    """

    kind: PartKind
    match: re.Match[str]

    @property
    def text(self) -> str:
        """The part as it is written."""
        return self.match[0]

    def group(self, name: str) -> str:
        """Return what *name* holds, without spaces and in small letters; nothing if it is not there."""
        return "".join((self.match[name] or "").casefold().split())


def parts_of(line: str) -> Iterator[LinePart]:
    """Yield the parts of *line* in order."""
    for match in _PARTS.finditer(line):
        yield LinePart(next(kind for kind in PartKind if match[kind.value] is not None), match)
