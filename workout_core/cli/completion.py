"""``workout completion``: the script that completes words in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from workout_core.cli.terminal import print_document

EXAMPLE = '\b\nExample:\n  eval "$(workout completion bash)"\n'


@click.command(help=f"{EXAMPLE}\nPrint the completion script for your shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:  # noqa: D103 - the help stands above
    from workout_core.cli.main import COMPLETE, cli

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"{shell} is not a shell that can be helped")
    script = kind(cli, {}, "workout", COMPLETE).source()
    print_document(f"{script}\n")
