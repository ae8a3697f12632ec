"""Distances and paces of a calendar, in kilometres or in miles."""

import pytest

from calendars import RUN, events, feed
from workout_core import Athlete, Units, Workout, parse_steps

METRIC = Athlete(threshold_speed=1000 / 285)
IMPERIAL = Athlete(threshold_speed=1000 / 285, units=Units.IMPERIAL)
RACE_PACE = Workout(name="Pace", items=parse_steps("10km @ 5:00/km; 2km @ threshold"))


@pytest.mark.parametrize(
    ("athlete", "options", "said"),
    [
        (None, {}, ("10 km at 5:00/km", "2 km at threshold pace", "12 km")),
        (None, {"units": "miles"}, ("10 km at 8:03/mi", "2 km at threshold pace", "7.5 mi")),
        (METRIC, {}, ("10 km at 5:00/km", "2 km at threshold pace (4:45/km)", "12 km")),
        (
            METRIC,
            {"units": "Miles"},
            ("10 km at 8:03/mi", "2 km at threshold pace (7:39/mi)", "7.5 mi"),
        ),
        (IMPERIAL, {}, ("10 km at 8:03/mi", "2 km at threshold pace (7:39/mi)", "7.5 mi")),
        (IMPERIAL, {"units": "km"}, ("10 km at 5:00/km", "2 km at threshold pace (4:45/km)", "12 km")),
    ],
    ids=["nobody", "nobody miles", "metric", "metric miles", "imperial", "imperial km"],
)
def test_paces_and_totals_are_said_in_the_units_that_are_wanted_and_what_is_written_as_it_is(
    athlete, options, said
):
    text = str(events(feed(RACE_PACE, athlete, **options))["Pace"]["DESCRIPTION"])
    first, second, _, total = text.splitlines()
    assert (first.removeprefix("• "), second.removeprefix("• ")) == said[:2]
    assert total.endswith(f", {said[2]}")


def test_what_has_no_distance_is_the_same_in_all_units():
    lines = [
        [
            line
            for line in str(events(feed(RUN, units=units))["Easy run"]["DESCRIPTION"]).splitlines()
            if "•" in line
        ]
        for units in ("km", "miles")
    ]
    assert lines[0] == lines[1] == ["• Easy 40 min at heart rate zone 2"]
