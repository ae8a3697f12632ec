"""A published folder as a web application: what clients have is not sent again, and nothing else is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from datetime import datetime
from pathlib import Path
from time import perf_counter, time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workout_core.errors import WorkoutError
from workout_core.feed.access import Tell, access_entry, redacted, trouble_entry
from workout_core.feed.addresses import Addresses
from workout_core.feed.conditions import accepts_gzip, is_unchanged
from workout_core.feed.published_files import MEMORY, KnownFile, PublishedFiles, is_zippable
from workout_core.feed.ranges import wanted_part
from workout_core.pipeline.clock import clock as present

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.types import Receive, Scope, Send

HEALTH: Final = "/healthz"
_READ: Final = ("GET", "HEAD")
_Headers = list[tuple[bytes, bytes]]
_EVERY: Final = (
    (b"x-robots-tag", b"noindex"),
    (b"x-content-type-options", b"nosniff"),
    # the address of a page may be its secret, and links on it lead elsewhere
    (b"referrer-policy", b"no-referrer"),
)
_TEXT: Final = (b"content-type", b"text/plain; charset=utf-8")
_NOT_KEPT: Final = (b"cache-control", b"no-store")
_ASKED: Final = (
    b"if-none-match",
    b"if-modified-since",
    b"accept-encoding",
    b"user-agent",
    b"range",
    b"if-range",
)


class Answer(NamedTuple):
    """What is sent.

    Attributes:
        status: of HTTP.
        headers: all of them.
        body: nothing where only the headers were asked for.
        token: the id of the token that opened it, for the log.
    """

    status: int
    headers: _Headers
    body: bytes = b""
    token: str = ""


def _short(status: int, text: bytes, *more: tuple[bytes, bytes], token: str = "") -> Answer:
    headers = [_TEXT, (b"content-length", str(len(text)).encode()), _NOT_KEPT, *_EVERY, *more]
    return Answer(status, headers, text, token)


_HEALTHY: Final = _short(200, b"ok\n")
_ILL: Final = _short(503, b"the folder is not there\n")
_NOTHING: Final = _short(404, b"not found\n")
"""For what never was, what was revoked, what has ended and what is hidden alike."""
_NOT_ALLOWED: Final = _short(405, b"only GET and HEAD\n", (b"allow", b"GET, HEAD"))


class FeedServer:
    """An application of ASGI that answers for one folder."""

    def __init__(
        self,
        root: Path,
        *,
        root_path: str = "",
        tell: Tell | None = None,
        memory: int = MEMORY,
        clock: Callable[[], datetime] = present,
    ) -> None:
        """Serve *root*; :func:`app` says what the others are."""
        self._root = root
        self._prefix = root_path.rstrip("/")
        self._tell = tell
        self._files = PublishedFiles(root, memory)
        self._addresses = Addresses(root, clock, self._tell_of_list)

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await send({"type": "websocket.close"})
            return
        start = perf_counter()
        asked = _asked(scope["headers"])
        if scope["method"] != "GET":
            asked.pop(b"range", None)  # RFC 9110, 14.2: it means nothing there
        answer = self._answer(scope, asked)
        body = b"" if scope["method"] == "HEAD" else answer.body
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        await send({"type": "http.response.body", "body": body})
        if self._tell is not None:
            self._tell(
                access_entry(
                    scope,
                    agent=asked.get(b"user-agent", b""),
                    status=answer.status,
                    size=len(body),
                    seconds=perf_counter() - start,
                    token=answer.token,
                )
            )

    def _answer(self, scope: MutableMapping[str, Any], asked: Mapping[bytes, bytes]) -> Answer:
        if scope["method"] not in _READ:
            return _NOT_ALLOWED
        path: str = scope["path"]
        if self._prefix and path.startswith(f"{self._prefix}/"):
            path = path[len(self._prefix) :]
        if path == HEALTH:
            return _HEALTHY if self._root.is_dir() else _ILL
        try:
            return self._found(path, asked) or _NOTHING
        except (OSError, ValueError, WorkoutError) as error:
            if self._tell is not None:
                self._tell(trouble_entry("cannot be read", redacted(path), error))
            return _NOTHING

    def _found(self, path: str, asked: Mapping[bytes, bytes]) -> Answer | None:
        place = self._addresses.find(path)
        if place is None:
            return None
        known = None if place.moved else self._files.look(place.name)
        if known is not None:
            return self._file(place.name, known, asked, place.token)
        moved = place if place.moved else self._addresses.folder(place)
        if moved is None:
            return None
        return _short(307, b"see the folder\n", (b"location", moved.moved.encode()), token=moved.token)

    def _file(self, name: str, known: KnownFile, asked: Mapping[bytes, bytes], token: str) -> Answer | None:
        zipped = is_zippable(known) and accepts_gzip(asked.get(b"accept-encoding", b""))
        conditions = asked.get(b"if-none-match"), asked.get(b"if-modified-since")
        if conditions != (None, None) and is_unchanged(
            *conditions, etag=_etag(known, zipped=zipped), modified=known.modified, now=time()
        ):
            return Answer(304, _validators(known, zipped=zipped), token=token)
        read = self._files.read(name, known, zipped=zipped)
        if read is None:
            return None
        known, body = read
        headers = [(b"content-type", known.media.type), *_validators(known, zipped=zipped)]
        if zipped:
            headers.append((b"content-encoding", b"gzip"))
        if known.policy:
            headers.append((b"content-security-policy", known.policy))
        answer = Answer(200, headers, body, token)
        if known.media.is_played:
            answer = _part(answer, asked, _etag(known, zipped=zipped))
        return answer._replace(headers=[(b"content-length", str(len(answer.body)).encode()), *answer.headers])

    def _tell_of_list(self, folder: str, error: Exception) -> None:
        if self._tell is not None:
            self._tell(trouble_entry("nobody is let in", folder, error))


def _part(whole: Answer, asked: Mapping[bytes, bytes], etag: bytes) -> Answer:
    """Return the part of a file that is asked for, or all of it."""
    headers = [(b"accept-ranges", b"bytes"), *whole.headers]
    size = len(whole.body)
    part = wanted_part(asked.get(b"range"), asked.get(b"if-range"), etag, size)
    if part is None:
        return whole._replace(headers=headers)
    if not part:
        headers.append((b"content-range", b"bytes */%d" % size))
        return whole._replace(status=416, headers=headers, body=b"")
    where = b"bytes %d-%d/%d" % (part.start, part.stop - 1, size)
    body = whole.body[part.start : part.stop]
    return whole._replace(status=206, headers=[(b"content-range", where), *headers], body=body)


def _asked(headers: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """Return the headers that matter; several lines of one are a list (RFC 9110, 5.2)."""
    asked: dict[bytes, bytes] = {}
    for name, value in headers:
        if name in _ASKED:
            asked[name] = asked[name] + b"," + value if name in asked else value
    return asked


def _etag(known: KnownFile, *, zipped: bool) -> bytes:
    """Return the strong validator: other bytes, and another encoding of them, have another."""
    return b'"' + known.tag + (b'-gzip"' if zipped else b'"')


def _validators(known: KnownFile, *, zipped: bool) -> _Headers:
    """Return what an answer says of a file whether or not it is sent (RFC 9110, 15.4.5)."""
    from email.utils import formatdate  # noqa: PLC0415 - only a server pays

    return [
        (b"etag", _etag(known, zipped=zipped)),
        (b"last-modified", formatdate(known.modified, usegmt=True).encode()),
        (b"cache-control", known.media.cache),
        (b"vary", b"Accept-Encoding"),
        *_EVERY,
    ]


def app(
    root: Path,
    *,
    root_path: str = "",
    tell: Tell | None = None,
    memory: int = MEMORY,
    clock: Callable[[], datetime] = present,
) -> Starlette:
    """Return the application that serves a published folder.

    Args:
        root: the folder; what is below it and not hidden is served, or where a folder has tokens, what they
            open.
        root_path: what a proxy puts before every address, whether or not it takes it off again.
        tell: takes the entries of the log.
        memory: bytes of files that are kept.
        clock: the present, by which tokens end.

    Raises:
        ModuleNotFoundError: starlette is not installed.
    """
    from starlette.applications import Starlette  # noqa: PLC0415 - only who serves pays

    application = Starlette()
    application.router.redirect_slashes = False
    application.router.default = FeedServer(root, root_path=root_path, tell=tell, memory=memory, clock=clock)
    return application
