"""What the plugins offer to a command: those that are installed, and the files given with ``--plugin``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from workout_core.cli.terminal import others_aside

if TYPE_CHECKING:
    from workout_core.plugins import Registry

_FILES: Final = "workout.plugin-files"
"""Where in the context the files are."""
_TOLD: Final = "workout.plugins-told"
"""Where in the context it says that warnings about the choice of plugins were printed."""
_REGISTRY: Final = "workout.registry"
"""Where in the context it is kept, so that a file runs once."""


def _declare_files(ctx: click.Context, _param: click.Parameter, files: tuple[str, ...]) -> None:
    ctx.find_root().meta.setdefault(_FILES, []).extend(map(Path, files))


def plugin_option(*, hidden: bool = False) -> click.Option:
    """Return the option ``--plugin``, for the group and, without a line of help, for each command."""
    return click.Option(
        ["--plugin"],
        multiple=True,
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        expose_value=False,
        callback=_declare_files,
        hidden=hidden,
        help="Python file to run as a plugin for this command; repeat for more.",
    )


def for_formats(names: Iterable[str]) -> Registry:
    """Return what the plugins offer, as far as the formats called *names* go.

    For formats of the house no other plugin is loaded, so that their number does not matter.
    """
    from workout_core.plugins import Registry

    meta = click.get_current_context().find_root().meta
    if _REGISTRY in meta or meta.get(_FILES):
        return discovered()
    with _quiet(meta):
        few = Registry.of_the_core(names, discovered)
    return few or discovered()


@contextmanager
def _quiet(meta: dict[str, Any]) -> Iterator[None]:
    """Keep stdout for data while plugins are loaded, and tell what is doubtful in their choice once."""
    from workout_core.cli.diagnostics import echo_warnings

    with others_aside(), echo_warnings(tells=not meta.get(_TOLD)):
        yield
    meta[_TOLD] = True


def discovered_anew(names: Iterable[str], files: tuple[Path, ...], *, few: bool) -> Registry:
    """Return what the plugins offer, in a process that runs no command.

    Args:
        names: of formats.
        files: of plugins that the user has named.
        few: whether these formats are all that is asked for.
    """
    from workout_core.plugins import Registry

    def whole() -> Registry:
        return Registry.discover(files=files)

    return (Registry.of_the_core(names, whole) if few and not files else None) or whole()


def plugin_files() -> tuple[Path, ...]:
    """Return the files of plugins that the user has named."""
    return tuple(click.get_current_context().find_root().meta.get(_FILES, ()))


def discovered(ctx: click.Context | None = None, *, even_broken: bool = False) -> Registry:
    """Return what the plugins offer to the command that runs; they are loaded once.

    Args:
        ctx: of the command; the current one if left out.
        even_broken: do not ask whether the files given with ``--plugin`` could be loaded.

    Raises:
        PluginError: one of those files could not.
    """
    from workout_core.errors import PluginError
    from workout_core.plugins import Registry, Status
    from workout_core.plugins.from_file import FILE

    context = ctx or click.get_current_context(silent=True)
    meta = context.find_root().meta if context else {}
    if _REGISTRY not in meta:
        with _quiet(meta):
            meta[_REGISTRY] = Registry.discover(files=meta.get(_FILES, ()))
    found: Registry = meta[_REGISTRY]
    for plugin in found.plugins:
        if plugin.name.startswith(f"{FILE}:") and plugin.status is not Status.LOADED and not even_broken:
            message = f"{plugin.name} is {plugin.status.value}: {plugin.reason}"
            raise PluginError(message, [plugin.name]) from plugin.error
    return found
