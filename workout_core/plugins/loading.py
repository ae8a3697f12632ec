"""One plugin, loaded alone: whatever it raises stays with it."""

from __future__ import annotations

import inspect
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import partial
from importlib import import_module
from time import perf_counter
from types import MappingProxyType, ModuleType
from typing import Any, Final, TypeAlias

import pluggy
from attrs import evolve, field, frozen

from workout_core import hookspecs
from workout_core.errors import PluginError, WorkoutWarning, did_you_mean, nearest, say_error, suggestion
from workout_core.model.value_object import ValueObject
from workout_core.plugins.trace import say_seconds, tell, tellers

HOOKS: Final = MappingProxyType(
    {
        "workout_exporters": "workout_core.formats.exporter:Exporter",
        "workout_importers": "workout_core.formats.importer:Importer",
        "workout_transforms": "workout_core.formats.transform:Transform",
        "workout_recipes": "workout_core.recipes.recipe:Recipe",
        "workout_exercises": "workout_core.exercises.movement:Movement",
        "workout_voices": "workout_core.speech.voice:Voice",
        "workout_watches": "workout_core.formats.watch_profile:WatchProfile",
    }
)
"""The record that each hook returns a list of; its module is imported when there is one to check."""
LATE: Final = frozenset({"workout_exercises", "workout_watches"})
"""Hooks that are called when their records are first asked for: a format may name thousands of exercises."""
_Ask: TypeAlias = Callable[[], tuple[Any, ...]]


class Status(Enum):
    """What became of a plugin."""

    LOADED = "loaded"
    DISABLED = "disabled"
    INCOMPATIBLE = "incompatible"
    BROKEN = "broken"


@frozen(kw_only=True, eq=False, repr=False)
class Candidate(ValueObject):
    """A plugin that is not loaded yet.

    Attributes:
        distribution: its name.
        entry_point: the name of its entry point.
        load: imports and returns the module.
        version: of the distribution.
    """

    distribution: str
    entry_point: str
    load: Callable[[], object]
    version: str = ""

    @property
    def name(self) -> str:
        """What the plugin is called: ``distribution:entry_point``."""
        return f"{self.distribution}:{self.entry_point}"

    def names(self) -> set[str]:
        """Return what it may be called where plugins are disabled or allowed: its distribution is enough."""
        return {folded(each) for each in (self.name, self.entry_point, self.distribution)}


@frozen(kw_only=True, eq=False, repr=False)
class Plugin(ValueObject):
    """A plugin, and what became of it.

    Attributes:
        name: ``distribution:entry_point``.
        version: of the distribution.
        seconds: that it took to import, with what it was the first to import.
        status: whether it is loaded, or why not.
        reason: why not, in words.
        error: the exception it raised, if it did.
        records: what it offers, by hook.
        late: gives what else it offers, by those hooks that are not called before somebody asks.
    """

    name: str
    version: str = ""
    seconds: float = field(default=0.0, eq=False)
    status: Status = Status.LOADED
    reason: str = ""
    error: BaseException | None = field(default=None, repr=False)
    records: Mapping[str, tuple[Any, ...]] = field(factory=dict, repr=False)
    late: Mapping[str, _Ask] = field(factory=dict, eq=False, repr=False)

    @property
    def short_name(self) -> str:
        """The name of its entry point."""
        return self.name.rpartition(":")[2]

    def asked(self) -> Plugin:
        """Return the plugin with everything it offers; it is broken if a late hook is."""
        try:
            late = {hook: ask() for hook, ask in self.late.items()}
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - as when it is loaded
            return evolve(self, status=Status.BROKEN, reason=say_error(error), error=error, late={})
        return evolve(self, records={**self.records, **late}, late={})


def load_all(
    candidates: Iterable[Candidate],
    environ: Mapping[str, str],
    asked_for: Iterable[Candidate] = (),
    only: Callable[[Candidate], bool] = lambda _candidate: True,
) -> Iterator[Plugin]:
    """Load the plugins that *environ* does not exclude; those it does are never imported.

    Args:
        candidates: what there is.
        environ: ``WORKOUT_DISABLE`` and ``WORKOUT_PLUGINS``.
        asked_for: by the command; they need not be allowed.
        only: which of them are wanted; the others are left out.
    """
    found, asked = list(candidates), list(asked_for)
    disabled = _names(environ, "WORKOUT_DISABLE", [*found, *asked]) or set()
    allowed = _names(environ, "WORKOUT_PLUGINS", [*found, *asked])
    manager = _manager()
    for candidate in filter(only, (*found, *asked)):
        names = candidate.names()
        if names & disabled:
            yield _not_loaded(candidate, Status.DISABLED, "named in WORKOUT_DISABLE")
        elif allowed is not None and not names & allowed and candidate not in asked:
            yield _not_loaded(candidate, Status.DISABLED, "not named in WORKOUT_PLUGINS")
        else:
            yield _load(candidate, manager)


def _names(environ: Mapping[str, str], variable: str, candidates: list[Candidate]) -> set[str] | None:
    """Return the names in a variable; None if it is not set. One that is no plugin's draws a warning."""
    if variable not in environ:
        return None
    names = {folded(name.strip()) for name in environ[variable].split(",") if name.strip()}
    known = set().union(*(each.names() for each in candidates))
    for name in sorted(names - known):
        near = nearest(name, sorted(known))
        hint = did_you_mean(near) if near else "'workout plugins' lists them"
        warnings.warn(WorkoutWarning(f"{variable}: {name!r} is not a plugin ({hint})"), stacklevel=2)
    return names


def folded(name: str) -> str:
    """Return *name* as the packaging specifications compare names of distributions."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _load(candidate: Candidate, manager: pluggy.PluginManager) -> Plugin:
    start = perf_counter()
    plugin = _loaded(candidate, manager)
    seconds = perf_counter() - start
    if tellers:
        why = f": {plugin.reason}" if plugin.reason else ""
        tell(f"{plugin.name}: {plugin.status.value} in {say_seconds(seconds)}{why}")
    return evolve(plugin, seconds=seconds)


def _loaded(candidate: Candidate, manager: pluggy.PluginManager) -> Plugin:
    try:
        module = candidate.load()
        wanted = getattr(module, "WORKOUT_API", hookspecs.API_VERSION)
        if wanted != hookspecs.API_VERSION:
            reason = f"it is written for plugin API {wanted!r}, and this is {hookspecs.API_VERSION}"
            return _not_loaded(candidate, Status.INCOMPATIBLE, reason)
        hooks = _hooks(manager, module)
        return Plugin(
            name=candidate.name,
            version=candidate.version,
            records={
                hook: _records(manager, offered, hook) for hook, offered in hooks.items() if hook not in LATE
            },
            late={hook: partial(_late, offered, hook) for hook, offered in hooks.items() if hook in LATE},
        )
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything, even SystemExit
        return _not_loaded(candidate, Status.BROKEN, say_error(error), error)


def _not_loaded(
    candidate: Candidate, status: Status, reason: str, error: BaseException | None = None
) -> Plugin:
    return Plugin(name=candidate.name, version=candidate.version, status=status, reason=reason, error=error)


def _manager() -> pluggy.PluginManager:
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    return manager


def _records(manager: pluggy.PluginManager, offered: ModuleType, hook: str) -> tuple[Any, ...]:
    """Call *hook* of one plugin alone, consume what it returns, and check every record."""
    manager.register(offered)
    try:
        return _distinct(hook, [record for given in _returned(manager, hook) for record in given])
    finally:
        manager.unregister(offered)


def _late(offered: ModuleType, hook: str) -> tuple[Any, ...]:
    return _records(_manager(), offered, hook)


def _hooks(manager: pluggy.PluginManager, module: object) -> dict[str, ModuleType]:
    """Return, by the hooks that the module implements, what implements each.

    Raises:
        PluginError: a hook is misspelt or asks for arguments, or the module offers nothing at all.
    """
    names = [name for name in dir(module) if not name.startswith("__")]
    options = {name: manager.parse_hookimpl_opts(module, name) for name in names}
    hooks = {name: found.get("specname") or name for name, found in options.items() if found is not None}
    if not hooks:
        raise PluginError("it implements no hook (is '@hookimpl' missing?)", [])
    found: dict[str, ModuleType] = {}
    for name, hook in hooks.items():
        if hook not in HOOKS:
            raise PluginError(f"{hook!r} is not a hook ({suggestion(hook, HOOKS)})", [])
        function = getattr(module, name)
        if arguments := list(_needed(function)):
            raise PluginError(f"{name} asks for {', '.join(arguments)} (hooks get no arguments)", [])
        setattr(found.setdefault(hook, ModuleType(hook)), name, function)
    return found


def _needed(function: Callable[..., Any]) -> Iterator[str]:
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.default is parameter.empty and parameter.kind not in (
            parameter.VAR_POSITIONAL,
            parameter.VAR_KEYWORD,
        ):
            yield name


def _returned(manager: pluggy.PluginManager, hook: str) -> list[Iterable[Any]]:
    """Return what each implementation of *hook* returns; pluggy leaves out None."""
    caller = getattr(manager.hook, hook)
    returned: list[Any] = caller()
    strange = [type(each).__name__ for each in returned if not isinstance(each, Iterable)]
    if len(returned) < len(caller.get_hookimpls()):
        strange.append("None")
    if strange:
        kind = _record_of(hook).__name__
        raise PluginError(f"{hook} returns {strange[0]} (give a list of {kind} records)", [])
    return returned


def claims_its_name(record: object) -> bool:
    """Return whether nobody else may offer its name; codes are for anybody's exercise of the name."""
    return not (getattr(record, "is_bare", False))


def _record_of(hook: str) -> type[Any]:
    module, _, name = HOOKS[hook].partition(":")
    kind: type[Any] = getattr(import_module(module), name)
    return kind


def _distinct(hook: str, records: list[Any]) -> tuple[Any, ...]:
    names: set[str] = set()
    kind = _record_of(hook)
    for record in records:
        if not isinstance(record, kind):
            strange = type(record).__name__
            raise PluginError(f"{hook} offers {strange!r} (give {kind.__name__} records)", [])
        if not claims_its_name(record):
            continue
        if record.name in names:
            raise PluginError(f"{hook} offers {record.name!r} twice", [])
        names.add(record.name)
    return tuple(records)
