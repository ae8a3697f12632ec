"""The top of the page of a plan: what it is, a line for each week, and what asks too much."""

from __future__ import annotations

from workout_core.html.contents import Contents
from workout_core.html.dates import day_element
from workout_core.html.markup import BETWEEN, Markup, element, joined, link_list, name_of, paragraphs
from workout_core.html.pictures import load_bar
from workout_core.plans.conflicts import conflicts
from workout_core.plans.week_phrases import plan_numbers, say_week_distances, say_week_time
from workout_core.plans.week_totals import WeekTotals


def head(contents: Contents) -> Markup:
    """Return the name, the dates, the zone, who it is for, the description and the links."""
    plan = contents.plan
    dates = joined((day_element(plan.sessions[0].day), day_element(plan.sessions[-1].day)), " to ")
    whose = contents.athlete.name if contents.athlete else ""
    about = (
        dates,
        *plan_numbers(plan, contents.weeks)[1:],
        joined(("for ", name_of(whose))) if whose else "",
    )
    parts = (
        element("h1", plan.name, dir="auto"),
        element("p", joined(about, BETWEEN), class_="numbers"),
        paragraphs(plan.description, "words"),
        link_list(plan.links),
    )
    return element("header", joined(parts, "\n"))


def say_week(contents: Contents, week: WeekTotals) -> Markup:
    """Return what a week is called, with its number."""
    number = f"Week {contents.numbers[week.start]}"
    return joined((number, name_of(week.name) if week.name else ""), ", ")


def loads(contents: Contents) -> Markup:
    """Return a table of the weeks: time, distance, load, and a bar of it."""
    most = max(week.load for week in contents.weeks)
    heads = element(
        "tr", *(element("th", each, scope="col") for each in ("Week", "From", "Time", "Distance", "Load"))
    )
    rows = joined((_row(contents, week, week.load / most if most else 0) for week in contents.weeks), "\n")
    table = element("table", element("thead", heads), "\n", element("tbody", rows), class_="loads")
    title = element("h2", "Weeks at a glance", id="weeks-title")
    return element("section", title, "\n", table, id="weeks", aria_labelledby="weeks-title")


def _row(contents: Contents, week: WeekTotals, share: float) -> Markup:
    link = element("a", say_week(contents, week), href=f"#{contents.week_anchor(week.start)}")
    far = ", ".join(say_week_distances(week, contents.units))
    return element(
        "tr",
        element("th", link, scope="row"),
        element("td", day_element(week.start)),
        element("td", say_week_time(week)),
        element("td", far or "\N{EN DASH}"),
        element("td", element("span", f"{week.load:.0f}"), load_bar(share), class_="load"),
    )


def too_much(contents: Contents) -> Markup:
    """Return a list of what asks too much, or nothing."""
    found = conflicts(contents.plan, contents.readings)
    if not found:
        return Markup()
    lines = (
        element(
            "li",
            element("a", day_element(each.day), href=f"#{contents.week_anchor(each.day)}"),
            ": ",
            name_of(each.what),
        )
        for each in found
    )
    title = element("h2", "What asks too much", id="mind-title")
    return element(
        "section", title, "\n", element("ul", joined(lines, "\n")), id="mind", aria_labelledby="mind-title"
    )
