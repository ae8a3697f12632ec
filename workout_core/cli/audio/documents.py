"""Which tracks the documents of a command are to become."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workout_core.analysis.reading import Reading
from workout_core.cli.changing import changed
from workout_core.cli.diagnostics import echo_lacking_notes, echo_unknown_names
from workout_core.cli.failures import Failures
from workout_core.cli.inputs import load_athlete
from workout_core.cli.losses import loss_lines
from workout_core.cli.spans import echo_other_days
from workout_core.cli.squad import is_squad
from workout_core.cli.squad.reading import member_inputs
from workout_core.cli.subjects import Input, from_notation, inputs_of, load_each
from workout_core.cli.terminal import echo
from workout_core.formats.losses import Loss
from workout_core.model.athlete import Athlete
from workout_core.model.identity import session_identity, workout_identity
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.clock import clock, today
from workout_core.pipeline.export import readings_for
from workout_core.pipeline.file_names import session_names
from workout_core.pipeline.squads import folder_of
from workout_core.plans.squad import Member
from workout_core.watch.spans import DaySpan, from_today


class TrackToMake(NamedTuple):
    """A track to make.

    Attributes:
        reading: of the workout, for whom it is.
        name: of its file below the folder, without suffix.
        of: the identity of what it is made of.
    """

    reading: Reading
    name: str
    of: str


def asked_tracks(
    documents: tuple[str, ...], source: str, athlete: str | None, asked: AskedTracks
) -> tuple[AskedTracks, list[TrackToMake]]:
    """Return what is asked, of the *athlete* that the command names, and the tracks of its *documents*.

    Raises:
        click.UsageError: there is a squad, and another document, or nobody of it is named.
        WorkoutError: the athlete is wrong.
    """
    if not source and any(map(is_squad, documents)):
        member, plans = member_inputs(documents, athlete, "whose tracks are they?")
        asked = asked._replace(athlete=member.athlete)
        return asked, asked.of_member(plans, member)
    asked = asked._replace(athlete=load_athlete(athlete))
    return asked, asked.of_documents(documents, source)


class AskedTracks(NamedTuple):
    """What is asked of every document.

    Attributes:
        transforms: that change it first.
        athlete: for whom it is, if that is given.
        span: the days of a plan that are meant; those from today on if left out.
        failures: where what is wrong with one is kept, so that the others are not held up.
    """

    transforms: tuple[str, ...]
    athlete: Athlete | None
    span: DaySpan | None
    failures: Failures

    def of_documents(self, documents: tuple[str, ...], source: str) -> list[TrackToMake]:
        """Return the tracks of all *documents*, which are read as *source* says, if it says anything."""
        return [track for path in documents for track in self.of_document(path, source)]

    def of_member(self, plans: list[Input], member: Member) -> list[TrackToMake]:
        """Return the tracks of the *plans* of an athlete of a squad, in a folder of their own."""
        tracks: list[TrackToMake] = []
        with self.failures.of():
            for each in plans:
                tracks += self._of(each._replace(stem=f"{folder_of(member)}/{each.stem}"))
        return tracks

    def of_document(self, path: str, source: str) -> list[TrackToMake]:
        """Return the tracks of the document *path*, which is read as *source* says, if it says anything."""
        tracks: list[TrackToMake] = []
        with self.failures.of():
            loaded = load_each(path, self.athlete, source)
            for each in inputs_of(path, loaded):
                tracks += self._of(each)
            loaded.refuse_rest()
        return tracks

    def of_steps(self, steps: str, name: str, sport: str) -> list[TrackToMake]:
        """Return the track of *steps* in the notation."""
        tracks: list[TrackToMake] = []
        with self.failures.of():
            tracks += self._of(from_notation(steps, name, sport, self.athlete))
        return tracks

    def _of(self, read: Input) -> Iterator[TrackToMake]:
        lost = [loss for *_, loss in read.losses]
        subject = changed(read.subject, self.transforms, self.athlete, lost.append)
        _echo_losses(read.stem, lost)
        readings = readings_for(subject, self.athlete)
        if isinstance(subject, Workout):
            yield TrackToMake(readings.of(subject), read.stem, str(workout_identity(subject)))
        else:
            yield from self._of_plan(subject, read.stem)
        if readings.athlete is None:
            echo_unknown_names(subject, readings, read.stem)
        else:
            echo_lacking_notes(readings, read.stem)

    def _of_plan(self, plan: Plan, stem: str) -> Iterator[TrackToMake]:
        span = self.span or from_today(today(clock()))
        echo_other_days(plan, span, asked=self.span)
        readings = readings_for(plan, self.athlete)
        names = session_names(plan)
        for session in plan.sessions:
            if isinstance(session.activity, Workout) and session.key in names and span.has(session.day):
                of = str(session_identity(plan, session))
                yield TrackToMake(readings.of(session.activity), f"{stem}/{names[session.key]}", of)


def _echo_losses(where: str, lost: list[Loss]) -> None:
    for line in loss_lines([(where, loss) for loss in lost]):
        echo(line, err=True)
