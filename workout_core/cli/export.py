"""``workout export``: documents in, files out."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from workout_core.cli import inputs
from workout_core.cli.changing import transform_option
from workout_core.cli.diagnostics import echo_lacking_notes, echo_unknown_names
from workout_core.cli.discovered import discovered, for_formats
from workout_core.cli.failures import DONE, Failures
from workout_core.cli.losses import kind_lines, loss_lines, placed, too_many
from workout_core.cli.options import format_options, given_options
from workout_core.cli.progress import progress
from workout_core.cli.published import echo_renamed, published_lines
from workout_core.cli.squad import is_squad
from workout_core.cli.subjects import Input, from_notation, inputs_of, load_each, tell_same_identities
from workout_core.cli.terminal import echo, print_data
from workout_core.files.publish import Output, Published, publish
from workout_core.formats.exporter import Export
from workout_core.formats.losses import Loss, refuse_losses
from workout_core.model.athlete import Athlete
from workout_core.model.identity import plan_identity, workout_identity
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.clock import clock
from workout_core.pipeline.export import export, readings_for, refuse_too_many_files
from workout_core.pipeline.format_options import DEFAULT_FORMATS, options_by_format
from workout_core.pipeline.revising import Revisions
from workout_core.pipeline.transform import transformed
from workout_core.plugins import Registry

EXAMPLES = """\
\b
Examples:
  workout export six-by-800.yaml --athlete ada.yaml --out watch
  workout export --to fit --steps "10min @ easy; 6x(800m @ 4:00/km, 400m jog); 10min @ easy"
"""


class _Wishes(NamedTuple):
    """What every document is to be written as."""

    formats: tuple[str, ...]
    transforms: tuple[str, ...]
    athlete: Athlete | None
    day: date | None
    now: datetime
    options: dict[str, str]
    strict: bool
    prune: bool


class _Made(NamedTuple):
    """A file, and of what and as what it was made."""

    file: Export
    subject: Workout | Plan
    stem: str
    format: str

    def output(self, registry: Registry, now: datetime) -> Output:
        """Return it as it is published; what would be somebody else to who has subscribed is told."""
        of = f"{_identity(self.subject)} {self.stem} {self.format}"
        tell = partial(echo_renamed, self.subject)
        return Revisions(registry, now, tell).output(self.file, self.format, of)


@click.command(help=f"{EXAMPLES}\nConvert documents to files; without --to, to fit, ics and json.")
@inputs.document_argument
@inputs.steps_options
@click.option(
    "--to",
    "formats",
    multiple=True,
    metavar="FORMAT",
    shell_complete=inputs.complete_format,
    help="Output format; repeat for more.",
)
@transform_option
@inputs.athlete_option
@inputs.source_option
@inputs.root_option
@click.option(
    "--date", "day", type=inputs.Day(), metavar="DAY", help="Date of a single workout; default: today."
)
@click.option(
    "--out",
    default=".",
    metavar="DIR",
    type=click.Path(allow_dash=True, readable=False),
    help="Output folder, or - for standard output; default: the current folder.",
)
@click.option(
    "--prune", is_flag=True, help="Remove files of earlier exports of the same plan that it no longer has."
)
@click.option("--strict", is_flag=True, help="Fail if anything would be lost.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Processes that work for a squad; default: one, or for 20 athletes and more one for each core.",
)
@format_options
def command(  # noqa: PLR0913, PLR0917, D103 - click passes every option; the help stands above
    documents: tuple[str, ...],
    steps: str | None,
    name: str,
    sport: str,
    formats: tuple[str, ...],
    transforms: tuple[str, ...],
    athlete: str | None,
    source: str,
    day: date | None,
    out: str,
    jobs: int | None,
    options: tuple[str, ...],
    *,
    prune: bool,
    strict: bool,
) -> int:
    if not documents and steps is None:
        raise click.UsageError("what should be written? (give a document, or --steps)")
    inputs.refuse_unused(source, documents)
    wishes = _Wishes(
        formats=tuple(dict.fromkeys(formats)) or DEFAULT_FORMATS,
        transforms=transforms,
        athlete=None,
        day=day,
        now=clock(),
        options=given_options(options),
        strict=strict,
        prune=prune,
    )
    if any(map(is_squad, documents)):
        if len(documents) > 1 or steps is not None or source or day or out == inputs.STDIN:
            raise click.UsageError("a squad is exported by itself, into a folder (leave the rest out)")
        return _export_squad(documents[0], out, wishes, athlete, jobs)
    if jobs is not None:
        raise click.UsageError("--jobs is for the athletes of a squad (a document with 'squad:')")
    failures = Failures()
    with failures.of():
        wishes = wishes._replace(athlete=inputs.load_athlete(athlete))
    lacks_athlete = failures.any()
    subjects = _read(documents, wishes.athlete, source, failures)
    if steps is not None:
        with failures.of():
            subjects.append(from_notation(steps, name, sport, wishes.athlete))
    return _written([] if lacks_athlete else subjects, wishes, failures, out)


def _export_squad(path: str, out: str, wishes: _Wishes, athlete: str | None, jobs: int | None) -> int:
    from workout_core.cli.squad.export import export_squad

    return export_squad(
        path,
        out,
        formats=wishes.formats,
        transforms=wishes.transforms,
        options=wishes.options,
        athlete=athlete,
        strict=wishes.strict,
        prune=wishes.prune,
        jobs=jobs,
    )


def _written(subjects: list[Input], wishes: _Wishes, failures: Failures, out: str) -> int:
    """Write the files of *subjects*, and return the exit code."""
    lost: list[tuple[str, Loss]] = []
    tell_same_identities(subjects)
    registry = discovered() if wishes.transforms else for_formats(wishes.formats)
    made = _exports(subjects, wishes, registry, failures, lost) if subjects else []
    if failures.tell() and (out == inputs.STDIN or not made):
        return failures.code
    if out == inputs.STDIN:
        _write_to_stdout([each.file for each in made])
        _echo_losses(lost, len(made))
        return DONE
    with failures.of():
        outputs = [each.output(registry, wishes.now) for each in made]
        published = publish(Path(out), outputs, inputs.files_read(), prune=wishes.prune)
        _echo_losses(lost, len(made))
        _echo_published(published, prune=wishes.prune)
    return failures.tell()


def _read(
    documents: tuple[str, ...], athlete: Athlete | None, source: str, failures: Failures
) -> list[Input]:
    """Read each document that can be read."""
    subjects: list[Input] = []
    for path in documents:
        with failures.of():
            loaded = load_each(path, athlete, source)
            subjects += inputs_of(path, loaded)
            loaded.refuse_rest()
    return subjects


def _exports(
    subjects: list[Input],
    wishes: _Wishes,
    registry: Registry,
    failures: Failures,
    lost: list[tuple[str, Loss]],
) -> list[_Made]:
    """Make the files of each document, all of them, or none where one is refused, and note what is *lost*."""
    options = options_by_format(registry, wishes.formats, wishes.options)
    changed = _changed(subjects, wishes, registry, failures, lost)
    sessions = sum(len(each.sessions) for _, each in changed if isinstance(each, Plan))
    made: list[_Made] = []
    with progress(sessions * len(wishes.formats)) as step:
        for source, workout in changed:
            with failures.of(_called(source, subjects)):
                for name in wishes.formats:
                    refuse_too_many_files(workout, registry.exporter(name))
                readings = readings_for(workout, wishes.athlete)
                made += [
                    _Made(file, workout, source.stem, name)
                    for name in wishes.formats
                    for file in export(
                        workout,
                        name,
                        registry=registry,
                        readings=readings,
                        options=options[name],
                        name=source.stem,
                        day=wishes.day,
                        now=wishes.now,
                        strict=wishes.strict,
                        step=step,
                    )
                ]
                if readings.athlete is None:
                    echo_unknown_names(workout, readings, source.stem)
                else:
                    echo_lacking_notes(readings, source.stem)
    lost += [placed(each.file.name, loss) for each in made for loss in each.file.losses]
    return made


def _changed(
    subjects: list[Input],
    wishes: _Wishes,
    registry: Registry,
    failures: Failures,
    lost: list[tuple[str, Loss]],
) -> list[tuple[Input, Workout | Plan]]:
    """Return each document with what transforms make of it, and note what is *lost* on the way."""
    changed: list[tuple[Input, Workout | Plan]] = []
    for each in subjects:
        with failures.of(_called(each, subjects)):
            if wishes.strict and each.losses:
                refuse_losses(each.losses[0][1], (loss for *_, loss in each.losses))
            lost += [(where, loss) for where, _, loss in each.losses]
            told: list[Loss] = []
            subject = transformed(each.subject, wishes.transforms, registry, wishes.athlete, told.append)
            if wishes.strict:
                refuse_losses("--transform", told)
            lost += [(each.stem, loss) for loss in told]
            changed.append((each, subject))
    return changed


def _called(subject: Input, all_of_them: list[Input]) -> str:
    """Return what tells a document from the others; nothing if there are no others."""
    return str(subject.path or subject.stem) if len(all_of_them) > 1 else ""


def _echo_published(published: Published, *, prune: bool) -> None:
    """Print the files, and on stderr what became of others."""
    for line, err in published_lines(published, prune=prune):
        echo(line, err=err)


def _echo_losses(losses: list[tuple[str, Loss]], files: int) -> None:
    """Print every loss; of a plan with many, each kind once, and where to find the rest."""
    is_short = not too_many(len(losses), files)
    for line in loss_lines(losses) if is_short else kind_lines(losses):
        echo(line, err=True)
    if not is_short:
        echo("'workout check --to FORMAT --all' tells each", err=True)


def _identity(subject: Workout | Plan) -> str:
    return str(plan_identity(subject) if isinstance(subject, Plan) else workout_identity(subject))


def _write_to_stdout(exports: list[Export]) -> None:
    if len(exports) != 1:
        count = f"{len(exports)} files" if exports else "nothing"
        advice = "one document and one format, or a folder: '--out DIR'"
        raise click.UsageError(f"--out - writes one file, and this makes {count} ({advice})")
    print_data(exports[0].data)
