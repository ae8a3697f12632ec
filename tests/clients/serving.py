"""A folder of calendars, built and served as they are for people, on this machine alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any
from unittest.mock import patch

import uvicorn
from attrs import field, frozen

from workout_core.cli.main import run
from workout_core.feed.listening import bound
from workout_core.feed.server import app


@frozen
class Feeds:
    """Calendars by name, each at ``/name.ics``.

    Attributes:
        folder: where they are.
        port: where they are served.
        log: what was asked, in order, as the server tells it.
    """

    folder: Path
    port: int
    log: list[dict[str, Any]] = field(factory=list)

    def put(self, name: str, calendar: bytes) -> str:
        """Serve *calendar* under *name* from now on, and return its address."""
        draft = self.folder / f".{name}"
        draft.write_bytes(calendar)
        draft.replace(self.folder / f"{name}.ics")
        return self.url(name)

    def build(self, name: str, text: str, now: datetime) -> str:
        """Publish the plan *text* under *name* with the command that people use, and return its address."""
        document = self.folder.with_name(f"{name}.yaml")
        document.write_text(text, "utf-8")
        with patch.dict(os.environ, SOURCE_DATE_EPOCH=str(int(now.timestamp()))):
            assert run(["feed", "build", str(document), "--out", str(self.folder), "--to", "json"]) == 0
        return self.url(name)

    def url(self, name: str) -> str:
        """Return the address of a calendar."""
        return f"http://127.0.0.1:{self.port}/{name}.ics"

    def statuses(self, name: str) -> list[int]:
        """Return how who asked for a calendar was answered."""
        return [entry["status"] for entry in self.log if entry.get("path") == f"/{name}.ics"]


@contextmanager
def serving(folder: Path) -> Iterator[Feeds]:
    """Serve *folder* until the block is left."""
    log: list[dict[str, Any]] = []
    with bound("127.0.0.1", 0) as listening:
        config = uvicorn.Config(
            app(folder, tell=log.append), lifespan="off", ws="none", log_config=None, access_log=False
        )
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield Feeds(folder, listening.getsockname()[1], log)
        finally:
            server.should_exit = True
            thread.join()
