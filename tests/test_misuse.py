"""What authors of plugins are likely to write wrongly, and the sentence that says what to write."""
# ruff: noqa: ARG005 - wrong arguments are what is tested

import re
from datetime import UTC, datetime

import pytest
from attrs import frozen

from distributions import Site, offering
from workout_core import (
    Capabilities,
    Exporter,
    ExportError,
    Feature,
    Importer,
    InvalidWorkout,
    Recipe,
    Registry,
    Transform,
    Workout,
    export,
    hookimpl,
    parse_steps,
    transformed,
)

EVERYTHING = Capabilities(features=frozenset(Feature))
TEN = Workout(name="Ten", items=parse_steps("10min"))
WHEN = datetime(2026, 8, 3, tzinfo=UTC)


@frozen
class Nowhere:
    """Options of a type that nobody knows."""

    colour: "Colour" = "red"  # noqa: F821 - on purpose


@frozen
class Listed:
    """Options of a type that nobody can type."""

    colours: list[str] = ()


@frozen
class Hiding:
    """A parameter that hides a key of documents."""

    description: str = ""


@frozen
class Nothing:
    """No parameters."""


def write(_subject, _context):
    return b"written"


def exporter(**changes):
    given = {
        "name": "tcx",
        "title": "TCX",
        "subject": Workout,
        "suffix": ".tcx",
        "media_type": "text/plain",
        "supports": EVERYTHING,
        "write": write,
    }
    return Exporter(**(given | changes))


def importer(**changes):
    given = {"name": "tcx", "title": "TCX", "suffixes": (".tcx",), "read": lambda _data, _context: TEN}
    return Importer(**(given | changes))


def transform(**changes):
    given = {"name": "shout", "title": "Shout", "apply": lambda workout, _context: workout}
    return Transform(**(given | changes))


def recipe(**changes):
    given = {"name": "odd", "title": "Odd", "parameters": Nothing, "build": lambda _: TEN}
    return Recipe(**(given | changes))


MISUSES = {
    "features as a text": (
        lambda: Capabilities(features="time"),
        "the features cannot be 'time' (write features={Feature.TIME, …})",
    ),
    "features as texts": (
        lambda: Capabilities(features={"heart rate"}),
        "'heart rate' is not a feature (write Feature.HEART_RATE)",
    ),
    "features left out": (
        Capabilities,
        "the features are missing (write features={Feature.TIME, …})",
    ),
    "features of a sport as a text": (
        lambda: Capabilities(features=(), by_sport={"cycling": {Feature.POWER}}),
        "by_sport: 'cycling' is not a sport (write Sport.CYCLING)",
    ),
    "a writer of the subject alone": (
        lambda: exporter(write=lambda workout: b""),
        "tcx: write takes (workout) (write def write(subject, context))",
    ),
    "a writer that asks for more": (
        lambda: exporter(write=lambda workout, context, athlete: b""),
        "tcx: write takes (workout, context, athlete) (write def write(subject, context))",
    ),
    "a writer that was called": (
        lambda: exporter(write=write(None, None)),
        "tcx: write must be a function: b'written' (write def write(subject, context))",
    ),
    "a reader of the data alone": (
        lambda: importer(read=lambda data: TEN),
        "tcx: read takes (data) (write def read(data, context))",
    ),
    "what recognises without data": (
        lambda: importer(recognises=lambda: True),
        "tcx: recognises takes () (write def recognises(head))",
    ),
    "suffixes as a text": (
        lambda: importer(suffixes=".tcx"),
        "the suffixes cannot be '.tcx' (write suffixes=('.tcx',))",
    ),
    "a suffix without a dot": (
        lambda: importer(suffixes=["tcx"]),
        "tcx: 'tcx' is not a suffix (like '.fit')",
    ),
    "a transform of the workout alone": (
        lambda: transform(apply=lambda workout: workout),
        "shout: apply takes (workout) (write def apply(workout, context))",
    ),
    "a recipe's function without parameters": (
        lambda: recipe(build=lambda: TEN),
        "odd: build takes () (write def build(parameters))",
    ),
    "a subject as a text": (
        lambda: exporter(subject="workout"),
        "tcx: the subject must be Workout, Plan or both: 'workout'",
    ),
    "capabilities as a set": (
        lambda: exporter(supports={Feature.TIME}),
        "tcx: supports must be Capabilities: {<Feature.TIME: 8>}",
    ),
    "options of a type that nobody knows": (
        lambda: exporter(options=Nowhere),
        "tcx: Nowhere: name 'Colour' is not defined (import it where the class is written)",
    ),
    "options that are lists": (
        lambda: exporter(options=Listed),
        "tcx: colours: no parameter is of the type 'list[str]' (write 'frozenset[str]' for several values)",
    ),
    "a parameter that hides a key": (
        lambda: recipe(parameters=Hiding),
        (
            "odd: a parameter cannot be called 'description', which is a key of every document "
            "(call it 'my_description', or what it is for)"
        ),
    ),
    "options that are no class": (
        lambda: exporter(options=Nothing()),
        "tcx: options must be an attrs class: Nothing()",
    ),
}


@pytest.mark.parametrize(("make", "told"), MISUSES.values(), ids=MISUSES.keys())
def test_what_is_written_wrongly_says_what_to_write(make, told):
    with pytest.raises(InvalidWorkout) as caught:
        make()

    assert str(caught.value) == told


def test_it_is_told_when_the_plugin_is_loaded(tmp_path):
    site = Site(tmp_path)
    site.install("acme", offering("[exporter(write=lambda workout: b'')]"))

    done = site.run("plugins", "acme")

    assert done.stdout.splitlines()[1].endswith(
        "tcx: write takes (workout) (write def write(subject, context))"
    )


def plugin(**offers):
    class Offering:
        pass

    for hook, record in offers.items():
        setattr(Offering, hook, hookimpl(lambda self, record=record: [record]))
        getattr(Offering, hook).__name__ = hook
    return Registry.of(acme=Offering())


LOSSES = {
    "no kind": (("x", None, 3), "lose('x', None, 3)"),
    "no path": ((None, Feature.TIME, "left out"), "lose(None, <Feature.TIME: 8>, 'left out')"),
    "a number": (("x", "odd", 3), "lose('x', 'odd', 3)"),
}


@pytest.mark.parametrize(("given", "called"), LOSSES.values(), ids=LOSSES.keys())
def test_a_loss_that_says_nothing_is_refused_where_it_is_told(given, called):
    def lossy(_workout, context):
        context.lose(*given)
        return b""

    advice = "write lose('steps[0]', Feature.TIME, 'what became of it')"
    told = f"tcx: local:acme failed: TypeError: {called}: {advice}"
    with pytest.raises(ExportError, match=f"^{re.escape(told)}$"):
        export(TEN, "tcx", registry=plugin(workout_exporters=exporter(write=lossy)), now=WHEN)


def test_narrow_may_only_take_away():
    @frozen
    class Wide:
        def narrow(self, supports, _workout):
            return Capabilities(features=supports.features | {Feature.POWER})

    wide = exporter(supports=Capabilities(features={Feature.TIME}), options=Wide)
    told = "tcx: local:acme failed: ValueError: narrow adds power in running (it can only take away)"
    with pytest.raises(ExportError, match=f"^{re.escape(told)}$"):
        export(TEN, "tcx", registry=plugin(workout_exporters=wide), now=WHEN)


def test_what_a_transform_gives_that_is_no_workout_is_told_with_the_plugin():
    registry = plugin(workout_transforms=transform(apply=lambda workout, _context: [workout]))

    with pytest.raises(ExportError, match=r"^shout: local:acme gave list, not a workout$"):
        transformed(TEN, ["shout"], registry)


PRINTS = """\
import sys
print("at import")

def loud(subject, context):
    print("in a writer")
    sys.stdout.write("directly\\n")
    return b"written"

""" + offering("[exporter(write=loud)]").replace("    return", "    print('in a hook')\n    return")


@pytest.fixture
def loud(tmp_path):
    """A folder with a plugin that prints wherever it is called."""
    site = Site(tmp_path)
    site.install("loud", PRINTS)
    return site


def test_what_a_plugin_prints_is_not_in_the_data(loud):
    done = loud.run("export", "--steps", "10min", "--to", "tcx", "--out", "-")

    assert (done.stdout, done.stderr) == ("written", "at import\nin a hook\nin a writer\ndirectly\n")


@pytest.mark.parametrize("command", [("plugins", "--json"), ("formats", "--json"), ("schema",)])
def test_what_a_plugin_prints_is_not_in_what_programs_read(loud, command):
    done = loud.run(*command)

    assert done.stdout.startswith(("[", "{"))
    assert done.stderr == "at import\nin a hook\n"


def test_what_a_plugin_prints_is_not_in_what_a_shell_completes(loud):
    done = loud.run(_WORKOUT_COMPLETE="bash_complete", COMP_WORDS="workout export --to tc", COMP_CWORD="3")

    assert (done.stdout, done.stderr) == ("plain,tcx\n", "at import\nin a hook\n")


def test_the_trace_says_what_plugins_were_asked_to_do(loud):
    done = loud.run_alone("export", "--steps", "10min", "--to", "tcx", "--out", "-", WORKOUT_TRACE="1")

    lines = [re.sub(r"[\d.]+ ms", "N ms", line) for line in done.stderr.splitlines()]
    assert "trace: loud:loud: loaded in N ms" in lines
    assert lines[-1] == "trace: tcx: loud:loud: N ms"
    assert done.stdout == "written"


def test_where_a_plugin_broke_is_shown_to_who_asks(tmp_path):
    site = Site(tmp_path)
    site.install("acme", "import nowhere")

    assert "Traceback" not in site.run("plugins", "acme").stderr
    done = site.run("plugins", "--traceback", "acme")
    assert done.stderr.startswith("\nacme:acme:\nTraceback (most recent call last):\n")
    assert done.stderr.endswith("ModuleNotFoundError: No module named 'nowhere'\n")
    assert site.run("plugins", "acne").stderr == "error: 'acne' is not a plugin (did you mean 'acme'?)\n"
