"""The plans that a squad names: files beside it, or plans in it; read once for each system of units."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Final

from attrs import evolve

from workout_core.documents.kinds import Json
from workout_core.documents.linked_files import read_beside
from workout_core.documents.plans.plan import PLAN
from workout_core.documents.scalars import LINE
from workout_core.documents.source import FAILED, Failed, Place, Source, all_or_failed
from workout_core.documents.tree import MappingNode, Node, ScalarNode, SequenceNode
from workout_core.errors import WorkoutWarning, shown
from workout_core.model.plan import Plan
from workout_core.plans.squad import SquadPlan
from workout_core.units import Units

_STEM: Final = "stem"
_INLINE: Final[dict[str, Json]] = {
    "type": "object",
    "properties": {_STEM: LINE.schema(), "plan": {"$ref": "#/$defs/plan"}},
    "required": [_STEM, "plan"],
    "additionalProperties": False,
}
_EACH: Final[list[dict[str, Json]]] = [
    {"type": "string", "examples": ["half-marathon.yaml"]},
    {"$ref": "#/$defs/plan"},
    _INLINE,
]
PLANS_SCHEMA: Final[dict[str, Json]] = {"oneOf": [*_EACH, {"type": "array", "items": {"oneOf": _EACH}}]}


class PlansByUnits:
    """The plans that a document names, each read once for everybody who reads the same units."""

    def __init__(self, source: Source) -> None:
        self._sources: dict[Units | None, Source] = {source.units: source}
        self._source = source
        self._read: dict[tuple[int, Units | None], SquadPlan | Failed] = {}

    def read(self, node: Node, place: Place, units: Units | None = None) -> tuple[SquadPlan, ...] | Failed:
        """Return the plan or the plans that *node* says, for who reads *units*."""
        if isinstance(node, SequenceNode):
            inside = [(item, place.index(number)) for number, item in enumerate(node.items)]
            return all_or_failed([self._one(item, where, units) for item, where in inside])
        plan = self._one(node, place, units)
        return FAILED if plan is FAILED else (plan,)

    def _one(self, node: Node, place: Place, units: Units | None) -> SquadPlan | Failed:
        known = (id(node), units)
        if known not in self._read:
            self._read[known] = self._of_node(node, place, units)
        return self._read[known]

    def _of_node(self, node: Node, place: Place, units: Units | None) -> SquadPlan | Failed:
        if units in (None, self._source.units):
            return _read_plan(node, Place(evolve(self._source), place.path))
        usual = self._one(node, place, None)
        if usual is FAILED:
            return FAILED
        documents = self._sources.setdefault(units, evolve(self._source, units=units, documents={}))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", WorkoutWarning)  # the usual reading has told them
            own = _read_plan(node, Place(evolve(documents), place.path))
        return usual if own == usual else own


def _read_plan(node: Node, place: Place) -> SquadPlan | Failed:
    if isinstance(node, ScalarNode):
        document = read_beside(node, place, "squad")
        if document is FAILED:
            return FAILED
        if not isinstance(document, Plan):
            return place.problem(node, f"{shown(node.text)} is not a plan (one begins with 'plan:')")
        return place.attempt(node, lambda: SquadPlan(plan=document, stem=Path(node.text).stem))
    inner = node.get("plan") if isinstance(node, MappingNode) else None
    if not isinstance(node, MappingNode) or inner is None:
        return place.problem(node, "must be a file, or a plan with 'plan:' (like 'half-marathon.yaml')")
    if isinstance(inner, ScalarNode):
        plan = PLAN.read(node, place)
        return FAILED if plan is FAILED else SquadPlan(plan=plan, stem=plan.id or plan.name)
    return _called(node, inner, place)


def _called(node: MappingNode, inner: Node, place: Place) -> SquadPlan | Failed:
    """Return the plan of ``{stem: half-marathon, plan: {plan: …}}``."""
    for key, _ in node.pairs:
        if key.text not in (_STEM, "plan"):
            hint = node.suggestion(key.text, (_STEM, "plan"))
            return place.problem(key, f"{shown(key.text)} is not a key of a plan of a squad ({hint})")
    plan = PLAN.read(inner, place.key("plan"))
    stem = LINE.read(node.get(_STEM) or ScalarNode("", node.line, node.column), place.key(_STEM))
    if plan is FAILED or stem is FAILED:
        return FAILED
    return place.attempt(node, lambda: SquadPlan(plan=plan, stem=stem or plan.name))


def written_plans(plans: tuple[SquadPlan, ...]) -> Json:
    """Return *plans* with their sessions on dates, and what their files are called."""
    return [{_STEM: each.stem, "plan": PLAN.write(each.plan)} for each in plans]
