"""What is written, read aloud: ``800 m at 3:50–4:00/km`` without digits, units or signs.

Written words of the whole house come through here, and what coaches write in their own. A text without any
of that comes out as it is, letter for letter. What a language does its own way is in its
:class:`LanguageAloud`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from unicodedata import category, normalize, numeric

from workout_core.languages import Language, language
from workout_core.patterns import lazy_pattern
from workout_core.speech.english_aloud import ENGLISH
from workout_core.speech.german_aloud import GERMAN
from workout_core.speech.language_aloud import LanguageAloud

_READERS: Final[Mapping[Language, LanguageAloud]] = MappingProxyType(
    {Language.ENGLISH: ENGLISH, Language.GERMAN: GERMAN}
)
_WEB: Final = lazy_pattern(r"(?:https?://|www\.)\S+")
_PAUSES: Final = lazy_pattern(r"[\s,;:.?!]+")

_STOPS: Final = frozenset(".,;:?!'-\N{RIGHT SINGLE QUOTATION MARK} ")
_OF_PICTURES: Final = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""What chooses between a sign and its picture."""
_ENDS: Final = ".?!"
_NO_PAUSES: Final = str.maketrans("", "", ",;:")


def aloud(text: str) -> str:
    """Return *text* as it is read aloud, in one line; what has no sound is left out, as an emoji has none."""
    lines = [line for each in spoken_rules().spelled(text).split("\n") if (line := " ".join(each.split()))]
    joined = " ".join(line if line[-1] in ".,;:?!" or line is lines[-1] else f"{line}." for line in lines)
    said = joined if _is_words(joined) else _tidied(_without_signs(spoken_rules().in_words(_plain(joined))))
    return said if any(map(str.isalpha, said)) else ""


def sentence(words: str) -> str:
    """Return *words* as a sentence: with a capital, and a full stop if they end with none."""
    capital = words[:1].upper() + words[1:]
    return f"{capital}." if capital and capital[-1] not in _ENDS else capital


def spoken_rules() -> LanguageAloud:
    """Return how the language that is spoken is read aloud."""
    return _READERS[language()]


def _is_words(text: str) -> bool:
    return all(letter.isalpha() or letter in _STOPS for letter in text)


def _plain(text: str) -> str:
    """Return *text* without addresses of pages, and with one kind of digits."""
    return "".join(map(_plain_digit, _WEB.sub("", normalize("NFKC", text))))


def _plain_digit(letter: str) -> str:
    """Return a digit of any script as one of ours, and other numbers as what they are worth."""
    if letter.isascii() or not category(letter).startswith("N"):
        return letter
    worth = numeric(letter, -1.0)
    return f"{worth:.15g}" if 0 <= worth < 1e9 and worth == int(worth) else " "  # noqa: PLR2004 - fewer digits


def _without_signs(text: str) -> str:
    signs = spoken_rules().signs
    return "".join(_sound(letter, signs) for letter in text)


def _sound(letter: str, signs: Mapping[str, str]) -> str:
    """Return what is heard of *letter*: itself, a word for a sign, a pause, or nothing."""
    kind = category(letter)
    if letter in _STOPS or kind[0] == "L" or (kind in ("Mn", "Mc") and letter not in _OF_PICTURES):
        return letter
    return signs.get(letter, "" if kind in ("Cf", "Mn", "Me") else " ")


def _tidied(text: str) -> str:
    """Return *text* with single spaces, and one kind of stop where there were several."""
    return _PAUSES.sub(_pause, text).strip(" ,;:-")


def _pause(found: re.Match[str]) -> str:
    stops = "".join(found[0].split())
    ends = stops.translate(_NO_PAUSES)
    return f"{ends or stops[:1]} "
