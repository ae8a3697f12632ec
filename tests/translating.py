"""Keeps the catalogues of languages up with the messages in the code, and compiles them.

``python tests/translating.py`` adds what is new, drops what nobody says any more, and lists what is still
to be said. Then edit the ``.po`` files, by hand or with an editor for them, and run it again.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment

from workout_core import Registry
from workout_core.documents.schema import document_schema
from workout_core.editor.cooking import usual_title
from workout_core.editor.watch_view import families
from workout_core.exercises import saying
from workout_core.exercises.book import ExerciseBook
from workout_core.fields.parameters import Parameter
from workout_core.formats.capabilities import Feature
from workout_core.formats.options import options_of
from workout_core.languages import Language
from workout_core.model.plan import EventKind
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity
from workout_core.phrases.pace_names import NAMED

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "workout_core" / "languages"
SOURCES = (ROOT / "workout_core", ROOT / "plugins")
OTHERS = tuple(each for each in Language if each is not Language.ENGLISH)
"""The languages that need a catalogue."""
_TEMPLATES = {".html", ".js", ".txt", ".xml"}
_TEXTS_OF = {
    "gettext": 1,
    "gettext_noop": 1,
    "ngettext": 2,
    "pgettext": 2,
    "pgettext_noop": 2,
    "npgettext": 3,
}
"""How many texts each function is given: a context, if it has a p in its name, and one or two messages."""
_ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in a catalogue: version control knows better when it was changed."""
_VALUE = re.compile(r"{[^{}]*}")


class Message(NamedTuple):
    """A text in English, as the code says it.

    Attributes:
        context: what it is, if that matters.
        singular: the text, or that for one.
        plural: that for more, if there is one.
        file: where it is said.
    """

    context: str
    singular: str
    plural: str
    file: str

    @property
    def id(self) -> str | tuple[str, str]:
        """What the catalogue calls it."""
        return (self.singular, self.plural) if self.plural else self.singular


def values_of(text: str) -> set[str]:
    """Return the names of the values that *text* has places for."""
    return {found.strip("{}").partition(":")[0] for found in _VALUE.findall(text)}


@cache
def messages() -> tuple[Message, ...]:
    """Return every message of the code, and of the tables of the toolkit, in the order of their files."""
    return (*_in_code(), *_in_tables())


def _in_code() -> Iterator[Message]:
    for source in SOURCES:
        for file in sorted(source.rglob("*")):
            if file.suffix not in {".py", *_TEMPLATES} or "node_modules" in file.parts:
                continue
            text = file.read_text("utf-8")
            if "gettext" in text:
                name = file.relative_to(ROOT).as_posix()
                yield from (_in_module if file.suffix == ".py" else _in_template)(text, name)


def _in_module(text: str, name: str) -> Iterator[Message]:
    """Find the messages that *text* says, also inside of others and of f-strings."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TEXTS_OF:
            given = [each.value for each in node.args if isinstance(each, ast.Constant)]
            texts = [each for each in given if isinstance(each, str)]
            if len(texts) >= _TEXTS_OF[node.func.id]:
                yield _message(node.func.id, texts, name)


def _in_template(text: str, name: str) -> Iterator[Message]:
    reader = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    for _line, function, said in reader.extract_translations(text, tuple(_TEXTS_OF)):
        texts = [said] if isinstance(said, str) else [each for each in said if each is not None]
        yield _message(function, texts, name)


def _message(function: str, texts: list[str], name: str) -> Message:
    context = texts.pop(0) if "pgettext" in function else ""
    return Message(context, texts[0], texts[1] if function.startswith("n") else "", name)


def _in_tables() -> Iterator[Message]:
    """Yield what the tables of the toolkit have words for, which are said where they are used."""
    return chain(_of_exercises(), _of_the_model(), _of_plugins(), _of_documents())


def _of_exercises() -> Iterator[Message]:
    for movement in ExerciseBook().movements():
        for context, text in (
            (saying.NAME, movement.name),
            (saying.CUE, movement.cue),
            (saying.PURPOSE, movement.purpose),
        ):
            yield Message(context, text, "", "workout_core/exercises/catalogue.csv")


def _of_the_model() -> Iterator[Message]:
    for sport in Sport:
        for text in dict.fromkeys((sport.title, sport.title.lower())):
            yield Message("sport", text, "", "workout_core/model/sport.py")
    for kind in EventKind:
        for text in (kind.value.capitalize(), kind.value):
            yield Message("kind of event", text, "", "workout_core/model/plan.py")
    for role in Intensity:
        yield Message("role of a step", role.value, "", "workout_core/model/workout.py")
    for feature in Feature:
        yield Message("what a format lacks", feature.title, "", "workout_core/formats/capabilities.py")
    for text in NAMED.values():
        yield Message("behind a preposition", text, "", "workout_core/phrases/pace_names.py")
    for family in families().values():
        yield Message("", family.title, "", "workout_core/editor/watch_families.csv")


def _of_plugins() -> Iterator[Message]:
    registry = Registry.discover()
    for recipe in registry.recipes():
        yield Message("recipe", recipe.title, "", "workout_core/recipes")
        yield Message("workout of a recipe", usual_title(recipe.name), "", "workout_core/recipes")
        yield from _of_parameters("key", recipe.known().values(), "workout_core/recipes")
    for record in (*registry.exporters(), *registry.importers()):
        yield Message("format", record.title, "", "plugins")
    for exporter in registry.exporters():
        yield from _of_parameters("option", options_of(exporter.options).values(), "plugins")


def _of_documents() -> Iterator[Message]:
    for says in dict.fromkeys(_descriptions(document_schema())):
        yield Message("key", says, "", "workout_core/documents")


def _of_parameters(context: str, parameters: Iterable[Parameter], name: str) -> Iterator[Message]:
    for each in parameters:
        for kind, text in ((context, each.says), *(("choice", said) for said in each.measure.said)):
            if text:
                yield Message(kind, text, "", name)


def _descriptions(schema: object) -> Iterator[str]:
    """Yield what the schema of documents says of keys; a recipe is described by its title."""
    if isinstance(schema, list):
        for each in schema:
            yield from _descriptions(each)
    elif isinstance(schema, dict):
        for name, key in schema.get("properties", {}).items():
            if name != "recipe" and key.get("description"):
                yield key["description"]
        for each in schema.values():
            yield from _descriptions(each)


def file_of(language: Language, suffix: str = ".po") -> Path:
    """Return the catalogue of *language*."""
    return FOLDER / f"{language.value}{suffix}"


def catalogue(language: Language) -> Catalog:
    """Read what is said in *language*."""
    file = file_of(language)
    if not file.exists():
        return Catalog(locale=language.value)
    return read_po(io.BytesIO(file.read_bytes()), locale=language.value)


def compiled(language: Language) -> Catalog:
    """Read what was compiled of *language*."""
    return read_mo(io.BytesIO(file_of(language, ".mo").read_bytes()))


def said(catalogue: Catalog) -> dict[tuple[str, object], object]:
    """Return what *catalogue* says, by context and message."""
    return {(each.context or "", _plain(each.id)): _plain(each.string) for each in catalogue if each.id}


def _plain(texts: object) -> object:
    return texts if isinstance(texts, str) else tuple(texts)  # type: ignore[arg-type]


def updated(old: Catalog, language: Language) -> Catalog:
    """Return a catalogue of every message there is, with what *old* says of it."""
    new = Catalog(
        locale=language.value,
        project="workout-core",
        version="0",
        msgid_bugs_address="none",
        last_translator="The workout-core authors",
        language_team="The workout-core authors",
        header_comment=f"# What people are told, in {language.name.capitalize()}.",
        creation_date=_ALWAYS,
        revision_date=_ALWAYS,
        fuzzy=False,
    )
    known = said(old)
    for message in messages():
        string = known.get((message.context, message.id)) or (("", "") if message.plural else "")
        new.add(message.id, string, [(message.file, 0)], context=message.context or None)
    return new


def write(language: Language) -> list[Message]:
    """Write the catalogue of *language* and its compiled form, and return what is not said in it yet."""
    new = updated(catalogue(language), language)
    text, machine = io.BytesIO(), io.BytesIO()
    write_po(text, new, width=110, include_lineno=False, sort_output=False)
    write_mo(machine, new)
    file_of(language).write_bytes(text.getvalue())
    file_of(language, ".mo").write_bytes(machine.getvalue())
    known = said(new)
    return [each for each in messages() if not all(_texts(known[each.context, each.id]))]


def _texts(string: object) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)  # type: ignore[arg-type]


if __name__ == "__main__":
    for each in OTHERS:
        for missing in write(each):
            context = f" ({missing.context})" if missing.context else ""
            sys.stdout.write(f"{each.value}: {missing.file}: {missing.id!r}{context}\n")
