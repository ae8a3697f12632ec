"""A change of a plan where it is written: found, appended, read again, and only then put in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from attrs import define

from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.terminal import echo
from workout_core.documents.append_change import with_change
from workout_core.documents.plans.changes import is_made
from workout_core.errors import InvalidWorkout, shown, suggestion
from workout_core.files.locks import locked
from workout_core.files.paths import real
from workout_core.files.replace import edit_file
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan, Session
from workout_core.plans.conflicts import ConflictKind, conflicts
from workout_core.units import with_short_weekdays

Sessions = Mapping[str, Session]
MOST_NAMED = 6


@define
class Edit:
    """A plan, the file it is in, what that held just before it was read, and whose it is."""

    file: Path
    plan: Plan
    read: bytes
    athlete: Athlete | None
    changed: Plan | None = None

    @classmethod
    def of(cls, path: str, athlete: str | None) -> Edit:
        """Read the plan in the file *path*.

        Raises:
            DocumentError: it is no plan.
        """
        held = b""
        with suppress(OSError):  # told with all else that is wrong, when it is read
            held = Path(path).read_bytes()
        plan = inputs.load_plan_file(path, is_edited=True)
        return cls(Path(path), plan, held, inputs.load_athlete(athlete) or plan.athlete)

    def find(self, text: str) -> Session:
        """Return the session that *text* means: by slot, by date, or by words of its slot or name.

        Raises:
            InvalidWorkout: there is none, or more than one.
        """
        sessions = self.plan.sessions
        wanted = " ".join(text.casefold().split())
        short = with_short_weekdays(wanted)
        for matches in (
            [each for each in sessions if each.key in (text, with_short_weekdays(text))],
            [each for each in sessions if each.day.isoformat() == wanted],
            [each for each in sessions if wanted in f"{each.key}\n{each.name}".casefold()],
            [each for each in sessions if "/" in short and short in each.key.casefold()],
        ):
            if len(matches) == 1:
                return matches[0]
            if matches:
                raise InvalidWorkout(f"{shown(text)} may be {_describe_sessions(matches)} (say its slot)")
        slots = [each.key for each in sessions]
        raise InvalidWorkout(f"{shown(text)} is not a session of this plan ({suggestion(text, slots)})")

    def make(self, change: Mapping[str, str]) -> Sessions:
        """Write *change* into the file, if the plan can be read with it, and return its sessions by slot.

        Raises:
            DocumentError: it cannot; the file stays as it was.
            InvalidWorkout: its changes are not a list.
        """
        is_json = self.file.suffix.casefold() == ".json"
        with locked(real(self.file).parent):
            before = self.file.read_bytes()
            data = with_change(before.decode(), change, is_json=is_json).encode()
            old = self.plan if before == self.read else inputs.load_plan(before, self.file)
            self.changed = inputs.load_plan(data, self.file)
            if not is_made(change, old, self.changed):
                raise InvalidWorkout(
                    f"{self.file}: its changes are written so that one more would be lost (write it by hand)"
                )
            edit_file(self.file, before, data)
        return {session.key: session for session in self.changed.sessions}

    def describe_moves(self, after: Sessions) -> str:
        """Say how many sessions are on other days, and how many are skipped now."""
        pairs = [(session, after[session.key]) for session in self.plan.sessions]
        off = sum(old.day != new.day for old, new in pairs)
        left_out = sum(new.skipped and not old.skipped for old, new in pairs)
        told = [f"{off} session{'s' * (off != 1)}"] if off or not left_out else []
        return ", ".join([*told, *([f"{left_out} skipped"] if left_out else [])])

    def echo(self, what: str) -> None:
        """Print *what* was done, and on stderr which days are too much now that were not before."""
        echo(what)
        readings = Readings(self.athlete)
        known = {str(each) for each in conflicts(self.plan, readings)}
        for conflict in conflicts(self.changed, readings) if self.changed else ():
            if str(conflict) not in known and conflict.kind is not ConflictKind.LOAD:
                echo(f"warning: {conflict}", err=True)
        for told in self._past_the_race():
            echo(f"warning: {told}", err=True)

    def _past_the_race(self) -> Iterator[str]:
        """Yield a line about sessions that were before a race and are behind it now."""
        after = {session.key: session for session in self.changed.sessions} if self.changed else {}
        races = [session for session in after.values() if session.is_race]
        for old in self.plan.sessions:
            new = after.get(old.key, old)
            for race in races:
                if old.day < race.day < new.day:
                    late, passed = describe_session(old), describe_session(race)
                    yield f"{new.day:%a} {new.day}: {late} is after {passed} now"


def describe_session(session: Session) -> str:
    """Say which session."""
    return shown(session.name)


def describe_when(session: Session) -> str:
    """Say when: ``Tue 2026-08-04 18:30``."""
    return f"{session.day:%a} {session.day}{f' {session.at:%H:%M}' if session.at else ''}"


def describe_days(number: int) -> str:
    """Say so many days."""
    return f"{number} day{'s' * (abs(number) != 1)}"


def _describe_sessions(sessions: list[Session]) -> str:
    told = [f"{shown(each.key)} on {each.day:%a} {each.day}" for each in sessions[:MOST_NAMED]]
    more = f" or {len(sessions) - MOST_NAMED} others" if len(sessions) > MOST_NAMED else ""
    return f"{', '.join(told[:-1])} or {told[-1]}{more}" if not more else f"{', '.join(told)}{more}"
