"""The legaliser: rewrite a workout until only what a format declares is left, and say what changed.

* :mod:`~workout_core.formats.simplify.relative` - what refers to an athlete's numbers
* :mod:`~workout_core.formats.simplify.structure` - repeats
* :mod:`~workout_core.formats.simplify.clock` - passes that begin on the minute, or have a time cap
* :mod:`~workout_core.formats.simplify.steps` - what a step is, and what becomes words
* :mod:`~workout_core.formats.simplify.durations` - how long
* :mod:`~workout_core.formats.simplify.targets` - what to hold, and stairs for ramps
* :mod:`~workout_core.formats.simplify.text` - bytes at a character boundary
"""

from __future__ import annotations

from copy import copy
from typing import Any

from attrs import evolve

from workout_core.analysis.reading import Reading
from workout_core.errors import ExportError
from workout_core.formats.capabilities import Capabilities, Feature
from workout_core.formats.losses import Loss
from workout_core.formats.simplify.ledger import Ledger
from workout_core.formats.simplify.relative import in_numbers
from workout_core.formats.simplify.structure import simplify_items
from workout_core.formats.simplify.text import fitted
from workout_core.languages import gettext, ngettext, pgettext, pgettext_noop
from workout_core.model.items import count_items
from workout_core.model.paths import item_path
from workout_core.model.workout import Workout, map_steps, walk

__all__ = ["origins", "simplify"]


def simplify(
    workout: Workout, supports: Capabilities, reading: Reading | None = None
) -> tuple[Workout, tuple[Loss, ...]]:
    """Return *workout* with only what *supports* declares, and every change as a loss.

    Args:
        workout: as it is written.
        supports: what the format carries.
        reading: of the workout, for the athlete whose numbers take the place of what is relative; a number
            that the athlete lacks is a loss. Without it, what is relative stays so.

    Raises:
        ExportError: the sport is unknown to the format, or there are more steps than it takes; structure
            is never cut.
    """
    if workout.sport not in supports.sports:
        sport = pgettext("sport", workout.sport.title.lower())
        told = gettext("the format has no {sport}", sport=sport)
        raise ExportError(f"sport: {told}")
    if supports.by_reference:
        return workout, ()
    ledger = Ledger(supports, workout.sport, reading)
    items = simplify_items(in_numbers(workout.items, ledger), ledger)
    if supports.max_steps is not None and (count := count_items(items)) > supports.max_steps:
        told = gettext(
            "{count} steps and repeats, and the format takes {most} ({hint})",
            count=count,
            most=supports.max_steps,
            hint=gettext(supports.too_many_steps),
        )
        raise ExportError(f"steps: {told}")
    changes = {"items": items, **_head_changes(workout, ledger)}
    unchanged = all(getattr(workout, field) == value for field, value in changes.items())
    return workout if unchanged else evolve(workout, **changes), tuple(ledger.losses)


def origins(workout: Workout, supports: Capabilities, reading: Reading | None = None) -> dict[str, str]:
    """Return each place in what :func:`simplify` makes of *workout*, and the place where it comes from."""
    ledger = Ledger(supports, workout.sport, reading)
    ledger.origins = {}
    # steps are told apart by where they are in memory, and one may stand in several places
    apart = map_steps(workout.items, lambda _, step: copy(step))
    items = simplify_items(in_numbers(apart, ledger), ledger)
    return {path: ledger.origins[id(item)][1] for path, item in walk(items)}


def _head_changes(workout: Workout, ledger: Ledger) -> dict[str, Any]:
    """Return what becomes of the fields around the items."""
    limits = ledger.supports
    kind = pgettext_noop("what a format lacks", "name")
    changes: dict[str, Any] = {"name": fitted(workout.name, limits.max_name_bytes, "name", kind, ledger)}
    for field, feature, empty in (
        ("description", Feature.DESCRIPTION, ""),
        ("tags", Feature.TAGS, ()),
        ("links", Feature.LINKS, ()),
        ("pool_length", Feature.POOL_LENGTH, None),
    ):
        if getattr(workout, field) and feature not in limits:
            ledger.lose(field, feature, gettext("left out"))
            changes[field] = empty
    if "tags" not in changes:
        changes["tags"] = _few(_short(workout.tags, ledger), limits.max_tags, "tags", Feature.TAGS, ledger)
    if "links" not in changes:
        changes["links"] = _few(workout.links, limits.max_links, "links", Feature.LINKS, ledger)
    if "description" not in changes:
        changes["description"] = fitted(
            workout.description, limits.max_description_bytes, "description", Feature.DESCRIPTION, ledger
        )
    return changes


def _short(tags: tuple[str, ...], ledger: Ledger) -> tuple[str, ...]:
    most = ledger.supports.max_tag_bytes
    return tuple(
        fitted(tag, most, item_path("tags", at), Feature.TAGS, ledger) for at, tag in enumerate(tags)
    )


def _few(things: tuple[Any, ...], most: int | None, path: str, feature: Feature, ledger: Ledger) -> Any:
    """Return as many of *things* as the format takes, and write down how many are left out."""
    if most is None or len(things) <= most:
        return things
    told = ngettext(
        "{n} of {count} left out (the format takes {most})",
        "{n} of {count} left out (the format takes {most})",
        len(things) - most,
        count=len(things),
        most=most,
    )
    ledger.lose(path, feature, told)
    return things[:most]
