"""What an editor takes is what the command writes: the same names, the same bytes, the same losses."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings

from commands import run_here
from questions import CLOCK, EPOCH, EXAMPLES, ask, held, remark, taken
from workout_core import (
    Plan,
    Registry,
    Workout,
    WorkoutError,
    export,
    read_document,
    read_text,
    write_yaml,
)
from workout_core.testing.strategies import plans, workouts

FORMATS = ("fit", "ics", "json", "text", "markdown", "svg", "intervals-icu")
"""Those that take every example; a picture in points needs what no browser has."""
REGISTRY = Registry.discover()
DAY, NOW = date(2026, 8, 3), datetime(2026, 8, 3, 10, tzinfo=UTC)
DOCUMENTS = [
    path.name for path in sorted(EXAMPLES.glob("*.yaml")) if isinstance(read_document(path), (Workout, Plan))
]


@pytest.fixture(scope="module")
def beside(tmp_path_factory):
    return Path(copytree(EXAMPLES, tmp_path_factory.mktemp("editor") / "examples"))


def _to(formats: tuple[str, ...]) -> list[str]:
    return [word for name in formats for word in ("--to", name)]


@pytest.mark.parametrize(
    "athlete", ["ada.yaml", pytest.param("", marks=pytest.mark.slow)], ids=["for ada", "for nobody"]
)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_example_is_taken_as_the_command_writes_it(name, athlete, beside, tmp_path):
    whose = ["--athlete", athlete] if athlete else []
    done = run_here(
        "export", name, *_to(FORMATS), *whose, "--out", str(tmp_path), folder=beside, SOURCE_DATE_EPOCH=EPOCH
    )
    assert done.returncode == 0, done.stderr.decode()
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    files = held(beside)
    assert (
        taken(text=files[name], name=name, athlete=files.get(athlete, ""), files=files, to=FORMATS) == written
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_formats_lose_of_an_example_is_what_the_command_tells(name, beside):
    formats = (*FORMATS, "zwo")
    done = run_here(
        "check",
        name,
        *_to(formats),
        "--athlete",
        "ada.yaml",
        "--json",
        folder=beside,
        SOURCE_DATE_EPOCH=EPOCH,
    )
    files = held(beside)
    asked = {"text": files[name], "name": name, "athlete": files["ada.yaml"], "files": files, "to": formats}
    told = ask("losses", **asked, **CLOCK)
    found = [
        (format_, each["path"], each["kind"], each["what"])
        for format_, losses in told["losses"].items()
        for each in losses
    ]
    (checked,) = json.loads(done.stdout)
    assert found == [(each["format"], each["path"], each["kind"], each["what"]) for each in checked["losses"]]


def test_the_steps_on_a_command_line_are_a_text(beside, tmp_path):
    steps = "10min @ easy; 6x(800m @ 4:00/km, 400m jog); 10min @ easy"
    (beside / "steps.txt").write_text(steps)
    run_here("export", "steps.txt", "--out", str(tmp_path), folder=beside, SOURCE_DATE_EPOCH=EPOCH)
    written = {path.name: path.read_bytes() for path in tmp_path.glob("steps.*")}
    assert taken(text=steps, name="steps.txt") == written
    assert len(written) == 3


def test_every_workout_of_a_message_is_taken(beside, tmp_path):
    run_here(
        "export", "e-mail.txt", "--to", "fit", "--out", str(tmp_path), folder=beside, SOURCE_DATE_EPOCH=EPOCH
    )
    written = {path.name: path.read_bytes() for path in tmp_path.glob("*.fit")}
    assert taken(text=(beside / "e-mail.txt").read_text(), name="e-mail.txt", to="fit") == written
    assert len(written) == 3


def test_options_and_transforms_are_those_of_the_command(beside, tmp_path):
    shorter = "shorten to=30min"
    run_here(
        *("export", "six-by-800.yaml", "--to", "fit", "-O", "device=fr920xt", "--transform", shorter),
        *("--out", str(tmp_path)),
        folder=beside,
        SOURCE_DATE_EPOCH=EPOCH,
    )
    made = taken(
        text=held(beside)["six-by-800.yaml"],
        name="six-by-800.yaml",
        to=["fit"],
        options={"device": "fr920xt"},
        transforms=[shorter],
    )
    assert made == {"six-by-800.fit": (tmp_path / "six-by-800.fit").read_bytes()}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("squad.yaml", "is a squad, not a workout or a plan"),
        ("ada.yaml", "is an athlete, not a workout or a plan"),
        ("", "is empty (write a step, like '10min @ easy')"),
    ],
)
def test_of_what_is_no_workout_there_are_no_files(name, said):
    files = held()
    told = ask("take", text=files.get(name, " "), name=name, files=files, **CLOCK)
    assert told == {"files": [], "losses": {}, "problems": [remark(said)]}


@settings(max_examples=40)
@given(subject=workouts() | plans())
def test_any_document_is_taken_as_a_script_exports_it(subject):
    text = write_yaml(subject)
    told = ask("take", text=text, name="any.yaml", **CLOCK)
    if told["problems"]:
        with pytest.raises(WorkoutError) as raised:
            _exported(text)
        assert [each["message"] for each in told["problems"]] == [str(raised.value)]
    else:
        assert taken(text=text, name="any.yaml") == _exported(text)


def _exported(text: str) -> dict[str, bytes]:
    files = (
        each
        for name in ("fit", "ics", "json")
        for each in export(read_text(text), name, registry=REGISTRY, name="any", day=DAY, now=NOW)
    )
    return {each.name: each.data for each in files}
