"""``workout schema``: the JSON Schema of documents."""

from __future__ import annotations

import json

import click

from workout_core.documents.schema import document_schema
from workout_core.plugins import Registry

EXAMPLE = "\b\nExample:\n  workout schema > workout.schema.json\n"


@click.command(help=f"{EXAMPLE}\nPrint the JSON Schema (2020-12) of documents.")
def command() -> None:  # noqa: D103 - the help stands above
    recipes = Registry.discover().recipes()
    click.echo(json.dumps(document_schema(recipes), ensure_ascii=False, indent=2))
