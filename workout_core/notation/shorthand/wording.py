"""What is typed in one of several ways → the one of them that the tokens are cut from."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from workout_core.patterns import lazy_pattern

_NUMBERS: Final = MappingProxyType(
    {
        word: str(number)
        for number, word in enumerate(
            (
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ),
            1,
        )
    }
    | {"fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "sixty": "60", "ninety": "90"}
)
_NOUNS: Final = (
    r"(?=[\s-](?:easy\s)?(?:sets?|x|times|rounds?|reps|repeats|repetitions|minutes?|mins?|seconds?|secs?|hours?|miles?"
    r"|kilomet(?:er|re)s?|km|k|met(?:er|re)s?|yards?|laps?|strides?|[0-9])(?!\w))"
)
_NUMBER_WORD: Final = lazy_pattern(rf"(?<![\w-])(?:{'|'.join(_NUMBERS)})(?!\w){_NOUNS}", re.IGNORECASE)
_HALVES: Final = lazy_pattern(
    r"(?P<whole>[0-9]{1,2}) (?:and )?(?:a|1) half(?=[\s-](?:miles?|minutes?|mins?|hours?|k|km))"
    r"|(?<![\w-])half an? (?P<one>hour|mile|minute)(?!\w)",
    re.IGNORECASE,
)
_HOW_MANY: Final = lazy_pattern(
    r"(?<![\w.:-])(?P<number>[0-9]{1,3}(?:-[0-9]{1,3})?)"
    r" (?P<how>(?:very )?(?:easy|steady|hard|moderate|slow|fast|relaxed))"
    r" (?P<unit>miles?|minutes?|mins?|kilomet(?:er|re)s|kms?|seconds|secs)(?!\w)",
    re.IGNORECASE,
)
"""A word between a number and its unit: ``5 easy miles``."""
_FRACTIONS: Final = MappingProxyType({"\u00bd": ".5", "\u00bc": ".25", "\u00be": ".75"})
_FRACTION: Final = lazy_pattern("([0-9]*) ?([\u00bd\u00bc\u00be])")
_HALF_MILES: Final = MappingProxyType({"1/2": "0.5", "1/4": "0.25", "3/4": "0.75"})
_HALF_MILE: Final = lazy_pattern(r"(?<![\w./])(?:1/2|1/4|3/4)(?=[\s-]?mi(?:les?)?(?!\w))", re.IGNORECASE)
_THOUSANDS: Final = lazy_pattern(
    r"(?<![0-9,.])([0-9]{1,2}),([0-9]{3})(?=\s?(?:m|met(?:er|re)s?|yards?|yds?|yd|mtrs?)(?!\w))",
    re.IGNORECASE,
)
_LISTED: Final = lazy_pattern(r"(?<![0-9,.])([1-9]),([0-9]00)(?=, [0-9]| ?m(?!\w))")
"""Thousands among the numbers of a list that is parted by spaces too."""
_PAUSE: Final = lazy_pattern(r"(?<![\w@/])[pP]\.? ?(?=[0-9]{1,3} ?(?:'|\"|min|sec|s(?!\w)))")
"""What Germans call the rest."""
_SENTENCE: Final = lazy_pattern(r"(?<=[a-z0-9)'])\.(?= [A-Z][a-z])")
"""The end of a sentence, which also ends a unit that is cut short: ``15 min. Main set``."""
_OWNED: Final = lazy_pattern(
    r"(?P<unit>minutes|mins|seconds|secs|hours|metres|meters|min|sec)'(?=\s)", re.IGNORECASE
)
_SHORTENED: Final = lazy_pattern(
    r"(?<!\w)(?P<word>incl|inc|approx|rec|recov|mod|max|ea|btw)\.(?=\s|$|,)",
    re.IGNORECASE,
)
_LEAD: Final = lazy_pattern(
    r"(?:(?<=^)|(?<=[,.;:] ))(?:after an? |(?P<part>warm(?:ing)?[ -]?up|cool(?:ing)?[ -]?down|warm[ -]?down)"
    r" (?:with|for|of|by running)(?: an?)? |(?:then )?run (?=[0-9]{1,2} ?x ?[0-9]))",
    re.IGNORECASE,
)
_BOTH: Final = lazy_pattern(
    r"(?:^|[,;.+] ?)(?P<much>[^,;.+()]*[0-9][^,;+()]*?)[ -]+(?:w(?:arm)?[ -/]?up?|easy warm[ -]?up)"
    r" ?(?:and|&|\+|/) ?"
    r"(?:c(?:ool)?[ -/]?d(?:own)?|warm[ -]?down)$",
    re.IGNORECASE,
)


_LENGTH: Final = r"[0-9.]{1,5} ?(?:mi|miles?|mins?|minutes?|km?|m|')?"
_UP_AND_DOWN: Final = lazy_pattern(
    rf"^(?P<first>{_LENGTH}) up[,;+](?P<work>.*)[,;+] ?(?P<last>{_LENGTH}) down$", re.IGNORECASE
)
"""Miles up, the work, and miles down."""
_METRES: Final = lazy_pattern(
    r"(?<![\w.:])(?P<race>800|1500|3000|5000|10,?000)(?= (?:race )?(?:pace|effort)(?!\w))", re.IGNORECASE
)
"""Races over a number of metres: ``1500 pace``."""
_CRAWL: Final = lazy_pattern(r"(?<![\w./])(?:f/c|fc|f\.c\.?)(?![\w/])", re.IGNORECASE)
_INTERVAL: Final = lazy_pattern(r"(?<!\w)going (?:on|every)(?= (?:[0-9]|the ))", re.IGNORECASE)
_REST_INTERVAL: Final = lazy_pattern(r"(?<![\w])(?:r\.?i\.?|rest interval):? ?(?=[0-9:])", re.IGNORECASE)
_TWICE: Final = lazy_pattern(
    r"(?<![\w.:])(?P<first>[0-9]{1,4}(?::[0-9]{2})?) ?(?P<unit>w(?:atts)?|bpm|%|/ ?km|/ ?mi(?:le)?)"
    r" ?(?:to|-) ?(?P<last>[0-9]{1,4}(?::[0-9]{2})?) ?(?P=unit)",
    re.IGNORECASE,
)
"""A range with its unit behind both ends."""


def as_typed_plainly(text: str) -> str:
    """Return *text* with figures for numbers in words, and no points behind what is shortened."""
    text = _PAUSE.sub("p: ", text.replace("->", ">"))
    text = _SENTENCE.sub(",", text)
    text = _OWNED.sub(r"\g<unit>", text)
    if ", " in text:
        text = _LISTED.sub(r"\1\2", text)
    text = _FRACTION.sub(lambda found: f"{found[1] or '0'}{_FRACTIONS[found[2]]}", text)
    text = _HALF_MILE.sub(lambda found: _HALF_MILES[found[0]], text)
    text = _NUMBER_WORD.sub(lambda found: _NUMBERS[found[0].casefold()], text)
    text = _HOW_MANY.sub(r"\g<number> \g<unit> \g<how>", text)
    text = _HALVES.sub(lambda found: f"{found['whole']}.5" if found["whole"] else f"0.5 {found['one']}", text)
    text = _THOUSANDS.sub(r"\1\2", text)
    text = _SHORTENED.sub(r"\g<word>", text)
    text = _LEAD.sub(lambda found: f"{found['part']} " if found["part"] else "", text)
    text = _UP_AND_DOWN.sub(_up_and_down, text)
    text = _TWICE.sub(r"\g<first>-\g<last>\g<unit>", text)
    text = _METRES.sub(lambda found: f"{found['race'].replace(',', '')}m", text)
    text = _INTERVAL.sub("on", _CRAWL.sub("free", text))
    text = _REST_INTERVAL.sub("rest ", text)
    return _around(text)


def _up_and_down(found: re.Match[str]) -> str:
    return f"{found['first']} warmup,{found['work']}, {found['last']} cooldown"


def _around(text: str) -> str:
    """Return *text* with the warm-up and the cool-down of one length, which it ends with, around it."""
    found = _BOTH.search(text)
    if found is None or not found.start():
        return text
    much = found["much"].strip()
    return f"{much} warmup, {text[: found.start()]}, {much} cooldown"
