"""The keys at the top of a plan of weeks."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from attrs import frozen

from workout_core.documents.athletes import ATHLETE
from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, Later
from workout_core.documents.linked_files import read_beside
from workout_core.documents.plans.layers import CONFLICTS, PLANS
from workout_core.documents.plans.race import PLANNED_RACE
from workout_core.documents.plans.schema import CHANGES_SCHEMA, WEEKS_SCHEMA, WORKOUTS_SCHEMA
from workout_core.documents.plans.sessions import PLAN_KEYS, AthleteOfPlan
from workout_core.documents.plans.usual_times import TIMES
from workout_core.documents.scalars import DATE, TOLERANCE
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.tree import Node, ScalarNode
from workout_core.errors import InvalidWorkout, shown
from workout_core.languages import gettext, gettext_noop
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan
from workout_core.plans.anchors import PlannedRace
from workout_core.plans.settling import Settling
from workout_core.plans.usual_times import UsualTimes


class _AthleteOrFile(AthleteOfPlan):
    """An athlete, or the name of a file that is one."""

    def _read(self, node: Node, place: Place) -> Athlete | Failed:
        if not isinstance(node, ScalarNode):
            return ATHLETE.read(node, place)
        document = read_beside(node, place)
        if document is FAILED or isinstance(document, Athlete):
            return document
        return place.problem(
            node, gettext("{text} is not an athlete (one begins with 'athlete:')", text=shown(node.text))
        )

    def schema(self) -> dict[str, Json]:
        """Describe both."""
        return {"oneOf": [{"$ref": "#/$defs/athlete"}, {"type": "string", "examples": ["ada.yaml"]}]}


@frozen(kw_only=True)
class PlanHead:
    """What stands at the top of a plan of weeks.

    Attributes:
        of_plan: the attributes of the plan itself.
        start: a day of the first week.
        race: what is at the end.
        times: usual times of day.
        tolerance: of named paces, in seconds a kilometre, where a workout does not say it.
        over: the plans that this one lies over.
        settling: what to do where that is too much.
        workouts: those that have names, to be read; and so are
        weeks: in order, nothing if it is made of other plans only;
        after_race: the weeks that follow that of the race; and
        changes: since it was written.
    """

    of_plan: dict[str, Any]
    start: date | None
    race: PlannedRace | None
    times: UsualTimes
    tolerance: float | None
    workouts: tuple[Node, Place] | None
    weeks: tuple[Node, Place] | None
    after_race: tuple[Node, Place] | None
    changes: tuple[Node, Place] | None
    over: tuple[Plan, ...]
    settling: Settling


def _head(  # noqa: PLR0913, PLR0917 - one argument for each key
    weeks: tuple[Node, Place] | None = None,
    start: date | None = None,
    race: PlannedRace | None = None,
    times: UsualTimes = UsualTimes(),  # noqa: B008 - a frozen value
    tolerance: float | None = None,
    workouts: tuple[Node, Place] | None = None,
    after_race: tuple[Node, Place] | None = None,
    changes: tuple[Node, Place] | None = None,
    over: tuple[Plan, ...] = (),
    settling: Settling | None = None,
    **of_plan: Any,
) -> PlanHead:
    if weeks is None and not over:
        raise InvalidWorkout(
            gettext("a plan needs 'weeks:' (like '- mon: easy 30min'), or plans to lie 'over:'")
        )
    unused = {"start": start, "race": race, "workouts": workouts, "after_race": after_race}
    if weeks is None and (name := next((name for name, value in unused.items() if value), "")):
        raise InvalidWorkout(gettext("'{name}:' needs 'weeks:'", name=name))
    if after_race is not None and race is None:
        raise InvalidWorkout(
            gettext("'after_race:' needs a 'race:' (like '{name: City 10 km, date: 2026-11-08}')")
        )
    if settling is not None and not over:
        raise InvalidWorkout(gettext("'conflicts:' are between plans (give 'over:')"))
    if weeks is None and len(over) == 1:
        raise InvalidWorkout(gettext("what lies over it? (give 'weeks:', or two plans or more)"))
    return PlanHead(
        of_plan=of_plan,
        start=start,
        race=race,
        times=times,
        tolerance=tolerance,
        workouts=workouts,
        weeks=weeks,
        after_race=after_race,
        changes=changes,
        over=over,
        settling=settling or Settling(),
    )


PLAN_HEAD: Final = Table(
    gettext_noop("a plan"),
    (
        *PLAN_KEYS,
        Key(name="athlete", kind=_AthleteOrFile(), attribute="athlete", says="who it is for, or a file"),
        Key(name="tolerance", kind=TOLERANCE, attribute="tolerance", says="of named paces in its workouts"),
        Key(name="start", kind=DATE, attribute="start", says="a day of the first week"),
        Key(
            name="race",
            kind=PLANNED_RACE,
            attribute="race",
            says="the last week is its week; others count back",
        ),
        Key(name="times", kind=TIMES, attribute="times", says="usual times of day"),
        Key(name="workouts", kind=Later(WORKOUTS_SCHEMA), attribute="workouts", says="workouts by name"),
        Key(name="weeks", kind=Later(WEEKS_SCHEMA), attribute="weeks", says="in order"),
        Key(
            name="after_race",
            kind=Later(WEEKS_SCHEMA),
            attribute="after_race",
            says="weeks that follow that of the race",
        ),
        Key(name="over", kind=PLANS, attribute="over", says="plans that this one lies over, as files"),
        Key(name="conflicts", kind=CONFLICTS, attribute="settling", says="what to do where it is too much"),
        Key(name="changes", kind=Later(CHANGES_SCHEMA), attribute="changes", says="since it was written"),
    ),
    _head,
)
