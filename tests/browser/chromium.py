"""A browser without a window, and a folder that it fetches pages from over loopback.

``WORKOUT_BROWSER`` names the program, and ``WORKOUT_AXE`` the file ``axe.min.js`` of axe-core.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Any

import pytest


class _Quiet(SimpleHTTPRequestHandler):
    """Serve files, and say nothing."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".fit": "application/vnd.ant.fit",
        ".ics": "text/calendar; charset=utf-8",
        ".vtt": "text/vtt; charset=utf-8",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* at the address that is given."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def browsing() -> Iterator[Any]:
    """Start Chromium, or skip the test and say how to install it."""
    program = os.environ.get("WORKOUT_BROWSER") or shutil.which("chromium")
    if program is None or find_spec("playwright") is None:
        pytest.skip("chromium or playwright is not here: apt-get install chromium, pip install playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def axe() -> str:
    """Return the source of axe-core, or skip the test and say how to install it."""
    file = os.environ.get("WORKOUT_AXE", "")
    if not file:
        pytest.skip("axe-core is not here: npm install axe-core, and name its axe.min.js in WORKOUT_AXE")
    return Path(file).read_text("utf-8")
