"""JSON → the record of a question, and the records of an answer → JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Final, TypeVar, get_type_hints

import attrs

from workout_core.errors import InvalidWorkout, shown, suggestion

Q = TypeVar("Q")


def read_question(kind: type[Q], given: object) -> Q:
    """Return the record of *kind* that the JSON value *given* says.

    Raises:
        InvalidWorkout: a value is missing, unknown, or of another type.
    """
    if not isinstance(given, Mapping):
        raise InvalidWorkout('a question is an object (like \'{"text": "10min @ easy"}\')')
    record: Any = kind
    known = _readers(record)
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            raise InvalidWorkout(f"{shown(str(name))} is not asked here ({suggestion(str(name), known)})")
        if value is not None:
            values[name] = _read(known[name], name, value)
    for each in _fields(kind):
        if each.default is attrs.NOTHING and each.name not in values:
            raise InvalidWorkout(f"{each.name}: is needed")
    return kind(**values)


def _fields(kind: type[Any]) -> tuple[attrs.Attribute[Any], ...]:
    return tuple(attrs.fields(kind))


@cache
def _readers(kind: Any) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(kind)
    return {each.name: _READERS[str(hints[each.name])] for each in _fields(kind)}


def _read(read: Callable[[Any], Any], name: str, value: object) -> Any:
    try:
        return read(value)
    except (TypeError, ValueError) as error:
        raise InvalidWorkout(f"{name}: {error}") from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("must be a text")
    # a lone half of a character is no text: files could not hold it
    whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\r\n", "\n")


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("must be a whole number")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("must be true or false")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (_text(value),)
    if not isinstance(value, list):
        raise TypeError("must be a list of texts")
    return tuple(map(_text, value))


def _named_texts(value: object) -> Mapping[str, str]:
    if not isinstance(value, Mapping):
        raise TypeError("must be texts by names")
    return {str(name): _text(text) for name, text in value.items()}


def _day(value: object) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise ValueError(f"{shown(str(value))} is not a date (like '2026-08-03')") from None


def _moment(value: object) -> datetime:
    try:
        read = datetime.fromisoformat(_text(value))
    except ValueError:
        raise ValueError(f"{shown(str(value))} is not a moment (like '2026-08-03T10:00:00Z')") from None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        "<class 'str'>": _text,
        "<class 'int'>": _number,
        "<class 'bool'>": _flag,
        "tuple[str, ...]": _texts,
        "collections.abc.Mapping[str, str]": _named_texts,
        "datetime.date | None": _day,
        "datetime.datetime | None": _moment,
    }
)


def plain(value: Any) -> Any:
    """Return *value*, records and tuples among it, as JSON holds it; a field that is None is left out."""
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, (bool, int, float, bytes)):
        return value
    if attrs.has(type(value)):
        pairs = ((each.name, getattr(value, each.name)) for each in _fields(type(value)))
        return {name.rstrip("_"): plain(inner) for name, inner in pairs if inner is not None}
    if isinstance(value, Mapping):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return [plain(each) for each in value]
