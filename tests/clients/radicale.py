"""A CalDAV server on this machine alone: Radicale, in this process, with a calendar of Ada's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from time import sleep
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from attrs import field, frozen

from clients.lacking import lacking

USER, PASSWORD = "ada", "hill:réps 7"
MAKE = """\
<mkcalendar xmlns="urn:ietf:params:xml:ns:caldav"><set xmlns="DAV:"><prop>
<displayname>Training</displayname></prop></set></mkcalendar>
"""


@frozen
class CalDavServer:
    """A server, and what was asked of it."""

    url: str
    asked: list[str] = field(factory=list)
    """Each request: the method and the path."""
    moved: dict[str, str] = field(factory=dict)
    """Where it sends who asks for a path."""
    delays: dict[str, float] = field(factory=dict)
    """Seconds that it takes to answer, by the method."""

    @property
    def calendar(self) -> str:
        """The address of Ada's calendar."""
        return f"{self.url}/ada/training/"

    def writes(self) -> list[str]:
        """Return what was written since this was asked last, in order: PUT or DELETE."""
        found = [each.split()[0] for each in self.asked if each.startswith(("PUT", "DELETE"))]
        self.asked.clear()
        return found


@contextmanager
def caldav_server(folder: Path) -> Iterator[CalDavServer]:
    """Serve what is in *folder* until the block is left, or skip the test and say how to install Radicale."""
    if not all(map(find_spec, ("caldav", "radicale"))):
        lacking("radicale or caldav is not here: pip install radicale 'workout-core[caldav]'")
    app, config = import_module("radicale.app"), import_module("radicale.config")
    users = folder / "users"
    users.write_text(f"{USER}:{PASSWORD}\n", "utf-8")
    settings = config.load()
    settings.update(
        {
            "auth": {
                "type": "htpasswd",
                "htpasswd_filename": str(users),
                "htpasswd_encryption": "plain",
                "delay": "0",
            },
            "storage": {"filesystem_folder": str(folder / "collections")},
            "logging": {"level": "critical"},
        },
        "test",
    )
    application = app.Application(settings)
    asked: list[str] = []
    moved: dict[str, str] = {}
    delays: dict[str, float] = {}

    def noted(environ, start_response):
        asked.append(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")
        sleep(delays.get(environ["REQUEST_METHOD"], 0))
        if (place := moved.get(environ["PATH_INFO"])) is not None:
            start_response("301 Moved Permanently", [("Location", place), ("Content-Length", "0")])
            return [b""]
        return application(environ, start_response)

    with make_server("127.0.0.1", 0, noted, _Threads, _Quiet) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield CalDavServer(f"http://127.0.0.1:{server.server_port}", asked, moved, delays)
        finally:
            server.shutdown()
            thread.join()


class _Threads(ThreadingMixIn, WSGIServer):
    """A thread for each connection: one that says nothing keeps nobody waiting."""

    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep quiet."""
