"""Training calendars to subscribe to or to import."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workout_core import (
    Capabilities,
    ExportContext,
    Exporter,
    Feature,
    Plan,
    Revision,
    RevisionContext,
    hookimpl,
)
from workout_icalendar.options import CalendarOptions

WORKOUT_API = 1
IN_WORDS = Capabilities(features=frozenset(Feature) - {Feature.TAGS, Feature.POOL_LENGTH})
"""A calendar tells people in words what to do; tags and the length of a pool are not among them."""


@hookimpl
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer the iCalendar format."""
    return [
        Exporter(
            name="ics",
            title="iCalendar training calendar",
            subject=Plan,
            suffix=".ics",
            media_type="text/calendar",
            supports=IN_WORDS,
            write=_write,
            options=CalendarOptions,
            revise=_revise,
        )
    ]


def _write(plan: Plan, context: ExportContext) -> bytes:
    from workout_icalendar.calendar import calendar

    return calendar(plan, context)


def _revise(data: bytes, earlier: bytes, context: RevisionContext) -> Revision:
    from workout_icalendar.revisions import revise

    return revise(data, earlier, context)
