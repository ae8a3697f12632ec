"""From an athlete of a squad to files: each of their plans in each format, and a page to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple

from attrs import frozen

from workout_core.analysis.readings import Readings
from workout_core.errors import InvalidWorkout, shown
from workout_core.files.publish import Output
from workout_core.formats.exporter import Export
from workout_core.formats.losses import Loss, refuse_losses
from workout_core.formats.revisions import Revision
from workout_core.html.plan_page import plan_html
from workout_core.languages import gettext, in_language
from workout_core.model.plan import Plan
from workout_core.pipeline.clock import today
from workout_core.pipeline.export import export, refuse_too_many_files
from workout_core.pipeline.file_names import slug
from workout_core.pipeline.identities import rename_advice
from workout_core.pipeline.revising import Revisions
from workout_core.pipeline.transform import transformed
from workout_core.plans.members import member_plans
from workout_core.plans.squad import Member, Squad
from workout_core.plans.squad_totals import MemberWeeks, member_weeks
from workout_core.plugins import Registry

PAGE = "page"
"""What a page is made as, where other files are made as a format."""


@frozen(kw_only=True)
class SquadWishes:
    """What every athlete of a squad gets.

    Attributes:
        formats: names of exporters.
        transforms: of each workout, in order.
        options: of each format.
        strict: refuse to lose anything.
        now: the clock.
    """

    formats: tuple[str, ...]
    transforms: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, str]]
    strict: bool = False
    now: datetime


class MemberFiles(NamedTuple):
    """What is made for one athlete.

    Attributes:
        outputs: files, by their names in the athlete's folder.
        losses: where, and what.
        weeks: for the overview.
    """

    outputs: list[Output]
    losses: list[tuple[str, Loss]]
    weeks: MemberWeeks


def folder_of(member: Member) -> str:
    """Return the name of the folder of *member*: by what they go by, whatever their place in the squad."""
    return slug(member.key)


def refuse_same_folders(squad: Squad) -> None:
    """Refuse two athletes whose folders would be one.

    Raises:
        InvalidWorkout: there are such.
    """
    known: dict[str, str] = {}
    for member in squad.members:
        first = known.setdefault(folder_of(member), member.key)
        if first != member.key:
            told = gettext(
                "{first} and {second} would have one folder (give one of them an 'id:')",
                first=shown(first),
                second=shown(member.key),
            )
            raise InvalidWorkout(told)


def made_as(squad: Squad, stem: str, name: str) -> str:
    """Return what marks a file as made of a plan of *squad*, as what."""
    return f"{squad.identity} {stem} {name}"


def is_made_as(squad: Squad, formats: tuple[str, ...]) -> Callable[[str], bool]:
    """Return what tells whether a file was made of a plan of *squad*, as one of the *formats*, or a page."""
    names = {*formats, PAGE}

    def is_same(of: str) -> bool:
        return of.startswith(f"{squad.identity} ") and of.rpartition(" ")[2] in names

    return is_same


def first_weekday_of(squad: Squad) -> int:
    """Return on which weekday the weeks of the overview begin: as those of the first plan do."""
    return squad.plans_of(squad.members[0])[0].plan.first_weekday


def member_files(
    squad: Squad, member: Member, wishes: SquadWishes, registry: Registry, tell: Callable[[str], object]
) -> MemberFiles:
    """Return the files of one athlete, in their language, and their weeks.

    Args:
        squad: the squad.
        member: one of its athletes.
        wishes: what to make.
        registry: where formats are looked up.
        tell: is told what is doubtful.

    Raises:
        WorkoutError: something of theirs does not fit, or a format cannot take any of it.
    """
    with in_language(member.athlete.language, otherwise=True):
        return _member_files(squad, member, wishes, registry, tell)


def _member_files(
    squad: Squad, member: Member, wishes: SquadWishes, registry: Registry, tell: Callable[[str], object]
) -> MemberFiles:
    readings = Readings(member.athlete)
    outputs: list[Output] = []
    losses: list[tuple[str, Loss]] = []
    plans: list[Plan] = []
    for each in member_plans(squad, member, tell):
        stem = slug(each.stem)
        told: list[Loss] = []
        plan = transformed(each.plan, wishes.transforms, registry, member.athlete, told.append)
        assert isinstance(plan, Plan)  # noqa: S101 - a transform keeps what it is given
        if wishes.strict:
            refuse_losses("--transform", told)
        losses += [(stem, loss) for loss in told]
        plans.append(plan)
        revisions = Revisions(registry, wishes.now, partial(_tell_renamed, plan, tell))
        for name, file in _files(plan, stem, wishes, registry, readings):
            outputs.append(revisions.output(file, name, made_as(squad, stem, name)))
            losses += [(file.name, loss) for loss in file.losses]
        page = plan_html(plan, readings, today=today(wishes.now)).encode()
        outputs.append(Output(f"{stem}.html", page, made_as(squad, stem, PAGE)))
    weeks = member_weeks(member.key, plans, readings, first_weekday_of(squad))
    return MemberFiles(outputs, losses, weeks)


def _tell_renamed(plan: Plan, tell: Callable[[str], object], name: str, revision: Revision) -> None:
    for advice in rename_advice(plan, revision.renamed):
        tell(f"{name}: {advice}")


def _files(
    plan: Plan, stem: str, wishes: SquadWishes, registry: Registry, readings: Readings
) -> Iterator[tuple[str, Export]]:
    for name in wishes.formats:
        refuse_too_many_files(plan, registry.exporter(name))
    for name in wishes.formats:
        for file in export(
            plan,
            name,
            registry=registry,
            readings=readings,
            options=wishes.options[name],
            name=stem,
            now=wishes.now,
            strict=wishes.strict,
        ):
            yield name, file
