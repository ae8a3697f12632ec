"""Values compare, hash and print as attrs would have them, whichever of the three is asked first."""

import copy
import pickle
from itertools import permutations

import attrs
import pytest
from attrs import field, frozen

from workout_core import Distance, Step, Target, Time, parse_steps
from workout_core.model.value_object import ValueObject


def made():
    @frozen(eq=False, repr=False)
    class Inner(ValueObject):
        seconds: float

    @frozen(eq=False, repr=False, kw_only=True)
    class Value(ValueObject):
        name: str
        inner: Inner
        note: str = field(default="", eq=False)
        hidden: int = field(default=0, repr=False)
        folded: str = field(default="", eq=str.casefold)

    return Value, Inner


def by_attrs():
    @frozen
    class Inner:
        seconds: float

    @frozen(kw_only=True)
    class Value:
        name: str
        inner: Inner
        note: str = field(default="", eq=False)
        hidden: int = field(default=0, repr=False)
        folded: str = field(default="", eq=str.casefold)

    return Value, Inner


def asked(classes, first):
    value, inner = classes
    one = value(name="a", inner=inner(1.0), note="x", folded="A")
    others = [
        value(name="a", inner=inner(1.0), note="y", folded="a"),
        value(name="a", inner=inner(2.0), folded="a"),
        value(name="a", inner=inner(1.0), hidden=1, folded="a"),
        "a",
    ]
    questions = {
        "equal": lambda: [one == other for other in others] + [one != other for other in others],
        "hash": lambda: [hash(one) == hash(other) for other in others],
        "text": lambda: repr(one).replace("made.", "").replace("by_attrs.", ""),
    }
    return {name: questions[name]() for name in first}


@pytest.mark.parametrize("first", list(permutations(["equal", "hash", "text"])))
def test_values_are_what_attrs_makes_whatever_is_asked_first(first):
    assert asked(made(), first) == asked(by_attrs(), first)


def test_values_of_two_classes_are_never_equal():
    assert Time(60) != Distance(60)
    assert {Time(60), Distance(60), Time(60.0)} == {Distance(60.0), Time(60)}
    assert Time(60).__eq__(Distance(60)) is NotImplemented


def test_values_are_copied_pickled_and_printed():
    (step,) = parse_steps("10min @ 4:00/km")
    assert copy.deepcopy(step) == pickle.loads(pickle.dumps(step)) == attrs.evolve(step) == step
    assert repr(Time(60)) == "Time(seconds=60, longest=None)"
    assert isinstance(step, Step)
    assert isinstance(step.target, Target)
