"""What a calendar client shows, in one form for all of them, and what it is to show of a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from attrs import frozen

from workout_core import Plan, Session

if TYPE_CHECKING:
    from icalendar import Event


@frozen(kw_only=True)
class Shown:
    """An event as it stands in a client.

    Attributes:
        starts: the date, and the time on the client's wall clock unless it is all day.
        ends: the same of its end; the last day of an all-day event; nothing where a plan does not say.
        title: its name.
        link: its address, or nothing.
        text: its description; of what is meant, how that begins.
    """

    starts: str
    ends: str = ""
    title: str
    link: str = ""
    text: str = ""


Calendars = dict[str, list[Shown]]
"""The events of calendars, by the name of each."""


def meant(plan: Plan, zone: str = "") -> list[Shown]:
    """Return what is to be seen of *plan* on the clocks of *zone*, which is its own when left out."""
    return [_meant(session, plan, zone) for session in plan.sessions if not session.skipped]


def are_as_meant(plans: dict[str, Plan]) -> Callable[[Calendars], bool]:
    """Return what tells whether calendars show all of these plans, each under its name."""
    return lambda found: not any(differences(found[name], plan) for name, plan in plans.items())


def differences(events: list[Shown], plan: Plan) -> list[str]:
    """Return what is shown otherwise than *plan* means it, on the clocks of its own zone."""
    wanted = meant(plan)
    where = [f"{starts(wanted)} is meant, and shown is {starts(events)}"] * (starts(events) != starts(wanted))
    there = {(event.starts, event.title): event for event in events}
    return where + [
        f"{each} is meant, and shown is {event}"
        for each in wanted
        if (event := there.get((each.starts, each.title)))
        and not (each.ends in {"", event.ends} and event.text.startswith(each.text))
    ]


def starts(events: list[Shown]) -> list[tuple[str, str, str]]:
    """Return when each event starts, its title and its link, in their order."""
    return sorted((event.starts, event.title, event.link) for event in events)


def ends(events: list[Shown]) -> list[tuple[str, str, str]]:
    """Return from when to when each event is, and its title, in their order."""
    return sorted((event.starts, event.ends, event.title) for event in events)


def on_the_wall(moment: datetime) -> str:
    """Return date and time as all clients here are asked to write them."""
    return f"{moment:%Y-%m-%d %H:%M}"


def read_by_icalendar(event: Event) -> Shown:
    """Return an event as a client shows it that reads with icalendar."""
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    is_all_day = not isinstance(start, datetime)
    return Shown(
        starts=str(start) if is_all_day else on_the_wall(start),
        ends=str(end - timedelta(days=1)) if is_all_day else on_the_wall(end),
        title=str(event["SUMMARY"]),
        link=str(event.get("URL", "")),
        text=str(event.get("DESCRIPTION", "")),
    )


def _meant(session: Session, plan: Plan, zone: str) -> Shown:
    first = last = str(session.day)
    if session.at is not None:
        # by way of UTC: a time that the clocks skip is shown as the one they go on to
        start = datetime.combine(session.day, session.at, ZoneInfo(plan.timezone)).astimezone(UTC)
        there = ZoneInfo(zone or plan.timezone)
        end = start + timedelta(seconds=session.lasts or 0)
        first = on_the_wall(start.astimezone(there))
        last = on_the_wall(end.astimezone(there)) if session.lasts else ""
    link = session.activity.links[0].url if session.activity.links else ""
    text = session.activity.description
    return Shown(starts=first, ends=last, title=session.name, link=link, text=text)
