"""``workout feed build``: a folder that any web server can serve."""

from __future__ import annotations

import click


@click.command(help="Publish calendars, files and pages into a folder.")
def command() -> None:
    """Publish calendars, files and pages into a folder."""
