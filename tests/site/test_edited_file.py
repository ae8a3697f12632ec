"""A file that is edited in a page: what was not changed in it is as it was, and nothing is lost."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.errors import DocumentError, InvalidWorkout
from workout_core.files.digest import digest
from workout_core.site.edited_file import EditedFile, StaleVersion
from workout_core.site.line_ends import bytes_like, with_unix_ends

EASY = "workout: Easy\nsteps: easy 30min\n"
PLAN = """\
plan: Form
start: 2026-08-03
weeks:
  - mon: hills.yaml
"""
COURSE = Path(__file__).parents[2] / "examples" / "course"


def edited(path, data):
    path.write_bytes(data)
    return EditedFile(path)


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (b"", "a\nb\n", b"a\nb\n"),
        (b"a\r\nb\r\n", "a\nx\nb\n", b"a\r\nx\r\nb\r\n"),
        (b"a\r\nb\nc\r\n", "a\nb\nx\nc\n", b"a\r\nb\nx\r\nc\r\n"),
        (b"\xef\xbb\xbfa\n", "ab\n", b"\xef\xbb\xbfab\n"),
        (b"a\rb\n", "a\nb\n", b"a\nb\n"),
        (b"a\r\nb", "a\nb\n", b"a\r\nb\r\n"),
        ("ä".encode(), "ö", "ö".encode()),
    ],
)
def test_a_file_keeps_its_mark_and_its_line_ends(before, text, after):
    assert bytes_like(before, text) == after


LINES = st.lists(st.sampled_from(["a", "b", "\n", "\r\n"])).map("".join)


@given(LINES, LINES.map(with_unix_ends))
def test_a_file_that_was_written_is_read_as_it_was_meant(before, text):
    assert with_unix_ends(bytes_like(before.encode(), text).decode()) == text
    assert bytes_like(before.encode(), with_unix_ends(before)) == before.encode()


def test_a_text_is_saved_in_the_file_that_it_was_made_from(tmp_path):
    file = edited(tmp_path / "easy.yaml", EASY.replace("\n", "\r\n").encode())
    state = file.look()
    assert (state.name, state.text, state.files, state.problem) == ("easy.yaml", EASY, {}, "")
    saved = file.save(EASY.replace("30", "40").encode(), state.version)
    assert file.path.read_bytes() == b"workout: Easy\r\nsteps: easy 40min\r\n"
    assert saved.version == digest(file.path.read_bytes()) == file.look().version


def test_a_text_that_was_made_from_another_is_not_saved(tmp_path):
    file = edited(tmp_path / "easy.yaml", EASY.encode())
    version = file.look().version
    file.path.write_text("theirs", "utf-8")
    with pytest.raises(StaleVersion, match=r"^easy\.yaml: somebody else has changed it$"):
        file.save(b"mine", version)
    assert file.path.read_text("utf-8") == "theirs"
    with pytest.raises(StaleVersion):
        file.save(b"mine", "")


def test_of_two_texts_both_are_kept(tmp_path):
    file = edited(tmp_path / "easy.yaml", b"theirs")
    assert file.replace(b"mine") == "easy.yaml~"
    assert file.keep(b"another") == "easy.yaml~2"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "easy.yaml": b"mine",
        "easy.yaml~": b"theirs",
        "easy.yaml~2": b"another",
    }


def test_a_new_file_begins_with_the_first_text_and_one_that_is_gone_is_no_text(tmp_path):
    file = EditedFile(tmp_path / "new.yaml")
    assert (file.look().text, file.look().version, file.look().problem) == ("", "", "")
    state = file.save(EASY.encode(), "")
    assert file.path.read_text("utf-8") == EASY
    file.path.unlink()
    assert file.look().version == ""
    with pytest.raises(StaleVersion):
        file.save(b"more", state.version)
    assert file.replace(b"again") == ""


def test_what_a_document_names_is_read_with_it_and_nothing_else(tmp_path):
    (tmp_path / "hills.yaml").write_text("workout: Hills\nsteps: 30min\n", "utf-8")
    (tmp_path / "secret.yaml").write_text("workout: Secret\nsteps: 30min\n", "utf-8")
    file = edited(tmp_path / "form.yaml", PLAN.encode())
    assert file.look().files == {"hills.yaml": "workout: Hills\nsteps: 30min\n"}
    before = file.look().tag
    (tmp_path / "hills.yaml").write_text("workout: Flats\nsteps: 30min\n", "utf-8")
    assert file.look().tag != before


@pytest.mark.parametrize("name", ["../hills.yaml", "{folder}/hills.yaml", "link.yaml"])
def test_what_is_outside_the_folder_is_not_read(tmp_path, name):
    outside = tmp_path / "hills.yaml"
    outside.write_text("workout: Hills\nsteps: 30min\n", "utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    if name == "link.yaml":
        (inner / name).symlink_to(outside)
    file = edited(inner / "form.yaml", PLAN.replace("hills.yaml", name.format(folder=tmp_path)).encode())
    assert file.look().files == {}


def test_a_plan_of_the_examples_has_all_of_its_files():
    names = {path.name for path in COURSE.iterdir()} - {"course.yaml"}
    assert set(EditedFile(COURSE / "course.yaml").look().files) == names


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x00\x01", "is not a text but binary data"),
        (b"\xff\xfea\x00", "is UTF-16 text (save it as UTF-8)"),
        (b"\xe4", "not UTF-8: byte 0xe4 (save it as UTF-8)"),
    ],
)
def test_what_is_no_text_is_told_and_may_be_mended(tmp_path, data, problem):
    file = edited(tmp_path / "easy.yaml", data)
    assert file.look().problem == problem
    with pytest.raises(DocumentError):
        file.save(data, digest(data))
    assert file.replace(EASY.encode()) == "easy.yaml~"
    assert file.look().text == EASY


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    file = edited(tmp_path / "easy.yaml", EASY.encode())
    file.path.chmod(0)
    assert file.look().problem == "Permission denied"


def test_a_folder_is_told(tmp_path):
    assert EditedFile(tmp_path).look().problem == "is a folder, not a document"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_file_keeps_its_permissions_and_one_that_is_read_only_its_text(tmp_path):
    file = edited(tmp_path / "easy.yaml", b"a")
    file.path.chmod(0o640)
    file.save(b"b", file.look().version)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o640
    file.path.chmod(0o440)
    with pytest.raises(InvalidWorkout, match="is read-only"):
        file.save(b"c", file.look().version)
    with pytest.raises(InvalidWorkout, match="is read-only"):
        file.replace(b"c")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"easy.yaml": b"b"}
