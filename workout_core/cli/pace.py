"""``workout pace``: what a race is worth, the splits of a goal, and a band to wear."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from attrs import evolve

from workout_core.cli import inputs
from workout_core.cli.diagnostics import echo_warnings
from workout_core.cli.pace_tables import Splits, fitness_parts, fitness_values, split_lines, split_values
from workout_core.cli.terminal import echo, print_document, print_json
from workout_core.cli.written import HEAD, write_told
from workout_core.errors import InvalidParameter, InvalidWorkout, MissingThreshold
from workout_core.fields.measures import PERCENT
from workout_core.model.athlete import Athlete, Race
from workout_core.recipes.races import block_split, negative_split, plan_blocks, plan_negative
from workout_core.units import Units

EXAMPLES = """\
\b
Examples:
  workout pace --race "10km in 47:30"
  workout pace --distance "half marathon" --goal 1:45:00 --negative 2%
  workout pace --distance 42.2km --goal 3:30:00 --course city.gpx --band band.html
"""
SPLIT_OPTIONS = (
    "distance",
    "goal",
    "every",
    "shape",
    "blocks",
    "hill_effort",
    "hill_cost",
    "split_of",
    "by_climb",
)
TOGETHER = "--negative, --positive and --blocks are three ways to split a race (give one)"


@click.command(help=f"{EXAMPLES}\nCalculate training paces from a race, and splits for a goal time.")
@click.option(
    "--race",
    "races",
    multiple=True,
    metavar="RACE",
    help="A recent race, like '10km in 47:30'. The first sets the paces; two or more give critical speed.",
)
@click.option(
    "--athlete",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Athlete document with a race or thresholds.",
)
@click.option("--distance", metavar="DISTANCE", help="Race distance to split, like 'half marathon'.")
@click.option("--goal", metavar="TIME", help="Goal time; default: what --race predicts.")
@click.option(
    "--negative", metavar="PERCENT", help="Negative split, like 2%: difference of the halves / their mean."
)
@click.option("--positive", metavar="PERCENT", help="Positive split, the opposite of --negative.")
@click.option("--shape", metavar="ramp|halves", help="Change pace gradually, or once at half way.")
@click.option("--blocks", metavar="BLOCKS", help="Pace by blocks, like '10mi +5s/mi, 10mi, rest'.")
@click.option("--every", metavar="DISTANCE", help="Length of each split; default: 1km, or 1mi.")
@click.option(
    "--course",
    metavar="FILE",
    type=click.Path(readable=False),
    help="GPX file, to adjust for hills.",
)
@click.option("--hill-effort", metavar="0…1.3", help="0 for even pace, 1 for even effort.")
@click.option("--hill-cost", metavar="gap|minetti", help="Model of what slopes cost.")
@click.option("--split-of", metavar="effort|clock", help="On a course, split by effort or by time.")
@click.option("--by-climb", is_flag=True, help="One split for each climb and descent of the course.")
@click.option("--units", type=click.Choice(["metric", "imperial"]), help="Show paces per km or per mile.")
@click.option(
    "--band",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Write a pace band, as .html or .txt.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(  # noqa: D103 - click passes every option; the help stands above
    races: tuple[str, ...],
    athlete: str | None,
    units: str | None,
    band: str | None,
    *,
    as_json: bool,
    **options: Any,
) -> None:
    given = {name: value for name, value in options.items() if value not in (None, False)}
    if band is not None and as_json:
        raise click.UsageError("--band and --json are two outputs (give one)")
    if not (races or athlete or given):
        raise click.UsageError(
            "what should be calculated? (give --race, --athlete, or --distance and --goal)"
        )
    run = tuple(map(_race, races))
    whose = _athlete(inputs.load_athlete(athlete), run, units)
    with echo_warnings():
        splits = _splits(given, whose) if given else None
    if band is not None:
        _write_band(band, splits)
    elif as_json:
        values = fitness_values(whose, run) | (split_values(splits) if splits else {})
        print_json(values)
    else:
        parts = [*fitness_parts(whose, run), *([split_lines(splits)] if splits else [])]
        if not parts:
            raise click.UsageError(f"--athlete {athlete}: nothing to calculate from (no race or threshold)")
        echo("\n\n".join("\n".join(part) for part in parts))


def _race(text: str) -> Race:
    from workout_core.analysis.fitness import read_race

    try:
        return read_race(text)
    except InvalidWorkout as error:
        raise click.UsageError(f"--race: {error}") from None


def _athlete(athlete: Athlete | None, races: tuple[Race, ...], units: str | None) -> Athlete:
    """Return who the paces are for: the athlete, whose paces the first race on the command line replaces."""
    whose = athlete or Athlete()
    if races:
        whose = evolve(whose, race=races[0], threshold_speed=None)
    return evolve(whose, units=Units(units)) if units else whose


def _splits(given: dict[str, Any], athlete: Athlete) -> Splits:
    """Return the splits that the options ask for, in the units that they are written in or the athlete's."""
    _refuse_alone_and_together(given)
    recipe, plan = (block_split, plan_blocks) if "blocks" in given else (negative_split, plan_negative)
    values = {name: given[name] for name in SPLIT_OPTIONS if name in given}
    if recipe is negative_split:
        values["split"] = _split(given)
    if athlete.units is Units.IMPERIAL:
        values["units"] = athlete.units.value
    if "course" in given:
        values["course"] = _course(given["course"])
    try:
        if "goal" not in given:
            values["goal"] = _worth(given["distance"], athlete)
        made = recipe.parameters(**recipe.values(values))
        planned = plan(made)
    except InvalidParameter as error:
        raise click.UsageError(f"--{_option(error.parameter, given)}: {error.reason}") from None
    return Splits(plan=planned, units=made.system, metres=made.distance, seconds=made.goal)


def _refuse_alone_and_together(given: dict[str, Any]) -> None:
    """Refuse options that need others, and those that exclude each other."""
    if "distance" not in given:
        raise click.UsageError(f"--{next(iter(given)).replace('_', '-')}: of which race? (give --distance)")
    if len({"negative", "positive", "blocks"} & given.keys()) > 1:
        raise click.UsageError(TOGETHER)
    if "blocks" in given and {"shape", "split_of"} & given.keys():
        raise click.UsageError("--blocks have their own shape (leave out --shape and --split-of)")
    for name in ("by_climb", "hill_effort", "hill_cost", "split_of", "by_climb"):
        if name in given and "course" not in given:
            raise click.UsageError(f"--{name.replace('_', '-')}: of which course? (give --course)")


def _split(given: dict[str, Any]) -> float:
    """Return the share that the second half is faster by."""
    name = "positive" if "positive" in given else "negative"
    try:
        share: float = PERCENT.read(given.get(name, "0%"))
    except InvalidWorkout as error:
        raise click.UsageError(f"--{name}: {error}") from None
    return -share if name == "positive" else share


def _course(path: str) -> Any:
    from workout_core.documents.gpx import read_course

    return read_course(path, files=inputs.files_read())


def _worth(distance: str, athlete: Athlete) -> float:
    """Return the whole seconds that the athlete's race is worth over *distance*."""
    from workout_core.analysis.thresholds import fitness
    from workout_core.science.vdot import race_seconds

    metres = negative_split.known()["distance"].value(distance)
    try:
        return float(round(race_seconds(fitness(athlete), metres)))
    except MissingThreshold:
        raise InvalidParameter(
            "goal", "is needed (like '1:45:00'; or a race it follows from: --race)"
        ) from None


def _option(parameter: str, given: dict[str, Any]) -> str:
    if parameter == "split":
        return "positive" if "positive" in given else "negative"
    return parameter.replace("_", "-")


def _write_band(path: str, splits: Splits | None) -> None:
    """Write the band whole, or not at all, and say where."""
    from workout_core.html.band import band_html, band_text

    if splits is None:
        raise click.UsageError("--band: of which race? (give --distance and --goal)")
    writers = {".html": band_html, ".htm": band_html, ".txt": band_text}
    file = Path(path)
    if path == inputs.STDIN:
        print_document(band_text(splits.plan.title, splits.plan.how, splits.plan.legs, splits.units))
        return
    if file.suffix.casefold() not in writers:
        raise click.UsageError(f"--band: {path!r} must end in .html or .txt")
    text = writers[file.suffix.casefold()](splits.plan.title, splits.plan.how, splits.plan.legs, splits.units)
    data = text.encode()
    # a page like this one is a band from here; a text may be anything
    replaces = None if file.suffix.casefold() == ".txt" else data[:HEAD]
    write_told(file, data, "write to another file with '--band'", replaces=replaces)
