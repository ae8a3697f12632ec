"""A change of a plan where it is written: found, appended, read again, and only then put in place."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from attrs import define

from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.terminal import echo
from workout_core.documents.plans.changing import changed_text
from workout_core.files.locks import locked
from workout_core.files.paths import real
from workout_core.files.replace import edit_file
from workout_core.model.athlete import Athlete
from workout_core.model.plan import Plan, Session
from workout_core.plans.after_changes import new_doubts
from workout_core.plans.words import find_session

Sessions = Mapping[str, Session]


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
        """Return the session that *text* means; raises as :func:`find_session`."""
        return find_session(self.plan, text)

    def make(self, change: Mapping[str, str]) -> Sessions:
        """Write *change* into the file, if the plan can be read with it, and return its sessions by slot.

        Raises:
            DocumentError: it cannot; the file stays as it was.
            InvalidWorkout: its changes are not a list.
        """
        is_json = self.file.suffix.casefold() == ".json"
        with locked(real(self.file).parent):
            before = self.file.read_bytes()
            old = self.plan if before == self.read else inputs.load_plan(before, self.file)

            def read(text: str) -> Plan:
                return inputs.load_plan(text.encode(), self.file)

            made = changed_text(before.decode(), change, old, read, is_json=is_json, file=str(self.file))
            self.changed = made.plan
            edit_file(self.file, before, made.text.encode())
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
        if self.changed:
            for told in new_doubts(self.plan, self.changed, Readings(self.athlete)):
                echo(f"warning: {told}", err=True)
