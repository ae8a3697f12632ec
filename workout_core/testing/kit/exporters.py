"""What a format that is written is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any, ClassVar, Final

from attrs import evolve

from workout_core.errors import ExportError, WorkoutError
from workout_core.formats.capabilities import Feature
from workout_core.formats.exporter import Exporter
from workout_core.formats.revisions import Revision, RevisionContext
from workout_core.model.duration import Time
from workout_core.model.plan import Plan
from workout_core.model.workout import Step, Workout
from workout_core.testing.claims import BrokenClaim, broken_claims
from workout_core.testing.kit import subjects
from workout_core.testing.kit.base import PluginKit, silence
from workout_core.testing.kit.writing import NOW, written
from workout_core.testing.samples import kitchen_sink, kitchen_sink_plan

NONE: Final[Mapping[Feature, str]] = MappingProxyType({})
LONG: Final = "abcdefghij" * 60
"""Longer than any format takes that has a limit and does not tell."""
MANY: Final = 300


class ExporterKit(PluginKit):
    """The tests of a format that is written.

    Attributes:
        exceptions: features that need not change the bytes, each with the reason:
            ``{Feature.CUE: "the format has comments of its own"}``. One that is not needed fails.
    """

    hook: ClassVar[str] = "workout_exporters"
    exceptions: ClassVar[Mapping[Feature, str]] = NONE

    def written(self, subject: Workout | Plan) -> Any:
        """Return the files and the losses of *subject*, in a sport that the format knows."""
        record = self.record()
        return written(subjects.in_a_sport_of(record, subject), record, self.options)

    @classmethod
    @lru_cache(4)  # two tests ask for them, each of an instance of its own
    def _claims(cls) -> tuple[BrokenClaim, ...]:
        made = cls()
        return tuple(broken_claims(made.record(), made.filled()))

    def test_each_claimed_feature_changes_the_bytes(self) -> None:
        """What the format claims to carry is in its files: without it, the bytes are others."""
        claims = self._claims()
        broken = {claim.feature for claim in claims if claim.is_claimed}
        if unneeded := [each.name for each in self.exceptions if each not in broken]:
            raise AssertionError(f"{unneeded[0]} changes the bytes, and needs no exception (leave it out)")
        if unexplained := [each.name for each, reason in self.exceptions.items() if not reason.strip()]:
            raise AssertionError(f"the exception of {unexplained[0]} has no reason (write a sentence)")
        _refuse(str(claim) for claim in claims if claim.is_claimed and claim.feature not in self.exceptions)

    def test_what_it_does_not_claim_is_told(self) -> None:
        """What the format does not carry is a loss that users see."""
        claims = self._claims()
        _refuse(str(claim) for claim in claims if not claim.is_claimed)

    def test_long_texts_are_not_cut_without_a_word(self) -> None:
        """A limit for texts is declared: texts that differ at their ends make other bytes, or are losses."""
        one, other = _worded(LONG), _worded(f"{LONG}!")
        supports = self._supports(one["name"])
        for where, workout in one.items():
            if where in _carried(supports):
                self._refuse_the_same(
                    workout, other[where], f"a long {where} is cut", f"declare max_{_LIMITS[where]}"
                )

    def test_long_workouts_are_not_cut_without_a_word(self) -> None:
        """A limit for steps is declared: the last of many steps is written, or refused by the core."""
        steps = [Step(duration=Time(60 + number % 7)) for number in range(MANY)]
        one = Workout(name="Long", items=steps)
        other = evolve(one, items=[*steps[:-1], Step(duration=Time(1000))])
        if self._supports(one).by_reference:
            return
        self._refuse_the_same(one, other, f"the last of {MANY} steps is cut", "declare max_steps")

    def test_the_same_workout_gives_the_same_bytes(self) -> None:
        """Writing twice gives the same files: nothing is random, counted or remembered."""
        for subject in subjects.all_for(self.record()):
            if _outcome(self, subject) != _outcome(self, subject):
                raise AssertionError(f"{subject.name!r}: the second time the bytes are others")

    def test_a_file_that_follows_itself_stays_as_it_is(self) -> None:
        """If the format revises: what did not change keeps its bytes, and any bytes may be there before."""
        record = self.record()
        later = RevisionContext(now=NOW + timedelta(days=1))
        for subject in subjects.all_for(record) if record.revise else ():
            for data in _files(self, subject):
                if _revised(record, data, data, later) != data:
                    raise AssertionError(f"{subject.name!r}: revise changes a file that did not change")
                for earlier in (b"", b"\xff\0\r\n", data[: len(data) // 2]):
                    _revised(record, data, earlier, later)

    def test_the_workout_is_not_changed(self) -> None:
        """The writer leaves the workout, the plan and its options as they were."""
        record = self.record()
        seen: list[tuple[Any, str]] = []

        def write(subject: Any, context: Any) -> bytes:
            seen.append((subject, repr((subject, context.options))))
            data: bytes = record.write(subject, context)
            if repr((subject, context.options)) != seen[-1][1]:
                raise AssertionError(
                    f"{subject.name!r}: the writer changes what it is given (make a new one)"
                )
            return data

        for subject in subjects.all_for(record):
            _allowed(lambda subject=subject: written(subject, evolve(record, write=write), self.options))
        if not seen:
            raise AssertionError("every workout is refused (which does the format take?)")

    def test_it_prints_nothing_when_it_writes(self) -> None:
        """The writer prints nothing: stdout may be the file itself."""
        record = self.record()

        def write(subject: Any, context: Any) -> bytes:
            with silence("write"):
                data: bytes = record.write(subject, context)
            return data

        for subject in subjects.all_for(record):
            _allowed(lambda subject=subject: written(subject, evolve(record, write=write), self.options))

    def test_texts_of_every_script_are_written(self) -> None:
        """Names, cues, descriptions, tags and links may be in any script, and are never refused."""
        for workout in subjects.TEXT_WORKOUTS:
            self._must_write(workout)

    def test_a_workout_with_everything_is_written(self) -> None:
        """The kitchen sink is written, or, where it has too many steps, each item of it."""
        whole = subjects.in_a_sport_of(self.record(), kitchen_sink())
        most = self._supports(whole).max_steps
        if most is None or most >= sum(1 for _ in whole.walk()):
            self._must_write(whole)
        for item in whole.items:
            self._must_write(evolve(whole, items=[item]))

    def test_a_plan_with_everything_is_written(self) -> None:
        """A plan is written, with events, races, skipped sessions and weeks."""
        self._must_write(kitchen_sink_plan())

    def test_generated_workouts_are_written_or_refused_in_a_sentence(self) -> None:
        """No workout makes the writer raise anything but a WorkoutError."""
        from workout_core.testing.strategies import workouts  # noqa: PLC0415 - needs hypothesis

        self.generated(workouts, lambda workout: _allowed(lambda: self.written(workout)))

    def test_generated_plans_are_written_or_refused_in_a_sentence(self) -> None:
        """No plan makes the writer raise anything but a WorkoutError."""
        from workout_core.testing.strategies import plans  # noqa: PLC0415 - needs hypothesis

        self.generated(plans, lambda plan: _allowed(lambda: self.written(plan)))

    def _supports(self, workout: Workout) -> Any:
        record: Exporter[Any] = self.record()
        here = subjects.in_a_sport_of(record, workout)
        return record.capabilities(self.filled(), here).in_sport(here.sport)

    def _must_write(self, subject: Workout | Plan) -> None:
        try:
            files, _ = self.written(subject)
        except WorkoutError as error:
            raise AssertionError(f"{subject.name[:40]!r} is refused: {error}") from error
        if not files:
            raise AssertionError(f"{subject.name[:40]!r}: no file is written")

    def _refuse_the_same(self, one: Workout, other: Workout, what: str, instead: str) -> None:
        try:
            (files, losses), (others, _) = self.written(one), self.written(other)
        except ExportError:
            return
        if files == others and not losses:
            raise AssertionError(f"{what} without a word ({instead}, or tell with context.lose)")


_LIMITS: Final = MappingProxyType(
    {
        "name": "name_bytes",
        "step name": "step_name_bytes",
        "cue": "cue_bytes",
        "description": "description_bytes",
        "tag": "tag_bytes",
    }
)


def _worded(text: str) -> dict[str, Workout]:
    """Return for each place of a text a workout that has *text* there."""
    step = Step(duration=Time(60))
    plain = Workout(name="Plain", items=[step], id="plain")
    return {
        "name": evolve(plain, name=text),
        "step name": evolve(plain, items=[evolve(step, name=text)]),
        "cue": evolve(plain, items=[evolve(step, cue=text)]),
        "description": evolve(plain, description=text),
        "tag": evolve(plain, tags=[text]),
    }


def _carried(supports: Any) -> Iterator[str]:
    """Yield the places of texts that a format carries."""
    if not supports.by_reference:
        yield "name"
    for feature, where in (
        (Feature.STEP_NAME, "step name"),
        (Feature.CUE, "cue"),
        (Feature.DESCRIPTION, "description"),
        (Feature.TAGS, "tag"),
    ):
        if feature in supports:
            yield where


def _outcome(kit: ExporterKit, subject: Workout | Plan) -> object:
    try:
        return kit.written(subject)
    except WorkoutError as error:
        return str(error)


def _files(kit: ExporterKit, subject: Workout | Plan) -> tuple[bytes, ...]:
    """Return the files of *subject*; none if it is refused."""
    try:
        files: tuple[bytes, ...] = kit.written(subject)[0]
    except WorkoutError:
        return ()
    return files


def _revised(record: Exporter[Any], data: bytes, earlier: bytes, context: RevisionContext) -> bytes:
    assert record.revise is not None  # noqa: S101 - asked before
    revision: object = record.revise(data, earlier, context)
    if not isinstance(revision, Revision) or not isinstance(revision.data, bytes):
        raise AssertionError(f"revise gave {type(revision).__name__} (a Revision with bytes as its data)")
    return revision.data


def _allowed(action: Any) -> None:
    """Run *action*, which may refuse what it is given."""
    try:
        action()
    except WorkoutError:
        return


def _refuse(problems: Iterator[str]) -> None:
    if told := "\n".join(problems):
        raise AssertionError(told)
