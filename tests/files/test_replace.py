"""One file, written whole or not at all, and what it is besides its bytes."""

import os
import stat
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from simulated_disk import Killed, operations, with_fault
from workout_core.errors import InvalidWorkout
from workout_core.files import disk
from workout_core.files.locks import locked
from workout_core.files.paths import FilesRead
from workout_core.files.replace import edit_file, write_file

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


def write(path: Path, data: bytes, *read: Path) -> None:
    files = FilesRead()
    for each in read:
        files.add(each.stat())
    write_file(path, data, files, "write elsewhere")


@pytest.mark.parametrize("kind", ["fails", "is the last"])
def test_whatever_operation_is_hit_a_file_is_old_or_new(tmp_path, monkeypatch, kind):
    with operations(monkeypatch) as done:
        write(tmp_path / "a" / "counted", b"new")
    for number in range(len(done)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "plan.yaml").write_bytes(b"old")
        with with_fault(monkeypatch, number, kind), suppress(OSError, Killed):
            write(folder / "plan.yaml", b"new")
        assert (folder / "plan.yaml").read_bytes() in (b"old", b"new")
        write(folder / "plan.yaml", b"newer")
        assert [path.name for path in folder.iterdir()] == ["plan.yaml"]


def keep(path: Path, data: bytes, replaces: bytes | None = None) -> str | None:
    aside = write_file(path, data, FilesRead(), "write elsewhere", replaces=replaces)
    return aside and aside.name


def test_what_was_there_is_kept_beside(tmp_path):
    plan = tmp_path / "plan.yaml"
    asides = [keep(plan, data) for data in (b"one", b"one", b"two", b"three")]
    assert asides == [None, None, "plan.yaml~", "plan.yaml~2"]
    assert [(tmp_path / name).read_bytes() for name in ("plan.yaml", *asides[2:])] == [
        b"three",
        b"one",
        b"two",
    ]
    assert keep(plan, b"three more", b"thr") is None


@pytest.mark.parametrize("kind", ["fails", "is the last"])
def test_whatever_operation_is_hit_what_was_there_is_somewhere(tmp_path, monkeypatch, kind):
    with operations(monkeypatch) as done:
        (tmp_path / "counted").write_bytes(b"old")
        keep(tmp_path / "counted", b"new")
    for number in range(len(done)):
        folder = tmp_path / f"{number}.d"
        folder.mkdir()
        (folder / "plan.yaml").write_bytes(b"old")
        with with_fault(monkeypatch, number, kind), suppress(OSError, Killed):
            keep(folder / "plan.yaml", b"new")
        held = {path.name: path.read_bytes() for path in folder.iterdir()}
        assert held["plan.yaml"] == b"old" or (held["plan.yaml"], held["plan.yaml~"]) == (b"new", b"old")


@pytest.mark.parametrize("name", ["plan.yaml", "other name", "symbolic"])
def test_what_was_read_is_not_replaced_under_any_of_its_names(tmp_path, name):
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"plan")
    os.link(plan, tmp_path / "other name")
    (tmp_path / "symbolic").symlink_to("plan.yaml")

    with pytest.raises(InvalidWorkout, match=f"{name}: is one of the files that were read .write elsewhere"):
        write(tmp_path / name, b"page", plan)

    assert plan.read_bytes() == b"plan"


def test_a_pipe_is_written_to_and_stays_one(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    told = []
    reader = threading.Thread(target=lambda: told.append(pipe.read_bytes()))
    reader.start()

    write(pipe, b"page")
    reader.join(timeout=30)

    assert told == [b"page"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_is_written_to_and_stays_one():
    write(Path("/dev/null"), b"page")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_circle_of_links_is_told(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="Too many levels of symbolic links") as refused:
        write(tmp_path / "a", b"page")
    assert refused.value.filename == str(tmp_path / "a")


def test_a_draft_is_never_readable_by_more_people_than_the_file(tmp_path, monkeypatch):
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"old")
    plan.chmod(0o600)
    modes = []
    real_write = os.fdopen

    def noted(descriptor, *rest):
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return real_write(descriptor, *rest)

    monkeypatch.setattr(disk.os, "fdopen", noted)
    edit_file(plan, b"old", b"new")

    assert modes == [0o600]
    assert (plan.read_bytes(), stat.S_IMODE(plan.stat().st_mode)) == (b"new", 0o600)


@pytest.mark.skipif(not is_root, reason="only root gives files away")
def test_an_edit_by_root_keeps_the_owner(tmp_path):
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"old")
    os.chown(plan, 12345, 54321)
    plan.chmod(0o640)

    edit_file(plan, b"old", b"new")

    status = plan.stat()
    assert (plan.read_bytes(), status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (
        b"new",
        12345,
        54321,
        0o640,
    )


def test_an_edit_of_what_is_read_only_is_refused(tmp_path):
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"old")
    plan.chmod(0o444)
    with pytest.raises(InvalidWorkout, match=r"plan.yaml: is read-only \(make it writable first\)"):
        edit_file(plan, b"old", b"new")
    assert plan.read_bytes() == b"old"


def test_an_edit_that_would_part_two_names_of_a_file_is_refused(tmp_path):
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"old")
    os.link(plan, tmp_path / "again.yaml")
    with pytest.raises(InvalidWorkout, match=r"has 2 names \(hard links\), and only this one would change"):
        edit_file(plan, b"old", b"new")
    assert (tmp_path / "again.yaml").read_bytes() == b"old"


def test_an_edit_of_what_somebody_has_changed_is_refused(tmp_path):
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"changed")
    with pytest.raises(InvalidWorkout, match=r"plan\.yaml: somebody else has changed it \(try again\)"):
        edit_file(plan, b"old", b"new")
    assert plan.read_bytes() == b"changed"


def test_an_edit_through_a_link_changes_what_it_leads_to(tmp_path):
    (tmp_path / "real.yaml").write_bytes(b"old")
    (tmp_path / "plan.yaml").symlink_to("real.yaml")
    edit_file(tmp_path / "plan.yaml", b"old", b"new")
    assert (tmp_path / "plan.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_bytes() == b"new"


def test_one_waits_for_another_but_not_for_ever(tmp_path):
    with locked(tmp_path), pytest.raises(InvalidWorkout, match="somebody else is writing there"):  # noqa: SIM117
        with locked(tmp_path, patience=0.1):
            pass
    with locked(tmp_path, patience=0.1):
        assert list(tmp_path.iterdir()) == []
