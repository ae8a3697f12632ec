"""What a recipe is told: plain annotated fields are parameters, and each is read by its kind."""

import re
from enum import Enum

import pytest
from attrs import Factory, field, frozen, make_class

from workout_core import (
    Course,
    Distance,
    Duration,
    Frame,
    InvalidParameter,
    InvalidWorkout,
    LapButton,
    Recipe,
    Step,
    Tolerance,
    framed,
)
from workout_core.fields.parameters import parameter, parameters_of
from workout_core.model.duration import Time


class Terrain(Enum):
    """Where to run."""

    ROAD = "road"
    FOREST_TRAIL = "forest-trail"


@frozen(kw_only=True)
class Plain(Frame):
    """Fields of every type that has a kind of its own."""

    grade: float
    times: int = 3
    hard: bool = False
    word: str = "go"
    where: Terrain = Terrain.ROAD
    share: float | None = None
    often: int | None = 2
    long: Time | Distance = Time(60)
    longer: Time | Distance | None = None
    off: Tolerance = Tolerance(5.0)
    way: Course | None = None
    quoted: "float" = 1.0
    made: float = Factory(lambda: 2.0)
    _hidden: int = 4
    computed: int = field(init=False, default=5)


@frozen(kw_only=True)
class Named(Frame):
    """Fields that are made by ``parameter``."""

    distance: float = parameter("distance", "how far")
    limit: float = parameter("time", "in what time", 3600.0, name="in")
    pace: float = parameter("pace", "how fast", 3.0)
    share: float = parameter("percentage", "how much", 0.1)
    steep: float = parameter("number", "how steep", 0.0)
    effort: float = parameter("effort", "how hard", 7.0)
    times: int = parameter("count", "how many", 6)
    work: Time | Distance = parameter("amount", "how long", Time(60))
    rungs: tuple = parameter("amounts", "how long each", ())
    before: Duration | None = parameter("part", "what to run before", None)
    hard: bool = parameter("flag", "whether it hurts", default=False)
    word: str = parameter("text", "what to say", "")
    off: Tolerance = parameter("tolerance", "how far off", Tolerance(5.0))
    way: Course | None = parameter("course", "where", None)
    cues: tuple = parameter("cues", "what to tell", ())


def _kept(given):
    """Build a workout that says what it was given."""
    return framed(repr(given), given, [Step(duration=Time(60))])


WRITE = (
    "write float, int, bool, str, date, timedelta, an Enum, 'Time | Distance', or a frozenset of one; "
    "or name the kind, like \"parameter('pace', …)\""
)
PLAIN = Recipe(name="plain", title="Plain fields", parameters=Plain, build=_kept)
NAMED = Recipe(name="named", title="Named kinds", parameters=Named, build=_kept)


def test_a_plain_field_gets_its_kind_from_its_type():
    kinds = {each.name: each.measure.name for each in parameters_of(Plain)}
    assert kinds == {
        "warmup": "time, distance or lap",
        "cooldown": "time, distance or lap",
        "grade": "number",
        "times": "whole number",
        "hard": "yes or no",
        "word": "text",
        "where": "choice",
        "share": "number",
        "often": "whole number",
        "long": "time or distance",
        "longer": "time or distance",
        "off": "tolerance",
        "way": "course",
        "quoted": "number",
        "made": "number",
        "hidden": "whole number",
    }


def test_a_kind_is_called_by_its_name():
    kinds = {each.name: each.measure.name for each in parameters_of(Named)}
    assert list(kinds.items())[2:] == [
        ("distance", "distance"),
        ("in", "time"),
        ("pace", "pace"),
        ("share", "percentage"),
        ("steep", "number"),
        ("effort", "effort"),
        ("times", "count"),
        ("work", "time or distance"),
        ("rungs", "times or distances"),
        ("before", "time, distance or lap"),
        ("hard", "yes or no"),
        ("word", "text"),
        ("off", "tolerance"),
        ("way", "course"),
        ("cues", "cues by distance"),
    ]


def test_a_parameter_knows_its_default_its_words_and_whether_it_is_needed():
    known = NAMED.known()
    assert [name for name, each in known.items() if each.required] == ["distance"]
    assert (known["in"].attribute, known["in"].default, known["in"].says) == ("limit", 3600.0, "in what time")
    assert PLAIN.known()["made"].default == 2.0
    assert PLAIN.known()["where"].measure.words == ("road", "forest-trail")


def test_texts_and_numbers_are_the_same():
    texts = PLAIN(
        grade="1.5",
        times="4",
        hard="yes",
        where="forest trail",
        share="0.5",
        often="7",
        long="2km",
        longer="5min",
        off="3%",
        warmup="lap",
    )
    numbers = PLAIN(
        grade=1.5,
        times=4,
        hard=True,
        where=Terrain.FOREST_TRAIL,
        share=0.5,
        often=7,
        long=Distance(2000.0),
        longer=Time(300.0),
        off=Tolerance(0.03, relative=True),
        warmup=LapButton(),
    )
    assert texts == numbers


def test_texts_and_numbers_of_named_kinds_are_the_same():
    texts = NAMED(
        distance="10km",
        pace="4:00/km",
        share="25%",
        steep="0.5",
        effort="8",
        times="2",
        rungs="1min, 2km",
        before="none",
        hard="no",
        cues="5km Half way",
        **{"in": "1:30:00"},
    )
    numbers = NAMED(
        distance=10_000.0,
        limit=5400.0,
        pace=1000 / 240,
        share=0.25,
        steep=0.5,
        effort=8.0,
        times=2,
        rungs=(Time(60.0), Distance(2000.0)),
        before=None,
        hard=False,
        cues=((5000.0, "Half way"),),
    )
    assert texts == numbers


@pytest.mark.parametrize("limit", ["in", "limit"])
def test_a_parameter_answers_to_its_name_and_to_its_attribute(limit):
    assert "limit=90.0" in NAMED(distance=1000.0, **{limit: "1:30"}).name


def test_what_may_be_nothing_may_be_given_as_nothing():
    assert PLAIN(grade=1.0, share=None, longer=None, warmup=None) == PLAIN(grade=1.0)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "grade: is needed (like '1')"),
        ({"grade": "steep"}, "grade: 'steep' is not a number"),
        ({"grade": "1", "times": "2.5"}, "times: '2.5' is not a whole number"),
        ({"grade": "1", "hard": "maybe"}, "hard: 'maybe' is neither yes nor no"),
        ({"grade": "1", "where": "raod"}, "where: 'raod' is not one of the choices (did you mean 'road'?)"),
        (
            {"grade": "1", "long": "60"},
            "long: '60' is neither a time nor a distance (like '10min' or '2km')",
        ),
        ({"grade": "1", "tmies": "2"}, "tmies: is not a parameter of plain (did you mean 'times'?)"),
        ({"grade": "1", "_hidden": "2"}, "_hidden: is not a parameter of plain (did you mean 'hidden'?)"),
        ({"grade": None}, "grade: None is not a number (like '1')"),
        ({"grade": True}, "grade: True is not a number (like '1')"),
        ({"grade": "1", "times": True}, "times: True is not a whole number (like '6')"),
    ],
    ids=[
        "nothing",
        "a word",
        "a half",
        "maybe",
        "a slip",
        "no unit",
        "a name",
        "an attribute",
        "None",
        "yes",
        "True",
    ],
)
def test_what_does_not_fit_is_refused_and_the_message_says_what_would(given, message):
    with pytest.raises(InvalidParameter) as refused:
        PLAIN(**given)
    assert str(refused.value) == message
    assert refused.value.parameter == message.partition(":")[0]


@pytest.mark.parametrize(
    "given",
    [
        {"times": 1.5},
        {"hard": 1},
        {"hard": 3},
        {"word": 3},
        {"where": 3},
        {"long": 60},
        {"off": 5},
        {"way": 3},
    ],
    ids=str,
)
def test_a_value_of_another_type_is_refused(given):
    with pytest.raises(InvalidParameter) as refused:
        PLAIN(grade=1.0, **given)
    assert [refused.value.parameter] == list(given)


def test_a_field_that_the_class_computes_is_no_parameter():
    with pytest.raises(InvalidParameter, match=r"^computed: is not a parameter of plain \("):
        PLAIN(grade=1.0, computed=2)


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        (list[int], "'list[int]' (write 'frozenset[int]' for several values)"),
        (tuple[float, ...], "'tuple[float, ...]' (write 'frozenset[float]' for several values)"),
        (set[str], "'set[str]' (write 'frozenset[str]' for several values)"),
        (list, "'list' (write 'frozenset[str]' for several values)"),
        (int | str, f"'int | str' ({WRITE})"),
        (complex, f"'complex' ({WRITE})"),
    ],
    ids=["numbers", "more numbers", "words", "anything", "either", "another"],
)
def test_a_field_of_a_type_without_a_kind_is_refused(hint, said):
    odd = make_class("Odd", {"field": field(type=hint)})
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(f'field: no parameter is of the type {said}')}$"):
        parameters_of(odd)
