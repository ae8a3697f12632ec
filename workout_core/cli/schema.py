"""``workout schema``: the JSON Schema of documents."""

from __future__ import annotations

import click

from workout_core.cli.discovered import discovered
from workout_core.cli.terminal import print_json
from workout_core.documents.schema import document_schema

EXAMPLE = "\b\nExample:\n  workout schema > workout.schema.json\n"


@click.command(help=f"{EXAMPLE}\nPrint the JSON Schema (2020-12) of documents.")
def command() -> None:  # noqa: D103 - the help stands above
    recipes = discovered().recipes()
    print_json(document_schema(recipes))
