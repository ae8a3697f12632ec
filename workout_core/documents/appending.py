"""One more change at the end of a plan's text; every other letter of it stays, comments and all."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from workout_core.errors import InvalidWorkout

CHANGES: Final = "changes"
_PLAIN: Final = re.compile(r"-?[^\W_](?:[\w/.+-]|[ :](?=[\w/+-]))*")
"""What needs no quotes inside braces."""
_WORDS: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_LAST_LIST: Final = re.compile(r"\s*\]\s*\}\s*$")
_LAST_BRACE: Final = re.compile(r"\s*\}\s*$")
_FIRST_KEY: Final = re.compile(r'\{(\s*)"')


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
    document = json.loads(text.removeprefix("\ufeff"))
    names = list(document)
    if CHANGES not in names:
        end = _end(_LAST_BRACE, text)
        first = _FIRST_KEY.search(text)
        space = first[1] if first else ""
        return f'{text[:end]},{space or " "}"{CHANGES}": [{written}]{text[end:]}'
    if names[-1] != CHANGES or not isinstance(document[CHANGES], list):
        document[CHANGES] = [*(document.get(CHANGES) or []), dict(change)]
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    end = _end(_LAST_LIST, text)
    return f"{text[:end]}{', ' if document[CHANGES] else ''}{written}{text[end:]}"


def _end(pattern: re.Pattern[str], text: str) -> int:
    """Return where *pattern* begins, which every text that has been read as JSON ends with."""
    return next(found.start() for found in pattern.finditer(text))


def _in_yaml(text: str, change: Mapping[str, str]) -> str:
    import yaml  # noqa: PLC0415 - only who edits YAML pays

    root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    written = ", ".join(f"{name}: {_scalar(value)}" for name, value in change.items())
    pairs = {key.value: (key, value) for key, value in root.value}
    key, value = pairs.get(CHANGES, (None, None))
    if root.flow_style:
        listed = f", {CHANGES}: [{{{written}}}]"
        return (
            _inserted(text, root.end_mark.index - 1, listed)
            if value is None
            else _in_flow(text, value, written)
        )
    if value is None:
        return _at_the_end(text, root, written)
    if isinstance(value, yaml.SequenceNode) and value.flow_style:
        return _in_flow(text, value, written)
    if isinstance(value, yaml.SequenceNode):
        return _on_a_line(text, _last(value).end_mark.line, value.start_mark.column, written)
    if isinstance(value, yaml.ScalarNode) and not value.value:
        return _on_a_line(text, key.end_mark.line, key.start_mark.column + 2, written)
    raise InvalidWorkout(f"'{CHANGES}:' is not a list, and nothing can be added to it")


def _scalar(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _in_flow(text: str, sequence: Any, written: str) -> str:
    comma = ", " if sequence.value else ""
    return _inserted(text, sequence.end_mark.index - 1, f"{comma}{{{written}}}")


def _inserted(text: str, index: int, more: str) -> str:
    before = text[:index].rstrip()
    return f"{before.removesuffix(',') if more.startswith(',') else before}{more}{text[len(before) :]}"


def _at_the_end(text: str, root: Any, written: str) -> str:
    """Add the list behind the last line of the document, before the mark of its end if there is one."""
    ending = "\r\n" if "\r\n" in text else "\n"
    mark = re.compile(r"^\.\.\.", re.MULTILINE).search(text, root.end_mark.index)
    end = mark.start() if mark else len(text)
    indent = " " * root.start_mark.column
    gap = "" if text[:end].endswith(("\n", "\r")) else ending
    added = f"{gap}{indent}{CHANGES}:{ending}{indent}  - {{{written}}}{ending}"
    return f"{text[:end]}{added}{text[end:]}"


def _on_a_line(text: str, line: int, column: int, written: str) -> str:
    """Add an item behind *line*, counted from 0, its dash in *column*."""
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if not lines[line].endswith(("\n", "\r")):
        lines[line] += ending
    while line + 1 < len(lines) and _is_remark(lines[line + 1], column):
        line += 1
    lines.insert(line + 1, f"{' ' * column}- {{{written}}}{ending}")
    return "".join(lines)


def _is_remark(line: str, column: int) -> bool:
    """Tell whether *line* is a comment that is indented below an item whose dash is in *column*."""
    return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) > column


def _last(node: Any) -> Any:
    """Return the last value inside *node* that is no block: blocks end behind the comments after them."""
    while isinstance(node.value, list) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node
