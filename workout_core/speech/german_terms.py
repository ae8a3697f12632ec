"""What units, signs and abbreviations are called in German."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

UNITS: Final = MappingProxyType(
    {
        "km/h": ("ein Kilometer pro Stunde", "Kilometer pro Stunde"),
        "mph": ("eine Meile pro Stunde", "Meilen pro Stunde"),
        "m/s": ("ein Meter pro Sekunde", "Meter pro Sekunde"),
        "km": ("ein Kilometer", "Kilometer"),
        "mi": ("eine Meile", "Meilen"),
        "yd": ("ein Yard", "Yards"),
        "m": ("ein Meter", "Meter"),
        "hm": ("ein Höhenmeter", "Höhenmeter"),
        "Hm": ("ein Höhenmeter", "Höhenmeter"),
        "ft": ("ein Fuß", "Fuß"),
        "h": ("eine Stunde", "Stunden"),
        "Std": ("eine Stunde", "Stunden"),
        "min": ("eine Minute", "Minuten"),
        "Min": ("eine Minute", "Minuten"),
        "s": ("eine Sekunde", "Sekunden"),
        "sec": ("eine Sekunde", "Sekunden"),
        "sek": ("eine Sekunde", "Sekunden"),
        "Sek": ("eine Sekunde", "Sekunden"),
        "kg": ("ein Kilo", "Kilo"),
        "lb": ("ein Pfund", "Pfund"),
        "lbs": ("ein Pfund", "Pfund"),
        "spm": ("ein Schritt pro Minute", "Schritte pro Minute"),
        "rpm": ("eine Umdrehung pro Minute", "Umdrehungen pro Minute"),
        "U/min": ("eine Umdrehung pro Minute", "Umdrehungen pro Minute"),
        "W": ("ein Watt", "Watt"),
        "w": ("ein Watt", "Watt"),
        "kcal": ("eine Kalorie", "Kalorien"),
        "Wdh": ("eine Wiederholung", "Wiederholungen"),
        "%": ("ein Prozent", "Prozent"),
        "°": ("ein Grad", "Grad"),
        "°C": ("ein Grad", "Grad"),
        "RM": ("Maximalgewicht", "Wiederholungen Maximum"),
        "K": ("ein K", "K"),
        "k": ("ein K", "K"),
    }
)
"""One of each, and what stands after other numbers."""
SHORTENED: Final = frozenset({"Std", "Min", "min", "Sek", "sek", "Wdh"})
"""What may have a full stop."""
PER: Final = MappingProxyType(
    {
        "km": "Kilometer",
        "mi": "Meile",
        "Meile": "Meile",
        "m": "Meter",
        "100m": "hundert Meter",
        "100 m": "hundert Meter",
        "100yd": "hundert Yards",
        "100 yd": "hundert Yards",
        "500m": "fünfhundert Meter",
        "500 m": "fünfhundert Meter",
        "h": "Stunde",
        "min": "Minute",
        "s": "Sekunde",
    }
)
PARTS: Final = MappingProxyType(
    {
        "mi": ("eine Viertelmeile", "eine halbe Meile", "eine Dreiviertelmeile"),
        "h": ("eine Viertelstunde", "eine halbe Stunde", "eine Dreiviertelstunde"),
    }
)
WORDS: Final = MappingProxyType(
    {
        "RPE": "Anstrengung",
        "LTHR": "Schwellenherzfrequenz",
        "HRmax": "maximale Herzfrequenz",
        "HFmax": "maximale Herzfrequenz",
        "HR": "Herzfrequenz",
        "HF": "Herzfrequenz",
        "AMRAP": "so viele Runden wie möglich",
        "1RM": "Maximalgewicht",
        "w/": "mit",
    }
)
ABBREVIATIONS: Final = MappingProxyType(
    {
        "z. B.": "zum Beispiel",
        "z.B.": "zum Beispiel",
        "d. h.": "das heißt",
        "d.h.": "das heißt",
        "bzw.": "beziehungsweise",
        "ggf.": "gegebenenfalls",
        "evtl.": "eventuell",
        "inkl.": "inklusive",
        "ca.": "circa",
        "max.": "maximal",
        "mind.": "mindestens",
        "Nr.": "Nummer",
        "usw.": "und so weiter",
    }
)
SIGNS: Final = MappingProxyType(
    {
        "&": " und ",
        "+": " plus ",
        "=": " gleich ",
        "@": " bei ",
        "<": " unter ",
        ">": " über ",
        "\N{LESS-THAN OR EQUAL TO}": " höchstens ",
        "\N{GREATER-THAN OR EQUAL TO}": " mindestens ",
        "~": " etwa ",
        "\N{ALMOST EQUAL TO}": " etwa ",
        "\N{PLUS-MINUS SIGN}": " plus minus ",
        "\N{MINUS SIGN}": " minus ",
        "\N{MULTIPLICATION SIGN}": " mal ",
        "%": " Prozent",
        "/": " oder ",
        "\N{RIGHTWARDS ARROW}": " bis ",
        **dict.fromkeys("\N{EN DASH}\N{EM DASH}()[]{}|\N{BULLET}\N{MIDDLE DOT}", ", "),
        "\N{HORIZONTAL ELLIPSIS}": ". ",
    }
)
_NO_NOUNS: Final = (
    *("alle", "auf", "ausfahren", "ausklingen", "auslaufen", "ausschwimmen", "aufwärmen", "bei", "bis"),
    *("einfahren", "einlaufen", "einschwimmen", "etwa", "gehen"),
    *(
        "gleichmäßig",
        "halbe",
        "im",
        "in",
        "jede",
        "letzte",
        "letzter",
        "locker",
        "mit",
        "noch",
        "so",
        "traben",
    ),
    *("unter", "von", "weiter"),
)
NO_NOUNS: Final = frozenset(_NO_NOUNS)
"""Words with which what is said begins, and which are small within a sentence."""
