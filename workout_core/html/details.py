"""Each session of a plan with its steps; one that is done on several days is told once."""

from __future__ import annotations

from workout_core.analysis.reading import Reading
from workout_core.html.contents import Contents
from workout_core.html.dates import when_element
from workout_core.html.markup import BETWEEN, Markup, element, joined, link_list, paragraphs
from workout_core.html.pictures import profile_picture
from workout_core.model.plan import Event, Session
from workout_core.model.workout import Workout
from workout_core.phrases import outline, say_totals
from workout_core.units import say_time


def session_sections(contents: Contents) -> Markup:
    """Return all details under their heading, in the order of their first days; nothing if there are none."""
    if not contents.days:
        return Markup()
    title = element("h2", "Sessions", id="sessions-title")
    articles = (_article(contents, what, sessions) for what, sessions in contents.days.items())
    return element(
        "section", joined((title, *articles), "\n"), id="sessions", aria_labelledby="sessions-title"
    )


def _article(contents: Contents, what: Workout | Event, sessions: tuple[Session, ...]) -> Markup:
    parts = (
        element("h3", what.name, dir="auto"),
        element("p", joined(_numbers(contents, what, sessions[0]), BETWEEN), class_="numbers"),
        element("p", joined((_when(contents, each) for each in sessions), BETWEEN), class_="days"),
        paragraphs(what.description, "words"),
        *(_workout(contents.readings.of(what)) if isinstance(what, Workout) else ()),
        link_list(what.links),
    )
    return element("article", joined(parts, "\n"), id=contents.anchors[what])


def _numbers(contents: Contents, what: Workout | Event, session: Session) -> tuple[str, ...]:
    if isinstance(what, Workout):
        hard = "hard" if contents.readings.is_hard(session) else ""
        load = f"load {contents.readings.load(session):.0f}"
        return what.sport.title, say_totals(contents.readings.of(what)), load, hard
    return what.kind.value.capitalize(), say_time(session.lasts) if session.lasts else ""


def _when(contents: Contents, session: Session) -> Markup:
    link = element("a", when_element(session), href=f"#{contents.week_anchor(session.day)}")
    return joined((element("s", link), " (skipped)")) if session.skipped else link


def _workout(reading: Reading) -> tuple[Markup, Markup]:
    """Return the steps of a workout and its picture."""
    return _steps(list(outline(reading))), profile_picture(reading)


def _steps(lines: list[tuple[int, str]]) -> Markup:
    """Return *lines* as a list, with a list of those that are deeper below the one they belong to."""
    depth = lines[0][0]
    starts = [number for number, (each, _) in enumerate(lines) if each == depth]
    blocks = [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    items = (element("li", line, _steps(below) if below else "", dir="auto") for (_, line), *below in blocks)
    return element("ol", *items)
