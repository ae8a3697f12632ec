"""A calendar on intervals.icu: what is in it, events sent and removed, and files given back.

The key is in the header of each request and nowhere else: no message, log or exception has it. A request may
be sent again: an event that is sent twice is one by its uid, or becomes one the next time.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from http import HTTPStatus
from typing import Any, Final

from attrs import frozen

from workout_core.errors import shown
from workout_core.pipeline.network import network_reason, status_words
from workout_core.publish.icu_events import KnownEvent, PublishedChange, known_event
from workout_core.publish.patience import Patience

EXTRA: Final = "pip install 'workout-core[icu]'"
SERVICE: Final = "https://intervals.icu"
AT_MOST: Final = 10
"""Requests a second, from one address."""
SECONDS: Final = 30
"""How long to wait for an answer."""
AT_ONCE: Final = 20
"""Events in a request."""
_ME: Final = "/api/v1/athlete/0/events"
"""Athlete 0 is the one whose key it is."""
_USER: Final = "API_KEY"
_DENIED: Final = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_SERVER: Final = 500


class ServiceRefusal(OSError):  # noqa: N818 - it says what is wrong
    """A service cannot be reached, or will not do what it is asked."""


class SessionRefusal(ServiceRefusal):
    """A service will not do what it is asked with some events, which are as they were."""


@frozen
class IcuCalendar:
    """A calendar that is asked with its owner's key."""

    _ask: Callable[..., Any]

    def known(self, first: date, last: date) -> tuple[KnownEvent, ...]:
        """Return the events of plans of ours between two days, both included.

        Raises:
            ServiceRefusal: the service does not tell.
        """
        found = (known_event(each) for each in self._listed(first, last))
        return tuple(each for each in found if each is not None)

    def converted(self, first: date, last: date) -> dict[int, bytes]:
        """Return what the service makes of the events between two days, as FIT files, by their numbers.

        Raises:
            ServiceRefusal: the service does not tell.
        """
        found: dict[int, bytes] = {}
        for each in self._listed(first, last, ext="fit", resolve="true"):
            text = each.get("workout_file_base64") if isinstance(each, dict) else None
            if isinstance(text, str) and isinstance(each.get("id"), int):
                try:
                    found[each["id"]] = b64decode(text, validate=True)
                except ValueError:
                    found[each["id"]] = b""
        return found

    def _listed(self, first: date, last: date, **more: str) -> list[Any]:
        asked = {"oldest": first.isoformat(), "newest": last.isoformat(), **more}
        found = self._ask("GET", _ME, params=asked)
        if not isinstance(found, list):
            raise ServiceRefusal("the service does not answer as intervals.icu does: no list of events")
        return found

    def send(self, changes: Sequence[PublishedChange]) -> None:
        """Create or replace events; those that the service knows by our uid, and new ones, in one request.

        Raises:
            SessionRefusal: the service will not take them.
            ServiceRefusal: it cannot be reached any more.
        """
        whole = [each for each in changes if each.known is None or each.known.keeps_uid]
        if bodies := [each.wanted.sent() for each in whole if each.wanted]:
            self._ask("POST", f"{_ME}/bulk", params={"upsertOnUid": "true"}, body=bodies)
        for each in changes:
            if each.wanted and each.known and not each.known.keeps_uid:
                self._ask("PUT", f"{_ME}/{each.known.number}", body=each.wanted.sent())

    def remove(self, changes: Sequence[PublishedChange]) -> None:
        """Remove events by their numbers.

        Raises:
            SessionRefusal: the service will not.
            ServiceRefusal: it cannot be reached any more.
        """
        numbers = [{"id": each.known.number} for each in changes if each.known]
        self._ask("PUT", f"{_ME}/bulk-delete", body=numbers)


@contextmanager
def open_icu(
    key: str, url: str = SERVICE, *, patience: Patience | None = None, tell: Callable[[str], object] = len
) -> Iterator[IcuCalendar]:
    """Give the calendar of the owner of *key* until the block is left; nothing is asked yet.

    Args:
        key: of the service, letters and digits.
        url: of the service.
        patience: what waits.
        tell: is told what is waited for.

    Raises:
        ServiceRefusal: it can be no key, or the package that asks is not installed.
    """
    if not key.isascii() or not key.isprintable() or not key or " " in key:
        raise ServiceRefusal("this is no key of intervals.icu (copy it from Settings, Developer Settings)")
    with _client(key, url) as client:
        yield IcuCalendar(_Asking(client, url, patience or Patience(1 / AT_MOST), tell))


def asking_package() -> Any:
    """Return the package that asks.

    Raises:
        ServiceRefusal: it is not installed.
    """
    try:
        import httpx  # noqa: PLC0415 - an extra, for those who publish
    except ImportError as error:
        raise ServiceRefusal(f"the package httpx is not installed ({EXTRA})") from error
    return httpx


def _client(key: str, url: str) -> Any:
    """Return a client that goes to no other address by itself."""
    httpx = asking_package()
    return httpx.Client(base_url=url, auth=httpx.BasicAuth(_USER, key), timeout=SECONDS)


@frozen
class _Asking:
    """Asks, and asks again."""

    client: Any
    url: str
    patience: Patience
    tell: Callable[[str], object]

    def __call__(self, method: str, path: str, params: dict[str, str] | None = None, body: Any = None) -> Any:
        """Return the JSON of an answer; None where there is none.

        Raises:
            ServiceRefusal: there is no answer, or a refusal; a :class:`SessionRefusal` if it is of events.
        """
        tries = 0
        while True:
            tries += 1
            answer, problem = self._answer(method, path, params, body)
            if not problem:
                return self._read(answer, path)
            again = self.patience.before_again(tries, {} if answer is None else answer.headers)
            if again is None:
                raise ServiceRefusal(f"{self.url}: {problem}")
            self.tell(f"{problem}: waiting {again:g} s")
            self.patience.wait(again)

    def _answer(self, method: str, path: str, params: Any, body: Any) -> tuple[Any, str]:
        """Return an answer, and what is wrong that may pass."""
        import httpx  # noqa: PLC0415 - as above

        self.patience.before_asking()
        try:
            answer = self.client.request(method, path, params=params, json=body)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            return None, f"cannot be reached: {network_reason(error)}"
        if answer.status_code == HTTPStatus.TOO_MANY_REQUESTS:
            return answer, f"the service asks for patience, {status_words(answer.status_code)}"
        if answer.status_code >= _SERVER:
            return answer, f"the service has a problem, {status_words(answer.status_code)}"
        return answer, ""

    def _read(self, answer: Any, path: str) -> Any:
        code = answer.status_code
        if code in _DENIED:
            raise ServiceRefusal(f"{self.url}: the key is wrong, or may not do this: {status_words(code)}")
        if answer.is_redirect:
            place = shown(answer.headers.get("location", ""))
            raise ServiceRefusal(f"{self.url}: is at {place} now (give that address, if you trust it)")
        if not answer.is_success:
            kind = ServiceRefusal if path == _ME else SessionRefusal
            raise kind(f"the service refuses it: {status_words(code)}")
        try:
            return answer.json() if answer.content.strip() else None
        except ValueError:
            return None
