"""Edits by many processes at once, and exports that are killed: nothing is lost, nothing is left."""

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from workout_core import read_document
from workout_core.cli.main import cli

FIRST = date(2026, 8, 3)
EDITS, PROCESSES = 100, 8
KILLS, SESSIONS = 50, 10


def plan_of(sessions: int, minutes: int = 30) -> str:
    rows = "".join(
        f"  - {{slot: s{number}, date: {FIRST + timedelta(days=number)}, "
        f"workout: {{workout: Run {number}, steps: {minutes}min easy}}}}\n"
        for number in range(sessions)
    )
    return f"plan: Many\nsessions:\n{rows}"


def skip(file: Path, slot: str) -> int:
    return CliRunner().invoke(cli, ["plan", "skip", str(file), slot]).exit_code


@pytest.mark.slow
def test_every_edit_of_many_processes_is_there_in_the_end(folder):
    (folder / "many.yaml").write_text(plan_of(EDITS))
    slots = [f"s{number}" for number in range(EDITS)]

    with ProcessPoolExecutor(PROCESSES) as pool:
        codes = list(pool.map(skip, [folder / "many.yaml"] * EDITS, slots))

    assert set(codes) == {0}
    assert all(session.skipped for session in read_document(folder / "many.yaml").sessions)
    assert sorted(path.name for path in folder.glob("*many*")) == ["many.yaml"]
    assert list(folder.glob(".workout*")) == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("command", ["export", "feed"])
def test_what_is_killed_leaves_the_old_set_or_the_new_one_to_the_next_run(folder, command):
    """Kill the writing of the other set at any moment; the next run writes something else there."""
    for minutes in (30, 40):
        (folder / f"{minutes}.yaml").write_text(plan_of(SESSIONS, minutes))
    script = Path(__file__).parents[1] / "kill_loop.py"

    done = subprocess.run(
        [sys.executable, script, command, "30.yaml", "40.yaml", str(KILLS), "12"],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1785700800"},
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    assert "error" not in done.stderr
    assert 0 < int(done.stdout.split()[-1]) < KILLS
