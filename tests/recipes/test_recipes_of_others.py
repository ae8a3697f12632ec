"""A recipe that somebody else wrote is called like ours, and blamed by its name when it makes no workout."""

from enum import Enum

import pytest
from attrs import frozen

from workout_core import InvalidParameter, InvalidWorkout, Recipe, Step, Workout
from workout_core.fields.parameters import parameter
from workout_core.model.duration import Time


@frozen(kw_only=True)
class Plain:
    """What the recipe is told."""

    grade: float


def _made(given):
    return Workout(name=f"Grade {given.grade:g}", items=[Step(duration=Time(60))])


PLAIN = Recipe(name="plain", title="Plain", parameters=Plain, build=_made)


def test_a_kind_that_there_is_not_is_refused():
    with pytest.raises(InvalidWorkout, match=r"^'tme' is not a kind of parameter \(did you mean 'time'\?\)$"):
        parameter("tme", "how long")


def test_the_parameters_of_a_recipe_are_an_attrs_class():
    with pytest.raises(InvalidWorkout, match=r"^odd: the parameters of a recipe are an attrs class$"):
        Recipe(name="odd", title="Odd", parameters=dict, build=_made)


def _fails(given):
    return {}[given.grade]


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (_fails, "the recipe 'odd' failed: KeyError: 1.0"),
        (lambda _: None, "the recipe 'odd' made NoneType, and not a workout"),
        (lambda _: [Step()], "the recipe 'odd' made list, and not a workout"),
        (lambda _: Step(), "the recipe 'odd' made Step, and not a workout"),
    ],
    ids=["raises", "nothing", "steps", "a step"],
)
def test_a_recipe_that_makes_no_workout_is_blamed_by_its_name(build, message):
    recipe = Recipe(name="odd", title="Odd", parameters=Plain, build=build)
    with pytest.raises(InvalidWorkout) as refused:
        recipe(grade=1.0)
    assert str(refused.value) == message
    assert not isinstance(refused.value, InvalidParameter)


def test_what_a_recipe_refuses_itself_is_left_as_it_is():
    def refuse(_given):
        raise InvalidParameter("grade", "is too steep")

    with pytest.raises(InvalidParameter, match=r"^grade: is too steep$"):
        Recipe(name="odd", title="Odd", parameters=Plain, build=refuse)(grade=1.0)


def test_a_recipe_is_a_value():
    assert Recipe(name="plain", title="Plain", parameters=Plain, build=_made) == PLAIN
    assert isinstance(PLAIN(grade=1.0), Workout)


def test_its_parameter_class_may_refuse_in_words_of_its_own():
    @frozen(kw_only=True)
    class Careful:
        grade: float

        def __attrs_post_init__(self) -> None:
            raise ValueError("no hills here")

    with pytest.raises(InvalidWorkout, match=r"^the recipe 'odd' failed: ValueError: no hills here$"):
        Recipe(name="odd", title="Odd", parameters=Careful, build=_made)(grade=1.0)


class Surface(Enum):
    """Words as people may write them in their own code."""

    FOREST_TRAIL = "forest_trail"
    ROAD = "Road"
    OPEN_FIELD = "open field"


@pytest.mark.parametrize("surface", Surface, ids=lambda surface: surface.value)
def test_a_choice_is_read_as_its_value_is_written(surface):
    @frozen(kw_only=True)
    class Where:
        surface: Surface

    recipe = Recipe(
        name="where",
        title="Where",
        parameters=Where,
        build=lambda given: Workout(name=given.surface.name, items=[Step()]),
    )
    assert recipe(surface=surface.value).name == surface.name


def test_two_parameters_of_one_name_are_refused():
    @frozen(kw_only=True)
    class Twice:
        first: float = parameter("number", "the first", 1.0, name="same")
        second: float = parameter("number", "the second", 2.0, name="same")

    with pytest.raises(InvalidWorkout, match="same"):
        Recipe(name="twice", title="Twice", parameters=Twice, build=_made).known()
