"""Repeats a format lacks are counted or written out, whole: nothing is cut, done twice or skipped."""

import re

import pytest
from attrs import evolve

from workout_core import (
    Calories,
    Capabilities,
    Distance,
    ExportError,
    Feature,
    HeartRateBelow,
    Intensity,
    Quantity,
    Ramp,
    Repeat,
    Reps,
    Sport,
    Step,
    Target,
    Time,
    Workout,
    parse_steps,
    simplify,
    walk,
)

EVERYTHING = frozenset(Feature)
ADVICE = "write what repeats as a repeat, or split the workout in two"
RUN = Step(duration=Time(60))
REST = Step(duration=Time(30), intensity=Intensity.REST)
JOG = Step(duration=Distance(200), intensity=Intensity.RECOVERY)


def simplified(items, *lacking: Feature, **limits):
    """Return what becomes of *items* in a format that lacks some features, and the losses as text."""
    workout = Workout(name="Structure", items=items)
    supports = Capabilities(features=EVERYTHING - {*lacking}, **limits)
    simple, losses = simplify(workout, supports)
    return simple.items, [str(loss) for loss in losses]


@pytest.mark.parametrize(
    ("before", "lacking", "after", "losses"),
    [
        (
            "2x(3x(1min), 30s rest)",
            [Feature.REPEAT],
            "1min; 1min; 1min; 30s rest; 1min; 1min; 1min; 30s rest",
            [
                "steps[0].steps[0]: repeat: 3 passes are written out",
                "steps[0]: repeat: 2 passes are written out",
            ],
        ),
        (
            "2x(3x(2x(1min), 2min), 30s rest)",
            [Feature.NESTED_REPEAT],
            "2x(1min, 1min, 2min, 1min, 1min, 2min, 1min, 1min, 2min, 30s rest)",
            [
                "steps[0].steps[0].steps[0]: nested repeat: 2 passes are written out",
                "steps[0].steps[0]: nested repeat: 3 passes are written out",
            ],
        ),
        (
            "10min; 2x(1min); 3x(2min); 5min",
            [Feature.NESTED_REPEAT],
            "10min; 2x(1min); 3x(2min); 5min",
            [],
        ),
        (
            "1x(1min, 30s rest)",
            [Feature.REPEAT],
            "1min; 30s rest",
            ["steps[0]: repeat: 1 pass is written out"],
        ),
        (
            "3x skip last rest(1min, 30s rest)",
            [Feature.REPEAT],
            "1min; 30s rest; 1min; 30s rest; 1min",
            ["steps[0]: repeat: 3 passes are written out"],
        ),
        (
            "3x skip last rest(1min, 30s rest)",
            [Feature.REPEAT, Feature.SKIP_LAST_REST],
            "1min; 30s rest; 1min; 30s rest; 1min",
            ["steps[0]: repeat: 3 passes are written out"],
        ),
        (
            "2x skip last rest(1min, 30s rest)",
            [Feature.SKIP_LAST_REST],
            "1min; 30s rest; 1min",
            ["steps[0]: skip last rest: the last pass is written out without its rest"],
        ),
        (
            "1x skip last rest(1min, 30s rest)",
            [Feature.SKIP_LAST_REST],
            "1min",
            ["steps[0]: skip last rest: the last pass is written out without its rest"],
        ),
        (
            "2x skip last rest(3x skip last rest(1min, 30s rest), 2min walk)",
            [Feature.SKIP_LAST_REST],
            "2x(1min, 30s rest); 1min; 2min walk; 2x(1min, 30s rest); 1min",
            [
                "steps[0].steps[0]: skip last rest: the last pass is written out without its rest",
                "steps[0]: skip last rest: the last pass is written out without its rest",
            ],
        ),
        (
            "2x(3x skip last rest(1min, 30s rest), 2min walk)",
            [Feature.NESTED_REPEAT],
            "2x(1min, 30s rest, 1min, 30s rest, 1min, 2min walk)",
            ["steps[0].steps[0]: nested repeat: 3 passes are written out"],
        ),
    ],
    ids=[
        "all are written out",
        "the inner ones are written out",
        "side by side is not nested",
        "a single pass",
        "written out without the last rest",
        "written out without the last rest, which is no second loss",
        "two passes",
        "no rest at all",
        "both skip",
        "an inner one that skips",
    ],
)
def test_repeats_are_written_out(before, lacking, after, losses):
    assert simplified(parse_steps(before), *lacking) == (parse_steps(after), losses)


@pytest.mark.parametrize(
    ("until", "items", "times", "words"),
    [
        (Time(600), [RUN, REST], 7, "'repeat for 10 min' becomes '7 times'"),
        (Time(30), [RUN], 1, "'repeat for 30 s' becomes 'once'"),
        (Time(86_400), [Step(duration=Time(1))], 1000, "'repeat for 24 h' becomes '1000 times'"),
        (Distance(2000), [JOG, JOG], 5, "'repeat for 2 km' becomes '5 times'"),
        (Distance(1000), [REST], 1, "'repeat for 1 km' becomes 'once'"),
        (HeartRateBelow(110), [RUN], 1, "'repeat until heart rate is below 110 bpm' becomes 'once'"),
        (Calories(300), [RUN, REST], 1, "'repeat for 300 kcal' becomes 'once'"),
    ],
    ids=[
        "a time",
        "less than a pass",
        "far too many",
        "a distance",
        "nothing to cover",
        "a heart rate",
        "energy",
    ],
)
def test_a_repeat_until_something_becomes_an_estimated_number(until, items, times, words):
    after = (Repeat(times=times, items=items),)
    expected = after, [f"steps[0]: repeat until: {words}"]
    assert simplified([Repeat(until=until, items=items)], Feature.REPEAT_UNTIL) == expected


def test_an_end_that_the_format_lacks_is_counted_though_it_has_other_ends():
    before = [Repeat(until=Distance(2000), items=[Step(duration=Time(120))])]
    after, losses = simplified(before, Feature.DISTANCE)
    assert after == (Repeat(times=5, items=[Step(duration=Time(120))]),)
    assert losses == ["steps[0]: repeat until: 'repeat for 2 km' becomes '5 times'"]


@pytest.mark.parametrize(
    ("lacking", "outer"),
    [(Feature.NESTED_REPEAT, True), (Feature.REPEAT, False)],
    ids=["nested", "any"],
)
def test_a_repeat_until_something_is_counted_before_it_is_written_out(lacking, outer):
    before = [Repeat(times=2, items=[Repeat(until=Time(180), items=[RUN]), REST])]
    after, losses = simplified(before, lacking)
    once = [RUN, RUN, RUN, REST]
    assert after == ((Repeat(times=2, items=once),) if outer else (*once, *once))
    assert losses[:2] == [
        "steps[0].steps[0]: repeat until: 'repeat for 3 min' becomes '3 times'",
        f"steps[0].steps[0]: {lacking.title}: 3 passes are written out",
    ]


def test_a_rest_that_becomes_several_steps_is_skipped_whole():
    rest = Step(duration=Time(60), intensity=Intensity.REST, target=Target(Quantity.SPEED, Ramp(2.0, 3.0)))
    before = [Repeat(times=3, items=[RUN, rest], skip_last_rest=True)]
    (first, last), losses = simplified(before, Feature.RAMP)
    assert [first.times, len(first.items), first.skip_last_rest] == [2, 3, False]
    assert last == RUN
    assert losses == [
        "steps[0].steps[1].target: ramp: the ramp becomes 2 stairs",
        "steps[0]: skip last rest: the last pass is written out without its rest",
    ]


@pytest.mark.parametrize(
    "lacking", [(), (Feature.REPEAT,), (Feature.NESTED_REPEAT,)], ids=["none", "any", "nested"]
)
def test_as_many_steps_as_the_format_takes_are_taken(lacking):
    items, _ = simplified(parse_steps("4x(3x(1min), 30s rest)"), *lacking)
    count = sum(1 for _ in walk(items))
    assert simplified(parse_steps("4x(3x(1min), 30s rest)"), *lacking, max_steps=count)[0] == items


@pytest.mark.parametrize(
    ("lacking", "limits", "message"),
    [
        (
            (),
            {"max_steps": 3},
            f"steps: 4 steps and repeats, and the format takes 3 ({ADVICE})",
        ),
        (
            (Feature.REPEAT,),
            {"max_steps": 15},
            f"steps: 16 steps and repeats, and the format takes 15 ({ADVICE})",
        ),
        (
            (Feature.NESTED_REPEAT,),
            {"max_steps": 4, "too_many_steps": "buy a bigger watch"},
            "steps: 5 steps and repeats, and the format takes 4 (buy a bigger watch)",
        ),
    ],
    ids=["as they are", "written out", "with the format's own advice"],
)
def test_more_steps_than_the_format_takes_are_refused_and_never_cut(lacking, limits, message):
    with pytest.raises(ExportError, match=f"^{re.escape(message)}$"):
        simplified(parse_steps("4x(3x(1min), 30s rest)"), *lacking, **limits)


def test_a_bomb_of_repeats_is_refused_before_it_goes_off():
    bomb = RUN
    for _ in range(16):
        bomb = Repeat(times=1000, items=[bomb])
    message = f"steps: more than 100000 steps, because the format has no such repeats ({ADVICE})"
    for lacking in (Feature.REPEAT, Feature.NESTED_REPEAT):
        with pytest.raises(ExportError, match=f"^{re.escape(message)}$"):
            simplified([bomb], lacking)


def test_a_sport_that_the_format_does_not_know_is_refused():
    swim = Workout(name="Swim", items=[RUN], sport=Sport.OPEN_WATER_SWIMMING)
    supports = Capabilities(features=EVERYTHING, sports={Sport.RUNNING})
    with pytest.raises(ExportError, match=r"^sport: the format has no open water swimming$"):
        simplify(swim, supports)
    assert simplify(evolve(swim, sport=Sport.RUNNING), supports)[1] == ()


def test_a_set_of_sets_keeps_what_it_can():
    before = [Repeat(times=3, items=[Step(duration=Reps(8)), REST], skip_last_rest=True)]
    after, losses = simplified(before, Feature.REPS)
    assert after == (Repeat(times=3, items=[Step(cue="8 reps"), REST], skip_last_rest=True),)
    assert losses == ["steps[0].steps[0].duration: reps: '8 reps' becomes 'until you press lap'"]


@pytest.mark.parametrize(
    ("before", "lacking", "after", "losses"),
    [
        (
            "4-6x(1min, 30s rest)",
            [Feature.REPEAT_RANGE],
            '4x(1min "4 to 6 times", 30s rest)',
            ["steps[0]: repeat range: '4 to 6 times' becomes '4 times'"],
        ),
        (
            "2-3x(1min)",
            [Feature.REPEAT],
            '1min "2 to 3 times"; 1min "2 to 3 times"',
            [
                "steps[0]: repeat range: '2 to 3 times' becomes '2 times'",
                "steps[0]: repeat: 2 passes are written out",
            ],
        ),
        (
            "2x(2-3x(1min), 30s rest)",
            [Feature.NESTED_REPEAT],
            '2x(1min "2 to 3 times", 1min "2 to 3 times", 30s rest)',
            [
                "steps[0].steps[0]: repeat range: '2 to 3 times' becomes '2 times'",
                "steps[0].steps[0]: nested repeat: 2 passes are written out",
            ],
        ),
        (
            "3-4x skip last rest(1min, 30s rest)",
            [Feature.SKIP_LAST_REST],
            '2x(1min "3 to 4 times", 30s rest); 1min "3 to 4 times"',
            [
                "steps[0]: repeat range: '3 to 4 times' becomes '3 times, without the last rest'",
                "steps[0]: skip last rest: the last pass is written out without its rest",
            ],
        ),
        ("4-6x(1min, 30-60s rest)", [], "4-6x(1min, 30-60s rest)", []),
        (
            "4x(1min, 30-60s rest)",
            [Feature.AMOUNT_RANGE],
            '4x(1min, 30s rest "30 to 60 s")',
            ["steps[0].steps[1].duration: amount range: '30 to 60 s' becomes '30 s'"],
        ),
        (
            "8-10km",
            [Feature.DISTANCE],
            '40min "8 to 10 km"',
            ["steps[0].duration: distance: '8 to 10 km' becomes '40 min'"],
        ),
    ],
    ids=["kept", "written out", "inside", "cut", "carried", "rests", "no distances"],
)
def test_of_a_range_the_lower_end_is_left_and_words(before, lacking, after, losses):
    assert simplified(parse_steps(before), *lacking) == (parse_steps(after), losses)
