"""What asks for too much is counted before it is done, and refused at its place in one sentence."""

import io
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from counting import calls
from workout_core import DocumentError, Plan, Session, Workout, parse_steps, read_document, shift
from workout_core.budget import Budget, Work, read_at_most
from workout_core.documents.reader import read_text
from workout_core.errors import ExportError, TooMuchWork, closest
from workout_core.formats.capabilities import Capabilities, Feature
from workout_core.formats.simplify import simplify
from workout_core.model.workout import Repeat, Step
from workout_core.plans.changes import Shift, changed

HEAD = "plan: P\nstart: 2026-01-05\n"
OFTEN = f"weeks:\n  - {{repeat: 400, mon: [{', '.join(['1km'] * 5)}]}}\n"
TOO_MANY = "more than 10000 sessions written one by one (repeat weeks or divide the plan)"
MANY = "; ".join(["easy 1min"] * 2000)


def problems(text: str, **given: object) -> list[str]:
    with pytest.raises(DocumentError) as error:
        read_text(text, **given)
    return [
        f"{each.line}:{each.column}: {f'{each.path}: ' if each.path else ''}{each.message}"
        for each in error.value.problems
    ]


def test_work_is_refused_when_it_is_more_than_there_may_be_and_not_before():
    budget = Budget()
    budget.spend(Work.WEEKS, 999)
    budget.spend(Work.WEEKS)

    with pytest.raises(TooMuchWork, match=r"^more than 1000 weeks$"):
        budget.spend(Work.WEEKS)
    budget.spend(Work.SESSIONS)


@pytest.mark.parametrize("work", Work, ids=lambda work: work.name)
def test_every_refusal_has_one_shape(work):
    assert re.fullmatch(rf"more than {work.most} [a-z ,]+(?: \([a-z ,]+\))?", work.refusal)


def test_the_documentation_lists_every_budget():
    text = (Path(__file__).parents[1] / "docs" / "documents.md").read_text("utf-8")
    table = re.findall(r"^\| ([0-9,]+) \|", text.partition("## How much is read")[2], re.MULTILINE)
    assert sorted(table) == sorted(f"{work.most:,}" for work in Work)


LARGE = {
    "values in a list": (
        f"workout: W\nsteps: [{'1,' * 1_000_000}1]\n",
        "more than 1000000 values (divide the document)",
    ),
    "steps in a list": (
        f"workout: W\nsteps: [{'1s,' * 100_000}1s]\n",
        "steps: more than 100000 steps or parts of steps in all (divide the document)",
    ),
    "steps in a line": (
        f"workout: W\nsteps: {'1s;' * 100_000}1s\n",
        "steps: more than 100000 steps or parts of steps in all (divide the document)",
    ),
    "short steps in a line": (
        f"workout: W\nsteps: {'1s,' * 15_000}1s\n",
        "steps: more than 15000 steps and repeats in the notation (divide the document)",
    ),
    "letters": (
        f"workout: W\nsteps: {'a' * 1_000_001}\n",
        "steps: more than 1000000 letters of steps in all (divide the document)",
    ),
    "letters of a description": (
        f"workout: W\nsteps: 1km\ndescription: {'a ' * 50_000}a\n",
        "description: more than 100000 letters (shorten it)",
    ),
    "sessions of a day": (
        f"{HEAD}weeks:\n  - mon: [{'1s,' * 10_000}1s]\n",
        f"weeks[0].mon: {TOO_MANY}",
    ),
    "workouts with a name": (
        f"{HEAD}workouts:\n"
        + "".join(f"  w{number}: 1s\n" for number in range(2_001))
        + "weeks:\n  - mon: w1\n",
        "workouts: more than 2000 workouts with a name (divide the plan)",
    ),
    "a long workout every day": (
        f"{HEAD}workouts: {{b: {MANY}}}\nweeks:\n  - {{repeat: 60, mon: b}}\n",
        "more than 60000 steps in all sessions (divide the plan)",
    ),
    "a longer workout every week": (
        f"{HEAD}workouts: {{b: {MANY}}}\nweeks:\n  - mon: b\n"
        + "".join(f"  - {{like: {week}, volume: +1%}}\n" for week in range(1, 61)),
        "more than 60000 steps in all sessions (divide the plan)",
    ),
    "sessions put off again and again": (
        f"{HEAD}{OFTEN}changes:\n" + "  - {shift: 1}\n" * 510,
        "changes[500]: more than 1000000 sessions put off in all (change the weeks instead)",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("text", "message"), LARGE.values(), ids=LARGE)
def test_too_much_is_one_problem_of_the_document(text, message):
    assert [problem.partition(": ")[2] for problem in problems(text)] == [message]


@pytest.mark.slow
def test_values_are_counted_in_json_too():
    text = '{"workout": "W", "steps": [' + "1," * 1_000_000 + "1]}"
    assert problems(text, is_json=True)[0].endswith(": more than 1000000 values (divide the document)")


FORMATS = {
    "no last rest": Capabilities(features=frozenset(Feature) - {Feature.SKIP_LAST_REST}),
    "no repeats inside repeats": Capabilities(features=frozenset(Feature) - {Feature.NESTED_REPEAT}),
    "no repeats": Capabilities(features=frozenset(Feature) - {Feature.REPEAT}),
}


def _nested(steps: int, depth: int = 16) -> Workout:
    items: tuple[Step | Repeat, ...] = parse_steps("400m\n" * steps)
    rest = parse_steps("200m jog")
    for _ in range(depth):
        items = (Repeat(items=(*items, *rest), times=2, skip_last_rest=True),)
    return Workout(name="Nested", items=items)


@pytest.mark.parametrize("supports", FORMATS.values(), ids=FORMATS)
def test_repeats_that_skip_their_last_rest_are_counted_before_they_are_written_out(supports):
    workout = _nested(1000)
    with pytest.raises(ExportError, match=r"^steps: more than 100000 steps, because the format has no such"):
        simplify(workout, supports)

    assert calls(lambda: simplify(workout, supports)) < 5_000_000


def test_repeats_side_by_side_are_counted_together():
    items = parse_steps("1000x(1s, 1s jog)\n" * 60)
    with pytest.raises(ExportError, match="more than 100000 steps"):
        simplify(Workout(name="Row", items=items), FORMATS["no repeats"])


def test_what_is_written_out_inside_what_is_written_out_counts_once():
    items = parse_steps("30x(30x(30x(1s, 1s jog)))")

    simple, _ = simplify(Workout(name="Cube", items=items), FORMATS["no repeats"])

    assert len(simple.items) == 2 * 30**3


def _named(workouts: int) -> str:
    letters = str.maketrans("0123456789", "abcdefghij")
    names = [f"{number:05}".translate(letters) for number in range(workouts)]
    days = "".join(f"  - {{mon: {number + 1}s}}\n" for number in range(300))
    return f"{HEAD}workouts:\n" + "".join(f"  {name}: 1km\n" for name in names) + f"weeks:\n{days}"


def test_a_day_that_is_read_is_not_compared_with_the_names_of_workouts():
    read_text(_named(10))
    once, more = (calls(lambda count=count: read_text(_named(count))) for count in (200, 400))

    assert more < 1.5 * once


def test_lines_that_stand_on_many_days_are_read_once():
    def plan(line: str) -> str:
        return f"{HEAD}weeks:\n" + "".join(f"  - mon: {line.format(n + 10)}\n" for n in range(200))

    same, others = (
        calls(lambda text=text: read_text(plan(text)))
        for text in ("5x(800m @ RPE 8, 400m jog)", "5x({}00m @ RPE 8, 400m jog)")
    )

    assert 2 * same < others


def test_lines_that_stand_on_many_days_count_as_often():
    (told,) = problems(f"{HEAD}weeks:\n" + f"  - {{mon: {MANY}}}\n" * 8)

    assert told == (
        "11:11: weeks[7].mon.steps: more than 15000 steps and repeats in the notation (divide the document)"
    )


@pytest.mark.slow
def test_names_that_nobody_knows_are_compared_with_so_many_at_most():
    letters = str.maketrans("0123456789", "abcdefghij")
    words = [f"{number:05}".translate(letters) for number in range(1900)]
    names = "".join(f"  {word}: 1km\n" for word in words)
    days = "".join(f"  - {{mon: {word}x}}\n" for word in words[:60])

    told = problems(f"{HEAD}workouts:\n{names}weeks:\n{days}")

    assert "did you mean 'aaaaa'?" in told[0]
    assert told[-1].endswith(
        "(one of aaaaa, aaaab, aaaac, aaaad, aaaae, aaaaf, aaaag, aaaah, aaaai, aaaaj, aaaba, aaabb, …)"
    )


def test_a_word_is_compared_letter_by_letter_with_few_of_many_that_are_alike():
    few, many = ([f"{'a' * 60}{number:04}" for number in range(count)] for count in (100, 1000))
    closest("warm", ["up"])

    assert calls(lambda: closest("a" * 60, many)) < 20 * calls(lambda: closest("a" * 60, few))


def test_many_shifts_are_made_without_making_the_sessions_anew_each_time():
    day = date(2026, 1, 5)
    workout = Workout(name="W", items=parse_steps("1km"))
    plan = Plan(
        name="P",
        sessions=[Session(slot=str(n), day=day + timedelta(days=n), activity=workout) for n in range(300)],
    )
    shifts = [Shift(days=1)] * 3000

    assert changed(plan, shifts) == shift(plan, 3000)
    assert calls(lambda: changed(plan, shifts)) < 20 * calls(lambda: shift(plan, 1)) + 2 * 300 * 3000


class _Endless(io.RawIOBase):
    """A device that always has more, and counts what was asked of it."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        self.given += len(buffer)
        buffer[:] = bytes(len(buffer))
        return len(buffer)


def test_no_more_is_read_of_what_never_ends_than_the_largest_document_and_a_byte():
    endless = _Endless()
    with pytest.raises(TooMuchWork, match=r"^larger than 16 MB, which no document is$"):
        read_at_most(io.BufferedReader(endless, 1))

    assert endless.given <= 16_000_001 + io.DEFAULT_BUFFER_SIZE


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_not_a_document():
    with pytest.raises(DocumentError, match=r"^/dev/zero: larger than 16 MB, which no document is$"):
        read_document("/dev/zero")
