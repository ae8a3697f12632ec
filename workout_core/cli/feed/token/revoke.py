"""``workout feed token revoke``: an address that opens nothing any more."""

from __future__ import annotations

from pathlib import Path

import click

from workout_core.cli.terminal import echo
from workout_core.feed.tokens import revoke_token


@click.command(help="Revoke the address of a person, by NAME or by the id that 'list' and logs show.")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("who", metavar="NAME")
def command(folder: Path, who: str) -> None:  # noqa: D103 - the help stands above
    token = revoke_token(folder, who)
    echo(f"revoked: {token.calendar} for {token.holder}, {token.id}")
