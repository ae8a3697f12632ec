"""The formats that documents are written as, and which of the options given are of which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from workout_core.errors import InvalidOption, listed
from workout_core.languages import gettext
from workout_core.plugins import Registry

DEFAULT_FORMATS: Final = ("fit", "ics", "json")
"""What documents are written as when nobody says otherwise."""


def options_by_format(
    registry: Registry, formats: Iterable[str], given: dict[str, str]
) -> dict[str, dict[str, str]]:
    """Return for each format the given options that it has.

    Raises:
        InvalidOption: none of the formats has some option.
        UnknownFormat: there is no such format.
    """
    exporters = {name: registry.exporter(name) for name in formats}
    if not given:
        return {name: {} for name in exporters}
    known = {name: exporter.option_names() for name, exporter in exporters.items()}
    for option in given:
        if not any(_has(names, option) for names in known.values()):
            every = sorted({each for names in known.values() for each in names})
            formats_said, hint = ", ".join(known), listed(every, len(every))
            told = gettext("no such option of {formats} ({hint})", formats=formats_said, hint=hint)
            raise InvalidOption(f"-O {option}: {told}")
    return {
        name: {option: value for option, value in given.items() if _has(names, option)}
        for name, names in known.items()
    }


def _has(names: tuple[str, ...], option: str) -> bool:
    return option.replace("_", "-") in names
