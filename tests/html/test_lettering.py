"""How wide a text is taken to be: never narrower than it is."""

import pytest

from oracles import letters
from workout_core.html.lettering import first_that_fits, shortened, text_width

PRINTABLE = [chr(code) for code in range(32, 127)] + list("×–…éü")


@pytest.mark.parametrize("bold", [False, True], ids=["plain", "bold"])
def test_no_letter_is_wider_than_it_is_taken_to_be(bold):
    """The tables of a font that is wider than what systems usually have."""
    wider = {
        each: (text_width(each, 11, bold=bold), letters.width(each, 11, bold=bold))
        for each in PRINTABLE
        if text_width(each, 11, bold=bold) < letters.width(each, 11, bold=bold) - 0.01
    }
    assert wider == {}


def test_letters_that_stand_on_others_take_no_room_and_those_of_the_east_take_their_own():
    assert text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("走る", 10) >= 20
    assert text_width("", 10) == 0


@pytest.mark.parametrize(("room", "chosen"), [(1000, "twenty minutes"), (60, "20 min"), (16, "20"), (5, "")])
def test_the_longest_that_fits_is_taken(room, chosen):
    assert first_that_fits(["twenty minutes", "20 min", "20"], room, 11) == chosen


def test_a_long_name_is_cut_with_dots():
    assert shortened("Long run", 200, 13) == "Long run"
    cut = shortened("Long run with a long name", 100, 13)
    assert cut == "Long run w…"
    assert text_width(cut, 13) <= 100
    assert shortened("Long run", 5, 13) == ""
