"""What coaches call paces and efforts, and how the notation says them.

E, M, T, I and R are Daniels' (*Running Formula*, 2014); LT is the lactate threshold, CV the critical
velocity, which one holds for about half an hour; sweet spot is 88 to 94 % of FTP (Overton, 2008). Efforts are
on Borg's CR-10 scale. Unless it stands in quotes, none of these is the name of a pace of one's own.
Tempo may be: it is threshold only for athletes without a pace of that name.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from workout_core.patterns import lazy_pattern

_SAID: Final = MappingProxyType(
    {
        "easy": "e|e pace|easy pace|easy effort",
        "marathon": (
            "m|m pace|m effort|mp|mp effort|mp pace|marathon pace|marathon effort|marathon race pace"
            "|marathon goal pace|goal marathon pace"
        ),
        "threshold": (
            "t|t pace|t effort|lt|lt pace|lt effort|lactate threshold|thr|tempo pace|tempo effort"
            "|threshold pace|threshold effort"
        ),
        "interval": "i|i pace|interval pace|interval effort|vo2|vo2max|vo2 max|vo2max pace",
        "repetition": "r|r pace|repetition pace|rep pace",
        "half marathon pace": (
            "hm|hm pace|hm effort|hmp|hmp pace|hmp effort|half marathon|half marathon effort"
            "|half marathon race pace|half pace|half marathon goal pace"
        ),
        "10km pace": "cv|cv pace|cv effort|critical velocity",
        "goal pace": "gp|goal race pace|goal effort|race goal pace",
        "1mi pace": "mile|mile pace|mile effort|mile race pace",
        "88-94% FTP": "sweet spot|sweetspot|ss|sst|sweet spot power",
        "RPE 9": "hard|hard effort|hard pace",
        "RPE 6": "moderate|moderate effort|moderate pace",
        "RPE 10": "all out|a/o|flat out|full effort|full gas|max effort|maximum effort|all out effort",
    }
)
PACE_WORDS: Final = MappingProxyType(
    {word: target for target, words in _SAID.items() for word in words.split("|")}
)
"""From a word in lower case to a target as the notation writes it."""
_RACE: Final = lazy_pattern(r"([0-9]+(?:\.[0-9]+)?) ?k (?:race )?(?:pace|effort)", re.IGNORECASE)
"""Of a race as runners say it: ``5k pace``."""


def known_pace(name: str) -> str:
    """Return the target that coaches call *name*, in the notation; empty if they do not."""
    words = " ".join(name.casefold().replace("-", " ").split())
    race = _RACE.fullmatch(words)
    return f"{race[1]}km pace" if race else PACE_WORDS.get(words, "")
