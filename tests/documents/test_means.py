"""What names mean to an athlete, as their document says it: read, written, and refused at its letter."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core import read_text, to_json, write_json, write_yaml
from workout_core.errors import DocumentError, InvalidWorkout
from workout_core.model.athlete import Athlete
from workout_core.model.target import Named, Quantity, Ramp, Range, Target
from workout_core.testing.strategies.targets import targets

MEANS = '{easy: Z2 HR, threshold: RPE 7, MP: 240-255W, "10km pace": 92-95% LTHR, hard: 3:50/km, steady: easy}'


def document(means: str) -> str:
    return f"athlete: Ada\nmeans: {means}\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_it_is_written_in_the_notation(end):
    ada = read_text(document(MEANS).replace("\n", end))
    assert to_json(ada)["means"] == {
        "easy": "Z2 HR",
        "threshold": "RPE 7",
        "marathon": "240-255W",
        "10km pace": "92-95% LTHR",
        "hard": "3:50/km",
        "steady": "easy",
    }
    assert read_text(write_yaml(ada)) == read_text(write_json(ada), is_json=True) == ada


def test_without_meanings_there_is_no_key():
    assert read_text(document("{}")) == Athlete(name="Ada")
    assert "means" not in to_json(Athlete(name="Ada"))


@pytest.mark.parametrize(
    ("means", "said"),
    [
        (
            "{easy: Z2}",
            "2:15: means.easy: 'Z2' is not a target (whose zone? 'Z2 HR', 'Z2 pace' or 'Z2 power",
        ),
        ("{easy: 150}", "2:15: means.easy: '150' is not a target (which unit? '150bpm' or '150W')"),
        ('{easy: Z2 HR "tall"}', "2:21: means.easy: a target has no cue"),
        ("{x: RPE 12}", "2:12: means.x: effort must be 1 to 10: 12"),
        ("{easy: [a]}", "2:15: means.easy: must be one target (like 'Z2 HR', 'RPE 7' or '240-255W')"),
        ("[easy]", "2:8: means: must be names with values"),
        ("{1x: Z2 HR}", "2:9: means: '1x' cannot be the name of a pace (use words, or '10km pace')"),
        (
            "{T: 4:00-4:30/km ramp}",
            "2:9: means: 'threshold' must mean something that stays the same, and a ramp climbs",
        ),
        ("{MP: 240W, marathon: 250W}", "2:19: means: 'marathon' is given twice (as 'MP' too)"),
        ("{easy: easy}", "2:8: means: 'easy' must not lead back to itself, by way of 'easy'"),
        ("{threshold: tempo}", "2:8: means: 'threshold' must not lead back to itself, by way of 'tempo'"),
        (
            "{easy: MP, marathon: steady, steady: easy}",
            "2:8: means: 'easy' must not lead back to itself, by way of 'marathon'",
        ),
        ("{łatwo: Z2 HR, easy: łatwo, x: Z8 HRR}", "2:39: means.x: 'Z8 HRR' is not a target"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(means, said):
    with pytest.raises(DocumentError) as caught:
        read_text(document(means))
    assert said in str(caught.value).splitlines()[0]


def test_a_pace_and_a_meaning_of_one_name_are_refused():
    with pytest.raises(DocumentError, match="'easy' is a pace of this athlete already"):
        read_text(document("{easy: Z2 HR}") + "paces: {easy: 6:00/km}\n")


def test_a_meaning_may_lead_to_a_pace_of_the_athletes_own():
    ada = read_text(document("{easy: shuffle}") + "paces: {shuffle: 7:00/km}\n")
    assert ada.means == (("easy", Target(Quantity.SPEED, Named("shuffle"))),)


@given(targets(), st.sampled_from(("easy", "hill", "10km pace")))
def test_every_target_but_a_ramp_is_read_back(target, name):
    try:
        ada = Athlete(name="Ada", means=((name, target),))
    except InvalidWorkout:
        assert isinstance(target.value, (Ramp, Named))
        return
    assert read_text(write_yaml(ada)) == read_text(json.dumps(to_json(ada)), is_json=True) == ada


def test_a_meaning_is_text_in_the_schema():
    from workout_core.documents.schema import document_schema

    means = document_schema()["$defs"]["athlete"]["properties"]["means"]
    assert means["additionalProperties"]["type"] == "string"


def test_another_name_with_a_meaning_of_its_own_leads_there():
    ada = read_text(document("{marathon: steady, steady: Z2 HR}"))
    assert [name for name, _ in ada.means] == ["marathon", "steady"]


def test_numbers_are_kept_as_they_are():
    own = Target(Quantity.HEART_RATE, Range(140.5, 150))
    assert read_text(write_yaml(Athlete(name="Ada", means=(("easy", own),)))).means == (("easy", own),)
