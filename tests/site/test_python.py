"""What of the project runs in a browser, and what is taken of the packages of others."""

import re
import subprocess
import sys
from pathlib import Path

from workout_core import __version__
from workout_core.site import python
from workout_core.site.python import project_files

ROOT = Path(__file__).parents[2]
PINNED = (ROOT / "workout_core" / "site" / "packages.txt").read_text("utf-8")
TRY = """\
import sys
sys.path[:0] = [sys.argv[1]]
import workout_core
from workout_core import Registry, export, read_text
workout = read_text("workout: Easy\\nsteps: easy 30min @ Z2 HR")
registry = Registry.discover()
for name in ("fit", "ics", "json", "svg"):
    export(workout, name, registry=registry)
print(workout_core.__file__.startswith(sys.argv[1]), [plugin.name for plugin in registry.plugins])
"""


def test_the_core_and_its_plugins_are_there_and_what_needs_a_terminal_is_not():
    files = dict(project_files())
    assert files["workout_core/__init__.py"] == (ROOT / "workout_core" / "__init__.py").read_bytes()
    assert "workout_core/exercises/catalogue.csv" in files
    assert "workout_fit/__init__.py" in files
    points = files[f"workout_core-{__version__}.dist-info/entry_points.txt"].decode().splitlines()
    assert points[0] == "[workout_core]"
    assert "fit = workout_fit" in points
    rooms = {path.split("/")[1] for path in files if path.startswith("workout_core/")}
    assert not rooms & {"audio", "cli", "feed", "publish", "site", "testing", "__pycache__"}


def test_what_is_taken_is_enough_to_find_plugins_and_to_write_files(tmp_path):
    for name, data in project_files():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", TRY, str(tmp_path)], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.stderr == ""
    assert done.stdout.startswith("True [")
    assert "fit" in done.stdout


def test_every_package_is_pinned_to_one_file():
    lines = [line for line in PINNED.splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w-]+==[\d.]+ --hash=sha256:[0-9a-f]{64}", line) for line in lines)


def test_the_folder_is_called_after_what_it_holds():
    one, two = python.folder_name({"a": b"1"}), python.folder_name({"a": b"2"})
    assert one == python.folder_name({"a": b"1"})
    assert one != two
    assert re.fullmatch(r"python-[0-9a-f]{12}", one)
