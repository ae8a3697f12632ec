"""One more change at the end of a plan's text; every other letter of it stays, comments and all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from workout_core.documents.yaml_spans import Mark, Marked, marked
from workout_core.errors import InvalidWorkout
from workout_core.patterns import lazy_pattern

CHANGES: Final = "changes"
_PLAIN: Final = lazy_pattern(r"-?[^\W_](?:[\w/.+-]|[ :](?=[\w/+-]))*")
"""What needs no quotes inside braces."""
_WORDS: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_NOTHING: Final = ("", "~", "null")
_FIRST_KEY: Final = lazy_pattern(r'\{(\s*)"')


def with_change(text: str, change: Mapping[str, str], *, is_json: bool = False) -> str:
    """Return *text*, a plan in YAML or JSON, with *change* as the last of its changes.

    Args:
        text: of the document; it has been read, so that it is one.
        change: keys and values: ``{"move": "1/mon/easy", "to": "2026-08-04"}``.
        is_json: whether it is JSON.

    Raises:
        InvalidWorkout: its changes are written in a way that has no end to append to.
    """
    return _in_json(text, change) if is_json else _in_yaml(text, change)


def _in_json(text: str, change: Mapping[str, str]) -> str:
    written = json.dumps(dict(change), ensure_ascii=False)
    document: dict[str, Any] = json.loads(text.removeprefix("\ufeff"))
    if CHANGES in document and (list(document)[-1] != CHANGES or not isinstance(document[CHANGES], list)):
        document[CHANGES] = [*(document.get(CHANGES) or []), dict(change)]
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    end = len(text.rstrip().removesuffix("}").rstrip())
    if CHANGES not in document:
        first = _FIRST_KEY.search(text)
        space = first[1] if first else ""
        return f'{text[:end]},{space or " "}"{CHANGES}": [{written}]{text[end:]}'
    end = len(text[:end].removesuffix("]").rstrip())
    return f"{text[:end]}{', ' if document[CHANGES] else ''}{written}{text[end:]}"


def _in_yaml(text: str, change: Mapping[str, str]) -> str:
    root, end = marked(text)
    written = "{" + ", ".join(f"{name}: {_scalar(value)}" for name, value in change.items()) + "}"
    pairs = list(zip(root.inside[::2], root.inside[1::2], strict=True))
    key, value = next(((key, value) for key, value in pairs if key.text == CHANGES), (None, None))
    if key is None or value is None:
        listed = f"{CHANGES}: [{written}]"
        return _in_flow(text, root, listed) if root.is_flow else _at_end(text, root, end, written)
    if value.is_list and value.is_flow:
        return _in_flow(text, value, written)
    if value.is_list:
        return _on_a_line(text, _last_line(value, text), _dash(value, text), written)
    if value.is_plain and value.text in _NOTHING:
        if root.is_flow:
            return f"{text[: value.start.index]}[{written}]{text[value.end.index :]}"
        emptied = text[: value.start.index].rstrip(" ") + text[value.end.index :] if value.text else text
        return _on_a_line(emptied, key.end.line, key.start.column + 2, written)
    raise InvalidWorkout(f"'{CHANGES}:' is not a list that is written there, and nothing can be added to it")


def _scalar(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _in_flow(text: str, collection: Marked, written: str) -> str:
    """Add *written* right behind the last thing in brackets or braces, before any comment on it."""
    if not collection.inside:
        at = collection.end.index - 1
        return f"{text[:at]}{written}{text[at:]}"
    at = collection.inside[-1].end.index
    return f"{text[:at]}, {written}{text[at:]}"


def _at_end(text: str, root: Marked, end: Mark | None, written: str) -> str:
    """Add the list behind the last line of the document, before the mark of its end if there is one."""
    ending = "\r\n" if "\r\n" in text else "\n"
    at = end.index if end else len(text)
    indent = " " * root.start.column
    gap = "" if text[:at].endswith(("\n", "\r")) else ending
    return f"{text[:at]}{gap}{indent}{CHANGES}:{ending}{indent}  - {written}{ending}{text[at:]}"


def _on_a_line(text: str, line: int, column: int, written: str) -> str:
    """Add an item behind *line*, counted from 0, and the comments on it; its dash in *column*."""
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    line = min(line, len(lines) - 1)
    if not lines[line].endswith(("\n", "\r")):
        lines[line] += ending
    while line + 1 < len(lines) and _is_remark(lines[line + 1], column):
        line += 1
    lines.insert(line + 1, f"{' ' * column}- {written}{ending}")
    return "".join(lines)


def _is_remark(line: str, column: int) -> bool:
    """Tell whether *line* is a comment that is indented below an item whose dash is in *column*."""
    return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) > column


def _dash(value: Marked, text: str) -> int:
    """Return the column of the dash before the first item."""
    first = value.inside[0].start
    begins = text.rfind("\n", 0, first.index) + 1
    return text.rfind("-", begins, first.index) - begins


def _last_line(value: Marked, text: str) -> int:
    """Return the line in which the last value inside *value* ends: blocks end behind their comments."""
    node = value
    while node.inside and not node.is_flow:
        node = node.inside[-1]
    # a block of text ends where the next thing begins
    if not node.is_block_text:
        return int(node.end.line)
    return len(text[: node.end.index].removesuffix("\n").split("\n")) - 1
