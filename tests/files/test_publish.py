"""A set of files is old or new, whatever operation of the disk fails, or is the last one."""

import json
import os
from contextlib import suppress

import pytest

from simulated_disk import Killed, operations, with_fault
from workout_core.errors import InvalidWorkout
from workout_core.files.manifest import NAME
from workout_core.files.paths import FilesRead
from workout_core.files.publish import Output, publish

OLD = {"easy.fit": b"old fit", "plan/1.fit": b"old one", "plan/2.fit": b"old two", "plan/3.fit": b"old three"}
NEW = {"easy.fit": b"new fit", "plan/1.fit": b"new one", "plan/2.fit": b"old two", "plan/4.fit": b"new four"}


def put(folder, files, *, prune=False, of="plan"):
    outputs = [Output(name, data, of) for name, data in files.items()]
    return publish(folder, outputs, FilesRead(), prune=prune)


def held(folder):
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_set_is_written_and_written_again(tmp_path):
    first = put(tmp_path / "a" / "b", OLD)
    assert [path.relative_to(tmp_path).as_posix() for path in first.written] == [
        f"a/b/{name}" for name in OLD
    ]
    assert held(tmp_path / "a" / "b") == OLD

    second = put(tmp_path / "a" / "b", NEW)
    assert held(tmp_path / "a" / "b") == OLD | NEW
    assert (second.aside, second.removed) == ([], [])
    assert second.stale == [tmp_path / "a" / "b" / "plan/3.fit"]

    third = put(tmp_path / "a" / "b", NEW, prune=True)
    assert held(tmp_path / "a" / "b") == NEW
    assert (third.stale, third.removed) == ([], [tmp_path / "a" / "b" / "plan/3.fit"])
    fourth = put(tmp_path / "a" / "b", NEW, prune=True)
    assert (fourth.stale, fourth.removed) == ([], [])


def test_what_is_not_of_the_set_is_never_pruned(tmp_path):
    put(tmp_path, {"other/1.fit": b"other"}, of="another plan")
    put(tmp_path, OLD)
    (tmp_path / "plan" / "mine.txt").write_bytes(b"mine")
    (tmp_path / "plan" / "3.fit").write_bytes(b"changed since")

    done = put(tmp_path, NEW, prune=True)

    assert (done.stale, done.removed) == ([tmp_path / "plan" / "3.fit"], [])
    kept = {"other/1.fit": b"other", "plan/mine.txt": b"mine", "plan/3.fit": b"changed since"}
    assert held(tmp_path) == NEW | kept


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["a pipe", "a folder"])
def test_what_took_the_place_of_a_file_is_never_pruned(tmp_path, make):
    put(tmp_path, OLD)
    (tmp_path / "plan" / "3.fit").unlink()
    make(tmp_path / "plan" / "3.fit")

    put(tmp_path, NEW, prune=True)

    assert (tmp_path / "plan" / "3.fit").exists()
    assert held(tmp_path) == NEW


def test_what_was_there_and_is_not_ours_gets_another_name(tmp_path):
    (tmp_path / "easy.fit").write_bytes(b"mine")
    (tmp_path / "easy.fit~").write_bytes(b"mine too")

    done = put(tmp_path, {"easy.fit": b"new"})

    assert held(tmp_path) == {"easy.fit": b"new", "easy.fit~": b"mine too", "easy.fit~2": b"mine"}
    assert done.aside == [(tmp_path / "easy.fit", tmp_path / "easy.fit~2")]
    assert put(tmp_path, {"easy.fit": b"newer"}).aside == []
    (tmp_path / "easy.fit").write_bytes(b"changed by hand")
    put(tmp_path, {"easy.fit": b"newest"})
    assert held(tmp_path)["easy.fit~3"] == b"changed by hand"


def test_what_is_the_same_is_not_touched(tmp_path):
    put(tmp_path, OLD)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}

    put(tmp_path, OLD)

    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.parametrize("kind", ["fails", "is the last"])
@pytest.mark.parametrize("prune", [False, True])
def test_whatever_operation_is_hit_the_set_is_old_or_new_and_nothing_is_left(
    tmp_path, monkeypatch, kind, prune
):
    counted = tmp_path / "counted"
    put(counted, OLD)
    with operations(monkeypatch) as done:
        put(counted, NEW, prune=prune)
    old, new = OLD, held(counted)
    seen = set()
    for number in range(len(done)):
        folder = tmp_path / str(number)
        put(folder, OLD)
        with with_fault(monkeypatch, number, kind), suppress(OSError, Killed):
            put(folder, NEW, prune=prune)
        put(folder, {"another.fit": b"next run"}, of="another")
        now = held(folder)
        assert now.pop("another.fit") == b"next run"
        assert now in (old, new), (done[number], now)
        seen.add(now == new)
    assert seen == {False, True}


@pytest.mark.parametrize("kind", ["fails", "is the last"])
def test_whatever_operation_is_hit_what_is_not_ours_is_kept(tmp_path, monkeypatch, kind):
    def prepared(name):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "easy.fit").write_bytes(b"mine")
        return folder

    with operations(monkeypatch) as done:
        put(prepared("counted"), NEW)
    for number in range(len(done)):
        folder = prepared(str(number))
        with with_fault(monkeypatch, number, kind), suppress(OSError, Killed):
            put(folder, NEW)
        put(folder, NEW)
        assert held(folder) == NEW | {"easy.fit~": b"mine"}, done[number]


@pytest.mark.parametrize("kind", ["fails", "is the last"])
def test_whatever_operation_is_hit_of_the_first_set_the_next_run_writes_it(tmp_path, monkeypatch, kind):
    with operations(monkeypatch) as done:
        put(tmp_path / "counted" / "a", OLD)
    for number in range(len(done)):
        folder = tmp_path / str(number) / "a"
        with with_fault(monkeypatch, number, kind), suppress(OSError, Killed):
            put(folder, OLD)
        if kind == "fails" and not (folder / NAME).exists():
            assert not folder.exists(), done[number]
        put(folder, OLD)
        assert held(folder) == OLD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": 2, "files": {}}',
        '{"format": 1, "files": {"../x": {"sha256": "0", "of": "x"}}}',
        '{"format": 1, "files": {"/x": {"sha256": "0", "of": "x"}}}',
        '{"format": 1, "files": {"x": {"sha256": 0, "of": "x"}}}',
        '{"format": 1, "files": {"x": {"sha256": "0", "of": "x", "aside": "../y"}}}',
        '{"format": 1, "files": {"x": {"sha256": "0", "of": "x", "remove": 1}}}',
        '{"format": 1, "files": {"x": {"sha256": "0"}}}',
        "[" * 100_000,
        "\u00e9",
    ],
)
def test_a_list_that_is_not_one_is_refused_and_nothing_is_written(tmp_path, text):
    (tmp_path / NAME).write_text(text, "utf-8")
    with pytest.raises(InvalidWorkout, match=r"is not the list of what was written here \(remove it"):
        put(tmp_path, OLD)
    assert held(tmp_path) == {}


def test_the_list_says_what_was_written_and_of_what(tmp_path):
    put(tmp_path, {"b.fit": b"b", "a.fit": b"a"})
    assert json.loads((tmp_path / NAME).read_text()) == {
        "format": 1,
        "files": {
            "a.fit": {
                "sha256": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
                "of": "plan",
            },
            "b.fit": {
                "sha256": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
                "of": "plan",
            },
        },
    }


def test_a_pipe_in_the_place_of_a_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "easy.fit")
    with pytest.raises(InvalidWorkout, match=r"easy\.fit: is there, and is not a plain file"):
        put(tmp_path, NEW)
