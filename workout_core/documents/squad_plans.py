"""The plans that a squad names: files beside it, or plans in it; read once for each system of units."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Final, NamedTuple

from attrs import evolve

from workout_core.documents.kinds import Json
from workout_core.documents.linked_files import read_beside
from workout_core.documents.plans.plan import PLAN
from workout_core.documents.scalars import LINE
from workout_core.documents.source import FAILED, Failed, Place, Source, all_or_failed
from workout_core.documents.tree import MappingNode, Node, ScalarNode, SequenceNode
from workout_core.errors import InvalidParameter, WorkoutWarning, shown
from workout_core.languages import Language, gettext, in_language
from workout_core.model.plan import Plan
from workout_core.plans.anchors import RaceGoal
from workout_core.plans.member_races import keeps_paces
from workout_core.plans.squad import SquadPlan
from workout_core.units import Units, say_time

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


class PlanReader(NamedTuple):
    """Who a plan is read for.

    Attributes:
        units: that they read.
        goal: what they aim at in its race.
        language: in which recipes write for them, where it is not everybody's.
    """

    units: Units | None = None
    goal: RaceGoal | None = None
    language: Language | None = None


EVERYBODY: Final = PlanReader()


class PlansByReader:
    """The plans that a document names, each read once for all who read it alike.

    What is alike for all is one object, so that many athletes take little memory.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._sources: dict[PlanReader, Source] = {EVERYBODY: source}
        self._read: dict[tuple[int, PlanReader], SquadPlan | Failed] = {}

    def read(
        self, node: Node, place: Place, reader: PlanReader = EVERYBODY
    ) -> tuple[SquadPlan, ...] | Failed:
        """Return the plan or the plans that *node* says, as they are for *reader*.

        Raises:
            InvalidParameter: nobody can have the goal.
        """
        if isinstance(node, SequenceNode):
            inside = [(item, place.index(number)) for number, item in enumerate(node.items)]
            return all_or_failed([self._one(item, where, reader) for item, where in inside])
        plan = self._one(node, place, reader)
        return FAILED if plan is FAILED else (plan,)

    def _one(self, node: Node, place: Place, reader: PlanReader) -> SquadPlan | Failed:
        known = (id(node), reader)
        if known not in self._read:
            self._read[known] = self._of_node(node, place, reader)
        return self._read[known]

    def _of_node(self, node: Node, place: Place, reader: PlanReader) -> SquadPlan | Failed:
        if reader == EVERYBODY:
            return _read_plan(node, Place(evolve(self._source, entries={}), place.path))
        usual = self._one(node, place, EVERYBODY)
        if usual is FAILED:
            return FAILED
        if reader not in self._sources:
            units = reader.units or self._source.units
            self._sources[reader] = evolve(self._source, units=units, goal=reader.goal, documents={})
        source = evolve(self._sources[reader], problems=[], entries={})
        with warnings.catch_warnings(), in_language(reader.language):
            warnings.simplefilter("ignore", WorkoutWarning)  # the usual reading has told them
            own = _read_plan(node, Place(source, place.path))
        if own is FAILED:  # of what is read as it is written
            raise InvalidParameter("goal", source.problems[0].message)
        if reader.goal is not None and reader.goal.metres is None and keeps_paces(own.plan, usual.plan):
            goal = say_time(reader.goal.seconds)
            what = gettext(
                "the workout of the race is not written for {goal}, and keeps its paces", goal=goal
            )
            warnings.warn(WorkoutWarning(f"{usual.stem}: {what}"), stacklevel=2)
        return _sharing(own, usual)


def _sharing(own: SquadPlan, usual: SquadPlan) -> SquadPlan:
    """Return *own* with the sessions of *usual* wherever they are equal; *usual* itself if all are."""
    if own == usual:
        return usual
    known = {session.key: session for session in usual.plan.sessions}
    sessions = [known[each.key] if each == known.get(each.key) else each for each in own.plan.sessions]
    return evolve(own, plan=evolve(own.plan, sessions=sessions))


def _read_plan(node: Node, place: Place) -> SquadPlan | Failed:
    if isinstance(node, ScalarNode):
        document = read_beside(node, place, is_of_squad=True)
        if document is FAILED:
            return FAILED
        if not isinstance(document, Plan):
            return place.problem(
                node, gettext("{text} is not a plan (one begins with 'plan:')", text=shown(node.text))
            )
        return place.attempt(node, lambda: SquadPlan(plan=document, stem=Path(node.text).stem))
    inner = node.get("plan") if isinstance(node, MappingNode) else None
    if not isinstance(node, MappingNode) or inner is None:
        return place.problem(
            node, gettext("must be a file, or a plan with 'plan:' (like 'half-marathon.yaml')")
        )
    if isinstance(inner, ScalarNode):
        plan = PLAN.read(node, place)
        return FAILED if plan is FAILED else SquadPlan(plan=plan, stem=plan.id or plan.name)
    return _called(node, inner, place)


def _called(node: MappingNode, inner: Node, place: Place) -> SquadPlan | Failed:
    """Return the plan of ``{stem: half-marathon, plan: {plan: …}}``."""
    for key, _ in node.pairs:
        if key.text not in (_STEM, "plan"):
            hint = node.suggestion(key.text, (_STEM, "plan"))
            return place.problem(
                key,
                gettext("{text} is not a key of a plan of a squad ({hint})", text=shown(key.text), hint=hint),
            )
    plan = PLAN.read(inner, place.key("plan"))
    stem = LINE.read(node.get(_STEM) or ScalarNode("", node.line, node.column), place.key(_STEM))
    if plan is FAILED or stem is FAILED:
        return FAILED
    return place.attempt(node, lambda: SquadPlan(plan=plan, stem=stem or plan.name))


def written_plans(plans: tuple[SquadPlan, ...]) -> Json:
    """Return *plans* with their sessions on dates, and what their files are called."""
    return [{_STEM: each.stem, "plan": PLAN.write(each.plan)} for each in plans]
