"""Write FIT files and calendars of damaged documents that are models still, and read them back.

What comes back must be what was meant; the readers, which others wrote, are in ``tests/oracles``.
"""

from __future__ import annotations

import hashlib
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import time, timedelta
from itertools import count as all_numbers
from itertools import cycle
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from traceback import format_exc

import click
from attrs import evolve

from fuzz.inputs import EXAMPLES
from fuzz.mutations import mutations
from fuzz.targets import ADA, DAY, registry, seeds
from oracles.fit_decoders import from_garmin_js, read_with_fitdecode, read_with_garmin
from oracles.fit_exercises import EXERCISES
from oracles.fit_intended import intended
from oracles.readers import read_fit_with_garmin_js, read_with_ical, read_with_icalendar, read_with_vobject
from workout_core import (
    Event,
    EventKind,
    Plan,
    Session,
    Step,
    Workout,
    WorkoutError,
    WorkoutWarning,
    export,
    parse_steps,
    read_bytes,
    simplify,
    write_json,
)
from workout_core.analysis.reading import Reading
from workout_core.testing.calendar.lint import lint

FOUND = Path(__file__).parents[2] / ".fuzz" / "read-back"
MANY = 250
"""Sessions of a plan."""
# Those in which the readers' own database says the same as ours: some go by the name of a zone alone.
ZONES = (
    None,
    "Europe/Warsaw",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Europe/London",
)
RUN = parse_steps("easy 40min @ Z2 HR; 6x(800m @ threshold, 400m jog)")
TOGETHER = 200
"""FIT files that Garmin's JavaScript SDK reads in one go."""
LOST = "\ufffd"
"""What that SDK leaves out, which takes it for a fault of its own."""


def subjects(seed: int) -> Iterator[Workout | Plan]:
    """Yield workouts and plans for ever, each once."""
    sources = [(name, mutations(seeds(name), seed)) for name in ("yaml", "json", "notation")]
    seen: set[bytes] = set()
    for name, source in cycle(sources):
        with suppress(WorkoutError):
            subject = _read(next(source), name)
            if isinstance(subject, (Workout, Plan)) and _is_new(subject, seen):
                yield subject


def workouts(seed: int) -> Iterator[Workout]:
    """Yield workouts for ever, those of plans too, each once."""
    seen: set[bytes] = set()
    for subject in subjects(seed):
        activities = [each.activity for each in subject.sessions] if isinstance(subject, Plan) else [subject]
        yield from (each for each in activities if isinstance(each, Workout) and _is_new(each, seen))


def plans(seed: int) -> Iterator[Plan]:
    """Yield plans of many sessions for ever; what is said in them are pieces of inputs."""
    random = Random(seed)
    texts = mutations([*seeds("yaml"), *seeds("notation")], seed)
    for number in all_numbers():
        sessions: list[Session] = []
        while len(sessions) < MANY:
            with suppress(WorkoutError):
                sessions.append(_session(f"s{len(sessions)}", next(texts), random))
        zone = random.choice(ZONES)
        if zone is None:
            sessions = [evolve(each, at=None, lasts=None) for each in sessions]
        yield Plan(name=f"attacked {number}", sessions=sessions, timezone=zone or "")


def _session(slot: str, data: bytes, random: Random) -> Session:
    """Return a session at any time, said in lines of *data*.

    Raises:
        WorkoutError: the lines hold what no document can say.
    """
    lines = [*data.decode(errors="replace").splitlines(), ""]
    at = random.randrange(len(lines))
    name, description = (
        lines[at].strip() or "nothing",
        "\n".join(lines[at + 1 : at + random.randrange(1, 30)]),
    )
    kind = random.choice([None, *EventKind])
    if kind is None:
        activity = Workout(name=name, items=RUN, description=description)
    else:
        activity = Event(name=name, kind=kind, description=description)
    return Session(
        slot=slot,
        day=DAY + timedelta(days=random.randrange(2000)),
        at=time(random.randrange(24), random.randrange(60)) if random.random() < 0.7 else None,
        lasts=random.choice([None, timedelta(minutes=random.randrange(1, 3000))]),
        activity=activity,
        skipped=random.random() < 0.1,
    )


def _read(data: bytes, name: str) -> object:
    if name == "notation":
        return Workout(name="attacked", items=parse_steps(data.decode(errors="replace")))
    return read_bytes(data, is_json=name == "json", folder=EXAMPLES)


def _is_new(subject: Workout | Plan, seen: set[bytes]) -> bool:
    digest = hashlib.sha256(write_json(subject).encode()).digest()
    is_new = digest not in seen
    seen.add(digest)
    return is_new


def judge_calendar(subject: Workout | Plan) -> int:
    """Write a calendar, and return how many events every reader finds in it: those that were meant."""
    athlete = ADA if len(subject.name) % 2 else None
    (file,) = export(subject, "ics", registry=registry(), athlete=athlete, day=DAY)
    assert lint(file.data) == ()
    if isinstance(subject, Plan):
        done = [session for session in subject.sessions if not session.skipped] or subject.sessions
        meant = sorted(session.name for session in done)
    else:
        meant = [subject.name]
    read = [reader(file.data) for reader in (read_with_icalendar, read_with_ical, read_with_vobject)]
    for events in read:
        assert sorted(event["summary"] for event in events) == meant
        assert len({event["uid"] for event in events}) == len(meant)
        assert [event["start"] for event in events] == [event["start"] for event in read[0]]
        assert [event["description"] for event in events] == [event["description"] for event in read[0]]
    return len(meant)


def judge_fit(workout: Workout) -> bytes:
    """Write a FIT file, and return it; two readers find what was meant."""
    athlete = ADA if len(workout.name) % 2 else None
    (file,) = export(workout, "fit", registry=registry(), athlete=athlete)
    supports = registry().exporter("fit").supports
    simple = simplify(workout, supports, Reading(workout, athlete))[0]
    wanted = intended(simple)
    messages = read_with_garmin(file.data)
    assert read_with_fitdecode(file.data) == messages
    assert messages[2][1] == wanted.workout
    steps = [("workout_step", step) for step in wanted.steps]
    if _has_listed_exercises(simple):
        assert messages[3:] == steps + [("exercise_title", title) for title in wanted.titles]
    return file.data


def _has_listed_exercises(workout: Workout) -> bool:
    """Tell whether all exercises have names that the oracle lists; we know ``Back-squats`` as well."""
    exercises = [item.exercise for _, item in workout.walk() if isinstance(item, Step) and item.exercise]
    return all(" ".join(each.name.casefold().split()) in EXERCISES for each in exercises)


def judge_with_javascript(files: list[bytes]) -> None:
    """Read FIT files with a third reader, which finds the same as the first."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.fit") for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        for found, data in zip(read_fit_with_garmin_js(paths), files, strict=True):
            assert found["integrity"], found
            assert found["errors"] == [], found
            assert from_garmin_js(found["messages"]) == _without_lost_letters(read_with_garmin(data))


def _without_lost_letters(messages: list) -> list:
    left = ((name, {field: _left(value) for field, value in fields.items()}) for name, fields in messages)
    return [(name, {field: value for field, value in fields.items() if value != ""}) for name, fields in left]


def _left(value: object) -> object:
    return value.replace(LOST, "") if isinstance(value, str) else value


class Attack:
    """What was tried, and what failed."""

    def __init__(self, seconds: float) -> None:
        self.until = monotonic() + seconds
        self.failed = 0
        self.refused = 0

    def judged(self, judge: Callable, subject: Workout | Plan) -> object:
        """Return what *judge* returns, or None; keep a model that fails, with its traceback."""
        try:
            return judge(subject)
        except WorkoutError:
            self.refused += 1
        except Exception:  # noqa: BLE001 - that it is one is the failure
            self.failed += 1
            self._keep(write_json(subject), format_exc())
        return None

    def _keep(self, text: str, trace: str) -> None:
        FOUND.mkdir(parents=True, exist_ok=True)
        file = FOUND / f"{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
        file.write_text(text, "utf-8")
        click.echo(f"{file}:\n{trace[-1500:]}")

    def calendars(self, seed: int, count: int) -> str:
        """Judge calendars until they have *count* events."""
        events = calendars = 0
        for subject in plans(seed):
            if events >= count or monotonic() > self.until:
                break
            events += self.judged(judge_calendar, subject) or 0
            calendars += 1
        return f"{events} of {count} events in {calendars} calendars"

    def fit(self, seed: int, count: int) -> str:
        """Judge *count* FIT files."""
        files: list[bytes] = []
        written = 0
        for workout in workouts(seed):
            if (data := self.judged(judge_fit, workout)) is not None:
                files.append(data)
                written += 1
            if len(files) == TOGETHER or written >= count:
                judge_with_javascript(files)
                files.clear()
            if written >= count or monotonic() > self.until:
                break
        return f"{written} of {count} FIT files with 3 readers"


@click.command(help="Write FIT files or a calendar of damaged documents, and read them back.")
@click.argument("what", type=click.Choice(["calendars", "fit"]))
@click.option("--count", default=1000, help="Events, or files.", show_default=True)
@click.option("--seed", default=0, help="Others for another one.", show_default=True)
@click.option("--seconds", default=3600, help="Stop then, and say how many there were.", show_default=True)
def read_back(what: str, count: int, seed: int, seconds: int) -> None:
    warnings.simplefilter("ignore", WorkoutWarning)
    attack = Attack(seconds)
    said = attack.calendars(seed, count) if what == "calendars" else attack.fit(seed, count)
    click.echo(f"{said}, {attack.failed} failed, {attack.refused} refused")
    sys.exit(attack.failed > 0)


if __name__ == "__main__":
    read_back()
