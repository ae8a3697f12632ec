"""Who is who: identities that no clock, date or edit changes."""

from __future__ import annotations

import unicodedata
from importlib import import_module
from typing import TYPE_CHECKING, Final
from uuid import UUID

if TYPE_CHECKING:
    from workout_core.model.plan import Plan, Session
    from workout_core.model.workout import Workout

NAMESPACE: Final = UUID("0f8dd5d2-6c4e-5f57-9a8e-6d8f3f5b7c31")


def _identity(*parts: str) -> UUID:
    text = "\n".join(unicodedata.normalize("NFC", part) for part in parts)
    return name_based(NAMESPACE, text)


def name_based(namespace: UUID, name: str) -> UUID:
    """Return what :func:`uuid.uuid5` returns (RFC 9562, version 5).

    That function asks hashlib, and so OpenSSL, whose loading takes longer than writing a workout.
    """
    try:
        sha1 = import_module("_sha1").sha1
    except ImportError:  # Python may be built without it
        sha1 = import_module("hashlib").sha1
    return UUID(bytes=sha1(namespace.bytes + name.encode()).digest()[:16], version=5)


def workout_identity(workout: Workout) -> UUID:
    """Return the identity of a workout on its own: of its id, or else of its name."""
    return _identity("workout", workout.id or workout.name)


def plan_identity(plan: Plan) -> UUID:
    """Return the identity of a plan: of its id, or else of its name."""
    return _identity("plan", plan.id or plan.name)


def session_identity(plan: Plan, session: Session) -> UUID:
    """Return the identity of a session: of its plan and its slot, never of its date.

    Where plans lie over each other, that is the plan it comes from.
    """
    return _identity("session", identity_text(plan, session))


def identity_text(plan: Plan, session: Session) -> str:
    """Return what the identity of a session is made of: its plan's id or name, and below it its slot."""
    return f"{session.plan or plan.id or plan.name}\n{session.slot}"
