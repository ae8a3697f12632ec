"""The site that ``workout edit`` takes its page from: built once for a version, and whole."""

import pytest

from workout_core.errors import InvalidWorkout
from workout_core.files.paths import FilesRead
from workout_core.files.publish import Output, publish
from workout_core.site import kept
from workout_core.site.kept import kept_site, site_in
from workout_core.site.tools import ToolFailure

FILES = {"index.html": b"<head></head>", "assets/index.js": b"1", "service-worker.js": b"2"}


def written(folder):
    publish(folder, [Output(name, data, "site") for name, data in FILES.items()], FilesRead())
    (folder / "of-somebody-else.html").write_text("3", "utf-8")
    return folder


def test_a_site_is_what_was_built_but_what_would_keep_an_old_page(tmp_path):
    assert site_in(written(tmp_path)) == {"index.html": b"<head></head>", "assets/index.js": b"1"}


def test_a_folder_that_is_no_site_is_refused(tmp_path):
    (tmp_path / "index.html").write_text("mine", "utf-8")
    with pytest.raises(InvalidWorkout) as refused:
        site_in(tmp_path)
    assert str(refused.value) == f"{tmp_path}: is no site (build one: 'workout site build --out {tmp_path}')"


def test_a_site_that_was_built_is_not_built_again(tmp_path):
    folder = written(tmp_path / "site" / kept._version())
    told = []
    assert kept_site(tmp_path, told.append) == site_in(folder)
    assert told == []


@pytest.mark.parametrize("gone", [[], ["assets/index.js"]], ids=["another version", "not whole"])
def test_a_site_of_another_version_or_that_is_not_whole_is_built(tmp_path, monkeypatch, gone):
    folder = written(tmp_path / "site" / (kept._version() if gone else "another"))
    for name in gone:
        (folder / name).unlink()
    monkeypatch.setenv("PATH", str(tmp_path))
    told = []
    with pytest.raises(ToolFailure, match=r"^npm: is not here"):
        kept_site(tmp_path, told.append)
    assert told == ["the page is built, once for this version; it takes half a minute"]
    assert folder.is_dir()
