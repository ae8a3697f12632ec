"""``-O name=value`` → an instance of an exporter's own option class."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum
from functools import cache
from math import isfinite
from types import MappingProxyType, NoneType
from typing import Any, Final, get_args, get_origin, get_type_hints

from attrs import NOTHING, Attribute, fields

from workout_core.errors import InvalidOption, InvalidWorkout, shown, suggestion
from workout_core.units import read_time

_BOOLEANS: Final = MappingProxyType(
    {"yes": True, "true": True, "on": True, "1": True, "no": False, "false": False, "off": False, "0": False}
)
_KINDS: Final = MappingProxyType(
    {bool: "yes or no", int: "a whole number", float: "a number", date: "a date, like 2026-08-03"}
)


def option_fields(options: type | None) -> dict[str, Attribute[Any]]:
    """Return the fields of an option class by the names that people type: ``from`` for ``from_``."""
    attributes = fields(options) if options else ()
    return {each.alias.rstrip("_").replace("_", "-"): each for each in attributes if each.init and each.alias}


def fill_options(format_name: str, options: type | None, given: Mapping[str, str]) -> object:
    """Return an instance of *options* with the *given* values, each converted to its field's type.

    Raises:
        InvalidOption: there is no such option, its value does not fit, or one is missing.
    """
    if options is None:
        if given:
            raise InvalidOption(f"-O {next(iter(given))}: {format_name} has no options")
        return None
    known = option_fields(options)
    hints = _type_hints(options)
    values: dict[str, Any] = {}
    for name, text in given.items():
        attribute = known.get(name.replace("_", "-"))
        if attribute is None:
            raise InvalidOption(f"-O {name}: {format_name} has no such option ({suggestion(name, known)})")
        values[str(attribute.alias)] = _converted(name, _without_none(hints[attribute.name]), text)
    for name, attribute in known.items():
        if attribute.default is NOTHING and attribute.alias not in values:
            raise InvalidOption(f"-O {name}: {format_name} needs it (give '-O {name}=…')")
    try:
        return options(**values)
    except (TypeError, ValueError) as error:
        raise InvalidOption(f"-O: {error}") from None


@cache
def _type_hints(options: type) -> Mapping[str, Any]:
    """Return the types of the fields, which are compiled from text: slow, and the same for ever."""
    return MappingProxyType(get_type_hints(options))


def _without_none(kind: Any) -> Any:
    """Return ``int`` for ``int | None``."""
    kinds = [each for each in get_args(kind) if each is not NoneType]
    return kinds[0] if len(kinds) == 1 and NoneType in get_args(kind) else kind


def _converted(name: str, kind: Any, text: str) -> object:
    if kind is timedelta:
        return _span(name, text)
    if get_origin(kind) is frozenset:
        (inner,) = get_args(kind)
        return frozenset(_converted(name, inner, part.strip()) for part in text.split(","))
    try:
        if _enums(kind):
            return _members(kind)[text.casefold()]
        if kind is bool:
            return _BOOLEANS[text.casefold()]
        if kind is date:
            return date.fromisoformat(text)
        return _number(kind, text) if kind in (int, float) else text
    except (KeyError, ValueError):
        raise InvalidOption(f"-O {name}: {shown(text)} does not fit ({_choices(kind, text)})") from None


def _span(name: str, text: str) -> timedelta:
    try:
        return timedelta(seconds=read_time(text))
    except InvalidWorkout as error:
        raise InvalidOption(f"-O {name}: {error}") from None


def _enums(kind: Any) -> list[type[Enum]]:
    """Return the enums that a value of *kind* is a member of: itself, or those of a union."""
    kinds = get_args(kind) or (kind,)
    return [each for each in kinds if isinstance(each, type) and issubclass(each, Enum)]


def _members(kind: Any) -> dict[str, Enum]:
    """Return what may be chosen, by the words that people type."""
    return {str(member.value).casefold(): member for each in _enums(kind) for member in each}


def _number(kind: type[float], text: str) -> float:
    number = kind(text)
    if not isfinite(number):
        raise ValueError(text)
    return number


def _choices(kind: Any, text: str) -> str:
    if enums := _enums(kind):
        return suggestion(text, [str(member.value) for each in enums for member in each])
    return _KINDS[kind]
