"""What browsers and hosts are told of the site: what may run and load, and what is kept for how long."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from workout_core.errors import InvalidWorkout
from workout_core.files.digest import digest

PAGE: Final = "index.html"
WORKER: Final = "service-worker.js"
HEADERS: Final = "_headers"
_MAY: Final = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",
        "worker-src": "'self'",
        "connect-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
)
"""What runs and loads: what lies in the folder, and nothing else; Python is WebAssembly."""
POLICY: Final = "; ".join(f"{name} {sources}" for name, sources in _MAY.items())
"""The same as a Content Security Policy of level 3."""
FOR_HOSTS: Final = f"{POLICY}; frame-ancestors 'none'"
"""Who may put the page into a frame is said by hosts alone; a page is not asked (CSP 3, section 3.3)."""
_FILES_MARK: Final = b"__SITE_FILES__"
_VERSION_MARK: Final = b"__SITE_VERSION__"


def protected(page: bytes) -> bytes:
    """Return a page that says itself what may run in it, whatever the host says.

    Raises:
        InvalidWorkout: it has no head to say it in.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}" />'.encode()
    return _replaced(PAGE, page, b"<head>", b"<head>\n    " + meta)


def for_file(page: bytes) -> bytes:
    """Return a page that edits the file that it comes with, not a text of its own.

    Raises:
        InvalidWorkout: it has no head to say it in.
    """
    return _replaced(PAGE, page, b"<head>", b'<head>\n    <meta name="workout-edit" content="file" />')


def headers() -> bytes:
    """Return what hosts are told that read ``_headers``.

    The policy is for the page and its workers; pages of the documentation have scripts of their own. Files
    whose names change with what they hold are kept for ever.
    """
    policy = {"Content-Security-Policy": FOR_HOSTS}
    ever = {"Cache-Control": "public, max-age=31536000, immutable"}
    rules = {
        "/*": {
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        },
        "/": policy,
        f"/{PAGE}": policy,
        "/assets/*": policy | ever,
        "/python-*": ever,
        f"/{WORKER}": policy | {"Cache-Control": "no-cache"},
    }
    lines = [
        line
        for path, told in rules.items()
        for line in (path, *(f"  {name}: {value}" for name, value in told.items()))
    ]
    return "\n".join([*lines, ""]).encode()


def keeping(worker: bytes, files: Mapping[str, bytes]) -> bytes:
    """Return the service *worker* with the list of *files* that it keeps, and their digests.

    Raises:
        InvalidWorkout: the worker has no place for it.
    """
    listed = [[name, digest(data)] for name, data in sorted(files.items())]
    text = json.dumps(listed, separators=(",", ":")).encode()
    with_files = _replaced(WORKER, worker, _FILES_MARK, text)
    return _replaced(WORKER, with_files, _VERSION_MARK, digest(text)[:12].encode())


def _replaced(name: str, data: bytes, mark: bytes, value: bytes) -> bytes:
    if data.count(mark) != 1:
        raise InvalidWorkout(f"{name}: has {data.count(mark)} places for {mark.decode()!r} (one is needed)")
    return data.replace(mark, value)
