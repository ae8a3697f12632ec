"""A time for a distance, and a pace beside a named one, in the notation: read, written, refused."""

import pytest

from workout_core import (
    Distance,
    DocumentError,
    Intensity,
    Named,
    Quantity,
    Range,
    Reference,
    RepTime,
    Step,
    Target,
    Time,
    format_steps,
    parse_steps,
)

SPEED = Quantity.SPEED
PER_MILE = 1000 / 1609.344


def _is(duration, value, **others):
    return Step(duration=duration, target=Target(SPEED, value), **others)


STEPS = [
    ("400m in 72s", "400m in 72s", _is(Distance(400), RepTime(400, 72, 72))),
    ("400M IN 72 SEC", "400m in 72s", _is(Distance(400), RepTime(400, 72, 72))),
    ("400m in 1:12", "400m in 72s", _is(Distance(400), RepTime(400, 72, 72))),
    ("400m in 70-72s", "400m in 70-72s", _is(Distance(400), RepTime(400, 70, 72))),
    ("400m in 72\u201370s", "400m in 70-72s", _is(Distance(400), RepTime(400, 70, 72))),
    ("800m in 2:40-2:45", "800m in 2:40-2:45", _is(Distance(800), RepTime(800, 160, 165))),
    ("800m in 85s-1:35", "800m in 1:25-1:35", _is(Distance(800), RepTime(800, 85, 95))),
    ("200m in 36.5s", "200m in 36.5s", _is(Distance(200), RepTime(200, 36.5, 36.5))),
    ("in 3:20 800m", "800m in 3:20", _is(Distance(800), RepTime(800, 200, 200))),
    ("run 10km in 50 minutes", "10km in 50:00", _is(Distance(10_000), RepTime(10_000, 3000, 3000))),
    ("20km in 1h40", "20km in 1:40:00", _is(Distance(20_000), RepTime(20_000, 6000, 6000))),
    ("400m in 72s ~2s", "400m in 70-74s", _is(Distance(400), RepTime(400, 70, 74))),
    ("400m in 80s ~5%", "400m in 76-84s", _is(Distance(400), RepTime(400, 76, 84))),
    ("1200m @ 72s/400m", "1200m @ 72s/400m", _is(Distance(1200), RepTime(400, 72, 72))),
    ("10min @ 1:36/400m", "10min @ 1:36/400m", _is(Time(600), RepTime(400, 96, 96))),
    ("10min @ 1:36-1:40/400m", "10min @ 1:36-1:40/400m", _is(Time(600), RepTime(400, 96, 100))),
    ("10min @ 72s/400m ~2s", "10min @ 70-74s/400m", _is(Time(600), RepTime(400, 70, 74))),
    ("100m @ 105s/100m", "100m in 1:45", _is(Distance(100), RepTime(100, 105, 105))),
    ("10min @ 105s/100m", "10min @ 105s/100m", _is(Time(600), RepTime(100, 105, 105))),
    ("10min @ 4:00/1km", "10min @ 4:00/1km", _is(Time(600), RepTime(1000, 240, 240))),
    (
        "1km @ 10km pace + 20s",
        "1km @ 10km pace + 20s/km",
        _is(Distance(1000), Named("10km pace", offset=Range(20, 20))),
    ),
    (
        "1km @ 10km pace +20s/km",
        "1km @ 10km pace + 20s/km",
        _is(Distance(1000), Named("10km pace", offset=Range(20, 20))),
    ),
    (
        "1km @ Half marathon pace \u2212 5s/km",
        "1km @ half marathon pace - 5s/km",
        _is(Distance(1000), Named("half marathon pace", offset=Range(-5, -5))),
    ),
    (
        "1km @ marathon pace - 5-10s",
        "1km @ marathon - 5-10s/km",
        _is(Distance(1000), Named("marathon", offset=Range(-10, -5))),
    ),
    ("1km @ MP+10s", "1km @ marathon + 10s/km", _is(Distance(1000), Named("marathon", offset=Range(10, 10)))),
    (
        "3mi @ threshold + 10s",
        "3mi @ threshold + 10s/mi",
        _is(Distance(3 * 1609.344), Named("threshold", offset=Range(10 * PER_MILE, 10 * PER_MILE))),
    ),
    (
        "3mi @ threshold + 10s/km",
        "3mi @ threshold + 10s/km",
        _is(Distance(3 * 1609.344), Named("threshold", offset=Range(10, 10))),
    ),
    (
        "10min @ threshold + 10s ~3s",
        "10min @ threshold + 10s/km ~3s",
        _is(Time(600), Named("threshold", 3, offset=Range(10, 10))),
    ),
    (
        "10min @ threshold + 10s ~0",
        "10min @ threshold + 10s/km ~0",
        _is(Time(600), Named("threshold", 0, offset=Range(10, 10))),
    ),
    (
        "10min @ 'shuffle' + 10s",
        "10min @ 'shuffle' + 10s/km",
        _is(Time(600), Named("shuffle", offset=Range(10, 10))),
    ),
    (
        "10min @ '\u00fcber' - 10s",
        "10min @ '\u00fcber' - 10s/km",
        _is(Time(600), Named("\u00fcber", offset=Range(-10, -10))),
    ),
    (
        "10min @ 95% 10km pace",
        "10min @ 95% 10km pace",
        _is(Time(600), Named("10km pace", share=Range(0.95, 0.95))),
    ),
    (
        "10min @ 95-97% of marathon pace",
        "10min @ 95-97% marathon",
        _is(Time(600), Named("marathon", share=Range(0.95, 0.97))),
    ),
    (
        "10min @ 90% threshold",
        "10min @ 90% threshold",
        _is(Time(600), Range(0.9, 0.9, Reference.THRESHOLD_PACE)),
    ),
    (
        "10min @ 90% 'threshold'",
        "10min @ 90% 'threshold'",
        _is(Time(600), Named("threshold", share=Range(0.9, 0.9))),
    ),
    ("10min @ goal pace", "10min @ goal pace", _is(Time(600), Named("goal pace"))),
    (
        "10min @ GP - 5s",
        "10min @ goal pace - 5s/km",
        _is(Time(600), Named("goal pace", offset=Range(-5, -5))),
    ),
    (
        "jog 400m in 2:30",
        "recover 400m in 2:30",
        _is(Distance(400), RepTime(400, 150, 150), intensity=Intensity.RECOVERY),
    ),
    ('400m in 72s "Tall"', '400m in 72s "Tall"', _is(Distance(400), RepTime(400, 72, 72), cue="Tall")),
    (
        "400m in 72s @ 180spm",
        "400m in 72s @ 180spm",
        _is(Distance(400), RepTime(400, 72, 72), second_target=Target(Quantity.CADENCE, Range(180, 180))),
    ),
]


@pytest.mark.parametrize(("text", "canonical", "step"), STEPS, ids=[text for text, *_ in STEPS])
def test_it_is_read_and_written_in_the_canonical_form(text, canonical, step):
    assert parse_steps(f"{text}\r\n") == (step,)
    assert format_steps([step]) == f"{canonical}\n"
    assert parse_steps(canonical) == (step,)


def test_a_second_target_that_is_a_time_stands_behind_the_first():
    text = "400m @ 180spm, 72s/400m\n"
    assert format_steps(parse_steps(text)) == text


def test_a_pace_for_a_usual_length_stays_a_pace():
    (step,) = parse_steps("100m @ 1:45/100m")
    assert step.target.value == Range(100 / 105, 100 / 105)


def test_a_short_stretch_with_a_time_is_no_minutes():
    assert parse_steps("20m in 3s")[0].duration == Distance(20)


SPARED = "a pace of your own is quoted: "
WRONG = [
    ("10min in 72s", "a time is for a distance (like '400m in 72s', or '10min @ 72s/400m')"),
    ("400m in 5s", "time must be 10 to 4000 s: 5"),
    ("400m in 72s @ 4:00/km", "both targets are of speed"),
    ("400m in 72s in 75s", "a second time in one step (begin a new line, or put ',' or ';' between)"),
    ("400m in 72s ~0", "a time for a distance is not held all the way (write a pace: '@ 3:00/km')"),
    ("400m in 72s ~80s", "the tolerance '~80s' is wider than the target itself"),
    ("400m in 70-72s ~2s", "a tolerance widens a single time (like '400m in 72s ~2s'), and this is not one"),
    (
        "10min @ shuffle + 10s",
        f"'shuffle' is not a pace (like '10km pace + 20s' or '95% marathon'; {SPARED}'shuffle')",
    ),
    ("10min @ treshold + 10s", f"'treshold' is not a pace (did you mean 'threshold'? {SPARED}'treshold')"),
    ("10min @ 95% LTRH", f"'ltrh' is not a pace (like '10km pace + 20s' or '95% marathon'; {SPARED}'ltrh')"),
    ("10min @ hard + 10s", "'hard' is 'RPE 9', and no pace to be beside"),
    ("10min @ 10km pace + 900s", "offset must be -600 to 600 s/km: 900"),
    ("10min @ 5% marathon", "share must be 0.1 to 3 of the pace's speed: 0.05"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[text for text, _ in WRONG])
def test_what_is_wrong_is_said_with_what_would_be_right(text, message):
    with pytest.raises(DocumentError) as caught:
        parse_steps(text)
    assert [problem.message for problem in caught.value.problems] == [message]
