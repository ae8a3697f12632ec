"""The weeks of a plan as grids: a column for each day, or on a phone the days below each other."""

from __future__ import annotations

from datetime import date

from workout_core.html.contents import Contents
from workout_core.html.dates import day_element, days_from
from workout_core.html.markup import BETWEEN, Markup, element, joined, name_of, paragraphs
from workout_core.html.overview import say_week
from workout_core.model.plan import Session
from workout_core.phrases.dates import say_day
from workout_core.plans.session_phrases import say_how_much, say_marks
from workout_core.plans.week_phrases import week_numbers
from workout_core.plans.week_totals import WeekTotals


def week_sections(contents: Contents) -> Markup:
    """Return all weeks under their heading."""
    title = element("h2", "Week by week", id="grid-title")
    weeks = (_week(contents, week) for week in contents.weeks)
    return element("section", joined((title, *weeks), "\n"), id="grid", aria_labelledby="grid-title")


def _week(contents: Contents, week: WeekTotals) -> Markup:
    anchor = contents.week_anchor(week.start)
    days = days_from(week.start)
    numbers = (
        joined((day_element(days[0]), day_element(days[-1])), " to "),
        *week_numbers(week, contents.units),
    )
    parts = (
        element("h3", say_week(contents, week), id=f"{anchor}-title"),
        element("p", joined(numbers, BETWEEN), class_="numbers"),
        paragraphs(week.note, "note"),
        paragraphs(week.coach_note, "note"),
        _grid(contents, week, days, f"{anchor}-title"),
    )
    return element("section", joined(parts, "\n"), id=anchor, class_="week")


def _grid(contents: Contents, week: WeekTotals, days: tuple[date, ...], title: str) -> Markup:
    """Return the days as a table, with roles that stay when a phone shows it as a list."""
    heads = (element("th", say_day(day), scope="col", role="columnheader") for day in days)
    cells = (
        element("td", _sessions(contents, week, day), role="cell", data_day=say_day(day)) for day in days
    )
    row = element("tr", joined(cells, "\n"), role="row")
    return element(
        "table",
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        "\n",
        element("tbody", row, role="rowgroup"),
        class_="grid",
        role="table",
        aria_labelledby=title,
    )


def _sessions(contents: Contents, week: WeekTotals, day: date) -> Markup:
    items = [_session(contents, session) for session in week.sessions if session.day == day]
    return element("ul", joined(items, "\n")) if items else Markup()


def _session(contents: Contents, session: Session) -> Markup:
    anchor = contents.anchors.get(session.activity)
    name = name_of(session.name)
    name = element("a", name, href=f"#{anchor}") if anchor else name
    marks = say_marks(session, contents.readings)
    much = say_how_much(session, contents.readings)
    parts = (
        element("time", f"{session.at:%H:%M}") if session.at else "",
        element("s", name) if session.skipped else name,
        *(element("span", mark, class_="mark") for mark in marks),
        element("span", much, class_="much") if much else "",
    )
    return element("li", joined(parts, " "), class_=" ".join(marks))
