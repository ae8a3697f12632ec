"""The line of a session in a log: its box, when it is, what it is called, and what else is said."""

from __future__ import annotations

import re
from datetime import date, time
from functools import cache
from typing import Final, NamedTuple

from workout_core import EventKind, Sport, without_isolates
from workout_markdown.inline import read_inline
from workout_markdown.vocabulary import vocabulary

_LONG: Final = 180
"""Days; a session stands in the half of the year around its week."""
_BOLD: Final = re.compile(r"\*\*((?:[^\\*]|\\.|\*(?!\*))+)\*\*(?:~~)?(.*)")
_SPAN: Final = re.compile(r"(?:(?:about|etwa) )?((?:[0-9]+ (?:days?|h|min|s)\s*)+)")
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
    found = _session().fullmatch(text.rstrip())
    if found is None:
        return None
    known = vocabulary()
    if bold := _BOLD.fullmatch(found["rest"]):
        name, said = bold[1], bold[2].split("\N{MIDDLE DOT}")
    else:
        name, *said = found["rest"].replace("~~", "").split("\N{MIDDLE DOT}")
    words = [read_inline(word.strip()) for word in said]
    kinds = [known.kinds[word] for word in words if word in known.kinds]
    spans = [span[1] for word in words if (span := _SPAN.fullmatch(word))]
    return SessionLine(
        number=number,
        name=without_isolates(read_inline(name.strip())),
        day=found,
        at=time.fromisoformat(f"{found['at']:0>5}") if found["at"] else None,
        has_box=found["box"] is not None,
        ticked=found["box"] in ("x", "X"),
        skipped=bool(found["struck"]) or not known.skipped.isdisjoint(words),
        race=EventKind.RACE in kinds,
        kind=kinds[0] if kinds else None,
        sport=sport_in(words),
        seconds=_seconds(spans[0]) if spans else None,
    )


@cache
def date_pattern() -> re.Pattern[str]:
    """Return the pattern of a date, wherever it stands."""
    return re.compile(vocabulary().dates, re.IGNORECASE)


@cache
def _session() -> re.Pattern[str]:
    return re.compile(
        rf"[-*+]\s+(?:\[(?P<box>[ xX])\]\s+)?(?P<struck>~~)?\**{vocabulary().dates}\**"
        r"(?:,?\s+(?P<at>[0-9]{1,2}:[0-9]{2})(?:\s+Uhr)?)?"
        r"\s*(?:\N{MIDDLE DOT}|:|\N{EN DASH}|-)\s*(?P<rest>\S.*)",
        re.IGNORECASE,
    )


def sport_in(words: list[str]) -> Sport:
    """Return the sport that is said in *words*; running goes without saying."""
    sports = vocabulary().sports
    return next((sports[word] for word in words if word in sports), Sport.RUNNING)


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
    return not found["weekday"] or vocabulary().weekdays[found["weekday"].lower()] == day.weekday()


def _day(found: re.Match[str], year: int) -> date:
    return date(year, vocabulary().months[found["month"].lower()], int(found["day"]))
