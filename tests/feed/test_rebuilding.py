"""Published folders follow their documents, and stay as they are if that fails."""

import os
from datetime import date, datetime, timedelta
from threading import Event
from time import monotonic, sleep

import pytest

from workout_core.errors import InvalidWorkout
from workout_core.feed.layout import RECORD
from workout_core.feed.rebuilding import Builds, Rebuilding
from workout_core.files.changes import looked_for_changes

MOMENT = int(datetime(2026, 8, 2, 12).astimezone().timestamp())
SECONDS = 20


@pytest.fixture
def log():
    return []


class Folders:
    """Two published folders, each made of one document, and what happened to them."""

    def __init__(self, root):
        self.root = root
        self.built = []
        self.failing = set()
        self.today = date(2026, 8, 2)
        for name in ("one", "two"):
            (root / name).mkdir(parents=True)
            self.save(name, MOMENT - 60)
            self.record(name)
        (root / "foreign").mkdir()

    def document(self, name):
        folder = self.root.parent / "documents"
        folder.mkdir(exist_ok=True)
        return folder / f"{name}.yaml"

    def save(self, name, moment):
        self.document(name).write_text(f"{moment}")
        os.utime(self.document(name), (moment, moment))

    def record(self, name):
        file = self.root / name / RECORD
        file.write_text("{}")
        os.utime(file, (MOMENT, MOMENT))

    def sources(self, folder):
        return [self.document(folder.name)]

    def rebuild(self, folder):
        if folder.name in self.failing:
            raise self.failing_with
        self.built.append(folder.name)

    failing_with = InvalidWorkout("line 3: 'easyy' is not an intensity")

    @property
    def builds(self):
        return Builds(self.sources, self.rebuild)


@pytest.fixture
def folders(tmp_path):
    return Folders(tmp_path / "public")


def follow(folders, log, *changes):
    """Look at first, and after each change, and end."""
    seen = []

    def wait(watched, end, patience):
        assert patience >= 2
        seen.append(watched)
        for change in changes:
            change()
            yield
        end.set()

    rebuilding(folders, log, wait).run()
    return seen


def rebuilding(folders, log, wait=None):
    return Rebuilding(folders.root, folders.builds, log.append, day=lambda: folders.today, wait=wait)


def test_what_did_not_change_is_not_built(folders, log):
    follow(folders, log, lambda: None)
    assert folders.built == []
    assert log == []


def test_a_folder_is_built_when_its_document_is_saved_and_no_other(folders, log):
    follow(folders, log, lambda: folders.save("two", MOMENT + 1), lambda: None)
    assert folders.built == ["two"]
    assert [(each["event"], each["where"]) for each in log] == [("rebuilt", str(folders.root / "two"))]


def test_what_was_saved_while_nobody_looked_is_built_at_the_start_and_once(folders, log):
    folders.save("one", MOMENT + 60)
    follow(folders, log, lambda: None, lambda: None)
    assert folders.built == ["one"]


def test_what_somebody_else_has_built_is_not_built_again(folders, log):
    def elsewhere():
        folders.save("one", MOMENT + 1)
        (folders.root / "one" / RECORD).write_text("{ }")

    follow(folders, log, elsewhere, lambda: None)
    assert folders.built == []


@pytest.mark.parametrize(
    "error", [InvalidWorkout("'easyy'"), OSError(28, "No space"), ZeroDivisionError("a plugin")]
)
def test_a_build_that_fails_is_told_and_the_next_save_is_tried(folders, log, error):
    folders.failing, folders.failing_with = {"one"}, error

    def mended():
        folders.failing.clear()
        folders.save("one", MOMENT + 2)

    follow(folders, log, lambda: folders.save("one", MOMENT + 1), lambda: None, lambda: None, mended)
    assert [each["event"] for each in log] == ["not rebuilt, the old one stays", "rebuilt"]
    assert log[0]["error"] in (str(error), f"{type(error).__name__}: {error}")
    assert folders.built == ["one"]


def test_what_is_saved_during_a_build_is_built_afterwards(folders, log):
    building = folders.rebuild

    def rebuild(folder):
        building(folder)
        if len(folders.built) == 1:
            folders.save("one", MOMENT + 2)

    folders.rebuild = rebuild
    follow(folders, log, lambda: folders.save("one", MOMENT + 1), lambda: None, lambda: None)
    assert folders.built == ["one", "one"]


def test_a_page_is_built_anew_on_another_day_and_once(folders, log):
    def tomorrow():
        folders.today += timedelta(days=1)

    follow(folders, log, lambda: None, tomorrow, lambda: None, lambda: None)
    assert folders.built == ["one", "two"]
    folders.today += timedelta(days=1)
    follow(folders, log)  # a server that starts on another day
    assert folders.built == ["one", "two"] * 2


def test_a_page_of_yesterday_that_cannot_be_built_is_tried_once_a_day(folders, log):
    folders.failing = {"one"}
    folders.today += timedelta(days=1)
    follow(folders, log, lambda: None, lambda: None)
    assert [each["event"] for each in log] == ["not rebuilt, the old one stays", "rebuilt"]


def test_what_was_saved_is_built_before_the_pages_of_yesterday_and_these_do_not_hold_it_up(
    folders, log, monkeypatch
):
    monkeypatch.setattr("workout_core.feed.rebuilding._LONGEST_WAIT", 0)

    def next_day():
        folders.today += timedelta(days=1)
        folders.save("two", MOMENT + 1)

    follow(folders, log, next_day)
    assert folders.built == ["two"]


def test_a_folder_that_is_published_later_is_followed(folders, log):
    def published():
        (folders.root / "three").mkdir()
        folders.save("three", MOMENT - 60)
        folders.record("three")

    follow(folders, log, published, lambda: folders.save("three", MOMENT + 1))
    assert folders.built == ["three"]


def test_a_document_that_is_gone_is_tried_once(folders, log):
    folders.failing = {"one"}
    follow(folders, log, lambda: folders.document("one").unlink(), lambda: None, lambda: None)
    assert len(log) == 1


def test_a_record_that_cannot_be_read_is_told_once(folders, log):
    def sources(_):
        raise InvalidWorkout("is not what was written")

    folders.sources = sources
    follow(folders, log, lambda: None, lambda: None)
    assert [each["where"] for each in log] == [str(folders.root / name) for name in ("one", "two")]


def test_the_folders_of_documents_are_watched(folders, log):
    (first, *_) = follow(folders, log)
    assert first == sorted([folders.root, folders.root.parent / "documents"])


def until(condition):
    end = monotonic() + SECONDS
    while not condition() and monotonic() < end:
        sleep(0.02)
    assert condition()


def test_a_save_is_seen_as_the_system_tells_it(folders, log):
    with rebuilding(folders, log):
        sleep(0.5)
        folders.save("one", MOMENT + 1)
        until(lambda: folders.built == ["one"])


def test_where_changes_are_not_told_files_are_looked_at(folders, log, monkeypatch):
    ends = []

    def wait(*_):
        raise OSError(28, "inotify watch limit reached")
        yield

    def looked_for(_watched, end, _patience):
        folders.save("one", MOMENT + 1)
        yield
        end.set()
        ends.append(end)

    monkeypatch.setattr("workout_core.feed.rebuilding.looked_for_changes", looked_for)
    rebuilding(folders, log, wait).run()
    assert folders.built == ["one"]
    assert "inotify" in log[0]["error"]


def test_looking_from_time_to_time_ends_when_it_is_told_to():
    end = Event()
    looking = looked_for_changes([], end, 0.01)
    next(looking)
    end.set()
    assert list(looking) == []
