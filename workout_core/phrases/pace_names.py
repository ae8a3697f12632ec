"""Names of paces as people read them: ``easy pace``, ``10km pace``, and those of an athlete's own."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core.analysis.intensities import race_metres
from workout_core.languages import gettext, gettext_noop, pgettext, pgettext_noop

NAMED: Final = MappingProxyType(
    {
        "easy": gettext_noop("easy pace"),
        "steady": gettext_noop("steady pace"),
        "moderate": gettext_noop("moderate pace"),
        "hard": gettext_noop("hard pace"),
        "marathon": gettext_noop("marathon pace"),
        "half marathon": gettext_noop("half marathon pace"),
        "half": gettext_noop("half pace"),
        "threshold": gettext_noop("threshold pace"),
        "tempo": gettext_noop("tempo pace"),
        "interval": gettext_noop("interval pace"),
        "repetition": gettext_noop("repetition pace"),
        "css": gettext_noop("css pace"),
        "goal": gettext_noop("goal pace"),
        "race": gettext_noop("race pace"),
        "mile": gettext_noop("mile pace"),
    }
)


def say_pace_name(name: str, *, behind: bool = False) -> str:
    """Say what a pace is called: ``easy pace``, ``10km pace``; what is an athlete's own is said as it is.

    Args:
        name: as documents have it, with ``pace`` or without.
        behind: whether it stands behind a preposition, where some languages bend it.
    """
    short = name.removesuffix(" pace")
    if short in NAMED:
        return pgettext("behind a preposition", NAMED[short]) if behind else gettext(NAMED[short])
    if name.endswith("pace") and short == name:
        return name
    if race_metres(f"{short} pace") is not None:
        return gettext("{race} pace", race=short)
    return gettext("{name} pace", name=short)


def say_bare_name(name: str) -> str:
    """Say the name of a pace as documents have it: ``easy``; what is an athlete's own is said as it is."""
    return pgettext("name of a pace", _BARE[name]) if name in _BARE else name


_BARE: Final = MappingProxyType(
    {
        "easy": pgettext_noop("name of a pace", "easy"),
        "steady": pgettext_noop("name of a pace", "steady"),
        "moderate": pgettext_noop("name of a pace", "moderate"),
        "hard": pgettext_noop("name of a pace", "hard"),
        "all out": pgettext_noop("name of a pace", "all out"),
        "marathon": pgettext_noop("name of a pace", "marathon"),
        "threshold": pgettext_noop("name of a pace", "threshold"),
        "tempo": pgettext_noop("name of a pace", "tempo"),
        "interval": pgettext_noop("name of a pace", "interval"),
        "repetition": pgettext_noop("name of a pace", "repetition"),
        "goal pace": pgettext_noop("name of a pace", "goal pace"),
        "half marathon pace": pgettext_noop("name of a pace", "half marathon pace"),
        "race pace": pgettext_noop("name of a pace", "race pace"),
    }
)
