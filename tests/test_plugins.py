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
READ_TEXT = Importer(name="text", title="Plain text", suffixes=(".txt",), read=lambda _: None)
SHOUT = Transform(name="shout", title="Cues in capitals", apply=lambda workout: workout)


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
    assert registry.plugin_of("workout_exporters", "other") == "local:second"


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
