"""Each duration, target and repeat of the profile is read to what it means; what the model lacks is told."""

import pytest

from oracles.fit_bytes import Writer, whole
from workout_core import DocumentError, Registry, format_steps, import_data

REGISTRY = Registry.discover()
TO = Writer()
RUN, RIDE, SWIM = 1, 2, 5


def _imported(*steps, sport=RUN, sub=0):
    data = whole([TO.file_id(), TO.workout(len(steps), "Values", sport, TO.byte(11, sub)), *steps])
    return import_data(data, "fit", registry=REGISTRY)


def _steps(imported):
    return format_steps(imported.subject.items, imported.subject.sport).strip()


def _losses(imported):
    return [str(loss) for loss in imported.losses]


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (0, 90_000, "90s"),
        (0, 90_500, "90.5s"),
        (1, 80_000, "800m"),
        (1, 160_934, "1mi"),
        (1, 4_572, "50yd"),
        (1, 2_109_750, "21.0975km"),
        (2, 220, "until HR < 120"),
        (3, 250, "until HR > 150"),
        (4, 200, "200kcal"),
        (5, 0xFFFFFFFF, "lap"),
        (5, 1234, "lap"),
        (14, 1150, "until power < 150W"),
        (15, 1300, "until power > 300W"),
        (29, 12, "12 reps"),
        (31, 60_000, "1min"),
    ],
)
def test_a_duration_is_read_in_its_unit(kind, value, words):
    assert _steps(_imported(TO.step(0, kind, value))) == words


@pytest.mark.parametrize(
    ("kind", "value", "words", "loss"),
    [
        (2, 85, 'lap "until below 85 % of the maximum heart rate"', "duration"),
        (15, 120, 'lap "until above 120 % of FTP"', "duration"),
        (16, 50, 'lap "training peaks tss 50"', "duration"),
        (40, 7, 'lap "duration of the type 40 7"', "duration"),
        (0, 0xFFFFFFFF, "lap", "duration"),
        (1, 0, "lap", "duration"),
        (22, 1300, "until power > 300W", "power 3s greater than"),
        (25, 1150, "until power < 150W", "power lap less than"),
    ],
)
def test_a_duration_that_the_model_lacks_is_told(kind, value, words, loss):
    imported = _imported(TO.step(0, kind, value))

    assert _steps(imported).replace("21.0975km", "half marathon") == words
    assert [each.kind for each in imported.losses] == [loss]


@pytest.mark.parametrize(("kind", "value"), [(0, 0xFFFFFFFE), (29, 100_000), (4, 70_000), (3, 400)])
def test_an_amount_that_nobody_means_is_refused_at_its_step(kind, value):
    with pytest.raises(DocumentError, match=r"^steps\[1\]: .* must be "):
        _imported(TO.step(0, 5), TO.step(1, kind, value))


@pytest.mark.parametrize(
    ("sport", "kind", "zone", "low", "high", "words"),
    [
        (RUN, 0, 0, 3704, 4000, "4:10-4:30/km"),
        (RUN, 0, 0, 3832, 3832, "7:00/mi"),
        (RIDE, 0, 0, 8333, 8889, "30-32km/h"),
        (SWIM, 0, 0, 1000, 1000, "1:40/100m"),
        (RUN, 0, 4, 0, 0, "Z4 pace"),
        (RUN, 1, 2, 0, 0, "Z2 HR"),
        (RUN, 1, 0, 250, 260, "150-160bpm"),
        (RUN, 1, 0, 85, 90, "85-90% HRmax"),
        (RUN, 1, 0, 100, 100, "100% HRmax"),
        (RUN, 3, 0, 90, 90, "180spm"),
        (RUN, 3, 0, 170, 180, "170-180spm"),
        (RIDE, 3, 0, 85, 95, "85-95rpm"),
        (RIDE, 4, 0, 1250, 1270, "250-270W"),
        (RIDE, 4, 0, 88, 94, "88-94% FTP"),
        (RIDE, 4, 3, 0xFFFFFFFF, 0xFFFFFFFF, "Z3 power"),
        (RIDE, 4, 0, 1250, 0xFFFFFFFF, "250W"),
        (RIDE, 4, 0, 1000, 1150, "<150W"),
        (RIDE, 4, 0, 0, 1150, "<150W"),
        (RIDE, 4, 0, 0, 75, "<75% FTP"),
        (RUN, 1, 0, 0, 250, "<150bpm"),
        (RUN, 1, 0, 0, 80, "<80% HRmax"),
    ],
)
def test_a_target_is_read_in_its_unit(sport, kind, zone, low, high, words):
    imported = _imported(TO.step(0, 0, 60_000, *TO.target(kind, zone, low, high)), sport=sport)

    assert _steps(imported) == f"1min @ {words}"
    assert imported.losses == ()


@pytest.mark.parametrize(
    ("kind", "zone", "low", "high", "words", "loss"),
    [
        (7, 0, 1245, 1265, "1min @ 245-265W", "power 3s: "),
        (8, 0, 1245, 1265, "1min @ 245-265W", "power 10s: "),
        (9, 3, 0, 0, "1min @ Z3 power", "power 30s: "),
        (10, 0, 1158, 1205, "1min @ 158-205W", "power lap: "),
        (12, 0, 3704, 4000, "1min @ 4:10-4:30/km", "speed lap: "),
        (13, 0, 250, 260, "1min @ 150-160bpm", "heart rate lap: "),
        (0, 0, 0, 4000, "1min @ 4:10-166:40/km", "'0 to 4 m/s' begins with 0.1"),
        (3, 0, 0, 95, "1min @ 1-190spm", "'0 to 190 a minute' begins with 1"),
        (1, 0, 60, 250, '1min "heart rate from 60 % to 150 bpm"', "is told in words"),
        (1, 0, 130, 455, '1min "heart rate 30 to 355 bpm"', "is told in words"),
        (3, 3, 0, 0, '1min "cadence zone 3"', "is told in words"),
        (1, 77, 0, 0, '1min "heart rate zone 77"', "is told in words"),
        (5, 0, 2, 5, '1min "grade 2 to 5"', "is told in words"),
        (6, 4, 0, 0, '1min "resistance 4"', "is told in words"),
        (1, 0, 0xFFFFFFFF, 0xFFFFFFFF, "1min", "has neither a zone nor a range"),
        (4, 0, 0, 0, "1min", "has neither a zone nor a range"),
    ],
)
def test_a_target_that_the_model_lacks_is_told(kind, zone, low, high, words, loss):
    imported = _imported(TO.step(0, 0, 60_000, *TO.target(kind, zone, low, high)))

    assert _steps(imported) == words
    (told,) = _losses(imported)
    assert loss in told


def test_ends_that_are_the_wrong_way_round_are_turned_and_a_forgotten_offset_is_told():
    turned = _imported(TO.step(0, 0, 60_000, *TO.target(0, 0, 4000, 3704)))
    forgotten = _imported(TO.step(0, 0, 60_000, *TO.target(1, 0, 120, 140)))

    assert _steps(turned) == "1min @ 4:10-4:30/km"
    assert [str(each) for each in turned.warnings] == [
        "steps[0].target: the low end 4000 is above the high end 3704, and they are read the other way round"
    ]
    assert _steps(forgotten) == "1min @ 120-140bpm"
    assert [str(each) for each in forgotten.warnings] == [
        "steps[0].target: 120 to 140 is read as beats a minute (220 to 240 is)"
    ]


@pytest.mark.parametrize(
    ("second", "words", "losses"),
    [
        ((1, 0, 250, 260), "1min @ 4:10-4:30/km, 150-160bpm", 0),
        ((1, 3, 0, 0), "1min @ 4:10-4:30/km, Z3 HR", 0),
        ((2, 0, 0, 0), "1min @ 4:10-4:30/km", 0),
        ((12, 4, 0, 0), '1min @ 4:10-4:30/km "pace zone 4"', 2),
    ],
)
def test_a_second_target_is_read_in_its_unit(second, words, losses):
    kind, zone, low, high = second
    fields = TO.byte(19, kind), TO.number(20, zone), TO.number(21, low), TO.number(22, high)
    imported = _imported(TO.step(0, 0, 60_000, *TO.target(0, 0, 3704, 4000), *fields))

    assert _steps(imported) == words
    assert len(imported.losses) == losses


def test_a_second_target_beside_none_is_the_first():
    fields = TO.byte(19, 1), TO.number(20, 2)

    assert _steps(_imported(TO.step(0, 0, 60_000, *fields))) == "1min @ Z2 HR"


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (6, 6, "6x"),
        (7, 1_200_000, "repeat until 20min"),
        (8, 500_000, "repeat until 5km"),
        (9, 300, "repeat until 300kcal"),
        (10, 220, "repeat until HR < 120"),
        (11, 270, "repeat until HR > 170"),
        (12, 1180, "repeat until power < 180W"),
        (13, 1300, "repeat until power > 300W"),
    ],
)
def test_a_repeat_is_until_a_number_of_passes_or_anything_else(kind, value, words):
    steps = TO.step(0, 0, 600_000), TO.step(1, 1, 40_000), TO.step(2, 1, 20_000)
    imported = _imported(*steps, TO.repeat(3, 1, value, kind))

    assert _steps(imported) == f"10min\n{words}\n  400m\n  200m"


@pytest.mark.parametrize(
    ("kind", "value", "loss"),
    [
        (6, 0, "does not say how often, and is read as once"),
        (10, 85, "'repeat until below 85 % of the maximum heart rate' is told in words, and done once"),
        (17, 1200, "'repeat until power last lap less than 1200' is told in words, and done once"),
        (27, 50, "'repeat until training peaks tss 50' is told in words, and done once"),
    ],
)
def test_a_repeat_that_the_model_lacks_is_done_once_and_told(kind, value, loss):
    imported = _imported(TO.step(0, 1, 40_000), TO.repeat(1, 0, value, kind))

    (told,) = _losses(imported)
    assert told.endswith(loss)
    said = told.split("'")[1] if "'" in told else ""
    assert _steps(imported) == f'1x\n  400m "{said}"'.removesuffix(' ""')


def test_repeats_are_in_each_other_and_after_each_other():
    steps = [TO.step(index, 1, 100 * 100) for index in (0, 1)]
    steps += [TO.repeat(2, 1, 4), TO.repeat(3, 0, 2), TO.step(4, 0, 60_000), TO.repeat(5, 4, 3)]

    assert _steps(_imported(*steps)) == "2x\n  100m\n  4x\n    100m\n3x\n  1min"


@pytest.mark.parametrize("first", [2, 3, 99, 0xFFFFFFFF])
def test_a_repeat_that_leads_nowhere_is_left_out_and_told(first):
    imported = _imported(TO.step(0, 0, 60_000), TO.step(1, 0, 60_000), TO.repeat(2, first, 3), TO.step(3, 5))

    assert _steps(imported) == "1min\n1min\nlap"
    (told,) = _losses(imported)
    assert told.endswith("not back, and is left out")


def test_a_repeat_that_leads_into_another_one_is_one_of_all_of_it():
    steps = TO.step(0, 1, 10_000), TO.step(1, 1, 20_000), TO.repeat(2, 0, 3), TO.step(3, 1, 30_000)
    imported = _imported(*steps, TO.repeat(4, 1, 2))

    assert _steps(imported) == "2x\n  3x\n    100m\n    200m\n  300m"
    assert _losses(imported) == [
        "repeat in step 4: leads into the middle of another repeat (step 1), and is read as one of all of it"
    ]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([(1, 10_000), (28, 120_000), (6, 0, 10)], "every 2:00 10x\n  100m"),
        ([(1, 10_000), (28, 120_000)], "every 2:00 1x\n  100m"),
        ([(1, 40_000), (1, 10_000), (28, 120_000), (6, 1, 4)], "400m\nevery 2:00 4x\n  100m"),
        ([(28, 120_000), (1, 10_000)], 'rest lap "leave on 2 min"\n100m'),
        ([(0, 180_000), (28, 120_000)], '3min\nrest lap "leave on 2 min"'),
    ],
)
def test_a_repetition_time_is_the_send_off_of_the_swim_before_it(steps, words):
    rows = [
        TO.repeat(index, *amount, kind=kind)
        if kind == 6
        else TO.step(index, kind, *amount, TO.byte(7, 1 if kind == 28 else 0))
        for index, (kind, *amount) in enumerate(steps)
    ]

    assert _steps(_imported(*rows, sport=SWIM, sub=17)) == words


@pytest.mark.parametrize(
    ("stroke", "told"),
    [(0, "freestyle"), (4, "drill"), (6, "medley"), (7, "medley"), (8, "medley"), (255, None), (9, None)],
)
def test_a_stroke_is_a_target_of_the_file(stroke, told):
    imported = _imported(TO.step(0, 1, 10_000, *TO.target(11, stroke)), sport=SWIM, sub=17)
    (step,) = imported.subject.items

    assert (step.stroke.value if step.stroke else None, step.target) == (told, None)
    assert len(imported.losses) == (stroke in (7, 8, 9))


@pytest.mark.parametrize(
    ("number", "part"),
    [(0, "work"), (1, "rest"), (2, "warmup"), (3, "cooldown"), (4, "recovery"), (5, "work"), (6, "work")],
)
def test_an_intensity_is_a_part(number, part):
    (step,) = _imported(TO.step(0, 0, 1000, TO.byte(7, number))).subject.items

    assert step.intensity.value == part


@pytest.mark.parametrize(
    ("sport", "sub", "read", "loss"),
    [
        (1, 0, "running", ""),
        (1, 1, "treadmill_running", ""),
        (2, 0, "cycling", ""),
        (2, 5, "indoor_cycling", ""),
        (4, 1, "treadmill_running", ""),
        (5, 0, "pool_swimming", ""),
        (10, 0, "cardio", ""),
        (10, 20, "strength", ""),
        (21, 0, "cycling", ""),
        (62, 0, "hiit", ""),
        (1, 45, "running", "'indoor running' is read as running"),
        (13, 0, "other", "'alpine skiing' is read as other"),
        (200, 0, "other", "'sport 200' is read as other"),
    ],
)
def test_a_sport_is_the_nearest_one_that_there_is(sport, sub, read, loss):
    imported = _imported(TO.step(0, 5), sport=sport, sub=sub)

    assert imported.subject.sport.value == read
    assert [each.what for each in imported.losses] == [loss] * bool(loss)


@pytest.mark.parametrize(
    ("raw", "unit", "metres"), [(2500, 0, 25.0), (2286, 1, 22.86), (2286, 0, 22.86), (3333, 0, 33.33)]
)
def test_a_pool_has_whole_metres_or_yards(raw, unit, metres):
    workout = TO.workout(1, "Pool", SWIM, TO.byte(11, 17), TO.short(14, raw), TO.byte(15, unit))
    data = whole([TO.file_id(), workout, TO.step(0, 1, 10_000)])

    assert import_data(data, "fit", registry=REGISTRY).subject.pool_length == pytest.approx(metres, abs=0)


@pytest.mark.parametrize(
    ("raw", "unit", "kilograms"),
    [(8000, 1, 80.0), (4536, 2, 100 * 0.45359237), (800, 2, 8.0), (0, 1, None), (0xFFFF, 0xFFFF, None)],
)
def test_a_load_is_in_kilograms_or_tenths_of_a_pound(raw, unit, kilograms):
    exercise = (TO.short(10, 28), TO.short(11, 6), TO.short(12, raw), TO.short(13, unit))
    (step,) = _imported(TO.step(0, 29, 5, *exercise), sport=10, sub=20).subject.items

    assert (step.exercise.load and step.exercise.load.kilograms) == kilograms


def test_a_load_that_nobody_lifts_is_told():
    exercise = (TO.short(10, 28), TO.short(11, 6), TO.short(12, 65000), TO.short(13, 1))
    imported = _imported(TO.step(0, 29, 5, *exercise), sport=10, sub=20)

    assert _losses(imported) == ["steps[0].exercise: exercise: load must be 0.1 to 600 kg: 650"]


def test_notes_have_lines_and_a_name_is_one_line():
    texts = TO.text(0, "A\nB", 16), TO.text(8, "Relax\r\nTall\tand quick\x07", 50)
    (step,) = _imported(TO.step(0, 0, 1000, *texts)).subject.items

    assert (step.name, step.cue) == ("A B", "Relax\nTall\tand quick")


def test_a_sport_that_is_not_said_is_running_with_a_warning():
    imported = _imported(TO.step(0, 5), sport=0xFF)

    assert imported.subject.sport.value == "running"
    assert [str(each) for each in imported.warnings] == ["does not say its sport, and is read as running"]


@pytest.mark.parametrize(
    ("field", "loss"),
    [
        (TO.byte(7, 99), "steps[0].intensity: role: number 99 is read as work"),
        (TO.byte(9, 99), "steps[0].equipment: equipment: number 99 is left out"),
    ],
)
def test_a_number_that_the_profile_has_no_word_for_is_told(field, loss):
    assert _losses(_imported(TO.step(0, 0, 1000, field))) == [loss]


def test_a_pool_that_nobody_swims_in_is_told():
    workout = TO.workout(1, "Run", RUN, TO.short(14, 2500))
    data = whole([TO.file_id(), workout, TO.step(0, 5)])

    assert _losses(import_data(data, "fit", registry=REGISTRY)) == [
        "pool_length: pool length: left out: only pool swimming has one"
    ]


def test_words_of_a_rest_until_a_send_off_are_told():
    rest = TO.step(1, 28, 60_000, TO.byte(7, 1), TO.text(8, "Look at the clock", 20))
    imported = _imported(TO.step(0, 1, 5_000), rest, TO.repeat(2, 0, 8), sport=SWIM, sub=17)

    assert _steps(imported) == "every 1:00 8x\n  50 metres"
    (told,) = _losses(imported)
    assert told.endswith("'Look at the clock' of the rest is left out")
