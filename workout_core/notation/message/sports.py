"""Which sport the words of a message say."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from workout_core.model.sport import Sport
from workout_core.patterns import lazy_pattern

_WORD: Final = lazy_pattern(r"[^\W\d_]+")
_WORDS: Final = MappingProxyType(
    {
        **dict.fromkeys(("bike", "biking", "ride", "cycle", "cycling", "spin", "turbo"), Sport.CYCLING),
        **dict.fromkeys(("swim", "swimming", "pool"), Sport.POOL_SWIMMING),
        **dict.fromkeys(("gym", "strength", "weights", "lifting"), Sport.STRENGTH),
        **dict.fromkeys(("row", "rowing", "erg"), Sport.ROWING),
        **dict.fromkeys(("walk", "walking"), Sport.WALKING),
        **dict.fromkeys(("hike", "hiking"), Sport.HIKING),
        **dict.fromkeys(("run", "running", "jog", "jogging", "track"), Sport.RUNNING),
        "yoga": Sport.YOGA,
    }
)


def sport_of(heading: str, steps: Iterable[str]) -> tuple[Sport, str] | None:
    """Return the sport of a workout and the word that says it: in its *heading*, or the first of its *steps*.

    It is None if nothing says it, or two words say two sports.
    """
    words = [word for word in _words(heading) if word in _WORDS]
    if not words:  # a walk may be the rest of a run
        first = [found[0] for line in steps if (found := _words(line))]
        words = [word for word in first if _WORDS.get(word, Sport.WALKING) is not Sport.WALKING]
    return (_WORDS[words[0]], words[0]) if len({_WORDS[word] for word in words}) == 1 else None


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
