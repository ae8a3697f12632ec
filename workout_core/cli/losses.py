"""What a format lost, and what an athlete lacks, told on a terminal: each, or by kinds where it is much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workout_core.analysis.readings import Readings
from workout_core.cli.diagnostics import echo_lacking_notes
from workout_core.cli.terminal import echo
from workout_core.errors import shown
from workout_core.formats.losses import Loss
from workout_core.languages import gettext, ngettext
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.format_options import DEFAULT_FORMATS

MOST_LOSSES = 40
"""More are told by their kinds."""


def too_many(losses: int, files: int) -> bool:
    """Tell whether so many *losses* in so many *files* are told by their kinds, as those of a plan are."""
    return losses > MOST_LOSSES and files > len(DEFAULT_FORMATS)


def placed(name: str, loss: Loss) -> tuple[str, Loss]:
    """Return *loss* of the file *name* with where it is: there, or in the plan if a session is lost."""
    folder = name.rpartition("/")[0]
    return (folder if folder and loss.path.startswith("sessions[") else name), loss


def loss_lines(losses: Iterable[tuple[str, Loss]]) -> Iterator[str]:
    """Yield a line for each loss, behind where it is: the name of its file, or nothing."""
    for where, loss in losses:
        # what is lost of a name or a description says it once
        said = str(loss).removeprefix(f"{loss.path}: " if loss.path == loss.title else "")
        yield f"{where}: {said}" if where else said


class LossKind(NamedTuple):
    """Losses of one kind: the *where* of the *first*, and how many there are."""

    where: str
    first: Loss
    number: int

    def __str__(self) -> str:
        """Say them in a line."""
        title, what = self.first.title, self.first.what
        if self.first.needs:
            title, what = self.first.needs, what.removesuffix(f": {self.first.needs}")
        path = "" if self.first.path == title else self.first.path or gettext("all of it")
        place = ": ".join(filter(None, (title, self.where, path, what)))
        return f"{place}{_more(self.number)}"


def loss_kinds(losses: Iterable[tuple[str, Loss]]) -> list[LossKind]:
    """Return *losses* by the numbers that the athlete lacks, and by their kinds."""
    kinds: dict[str, list[tuple[str, Loss]]] = {}
    for where, loss in losses:
        kinds.setdefault(loss.needs or loss.title, []).append((where, loss))
    found = [LossKind(*same[0], len(same)) for same in kinds.values()]
    return sorted(found, key=lambda kind: not kind.first.needs)


def kind_lines(losses: Iterable[tuple[str, Loss]]) -> Iterator[str]:
    """Yield a line for each number that the athlete lacks, and for each kind of the other losses."""
    yield from map(str, loss_kinds(losses))


def echo_lacking(subject: Workout | Plan, readings: Readings) -> None:
    """Print on stderr each number that the athlete lacks, and where it is needed or what takes its place."""
    workouts = [subject] if isinstance(subject, Workout) else [each.activity for each in subject.sessions]
    needs: dict[str, list[str]] = {}
    for workout in dict.fromkeys(each for each in workouts if isinstance(each, Workout)):
        of = f"{shown(workout.name)}: " if isinstance(subject, Plan) else ""
        for path, needed in readings.of(workout).lacking:
            needs.setdefault(needed, []).append(f"{of}{path}")
    for needed, places in needs.items():
        echo(f"{places[0]}: {needed}{_more(len(places))}", err=True)
    echo_lacking_notes(readings)


def _more(count: int) -> str:
    return f" {ngettext('(and {n} like it)', '(and {n} like it)', count - 1)}" if count > 1 else ""
