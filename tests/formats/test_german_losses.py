"""What becomes of a workout in a format, as a German coach would say it."""

import pytest
from attrs import evolve

from workout_core import (
    Capabilities,
    ExportError,
    Feature,
    Intensity,
    Loss,
    Repeat,
    Sport,
    Step,
    Time,
    Workout,
    in_language,
    parse_steps,
    simplify,
)

TIMES = Capabilities(features={Feature.TIME, Feature.REPEAT, Feature.CUE})
BARE = Capabilities(features={Feature.TIME})


def _workout(steps, sport=Sport.RUNNING):
    return Workout(name="Test", items=parse_steps(steps), sport=sport)


def _told(steps, supports, sport=Sport.RUNNING):
    with in_language("de"):
        return [str(loss) for loss in simplify(_workout(steps, sport), supports)[1]]


@pytest.mark.parametrize(
    ("steps", "supports", "told"),
    [
        ("3x 1min", BARE, "steps[0]: Wiederholung: 3 Durchgänge sind ausgeschrieben"),
        ("walk 5min", TIMES, "steps[0].intensity: Art des Schritts: „Gehen“ steht nur als Text im Hinweis"),
        ("easy 5min", BARE, "steps[0].intensity: Art des Schritts: „locker“ entfällt"),
        (
            "10min @ from 100W to 200W",
            evolve(TIMES, features={*TIMES.features, Feature.POWER}),
            "steps[0].target: Rampe: die Rampe wird zu 5 Stufen",
        ),
    ],
)
def test_what_became_of_it_is_told_in_german(steps, supports, told):
    assert told in _told(steps, supports)


def test_what_somebody_wrote_stays_as_it_is():
    step = Step(duration=Time(60), intensity=Intensity.STRIDES, cue="Easy does it")
    with in_language("de"):
        simple, _ = simplify(Workout(name="Steady", items=[step]), TIMES)
    assert simple.name == "Steady"
    assert simple.items[0].cue == "Steigerungen\nEasy does it"


def test_the_last_pass_without_its_rest():
    steps = [Step(duration=Time(60)), Step(duration=Time(60), intensity=Intensity.REST)]
    workout = Workout(name="Test", items=[Repeat(items=steps, times=3, skip_last_rest=True)])
    with in_language("de"):
        (loss,) = simplify(workout, TIMES)[1]
    assert loss.what == "der letzte Durchgang ist ohne seine Pause ausgeschrieben"


def test_a_name_is_cut_between_letters():
    workout = evolve(_workout("1min"), name="Fahrtspiel übers Land")
    with in_language("de"):
        simple, (loss,) = simplify(workout, evolve(BARE, max_name_bytes=12))
        assert str(loss) == "name: Name: auf 12 Bytes gekürzt: „Fahrtspiel“"
    assert simple.name == "Fahrtspiel"


def test_a_sport_keeps_its_capital():
    runs = evolve(BARE, sports={Sport.RUNNING})
    with in_language("de"), pytest.raises(ExportError, match="sport: Radfahren gibt es in dem Format nicht"):
        simplify(_workout("1min", Sport.CYCLING), runs)


def test_a_loss_is_the_same_in_each_language_and_said_in_the_one_that_is_spoken():
    loss = Loss("steps[0]", Feature.PER_SIDE, "…")
    assert (loss.kind, loss.title) == (Feature.PER_SIDE, "per side")
    with in_language("de"):
        assert (loss.kind, loss.title) == (Feature.PER_SIDE, "je Seite")
        assert Loss("", "colour", "grau").title == "colour"
    assert loss.title == "per side"
