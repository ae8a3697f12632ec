"""The words of a log and what they mean, in every language that one is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from workout_core import (
    EventKind,
    Language,
    LinkKind,
    Sport,
    gettext,
    in_language,
    pgettext,
    say_date,
    say_week_name,
)

_A_MONDAY: Final = date(2026, 8, 3)
_LETTERS: Final = re.compile(r"[^\W\d_]+")


class Vocabulary(NamedTuple):
    """What a log is read by.

    Attributes:
        dates: the pattern of a date, in the groups that :func:`_dates` names.
        weekdays: their names, as short as they are written, with their numbers from 0.
        months: likewise, from 1.
        weeks: the heading of a week; the group is its name.
        sports: by the words for them within a line.
        kinds: those of events, likewise.
        skipped: what is said of a session that is left out.
        coach: how a note to whoever coaches begins.
        links: what a link leads to, by the words for that.
    """

    dates: str
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    weeks: re.Pattern[str]
    sports: Mapping[str, Sport]
    kinds: Mapping[str, EventKind]
    skipped: frozenset[str]
    coach: tuple[str, ...]
    links: Mapping[str, LinkKind]


def say_sport(sport: Sport) -> str:
    """Say a sport within a line."""
    return pgettext("sport", sport.title.lower())


def say_kind(kind: EventKind) -> str:
    """Say what kind of event there is."""
    return pgettext("kind of event", kind.value)


def say_skipped() -> str:
    """Say that a session is left out."""
    return gettext("skipped")


def say_coach() -> str:
    """Say to whom a note is, which begins so."""
    return f"**{gettext('For the coach:')}** "


def say_link_kind(kind: LinkKind) -> str:
    """Say what a link leads to, if that is more than a page."""
    if kind is LinkKind.PAGE:
        return ""
    is_video = kind is LinkKind.VIDEO
    return pgettext("kind of link", "video") if is_video else pgettext("kind of link", "audio")


@cache
def vocabulary() -> Vocabulary:
    """Return the words of all languages: who reads a log need not speak that of who has written it."""
    weekdays: dict[str, int] = {}
    months: dict[str, int] = {}
    weeks: list[str] = []
    sports: dict[str, Sport] = {}
    kinds: dict[str, EventKind] = {}
    links: dict[str, LinkKind] = {}
    skipped, coach = [], []
    for each in Language:
        with in_language(each):
            for number in range(7):
                weekdays[_name_in(_A_MONDAY + timedelta(number), 0)] = number
            for number in range(1, 13):
                months[_name_in(_A_MONDAY.replace(month=number), 1)] = number
            weeks += _headings()
            sports |= {say_sport(sport): sport for sport in Sport}
            kinds |= {say_kind(kind): kind for kind in EventKind}
            links |= {say_link_kind(kind): kind for kind in LinkKind}
            skipped.append(say_skipped())
            coach.append(say_coach())
    return Vocabulary(
        dates=_dates(weekdays, months),
        weekdays=weekdays,
        months=months,
        weeks=re.compile(rf"(?:{'|'.join(weeks)})(?::\s*(.*))?", re.IGNORECASE),
        sports=sports,
        kinds=kinds,
        skipped=frozenset(skipped),
        coach=tuple(coach),
        links=links,
    )


def _name_in(day: date, place: int) -> str:
    """Return the name of the weekday of *day*, which is said first, or of its month."""
    names: list[str] = _LETTERS.findall(say_date(day))
    return names[place].lower()


def _headings() -> Iterator[str]:
    """Yield patterns for the number of a week, with that of all weeks and without."""
    for said in (say_week_name(1, 1), gettext("Week {number}", number=1)):
        yield re.escape(said).replace("1", "[0-9]+")


def _dates(weekdays: Mapping[str, int], months: Mapping[str, int]) -> str:
    """Return the pattern of a date; who writes it may write more of a name, and a full stop."""
    return (
        rf"(?P<date>(?:(?P<weekday>{_longest_first(weekdays)})[^\W\d_]*\.?,?\s+)?"
        rf"(?:(?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
        rf"|(?P<day>[0-9]{{1,2}})\.?\s+(?P<month>{_longest_first(months)})[^\W\d_]*\.?(?:\s+(?P<year>[0-9]{{4}}))?))"
    )


def _longest_first(names: Mapping[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))
