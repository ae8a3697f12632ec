"""A file that replaces one which people have read before: what both have in common, and what changed."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from workout_core.model.value_object import ValueObject


@frozen(kw_only=True)
class RevisionContext:
    """What an exporter that revises may want to know.

    Attributes:
        now: the clock.
    """

    now: datetime


@frozen(kw_only=True, eq=False, repr=False)
class Revision(ValueObject):
    """A file as it is published after an earlier one.

    Attributes:
        data: its bytes.
        kept: how many entries say what they said.
        changed: how many say something else.
        added: how many were not there.
        removed: how many are there no more.
        renamed: what the identity of an entry was made of, and is made of now
            (:func:`~workout_core.identity_text`), where only that has changed; empty where it is not told.
    """

    data: bytes
    kept: int = 0
    changed: int = 0
    added: int = 0
    removed: int = 0
    renamed: tuple[tuple[str, str], ...] = ()
