"""How far one runs in a run: what is walked, before it, between strides and back from drills, is not."""

from __future__ import annotations

from typing import Final

from workout_core.analysis.totals import Amount, StepTotals, item_totals
from workout_core.model.sport import Sport
from workout_core.model.workout import Intensity, Item, Step

RUNS: Final = frozenset({Sport.RUNNING, Sport.TRAIL_RUNNING, Sport.TREADMILL_RUNNING, Sport.TRACK_RUNNING})


def distance_run(items: tuple[Item, ...], of_step: StepTotals) -> Amount:
    """Return how far of *items* is run."""
    return sum((_run(item, of_step) for item in items), Amount())


def _run(item: Item, of_step: StepTotals) -> Amount:
    if isinstance(item, Step):
        return Amount() if item.intensity is Intensity.WALK else of_step(item).distance
    inner = [item_totals(each, of_step).distance for each in item.items]
    all_of_it = sum(amount.value for amount in inner)
    ran = distance_run(item.items, of_step)
    if item.times is not None and item.cap is None and item.skip_last_rest:
        without_last = distance_run(item.items[:-1], of_step)
        least = ran * (item.times - 1) + without_last
        return least if item.most is None else least.up_to(ran * (item.most - 1) + without_last)
    whole = item_totals(item, of_step).distance
    share = ran.value / all_of_it if all_of_it else 0.0
    return whole._replace(value=whole.value * share, spare=whole.spare * share)
