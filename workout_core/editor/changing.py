"""A session moved, swapped, skipped or put off → the plan's text with the line that commands write too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from attrs import frozen

from workout_core.analysis.readings import Readings
from workout_core.documents.plans.changing import changed_text
from workout_core.editor.desk import Asked, Desk, heard, is_json, needed
from workout_core.editor.underlining import Remark, Severity
from workout_core.errors import DocumentError, Problem
from workout_core.languages import gettext
from workout_core.model.plan import Plan
from workout_core.plans.after_changes import new_doubts
from workout_core.plans.wishes import keep_wish, move_wish, pause_wish, shift_wish, skip_wish, swap_wish
from workout_core.plans.words import find_session


class ChangeAsked(Protocol):
    """A question that changes a plan."""

    @property
    def text(self) -> str:
        """The plan."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def desk(self) -> Desk:
        """What it is read with."""

    def change(self, plan: Plan) -> Mapping[str, str]:
        """Return the change as documents write it."""


@frozen(kw_only=True)
class MoveSession(Asked):
    """Ask for a session on another day: a date, a weekday or ``+2d``; and at another time, if it is given."""

    session: str
    to: str
    at: str = ""

    def change(self, plan: Plan) -> Mapping[str, str]:
        """Return the change as documents write it."""
        return move_wish(plan, find_session(plan, self.session), self.to, self.at or None)


@frozen(kw_only=True)
class SwapSessions(Asked):
    """Ask for two sessions on each other's days."""

    session: str
    other: str

    def change(self, plan: Plan) -> Mapping[str, str]:
        """Return the change as documents write it."""
        return swap_wish(find_session(plan, self.session), find_session(plan, self.other))


@frozen(kw_only=True)
class SkipSession(Asked):
    """Ask for a session to be left out."""

    session: str

    def change(self, plan: Plan) -> Mapping[str, str]:
        """Return the change as documents write it."""
        return skip_wish(find_session(plan, self.session))


@frozen(kw_only=True)
class KeepSession(Asked):
    """Ask for a session that is left out to be done after all."""

    session: str

    def change(self, plan: Plan) -> Mapping[str, str]:
        """Return the change as documents write it."""
        return keep_wish(find_session(plan, self.session))


@frozen(kw_only=True)
class ShiftPlan(Asked):
    """Ask for sessions some days later, or only those from a day on."""

    days: str
    start: date | None = None

    def change(self, plan: Plan) -> Mapping[str, str]:  # noqa: ARG002 - as the others
        """Return the change as documents write it."""
        return shift_wish(self.days, self.start)


@frozen(kw_only=True)
class PausePlan(Asked):
    """Ask for some days without training."""

    start: date | None = None
    days: str

    def change(self, plan: Plan) -> Mapping[str, str]:  # noqa: ARG002 - as the others
        """Return the change as documents write it."""
        return pause_wish(needed("start", self.start), self.days)


@frozen(kw_only=True)
class ChangedPlan:
    """The text of a plan with one more change.

    Attributes:
        text: as it was, but for one line.
        problems: what is doubtful now that was not before, and which days are too much.
    """

    text: str
    problems: tuple[Remark, ...] = ()


def change(asked: ChangeAsked) -> ChangedPlan:
    """Return the text of a plan with the change that is asked for.

    Raises:
        DocumentError: the text is no plan, or none with the change.
        InvalidWorkout: there is no such session or day, or its changes have no place for one more.
    """
    desk = asked.desk

    def read(text: str) -> Plan:
        document = desk.document(text, asked.name).document
        if not isinstance(document, Plan):
            raise DocumentError([Problem(message=gettext("is not a plan (a plan begins with 'plan:')"))])
        return document

    known: list[str] = []
    said: list[str] = []
    in_json = is_json(asked.text, asked.name)
    with heard(known):
        before = read(asked.text)
    with heard(said):
        made = changed_text(asked.text, asked.change(before), before, read, is_json=in_json)
    readings = Readings(desk.athlete or before.athlete)
    new = (each for each in dict.fromkeys(said) if each not in known)
    told = (*new, *new_doubts(before, made.plan, readings))
    return ChangedPlan(
        text=made.text,
        problems=tuple(Remark(severity=Severity.WARNING, message=each) for each in told),
    )
