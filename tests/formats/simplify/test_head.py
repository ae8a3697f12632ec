"""What a workout says of itself, beside its steps: cut or left out, and accounted for."""

import pytest
from attrs import evolve

from workout_core import Capabilities, Feature, Link, Step, Time, Workout, simplify

WORKOUT = Workout(
    name="Six by eight hundred metres on the track",
    items=[Step(duration=Time(60))],
    description="Hold the form when it gets hard. Walk if you have to.",
    tags=["speed"],
    links=[Link("https://example.org/form")],
    pool_length=25,
    id="six-by-800",
)


@pytest.mark.parametrize(
    ("limits", "changes", "losses"),
    [
        ({}, {}, []),
        (
            {"max_name_bytes": 15},
            {"name": "Six by eight hu"},
            ["name: name: cut to 15 bytes: 'Six by eight hu'"],
        ),
        (
            {"max_name_bytes": 31},
            {"name": "Six by eight hundred metres on"},
            ["name: name: cut to 31 bytes: 'Six by eight hundred metres on'"],
        ),
        (
            {"max_description_bytes": 33},
            {"description": "Hold the form when it gets hard."},
            ["description: description: cut to 33 bytes: 'Hold the form when it gets hard.'"],
        ),
        (
            {"features": {Feature.TIME, Feature.POOL_LENGTH}, "max_description_bytes": 33},
            {"description": "", "tags": (), "links": ()},
            ["description: description: left out", "tags: tags: left out", "links: links: left out"],
        ),
    ],
    ids=["room for all", "a short name", "a longer name", "a short description", "a bare format"],
)
def test_the_head_is_cut_or_left_out(limits, changes, losses):
    supports = Capabilities(**{"features": frozenset(Feature)} | limits)
    simple, lost = simplify(WORKOUT, supports)
    assert simple == evolve(WORKOUT, **changes)
    assert [str(loss) for loss in lost] == losses


def test_a_name_is_never_cut_to_nothing():
    name = "👨\u200d👩\u200d👧\u200d👦 run"
    simple, _ = simplify(
        Workout(name=name, items=[Step()]), Capabilities(features=frozenset(Feature), max_name_bytes=15)
    )
    assert simple.name == "👨\u200d👩\u200d"
