"""A server of calendars on this machine alone: what is published in its folder is there until replaced."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, TypeAlias

from attrs import field, frozen

Entry: TypeAlias = dict[str, Any]
"""A request in the log: its ``path``, the ``agent`` that asked, and the ``status`` of the answer."""
Answering: TypeAlias = Callable[[Path, Callable[[Entry], object]], AbstractContextManager[int]]
"""Serves the files of a folder on a port of the loopback interface, and tells of every request."""


@frozen
class Feeds:
    """Calendars by name, each at ``/name.ics``.

    Attributes:
        folder: where they are.
        port: where they are served.
        log: what was asked, in order.
    """

    folder: Path
    port: int
    log: list[Entry] = field(factory=list)

    def put(self, name: str, calendar: bytes) -> str:
        """Serve *calendar* under *name* from now on, and return its address."""
        draft = self.folder / f".{name}"
        draft.write_bytes(calendar)
        draft.replace(self.folder / f"{name}.ics")
        return f"http://127.0.0.1:{self.port}/{name}.ics"

    def statuses(self, name: str) -> list[int]:
        """Return how who asked for a calendar was answered."""
        return [entry["status"] for entry in self.log if entry["path"] == f"/{name}.ics"]


class _Answer(BaseHTTPRequestHandler):
    """Answer a GET with the calendar of that path, unless the client has it already."""

    def __init__(self, folder: Path, tell: Callable[[Entry], object], *rest: Any) -> None:
        self.folder, self.tell = folder, tell
        super().__init__(*rest)

    def do_GET(self) -> None:
        """Send the calendar, or say that there is none, or no new one."""
        file = self.folder / self.path.lstrip("/")
        if file.parent != self.folder or not file.is_file():
            self._send(404)
            return
        calendar = file.read_bytes()
        etag = f'"{hashlib.sha256(calendar).hexdigest()}"'
        if self.headers.get("If-None-Match") == etag:
            self._send(304, ETag=etag)
        else:
            self._send(200, calendar, ETag=etag)

    def _send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.tell({"path": self.path, "agent": self.headers.get("User-Agent", ""), "status": status})
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/calendar; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def standard_library(folder: Path, tell: Callable[[Entry], object]) -> Iterator[int]:
    """Serve with what Python has."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, folder, tell)) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def serving(folder: Path, answering: Answering = standard_library) -> Iterator[Feeds]:
    """Serve *folder* until the block is left."""
    log: list[Entry] = []
    with answering(folder, log.append) as port:
        yield Feeds(folder, port, log)
