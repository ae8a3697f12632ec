"""``-O name=value`` → an instance of an exporter's own option class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import NOTHING, fields, resolve_types

from workout_core.errors import InvalidOption, InvalidParameter, suggestion

if TYPE_CHECKING:
    from workout_core.fields.parameters import Parameter


def options_of(options: type | None) -> dict[str, Parameter]:
    """Return the options of a class by the names that people type: ``from`` for ``from_``, and hyphens."""
    from workout_core.fields.parameters import parameters_of  # noqa: PLC0415 - only who sets options pays

    known = parameters_of(options) if options else ()
    return {each.name.rstrip("_").replace("_", "-"): each for each in known}


def fill_options(owner: str, options: type | None, given: Mapping[str, str], flag: str = "-O") -> object:
    """Return an instance of *options* with the *given* values, each read as its field says.

    Args:
        owner: the name of the format or the transform.
        options: its attrs class, or None if it has no options.
        given: texts by the names that people type.
        flag: what they are typed behind.

    Raises:
        InvalidOption: there is no such option, its value does not fit, or one is missing.
    """
    if options is None:
        if given:
            raise InvalidOption(f"{flag} {next(iter(given))}: {owner} has no options")
        return None
    resolve_types(options)  # a type that nobody knows is told at once, also to who sets no option
    if not given and not any(each.default is NOTHING for each in fields(options)):
        return options()
    known = options_of(options)
    values: dict[str, Any] = {}
    for name, text in given.items():
        option = known.get(name.replace("_", "-"))
        if option is None:
            raise InvalidOption(f"{flag} {name}: {owner} has no such option ({suggestion(name, known)})")
        try:
            values[option.attribute] = option.value(text)
        except InvalidParameter as error:
            raise InvalidOption(f"{flag} {name}: {error.reason}") from None
    for name, option in known.items():
        if option.required and option.attribute not in values:
            raise InvalidOption(f"{flag} {name}: {owner} needs it (give '{flag} {name}=…')")
    try:
        return options(**values)
    except (TypeError, ValueError) as error:
        raise InvalidOption(f"{flag}: {error}") from None


def named_options(written: str, flag: str) -> tuple[str, dict[str, str]]:
    """Return the name of a plugin's record and its options: ``shorten to=30min``, as typed behind *flag*.

    Raises:
        InvalidOption: the quotes do not match, or a word is no option.
    """
    import shlex  # noqa: PLC0415 - only who gives options pays

    try:
        name, *given = shlex.split(written) or [""]
    except ValueError as error:
        raise InvalidOption(f"{flag} {written!r}: {error}") from None
    options = {}
    for text in given:
        option, equals, value = text.partition("=")
        if not equals:
            raise InvalidOption(f"{flag} {name}: {text!r} is not an option (like 'name=value')")
        if option in options:
            raise InvalidOption(f"{flag} {name}: {option} is given twice (give it once)")
        options[option] = value
    return name, options
