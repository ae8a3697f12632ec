"""The plugins of the installed distributions, by their entry points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from importlib.metadata import Distribution, distributions
from operator import attrgetter
from typing import Final, NoReturn

from workout_core.hookspecs import GROUP
from workout_core.plugins.loading import Candidate

UNKNOWN: Final = "unknown"
"""What a distribution is called whose metadata do not tell."""


def installed() -> Iterator[Candidate]:
    """Find every plugin of every distribution, in an order that does not depend on the disk.

    Of two copies of a distribution the first on the path counts, as it does for imports.
    """
    found: list[Candidate] = []
    seen: set[str] = set()
    for distribution in distributions():
        candidates = list(_candidates(distribution))
        names = {_canonical(each.distribution) for each in candidates} - {UNKNOWN}
        if not names & seen:
            found += candidates
        seen |= names
    yield from sorted(found, key=attrgetter("name"))


def _candidates(distribution: Distribution) -> Iterator[Candidate]:
    """Yield the plugins of one distribution; what cannot be read is a plugin that cannot be loaded."""
    try:
        points = [point for point in distribution.entry_points if point.group == GROUP]
    except Exception as error:  # noqa: BLE001 - whatever somebody else's metadata make of the parser
        if GROUP in _text(distribution):
            name = _metadata(distribution, "Name") or UNKNOWN
            yield Candidate(distribution=name, entry_point="entry_points.txt", load=partial(_fail, error))
        return
    for point in points:
        yield Candidate(
            distribution=_metadata(distribution, "Name") or UNKNOWN,
            entry_point=point.name,
            load=point.load,
            version=_metadata(distribution, "Version"),
        )


def _fail(error: Exception) -> NoReturn:
    raise error


def _text(distribution: Distribution) -> str:
    try:
        return distribution.read_text("entry_points.txt") or ""
    except UnicodeDecodeError:
        return ""


def _metadata(distribution: Distribution, key: str) -> str:
    """Return a line of the metadata, or nothing where it or all of them are missing."""
    try:
        return str((distribution.metadata.get_all(key) or [""])[0])
    except Exception:  # noqa: BLE001 - a folder without METADATA, or one in another encoding
        return ""


def _canonical(name: str) -> str:
    """Return *name* as the packaging specifications compare names."""
    return re.sub(r"[-_.]+", "-", name).lower()
