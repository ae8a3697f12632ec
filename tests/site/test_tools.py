"""Programs that are missing, too old or fail: a message with the way out, and nothing half written."""

import os
from pathlib import Path

import pytest

from commands import run_here

NETWORK = "is the network there? 'npm config get registry' says where packages come from"


def program(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    file.chmod(0o755)


@pytest.fixture
def build(tmp_path):
    def call() -> tuple[int, str]:
        done = run_here(
            "site",
            "build",
            "--out",
            "public",
            folder=tmp_path,
            PATH=os.pathsep.join([str(tmp_path / "bin"), "/bin"]),
        )
        assert done.stdout == b""
        assert not (tmp_path / "public").exists()
        return done.returncode, done.stderr.decode()

    return call


def test_without_npm_it_is_said_what_brings_it(tmp_path):
    (tmp_path / "bin").mkdir()
    done = run_here("site", "build", "--out", "public", folder=tmp_path, PATH=str(tmp_path / "bin"))
    assert done.returncode == 4
    assert done.stderr.decode() == "error: npm: is not here (install Node.js, which brings it)\n"
    assert not (tmp_path / "public").exists()


def test_a_node_that_is_too_old_is_refused(build, tmp_path):
    program(tmp_path / "bin", "node", "echo v18.20.4")
    program(tmp_path / "bin", "npm", "exit 0")
    assert build() == (4, "error: node: v18.20.4 is too old (install 20.19 or later)\n")


@pytest.mark.parametrize("said", ["", "nothing of the kind"], ids=["silent", "strange"])
def test_a_node_that_says_nothing_of_itself_is_refused(build, tmp_path, said):
    program(tmp_path / "bin", "node", f"echo {said}")
    program(tmp_path / "bin", "npm", "exit 0")
    code, told = build()
    assert code == 4
    assert told == f"error: node: {said or 'an unknown version'} is too old (install 20.19 or later)\n"


def test_what_npm_says_is_shown(build, tmp_path):
    program(tmp_path / "bin", "node", "echo v22.12.0")
    program(tmp_path / "bin", "npm", "echo 'npm error network request failed' >&2; exit 1")
    code, told = build()
    assert code == 4
    assert told.splitlines() == [
        f"error: npm ci: failed ({NETWORK})",
        "  npm error network request failed",
    ]
