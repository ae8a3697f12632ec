"""``-O name=value`` → an instance of the option class of a format or a transform."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import NOTHING, fields

from workout_core.errors import InvalidOption, InvalidParameter, suggestion
from workout_core.languages import gettext

if TYPE_CHECKING:
    from workout_core.fields.parameters import Parameter


def options_of(options: type | None) -> dict[str, Parameter]:
    """Return the options of a class by the names that people type, with hyphens."""
    from workout_core.fields.parameters import parameters_of  # noqa: PLC0415 - only who sets options pays

    known = parameters_of(options) if options else ()
    return {each.name.replace("_", "-"): each for each in known}


def read_pairs(pairs: Iterable[str], flag: str, example: str) -> dict[str, str]:
    """Read ``name=value`` pairs, which are typed behind *flag*, like *example*.

    Raises:
        InvalidOption: one has no ``=``, or is given twice.
    """
    options: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        name = name.strip()
        if not equals or not name:
            raise _wrong(f"{flag} {pair}", gettext("write name=value (like '{example}')", example=example))
        if name.replace("_", "-") in {each.replace("_", "-") for each in options}:
            raise _wrong(f"{flag} {name}", gettext("is given twice (give it once)"))
        options[name] = value.strip()
    return options


def named_options(written: str, flag: str, like: str) -> tuple[str, dict[str, str]]:
    """Return the name of a plugin's record and its options, as typed behind *flag*.

    Args:
        written: the name, and behind it the options.
        flag: what it is typed behind.
        like: an example of both, for messages: ``shorten to=30min``.

    Raises:
        InvalidOption: the quotes do not match, there is no name, or a word is no option.
    """
    import shlex  # noqa: PLC0415 - only who gives options pays

    try:
        words = shlex.split(written)
    except ValueError as error:
        raise InvalidOption(f"{flag} {written!r}: {str(error).lower()}") from None
    if not words:
        raise _wrong(flag, gettext("a name is needed (like '{example}')", example=like))
    name, *given = words
    return name, read_pairs(given, f"{flag} {name}", like.partition(" ")[2])


def _wrong(where: str, what: str) -> InvalidOption:
    return InvalidOption(f"{where}: {what}")


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
            raise _wrong(f"{flag} {next(iter(given))}", gettext("{owner} has no options", owner=owner))
        return None
    if not given and not any(each.default is NOTHING for each in fields(options)):
        return options()
    known = options_of(options)
    values: dict[str, Any] = {}
    for name, text in given.items():
        option = known.get(name.replace("_", "-"))
        if option is None:
            hint = suggestion(name, known)
            told = gettext("{owner} has no such option ({hint})", owner=owner, hint=hint)
            raise _wrong(f"{flag} {name}", told)
        try:
            values[option.attribute] = option.value(text)
        except InvalidParameter as error:
            raise InvalidOption(f"{flag} {name}: {error.reason}") from None
    for name, option in known.items():
        if option.required and option.attribute not in values:
            given_as = f"{flag} {name}"
            raise _wrong(
                given_as, gettext("{owner} needs it (give '{option}=…')", owner=owner, option=given_as)
            )
    try:
        return options(**values)
    except (TypeError, ValueError) as error:
        raise InvalidOption(f"{flag}: {error}") from None
