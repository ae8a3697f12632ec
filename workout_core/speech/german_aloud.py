"""German as it is read aloud: ``achthundert Meter, drei Minuten fünfzig bis vier Minuten pro Kilometer``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from workout_core.patterns import lazy_pattern
from workout_core.speech.german_terms import (
    ABBREVIATIONS,
    NO_NOUNS,
    PARTS,
    PER,
    SHORTENED,
    SIGNS,
    UNITS,
    WORDS,
)
from workout_core.speech.language_aloud import LanguageAloud
from workout_core.units import rounded_off
from workout_core.units.german_numbers import (
    SMALL,
    TENS,
    clock_words,
    decimal_words,
    ordinal_words,
    several,
    whole_words,
)

_QUARTERS: Final = ("0.25", "0.5", "0.75")
_LETTER: Final = "A-Za-zÄÖÜäöüß"
_UNIT: Final = "|".join(
    f"{re.escape(each)}\\b\\.?" if each in SHORTENED else re.escape(each)
    for each in sorted(UNITS, key=len, reverse=True)
)
_LENGTH: Final = "|".join(sorted(PER, key=len, reverse=True))
_CLOCK: Final = r"[0-9]{1,6}:[0-5][0-9](?::[0-5][0-9])?(?:[.,][0-9]{1,6})?"
_AMOUNT: Final = r"[0-9]+(?:[.,][0-9]+)?"
_TO: Final = "\\s?[-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}]\\s?"
_PRO: Final = r"\s?(?:/|pro |je |per )\s?"

_THOUSANDS: Final = lazy_pattern(
    r"(?<![0-9.,])[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}(?![0-9,])(?!\s?(?:km|mi|h|kg|%)(?![A-Za-z]))"
    r"|(?<![0-9.,])[1-9][0-9]{0,2},[0-9]{3}(?=\s?m(?![A-Za-z/]))"
)
_SPANS: Final = lazy_pattern(
    rf"(?<![0-9.,:])([0-9]{{1,3}})\s?min\s([1-5]?[0-9])\s?s(?![{_LETTER}])(?!{_TO}[0-9])"
)
_TIMES_OF_DAY: Final = lazy_pattern(r"(?<![0-9:.])([0-2]?[0-9])[:.]([0-5][0-9]) Uhr")
_CLOCKS: Final = lazy_pattern(
    rf"(?<![0-9:.])({_CLOCK})(?:(?:{_TO}| bis )({_CLOCK}))?(?![0-9:])"
    rf"(?:\s?min(?![{_LETTER}]))?(?:{_PRO}({_LENGTH})(?![{_LETTER}]))?"
)
_TEMPO: Final = lazy_pattern(r"(?<![0-9A-Za-z-])[0-9X](?:-[0-9X]){2,3}(?![0-9A-Za-z-])")
_COUNTS: Final = lazy_pattern(r"(?<![0-9A-Za-z-])[0-9]{1,2}(?:-[0-9]{1,2}){2,4}(?![0-9A-Za-z-])")
"""Three parts or more, as of a marathon: 10-10-10."""
_REPETITIONS: Final = lazy_pattern(rf"(?<![0-9.,:-])([1-9][0-9]{{0,3}})(?:er|(?<=00)s)(?![{_LETTER}0-9])")
"""As runners call them by their metres: 400er, and as others write them: 400s."""
_BY_LETTERS: Final = lazy_pattern(r"(?<![A-Za-z])([A-Z])/([A-Z])(?![A-Za-z])")
_ARROW: Final = lazy_pattern(r"(?<!-)-{1,2}>|=>")
_OF_A_LENGTH: Final = lazy_pattern(r"\s?(?:km|mi|h)(?![A-Za-z])")
_RANGES: Final = lazy_pattern(rf"(?<=[0-9%]){_TO}(?=[0-9])")
_PARTS_WRITTEN: Final = lazy_pattern(
    r"(?<![0-9./])(?:([0-9]{1,3})\s)?([13])\s?[/\N{FRACTION SLASH}]\s?([24])(?![0-9./])"
)
_SIDE_BY_SIDE: Final = lazy_pattern(r"(?<=[0-9])/(?=[0-9])")
_ORDINALS: Final = lazy_pattern(
    r"\b([Dd](?:er|ie|as)|[Jj]ede[rs]?|[Dd]e[nms]|[Aa]m|[Ii]m|[Zz]um|[Bb]eim|[Jj]ede[nm])\s([0-9]{1,6})\.(?=\s\w)"
    r"|(?<![0-9.])([0-9]{1,6})(?:st|nd|rd|th)(?![A-Za-z])"
)
_ENDS_IN_N: Final = frozenset({"den", "dem", "des", "am", "im", "zum", "beim", "jeden", "jedem"})
_ZONES: Final = lazy_pattern(rf"(?<![{_LETTER}0-9])[Zz](?=[0-9])")
_BEATS: Final = r"(?:bpm|S/min|Schlägen?(?:/min| pro Minute)?)"
_BPM: Final = r"[0-9]{1,4}(?:[.,][0-9])?"
_PULSES: Final = lazy_pattern(rf"(?<![0-9.,])({_BPM}(?:(?:{_TO}| bis ){_BPM})?)\s?{_BEATS}(?![{_LETTER}])")
_PULSE_SAID: Final = lazy_pattern(r"(?:Herzfrequenz|Puls)[^0-9.;!?]{0,40}$")
_SO_OFTEN: Final = lazy_pattern(
    rf"(?<![0-9.,])([0-9]{{1,9}})(?:\s?[x×](?![{_LETTER}])|(?:-|\s)?[Mm]al(?![{_LETTER}]))"
)
_NUMBERS: Final = lazy_pattern(rf"({_AMOUNT})(?:\s?({_UNIT})(?![{_LETTER}])|-({_UNIT})(?=-))?")
_PER_UNIT: Final = lazy_pattern(rf"(?:\s?/\s?|(?<=\s)(?:pro|je)\s)({_LENGTH})(?![{_LETTER}0-9])")
_UNIT_HEARD: Final = lazy_pattern(
    r" (?:von zehn|pro (?:Kilometer|Meile|(?:fünf)?hundert (?:Meter|Yards)))(?!\w)(?= und |[,.]|$)"
)

_WORD: Final = lazy_pattern(rf"(?<![{_LETTER}0-9])(RPE|LTHR|HRmax|HFmax|HR|HF|AMRAP|1RM|w/)(?![{_LETTER}])")
_ABBREVIATION: Final = lazy_pattern(
    rf"(?<![{_LETTER}])(?:{'|'.join(map(re.escape, ABBREVIATIONS))})(?=\s?[0-9a-zäöüA-ZÄÖÜ~])|\busw\."
)
_PIECES: Final = sorted((*SMALL, *TENS, "ein", "hundert", "tausend", "und", "mal"), key=len, reverse=True)
_NUMBER_WORD: Final = lazy_pattern(rf"(?:{'|'.join(_PIECES)})+(?:e|einhalb)?")


def _spelled(text: str) -> str:
    return _ABBREVIATION.sub(lambda found: ABBREVIATIONS[found[0]], text)


def _in_words(text: str) -> str:
    """Return *text* with its numbers in words, and the units of them."""
    text = _THOUSANDS.sub(lambda found: found[0].replace(".", "").replace(",", ""), text)
    text = _WORD.sub(lambda found: WORDS[found[1]], text)
    text = _ZONES.sub("Zone ", text)
    text = _SPANS.sub(lambda found: f"{found[1]}:{int(found[2]):02}", text)
    text = _TIMES_OF_DAY.sub(_say_time_of_day, text)
    text = _CLOCKS.sub(_say_clocks, text)
    text = _TEMPO.sub(lambda found: found[0].replace("X", "explosiv").replace("-", " "), text)
    text = _ARROW.sub("\N{RIGHTWARDS ARROW}", _BY_LETTERS.sub(r"\1 \2", text))
    text = _COUNTS.sub(lambda found: found[0].replace("-", ", "), text)
    text = _REPETITIONS.sub(_say_repetitions, text)
    text = _PARTS_WRITTEN.sub(_say_parts, text)
    text = _SIDE_BY_SIDE.sub(" ", text)
    text = _ORDINALS.sub(_say_ordinal, text)
    text = _PULSES.sub(_say_pulse, text)
    text = _RANGES.sub(" bis ", text)
    text = _SO_OFTEN.sub(lambda found: f" {_stem(int(found[1]))}mal ", text)
    text = _NUMBERS.sub(_say_number, text)
    return _PER_UNIT.sub(lambda found: f" pro {PER[found[1]]}", text)


def _stem(number: int) -> str:
    said = whole_words(number)
    return said.removesuffix("s") if said.endswith("eins") else said


def _say_time_of_day(found: re.Match[str]) -> str:
    hour, minutes = _stem(int(found[1])), int(found[2])
    return f"{hour} Uhr {whole_words(minutes)}" if minutes else f"{hour} Uhr"


def _say_clocks(found: re.Match[str]) -> str:
    low, high, length = found.groups()
    said = clock_words(low) if not high or high == low else f"{clock_words(low)} bis {clock_words(high)}"
    return f" {said} pro {PER[length]}" if length else f" {said} "


def _say_repetitions(found: re.Match[str]) -> str:
    """Say ``400er`` as *Vierhunderter*, and ``1200er`` as *Zwölfhunderter*."""
    number = int(found[1])
    said = _in_hundreds(number) or _stem(number)
    return f"{said[0].upper()}{said[1:]}er"


def _in_hundreds(number: int) -> str:
    """Return metres as runners say them in hundreds, ``fünfzehnhundert``; nothing if they do not."""
    is_said = not number % 100 and 1100 <= number < 2000  # noqa: PLR2004 - fifteen hundred metres
    return f"{whole_words(number // 100)}hundert" if is_said else ""


def _say_parts(found: re.Match[str]) -> str:
    """Say ``1/2`` as *halbe*, ``3/4`` as *drei Viertel*, and ``1 1/2`` as *eineinhalb*."""
    whole, over, under = found.groups()
    if not whole and _OF_A_LENGTH.match(found.string, found.end()):
        return f"{int(over) / int(under):g}"
    part = {"12": "halb", "14": "viertel", "34": "dreiviertel"}.get(f"{over}{under}")
    if part is None:
        return found[0]
    if whole:
        return f" {_stem(int(whole))}{'ein' if over == '1' else ''}{part} "
    return {"halb": " halbe ", "viertel": " ein Viertel ", "dreiviertel": " drei Viertel "}[part]


def _say_ordinal(found: re.Match[str]) -> str:
    word, number, english = found.groups()
    if english:
        return f" {ordinal_words(int(english))} "
    said = ordinal_words(int(number))
    return f"{word} {said}n" if word.casefold() in _ENDS_IN_N else f"{word} {said}"


def _say_pulse(found: re.Match[str]) -> str:
    """Say ``143–151 bpm`` as *Puls 143 bis 151*, whose end follows no case."""
    start = found.start()
    is_said = _PULSE_SAID.search(found.string[max(0, start - 55) : start])
    return found[1] if is_said else f"Puls {found[1]}"


def _say_number(found: re.Match[str]) -> str:
    number, unit = found[1].replace(",", "."), (found[2] or found[3] or "").rstrip(".")
    is_joined = found.string.startswith("-", found.end())  # 400-m-Läufe, 10km-Tempo
    if unit and is_joined:
        return f" {decimal_words(number)}-{UNITS[unit][1]}"
    said = _measured(number, unit) if unit else decimal_words(number)
    return f" {said}{'' if is_joined else ' '}"


def _measured(number: str, unit: str) -> str:
    one, many = UNITS[unit]
    if unit == "m" and number.isdigit() and len(number) == 4 and (said := _in_hundreds(int(number))):  # noqa: PLR2004
        return f"{said} Meter"
    if unit in PARTS and number in _QUARTERS:
        return PARTS[unit][_QUARTERS.index(number)]
    if unit == "km" and number.startswith("0.") and (metres := float(number) * 1000) == round(metres):
        return several(round(metres), "ein Meter", "Meter")
    if unit in ("km", "mi", "h") and len(number.partition(".")[2]) > 2:  # noqa: PLR2004 - nobody says 10.5487
        number = rounded_off(float(number), 1)
    return one if number in ("1", "1.0") else f"{decimal_words(number)} {many}"


def _within(said: str) -> str:
    first = said.split(" ", 1)[0].rstrip(".,:;!?").lower()
    is_small = first in NO_NOUNS or _NUMBER_WORD.fullmatch(first)
    return f"{said[:1].lower()}{said[1:]}" if is_small else said


def _shorter(said: str) -> str:
    return _UNIT_HEARD.sub("", said)


_as_it_is: Callable[[str], str] = str
"""A name stays as it is: ``Kniebeuge, acht Wiederholungen``."""

GERMAN: Final = LanguageAloud(
    spelled=_spelled,
    in_words=_in_words,
    signs=SIGNS,
    within=_within,
    shorter=_shorter,
    several=_as_it_is,
    small=_as_it_is,
)
