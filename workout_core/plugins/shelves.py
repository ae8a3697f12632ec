"""What several plugins offer to one hook, sorted out by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from workout_core.plugins.loading import LATE, claims_its_name

OWN: Final = "workout-core"
"""The distribution whose names nobody can take."""
CORE: Final = f"{OWN}:recipes"
"""What the recipes of the core are offered by, in messages."""


class Offer(NamedTuple):
    """A record, and the name of the plugin that offers it."""

    plugin: str
    record: Any


class Shelf(NamedTuple):
    """What is offered to one hook, by name.

    Attributes:
        usable: by the names that people type: ``tcx``; ``acme:tcx`` where others offer a ``tcx`` as well.
        clashes: the names that more than one plugin claims and the core does not, with who claims them.
        displaced: the names of the core that plugins claim as well, with these plugins.
    """

    usable: dict[str, Offer]
    clashes: dict[str, tuple[str, ...]]
    displaced: dict[str, tuple[str, ...]]


def sorted_out(offers: Iterable[Offer]) -> Shelf:
    """Return what of *offers* is usable by which name, and which names are contested."""
    claims: dict[str, list[Offer]] = {}
    for offer in offers:
        if claims_its_name(offer.record):
            claims.setdefault(offer.record.name, []).append(offer)
    shelf = Shelf({}, {}, {})
    for name, rivals in sorted(claims.items()):
        if len(rivals) == 1:
            shelf.usable[name] = rivals[0]
            continue
        own = [each for each in rivals if distribution_of(each.plugin) == OWN]
        others = [each for each in rivals if distribution_of(each.plugin) != OWN]
        if own:
            shelf.usable[name] = own[0]
            shelf.displaced[name] = tuple(each.plugin for each in others)
        else:
            shelf.clashes[name] = tuple(each.plugin for each in rivals)
        called = [qualified(each.plugin, name) for each in others]
        shelf.usable.update(
            (each, offer) for each, offer in zip(called, others, strict=True) if called.count(each) == 1
        )
    return shelf


def distribution_of(plugin: str) -> str:
    """Return the distribution of a *plugin*, ``distribution:entry_point``."""
    return plugin.partition(":")[0]


def say_which(name: str, plugins: tuple[str, ...], hook: str) -> str:
    """Say what settles a clash: another name, or that one plugin stands back."""
    names = {qualified(each, name) for each in plugins}
    if len(names) < len(plugins) or hook in LATE:
        return f"disable one: WORKOUT_DISABLE={' or '.join(plugins)}"
    return f"say which: {' or '.join(sorted(names))}"


def qualified(plugin: str, name: str) -> str:
    """Return the name by which a record is the one of *plugin*, whoever else offers that *name*."""
    return f"{distribution_of(plugin)}:{name}"
