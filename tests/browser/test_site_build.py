"""A site that is built again is the same, byte for byte, and what is the same is not touched.

``WORKOUT_SITE`` names the folder that ``workout site build`` has written.
"""

import os
import shutil
from pathlib import Path

import pytest

from commands import run_here

pytestmark = pytest.mark.slow


def held(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_building_again_touches_nothing(tmp_path):
    if not os.environ.get("WORKOUT_SITE"):
        pytest.skip("no site is built: workout site build --out FOLDER, and name it in WORKOUT_SITE")
    shutil.copytree(os.environ["WORKOUT_SITE"], tmp_path / "public")
    before = held(tmp_path / "public")
    assert {"index.html", "service-worker.js", "_headers", "examples/index.json"} <= before.keys()
    done = run_here("site", "build", "--no-documentation", "--out", "public", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"public/index.html\n"), done.stderr.decode()
    assert b", 0 of them changed\n" in done.stderr
    assert held(tmp_path / "public") == before


def test_the_site_does_not_tell_where_it_was_built():
    if not os.environ.get("WORKOUT_SITE"):
        pytest.skip("no site is built")
    for name, (data, _) in held(Path(os.environ["WORKOUT_SITE"])).items():
        for told in (str(Path(__file__).parents[2]), "/node_modules/"):
            assert name.startswith("examples/") or told.encode() not in data, (name, told)
