"""Names that gyms and physiotherapists use, and what the FIT profile has for each."""

from csv import DictReader
from pathlib import Path

from every import every
from workout_core import Registry, Tier
from workout_fit.exercise_numbers import numbers_of
from workout_fit.profile_exercises import of_gyms

TEXT = Path(__file__).with_name("gym_names.tsv").read_text("utf-8")
ROWS = list(DictReader(TEXT.splitlines(), delimiter="\t"))
BOOK = Registry.discover().exercises()


@every("row", ROWS, ids=lambda row: row["name"])
def test_a_usual_name_is_the_exercise_that_it_was_found_to_be(row):
    movement = BOOK.called(row["name"])
    found = [each for each in BOOK.codes(movement) if each.format == "fit"] if movement else []

    codes = [(each.code, each.tier.value) for each in found[:1]]
    assert codes == ([(row["code"], row["tier"])] if row["code"] else [])


def test_nearly_all_usual_names_are_known():
    assert [row["name"] for row in ROWS if not row["code"]] == [
        "Landmine press",
        "Chest press (Machine)",
        "Hip hinge",
        "Chin tuck",
        "Short foot",
        "Quad set",
    ]


def test_every_name_of_gyms_has_a_code_of_the_profile_and_says_when_that_is_a_category():
    for movement in of_gyms():
        (code,) = movement.codes
        assert numbers_of(code.code), movement.name
        assert (code.tier is Tier.CATEGORY) == ("." not in code.code), movement.name


def test_a_code_keeps_the_name_of_the_profile():
    assert BOOK.called("squat.barbell_back_squat").name == "Back squat"
    assert BOOK.called("triceps_extension.body_weight_dip").name == "Body weight dip"
