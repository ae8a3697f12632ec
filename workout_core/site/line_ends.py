"""A text that was edited, as the bytes of its file: what was not changed there is as it was."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile
from operator import eq
from typing import Final

_END: Final = re.compile(r"(\r\n|\n|\r)")
_UNIX: Final = "\n"


def with_unix_ends(text: str) -> str:
    """Return *text* as an editor holds it, which ends every line alike."""
    return _END.sub(_UNIX, text)


def bytes_like(before: bytes, text: str) -> bytes:
    """Return *text* as UTF-8 with the byte order mark and the line ends of the file that it comes from.

    Lines before and after what was changed keep the ends that they have. New ones end as most of the others.
    Only a carriage return alone is written as a line feed: before another end it would be a part of it.

    Args:
        before: what the file held, in UTF-8.
        text: with Unix line ends.
    """
    mark = BOM_UTF8 if before.startswith(BOM_UTF8) else b""
    parts = _END.split(before.removeprefix(BOM_UTF8).decode())
    old, ends = parts[::2], [_UNIX if end == "\r" else end for end in parts[1::2]]
    new = text.split(_UNIX)
    shorter = min(len(old), len(new))
    head = _alike(zip(old, new, strict=False))
    tail = min(_alike(zip(reversed(old), reversed(new), strict=False)), shorter - head)
    usual = Counter(ends).most_common(1)[0][0] if ends else _UNIX
    kept_before = ends[:head]
    kept_after = ends[len(old) - tail :] if tail else []
    between = len(new) - 1 - len(kept_before) - len(kept_after)
    new_ends = [*kept_before, *[usual] * between, *kept_after][: len(new) - 1]
    written = "".join(line + end for line, end in zip(new, [*new_ends, ""], strict=True))
    return mark + written.encode()


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: eq(*pair), pairs))
