"""The squad: one plan or several, and athletes, each with what is theirs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from workout_core.errors import InvalidParameter, InvalidWorkout, shown
from workout_core.languages import gettext
from workout_core.model.athlete import Athlete
from workout_core.model.bounds import one_line, plannable, whole, within
from workout_core.model.identity import NAMESPACE, name_based
from workout_core.model.plan import Plan
from workout_core.model.value_object import ValueObject

if TYPE_CHECKING:
    from workout_core.plans.anchors import PlannedRace
    from workout_core.plans.usual_times import UsualTimes

LEAST_VOLUME, MOST_VOLUME = 0.1, 3.0


@frozen(kw_only=True, eq=False, repr=False)
class SquadPlan(ValueObject):
    """A plan that a squad trains by.

    Attributes:
        plan: the plan.
        stem: what files made of it are called, without a suffix.
    """

    plan: Plan
    stem: str = field(converter=one_line)

    def __attrs_post_init__(self) -> None:
        if not self.stem:
            raise InvalidWorkout(gettext("a plan of a squad needs a stem, which its files are called by"))


def _pairs(days: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((before, after) for before, after in days))


def _plans(plans: Iterable[SquadPlan]) -> tuple[SquadPlan, ...]:
    return tuple(plans)


def _lines(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(one_line, names))


@frozen(kw_only=True, eq=False, repr=False)
class Member(ValueObject):
    """An athlete of a squad, and what is theirs and not the plan's.

    Attributes:
        athlete: who it is.
        id: what tells them from another of the same name, and keeps their identity when their name changes.
        plans: those they train by; the squad's when there are none.
        goal: seconds to aim at in the plan's race.
        race: the race they train for, instead of the plan's.
        start: a day of their first week; where the plan has a race, the day from which on they train.
        days: pairs of weekdays from Monday, 0: the plan's, and theirs instead.
        times: their usual times of day, instead of the plan's.
        volume: so many times as much as the plan asks.
        timezone: the IANA name of the zone they live in, if it is not the plan's.
        without: the sessions they leave out, by their names or slots, or by their sports.
    """

    athlete: Athlete
    id: str = field(default="", converter=one_line)
    plans: tuple[SquadPlan, ...] = field(default=(), converter=_plans)
    goal: float | None = None
    race: PlannedRace | None = None
    start: date | None = None
    days: tuple[tuple[int, int], ...] = field(default=(), converter=_pairs)
    times: UsualTimes | None = None
    volume: float = 1.0
    timezone: str = field(default="", converter=one_line)
    without: tuple[str, ...] = field(default=(), converter=_lines)

    def __attrs_post_init__(self) -> None:
        if not self.key:
            raise InvalidWorkout(gettext("an athlete of a squad needs a name, or an id"))
        if self.goal is not None:
            within("goal", self.goal, 40, 172_800, "s")
        if self.start is not None:
            plannable("the start", self.start)
        for pair in self.days:
            for day in pair:
                whole("a weekday", day, 0, 6)
        within("volume", self.volume, LEAST_VOLUME, MOST_VOLUME)
        _refuse_same_stems(self.plans)

    @property
    def key(self) -> str:
        """What no other athlete of the squad is called: the id, or else the name."""
        return self.id or self.athlete.name


def _members(members: Iterable[Member]) -> tuple[Member, ...]:
    return tuple(members)


@frozen(kw_only=True, eq=False, repr=False)
class Squad(ValueObject):
    """Athletes who train by the same plan, or plans.

    Attributes:
        name: what people call it.
        plans: those of everybody who has none of their own.
        members: the athletes, in order.
        id: what keeps it the same squad when its name changes; the name when left out.
    """

    name: str = field(converter=one_line)
    plans: tuple[SquadPlan, ...] = field(default=(), converter=_plans)
    members: tuple[Member, ...] = field(converter=_members)
    id: str = field(default="", converter=one_line)

    def __attrs_post_init__(self) -> None:
        if not self.name:
            raise InvalidWorkout(gettext("a squad needs a name"))
        if not self.members:
            raise InvalidWorkout(gettext("a squad needs an athlete"))
        _refuse_same_stems(self.plans)
        for _, number in namesakes(member.key for member in self.members):
            raise InvalidParameter("athletes", said_twice(self.members[number].key), number)
        for number, member in enumerate(self.members):
            if not self.plans_of(member):
                reason = gettext(
                    "{name} has no plan (give the squad a 'plan:', or the athlete)", name=shown(member.key)
                )
                raise InvalidParameter("athletes", reason, number)

    def plans_of(self, member: Member) -> tuple[SquadPlan, ...]:
        """Return the plans that *member* trains by, as they are written for everybody."""
        return member.plans or self.plans

    @property
    def identity(self) -> str:
        """What marks files as this squad's: of its id, or else of its name."""
        return str(name_based(NAMESPACE, unicodedata.normalize("NFC", f"squad\n{self.id or self.name}")))


def _refuse_same_stems(plans: tuple[SquadPlan, ...]) -> None:
    stems = [unicodedata.normalize("NFC", each.stem.casefold()) for each in plans]
    if twice := next((stem for stem in stems if stems.count(stem) > 1), ""):
        raise InvalidParameter(
            "plans", gettext("two plans would be written as {name} (rename a file)", name=shown(twice))
        )


def namesakes(keys: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of two athletes who go by the same, but for case, spaces and signs.

    Their folders would be one.
    """
    seen: dict[str, int] = {}
    for number, key in enumerate(keys):
        first = seen.setdefault(_letters(key) or key, number)
        if first != number:
            yield first, number


def _letters(key: str) -> str:
    text = unicodedata.normalize("NFKC", key).casefold()
    letters = (each if each.isalnum() or unicodedata.category(each)[0] == "M" else " " for each in text)
    return " ".join("".join(letters).split())


def said_twice(key: str) -> str:
    """Say that two athletes go by *key*, and how to tell them apart."""
    return gettext(
        "two athletes go by {name} (give one of them an 'id:', like 'id: {key} B')", name=shown(key), key=key
    )
