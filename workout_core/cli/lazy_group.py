"""A group of commands that are imported when they are asked for, and take the options that all take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from copy import copy
from typing import Any

import click

from workout_core.cli.discovered import plugin_option
from workout_core.cli.speaking import language_option
from workout_core.cli.terminal import others_aside


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
        """Import and return a command, which takes the options of all; only we print on stdout."""
        if cmd_name not in self._listed:
            return None
        command = copy(self._find(cmd_name))
        command.short_help = self._listed[cmd_name]
        if command.callback is not None:
            command.callback = others_aside()(command.callback)
        for option in (plugin_option(hidden=True), language_option(hidden=True)):
            if not any(option.opts[0] in each.opts for each in command.params):
                command.params = [*command.params, option]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the closest command for a misspelt one, and refuse an option that is given twice."""
        if args and args[0] not in self._listed and not args[0].startswith("-"):
            from workout_core.errors import suggestion

            raise click.UsageError(f"{args[0]!r} is not a command ({suggestion(args[0], self._listed)})", ctx)
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and not ctx.resilient_parsing:
            _refuse_twice(click.Context(command, ctx, name), rest)
        return name, command, rest

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._listed.items()))


def _refuse_twice(ctx: click.Context, arguments: list[str]) -> None:
    """Refuse an option of one value that is given more than once, of which click takes the last in silence.

    Raises:
        click.UsageError: there is one.
    """
    given: list[click.Parameter] = []
    with suppress(click.UsageError):  # told when the command parses its arguments
        _, _, given = ctx.command.make_parser(ctx).parse_args(list(arguments))
    for option, times in Counter(given).items():
        if times > 1 and isinstance(option, click.Option) and not (option.multiple or option.is_flag):
            raise click.UsageError(f"{option.opts[-1]} is given {times} times (give it once)", ctx)
