"""Where things are in a folder that is published."""

import pytest

from workout_core.feed.layout import is_hidden, variant_file


@pytest.mark.parametrize(
    ("calendar", "options", "file"),
    [
        ("form.ics", {}, "form.ics"),
        ("form.ics", {"busy": "yes"}, ".variants/form.busy-yes.ics"),
        (
            "ann/form.ics",
            {"only": "strength", "busy": "yes"},
            "ann/.variants/form.busy-yes.only-strength.ics",
        ),
    ],
)
def test_a_calendar_with_options_has_a_place_of_its_own(calendar, options, file):
    assert variant_file(calendar, options) == file
    assert is_hidden(file) is bool(options)
