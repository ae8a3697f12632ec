"""What a format lost, and what an athlete lacks, told on a terminal: each, or by kinds where it is much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workout_core.analysis.readings import Readings
from workout_core.cli.diagnostics import echo_lacking_notes
from workout_core.cli.options import DEFAULT_FORMATS
from workout_core.cli.terminal import echo
from workout_core.errors import shown
from workout_core.formats.losses import Loss
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout

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
        yield f"{where}: {loss}" if where else str(loss)


def kind_lines(losses: Iterable[tuple[str, Loss]]) -> Iterator[str]:
    """Yield a line for each number that the athlete lacks, and for each kind of the other losses."""
    kinds: dict[str, list[tuple[str, Loss]]] = {}
    for where, loss in losses:
        kinds.setdefault(loss.needs or loss.title, []).append((where, loss))
    for title, same in sorted(kinds.items(), key=lambda kind: not kind[1][0][1].needs):
        where, first = same[0]
        what = first.what.removesuffix(f": {first.needs}")
        place = ": ".join(filter(None, (title, where, first.path or "all of it", what)))
        yield f"{place}{_more(len(same))}"


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
    return f" (and {count - 1} like it)" if count > 1 else ""
