"""A registry is a value, built from modules at hand; a name that two of them offer is nobody's."""

import re
from types import ModuleType, SimpleNamespace

import pytest
from attrs import evolve, frozen

from workout_core import (
    Capabilities,
    Exporter,
    Feature,
    Importer,
    Movement,
    PluginError,
    Recipe,
    Registry,
    Status,
    Step,
    Transform,
    UnknownFormat,
    Workout,
    hookimpl,
)

TEXT = Exporter(
    name="text",
    title="Plain text",
    subject=Workout,
    suffix=".txt",
    media_type="text/plain",
    supports=Capabilities(features=frozenset(Feature)),
    write=lambda *_: b"",
)
READ_TEXT = Importer(name="text", title="Plain text", suffixes=(".txt",), read=lambda _data, _context: None)
SHOUT = Transform(name="shout", title="Cues in capitals", apply=lambda workout, _context: workout)


@frozen
class Yasso:
    """What there is to choose of Yasso 800s."""

    times: int = 10


YASSO = Recipe(
    name="yasso", title="Yasso 800s", parameters=Yasso, build=lambda _: Workout(name="Y", items=[Step()])
)


class Everything:
    """An object whose methods are hooks."""

    @hookimpl
    def workout_exporters(self):
        """Offer two, in no order."""
        return [evolve(TEXT, name="upper"), TEXT]

    @hookimpl
    def workout_importers(self):
        """Offer one, late."""
        yield READ_TEXT

    @hookimpl
    def workout_transforms(self):
        """Offer one."""
        return (SHOUT,)

    @hookimpl
    def workout_recipes(self):
        """Offer one."""
        return {YASSO}


class Functions:
    """A class whose functions are hooks, without an instance."""

    @staticmethod
    @hookimpl
    def workout_exporters():
        """Offer one."""
        return [TEXT]


def module(name: str, *exporters: Exporter) -> ModuleType:
    """Return a module that offers *exporters*."""
    made = ModuleType(name)
    made.workout_exporters = hookimpl(lambda: exporters)
    return made


def several() -> SimpleNamespace:
    """Return an object that has several implementations of one hook."""
    again = hookimpl(specname="workout_exporters")(lambda: [evolve(TEXT, name="again")])
    return SimpleNamespace(workout_exporters=hookimpl(lambda: [TEXT]), more=again)


def names(records) -> list[str]:
    return [record.name for record in records]


@pytest.mark.parametrize(
    ("plugin", "name", "exporters"),
    [
        (module("workout_text", TEXT), "local:workout_text", ["text"]),
        (Everything(), "local:Everything", ["text", "upper"]),
        (Functions, "local:Functions", ["text"]),
        (several(), "local:SimpleNamespace", ["again", "text"]),
        (module("nothing_yet"), "local:nothing_yet", []),
    ],
    ids=["a module", "an object", "a class", "a hook twice", "a hook that offers nothing"],
)
def test_a_registry_is_built_from_what_is_at_hand(plugin, name, exporters):
    registry = Registry.of(plugin)
    assert [(each.name, each.status, each.reason) for each in registry.plugins] == [(name, Status.LOADED, "")]
    assert names(registry.exporters()) == exporters


def test_a_plugin_at_hand_may_be_given_a_name():
    registry = Registry.of(first=module("same", TEXT), second=module("same", evolve(TEXT, name="other")))
    assert [plugin.name for plugin in registry.plugins] == ["local:first", "local:second"]
    assert registry.offer("workout_exporters", "other") == ("local:second", registry.exporter("other"))


def test_every_kind_of_record_is_found_by_name():
    registry = Registry.of(Everything())
    assert registry.exporter("text") == TEXT
    assert registry.importer("text") == READ_TEXT
    assert registry.transform("shout") == SHOUT
    assert registry.importers() == (READ_TEXT,)
    assert registry.transforms() == (SHOUT,)
    assert YASSO in registry.recipes()


def test_a_registry_without_plugins_offers_nothing():
    registry = Registry.of()
    assert (registry.plugins, registry.exporters(), registry.importers()) == ((), (), ())
    with pytest.raises(UnknownFormat, match=r"^'text' is not a format \(there are none\)$"):
        registry.exporter("text")


def test_the_order_of_the_plugins_does_not_matter():
    one, two = module("one", TEXT), module("two", evolve(TEXT, name="csv"))
    assert Registry.of(one, two).exporters() == Registry.of(two, one).exporters()


@pytest.mark.parametrize(
    ("kind", "name", "message"),
    [
        ("exporter", "txt", "'txt' is not a format (did you mean 'text'?)"),
        ("exporter", "pdf", "'pdf' is not a format (one of text, upper)"),
        ("exporter", "", "'' is not a format (one of text, upper)"),
        ("importer", "fit", "'fit' is not a format (one of text)"),
        ("transform", "shouts", "'shouts' is not a transform (did you mean 'shout'?)"),
    ],
)
def test_a_name_that_nobody_offers_is_told_with_what_there_is(kind, name, message):
    registry = Registry.of(Everything())
    with pytest.raises(UnknownFormat, match=f"^{re.escape(message)}$") as caught:
        getattr(registry, kind)(name)
    assert caught.value.name == name
    assert set(caught.value.available) <= {"shout", "text", "upper"}


def test_a_name_that_two_offer_is_nobodys_and_the_others_stay():
    registry = Registry.of(one=module("m", TEXT, evolve(TEXT, name="csv")), two=module("m", TEXT))
    assert names(registry.exporters()) == ["csv"]
    assert registry.clashes("workout_exporters") == {"text": ("local:one", "local:two")}
    message = (
        "'text' is offered by local:one and local:two (disable one: WORKOUT_DISABLE=local:one or local:two)"
    )
    with pytest.raises(PluginError, match=f"^{re.escape(message)}$") as caught:
        registry.exporter("text")
    assert caught.value.plugins == ("local:one", "local:two")


def test_one_name_may_be_a_format_to_read_for_one_and_to_write_for_another():
    reader = SimpleNamespace(workout_importers=hookimpl(lambda: [READ_TEXT]))
    registry = Registry.of(module("writer", TEXT), reader=reader)
    assert registry.exporter("text") == TEXT
    assert registry.importer("text") == READ_TEXT


def test_the_exercises_of_a_registry_are_looked_up_in_one_book():
    registry = Registry.of()
    assert registry.exercises() is registry.exercises()


class Gym:
    """Offers a format, and exercises when it is asked."""

    def __init__(self, *movements, error=None):
        self.movements, self.error, self.asked = movements, error, 0

    @hookimpl
    def workout_exporters(self):
        """Offer one."""
        return [TEXT]

    @hookimpl
    def workout_exercises(self):
        """Offer the exercises, or break; count how often."""
        self.asked += 1
        yield from self.movements
        if self.error is not None:
            raise self.error


PRESS = Movement(name="Landmine press", purpose="Pressing without pain")


def test_a_plugin_is_asked_for_exercises_once_and_only_for_what_is_not_ours():
    gym = Gym(PRESS)
    book = Registry.of(gym).exercises()
    assert book.called("Back squat") is not None
    assert gym.asked == 0
    assert book.called("landmine presses") == PRESS
    assert book.called("log press") is None
    assert gym.asked == 1


def test_a_plugin_that_breaks_when_it_is_asked_is_broken_then_and_harms_nobody():
    error = RuntimeError("late")
    registry = Registry.of(gym=Gym(PRESS, error=error), other=Functions, more=Gym(Movement(name="Log press")))
    assert registry.exercises().called("Landmine press") is None
    assert registry.exercises().called("Log press") is not None
    assert registry.clashes("workout_exercises") == {}
    assert [each.status for each in registry.plugins] == [Status.LOADED] * 3
    broken, *others = registry.asked().plugins
    assert (broken.status, broken.reason, broken.error) == (Status.BROKEN, "RuntimeError: late", error)
    assert names(broken.records["workout_exporters"]) == ["text"]
    assert [each.status for each in others] == [Status.LOADED] * 2


def test_an_interrupt_is_not_swallowed_when_a_plugin_is_asked():
    with pytest.raises(KeyboardInterrupt):
        Registry.of(Gym(error=KeyboardInterrupt())).asked()


def test_codes_for_an_exercise_contest_no_name():
    coded = Movement(name="Landmine press", codes=[("tcx", "press.landmine")])
    registry = Registry.of(one=Gym(PRESS), two=Gym(coded), three=Gym(coded))
    assert registry.clashes("workout_exercises") == {}
    assert registry.exercises().called("landmine press") == PRESS
    assert registry.exercises().codes(PRESS) == coded.codes
    twice = Registry.of(one=Gym(PRESS), two=Gym(PRESS), three=Gym(coded))
    assert twice.clashes("workout_exercises") == {"Landmine press": ("local:one", "local:two")}
    assert twice.exercises().called("landmine press") == coded


def test_a_lookup_gives_the_record_and_its_plugin():
    registry = Registry.of(everything=Everything())
    assert registry.offer("workout_transforms", "shout") == ("local:everything", SHOUT)
    assert registry.offers("workout_transforms") == {"shout": ("local:everything", SHOUT)}
