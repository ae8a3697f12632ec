"""English as it is read aloud: ``eight hundred metres at three fifty to four minutes per kilometre``."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from workout_core.patterns import lazy_pattern
from workout_core.speech.language_aloud import LanguageAloud
from workout_core.units import rounded_off
from workout_core.units.english_numbers import (
    clock_words,
    decimal_words,
    ordinal_words,
    pair_words,
    whole_words,
)

_UNITS: Final = MappingProxyType(
    {
        "km/h": ("kilometre an hour", "kilometres an hour"),
        "mph": ("mile an hour", "miles an hour"),
        "m/s": ("metre a second", "metres a second"),
        "km": ("kilometre", "kilometres"),
        "mi": ("mile", "miles"),
        "yd": ("yard", "yards"),
        "m": ("metre", "metres"),
        "ft": ("foot", "feet"),
        "h": ("hour", "hours"),
        "min": ("minute", "minutes"),
        "s": ("second", "seconds"),
        "sec": ("second", "seconds"),
        "kg": ("kilo", "kilos"),
        "lb": ("pound", "pounds"),
        "lbs": ("pound", "pounds"),
        "bpm": ("beat", "beats"),
        "spm": ("step a minute", "steps a minute"),
        "rpm": ("turn a minute", "turns a minute"),
        "W": ("watt", "watts"),
        "w": ("watt", "watts"),
        "kcal": ("calorie", "calories"),
        "%": ("percent", "percent"),
        "°": ("degree", "degrees"),
        "°C": ("degree", "degrees"),
        "RM": ("rep max", "rep max"),
        "K": ("K", "K"),
        "k": ("K", "K"),
        "x": ("times", "times"),
        "×": ("times", "times"),
    }
)
_PER: Final = MappingProxyType(
    {
        "km": "kilometre",
        "mi": "mile",
        "mile": "mile",
        "m": "metre",
        "100m": "hundred metres",
        "100 m": "hundred metres",
        "100yd": "hundred yards",
        "100 yd": "hundred yards",
        "500m": "five hundred metres",
        "500 m": "five hundred metres",
        "h": "hour",
        "min": "minute",
        "s": "second",
    }
)
_PARTED: Final = ("km", "mi", "h")
_PARTS_OF_ONE: Final = MappingProxyType({"0.25": "a quarter of", "0.5": "half", "0.75": "three quarters of"})
_UNIT: Final = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
_LENGTH: Final = "|".join(sorted(_PER, key=len, reverse=True))
_CLOCK: Final = r"[0-9]{1,6}:[0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]{1,6})?"
_AMOUNT: Final = r"[0-9]+(?:\.[0-9]+)?"
_TO: Final = "\\s?[-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}]\\s?"

_THOUSANDS: Final = lazy_pattern(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9,])")
_CLOCKS: Final = lazy_pattern(
    rf"(?<![0-9:.])({_CLOCK})(?:{_TO}({_CLOCK}))?(?![0-9:])"
    rf"(?:\s?min)?(?:\s?(?:/|per )\s?({_LENGTH})(?![A-Za-z]))?"
)
_TEMPO: Final = lazy_pattern(r"(?<![0-9A-Za-z-])[0-9X](?:-[0-9X]){2,3}(?![0-9A-Za-z-])")
_COUNTS: Final = lazy_pattern(r"(?<![0-9A-Za-z-])[0-9]{1,2}(?:-[0-9]{1,2}){2,4}(?![0-9A-Za-z-])")
"""Three parts or more, as of a marathon: 10-10-10."""
_HUNDREDS: Final = lazy_pattern(r"(?<![0-9.,:-])([1-9][0-9]?)00s(?![A-Za-z0-9])")
"""Repetitions, as runners call them by their metres: 400s, 1200s."""
_BY_LETTERS: Final = lazy_pattern(r"(?<![A-Za-z])([A-Z])/([A-Z])(?![A-Za-z])")
_ARROW: Final = lazy_pattern(r"(?<!-)-{1,2}>|=>")
_OF_A_LENGTH: Final = lazy_pattern(r"\s?(?:km|mi|h)(?![A-Za-z])")
_RANGES: Final = lazy_pattern(rf"(?<=[0-9%]){_TO}(?=[0-9])")
_PAIRS: Final = lazy_pattern(
    rf"(?<![0-9.])([1-9][0-9]{{2}})(?:{_TO}| to )([1-9][0-9]{{2}})(?=\s?(?:bpm|W)(?![A-Za-z]))"
)
_HALVES: Final = lazy_pattern(
    r"(?<![0-9./])(?:([0-9]{1,3})\s)?([13])\s?[/\N{FRACTION SLASH}]\s?([24])(?![0-9./])"
)
_SIDE_BY_SIDE: Final = lazy_pattern(r"(?<=[0-9])/(?=[0-9])")
_ORDINALS: Final = lazy_pattern(r"(?<![0-9.])([0-9]{1,9})(?:st|nd|rd|th)(?![A-Za-z])")
_ZONES: Final = lazy_pattern(r"(?<![A-Za-z0-9])[Zz](?:one )?(?=[0-9])")
_NUMBERS: Final = lazy_pattern(rf"({_AMOUNT})(?:\s?({_UNIT})(?![A-Za-z]))?")
_UNITS_OF_PAIRS: Final = lazy_pattern(r"(?<=[a-z])\s?(bpm|W)(?![A-Za-z])")
_PER_UNIT: Final = lazy_pattern(rf"\s?/\s?({_LENGTH})(?![A-Za-z0-9])")
_WORDS: Final = MappingProxyType(
    {
        "RPE": "effort",
        "LTHR": "threshold heart rate",
        "HRmax": "maximum heart rate",
        "HR": "heart rate",
        "AMRAP": "as many rounds as possible",
        "w/": "with",
    }
)
_WORD: Final = lazy_pattern(r"(?<![A-Za-z])(RPE|LTHR|HRmax|HR|AMRAP|w/)(?![A-Za-z])")
_SIGNS: Final = MappingProxyType(
    {
        "&": " and ",
        "+": " plus ",
        "=": " is ",
        "@": " at ",
        "<": " under ",
        ">": " over ",
        "\N{LESS-THAN OR EQUAL TO}": " at most ",
        "\N{GREATER-THAN OR EQUAL TO}": " at least ",
        "~": " about ",
        "\N{ALMOST EQUAL TO}": " about ",
        "\N{PLUS-MINUS SIGN}": " plus or minus ",
        "\N{MINUS SIGN}": " minus ",
        "\N{MULTIPLICATION SIGN}": " times ",
        "%": " percent",
        "/": " or ",
        "\N{RIGHTWARDS ARROW}": " to ",
        "\N{EN DASH}": ", ",
        "\N{EM DASH}": ", ",
        "(": ", ",
        ")": ", ",
        "[": ", ",
        "]": ", ",
        "{": ", ",
        "}": ", ",
        "|": ", ",
        "\N{HORIZONTAL ELLIPSIS}": ". ",
        "\N{BULLET}": ", ",
        "\N{MIDDLE DOT}": ", ",
    }
)
_UNIT_HEARD: Final = lazy_pattern(
    r" (?:of ten|per (?:kilometre|mile|(?:five )?hundred metres|hundred yards))(?![a-z])(?= and |[,.]|$)"
)
_AFTER_THE_NOUN: Final = (" with ", " over ", " on ", " from ", " against ", " in ", " to ", " at ")
_HISSED: Final = ("ch", "sh", "x", "z", "press")
_GERUND: Final = lazy_pattern(r"[aeiouy][a-z]{0,8}ing$")
"""Walking and breathing have no plural, and swings have."""


def _in_words(text: str) -> str:
    """Return *text* with its numbers in words, and the units of them."""
    text = _THOUSANDS.sub(lambda found: found[0].replace(",", ""), text)
    text = _WORD.sub(lambda found: _WORDS[found[1]], text)
    text = _ZONES.sub("zone ", text)
    text = _CLOCKS.sub(_say_clocks, text)
    text = _TEMPO.sub(lambda found: found[0].replace("X", "explosive").replace("-", " "), text)
    text = _ARROW.sub("\N{RIGHTWARDS ARROW}", _BY_LETTERS.sub(r"\1 \2", text))
    text = _COUNTS.sub(lambda found: found[0].replace("-", ", "), text)
    text = _HUNDREDS.sub(_say_repetitions, text)
    text = _HALVES.sub(_say_parts, text)
    text = _SIDE_BY_SIDE.sub(" ", text)
    text = _ORDINALS.sub(lambda found: f" {ordinal_words(int(found[1]))} ", text)
    text = _PAIRS.sub(lambda found: f"{pair_words(found[1])} to {pair_words(found[2])}", text)
    text = _RANGES.sub(" to ", text)
    text = _NUMBERS.sub(_say_number, text)
    text = _UNITS_OF_PAIRS.sub(lambda found: f" {_UNITS[found[1]][1]}", text)
    return _PER_UNIT.sub(lambda found: f" per {_PER[found[1]]}", text)


def _say_clocks(found: re.Match[str]) -> str:
    low, high, length = found.groups()
    said = clock_words(low) if not high or high == low else f"{clock_words(low)} to {clock_words(high)}"
    return f" {said} per {_PER[length]}" if length else f" {said} "


def _say_parts(found: re.Match[str]) -> str:
    """Say ``1/2`` as *half*, ``3/4`` as *three quarters*, and ``1 1/2`` as *one and a half*."""
    whole, over, under = found.groups()
    if not whole and _OF_A_LENGTH.match(found.string, found.end()):
        return f"{int(over) / int(under):g}"
    part = {"12": "a half", "14": "a quarter", "34": "three quarters"}.get(f"{over}{under}")
    if part is None:
        return found[0]
    return f" {whole_words(int(whole))} and {part} " if whole else f" {part.removeprefix('a ')} "


def _say_repetitions(found: re.Match[str]) -> str:
    """Say ``400s`` as *four hundreds*, and ``1000s`` as *thousands*."""
    hundreds = int(found[1])
    many, unit = (hundreds, "hundreds") if hundreds % 10 else (hundreds // 10, "thousands")
    return unit if many == 1 else f"{whole_words(many)} {unit}"


def _say_number(found: re.Match[str]) -> str:
    number, unit = found.groups()
    names_a_pace = found.string.startswith(" pace", found.end())
    many = number not in ("1", "1.0") and not names_a_pace
    if unit is None:
        return f" {decimal_words(number)} "
    if unit == "m" and _is_in_hundreds(number):
        return f" {whole_words(int(number) // 100)} hundred metres "
    if unit in _PARTED and number in _PARTS_OF_ONE:
        return f" {_PARTS_OF_ONE[number]} {'an' if unit == 'h' else 'a'} {_UNITS[unit][0]} "
    if unit in _PARTED and len(number.partition(".")[2]) > 2:  # noqa: PLR2004 - nobody says 10.5487
        number = rounded_off(float(number), 1)
    return f" {decimal_words(number)} {_UNITS[unit][many]} "


def _is_in_hundreds(number: str) -> bool:
    """Tell whether runners say metres in hundreds: ``1500 m`` is *fifteen hundred metres*."""
    return len(number) == 4 and number.endswith("00") and number[1] != "0" and number[0] == "1"  # noqa: PLR2004


def _within(said: str) -> str:
    first = said.split(" ", 1)[0]
    return said if first[1:] != first[1:].lower() else said[:1].lower() + said[1:]


def _shorter(said: str) -> str:
    return _UNIT_HEARD.sub("", said)


def _several(name: str) -> str:
    """Return the plural of *name*, as it stands within a sentence; names that have none stay as they are."""
    at = min((name.find(word) for word in _AFTER_THE_NOUN if word in name), default=len(name))
    noun, more = name[:at], name[at:]
    is_plain = noun[-1:].isascii() and noun[-1:].islower()
    if not is_plain or _GERUND.search(noun) or (noun.endswith("s") and not noun.endswith("ss")):
        return name
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return _small(f"{noun[:-1]}ies{more}")
    return _small(f"{noun}{'es' if noun.endswith((*_HISSED, 'ss')) else 's'}{more}")


def _small(name: str) -> str:
    """Return *name* as it stands within a sentence; what is written in capitals or as a name stays."""
    first = name.split(" ", 1)[0]
    return name if first[1:] != first[1:].lower() or len(first) == 1 else name[:1].lower() + name[1:]


ENGLISH: Final = LanguageAloud(
    spelled=str,
    in_words=_in_words,
    signs=_SIGNS,
    within=_within,
    shorter=_shorter,
    several=_several,
    small=_small,
)
