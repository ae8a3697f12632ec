"""Names of paces as people read them: ``easy pace``, ``10km pace``, and those of an athlete's own."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.analysis.intensities import race_metres
from workout_core.languages import gettext, gettext_noop, pgettext, pgettext_noop
from workout_core.units import NAMED_DISTANCES, say_distance


class _Pace(NamedTuple):
    """What a pace is called by itself, and behind a preposition, where other languages bend it."""

    alone: str
    behind: str


_NAMED: Final = MappingProxyType(
    {
        "easy": _Pace(gettext_noop("easy pace"), pgettext_noop("behind a preposition", "easy pace")),
        "steady": _Pace(gettext_noop("steady pace"), pgettext_noop("behind a preposition", "steady pace")),
        "moderate": _Pace(
            gettext_noop("moderate pace"), pgettext_noop("behind a preposition", "moderate pace")
        ),
        "hard": _Pace(gettext_noop("hard pace"), pgettext_noop("behind a preposition", "hard pace")),
        "marathon": _Pace(
            gettext_noop("marathon pace"), pgettext_noop("behind a preposition", "marathon pace")
        ),
        "half marathon": _Pace(
            gettext_noop("half marathon pace"),
            pgettext_noop("behind a preposition", "half marathon pace"),
        ),
        "half": _Pace(gettext_noop("half pace"), pgettext_noop("behind a preposition", "half pace")),
        "threshold": _Pace(
            gettext_noop("threshold pace"), pgettext_noop("behind a preposition", "threshold pace")
        ),
        "tempo": _Pace(gettext_noop("tempo pace"), pgettext_noop("behind a preposition", "tempo pace")),
        "interval": _Pace(
            gettext_noop("interval pace"), pgettext_noop("behind a preposition", "interval pace")
        ),
        "repetition": _Pace(
            gettext_noop("repetition pace"), pgettext_noop("behind a preposition", "repetition pace")
        ),
        "css": _Pace(gettext_noop("css pace"), pgettext_noop("behind a preposition", "css pace")),
        "goal": _Pace(gettext_noop("goal pace"), pgettext_noop("behind a preposition", "goal pace")),
        "race": _Pace(gettext_noop("race pace"), pgettext_noop("behind a preposition", "race pace")),
        "mile": _Pace(gettext_noop("mile pace"), pgettext_noop("behind a preposition", "mile pace")),
    }
)


def say_pace_name(name: str, *, behind: bool = False) -> str:
    """Say what a pace is called.

    Args:
        name: as documents have it, with ``pace`` or without.
        behind: whether it stands behind a preposition: ``at easy pace``, ``95 % of easy pace``.
    """
    short = name.removesuffix(" pace")
    if (known := _NAMED.get(short)) is not None:
        return pgettext("behind a preposition", known.behind) if behind else gettext(known.alone)
    if short not in NAMED_DISTANCES and (metres := race_metres(f"{short} pace")) is not None:
        return gettext("{distance} pace", written=short, distance=say_distance(metres))
    if name.endswith("pace"):
        return gettext("{name} (a pace)", name=name, short=short)
    return gettext("{name} pace", name=name)
