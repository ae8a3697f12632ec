"""A disk on which one operation fails, or is the last before the plug is pulled."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from workout_core.files import disk

OPERATIONS = (
    "create",
    "rename",
    "remove",
    "make_folder",
    "remove_folder",
    "sync_file",
    "sync_folder",
    "write_into",
)


class Killed(BaseException):
    """The process is gone: nothing that it would still do happens."""


@contextmanager
def operations(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Note every operation."""
    done: list[str] = []
    with monkeypatch.context() as patch:
        for name in OPERATIONS:
            patch.setattr(disk, name, _noted(done, name, getattr(disk, name)))
        yield done


def _noted(done, name, operation):
    def note(*arguments, **named):
        done.append(f"{len(done)}: {name} {arguments[0].name}")
        return operation(*arguments, **named)

    return note


@contextmanager
def with_fault(monkeypatch: pytest.MonkeyPatch, number: int, kind: str) -> Iterator[None]:
    """Let operation *number* fail, or be the one in which the process dies, halfway if it is a write."""
    count = 0
    is_dead = False

    def hit(name, operation):
        def act(path, *rest, **named):
            nonlocal count, is_dead
            if is_dead:
                raise Killed
            count += 1
            if count - 1 != number:
                return operation(path, *rest, **named)
            if kind == "fails":
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
            is_dead = True
            if name == "create":
                path.write_bytes(rest[0][: len(rest[0]) // 2])
            raise Killed

        return act

    with monkeypatch.context() as patch:
        for name in OPERATIONS:
            patch.setattr(disk, name, hit(name, getattr(disk, name)))
        yield
