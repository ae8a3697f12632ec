"""Where a line begins plainly, nobody need look for the name of an exercise."""

from hypothesis import example, given
from hypothesis import strategies as st

from workout_core.notation.exercise import begins_plainly, cut
from workout_core.notation.layout import Part
from workout_core.notation.loads import is_held

PIECES = (
    *(
        "10min",
        "400m",
        "5km",
        "30s",
        "1h",
        "3x8",
        "3 x",
        "/side",
        "reps",
        "squat",
        "plank",
        "green",
        "band",
        "A1",
    ),
    *(
        "jog",
        "@ 60kg",
        "RPE 8",
        "tempo 3-1-1",
        "rest 60s",
        '"a"',
        ":",
        "(",
        ",",
        " ",
        "  ",
        "-",
        "2.",
        "each leg",
    ),
)


@given(
    st.sampled_from(["10min", "400m", "5km", "30s", "1h", "10 min", "10MIN", "1.5km", "10min:"]),
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
)
@example("400m", "3x8 squat")
def test_what_begins_plainly_has_no_name_before_its_amount_and_is_no_load(first, rest):
    part = Part(f"{first} {rest}", 0)
    if begins_plainly(part):
        found = cut(part)
        assert found.amount is not None
        assert (found.words.text, found.head.label, found.quoted) == ("", "", None)
        assert not found.is_named
        assert not is_held(part.text)
