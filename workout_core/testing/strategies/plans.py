"""Plans of workouts and events, and athletes."""

from datetime import date, time
from functools import cache
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from workout_core.exercises.names import key
from workout_core.model.athlete import Athlete, Race
from workout_core.model.plan import Event, EventKind, Plan, Session, VolumeChange, Week
from workout_core.model.target import Named, Quantity, Ramp, Range, Target
from workout_core.model.workout import Workout
from workout_core.testing.strategies.choices import any_of, lines, maybe, names, round_or_any, texts, up_to
from workout_core.testing.strategies.targets import ZONED, amounts, pace_names, paces_per, speeds, targets
from workout_core.testing.strategies.workouts import links, workouts
from workout_core.units import Units

ZONES = ("Europe/Warsaw", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe", "UTC")


@cache
def events() -> SearchStrategy[Event]:
    """Draw an event."""
    return st.builds(
        Event,
        name=names(),
        kind=st.sampled_from(EventKind),
        description=texts(),
        links=st.lists(links(), max_size=2),
    )


@cache
def days() -> SearchStrategy[date]:
    """Draw a day, sometimes one on which clocks change."""
    changes = (date(2026, 3, 29), date(2026, 10, 25))
    return st.dates(date(2020, 1, 1), date(2035, 12, 31)) | st.sampled_from(changes)


@cache
def times_of_day() -> SearchStrategy[time]:
    """Draw a time of day, in whole minutes."""
    return st.integers(0, 1439).map(lambda minute: time(minute // 60, minute % 60)) | st.just(time(2, 30))


@cache
def slots() -> SearchStrategy[list[str]]:
    """Draw the slots of a plan."""
    return st.lists(lines(min_size=1).map(str.strip), min_size=1, max_size=3, unique=True)


@cache
def activities(*, exercises: bool) -> SearchStrategy[Workout | Event]:
    """Draw what is done in a session."""
    return workouts(exercises=exercises) | events()


@cache
def volumes() -> SearchStrategy[VolumeChange]:
    """Draw what a volume has made of a workout."""
    return st.builds(VolumeChange, factor=st.floats(0.01, 100), what=lines())


@cache
def weeks() -> SearchStrategy[Week]:
    """Draw a week of a plan."""
    return st.builds(Week, start=days(), name=lines(), note=texts(), coach_note=texts())


@st.composite
def _plans(draw: DrawFn, *, exercises: bool) -> Plan:
    zone = draw(any_of(("", *ZONES)))
    sessions = [
        Session(
            slot=slot,
            day=draw(days()),
            activity=(activity := draw(activities(exercises=exercises))),
            race=isinstance(activity, Workout) and draw(st.booleans()),
            at=draw(maybe(times_of_day)) if zone else None,
            lasts=draw(maybe(round_or_any, 60, 7 * 86400, 900)),
            skipped=draw(st.booleans()),
            plan=draw(st.just("") | lines()),
            volume=draw(maybe(volumes)),
            load=draw(lines()),
        )
        for slot in draw(slots())
    ]
    return Plan(
        name=draw(names()),
        sessions=tuple(sessions),
        timezone=zone,
        description=draw(texts()),
        links=draw(up_to(2, links)),
        id=draw(lines()),
        weeks=draw(up_to(2, weeks)),
        first_weekday=draw(st.integers(0, 6)),
    )


@cache
def plans(*, exercises: bool = True) -> SearchStrategy[Plan]:
    """Draw a plan of workouts and events, on days and at times that clocks may change at."""
    return _plans(exercises=exercises)


@cache
def heart_rates() -> SearchStrategy[list[int]]:
    """Draw a resting, a threshold and a maximum heart rate."""
    return st.sets(st.integers(35, 220), min_size=3, max_size=3).map(sorted)


@cache
def threshold_speeds() -> SearchStrategy[float]:
    """Draw a threshold speed, a round pace."""
    return paces_per(1000, 170, 480)


@cache
def races() -> SearchStrategy[Race]:
    """Draw a 10 km race, a recent one or one to come."""
    return st.integers(1600, 4800).map(lambda seconds: Race(10_000, seconds))


@cache
def one_rep_maxes() -> SearchStrategy[tuple[tuple[str, float], ...]]:
    """Draw what an athlete can lift once."""
    pairs = st.tuples(lines(min_size=1), round_or_any(10, 300, 2.5))
    return st.lists(pairs, max_size=2, unique_by=lambda pair: key(pair[0])).map(tuple)


@cache
def own_paces() -> SearchStrategy[tuple[tuple[str, Range], ...]]:
    """Draw an athlete's own paces."""
    ranges = st.tuples(speeds(), speeds()).map(lambda pair: Range(min(pair), max(pair)))
    return st.dictionaries(pace_names(), ranges, max_size=2).map(lambda pairs: tuple(pairs.items()))


@cache
def own_meanings() -> SearchStrategy[dict[str, Target]]:
    """Draw what some names mean to an athlete: anything that stays the same, and is no other name."""
    held = targets().filter(lambda target: not isinstance(target.value, (Ramp, Named)))
    return st.dictionaries(
        st.sampled_from(("easy", "threshold", "10km pace", "hill", "hard")), held, max_size=2
    )


@cache
def own_zones() -> SearchStrategy[tuple[tuple[Quantity, tuple[Range, ...]], ...]]:
    """Draw an athlete's own zones, of no quantity or of some."""
    one = st.sampled_from(ZONED).flatmap(_zones_of)
    return st.lists(one, max_size=2, unique_by=lambda pair: pair[0]).map(tuple)


@cache
def _zones_of(quantity: Quantity) -> SearchStrategy[tuple[Quantity, tuple[Range, ...]]]:
    edges = st.lists(amounts(quantity), min_size=2, max_size=11).map(sorted)
    return edges.map(lambda found: (quantity, tuple(Range(*pair) for pair in pairwise(found))))


@st.composite
def _athletes(draw: DrawFn) -> Athlete:
    resting, threshold, highest = draw(heart_rates())
    speed = draw(maybe(threshold_speeds))
    paces = draw(own_paces())
    means = draw(own_meanings())
    return Athlete(
        name=draw(lines()),
        threshold_speed=speed,
        race=draw(races()) if speed is None else draw(maybe(races)),
        threshold_heart_rate=threshold,
        max_heart_rate=highest,
        resting_heart_rate=min(resting, 150),
        ftp=draw(round_or_any(80, 450)),
        one_rep_max=draw(one_rep_maxes()),
        zones=draw(own_zones()),
        paces=paces,
        means=tuple((name, target) for name, target in means.items() if name not in dict(paces)),
        goal=draw(races()),
        units=draw(any_of(Units)),
    )


@cache
def athletes() -> SearchStrategy[Athlete]:
    """Draw an athlete who has every threshold, and perhaps zones and paces of their own."""
    return _athletes()
