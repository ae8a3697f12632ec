"""A plan, of sessions on dates as machines write it, or of weeks as people do."""

from __future__ import annotations

from typing import Final

from workout_core.documents.append_change import CHANGES
from workout_core.documents.kinds import Json
from workout_core.documents.plans.sessions import DATED, athlete_first
from workout_core.documents.source import FAILED, Failed, Place, Unkept
from workout_core.documents.tree import MappingNode, Node
from workout_core.languages import language_scope
from workout_core.model.plan import Plan


class _PlanDocument:
    """A plan in either form."""

    def read(self, node: Node, place: Place) -> Plan | Failed:
        """Return the plan; what writes itself in it is in the language of its athlete."""
        with language_scope():
            return self._read(athlete_first(node), place)

    @staticmethod
    def _read(node: Node, place: Place) -> Plan | Failed:
        if place.source.goal is not None:
            from workout_core.documents.plans.goals import with_goal  # noqa: PLC0415 - only squads have others

            node = with_goal(node, place.source.goal)
        if isinstance(node, MappingNode) and any(key.text == "sessions" for key, _ in node.pairs):
            return _dated(node, place)
        from workout_core.documents.plans.plan_of_weeks import read_plan_of_weeks  # noqa: PLC0415 - only who plans pays

        return read_plan_of_weeks(node, place)

    def write(self, value: Plan) -> Json:
        """Return the plan with its sessions on dates."""
        return DATED.write(value)

    def schema(self) -> dict[str, Json]:
        """Refer to both."""
        return {"oneOf": [{"$ref": "#/$defs/plan-of-sessions"}, {"$ref": "#/$defs/plan-of-weeks"}]}


def _dated(node: MappingNode, place: Place) -> Plan | Failed:
    """Return a plan of sessions on dates, after its changes if there are some."""
    own = [pair for pair in node.pairs if pair[0].text != CHANGES]
    plan = DATED.read(MappingNode(own, node.line, node.column), place)
    changes = node.get(CHANGES)
    if plan is FAILED or changes is None:
        return plan
    from workout_core.documents.plans.changes import changed_as_written, read_changes  # noqa: PLC0415 - the same

    place.key(CHANGES).not_kept(changes, Unkept.CHANGES)
    read = read_changes(changes, place.key(CHANGES))
    return FAILED if read is FAILED else changed_as_written(plan, read)


PLAN: Final = _PlanDocument()
