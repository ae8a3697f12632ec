"""One dialect for what recipes, transforms and formats are told: types, texts, sentences, and refusals."""

import re
import subprocess
import sys
from datetime import date, timedelta
from enum import Enum

import pytest
from attrs import field, frozen, make_class

from workout_core import (
    Capabilities,
    Exporter,
    Importer,
    InvalidOption,
    InvalidWorkout,
    Recipe,
    Step,
    Transform,
    Workout,
    parameter,
)
from workout_core.documents.workouts import WORKOUT_KEYS
from workout_core.fields.annotations import KINDS
from workout_core.fields.measures import MEASURES
from workout_core.fields.parameters import parameters_of
from workout_core.formats.options import fill_options, options_of
from workout_core.model.duration import Time
from workout_core.recipes.recipe import RESERVED


class Surface(Enum):
    """What to run on."""

    ROAD = "road"
    FOREST_TRAIL = "forest-trail"

    @property
    def says(self):
        return f"on {self.value.replace('-', ' ')}s"


@frozen(kw_only=True)
class Told:
    """Fields whose defaults are written as people write them."""

    pace: float = parameter("pace", "how fast", "5:00/km")
    warmup: Time = parameter("amount", "what to run before", "10min")
    alarm: timedelta = parameter(says="how long before", default="1h30min")
    since: date = parameter(says="from when on", default="2026-08-03")
    share: float = parameter("percentage", "how much", "2%")
    surface: Surface = parameter(says="what to run on", default="forest trail")
    surfaces: frozenset[Surface] = parameter(says="what else to run on", default="road, forest-trail")
    often: int = parameter("count", "how often", "3")
    word: str = parameter(says="what to say", default="go")
    other: str = parameter("text", "what else to say", "5:00/km")
    from_: int = parameter(says="where to begin", default=1)
    class_: int = 2


VALUES = {
    "pace": 1000 / 300,
    "warmup": Time(600),
    "alarm": timedelta(minutes=90),
    "since": date(2026, 8, 3),
    "share": 0.02,
    "surface": Surface.FOREST_TRAIL,
    "surfaces": frozenset(Surface),
    "often": 3,
    "word": "go",
    "other": "5:00/km",
    "from_": 1,
    "class_": 2,
}


def test_a_default_may_be_written_as_people_write_it_however_the_class_is_filled():
    assert {each.attribute: each.default for each in parameters_of(Told)} == VALUES
    for told in (Told(), fill_options("told", Told, {}), fill_options("told", Told, {"word": "go"})):
        assert {name: getattr(told, name) for name in VALUES} == VALUES


def test_a_word_of_pythons_own_is_written_with_an_underscore_and_typed_without():
    assert list(options_of(Told))[-2:] == ["from", "class"]
    assert fill_options("told", Told, {"from": "3", "class": "4"}) == Told(from_=3, class_=4)

    recipe = Recipe(name="told", title="Told", parameters=Told, build=_build)
    assert recipe(**{"from": 5}).name == "from 5"


def _build(given):
    return Workout(name=f"from {given.from_}", items=[Step()])


def test_choices_say_what_they_mean():
    measures = {each.name: each.measure for each in parameters_of(Told)}

    for name in ("surface", "surfaces"):
        assert measures[name].words == ("road", "forest-trail")
        assert measures[name].said == ("on roads", "on forest trails")


def test_a_converter_gets_the_value():
    @frozen(kw_only=True)
    class Whole:
        long: timedelta = parameter(
            says="how long",
            default="90.4s",
            converter=lambda span: timedelta(seconds=round(span.total_seconds())),
        )

    assert Whole().long == timedelta(seconds=90)
    assert fill_options("whole", Whole, {"long": "2.6s"}).long == timedelta(seconds=3)


def test_the_kinds_are_the_measures_there_are():
    assert tuple(MEASURES) == KINDS


WRITE = (
    "write float, int, bool, str, date, timedelta, an Enum, 'Time | Distance', or a frozenset of one; "
    "or name the kind, like \"parameter('pace', …)\""
)
MAKE = "write \"way = parameter(says='…', default='10min')\""
ROLES = {
    "exporter": lambda options: Exporter(
        name="odd",
        title="Odd",
        subject=Workout,
        suffix=".odd",
        media_type="text/plain",
        supports=Capabilities(features=()),
        write=bytes,
        options=options,
    ),
    "importer": lambda options: Importer(
        name="odd", title="Odd", suffixes=(".odd",), read=bytes, options=options
    ),
    "transform": lambda options: Transform(name="odd", title="Odd", apply=bytes, options=options),
    "recipe": lambda options: Recipe(name="odd", title="Odd", parameters=options, build=bytes),
}


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
@pytest.mark.parametrize(
    ("attribute", "said"),
    [
        (
            field(type=list[str]),
            "odd: way: no parameter is of the type 'list[str]' (write 'frozenset[str]' for several values)",
        ),
        (
            field(type=dict),
            f"odd: way: no parameter is of the type 'dict' ({WRITE})",
        ),
        (
            field(type="Nowhere"),
            "odd: Odd: name 'Nowhere' is not defined (import it where the class is written)",
        ),
        (
            field(type=Time, default="10min"),
            f"odd: way: no parameter is of the type 'Time' ({WRITE})",
        ),
        (
            field(type=timedelta, default="10min"),
            f"odd: way: a default that is a text is not read ({MAKE})",
        ),
        (
            parameter("pace", "how fast", "5:00"),
            "odd: the default of way: '5:00' is not a pace (like '4:10/km', '7:00/mi' or '12km/h')",
        ),
        (
            parameter("count", "how often", "0"),
            "odd: the default of way: must be 1 to 1000: '0'",
        ),
    ],
    ids=["a list", "a mapping", "unknown", "no kind", "a plain text", "no pace", "too few"],
)
def test_what_no_parameter_can_be_is_refused_when_the_record_is_made(role, attribute, said):
    odd = make_class("Odd", {"way": attribute})

    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        role(odd)


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
@pytest.mark.parametrize(
    ("attributes", "name"),
    [
        ({"start": parameter("count", name="from"), "from_": parameter("count")}, "from"),
        ({"run_walk": parameter("count"), "other": parameter("count", name="run-walk")}, "run_walk"),
    ],
    ids=["a word of Python's", "a hyphen"],
)
def test_two_parameters_of_one_name_are_refused(role, attributes, name):
    odd = make_class("Odd", attributes)

    with pytest.raises(InvalidWorkout, match=f"^odd: two parameters are called {name!r}$"):
        role(odd)


def test_a_named_kind_needs_no_hint():
    @frozen(kw_only=True)
    class Hinted:
        way: "Nowhere" = parameter("pace", "how fast", 3.0)  # noqa: F821 - a name for type checkers alone

    assert fill_options("hinted", Hinted, {"way": "4:00/km"}).way == 1000 / 240


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_a_parameter_that_would_hide_a_key_of_documents_is_refused(word):
    odd = make_class("Odd", {"way": parameter("count", "how often", 1, name=word)})
    said = (
        f"odd: a parameter cannot be called {word!r}, which is a key of every document "
        f"(call it 'my_{word}', or what it is for)"
    )

    with pytest.raises(InvalidWorkout, match=f"^{re.escape(said)}$"):
        Recipe(name="odd", title="Odd", parameters=odd, build=bytes)


def test_every_key_of_a_workout_is_reserved_but_those_that_mean_the_same_in_a_recipe():
    keys = {key.name for key in WORKOUT_KEYS} | {"recipe", "format"}

    # a goal is a race, or the time that a race is to be run in
    assert keys - RESERVED == {"units", "tolerance", "goal"}
    assert keys >= RESERVED


def test_a_wrong_option_of_an_annotated_kind_is_told_by_its_name():
    with pytest.raises(InvalidOption, match=r"^-O pace: '5' is not a pace \(like "):
        fill_options("told", Told, {"pace": "5"})


def test_records_are_made_without_loading_what_reads_their_options():
    code = (
        "import sys, workout_fit, workout_icalendar, workout_json, workout_transforms\n"
        "for each in (workout_fit, workout_icalendar, workout_json):\n"
        "    list(each.workout_exporters())\n"
        "list(workout_transforms.workout_transforms())\n"
        "print(*(name for name in sys.modules if name.startswith('workout_core.fields.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert set(done.stdout.split()) == {"workout_core.fields.annotations", "workout_core.fields.parameters"}
