"""The document of a squad: its plans, and its athletes, each with what is theirs."""

from __future__ import annotations

from typing import Any, Final

from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, Later
from workout_core.documents.scalars import LINE
from workout_core.documents.source import FAILED, Failed, Place
from workout_core.documents.squad_athletes import NamedAthlete, entries_of
from workout_core.documents.squad_members import blamed, member_schema, read_member, the_one, written_member
from workout_core.documents.squad_plans import PLANS_SCHEMA, PlansByReader, written_plans
from workout_core.documents.tree import Node
from workout_core.errors import InvalidParameter, InvalidWorkout
from workout_core.languages import gettext, gettext_noop
from workout_core.plans.members import refuse_unfit
from workout_core.plans.squad import Member, Squad, namesakes, said_twice

_MEMBERS: Final[dict[str, Json]] = {
    "oneOf": [
        {"type": "string", "examples": ["athletes/"], "description": "a folder of athletes"},
        {"type": "array", "minItems": 1, "items": member_schema()},
    ]
}
SQUAD_HEAD: Final[Table[dict[str, Any]]] = Table(
    gettext_noop("a squad"),
    (
        Key(name="squad", kind=LINE, attribute="name", required=True, says="what people call it"),
        Key(name="id", kind=LINE, attribute="id", says="what keeps it the same when its name changes"),
        Key(name="plan", kind=Later(PLANS_SCHEMA), attribute="plan", says="the plan, or a file"),
        Key(name="plans", kind=Later(PLANS_SCHEMA), attribute="plans", says="several plans"),
        Key(
            name="athletes",
            kind=Later(_MEMBERS),
            attribute="athletes",
            required=True,
            says="each with what is theirs, or a folder",
        ),
    ),
    dict,
)


def read_squad(node: Node, place: Place) -> Squad | Failed:
    """Return the squad.

    Where athletes are wrong, that is written down, and the squad is without them; it is FAILED only if
    nobody is left, or what is wrong is not one athlete's.
    """
    head = SQUAD_HEAD.read(node, place)
    if head is FAILED:
        return FAILED
    everybody = the_one(head.pop("plan", None), head.pop("plans", None))
    shelf = PlansByReader(place.source)
    plans = () if everybody is None or everybody is FAILED else shelf.read(*everybody)
    entries = entries_of(*head.pop("athletes"))
    if everybody is FAILED or plans is FAILED:
        return FAILED
    read = [(each, read_member(each, shelf, everybody)) for each in entries if each is not FAILED]
    members = [(each, member) for each, member in read if member is not FAILED]
    if not members and place.source.problems:
        return FAILED
    fit = [member for each, member in _distinct(members) if _fits(each, member, plans)]
    if not fit and place.source.problems:
        return FAILED
    return place.attempt(node, lambda: Squad(plans=plans, members=fit, **head))


def _distinct(members: list[tuple[NamedAthlete, Member]]) -> list[tuple[NamedAthlete, Member]]:
    """Return *members* without those who go by the same name: nobody knows whose files are whose."""
    same: set[int] = set()
    for first, second in namesakes(member.key for _, member in members):
        entry, member = members[second]
        entry.place.problem(entry.node, said_twice(member.key))
        same |= {first, second}
    return [each for number, each in enumerate(members) if number not in same]


def _fits(entry: NamedAthlete, member: Member, plans: tuple[Any, ...]) -> bool:
    own = member.plans or plans
    if not own:
        entry.place.problem(
            entry.node, gettext("{name} has no plan (give the squad a 'plan:')", name=repr(member.key))
        )
        return False
    try:
        refuse_unfit(own, member)
    except InvalidParameter as error:
        blamed(error, entry)
        return False
    except InvalidWorkout as error:
        entry.place.problem(entry.node, str(error))
        return False
    return True


def write_squad(squad: Squad) -> Json:
    """Return *squad* as an object, with its plans and athletes in it."""
    said: dict[str, Json] = {"squad": squad.name}
    if squad.id:
        said["id"] = squad.id
    if squad.plans:
        said["plans"] = written_plans(squad.plans)
    return said | {"athletes": [written_member(each) for each in squad.members]}
