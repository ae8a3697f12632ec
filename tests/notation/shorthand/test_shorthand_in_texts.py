"""Shorthand stands among lines of the notation, and what is wrong is told in the words that were typed."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workout_core import Athlete, Range, parse_steps
from workout_core.analysis.resolve import resolve_target
from workout_core.budget import Budget, Work
from workout_core.errors import WorkoutError
from workout_core.notation.pace_words import PACE_WORDS
from workout_core.notation.parser import read_steps
from workout_core.notation.shorthand.words import MEANINGS
from workout_core.notation.writer import format_steps
from workout_core.units import Units


def _said(text, **more):
    return [each.message for each in read_steps(text, **more).problems]


def test_lines_of_both_kinds_stand_in_one_text():
    text = "WU 2k  # slowly\n6x\n  800m @ 5K\n  90s jog\n\n- CD 10'\n"

    assert parse_steps(text) == parse_steps("warmup 2km\n6x\n  800m @ 5km pace\n  jog 90s\ncooldown 10min")


def test_what_is_wrong_is_told_where_it_was_typed():
    (problem,) = read_steps("WU 2k, 6x800 @ 5K (90s)\nfoo 10min\nCD 2k").problems

    assert problem.message.startswith("'foo' is not part of a step")
    assert problem.offset == len("WU 2k, 6x800 @ 5K (90s)\n")


def test_a_comment_is_known_where_it_was_typed():
    text = "WU 2k, CD 2k  # both\n10min  # the end"

    assert [text[offset:] for offset in read_steps(text).comments][-1] == "# the end"


def test_a_question_of_minutes_is_asked_of_what_was_understood():
    said = "'10m' is 10 metres: did you mean '10min'? (if not, write '10 metres')"

    assert _said("10m WU, 20min tempo") == [said]
    assert _said("10m off, 20min tempo") == [f"read as 'recover 10m; 20min @ threshold': {said}"]


def test_each_question_comes_with_every_reading():
    assert _said("5km @ 4.30/km") == [
        "'4.3' can be a clock or decimals (did you mean '5km @ 4:30/km' or '5km @ 4:18/km'?)"
    ]
    (said,) = _said("6x800 @ 3:00, 400 jog")

    assert said == (
        "'3:00' can be the pace or the time of the repetition (did you mean "
        "'6x(800m @ 3:00/km, jog 400m)' or '6x(800m in 3:00, jog 400m)'?)"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "3x3k (4:10)",
            (
                "'4min10s' can be a rest or the pace "
                "(did you mean '3x(3km, recover 4min10s)' or '3x(3km @ 4:10/km)'?)"
            ),
        ),
        (
            "5x2k (3:00), 5min easy",
            (
                "'3min' can be a rest or the pace "
                "(did you mean '5x(2km, recover 3min); easy 5min' or '5x(2km @ 3:00/km, easy 5min)'?)"
            ),
        ),
        (
            "3x(400 (75s))",
            (
                "'75s' can be a rest or the time of the repetition "
                "(did you mean '3x(400m, recover 75s)' or '3x(400m in 75s)'?)"
            ),
        ),
        (
            "3x10min (4:10), 2min jog",
            (
                "'4min10s' can be a rest or the pace "
                "(did you mean '3x(10min, recover 4min10s); jog 2min' or '3x(10min @ 4:10/km, jog 2min)'?)"
            ),
        ),
    ],
)
def test_a_time_in_brackets_that_may_be_no_rest_is_asked(text, said):
    assert _said(text) == [said]


def test_a_dash_between_spaces_may_part_two_steps():
    assert _said("easy 8 - 10 km") == [
        "'8 - 10 km' can be a range or two steps (did you mean 'easy 8-10km' or 'easy 8mi; 10km'?)"
    ]


def test_a_pace_without_a_distance_is_in_the_units_of_the_reader():
    text = "WU 10', 20min tempo @ 7:00, CD 10'"

    assert read_steps(text, units=Units.IMPERIAL).items[1] == parse_steps("20min @ 7:00/mi")[0]
    assert read_steps(text, units=Units.METRIC).items[1] == parse_steps("20min @ 7:00/km")[0]


def test_a_number_of_a_swim_is_metres_also_where_only_the_sport_says_so():
    assert read_steps("WU 200, 6x50 hard (15s)", in_water=True).items == parse_steps(
        "warmup 200m; 6x(50m @ RPE 9, recover 15s)"
    )


NOW_READ = [
    ("tempo 10min", "10min @ threshold"),
    ("threshold 10min", "10min @ threshold"),
    ('threshold 10min "Go"', '10min @ threshold "Go"'),
    ("marathon pace 10min", "10min @ marathon"),
    ("10min 150bpm", "10min @ 150bpm"),
    ("10min 4:00/km", "10min @ 4:00/km"),
    ("easy 10min jog", "jog 10min"),
    ("10min @ HR 140-150", "10min @ 140-150bpm"),
    ("10min @ 4:00/km @ 150bpm", "10min @ 4:00/km, 150bpm"),
    ("100m @ 1:45/100m with pull buoy", "100m with pull buoy @ 1:45/100m"),
    ("6x800m @ 3:50/km, 400m jog", "6x(800m @ 3:50/km, jog 400m)"),
    ("6x800, 400 jog", "6x(800m, jog 400m)"),
    ("6x 400m(200m)", "6x(400m, recover 200m)"),
    ("12x400 easy", "12x(easy 400m)"),
    ("6x800 @ 5k w/ 400 jog @ 6:00/km", "6x(800m @ 5km pace, jog 400m @ 6:00/km)"),
    ("6x3min hard, 2 min easy @ HR 120-130", "6x(3min @ RPE 9, easy 2min @ 120-130bpm)"),
    ('20min tempo @ 4:10/km "Tall"', '20min @ 4:10/km "Tall"'),
    ("Hill repeats 8x60s @ RPE 8", "8x(60s @ RPE 8)"),
    ("warmup 10min, tempo 20min @ threshold", "warmup 10min; 20min @ threshold"),
]


@pytest.mark.parametrize(("text", "means"), NOW_READ, ids=[text for text, _ in NOW_READ])
def test_what_the_grammar_alone_refuses(text, means):
    assert parse_steps(text) == parse_steps(means)


SAID_BY_THE_GRAMMAR = [
    *("10", "400", "3x8", "jog 3x3", "10min 5km", "6x(400m) 200m", "6x(400m)(200m)", "1,5km", "1.200m"),
    *("race 10km", "400m, tempo 3-1-1", "Hills: cooldown 5min jog", '10min "a" @ 4:00/km', "10min @ Z2"),
    *("6x800m, 400m jog, 100m walk, cooldown 10min", "99999999999min", "4:30:", "cooldown: 15 m", "5 x"),
    *("5km @ 10k-HM pace", "3-2x800 @ 5k", "40-30min easy", "6x3min hard (foo)"),
    *(
        "60 min run last 70 at MP",
        "75 min: 25 easy, 25 steady",
        "0x400 hard",
        "hard 400 x 0",
        "12x400 in 3 sets of 5",
    ),
]


@pytest.mark.parametrize("text", SAID_BY_THE_GRAMMAR)
def test_shorthand_stands_back_where_it_would_guess(text):
    (message, *_) = _said(text)

    assert "of what?" not in message
    assert not message.startswith("read as")


REFUSED = [
    *("jog @ jog 10min hard", "10min @ at 5k", "in 20min hard", "WU WU CD 10min", "rest hard @ R back"),
    *("5x1k w/ 90s rest @", "20min in tempo", "ri tempo 10min", "on 10min hard", "between hard 10min"),
    *("6x400 hard w/ 2x100m", "10min Z2 Z3 hard", "10min hard 10 @ easy 5k 5k pace 4:00/km 4:10/km"),
    *("10min @ HR hard", "10min RPE hard", "10min hard pace pace main", "10min @ 150 w hard bpm"),
    *("4x(1k hard) 90s (2x400)", "100 free on 1:40 hard x 0", "long run 10k, last 3k", "WU 10% hard"),
    *("equal rest, 10min hard", "6x800 @ 5k, equal time jog", "20min tempo jog back", "marathon 3:30 hard"),
    *("10min hard ((easy)", "10min) hard", "12x400 in 2 of hard", "10min 90% hard"),
]


@pytest.mark.parametrize("text", REFUSED)
def test_a_line_that_makes_no_sense_is_refused_and_not_mended(text):
    read = read_steps(text)

    assert read.problems
    assert all("read as" not in each.message for each in read.problems)


def test_one_question_at_a_time_is_asked_of_a_line_with_two():
    (problem,) = read_steps("6x800 @ 3:00 (90s), 45 min Z2").problems

    assert [each.text for each in problem.corrections] == [
        "6x(800m @ 3:00/km, recover 90s); 45min @ Z2 HR",
        "6x(800m in 3:00, recover 90s); 45min @ Z2 HR",
    ]


def test_suggestions_of_other_lines_stay_where_they_were_typed():
    text = "WU 2k, 20' tempo\n10min @ 4:00\n"
    (problem,) = read_steps(text).problems

    assert [text[each.start : each.end] for each in problem.corrections] == ["4:00", "4:00"]


def test_a_text_that_nobody_types_is_left_to_the_grammar():
    assert read_steps("20' tempo\n" + "10min\n" * 3000).problems == []
    assert read_steps("20' tempo\n" + "10min\n" * 3500).problems


def test_each_word_for_a_pace_is_read_behind_the_at_sign():
    for word, target in PACE_WORDS.items():
        if "/" not in word and not word.endswith("2") and "2" not in word:
            assert parse_steps(f"10min @ {word}") == parse_steps(f"10min @ {target}"), word


def test_a_pace_of_ones_own_that_has_such_a_name_is_quoted():
    text = "10min @ 'hard'\n"

    assert format_steps(parse_steps(text)) == text
    assert parse_steps(text) != parse_steps("10min @ hard")


def test_tempo_is_threshold_for_who_has_no_pace_of_that_name():
    (step,) = parse_steps("10min @ tempo")
    threshold = Athlete(threshold_speed=1000 / 285)
    own = evolve(threshold, paces=(("tempo", Range(4.0, 4.0)),))

    assert resolve_target(step.target, threshold).value.low == pytest.approx(1000 / 285, rel=0.02)
    assert resolve_target(step.target, own).value.high == pytest.approx(4.0, rel=0.03)


def test_no_phrase_is_longer_than_what_is_looked_up():
    assert all(phrase == " ".join(phrase.casefold().split()) for phrase in MEANINGS)


HOSTILE = ["5x(" * 300, "400-" * 5000, "'" * 9000, '90" ' * 4000, "10' " * 4000, "x 6 " * 4000, "WU " * 6000]
HOSTILE += ["1" * 15_000, "w/ " * 6000, "@ " * 6000, "30/" * 6000, "2E + " * 3000, "(" * 900 + ")" * 900]
HOSTILE += ["WU 2k\n" * 3000, "Run 20\n" * 2500, "between " * 2400, "6x800 @ 3:00\n" * 1400]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: f"{text[:8]!r}…")
def test_much_of_anything_is_read_or_refused_with_little_work(text):
    budget = Budget()

    read = read_steps(text, budget=budget)

    assert len("".join(each.message for each in read.problems)) < 300_000
    assert budget.spent[Work.LETTERS] <= 5 * len(text)


WORDS = st.sampled_from(
    [
        *MEANINGS,
        *"()@,;+/>-:=%'\"",
        "10",
        "400",
        "3x",
        "5k",
        "90s",
        "10'",
        "4:10",
        "x 6",
        "30/30",
        "\n",
        "1:30",
        "/km",
    ]
)


@given(st.lists(WORDS, max_size=14))
def test_whatever_is_typed_is_read_or_refused_and_each_reading_is_right(words):
    text = " ".join(words)
    try:
        steps = parse_steps(text)
    except WorkoutError:
        for problem in read_steps(text).problems:
            assert 0 <= problem.offset <= len(text)
        return
    assert parse_steps(format_steps(steps)) == steps


@pytest.mark.parametrize(
    ("typed", "word", "means"),
    [
        ("3x8 min treshold, 2 min jog", "treshold", "3x(8min @ threshold, jog 2min)"),
        ("10x400m@90-92s, 1min jogrst", "jogrst", "10x(400m in 90-92s, jog 1min)"),
        ("20km long run wiht last 5k @ MP", "wiht", "easy 15km; 5km @ marathon"),
        ("20 min tempo backwards + 4 strides", "backwards", "20min @ threshold; 4x(strides 20s, jog 60s)"),
    ],
)
def test_the_one_word_that_nobody_knows_is_told_with_the_line_that_is_meant(typed, word, means):
    (problem,) = read_steps(typed).problems

    assert problem.message.startswith(f"{word!r} is not known here")
    assert typed[problem.offset :].startswith(word)
    assert parse_steps(means) in [parse_steps(each.text) for each in problem.corrections]


@pytest.mark.parametrize(
    "typed",
    [
        "60 min easy incl 6 strides",
        "6x400 hard without rest, 400 jog",
        "foo 400m hard",
        "6x3min hard foo bar",
        "3x3min jumpingly, hoppingly",
        f"6x800 @ 5k pase, 400 jog{' then 400 jog' * 20}",
    ],
)
def test_no_word_is_left_out_of_a_line_that_means_something_else_without_it(typed):
    assert all("not known here" not in message for message in _said(typed))


def test_words_are_looked_for_in_few_lines_of_a_long_text():
    told = _said("\n".join("3x8 min treshold, 2 min jog" for _ in range(30)))

    assert sum("not known here" in message for message in told) == 10


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("2k WU, 6x800 @ 5k w/ 400 jog, 4x200 whooshing up the dune, 2k CD", "4x200 whooshing up the dune"),
        ("6x800 @ 5k pace, 90s blah blah rest, 2k cd", "90s blah blah rest"),
        ("10k easy + 6x800 @ 5k w/ 400 jog + foo bar", "foo bar"),
    ],
)
def test_the_part_of_a_line_that_is_not_understood_is_pointed_at(typed, part):
    (problem,) = read_steps(typed).problems

    assert problem.message.startswith(f"{part!r} is not understood")
    assert typed.index(part) <= problem.offset < typed.index(part) + len(part)


def test_two_workouts_of_a_day_are_no_steps_of_one():
    assert _said("AM: 40 easy, PM: 6x400") == [
        "'PM' begins another workout (write each on a line of its own, in an e-mail or a plan)"
    ]
