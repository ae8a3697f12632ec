"""How far a pace can be off: ``5s`` a kilometre, ``8s/mi``, ``3%``."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.bounds import within
from workout_core.patterns import lazy_pattern
from workout_core.units import MILE, plain, read_clock, read_number, read_share, write_percent

WIDEST: Final = 60.0
WIDEST_SHARE: Final = 0.2
_SECONDS: Final = lazy_pattern(r"(?P<seconds>[0-9.:]+) ?(?:s|sec)?(?: ?/ ?(?P<per>km|mi))?")


@frozen
class Tolerance:
    """How far a pace can be off: *by* seconds a kilometre, or *by* a share of the pace if *relative*."""

    by: float
    relative: bool = False

    def __attrs_post_init__(self) -> None:
        within(
            "tolerance",
            self.by,
            0,
            WIDEST_SHARE if self.relative else WIDEST,
            "" if self.relative else "s/km",
        )

    def reach(self, speed: float) -> float:
        """Return how many metres per second *speed* can be off."""
        return min(speed * self.by if self.relative else speed * speed * self.by / 1000, speed / 2)


def read_tolerance(text: str) -> Tolerance:
    """Read ``5s`` (a kilometre), ``8s/mi`` or ``3%``.

    Raises:
        InvalidWorkout: it is none of these, or wider than any pace.
    """
    clean = " ".join(text.casefold().strip("~\u00b1 ").split())
    found = _SECONDS.fullmatch(clean)
    try:
        by = read_share(clean) if clean.endswith("%") else read_seconds(found["seconds"] if found else clean)
    except InvalidWorkout:
        raise InvalidWorkout(
            gettext("{text} is not a tolerance (like '5s', '8s/mi' or '3%')", text=shown(text))
        ) from None
    by *= 1000 / MILE if found and found["per"] == "mi" else 1
    try:
        return Tolerance(by, relative=clean.endswith("%"))
    except InvalidWorkout:
        raise InvalidWorkout(
            gettext("a tolerance of {text} is none (3s to 15s are usual)", text=shown(text.strip()))
        ) from None


def read_seconds(text: str) -> float:
    """Read ``5``, ``5.5`` or ``0:05`` as seconds.

    Raises:
        InvalidWorkout: it is none of these.
    """
    return read_clock(text) if ":" in text else read_number(text)


def write_tolerance(tolerance: Tolerance) -> str:
    """Write a tolerance as :func:`read_tolerance` reads it."""
    return f"{write_percent(tolerance.by)}%" if tolerance.relative else f"{plain(tolerance.by)}s"
