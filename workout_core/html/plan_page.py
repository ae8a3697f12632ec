"""A whole plan as a page: this week and its season, how to subscribe to it, and below them every session."""

from __future__ import annotations

from datetime import date

from workout_core.analysis.readings import Readings
from workout_core.html.cards import session_cards
from workout_core.html.contents import Contents
from workout_core.html.picture_style import page_style
from workout_core.html.rendering import part_of_page, rendered, script_of_page
from workout_core.html.season import Phase, season
from workout_core.html.subscription import Subscription
from workout_core.html.weeks import week_groups
from workout_core.model.plan import Plan
from workout_core.plans.conflicts import conflicts
from workout_core.plans.outcomes import Outcomes
from workout_core.plans.week_phrases import plan_numbers


def plan_html(
    plan: Plan,
    readings: Readings,
    *,
    today: date | None = None,
    subscription: Subscription | None = None,
    outcomes: Outcomes | None = None,
) -> str:
    """Return the page of *plan*.

    Args:
        plan: the plan.
        readings: what its workouts ask, of the athlete in whose numbers and units the page is.
        today: the day to mark, whose week comes first; where it lies in none, the weeks are in order.
        subscription: what the page offers besides being read.
        outcomes: what became of its sessions, to be told beside them.
    """
    contents = Contents.of(plan, readings, today, subscription, outcomes)
    phases = season(contents)
    return rendered(
        "plan.html",
        style="\n".join((part_of_page("style.css"), page_style(), _widths(phases))),
        script=_script(subscription) if subscription else "",
        plays=bool(subscription and subscription.listening),
        plan=plan,
        contents=contents,
        numbers=plan_numbers(plan, contents.weeks)[1:],
        groups=week_groups(contents),
        phases=phases,
        conflicts=conflicts(plan, readings),
        cards=session_cards(contents),
    )


def _script(offered: Subscription) -> str:
    """Return what runs in the page: it copies addresses, and shows captions while a track plays."""
    wanted = (offered.url, "copy.js"), (offered.listening, "listen.js")
    return "\n".join(script_of_page(name) for is_there, name in wanted if is_there)


def _widths(phases: tuple[Phase, ...]) -> str:
    """Return the rules by which a phase is as wide as it has weeks."""
    counts = sorted({len(phase.weeks) for phase in phases})
    return "".join(
        f"\n.weeks-{count} {{ flex: {count} 1 {2.5 * count:g}rem; max-width: {7 * count}rem; }}"
        for count in counts
    )
