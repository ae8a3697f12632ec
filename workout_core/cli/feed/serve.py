"""``workout feed serve``: a published folder on a port."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from importlib.util import find_spec
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

import click

from workout_core.cli.failures import INTERRUPTED
from workout_core.cli.terminal import echo, flush_output, log_json
from workout_core.errors import InvalidWorkout
from workout_core.feed.access import moment
from workout_core.feed.layout import RECORD, TOKENS
from workout_core.feed.listening import NEEDED, bound, listen
from workout_core.feed.record import read_record
from workout_core.pipeline.clock import clock, today

EXAMPLES = """\
\b
Examples:
  workout feed serve public
  workout feed serve public --root-path /training --trust-proxy 127.0.0.1
"""


@click.command(help=f"{EXAMPLES}\nServe a published folder, and rebuild it when its documents change.")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--root-path", default="", metavar="PATH", help="Path in front of all addresses at a proxy.")
@click.option(
    "--trust-proxy",
    "trusted",
    multiple=True,
    metavar="ADDRESS",
    help="Address or network of a proxy that says who asks; repeat for more.",
)
@click.option("--no-rebuild", is_flag=True, help="Do not rebuild when documents change.")
@click.option("--quiet", is_flag=True, help="Log no requests, only what goes wrong.")
def command(  # noqa: D103 - click passes every option; the help stands above
    folder: Path,
    host: str,
    port: int,
    root_path: str,
    trusted: tuple[str, ...],
    *,
    no_rebuild: bool,
    quiet: bool,
) -> None:
    _refuse_without_packages()
    for each in trusted:
        _refuse_strange_proxy(each)
    if root_path and not root_path.startswith("/"):
        raise click.UsageError(f"--root-path {root_path!r} must begin with a slash (like '/training')")
    from workout_core.feed.server import app

    application = app(folder, root_path=root_path, tell=None if quiet else _tell)
    with ExitStack() as stack:
        listening = stack.enter_context(bound(host, port))
        if not no_rebuild:
            _follow(folder, stack)
        _echo_start(folder, listening.getsockname())
        listen(application, listening, trusted=trusted, tell=_tell)


def _follow(folder: Path, stack: ExitStack) -> None:
    """Rebuild *folder* from now on whenever its documents change."""
    from workout_core.feed.rebuilding import Builds, Rebuilding

    builds = Builds(_sources, _rebuild)
    stack.enter_context(Rebuilding(folder, builds, _tell, day=lambda: today(clock())))


def _sources(folder: Path) -> tuple[Path, ...]:
    """Return the files that *folder* is built from; a token may ask for a calendar of its own."""
    record = read_record(folder)
    return (*record.sources, folder / TOKENS) if record else ()


def _rebuild(folder: Path) -> None:
    """Build *folder* as it was built, in a process of its own, which frees its memory and harms nobody.

    What the build tells is in the log: the lines that keep sessions who they are, for one.

    Raises:
        InvalidWorkout: it could not be built; says why.
    """
    command = [sys.executable, "-m", "workout_core", "feed", "build", "--out", str(folder)]
    done = subprocess.run(  # noqa: S603 - our own command
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode < 0 or done.returncode == INTERRUPTED:
        return  # it was stopped, as we are
    if done.returncode:
        raise InvalidWorkout(done.stderr.strip() or f"exit code {done.returncode}")
    if done.stderr:
        _tell({"time": moment(), "event": "built", "where": str(folder), "told": done.stderr.splitlines()})


def _refuse_without_packages() -> None:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise click.UsageError(
            f"feed serve needs {' and '.join(missing)} (install it: pip install 'workout-core[serve]')"
        )


def _refuse_strange_proxy(text: str) -> None:
    with suppress(ValueError):
        ip_network(text)
        return
    raise click.UsageError(
        f"--trust-proxy {text!r} is not an address or a network (like '127.0.0.1' or '10.0.0.0/8')"
    )


def _echo_start(folder: Path, address: tuple[Any, ...]) -> None:
    """Say where the folder is, and whom it is open to."""
    host, port = address[:2]
    shown = f"[{host}]" if ":" in host else host
    echo(f"{folder}: http://{shown}:{port}/ (Ctrl-C ends)")
    flush_output()
    if not (folder / RECORD).exists() and not any(folder.glob(f"*/{RECORD}")):
        echo(f"{folder}: is not from 'workout feed build': every file in it is served", err=True)
    if not (folder / TOKENS).exists() and not ip_address(host).is_loopback:
        echo(
            f"{folder}: everybody who reaches this machine can read it ('workout feed token' changes that)",
            err=True,
        )


def _tell(entry: Mapping[str, Any]) -> None:
    """Print an entry of the log; nobody is kept waiting because there is no stderr any more."""
    with suppress(OSError, ValueError):
        log_json(entry)
