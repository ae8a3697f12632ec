"""``workout feed serve`` in a process of its own, on a free port of this machine."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import field, frozen

STARTED = "import sys; {patches}; from workout_core.__main__ import main; main()"
SECONDS = 30


@frozen
class Server:
    """A server that runs.

    Attributes:
        process: it.
        port: where it listens.
        err: the file that its log is in.
    """

    process: subprocess.Popen[bytes]
    port: int
    err: Path = field()

    def connected(self) -> socket.socket:
        """Return a connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS)

    def raw(self, request: bytes, *, end: bool = True) -> bytes:
        """Return what comes back for *request* until the server closes."""
        with self.connected() as connection:
            try:
                connection.sendall(request)
                if end:
                    connection.shutdown(socket.SHUT_WR)
                return received(connection)
            except TimeoutError:
                raise
            except OSError:  # it has hung up before
                return b""

    def get(self, path: str, *headers: str) -> bytes:
        """Return what comes back for a request as browsers make it, with its head."""
        lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", *headers, "", ""]
        return self.raw("\r\n".join(lines).encode(), end=False)

    def ended(self, signal: int | None = None) -> int:
        """Send a signal, and return the exit code."""
        if signal is not None:
            self.process.send_signal(signal)
        return self.process.wait(SECONDS)

    def log(self) -> list[dict[str, Any]]:
        """Return the entries of the log."""
        lines = self.err.read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]


def received(connection: socket.socket) -> bytes:
    """Return everything that comes until the other side closes."""
    parts = []
    while part := connection.recv(1 << 16):
        parts.append(part)
    return b"".join(parts)


@contextmanager
def serving(root: Path, *arguments: str, patches: str = "") -> Iterator[Server]:
    """Serve *root* until the block is left.

    Args:
        root: the folder.
        arguments: of the command.
        patches: statements that are run first.
    """
    command = ["feed", "serve", str(root), "--port", "0", *arguments]
    code = STARTED.format(patches=patches or "pass")
    err = root.with_name(f"{root.name}.err")
    with err.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *command], stdout=subprocess.PIPE, stderr=log, env={**os.environ}
        )
    assert process.stdout is not None
    try:
        line = process.stdout.readline().decode()
        assert "http://" in line, err.read_text()
        yield Server(process, int(line.partition("127.0.0.1:")[2].partition("/")[0]), err)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
