"""Which session an activity is, in words, and what is doubtful in that."""

from __future__ import annotations

from collections.abc import Iterator

from workout_core.languages import gettext, quoted
from workout_core.model.plan import Plan
from workout_core.phrases.dates import say_date
from workout_core.plans.matching import ActivityMatch, FoundBy


def say_which(match: ActivityMatch, plan: Plan) -> Iterator[str]:
    """Yield which session of *plan* an activity is, how that is known, and what is doubtful in it."""
    session = match.session
    if session is None:
        yield from _no_session(match, plan)
        return
    said = f"{session.name} ({session.slot})"
    if session.day != match.activity.day:
        said = gettext(
            "{name} ({slot}, planned on {date})",
            name=session.name,
            slot=session.slot,
            date=say_date(session.day),
        )
    yield gettext("{session} which is skipped", session=said) if session.skipped else said
    yield from say_doubts(match)


def say_doubts(match: ActivityMatch) -> Iterator[str]:
    """Yield what is doubtful in that an activity is a session, and in what it is compared with."""
    if match.found.by is FoundBy.SAME_WORKOUT:
        yield gettext("Sessions with the same workout share a file: this is the nearest by day.")
    if match.found.by is FoundBy.DAY:
        yield gettext("A guess by the day: the activity does not name its workout.")
    if match.changed:
        yield gettext(
            "The plan has another workout by now: {difference}. This compares with what the watch had.",
            difference=match.changed,
        )


def _no_session(match: ActivityMatch, plan: Plan) -> Iterator[str]:
    if match.activity.is_of is None:
        yield gettext("The activity names no workout, and its day does not tell which session it is.")
    else:
        yield gettext(
            "The activity was done by a workout that is none of the plan {name}.", name=quoted(plan.name)
        )
    if match.found.that_day:
        sessions = ", ".join(f"{each.name} ({each.slot})" for each in match.found.that_day)
        yield gettext("Planned that day: {sessions}", sessions=sessions)
    elif match.activity.day:
        yield gettext("Nothing is planned that day.")
