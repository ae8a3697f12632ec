"""The kit finds what is wrong with a plugin, at the test whose name says it, and nothing else."""

import importlib.util
import re
import subprocess
import sys

import pytest

from workout_core import Feature
from workout_core.testing import ExporterKit, ImporterKit, RecipeKit, TransformKit, faults
from workout_core.testing.kit.subjects import WORKOUTS

HEAD = """\
from attrs import evolve, frozen

from workout_core import *

ALL = frozenset(Feature)


def exporter(write, features=ALL, **more):
    given = dict(title="Mine", subject=Workout, suffix=".mine", media_type="text/plain")
    return Exporter(name="mine", supports=Capabilities(features=features), write=write, **given | more)


def honest(subject, context):
    return write_json(subject).encode()


def with_steps(workout, change):
    def item(each):
        if isinstance(each, Step):
            return change(each)
        return evolve(each, items=tuple(map(item, each.items)))

    return evolve(workout, items=tuple(map(item, workout.items)))


@frozen
class Nothing:
    '''No options.'''


WRITE = honest
MORE = {}
"""
WRITES = """

@hookimpl
def workout_exporters():
    return [exporter(WRITE, **MORE)]
"""


def writing(body: str = "return honest(subject, context)", more: str = "") -> str:
    """Return a plugin of one format, whose writer does *body*."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return f"{HEAD}{more}\n\ndef WRITE(subject, context):\n{lines}\n{WRITES}"


FINE = {
    "everything": writing(),
    "time alone": writing(
        "return str([subject.name, [(path, each.duration) for path, each in subject.walk()]]).encode()",
        "MORE = {'features': {Feature.TIME}}",
    ),
    "plans alone": writing(more="MORE = {'subject': Plan}"),
    "both": writing(more="MORE = {'subject': Workout | Plan}"),
    "one sport": f"""{HEAD}

@hookimpl
def workout_exporters():
    made = exporter(honest)
    return [evolve(made, supports=evolve(made.supports, sports={{Sport.CYCLING}}))]
""",
}
CADENCE = """\
def without(step):
    pair = step.target, step.second_target
    both = [each for each in pair if each and each.quantity is not Quantity.CADENCE]
    return evolve(step, target=None, second_target=None) if not both else evolve(
        step, target=both[0], second_target=both[1] if len(both) > 1 else None)
return honest(with_steps(subject, without), context)"""
RANGE = """\
def low(step):
    values = getattr(step.target, "value", None)
    if not isinstance(values, Range):
        return step
    return evolve(step, target=evolve(step.target, value=Range(values.low, values.low, values.of)))
return honest(with_steps(subject, low), context)"""
RAMP = """\
def even(step):
    value = getattr(step.target, "value", None)
    if not isinstance(value, Ramp):
        return step
    return evolve(step, target=evolve(step.target, value=Ramp(value.start, value.start * 0.9, value.of)))
return honest(with_steps(subject, even), context)"""
FAULTY = {
    "it writes one end of a range": (writing(RANGE), {"each_claimed_feature_changes_the_bytes"}),
    "it writes one end of a ramp": (writing(RAMP), {"each_claimed_feature_changes_the_bytes"}),
    "it claims cadence, and ignores it": (writing(CADENCE), {"each_claimed_feature_changes_the_bytes"}),
    "it is heavy": (writing(more="import yaml"), {"importing_it_is_light"}),
    "it is heavy by the standard library": (writing(more="import email.message"), {"importing_it_is_light"}),
    "it greets": (writing(more="print('hello')"), {"importing_it_prints_nothing"}),
    "it is random": (
        writing("return honest(subject, context) + str(random.random()).encode()", "import random"),
        {
            "the_same_workout_gives_the_same_bytes",
            "the_clock_does_not_change_what_it_makes",
        },
    ),
    "it depends on hash order": (
        writing("return honest(subject, context) + str(set('abcdefgh')).encode()"),
        {"hash_order_does_not_change_what_it_makes"},
    ),
    "it stamps the second": (
        writing(
            "return honest(subject, context) + str(int(time.time()) // 1).encode()",
            "import time",
        ),
        {"the_clock_does_not_change_what_it_makes"},
    ),
    "it stamps the day": (
        writing("return honest(subject, context) + str(date.today()).encode()", "from datetime import date"),
        {"the_clock_does_not_change_what_it_makes"},
    ),
    "it remembers": (
        writing("SEEN.append(1)\nreturn honest(subject, context) + str(len(SEEN)).encode()", "SEEN = []"),
        {"the_same_workout_gives_the_same_bytes"},
    ),
    "it mutates": (
        writing("object.__setattr__(subject, 'name', 'Mine')\nreturn honest(subject, context)"),
        {"the_workout_is_not_changed", "long_texts_are_not_cut_without_a_word"},
    ),
    "it prints": (
        writing("print('writing')\nreturn honest(subject, context)"),
        {"it_prints_nothing_when_it_writes"},
    ),
    "it cuts a text": (
        writing("return honest(evolve(subject, description=subject.description[:200]), context)"),
        {"long_texts_are_not_cut_without_a_word"},
    ),
    "it cuts a workout": (
        writing("return honest(evolve(subject, items=subject.items[:200]), context)"),
        {"long_workouts_are_not_cut_without_a_word"},
    ),
    "it refuses a workout with everything": (
        writing(
            "if len(list(subject.walk())) > 5:\n"
            "    raise ExportError('too long for me')\n"
            "return honest(subject, context)"
        ),
        {"a_workout_with_everything_is_written", "a_plan_with_everything_is_written"},
    ),
    "it refuses events": (
        writing(
            "if any(isinstance(each.activity, Event) for each in subject.sessions):\n"
            "    raise ExportError('no events')\n"
            "return honest(subject, context)",
            "MORE = {'subject': Plan}",
        ),
        {"a_plan_with_everything_is_written"},
    ),
    "an option has no sentence": (
        writing(more="@frozen\nclass Options:\n    bullet: str = '-'\n\nMORE = {'options': Options}"),
        {"everything_that_users_set_has_a_sentence"},
    ),
}
READING = """
SUFFIXES = [".mine"]


def READ(data, context):
    return read_bytes(data, is_json=True)


KNOWS = None
{more}

@hookimpl
def workout_importers():
    return [Importer(name="mine", title="Mine", suffixes=SUFFIXES, read=READ, recognises=KNOWS)]
"""


def reading(body: str = "return read_bytes(data, is_json=True)", more: str = "") -> str:
    """Return a plugin that writes and reads one format, whose reader does *body*."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return writing() + READING.format(more=f"{more}\n\ndef READ(data, context):\n{lines}\n")


ADAM = "Workout(name='Adam', items=[Step(duration=Time(60))])"
UNREADABLE = {
    "it raises what Python raises": (
        reading("import json\njson.loads(data)\nreturn read_bytes(data, is_json=True)"),
        {"damaged_files_are_refused_in_a_sentence"},
    ),
    "it refuses in silence": (
        reading(
            "try:\n    return read_bytes(data, is_json=True)\nexcept WorkoutError:\n    raise ExportError('')"
        ),
        {"damaged_files_are_refused_in_a_sentence"},
    ),
    "it reads something else": (reading(f"return {ADAM}"), {"what_its_exporter_writes_is_read_back"}),
    "it drops cues": (
        reading(
            "return with_steps(read_bytes(data, is_json=True), lambda each: evolve(each, cue=''))",
        ),
        {"what_its_exporter_writes_is_read_back"},
    ),
    "it prints": (
        reading("print(len(data))\nreturn read_bytes(data, is_json=True)"),
        {"it_prints_nothing_when_it_reads"},
    ),
    "it recognises nothing": (
        reading(more="KNOWS = lambda head: False"),
        {"it_recognises_its_own_files_and_nothing_empty"},
    ),
    "it recognises everything": (
        reading(more="KNOWS = lambda head: True"),
        {"it_recognises_its_own_files_and_nothing_empty"},
    ),
    "it raises when it is asked": (
        reading(more="def KNOWS(head):\n    return head.decode()[0] == '{'\n"),
        {"it_recognises_its_own_files_and_nothing_empty"},
    ),
    "it is random": (
        reading(
            "found = read_bytes(data, is_json=True)\nreturn evolve(found, name=str(random.random()))",
            "import random",
        ),
        {
            "the_same_file_gives_the_same_workout",
            "the_clock_does_not_change_what_it_makes",
            "what_its_exporter_writes_is_read_back",
            "what_was_read_is_written_the_same",
        },
    ),
    "it changes each time": (
        reading("found = read_bytes(data, is_json=True)\nreturn evolve(found, name=found.name + '!')"),
        {"what_its_exporter_writes_is_read_back", "what_was_read_is_written_the_same"},
    ),
}
CHANGING = """

@hookimpl
def workout_transforms():
    return [Transform(name="mine", title="Mine", apply=APPLY)]
"""


def changing(body: str, more: str = "") -> str:
    """Return a plugin of one transform that does *body*."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return f"{HEAD}{more}\n\ndef APPLY(workout, context):\n{lines}\n{CHANGING}"


SHOUT = "with_steps(workout, lambda each: evolve(each, cue=each.cue.upper()))"
UNCHANGED = {
    "it is fine": (changing(f"return {SHOUT}"), set()),
    "it does nothing": (changing("return workout"), {"some_workout_is_changed"}),
    "it drops cues": (
        changing("return with_steps(workout, lambda each: evolve(each, cue=''))"),
        {"what_it_drops_is_told"},
    ),
    "it tells that it drops cues": (
        changing(
            "context.lose('', Feature.CUE, 'left out')\n"
            "return with_steps(workout, lambda each: evolve(each, cue=''))"
        ),
        set(),
    ),
    "it mutates": (
        changing(f"object.__setattr__(workout, 'name', workout.name + '!')\nreturn {SHOUT}"),
        {"the_workout_is_not_changed_in_place"},
    ),
    "it prints": (changing(f"print(workout.name)\nreturn {SHOUT}"), {"it_prints_nothing_when_it_is_applied"}),
    "it is random": (
        changing("return evolve(workout, name=str(random.random()))", "import random"),
        {
            "the_same_workout_gives_the_same_workout",
            "the_clock_does_not_change_what_it_makes",
        },
    ),
}
COOKING = """

@frozen
class Wanted:
    times: int = parameter("count", "How often.", 3)
    rest: Time | Distance = parameter("amount", "What is between.", Time(60))


{more}

@hookimpl
def workout_recipes():
    return [Recipe(name="mine", title="Mine", parameters=Wanted, build=BUILD)]
"""


def cooking(body: str, more: str = "") -> str:
    """Return a plugin of one recipe that does *body*."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return HEAD + COOKING.format(more=f"{more}\n\ndef BUILD(wanted):\n{lines}\n")


SET = "Repeat(times=wanted.times, items=[Step(duration=Time(60)), Step(duration=wanted.rest)])"
UNEATABLE = {
    "it is fine": (cooking(f"return Workout(name='Mine', items=[{SET}])"), set()),
    "it forgets a parameter": (
        cooking("return Workout(name='Mine', items=[Step(duration=wanted.rest)])"),
        {"each_parameter_changes_the_workout"},
    ),
    "it is fine, and needs what is like the example": (
        cooking(
            "step = Step(duration=Time(60), target=Target(Quantity.SPEED, Range(wanted.pace, wanted.pace)))\n"
            "day, share = wanted.day.isoformat(), wanted.share\n"
            "return Workout(name=f'{day} {share}', items=[step])",
            "@frozen(kw_only=True)\nclass Wanted:\n"
            "    pace: float = parameter('pace', 'How fast.')\n"
            "    share: float = parameter('percentage', 'How much.')\n"
            "    day: str = parameter('date', 'When.')\n",
        ),
        set(),
    ),
    "it prints": (
        cooking(f"print(wanted)\nreturn Workout(name='Mine', items=[{SET}])"),
        {"it_prints_nothing_when_it_is_made"},
    ),
    "it raises": (
        cooking(f"1 / (wanted.times - 1)\nreturn Workout(name='Mine', items=[{SET}])"),
        {"wrong_values_are_refused_in_a_sentence"},
    ),
    "it is random": (
        cooking(f"return Workout(name=str(random.random()), items=[{SET}])", "import random"),
        {
            "the_same_parameters_make_the_same_workout",
            "the_clock_does_not_change_what_it_makes",
        },
    ),
    "a parameter has no sentence": (
        cooking(
            "return Workout(name='Mine', items=[Step(duration=Time(60 * wanted.times))])",
            "@frozen\nclass Wanted:\n    times: int = 3\n",
        ),
        {"everything_that_users_set_has_a_sentence"},
    ),
}


@pytest.fixture
def module(tmp_path):
    """Make a module of a text, which lies in a file, and is forgotten afterwards."""
    made = []

    def call(code: str, name: str = "workout_mine"):
        file = tmp_path / f"{name}.py"
        file.write_text(code, "utf-8")
        spec = importlib.util.spec_from_file_location(name, file)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        made.append(name)
        spec.loader.exec_module(module)
        return module

    yield call
    for name in made:
        sys.modules.pop(name, None)


FRESH = (
    "importing_it_is_light",
    "importing_it_prints_nothing",
    "hash_order_does_not_change_what_it_makes",
    "the_clock_does_not_change_what_it_makes",
)
"""What starts interpreters."""
NO_FRESH = {f"test_{name}": None for name in FRESH}
TABLE = [
    pytest.param(kit, code, expected, id=f"{kit.__name__}: {name}")
    for kit, rows in (
        (ExporterKit, FAULTY),
        (ImporterKit, UNREADABLE),
        (TransformKit, UNCHANGED),
        (RecipeKit, UNEATABLE),
    )
    for name, (code, expected) in rows.items()
]


@pytest.mark.parametrize(("kit", "code", "expected"), TABLE)
def test_a_fault_is_found_at_the_test_that_is_named_after_it(module, kit, code, expected):
    mine = type("Mine", (kit,), {"plugin": module(code), "name": "mine"})()
    for name in expected:
        with pytest.raises(AssertionError):
            getattr(mine, f"test_{name}")()


@pytest.mark.slow
@pytest.mark.parametrize(("kit", "code", "expected"), TABLE)
def test_a_fault_is_found_at_no_other_test(module, kit, code, expected):
    left_out = {} if expected & {*FRESH} else NO_FRESH
    told = faults(kit, plugin=module(code), name="mine", examples=3, **left_out)
    assert {name.removeprefix("test_") for name in told} == expected


@pytest.mark.parametrize("code", FINE.values(), ids=FINE)
def test_an_honest_format_passes(module, code):
    assert faults(ExporterKit, plugin=module(code), name="mine", examples=2, **NO_FRESH) == {}


@pytest.mark.slow
@pytest.mark.parametrize("code", FINE.values(), ids=FINE)
def test_an_honest_format_passes_in_a_fresh_interpreter_too(module, code):
    assert faults(ExporterKit, plugin=module(code), name="mine") == {}


CRASHES = {
    "it knows one code page": (
        writing("subject.name.encode('latin-1')\nreturn honest(subject, context)"),
        "texts_of_every_script_are_written",
        "'Zażółć gęślą jaźń': write raises UnicodeEncodeError: ",
    ),
    "it cannot nest": (
        writing(
            "for _, each in subject.walk():\n"
            "    if isinstance(each, Repeat) and each.depth > 1:\n"
            "        raise KeyError('nested')\n"
            "return honest(subject, context)"
        ),
        "a_workout_with_everything_is_written",
        "'Kitchen sink': write raises KeyError: 'nested' (raise a WorkoutError)",
    ),
    "it writes text": (
        writing("return write_json(subject)"),
        "a_workout_with_everything_is_written",
        "'Kitchen sink': write raises TypeError: it gave str, not bytes (raise a WorkoutError)",
    ),
    "its hook is misspelt": (
        writing().replace("workout_exporters", "workout_exporter"),
        "it_is_loaded",
        "local:workout_mine is broken: 'workout_exporter' is not a hook",
    ),
    "it offers another name": (
        writing().replace('name="mine"', 'name="yours"'),
        "it_is_loaded",
        "workout_exporters offers no 'mine' (it offers yours; set 'name')",
    ),
}


@pytest.mark.parametrize(("code", "test", "message"), CRASHES.values(), ids=CRASHES)
def test_what_breaks_a_format_is_told_where_it_breaks(module, code, test, message):
    made = type("Mine", (ExporterKit,), {"plugin": module(code), "name": "mine"})()
    with pytest.raises(AssertionError, match=f"^{re.escape(message)}"):
        getattr(made, f"test_{test}")()


@pytest.mark.slow
def test_an_exception_is_taken_with_its_reason_and_only_where_it_is_needed(module):
    code = writing("return honest(with_steps(subject, lambda each: evolve(each, cue='')), context)")
    lies = module(code)

    def told(**exceptions):
        given = {Feature[name]: reason for name, reason in exceptions.items()}
        made = type("Mine", (ExporterKit,), {"plugin": lies, "name": "mine", "exceptions": given})()
        try:
            made.test_each_claimed_feature_changes_the_bytes()
        except AssertionError as error:
            return str(error)
        return ""

    assert told().startswith("CUE: dropped without a word in ")
    assert told(CUE="the format has comments of its own") == ""
    assert told(CUE=" ") == "the exception of CUE has no reason (write a sentence)"
    assert told(CUE="no room", TAGS="no room") == (
        "TAGS changes the bytes, and needs no exception (leave it out)"
    )


def test_the_name_may_be_left_out_where_there_is_one(module):
    made = type("Mine", (ExporterKit,), {"plugin": module(writing())})()
    assert made.record().name == "mine"


def test_an_importer_without_an_exporter_needs_samples(module):
    code = HEAD + READING.format(more="")
    (told,) = {*faults(ImporterKit, plugin=module(code), name="mine", **NO_FRESH).values()}
    assert told == "there is nothing to read (set 'samples' to files of the format by name)"
    samples = {"easy.mine": b'{"workout": "Easy", "steps": "10min"}'}
    assert faults(ImporterKit, plugin=module(code), name="mine", samples=samples, **NO_FRESH) == {}


def test_what_comes_back_otherwise_is_told_with_its_place(module):
    drops_cues = module(UNREADABLE["it drops cues"][0])
    mine = type("Mine", (ImporterKit,), {"plugin": drops_cues, "name": "mine"})()
    message = "'Cue' comes back with items[0].cue: '', not 'Relax the shoulders' (read it, "
    with pytest.raises(AssertionError, match=f"^{re.escape(message)}"):
        mine.test_what_its_exporter_writes_is_read_back()


@pytest.mark.slow
def test_the_samples_are_as_they_were_when_plugins_that_change_them_were_tried(module):
    before = repr(WORKOUTS)
    faults(ExporterKit, plugin=module(FAULTY["it mutates"][0]), name="mine", examples=1, **NO_FRESH)
    faults(TransformKit, plugin=module(UNCHANGED["it mutates"][0]), name="mine", examples=1, **NO_FRESH)
    assert repr(WORKOUTS) == before


def test_no_kit_needs_pytest():
    code = "import sys; sys.modules['pytest'] = sys.modules['hypothesis'] = None; import workout_core.testing"
    subprocess.run([sys.executable, "-c", code], check=True)
