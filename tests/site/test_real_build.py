"""The site as npm, pip and Vite build it: twice the same bytes, and what is not changed is not touched."""

import shutil
import socket
from pathlib import Path

import pytest

from commands import run_here

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not here: apt-get install npm"),
]


def held(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_building_again_touches_nothing(tmp_path):
    first = run_here("site", "build", "--out", "public", folder=tmp_path)
    assert (first.returncode, first.stdout) == (0, b"public/index.html\n"), first.stderr.decode()
    before = held(tmp_path / "public")
    assert {"index.html", "service-worker.js", "_headers", "examples/index.json"} <= before.keys()
    second = run_here("site", "build", "--out", "public", folder=tmp_path)
    assert second.returncode == 0
    assert b" 0 of them changed" in second.stderr
    assert held(tmp_path / "public") == before
    built = b"".join(data for name, (data, _) in before.items() if not name.startswith("examples/"))
    for told in (str(tmp_path), str(Path.home()) + "/", socket.gethostname()):
        assert told.encode() not in built
