"""A group of commands that are imported when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click


class LazyGroup(click.Group):
    """Lists its commands from a table, and imports the one that is run."""

    def __init__(
        self, *arguments: Any, listed: Mapping[str, str], find: Callable[[str], click.Command], **given: Any
    ) -> None:
        """Make a group.

        Args:
            arguments: for :class:`click.Group`.
            listed: a line of help for each command, in the order of their use.
            find: imports and returns the command of a name.
            given: for :class:`click.Group`.
        """
        super().__init__(*arguments, **given)
        self._listed = listed
        self._find = find

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of their use."""
        return list(self._listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return a command."""
        if cmd_name not in self._listed:
            return None
        command = self._find(cmd_name)
        command.short_help = self._listed[cmd_name]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the closest command for a misspelt one."""
        if args and args[0] not in self._listed and not args[0].startswith("-"):
            from workout_core.errors import suggestion

            raise click.UsageError(f"{args[0]!r} is not a command ({suggestion(args[0], self._listed)})", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._listed.items()))
