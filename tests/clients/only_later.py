"""A model of clients that update an event only if it is later, as ICSx5 and Google are said to do.

The real clients here cannot see stamps that do not rise: Thunderbird and vdirsyncer replace all, and
Evolution takes whatever is different.
"""

from __future__ import annotations

from urllib.error import HTTPError
from urllib.request import Request, urlopen

import icalendar
from attrs import define, field

from clients.shown import Shown, read_by_icalendar

RISES = {
    "SEQUENCE": lambda event: int(event.get("SEQUENCE", 0)),
    "LAST-MODIFIED": lambda event: event["LAST-MODIFIED"].dt,
    "DTSTAMP": lambda event: event["DTSTAMP"].dt,
}
"""What a client may look at to tell whether an event is later than the one it has."""


@define
class OnlyLater:
    """Somebody who has subscribed with such a client.

    Attributes:
        stamp: the property that tells the client what is later.
        events: what it has, by UID.
        ignored: the UIDs of events that were different, and not later.
    """

    stamp: str
    events: dict[str, icalendar.Event] = field(factory=dict)
    ignored: list[str] = field(factory=list)
    _etag: str = ""

    def refresh(self, url: str) -> int:
        """Fetch the calendar at *url* unless the client has it already, and return the status."""
        try:
            with urlopen(Request(url, headers={"If-None-Match": self._etag})) as answer:
                self.take(answer.read())
                self._etag = answer.headers.get("ETag", "")
                return answer.status
        except HTTPError as answer:
            with answer:
                return answer.code

    def take(self, calendar: bytes) -> None:
        """Take what is new or later of *calendar*, and forget what is not in it."""
        found = {str(each["UID"]): each for each in icalendar.Calendar.from_ical(calendar).walk("VEVENT")}
        self.events = {uid: event for uid, event in self.events.items() if uid in found}
        for uid, event in found.items():
            known = self.events.get(uid)
            if known is None or self._is_later(event, known):
                self.events[uid] = event
            elif event.to_ical() != known.to_ical():
                self.ignored.append(uid)

    def _is_later(self, event: icalendar.Event, known: icalendar.Event) -> bool:
        rise = RISES[self.stamp]
        return rise(event) > rise(known)

    def shown(self) -> list[Shown]:
        """Return the events as the client shows them."""
        return [read_by_icalendar(event) for event in self.events.values()]
