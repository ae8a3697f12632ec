"""Each session of a plan with its steps; one that is done on several days is told once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from workout_core.html.contents import Contents
from workout_core.html.outcomes import ShownOutcome, shown_outcome
from workout_core.html.pictures import profile_picture
from workout_core.languages import gettext, pgettext
from workout_core.model.plan import Event, Session
from workout_core.model.workout import Workout
from workout_core.phrases import outline, say_totals
from workout_core.phrases.names import say_sport
from workout_core.units import say_time

FEW = 3
"""Days of a session that are all shown at once."""


@frozen(kw_only=True)
class ShownStep:
    """A step or a repeat in words, and what is repeated."""

    words: str
    below: tuple[ShownStep, ...]


@frozen(kw_only=True)
class SessionDay:
    """A day on which a session is done.

    Attributes:
        session: the session.
        week: the id of the week.
        files: labels and addresses of what there is to download.
        listening: the addresses of a track and its captions; nothing if it is not spoken.
        outcome: what became of it, if that is told.
    """

    session: Session
    week: str
    files: tuple[tuple[str, str], ...]
    listening: tuple[str, str] | None
    outcome: ShownOutcome | None


@frozen(kw_only=True)
class SessionCard:
    """All there is to know of a workout, or of an event.

    Attributes:
        anchor: its id.
        what: the workout or the event.
        numbers: its sport, its totals, its load, in words.
        picture: its profile; empty of an event.
        steps: of a workout.
        days: when it is done.
        first: where in *days* the next is, or the first if none is to come.
        is_next: whether that is still to come.
    """

    anchor: str
    what: Workout | Event
    numbers: tuple[str, ...]
    picture: str
    steps: tuple[ShownStep, ...]
    days: tuple[SessionDay, ...]
    first: int
    is_next: bool

    @property
    def heard(self) -> SessionDay | None:
        """The day whose track is played: the next, or the first; None if it is not spoken."""
        days = (*self.days[self.first :], *self.days)
        return next((each for each in days if each.listening), None)

    @property
    def shown(self) -> tuple[SessionDay, ...]:
        """The days that are shown at once: all if they are few, else the last that was done, and the next."""
        if len(self.days) <= FEW:
            return self.days
        next_one = self.days[self.first]
        done = [each for each in self.days if each.outcome is not None and each.outcome.activities]
        return tuple(each for each in self.days if each is next_one or each in done[-1:])


def session_cards(contents: Contents) -> tuple[SessionCard, ...]:
    """Return all details: first what this week has, then what is to come, else by the first day."""
    cards = tuple(_card(contents, what, sessions) for what, sessions in contents.days.items())
    return tuple(sorted(cards, key=lambda card: _place(card, contents.this_week)))


def _place(card: SessionCard, now: date | None) -> tuple[bool, date]:
    days = [each.session.day for each in card.days]
    coming = [day for day in days if now is not None and day >= now]
    return not coming, min(coming or days)


def _card(contents: Contents, what: Workout | Event, sessions: tuple[Session, ...]) -> SessionCard:
    reading = contents.readings.of(what) if isinstance(what, Workout) else None
    coming = [
        number
        for number, each in enumerate(sessions)
        if contents.today is not None and each.day >= contents.today and not each.skipped
    ]
    offered = contents.subscription
    files = offered.files if offered else {}
    listening = offered.listening if offered else {}
    return SessionCard(
        anchor=contents.anchors[what],
        what=what,
        numbers=tuple(filter(None, _numbers(contents, what, sessions[0]))),
        picture=profile_picture(reading) if reading else "",
        steps=tuple(_steps(list(outline(reading)))) if reading else (),
        days=tuple(
            SessionDay(
                session=each,
                week=contents.week_anchor(each.day),
                files=files.get(each.key, ()),
                listening=listening.get(each.key),
                outcome=shown_outcome(each, contents.outcomes),
            )
            for each in sessions
        ),
        first=coming[0] if coming else 0,
        is_next=bool(coming),
    )


def _numbers(contents: Contents, what: Workout | Event, session: Session) -> tuple[str, ...]:
    if isinstance(what, Workout):
        hard = gettext("hard") if contents.readings.is_hard(session) else ""
        load = gettext("load {load}", load=f"{contents.readings.load(session):.0f}")
        sport = say_sport(what.sport)
        return sport, say_totals(contents.readings.of(what)), load, hard
    kind = pgettext("kind of event", what.kind.value.capitalize())
    return kind, say_time(session.lasts) if session.lasts else ""


def _steps(lines: list[tuple[int, str]]) -> Iterator[ShownStep]:
    """Yield *lines* with those that are deeper below the one they belong to."""
    depth = lines[0][0]
    starts = [number for number, (each, _) in enumerate(lines) if each == depth]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        (_, words), *below = lines[start:end]
        yield ShownStep(words=words, below=tuple(_steps(below)) if below else ())
