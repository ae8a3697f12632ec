"""The samples are small, there is one for each feature, and the kitchen sink has everything."""

from typing import get_args

import pytest
from attrs import evolve, fields_dict

from every import every
from workout_core import (
    Equipment,
    Event,
    EventKind,
    Feature,
    Intensity,
    LinkKind,
    Plan,
    Quantity,
    Reference,
    Registry,
    Repeat,
    Sport,
    Step,
    Stroke,
    Week,
    export,
    features_of,
    read_text,
    to_json,
    write_json,
    write_yaml,
)
from workout_core.model.duration import Duration, Until
from workout_core.model.exercise import Load
from workout_core.model.target import Ramp, Range, Value
from workout_core.testing.samples import SAMPLES, kitchen_sink, kitchen_sink_plan

REGISTRY = Registry.discover({})
ALL = [pytest.param(sample, id=feature.name) for feature, sample in SAMPLES.items()]
ALL.append(pytest.param(kitchen_sink(), id="kitchen sink"))
STEPS = [item for _, item in kitchen_sink().walk() if isinstance(item, Step)]
REPEATS = [item for _, item in kitchen_sink().walk() if isinstance(item, Repeat)]
VALUES = [target.value for step in STEPS for target in (step.target, step.second_target) if target]


def test_there_is_a_sample_for_each_feature_named_after_it():
    assert list(SAMPLES) == list(Feature)
    assert all(sample.name.casefold() == feature.title for feature, sample in SAMPLES.items())


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=[feature.name for feature in SAMPLES])
def test_a_sample_is_small(sample):
    assert sum(1 for _ in sample.walk()) <= 4
    assert len(to_json(sample)) <= 5


def test_the_samples_cannot_be_changed():
    with pytest.raises(TypeError):
        SAMPLES[Feature.TIME] = kitchen_sink()


@pytest.mark.parametrize("sample", ALL)
def test_a_sample_is_read_back_from_a_document(sample):
    assert read_text(write_json(sample), is_json=True) == sample
    assert read_text(write_yaml(sample)) == sample


@pytest.mark.parametrize("sample", ALL)
@every("exporter", REGISTRY.exporters(), ids=lambda exporter: exporter.name)
def test_a_sample_is_written_in_every_format(sample, exporter):
    sports = exporter.supports.sports
    sport = sample.sport if sample.sport in sports else next(each for each in Sport if each in sports)
    (file,) = export(evolve(sample, sport=sport), exporter.name, registry=REGISTRY)
    assert file.data


def test_the_kitchen_sink_needs_every_feature_that_a_workout_can_need():
    assert features_of(kitchen_sink()) == set(Feature) - {Feature.RELATIVE}


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        ({step.intensity for step in STEPS}, set(Intensity)),
        ({step.stroke for step in STEPS}, {*Stroke, None}),
        ({step.equipment for step in STEPS}, {*Equipment, None}),
        ({type(step.duration) for step in STEPS}, set(get_args(Duration))),
        ({type(repeat.until) for repeat in REPEATS}, {*get_args(Until), type(None)}),
        ({type(step.exercise.load) for step in STEPS if step.exercise}, {*get_args(Load), type(None)}),
        ({type(value) for value in VALUES}, set(get_args(Value))),
        ({value.of for value in VALUES if isinstance(value, (Range, Ramp))}, {*Reference, None}),
        ({target.quantity for step in STEPS if (target := step.target)}, set(Quantity)),
        ({link.kind for link in kitchen_sink().links}, set(LinkKind)),
        ({repeat.depth for repeat in REPEATS}, {1, 2, 3}),
        ({repeat.skip_last_rest for repeat in REPEATS}, {False, True}),
    ],
    ids=[
        *("roles", "strokes", "equipment", "durations", "ends of repeats", "loads", "values", "references"),
        *("quantities", "links", "depths", "last rests"),
    ],
)
def test_the_kitchen_sink_has_every_value_there_is(found, whole):
    assert found == whole


def test_the_kitchen_sink_fits_a_watch_and_is_the_same_every_time():
    assert sum(1 for _ in kitchen_sink().walk()) <= 50
    assert kitchen_sink() == kitchen_sink()


PLAN = kitchen_sink_plan()


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        ({each.activity.kind for each in PLAN.sessions if isinstance(each.activity, Event)}, set(EventKind)),
        ({each.at is None for each in PLAN.sessions}, {False, True}),
        ({each.lasts is None for each in PLAN.sessions}, {False, True}),
        ({each.skipped for each in PLAN.sessions}, {False, True}),
        ({each.race for each in PLAN.sessions}, {False, True}),
        ({each.volume is None for each in PLAN.sessions}, {False, True}),
        ({bool(each.plan) for each in PLAN.sessions}, {False, True}),
        ({each.activity.name for each in PLAN.sessions} >= {each.name for each in SAMPLES.values()}, True),
        ({name for name in fields_dict(Plan) if not getattr(PLAN, name)}, set()),
        ({name for week in PLAN.weeks for name in fields_dict(Week) if not getattr(week, name)}, set()),
    ],
    ids=["events", "times", "lengths", "skipped", "races", "volumes", "plans", "samples", "plan", "weeks"],
)
def test_the_plan_has_everything_there_is(found, whole):
    assert found == whole


def test_the_plan_is_read_back_from_a_document_but_for_what_no_document_says():
    read = read_text(write_json(PLAN), is_json=True)
    assert [each.slot for each in read.sessions] == [each.slot for each in PLAN.sessions]
    assert kitchen_sink_plan() == PLAN
