"""The work for one athlete of a squad, which any process may do: their files made, and published as one."""

from __future__ import annotations

import signal
import warnings
from collections.abc import Generator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeAlias

from attrs import evolve, field, frozen

from workout_core.cli.discovered import discovered_anew
from workout_core.cli.failures import DONE, described
from workout_core.cli.losses import LossKind, loss_kinds, placed
from workout_core.cli.terminal import set_others_aside
from workout_core.errors import WorkoutError, WorkoutWarning
from workout_core.files.paths import FilesRead
from workout_core.files.publish import Published, publish
from workout_core.languages import Language, chosen_language, speak
from workout_core.pipeline.squads import SquadWishes, folder_of, is_made_as, member_files
from workout_core.plans.squad import Member, Squad
from workout_core.plans.squad_totals import MemberWeeks
from workout_core.plugins import Registry


@frozen(kw_only=True)
class SquadJob:
    """What is to be done for each athlete.

    Attributes:
        squad: the squad.
        folder: where the folders of the athletes are.
        wishes: what is made.
        read: the files that were read, which are never replaced.
        plugins: the files of plugins that the user has named.
        prune: remove files of earlier exports.
    """

    squad: Squad
    folder: Path
    wishes: SquadWishes
    read: FilesRead
    plugins: tuple[Path, ...]
    prune: bool


@frozen(kw_only=True)
class MemberDone:
    """What has become of one athlete.

    Attributes:
        weeks: for the overview.
        folder: theirs.
        published: what became of their files; None if nothing was written.
        warnings: what is doubtful.
        losses: by their kinds.
        errors: what was refused, in lines.
        code: the exit code of that.
    """

    weeks: MemberWeeks
    folder: Path
    published: Published | None = None
    warnings: tuple[str, ...] = ()
    losses: tuple[LossKind, ...] = ()
    errors: tuple[str, ...] = ()
    code: int = field(default=DONE)


Work: TypeAlias = Generator[MemberDone, None, None]
"""What has become of athletes, one by one; who closes it ends the work."""


def do_for(member: Member, job: SquadJob, registry: Registry) -> MemberDone:
    """Write the files of *member*, all of them or none; what is wrong with them holds nobody else up."""
    folder = job.folder / folder_of(member)
    told: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", WorkoutWarning)
        try:
            made = member_files(job.squad, member, job.wishes, registry, told.append)
            is_same = is_made_as(job.squad, job.wishes.formats)
            published = publish(folder, made.outputs, job.read, prune=job.prune, same=is_same)
            done = MemberDone(
                weeks=made.weeks,
                folder=folder,
                published=published,
                losses=tuple(loss_kinds(placed(f"{folder.name}/{name}", loss) for name, loss in made.losses)),
            )
        except (WorkoutError, OSError) as error:
            done = _refused(member, folder, error)
    told += [str(each.message) for each in caught if issubclass(each.category, WorkoutWarning)]
    return evolve(done, warnings=tuple(dict.fromkeys(told)))


def _refused(member: Member, folder: Path, error: WorkoutError | OSError) -> MemberDone:
    lines, code = described(error, member.key)
    weeks = MemberWeeks(key=member.key, problem=" ".join(str(error).split()))
    return MemberDone(weeks=weeks, folder=folder, errors=tuple(lines), code=code)


def in_turn(job: SquadJob, members: list[Member], registry: Registry) -> Work:
    """Yield what has become of each of *members*, one after the other."""
    for member in members:
        yield do_for(member, job, registry)


def side_by_side(job: SquadJob, members: list[Member], processes: int) -> Work:
    """Yield what has become of each of *members*, in order, where several *processes* work for them.

    Who interrupts it waits for the athletes that are being worked for, so that each folder is old or new.
    """
    pool = ProcessPoolExecutor(processes, initializer=_start, initargs=(job, members, chosen_language()))
    try:
        yield from pool.map(_do, range(len(members)))
    finally:
        pool.shutdown(cancel_futures=True)


_work: list[tuple[SquadJob, list[Member], Registry]] = []
"""What this process works at, if it is one of several."""


def _start(job: SquadJob, members: list[Member], spoken: Language | None) -> None:
    """Prepare a process; the one that began it hears of interruptions, and ends it."""
    speak(spoken)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    set_others_aside()
    few = not job.wishes.transforms
    _work.append((job, members, discovered_anew(job.wishes.formats, job.plugins, few=few)))


def _do(number: int) -> MemberDone:
    job, members, registry = _work[-1]
    return do_for(members[number], job, registry)
