"""Numbers in German: ``achthundert``, ``eins Komma fünf``, ``drei Minuten fünfundfünfzig`` of a clock."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core.units.english_numbers import LARGEST, is_a_code

SMALL: Final = (
    *("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
    *("zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn"),
    "neunzehn",
)
TENS: Final = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_GREAT: Final = ((10**9, "Milliarde", "Milliarden"), (10**6, "Million", "Millionen"))
_ORDINALS: Final = MappingProxyType({"eins": "erste", "drei": "dritte", "sieben": "siebte", "acht": "achte"})
_ROUND: Final = ("einhundert", "eintausend")


def whole_words(number: int) -> str:
    """Say a whole number from 0 up: ``hundertzweiundvierzig``; one that nobody says, digit by digit."""
    if number >= LARGEST:
        return digit_words(str(number))
    said = []
    for size, one, several in _GREAT:
        many, number = divmod(number, size)
        if many:
            said.append(f"eine {one}" if many == 1 else f"{_below_a_million(many)} {several}")
    if number or not said:
        said.append(_below_a_million(number))
    words = " ".join(said)
    return words.removeprefix("ein") if words.startswith(_ROUND) else words


def _below_a_million(number: int) -> str:
    thousands, number = divmod(number, 1000)
    hundreds, left = divmod(number, 100)
    said = f"{_stem(_below_a_million(thousands))}tausend" if thousands else ""
    said += f"{_stem(SMALL[hundreds])}hundert" if hundreds else ""
    return said + _below_a_hundred(left) if left or not said else said


def _below_a_hundred(number: int) -> str:
    if number < len(SMALL):
        return SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{_stem(SMALL[ones])}und{TENS[tens - 2]}" if ones else TENS[tens - 2]


def _stem(said: str) -> str:
    """Return a number as it stands before more of it: ``einundzwanzig``, ``hunderteintausend``."""
    return said.removesuffix("s") if said.endswith("eins") else said


def several(number: int, one: str, many: str) -> str:
    """Say a number of something: *one*, ``eine Minute``, or so *many*, ``zwei Minuten``."""
    return one if number == 1 else f"{whole_words(number)} {many}"


def digit_words(digits: str) -> str:
    """Say digits one by one: ``neun sieben fünf``."""
    return " ".join(SMALL[int(digit)] for digit in digits)


def decimal_words(digits: str) -> str:
    """Say a number as it is written, with a comma or a point: ``5,2`` is ``fünf Komma zwei``."""
    whole, _, parts = digits.replace(",", ".").partition(".")
    said = digit_words(whole) if is_a_code(whole) else whole_words(int(whole or "0"))
    return f"{said} Komma {digit_words(parts)}" if parts.strip("0") else said


def ordinal_words(number: int) -> str:
    """Say which one it is: ``dreiundzwanzigste``."""
    said, last = whole_words(number), number % 100
    if 0 < last < len(SMALL):
        stem = said.removesuffix(SMALL[last])
        return f"{stem}{_ORDINALS.get(SMALL[last], f'{SMALL[last]}te')}"
    return f"{said.replace(' ', '')}te" if not number else f"{said}ste"


def pair_words(digits: str) -> str:
    """Say a number of three digits: in German as any other."""
    return whole_words(int(digits))


def clock_words(clock: str) -> str:
    """Say ``3:55`` as *drei Minuten fünfundfünfzig*, and ``4:00`` as *vier Minuten*."""
    *hours, minutes, seconds = clock.replace(",", ".").split(":")
    second, _, parts = seconds.partition(".")
    if hours:
        return _long_clock(int(hours[0]), int(minutes), int(second))
    said = decimal_words(f"{int(second)}.{parts}")
    if not int(minutes):
        return "eine Sekunde" if said == "eins" else f"{said} Sekunden"
    whole = several(int(minutes), "eine Minute", "Minuten")
    return whole if said == "null" else f"{whole} {said}"


def _long_clock(hours: int, minutes: int, seconds: int) -> str:
    """Say ``1:45:00`` as *eine Stunde fünfundvierzig Minuten*."""
    counted = (
        (hours, "eine Stunde", "Stunden"),
        (minutes, "eine Minute", "Minuten"),
        (seconds, "eine Sekunde", "Sekunden"),
    )
    return " ".join(several(*each) for each in counted if each[0]) or "null Minuten"
