"""What is wrong with lines of strength, told where it is and with what would be right."""

import pytest

from workout_core import Athlete, DocumentError, Registry, Workout, export, parse_steps

WRONG = [
    ("Back squat 3x", "1:12", "'3x' of what? (like '3x8', '3x30s' or '3x20m')"),
    ("Back squat 3x8@", "1:16", "what follows '@'? (a load or an effort, like '60kg', '80% 1RM' or 'RPE 7')"),
    ("3x8", "1:1", "'3x8' of which exercise? (like 'Back squat 3x8'; a time has a unit, like '3x8min')"),
    ("3x8/side", "1:1", "'3x8' of which exercise? (like 'Back squat 3x8')"),
    (
        "3x8 @ 60kg",
        "1:1",
        "'3x8' of which exercise? (like 'Back squat 3x8'; a time has a unit, like '3x8min')",
    ),
    (
        "Bak squat 3x8",
        "1:1",
        "'Bak squat' is not an exercise (did you mean 'Back squat'? one of your own is quoted)",
    ),
    ("Plnk 40s", "1:1", "'Plnk' is not an exercise (did you mean 'Plank'? one of your own is quoted)"),
    ("Back squat 12", "1:12", "12 of what? (like '12 reps', '12s' or '12m')"),
    ("Back squat 3x8 @ RPE 14", "1:18", "effort must be 1 to 10: 14"),
    ("Back squat 3x8 @ RPE 0", "1:18", "effort must be 1 to 10: 0"),
    ("Back squat 3x8 @ RIR 12", "1:18", "reps in reserve are 0 to 9: 12"),
    ("Back squat 3x8 @ 60", "1:18", "'60' is not a load (which unit? '60kg' or '60% 1RM')"),
    ("Back squat 3x8 @ 700kg", "1:18", "load must be 0.1 to 600 kg: 700"),
    ("Back squat 3x8 @ 0kg", "1:18", "load must be 0.1 to 600 kg: 0"),
    ("Back squat 3x8 @ 200% 1RM", "1:18", "load must be 0.05 to 1.5 of 1RM: 2"),
    (
        "Back squat 3x8 @ 60kg, 80kg",
        "1:12",
        "3 sets and 2 loads (one for each set, like '3x5 @ 100/105/110kg')",
    ),
    ("Back squat 3x8 @ RPE 7, RIR 2", "1:25", "both targets are of effort"),
    ("Back squat 3x8, tempo 3-1", "1:23", "'3-1' is not a tempo (like '3-1-1': lower, pause, lift)"),
    ("Back squat 3x8, tempo slow", "1:23", "'slow' is not a tempo (like '3-1-1': lower, pause, lift)"),
    ("Back squat 3x8, tempo", "1:17", "which tempo? (like 'tempo 3-1-1': lower, pause, lift)"),
    ("Back squat 3x8, tempo 3-1-1, tempo 2-0-2", "1:30", "a second tempo in one exercise"),
    ("Back squat 3x8, rest", "1:17", "how long? (like 'rest 90s', or 'rest lap' for the lap button)"),
    ("Back squat 3x8, rest 0", "1:17", "'rest 0' is none at all (leave it out)"),
    ("Back squat 3x8, rest 0s", "1:17", "'rest 0s' is none at all (leave it out)"),
    ("Back squat 3x8, rest 90", "1:22", "'90' is not a duration (did you mean '90s' or '90min'?)"),
    ("Back squat 3x8, rest long", "1:22", "'long' is not a duration (like '90s', '2:30' or 'lap')"),
    ("Back squat 3x8, rest 60s, rest 90s", "1:27", "a second rest in one exercise (begin a new line)"),
    (
        "Back squat 3x8, rest back",
        "1:17",
        (
            "'rest back' goes back over the distance of a set, and says no more (like 'A-skip 2x20m, "
            "walk back')"
        ),
    ),
    (
        "Back squat 3x8, walk back",
        "1:17",
        (
            "'walk back' goes back over the distance of a set, and says no more (like 'A-skip 2x20m, "
            "walk back')"
        ),
    ),
    (
        "Back squat 3x8, skip last rest",
        "1:1",
        "there is no last rest to skip (like 'Plank 3x40s, rest 45s, skip last rest')",
    ),
    (
        "Back squat 8 reps, rest 60s, skip last rest",
        "1:30",
        "'skip' is not part of a step (a role like 'jog', a duration like '800m', or '@' and a target)",
    ),
    ("Back squat 0x8", "1:12", "sets are 1 to 1000: 0"),
    ("Back squat 3x0", "1:14", "reps must be 1 to 10000: 0"),
    ("Back squat 1001x8", "1:12", "sets are 1 to 1000: 1001"),
    ("Back squat 3x10-8", "1:14", "a range of reps goes upwards: 10 to 8"),
    ("Back squat 3x8-8", "1:14", "a range of reps goes upwards: 8 to 8"),
    ("Plank 3x1m", "1:9", "'1m' is 1 metre: did you mean '1min'? (if not, write '1 metre')"),
    ("Plank 3x0s", "1:9", "time must be 0.001 to 2592000 s: 0"),
    ('Back squat 3x8 "one" "two"', "1:22", "a cue ends its line (put it behind '\"two\"')"),
    ('Back squat 3x8 "one", rest 60s', "1:23", "a cue ends its line (put it behind 'rest 60s')"),
    (
        "superset 3x (Plank 30s)",
        "1:1",
        "a superset has two exercises or more (sets of one are like 'Plank 3x40s, rest 45s')",
    ),
    (
        "superset 3x",
        "1:1",
        "a repeat needs steps: indented below it, or in brackets (like '6x(400m, 200m jog)')",
    ),
    (
        "superset (Plank 30s, Dead bug 10 reps)",
        "1:1",
        "how many rounds? (like 'superset 3x, rest 60s', and the exercises below)",
    ),
    (
        "circuit 3x (Push-up 10 reps)",
        "1:1",
        "a circuit has two exercises or more (sets of one are like 'Plank 3x40s, rest 45s')",
    ),
    (
        "superset 3x (Push-up 3x10, Dead bug 3x10)",
        "1:1",
        (
            "'Push-up' has 3 sets in each of 3 rounds, 9 in all (write how much it is in one round, "
            "like '12 reps')"
        ),
    ),
    (
        "A1 Push-up 3x10; A2 Dead bug 4x10",
        "1:18",
        (
            "A1 has 3 sets and A2 has 4 sets (a superset has as many of each; another letter begins "
            "another one)"
        ),
    ),
    (
        "A1 Push-up 3x10, rest 60s, skip last rest; A2 Dead bug 3x10",
        "1:1",
        "'skip last rest' belongs behind A2, the last of its letter",
    ),
    ("AMRAP", "1:1", "for how long? (like 'AMRAP 10:00')"),
    ("AMRAP fast (Push-up 10 reps)", "1:1", "for how long? (like 'AMRAP 10:00')"),
    ("EMOM (Push-up 10 reps)", "1:1", "for how long? (like 'EMOM 10')"),
    (
        "EMOM 90s (Push-up 10 reps)",
        "1:6",
        "EMOM lasts a number of whole intervals (like 'EMOM 10', 'E2MOM 10' or 'every 90s 8x')",
    ),
    ("every 90s (Push-up 10 reps)", "1:1", "how often, and how many times? (like 'every 90s 8x')"),
    ("3x, cap 10:00 (Push-up 10 reps)", "1:1", "a cap belongs to 'for time' (like 'for time 3x cap 12:00')"),
    (
        "EMOM 10, skip last rest (Push-up 10 reps, rest 10s)",
        "1:1",
        "what is left of each interval is rest, so that there is no last one to skip",
    ),
    (
        "superset 3x, rest 60s, rest 90s (Push-up 10 reps, Dead bug 10 reps)",
        "1:24",
        "a second rest: 'rest 90s'",
    ),
    (
        "superset 3x, rest 0 (Push-up 10 reps, Dead bug 10 reps)",
        "1:14",
        "'rest 0' is none at all (leave it out)",
    ),
    (
        "Push-up 10 reps (Plank 30s)",
        "1:1",
        "only a repeat can hold other steps (like '6x'; a remark stands in quotes)",
    ),
    (
        "strides 4x20s @ 60kg",
        "1:1",
        "a load, a tempo and sides need an exercise (like 'Back squat 3x8 @ 60kg')",
    ),
    (
        "strides 4x20s/side",
        "1:1",
        "a load, a tempo and sides need an exercise (like 'Back squat 3x8 @ 60kg')",
    ),
    ("jog 3x3", "1:5", "'3x3' needs a unit (like '3x3min')"),
    ("400m @ 60kg", "1:8", "'60kg' is not a target (a load needs an exercise before it)"),
    (
        "400m, tempo 3-1-1",
        "1:7",
        (
            "'tempo 3-1-1' is no step (a target stands behind '@'; a load and a tempo need an exercise, "
            "like 'Back squat 3x8 @ 60kg')"
        ),
    ),
    (
        "Bloops 30s",
        "1:1",
        (
            "'Bloops' is neither a role nor a known exercise (one of your own has sets, like '3x30s',"
            " or stands in quotes)"
        ),
    ),
    ("3x8 My own thing", "1:1", "the exercise stands before its sets (like 'My own thing 3x8')"),
    (
        "Squat 60kg then 3x10",
        "1:7",
        (
            "'60kg' in the name of an exercise (sets come first behind it, then the load: 'Squat 3x10"
            " @ 60kg'; such a name is quoted)"
        ),
    ),
    (
        "Squat x 10 x 3",
        "1:7",
        (
            "'x' in the name of an exercise (sets come first behind it, then the load: 'Squat 3x10 @ "
            "60kg'; such a name is quoted)"
        ),
    ),
    (
        "Squat [A] 3x10",
        "1:7",
        (
            "'[' in the name of an exercise (sets come first behind it, then the load: 'Squat 3x10 @ "
            "60kg'; such a name is quoted)"
        ),
    ),
    (
        "Squat 100x5",
        "1:7",
        "100 sets? (a load stands behind '@': 'Squat 1x5 @ 100kg'; if so, write '100 sets of 5')",
    ),
    (
        "Plank 3x60",
        "1:9",
        ("60 repetitions of 'Plank'? (a time or a distance has a unit: '3x60s'; if so, write '3x60 reps')"),
    ),
    ("Squat 3x10, 60s", "1:13", "is '60s' a rest? (if so, write 'rest 60s'; if not, begin a new line)"),
    (
        "Squat 3x10 @ 60kg, jog 1km",
        "1:20",
        (
            "is 'jog 1km' after every set? (if so, it stands in the brackets of a block, like "
            "'3x(Plank 40s, jog lap)'; if not, begin a new line)"
        ),
    ),
    (
        "Tabata squat 8x20s",
        "1:1",
        (
            "'Tabata squat' is not an exercise (a block is like 'EMOM 10: Swing 12 reps', 'AMRAP "
            "10:00' or '8x(Squat 20s, rest 10s)'; such a name is quoted)"
        ),
    ),
    (
        "EMOM 10 (odd: Squat 5 reps, even: Row 5 reps)",
        "1:10",
        (
            "'odd': all of a block is done in each interval (exercises in turns are like '5x(every "
            "60s 1x (Squat 5 reps), every 60s 1x (Push-up 5 reps))')"
        ),
    ),
    (
        "Cruise run 6x800m",
        "1:1",
        (
            "'Cruise run' is a kind of run (repeats are like '6x800m', a name like 'Hills: 8min'; an "
            "exercise of that name is quoted)"
        ),
    ),
    (
        "run 10min, BW",
        "1:12",
        (
            "'BW' is no step (a target stands behind '@'; a load and a tempo need an exercise, like "
            "'Back squat 3x8 @ 60kg')"
        ),
    ),
    ("every 60s 8x: Plank 40s/side", "1:1", "80 s do not fit into an interval of 60 s"),
    (
        "Circuit: Squat 12 reps",
        "1:1",
        "how many rounds? (like 'circuit 3x, rest 60s', and the exercises below)",
    ),
    ("every 45s 8x: Plank 60s", "1:1", "60 s do not fit into an interval of 45 s"),
    (
        "A2 Squat 3x10",
        "1:1",
        (
            "A2 follows no A1 (the lines of a superset stand together, in order; a label alone is "
            "quoted: '\"A2\":')"
        ),
    ),
    ("A12) Squat 3x10", "1:4", "')' closes nothing (write 'A12' without it)"),
    (
        "Squat 3x10 @ 5RM",
        "1:14",
        "'5RM' is not a load or an effort (like '60kg', '80% 1RM', 'BW' or 'RPE 7')",
    ),
    ("Back squat", "1:1", "how much? (like 'Back squat 3x8', 'Back squat 8 reps' or 'Back squat 40s')"),
    (
        "Back squat @ 60kg",
        "1:1",
        "how much? (like 'Back squat 3x8', 'Back squat 8 reps' or 'Back squat 40s')",
    ),
    (
        "E7MOM 10: Push-up 10 reps",
        "1:7",
        "E7MOM lasts a number of whole intervals (like 'EMOM 10', 'E2MOM 10' or 'every 90s 8x')",
    ),
    ("AMRAP 0:00 (Push-up 10 reps)", "1:7", "time must be 0.001 to 2592000 s: 0"),
    ("for time cap 0:00 (Push-up 10 reps)", "1:1", "cap must be 1 to 86400 s: 0"),
]


@pytest.mark.parametrize(("text", "place", "said"), WRONG, ids=[row[0] for row in WRONG])
def test_a_wrong_line_says_what_would_be_right(text, place, said):
    with pytest.raises(DocumentError) as refused:
        parse_steps(text)
    assert [(f"{each.line}:{each.column}", each.message) for each in refused.value.problems] == [
        (place, said)
    ]


def test_there_are_more_than_forty():
    assert len(WRONG) >= 40


def test_a_share_of_a_one_rep_max_that_nobody_knows_is_named():
    workout = Workout(name="Heavy", sport="strength", items=parse_steps("Back squat 3x8 @ 80%"))
    (file,) = export(workout, "fit", registry=Registry.discover(), athlete=Athlete(name="Ada"))
    assert [str(loss) for loss in file.losses] == [
        (
            "steps[0].steps[0].exercise.load: one rep max: '80 % of one rep max' is told in words: "
            "needs the athlete's one rep max of 'Back squat' (give 'one_rep_max: {back squat: 80kg}')"
        )
    ]


LINES = (
    "Bak squat 3x8",
    "Plank 3x40s, rest 0",
    "A1 Push-up 3x10",
    "A2 Dead bug 4x10",
    "superset 3x (Plank 30s)",
)


def test_every_problem_is_told_and_not_just_the_first():
    with pytest.raises(DocumentError) as refused:
        parse_steps("\n".join(LINES))
    assert [each.line for each in refused.value.problems] == [1, 2, 4, 5]
