"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, cast


class _LazyPattern:
    """Stands for a compiled pattern, and takes over each of its methods when that is first called.

    Compiling the patterns of the notation takes longer than reading a workout, which uses a few of them.
    """

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)  # found here from now on, as quickly as at a compiled pattern
        return method


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what :func:`re.compile` returns, but for the compiling, which waits for the first use."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))


_CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_NONCHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
NO_CHARACTER: Final = lazy_pattern(f"[{_CONTROLS}{_NONCHARACTERS}]")
"""What HTML forbids: controls but for tabs and line feeds, halves of surrogate pairs, noncharacters."""
OBEYED: Final = lazy_pattern(
    f"[{_CONTROLS}\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb{_NONCHARACTERS}]"
)
"""What a terminal would obey instead of showing it: the same, and what turns the direction of writing."""
