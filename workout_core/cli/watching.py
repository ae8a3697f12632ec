"""``--watch``: what a command draws, again after every save, until Ctrl-C."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from workout_core.cli import inputs
from workout_core.cli.failures import DONE, Failures
from workout_core.cli.terminal import clear_screen, echo
from workout_core.files.paths import status_of

_PATIENCE: Final = 1000
"""Milliseconds after which the files are looked at in any case: on some drives no change is ever told."""
_PAUSE: Final = 50
"""Milliseconds that saving may take: an editor may write a file, rename it and set its permissions."""
_State = dict[Path, tuple[int, int, int] | None]
"""What distinguishes files from what they were before a save; None where there is none."""


def watch_file(document: str | None, draw: Callable[[], int]) -> int:
    """Draw a document now and whenever it, or a file that it names, has changed; return the exit code.

    What is wrong with it is drawn too: a document is half written most of the time.

    Raises:
        click.UsageError: it is no file, or the package that waits for changes is not installed.
    """
    if document is None or document == inputs.STDIN:
        raise click.UsageError("--watch waits until a file is saved (give the file)")
    try:
        import watchfiles  # noqa: F401 - whether it is there
    except ImportError:
        message = "--watch needs watchfiles (install it: pip install 'workout-core[watch]')"
        raise click.UsageError(message) from None
    if not Path(document).absolute().parent.is_dir():
        return draw()  # which tells that there is no such file
    try:
        draw_changes(Path(document), draw, _told_by_the_system)
    except KeyboardInterrupt:
        echo(err=True)
    return DONE


def draw_changes(
    document: Path,
    draw: Callable[[], object],
    wait: Callable[[Sequence[Path]], Iterable[object]],
) -> None:
    """Draw *document* now, and again after each change.

    Args:
        document: the file.
        draw: reads and draws it.
        wait: yields whenever something may have changed in folders, until it ends.
    """
    files = [document]
    is_first = True
    while True:
        before = _state(files)
        if not clear_screen() and not is_first:
            echo()
        files, is_first = list(dict.fromkeys((*files, *_drawn(draw)))), False
        echo(f"{document}: is drawn again when it is saved (Ctrl-C ends)", err=True)
        if not _changed(_state(files) | before, wait):
            return


def _drawn(draw: Callable[[], object]) -> list[Path]:
    """Draw a document, tell what is wrong with it, and return the files that were read for it."""
    read = inputs.forget_files_read()
    failures = Failures()
    with suppress(click.exceptions.Exit), failures.of():
        draw()
    failures.tell()
    return read.paths


def _changed(before: _State, wait: Callable[[Sequence[Path]], Iterable[object]]) -> bool:
    """Wait until a file is not as it was *before*; tell whether that happened before the waiting ended."""
    folders = dict.fromkeys(file.absolute().parent for file in before)
    there = [each for each in folders if each.is_dir()]
    return bool(there) and any(_state(before) != before for _ in wait(there))


def _state(files: Iterable[Path]) -> _State:
    found: _State = {}
    for file in files:
        try:
            status = status_of(file)
        except OSError:
            status = None
        found[file] = (status.st_ino, status.st_mtime_ns, status.st_size) if status else None
    return found


def _told_by_the_system(folders: Sequence[Path]) -> Iterator[object]:
    """Yield whenever something changes in *folders*, and from time to time.

    Raises:
        KeyboardInterrupt: somebody pressed Ctrl-C.
    """
    from watchfiles import watch

    yield None  # for what was saved while the document was drawn
    yield from watch(
        *map(os.fspath, folders),
        watch_filter=None,
        debounce=_PAUSE,
        step=_PAUSE,
        rust_timeout=_PATIENCE,
        yield_on_timeout=True,
        recursive=False,
    )
