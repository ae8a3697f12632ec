"""From a plan to what is published of it: calendars, a file for each session in each format, a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Final, NamedTuple
from urllib.parse import quote

from attrs import frozen

from workout_core.analysis.readings import Readings
from workout_core.feed.checks import check_calendar
from workout_core.feed.episodes import Episodes, PodcastWishes
from workout_core.feed.layout import variant_file
from workout_core.feed.podcast import SUFFIX as PODCAST
from workout_core.feed.podcast import PodcastFeed, with_tracks
from workout_core.files.publish import Output
from workout_core.formats.losses import Loss
from workout_core.formats.revisions import Revision
from workout_core.html.plan_page import plan_html
from workout_core.html.subscription import Subscription
from workout_core.model.plan import Plan
from workout_core.pipeline.clock import today
from workout_core.pipeline.export import export, refuse_too_many_files
from workout_core.pipeline.file_names import session_names
from workout_core.pipeline.revising import Revisions
from workout_core.plans.outcomes import Outcomes
from workout_core.plugins import Registry

CALENDAR: Final = "ics"
"""The format that people subscribe to."""
SESSION_FORMATS: Final = ("fit", "json", "svg")
"""What each session is written as, if nothing else is said."""
PAGE: Final = "index.html"
FEED: Final = "feed"
"""What the mark of its files begins with."""


@frozen(kw_only=True)
class FeedWishes:
    """What is published of every plan.

    Attributes:
        formats: what each session is written as.
        options: of the calendar.
        podcast: what is spoken, and how; nothing if there is none.
        variants: options of further calendars, for those with a token.
        only_calendar: whether nothing else is published, because the calendar says nothing of what is done.
        now: the clock.
    """

    formats: tuple[str, ...]
    options: Mapping[str, str]
    podcast: PodcastWishes | None = None
    variants: tuple[Mapping[str, str], ...] = ()
    only_calendar: bool = False
    now: datetime


class Feed(NamedTuple):
    """A plan that is published.

    Attributes:
        plan: the plan.
        readings: of its workouts, for whom it is.
        stem: what its files are called.
        athlete: what the athlete of a squad goes by; empty for a plan by itself.
        outcomes: what became of its sessions, if the page is to tell.
    """

    plan: Plan
    readings: Readings
    stem: str
    athlete: str = ""
    outcomes: Outcomes | None = None

    @property
    def of(self) -> str:
        """What marks its files: from which document they are, and for which athlete of a squad.

        Not who the plan is: one that is called something else takes the place of what it was, and a document
        that is called something else leaves the feed standing that people have subscribed to.
        """
        return f"{FEED} {self.athlete}/{self.stem}"

    def owns(self, of: str) -> bool:
        """Tell whether a file is of this feed."""
        return of == self.of


class FeedFiles(NamedTuple):
    """What is made of a plan: the files, and where what is lost."""

    outputs: list[Output]
    losses: list[tuple[str, Loss]]


def feed_files(  # noqa: PLR0913 - of what, how, and where it is going to be
    feed: Feed,
    wishes: FeedWishes,
    registry: Registry,
    tell: Callable[[str, Revision], object],
    *,
    page: str,
    url: str,
    episodes: Episodes,
    step: Callable[[], object] = lambda: None,
) -> FeedFiles:
    """Return the files of a plan, by their names in the folder.

    Args:
        feed: the plan.
        wishes: what is made.
        registry: where formats are looked up.
        tell: told what changes in each calendar that was there, before anything is written.
        page: the name of the page.
        url: where the folder is served from, without a slash at the end; empty if that is not known.
        episodes: what is spoken of it.
        step: called after each session in each format, for a bar.

    Raises:
        WorkoutError: a format can take none of it.
    """
    made = FeedFiles([], []) if wishes.only_calendar else _session_files(feed, wishes, registry, step)
    made.outputs.extend(episodes.outputs)
    made.losses.extend(episodes.losses)
    revisions = Revisions(registry, wishes.now, tell)
    spoken = feed._replace(plan=with_tracks(feed.plan, episodes.by_key, url) if url else feed.plan)
    for options in (wishes.options, *wishes.variants):
        made.outputs.extend(_calendar(spoken, wishes, options, registry, revisions, step))
    if wishes.only_calendar:
        return made
    day = today(wishes.now)
    podcast = f"{feed.stem}{PODCAST}" if episodes.by_key and url else ""
    if podcast:
        rss = PodcastFeed(feed.plan, feed.readings, url, podcast, "" if page == PAGE else page)
        made.outputs.append(Output(podcast, rss.write(episodes.by_key.values(), day), feed.of))
    html = plan_html(
        feed.plan,
        feed.readings,
        today=day,
        subscription=_subscription(feed, url, podcast, episodes, _links(feed, wishes, registry, made)),
        outcomes=feed.outcomes,
    )
    made.outputs.append(Output(page, html.encode(), feed.of))
    return made


def _subscription(
    feed: Feed, url: str, podcast: str, episodes: Episodes, files: Mapping[str, tuple[tuple[str, str], ...]]
) -> Subscription:
    """Return what the page offers: the calendar, the podcast, files, and what there is to hear."""
    calendar = quote(f"{feed.stem}.ics")
    return Subscription(
        calendar=calendar,
        url=f"{url}/{calendar}" if url else "",
        files=files,
        podcast=f"{url}/{quote(podcast)}" if podcast else "",
        listening={key: (each.track, each.captions) for key, each in episodes.by_key.items()},
    )


def _session_files(
    feed: Feed, wishes: FeedWishes, registry: Registry, step: Callable[[], object]
) -> FeedFiles:
    """Return the file of each session in each format."""
    made = FeedFiles([], [])
    for name in wishes.formats:
        refuse_too_many_files(feed.plan, registry.exporter(name))
    for name in wishes.formats:
        for file in export(
            feed.plan,
            name,
            registry=registry,
            readings=feed.readings,
            name=feed.stem,
            now=wishes.now,
            step=step,
            apart=True,
        ):
            made.outputs.append(Output(file.name, file.data, feed.of))
            made.losses.extend((file.name, loss) for loss in file.losses)
    return made


def _links(
    feed: Feed, wishes: FeedWishes, registry: Registry, made: FeedFiles
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what each session's files are called, and their addresses from the page."""
    files = {output.name for output in made.outputs}
    formats = [(name.upper(), registry.exporter(name).suffix) for name in wishes.formats]
    return {
        key: tuple(
            (title, quote(f"{feed.stem}/{name}{suffix}"))
            for title, suffix in formats
            if f"{feed.stem}/{name}{suffix}" in files
        )
        for key, name in session_names(feed.plan).items()
    }


def _calendar(
    feed: Feed,
    wishes: FeedWishes,
    options: Mapping[str, str],
    registry: Registry,
    revisions: Revisions,
    step: Callable[[], object],
) -> Iterator[Output]:
    """Yield the calendar of a plan with *options*, which is looked at as it is going to be published."""
    files = export(
        feed.plan,
        CALENDAR,
        registry=registry,
        readings=feed.readings,
        options=options,
        name=feed.stem,
        now=wishes.now,
        step=step,
    )
    for file in files:
        output = revisions.output(file, CALENDAR, feed.of)
        name = file.name if options is wishes.options else variant_file(file.name, options)
        yield Output(name, output.data, output.of, _checked(name, output))


def _checked(name: str, output: Output) -> Callable[[bytes | None], bytes]:
    def revised(earlier: bytes | None) -> bytes:
        data = output.revise(earlier) if output.revise else output.data
        check_calendar(name, data)
        return data

    return revised
