"""A script says what comes, when it comes, and never two things at once."""

import re
from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import (
    Athlete,
    Reading,
    Repeat,
    SpokenKind,
    Step,
    Talk,
    Time,
    Units,
    Workout,
    parse_steps,
    read_document,
    script_of,
    unrolled,
)
from workout_core.errors import TooMuchWork
from workout_core.speech.aloud import aloud
from workout_core.speech.writing import speaks_for_itself, usual_seconds
from workout_core.testing.strategies import athletes, strength_workouts, workouts
from workout_core.units import write_clock

TALKS = (None, *Talk)
ADA = Athlete(name="Ada", threshold_speed=1000 / 285, threshold_heart_rate=168, max_heart_rate=186, ftp=240)


def script(steps, talk=None, sport="running", name="Mine", athlete=ADA, units=None, seconds_of=usual_seconds):
    """Return the script of *steps*."""
    workout = Workout(name=name, items=parse_steps(steps), sport=sport)
    return script_of(Reading(workout, athlete, units), talk, seconds_of)


def said(made, *kinds):
    """Return what is said and when, of some kinds only if there are any: ``5:00 Go.``."""
    return [f"{write_clock(line.at)} {line.text}" for line in made.lines if not kinds or line.kind in kinds]


STEPS = (SpokenKind.STEP,)


def begun(made):
    """Return what is said when the first step begins, without what comes before it."""
    first, *_ = [line.text for line in made.lines if line.kind is SpokenKind.STEP]
    words = first.removeprefix("First: ").removeprefix("Go. ")
    return words[0].lower() + words[1:]


def test_new_steps_are_announced_and_known_ones_are_short():
    made = script('warmup 10min; 3x(3min @ 3:50-4:00/km "Relax the shoulders", 2min jog); cooldown 5min')

    assert said(made) == [
        "0:00 Mine. Thirty minutes.",
        "0:03 First: warm up for ten minutes.",
        "5:00 Half way. Five minutes to go.",
        "9:00 One minute to go.",
        "9:45 Next: three minutes at three fifty to four minutes per kilometre. Relax the shoulders.",
        "10:00 Go. One of three. Three minutes.",
        "10:04 Relax the shoulders.",
        "12:50 Ten seconds.",
        "13:00 Jog for two minutes.",
        "14:45 Next: two of three.",
        "15:00 Go. Two of three. Three minutes at three fifty to four minutes.",
        "15:06 Relax the shoulders.",
        "17:50 Ten seconds.",
        "18:00 Jog for two minutes. One more after this.",
        "19:45 Next: the last one.",
        "20:00 Go. Last one. Three minutes at three fifty to four minutes.",
        "20:06 Relax the shoulders.",
        "22:50 Ten seconds.",
        "23:00 Jog for two minutes. All three done.",
        "24:45 Next: cool down for five minutes.",
        "25:00 Cool down for five minutes.",
        "27:30 Half way. Two and a half minutes to go.",
        "29:50 Ten seconds.",
        "30:00 Done. Good work.",
    ]
    assert made.is_exact
    assert made.left_out == ()


def test_few_words_are_starts_and_cues():
    made = script('warmup 10min; 3x(1min @ RPE 8 "Tall", 1min easy)', Talk.FEW)

    assert said(made) == [
        "0:00 Warm up for ten minutes.",
        "10:00 One of three. One minute at effort eight of ten.",
        "10:05 Tall.",
        "11:00 Easy for one minute.",
        "12:00 Two of three.",
        "12:02 Tall.",
        "13:00 Easy.",
        "14:00 Last one.",
        "14:02 Tall.",
        "15:00 Easy.",
        "16:00 Done.",
    ]


def test_many_words_are_marks_reminders_and_all_that_is_to_be_held():
    made = script("20min @ 150-160bpm", Talk.MANY)

    assert said(made) == [
        "0:00 Mine. Twenty minutes.",
        "0:03 Go. Twenty minutes at one fifty to one sixty beats.",
        "5:00 Five minutes, fifteen minutes to go.",
        "6:40 Hold one fifty to one sixty beats.",
        "10:00 Half way. Ten minutes to go.",
        "19:00 One minute to go.",
        "19:50 Ten seconds.",
        "20:00 Done. Good work.",
    ]


OWN = '5min "Welcome. Run tall."; 55s "Easy, now"; 2x(1min "Quick feet.", 30s "Jog.")'


def test_a_workout_in_which_every_step_has_a_cue_speaks_for_itself():
    made = script(OWN)

    assert [(line.at, line.text, line.kind) for line in made.lines] == [
        (0, "Welcome. Run tall.", SpokenKind.CUE),
        (300, "Easy, now", SpokenKind.CUE),
        (355, "Quick feet.", SpokenKind.CUE),
        (415, "Jog.", SpokenKind.CUE),
        (445, "Quick feet.", SpokenKind.CUE),
        (505, "Jog.", SpokenKind.CUE),
    ]
    assert made.beeps == ()
    assert made.left_out == ()


def test_it_is_led_through_if_it_is_asked_for():
    assert "0:04 Go. Five minutes." in said(script(OWN, Talk.USUAL))


def test_one_step_without_a_cue_and_the_voice_leads():
    assert said(script(f"{OWN}; walk 1min"))[-1] == "9:55 Done. Good work."


def test_tones_count_down_to_what_ends_by_time_and_to_nothing_else():
    made = script("1min @ RPE 8; 400m jog; 1min @ RPE 8; lap")

    ends = [57, 58, 59]
    jog = made.chapters[2].at
    assert made.beeps == pytest.approx([*ends, *(jog + end for end in ends)])


def test_times_that_are_estimated_are_said_once():
    made = script("2km @ 5:00/km; 1km @ 4:00/km")

    opening = "0:00 Mine. Fourteen minutes. Times are estimated from your pace."
    assert said(made, SpokenKind.OPENING) == [opening]
    assert said(made, SpokenKind.ENDING) == ["14:00 That is all from me. Well done."]
    assert not made.is_exact


REMARK = "I go on in two minutes; pause me if you need longer."


def test_a_step_that_only_the_runner_ends_is_said_once_how_the_voice_goes_on():
    made = script("2x(Uphill: 45s, recover lap)")

    assert said(made, *STEPS)[1::2] == [
        f"0:45 Recover until you are ready. {REMARK} One more after this.",
        "3:30 Recover until you are ready.",
    ]


def test_repeats_in_repeats_count_the_outer_passes_where_they_begin():
    made = script("2x(2x(1min @ RPE 9, 1min easy), 3min easy)")

    assert said(made, *STEPS) == [
        "0:03 Go. Set one of two. One of two. One minute at effort nine of ten.",
        "1:00 Easy for one minute. One more after this.",
        "2:00 Go. Last one. One minute at effort nine.",
        "3:00 Easy for one minute.",
        "4:00 Easy for three minutes. One more set after this.",
        "7:00 Go. Last set. One of two. One minute at effort nine.",
        "8:00 Easy for one minute. One more after this.",
        "9:00 Go. Last one. One minute at effort nine.",
        "10:00 Easy for one minute.",
        "11:00 Easy for three minutes.",
    ]


def test_of_many_passes_not_all_are_counted():
    made = script("20x(50s @ RPE 9, 30s easy)")

    counted = [text for text in said(made, *STEPS) if " of twenty" in text or "Last" in text]
    assert [re.search(r"\w+ of twenty|Last one", text)[0] for text in counted] == [
        "One of twenty",
        "Five of twenty",
        "Ten of twenty",
        "Fifteen of twenty",
        "Nineteen of twenty",
        "Last one",
    ]


STRENGTH = {
    "Back squat 3x12 @ 60kg, rest 90s": "set one of three. Twelve back squats with sixty kilos.",
    "Dumbbell row 3x10/side @ 2x20kg": (
        "set one of three. Ten dumbbell rows each side with twenty kilos each hand."
    ),
    "Calf raise 2x8-10 @ RPE 7, tempo 3-1-1": (
        "set one of two. Eight to ten calf raises at effort seven of ten, tempo three one one."
    ),
    "Deadlift 1x5 @ 80% 1RM": "five deadlifts with eighty percent of your one rep max.",
    "Glute bridge max reps": "as many glute bridges as possible.",
    "Pull-up 5 reps @ BW+10kg": "five pull-ups with ten kilos added.",
    "Clamshell 12 reps/side @ green band": "twelve clamshells each side with the green band.",
    "Kettlebell swing 15 reps @ 24kg kettlebell": (
        "fifteen kettlebell swings with a kettlebell of twenty-four kilos."
    ),
    "A1 Step-up 8 reps": "eight step-ups.",
    "Diaphragm breathing 5 breaths": "diaphragm breathing, five breaths.",
    "Bench press 5 reps": "five bench presses.",
    "Dumbbell fly 10 reps": "ten dumbbell flies.",
    "Burpee over bar 10 reps": "ten burpees over bar.",
    "Hip circles 8 reps": "hip circles, eight reps.",
    "Squat 1 rep": "one squat.",
}


@pytest.mark.parametrize(("steps", "first"), STRENGTH.items())
def test_exercises_are_said_as_a_coach_says_them(steps, first):
    assert begun(script(steps, sport="strength")) == first


def test_a_hold_is_counted_in_while_one_gets_ready_and_its_sides_change():
    made = script("Side plank 2x30s/side, rest 45s", sport="strength")

    assert said(made)[1:9] == [
        "0:03 First: set one of two. Side plank, thirty seconds each side.",
        "0:10 Go.",
        "0:40 Change sides.",
        "1:00 Ten seconds.",
        "1:10 Rest for forty-five seconds. One more set after this.",
        "1:35 Next: the last set.",
        "1:55 Go. Last set.",
        "2:25 Change sides.",
    ]
    assert {112, 113, 114} <= {*made.beeps}


def test_what_is_held_on_is_not_told_again():
    made = script("to 1 km: 1km @ 4:55-5:05/km; to 2 km: 1km @ 4:55-5:05/km; to 3 km: 1km @ 4:45-4:55/km")

    assert said(made)[1:-1] == [
        "0:06 First: to one kilometre at four fifty-five to five oh five per kilometre.",
        "5:00 To two kilometres.",
        "9:45 Next: to three kilometres at four forty-five to four fifty-five per kilometre.",
        "10:00 To three kilometres.",
    ]


def test_half_of_a_step_and_of_the_workout_at_once_are_said_once():
    assert said(script("10min; 20min @ RPE 5; 10min"), SpokenKind.HALFWAY) == [
        "5:00 Half way. Five minutes to go.",
        "20:00 Half way. Ten minutes to go.",
        "35:00 Half way. Five minutes to go.",
    ]


def test_what_the_workout_begins_with_may_be_too_short_for_a_word():
    made = script("1s; 10s; 1min", name="A name that takes a while to say")

    assert said(made)[:2] == ["0:01 Go. Ten seconds.", "0:11 Go. One minute."]
    assert [left.text for left in made.left_out][:2] == [
        "Go. One second.",
        "A name that takes a while to say. Seventy-one seconds.",
    ]


def test_a_range_of_passes_has_no_last_one():
    made = script("2-4x(1min @ RPE 8, 1min easy)")

    assert said(made, *STEPS)[2] == "2:00 Go. Round two. One minute at effort eight."


def test_a_set_against_the_clock_is_announced_as_a_whole():
    made = script("AMRAP 10:00\n  5 reps Pull-up\n  10 reps Push-up", sport="strength")

    assert said(made, *STEPS) == [
        "0:03 Go. As many rounds as possible in ten minutes: five pull-ups, then ten push-ups."
    ]


def test_swimmers_hear_everything_at_the_wall():
    made = script("3 x 50m freestyle on 1:00; 2x(100m breaststroke, rest 20s)", sport="pool_swimming")

    assert said(made)[1:7] == [
        "0:06 Go. Fifty metres freestyle, every minute, three times.",
        "0:52 Next: two of three. Fifty metres freestyle.",
        "1:00 Go.",
        "1:52 Next: the last one. Fifty metres freestyle.",
        "2:00 Go.",
        "2:52 Next: one of two. One hundred metres breaststroke.",
    ]


HELD = {
    "10min @ <140bpm": "ten minutes under one hundred and forty beats.",
    "10min @ Z2 HR": "ten minutes in heart rate zone two, one forty-three to one fifty-one beats.",
    "3km @ 4:55/km": "three kilometres at four fifty-five per kilometre.",
    "400m in 70-72s": "four hundred metres in seventy to seventy-two seconds.",
    "10min @ 6:00-5:00/km ramp": "ten minutes from six minutes to five minutes per kilometre.",
    "8-10km @ threshold pace +10s/km": "eight to ten kilometres at four fifty-five per kilometre.",
    "10min @ 95-97.5% threshold": "ten minutes at four fifty-two to five minutes per kilometre.",
    "10min @ threshold, 180spm": (
        "ten minutes at threshold pace, four forty-five per kilometre, "
        "with one hundred and eighty steps a minute."
    ),
    "easy 30-40min @ RPE 3": "easy for thirty to forty minutes at effort three of ten.",
    "2min30s": "two and a half minutes.",
    "90s": "ninety seconds.",
    "10min @ 90rpm": "ten minutes at ninety revolutions a minute.",
    "200kcal": "two hundred calories.",
    "steady until HR > 150": (
        "steady until heart rate is above one hundred and fifty beats. "
        "I go on in five minutes; pause me if you need longer."
    ),
}


@pytest.mark.parametrize(("steps", "first"), HELD.items())
def test_what_to_hold_is_said_as_a_runner_says_it(steps, first):
    assert begun(script(steps)) == first


def test_shares_of_a_number_that_nobody_knows_are_said_in_whole_percent():
    first, *_ = said(script("10min @ 91.7-94.3% FTP", athlete=None), *STEPS)

    assert first.endswith(
        "Ten minutes at ninety-two to ninety-four percent of FTP, about effort seven of ten."
    )


@pytest.mark.parametrize(
    ("units", "words"),
    [
        (Units.METRIC, "at easy pace, five twenty-nine to six twelve per kilometre"),
        (Units.IMPERIAL, "at easy pace, eight fifty to nine fifty-nine per mile"),
    ],
)
def test_paces_are_said_in_the_units_of_the_reader(units, words):
    assert words in said(script("30min @ easy", units=units), *STEPS)[0]


# what has no room


def slow(text):
    return usual_seconds(text) * 2


def fast(text):
    return usual_seconds(text) / 4


@given(
    st.one_of(workouts(), strength_workouts()),
    athletes(),
    st.sampled_from(TALKS),
    st.sampled_from((usual_seconds, slow, fast)),
)
def test_there_are_never_two_lines_at_once(workout, athlete, talk, seconds_of):
    try:
        made = script_of(Reading(workout, athlete), talk, seconds_of)
    except TooMuchWork:
        return

    for line, following in pairwise(made.lines):
        assert line.at + line.lasts < following.at
    for line in made.lines:
        assert line.at >= 0
        assert line.lasts == seconds_of(line.text)
        assert {category(letter)[0] for letter in line.text} <= set("LMPZ")
        assert not re.search(r"[\d%/+×–@#]", line.text)
        for beep in made.beeps if len(made.beeps) < 100 else ():
            assert not line.at - 0.2 < beep < line.at + line.lasts
    assert all(one.at <= other.at for one, other in pairwise(made.left_out))
    assert all(one.at < other.at for one, other in pairwise(made.chapters))


TIMES = st.integers(1, 900).map(lambda seconds: Time(float(seconds)))
CUES = st.sampled_from(("", "", "Tall.", "Relax the shoulders. Breathe out.", "Long words in a row. " * 20))
TIMED = st.builds(Step, duration=TIMES, cue=CUES)
TIMED_ITEMS = st.lists(
    TIMED | st.builds(Repeat, times=st.integers(1, 9), items=st.lists(TIMED, min_size=1, max_size=4)),
    min_size=1,
    max_size=6,
)


@given(st.sampled_from(Talk), TIMED_ITEMS)
def test_each_step_by_time_is_begun_exactly_when_it_begins_or_it_is_told_that_it_is_not(talk, items):
    reading = Reading(Workout(name="Mine", items=items))
    made = script_of(reading, talk)

    begun = {(line.at, line.path) for line in made.lines if line.kind is SpokenKind.STEP}
    told = {(left.at, left.path) for left in made.left_out}
    at = 0.0
    for path, step in unrolled(reading):
        assert at == 0 or (at, path) in begun | told
        at += step.duration.seconds
    assert made.seconds == reading.totals.time.value == at
    assert made.is_exact


@given(items=TIMED_ITEMS)
def test_no_cue_is_lost_in_silence(items):
    reading = Reading(Workout(name="Mine", items=items))
    made = script_of(reading, Talk.USUAL)

    spoken = " ".join(line.text for line in made.lines)
    left = " ".join(left.text for left in made.left_out)
    for _, step in unrolled(reading):
        assert step.cue.strip() in spoken or step.cue.strip() in left


def test_a_cue_that_needs_more_time_than_its_step_is_said_before_it():
    cue = "Stand on your toes, lean from the ankles, then fall forward and let go."
    made = script(f'2min @ easy; 3s "{cue}"; 2min @ easy')

    assert said(made)[1:] == [
        "0:04 Go. Two minutes at easy pace, five twenty-nine to six twelve per kilometre.",
        f"1:45 Next: three seconds. {cue}",
        "2:00 Go. Three seconds.",
        "2:03 Go. Two minutes at easy pace, five twenty-nine to six twelve per kilometre.",
        "3:53 Ten seconds.",
        "4:03 Done. Good work.",
    ]


def test_a_long_cue_is_cut_after_a_sentence_and_that_is_told():
    cue = " ".join(["Relax the shoulders, and let the arms swing."] * 44)
    assert 1900 < len(cue) <= 2000
    made = script(f'5min; 20s "{cue}"; 5min')

    (line,) = [line for line in made.lines if line.kind is SpokenKind.CUE]
    (told,) = [left for left in made.left_out if left.text == cue]
    assert line.at < 305
    assert line.at + line.lasts < 320
    assert cue.startswith(f"{line.text} ")
    assert line.text.endswith("swing.")
    assert told.what == f"shortened to {line.text!r}"


def test_a_workout_of_its_own_cues_is_cut_after_a_sentence_too():
    made = script('4s "Quick feet. Look ahead at the horizon and breathe."; 1s "Not a word fits"; 5min "On."')

    assert said(made) == ["0:00 Quick feet.", "0:05 On."]
    assert [(left.at, left.text, left.what) for left in made.left_out] == [
        (0, "Quick feet. Look ahead at the horizon and breathe.", "shortened to 'Quick feet.'"),
        (4, "Not a word fits", "left out, as there is no time for it"),
    ]


def test_a_cue_runs_on_where_nothing_is_due():
    cue = "Lean from the ankles, and go."
    made = script(f'20s; 4s "{cue}"; 0.5s; 0.5s; 0.5s; 1min', Talk.FEW)

    assert said(made)[2:4] == [f"0:22 {cue}", "0:26 One minute."]
    assert [(left.at, left.text) for left in made.left_out] == [
        (24, "Zero point five seconds."),
        (24.5, "Zero point five seconds."),
        (25, "Zero point five seconds."),
    ]


@pytest.mark.parametrize(
    ("name", "cue", "opening", "spoken"),
    [
        ("Läufe für Zoë", "Größer", "Läufe für Zoë.", "Größer."),
        ("ריצה קלה", "לאט", "ריצה קלה.", "לאט."),
        ("جري ٣ كم", "ببطء", "جري three كم.", "ببطء."),
        ("Hills 💪⛰️", "🔥 Drive! 🔥", "Hills.", "Drive!"),
        ("💪", "🔥", "", ""),
    ],
)
def test_names_and_cues_of_every_script_are_said_and_pictures_are_not(name, cue, opening, spoken):
    made = script(f'10min "{cue}"; walk 1min', name=name)

    assert said(made)[0] == f"0:00 {opening} Eleven minutes.".replace("  ", " ")
    assert [line.text for line in made.lines if line.kind is SpokenKind.CUE] == [spoken] * bool(spoken)


# long workouts


def test_ten_hours_are_said_in_an_hourly_rhythm():
    made = script("10h @ RPE 3")

    assert len(made.lines) < 12
    assert made.seconds == 36_000


@pytest.mark.slow
def test_a_month_is_said_too():
    made = script("720h; 5min")

    assert [line.at for line in made.lines][-2:] == [720 * 3600 + 290, 720 * 3600 + 300]


def test_ten_thousand_passes_are_said():
    items = (Repeat(times=10, items=[Repeat(times=1000, items=parse_steps("20s; rest 10s"))]),)
    made = script_of(Reading(Workout(name="Long", items=items)))

    assert made.chapters[-1].at == 299_990
    assert len(made.lines) > 20_000


def test_more_than_a_voice_can_announce_is_refused():
    items = (Repeat(times=1000, items=[Repeat(times=1000, items=parse_steps("20s"))]),)

    refusal = r"^more than 20000 steps to announce, with all passes \(shorten the workout\)$"
    with pytest.raises(TooMuchWork, match=refusal):
        script_of(Reading(Workout(name="Endless", items=items)))


def test_a_repeat_until_a_time_is_over_when_the_time_is():
    made = script("repeat until 10min(3min @ RPE 8, 1min easy); 5min")

    assert [(chapter.at, chapter.title) for chapter in made.chapters] == [
        (0, "Round 1: 3 min at effort 8 of 10"),
        (180, "Easy 1 min"),
        (240, "Round 2: 3 min at effort 8 of 10"),
        (420, "Easy 1 min"),
        (480, "Round 3: 3 min at effort 8 of 10"),
        (600, "5 min"),
    ]


@pytest.mark.parametrize(
    ("sport", "steps", "title"),
    [
        ("running", '6x(800m @ 3:50-4:00/km "Relax", 400m jog)', "1 of 6: 800 m at 3:50–4:00/km"),
        ("running", "2x(3x(30s, 30s easy), 3min easy)", "Set 1 of 2, 1 of 3: 30 s"),
        ("strength", "Back squat 3x12 @ 60kg, rest 90s", "Set 1 of 3: Back squat: 12 reps, with 60 kg"),
        ("strength", "AMRAP 10:00\n  5 reps Pull-up", "As many rounds as possible in 10 min"),
        ("pool_swimming", "8 x 50m freestyle on 1:00", "1 of 8: 50 m freestyle on 1:00"),
    ],
)
def test_chapters_are_titled_as_steps_are_written(sport, steps, title):
    assert script(steps, sport=sport).chapters[0].title == title


OF_ITS_OWN = st.lists(
    st.builds(Step, duration=TIMES, cue=st.sampled_from(("Tall.", "Breathe out. Let go.", "Now " * 40))),
    min_size=1,
    max_size=6,
)


@given(OF_ITS_OWN, st.sampled_from((usual_seconds, slow, fast)))
def test_a_workout_of_its_own_cues_says_them_or_tells(items, seconds_of):
    reading = Reading(Workout(name="Mine", items=items))
    made = script_of(reading, seconds_of=seconds_of)

    spoken = {line.at: line.text for line in made.lines}
    told = {left.at: left.text for left in made.left_out}
    assert len(spoken) == len(made.lines)
    at = 0.0
    for _, step in unrolled(reading):
        cue = step.cue.strip()
        assert spoken.get(at) == cue or told[at] == cue
        at += step.duration.seconds
    for line, following in pairwise(made.lines):
        assert line.at + line.lasts < following.at


RACE = """
warmup 5min
to 1 km: 1km @ 4:55-5:05/km "Split 5:00, clock 5:00"
to 2 km: 1km @ 4:45-4:55/km "Tall. Split 4:50, clock 9:50"
to 3 km: 1km @ 4:35-4:45/km "Split 4:40, clock 14:30"
to 3.1 km: 100m @ 4:35-4:45/km "Split 0:28, clock 14:58"
"""


def test_at_each_mark_of_a_race_it_is_said_what_the_watch_shows_there():
    assert said(script(RACE))[3:] == [
        "4:45 Next: to one kilometre at four fifty-five to five oh five per kilometre.",
        "5:00 Go. To one kilometre in five minutes, at four fifty-five to five oh five per kilometre.",
        "10:00 One kilometre. Five minutes. Next: four fifty.",
        "10:05 Tall.",
        "12:40 Half way. One point six kilometres to go.",
        "14:50 Two kilometres. Nine fifty. Next: four forty.",
        "19:30 Three kilometres. Fourteen thirty. Last hundred metres, to the line.",
        "19:58 That is all from me. Well done.",
    ]


def test_the_splits_of_a_race_are_no_words_of_a_coach():
    assert not speaks_for_itself(read_document("examples/marathon-10-10-10.yaml"))


@pytest.mark.parametrize("cue", ["Split 3..5, clock 9", "Split 1:2:3, clock 5:00", "Split up, clock off"])
def test_a_cue_that_only_looks_like_a_split_is_said(cue):
    lines = [line.text for line in script(f'to 1 km: 1km "{cue}"; walk 1min').lines]

    assert f"{aloud(cue)}." in lines


def test_a_split_that_is_no_kilometre_is_said_with_its_pace():
    made = script_of(Reading(read_document("examples/progressive-long-run.yaml")))

    assert [line.text for line in made.lines if line.kind is SpokenKind.STEP][1::3] == [
        (
            "Five kilometres. Twenty-eight forty-five. "
            "Next: twenty-seven fifty-five, at five twenty-seven to five forty-three per kilometre."
        ),
        (
            "Twenty kilometres. One hour fifty minutes. "
            "Last five kilometres: "
            "twenty-five twenty-five, at four fifty-seven to five thirteen per kilometre."
        ),
    ]


def test_who_rests_before_a_hold_gets_ready_in_the_rest():
    made = script("3x(20s Burpee, rest 10s)", sport="strength")

    assert said(made) == [
        "0:00 Mine. About one hundred seconds.",
        "0:04 First: set one of three. Burpee, twenty seconds.",
        "0:10 Go.",
        "0:30 Rest for ten seconds.",
        "0:33 Next: set two of three.",
        "0:40 Go.",
        "1:00 Rest. One more set after this.",
        "1:04 Next: the last set.",
        "1:10 Go.",
        "1:30 Rest. All three sets done.",
        "1:40 Done. Good work.",
    ]


@pytest.mark.parametrize("talk", TALKS)
@pytest.mark.parametrize(
    "steps",
    [
        "Side plank 2x5s/side, rest 5s; Plank 40s; Plank 10s",
        "Plank 15s; Plank 10s; 2x(45s Burpee, rest 5s)",
        'to 1 km: 1km "Split 5:00, clock 5:00"; 3x(40s Burpee, rest 10s); 1km "Split 5:00, clock 10:00"',
    ],
)
def test_nothing_is_said_over_a_tone(steps, talk):
    made = script(steps, talk, sport="strength")

    for line in made.lines:
        assert not [beep for beep in made.beeps if line.at - 0.2 < beep < line.at + line.lasts]


def test_what_had_no_room_in_the_rest_before_a_hold_is_named_when_it_begins():
    made = script("2x(Burpee 20s; rest 5s; Squat 20s; rest 5s)", sport="strength")

    assert "1:25 Go. Squat." in said(made)


def test_what_follows_work_at_once_needs_time_to_get_ready():
    made = script("Plank 30s; Side plank 30s", sport="strength")

    assert "0:50 Go." in said(made)


def test_sets_that_differ_are_counted_and_warm_up_sets_are_called_so():
    assert said(script("Back squat 12/10 @ 60kg, rest 60s", sport="strength"), *STEPS) == [
        "0:07 First: set one of two. Twelve back squats with sixty kilos.",
        "0:46 Rest for one minute. One more set after this.",
        "1:46 Last set. Ten back squats with sixty kilos.",
        "2:26 Rest for one minute.",
    ]
    assert begun(script("Back squat 3x5 @ 100kg, warm up to 80kg", sport="strength")) == (
        "warm-up, five back squats with forty kilos."
    )


def test_the_last_one_that_is_done_in_another_way_is_counted_with_the_others():
    made = script("2x(1min @ RPE 8, 1min easy); 1min @ RPE 10")

    assert said(made, *STEPS)[2:] == [
        "2:00 Go. Two of three. One minute at effort eight.",
        "3:00 Easy for one minute. One more after this.",
        "4:00 Go. Last one. One minute.",
    ]


def test_of_what_is_short_it_is_not_said_twice_which_one_it_is():
    made = script("3x(30s @ RPE 9, 30s easy)")

    assert said(made)[3:6] == [
        "0:30 Easy for thirty seconds.",
        "0:45 Next: two of three.",
        "1:00 Go. Thirty seconds at effort nine.",
    ]


def test_rounds_against_the_clock_have_a_half_way_and_for_time_an_end_that_is_guessed():
    rounds = script("AMRAP 10:00\n  5 reps Pull-up\n  10 reps Push-up", sport="strength")
    assert said(rounds)[2:-1] == [
        "5:00 Half way. Five minutes to go.",
        "9:00 One minute to go.",
        "9:50 Ten seconds.",
    ]

    made = script("3 rounds for time cap 12min\n  5 reps Pull-up\n  10 reps Push-up", sport="strength")
    assert begun(made).endswith("I go on in three minutes; pause me if you need longer.")


def test_nobody_waits_for_the_end_of_a_walk():
    assert said(script("5min @ easy; walk 1min"), SpokenKind.COUNTDOWN) == ["4:50 Ten seconds."]
    assert said(script("easy 5min; walk 1min"), SpokenKind.COUNTDOWN) == []


def test_few_words_say_how_hard():
    assert said(script("20min @ threshold", Talk.FEW))[0] == "0:00 Twenty minutes at threshold pace."


def test_a_share_of_what_nobody_knows_is_said_as_it_feels():
    first = begun(script("20min @ 90% threshold pace", athlete=None))
    assert first == "twenty minutes at ninety percent of threshold pace, about effort five of ten."


def test_a_long_time_is_not_said_to_the_second():
    assert said(script("43min40s @ easy"))[0] == "0:00 Mine. About forty-four minutes."


def test_a_clock_of_one_round_has_no_times():
    assert begun(script("EMOM 1min\n  Push-up 5 reps", sport="strength")) == "five push-ups, every minute."


def test_much_talk_leaves_short_steps_in_peace():
    assert said(script("3x(20s @ RPE 9, 20s easy)", Talk.MANY), SpokenKind.PREVIEW) == [
        "0:25 Next: two of three. Twenty seconds at effort nine of ten.",
        "1:05 Next: the last one. Twenty seconds at effort nine of ten.",
    ]


def test_chapters_name_no_button():
    assert script("2x(Uphill: 45s, recover lap)").chapters[1].title == "Recover until you are ready"


def test_two_half_ways_are_five_minutes_apart():
    assert said(script("10min; 20min @ RPE 5; 4min; 10min"), SpokenKind.HALFWAY) == [
        "5:00 Half way. Five minutes to go.",
        "20:00 Half way. Ten minutes to go.",
        "39:00 Half way. Five minutes to go.",
    ]
