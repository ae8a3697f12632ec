"""What is told of a workout that a service gives back: step by step, each kind of difference once."""

import pytest
from hypothesis import given

from publish.icu_server import KEY, icu_server
from workout_core import Registry, export, parse_steps
from workout_core.cli.main import run
from workout_core.model.sport import Sport
from workout_core.model.workout import Workout
from workout_core.publish.proof import MOST, lost
from workout_core.testing.strategies import workouts

SENT = "10min @ easy; 3x(800m @ 4:00/km, 2min rest); 5min"


def workout(steps, sport=Sport.RUNNING):
    return Workout(name="W", sport=sport, items=parse_steps(steps))


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (SENT, []),
        ("10min @ easy; 800m @ 4:00/km; 2min rest; 2x(800m @ 4:00/km, 2min rest); 5min", []),
        (
            SENT.replace(" @ 4:00/km", ""),
            ["step 2 of 8: '800 m at 4:00/km' became '800 m' (and 2 like it)"],
        ),
        (SENT.replace("; 5min", ""), ["step 8 of 8: '5 min' is not there"]),
        (f"{SENT}; 1km", ["step 8 of 8: '1 km' was added"]),
    ],
    ids=["nothing", "only how repeats are folded", "targets", "a step", "one step more"],
)
def test_differences_are_told_once_for_each_kind(steps, said):
    assert list(lost(workout(SENT), workout(steps))) == said


def test_another_sport_is_told():
    assert list(lost(workout("5min"), workout("5min", Sport.CYCLING))) == ["Running became Cycling"]


def test_many_differences_are_counted():
    told = list(lost(workout("; ".join(f"{n}min" for n in range(1, 20))), workout("1h")))
    assert len(told) == MOST + 1
    assert told[-1].startswith("and ")


@given(workouts())
def test_what_comes_back_as_it_was_has_lost_nothing(subject):
    assert list(lost(subject, subject)) == []


PLAN = """\
plan: Form
sessions:
  - slot: a
    date: 2026-10-22
    workout: {workout: Hills, steps: "10min; 4x(1min @ 4:00/km, 1min jog)"}
"""


@pytest.fixture
def published(tmp_path, monkeypatch, capfd):
    """Publish the plan, on a service that makes something else of each file, and return what is said."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN, "utf-8")
    monkeypatch.setenv("INTERVALS_API_KEY", KEY)
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785700800")
    monkeypatch.setattr("workout_core.publish.patience.sleep", lambda _: None)

    def call(converts, *arguments):
        with icu_server() as server:
            server.converts = converts
            command = ["publish", "icu", str(plan), "--url", server.url]
            code = run(command)
            first = (code, capfd.readouterr().err)
            assert run([*command, *arguments]) == 0
            return *first, capfd.readouterr().err

    return call


def fit(steps):
    (file,) = export(workout(steps), "fit", registry=Registry.discover())
    return file.data


def test_what_the_service_has_lost_is_told(published):
    poorer = fit("10min; 4x(1min, 1min jog)")
    code, err, again = published(lambda _: poorer, "--verify")
    assert code == 0
    assert "Thu 22 Oct 2026 Hills: step 2 of 9: '1 min at " in err
    assert "became '1 min' (and 3 like it)\n0 workouts of 1 came back with every step\n" in err
    assert "became '1 min' (and 3 like it)" in again


def test_a_file_that_comes_back_whole_is_told(published):
    code, err, again = published(bytes)
    assert (code, err) == (0, "1 workout of 1 came back with every step\n")
    assert again == "1 workout of 'Form' unchanged\n"


def test_what_cannot_be_read_is_told(published):
    code, err, _ = published(lambda _: b"nothing of FIT")
    assert code == 0
    assert "(what is lost is not known)\n0 workouts of 1 came back with every step\n" in err
