"""``workout edit``: the editor in the browser, for a file of this machine."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import click

from workout_core.cli.terminal import echo, flush_output, log_json

EXAMPLES = """\
\b
Examples:
  workout edit half-marathon.yaml
  workout edit new.yaml --no-browser --port 8000
"""
_HOST: Final = "127.0.0.1"
_SECRET: Final = 24
"""Bytes by chance."""


@click.command(
    help=f"{EXAMPLES}\nEdit a document in the browser. What you type there is saved in the file, and what "
    "another program saves appears there. Only this machine reaches the page, at an address that nobody "
    "can guess."
)
@click.argument("document", metavar="DOC", type=click.Path(path_type=Path))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    show_default=True,
    help="Port of this machine; 0 takes a free one.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser; print the address alone.")
@click.option(
    "--site",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of 'workout site build', to take the page from; it is built once if left out.",
)
def command(document: Path, port: int, *, no_browser: bool, site: Path | None) -> None:  # noqa: D103 - click passes every option; the help stands above
    from workout_core.feed.listening import NEEDED, bound, listen

    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise click.UsageError(
            f"edit needs {' and '.join(missing)} (install it: pip install 'workout-core[serve]')"
        )
    from secrets import token_urlsafe
    from threading import Event

    from workout_core.site.edited_file import EditedFile
    from workout_core.site.editing import app

    file = EditedFile(document)
    _refuse_unreadable(file)
    page = _page(site)
    ending, secret = Event(), token_urlsafe(_SECRET)
    with bound(_HOST, port) as listening:
        host = f"{_HOST}:{listening.getsockname()[1]}"
        address = f"http://{host}/{secret}/"
        echo(f"{document}: {address} (Ctrl-C ends)")
        flush_output()
        if not no_browser:
            _open(address)
        listen(
            app(file, page, secret=secret, host=host, ending=ending),
            listening,
            trusted=(),
            tell=_tell,
            ending=ending,
        )


def _refuse_unreadable(file: Any) -> None:
    """Refuse a file that cannot be edited; one that is not there yet can."""
    from workout_core.cli.inputs import problem

    state = file.look()
    if state.problem:
        raise problem(str(file.path), state.problem)
    if not file.folders:
        raise problem(str(file.path.parent), "there is no such folder (make it first)")


def _page(site: Path | None) -> Mapping[str, bytes]:
    """Return the files of the page."""
    from workout_core.files.user_folders import cache_folder
    from workout_core.site.kept import kept_site, site_in
    from workout_core.site.tools import ToolFailure

    if site is not None:
        return site_in(site)
    try:
        return kept_site(cache_folder(), lambda line: echo(line, err=True))
    except ToolFailure as error:
        advice = "or let 'workout site build --out DIR' build it on another machine, and give '--site DIR'"
        raise ToolFailure(f"{error}\n{advice}") from None


def _open(address: str) -> None:
    """Open the browser, which may take its time, or be one of a terminal that ends when it is left."""
    from threading import Thread

    def opened() -> None:
        import webbrowser

        if not webbrowser.open(address):
            echo("no browser was found: open the address yourself", err=True)

    Thread(target=opened, daemon=True).start()


def _tell(entry: Mapping[str, Any]) -> None:
    """Print an entry of the log: what goes wrong, and nothing of what is asked."""
    with suppress(OSError, ValueError):
        log_json(entry)
