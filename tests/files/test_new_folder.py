"""A new folder is there with all its files, or is not there."""

from contextlib import suppress

import pytest

from simulated_disk import Killed, operations, with_fault
from workout_core import InvalidWorkout
from workout_core.files.new_folder import write_folder

FILES = {"a.txt": b"a", "below/deep/b.txt": b"b", "below/c.txt": b"c"}


def inside(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_folder_holds_the_files(tmp_path):
    write_folder(tmp_path / "new", FILES)
    assert inside(tmp_path) == {f"new/{name}": data for name, data in FILES.items()}


@pytest.mark.parametrize("make", ["mkdir", "touch"])
def test_what_is_there_is_left_alone(tmp_path, make):
    getattr(tmp_path / "new", make)()
    with pytest.raises(InvalidWorkout, match="is there already"):
        write_folder(tmp_path / "new", FILES)
    assert inside(tmp_path) == ({"new": b""} if make == "touch" else {})


def test_a_link_that_leads_nowhere_is_something_that_is_there(tmp_path):
    (tmp_path / "new").symlink_to(tmp_path / "nowhere")
    with pytest.raises(InvalidWorkout, match="is there already"):
        write_folder(tmp_path / "new", FILES)


@pytest.mark.parametrize("kind", ["fails", "is the last"])
def test_the_folder_is_whole_or_not_there_whatever_fails(tmp_path, monkeypatch, kind):
    with operations(monkeypatch) as done:
        write_folder(tmp_path / "all", FILES)
    for number in range(len(done)):
        folder = tmp_path / f"{kind} {number}"
        folder.mkdir()
        with with_fault(monkeypatch, number, kind), suppress(OSError, Killed):
            write_folder(folder / "new", FILES)
        left = inside(folder / "new")
        assert left in ({}, FILES)
        assert kind == "is the last" or [path.name for path in folder.iterdir()] in ([], ["new"])
        if not left:
            write_folder(folder / "new", FILES)
        assert [path.name for path in folder.iterdir()] == ["new"]
        assert inside(folder / "new") == FILES
