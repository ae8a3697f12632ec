"""``workout feed token list``: for whom there are addresses, without the addresses."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from workout_core.cli.tables import aligned
from workout_core.cli.terminal import echo, print_json
from workout_core.feed.tokens import FeedToken, read_tokens
from workout_core.pipeline.clock import clock


@click.command(help="List for whom there are addresses. The addresses are not kept, and cannot be shown.")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(folder: Path, *, as_json: bool) -> None:  # noqa: D103 - the help stands above
    tokens = read_tokens(folder)
    now = clock()
    if as_json:
        print_json([_described(each, now) for each in tokens or ()])
        return
    if not tokens:
        everybody = "everybody may fetch what is in it" if tokens is None else "nobody may fetch anything"
        echo(f"{folder}: no tokens, {everybody}")
        return
    rows = [
        (each.id, each.holder, each.calendar, _options(each), f"{each.made:%Y-%m-%d}", _end(each, now))
        for each in tokens
    ]
    for line in aligned([("ID", "FOR", "CALENDAR", "OPTIONS", "MADE", "UNTIL"), *rows]):
        echo(line)


def _options(token: FeedToken) -> str:
    return " ".join(f"{name}={value}" for name, value in token.options.items()) or "-"


def _end(token: FeedToken, now: datetime) -> str:
    if token.until is None:
        return "-"
    return f"{token.until:%Y-%m-%d %H:%M}{'' if token.is_valid(now) else ' (over)'}"


def _described(token: FeedToken, now: datetime) -> dict[str, Any]:
    return {
        "id": token.id,
        "for": token.holder,
        "calendar": token.calendar,
        "options": dict(token.options),
        "made": token.made.isoformat(),
        "until": token.until.isoformat() if token.until else None,
        "valid": token.is_valid(now),
    }
