"""``-O name=value`` → an instance of an exporter's own option class."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from math import isfinite
from types import MappingProxyType, NoneType
from typing import Any, Final, get_args, get_type_hints

from attrs import NOTHING, Attribute, fields

from workout_core.errors import InvalidOption, shown, suggestion

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
    hints = get_type_hints(options)
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


def _without_none(kind: Any) -> Any:
    """Return ``int`` for ``int | None``."""
    kinds = [each for each in get_args(kind) if each is not NoneType]
    return kinds[0] if len(kinds) == 1 and NoneType in get_args(kind) else kind


def _converted(name: str, kind: Any, text: str) -> object:
    try:
        if _is_enum(kind):
            return {_word(member): member for member in kind}[text.casefold()]
        if kind is bool:
            return _BOOLEANS[text.casefold()]
        if kind is date:
            return date.fromisoformat(text)
        return _number(kind, text) if kind in (int, float) else text
    except (KeyError, ValueError):
        raise InvalidOption(f"-O {name}: {shown(text)} does not fit ({_choices(kind, text)})") from None


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _word(member: Enum) -> str:
    return str(member.value).casefold()


def _number(kind: type[float], text: str) -> float:
    number = kind(text)
    if not isfinite(number):
        raise ValueError(text)
    return number


def _choices(kind: Any, text: str) -> str:
    if _is_enum(kind):
        return suggestion(text, [str(member.value) for member in kind])
    return _KINDS[kind]
