"""What a notebook shows: a workout with its picture and its steps, a plan with its weeks."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from functools import singledispatch

from attrs import frozen

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.html.markup import Markup, element
from workout_core.html.pictures import THUMBNAIL_WIDTH, WIDTH, picture_words, profile_svg, thumbnail_svg
from workout_core.html.rendering import part_of_notebook
from workout_core.html.weeks import days_from
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.phrases import outline
from workout_core.phrases.dates import say_weekday
from workout_core.plans.week_phrases import plan_numbers, say_week_name, week_numbers
from workout_core.plans.week_totals import WeekTotals, week_totals


@frozen(kw_only=True)
class NotebookDay:
    """A day, with its sessions and the small picture of each."""

    day: date
    sessions: tuple[tuple[Session, Markup], ...]


@frozen(kw_only=True)
class NotebookWeek:
    """A week: what it is called, its numbers in words, and its days."""

    title: str
    numbers: tuple[str, ...]
    days: tuple[NotebookDay, ...]


@singledispatch
def notebook_html(value: object) -> str | None:
    """Return the HTML of *value*; None of what has none.

    Pictures are images with data of their own, so that neither their style nor that of the notebook is the
    other's.
    """
    del value
    return None


@notebook_html.register
def _(workout: Workout) -> str:
    return _reading(Reading(workout))


@notebook_html.register
def _reading(reading: Reading) -> str:
    picture = _image(profile_svg(reading), reading, WIDTH)
    lines = tuple(outline(reading))
    return part_of_notebook("notebook_workout.html", workout=reading.workout, picture=picture, lines=lines)


@notebook_html.register
def _(plan: Plan) -> str:
    readings = Readings(plan.athlete)
    weeks = week_totals(plan, readings)
    return part_of_notebook(
        "notebook_plan.html",
        plan=plan,
        numbers=plan_numbers(plan, weeks),
        day_names=tuple(say_weekday(day.weekday()) for day in days_from(weeks[0].start)),
        weeks=tuple(_week(number, len(weeks), week, readings) for number, week in enumerate(weeks, start=1)),
    )


def _week(number: int, count: int, week: WeekTotals, readings: Readings) -> NotebookWeek:
    return NotebookWeek(
        title=say_week_name(number, count, week.name),
        numbers=week_numbers(week, readings.units),
        days=tuple(_day(day, week, readings) for day in days_from(week.start)),
    )


def _day(day: date, week: WeekTotals, readings: Readings) -> NotebookDay:
    sessions = (each for each in week.sessions if each.day == day)
    return NotebookDay(day=day, sessions=tuple((each, _small(each, readings)) for each in sessions))


def _small(session: Session, readings: Readings) -> Markup:
    if not isinstance(session.activity, Workout) or session.skipped:
        return Markup()
    reading = readings.of(session.activity)
    return _image(thumbnail_svg(reading), reading, THUMBNAIL_WIDTH)


def _image(svg: str, reading: Reading, width: float) -> Markup:
    data = b64encode(svg.encode()).decode()
    image = element(
        "img",
        src=f"data:image/svg+xml;base64,{data}",
        alt=picture_words(reading).title,
        width=f"{width:.0f}",
        style="display: block; max-width: 100%",
    )
    return Markup(image.removesuffix("</img>"))
