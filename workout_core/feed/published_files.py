"""The files of a published folder as they are sent: their validators, and the bytes that memory holds."""

from __future__ import annotations

import os
import re
import stat
from collections import OrderedDict
from html import unescape
from pathlib import Path
from time import time
from types import MappingProxyType
from typing import Final, NamedTuple

from workout_core.errors import InvalidWorkout
from workout_core.files.digest import digest
from workout_core.files.opening import read_inside
from workout_core.files.paths import FilesRead

LARGEST: Final = 16 << 20
"""Bytes of a file; larger ones are not served, because each is held in memory while it is sent."""
MEMORY: Final = 64 << 20
"""Bytes that are kept to be sent again."""
_WORTH_ZIPPING: Final = range(256, 4 << 20)
"""Bytes of a file: a shorter one would grow, and all others wait for a longer one."""
_MOST_KNOWN: Final = 50_000
_LEVEL: Final = 6


class Media(NamedTuple):
    """How files with one suffix are sent.

    Attributes:
        type: of the bytes.
        cache: for how long they are fresh.
        shrinks: whether they are worth compressing.
        runs: whether a browser might run what is in them, and needs a policy.
        is_played: whether players ask for parts of them.
    """

    type: bytes
    cache: bytes = b"private, no-cache"
    shrinks: bool = True
    runs: bool = False
    is_played: bool = False


_OTHER: Final = Media(b"application/octet-stream", shrinks=False)
_MEDIA: Final = MappingProxyType(
    {
        ".ics": Media(b"text/calendar; charset=utf-8", cache=b"private, max-age=900"),
        ".html": Media(b"text/html; charset=utf-8", runs=True),
        ".svg": Media(b"image/svg+xml", runs=True),
        ".json": Media(b"application/json"),
        ".fit": Media(b"application/vnd.ant.fit", shrinks=False),
        ".png": Media(b"image/png", shrinks=False),
        ".css": Media(b"text/css; charset=utf-8"),
        ".txt": Media(b"text/plain; charset=utf-8"),
        ".md": Media(b"text/markdown; charset=utf-8"),
        ".vtt": Media(b"text/vtt; charset=utf-8"),
        ".rss": Media(b"application/rss+xml; charset=utf-8", cache=b"private, max-age=900"),
        ".mp3": Media(b"audio/mpeg", shrinks=False, is_played=True),
    }
)
_POLICY: Final = re.compile(
    rb'<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"', re.IGNORECASE
)
_NO_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:"
_ALWAYS: Final = ("base-uri", "form-action", "frame-ancestors")
"""What no page needs: the last it cannot say in its own head, and the others it may forget."""
_HEAD: Final = 4096


class KnownFile(NamedTuple):
    """What is known of a file without reading it.

    Attributes:
        stamp: what distinguishes it from what was there before.
        tag: of its bytes, without quotes.
        modified: when they changed, in seconds since 1970.
        media: how it is sent.
        policy: what a browser may do with it; nothing if it only shows it.
    """

    stamp: tuple[int, int, int, int]
    tag: bytes
    modified: int
    media: Media
    policy: bytes


class PublishedFiles:
    """The files of a folder; one that is replaced is seen at the next request."""

    def __init__(self, root: Path, memory: int = MEMORY) -> None:
        self._root = root
        self._memory = memory
        self._used = 0
        self._known: OrderedDict[str, KnownFile] = OrderedDict()
        self._bodies: OrderedDict[tuple[bytes, bool], bytes] = OrderedDict()

    def look(self, name: str) -> KnownFile | None:
        """Return what is known of the file *name*; None if there is none that is served.

        Args:
            name: relative to the folder, with slashes, and without ``.`` and ``..``.

        Raises:
            OSError: the disk would not give it.
        """
        stamp = self._stamp(name)
        if stamp is None:
            return None
        known = self._known.get(name)
        if known is None or known.stamp != stamp:
            loaded = self._load(name, stamp)
            return loaded[0] if loaded else None
        self._known.move_to_end(name)
        return known

    def read(self, name: str, known: KnownFile, *, zipped: bool) -> tuple[KnownFile, bytes] | None:
        """Return the bytes of a file, compressed if so asked, and what is known of them.

        What is known may be newer than *known*: the file may have been replaced since.

        Raises:
            OSError: the disk would not give it.
        """
        body = self._kept((known.tag, zipped))
        if body is not None:
            return known, body
        plain = self._kept((known.tag, False))
        if plain is None:
            loaded = self._load(name, known.stamp)
            if loaded is None:
                return None
            known, plain = loaded
        if not zipped:
            return known, plain
        body = _zipped(plain)
        self._keep((known.tag, True), body)
        return known, body

    def _kept(self, key: tuple[bytes, bool]) -> bytes | None:
        body = self._bodies.get(key)
        if body is not None:
            self._bodies.move_to_end(key)
        return body

    def _stamp(self, name: str) -> tuple[int, int, int, int] | None:
        try:
            status = os.stat(f"{self._root}/{name}")  # noqa: PTH116 - this is asked at every request
        except (FileNotFoundError, NotADirectoryError):
            return None
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return None
        # An inode is used again after two replacements, and a clock has ticks: none of them is enough alone.
        return status.st_ino, status.st_mtime_ns, status.st_ctime_ns, status.st_size

    def _load(self, name: str, stamp: tuple[int, int, int, int]) -> tuple[KnownFile, bytes] | None:
        data = _read(self._root, name)
        if data is None:
            self._known.pop(name, None)
            return None
        tag = digest(data)[:32].encode()
        modified = min(stamp[1] // 10**9, int(time()))
        before = self._known.get(name)
        if before is not None:
            # A date has whole seconds. Whoever has the version before would otherwise keep it for ever if
            # both are of one second, or if an older one was put back.
            modified = before.modified if before.tag == tag else max(modified, before.modified + 1)
        media = _MEDIA.get(Path(name).suffix.lower(), _OTHER)
        known = KnownFile(stamp, tag, modified, media, _policy(data) if media.runs else b"")
        self._known[name] = known
        if len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)
        self._keep((tag, False), data)
        return known, data

    def _keep(self, key: tuple[bytes, bool], body: bytes) -> None:
        if key in self._bodies or len(body) > self._memory // 4:
            return
        self._bodies[key] = body
        self._used += len(body)
        while self._used > self._memory:
            _, dropped = self._bodies.popitem(last=False)
            self._used -= len(dropped)


def is_zippable(known: KnownFile) -> bool:
    """Tell whether a file is sent compressed to who takes it."""
    return known.media.shrinks and known.stamp[3] in _WORTH_ZIPPING


def _read(root: Path, name: str) -> bytes | None:
    """Return what a file holds; None if it is none that is served.

    A link is followed to a file beside it that is not hidden, and to nothing else: what is elsewhere may be
    for others.
    """
    folder, _, file = name.rpartition("/")
    home = Path(os.path.realpath(root)) / folder
    place = Path(os.path.realpath(home / file))
    if place.parent != home or (place.name != file and place.name.startswith(".")):
        return None
    try:
        data = read_inside(home, place, LARGEST, FilesRead())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, InvalidWorkout):
        return None
    return data if len(data) <= LARGEST else None


def _zipped(data: bytes) -> bytes:
    """Return *data* compressed: the same data are the same bytes, because no time is written."""
    from gzip import compress  # noqa: PLC0415 - only a server compresses

    return compress(data, _LEVEL, mtime=0)


def _policy(data: bytes) -> bytes:
    """Return what a browser may do with a page: what the page says itself, or else no more than show it."""
    found = _POLICY.search(data[:_HEAD])
    said = unescape(found[1].decode("utf-8", "replace")) if found else ""
    said = said.strip().strip(";") if said.isprintable() and said.isascii() else ""
    rules = [rule.strip() for rule in (said or _NO_POLICY).split(";")]
    known = {rule.partition(" ")[0] for rule in rules}  # browsers complain of a rule that is there twice
    return "; ".join([*rules, *(f"{name} 'none'" for name in _ALWAYS if name not in known)]).encode()
