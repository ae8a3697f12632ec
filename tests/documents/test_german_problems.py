"""What a German reader is told of a broken document, and that nothing is told in English then."""

import re
from gettext import NullTranslations

import pytest

from broken_documents import broken_documents
from workout_core import DocumentError, in_language, read_text
from workout_core.languages import spoken

STEPS = "workout: Test\nsteps: |\n  10min @ easy\n"
WEEKS = "plan: Test\nstart: 2026-08-03\nweeks:\n"
TOLD = {
    "nothing": (
        "",
        "das Dokument ist leer (es beginnt mit 'workout:', 'athlete:', 'plan:' oder 'squad:')",
    ),
    "a list": ("- 10min", "ein Dokument beginnt mit 'workout:', 'athlete:', 'plan:' oder 'squad:'"),
    "a slip in the first key": (
        "wrokout: Test",
        "'wrokout' sagt nicht, was das Dokument ist (meintest du 'workout'?)",
    ),
    "a slip in a key": (
        f"{STEPS}sprot: running",
        "'sprot' ist hier kein Schlüssel, eine Einheit kennt ihn nicht (meintest du 'sport'?)",
    ),
    "a key that is missing": ("workout: Test", "eine Einheit braucht 'steps:'"),
    "a key without a value": ("workout: Test\nsteps:", "'steps:' ist leer (schreib den Wert dahinter)"),
    "a key twice": (f"{STEPS}workout: Again", "'workout' steht doppelt da (zuerst in Zeile 1)"),
    "a word that is none": (
        f"{STEPS}sport: runing",
        "'runing' passt hier nicht, gefragt ist eine Sportart (meintest du 'running'?)",
    ),
    "a word in another language": (
        "athlete: Ada\nunits: metrisch",
        "'metrisch' passt hier nicht, gefragt ist ein Maßsystem (meintest du 'metric'?)",
    ),
    "a mapping for a time": (
        "athlete: Ada\nrace: {distance: 10km, time: {a: 1}}",
        "muss eine Zahl oder ein Text wie '1:45:00' sein",
    ),
    "a list for a date": (
        "plan: Test\nstart: [1]\nweeks: [{mon: easy 30min}]",
        "muss eine Angabe „Datum“ (etwa '2026-08-03') sein",
    ),
    "a number out of bounds": (
        f"{STEPS}pool_length: 2500\nsport: swimming",
        "Bahnlänge: möglich ist 5 bis 200 m, nicht 2500",
    ),
    "a number with tenths": (
        "athlete: Ada\nplates: 0.05kg",
        "Hantelscheiben: möglich ist 0,1 bis 50 kg, nicht 0,05",
    ),
    "a pace without its distance": (
        "athlete: Ada\nthreshold_pace: 4:45",
        "'4:45' ist kein Tempo (etwa '4:10/km', '7:00/mi' oder '12km/h')",
    ),
    "a recipe without its distance": (
        "workout: Test\nrecipe: negative-split",
        "ein Rezept negative-split braucht 'distance:'",
    ),
    "a recipe that is none": (
        "workout: Test\nrecipe: negative-splat",
        "'negative-splat' ist kein Rezept (meintest du 'negative-split'?)",
    ),
    "a tab": (
        "workout: Test\n\tsteps: 10min",
        "kein YAML: mit Tabulatoren lässt sich nicht einrücken (nimm Leerzeichen)",
    ),
    "an escape": (
        'workout: "a\\q"',
        "kein YAML: '\\' leitet hier nichts Bekanntes ein (schreib '\\\\', oder nimm einfache ",
    ),
    "a quote": ('workout: "Test', "kein YAML: ein Anführungszeichen wird nie geschlossen"),
    "a comment in JSON": (
        '{"workout": "Test" # why\n}',
        "kein JSON: Kommentare sind darin nicht erlaubt (lass sie weg, oder schreib YAML)",
    ),
    "a plan without a beginning": (
        "plan: Test\nweeks:\n- mon: easy 30min",
        "wann? (gib 'start: 2026-08-03' an, oder 'race:' mit seinem Datum)",
    ),
    "a plan without weeks": (
        "plan: Test\nstart: 2026-08-03",
        "ein Plan braucht 'weeks:' (etwa '- mon: easy 30min'), oder mit 'over:' Pläne, über denen er liegt",
    ),
    "a day twice": (
        f"{WEEKS}- {{mon: easy 30min, Monday: easy 20min}}",
        "'Monday' steht doppelt da (als 'mon' in Zeile 4)",
    ),
    "a weekday that is none": (
        f"{WEEKS}- {{mno: easy 30min}}",
        "'mno' ist kein Schlüssel einer Woche (meintest du 'mon'?)",
    ),
    "a workout that nobody has named": (
        f"{WEEKS}- {{mon: strength}}",
        "'strength' ist keine Einheit dieses Plans (benenne sie unter 'workouts:', ",
    ),
    "a slot twice": (
        f"{WEEKS}- mon: [{{steps: easy 30min, slot: a}}, {{steps: easy 20min, slot: a}}]",
        "zwei Einheiten der Woche haben den Platz 'a'",
    ),
    "a change of what is not there": (
        f"{WEEKS}- mon: easy 30min\nchanges: [{{skip: 1/tue/easy}}]",
        "'1/tue/easy' ist keine Einheit dieses Plans",
    ),
    "too much volume": (
        f"{WEEKS}- {{mon: easy 30min, volume: +900%}}",
        "der Umfang kann sich um -90% bis +200% ändern, nicht um '+900%'",
    ),
    "a file of nowhere": (
        f"{WEEKS}- mon: long.yaml",
        "'long.yaml' müsste neben einem Dokument liegen, und dieses ist keine Datei",
    ),
    "a squad without plans": (
        "squad: Test\nathletes: [{athlete: {athlete: Ada}}]",
        "'Ada' hat keinen Plan (gib der Gruppe einen mit 'plan:')",
    ),
}


def _told(text: str) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        read_text(text, "broken", is_json=text.startswith("{"))
    return [each.message for each in caught.value.problems]


@pytest.mark.parametrize(("text", "told"), TOLD.values(), ids=TOLD)
def test_a_german_reader_is_told_what_is_wrong(text, told):
    with in_language("de"):
        assert any(each.startswith(told) for each in _told(text)), _told(text)


def _hidden(message: str) -> str:
    """Return *message* without its letters, but with its values."""
    parts = re.split(r"({{|}}|{[^{}]*})", message)
    return "".join(
        each if each[:1] == "{" and each != "{{" else re.sub("[A-Za-z]", "·", each) for each in parts
    )


class _HidesMessages(NullTranslations):
    """A language in which messages have no letters, so that what is none of them is seen."""

    def gettext(self, message):
        return _hidden(message)

    def ngettext(self, one, many, n):
        return _hidden(one if n == 1 else many)

    def pgettext(self, context, message):  # noqa: ARG002 - as that of the base
        return _hidden(message)

    def npgettext(self, context, one, many, n):  # noqa: ARG002 - the same
        return _hidden(one if n == 1 else many)


_QUOTED = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")
_OF_DOCUMENTS = re.compile(
    r"[(]··· ·· [a-z_, …]+[)]|\b(?:bpm|ftp|heart_rate|power|cadence|max_heart_rate)\b"
    r"|U[+][0-9A-F]{4}|0x[0-9a-f]+"
)
"""What is the same in every language: lists of keys and words, names of numbers, units."""


@pytest.mark.slow
def test_nothing_is_told_in_english_in_another_language(monkeypatch):
    monkeypatch.setattr(spoken, "_spoken", _HidesMessages)
    english = {}
    for name, text in broken_documents():
        try:
            read_text(text, name, is_json=name.endswith("json"))
        except DocumentError as error:
            told = [each.message for each in error.problems]
            left = [_OF_DOCUMENTS.sub("", _QUOTED.sub("", each)) for each in told]
            english |= {
                before: text
                for before, each in zip(told, left, strict=True)
                if re.search("[A-Za-z]{2}", each)
            }
    assert english == {}
