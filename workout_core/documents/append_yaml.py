"""Where one more change can stand in a plan in YAML, the best place first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from workout_core.documents.tree import YAML_BREAK
from workout_core.documents.yaml_spans import Mark, Marked, marked
from workout_core.patterns import lazy_pattern

_PLAIN: Final = lazy_pattern(r"-?[^\W_](?:[\w/.+-]|[ :](?=[\w/+-]))*")
"""What needs no quotes inside braces."""
_WORDS: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_NOTHING: Final = ("", "~", "null")
_IN_LINE: Final = "[^\r\n\x85\u2028\u2029]*"
_REST_OF_LINE: Final = lazy_pattern(f"{_IN_LINE}(?:{YAML_BREAK.pattern})?")
_REMARK: Final = lazy_pattern(r"([ \t]*)#")
_TO_THE_DASH: Final = lazy_pattern(rf"(?:&\S+)?(?:\s|#{_IN_LINE})*+(?=-)")


def appended_to_yaml(text: str, name: str, change: Mapping[str, str]) -> Iterator[str]:
    """Yield *text*, which can be read, with one more *change* in its list *name*, in different places.

    Not all of them can be read: who knows what stands there must try.
    """
    root, end = marked(text)
    written = "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in change.items()) + "}"
    pairs = list(zip(root.inside[::2], root.inside[1::2], strict=True))
    key, value = next(((key, value) for key, value in pairs if key.text == name), (None, None))
    if key is None or value is None:
        listed = f"{name}: [{written}]"
        yield _in_flow(text, root, listed) if root.is_flow else _at_end(text, root, end, (name, written))
    elif value.is_list and value.is_flow:
        yield _in_flow(text, value, written)
    elif value.is_list:
        yield _on_a_line(text, _end_of(value), _column_of_dashes(text, value), written)
    elif value.is_plain and value.text in _NOTHING:
        yield from _for_nothing(text, (root, key, value), written)


def _scalar(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _ending(text: str) -> str:
    found = YAML_BREAK.search(text)
    return found[0] if found and found[0] in ("\r\n", "\r") else "\n"


def _at_end(text: str, root: Marked, end: Mark | None, pair: tuple[str, str]) -> str:
    """Add the list behind the last line of the document, before the mark of its end if there is one."""
    name, written = pair
    first = root.inside[0].start
    column = first.column if root.start.line < first.line else root.start.column
    ending, indent = _ending(text), " " * column
    at = end.index if end else len(text)
    gap = "" if _ends_a_line(text[:at]) else ending
    return f"{text[:at]}{gap}{indent}{name}:{ending}{indent}  - {written}{ending}{text[at:]}"


def _ends_a_line(text: str) -> bool:
    return not text or YAML_BREAK.fullmatch(text[-1]) is not None


def _in_flow(text: str, collection: Marked, written: str) -> str:
    """Add *written* right behind the last thing in brackets or braces, before any comment on it."""
    if not collection.inside:
        at = collection.end.index - 1
        return f"{text[:at]}{written}{text[at:]}"
    at = collection.inside[-1].end.index
    return f"{text[:at]}, {written}{text[at:]}"


def _for_nothing(text: str, parts: tuple[Marked, Marked, Marked], written: str) -> Iterator[str]:
    """Add the list where nothing is the value of the key: below it, or in the place of the word."""
    root, key, value = parts
    before, after = text[: value.end.index - len(value.text)], text[value.end.index :]
    if not root.is_flow and value.end.line == key.end.line:
        kept = before.rstrip(" ") if value.text else before
        yield _on_a_line(kept + after, len(kept), key.start.column + 2, written)
    space = "" if before.endswith((" ", "\n", "\r")) else " "
    yield f"{before}{space}[{written}]{after}"


def _on_a_line(text: str, at: int, column: int, written: str) -> str:
    """Add an item behind the line of *at*, and the comments on it; its dash in *column*."""
    ending = _ending(text)
    if not _ends_a_line(text[:at]):
        at = _next_line(text, at)
    while (remark := _REMARK.match(text, at)) and len(remark[1]) > column:
        at = _next_line(text, at)
    gap = "" if _ends_a_line(text[:at]) else ending
    return f"{text[:at]}{gap}{' ' * column}- {written}{ending}{text[at:]}"


def _next_line(text: str, at: int) -> int:
    found = _REST_OF_LINE.match(text, at)
    return found.end() if found else len(text)


def _column_of_dashes(text: str, value: Marked) -> int:
    """Return the column of the dashes before the items; an anchor stands before the first."""
    found = _TO_THE_DASH.match(text, value.start.index)
    dash = found.end() if found else value.start.index
    before = list(YAML_BREAK.finditer(text, 0, dash))
    return dash - (before[-1].end() if before else 0)


def _end_of(value: Marked) -> int:
    """Return where the last value inside *value* ends: blocks end behind their comments."""
    node = value
    while node.inside and not node.is_flow:
        node = node.inside[-1]
    return int(node.end.index)
