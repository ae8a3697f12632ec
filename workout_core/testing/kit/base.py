"""What every plugin is asked, whatever it offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from functools import lru_cache
from io import StringIO
from types import MappingProxyType, ModuleType
from typing import Any, ClassVar, Final, TypeVar
from unittest import SkipTest

from workout_core.errors import WorkoutError, say_error
from workout_core.fields.parameters import Parameter, parameters_of
from workout_core.formats.options import fill_options
from workout_core.plugins import Plugin, Registry, Status
from workout_core.testing.kit import fresh

Value = TypeVar("Value")
CORE: Final = frozenset({"workout_core", "attr", "attrs", "pluggy", "typing_extensions"})
"""What any plugin may import at once."""
HEAVY: Final = (
    *("asyncio", "ctypes", "email", "http", "importlib.metadata", "multiprocessing", "sqlite3", "ssl"),
    *("tkinter", "unittest", "urllib.request", "xml", "xmlrpc", "zipfile"),
)
"""What takes milliseconds of the standard library."""
NONE: Final[Mapping[str, str]] = MappingProxyType({})


class PluginKit:
    """The tests of every plugin.

    Attributes:
        plugin: its module, the one that its entry point names.
        name: of the record; may be left out if the plugin offers one only.
        options: as people type them, ``{"device": "fr935"}``, where the record needs some or is to be tried
            with others. Subclass twice, to try it with and without.
        light_imports: packages that the module may import at once, although only its machine needs them:
            ``("yaml",)``.
        examples: how many generated workouts are tried.
        hook: the hook by which the record is offered.
    """

    plugin: ClassVar[ModuleType]
    name: ClassVar[str] = ""
    options: ClassVar[Mapping[str, str]] = NONE
    light_imports: ClassVar[Iterable[str]] = ()
    examples: ClassVar[int] = 25
    hook: ClassVar[str]

    def record(self) -> Any:
        """Return what is tested.

        Raises:
            AssertionError: the plugin does not offer it.
        """
        records = {each.name: each for each in self.loaded().records.get(self.hook, ())}
        if not self.name and len(records) == 1:
            return next(iter(records.values()))
        if self.name not in records:
            offered = ", ".join(records) or "nothing"
            raise AssertionError(f"{self.hook} offers no {self.name!r} (it offers {offered}; set 'name')")
        return records[self.name]

    def loaded(self) -> Plugin:
        """Return the plugin, loaded as the core does it.

        Raises:
            AssertionError: it is broken or incompatible.
        """
        plugin = _loaded(self.plugin)
        if plugin.status is not Status.LOADED:
            raise AssertionError(f"{plugin.name} is {plugin.status.value}: {plugin.reason}") from plugin.error
        return plugin

    def filled(self) -> Any:
        """Return an instance of the record's option class."""
        record = self.record()
        return fill_options(record.name, record.options, self.options)

    def parameters(self) -> tuple[Parameter, ...]:
        """Return what users may set."""
        options = self.record().options
        return parameters_of(options) if options else ()

    def generated(self, strategy: Callable[[], Any], check: Callable[[Any], object]) -> None:
        """Call *check* with values of *strategy*, the same each time; skipped where hypothesis is missing."""
        try:
            from hypothesis import HealthCheck, Phase, given, settings  # noqa: PLC0415 - only who has it
        except ImportError:
            raise SkipTest("hypothesis is missing (pip install 'workout-core[testing]')") from None

        @settings(
            max_examples=self.examples,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],  # to look for the smallest takes half a minute
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy())
        def run(value: Any) -> None:
            check(value)

        run()

    def test_it_is_loaded(self) -> None:
        """The module can be imported, its hooks are ours, and it offers the record."""
        self.record()

    def test_importing_it_is_light(self) -> None:
        """The module imports nothing heavy: every command pays for that, also for other formats."""
        allowed = {*CORE, *self.light_imports, self.plugin.__name__.partition(".")[0]}
        modules, _ = fresh.imported_by(self.plugin)
        if heavy := sorted({name for each in modules if (name := _heavy(each, allowed))}):
            raise AssertionError(
                f"importing {self.plugin.__name__} imports {', '.join(heavy)} "
                "(import it in the function that needs it)"
            )

    def test_importing_it_prints_nothing(self) -> None:
        """The module prints nothing when it is imported: stdout belongs to files and JSON."""
        _, printed = fresh.imported_by(self.plugin)
        refuse_print(self.plugin.__name__, printed)

    def test_hash_order_does_not_change_what_it_makes(self) -> None:
        """What is made does not depend on the order of sets, which differs from run to run."""
        one, other = (self._fingerprint({"PYTHONHASHSEED": seed}) for seed in "12")
        # what differs with the same seed as well is random, or the clock
        if one != other and one == self._fingerprint({"PYTHONHASHSEED": "1"}):
            raise AssertionError("another PYTHONHASHSEED makes something else (sort what comes from a set)")

    def test_the_clock_does_not_change_what_it_makes(self) -> None:
        """What is made does not depend on the time, the day or the time zone of the machine."""
        one = self._fingerprint(fresh.EAST)
        fresh.next_second()
        if one != self._fingerprint(fresh.WEST):
            raise AssertionError(
                "another time or time zone makes something else (use context.now and context.day)"
            )

    def test_everything_that_users_set_has_a_sentence(self) -> None:
        """Every option or parameter says what it is for, as the lists of the command line show."""
        if silent := [each.name for each in self.parameters() if not each.says]:
            raise AssertionError(
                f"{silent[0]} has no sentence (give it with 'parameter(kind, says, default)')"
            )

    def _fingerprint(self, environ: Mapping[str, str]) -> str:
        given = {"PYTHONHASHSEED": "1"} | dict(environ)
        return fresh.fingerprint_with(given, self.plugin, self.task())

    def task(self) -> dict[str, Any]:
        """Return what :func:`~workout_core.testing.kit.fingerprint.fingerprint` is told, as JSON."""
        return {"hook": self.hook, "name": self.record().name, "options": dict(self.options)}


@lru_cache(8)  # a kit asks for its record again and again
def _loaded(module: ModuleType) -> Plugin:
    (plugin,) = Registry.of(module).plugins
    return plugin


def _heavy(module: str, allowed: set[str]) -> str:
    """Return what is heavy of importing *module*, nothing if it is light."""
    import sys  # noqa: PLC0415

    top = module.partition(".")[0]
    if top not in sys.stdlib_module_names:
        return "" if top in allowed or top.startswith("_") else top
    if found := next((each for each in HEAVY if module == each or module.startswith(f"{each}.")), ""):
        return "" if found in allowed else found
    return ""


def refuse_print(who: str, printed: str) -> None:
    """Refuse what was printed.

    Raises:
        AssertionError: something was.
    """
    if printed:
        raise AssertionError(f"{who} prints {printed[:60]!r} (tell losses and warnings with the context)")


@contextmanager
def silence(who: str) -> Iterator[None]:
    """Refuse what is printed inside."""
    printed = StringIO()
    with redirect_stdout(printed):
        yield
    refuse_print(who, printed.getvalue())


def refuse_crash(what: str, action: Callable[[], Value]) -> Value:
    """Return what *action* returns; what it raises on purpose passes.

    Raises:
        AssertionError: it raises something else than a WorkoutError.
    """
    try:
        return action()
    except (WorkoutError, AssertionError):
        raise
    except Exception as error:
        raise AssertionError(f"{what}: raises {say_error(error)} (raise a WorkoutError)") from error
