"""A squad that is interrupted: each folder is old or new, nothing is left, and nobody goes on working."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workout_core.files.drafts import PREFIX, SUFFIX

PLAN = """\
plan: P
start: 2026-08-03
weeks:
  - {repeat: 12, mon: easy 30min, tue: easy 40min, wed: easy 50min, thu: easy 20min, sat: easy 60min}
"""


def _children(of: int) -> set[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(of)], capture_output=True, text=True, check=False
    )
    return set(map(int, listed.stdout.split()))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_folder_is_old_or_new_and_nothing_is_left(folder: Path, jobs: str):
    (folder / "p.yaml").write_text(PLAN, "utf-8")
    (folder / "athletes").mkdir()
    for number in range(60):
        (folder / "athletes" / f"{number:03}.yaml").write_text(f"athlete: A{number}\nftp: 200\n", "utf-8")
    (folder / "squad.yaml").write_text("squad: S\nplan: p.yaml\nathletes: athletes/\n", "utf-8")
    command = [sys.executable, "-m", "workout_core", "export", "squad.yaml", "--out", "club", "--jobs", jobs]
    running = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True, cwd=folder
    )
    while len(list(folder.glob("club/*/p.html"))) < 3:
        assert running.poll() is None
        time.sleep(0.02)
    workers = _children(running.pid)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does
    _, err = running.communicate(timeout=60)

    assert running.returncode == 130
    assert err.decode().splitlines() == ["interrupted"]
    assert not list(folder.rglob(f"{PREFIX}*{SUFFIX}"))
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
    made = [each for each in (folder / "club").iterdir() if each.is_dir()]
    assert 3 <= len(made) < 60
    assert {len(list(each.rglob("*.fit"))) for each in made} == {60}
