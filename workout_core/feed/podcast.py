"""The guided runs of a plan as a podcast: which sessions, and the feed of them (RSS 2.0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Final, NamedTuple, TypeAlias
from urllib.parse import quote
from uuid import UUID, uuid5

from attrs import evolve

from workout_core.analysis.readings import Readings
from workout_core.html.markup import without_forbidden
from workout_core.languages import gettext, language
from workout_core.model.identity import session_identity
from workout_core.model.link import Link, LinkKind
from workout_core.model.plan import Plan, Session
from workout_core.model.workout import Workout
from workout_core.phrases import say_totals
from workout_core.phrases.dates import say_date
from workout_core.pipeline.file_names import session_names
from workout_core.speech.writing import script_of, speaks_for_itself

SUFFIX: Final = ".rss"
"""Of the feed: web servers send it as application/rss+xml."""
GUIDED: Final = "guided"
"""The tag of workouts that are guided."""
_AHEAD: Final = timedelta(days=6)
"""How long before its day an episode is published: apps hide, or do not fetch, what has a date to come."""
_ITUNES: Final = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST: Final = "https://podcastindex.org/namespace/1.0"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_FEEDS: Final = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of ``podcast:guid``, as the podcast namespace gives it."""
_Part: TypeAlias = tuple[str, str, dict[str, str]]
"""An element: its tag, its text, its attributes."""


class Spoken(Enum):
    """Which sessions of a plan are spoken."""

    NONE = "none"
    GUIDED = "guided"
    TIMED = "timed"


class Episode(NamedTuple):
    """A session that can be heard.

    Attributes:
        session: the session.
        name: of its files, relative to the folder, without a suffix: ``form/2026-08-08-run-tall``.
        seconds: how long it is.
        length: bytes of the track.
        media_type: of the track.
        suffix: of the track.
    """

    session: Session
    name: str
    seconds: float
    length: int
    media_type: str
    suffix: str

    @property
    def track(self) -> str:
        """The address of the track, relative to the folder."""
        return quote(f"{self.name}{self.suffix}")

    @property
    def captions(self) -> str:
        """The address of its captions."""
        return quote(f"{self.name}.vtt")

    @property
    def chapters(self) -> str:
        """The address of its chapters."""
        return quote(f"{self.name}.chapters.json")

    @property
    def published(self) -> date:
        """The day from which on apps are told of it."""
        return self.session.day - _AHEAD


def spoken_sessions(plan: Plan, readings: Readings, which: Spoken) -> Iterator[tuple[Session, Workout, str]]:
    """Yield the sessions that are spoken, their workouts, and what their files are called."""
    names = session_names(plan)
    for session in plan.sessions:
        workout, name = session.activity, names.get(session.key)
        if isinstance(workout, Workout) and name and _is_spoken(workout, readings, which):
            yield session, workout, name


def _is_spoken(workout: Workout, readings: Readings, which: Spoken) -> bool:
    if which is Spoken.NONE:
        return False
    if GUIDED in workout.tags or speaks_for_itself(workout):
        return True
    return which is Spoken.TIMED and script_of(readings.of(workout)).is_exact


def with_tracks(plan: Plan, episodes: Mapping[str, Episode], url: str) -> Plan:
    """Return *plan* with a link to the track of each session that has one, as the first of its links.

    Args:
        plan: the plan.
        episodes: by the keys of their sessions.
        url: of the folder, without a slash at the end.
    """

    def linked(session: Session) -> Session:
        episode = episodes.get(session.key)
        if episode is None:
            return session
        link = Link(f"{url}/{episode.track}", "Listen", LinkKind.AUDIO)
        activity = session.activity
        return evolve(session, activity=evolve(activity, links=(link, *activity.links)))

    return evolve(plan, sessions=tuple(map(linked, plan.sessions))) if episodes else plan


class PodcastFeed(NamedTuple):
    """The feed of a plan's episodes.

    Attributes:
        plan: the plan.
        readings: of its workouts.
        url: of the folder, without a slash at the end.
        name: of the file, relative to the folder.
        page: of the plan, likewise; empty for the first page of the folder.
    """

    plan: Plan
    readings: Readings
    url: str
    name: str
    page: str

    def write(self, episodes: Iterable[Episode], today: date) -> bytes:
        """Return the feed, the latest first, without what is still to be published after *today*."""
        # only who publishes a podcast pays
        from xml.etree import ElementTree as ET  # noqa: PLC0415 - nothing is read

        for prefix, namespace in (("itunes", _ITUNES), ("podcast", _PODCAST), ("atom", _ATOM)):
            ET.register_namespace(prefix, namespace)

        def fill(parent: ET.Element, parts: Iterable[_Part]) -> ET.Element:
            for tag, text, attributes in parts:
                ET.SubElement(parent, tag, attributes).text = without_forbidden(text) or None
            return parent

        rss = ET.Element("rss", version="2.0")
        channel = fill(ET.SubElement(rss, "channel"), self._channel())
        due = [episode for episode in episodes if episode.published <= today]
        for episode in sorted(due, key=lambda each: each.session.day, reverse=True):
            fill(ET.SubElement(channel, "item"), self._item(episode))
        ET.indent(rss, " ")
        made: bytes = ET.tostring(rss, "utf-8", xml_declaration=True)
        return made + b"\n"

    def _channel(self) -> Iterator[_Part]:
        address = f"{self.url}/{quote(self.name)}"
        yield "title", self.plan.name, {}
        yield "link", self._home, {}
        yield (
            "description",
            self.plan.description or gettext("Guided sessions of {plan}", plan=self.plan.name),
            {},
        )
        yield "language", language().value, {}
        yield f"{{{_ATOM}}}link", "", {"href": address, "rel": "self", "type": "application/rss+xml"}
        yield f"{{{_ITUNES}}}explicit", "false", {}
        yield f"{{{_ITUNES}}}block", "Yes", {}
        yield f"{{{_PODCAST}}}locked", "yes", {}
        # who the podcast is: of its address without the scheme, as the podcast namespace says
        yield f"{{{_PODCAST}}}guid", str(uuid5(_FEEDS, address.partition("://")[2])), {}

    @property
    def _home(self) -> str:
        return f"{self.url}/{quote(self.page)}"

    def _item(self, episode: Episode) -> Iterator[_Part]:
        session = episode.session
        words = session.activity.description, *self._totals(session)
        yield "title", f"{say_date(session.day)}: {session.name}", {}
        yield "description", "\n\n".join(filter(None, words)), {}
        yield "link", self._home, {}
        yield "guid", str(session_identity(self.plan, session)), {"isPermaLink": "false"}
        yield "pubDate", _date(episode.published), {}
        track = self._file(episode.track, episode.media_type)
        yield "enclosure", "", {**track, "length": str(episode.length)}
        yield f"{{{_ITUNES}}}duration", str(round(episode.seconds)), {}
        captions = self._file(episode.captions, "text/vtt")
        yield f"{{{_PODCAST}}}transcript", "", {**captions, "language": language().value, "rel": "captions"}
        yield f"{{{_PODCAST}}}chapters", "", self._file(episode.chapters, "application/json+chapters")

    def _totals(self, session: Session) -> Iterator[str]:
        if isinstance(session.activity, Workout):
            yield say_totals(self.readings.of(session.activity))

    def _file(self, address: str, media_type: str) -> dict[str, str]:
        return {"url": f"{self.url}/{address}", "type": media_type}


def _date(day: date) -> str:
    """Return the beginning of *day* as RSS writes it (RFC 822 with a year of four digits)."""
    from email.utils import format_datetime  # noqa: PLC0415 - only who publishes a podcast pays

    return format_datetime(datetime.combine(day, time(), UTC), usegmt=True)
