"""What commands do with a squad: export it, show it and check it."""

from __future__ import annotations


def is_squad(path: str) -> bool:
    """Tell whether the file *path* is the document of a squad."""
    from workout_core.documents.top import is_squad as says_so

    return says_so(path)
