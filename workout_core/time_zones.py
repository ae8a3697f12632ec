"""Time zones, from the tzdata package alone: the same rules on every machine."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pkgutil import get_data
from typing import Any, Final
from zoneinfo import ZoneInfo

from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.languages import gettext

_NOT_A_PLACE: Final = "Factory"
"""What the database calls the zone of a machine that nobody has told where it is."""


class PackagedZone(ZoneInfo):
    """A time zone of the package, which is found there by its name again when it is unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to find the zone; the standard library pickles only what its own search path has."""
        return time_zone, (self.key,)


@cache
def time_zone_names() -> tuple[str, ...]:
    """Return the names of all zones, ``Europe/Warsaw``; what others were called before comes last."""
    return tuple(name for name in _data("zones").decode("ascii").split() if name != _NOT_A_PLACE)


@cache
def time_zone(name: str) -> ZoneInfo:
    """Return the zone of that name.

    Raises:
        InvalidWorkout: there is no such zone.
    """
    return PackagedZone.from_file(BytesIO(time_zone_data(name)), name)


def time_zone_data(name: str) -> bytes:
    """Return the rules of a zone as TZif (RFC 9636); only names of the list come near the files.

    Raises:
        InvalidWorkout: there is no such zone.
    """
    if name not in time_zone_names():
        raise InvalidWorkout(
            gettext(
                "{name} is not a time zone ({hint})",
                name=shown(name),
                hint=suggestion(name, time_zone_names(), limit=3),
            )
        )
    return _data(f"zoneinfo/{name}")


def _data(path: str) -> bytes:
    # importlib.resources takes eight times as long to import as this takes to read.
    found = get_data("tzdata", path)
    if found is None:
        raise FileNotFoundError(path)
    return found
