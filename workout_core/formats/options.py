"""``-O name=value`` → an instance of an exporter's own option class."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, get_type_hints

from attrs import Attribute, fields

from workout_core.errors import InvalidWorkout, suggestion

_BOOLEANS: Final = MappingProxyType(
    {"yes": True, "true": True, "on": True, "1": True, "no": False, "false": False, "off": False, "0": False}
)


def fill_options(format_name: str, options: type | None, given: Mapping[str, str]) -> object:
    """Return an instance of *options* with the *given* values, each converted to its field's type.

    Raises:
        InvalidWorkout: there is no such option, or its value does not fit.
    """
    if options is None:
        if given:
            raise InvalidWorkout(f"-O {next(iter(given))}: {format_name} has no options")
        return None
    known = {attribute.name.replace("_", "-"): attribute for attribute in fields(options)}
    hints = get_type_hints(options)
    values: dict[str, Any] = {}
    for name, text in given.items():
        attribute = known.get(name.replace("_", "-"))
        if attribute is None:
            raise InvalidWorkout(f"-O {name}: {format_name} has no such option ({suggestion(name, known)})")
        values[attribute.name] = _converted(attribute, hints[attribute.name], text)
    try:
        return options(**values)
    except (TypeError, ValueError) as error:
        raise InvalidWorkout(f"-O: {error}") from None


def _converted(attribute: Attribute[Any], kind: Any, text: str) -> object:
    name = attribute.name
    try:
        if isinstance(kind, type) and issubclass(kind, Enum):
            return kind(text)
        if kind is bool:
            return _BOOLEANS[text.casefold()]
        return kind(text) if kind in (int, float) else text
    except (KeyError, ValueError):
        raise InvalidWorkout(f"-O {name}: {text!r} does not fit ({_choices(kind, text)})") from None


def _choices(kind: Any, text: str) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return suggestion(text, [str(member.value) for member in kind])
    return "yes or no" if kind is bool else "a number"
