"""The page of a squad for its coach: athletes and weeks, and who lacks which number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from workout_core.html.dates import day_element
from workout_core.html.markup import Markup, element, joined, name_of
from workout_core.html.page import framed
from workout_core.html.style import STYLE
from workout_core.plans.squad_phrases import say_members, say_week_sum
from workout_core.plans.squad_totals import MemberWeeks, all_weeks

_STYLE: Final = (
    STYLE
    + """\
main { max-width: none; }
.squad { overflow-x: auto; }
.squad th[scope=row] { position: sticky; inset-inline-start: 0; background: var(--paper); }
.squad td { white-space: nowrap; text-align: end; }
.squad small { display: block; color: var(--faint); }
"""
)
_NOBODY: Final[Mapping[str, str]] = MappingProxyType({})


def squad_html(name: str, members: Sequence[MemberWeeks], pages: Mapping[str, str] = _NOBODY) -> str:
    """Return the page of the squad called *name*.

    Args:
        name: what people call it.
        members: its athletes, in order.
        pages: addresses of the pages of athletes, by what they go by.
    """
    starts = all_weeks(members)
    parts = (
        element("h1", name, dir="auto"),
        element("p", say_members(members, starts), class_="numbers"),
        _table(members, starts, pages) if starts else Markup(),
        _remarks(members),
    )
    return framed(name, _STYLE, element("main", "\n", joined(parts, "\n"), "\n"))


def _table(members: Sequence[MemberWeeks], starts: tuple[date, ...], pages: Mapping[str, str]) -> Markup:
    heads = element(
        "tr",
        element("th", "Athlete", scope="col"),
        *(element("th", day_element(start), scope="col") for start in starts),
    )
    rows = joined((_row(each, starts, pages) for each in members), "\n")
    title = element("h2", "Weeks", id="weeks-title")
    table = element("table", element("thead", heads), "\n", element("tbody", rows))
    legend = element("p", "Time and distance on foot, and below them the load.", class_="numbers")
    box = element("div", table, class_="squad")
    return element("section", title, legend, "\n", box, id="weeks", aria_labelledby="weeks-title")


def _row(member: MemberWeeks, starts: tuple[date, ...], pages: Mapping[str, str]) -> Markup:
    name = name_of(member.key)
    page = pages.get(member.key)
    head = element("th", element("a", name, href=page) if page else name, scope="row")
    return element("tr", head, *(_cell(member, start) for start in starts))


def _cell(member: MemberWeeks, start: date) -> Markup:
    week = member.weeks.get(start)
    if week is None:
        return element("td", "\N{EN DASH}")
    time, far, load = say_week_sum(week, member.units)
    return element("td", joined((time, far), ", "), element("small", f"load {load}"))


def _remarks(members: Sequence[MemberWeeks]) -> Markup:
    """Return who lacks which number, and of whom there is nothing; or nothing."""
    lines = [
        element("li", name_of(each.key), ": ", name_of(told))
        for each in members
        for told in (each.problem, *each.lacks)
        if told
    ]
    if not lines:
        return Markup()
    title = element("h2", "What is missing", id="missing-title")
    return element(
        "section",
        title,
        "\n",
        element("ul", joined(lines, "\n")),
        id="missing",
        aria_labelledby="missing-title",
    )
