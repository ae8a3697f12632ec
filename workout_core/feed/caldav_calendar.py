"""A calendar on a CalDAV server (RFC 4791): what is in it, and one event created, replaced or removed.

Nothing is written blindly. An event is created only where nothing is, and replaced or removed only as long as
it is the one that was read (RFC 9110 13.1), so that nobody's work is lost, and nothing is half done.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote, urljoin, urlsplit

from attrs import frozen

from workout_core.errors import say_error, shown
from workout_core.feed.push import EventChange, Stored
from workout_core.pipeline.doing import Doing
from workout_core.pipeline.network import network_reason, status_words

EXTRA: Final = "pip install 'workout-core[caldav]'"
SECONDS: Final = 30
"""How long to wait for an answer."""
MOST_MOVES: Final = 5
"""Addresses that send on to others, one after the other."""
MOST_NAMED: Final = 8
"""Calendars that are named where one that was asked for is not there."""
_CALENDAR: Final = "{urn:ietf:params:xml:ns:caldav}calendar"
_KIND: Final = '<d:propfind xmlns:d="DAV:"><d:prop><d:resourcetype/></d:prop></d:propfind>'
_EVENTS: Final = (
    '<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
    "<d:prop><d:getetag/><c:calendar-data/></d:prop>"
    '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter></c:filter>'
    "</c:calendar-query>"
)
_DONE: Final = frozenset({HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.NO_CONTENT})
_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


class CalendarRefusal(OSError):  # noqa: N818 - it says what is wrong
    """A server cannot be reached, or will not do what it is asked."""


class EventRefusal(CalendarRefusal):
    """A server will not do what it is asked with one event, which is as it was."""


class _SentOnError(Exception):
    """An address is elsewhere now."""


@frozen
class CalDavCalendar:
    """A calendar that is there.

    Attributes:
        url: its address, with a slash at its end.
    """

    url: str
    _ask: Callable[..., Any]

    def stored(self) -> tuple[Stored, ...]:
        """Return every event in it.

        Raises:
            CalendarRefusal: the server does not tell.
        """
        answer = self._ask("REPORT", self.url, _EVENTS, Depth="1")
        if answer.status != HTTPStatus.MULTI_STATUS:
            raise _refused(self.url, answer)
        return tuple(
            Stored(href=self._own(each.href), etag=each.etag or "", data=each.calendar_data.encode())
            for each in answer.parse_calendar_query()
            if each.calendar_data
        )

    def _own(self, href: str) -> str:
        """Return an address that the server gives, which must be one of its own: it gets the password."""
        url = urljoin(self.url, href)
        if urlsplit(url)[:2] != urlsplit(self.url)[:2]:
            raise CalendarRefusal(f"{self.url}: names an event of another server: {shown(url)}")
        return url

    def do(self, change: EventChange) -> None:
        """Create, replace or remove one event, if it still is what it was.

        Raises:
            EventRefusal: it is not, or the server will not take it; it is as it was.
            CalendarRefusal: the server cannot be reached any more.
        """
        url, condition = self._place(change)
        if change.doing is Doing.REMOVE:
            answer = self._ask("DELETE", url, "", **condition)
            if answer.status in _GONE:
                return
        else:
            kind = {"Content-Type": "text/calendar; charset=utf-8"}
            answer = self._ask("PUT", url, change.data.decode(), **condition, **kind)
        if answer.status == HTTPStatus.PRECONDITION_FAILED:
            raise EventRefusal("is not what it was when the calendar was read (push again)")
        if answer.status not in _DONE:
            raise EventRefusal(f"the server refuses it: {status_words(answer.status)}")

    def _place(self, change: EventChange) -> tuple[str, dict[str, str]]:
        """Return the address of an event, and the condition on which it may be written."""
        if change.stored is None:
            return f"{self.url}{quote(change.uid, safe='')}.ics", {"If-None-Match": "*"}
        etag = change.stored.etag
        # A weak one never matches (RFC 9110 13.1.1).
        if not etag or etag.startswith("W/"):
            raise EventRefusal("the server does not tell versions apart (its ETag is missing or weak)")
        return change.stored.href, {"If-Match": etag}


def open_calendar(url: str, user: str = "", password: str = "") -> CalDavCalendar:
    """Find the calendar at *url*, whose address may have moved on the same server.

    Args:
        url: ``https://…``, without a name or a password.
        user: who asks; nobody in particular when left out.
        password: theirs.

    Raises:
        CalendarRefusal: there is none, or the server cannot be reached, or does not know the user; or the
            package that asks is not installed.
    """
    client = _client(url, user, password)

    def ask(method: str, url: str, body: str = "", **headers: str) -> Any:
        return _answer(client, url, lambda: client.request(url, method, body, headers))

    url = _followed(url, lambda at: ask("PROPFIND", at, _KIND, Depth="0"), client)
    return CalDavCalendar(url if url.endswith("/") else f"{url}/", _staying(ask))


def _followed(url: str, look: Callable[[str], Any], client: Any) -> str:
    """Return the address where the calendar is that *url* leads to."""
    for _ in range(MOST_MOVES):
        try:
            answer = look(url)
        except _SentOnError as moved:
            url = _moved(url, str(moved))
            continue
        is_known = answer.status == HTTPStatus.MULTI_STATUS and answer.tree is not None
        if not is_known or next(answer.tree.iter(_CALENDAR), None) is None:
            raise _nothing_there(client, url, answer)
        return url
    raise CalendarRefusal(f"{url}: is sent on and on (give the address where it ends)")


def _staying(ask: Callable[..., Any]) -> Callable[..., Any]:
    """Return what asks as *ask* does, and goes nowhere else: a PUT could become a GET there."""

    def asked(method: str, url: str, body: str = "", **headers: str) -> Any:
        try:
            return ask(method, url, body, **headers)
        except _SentOnError as moved:
            raise CalendarRefusal(f"{url}: is at {shown(str(moved))} now (give the address there)") from None

    return asked


def _client(url: str, user: str, password: str) -> Any:
    """Return a client that follows nobody to another address by itself."""
    try:
        from caldav.davclient import DAVClient  # noqa: PLC0415 - an extra, for those who push
    except ImportError as error:
        raise CalendarRefusal(f"the package caldav is not installed ({EXTRA})") from error
    from logging import CRITICAL, getLogger  # noqa: PLC0415 - only to quieten that package

    getLogger("caldav").setLevel(CRITICAL)
    client = DAVClient(
        url,
        username=user or None,
        password=password if user else None,
        timeout=SECONDS,
        enable_rfc6764=False,
    )
    client.session.max_redirects = 0
    return client


def _answer(client: Any, url: str, asking: Callable[[], Any]) -> Any:
    """Return what a server answers, or say in a sentence why it does not."""
    from caldav.lib import error as told  # noqa: PLC0415 - as above
    from caldav.lib.http_sync import requests  # noqa: PLC0415 - as above

    try:
        return asking()
    except requests.exceptions.TooManyRedirects as error:
        answer: Any = error.response
        raise _SentOnError(answer.headers.get("Location", "")) from None
    except told.AuthorizationError as error:
        raise _unauthorised(client, url, error) from None
    except told.RateLimitError:
        raise CalendarRefusal(f"{url}: the server asks for patience (push again in a while)") from None
    except requests.exceptions.SSLError as error:
        raise CalendarRefusal(f"{url}: is not to be trusted: {network_reason(error)}") from None
    except (requests.exceptions.RequestException, OSError) as error:
        raise CalendarRefusal(f"{url}: cannot be reached: {network_reason(error)}") from None
    except (told.DAVError, SyntaxError) as error:
        raise CalendarRefusal(f"{url}: does not answer as CalDAV does: {say_error(error)}") from None


def _unauthorised(client: Any, url: str, error: Any) -> CalendarRefusal:
    if error.status == HTTPStatus.UNAUTHORIZED:
        advice = "the name or the password is wrong" if client.username else "it wants a name (give --user)"
        return CalendarRefusal(f"{url}: {advice}")
    return EventRefusal(f"the server refuses it: {status_words(HTTPStatus.FORBIDDEN)}")


def _refused(url: str, answer: Any) -> CalendarRefusal:
    return CalendarRefusal(f"{url}: does not answer as CalDAV does: {status_words(answer.status)}")


def _moved(url: str, location: str) -> str:
    """Return where *url* is now: on the same server, and never back to where everybody can listen."""
    new = urljoin(url, location)
    before, after = urlsplit(url), urlsplit(new)
    if before.hostname != after.hostname or (before.scheme, after.scheme) == ("https", "http"):
        raise CalendarRefusal(f"{url}: is at {shown(new)} now (give that address, if you trust it)")
    return new


def _nothing_there(client: Any, url: str, answer: Any) -> CalendarRefusal:
    """Say that no calendar is at *url*, and which the server has."""
    if answer.status not in {HTTPStatus.MULTI_STATUS, *_GONE}:
        return _refused(url, answer)
    named = _calendars(client, url)
    hint = f"one of {', '.join(named)}" if named else "make one with the server's own page or a calendar app"
    return CalendarRefusal(f"{url}: is not a calendar ({hint})")


def _calendars(client: Any, url: str) -> list[str]:
    """Return the addresses of the user's calendars, as far as the server tells."""
    try:
        found = _answer(client, url, lambda: client.get_calendars(client.get_principal()))
        return [str(each.url) for each in found[:MOST_NAMED]]
    except (_SentOnError, CalendarRefusal):
        return []
