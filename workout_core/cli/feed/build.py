"""``workout feed build``: a folder that any web server can serve."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import click
from attrs import evolve

from workout_core.audio.kinds import KINDS
from workout_core.cli import inputs
from workout_core.cli.activities import done_option
from workout_core.cli.discovered import discovered
from workout_core.cli.failures import Failures
from workout_core.cli.feed.reading import FeedContents, read_contents
from workout_core.cli.feed.telling import FeedTelling
from workout_core.cli.options import calendar_options, given_options
from workout_core.cli.progress import progress
from workout_core.cli.published import echo_renamed
from workout_core.cli.terminal import echo
from workout_core.feed.build import CALENDAR, PAGE, SESSION_FORMATS, FeedWishes
from workout_core.feed.episodes import PodcastWishes
from workout_core.feed.folders import (
    FeedFolder,
    calendars_left,
    left,
    publish_feed,
    publish_first_page,
    remove_left,
)
from workout_core.feed.podcast import Spoken
from workout_core.feed.record import Record, read_record, record_bytes
from workout_core.feed.remote import is_remote, remote_folder
from workout_core.feed.tokens import wanted_variants
from workout_core.formats.options import fill_options
from workout_core.html.index_page import index_html
from workout_core.html.squad_page import squad_html
from workout_core.languages import chosen_language, speak
from workout_core.patterns import lazy_pattern
from workout_core.pipeline.clock import clock, today
from workout_core.pipeline.format_options import options_by_format
from workout_core.plugins import Registry

TITLE = "Training plans"
TRACKS: Final = ".mp3"
"""What every app for podcasts plays."""
_ADDRESS: Final = lazy_pattern(r"https?://[^\s\"'<>?#]+")
EXAMPLES = """\
\b
Examples:
  workout feed build course.yaml --out public --url https://example.org/course
  workout feed build --out public
"""


@click.command(
    help=f"{EXAMPLES}\nPublish calendars, files and pages into a folder; without PLAN, what is there, anew."
)
@click.argument("plans", nargs=-1, type=click.Path(readable=False), metavar="PLAN…")
@click.option(
    "--out",
    required=True,
    metavar="DIR",
    type=click.Path(readable=False),
    help="Folder to publish into, or the URL of one, such as s3://runs/course.",
)
@click.option(
    "--to",
    "formats",
    multiple=True,
    metavar="FORMAT",
    shell_complete=inputs.complete_format,
    help=f"Format of the file of each session; repeat for more; default: {', '.join(SESSION_FORMATS)}.",
)
@click.option(
    "--athlete",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Athlete document, to turn zones and percentages of plans into numbers.",
)
@inputs.root_option
@done_option
@click.option("--url", metavar="URL", help="Address that the folder is served from, for links to subscribe.")
@click.option("--secret", is_flag=True, help="Publish each feed below a path that nobody can guess.")
@click.option(
    "--podcast",
    metavar="WHICH",
    type=click.Choice([each.value for each in Spoken]),
    help="Speak sessions, as a podcast beside the calendar: guided ones, or all that are timed; or none.",
)
@click.option("--voice", metavar="NAME", help="Who speaks; default: the best voice that is there.")
@click.option("--anew", is_flag=True, help="Forget what was said when the folder was built before.")
@click.option("--prune", is_flag=True, help="Remove the feeds of plans that are not named any more.")
@calendar_options
def command(  # noqa: D103, PLR0913, PLR0917 - click passes every option; the help stands above
    plans: tuple[str, ...],
    out: str,
    formats: tuple[str, ...],
    athlete: str | None,
    done: tuple[Path, ...],
    url: str | None,
    podcast: str | None,
    voice: str | None,
    options: tuple[str, ...],
    *,
    secret: bool,
    anew: bool,
    prune: bool,
) -> int:
    if CALENDAR in formats:
        raise click.UsageError(f"--to {CALENDAR}: the calendar is there anyway (--to is for each session)")
    given = {
        "documents": tuple(map(Path, plans)),
        "formats": tuple(dict.fromkeys(formats)),
        "athlete": Path(athlete) if athlete else None,
        "url": _address(url),
        "options": given_options(options),
        "podcast": podcast,
        "voice": voice,
        "language": chosen_language(),
        "secret": secret,
        "done": tuple(dict.fromkeys(done)),
    }
    wanted: dict[str, Any] = {name: value for name, value in given.items() if value}
    before = None if anew or is_remote(out) else read_record(Path(out))
    if not plans and before is None:
        raise click.UsageError(f"what should be published? (give a plan: {out} was not built yet)")
    record = evolve(before or Record(documents=(), formats=SESSION_FORMATS), **wanted)
    if not is_remote(out):
        return _build(Path(out), record, out, prune=prune)
    with remote_folder(out) as folder:
        return _build(folder, record, out, prune=prune)


def _address(url: str | None) -> str:
    if url and not _ADDRESS.fullmatch(url):
        raise click.UsageError(f"--url must be an address (like 'https://example.org/runs'): {url!r}")
    return (url or "").rstrip("/")


def _build(root: Path, record: Record, out: str, *, prune: bool) -> int:
    speak(record.language)
    failures = Failures()
    registry = discovered()
    options = options_by_format(registry, (CALENDAR, *record.formats), dict(record.options))
    chosen = fill_options(CALENDAR, registry.exporter(CALENDAR).options, options[CALENDAR])
    wishes = FeedWishes(
        formats=record.formats,
        options=options[CALENDAR],
        podcast=_podcast(record, registry),
        only_calendar=getattr(chosen, "busy", False),
        variants=wanted_variants(root) if root.is_dir() else (),
        now=clock(),
    )
    contents = read_contents(root, record, failures)
    failures.tell()
    telling = FeedTelling(root, out)
    _publish_feeds(contents, wishes, registry, failures, telling, is_secret=record.secret)
    is_whole = not failures.any()
    if contents.folders:
        with failures.of():
            if wishes.only_calendar:
                echo("a busy calendar says nothing of what is done: no page and no files beside it", err=True)
            has_pages = not (record.secret or wishes.only_calendar)
            built = b"" if is_remote(out) else _built(root, record)
            _publish_first_pages(root, contents, telling, built, has_pages=has_pages)
            if is_whole:
                _tell_left(root, contents, telling, prune=prune)
            telling.end()
    return failures.tell()


def _podcast(record: Record, registry: Registry) -> PodcastWishes | None:
    """Return what is to be spoken, and by whom."""
    which = Spoken(record.podcast or Spoken.NONE.value)
    if which is Spoken.NONE:
        return None
    if not record.url:
        raise click.UsageError("--podcast needs --url (apps fetch each episode by its whole address)")
    from workout_core.audio.track import Studio  # needs what the extra ``voice`` brings

    studio = Studio(registry, KINDS[TRACKS], record.voice)
    echo(f"the voice is {studio.chosen.name} ({studio.chosen.version})", err=True)
    return PodcastWishes(which=which, studio=studio)


def _publish_feeds(
    contents: FeedContents,
    wishes: FeedWishes,
    registry: Registry,
    failures: Failures,
    telling: FeedTelling,
    *,
    is_secret: bool,
) -> None:
    """Publish every feed; what is wrong with one holds no other up."""
    places = [(place, feed) for place in contents.folders for feed in place.feeds]
    formats = len(wishes.formats) + 1 + len(wishes.variants)
    with progress(formats * sum(len(feed.plan.sessions) for _, feed in places)) as step:
        for place, feed in places:
            calendar = place.folder / f"{feed.stem}.{CALENDAR}"
            with failures.of(str(calendar) if len(places) > 1 else ""):
                tell = partial(echo_renamed, feed.plan)
                read = inputs.files_read()
                done = publish_feed(place, feed, wishes, registry, read, tell=tell, step=step)
                telling.feed(done, calendar, place.folder / place.page_of(feed))
                if is_secret and feed.athlete:
                    echo(f"{telling.called(calendar)}: is for {feed.athlete}", err=True)
    if wishes.podcast is not None and places and not any(place.url for place, _ in places):
        echo("no podcast is listed, as only tokens open addresses here (pages play the tracks)", err=True)


def _built(root: Path, record: Record) -> bytes:
    """Return what says how the whole is built."""
    # a folder changes when another activity is saved in it
    folders = (each for each in record.done if each.is_dir())
    return record_bytes(root, evolve(record, sources=(*inputs.files_read().paths, *folders)))


def _publish_first_pages(
    root: Path, contents: FeedContents, telling: FeedTelling, built: bytes, *, has_pages: bool
) -> None:
    """Publish what folders of several feeds begin with, and how the whole is *built*."""
    read = inputs.files_read()
    for place in contents.folders:
        if place.folder != root:
            links = _links(place, place.folder)
            page = index_html(TITLE, links) if len(place.feeds) > 1 and links else ""
            telling.count(publish_first_page(place.folder, page, b"", read))
    page = _first_page(root, contents) if has_pages else ""
    telling.count(publish_first_page(root, page, built, read))


def _first_page(root: Path, contents: FeedContents) -> str:
    """Return the first page of the whole; nothing if it is that of a plan."""
    at_root = [place for place in contents.folders if place.folder == root]
    if len(contents.squads) == 1 and not at_root:
        squad = contents.squads[0]
        pages = {key: f"{quote(folder.name)}/{PAGE}" for key, folder in squad.folders.items()}
        return squad_html(squad.name, squad.weeks, pages, today=today(clock()))
    if len(at_root) == len(contents.folders) == len(at_root[0].feeds) == 1:
        return ""
    return index_html(TITLE, [link for place in contents.folders for link in _links(place, root)])


def _links(place: FeedFolder, root: Path) -> list[tuple[str, str]]:
    """Return the pages of a folder that are there, and their addresses from *root*."""
    pages = [(feed.plan.name, place.folder / place.page_of(feed)) for feed in place.feeds]
    return [(name, quote(page.relative_to(root).as_posix())) for name, page in pages if page.exists()]


def _tell_left(root: Path, contents: FeedContents, telling: FeedTelling, *, prune: bool) -> None:
    """Tell of feeds that are not published any more, and remove them if so asked."""
    for folder, is_left in left(root, contents.folders):
        if prune:
            telling.count(remove_left(folder, is_left, inputs.files_read()))
            continue
        for name in calendars_left(folder, is_left):
            what = "stays as it is, for its plan is not named any more (--prune removes it)"
            echo(f"{telling.called(folder / name)}: {what}", err=True)
