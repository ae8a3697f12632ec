"""A watch that is a media device, over all that is real on Linux but the cable: libmtp, gvfs and gio."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clients.lacking import lacking
from distributions import WORKOUT
from watches import device_fit, device_xml, foreign_workout

pytestmark = pytest.mark.slow

SIMULATED = Path(__file__).with_name("simulated_watch.py")
GVFS = Path("/usr/libexec/gvfsd")
PYTHON = "/usr/bin/python3"
"""Debian's, which has the bindings of umockdev."""
SESSION = """\
export XDG_RUNTIME_DIR=$(mktemp -d)
{gvfs} & sleep 0.5
{commands}
gio mount -u mtp://Garmin_fenix_6_Pro_0000deadbeef/ || true
kill %1
rm -rf "$XDG_RUNTIME_DIR"
"""


@pytest.fixture
def watch(tmp_path):
    root = tmp_path / "device"
    for name in ("NewFiles", "Workouts", "Debug"):
        (root / "GARMIN" / name).mkdir(parents=True)
    card = device_xml("fenix 6 Pro", "GARMIN/NewFiles", "GARMIN/Workouts")
    (root / "GARMIN" / "GarminDevice.xml").write_bytes(card)
    (root / "GARMIN" / "DEVICE.FIT").write_bytes(device_fit(workouts=50))
    (root / "GARMIN" / "Workouts" / "A1.FIT").write_bytes(foreign_workout(1))
    return root


@pytest.fixture
def connected(watch, tmp_path):
    """Run commands of the project while the watch is connected, and return what they print."""
    needed = ("umockdev-wrapper", "dbus-run-session", "gio")
    if not GVFS.exists() or not all(map(shutil.which, needed)):
        lacking("umockdev and gvfs are not here")
    (tmp_path / "easy.yaml").write_text("workout: Easy\nsteps: 30min @ 5:00/km\n")

    def call(*commands, **environ):
        lines = "\n".join(f"{WORKOUT} watch {each} 2>&1; echo ended with $?" for each in commands)
        script = SESSION.format(gvfs=GVFS, commands=lines)
        arguments = ["umockdev-wrapper", PYTHON, str(SIMULATED), str(watch)]
        done = subprocess.run(
            [*arguments, "dbus-run-session", "--", "bash", "-c", script],
            cwd=tmp_path,
            check=False,
            stdout=subprocess.PIPE,
            stderr=sys.stderr,
            timeout=120,
            env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), **environ},
        )
        return done.stdout.decode().splitlines()

    return call


def files(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_watch_is_listed_loaded_verified_compared_and_undone(connected, watch, tmp_path):
    before = files(watch)
    said = connected("list", "load easy.yaml", "load easy.yaml", "status easy.yaml")
    assert said[:4] == [
        "fenix 6 Pro 14.10 at Garmin fenix 6 Pro",
        "  holds 1 of 50 workouts, each of at most 50 steps",
        "  512 MiB free",
        "ended with 0",
    ]
    assert said[4] == "new: Easy"
    assert "there already: Easy" in said
    assert "  Easy  waits until the watch is unplugged" in said
    there = files(watch)
    assert there.keys() - before.keys() == {"GARMIN/NewFiles/easy.fit"}
    subprocess.run([WORKOUT, "export", "easy.yaml", "--to", "fit"], cwd=tmp_path, check=True)
    assert there["GARMIN/NewFiles/easy.fit"] == (tmp_path / "easy.fit").read_bytes()
    assert connected("undo") == ["Easy: removed", "ended with 0"]
    assert files(watch) == before


def test_a_watch_that_is_full_is_told(connected, watch):
    before = files(watch)
    said = connected("load easy.yaml", SIMULATED_FREE="100")
    assert "fenix 6 Pro has 100 bytes free" in said[0]
    assert said[1] == "ended with 4"
    assert files(watch) == before


def test_a_watch_that_goes_in_the_middle_is_told_and_the_next_run_ends_it(connected, watch, tmp_path):
    for minutes in (30, 40):
        (tmp_path / f"{minutes}.yaml").write_text(f"workout: For {minutes}\nsteps: {minutes}min @ 5:00/km\n")
    before = files(watch)
    said = connected("load 30.yaml 40.yaml", SIMULATED_SENDS="1")
    assert said[-1] == "ended with 4"
    assert "Garmin fenix 6 Pro: " in said[-2]
    assert "; 0 of 2 are loaded and read back ('workout watch undo' takes off what is there" in said[-2]
    assert "deadbeef" not in "".join(said)
    assert files(watch).keys() - before.keys() <= {"GARMIN/NewFiles/30.fit"}
    assert connected("load 30.yaml 40.yaml")[-1] == "ended with 0"
    assert files(watch).keys() - before.keys() == {"GARMIN/NewFiles/30.fit", "GARMIN/NewFiles/40.fit"}
    assert connected("undo", "undo")[-1] == "ended with 0"
    assert files(watch) == before
