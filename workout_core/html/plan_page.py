"""A whole plan as a page: its weeks, and below them every session."""

from __future__ import annotations

from workout_core.analysis.readings import Readings
from workout_core.html.contents import Contents
from workout_core.html.details import session_sections
from workout_core.html.markup import BETWEEN, Markup, element, joined
from workout_core.html.overview import head, loads, too_much
from workout_core.html.page import framed
from workout_core.html.picture_style import page_style
from workout_core.html.style import STYLE
from workout_core.html.weeks import week_sections
from workout_core.model.plan import Plan


def plan_html(plan: Plan, readings: Readings) -> str:
    """Return the page of *plan*.

    Args:
        plan: the plan.
        readings: what its workouts ask, of the athlete in whose numbers and units the page is.
    """
    contents = Contents.of(plan, readings)
    sections = {
        "weeks": ("Weeks at a glance", loads(contents)),
        "mind": ("What asks too much", too_much(contents)),
        "grid": ("Week by week", week_sections(contents)),
        "sessions": ("Sessions", session_sections(contents)),
    }
    shown = {anchor: title for anchor, (title, section) in sections.items() if section}
    body = joined((head(contents), _ways(shown), *(section for _, section in sections.values())), "\n")
    return framed(plan.name, STYLE + page_style(), element("main", "\n", body, "\n"))


def _ways(titles: dict[str, str]) -> Markup:
    """Return links to the sections."""
    links = (element("a", title, href=f"#{anchor}") for anchor, title in titles.items())
    return element("nav", joined(links, BETWEEN), aria_label="On this page")
