"""A folder of feeds: each published as a set of its own, so that none holds up another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final
from uuid import UUID

from attrs import frozen

from workout_core.errors import InvalidWorkout, shown
from workout_core.feed.build import CALENDAR, FEED, PAGE, Feed, FeedWishes, feed_files
from workout_core.feed.episodes import recorded
from workout_core.feed.layout import RECORD
from workout_core.feed.tokens import SECRET_BYTES
from workout_core.files.drafts import remove_empty
from workout_core.files.manifest import NAME, read_manifest
from workout_core.files.paths import FilesRead
from workout_core.files.publish import Output, Published, publish
from workout_core.formats.losses import Loss
from workout_core.formats.revisions import Revision
from workout_core.languages import in_language
from workout_core.model.identity import plan_identity
from workout_core.plugins import Registry

_FIRST: Final = f"{FEED}-first"
"""What the first page of a folder is made as."""


@frozen(kw_only=True)
class FeedFolder:
    """Feeds that are published in one folder.

    Attributes:
        folder: where.
        feeds: the plans.
        url: where the folder is served from; empty if that is not known.
    """

    folder: Path
    feeds: tuple[Feed, ...]
    url: str = ""

    def page_of(self, feed: Feed) -> str:
        """Return the name of the page of a plan: the first page of the folder if there is no other plan."""
        return PAGE if len(self.feeds) == 1 else f"{feed.stem}.html"

    def owns(self, of: str) -> bool:
        """Tell whether a file is of one of the plans."""
        return any(feed.owns(of) for feed in self.feeds)


@frozen(kw_only=True)
class FeedPublished:
    """What became of a feed.

    Attributes:
        published: its files.
        losses: where, and what.
        revisions: of its calendars that were there, by name.
    """

    published: Published
    losses: tuple[tuple[str, Loss], ...]
    revisions: Mapping[str, Revision]


def publish_feed(
    place: FeedFolder,
    feed: Feed,
    wishes: FeedWishes,
    registry: Registry,
    read: FilesRead,
    *,
    tell: Callable[[str, Revision], object],
    step: Callable[[], object] = lambda: None,
) -> FeedPublished:
    """Publish a feed, all of it or nothing, and remove the files that it no longer has.

    Args:
        place: where.
        feed: one of its feeds.
        wishes: what is made.
        registry: where formats are looked up.
        read: the files that were read, which are never replaced.
        tell: told what changes in each calendar that was there, before anything is written.
        step: called after each session in each format, for a bar.

    Raises:
        WorkoutError: a format can take none of it, or a calendar is not right.
        OSError: the disk would not have it.
    """
    revisions: dict[str, Revision] = {}

    def noted(name: str, revision: Revision) -> None:
        revisions[name] = revision
        tell(name, revision)

    with (
        in_language(feed.readings.language, otherwise=True),
        recorded(
            feed.plan,
            feed.readings,
            None if wishes.only_calendar else wishes.podcast,
            folder=place.folder,
            stem=feed.stem,
            of=feed.of,
            step=step,
        ) as episodes,
    ):
        page = place.page_of(feed)
        made = feed_files(
            feed, wishes, registry, noted, page=page, url=place.url, episodes=episodes, step=step
        )
        published = publish(place.folder, made.outputs, read, prune=True, same=feed.owns)
    return FeedPublished(published=published, losses=tuple(made.losses), revisions=revisions)


def publish_first_page(folder: Path, page: str, record: bytes, read: FilesRead) -> Published:
    """Publish what a folder of several feeds begins with, and what says how it is built.

    Args:
        folder: where.
        page: HTML; empty if a feed has the first page, or there is none.
        record: what it is built from; empty if a folder above says so.
        read: the files that were read, which are never replaced.
    """
    outputs = [Output(name, data, _FIRST) for name, data in ((PAGE, page.encode()), (RECORD, record)) if data]
    return publish(folder, outputs, read, prune=True, same=_FIRST.__eq__)


def left(root: Path, places: Iterable[FeedFolder]) -> Iterator[tuple[Path, Callable[[str], bool]]]:
    """Yield each folder in which feeds are that are not published any more, and what tells their files.

    Args:
        root: the whole.
        places: what is published.
    """
    known = {place.folder: place for place in places}
    for folder in sorted({root, *(each.parent for each in root.glob(f"*/{NAME}"))}):
        place = known.get(folder)

        def is_left(of: str, place: FeedFolder | None = place) -> bool:
            return of.startswith(f"{FEED} ") and not (place and place.owns(of))

        if any(is_left(entry.of) for entry in read_manifest(folder).values()):
            yield folder, is_left


def remove_left(folder: Path, is_left: Callable[[str], bool], read: FilesRead) -> Published:
    """Remove the files of feeds that are not published any more."""
    published = publish(folder, [], read, prune=True, same=is_left)
    remove_empty([folder])
    return published


def secret_folder(root: Path, feeds: tuple[Feed, ...]) -> Path:
    """Return a folder in *root* that nobody can guess: that in which these feeds are, or a new one."""
    place = FeedFolder(folder=root, feeds=feeds)
    for found in sorted(each.parent for each in root.glob(f"*/{NAME}")):
        if any(place.owns(entry.of) for entry in read_manifest(found).values()):
            return found
    import secrets  # noqa: PLC0415 - only who wants one pays

    return root / secrets.token_hex(SECRET_BYTES)


def refuse_alike(feeds: Iterable[tuple[Feed, str]]) -> None:
    """Refuse two documents whose files would have one name, or that are one plan to who subscribes.

    Args:
        feeds: of a folder, and the document of each.

    Raises:
        InvalidWorkout: there are two.
    """
    stems: dict[str, str] = {}
    plans: dict[UUID, str] = {}
    for feed, path in feeds:
        if (first := stems.setdefault(feed.stem, path)) != path:
            raise InvalidWorkout(f"{first} and {path} would both be {feed.stem}.ics (rename one of them)")
        if (first := plans.setdefault(plan_identity(feed.plan), path)) != path:
            name = shown(feed.plan.id or feed.plan.name)
            raise InvalidWorkout(f"{first} and {path} are both the plan {name} (give one of them an 'id:')")


def calendars_left(folder: Path, is_left: Callable[[str], bool]) -> list[str]:
    """Return the names of the calendars in a folder that are not published any more."""
    entries = read_manifest(folder).items()
    return [name for name, entry in entries if is_left(entry.of) and name.endswith(f".{CALENDAR}")]
