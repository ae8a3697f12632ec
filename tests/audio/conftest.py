"""A registry with a voice that hums, and a cache of its own for each test."""

import pytest

from audio import hum
from workout_core import Registry


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "workout" / "speech"


@pytest.fixture
def registry():
    return Registry.of(hum)
