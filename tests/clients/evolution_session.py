"""Evolution's data server, asked: run by the system's Python on a bus of its own, a line in, a line out.

The argument is JSON, addresses by name. ``refresh`` fetches them anew, ``show`` looks at what is there; after
either the events are printed as JSON, by name. Times are seconds since 1970, as libical reckons them.
"""

# mypy: ignore-errors

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
from gi.repository import ECal, EDataServer, GLib, ICalGLib  # noqa: E402 - the versions come first


def subscribe(registry, name, url):
    """Tell the registry of the calendar at *url*, and return a connection to it."""
    source = EDataServer.Source.new_with_uid(name, None)
    source.set_parent("webcal-stub")
    source.set_display_name(name)
    source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("webcal")
    address = source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND)
    address.set_uri(GLib.Uri.parse(url, GLib.UriFlags.NONE))
    registry.commit_source_sync(source, None)
    return ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, 1, None)


def shown(event):
    """Return what is known of an event; an all-day one has no zone."""
    start, end = event.get_dtstart(), event.get_dtend()
    zone = start.get_timezone()
    link = event.get_first_property(ICalGLib.PropertyKind.URL_PROPERTY)
    return {
        "zone": zone and (zone.get_location() or zone.get_tzid()),
        "start": start.as_timet_with_zone(zone),
        "end": end.as_timet_with_zone(end.get_timezone()),
        "title": event.get_summary(),
        "link": link.get_url() if link else "",
        "text": event.get_description() or "",
    }


def main():
    """Answer until nobody asks any more."""
    registry = EDataServer.SourceRegistry.new_sync(None)
    urls = json.loads(sys.argv[1])
    with ThreadPoolExecutor() as pool:  # each waits for a second
        connected = pool.map(lambda name: subscribe(registry, name, urls[name]), urls)
        calendars = dict(zip(urls, connected, strict=True))
    for line in sys.stdin:
        if line.strip() == "refresh":
            for calendar in calendars.values():
                calendar.refresh_sync(None)
        found = {
            name: [shown(event) for event in calendar.get_object_list_sync("#t", None)[1]]
            for name, calendar in calendars.items()
        }
        print(json.dumps(found), flush=True)  # noqa: T201 - this is how it answers


main()
