"""A small intervals.icu on this machine alone, as far as facts about its calendar go: over real HTTP."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from attrs import define, field

KEY = "1a2b3c4d5e6f7g8h9secret"
EVENTS = "/api/v1/athlete/0/events"


@define(slots=False)
class IcuServer:
    """What it has, what was asked of it, and what is to go wrong."""

    url: str = ""
    events: dict[int, dict[str, Any]] = field(factory=dict)
    asked: list[str] = field(factory=list)
    """Each request: the method, the path, and what is asked of it."""
    answers: list[tuple[int, dict[str, str]] | None] = field(factory=list)
    """Statuses and headers that the next requests get instead of what they ask for; None cuts the line."""
    refuses: Callable[[dict[str, Any]], bool] = lambda _: False
    """Which events it does not take."""
    keeps: frozenset[str] = frozenset({"uid", "external_id"})
    converts: Callable[[bytes], bytes] = bytes
    """What becomes of a file on its way to a watch."""
    after: dict[int, tuple[int, dict[str, str]] | None] = field(factory=dict)
    """Answers by the number of the request, for those that are carried out all the same."""
    files: dict[int, bytes] = field(factory=dict)

    def writes(self) -> list[str]:
        """Return what was written since this was asked last, in order."""
        found = [each for each in self.asked if not each.startswith("GET")]
        self.asked.clear()
        return found

    def named(self) -> dict[str, str]:
        """Return when each event is, by its name."""
        return {each["name"]: each["start_date_local"] for each in self.events.values()}

    def do(self, method: str, path: str, asked: dict[str, str], body: Any) -> tuple[int, Any]:
        """Answer a request."""
        if method == "GET" and path == EVENTS:
            return 200, list(self._listed(asked))
        if method == "POST" and path == f"{EVENTS}/bulk":
            if any(map(self.refuses, body)):
                return 422, {"error": "no"}
            return 200, [self._upserted(each, asked) for each in body]
        if method == "PUT" and path == f"{EVENTS}/bulk-delete":
            for each in body:
                self.events.pop(each["id"], None)
            return 200, {"eventsDeleted": len(body)}
        number = int(path.rpartition("/")[2])
        if method == "PUT" and number in self.events:
            return 200, self._kept(number, body)
        return 404, {"error": "not found"}

    def _listed(self, asked: dict[str, str]) -> Iterator[dict[str, Any]]:
        for each in self.events.values():
            if asked["oldest"] <= each["start_date_local"][:10] <= asked["newest"]:
                more = {}
                if asked.get("ext") == "fit" and each["id"] in self.files:
                    assert asked["resolve"] == "true"
                    data = self.converts(self.files[each["id"]])
                    more = {"workout_file_base64": base64.b64encode(data).decode()}
                yield each | more

    def _upserted(self, event: dict[str, Any], asked: dict[str, str]) -> dict[str, Any]:
        numbers = [
            each["id"]
            for each in self.events.values()
            if asked.get("upsertOnUid") == "true" and each["uid"] == event["uid"]
        ]
        return self._kept(numbers[0] if numbers else max(self.events, default=100) + 1, event)

    def _kept(self, number: int, event: dict[str, Any]) -> dict[str, Any]:
        assert "workout_doc" not in event
        if "file_contents_base64" in event:
            assert event["filename"].endswith((".fit", ".zwo", ".mrc", ".erg"))
            self.files[number] = base64.b64decode(event["file_contents_base64"])
        kept = {name: value for name, value in event.items() if "file" not in name}
        kept |= {
            name: None if name == "external_id" else f"their-{number}"
            for name in ("uid", "external_id")
            if name not in self.keeps
        }
        self.events[number] = {"id": number, "push_errors": None, **kept}
        return self.events[number]


@contextmanager
def icu_server() -> Iterator[IcuServer]:
    """Serve until the block is left."""
    calendar = IcuServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _do(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            calendar.asked.append(f"{self.command} {self.path}")
            planned = calendar.answers.pop(0) if calendar.answers else (0, {})
            if planned is None:
                self._cut()
                return
            status, headers = planned
            if not status and not _is_allowed(self.headers):
                status = 401
            answer: Any = {"error": "as planned"}
            if not status:
                status, answer = calendar.do(
                    self.command, parts.path, dict(parse_qsl(parts.query)), json.loads(body or "null")
                )
            if (late := calendar.after.pop(len(calendar.asked), ())) is None:
                self._cut()
                return
            status, headers = late or (status, headers)
            data = json.dumps(answer).encode()
            self.send_response_only(status)
            for name, value in {"Content-Length": str(len(data)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def _cut(self) -> None:
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

        do_GET = do_POST = do_PUT = do_DELETE = _do  # noqa: N815 - the names that HTTP gives

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    calendar.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield calendar
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _is_allowed(headers: Message) -> bool:
    given = headers.get("Authorization", "").removeprefix("Basic ")
    return base64.b64decode(given).decode() == f"API_KEY:{KEY}"
