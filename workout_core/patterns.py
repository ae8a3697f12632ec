"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


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
