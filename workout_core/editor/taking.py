"""Files of a text: the same bytes that ``workout export`` writes."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from workout_core.editor.desk import needed
from workout_core.editor.losing import ToldLoss, Writing, told_losses
from workout_core.editor.texts import as_changed, no_subject, read_whatever
from workout_core.editor.underlining import Remark, Severity
from workout_core.formats.losses import Loss
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.export import export, readings_for, refuse_too_many_files
from workout_core.pipeline.file_names import UnusedNames, slug
from workout_core.pipeline.format_options import DEFAULT_FORMATS, options_by_format


@frozen(kw_only=True)
class Take(Writing):
    """Ask for files: FIT, iCalendar and JSON if no formats are named."""


@frozen(kw_only=True)
class TakenFile:
    """A file.

    Attributes:
        name: with ``/`` between its folder and it, if it belongs into one.
        format: what it is in.
        media_type: the same for browsers.
        data: its bytes.
    """

    name: str
    format: str
    media_type: str
    data: bytes


@frozen(kw_only=True)
class Taken:
    """Files, and what is told of them.

    Attributes:
        files: in the order of the formats.
        losses: what they cannot carry, by format.
        problems: why there are none, or of which workouts of a message.
    """

    files: tuple[TakenFile, ...] = ()
    losses: Mapping[str, tuple[ToldLoss, ...]] = field(factory=dict)
    problems: tuple[Remark, ...] = ()


def take(asked: Take) -> Taken:
    """Return the files of a text.

    Raises:
        WorkoutError: a format is not known, or cannot take it.
    """
    needed("now", asked.now)
    needed("today", asked.today)
    desk = asked.desk
    read = read_whatever(asked, desk)
    subjects = [each for each in read.documents if isinstance(each, (Workout, Plan))]
    if not subjects:
        wrong = tuple(each for each in read.told if each.severity is Severity.ERROR)
        return Taken(problems=wrong or (no_subject(read.kind),))
    formats = tuple(dict.fromkeys(asked.to)) or DEFAULT_FORMATS
    options = options_by_format(desk.registry, formats, dict(asked.options))
    names = UnusedNames()
    files: list[TakenFile] = []
    lost: dict[str, list[ToldLoss]] = {name: [] for name in formats}
    told: list[Loss] = []
    for subject in subjects:
        changed = as_changed(subject, asked.transforms, desk, told)
        stem = stem_of(asked.name, changed.name) if len(subjects) == 1 else names.like(slug(changed.name))
        readings = readings_for(changed, desk.athlete)
        for name in formats:
            exporter = desk.registry.exporter(name)
            refuse_too_many_files(changed, exporter)
            made = export(
                changed,
                name,
                registry=desk.registry,
                readings=readings,
                options=options[name],
                name=stem,
                day=asked.today,
                now=asked.now,
            )
            lost[name] += told_losses(made, read.places)
            files += (
                TakenFile(name=each.name, format=name, media_type=exporter.media_type, data=each.data)
                for each in made
            )
    # what is wrong with others in a message, and what transforms have lost
    others = (each for each in read.told if each.severity is Severity.ERROR)
    more = (Remark(severity=Severity.WARNING, message=str(loss), path=loss.path or None) for loss in told)
    losses = {name: tuple(each) for name, each in lost.items()}
    return Taken(files=tuple(files), losses=losses, problems=(*others, *more))


def stem_of(name: str, title: str) -> str:
    """Return what files are called: as the text called *name* is, without its suffix, or as its *title*."""
    file = name.replace("\\", "/").rpartition("/")[2]
    stem = file.rpartition(".")[0] if "." in file else file
    return stem.strip(".") or slug(title)
