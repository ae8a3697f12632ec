"""What a notebook shows: a workout with its picture and its steps, a plan with its weeks."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from functools import singledispatch
from typing import Final

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.html.dates import days_from
from workout_core.html.markup import BETWEEN, Markup, element, joined, name_of, paragraphs
from workout_core.html.pictures import WIDTH, picture_words, profile_svg, thumbnail_svg
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.phrases import outline
from workout_core.phrases.dates import DAYS, say_day
from workout_core.plans.week_phrases import plan_numbers, say_week_name, week_numbers
from workout_core.plans.week_totals import WeekTotals, week_totals

_CELL: Final = "text-align: start; vertical-align: top"


@singledispatch
def notebook_html(value: object) -> Markup | None:
    """Return the HTML of *value*; None of what has none.

    Pictures are images with data of their own, so that neither their style nor that of the notebook is the
    other's.
    """
    del value
    return None


@notebook_html.register
def _(workout: Workout) -> Markup:
    return notebook_html(Reading(workout))  # type: ignore[return-value]  # of a reading


@notebook_html.register
def _(reading: Reading) -> Markup:
    picture = _image(profile_svg(reading), picture_words(reading).title, round(WIDTH))
    lines = (
        element("li", words, dir="auto", style=f"margin-inline-start: {2 * depth}em")
        for depth, words in outline(reading)
    )
    about = paragraphs(reading.workout.description, "")
    return joined((picture, about, element("ul", *lines)), "\n")


@notebook_html.register
def _(plan: Plan) -> Markup:
    readings = Readings(plan.athlete)
    weeks = week_totals(plan, readings)
    heads = (
        element("th", DAYS[day.weekday()], scope="col", style=_CELL) for day in days_from(weeks[0].start)
    )
    rows = (_week(number, len(weeks), week, readings) for number, week in enumerate(weeks, start=1))
    table = element(
        "table",
        element("thead", element("tr", element("th", "Week", scope="col", style=_CELL), *heads)),
        element("tbody", joined(rows, "\n")),
    )
    numbers = element("div", joined(plan_numbers(plan, weeks), BETWEEN))
    return joined((element("strong", name_of(plan.name)), numbers, table), "\n")


def _week(number: int, count: int, week: WeekTotals, readings: Readings) -> Markup:
    numbers = (
        element("div", each, style="font-weight: normal") for each in week_numbers(week, readings.units)
    )
    head = element("th", say_week_name(number, count, week.name), *numbers, scope="row", style=_CELL)
    return element("tr", head, *(_day(day, week, readings) for day in days_from(week.start)))


def _day(day: date, week: WeekTotals, readings: Readings) -> Markup:
    sessions = [_session(each, readings) for each in week.sessions if each.day == day]
    return element(
        "td", joined((element("div", say_day(day)) if sessions else "", *sessions), "\n"), style=_CELL
    )


def _session(session: Session, readings: Readings) -> Markup:
    name = name_of(session.name)
    at = f"{session.at:%H:%M}" if session.at else ""
    words = joined((at, element("s", name) if session.skipped else name), " ")
    what = session.activity
    if not isinstance(what, Workout) or session.skipped:
        return element("div", words)
    reading = readings.of(what)
    return element("div", words, _image(thumbnail_svg(reading), picture_words(reading).title, 120))


def _image(svg: str, words: str, width: int) -> Markup:
    data = b64encode(svg.encode()).decode()
    image = element(
        "img",
        src=f"data:image/svg+xml;base64,{data}",
        alt=words,
        width=f"{width}",
        style="display: block; max-width: 100%",
    )
    return Markup(image.removesuffix("</img>"))
