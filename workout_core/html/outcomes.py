"""What became of a session, as it is shown on a page beside what was planned."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final

from attrs import frozen

from workout_core.analysis.done import Comparison, StepsFoundBy, added
from workout_core.languages import gettext, gettext_noop
from workout_core.model.plan import Session
from workout_core.phrases.dates import say_date
from workout_core.phrases.done import (
    SaidStep,
    say_beside,
    say_done,
    say_found_by,
    say_missed,
    say_steps,
)
from workout_core.plans.match_phrases import say_doubts
from workout_core.plans.matching import ActivityMatch
from workout_core.plans.outcomes import Outcomes

MOST_STEPS: Final = 200
"""That a page tells one by one."""


class ShownState(Enum):
    """Whether a session was done: a sign for the eye, and the words of it."""

    DONE = ("\N{CHECK MARK}", gettext_noop("done"))
    PARTLY = ("\N{CIRCLE WITH LEFT HALF BLACK}", gettext_noop("partly done"))
    NOT_DONE = ("\N{BALLOT X}", gettext_noop("not done"))

    @property
    def sign(self) -> str:
        """What is seen at a glance."""
        return self.value[0]

    @property
    def words(self) -> str:
        """What is said."""
        return gettext(self.value[1])


@frozen(kw_only=True)
class ShownActivity:
    """An activity beside the session that it was.

    Attributes:
        state: whether it was all of it.
        sums: time, distance, pace and heart rate; the day, where it is another one.
        notes: what was missed, and what is doubtful.
        steps: each in words; none if they are too many, or nothing tells what was done of them.
    """

    state: ShownState
    sums: str
    notes: tuple[str, ...]
    steps: tuple[SaidStep, ...]


@frozen(kw_only=True)
class ShownOutcome:
    """What became of a session: its state, and the activities that it was done in, if it was."""

    state: ShownState
    activities: tuple[ShownActivity, ...]


def shown_state(session: Session, outcomes: Outcomes | None) -> ShownState | None:
    """Return whether *session* was done; None if that is not known."""
    if outcomes is None:
        return None
    if found := outcomes.done.get(session.key):
        return ShownState.DONE if any(map(_is_whole, found)) else ShownState.PARTLY
    return ShownState.NOT_DONE if session.key in outcomes.left else None


def shown_outcome(session: Session, outcomes: Outcomes | None) -> ShownOutcome | None:
    """Return what became of *session*; None if that is not known."""
    state = shown_state(session, outcomes)
    if outcomes is None or state is None:
        return None
    return ShownOutcome(state=state, activities=tuple(map(_shown, outcomes.done.get(session.key, ()))))


def _is_whole(match: ActivityMatch) -> bool:
    return match.comparison is None or match.comparison.is_whole


def _shown(match: ActivityMatch) -> ShownActivity:
    steps: tuple[SaidStep, ...] = ()
    if match.comparison is not None and match.reading is not None and _is_told(match.comparison):
        steps = tuple(say_steps(match.comparison, match.reading))
    return ShownActivity(
        state=ShownState.DONE if _is_whole(match) else ShownState.PARTLY,
        sums=_sums(match),
        notes=tuple(_notes(match)),
        steps=steps,
    )


def _is_told(comparison: Comparison) -> bool:
    return comparison.found_by is not StepsFoundBy.NOTHING and 1 < len(comparison.steps) <= MOST_STEPS


def _sums(match: ActivityMatch) -> str:
    day, planned = match.activity.day, match.session.day if match.session else None
    if not match.reading:
        return ""
    done = say_done(added(match.activity.laps), match.reading)
    if day is None or day == planned:
        return done
    return gettext("on {day}, {sums}", day=say_date(day), sums=done)


def _notes(match: ActivityMatch) -> Iterator[str]:
    if match.comparison is not None and match.reading is not None:
        yield from filter(None, (say_missed(match.comparison), say_found_by(match.comparison)))
        if len(match.comparison.steps) == 1 and (
            beside := say_beside(match.comparison.steps[0], match.reading)
        ):
            yield beside[:1].upper() + beside[1:]
    yield from say_doubts(match)
