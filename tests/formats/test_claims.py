"""Every format in the house carries what it claims, and tells the rest; the kit finds one that does not."""

import importlib.util
from pathlib import Path

import pytest
from attrs import evolve

from recorders import record
from workout_core import Capabilities, Feature, Registry, Sport
from workout_core.testing import false_claims

FILE = Path(__file__).parents[2] / "examples" / "plugin" / "workout_checklist.py"


def example():
    """Return the plugin to copy, which is not installed."""
    spec = importlib.util.spec_from_file_location("workout_checklist", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


EXPORTERS = [
    each
    for registry in (Registry.discover(), Registry.of(example()))
    for each in registry.exporters()
    if each.name != "png"  # what svg draws, in pixels, and thousands of them
]


QUICK = {"checklist", "json"}
"""Of the others, the kit asks the same in ``tests/plugins/test_conformance.py``."""


@pytest.mark.parametrize(
    "exporter",
    [
        pytest.param(each, id=each.name, marks=[] if each.name in QUICK else [pytest.mark.slow])
        for each in EXPORTERS
    ],
)
def test_a_format_claims_what_it_carries_and_tells_the_rest(exporter):
    assert false_claims(exporter) == []


def test_there_are_all_the_formats_of_the_house():
    assert {each.name for each in EXPORTERS} >= {
        "fit",
        "fit-schedule",
        "ics",
        "json",
        "text",
        "markdown",
        "svg",
        "checklist",
        "zwo",
        "vtt",
        "lrc",
        "chapters",
        "script",
        "ssml",
    }


def test_a_format_that_drops_what_it_claims_is_found():
    def write(workout, _context):
        return workout.name.encode()

    found = false_claims(record("name", write=write, features={Feature.TIME, Feature.CUE}))
    assert "CUE: claimed, and never written" in found
    assert "CUE: dropped without a word in running" in found
    assert "TIME: claimed, and never written" in found
    assert not [problem for problem in found if "not told" in problem]


def test_a_format_that_drops_something_in_one_sport_is_found():
    def write(workout, _context):
        return repr(workout if workout.sport is Sport.ROWING else evolve(workout, tags=())).encode()

    supports = Capabilities(features=frozenset(Feature), sports={Sport.ROWING, Sport.HIKING})
    exporter = evolve(record("tags", write=write), supports=supports)
    assert false_claims(exporter) == ["TAGS: dropped without a word in hiking"]
