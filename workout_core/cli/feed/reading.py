"""What is published, read from documents: the feeds of plans, and those of the athletes of squads."""

from __future__ import annotations

from pathlib import Path

import click
from attrs import frozen

from workout_core.analysis.readings import Readings
from workout_core.cli import inputs
from workout_core.cli.activities import outcomes_of, read_activities
from workout_core.cli.failures import Failures
from workout_core.cli.squad import is_squad
from workout_core.cli.squad.reading import load_squad
from workout_core.cli.terminal import echo
from workout_core.errors import WorkoutError
from workout_core.feed.build import Feed
from workout_core.feed.folders import FeedFolder, refuse_alike, secret_folder
from workout_core.feed.record import Record
from workout_core.feed.tokens import read_tokens
from workout_core.languages import language_scope
from workout_core.model.athlete import Athlete
from workout_core.pipeline.file_names import slug
from workout_core.pipeline.squads import first_weekday_of, folder_of, refuse_same_folders
from workout_core.plans.members import member_plans
from workout_core.plans.squad import Member, Squad
from workout_core.plans.squad_totals import MemberWeeks, member_weeks


@frozen(kw_only=True)
class SquadOverview:
    """What the coach of a squad looks at.

    Attributes:
        name: of the squad.
        weeks: of each athlete.
        folders: where the feeds of each are, by what they go by.
    """

    name: str
    weeks: tuple[MemberWeeks, ...]
    folders: dict[str, Path]


@frozen(kw_only=True)
class FeedContents:
    """What is published.

    Attributes:
        folders: with their feeds.
        squads: whose athletes are among them.
    """

    folders: tuple[FeedFolder, ...]
    squads: tuple[SquadOverview, ...]


class _FeedReader:
    """Gathers feeds by the folder that they are published in."""

    def __init__(self, root: Path, record: Record, failures: Failures, athlete: Athlete | None) -> None:
        self.root = root
        self.record = record
        self.failures = failures
        self.athlete = athlete
        self.feeds: dict[Path, list[tuple[Feed, str]]] = {}
        self.squads: list[SquadOverview] = []
        self.done = tuple(read_activities(record.done, failures, may_lack=True))

    def read(self, path: str) -> None:
        """Read a document."""
        if is_squad(path):
            self._read_squad(path)
            return
        plan = inputs.load_plan_file(path, self.athlete)
        readings = Readings(self.athlete or plan.athlete)
        told = outcomes_of(self.done, plan, readings, self.failures) if self.record.done else None
        feed = Feed(plan, readings, slug(Path(path).stem), outcomes=told)
        self._add(self.root, [feed], path)

    def _read_squad(self, path: str) -> None:
        if self.record.athlete is not None:
            raise click.UsageError("a squad has athletes of its own (leave --athlete out)")
        if self.record.done:
            raise click.UsageError("--done is of one athlete's plan, not of a squad (leave it out)")
        squad = load_squad(path, self.failures)
        if squad is None:
            return
        refuse_same_folders(squad)
        weeks: list[MemberWeeks] = []
        folders: dict[str, Path] = {}
        for member in squad.members:
            try:
                feeds = self._feeds_of(squad, member)
            except WorkoutError as error:
                self.failures.keep(error, member.key)
                problem = " ".join(str(error).split())
                weeks.append(MemberWeeks(key=member.key, problem=problem))
                continue
            plans = [feed.plan for feed in feeds]
            weeks.append(member_weeks(member.key, plans, feeds[0].readings, first_weekday_of(squad)))
            folders[member.key] = self._add(self.root / folder_of(member), feeds, path)
        self.squads.append(SquadOverview(name=squad.name, weeks=tuple(weeks), folders=folders))

    def _feeds_of(self, squad: Squad, member: Member) -> list[Feed]:
        readings = Readings(member.athlete)

        def tell(told: str) -> None:
            echo(f"warning: {member.key}: {told}", err=True)

        return [
            Feed(each.plan, readings, slug(each.stem), folder_of(member))
            for each in member_plans(squad, member, tell)
        ]

    def _add(self, folder: Path, feeds: list[Feed], path: str) -> Path:
        """Add feeds that are published in *folder*, or else in one that nobody can guess, and return it."""
        if self.record.secret:
            folder = secret_folder(self.root, tuple(feeds))
        self.feeds.setdefault(folder, []).extend((feed, path) for feed in feeds)
        return folder

    def contents(self) -> FeedContents:
        """Return all that was read."""
        for found in self.feeds.values():
            refuse_alike(found)
        # where there are tokens, the address of the calendar itself opens nothing
        url = self.record.url if read_tokens(self.root) is None else ""
        folders = [
            FeedFolder(
                folder=folder,
                feeds=tuple(feed for feed, _ in found),
                url="/".join((url, *folder.relative_to(self.root).parts)) if url else "",
            )
            for folder, found in self.feeds.items()
        ]
        return FeedContents(folders=tuple(folders), squads=tuple(self.squads))


def read_contents(root: Path, record: Record, failures: Failures) -> FeedContents:
    """Read what is published in *root*; documents and athletes that are wrong are left out, and told.

    Raises:
        InvalidWorkout: two of them would have one name.
    """
    athlete: Athlete | None = None
    with failures.of():
        athlete = inputs.load_athlete(str(record.athlete) if record.athlete else None)
    failures.stop()
    reader = _FeedReader(root, record, failures, athlete)
    for document in dict.fromkeys(record.documents):
        with failures.of(str(document) if len(record.documents) > 1 else ""), language_scope():
            reader.read(str(document))
    return reader.contents()
