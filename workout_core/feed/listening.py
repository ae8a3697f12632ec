"""An application on a port, by uvicorn: it waits for nobody for ever, and ends when it has answered."""

from __future__ import annotations

import errno
import logging
import os
import signal
import socket
from asyncio import AbstractEventLoop, BaseTransport, Protocol, TimerHandle, Transport
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING, Any, Final

from workout_core.feed.access import Tell, moment

if TYPE_CHECKING:
    import uvicorn
    from starlette.applications import Starlette

NEEDED: Final = ("starlette", "uvicorn", "watchfiles")
"""The packages of the extra."""
MOST_CONNECTIONS: Final = 800
"""At once; who comes after is told to come again. Systems give a process 1,024 files."""
_HEADERS: Final = 20.0
"""Seconds in which a request has to be made."""
_LONGEST_HEAD: Final = 1 << 16
"""Bytes that a request may have before it is whole; uvicorn with httptools takes any number."""
_IDLE: Final = 15
"""Seconds for which a connection is kept between two requests."""
_DRAIN: Final = 10
"""Seconds in which what is being answered is finished when the server ends."""
_WAITING: Final = 1024


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        OSError: the address is taken, is not of this machine, or is not allowed.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_WAITING)
    except OverflowError:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), f"{host}:{port}") from None
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise OSError(error.errno, reason, f"{host}:{port}") from None


def listen(
    application: Starlette,
    listening: socket.socket,
    *,
    trusted: Sequence[str],
    tell: Tell,
    ending: Event | None = None,
) -> None:
    """Serve until the process is asked to end (SIGTERM), or interrupted.

    Args:
        application: what answers.
        listening: a socket that listens.
        trusted: addresses and networks of proxies whose word is taken for who asks; of nobody if there are
            none.
        tell: takes the entries of the log.
        ending: is set before what is being answered is waited for, so that no answer waits any longer.

    Raises:
        KeyboardInterrupt: somebody pressed Ctrl-C; what was being answered is finished.
    """
    import uvicorn  # noqa: PLC0415 - only who serves pays
    from uvicorn.protocols.http.auto import AutoHTTPProtocol  # noqa: PLC0415 - the same

    config = uvicorn.Config(
        application,
        http=type("ImpatientProtocol", (Impatience, AutoHTTPProtocol), {}),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(trusted),
        forwarded_allow_ips=list(trusted),
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=_DRAIN,
    )
    with _ends_on_request(), _warnings_told(tell):
        _server(config, ending or Event()).run(sockets=[listening])


def _server(config: uvicorn.Config, ending: Event) -> uvicorn.Server:
    """Return a server that says when it is about to end."""
    import uvicorn  # noqa: PLC0415 - only who serves pays

    class EndingServer(uvicorn.Server):
        """Sets the event, and ends."""

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            """End, as soon as what is being answered is."""
            ending.set()
            await super().shutdown(sockets)

    return EndingServer(config)


@contextmanager
def _ends_on_request() -> Iterator[None]:
    """End as asked when SIGTERM comes: uvicorn drains, and then raises the signal again for us."""
    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _warnings_told(tell: Tell) -> Iterator[None]:
    """Put what uvicorn warns of into the log."""
    logger, handler = logging.getLogger("uvicorn"), _UvicornWarnings(tell)
    before = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.level, logger.propagate = before


class _UvicornWarnings(logging.Handler):
    """Turns what is logged into entries."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Tell a record."""
        self._tell({"time": moment(), "event": record.levelname.lower(), "error": record.getMessage()})


class Impatience(Protocol):
    """Closes a connection on which nothing was asked for some time, or too much before anything was.

    It stands before a protocol of uvicorn, which waits for the rest of a request for ever.
    """

    cycle: Any = None
    loop: AbstractEventLoop
    transport: Transport
    _timer: TimerHandle | None = None
    _unasked = 0

    def connection_made(self, transport: BaseTransport) -> None:
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._arm()

    def data_received(self, data: bytes) -> None:
        """Take a part of a request, and wait for the rest of it."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._disarm()
            self._unasked = 0
        elif not self.transport.is_closing():
            self._arm()
            self._unasked += len(data)
            if self._unasked > _LONGEST_HEAD:
                self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._disarm()
        super().connection_lost(exc)

    def _arm(self) -> None:
        if self._timer is None:
            self._timer = self.loop.call_later(_HEADERS, self.transport.close)

    def _disarm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
