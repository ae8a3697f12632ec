"""A workout as it is for an athlete: in their numbers and units, how long, how far and how hard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from copy import copy
from functools import cached_property
from typing import TypeAlias

from attrs import evolve

from workout_core.analysis.by_name import effort_of_name
from workout_core.analysis.distance import RUNS, distance_run
from workout_core.analysis.effort import EASIEST, GENTLE, HARDEST, UNKNOWN, known_effort
from workout_core.analysis.intensities import middle
from workout_core.analysis.load import Stretch, is_hard, load_of, stretches_of
from workout_core.analysis.loads import load_in_numbers
from workout_core.analysis.meanings import with_targets
from workout_core.analysis.relative_paces import needs_nobody, with_goal
from workout_core.analysis.resolve import USUAL_TOLERANCE, Resolved, at, meant
from workout_core.analysis.speeds import UsualSpeeds, speed_of
from workout_core.analysis.totals import Amount, Totals, item_totals, passes, step_totals, totals_of_items
from workout_core.errors import InvalidWorkout, MissingThreshold
from workout_core.languages import Language, language
from workout_core.model.athlete import Athlete
from workout_core.model.duration import Distance
from workout_core.model.exercise import Exercise
from workout_core.model.showing import Shown
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity, Ramp, Range, Target
from workout_core.model.workout import Item, Repeat, Step, Workout, map_steps
from workout_core.units import Units, is_in_yards

_Targets: TypeAlias = dict[tuple[Target, Sport, Language], Resolved | Exception]


def units_for(athlete: Athlete | None, units: Units | None = None, workout: Workout | None = None) -> Units:
    """Return what numbers are said in: what *workout* says itself, *units*, the athlete's own, or metric.

    A workout says it by the pool that it is swum in, and by the splits that its document writes.
    """
    if workout is not None and workout.sport is Sport.POOL_SWIMMING and workout.pool_length:
        return Units.IMPERIAL if is_in_yards(workout.pool_length) else Units.METRIC
    said = workout.units if workout else None
    return said or units or (athlete.units if athlete else Units.METRIC)


class Reading(Shown):
    """What a workout is for one athlete; everything is worked out once, when it is first asked for.

    Words, pictures, pages, calendars and files read from it, so that they say the same. Without an athlete
    relative targets stay relative, and speeds are the usual ones.

    Attributes:
        workout: as it is written.
        athlete: for whom, if that is known; with the goal of the workout, if it has one.
        units: in which it is said: the workout's own, or those asked for, or the athlete's.
        said: what was said of targets already, by sport, units, language and place.
        targets: what each means to the athlete in a sport, or in a language why nobody knows.
        usual: how fast the athlete does what has no pace.
    """

    def __init__(
        self,
        workout: Workout,
        athlete: Athlete | None = None,
        units: Units | None = None,
        *,
        beside: Reading | None = None,
    ) -> None:
        self.workout = workout
        self.athlete: Athlete | None = beside.athlete if beside else with_goal(athlete, workout.goal)
        self.units = units_for(athlete, units, workout)
        self.said: dict[tuple[Target, Sport, Units, Language, str], str] = beside.said if beside else {}
        self.targets: _Targets = beside.targets if beside else {}
        self.usual: UsualSpeeds = beside.usual if beside else UsualSpeeds(self.athlete)
        # steps are told apart by where they are in memory: each is kept, so that no other takes its place
        self._totals: dict[int, tuple[Step, Totals]] = {}
        self._efforts: dict[int, tuple[Step, float | None]] = {}

    @classmethod
    def of_items(
        cls,
        items: tuple[Item, ...],
        sport: Sport = Sport.RUNNING,
        athlete: Athlete | None = None,
        units: Units | None = None,
    ) -> Reading:
        """Read *items* that nobody has made a workout of."""
        return cls(Workout(name="Workout", items=items, sport=sport), athlete, units)

    def in_units(self, units: Units) -> Reading:
        """Return the same reading in other *units*; nothing is measured again."""
        other = copy(self)
        other.units = units_for(self.athlete, units, self.workout)
        return other

    @property
    def sport(self) -> Sport:
        """The sport of the workout."""
        return self.workout.sport

    def target(self, target: Target) -> Target:
        """Return *target* in the athlete's numbers; without an athlete only what needs none of them.

        Raises:
            MissingThreshold: the athlete lacks the number that it refers to, and nothing takes its place.
            InvalidWorkout: the athlete has no such zone or pace.
        """
        return self.meant(target).numbers

    def meant(self, target: Target) -> Resolved:
        """Return what *target* is taken for, and that in numbers; raises what :meth:`target` does."""
        if self.athlete is None and not needs_nobody(target, self.workout.goal):
            return Resolved(target, target)
        found = self.targets.get(known := (target, self.sport, language()))
        if found is None:
            try:
                found = meant(target, self.athlete or Athlete(goal=self.workout.goal), self.sport)
            except (MissingThreshold, InvalidWorkout) as error:
                found = error
            self.targets[known] = found
        if isinstance(found, Exception):
            raise found
        return found

    def known(self, target: Target) -> Target:
        """Return *target* in the athlete's numbers where they are known, and as it is where not."""
        with suppress(MissingThreshold, InvalidWorkout):
            return self.target(target)
        return target

    @property
    def tolerance(self) -> float:
        """How many seconds a kilometre a named pace may be off, where it does not say so itself."""
        given = self.workout.tolerance
        if given is None and self.athlete is not None:
            given = self.athlete.tolerance
        return USUAL_TOLERANCE if given is None else given

    def exercise(self, exercise: Exercise) -> Exercise:
        """Return *exercise* with its load in kilograms of the athlete.

        Raises:
            MissingThreshold: the athlete's one rep max of it is not known.
            InvalidWorkout: the load would be more than anybody lifts.
        """
        return exercise if self.athlete is None else load_in_numbers(exercise, self.athlete)

    def known_exercise(self, exercise: Exercise) -> Exercise:
        """Return *exercise* with its load in kilograms where they are known, and as it is where not."""
        with suppress(MissingThreshold, InvalidWorkout):
            return self.exercise(exercise)
        return exercise

    @property
    def lacking(self) -> tuple[tuple[str, str], ...]:
        """What the athlete lacks: pairs of the place that refers to it, and of what is needed, in words."""
        return tuple(self._lacking()) if self.athlete else ()

    def _lacking(self) -> Iterator[tuple[str, str]]:
        for path, item in self.workout.walk():
            if not isinstance(item, Step):
                continue
            for name in ("target", "second_target", "exercise"):
                try:
                    self._part(getattr(item, name))
                except (MissingThreshold, InvalidWorkout) as error:
                    yield f"{path}.{name}{'.load' if name == 'exercise' else ''}", str(error)

    def _part(self, part: Target | Exercise | None) -> Target | Exercise | None:
        """Return a part of a step in the athlete's numbers."""
        return self.target(part) if isinstance(part, Target) else part and self.exercise(part)

    @cached_property
    def resolved(self) -> Workout:
        """The workout with every relative target and load as numbers of the athlete.

        Raises:
            MissingThreshold: the athlete lacks a number that a step refers to.
            InvalidWorkout: a step names a zone or a pace that the athlete does not have.
        """
        if self.athlete is None:
            return self.workout
        items = map_steps(self.workout.items, self._resolved_step)
        return self.workout if items is self.workout.items else evolve(self.workout, items=items)

    def _resolved_step(self, path: str, step: Step) -> Step:
        targets: list[Target | None] = []
        for name, target in (("target", step.target), ("second_target", step.second_target)):
            with at(f"{path}.{name}"):
                targets.append(target and self.target(target))
        step = with_targets(step, *targets)
        if step.exercise is None:
            return step
        with at(f"{path}.exercise.load"):
            exercise = self.exercise(step.exercise)
        return step if exercise is step.exercise else evolve(step, exercise=exercise)

    @cached_property
    def totals(self) -> Totals:
        """The time and the distance."""
        return totals_of_items(self.workout.items, self.step_totals)

    def step_totals(self, step: Step) -> Totals:
        """Return the time and the distance of one step."""
        known = self._totals.get(id(step))
        if known is None:
            speed = speed_of(step, self.sport, self.usual, self.known, self.known_effort)
            known = self._totals[id(step)] = (step, step_totals(step, speed))
        return known[1]

    def item_totals(self, item: Item) -> Totals:
        """Return the time and the distance of a step, or of a repeat with all its passes."""
        return item_totals(item, self.step_totals)

    def passes(self, repeat: Repeat) -> int:
        """Return how often the items of *repeat* are done: as written, or estimated from what ends it."""
        return passes(repeat, self.step_totals)

    @cached_property
    def training_distance(self) -> Amount:
        """The distance that counts in training: in a run what is run, in other sports all of it."""
        if self.sport not in RUNS:
            return self.totals.distance
        return distance_run(self.workout.items, self.step_totals)

    def known_effort(self, step: Step) -> float | None:
        """Return how hard *step* is, from 1 to 10; None if nothing says so."""
        known = self._efforts.get(id(step))
        if known is None:
            goal = self.workout.goal
            runner = Athlete(goal=goal) if self.athlete is None and goal is not None else self.athlete
            known = self._efforts[id(step)] = (step, known_effort(step, self.sport, runner, self.known))
        return known[1]

    def effort(self, step: Step) -> float:
        """Return how hard *step* is, from 1 to 10, for its load and its picture.

        Work of which nothing says how hard it is, not even its name, counts as 5. Where paces in numbers are
        all there is, they are compared with each other: their mean is 5.
        """
        if (told := self.told_effort(step)) is not None:
            return told
        speed = self._speed(step)
        effort = UNKNOWN * speed / (self._usual_speed or speed) if speed else UNKNOWN
        return min(max(effort, EASIEST), HARDEST)

    def told_effort(self, step: Step) -> float | None:
        """Return how hard *step* is by what it holds, is a part of or is called; None if nothing tells."""
        return self.known_effort(step) or self._effort_of_name(step) or GENTLE.get(self.sport)

    def _effort_of_name(self, step: Step) -> float | None:
        """Return how hard what *step* is called is; a pace or a distance is no stretch: a home stretch."""
        if not step.name or isinstance(step.duration, Distance) or self._speed(step):
            return None
        return effort_of_name(step.name)

    @cached_property
    def _usual_speed(self) -> float:
        """The mean speed of the work of which nothing but paces in numbers is known; 0 if there is none."""
        metres = seconds = 0.0
        for step, times in self._counted(self.workout.items, 1):
            if self.known_effort(step) is None and (speed := self._speed(step)):
                lasts = self.step_totals(step).time.value * times
                metres, seconds = metres + speed * lasts, seconds + lasts
        return metres / seconds if seconds else 0.0

    def _counted(self, items: tuple[Item, ...], times: int) -> Iterator[tuple[Step, int]]:
        """Yield every step, and how often it is done."""
        for item in items:
            if isinstance(item, Step):
                yield item, times
            else:
                yield from self._counted(item.items, times * self.passes(item))

    def _speed(self, step: Step) -> float:
        """Return the middle of the pace in numbers that *step* has, or 0."""
        target = step.target
        known = target and self.known(target)
        if known is None or known.quantity is not Quantity.SPEED:
            return 0.0
        value = known.value
        return middle(value) if isinstance(value, (Range, Ramp)) and value.of is None else 0.0

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """How long it is how hard, step by step; of a repeat, all passes together."""
        return tuple(stretches_of(self.workout.items, self.effort, self.step_totals))

    @cached_property
    def load(self) -> float:
        """The session RPE load: minutes times the effort that the whole is expected to be rated."""
        return load_of(self.stretches)

    @cached_property
    def is_hard(self) -> bool:
        """Whether it should not follow another hard one."""
        return is_hard(self.stretches, self.sport)
