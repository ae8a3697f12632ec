"""Subjects of which plugins may change what they like, because others get their own."""

from __future__ import annotations

import pickle
from typing import TypeVar

Subject = TypeVar("Subject")


def copied(subject: Subject) -> Subject:
    """Return *subject*, a workout or a plan, anew in all its parts, in half the time of a deep copy."""
    made: Subject = pickle.loads(pickle.dumps(subject, pickle.HIGHEST_PROTOCOL))  # noqa: S301 - our own bytes
    return made
