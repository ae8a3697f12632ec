"""A server of calendars on this machine alone: what is put under a name is there until it is put anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Feeds(ThreadingHTTPServer):
    """Calendars by name, each at ``/name.ics`` of a free port of the loopback interface."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.calendars: dict[str, bytes] = {}

    def put(self, name: str, calendar: bytes) -> str:
        """Serve *calendar* under *name* from now on, and return its address."""
        self.calendars[f"/{name}.ics"] = calendar
        return f"http://127.0.0.1:{self.server_port}/{name}.ics"


class _Answer(BaseHTTPRequestHandler):
    """Answer a GET with the calendar of that path."""

    server: Feeds

    def do_GET(self) -> None:
        """Send the calendar, or say that there is none."""
        calendar = self.server.calendars.get(self.path)
        if calendar is None:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/calendar; charset=utf-8")
        self.send_header("Content-Length", str(len(calendar)))
        self.end_headers()
        self.wfile.write(calendar)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def serving() -> Iterator[Feeds]:
    """Serve until the block is left."""
    with Feeds() as feeds:
        thread = Thread(target=feeds.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield feeds
        finally:
            feeds.shutdown()
            thread.join()
