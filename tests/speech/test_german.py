"""German into an athlete's ear: numbers, what is written read aloud, and workouts as a coach leads them."""

import re
import shutil
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from every import every
from workout_core import (
    Athlete,
    Reading,
    Registry,
    Step,
    Talk,
    Workout,
    export,
    in_language,
    parse_steps,
    read_document,
    script_of,
    write_captions,
    write_chapters,
    write_track,
)
from workout_core.model.duration import Distance
from workout_core.phrases.splits import say_part, say_split
from workout_core.speech.aloud import aloud
from workout_core.units import write_clock
from workout_core.units.number_words import clock_words, decimal_words, ordinal_words, whole_words

ADA = Athlete(name="Ada", threshold_speed=1000 / 285, threshold_heart_rate=168, max_heart_rate=186, ftp=240)


@pytest.fixture(autouse=True)
def _german():
    with in_language("de"):
        yield


def _oracle(number, **how):
    """Return what num2words says, without an "ein" before the first hundred, and its "einstausend"."""
    said = num2words(number, lang="de", **how).replace("einstausend", "eintausend")
    return said.removeprefix("ein") if said.startswith(("einhundert", "eintausend")) else said


@given(st.integers(0, 10**12 - 1) | st.integers(0, 2000))
def test_whole_numbers_are_said_as_elsewhere(number):
    with in_language("de"):
        assert whole_words(number) == _oracle(number)


@given(st.integers(0, 10**4))
def test_which_one_is_said_as_elsewhere(number):
    with in_language("de"):
        assert ordinal_words(number) == _oracle(number, to="ordinal")


CLOCKS = {
    "4:10": "vier Minuten zehn",
    "4:00": "vier Minuten",
    "1:00": "eine Minute",
    "1:05": "eine Minute fünf",
    "0:50": "fünfzig Sekunden",
    "0:01": "eine Sekunde",
    "4:07.5": "vier Minuten sieben Komma fünf",
    "1:45:00": "eine Stunde fünfundvierzig Minuten",
    "2:01:01": "zwei Stunden eine Minute eine Sekunde",
}


@every("clock, said", CLOCKS.items())
def test_a_clock_is_said_as_runners_say_paces(clock, said):
    assert clock_words(clock) == said


def test_tenths_stand_behind_a_comma_however_they_are_written():
    assert decimal_words("5.2") == decimal_words("5,2") == "fünf Komma zwei"


ALOUD = {
    "800 m, 3:50–4:00/km": "achthundert Meter, drei Minuten fünfzig bis vier Minuten pro Kilometer",
    "4:10 pro km": "vier Minuten zehn pro Kilometer",
    "1:45/100 m": "eine Minute fünfundvierzig pro hundert Meter",
    "Marathontempo − 5 s/km": "Marathontempo minus fünf Sekunden pro Kilometer",
    "6 × 800 m": "sechsmal achthundert Meter",
    "4-6x": "vier bis sechsmal",
    "5 × 400er": "fünfmal Vierhunderter",
    "1500 m": "fünfzehnhundert Meter",
    "1.500 m": "fünfzehnhundert Meter",
    "1 km": "ein Kilometer",
    "5,2 km": "fünf Komma zwei Kilometer",
    "5.2 km": "fünf Komma zwei Kilometer",
    "0,8 km": "achthundert Meter",
    "21,0975 km": "einundzwanzig Komma eins Kilometer",
    "10-km-Lauf": "zehn-Kilometer-Lauf",
    "im 10km-Tempo": "im zehn-Kilometer-Tempo",
    "1/2 h": "eine halbe Stunde",
    "2 ½ Stunden": "zweieinhalb Stunden",
    "2 min 30 s": "zwei Minuten dreißig",
    "1 h 10 min": "eine Stunde zehn Minuten",
    "30–40 min": "dreißig bis vierzig Minuten",
    "1 min": "eine Minute",
    "1 Wdh.": "eine Wiederholung",
    "8 Wdh. mit 62,5 kg": "acht Wiederholungen mit zweiundsechzig Komma fünf Kilo",
    "15 Min. locker": "fünfzehn Minuten locker",
    "143–151 bpm": "Puls hundertdreiundvierzig bis hunderteinundfünfzig",
    "bis die Herzfrequenz unter 120 bpm ist": "bis die Herzfrequenz unter hundertzwanzig ist",
    "Z1": "Zone eins",
    "90 U/min": "neunzig Umdrehungen pro Minute",
    "32,5 km/h": "zweiunddreißig Komma fünf Kilometer pro Stunde",
    "85–90 % der LTHR": "fünfundachtzig bis neunzig Prozent der Schwellenherzfrequenz",
    "im 2. Satz, der 3. Lauf": "im zweiten Satz, der dritte Lauf",
    "Lauf 2. Dann Pause.": "Lauf zwei. Dann Pause.",
    "Start um 7:30 Uhr": "Start um sieben Uhr dreißig",
    "z. B. locker": "zum Beispiel locker",
    "ca. 5 km": "circa fünf Kilometer",
    "Groß (und schnell) & locker": "Groß, und schnell, und locker",
    "„Brust raus“ 💪": "Brust raus",
    "Zieh die Knie hoch, ruhig atmen!": "Zieh die Knie hoch, ruhig atmen!",
}


@every("written, said", ALOUD.items())
def test_it_is_read_aloud_as_a_german_would(written, said):
    assert aloud(written) == said
    assert aloud(said) == said


@given(st.text() | st.from_regex(r"[0-9:/.,x×%–\- kmin]{0,30}", fullmatch=True))
def test_nothing_is_left_that_a_voice_needs_rules_for(text):
    with in_language("de"):
        said = aloud(text)

    assert not any(letter.isnumeric() and not letter.isalpha() for letter in said)
    assert said == " ".join(said.split())


@pytest.mark.slow
@pytest.mark.parametrize("part", ["1", "1:", "1-", "1.", "1 ", "1 bis ", "1 x ", "1er", "Puls ", "der 1. "])
def test_a_long_text_takes_no_longer_by_its_square(part):
    began = time.process_time()
    aloud(part * (100_000 // len(part)))

    assert time.process_time() - began < 5


def _lines(name, steps, sport="running", talk=None):
    workout = Workout(name=name, items=parse_steps(steps) if isinstance(steps, str) else steps, sport=sport)
    made = script_of(Reading(workout, ADA), talk)
    return [f"{write_clock(line.at)} {line.text}" for line in made.lines]


def test_intervals_are_led_through_in_german():
    steps = 'warmup 10min; 3x(3min @ 3:50-4:00/km "Locker in den Schultern", 2min jog); cooldown 5min'

    assert _lines("3 × 3 min", steps) == [
        "0:00 Dreimal drei Minuten. Dreißig Minuten.",
        "0:04 Zuerst: zehn Minuten einlaufen.",
        "5:00 Halbzeit. Noch fünf Minuten.",
        "9:00 Noch eine Minute.",
        (
            "9:45 Gleich: drei Minuten, Tempo drei Minuten fünfzig bis vier Minuten pro Kilometer. "
            "Locker in den Schultern."
        ),
        "10:00 Los. Eins von drei. Drei Minuten.",
        "10:04 Locker in den Schultern.",
        "12:50 Noch zehn Sekunden.",
        "13:00 Zwei Minuten traben.",
        "14:45 Gleich: zwei von drei.",
        "15:00 Los. Zwei von drei. Drei Minuten, Tempo drei Minuten fünfzig bis vier Minuten.",
        "15:07 Locker in den Schultern.",
        "17:50 Noch zehn Sekunden.",
        "18:00 Zwei Minuten traben. Danach noch eine Wiederholung.",
        "19:45 Gleich: letzte Wiederholung.",
        "20:00 Los. Letzte Wiederholung. Drei Minuten, Tempo drei Minuten fünfzig bis vier Minuten.",
        "20:08 Locker in den Schultern.",
        "22:50 Noch zehn Sekunden.",
        "23:00 Zwei Minuten traben. Alle drei geschafft.",
        "24:45 Gleich: fünf Minuten auslaufen.",
        "25:00 Fünf Minuten auslaufen.",
        "27:30 Halbzeit. Noch zweieinhalb Minuten.",
        "29:50 Noch zehn Sekunden.",
        "30:00 Geschafft. Gut gemacht.",
    ]


def test_sets_are_led_through_in_german():
    steps = "Kniebeuge 2x8 @ 60kg, rest 2min\nAusfallschritt 1x10/side @ 2x12kg, rest 90s\nStütz 1x40s"

    said = [line.partition(" ")[2] for line in _lines("Kraft", steps, sport="strength")]

    assert said == [
        "Kraft. Etwa acht Minuten. Die Zeiten sind geschätzt: Halte mich an, wenn du länger brauchst.",
        "Zuerst: Satz eins von zwei. Kniebeuge, acht Wiederholungen mit sechzig Kilo.",
        "Zwei Minuten Pause. Danach noch ein Satz.",
        "Gleich: letzter Satz.",
        "Letzter Satz. Kniebeuge, acht Wiederholungen mit sechzig Kilo.",
        "Zwei Minuten Pause.",
        "Gleich: Ausfallschritt, zehn Wiederholungen je Seite mit zwölf Kilo in jeder Hand.",
        "Ausfallschritt, zehn Wiederholungen je Seite mit zwölf Kilo in jeder Hand.",
        "Neunzig Sekunden Pause.",
        "Gleich: Stütz, vierzig Sekunden.",
        "Los. Stütz, vierzig Sekunden.",
        "Noch zehn Sekunden.",
        "Das war alles von mir. Gut gemacht.",
    ]


def _part(metres, mark, seconds, clock):
    return Step(duration=Distance(metres), name=say_part(mark), cue=say_split(seconds, clock))


def test_a_race_is_led_through_by_its_splits_in_german():
    steps = (
        _part(1000, "1 km", 310, 310),
        _part(4000, "5 km", 1196, 1506),
        _part(1000, "6 km", 297, 1803),
        _part(100, "6,1 km", 30, 1833),
    )

    said = [line.partition(" ")[2] for line in _lines("Stadtlauf", steps)]

    assert said[1:] == [
        "Los. Bis ein Kilometer: fünf Minuten zehn.",
        "Ein Kilometer. Fünf Minuten zehn. Als Nächstes: neunzehn Minuten sechsundfünfzig.",
        "Halbzeit. Noch drei Kilometer.",
        "Fünf Kilometer. Fünfundzwanzig Minuten sechs. Als Nächstes: vier Minuten siebenundfünfzig.",
        "Sechs Kilometer. Dreißig Minuten drei. Die letzten hundert Meter, bis ins Ziel.",
        "Das war alles von mir. Gut gemacht.",
    ]


SAID = {
    "fahren": ("warmup 15min @ 150W", "cycling", "Fünfzehn Minuten einfahren, hundertfünfzig Watt."),
    "schwimmen": ("warmup 300m freestyle", "pool_swimming", "Dreihundert Meter Kraul einschwimmen."),
    "Zeit": ("400m in 72s", "running", "Los. Vierhundert Meter, Zielzeit zweiundsiebzig Sekunden."),
    "Taste": (
        "walk lap",
        "running",
        "Gehen, bis du bereit bist. Ich warte fünf Minuten; halte mich an, wenn du länger brauchst.",
    ),
    "Hantel": (
        "Rudern 10-12 reps @ 20kg kettlebell",
        "strength",
        "Rudern, zehn bis zwölf Wiederholungen mit einer Kettlebell, zwanzig Kilo.",
    ),
    "so viele": ("Liegestütz 1xmax", "strength", "Liegestütz, so viele Wiederholungen wie möglich."),
    "EMOM": (
        "emom 8min: 5 Burpee",
        "strength",
        "Los. Burpee, fünf Wiederholungen, jede Minute, acht Mal.",
    ),
}


@every("steps, sport, said", SAID.values())
def test_a_step_is_said_as_a_coach_says_it(steps, sport, said):
    assert any(line.endswith(f" {said}") for line in _lines("Training", steps, sport, Talk.MANY))


ENGLISH = re.compile(
    r"\b(?:of|for|minutes|next|go|done|last|half|seconds|metres|way|times|each)\b", re.IGNORECASE
)


def test_nothing_of_a_line_is_english():
    """But for names and cues, which are the athlete's own."""
    steps = "warmup 10min; 2x(1km @ 4:00/km, 400m jog, rest lap); 30min @ 5:00/km; cooldown 5min"
    heard = [ENGLISH.findall(line) for talk in Talk for line in _lines("Lauf", steps, talk=talk)]

    assert not any(heard)


def test_texts_beside_a_track_are_german_when_they_are_written_elsewhere():
    run = read_document("examples/six-by-800.yaml")
    script = script_of(Reading(run, ADA))
    note = "Die Zeiten sind geschätzt: Nicht jeder Schritt endet nach Zeit."

    with in_language("en"):
        assert note in write_captions(script)
        assert note in write_chapters(script)


@pytest.mark.parametrize(("options", "tag"), [({}, "de"), ({"language": "de-AT"}, "de-AT")])
def test_ssml_says_in_which_language_it_is(options, tag):
    workout = Workout(name="Lauf", items=parse_steps("run 1min"))
    (made,) = export(workout, "ssml", registry=Registry.discover(), options=options)

    assert f'xml:lang="{tag}"' in made.data.decode()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
@pytest.mark.parametrize("suffix", [".mp3", ".flac", ".ogg", ".m4a"])
def test_a_track_is_german_and_says_so(suffix, tmp_path):
    import mutagen

    workout = Workout(name="Lauf", items=parse_steps("run 30s; walk 30s"))
    registry = Registry.discover()
    track = write_track(workout, tmp_path / f"lauf{suffix}", registry=registry, keeps_speech=False)

    assert (track.voice, track.losses) == ("espeak-ng", ())
    assert track.script.lines[0].text == "Lauf. Eine Minute."
    if suffix != ".m4a":
        tags = mutagen.File(track.path).tags
        assert [str(each) for each in (tags.get("TLAN") or tags["LANGUAGE"])] == ["deu"]
    with in_language("en"):
        other = write_track(workout, tmp_path / f"run{suffix}", registry=registry, voice="espeak-ng")
    assert other.path.read_bytes() != track.path.read_bytes()
