"""The line of a session in a log: its box, when it is, what it is called, and what else is said."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Final, NamedTuple

from workout_core import EventKind, Sport, without_isolates
from workout_markdown.inline import read_inline

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG: Final = 180
"""Days; a session stands in the half of the year around its week."""
_DATE: Final = (
    rf"(?P<date>(?:(?P<weekday>{'|'.join(_DAYS)})[a-z]*\.?,?\s+)?"
    rf"(?:(?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
    rf"|(?P<day>[0-9]{{1,2}})\.?\s+(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?(?:\s+(?P<year>[0-9]{{4}}))?))"
)
DATE: Final = re.compile(_DATE, re.IGNORECASE)
_SESSION: Final = re.compile(
    rf"[-*+]\s+(?:\[(?P<box>[ xX])\]\s+)?(?P<struck>~~)?\**{_DATE}\**"
    r"(?:,?\s+(?P<at>[0-9]{1,2}:[0-9]{2}))?\s*(?:\N{MIDDLE DOT}|:|\N{EN DASH}|-)\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_BOLD: Final = re.compile(r"\*\*((?:[^\\*]|\\.|\*(?!\*))+)\*\*(?:~~)?(.*)")
SPORTS: Final = {sport.title.lower(): sport for sport in Sport}
_KINDS: Final = {kind.value: kind for kind in EventKind}
_SPAN: Final = re.compile(r"(?:about )?((?:[0-9]+ (?:days?|h|min|s)\s*)+)")
_SECONDS: Final = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}


class SessionLine(NamedTuple):
    """What the line of a session says.

    Attributes:
        number: of the line, from 1.
        name: what is done.
        day: when, as it is written; the year is that of the week if it is not written.
        at: the time of day.
        has_box: whether it has a box to tick.
        ticked: whether that is ticked.
        skipped: whether it is left out.
        race: whether it is one.
        kind: what happens, if it is an event.
        sport: of the workout.
        seconds: how long an event takes.
    """

    number: int
    name: str
    day: re.Match[str]
    at: time | None
    has_box: bool
    ticked: bool
    skipped: bool
    race: bool
    kind: EventKind | None
    sport: Sport
    seconds: float | None


def session_line(text: str, number: int) -> SessionLine | None:
    """Read a line; None if it is not that of a session.

    Raises:
        ValueError: its time of day is none.
    """
    found = _SESSION.fullmatch(text.rstrip())
    if found is None:
        return None
    if bold := _BOLD.fullmatch(found["rest"]):
        name, said = bold[1], bold[2].split("\N{MIDDLE DOT}")
    else:
        name, *said = found["rest"].replace("~~", "").split("\N{MIDDLE DOT}")
    words = [read_inline(word.strip()) for word in said]
    kinds = [_KINDS[word] for word in words if word in _KINDS]
    spans = [span[1] for word in words if (span := _SPAN.fullmatch(word))]
    return SessionLine(
        number=number,
        name=without_isolates(read_inline(name.strip())),
        day=found,
        at=time.fromisoformat(f"{found['at']:0>5}") if found["at"] else None,
        has_box=found["box"] is not None,
        ticked=found["box"] in ("x", "X"),
        skipped=bool(found["struck"]) or "skipped" in words,
        race=EventKind.RACE in kinds,
        kind=kinds[0] if kinds else None,
        sport=next((SPORTS[word] for word in words if word in SPORTS), Sport.RUNNING),
        seconds=_seconds(spans[0]) if spans else None,
    )


def _seconds(span: str) -> float:
    return sum(int(number) * _SECONDS[unit] for number, unit in re.findall(r"([0-9]+) ([dhms])", span))


def read_date(found: re.Match[str], after: date | None) -> date | None:
    """Return a date; one without a year is the first that is not long before *after*; None without both.

    Raises:
        ValueError: there is no such day.
    """
    if found["iso"]:
        day = date.fromisoformat(found["iso"])
    elif found["year"]:
        day = _day(found, int(found["year"]))
    elif after is None:
        return None
    else:
        day = _day(found, after.year)
        if (day - after).days < -_LONG:
            day = _day(found, after.year + 1)
    return day


def is_on_its_weekday(found: re.Match[str], day: date) -> bool:
    """Tell whether *day* is on the weekday that is written, if one is."""
    return not found["weekday"] or _DAYS.index(found["weekday"].lower()) == day.weekday()


def _day(found: re.Match[str], year: int) -> date:
    return date(year, _MONTHS.index(found["month"].lower()) + 1, int(found["day"]))
