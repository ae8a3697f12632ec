"""What was said is kept, whole or not at all, and not for ever."""

import os
import subprocess
import sys
import time

import pytest

from workout_core.audio.speech_cache import SpeechCache, speech_cache
from workout_core.files.user_folders import cache_folder, state_folder


def test_what_is_put_is_got(tmp_path):
    cache = SpeechCache(tmp_path / "new" / "speech")
    assert cache.get("a") is None
    cache.put("a", b"sound")
    cache.put("b", b"")
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == (b"sound", b"", None)


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:10], lambda _data: b""])
def test_a_torn_file_is_no_sound(tmp_path, damage):
    cache = SpeechCache(tmp_path)
    cache.put("a", b"sound" * 100)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert cache.get("a") is None
    cache.put("a", b"again")
    assert cache.get("a") == b"again"


def test_what_was_not_heard_for_longest_goes_first(tmp_path):
    cache = SpeechCache(tmp_path, most_bytes=1000)
    for number, name in enumerate("abcd"):
        cache.put(name, name.encode() * 260)
        file = max(tmp_path.iterdir(), key=lambda each: each.stat().st_ctime_ns)
        os.utime(file, (1000 + number, 1000 + number))
    assert cache.get("a") is not None
    cache.tidy()
    assert [name for name in "abcd" if cache.get(name)] == ["a", "d"]
    assert sum(each.stat().st_size for each in tmp_path.iterdir()) <= 800


def test_below_its_bound_nothing_goes(tmp_path):
    cache = SpeechCache(tmp_path, most_bytes=2000)
    for name in "abcd":
        cache.put(name, b"x" * 260)
    cache.tidy()
    assert all(map(cache.get, "abcd"))


def test_where_nothing_can_be_kept_the_work_goes_on(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    cache = SpeechCache(blocked / "speech")
    cache.put("a", b"sound")
    assert cache.get("a") is None
    cache.tidy()


def test_a_cache_of_one_run_leaves_nothing(cache):
    with speech_cache(keeps=False) as kept:
        kept.put("a", b"sound")
        folder = kept.folder
        assert kept.get("a") == b"sound"
    assert not folder.exists()
    assert not cache.exists()


def test_the_cache_of_all_runs_is_in_the_folder_of_the_user(cache):
    with speech_cache() as kept:
        kept.put("a", b"sound")
    assert kept.folder == cache
    assert len(list(cache.iterdir())) == 1


BOTH = """\
import sys
from pathlib import Path
from workout_core.audio.speech_cache import SpeechCache

cache = SpeechCache(Path(sys.argv[1]), most_bytes=20_000)
for round in range(40):
    for key in range(20):
        sound = cache.get(str(key))
        assert sound in (None, str(key).encode() * 900), "torn"
        cache.put(str(key), str(key).encode() * 900)
    cache.tidy()
"""


def test_two_processes_at_once_never_hear_what_is_torn(tmp_path):
    both = [
        subprocess.Popen([sys.executable, "-c", BOTH, tmp_path], stderr=subprocess.PIPE) for _ in range(2)
    ]
    said = [each.communicate()[1] for each in both]
    assert ([each.returncode for each in both], said) == ([0, 0], [b"", b""])
    assert not list(tmp_path.glob("*.part"))


HOME_FOLDERS = [
    ({}, "linux", ".cache/workout", ".local/state/workout"),
    ({"XDG_CACHE_HOME": "relative", "XDG_STATE_HOME": ""}, "linux", ".cache/workout", ".local/state/workout"),
    ({}, "darwin", "Library/Caches/workout", "Library/Application Support/workout"),
]


@pytest.mark.parametrize(("environ", "platform", "cached", "remembered"), HOME_FOLDERS)
def test_folders_are_where_the_system_has_them(tmp_path, monkeypatch, environ, platform, cached, remembered):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder(environ, platform) == tmp_path / cached
    assert state_folder(environ, platform) == tmp_path / remembered


def test_folders_that_the_user_names_are_taken(tmp_path):
    named = {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path / "Local")}
    assert cache_folder(named, "linux") == tmp_path / "workout"
    assert cache_folder(named, "win32") == tmp_path / "Local" / "workout" / "cache"
    assert state_folder(named, "win32") == tmp_path / "Local" / "workout"


def test_a_sound_that_is_heard_counts_as_new(tmp_path):
    cache = SpeechCache(tmp_path)
    cache.put("a", b"sound")
    (file,) = tmp_path.iterdir()
    os.utime(file, (0, 0))
    cache.get("a")
    assert file.stat().st_mtime > time.time() - 60
