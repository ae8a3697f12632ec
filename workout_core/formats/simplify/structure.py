"""Repeats: unrolled, counted, or kept."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from workout_core.estimate import Totals, item_totals
from workout_core.formats.capabilities import Feature
from workout_core.formats.features import feature_of_duration
from workout_core.formats.simplify.ledger import Ledger
from workout_core.formats.simplify.steps import simplify_step
from workout_core.model.duration import Distance, Time
from workout_core.model.workout import Item, Repeat, Step
from workout_core.words import say_repeat


def simplify_items(items: tuple[Item, ...], path: str, ledger: Ledger) -> tuple[Item, ...]:
    """Return what the format can carry of *items*; *path* is that of the repeat they are in."""
    prefix = f"{path}.steps" if path else "steps"
    return tuple(
        simple
        for index, item in enumerate(items)
        for simple in _simplify_item(item, f"{prefix}[{index}]", ledger)
    )


def _simplify_item(item: Item, path: str, ledger: Ledger) -> Iterator[Item]:
    if isinstance(item, Step):
        yield from simplify_step(item, path, ledger)
        return
    counted = _counted(item, path, ledger)
    skips = counted.skip_last_rest and Feature.SKIP_LAST_REST not in ledger.supports
    if skips:
        ledger.lose(path, Feature.SKIP_LAST_REST, "the last pass is written out without its rest")
    rest_path = f"{path}.steps[{len(item.items) - 1}]"
    inside = simplify_items(counted.items, path, ledger)
    rests = len(simplify_items((counted.items[-1],), rest_path, Ledger(ledger.supports, ledger.sport)))
    kept = evolve(counted, items=inside, skip_last_rest=counted.skip_last_rest and not skips)
    yield from _unrolled(kept, path, ledger) if not skips else _without_last_rest(kept, rests, path, ledger)


def _without_last_rest(repeat: Repeat, rests: int, path: str, ledger: Ledger) -> Iterator[Item]:
    times = (repeat.times or 1) - 1
    if times > 1:
        yield from _unrolled(evolve(repeat, times=times), path, ledger)
    elif times:
        yield from repeat.items
    yield from repeat.items[: len(repeat.items) - rests]


def _counted(repeat: Repeat, path: str, ledger: Ledger) -> Repeat:
    """Return *repeat* with a number of times, unless the format knows its until."""
    if repeat.until is None:
        return repeat
    if Feature.REPEAT_UNTIL in ledger.supports and feature_of_duration(repeat.until) in ledger.supports:
        return repeat
    once = sum((item_totals(item, ledger.sport) for item in repeat.items), Totals())
    limit, pass_ = 1.0, 1.0
    if isinstance(repeat.until, Time):
        limit, pass_ = repeat.until.seconds, once.time.value
    elif isinstance(repeat.until, Distance):
        limit, pass_ = repeat.until.metres, once.distance.value
    times = min(max(1, round(limit / pass_)), 1000) if pass_ else 1
    ledger.lose(path, Feature.REPEAT_UNTIL, f"{say_repeat(repeat).lower()!r} becomes {times} times")
    return evolve(repeat, times=times, until=None)


def _unrolled(repeat: Repeat, path: str, ledger: Ledger) -> Iterator[Item]:
    """Yield the repeat if the format has it, otherwise its passes one after the other."""
    if Feature.REPEAT not in ledger.supports:
        ledger.lose(path, Feature.REPEAT, f"{repeat.times} passes are written out")
        yield from _passes(repeat)
    elif repeat.depth > 1 and Feature.NESTED_REPEAT not in ledger.supports:
        ledger.lose(path, Feature.NESTED_REPEAT, "the repeats inside are written out")
        yield evolve(repeat, items=tuple(_flat(repeat.items)))
    else:
        yield repeat


def _passes(repeat: Repeat) -> Iterator[Item]:
    for number in range(repeat.times or 1):
        last = repeat.skip_last_rest and number == (repeat.times or 1) - 1
        yield from repeat.items[: len(repeat.items) - last]


def _flat(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Repeat):
            yield from _flat(tuple(_passes(item)))
        else:
            yield item
