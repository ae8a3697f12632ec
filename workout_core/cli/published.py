"""What became of a set of files, in lines: those that were written, and what became of others."""

from __future__ import annotations

from collections.abc import Iterator

from workout_core.cli.terminal import echo
from workout_core.files.publish import Published
from workout_core.formats.revisions import Revision
from workout_core.model.plan import Plan
from workout_core.model.workout import Workout


def published_lines(published: Published, *, prune: bool) -> Iterator[tuple[str, bool]]:
    """Yield lines of what became of files, each with whether it is for stderr."""
    for path, now in published.aside:
        yield f"{path}: was there, and not from an export; it is {now.name} now", True
    for path in published.removed:
        yield f"{path}: removed", True
    advice = "was changed since, and is kept" if prune else "--prune removes it"
    for path in published.stale:
        yield f"{path}: is from an earlier export ({advice})", True
    for path in published.written:
        yield str(path), False


def echo_renamed(subject: Workout | Plan, name: str, revision: Revision) -> None:
    """Print, before the file *name* is written, what has another identity now, and what would keep it."""
    if isinstance(subject, Plan) and revision.renamed:
        from workout_core.pipeline.identities import rename_advice

        for advice in rename_advice(subject, revision.renamed):
            echo(f"{name}: {advice}", err=True)
