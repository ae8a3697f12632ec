"""What a German coach would write: steps, totals, days and doubts."""

from datetime import date
from pathlib import Path

import pytest

from workout_core.analysis.reading import Reading
from workout_core.documents.reader import read_document
from workout_core.languages import in_language
from workout_core.model.athlete import Athlete, Race
from workout_core.model.duration import Distance, LapButton, Reps, Time
from workout_core.model.exercise import BodyWeight, Exercise, OneRepMax
from workout_core.model.sport import Equipment, Sport, Stroke
from workout_core.model.target import Named, Quantity, Range, Target, Zone
from workout_core.model.workout import Intensity, Repeat, Step, Workout
from workout_core.phrases import outline, say_duration, say_load, say_repeat, say_step, say_totals
from workout_core.phrases.athlete import portrait
from workout_core.phrases.dates import say_date, say_day
from workout_core.phrases.meanings import lacking_notes, meanings
from workout_core.phrases.questions import questions
from workout_core.plans.week_phrases import say_phase, say_week_name, say_weeks
from workout_core.units import say_distance, say_mass, say_number, say_race, say_time, say_times

EXAMPLES = Path(__file__).parents[2] / "examples"
EASY = Target(Quantity.SPEED, Named("easy"))


@pytest.fixture(autouse=True)
def german():
    with in_language("de"):
        yield


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (lambda: say_number(10.5), "10,5"),
        (lambda: say_distance(2500), "2,5 km"),
        (lambda: say_distance(800), "800 m"),
        (lambda: say_race(21_097.5), "Halbmarathon"),
        (lambda: say_mass(62.5), "62,5 kg"),
        (lambda: say_time(12.34), "12,3 s"),
        (lambda: say_time(4200), "1 h 10 min"),
        (lambda: say_times(1800, 2400), "30 bis 40 min"),
        (lambda: say_duration(Distance(8000, 10_000)), "8 bis 10 km"),
        (lambda: say_duration(Reps(12)), "12 Wdh."),
        (lambda: say_load(BodyWeight(2.5)), "Körpergewicht + 2,5 kg"),
        (lambda: say_load(OneRepMax(0.825)), "82,5 % des Maximalgewichts"),
        (lambda: say_day(date(2026, 8, 4)), "Di 4. Aug."),
        (lambda: say_date(date(2026, 3, 1)), "So 1. März 2026"),
        (lambda: say_weeks(1), "1 Woche"),
        (lambda: say_weeks(12), "12 Wochen"),
        (lambda: say_week_name(3, 12, "Grundlage"), "Woche 3 von 12: Grundlage"),
        (lambda: say_phase("Woche 3"), ""),
        (lambda: say_phase("Aufbau 2"), "Aufbau"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_numbers_and_days(said, wanted):
    assert said() == wanted


@pytest.mark.parametrize(
    ("step", "sport", "wanted"),
    [
        (Step(duration=Time(900), intensity=Intensity.WARMUP), Sport.RUNNING, "Einlaufen 15 min"),
        (Step(duration=Time(900), intensity=Intensity.WARMUP), Sport.CYCLING, "Aufwärmen 15 min"),
        (Step(duration=Time(600), intensity=Intensity.COOLDOWN), Sport.RUNNING, "Auslaufen 10 min"),
        (Step(duration=Distance(400), intensity=Intensity.RECOVERY), Sport.RUNNING, "Trabpause 400 m"),
        (Step(duration=Time(60), intensity=Intensity.REST), Sport.RUNNING, "Pause 1 min"),
        (Step(duration=Distance(5000), target=EASY), Sport.RUNNING, "5 km im lockeren Tempo"),
        (
            Step(duration=Distance(800), target=Target(Quantity.SPEED, Range(1000 / 240, 1000 / 230))),
            Sport.RUNNING,
            "800 m in 3:50\u20134:00/km",
        ),
        (
            Step(duration=Time(1200), target=Target(Quantity.HEART_RATE, Zone(2))),
            Sport.RUNNING,
            "20 min in Herzfrequenzzone 2",
        ),
        (
            Step(duration=Distance(200), stroke=Stroke.FREESTYLE, equipment=Equipment.PULL_BUOY),
            Sport.POOL_SWIMMING,
            "200 m Kraul mit Pull-Buoy",
        ),
        (
            Step(duration=Reps(8), exercise=Exercise(name="Eigenes", per_side=True)),
            Sport.STRENGTH,
            "Eigenes: 8 Wdh. je Seite",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_steps(step, sport, wanted):
    assert say_step(step, sport) == wanted


def test_repeats():
    step = Step(duration=LapButton())
    assert say_repeat(Repeat(items=[step], times=6)) == "6-mal"
    assert say_repeat(Repeat(items=[step], times=1)) == "Einmal"


def test_totals_that_are_estimated():
    workout = Workout(name="Lauf", items=[Step(duration=Distance(10_500), target=EASY)])
    assert say_totals(workout).endswith("10,5 km")
    assert say_totals(workout).startswith("etwa ")


def test_an_athlete_and_what_names_mean_to_them():
    ada = Athlete(race=Race(10_000, 2850), max_heart_rate=186)
    assert list(portrait(ada)) == [
        "Wettkampf: 10 km in 47:30",
        "Schwellentempo: 4:51/km, aus dem Wettkampf abgeleitet (VDOT 42,5)",
        "Maximale Herzfrequenz: 186 bpm",
    ]
    reading = Reading(Workout(name="Lauf", items=[Step(duration=Time(600), target=EASY)]), ada)
    assert [each.words for each in meanings([reading])] == [
        "locker: 5:36\u20136:20/km (aus dem Wettkampf: 10 km in 47:30)"
    ]


def test_what_was_said_is_not_kept_for_another_language():
    reading = Reading(
        Workout(name="Run", items=[Step(duration=Time(600), target=EASY)]), Athlete(max_heart_rate=186)
    )
    said = list(outline(reading)), list(lacking_notes([reading]))
    with in_language("en"):
        english = list(outline(reading)), list(lacking_notes([reading]))
        assert english[0] == [(0, "10 min at easy pace (121\u2013147 bpm)")]
        assert english[1][0].startswith("needs the athlete's threshold pace")
    assert (list(outline(reading)), list(lacking_notes([reading]))) == said
    assert said[0] == [(0, "10 min im lockeren Tempo (121\u2013147 bpm)")]


def test_questions():
    target = Target(Quantity.HEART_RATE, Range(245, 245))
    (asked,) = questions(Reading(Workout(name="Lauf", items=[Step(duration=Time(600), target=target)])))
    assert "kein Herz schlägt schneller als" in asked
    assert asked.endswith("; wenn es so gemeint ist, schreib „tags: [meant]“)")


def test_a_whole_workout():
    workout = read_document(EXAMPLES / "cruise-intervals.yaml")
    assert [words for _, words in outline(workout)] == [
        "Einlaufen 2 km im lockeren Tempo",
        "4-mal, ohne die letzte Pause:",
        "8 min im Schwellentempo \u2013 Same pace from the first to the last",
        "Trabpause 90 s",
        "Auslaufen 2 km im lockeren Tempo",
    ]
