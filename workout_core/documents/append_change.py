"""One more change at the end of a plan's text; every other letter of it stays, comments and all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from workout_core.budget import Budget
from workout_core.documents.tree import MappingNode, Node, ScalarNode, TreeError
from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext

CHANGES: Final = "changes"
_MARK: Final = "\ufeff"
_Values: TypeAlias = Any
"""What a document says, without where it says it: texts, lists and dictionaries."""


def with_change(text: str, change: Mapping[str, str], *, is_json: bool = False) -> str:
    """Return *text*, a plan in YAML or JSON, with *change* as the last of its changes.

    Args:
        text: of the document; it has been read, so that it is one.
        change: keys and values: ``{"move": "1/mon/easy", "to": "2026-08-04"}``.
        is_json: whether it is JSON.

    Raises:
        InvalidWorkout: its changes are written in a way that has no end to append to.
    """
    if is_json:
        from workout_core.documents.append_json import appended_to_json as candidates  # noqa: PLC0415 - who edits pays
    else:
        from workout_core.documents.append_yaml import appended_to_yaml as candidates  # noqa: PLC0415 - the same

    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    wanted = _changed(_values(text, is_json=is_json), change)
    for made in candidates(text, CHANGES, change):
        if wanted is not None and _values(made, is_json=is_json) == wanted:
            return mark + made
    raise InvalidWorkout(
        gettext(
            "'{key}:' is not a list that is written there, and nothing can be added to it",
            key=CHANGES,
        )
    )


def _changed(document: _Values, change: Mapping[str, str]) -> _Values | None:
    """Return what *document* says with one more *change*; nothing if it has no list of them."""
    changes = document.get(CHANGES) or []
    if not isinstance(changes, list):
        return None
    return document | {CHANGES: [*changes, dict(change)]}


def _values(text: str, *, is_json: bool) -> _Values | None:
    """Return what *text* says; nothing if it cannot be read."""
    from workout_core.documents.json_tree import read_json  # noqa: PLC0415 - only who edits pays
    from workout_core.documents.yaml_tree import read_yaml  # noqa: PLC0415 - the same

    try:
        return _plain(read_json(text, Budget()) if is_json else read_yaml(text, Budget()))
    except TreeError:
        return None


def _plain(node: Node) -> _Values:
    if isinstance(node, ScalarNode):
        # a block of text at the very end of a file gets the end of its line when something follows
        return None if node.absent else node.text.rstrip("\n")
    if isinstance(node, MappingNode):
        return {key.text: _plain(value) for key, value in node.pairs}
    return [_plain(item) for item in node.items]
