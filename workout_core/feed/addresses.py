"""Which file an address leads to: by its name, or where a folder has tokens, by a token alone."""

from __future__ import annotations

import hmac
import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple
from urllib.parse import quote

from workout_core.errors import WorkoutError
from workout_core.feed.layout import TOKENS, is_hidden
from workout_core.feed.tokens import FeedToken, read_tokens
from workout_core.files.digest import digest

FOLDER_OF_TOKENS: Final = "f"
"""The folder of addresses with a token: ``/f/TOKEN.ics``, and the page at ``/f/TOKEN/``."""
CALENDAR: Final = ".ics"
PAGE: Final = "index.html"
_LONGEST: Final = 1024
"""Bytes of an address."""
_LONGEST_PART: Final = 255
_NEVER: Final = re.compile(r"[\x00-\x1f\x7f\\:]")
"""Not in the name of any file that is published; a system may take them for more than letters."""
_MOST_LISTS: Final = 20_000
_NOBODY: Final = digest(b"")
"""Compared with, where there is no token."""


class Destination(NamedTuple):
    """Where an address leads.

    Attributes:
        name: of the file, relative to the folder, with slashes.
        token: the id of the token by which it was found.
        moved: the address to ask instead, relative to this one.
    """

    name: str = ""
    token: str = ""
    moved: str = ""


class Addresses:
    """The addresses of a folder."""

    def __init__(
        self, root: Path, clock: Callable[[], datetime], tell: Callable[[str, Exception], object]
    ) -> None:
        """Look for files in *root*.

        Args:
            root: the folder.
            clock: the present, by which tokens end.
            tell: is told which list of tokens cannot be read, and why.
        """
        self._root = root
        self._clock = clock
        self._tell = tell
        self._lists: dict[str, tuple[tuple[int, int, int, int], Mapping[str, FeedToken]]] = {}

    def find(self, path: str) -> Destination | None:
        """Return where *path*, which begins with a slash and has no escapes, leads; None if nowhere.

        Raises:
            OSError: the disk would not say.
        """
        parts = _parts(path)
        if parts is None:
            return None
        folder = str(self._root)
        for depth, part in enumerate(parts):
            tokens = self._tokens(folder)
            if tokens is not None:
                return self._by_token(parts[:depth], tokens, parts[depth:])
            folder = f"{folder}/{part}"
        return Destination("/".join([*parts[:-1], parts[-1] or PAGE]))

    def folder(self, place: Destination) -> Destination | None:
        """Return the address of a folder that was asked for without a slash; None if it is none to be seen.

        Raises:
            OSError: the disk would not say.
        """
        path = f"{self._root}/{place.name}"
        if place.token or not os.path.isdir(path) or self._tokens(path) is not None:  # noqa: PTH112 - a text
            return None
        # With a dot, because a name may look like a scheme or a host.
        return Destination(moved=f"./{quote(place.name.rpartition('/')[2])}/")

    def _by_token(
        self, outside: Sequence[str], tokens: Mapping[str, FeedToken], parts: Sequence[str]
    ) -> Destination | None:
        if len(parts) < 2 or parts[0] != FOLDER_OF_TOKENS:  # noqa: PLR2004 - f/TOKEN
            return None
        secret, *inside = parts[1:]
        is_calendar = not inside and secret.endswith(CALENDAR)
        token = self._valid(tokens, secret.removesuffix(CALENDAR) if is_calendar else secret)
        if token is None:
            return None
        if is_calendar:
            return Destination("/".join([*outside, token.file]), token.id)
        if token.options:
            return None
        if not inside:
            return Destination(token=token.id, moved=f"./{secret}/")
        name = self._beside("/".join([*outside, token.calendar]), "/".join(inside))
        return Destination(name, token.id) if name else None

    def _valid(self, tokens: Mapping[str, FeedToken], secret: str) -> FeedToken | None:
        """Return the token of a secret.

        What is looked up is the digest, so that the time it takes tells nothing of a secret that is nearly
        right; one that was revoked is not in the list, and is like one that never was.
        """
        now = self._clock()
        sha256 = digest(secret.encode("utf-8", "replace"))
        found = tokens.get(sha256)
        is_right = hmac.compare_digest(sha256, found.sha256 if found else _NOBODY)
        return found if found and is_right and found.is_valid(now) else None

    def _beside(self, calendar: str, asked: str) -> str:
        """Return the file *asked* for that belongs to *calendar*: its page, or what is in its folder."""
        home, file = PurePosixPath(calendar).parent, PurePosixPath(calendar)
        if asked in ("", PAGE):
            own = file.with_suffix(".html")
            if os.path.isfile(self._root / own):  # noqa: PTH113 - a path of two kinds
                return str(own)
            return str(home / PAGE) if self._is_alone(home) else ""
        known = (file.name, f"{file.stem}.html")
        return str(home / asked) if asked in known or asked.startswith(f"{file.stem}/") else ""

    def _is_alone(self, home: PurePosixPath) -> bool:
        """Tell whether a folder has one calendar, so that its page is not a list of several."""
        with os.scandir(self._root / home) as found:
            return sum(each.name.endswith(CALENDAR) and not each.name.startswith(".") for each in found) == 1

    def _tokens(self, folder: str) -> Mapping[str, FeedToken] | None:
        """Return the tokens of a folder by their digests; None if everybody may read what is in it."""
        try:
            status = os.stat(f"{folder}/{TOKENS}")  # noqa: PTH116 - this is asked at every request
        except (FileNotFoundError, NotADirectoryError):
            return None
        stamp = (status.st_ino, status.st_mtime_ns, status.st_ctime_ns, status.st_size)
        known = self._lists.get(folder)
        if known is None or known[0] != stamp:
            if len(self._lists) >= _MOST_LISTS:
                self._lists.clear()
            known = self._lists[folder] = (stamp, self._read(folder))
        return known[1]

    def _read(self, folder: str) -> Mapping[str, FeedToken]:
        """Return the tokens of a folder; none where the list cannot be read: then nobody is let in."""
        try:
            return {each.sha256: each for each in read_tokens(Path(folder)) or ()}
        except (WorkoutError, OSError) as error:
            self._tell(folder, error)
            return {}


def _parts(path: str) -> list[str] | None:
    """Return the names that *path* is made of, of which the last may be empty; None if it is no file's."""
    if len(path) > _LONGEST or not path.startswith("/") or _NEVER.search(path):
        return None
    parts = path[1:].split("/")
    if any(is_hidden(part) or len(part.encode("utf-8", "replace")) > _LONGEST_PART for part in parts):
        return None
    return None if "" in parts[:-1] else parts
