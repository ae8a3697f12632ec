"""What is done to something of a plan that others keep: a calendar on a server, a service, a watch."""

from __future__ import annotations

from enum import Enum


class Doing(Enum):
    """What is done to it; the value is the word that tells it."""

    CREATE = "created"
    REPLACE = "changed"
    REMOVE = "removed"
