"""What is told of a request: enough to see who has trouble, and no secret."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from workout_core.errors import say_error

Tell = Callable[[Mapping[str, Any]], object]
"""Takes an entry of the log, whose values JSON holds."""
_LONGEST: Final = 200
_LONGEST_METHOD: Final = 20
_SECRETS: Final = (
    (re.compile(r"(?<=/f/)[^/]*?(?=\.ics$|/|$)"), "*"),
    # wherever a token was pasted, and some of its digits were lost
    (re.compile(r"[0-9A-Fa-f]{12,}"), "*"),
)


def redacted(path: str) -> str:
    """Return *path* without what is, or might be, a token or a part of one."""
    for secret, mark in _SECRETS:
        path = secret.sub(mark, path)
    return path[:_LONGEST]


def moment() -> str:
    """Return the present as logs have it, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def access_entry(
    scope: Mapping[str, Any], *, agent: bytes, status: int, size: int, seconds: float, token: str
) -> dict[str, Any]:
    """Return the entry of a request.

    Neither the query nor the page that a link was on is in it: either may hold a token.

    Args:
        scope: of ASGI.
        agent: what the client calls itself.
        status: of the answer.
        size: of its body, in bytes.
        seconds: that it took to make.
        token: the id of the token that opened the file, if one did.
    """
    client = scope.get("client") or ("",)
    entry = {
        "time": moment(),
        "client": str(client[0])[:_LONGEST],
        "method": scope["method"][:_LONGEST_METHOD],
        "path": redacted(scope["path"]),
        "status": status,
        "bytes": size,
        "ms": round(seconds * 1000, 2),
        "agent": agent.decode("latin-1")[:_LONGEST],
    }
    return entry | ({"token": token} if token else {})


def trouble_entry(what: str, where: str, error: BaseException) -> dict[str, Any]:
    """Return the entry of something that went wrong.

    Args:
        what: happened.
        where: to which folder or file, or at which address.
        error: why.
    """
    return {"time": moment(), "event": what, "where": where, "error": say_error(error)}
