"""The registry: what the plugins offer, by name.

A registry is a value. ``Registry.discover()`` builds one from the entry points of the installed
distributions; ``Registry.of(...)`` from modules at hand, as tests do. A plugin that cannot be loaded harms
nobody else: it is kept with its status and the exception, and asking for what it would have offered says why.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from workout_core.errors import PluginError, UnknownFormat
from workout_core.exercises.book import ExerciseBook
from workout_core.formats.exporter import Exporter
from workout_core.formats.importer import Importer
from workout_core.formats.transform import Transform
from workout_core.plugins.discovery import installed
from workout_core.plugins.loading import Candidate, Plugin, Status, load_all
from workout_core.recipes.built_in import built_in
from workout_core.recipes.recipe import Recipe

_NOUNS: Final = MappingProxyType(
    {
        "workout_exporters": "format",
        "workout_importers": "format",
        "workout_transforms": "transform",
        "workout_recipes": "recipe",
        "workout_exercises": "exercise",
    }
)


CORE: Final = "workout-core:recipes"
"""What the recipes of the core are offered by, in messages."""


@frozen
class Registry:
    """What the plugins offer, by name."""

    plugins: tuple[Plugin, ...]

    @classmethod
    def discover(cls, environ: Mapping[str, str] | None = None) -> Registry:
        """Load every installed plugin that the environment does not exclude.

        Args:
            environ: ``WORKOUT_DISABLE=a,b`` disables before import, ``WORKOUT_PLUGINS=a,b`` allows only
                these; ``os.environ`` when left out.
        """
        return cls(tuple(load_all(installed(), os.environ if environ is None else environ)))

    @classmethod
    def of(cls, *modules: object, **named: object) -> Registry:
        """Build a registry from plugin modules or objects at hand; *named* ones go by that name."""
        pairs = [(getattr(module, "__name__", type(module).__name__), module) for module in modules]
        candidates = [
            Candidate(distribution="local", entry_point=name, load=lambda module=module: module)  # type: ignore[misc]
            for name, module in (*pairs, *named.items())
        ]
        return cls(tuple(load_all(candidates, {})))

    def exporters(self) -> tuple[Exporter[Any], ...]:
        """Return every usable exporter, sorted by name."""
        return self._usable("workout_exporters")

    def importers(self) -> tuple[Importer, ...]:
        """Return every usable importer, sorted by name."""
        return self._usable("workout_importers")

    def transforms(self) -> tuple[Transform, ...]:
        """Return every usable transform, sorted by name."""
        return self._usable("workout_transforms")

    def recipes(self) -> tuple[Recipe, ...]:
        """Return every usable recipe, sorted by name."""
        return self._usable("workout_recipes")

    def exercises(self) -> ExerciseBook:
        """Return what finds exercises by name: ours, those of plugins, and those of the FIT profile."""
        return self._exercises

    @cached_property
    def _exercises(self) -> ExerciseBook:
        return ExerciseBook(partial(self._usable, "workout_exercises"))

    def exporter(self, name: str) -> Exporter[Any]:
        """Return the exporter called *name*.

        Raises:
            UnknownFormat: there is none.
            PluginError: two plugins offer it, or the plugin that may offer it is not loaded.
        """
        found: Exporter[Any] = self._one("workout_exporters", name)
        return found

    def importer(self, name: str) -> Importer:
        """Return the importer called *name*; raises like :meth:`exporter`."""
        found: Importer = self._one("workout_importers", name)
        return found

    def recipe(self, name: str) -> Recipe:
        """Return the recipe called *name*, the core's or a plugin's; raises like :meth:`exporter`."""
        found: Recipe = self._one("workout_recipes", name)
        return found

    def transform(self, name: str) -> Transform:
        """Return the transform called *name*; raises like :meth:`exporter`."""
        found: Transform = self._one("workout_transforms", name)
        return found

    def clashes(self, hook: str) -> dict[str, tuple[str, ...]]:
        """Return the names that more than one plugin claims, with the plugins that claim them."""
        claims: dict[str, list[str]] = {}
        for plugin, record in self._offers(hook):
            claims.setdefault(record.name, []).append(plugin)
        return {name: tuple(plugins) for name, plugins in sorted(claims.items()) if len(plugins) > 1}

    def plugin_of(self, hook: str, name: str) -> str:
        """Return the name of the plugin whose record for *hook* is called *name*."""
        offered = {record.name: plugin for plugin, record in self._offers(hook)}
        if name not in offered:
            raise UnknownFormat(name, offered, what=_NOUNS[hook])
        return offered[name]

    def _offers(self, hook: str) -> Iterator[tuple[str, Any]]:
        for plugin in self.plugins:
            for record in plugin.records.get(hook, ()):
                yield plugin.name, record
        if hook == "workout_recipes":
            for recipe in built_in():
                yield CORE, recipe

    def _usable(self, hook: str) -> tuple[Any, ...]:
        clashes = self.clashes(hook)
        records = [record for _, record in self._offers(hook) if record.name not in clashes]
        return tuple(sorted(records, key=lambda record: record.name))

    def _one(self, hook: str, name: str) -> Any:
        offers = [(plugin, record) for plugin, record in self._offers(hook) if record.name == name]
        if len(offers) == 1:
            return offers[0][1]
        if offers:
            rivals = tuple(plugin for plugin, _ in offers)
            choices = " or ".join(name for name in rivals if name != CORE)
            raise PluginError(
                f"{name!r} is offered by {' and '.join(rivals)} (disable one: WORKOUT_DISABLE={choices})",
                rivals,
            )
        not_loaded = [plugin for plugin in self.plugins if plugin.status is not Status.LOADED]
        for plugin in not_loaded:
            if name in (plugin.name, plugin.short_name, _format_name(plugin)):
                status = f"{plugin.name} is {plugin.status.value}"
                message = f"{name!r} is not available: {status}: {plugin.reason}"
                raise PluginError(message, [plugin.name]) from plugin.error
        names = [record.name for record in self._usable(hook)]
        raise UnknownFormat(name, names, what=_NOUNS[hook], not_loaded=[plugin.name for plugin in not_loaded])


def _format_name(plugin: Plugin) -> str:
    """Return the format that an entry point called ``workout_x`` is likely to offer."""
    return plugin.short_name.removeprefix("workout_").removeprefix("workout-")
