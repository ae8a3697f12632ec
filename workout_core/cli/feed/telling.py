"""What became of a published folder, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workout_core.cli.losses import kind_lines, placed
from workout_core.cli.terminal import echo
from workout_core.feed.folders import FeedPublished
from workout_core.files.publish import Published
from workout_core.formats.losses import Loss
from workout_core.formats.revisions import Revision
from workout_core.plans.week_phrases import counted


class FeedTelling:
    """Prints what became of each feed, and at the end of all of them."""

    def __init__(self, root: Path, out: str) -> None:
        """Begin to tell.

        Args:
            root: where everything is written.
            out: what that is called.
        """
        self.root = root
        self.out = out.rstrip("/")
        self.files = self.changed = self.removed = 0
        self.losses: list[tuple[str, Loss]] = []

    def feed(self, done: FeedPublished, calendar: Path, page: Path) -> None:
        """Print where a feed is, and what changed in it."""
        self.count(done.published)
        folder = self.called(calendar.parent).removeprefix(self.out).strip("/")
        self.losses += [placed("/".join(filter(None, (folder, name))), loss) for name, loss in done.losses]
        for name, revision in done.revisions.items():
            if said := ", ".join(_changes(revision)):
                echo(f"{self.called(calendar.parent / name)}: {said}", err=True)
        for each in (calendar, page):
            if each in done.published.written:
                echo(self.called(each))

    def called(self, path: Path) -> str:
        """Return the name of a file as the user has said where it is."""
        return "/".join((self.out, *path.relative_to(self.root).parts))

    def count(self, published: Published) -> None:
        """Count files, and tell of those that made room."""
        for path, now in published.aside:
            echo(f"{self.called(path)}: was there, and is not ours; it is {now.name} now", err=True)
        self.files += len(published.written)
        self.changed += len(published.changed)
        self.removed += len(published.removed)

    def end(self) -> None:
        """Print what was lost, and how many files there are."""
        for line in kind_lines(self.losses) if self.changed else ():
            echo(line, err=True)
        done = [
            f"{self.changed} written" if self.changed else "",
            f"{self.removed} removed" if self.removed else "",
        ]
        said = ", ".join(filter(None, done)) or "nothing changed"
        echo(f"{self.out}: {counted(self.files, 'file')}, {said}", err=True)


def _changes(revision: Revision) -> Iterator[str]:
    if revision.changed:
        yield f"{counted(revision.changed, 'event')} changed"
    if revision.added:
        yield f"{revision.added} added"
    if revision.removed:
        yield f"{revision.removed} removed"
