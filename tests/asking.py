"""A client of an application in this process: a request is a call."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from gzip import decompress
from typing import Any, NamedTuple


class Reply(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def data(self) -> bytes:
        """The body as it was before it was compressed."""
        return decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body


class Asking:
    """Asks an application, one request after the other."""

    def __init__(self, application: Any) -> None:
        self._application = application

    def get(self, path: str, method: str = "GET", /, **headers: str) -> Reply:
        """Ask for *path*, which has no escapes; of the headers' names, ``_`` is written ``-``."""
        written = [
            (name.replace("_", "-").encode(), text.encode("latin-1")) for name, text in headers.items()
        ]
        return self.ask(path, method, written)

    def ask(self, path: str, method: str, headers: list[tuple[bytes, bytes]], body: bytes = b"") -> Reply:
        """Ask with headers as they are."""
        return asyncio.run(self.asked(path, method, headers, body))

    async def asked(
        self, path: str, method: str, headers: list[tuple[bytes, bytes]], body: bytes = b""
    ) -> Reply:
        """Ask in a loop that runs."""
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "query_string": b"",
            "root_path": "",
            "headers": headers,
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        await self._application(scope, receive, send)
        start, *rest = sent
        told = {name.decode(): value.decode("latin-1") for name, value in start["headers"]}
        assert len(told) == len(start["headers"])
        return Reply(start["status"], told, b"".join(each.get("body", b"") for each in rest))
