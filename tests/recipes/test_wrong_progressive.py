"""A progressive run that cannot be is refused with the name of what is wrong, and what would be right."""

import pytest

from workout_core import InvalidParameter, progressive

PACES = {"from": "6:00/km", "to": "5:00/km"}
WRONG = {
    "neither a distance nor a time": ({}, "distance: how far? (like '12km'; or 'time', like '1h')"),
    "both": (
        {"distance": "10km", "time": "1h"},
        "time: both a distance and a time are given (leave one out)",
    ),
    "only the first pace": (
        {"distance": "10km", "from": "6:00/km"},
        "to: is needed beside 'from' (or leave out both)",
    ),
    "only the last pace": (
        {"distance": "10km", "to": "5:00/km"},
        "from: is needed beside 'to' (or leave out both)",
    ),
    "slower at the end": (
        {"distance": "10km", "from": "5:00/km", "to": "6:00/km"},
        "to: 6:00/km is not faster than 5:00/km (swap 'from' and 'to'?)",
    ),
    "never faster": (
        {"distance": "10km", "from": "5:00/km", "to": "5:00/km"},
        "to: 5:00/km is not faster than 5:00/km (swap 'from' and 'to'?)",
    ),
    "parts by time of a distance": (
        {"distance": "10km", "every": "10min"},
        "every: must be a distance, as the whole is: '10 min'",
    ),
    "parts by distance of a time": (
        {"time": "1h", "every": "2km"},
        "every: must be a time, as the whole is: '2 km'",
    ),
    "one part": (
        {"distance": "10km", "every": "10km"},
        "every: 10 km leave nothing to get faster in",
    ),
    "parts longer than the whole": (
        {"time": "30min", "every": "1h"},
        "every: 1 h leave nothing to get faster in",
    ),
    "too many parts": (
        {"distance": "10km", "every": "100m"},
        "every: more than 50 paces (like '1km' or '10min')",
    ),
    "another kind": (
        {"distance": "10km", "kind": "thrids"},
        "kind: 'thrids' is not one of the choices (did you mean 'thirds'?)",
    ),
    "a pace nobody runs": (
        {"distance": "10km", "from": "1:00/km", "to": "0:50/km"},
        "from: must be 33:20/km to 1:20/km: '1:00/km'",
    ),
    "a heart rate for a pace": (
        {"distance": "10km", "from": "150bpm", "to": "5:00/km"},
        "from: '150bpm' is not a pace (like '4:10/km', '7:00/mi' or '12km/h')",
    ),
    "cues without paces": (
        {"distance": "10km", "cues": "5km Half way"},
        "cues: cues by distance need a distance, 'from' and 'to'",
    ),
    "cues of a time": (
        {"time": "1h", "cues": "5km Half way", **PACES},
        "cues: cues by distance need a distance, 'from' and 'to'",
    ),
    "a cue beyond the end": (
        {"distance": "10km", "cues": "12km Done", **PACES},
        "cues: 'Done' at 12km is not within 10km",
    ),
    "a length that is none": (
        {"distance": "10km", "every": "often"},
        "every: 'often' is neither a time nor a distance (like '10min' or '2km')",
    ),
    "another parameter": (
        {"distance": "10km", "form": "6:00/km"},
        "form: is not a parameter of progressive (did you mean 'from'?)",
    ),
}


@pytest.mark.parametrize(("given", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_run_is_refused_and_the_message_says_what_would_be_right(given, message):
    with pytest.raises(InvalidParameter) as refused:
        progressive(**given)
    assert str(refused.value) == message
    assert refused.value.parameter == message.partition(":")[0]


@pytest.mark.parametrize(
    ("given", "parameter"),
    [
        ({"distance": "10km", "from": float("nan"), "to": 3.5}, "from"),
        ({"distance": "10km", "from": 3.0, "to": float("inf")}, "to"),
        ({"time": float("nan")}, "time"),
        ({"time": float("inf")}, "time"),
        ({"distance": "10km", "every": 1000}, "every"),
        ({"distance": "10km", "kind": 3}, "kind"),
        ({"distance": "10km", "tolerance": 8}, "tolerance"),
        ({"distance": "10km", "rest": 120, "kind": "cut-down"}, "rest"),
        ({"distance": "10km", "from": "6:00/km", "start": "5:50/km", "to": "5:00/km"}, "start"),
    ],
    ids=[
        "no number",
        "endless",
        "a time that is no number",
        "an endless time",
        "a length without a unit",
        "a kind by its number",
        "a tolerance without a unit",
        "a jog without a unit",
        "one pace under two names",
    ],
)
def test_nonsense_is_refused_by_the_name_of_its_parameter(given, parameter):
    with pytest.raises(InvalidParameter) as refused:
        progressive(**given)
    assert refused.value.parameter == parameter
