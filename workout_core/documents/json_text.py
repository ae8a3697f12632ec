"""JSON values → JSON text, as ``json.dumps`` with an indent writes it, in half the time."""

from __future__ import annotations

import json
from collections.abc import Callable
from json.encoder import encode_basestring
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from workout_core.documents.kinds import Json

_INDENT: Final = "  "


def json_text(value: Json) -> str:
    """Return *value* as ``json.dumps(value, ensure_ascii=False, indent=2)`` does."""
    return _text(value, "\n")


def _text(value: Json, ends: str) -> str:
    """Return *value* at a depth where *ends* ends a line, the indent of the next one included."""
    write = _LEAVES.get(type(value))
    if write is not None:
        return write(value)
    inside, deeper = ends + _INDENT, f",{ends}{_INDENT}"
    if isinstance(value, dict) and value:
        parts = [f"{encode_basestring(key)}: {_text(each, inside)}" for key, each in value.items()]
        return f"{{{inside}{deeper.join(parts)}{ends}}}"
    if isinstance(value, (list, tuple)) and value:
        return f"[{inside}{deeper.join([_text(each, inside) for each in value])}{ends}]"
    return json.dumps(value, ensure_ascii=False)


def _number(value: float) -> str:
    return repr(value) if isfinite(value) else json.dumps(value)


_LEAVES: Final[MappingProxyType[type, Callable[[Any], str]]] = MappingProxyType(
    {str: encode_basestring, int: repr, float: _number}
)
"""What writes values that hold no others; true, false and null are rare."""
