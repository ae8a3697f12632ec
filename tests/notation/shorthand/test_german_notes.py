"""What is asked and told of coaches' lines and e-mails is said in German, and what they mean is the same."""

import csv
import re
from contextlib import contextmanager
from gettext import NullTranslations
from pathlib import Path

import pytest

from every import every
from workout_core import DocumentError
from workout_core.languages import Language, chosen_language, in_language, spoken
from workout_core.notation.message.reading import read_message
from workout_core.notation.parser import read_steps

HERE = Path(__file__).parent
EMAILS = sorted((HERE.parents[1] / "plugins" / "text" / "emails").glob("*.txt"))
NOTES = [
    # which of two
    (
        "6x800 @ 3:00, 400 jog",
        (
            "'3:00' kann das Tempo sein oder die Zeit für die Wiederholung "
            "(meintest du '6x(800m @ 3:00/km, jog 400m)' oder '6x(800m in 3:00, jog 400m)'?)"
        ),
    ),
    (
        "3x3k (4:10)",
        (
            "'4min10s' kann eine Pause sein oder das Tempo "
            "(meintest du '3x(3km, recover 4min10s)' oder '3x(3km @ 4:10/km)'?)"
        ),
    ),
    (
        "3x(400 (75s))",
        (
            "'75s' kann eine Pause sein oder die Zeit für die Wiederholung "
            "(meintest du '3x(400m, recover 75s)' oder '3x(400m in 75s)'?)"
        ),
    ),
    (
        "easy 8 - 10 km",
        (
            "'8 - 10 km' kann ein Bereich sein oder zwei Schritte "
            "(meintest du 'easy 8-10km' oder 'easy 8mi; 10km'?)"
        ),
    ),
    (
        "5km @ 4.30/km",
        (
            "'4.3' kann Minuten und Sekunden bedeuten oder eine Dezimalzahl sein "
            "(meintest du '5km @ 4:30/km' oder '5km @ 4:18/km'?)"
        ),
    ),
    ("long run 2:00 easy", "Stunden oder Minuten? (meintest du 'easy 2h' oder 'easy 2min'?)"),
    ("2M w/up", "'2M' können Meilen oder Minuten sein (meintest du 'warmup 2mi' oder 'warmup 2min'?)"),
    (
        "5k @ MP + 10",
        (
            "'10' kann der Abstand zum Tempo in Sekunden sein oder ein weiterer Schritt "
            "(meintest du '5km @ marathon + 10s' oder '5km @ marathon; 10mi'?)"
        ),
    ),
    # which of three
    (
        "45min Z2",
        "'Z2': Zone wovon? (meintest du '45min @ Z2 HR', '45min @ Z2 pace' oder '45min @ Z2 power'?)",
    ),
    (
        "10x(1 on/1 off)",
        (
            "'1' in welcher Einheit? (meintest du '10x(1mi, recover 1mi)', '10x(1km, recover 1km)' oder "
            "'10x(1min, recover 1min)'?)"
        ),
    ),
    (
        "4x8min @ 105%, 4 min easy",
        (
            "'105%' wovon? (meintest du '4x(8min @ 105% FTP, easy 4min)', '4x(8min @ 105% LTHR, easy 4min)' "
            "oder '4x(8min @ 105% threshold, easy 4min)'?)"
        ),
    ),
    # where, and how often
    (
        "45 mins incl 20 mins tempo",
        (
            "wo im Ganzen liegt dieser Teil? "
            "(meintest du 'easy 25min; 20min @ threshold' oder "
            "'easy 12min30s; 20min @ threshold; easy 12min30s'?)"
        ),
    ),
    (
        "60 min easy incl. 6 strides",
        (
            "gehören die Steigerungen dazu? (meintest du 'easy 52min; 6x(strides 20s, recover 1min)' oder "
            "'easy 1h; 6x(strides 20s, recover 1min)'?)"
        ),
    ),
    (
        "100 kick, 100 pull, 100 swim x 3",
        (
            "wird alles wiederholt? (meintest du '3x(100m with kickboard, 100m with pull buoy, 100m)' oder "
            "'100m with kickboard; 100m with pull buoy; 3x(100m)'?)"
        ),
    ),
    (
        "20 x 50 free @ 1:00",
        (
            "ist '1:00' die Abgangszeit oder die Zeit für jede Wiederholung? (meintest du "
            "'every 1:00 20x: 50 metres freestyle' oder '20x(50 metres freestyle @ 2:00/100m)'?)"
        ),
    ),
    # gyms
    (
        "Squat 60x8 80x5 100x3",
        (
            "Kilogramm oder Pfund (lb)? "
            "(meintest du 'Squat 3x8/5/3 @ 60kg/80kg/100kg' oder 'Squat 3x8/5/3 @ 60lb/80lb/100lb'?)"
        ),
    ),
    (
        "Skipping 10x30s/30s",
        (
            "ist '30s/30s' je Seite gemeint, oder sind es Belastung und Pause? "
            "(meintest du 'Skipping 10x30s/side' oder 'Skipping 10x30s, rest 30s'?)"
        ),
    ),
    (
        "Tabata: squats, push-ups",
        (
            "jede Übung achtmal oder alle im Wechsel? (meintest du "
            "'8x(squats 20s, rest 10s); 8x(push-ups 20s, rest 10s)' oder "
            "'4x(squats 20s, rest 10s, push-ups 20s, rest 10s)'?)"
        ),
    ),
    # words that nobody knows
    (
        "2 mile warm up, 4x1200 @ 5k pace w/ 3 min jgog, 1 mile cool down",
        "'jgog' ist hier unbekannt (meintest du 'warmup 2mi; 4x(1200m @ 5km pace, jog 3min); cooldown 1mi'?)",
    ),
    (
        "10-12 x 1 minute at 5k pace with 1 minute jog, foo bar baz",
        "'foo bar baz' ist nicht zu verstehen: 'foo', 'bar', 'baz' sind hier unbekannt",
    ),
    (
        "AM 40min easy, PM 6x400 @ 5k",
        (
            "mit 'PM' beginnt eine weitere Einheit "
            "(schreib jede in eine eigene Zeile, in einer E-Mail oder einem Plan)"
        ),
    ),
]


def _said(text):
    return [each.message for each in read_steps(text).problems]


@every("text, said", NOTES)
def test_a_line_is_asked_about_in_german(text, said):
    with in_language("de"):
        assert _said(text) == [said]


def test_what_was_asked_in_one_language_is_asked_anew_in_another():
    english = _said("2M easy")
    with in_language("de"):
        assert _said("2M easy")[0].startswith("'2M' können Meilen oder Minuten sein (meintest du ")
    assert _said("2M easy") == english


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Tuesday: easy 10k\nsee you\n",
            [(2, "übergangen: 'see you' (weder Schritte noch ihre Überschrift)")],
        ),
        (
            "Hi Anna,\nall good?\n\nTuesday: easy 10k\n",
            [(1, "bis Zeile 2 übergangen: 'Hi Anna,' (weder Schritte noch ihre Überschrift)")],
        ),
        (
            "5x1km @ 10km pace, jog 2min\n\n6x800m @ 5km pace, jog 2min\n",
            [
                (
                    3,
                    (
                        "als 2 Einheiten gelesen "
                        "(wenn sie zusammengehören, lass die Leerzeilen und Nummern dazwischen weg)"
                    ),
                )
            ],
        ),
    ],
    ids=["a line", "lines", "two workouts"],
)
def test_what_is_told_of_an_email_in_german(text, said):
    with in_language("de"):
        assert [(each.line, each.message) for each in read_message(text).warnings] == said


def test_a_text_without_a_workout_in_german():
    with in_language("de"), pytest.raises(DocumentError, match="in diesem Text steht keine Einheit"):
        read_message("Hi Anna,\nwe do not run today.\nSee you!\n")


def test_a_workout_has_the_same_name_in_every_language():
    """Its identity and the name of its file hang on it."""
    english = read_message("easy 30min")
    with in_language("de"):
        assert read_message("easy 30min") == english


class _Marked(NullTranslations):
    """Puts every message into brackets."""

    def gettext(self, message):
        return f"\u27e6{message}\u27e7"

    def ngettext(self, one, many, n):
        return self.gettext(one if n == 1 else many)

    def pgettext(self, _context, message):
        return self.gettext(message)

    def npgettext(self, _context, one, many, n):
        return self.ngettext(one, many, n)


@contextmanager
def _marked(monkeypatch):
    """Mark what is said, unless English is asked for."""
    with monkeypatch.context() as patch:
        patch.setattr(spoken, "_spoken", lambda: None if chosen_language() is Language.ENGLISH else _Marked())
        yield


def _unmarked(message):
    """Return what of *message* is no message, nor quoted."""
    before = ""
    while before != message:
        before, message = message, re.sub("\u27e6[^\u27e6\u27e7]*\u27e7", "", message)
    return re.sub(r"'[^']*'|\"[^\"]*\"", "", message)


def _lines(meaning):
    for file in (HERE.parent / "coach_lines.tsv", HERE / "lines.tsv"):
        with file.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))
        yield from (row["typed"] for row in rows if row["means"] in meaning)


def _outcome(text):
    read = read_steps(text)
    return read.items, [(each.offset, each.corrections) for each in read.problems]


@every("text", _lines("?"))
def test_every_question_is_a_message(monkeypatch, text):
    before = _outcome(text)
    with _marked(monkeypatch):
        assert [_unmarked(each).strip(" ;:()") for each in _said(text)] == [""]
        assert _outcome(text) == before


@every("text", _lines("!"))
def test_every_refusal_is_a_message(monkeypatch, text):
    before = _outcome(text)
    with _marked(monkeypatch):
        assert not any(re.search(r"[^\W\d_]", _unmarked(each)) for each in _said(text))
        assert _outcome(text) == before


def _of_email(text):
    try:
        message = read_message(text)
    except DocumentError as error:
        return (), [(each.line, each.column) for each in error.problems], error.problems
    told = (*message.problems, *message.warnings)
    return message.workouts, [(each.line, each.column) for each in told], told


@every("path", EMAILS, ids=lambda path: path.stem)
def test_every_note_on_an_email_is_a_message(monkeypatch, path):
    text = path.read_bytes().decode().replace("\r\n", "\n")
    before = _of_email(text)[:2]
    with _marked(monkeypatch):
        *after, told = _of_email(text)
    assert tuple(after) == before
    assert not any(re.search(r"[^\W\d_]", _unmarked(each.message)) for each in told)
