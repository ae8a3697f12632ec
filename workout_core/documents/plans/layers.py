"""The plans that a plan lies over, and what to do where both together are too much."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json
from workout_core.documents.linked_files import read_beside
from workout_core.documents.plans.numbers import RISE_KIND
from workout_core.documents.scalars import choice
from workout_core.documents.source import FAILED, Failed, Place, all_or_failed
from workout_core.documents.tree import Node, ScalarNode, SequenceNode
from workout_core.errors import shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.plan import Plan
from workout_core.plans.conflicts import RISE, ConflictKind
from workout_core.plans.settling import Policy, Settling


def _settling(rise: float = RISE, **policies: Policy) -> Settling:
    by_kind = {kind: policies[kind.name] for kind in ConflictKind if kind.name in policies}
    return Settling(MappingProxyType(by_kind), rise)


_POLICY: Final = choice(Policy, gettext_noop("a policy"), drop_easy=Policy.DROP_EASY)
CONFLICTS: Final = Table(
    gettext_noop("policies"),
    (
        *(Key(name=kind.value, kind=_POLICY, attribute=kind.name) for kind in ConflictKind),
        Key(name="rise", kind=RISE_KIND, attribute="rise", says="how much more than before is too much"),
    ),
    _settling,
)


class _Plans:
    """The names of one or more files that are plans."""

    def read(self, node: Node, place: Place) -> tuple[Plan, ...] | Failed:
        """Return the plans."""
        if not isinstance(node, SequenceNode):
            plan = self._plan(node, place)
            return FAILED if plan is FAILED else (plan,)
        return all_or_failed(
            [self._plan(item, place.index(number)) for number, item in enumerate(node.items)]
        )

    @staticmethod
    def _plan(node: Node, place: Place) -> Plan | Failed:
        if not isinstance(node, ScalarNode):
            return place.problem(node, gettext("must be the name of a file (like 'half-marathon.yaml')"))
        document = read_beside(node, place)
        if document is FAILED or isinstance(document, Plan):
            return document
        return place.problem(
            node, gettext("{text} is not a plan (one begins with 'plan:')", text=shown(node.text))
        )

    def write(self, value: tuple[Plan, ...]) -> Json:
        """Refuse: plans are written with their sessions on dates."""
        raise TypeError(value)

    def schema(self) -> dict[str, Json]:
        """Describe one name, or several."""
        name = {"type": "string", "examples": ["half-marathon.yaml"]}
        return {"oneOf": [name, {"type": "array", "items": name}]}


PLANS: Final = _Plans()
