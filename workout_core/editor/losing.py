"""What each format cannot carry of a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from attrs import field, frozen

from workout_core.editor.desk import Asked, Desk, needed
from workout_core.editor.texts import Spots, as_changed, read_whatever
from workout_core.editor.underlining import Remark, Severity, line_of
from workout_core.errors import ExportError, InvalidWorkout
from workout_core.formats.exporter import Export
from workout_core.formats.losses import Loss
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.export import export, readings_for
from workout_core.pipeline.format_options import options_by_format


@frozen(kw_only=True)
class Writing(Asked):
    """Ask for something that is written.

    Attributes:
        to: the formats.
        options: of formats, as text.
        transforms: that change it first.
        today: the day of a single workout.
        now: the clock.
    """

    to: tuple[str, ...] = ()
    options: Mapping[str, str] = field(factory=dict)
    transforms: tuple[str, ...] = ()
    today: date | None = None
    now: datetime | None = None


class Losing(Writing):
    """Ask what formats lose; all that take it if none are named."""


@frozen(kw_only=True)
class ToldLoss:
    """Something that a format cannot carry.

    Attributes:
        path: the place in the document.
        line: of the text, from 1; 0 if nobody knows.
        kind: of what there is less.
        what: what became of it.
        needs: the number that the athlete lacks, if that is why.
        file: the file that lacks it, of several.
    """

    path: str
    line: int
    kind: str
    what: str
    needs: str | None = None
    file: str | None = None


@frozen(kw_only=True)
class Losses:
    """What formats lose.

    Attributes:
        losses: by the name of the format.
        refused: why other formats cannot take it, by their names.
        problems: what is wrong with the text.
    """

    losses: Mapping[str, tuple[ToldLoss, ...]]
    refused: Mapping[str, str] = field(factory=dict)
    problems: tuple[Remark, ...] = ()


def losses(asked: Losing) -> Losses:
    """Return what formats lose of a text; nothing of one that is wrong."""
    needed("now", asked.now)
    needed("today", asked.today)
    desk = asked.desk
    read = read_whatever(asked, desk)
    subject = read.documents[0] if read.documents else None
    if not isinstance(subject, (Workout, Plan)):
        wrong = tuple(each for each in read.told if each.severity is Severity.ERROR)
        return Losses(losses={}, problems=wrong)
    lost: list[Loss] = []
    subject = as_changed(subject, asked.transforms, desk, lost)
    return _of_formats(subject, asked, desk, read.places)


def _of_formats(subject: Workout | Plan, asked: Losing, desk: Desk, places: Spots) -> Losses:
    names = asked.to or tuple(each.name for each in desk.registry.exporters())
    options = options_by_format(desk.registry, names, dict(asked.options))
    readings = readings_for(subject, desk.athlete)
    found: dict[str, tuple[ToldLoss, ...]] = {}
    refused: dict[str, str] = {}
    for name in names:
        try:
            files = export(
                subject,
                name,
                registry=desk.registry,
                readings=readings,
                options=options[name],
                day=asked.today,
                now=asked.now,
            )
        except (ExportError, InvalidWorkout) as error:
            refused[name] = str(error)
            continue
        found[name] = told_losses(files, places)
    return Losses(losses=found, refused=refused)


def told_losses(files: Sequence[Export], places: Spots) -> tuple[ToldLoss, ...]:
    """Return what *files* lack, each with its file if there are several."""
    several = len(files) > 1
    return tuple(
        told_loss(loss, places, file.name if several else None) for file in files for loss in file.losses
    )


def told_loss(loss: Loss, places: Spots, file: str | None = None) -> ToldLoss:
    """Return *loss* as it is told, with the line of its step."""
    return ToldLoss(
        path=loss.path,
        line=line_of(loss.path, places)[0],
        kind=loss.title,
        what=loss.what,
        needs=loss.needs or None,
        file=file,
    )
