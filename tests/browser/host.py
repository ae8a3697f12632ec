"""A host of static files as the good ones are: it compresses, knows what has not changed, and counts."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.utils import formatdate
from fnmatch import fnmatch
from functools import cache
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
}
COMPRESSED = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm", ".yaml"}


class Host:
    """Serves a folder over loopback.

    Attributes:
        url: of the folder, without a slash at the end.
        sent: bytes of what was sent, heads and bodies, by path.
    """

    def __init__(self, folder: Path) -> None:
        self.sent: dict[str, int] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(folder, self.sent))
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Be gone, as a network is that is not there."""
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Host *folder* for a while; it may be stopped before."""
    host = Host(folder)
    try:
        yield host
    finally:
        host.stop()


def _told(folder: Path, path: str) -> dict[str, str]:
    """Return what ``_headers`` tells of a path; lines that begin with a blank follow their pattern."""
    found: dict[str, str] = {}
    applies = False
    for line in (folder / "_headers").read_text("utf-8").splitlines():
        if not line.startswith(" "):
            applies = fnmatch(path, line) or (line == "/" and path == "/index.html")
        elif applies:
            name, _, value = line.strip().partition(": ")
            found[name] = value
    return found


@cache
def _compressed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


def _handler(folder: Path, sent: dict[str, int]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = self.path.partition("?")[0].lstrip("/") or "index.html"
            path = folder / name
            if not path.is_file():
                self._send(404, b"", {})
                return
            packs = path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
            data = _compressed(path, path.stat().st_mtime_ns) if packs else path.read_bytes()
            tag = f'"{sha256(data).hexdigest()[:16]}"'
            told = {"Content-Type": TYPES.get(path.suffix, "application/octet-stream"), "ETag": tag}
            if packs:
                told["Content-Encoding"] = "gzip"
            told |= _told(folder, f"/{name}")
            if self.headers.get("If-None-Match") == tag:
                self._send(304, b"", told)
            else:
                self._send(200, data, told)

        def _send(self, status: int, data: bytes, told: dict[str, str]) -> None:
            told |= {"Content-Length": str(len(data))}
            head = [f"HTTP/1.1 {status} ", f"Date: {formatdate(usegmt=True)}"]
            head += [
                f"{name}: {value}"
                for name, value in told.items()
                if status != 304 or name != "Content-Length"
            ]
            packet = "\r\n".join([*head, "", ""]).encode() + data
            sent[self.path] = sent.get(self.path, 0) + len(packet)
            with suppress(ConnectionError):  # a page that was left asks no more
                self.wfile.write(packet)

    return Handler
