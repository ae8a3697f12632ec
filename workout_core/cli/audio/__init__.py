"""``workout audio``: workouts as sound tracks."""

from __future__ import annotations

import click
from attrs import frozen

from workout_core.audio.kinds import KINDS
from workout_core.cli import inputs
from workout_core.cli.audio.documents import AskedTracks, asked_tracks
from workout_core.cli.audio.making import USUAL, TrackMaking, TrackPlace
from workout_core.cli.changing import transform_option
from workout_core.cli.discovered import discovered
from workout_core.cli.failures import Failures
from workout_core.cli.spans import only_option
from workout_core.fields.parameters import parameter
from workout_core.formats.options import fill_options, read_pairs
from workout_core.speech.script import Talk
from workout_core.watch.spans import DaySpan

EXAMPLES = """\
\b
Examples:
  workout audio easy-30.yaml --out easy-30.m4b
  workout audio six-by-800.yaml --athlete ada.yaml --transform by-time
  workout audio course.yaml --only 'next 7d' --out runs
  workout audio squad.yaml --athlete ann --only 'next 7d'
"""


@frozen(kw_only=True)
class TrackOptions:
    """What ``-O`` sets for a track."""

    talk: Talk | None = parameter(says="how much is said; what suits the workout when left out", default=None)


def complete_voice(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Offer the names of voices to the shell."""
    return [each.name for each in discovered(ctx).voices() if each.name.startswith(incomplete)]


@click.command(help=f"{EXAMPLES}\nSpeak workouts into sound files, to be played while they are done.")
@inputs.document_argument
@inputs.steps_options
@click.option(
    "--out",
    default=".",
    metavar="FILE|DIR",
    type=click.Path(),
    help=f"Sound file ({', '.join(KINDS)}), or a folder for files; default: the current folder.",
)
@click.option(
    "--to",
    "suffix",
    default=None,
    metavar="KIND",
    type=click.Choice([each.lstrip(".") for each in KINDS]),
    help=f"Kind of the files in a folder, such as flac; default: {USUAL}.",
)
@click.option(
    "--voice",
    default="",
    metavar="NAME",
    shell_complete=complete_voice,
    help="Voice, and its options, such as 'hibari speed=0.9'; default: the best that can speak here.",
)
@transform_option
@inputs.athlete_option
@inputs.source_option
@inputs.root_option
@only_option
@click.option("--captions", is_flag=True, help="Write captions (WebVTT) beside each track.")
@click.option("--no-cache", is_flag=True, help="Keep nothing of what is said for the next time.")
@click.option(
    "-O",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    help="Option of the track: talk=few, talk=usual or talk=many.",
)
def command(  # noqa: PLR0913, PLR0917, D103 - click passes every option; the help stands above
    documents: tuple[str, ...],
    steps: str | None,
    name: str,
    sport: str,
    out: str,
    suffix: str | None,
    voice: str,
    transforms: tuple[str, ...],
    athlete: str | None,
    source: str,
    span: DaySpan | None,
    options: tuple[str, ...],
    *,
    captions: bool,
    no_cache: bool,
) -> int:
    if not documents and steps is None:
        raise click.UsageError("what should be spoken? (give a document, or --steps)")
    inputs.refuse_unused(source, documents)
    talk = fill_options("audio", TrackOptions, read_pairs(options, "-O", "talk=few"))
    place = TrackPlace.of(out, suffix)
    from workout_core.audio.track import Studio

    studio = Studio(discovered(), place.kind, voice)
    failures = Failures()
    asked, tracks = asked_tracks(documents, source, athlete, AskedTracks(transforms, None, span, failures))
    if steps is not None:
        tracks += asked.of_steps(steps, name, sport)
    if place.name and len(tracks) > 1:
        raise click.UsageError(f"--out {out} is one file, and this makes {len(tracks)} (give a folder)")
    making = TrackMaking(studio, place, getattr(talk, "talk", None), captions=captions, keeps=not no_cache)
    making.make_all(tracks, failures)
    return failures.tell()
