"""The editor in Firefox: it starts, draws, gives the same files, and asks for nothing elsewhere.

``WORKOUT_SITE`` names the folder that ``workout site build`` has written, ``WORKOUT_PUPPETEER`` one where npm
has installed puppeteer-core.
"""

# ruff: noqa: T201 - what is measured is told

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from browser.host import hosted
from questions import CLOCK, ask

pytestmark = pytest.mark.slow


def test_the_editor_runs_in_firefox():
    needed = ("WORKOUT_SITE", "WORKOUT_PUPPETEER")
    program = os.environ.get("WORKOUT_FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None or not all(os.environ.get(name) for name in needed):
        pytest.skip(f"needs Firefox, and {' and '.join(needed)}: .ci/site says how")
    with hosted(Path(os.environ["WORKOUT_SITE"])) as host:
        done = subprocess.run(
            ["node", str(Path(__file__).with_name("firefox.mjs")), host.url],
            env=os.environ | {"WORKOUT_FIREFOX": program},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    print(f"\nFirefox: page to picture in {found['milliseconds'] / 1000:.1f} s")
    assert (found["told"], found["elsewhere"]) == ([], [])
    assert found["taken"] == ask("take", text="easy 30min", **CLOCK)
