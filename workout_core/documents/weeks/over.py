"""The plans that a plan lies over, and what to do where both together are too much."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve, field, frozen

from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json
from workout_core.documents.linked_files import read_beside
from workout_core.documents.scalars import choice
from workout_core.documents.source import FAILED, Place
from workout_core.documents.tree import Node, Scalar, Sequence
from workout_core.documents.weeks.kinds import RISE_KIND
from workout_core.errors import shown
from workout_core.model.plan import Plan, Week
from workout_core.plans.conflicts import RISE, ConflictKind
from workout_core.plans.settling import Policy, settled
from workout_core.plans.week_totals import Asked, week_of


@frozen
class Settling:
    """What to do about each kind of conflict, and by how much a week may ask more than those before."""

    policies: Mapping[ConflictKind, Policy] = field(factory=dict)
    rise: float = RISE

    def of(self, plan: Plan, over: tuple[str, ...], chosen: Collection[str]) -> Plan:
        """Return *plan* after it; what was done about what stands in the notes of the weeks.

        Args:
            plan: of several plans.
            over: the ids of those that lie over others, the lowest first.
            chosen: the keys of sessions that somebody has put where they are.
        """
        made, told = settled(plan, self.policies, Asked(plan.athlete), self.rise, over, chosen=chosen)
        notes: dict[date, list[str]] = {}
        for each in told:
            if each.policy is not Policy.KEEP:
                notes.setdefault(week_of(each.conflict.day), []).append(str(each))
        named = {week_of(week.start): week for week in made.weeks}
        weeks = [_noted(named.get(start) or Week(start=start), lines) for start, lines in notes.items()]
        others = [week for start, week in named.items() if start not in notes]
        return evolve(made, weeks=(*others, *weeks))


def _noted(week: Week, lines: list[str]) -> Week:
    return evolve(week, note="\n".join(filter(None, (week.note, *lines))))


def _settling(rise: float = RISE, **policies: Policy) -> Settling:
    by_kind = {kind: policies[kind.name] for kind in ConflictKind if kind.name in policies}
    return Settling(MappingProxyType(by_kind), rise)


_POLICY: Final = choice(Policy, "a policy", drop_easy=Policy.DROP_EASY)
CONFLICTS: Final = Table(
    "policies",
    (
        *(Key(name=kind.value, kind=_POLICY, attribute=kind.name) for kind in ConflictKind),
        Key(name="rise", kind=RISE_KIND, attribute="rise", says="how much more than before is too much"),
    ),
    _settling,
)


class _Plans:
    """The names of one or more files that are plans."""

    def read(self, node: Node, place: Place) -> Any:
        """Return the plans."""
        if not isinstance(node, Sequence):
            plan = self._plan(node, place)
            return FAILED if plan is FAILED else (plan,)
        plans = [self._plan(item, place.index(number)) for number, item in enumerate(node.items)]
        return FAILED if FAILED in plans else tuple(plans)

    @staticmethod
    def _plan(node: Node, place: Place) -> Any:
        if not isinstance(node, Scalar):
            return place.problem(node, "must be the name of a file (like 'half-marathon.yaml')")
        document = read_beside(node, place)
        if document is FAILED or isinstance(document, Plan):
            return document
        return place.problem(node, f"{shown(node.text)} is not a plan (one begins with 'plan:')")

    def write(self, value: tuple[Plan, ...]) -> Json:
        """Refuse: plans are written with their sessions on dates."""
        raise TypeError(value)

    def schema(self) -> dict[str, Json]:
        """Describe one name, or several."""
        name = {"type": "string", "examples": ["half-marathon.yaml"]}
        return {"oneOf": [name, {"type": "array", "items": name}]}


PLANS: Final = _Plans()
