"""What is wrong with a line is said in the language of whoever reads it; what is quoted stays as it is."""

import re

from broken_lines import BROKEN_LINES
from every import every
from workout_core.languages import in_language, spoken
from workout_core.notation.parser import Places, read_steps

GERMAN = [
    # how long
    ("10", "1:1", "'10' ist keine Dauer (meintest du '10min'?)"),
    ("10blah", "1:1", "'10blah' ist keine Dauer (etwa '800m', '5km', '10min' oder '4:30')"),
    (
        "easy @ Z2 HR",
        "1:1",
        "wie lange? (ein Schritt braucht eine Dauer: '800m', '10min' oder 'lap' für die Rundentaste)",
    ),
    ("40-30min", "1:1", "'40-30min': ein Bereich geht von klein nach groß (meintest du '30-40min'?)"),
    ("10min until", "1:7", "bis wann? (etwa 'until HR < 120' oder 'until power > 300W')"),
    ("1.500m", "1:1", "'1.500m': ein Punkt steht hier vor den Nachkommastellen (meintest du '1500m'?)"),
    ("1,5km", "1:2", "ein Komma trennt Schritte (schreib Dezimalzahlen mit Punkt: '1.5km')"),
    # how fast
    ("10min @", "1:8", "auf '@' folgt eine Vorgabe (etwa '4:10/km', 'Z2 HR' oder 'easy')"),
    (
        "10min @ Z2",
        "1:9",
        "'Z2' ist keine Vorgabe (Zone wovon? 'Z2 HR', 'Z2 pace' oder 'Z2 power')",
    ),
    ("10min @ 150", "1:9", "'150' ist keine Vorgabe (welche Einheit? '150bpm' oder '150W')"),
    (
        "10min @ eazy",
        "1:9",
        "'eazy' ist keine Vorgabe (meintest du 'easy'? ein eigenes Tempo steht in Anführungszeichen: 'eazy')",
    ),
    ("10min @ Z2 HR, 140bpm", "1:16", "beide Vorgaben gelten der Herzfrequenz"),
    ("10min @ 0:00/km", "1:9", "'0:00' läuft niemand"),
    ("10min @ 4:00/km ~5bpm", "1:17", "eine Toleranz in bpm passt nicht zu '4:00/km'"),
    ("10min @ 4:00/km ~300s", "1:17", "die Toleranz '~300s' ist größer als die Vorgabe selbst"),
    ('10min "a" @ easy', "1:11", "ein Hinweis steht am Ende des Schritts (setz die Vorgabe davor)"),
    # blocks
    (
        "6x",
        "1:1",
        (
            "eine Wiederholung braucht Schritte: eingerückt darunter oder in Klammern "
            "(etwa '6x(400m, 200m jog)')"
        ),
    ),
    ("6x(400m, 200m jog", "1:3", "'(' wird nie geschlossen (schreib ')' hinter den letzten Schritt)"),
    ("400m)", "1:5", "')' schließt nichts (davor steht kein '(')"),
    ("AMRAP: Squat 5 reps", "1:1", "wie lange? (etwa 'AMRAP 10:00')"),
    # exercises
    (
        "Squat",
        "1:1",
        "wie viel? (etwa 'Squat 3x8', 'Squat 8 reps' oder 'Squat 40s')",
    ),
    (
        "Sqaut 3x8",
        "1:1",
        "'Sqaut' ist keine Übung (meintest du 'Squat'? eine eigene steht in Anführungszeichen)",
    ),
    ("Squat 3x8 @ 60", "1:13", "'60' ist kein Gewicht (welche Einheit? '60kg' oder '60% 1RM')"),
    (
        "3x8",
        "1:1",
        "'3x8' – von welcher Übung? (etwa 'Back squat 3x8'; eine Zeit hat eine Einheit, etwa '3x8min')",
    ),
    (
        "A1 Squat 3x8\nA2 Push-up 1x8",
        "2:1",
        (
            "A1 hat 3 Sätze und A2 hat 1 Satz (ein Supersatz hat von allem gleich viele; ein anderer "
            "Buchstabe beginnt einen neuen)"
        ),
    ),
    (
        "Squat 3x12/10",
        "1:7",
        "3 Sätze, aber 2 Angaben, wie viel (eine je Satz: '2x12/10' oder '3x12/10/10')",
    ),
    (
        "Squat 25x5",
        "1:7",
        "25 Sätze? (ein Gewicht steht hinter '@': 'Squat 1x5 @ 25kg'; wenn ja, schreib '25 sets of 5')",
    ),
    (
        "Squat 3x8, rest 60",
        "1:17",
        "'60' ist keine Dauer (meintest du '60s' oder '60min'?)",
    ),
    # generated
    (
        "progress by 1km",
        "1:10",
        "wie weit oder wie lange? (etwa 'progress 20km from 5:40/km to 4:50/km by 5km ~8s')",
    ),
]


@every("text, place, said", GERMAN)
def test_what_is_wrong_in_german(text, place, said):
    with in_language("de"):
        told = read_steps(text).problems
    line, column = Places(text).of(told[0].offset)
    assert [(f"{line}:{column}", each.message) for each in told] == [(place, said)]


def test_what_is_suggested_is_the_same_in_german():
    with in_language("de"):
        german = [[each.corrections for each in read_steps(text).problems] for text in BROKEN_LINES]
    assert german == [[each.corrections for each in read_steps(text).problems] for text in BROKEN_LINES]


class Marking:
    """A catalogue in which everything is marked that is said by way of it."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)

    def pgettext(self, _context: str, message: str) -> str:
        return self.gettext(message)

    def npgettext(self, _context: str, one: str, many: str, n: int) -> str:
        return self.ngettext(one, many, n)


def unmarked(text: str) -> str:
    """Return what stands outside of all marks; a recipe's advice is cut off with its end."""
    while (left := re.sub(r"⟦[^⟦⟧]*(?:⟧|\Z)", "", text)) != text:
        text = left
    return text


def test_nothing_is_told_of_a_line_but_messages(monkeypatch):
    monkeypatch.setattr(spoken, "_spoken", Marking)
    told = [each.message for text in BROKEN_LINES for each in read_steps(text).problems]
    left = {each for each in told if re.search(r"[^\W\d_]", unmarked(each))}
    assert left == set()
