"""What a kind of value is called in messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from workout_core.errors import shown
from workout_core.languages import gettext

What: TypeAlias = str | Callable[[], str]
"""Such as ``a time zone``: a message of the catalogue, or what says one."""


def say_what(what: What) -> str:
    """Say what a value is called."""
    return gettext(what) if isinstance(what, str) else what()


def say_is_not(text: str, what: What, hint: str) -> str:
    """Say that *text* is none of what is wanted, with a *hint* of what would be."""
    return gettext("{text} is not {what} ({hint})", text=shown(text), what=say_what(what), hint=hint)
