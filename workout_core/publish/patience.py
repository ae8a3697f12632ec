"""How fast a service is asked, and how long one waits for it: so many requests a second, then backing off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from time import monotonic, sleep
from typing import Final

from attrs import define, field

TRIES: Final = 5
"""How often a request is sent at most."""
LONGEST: Final = 120
"""Seconds; a service that asks for more is asked again another day."""
_FIRST: Final = 1.0
"""Seconds of the first wait; each is twice as long as the one before."""


def _now() -> float:
    return monotonic()


def _wait(seconds: float) -> None:
    sleep(seconds)


@define
class Patience:
    """Waits between requests, and before one that is sent again.

    Attributes:
        apart: seconds from one request to the next, at least.
        now: a clock that only runs forward, in seconds.
        wait: waits for so many seconds.
    """

    apart: float
    now: Callable[[], float] = _now
    wait: Callable[[float], None] = _wait
    _last: float | None = field(default=None, init=False)

    def before_asking(self) -> None:
        """Wait until the next request may be sent."""
        now = self.now()
        if self._last is not None and (left := self._last + self.apart - now) > 0:
            self.wait(left)
            now += left
        self._last = now

    def before_again(self, tries: int, headers: Mapping[str, str]) -> float | None:
        """Return the seconds to wait before a request is sent again; None where that is hopeless.

        Args:
            tries: how often it was sent.
            headers: of the answer, by small letters, if there was one; ``retry-after`` is heeded.
        """
        if tries >= TRIES:
            return None
        asked = _asked_for(headers)
        seconds = _FIRST * 2 ** (tries - 1) if asked is None else asked
        return seconds if seconds <= LONGEST else None


def _asked_for(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that an answer asks for: a number, or a date (RFC 9110 10.2.3) by its own clock."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        later, now = (parsedate_to_datetime(each) for each in (text, headers.get("date", "")))
        return max((later - now).total_seconds(), 0)
    except (ValueError, TypeError):
        return None
