"""Whether a format carries what it claims to, and tells what it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from uuid import UUID

from attrs import evolve

from workout_core.analysis.readings import Readings
from workout_core.formats.capabilities import Capabilities, Feature
from workout_core.formats.context import ExportContext
from workout_core.formats.exporter import Exporter
from workout_core.formats.features import features_of
from workout_core.formats.losses import Loss
from workout_core.formats.options import fill_options
from workout_core.formats.simplify import simplify
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Distance, Duration, Time
from workout_core.model.plan import Plan, Session
from workout_core.model.target import Ramp, Range, RepTime
from workout_core.model.workout import Step, Workout, map_steps
from workout_core.testing.copies import copied
from workout_core.testing.samples import SAMPLES

_EVERYTHING: Final = Capabilities(features=frozenset(Feature))
_OTHERS: Final[Mapping[Feature, Duration]] = MappingProxyType(
    {Feature.TIME: Time(90), Feature.DISTANCE: Distance(1000)}
)
"""Another value: what a format does not have becomes what it has."""
_DAY: Final = date(2026, 8, 4)
_ADA: Final = Athlete(name="Ada", threshold_heart_rate=168)
_ENDS: Final[Mapping[type, tuple[tuple[str, float], ...]]] = MappingProxyType(
    {
        Range: (("low", 0.9), ("high", 1.1)),
        Ramp: (("start", 0.9), ("end", 1.1)),
        RepTime: (("fastest", 0.9), ("slowest", 1.1)),
    }
)
"""By how much an end of a range or a ramp is changed, so that no rounding hides it."""


def false_claims(exporter: Exporter[Any], options: object = None) -> list[str]:
    """Return what *exporter* claims and does not write, and what it drops without a word; [] if it is honest.

    Each feature is tried in every sport of the format, by the sample that needs it: without the feature, the
    bytes must be others, or a loss must be told. What is claimed must be written in one sport at least, and
    what is not must be told in each.

    Args:
        exporter: the format to try.
        options: an instance of its option class; one with every option left out, if none is given.
    """
    return [str(claim) for claim in broken_claims(exporter, options)]


class BrokenClaim(NamedTuple):
    """One thing that a format claims and does not keep.

    Attributes:
        feature: which.
        what: what it does instead.
        is_claimed: whether the format claims to carry it; else it fails to tell that it does not.
    """

    feature: Feature
    what: str
    is_claimed: bool = True

    def __str__(self) -> str:
        """Spell it as ``FEATURE: what``."""
        return f"{self.feature.name}: {self.what}"


def broken_claims(exporter: Exporter[Any], options: object = None) -> list[BrokenClaim]:
    """Return what *exporter* claims and does not keep, as :func:`false_claims` says it in words."""
    if exporter.supports.by_reference:
        return []
    if options is None:
        options = fill_options(exporter.name, exporter.options, {})
    return [claim for feature in Feature for claim in _problems(feature, exporter, options)]


def _problems(feature: Feature, exporter: Exporter[Any], options: object) -> Iterator[BrokenClaim]:
    without, is_claimed_anywhere, is_written = _without(feature), False, False
    for sport in sorted(exporter.supports.sports, key=lambda each: each.value):
        sample = evolve(SAMPLES[feature], sport=sport)
        supports = exporter.capabilities(options, sample).in_sport(sport)
        is_claimed = feature in supports
        # the numbers of an athlete are no loss, and the pace that a time makes is none either
        is_no_loss = feature is Feature.RELATIVE or (
            feature is Feature.REP_TIME and Feature.SPEED in supports
        )
        lacking = () if is_no_loss else features_of(sample) - supports.features
        whole, losses = _written(sample, exporter, options)
        changes = whole != _written(evolve(without, sport=sport), exporter, options)[0]
        is_claimed_anywhere |= is_claimed
        is_written |= is_claimed and changes
        if is_claimed and not changes and not losses:
            yield BrokenClaim(feature, f"dropped without a word in {sport.title.lower()}")
        if is_claimed and feature not in (Feature.RELATIVE, *_OTHERS):
            for end in _forgotten_ends(sample, (whole, losses), exporter, options):
                yield BrokenClaim(feature, f"{end} is dropped without a word in {sport.title.lower()}")
        if lacking and not any(loss.kind in lacking for loss in losses):
            yield BrokenClaim(feature, f"not told in {sport.title.lower()}", is_claimed=False)
    if is_claimed_anywhere and not is_written:
        yield BrokenClaim(feature, "claimed, and never written")


def _forgotten_ends(
    sample: Workout, before: tuple[bytes, list[Loss]], exporter: Exporter[Any], options: object
) -> Iterator[str]:
    """Yield which ends of the ranges and ramps of *sample* may be others, and nothing is written or told."""
    values = [item.target.value for _, item in sample.walk() if isinstance(item, Step) and item.target]
    for value in values:
        for end, factor in _ENDS.get(type(value), ()):
            other = evolve(value, **{end: getattr(value, end) * factor})
            items = map_steps(sample.items, partial(_with_value, value=value, other=other))
            if _written(evolve(sample, items=items), exporter, options) == before:
                yield f"the {end} of its {type(value).__name__.lower()}"


def _with_value(_path: str, step: Step, *, value: object, other: Any) -> Step:
    if step.target is None or step.target.value is not value:
        return step
    return evolve(step, target=evolve(step.target, value=other))


def _without(feature: Feature) -> Workout:
    """Return the sample of *feature* without it, and without the words that would stand for it."""
    words = {Feature.CUE, Feature.STEP_NAME, Feature.DESCRIPTION}
    sample = SAMPLES[feature]
    if feature in _OTHERS:
        return evolve(sample, items=(Step(duration=_OTHERS[feature]),))
    if feature is Feature.RELATIVE:
        reading = Readings(_ADA).of(sample)
        return simplify(sample, evolve(_EVERYTHING, features=set(Feature) - {feature}), reading)[0]
    return simplify(sample, evolve(_EVERYTHING, features=set(Feature) - words - {feature}))[0]


def _written(workout: Workout, exporter: Exporter[Any], options: object) -> tuple[bytes, list[Loss]]:
    """Return what the format makes of *workout*, and what it loses."""
    athlete = _ADA if SAMPLES[Feature.RELATIVE].name == workout.name else None
    simple, losses = simplify(workout, exporter.capabilities(options, workout), Readings(athlete).of(workout))
    session = Session(slot="workout", day=_DAY, activity=simple)
    context = ExportContext(
        now=datetime(2026, 8, 1, tzinfo=UTC), day=_DAY, identity=UUID(int=1), athlete=athlete, options=options
    )
    takes_workouts = exporter.takes(Workout)
    subject = simple if takes_workouts else Plan(name=simple.name, sessions=(session,))
    return exporter.write(copied(subject), context), [*losses, *context.losses]
