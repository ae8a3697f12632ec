"""The page of a squad for its coach: athletes and weeks, and who lacks which number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from attrs import frozen

from workout_core.html.rendering import part_of_page, rendered
from workout_core.plans.squad_phrases import say_members, say_week_sum
from workout_core.plans.squad_totals import MemberWeeks, all_weeks
from workout_core.plans.week_totals import DAYS

_NOBODY: Final[Mapping[str, str]] = MappingProxyType({})


@frozen(kw_only=True)
class SquadCell:
    """A week of an athlete: in words, its load, and that in percent of the most of theirs."""

    words: str
    load: str
    percent: int


@frozen(kw_only=True)
class SquadRow:
    """An athlete: what they go by, the address of their page if there is one, and all weeks."""

    key: str
    page: str
    weeks: tuple[SquadCell | None, ...]


def squad_html(
    name: str,
    members: Sequence[MemberWeeks],
    pages: Mapping[str, str] = _NOBODY,
    *,
    today: date | None = None,
) -> str:
    """Return the page of the squad called *name*.

    Args:
        name: what people call it.
        members: its athletes, in order.
        pages: addresses of the pages of athletes, by what they go by.
        today: the day whose week is marked.
    """
    starts = all_weeks(members)
    now = [start for start in starts if today and 0 <= (today - start).days < DAYS]
    return rendered(
        "squad.html",
        style=part_of_page("style.css"),
        name=name,
        about=say_members(members, starts),
        starts=starts,
        now=now[0] if now else None,
        rows=[_row(each, starts, pages.get(each.key, "")) for each in members],
        remarks=[(each.key, told) for each in members for told in (each.problem, *each.lacks) if told],
    )


def _row(member: MemberWeeks, starts: tuple[date, ...], page: str) -> SquadRow:
    most = max((week.load for week in member.weeks.values()), default=0.0)
    return SquadRow(key=member.key, page=page, weeks=tuple(_cell(member, start, most) for start in starts))


def _cell(member: MemberWeeks, start: date, most: float) -> SquadCell | None:
    week = member.weeks.get(start)
    if week is None:
        return None
    time, far, load = say_week_sum(week, member.units)
    return SquadCell(
        words=", ".join(filter(None, (time, far))),
        load=load,
        percent=round(100 * week.load / most) if most else 0,
    )
