"""The user's own folders: for what programs remember, and for what they could make again."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_APP: Final = "workout"


def state_folder(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """Return the folder for what we remember: XDG base directories 0.8, or the system's own."""
    mac = Path("Library", "Application Support")
    return _folder("XDG_STATE_HOME", Path(".local", "state"), mac, environ, platform)


def cache_folder(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """Return the folder for what can be made again: XDG base directories 0.8, or the system's own."""
    found = _folder("XDG_CACHE_HOME", Path(".cache"), Path("Library", "Caches"), environ, platform)
    return found / "cache" if platform == "win32" else found  # which has one folder for both


def _folder(variable: str, usual: Path, mac: Path, environ: Mapping[str, str] | None, platform: str) -> Path:
    given = os.environ if environ is None else environ
    if platform == "win32" and given.get("LOCALAPPDATA"):
        return Path(given["LOCALAPPDATA"]) / _APP
    if platform == "darwin":
        return Path.home() / mac / _APP
    named = Path(given.get(variable, ""))
    return (named if named.is_absolute() else Path.home() / usual) / _APP
