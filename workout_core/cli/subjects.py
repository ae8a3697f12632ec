"""The workouts and plans that commands are given: of documents, of other formats, of a text with several."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workout_core.cli.diagnostics import echo_warnings
from workout_core.cli.foreign import Foreign
from workout_core.cli.inputs import STDIN, called, finders, load, problem, units_of
from workout_core.cli.terminal import echo
from workout_core.errors import DocumentError, Problem, shown
from workout_core.model.athlete import Athlete
from workout_core.model.identity import plan_identity, workout_identity
from workout_core.model.plan import Plan
from workout_core.model.sport import Sport
from workout_core.model.workout import Workout
from workout_core.pipeline.file_names import UnusedNames, slug
from workout_core.plans.squad import Squad

if TYPE_CHECKING:
    from uuid import UUID

    from workout_core.documents.source import Document
    from workout_core.formats.losses import Loss


class Input(NamedTuple):
    """A workout or a plan to work on.

    Attributes:
        subject: what it is.
        stem: what files made of it are called.
        path: where it was read from, if from a file.
        losses: what the model could not hold of files of other formats: the file, the importer, the loss.
    """

    subject: Workout | Plan
    stem: str
    path: Path | None = None
    losses: tuple[tuple[str, str, Loss], ...] = ()


class Loaded(NamedTuple):
    """What is in one file: a document, or several workouts of a text.

    Attributes:
        documents: one or more.
        losses: as of an :class:`Input`.
        refused: what is wrong with further workouts in it.
    """

    documents: tuple[Document, ...] = ()
    losses: tuple[tuple[str, str, Loss], ...] = ()
    refused: tuple[Problem, ...] = ()

    def refuse_rest(self) -> None:
        """Refuse what could not be read, after what could was used.

        Raises:
            DocumentError: there is something.
        """
        if self.refused:
            raise DocumentError(self.refused)


def load_each(path: str, athlete: Athlete | None = None, source: str = "") -> Loaded:
    """Read all that is in a file, or in standard input for ``-``.

    Args:
        path: of the file, or ``-``.
        athlete: whose units it is read in, unless it says others.
        source: the importer to read it with, and its options; found out if left out.

    Raises:
        DocumentError: nothing in it can be read.
    """
    foreign = Foreign(source, all_of=called(path))
    document = load(path, athlete, foreign)
    return Loaded((document, *foreign.others), tuple(foreign.losses), tuple(foreign.refused))


def inputs_of(path: str, loaded: Loaded) -> list[Input]:
    """Return what was *loaded* from *path* as what files are made of, each with a name of its own.

    Raises:
        DocumentError: it is an athlete or a squad.
    """
    subjects = []
    for each in loaded.documents:
        if isinstance(each, Athlete):
            raise problem(path, f"is an athlete, not a workout or a plan (give it with '--athlete {path}')")
        if isinstance(each, Squad):
            raise problem(path, "is a squad, not a workout or a plan (export it from a file)")
        subjects.append(each)
    if len(subjects) > 1:
        names = UnusedNames()
        found = [Input(each, names.like(slug(each.name))) for each in subjects]
        return [found[0]._replace(losses=loaded.losses), *found[1:]]
    file = None if path == STDIN else Path(path)
    stem = file.stem.strip(".") if file else ""
    return [Input(subjects[0], stem or slug(subjects[0].name), file, loaded.losses)]


def tell_same_identities(inputs: Iterable[Input]) -> None:
    """Warn of different workouts or plans that watches and calendars take for one."""
    known: dict[UUID, Input] = {}
    for each in inputs:
        subject = each.subject
        identity = plan_identity(subject) if isinstance(subject, Plan) else workout_identity(subject)
        other = known.setdefault(identity, each)
        if other.subject != subject:
            what = f"{shown(subject.name)} is called like {other.path or other.stem}"
            advice = "give one another name, or an 'id'"
            echo(
                f"warning: {each.path or each.stem}: {what}, and watches and calendars take them for one "
                f"({advice})",
                err=True,
            )


def from_notation(steps: str, name: str, sport: str, athlete: Athlete | None = None) -> Input:
    """Make a workout of the notation on the command line, for *athlete* if one is given.

    Raises:
        DocumentError: the notation is wrong.
    """
    from workout_core.notation.parser import parsed

    with echo_warnings():
        read = parsed(steps, "--steps", finders(Foreign())["exercises"], units_of(athlete))
    return Input(Workout(name=name, items=read.items, sport=Sport(sport), units=read.units), slug(name))
