"""Sports know how their paces and cadences are said."""

import pytest

from workout_core.model.sport import Sport


@pytest.mark.parametrize("sport", Sport, ids=lambda sport: sport.value)
def test_a_sport_has_at_most_one_way_of_saying_a_pace(sport):
    assert sum((sport.on_foot, sport.in_water, sport.in_cycling, sport.in_rowing)) <= 1


@pytest.mark.parametrize(
    ("sport", "title"), [(Sport.HIIT, "HIIT"), (Sport.TRAIL_RUNNING, "Trail running"), (Sport.YOGA, "Yoga")]
)
def test_the_title_is_what_people_read(sport, title):
    assert sport.title == title
