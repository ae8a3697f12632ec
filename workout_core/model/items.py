"""How many steps and repeats there are."""

from __future__ import annotations

from workout_core.model.workout import Item, Step


def count_items(items: tuple[Item, ...]) -> int:
    """Return how many steps and repeats there are in *items*, in all depths.

    The rest that is left of an interval is one too, for it is in the formats that know intervals.
    """
    return sum(
        1 if isinstance(item, Step) else 1 + (item.every is not None) + count_items(item.items)
        for item in items
    )
