"""The registry: what the plugins offer, by name.

A registry is a value. ``Registry.discover()`` builds one from the entry points of the installed
distributions; ``Registry.of(...)`` from modules at hand, as tests do. A plugin that cannot be loaded harms
nobody else: it is kept with its status and the exception, and asking for what it would have offered says why.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from workout_core.errors import PluginError, UnknownFormat
from workout_core.exercises.book import ExerciseBook
from workout_core.model.value_object import ValueObject
from workout_core.plugins.discovery import installed
from workout_core.plugins.from_file import from_files
from workout_core.plugins.loading import LATE, Candidate, Plugin, Status, load_all
from workout_core.plugins.shelves import CORE, OWN, Offer, Shelf, qualified, say_which, sorted_out
from workout_core.recipes.built_in import built_in

if TYPE_CHECKING:
    from workout_core.exercises.movement import Movement
    from workout_core.formats.exporter import Exporter
    from workout_core.formats.importer import Importer
    from workout_core.formats.transform import Transform
    from workout_core.formats.watch_profile import WatchProfile
    from workout_core.recipes.recipe import Recipe
    from workout_core.speech.voice import Voice

_NOUNS: Final = MappingProxyType(
    {
        "workout_exporters": "format",
        "workout_importers": "format",
        "workout_transforms": "transform",
        "workout_recipes": "recipe",
        "workout_exercises": "exercise",
        "workout_voices": "voice",
        "workout_watches": "watch",
    }
)


@frozen(eq=False, repr=False)
class Registry(ValueObject):
    """What the plugins offer, by name.

    Attributes:
        plugins: every plugin, also those that are not loaded.
    """

    plugins: tuple[Plugin, ...]
    _whole: Callable[[], Registry] | None = field(default=None, init=False, eq=False, repr=False)
    _shelves: dict[str, Shelf] = field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    def discover(cls, environ: Mapping[str, str] | None = None, files: Iterable[Path] = ()) -> Registry:
        """Load every installed plugin that the environment does not exclude, and run the *files*.

        Args:
            environ: ``WORKOUT_DISABLE=a,b`` disables before import, ``WORKOUT_PLUGINS=a,b`` allows only
                these; ``os.environ`` when left out.
            files: Python files that are plugins too; ``WORKOUT_PLUGINS`` need not allow them.

        Raises:
            PluginError: two of the files have one name.
        """
        environ = os.environ if environ is None else environ
        return cls(tuple(load_all(installed(), environ, from_files(files))))

    @classmethod
    def of_the_core(
        cls, names: Iterable[str], whole: Callable[[], Registry], environ: Mapping[str, str] | None = None
    ) -> Registry | None:
        """Load no more than the core's own plugins called *names*; None if it has no plugin of some name.

        The core's names are the core's, whoever else offers them, so that no other plugin matters to them.

        Args:
            names: of plugins, each of which offers what is called so.
            whole: gives the registry of all plugins, which may describe exercises.
            environ: as for :meth:`discover`.
        """
        wanted, found = frozenset(names), tuple(installed())

        def is_wanted(candidate: Candidate) -> bool:
            return candidate.distribution == OWN and candidate.entry_point in wanted

        if wanted - {each.entry_point for each in found if is_wanted(each)}:
            return None
        environ = os.environ if environ is None else environ
        registry = cls(tuple(load_all(found, environ, only=is_wanted)))
        object.__setattr__(registry, "_whole", whole)  # what scripts build a registry from is plugins alone
        return registry

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
        """Return every exporter that has a name of its own, sorted by name."""
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

    def voices(self) -> tuple[Voice, ...]:
        """Return every usable voice, sorted by name, whether or not what it needs is installed."""
        return self._usable("workout_voices")

    def watches(self) -> tuple[WatchProfile, ...]:
        """Return what is known of models of watches, sorted by name."""
        return self._usable("workout_watches")

    def exercises(self) -> ExerciseBook:
        """Return what finds exercises by name, ours and those of plugins, which are asked when needed."""
        return self._exercises

    @cached_property
    def _exercises(self) -> ExerciseBook:
        whole = self._whole
        return ExerciseBook(self._movements if whole is None else lambda: whole().exercises().more())

    def _movements(self) -> Iterator[Movement]:
        """Yield the exercises that plugins describe and nobody contests, then what formats only name."""
        yield from self._usable("workout_exercises")
        yield from (offer.record for offer in self._all("workout_exercises") if offer.record.is_bare)

    def asked(self) -> Registry:
        """Return the registry with all that plugins offer late; one that breaks there is broken in it."""
        return self._asked

    @cached_property
    def _asked(self) -> Registry:
        return Registry(tuple(plugin.asked() for plugin in self.plugins))

    def exporter(self, name: str) -> Exporter[Any]:
        """Return the exporter called *name*; raises like :meth:`offer`."""
        found: Exporter[Any] = self.offer("workout_exporters", name).record
        return found

    def importer(self, name: str) -> Importer:
        """Return the importer called *name*; raises like :meth:`offer`."""
        found: Importer = self.offer("workout_importers", name).record
        return found

    def recipe(self, name: str) -> Recipe:
        """Return the recipe called *name*, the core's or a plugin's; raises like :meth:`offer`."""
        plugin, recipe = self.offer("workout_recipes", name)
        found: Recipe = recipe if plugin == CORE else evolve(recipe, plugin=plugin)
        return found

    def transform(self, name: str) -> Transform:
        """Return the transform called *name*; raises like :meth:`offer`."""
        found: Transform = self.offer("workout_transforms", name).record
        return found

    def voice(self, name: str) -> Voice:
        """Return the voice called *name*; raises like :meth:`offer`."""
        found: Voice = self.offer("workout_voices", name).record
        return found

    def offer(self, hook: str, name: str) -> Offer:
        """Return the record of *hook* that is called *name*, and the plugin that offers it.

        A name of the core is the core's, whoever else offers it. ``distribution:name`` is always that
        distribution's.

        Raises:
            UnknownFormat: there is none.
            PluginError: two plugins offer it, or the plugin that may offer it is not loaded.
        """
        if found := self.offers(hook).get(name) or self._qualified(hook, name):
            return found
        if rivals := self.clashes(hook).get(name):
            which = say_which(name, rivals, hook)
            raise PluginError(f"{name!r} is offered by {' and '.join(rivals)} ({which})", rivals)
        not_loaded = [plugin for plugin in self.plugins if plugin.status is not Status.LOADED]
        for plugin in not_loaded:
            if name in (plugin.name, plugin.short_name, _format_name(plugin)):
                status = f"{plugin.name} is {plugin.status.value}"
                message = f"{name!r} is not available: {status}: {plugin.reason}"
                raise PluginError(message, [plugin.name]) from plugin.error
        names = [plugin.name for plugin in not_loaded]
        raise UnknownFormat(name, self.offers(hook), what=_NOUNS[hook], not_loaded=names)

    def offers(self, hook: str) -> Mapping[str, Offer]:
        """Return what is usable of *hook*, by name, in the order of the names."""
        return self._shelf(hook).usable

    def clashes(self, hook: str) -> Mapping[str, tuple[str, ...]]:
        """Return the names that more than one plugin claims, and the core does not, with these plugins."""
        return self._shelf(hook).clashes

    def displaced(self, hook: str) -> Mapping[str, tuple[str, ...]]:
        """Return the names of the core that plugins claim as well, with these plugins."""
        return self._shelf(hook).displaced

    def told(self, hook: str) -> Iterator[str]:
        """Yield a sentence for each name of *hook* that several plugins offer."""
        for name, plugins in self.clashes(hook).items():
            yield f"{name}: offered by {' and '.join(plugins)} ({say_which(name, plugins, hook)})"
        for name, plugins in self.displaced(hook).items():
            for plugin in plugins:
                yield f"{name}: is the core's; that of {plugin} is called {qualified(plugin, name)}"

    def _usable(self, hook: str) -> tuple[Any, ...]:
        return tuple(offer.record for name, offer in self.offers(hook).items() if offer.record.name == name)

    def _qualified(self, hook: str, name: str) -> Offer | None:
        """Return the one record that *name*, ``distribution:name``, means."""
        if ":" not in name:
            return None
        found = [each for each in self._all(hook) if qualified(each.plugin, each.record.name) == name]
        return found[0] if len(found) == 1 else None

    def _shelf(self, hook: str) -> Shelf:
        if hook not in self._shelves:
            self._shelves[hook] = sorted_out(self._all(hook))
        return self._shelves[hook]

    def _all(self, hook: str) -> Iterator[Offer]:
        for plugin in (self.asked() if hook in LATE else self).plugins:
            for record in plugin.records.get(hook, ()):
                yield Offer(plugin.name, record)
        if hook == "workout_recipes":
            for recipe in built_in():
                yield Offer(CORE, recipe)


def _format_name(plugin: Plugin) -> str:
    """Return the format that an entry point called ``workout_x`` is likely to offer."""
    return plugin.short_name.removeprefix("workout_").removeprefix("workout-")
