"""What is an athlete's own in a squad: goal, race, days, times and so on."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from attrs import evolve

from workout_core.documents.athletes import ATHLETE
from workout_core.documents.keys import Key, Table
from workout_core.documents.kinds import Json, Later, OneOrMore
from workout_core.documents.plans.numbers import VOLUME
from workout_core.documents.plans.race import PLANNED_RACE
from workout_core.documents.plans.usual_times import TIMES, written_times
from workout_core.documents.scalars import DATE, LANGUAGE, LINE, SECONDS, UNITS, ZONE
from workout_core.documents.source import FAILED, Failed, Place, all_or_failed
from workout_core.documents.squad_athletes import NamedAthlete, read_athlete
from workout_core.documents.squad_plans import (
    EVERYBODY,
    PLANS_SCHEMA,
    PlanReader,
    PlansByReader,
    written_plans,
)
from workout_core.documents.tree import MappingNode, Node, ScalarNode
from workout_core.documents.weekdays import WEEKDAY
from workout_core.errors import InvalidParameter, InvalidWorkout, shown
from workout_core.languages import chosen_language, gettext, gettext_noop
from workout_core.plans.anchors import PlannedRace, RaceGoal
from workout_core.plans.squad import Member, SquadPlan
from workout_core.units import WEEKDAYS, Units


class _Days:
    """Weekdays, and those that take their places: ``{tue: wed}``."""

    def read(self, node: Node, place: Place) -> tuple[tuple[int, int], ...] | Failed:
        """Return pairs of weekdays."""
        if not isinstance(node, MappingNode):
            return place.problem(
                node, gettext("must be weekdays, each with the one instead (like '{tue: wed}')")
            )
        days = all_or_failed([self._pair(key, value, place) for key, value in node.pairs])
        if days is FAILED:
            return FAILED
        for number, (key, _) in enumerate(node.pairs):
            if days[number][0] in {before for before, _ in days[:number]}:
                return place.problem(key, gettext("{text} is given twice", text=shown(key.text)))
        return days

    @staticmethod
    def _pair(key: ScalarNode, node: Node, place: Place) -> tuple[int, int] | Failed:
        before = WEEKDAY.read(key, place)
        after = WEEKDAY.read(node, place.key(key.text))
        return FAILED if before is FAILED or after is FAILED else (before, after)

    def write(self, value: tuple[tuple[int, int], ...]) -> Json:
        """Return an object of weekdays."""
        return {WEEKDAYS[before]: WEEKDAYS[after] for before, after in value}

    def schema(self) -> dict[str, Json]:
        """Describe the object."""
        day = WEEKDAY.schema()
        return {"type": "object", "propertyNames": day, "additionalProperties": day}


MEMBER: Final[Table[dict[str, Any]]] = Table(
    gettext_noop("an athlete of a squad"),
    (
        Key(name="id", kind=LINE, attribute="id", says="what tells them from another of the same name"),
        Key(name="goal", kind=SECONDS, attribute="goal", says="the time to aim at in the plan's race"),
        Key(name="race", kind=PLANNED_RACE, attribute="race", says="instead of the plan's"),
        Key(name="start", kind=DATE, attribute="start", says="a day of their first week"),
        Key(name="days", kind=_Days(), attribute="days", says="weekdays instead of the plan's"),
        Key(name="times", kind=TIMES, attribute="times", says="usual times of day instead of the plan's"),
        Key(name="volume", kind=VOLUME, attribute="volume", says="more or less of the easy and long"),
        Key(name="units", kind=UNITS, attribute="units", says="instead of the athlete's"),
        Key(name="language", kind=LANGUAGE, attribute="language", says="instead of the athlete's"),
        Key(name="timezone", kind=ZONE, attribute="timezone", says="instead of the plan's"),
        Key(
            name="without",
            kind=OneOrMore(LINE),
            attribute="without",
            says="sessions they leave out, by their names, slots or sports",
        ),
        Key(name="plan", kind=Later(PLANS_SCHEMA), attribute="plan", says="instead of the squad's"),
        Key(name="plans", kind=Later(PLANS_SCHEMA), attribute="plans", says="instead of the squad's"),
    ),
    dict,
)


def member_schema() -> dict[str, Json]:
    """Describe an athlete of a squad: a file, or an object."""
    athlete = {"oneOf": [{"$ref": "#/$defs/athlete"}, {"type": "string", "examples": ["ann.yaml"]}]}
    table = MEMBER.schema()
    written = table | {"properties": {"athlete": athlete} | table["properties"], "required": ["athlete"]}
    return {"oneOf": [{"type": "string", "examples": ["ann.yaml"]}, written]}


def read_member(
    entry: NamedAthlete, plans: PlansByReader, everybody: tuple[Node, Place] | None
) -> Member | Failed:
    """Return the athlete of *entry*, and what is theirs; *everybody* is where the squad's plans are."""
    athlete = read_athlete(entry)
    own = MEMBER.read(entry.own, entry.place)
    if athlete is FAILED or own is FAILED:
        return FAILED
    athlete = evolve(
        athlete,
        units=own.pop("units", athlete.units),
        language=own.pop("language", athlete.language),
    )
    written = the_one(own.pop("plan", None), own.pop("plans", None))
    if written is FAILED:
        return FAILED
    race = own.get("race")
    seconds = own.get("goal") or (race.seconds if race else None)
    goal = RaceGoal(seconds, race.metres if race else None) if seconds else None
    units = athlete.units if athlete.units is Units.IMPERIAL else None
    reader = PlanReader(units, goal, athlete.language if chosen_language() is None else None)
    try:
        others = _plans(reader, plans, written, everybody)
        if others is FAILED:
            return FAILED
        return Member(athlete=athlete, plans=others, **own)
    except InvalidParameter as error:
        return blamed(error, entry)
    except InvalidWorkout as error:
        return entry.place.problem(entry.node, str(error))


def blamed(error: InvalidParameter, entry: NamedAthlete) -> Failed:
    """Write down what is wrong at the key that is to blame, and return FAILED."""
    node: Node = entry.own.get(error.parameter) or entry.node
    if error.item is not None and not isinstance(node, (ScalarNode, MappingNode)):
        node = node.items[error.item]
    return entry.place.key(error.parameter).problem(node, error.reason)


def the_one(
    plan: tuple[Node, Place] | None, plans: tuple[Node, Place] | None
) -> tuple[Node, Place] | Failed | None:
    """Return where the plans are: behind ``plan:`` or behind ``plans:``."""
    if plan is not None and plans is not None:
        return plans[1].problem(
            plans[0], gettext("'plan:' is given already (write all of them behind 'plans:')")
        )
    return plans if plan is None else plan


def _plans(
    reader: PlanReader,
    plans: PlansByReader,
    own: tuple[Node, Place] | None,
    everybody: tuple[Node, Place] | None,
) -> tuple[SquadPlan, ...] | Failed:
    """Return the plans of an athlete; nothing if they are what everybody has."""
    if own is not None:
        return plans.read(*own, reader)
    if everybody is None:
        return ()
    found, usual = plans.read(*everybody, reader), plans.read(*everybody, EVERYBODY)
    return () if found == usual else found


def written_member(member: Member) -> Json:
    """Return *member* as an object."""
    written: tuple[tuple[str, object, Callable[[Any], Json]], ...] = (
        ("id", member.id, LINE.write),
        ("plans", member.plans, written_plans),
        ("goal", member.goal, SECONDS.write),
        ("race", member.race, _written_race),
        ("start", member.start, DATE.write),
        ("days", member.days, _Days().write),
        ("times", member.times, written_times),
        ("volume", member.volume - 1 and member.volume, _written_volume),
        ("timezone", member.timezone, ZONE.write),
        ("without", member.without, list),
    )
    given = {name: write(value) for name, value, write in written if value}
    return {"athlete": ATHLETE.write(member.athlete), **given}


def _written_volume(factor: float) -> Json:
    return f"{(Decimal(repr(factor)) - 1) * 100:+f}%"


def _written_race(race: PlannedRace) -> Json:
    keys = [key for key in PLANNED_RACE.keys if key.name != "url"]
    values = [(key, getattr(race, key.attribute)) for key in keys]
    return {key.name: key.kind.write(value) for key, value in values if value not in (None, ())}
