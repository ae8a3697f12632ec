"""What a format can carry: features listed positively, and limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto
from functools import cached_property
from typing import Any, Final

from attrs import evolve, field, frozen

from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext_noop, pgettext
from workout_core.model.sport import Sport
from workout_core.model.target import Quantity
from workout_core.model.value_object import ValueObject


class Feature(Enum):
    """One thing a format may or may not carry."""

    __hash__ = object.__hash__  # fast, as that of Quantity

    # structure
    REPEAT = auto()
    """Do something several times."""
    NESTED_REPEAT = auto()
    """Have a repeat inside a repeat."""
    REPEAT_UNTIL = auto()
    """Repeat until something is reached, such as a time (AMRAP), and not a number of times."""
    REPEAT_EVERY = auto()
    """Start each pass on the minute, or whatever the interval is (EMOM)."""
    SEND_OFF = auto()
    """Start each repetition of one step at an interval, as swimmers do (10 x 50 m on 1:00)."""
    TIME_CAP = auto()
    """Do all passes as fast as possible, within a time (for time)."""
    SKIP_LAST_REST = auto()
    """Leave out the rest after the last pass."""
    # durations
    TIME = auto()
    """End a step after a time."""
    DISTANCE = auto()
    """End a step after a distance."""
    LAP_BUTTON = auto()
    """End a step when the athlete presses the lap button."""
    REPS = auto()
    """End a step after a number of repetitions."""
    REPS_RANGE = auto()
    """Give a range of repetitions."""
    MAX_REPS = auto()
    """End a step after as many repetitions as possible."""
    COUNTED = auto()
    """Count steps or breaths in the place of repetitions."""
    CALORIES = auto()
    """End a step after so many kilocalories."""
    HEART_RATE_LIMIT = auto()
    """End a step above or below a heart rate."""
    POWER_LIMIT = auto()
    """End a step above or below a power."""
    AMOUNT_RANGE = auto()
    """Give a range of times or of distances."""
    REPEAT_RANGE = auto()
    """Give a range of passes."""
    # targets in numbers
    SPEED = auto()
    """Hold a pace or a speed, one value or a range."""
    HEART_RATE = auto()
    """Hold a heart rate in bpm, one value or a range."""
    POWER = auto()
    """Hold a power in watts, one value or a range."""
    CADENCE = auto()
    """Hold a cadence, one value or a range."""
    EFFORT = auto()
    """Hold an effort (RPE) from 1 to 10, one value or a range."""
    REP_TIME = auto()
    """Cover a distance in a time, one time or a range, as it is written: 400 m in 72 s."""
    RAMP = auto()
    """Change a target evenly from the start of a step to its end."""
    SECOND_TARGET = auto()
    """Hold a second quantity at the same time."""
    # targets relative to an athlete
    SPEED_ZONE = auto()
    """Stay in a pace zone, by its number."""
    HEART_RATE_ZONE = auto()
    """Stay in a heart rate zone, by its number."""
    POWER_ZONE = auto()
    """Stay in a power zone, by its number."""
    SHARE_OF_THRESHOLD_PACE = auto()
    """Hold a percentage of the speed at threshold."""
    SHARE_OF_THRESHOLD_HEART_RATE = auto()
    """Hold a percentage of the heart rate at threshold."""
    SHARE_OF_MAX_HEART_RATE = auto()
    """Hold a percentage of the maximum heart rate."""
    SHARE_OF_HEART_RATE_RESERVE = auto()
    """Hold a percentage of the heart rate reserve."""
    SHARE_OF_FTP = auto()
    """Hold a percentage of the functional threshold power."""
    RELATIVE_PACE = auto()
    """Hold a pace beside a named one: seconds slower or faster, or a percentage of its speed."""
    NAMED_PACE = auto()
    """Hold a pace by its name."""
    RELATIVE = auto()
    """Keep the relative targets that are listed as written, even if the athlete's numbers are known."""
    # what a step is
    ROLE = auto()
    """Say that a step is easy, steady, a walk, strides or a drill. Any other role always passes."""
    STEP_NAME = auto()
    """Give a step a name."""
    CUE = auto()
    """Tell the athlete something during a step: its notes."""
    EXERCISE = auto()
    """Say which exercise it is."""
    PER_SIDE = auto()
    """Do an exercise on each side."""
    TEMPO = auto()
    """Give the tempo of a repetition."""
    WEIGHT = auto()
    """Give a load in kilograms."""
    IMPLEMENTS = auto()
    """Say how many weights are lifted at once, and what they are: dumbbells, a kettlebell."""
    ONE_REP_MAX = auto()
    """Give a load as a percentage of the one-rep max."""
    BODY_WEIGHT = auto()
    """Use body weight as the load, with added kilograms or without."""
    BAND = auto()
    """Use an elastic band as the load."""
    STROKE = auto()
    """Give the stroke to swim."""
    STROKE_BESIDE_TARGET = auto()
    """Give the stroke in a step that has a target as well."""
    EQUIPMENT = auto()
    """Give the equipment to swim with."""
    # what a workout is
    DESCRIPTION = auto()
    """Say what a workout is for."""
    TAGS = auto()
    """Give words to find a workout by."""
    LINKS = auto()
    """Give links to read, watch or listen to."""
    POOL_LENGTH = auto()
    """Give the length of the pool."""

    @property
    def title(self) -> str:
        """What people read."""
        return pgettext("what a format lacks", self.name.replace("_", " ").lower())


def _features(features: Any) -> frozenset[Feature]:
    if features is None or isinstance(features, str) or not isinstance(features, Iterable):
        given = "are missing" if features is None else f"cannot be {features!r}"
        raise InvalidWorkout(f"the features {given} (write features={{Feature.TIME, …}})")
    found = frozenset(features)
    if strange := [each for each in found if not isinstance(each, Feature)]:
        word = min(map(repr, strange))
        name = word.strip("'\"").upper().replace(" ", "_").replace("-", "_")
        meant = f"Feature.{name if name in Feature.__members__ else 'TIME'}"
        raise InvalidWorkout(f"{word} is not a feature (write {meant})")
    return found


def _declared(features: Any) -> Any:
    """Return *features*, or None if they are left out: a format that only names workouts has none."""
    return None if features is None else _features(features)


def _by_sport(
    features: Mapping[Sport, Iterable[Feature]] | Iterable[tuple[Sport, Iterable[Feature]]],
) -> tuple[tuple[Sport, frozenset[Feature]], ...]:
    pairs = dict(features)
    if strange := next((each for each in pairs if not isinstance(each, Sport)), None):
        raise InvalidWorkout(f"by_sport: {strange!r} is not a sport (write Sport.CYCLING)")
    return tuple((sport, _features(pairs[sport])) for sport in Sport if sport in pairs)


def _sports(sports: Iterable[Sport]) -> frozenset[Sport]:
    return frozenset(sports)


_TARGETS: Final = frozenset(list(Feature)[Feature.SPEED.value - 1 : Feature.NAMED_PACE.value])
_LEAST_BYTES: Final = 4
"""Any one character fits."""
_COUNTS: Final = ("max_steps", "max_tags", "max_links")
_SIZES: Final = (
    "max_name_bytes",
    "max_step_name_bytes",
    "max_cue_bytes",
    "max_description_bytes",
    "max_tag_bytes",
)


@frozen(kw_only=True, eq=False, repr=False)
class Capabilities(ValueObject):
    """The features of a format, and its limits; a limit left out is no limit.

    Attributes:
        features: everything the format can carry; a feature that is not listed is never met, but for the
            lap button, with which a step ends when neither TIME nor DISTANCE is listed.
        echoes: features of targets that are carried, but said in the cue as well, because not every
            reader of the format shows them.
        sports: the sports it knows; another is an error.
        by_sport: what it carries besides *features* in workouts of one sport only: ``{Sport.CYCLING:
            {Feature.POWER}}``.
        max_steps: how many steps and repeats together.
        max_name_bytes: of the workout's name, in UTF-8.
        max_step_name_bytes: of a step's name.
        max_cue_bytes: of a step's cue.
        max_description_bytes: of the workout's description.
        max_tags: how many tags.
        max_tag_bytes: of a tag.
        max_links: how many links.
        zones: pairs of a quantity and its highest zone.
        too_many_steps: what to say to who meets *max_steps*, after the numbers; in English.
        alerts: whoever follows a workout is alerted beside its target, so that one value is too narrow.
        by_reference: the format only names what is written elsewhere: workouts, or their steps. It has no
            features, and nothing is lost.
    """

    features: frozenset[Feature] = field(default=None, converter=_declared)
    echoes: frozenset[Feature] = field(default=frozenset(), converter=_features)
    sports: frozenset[Sport] = field(default=frozenset(Sport), converter=_sports)
    by_sport: tuple[tuple[Sport, frozenset[Feature]], ...] = field(default=(), converter=_by_sport)
    max_steps: int | None = None
    max_name_bytes: int | None = None
    max_step_name_bytes: int | None = None
    max_cue_bytes: int | None = None
    max_description_bytes: int | None = None
    max_tags: int | None = None
    max_tag_bytes: int | None = None
    max_links: int | None = None
    zones: tuple[tuple[Quantity, int], ...] = ()
    too_many_steps: str = gettext_noop("write what repeats as a repeat, or split the workout in two")
    alerts: bool = False
    by_reference: bool = False

    def __attrs_post_init__(self) -> None:
        given: Any = self.features
        if given is None:
            object.__setattr__(self, "features", _features(() if self.by_reference else None))
        if not self.echoes <= self.all_features:
            raise InvalidWorkout("only features that are carried can be echoed")
        if not self.echoes <= _TARGETS:
            strange = ", ".join(each.name for each in Feature if each in self.echoes - _TARGETS)
            raise InvalidWorkout(f"only features of targets can be echoed, not {strange}")
        if self.by_reference and self.all_features:
            raise InvalidWorkout("a format that only names workouts has no features")
        for name, most in self.limits():
            if name in _COUNTS and most < 1:
                raise InvalidWorkout(f"{name} must be 1 or more: {most}")
            if name not in _COUNTS and most < _LEAST_BYTES:
                raise InvalidWorkout(f"{name} must be {_LEAST_BYTES} or more, for one character: {most}")

    def __contains__(self, feature: Feature) -> bool:
        return feature in self.features

    @cached_property
    def all_features(self) -> frozenset[Feature]:
        """What is carried in one sport at least."""
        return self.features.union(*(features for _, features in self.by_sport))

    def in_sport(self, sport: Sport) -> Capabilities:
        """Return what is carried in workouts of *sport*."""
        return self._in_sports.get(sport, self._elsewhere)

    @cached_property
    def _in_sports(self) -> dict[Sport, Capabilities]:
        return {sport: self._only(self.features | more) for sport, more in self.by_sport}

    @cached_property
    def _elsewhere(self) -> Capabilities:
        return self._only(self.features) if self.by_sport else self

    def _only(self, features: frozenset[Feature]) -> Capabilities:
        return evolve(self, features=features, echoes=self.echoes & features, by_sport=())

    def limits(self) -> Iterator[tuple[str, int]]:
        """Yield the limits that there are, by name."""
        for name in (*_COUNTS, *_SIZES):
            most = getattr(self, name)
            if most is not None:
                yield name, most

    def beyond(self, other: Capabilities) -> str:
        """Return the first thing that is carried here and not by *other*, in words; nothing if none is."""
        if strange := self.sports - other.sports:
            return next(each for each in Sport if each in strange).title.lower()
        for sport in Sport:
            more = self.in_sport(sport).features - other.in_sport(sport).features
            if more:
                found = next(each for each in Feature if each in more)
                return f"{found.title} in {sport.title.lower()}"
        mine = dict(self.limits())
        return next((name for name, most in other.limits() if mine.get(name, most + 1) > most), "")

    def highest_zone(self, quantity: Quantity) -> int | None:
        """Return the highest zone of *quantity* the format can name, if it has a limit."""
        return dict(self.zones).get(quantity)
