"""``workout export`` of a squad: a folder for each athlete, and an overview for the coach."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from workout_core.cli import inputs
from workout_core.cli.discovered import discovered, for_formats, plugin_files
from workout_core.cli.failures import DONE, Failures, worst
from workout_core.cli.losses import LossKind
from workout_core.cli.progress import progress
from workout_core.cli.published import published_lines
from workout_core.cli.squad.reading import chosen, load_squad
from workout_core.cli.squad.work import MemberDone, SquadJob, in_turn, side_by_side
from workout_core.cli.terminal import echo, error_terminal
from workout_core.files.drafts import remove_empty
from workout_core.files.manifest import NAME, read_manifest
from workout_core.files.publish import Output, publish
from workout_core.html.squad_page import squad_html
from workout_core.pipeline.clock import clock, today
from workout_core.pipeline.file_names import slug
from workout_core.pipeline.format_options import options_by_format
from workout_core.pipeline.squads import (
    SquadWishes,
    folder_of,
    is_made_as,
    made_as,
    refuse_same_folders,
)
from workout_core.plans.squad import Member
from workout_core.plans.squad_totals import MemberWeeks
from workout_core.plugins import Registry

OVERVIEW = "overview"
FEW = 20
"""Athletes; for fewer, one process is done before others have begun."""


def export_squad(  # noqa: PLR0913 - what the command is given
    path: str,
    out: str,
    *,
    formats: tuple[str, ...],
    transforms: tuple[str, ...],
    options: dict[str, str],
    athlete: str | None,
    strict: bool,
    prune: bool,
    jobs: int | None,
) -> int:
    """Write the files of each athlete of the squad in the file *path*, and return the exit code.

    Args:
        path: of the document.
        out: the folder for theirs.
        formats: names of exporters.
        transforms: of each workout.
        options: of the formats.
        athlete: the one to write for; all of them if left out.
        strict: refuse losses.
        prune: remove files of earlier exports that are no longer made.
        jobs: how many processes work; as many as there are cores, if there are enough athletes.
    """
    registry = discovered() if transforms else for_formats(formats)
    by_format = options_by_format(registry, formats, options)
    failures = Failures()
    squad = load_squad(path, failures)
    if squad is None:
        return failures.code
    is_whole = not failures.any()
    refuse_same_folders(squad)
    members = chosen(squad, athlete)
    wishes = SquadWishes(
        formats=formats, transforms=transforms, options=by_format, strict=strict, now=clock()
    )
    read, files = inputs.files_read(), plugin_files()
    job = SquadJob(squad=squad, folder=Path(out), wishes=wishes, read=read, plugins=files, prune=prune)
    done, worked = _all(job, members, registry, jobs)
    if athlete is None:
        with failures.of():
            _publish_overview(path, job, done)
            if is_whole:
                _tell_left(job)
    return worst([worked, failures.tell()])


def _all(
    job: SquadJob, members: list[Member], registry: Registry, jobs: int | None
) -> tuple[list[MemberWeeks], int]:
    """Work for all *members*, print what comes of it, and return their weeks and the worst exit code."""
    processes = min(jobs or _usual_jobs(len(members)), len(members))
    work = side_by_side(job, members, processes) if processes > 1 else in_turn(job, members, registry)
    sessions = sum(len(plan.plan.sessions) for plan in job.squad.plans_of(members[0]))
    steps = sessions * len(job.wishes.formats)
    weeks: list[MemberWeeks] = []
    lost: dict[str, LossKind] = {}
    code = DONE
    with closing(work), _lines() as say, progress(steps * len(members)) as step:
        for done in work:
            _tell(done, say, prune=job.prune)
            _add_losses(lost, done.losses)
            code = worst([code, done.code])
            weeks.append(done.weeks)
            for _ in range(steps):
                step()
    for kind in lost.values():
        echo(str(kind), err=True)
    return weeks, code


def _add_losses(lost: dict[str, LossKind], more: Iterable[LossKind]) -> None:
    """Count losses of a format together for all athletes, and what each athlete lacks by itself."""
    for kind in more:
        title = f"{kind.where}: {kind.first.needs}" if kind.first.needs else kind.first.title
        known = lost.get(title)
        lost[title] = known._replace(number=known.number + kind.number) if known else kind


def _usual_jobs(members: int) -> int:
    return 1 if members < FEW else _cores()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Telling:
    """Lines for both streams: printed at once, or when a bar no longer stands in their way."""

    def __init__(self, *, waits: bool) -> None:
        self._waits = waits
        self._lines: list[tuple[str, bool]] = []

    def out(self, line: str, *, err: bool = False) -> None:
        """Print a line."""
        if self._waits:
            self._lines.append((line, err))
        else:
            echo(line, err=err)

    def end(self) -> None:
        """Print what has waited."""
        for line, err in self._lines:
            echo(line, err=err)
        self._lines.clear()


@contextmanager
def _lines() -> Iterator[_Telling]:
    said = _Telling(waits=error_terminal() is not None)
    try:
        yield said
    finally:
        said.end()


def _tell(done: MemberDone, say: _Telling, *, prune: bool) -> None:
    """Print what has become of one athlete."""
    key = done.weeks.key
    for told in done.warnings:
        say.out(f"warning: {key}: {told}", err=True)
    for line in done.errors:
        say.out(line, err=True)
    if done.published is not None:
        for line, err in published_lines(done.published, prune=prune):
            say.out(line, err=err)


def _publish_overview(path: str, job: SquadJob, weeks: list[MemberWeeks]) -> None:
    name = f"{Path(path).stem}.html"
    pages = _pages(job, weeks)
    data = squad_html(job.squad.name, weeks, pages, today=today(job.wishes.now)).encode()
    output = Output(name, data, made_as(job.squad, "", OVERVIEW))
    for line, err in published_lines(publish(job.folder, [output], job.read), prune=job.prune):
        echo(line, err=err)


def _pages(job: SquadJob, weeks: Iterable[MemberWeeks]) -> Mapping[str, str]:
    """Return the address of the page of each athlete who has one, from the overview."""
    members = {member.key: member for member in job.squad.members}
    return {
        each.key: f"{folder_of(members[each.key])}/{slug(job.squad.plans_of(members[each.key])[0].stem)}.html"
        for each in weeks
        if not each.problem
    }


def _tell_left(job: SquadJob) -> None:
    """Tell of the folders of athletes who have left, and remove what was written there if so asked."""
    is_same = is_made_as(job.squad, job.wishes.formats)
    current = {folder_of(member) for member in job.squad.members}
    for folder in sorted(each.parent for each in job.folder.glob(f"*/{NAME}")):
        if folder.name in current or not any(is_same(each.of) for each in read_manifest(folder).values()):
            continue
        if not job.prune:
            what = "is of an athlete who is not in the squad now"
            echo(f"{folder}: {what} (--prune removes it)", err=True)
            continue
        for line, err in published_lines(publish(folder, [], job.read, prune=True, same=is_same), prune=True):
            echo(line, err=err)
        remove_empty([folder])
