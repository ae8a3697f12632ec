"""``workout check``: what is wrong, and what a format would lose; nothing is written."""

from __future__ import annotations

from typing import Any

import click

from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.changing import changed, transform_option
from workout_core.cli.diagnostics import echo_advice, echo_doubts, echo_lacking_notes
from workout_core.cli.discovered import for_formats
from workout_core.cli.failures import (
    DONE,
    INPUT_IS_WRONG,
    LOSSES,
    OUTSIDE_FAILED,
    Failures,
    describe_os_error,
    worst,
)
from workout_core.cli.losses import kind_lines, loss_lines, placed, too_many
from workout_core.cli.options import format_options, given_options
from workout_core.cli.squad import is_squad
from workout_core.cli.subjects import Loaded, load_each
from workout_core.cli.terminal import echo, print_json
from workout_core.errors import (
    DocumentError,
    ExportError,
    InvalidOption,
    InvalidWorkout,
    UnknownFormat,
    WorkoutError,
)
from workout_core.formats.losses import Loss
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout
from workout_core.pipeline.export import export, readings_for
from workout_core.pipeline.format_options import DEFAULT_FORMATS, options_by_format
from workout_core.plans.conflicts import conflicts
from workout_core.plans.squad import Squad
from workout_core.plugins import Registry

EXAMPLE = "\b\nExample:\n  workout check plan.yaml --to fit --strict\n"


class _Finding:
    """What was found in one document."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.code = DONE
        self.problems: list[str] = []
        self.details: list[dict[str, Any]] = []
        self.losses: list[tuple[str, str, Loss]] = []  # the format, the file if it is another, the loss
        self.files = 0

    def lose(self, loss: Loss) -> None:
        """Write down what a transform loses."""
        self.losses.append(("--transform", "", loss))

    def refuse(self, message: str, told: str, code: int) -> None:
        """Write down what is wrong with the document as a whole, and how a person is *told*."""
        self.problems.append(told)
        self.details.append({"path": "", "line": 0, "column": 0, "message": message})
        self.code = worst([self.code, code])


@click.command(
    help=f"{EXAMPLE}\nReport problems in documents, and with --to or --athlete what formats would lose."
)
@inputs.document_argument
@click.option(
    "--to",
    "formats",
    multiple=True,
    metavar="FORMAT",
    shell_complete=inputs.complete_format,
    help="Also report what this format would lose; repeat for more. With an athlete: fit, ics and json.",
)
@transform_option
@inputs.athlete_option
@inputs.source_option
@inputs.root_option
@click.option("--strict", is_flag=True, help="Exit with code 3 if anything would be lost.")
@click.option("--all", "tells_all", is_flag=True, help="Report each loss of a plan, not only their kinds.")
@format_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(  # noqa: PLR0913, D103 - click passes every option; the help stands above
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    transforms: tuple[str, ...],
    athlete: str | None,
    source: str,
    options: tuple[str, ...],
    *,
    strict: bool,
    tells_all: bool,
    as_json: bool,
) -> int:
    if not documents:
        raise click.UsageError("what should be checked? (give a document)")
    if options and not formats:
        raise click.UsageError("-O is an option of a format (give the format with --to)")
    registry = for_formats(formats) if formats else Registry(())
    wanted = options_by_format(registry, formats, given_options(options))
    failures = Failures()
    whose = None
    name = athlete if all(map(is_squad, documents)) else None  # of an athlete in it, and not a file
    with failures.of():
        whose = None if name else inputs.load_athlete(athlete)
    if failures.tell():
        wanted = {}  # for which athlete, nobody knows
    findings = [_Finding(document) for document in documents]
    for finding in findings:
        _check(finding, transforms, wanted, registry, whose if name is None else name, source)
        if strict and finding.losses:
            finding.code = worst([finding.code, LOSSES])
    if as_json:
        print_json([_describe(finding) for finding in findings])
    else:
        _echo_findings(findings, tells_all=tells_all)
    return worst([failures.code, *(finding.code for finding in findings)])


def _check(
    finding: _Finding,
    transforms: tuple[str, ...],
    wanted: dict[str, dict[str, str]],
    registry: Registry,
    whose: Athlete | str | None,
    source: str,
) -> None:
    athlete = whose if isinstance(whose, Athlete) else None
    try:
        loaded = _loaded(finding, athlete, source)
        for each in loaded.documents:
            if isinstance(each, Squad):
                name = whose if isinstance(whose, str) else None
                _check_squad(finding, each, name, transforms, wanted, registry)
            elif not isinstance(each, Athlete):
                document = changed(each, transforms, athlete, finding.lose)
                name = each.name if len(loaded.documents) > 1 else ""
                _check_document(finding, document, name, wanted, registry, athlete)
        loaded.refuse_rest()
    except BrokenPipeError:
        raise
    except OSError as error:
        told = describe_os_error(error, finding.file)
        finding.refuse(error.strerror or str(error), told, OUTSIDE_FAILED)
    except ExportError as error:  # of a transform
        finding.refuse(str(error), f"{finding.file}: {error}", INPUT_IS_WRONG)
    except DocumentError as error:
        finding.code = INPUT_IS_WRONG
        finding.problems += [str(problem) for problem in error.problems]
        finding.details += [
            {"path": each.path, "line": each.line, "column": each.column, "message": each.message}
            for each in error.problems
        ]
    except (InvalidOption, UnknownFormat):
        raise
    except WorkoutError as error:
        finding.refuse(str(error), f"error: {error}", INPUT_IS_WRONG)


def _check_document(
    finding: _Finding,
    document: Workout | Plan,
    of: str,
    wanted: dict[str, dict[str, str]],
    registry: Registry,
    athlete: Athlete | None,
) -> None:
    """Tell what is doubtful in a document, and write down what the *wanted* formats would lose.

    *of* tells it from others in the file: its name, or the athlete of a squad.
    """
    top = ": ".join(filter(None, (inputs.called(finding.file), of)))
    readings = readings_for(document, athlete)
    _echo_all_doubts(document, readings, top)
    if not wanted and (athlete or (isinstance(document, Plan) and document.athlete)):
        # what an athlete lacks is of interest without a format, and is what export would tell
        wanted, registry = {name: {} for name in DEFAULT_FORMATS}, for_formats(DEFAULT_FORMATS)
    if any(registry.exporter(name).supports.alerts for name in wanted):
        echo_advice(document, readings, top)
    for name, options in wanted.items():
        _check_format(finding, document, name, of, registry=registry, readings=readings, options=options)
    if wanted:
        echo_lacking_notes(readings, top)


def _check_squad(
    finding: _Finding,
    squad: Squad,
    name: str | None,
    transforms: tuple[str, ...],
    wanted: dict[str, dict[str, str]],
    registry: Registry,
) -> None:
    """Check the plans of each athlete, or of the one called *name*, as they are for them."""
    from workout_core.cli.squad.reading import chosen
    from workout_core.plans.members import member_plans

    for member in chosen(squad, name):
        where = f"{inputs.called(finding.file)}: {member.key}"

        def tell(what: str, where: str = where) -> None:
            echo(f"warning: {where}: {what}", err=True)

        try:
            for each in member_plans(squad, member, tell):
                plan = changed(each.plan, transforms, member.athlete, finding.lose)
                _check_document(finding, plan, member.key, wanted, registry, None)
        except InvalidOption:
            raise
        except InvalidWorkout as error:
            finding.refuse(str(error), f"{where}: {error}", INPUT_IS_WRONG)


def _loaded(finding: _Finding, athlete: Athlete | None, source: str) -> Loaded:
    """Read a file; what is lost by that is written down."""
    loaded = load_each(finding.file, athlete, source)
    top = inputs.called(finding.file)
    finding.losses += [(name, "" if file == top else file, loss) for file, name, loss in loaded.losses]
    return loaded


def _echo_all_doubts(document: Workout | Plan, readings: Readings, where: str) -> None:
    """Print what is doubtful and not wrong, and where a plan asks too much."""
    echo_doubts(document, readings, where)
    for conflict in conflicts(document, readings) if isinstance(document, Plan) else ():
        echo(f"warning: {where}: {conflict}", err=True)


def _check_format(finding: _Finding, document: Workout | Plan, name: str, of: str, **given: Any) -> None:
    """Write down what one format would lose, or why it cannot take the document at all."""
    try:
        for file in export(document, name, **given):
            finding.files += 1
            for loss in file.losses:
                inside = placed(file.name, loss)[0].partition("/")[2]
                finding.losses.append((name, ": ".join(filter(None, (of, inside))), loss))
    except InvalidOption:
        raise
    except (InvalidWorkout, ExportError) as error:
        where = ": ".join(filter(None, (finding.file, of)))
        finding.refuse(str(error), f"{where}: {error}", INPUT_IS_WRONG)


def _echo_findings(findings: list[_Finding], *, tells_all: bool) -> None:
    for finding in findings:
        for problem in finding.problems:
            echo(problem, err=True)
        losses = [
            (": ".join(filter(None, (finding.file, name, file))), loss) for name, file, loss in finding.losses
        ]
        is_short = tells_all or not too_many(len(losses), finding.files)
        for line in loss_lines(losses) if is_short else kind_lines(losses):
            echo(line)
        if not is_short:
            echo("--all tells each", err=True)


def _describe(finding: _Finding) -> dict[str, Any]:
    losses = [
        {"format": name, "path": loss.path, "kind": loss.title, "what": loss.what}
        | ({"file": file} if file else {})
        | ({"needs": loss.needs} if loss.needs else {})
        for name, file, loss in finding.losses
    ]
    return {"file": finding.file, "problems": finding.details, "losses": losses}
