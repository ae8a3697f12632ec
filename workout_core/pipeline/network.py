"""What a network says when it fails, and what servers answer, in words."""

from __future__ import annotations

from http.client import responses

from workout_core.errors import say_error


def network_reason(error: BaseException) -> str:
    """Say what a failure goes back to: what the operating system said, below what libraries made of it."""
    deepest = error
    while (before := deepest.__cause__ or deepest.__context__) is not None:
        deepest = before
    said = getattr(deepest, "strerror", None)
    return said if isinstance(said, str) else say_error(deepest)


def status_words(code: int) -> str:
    """Say the status of an answer: ``404 Not Found``."""
    return " ".join(filter(None, (str(code), responses.get(code))))
