"""The registry: plugins found, loaded one by one, and what each of them offers.

A registry is a value. ``Registry.discover()`` builds one from the entry points of the installed
distributions; ``Registry.of(...)`` from modules at hand, as tests do. A plugin that cannot be loaded harms
nobody else: it is kept with its status and the exception, and asking for what it would have offered says why.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from importlib.metadata import EntryPoint, distributions
from types import MappingProxyType
from typing import Any, Final, TypeVar

import pluggy
from attrs import define, field, frozen

from workout_core import hookspecs
from workout_core.errors import PluginError, UnknownFormat, suggestion
from workout_core.formats.exporter import Exporter
from workout_core.formats.importer import Importer
from workout_core.formats.transform import Transform
from workout_core.recipes.recipe import Recipe

Record = TypeVar("Record", Exporter[Any], Importer, Transform, Recipe)
HOOKS: Final = MappingProxyType(
    {
        "workout_exporters": Exporter,
        "workout_importers": Importer,
        "workout_transforms": Transform,
        "workout_recipes": Recipe,
    }
)


class Status(Enum):
    """What became of a plugin."""

    LOADED = "loaded"
    DISABLED = "disabled"
    INCOMPATIBLE = "incompatible"
    BROKEN = "broken"


@frozen(kw_only=True)
class Plugin:
    """A plugin, and what became of it.

    Attributes:
        name: ``distribution:name``.
        version: of the distribution.
        status: whether it is loaded, or why not.
        reason: why not, in words.
        error: the exception it raised, if it did.
        records: what it offers, by hook.
    """

    name: str
    version: str = ""
    status: Status = Status.LOADED
    reason: str = ""
    error: BaseException | None = field(default=None, repr=False)
    records: Mapping[str, tuple[Any, ...]] = field(factory=dict, repr=False)

    @property
    def short_name(self) -> str:
        """The name of its entry point."""
        return self.name.rpartition(":")[2]


@frozen(kw_only=True)
class Candidate:
    """A plugin that is not loaded yet."""

    name: str
    load: Callable[[], object]
    version: str = ""


@define
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
        return cls(tuple(_loaded(_installed(), os.environ if environ is None else environ)))

    @classmethod
    def of(cls, *modules: object, **named: object) -> Registry:
        """Build a registry from plugin modules or objects at hand; *named* ones go by that name."""
        pairs = [(getattr(module, "__name__", type(module).__name__), module) for module in modules]
        candidates = [
            Candidate(name=f"local:{name}", load=lambda module=module: module)  # type: ignore[misc]
            for name, module in (*pairs, *named.items())
        ]
        return cls(tuple(_loaded(candidates, {})))

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

    def exporter(self, name: str) -> Exporter[Any]:
        """Return the exporter called *name*.

        Raises:
            UnknownFormat: there is none.
            PluginError: two plugins offer it, or the plugin that may offer it is not loaded.
        """
        return self._one("workout_exporters", name)

    def importer(self, name: str) -> Importer:
        """Return the importer called *name*; raises like :meth:`exporter`."""
        return self._one("workout_importers", name)

    def transform(self, name: str) -> Transform:
        """Return the transform called *name*; raises like :meth:`exporter`."""
        return self._one("workout_transforms", name)

    def clashes(self, hook: str) -> dict[str, tuple[str, ...]]:
        """Return the names that more than one record claims, with the plugins that claim them."""
        claims: dict[str, list[str]] = {}
        for plugin, record in self._offers(hook):
            claims.setdefault(record.name, []).append(plugin.name)
        return {name: tuple(plugins) for name, plugins in sorted(claims.items()) if len(plugins) > 1}

    def plugin_of(self, hook: str, name: str) -> str:
        """Return the name of the plugin whose record for *hook* is called *name*."""
        return next(plugin.name for plugin, record in self._offers(hook) if record.name == name)

    def _offers(self, hook: str) -> Iterator[tuple[Plugin, Any]]:
        for plugin in self.plugins:
            for record in plugin.records.get(hook, ()):
                yield plugin, record

    def _usable(self, hook: str) -> tuple[Any, ...]:
        clashes = self.clashes(hook)
        records = [record for _, record in self._offers(hook) if record.name not in clashes]
        return tuple(sorted(records, key=lambda record: record.name))

    def _one(self, hook: str, name: str) -> Any:
        if rivals := self.clashes(hook).get(name):
            raise PluginError(
                f"{name!r} is offered by {' and '.join(rivals)} (disable one: 'WORKOUT_DISABLE={rivals[-1]}')",
                rivals,
            )
        found = {record.name: record for record in self._usable(hook)}
        if name in found:
            return found[name]
        for plugin in self.plugins:
            if plugin.status is not Status.LOADED and name in (
                plugin.short_name,
                plugin.name,
                _alias(plugin),
            ):
                raise PluginError(
                    f"{name!r} is not available: {plugin.name} is {plugin.status.value}: {plugin.reason}",
                    [plugin.name],
                ) from plugin.error
        raise UnknownFormat(name, found)


def _alias(plugin: Plugin) -> str:
    return plugin.short_name.removeprefix("workout_").removeprefix("workout-")


def _installed() -> Iterator[Candidate]:
    """Find every plugin of every distribution, in an order that does not depend on the disk."""
    found: dict[tuple[str, str], tuple[EntryPoint, str]] = {}
    for distribution in distributions():
        for point in distribution.entry_points:
            if point.group == hookspecs.GROUP:
                name = distribution.metadata["Name"] or "unknown"
                found.setdefault((f"{name}:{point.name}", point.value), (point, distribution.version))
    for (name, _), (point, version) in sorted(found.items(), key=lambda pair: pair[0]):
        yield Candidate(name=name, load=point.load, version=version)


def _loaded(candidates: Iterable[Candidate], environ: Mapping[str, str]) -> Iterator[Plugin]:
    disabled = _names(environ.get("WORKOUT_DISABLE", ""))
    allowed = _names(environ["WORKOUT_PLUGINS"]) if "WORKOUT_PLUGINS" in environ else None
    for candidate in candidates:
        names = {candidate.name, candidate.name.rpartition(":")[2]}
        if names & disabled:
            yield _excluded(candidate, "named in WORKOUT_DISABLE")
        elif allowed is not None and not names & allowed:
            yield _excluded(candidate, "not named in WORKOUT_PLUGINS")
        else:
            yield _load(candidate)


def _names(text: str) -> set[str]:
    return {name.strip() for name in text.split(",") if name.strip()}


def _excluded(candidate: Candidate, reason: str) -> Plugin:
    return Plugin(name=candidate.name, version=candidate.version, status=Status.DISABLED, reason=reason)


def _load(candidate: Candidate) -> Plugin:
    """Load one plugin alone; whatever it raises stays with it."""
    try:
        module = candidate.load()
        wanted = getattr(module, "WORKOUT_API", hookspecs.API_VERSION)
        if wanted != hookspecs.API_VERSION:
            return _failed(candidate, Status.INCOMPATIBLE, _other_api(wanted))
        return Plugin(name=candidate.name, version=candidate.version, records=_records(module))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything, even SystemExit
        return _failed(candidate, Status.BROKEN, _reason(error), error)


def _failed(candidate: Candidate, status: Status, reason: str, error: BaseException | None = None) -> Plugin:
    return Plugin(name=candidate.name, version=candidate.version, status=status, reason=reason, error=error)


def _other_api(wanted: object) -> str:
    return f"it is written for plugin API {wanted}, and this is {hookspecs.API_VERSION}"


def _reason(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return text if isinstance(error, PluginError) else f"{type(error).__name__}: {text}".removesuffix(": ")


def _records(module: object) -> dict[str, tuple[Any, ...]]:
    """Call the module's hooks, consume what they return, and check every record."""
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    _refuse_unknown_hooks(manager, module)
    manager.register(module)
    found: dict[str, tuple[Any, ...]] = {}
    for hook, kind in HOOKS.items():
        caller = getattr(manager.hook, hook)
        if caller.get_hookimpls():
            (offered,) = caller()
            found[hook] = tuple(_checked(hook, kind, record) for record in offered)
    return found


def _refuse_unknown_hooks(manager: pluggy.PluginManager, module: object) -> None:
    """Raise for a misspelt hook, and for a module that offers nothing at all."""
    hooks = [name for name in dir(module) if manager.parse_hookimpl_opts(module, name) is not None]
    for name in hooks:
        if name not in HOOKS:
            raise PluginError(f"{name!r} is not a hook ({suggestion(name, HOOKS)})", [])
    if not hooks:
        raise PluginError("it implements no hook (is '@hookimpl' missing?)", [])


def _checked(hook: str, kind: type, record: object) -> object:
    if not isinstance(record, kind):
        raise PluginError(f"{hook} offers {record!r:.80}, which is not a record of {kind.__name__}", [])
    return record
