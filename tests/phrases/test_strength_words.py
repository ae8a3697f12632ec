"""Strength in words: sets, reps, loads and rests, grouped as the coach wrote them, and how long they take."""

import icalendar
import pytest

from workout_core import Athlete, Registry, Workout, export, outline, parse_steps, read_bytes, say_totals

LINES = {
    "Back squat 4x5 @ 60kg, RPE 8, rest 2:30, tempo 3-1-1": [
        "Back squat: 4 × 5, with 60 kg, tempo 3-1-1, at effort 8 of 10, rest 2 min 30 s"
    ],
    "Back squat 3x8-10 @ 135lb, rest 60s, skip last rest": [
        "Back squat: 3 × 8–10, with 135 lb, rest 1 min, but not after the last"
    ],
    'Plank 3x40s "Ribs down"': ["Plank: 3 × 40 s – Ribs down"],
    "Side plank 3x20s/side, rest lap": ["Side plank: 3 × 20 s each side, rest until you press lap"],
    "A-skip 2x20m, walk back": ["A-skip: 2 × 20 m, walk back"],
    "A-skip 2x20m, jog 40s": ["A-skip: 2 × 20 m, jog 40 s"],
    "warmup Back squat 5 reps @ +10kg": ["Back squat (warm up): 5 reps, with body weight + 10 kg"],
    "B: Step-up 2x8 @ green band": ["B Step-up: 2 × 8, with green band"],
    "Finisher: Burpee 8 reps @ BW": ["Finisher, Burpee: 8 reps, with body weight"],
    "A1 Glute bridge 3x12\nA2 Dead bug 3x8/side, rest 45s": [
        "Superset, 3 rounds, rest 45 s:",
        "  A1 Glute bridge: 12 reps",
        "  A2 Dead bug: 8 reps each side",
    ],
    "A1 Glute bridge 3x12\nA2 Dead bug 3x8\nA3 Plank 3x30s": [
        "Superset, 3 rounds:",
        "  A1 Glute bridge: 12 reps",
        "  A2 Dead bug: 8 reps",
        "  A3 Plank: 30 s",
    ],
    "circuit 3x, rest 90s, skip last rest (Push-up 10 reps, rest 10s, Squat 12 reps, Plank 30s)": [
        "Circuit, 3 rounds, rest 90 s, but not after the last:",
        "  Push-up: 10 reps",
        "  Rest 10 s",
        "  Squat: 12 reps",
        "  Plank: 30 s",
    ],
    "superset 1x (Push-up 10 reps, Squat 12 reps)": [
        "Superset, 1 round:",
        "  Push-up: 10 reps",
        "  Squat: 12 reps",
    ],
    "AMRAP 10:00 (Push-up 10 reps, Squat 12 reps)": [
        "As many rounds as possible in 10 min:",
        "  Push-up: 10 reps",
        "  Squat: 12 reps",
    ],
    "AMRAP 10:00: Push-up 10 reps": ["As many rounds as possible in 10 min:", "  Push-up: 10 reps"],
    "EMOM 10: Push-up 10 reps": ["Every 1 min, 10 times:", "  Push-up: 10 reps"],
    "for time 3x cap 12:00: Burpee 10 reps": ["3 rounds for time, cap 12 min:", "  Burpee: 10 reps"],
    "for time cap 12:00 (Burpee 10 reps, Squat 9 reps)": [
        "For time, cap 12 min:",
        "  Burpee: 10 reps",
        "  Squat: 9 reps",
    ],
}


@pytest.mark.parametrize(("text", "lines"), LINES.items(), ids=LINES)
def test_strength_is_said_as_coaches_say_it(text, lines):
    workout = Workout(name="Words", sport="strength", items=parse_steps(text))
    assert ["  " * depth + line for depth, line in outline(workout)] == lines


def test_a_share_of_a_one_rep_max_is_followed_by_the_kilograms():
    workout = Workout(name="Words", sport="strength", items=parse_steps("Back squat 4x5 @ 80%"))
    ada = Athlete(name="Ada", one_rep_max=[("back squat", 81)], plates=1.25)
    assert [line for _, line in outline(workout, ada)] == [
        "Back squat: 4 × 5, with 80 % of one rep max (65 kg)"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Back squat 4x5, rest 2min", "about 10 min"),
        ("Plank 3x40s, rest 20s, skip last rest", "about 3 min"),
        ("EMOM 10: Push-up 10 reps", "10 min"),
        ("AMRAP 12:00: Push-up 10 reps", "12 min"),
        ("for time cap 12:00: Burpee 10 reps", "about 40 s"),
        ("for time cap 1:00: Burpee 100 reps", "about 1 min"),
        ("Plank lap", "about 5 min"),
    ],
)
def test_how_long_strength_takes(text, said):
    workout = Workout(name="Words", sport="strength", items=parse_steps(text))
    assert say_totals(workout) == said


TEXT = """\
A1 Glute bridge 3x12 @ RPE 6, tempo 2-1-2
A2 Dead bug 3x8/side @ RPE 5, rest 45s
EMOM 5: Burpee 8-10 reps
for time 2x cap 6:00 (Box jump 10 reps, "My own" 3x8 @ green band, rest 10s)
"""


def test_a_calendar_says_all_of_it_and_loses_nothing():
    workout = Workout(name="Strength A", sport="strength", items=parse_steps(TEXT))
    (file,) = export(workout, "ics", registry=Registry.discover(), strict=True)
    (event,) = icalendar.Calendar.from_ical(file.data).events
    lines = str(event["DESCRIPTION"]).splitlines()
    assert lines[:4] == [
        "• Superset, 3 rounds, rest 45 s:",
        "    • A1 Glute bridge: 12 reps, tempo 2-1-2, at effort 6 of 10",
        "    • A2 Dead bug: 8 reps each side at effort 5 of 10",
        "• Every 1 min, 5 times:",
    ]
    assert lines[-1].startswith("Total: about ")
    assert event["CATEGORIES"].to_ical() == b"Strength"


def test_json_gives_an_equal_workout():
    workout = Workout(name="Strength A", sport="strength", items=parse_steps(TEXT))
    (file,) = export(workout, "json", registry=Registry.discover(), strict=True)
    assert read_bytes(file.data, is_json=True) == workout
