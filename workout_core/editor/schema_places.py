"""What the schema of documents says of a place in one: which keys there are, and which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias

from workout_core.documents.schema import document_schema
from workout_core.editor.desk import registry
from workout_core.languages import pgettext
from workout_core.patterns import lazy_pattern

Schema: TypeAlias = dict[str, Any]
_BRANCHES: Final = ("oneOf", "anyOf")
_DEEPEST: Final = 8


class KnownKey(NamedTuple):
    """A key that may stand somewhere: what it is for, and whether it must be there."""

    name: str
    says: str
    required: bool


@cache
def _root() -> Schema:
    return document_schema(registry().recipes())


def keys_at(path: Sequence[str], given: frozenset[str], recipe: str) -> Iterator[KnownKey]:
    """Yield the keys that a mapping may have.

    Args:
        path: of the mapping: keys from the top of the document on, ``-`` for an item of a list.
        given: the keys at the top of the document, which say its kind.
        recipe: the recipe that the mapping names, if it does.
    """
    seen: set[str] = set()
    for schema in _at(path, given, recipe):
        required = schema.get("required", ())
        for name, inner in schema.get("properties", {}).items():
            if name not in seen and name != "format":
                seen.add(name)
                what = "recipe" if name == "recipe" else "key"  # it is described by a recipe's title
                says = pgettext(what, inner.get("description", ""))
                yield KnownKey(name, says, name in required)


def words_at(path: Sequence[str], given: frozenset[str], recipe: str) -> Iterator[tuple[str, str]]:
    """Yield the words that may be the value at *path*, each with what it means, if that is said."""
    for schema in _at(path, given, recipe):
        for word in schema.get("enum", ()):
            yield str(word), ""
        if "const" in schema and isinstance(schema["const"], str):
            yield schema["const"], pgettext("recipe", schema.get("description", ""))


def _at(path: Sequence[str], given: frozenset[str], recipe: str) -> Iterator[Schema]:
    """Yield the schemas of what is at *path*."""
    found = list(_tops(given))
    for part in path:
        found = [inner for schema in found for inner in _inside(schema, part)]
    for schema in found:
        said = schema.get("properties", {}).get("recipe", {}).get("const")
        if said is None or not recipe or said == recipe:
            yield schema


def _tops(given: frozenset[str]) -> Iterator[Schema]:
    for name in ("squad", "plan", "athlete", "workout"):
        if name in given:
            yield from _flat({"$ref": f"#/$defs/{name}"})
            return


def _inside(schema: Schema, part: str) -> Iterator[Schema]:
    if part == "-":
        yield from _flat(schema.get("items", {}))
        return
    inner = schema.get("properties", {}).get(part)
    if inner is None:
        inner = next(
            (
                found
                for pattern, found in schema.get("patternProperties", {}).items()
                if lazy_pattern(pattern).search(part)
            ),
            schema.get("additionalProperties"),
        )
    if isinstance(inner, dict):
        yield from _flat(inner)


def _flat(schema: Schema, depth: int = 0) -> Iterator[Schema]:
    """Yield *schema*, or the alternatives that it names."""
    if depth > _DEEPEST:
        return
    if "$ref" in schema:
        yield from _flat(_root()["$defs"][schema["$ref"].rpartition("/")[2]], depth + 1)
        return
    yield schema
    for branch in _BRANCHES:
        for each in schema.get(branch, ()):
            yield from _flat(each, depth + 1)
