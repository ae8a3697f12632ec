"""The editor for a file of this machine, as a web application: the page, and a way to the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from secrets import compare_digest
from threading import Event
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from anyio import to_thread
from attrs import asdict
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from workout_core.budget import LARGEST_DOCUMENT, refuse_larger
from workout_core.errors import TooMuchWork, WorkoutError
from workout_core.files.changes import looked_for_changes, told_changes
from workout_core.site.edited_file import EditedFile, FileState, StaleVersion, said
from workout_core.site.serving import FOR_HOSTS, PAGE, for_file

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

FILE: Final = "file"
CHANGES: Final = "file/changes"
_ANY: Final = "*"
_LONGEST_WAIT: Final = 25.0
"""Seconds after which a page that waits for changes is told that there are none, and asks again."""
_LOOKED: Final = 2.0
"""Seconds after which the file is looked at in any case."""
_TYPES: Final = MappingProxyType(
    {
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
    }
)
_EVERY: Final = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "Content-Security-Policy": FOR_HOSTS,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",  # the address of the page is its secret
        "X-Content-Type-Options": "nosniff",
    }
)


class EditServer:
    """An application of ASGI for one file."""

    def __init__(
        self, file: EditedFile, site: Mapping[str, bytes], *, secret: str, host: str, ending: Event
    ) -> None:
        """Serve the editor for *file*; :func:`app` says what the others are."""
        self._file = file
        self._site = {**site, "": for_file(site[PAGE])}
        self._secret = secret.encode()
        self._host = host
        self._ending = ending
        self._do: Mapping[tuple[str, str], Callable[[Request], Any]] = {
            ("GET", FILE): self._get,
            ("PUT", FILE): self._put,
            ("POST", FILE): self._keep,
            ("GET", CHANGES): self._changes,
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive)
        response = await self._answer(request)
        response.headers.update(_EVERY)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        _, secret, name = (*request.url.path.split("/", 2), "", "")[:3]
        if not compare_digest(secret.encode(), self._secret) or request.url.path == f"/{secret}":
            return Response("not found\n", 404)
        if not self._is_from_here(request):
            return Response("only this page may ask\n", 403)
        if (do := self._do.get((request.method, name))) is not None:
            return await self._done(do, request)
        if request.method != "GET" or name == FILE:
            return Response("not allowed\n", 405)
        if (data := self._site.get(name)) is None:
            return Response("not found\n", 404)
        kind = _TYPES.get(PurePosixPath(name or PAGE).suffix, "application/octet-stream")
        return Response(data, media_type=None, headers={"Content-Type": kind})

    def _is_from_here(self, request: Request) -> bool:
        """Tell whether a page of ours asks: of no other site, and of no name that leads here, too."""
        origin = request.headers.get("origin")
        return request.headers.get("host") == self._host and origin in (None, f"http://{self._host}")

    async def _done(self, do: Callable[[Request], Any], request: Request) -> Response:
        try:
            response: Response = await do(request)
        except TooMuchWork as error:
            return JSONResponse({"problem": said(error)}, 413)
        except StaleVersion:
            return _told(await to_thread.run_sync(self._file.look), 412)
        except (WorkoutError, OSError) as error:
            return JSONResponse({"problem": said(error)}, 409)
        return response

    async def _get(self, _request: Request) -> Response:
        return _told(await to_thread.run_sync(self._file.look))

    async def _put(self, request: Request) -> Response:
        version = request.headers.get("if-match")
        if version is None:
            return JSONResponse({"problem": "If-Match is needed"}, 428)
        data = await _body(request)
        if version == _ANY:
            kept = await to_thread.run_sync(self._file.replace, data)
            return _told(await to_thread.run_sync(self._file.look), kept=kept)
        return _told(await to_thread.run_sync(self._file.save, data, version.strip('"')))

    async def _keep(self, request: Request) -> Response:
        data = await _body(request)
        return JSONResponse({"kept": await to_thread.run_sync(self._file.keep, data)})

    async def _changes(self, request: Request) -> Response:
        known = request.headers.get("if-none-match", "").strip('"')
        state = await to_thread.run_sync(self._other_than, known, abandon_on_cancel=True)
        return Response(status_code=204) if state is None else _told(state)

    def _other_than(self, known: str) -> FileState | None:
        """Wait until the state of the file is not *known*, and return it; None if that takes too long."""
        until = monotonic() + _LONGEST_WAIT
        for wait in (told_changes, looked_for_changes):
            try:
                for _ in wait(self._file.folders, self._ending, _LOOKED):
                    if (state := self._file.look()).tag != known:
                        return state
                    if monotonic() > until:
                        return None
            except (OSError, RuntimeError):  # the system does not tell changes here
                continue
            break
        return None


def _told(state: FileState, status: int = 200, *, kept: str = "") -> Response:
    return JSONResponse({**asdict(state), "tag": state.tag, "kept": kept}, status)


async def _body(request: Request) -> bytes:
    """Return what a page sends.

    Raises:
        TooMuchWork: it is larger than any document; the rest is not read.
    """
    parts, size = [], 0
    async for part in request.stream():
        parts.append(part)
        size += len(part)
        if size > LARGEST_DOCUMENT:
            break
    data = b"".join(parts)
    refuse_larger(data)
    return data


def app(
    file: EditedFile, site: Mapping[str, bytes], *, secret: str, host: str, ending: Event | None = None
) -> Starlette:
    """Return the application that serves the editor for a file.

    Args:
        file: the document.
        site: the files of the page, by their names.
        secret: the folder that everything is in; who does not know it gets nothing.
        host: the name and the port that the page has: ``127.0.0.1:8000``.
        ending: once it is set, nothing waits any more.
    """
    application = Starlette()
    application.router.redirect_slashes = False
    application.router.default = EditServer(file, site, secret=secret, host=host, ending=ending or Event())
    return application
