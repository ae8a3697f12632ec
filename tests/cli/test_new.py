"""``workout new`` asks nothing, and what it writes is read, shown and exported as it stands."""

import os
import shlex
from pathlib import Path

import pytest

from workout_core import Athlete, Plan, Squad, Workout, read_document
from workout_core.cli.new import kinds, texts_of

EXPORTED = ("plan", "squad", "workout")
WHAT = {"athlete": Athlete, "plan": Plan, "squad": Squad, "workout": Workout}
WRITTEN = {"squad": ["squad.yaml", "athlete.yaml", "plan.yaml"]}
"""With what it names."""


@pytest.mark.parametrize("kind", kinds())
def test_a_first_document_is_read_and_its_comments_say_what_to_type(workout, kind):
    done = workout("new", kind)
    assert (done.code, done.out) == (0, "".join(f"{file}\n" for file in WRITTEN.get(kind, [f"{kind}.yaml"])))
    told = [line.removeprefix("try it: workout ") for line in done.err.splitlines()]
    assert told
    for line in told:
        tried = workout(*shlex.split(line))
        assert tried.code == 0, f"{line}: {tried.err}"
    text = Path(f"{kind}.yaml").read_text("utf-8")
    assert all(f"#   workout {line}\n" in text for line in told)
    assert "{{" not in text
    assert b"\r" not in Path(f"{kind}.yaml").read_bytes()


@pytest.mark.parametrize("kind", sorted(WHAT))
def test_it_is_a_document_of_its_kind_and_checks_without_a_word(workout, kind):
    workout("new", kind)
    assert isinstance(read_document(f"{kind}.yaml"), WHAT[kind])
    done = workout("check", f"{kind}.yaml")
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize("kind", [each for each in kinds() if each in EXPORTED])
@pytest.mark.parametrize("athlete", [True, False], ids=["for an athlete", "for nobody"])
def test_it_is_exported_without_a_loss(workout, kind, athlete):
    workout("new", kind)
    whose = {"squad": "ada", "plan": "ada.yaml", "workout": "ada.yaml"}[kind]
    done = workout("export", f"{kind}.yaml", "--strict", "--out", "out", *["--athlete", whose] * athlete)
    assert (done.code, done.err) == (0, "")
    assert {Path(line).suffix for line in done.out.splitlines()} - {".html"} == {".fit", ".ics", ".json"}


def test_a_plan_begins_next_monday_by_the_clock_that_can_be_fixed(workout, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785700800")  # Sunday 2026-08-02
    first = workout("new", "plan", "-o", "-").out
    assert "\nstart: 2026-08-03\n" in first
    assert workout("new", "plan", "-o", "-").out == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785758400")  # Monday 2026-08-03
    assert "\nstart: 2026-08-10\n" in workout("new", "plan", "-o", "-").out


@pytest.mark.parametrize("day", ["2027-03-01", "2027-03-03", "2027-03-07"])
def test_a_day_of_the_first_week_can_be_given(workout, day):
    assert workout("new", "plan", "spring.yaml", "--date", day).code == 0
    assert min(each.day for each in read_document("spring.yaml").sessions).isoformat() == "2027-03-01"


def test_other_documents_have_no_day(workout, listing):
    done = workout("new", "workout", "mine.yaml", "--date", "2027-03-01")
    assert done.code == 2
    assert "--date is the first week of a plan (leave it out for workout)" in done.err
    assert "mine.yaml" not in listing()


@pytest.mark.parametrize("words", [["mine.yaml"], ["-o", "mine.yaml"], ["--output", "deep/er/mine.yml"]])
def test_it_is_written_where_it_is_wanted(workout, words):
    done = workout("new", "workout", *words)
    assert done.out == f"{words[-1]}\n"
    assert f"workout show {words[-1]}" in done.err
    assert read_document(words[-1]).name == "6 × 800 m"


def test_a_name_with_spaces_and_letters_of_elsewhere_is_quoted_in_what_to_type(workout):
    done = workout("new", "workout", "zażółć 走.yaml")
    assert "try it: workout show 'zażółć 走.yaml'\n" in done.err


def test_a_name_that_would_break_a_comment_is_not_written_into_it(workout):
    done = workout("new", "workout", "two\nlines.yaml")
    assert done.code == 0
    assert read_document("two\nlines.yaml").name == "6 × 800 m"


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_what_is_there_is_not_replaced(workout, make):
    make(Path("plan.yaml"))
    before = os.lstat("plan.yaml")
    done = workout("new", "plan")
    assert (done.code, done.out) == (1, "")
    assert done.err == "error: plan.yaml: is there already (give another name, or remove it)\n"
    assert os.lstat("plan.yaml").st_ino == before.st_ino


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["new"], 2, "Missing argument 'KIND'"),
        (["new", "plna"], 2, "'plna' is not one of"),
        (["new", "plan", "a.yaml", "-o", "b.yaml"], 2, "where to? (give FILE or -o FILE, not both)"),
        (["new", "plan", "a.json"], 1, "a.json: documents are written as YAML (like 'a.yaml')"),
        (["new", "plan", "spring"], 1, "spring: documents are written as YAML (like 'spring.yaml')"),
        (["new", "plan", "--date", "soon"], 2, "'soon' is not a date"),
    ],
)
def test_what_cannot_be_written_is_refused(workout, listing, words, code, message):
    before = listing()
    done = workout(*words)
    assert done.code == code
    assert message in done.err
    assert listing() == before


def test_a_folder_that_cannot_be_written_to_is_an_outside_failure(workout):
    Path("file").touch()
    assert workout("new", "plan", "file/plan.yaml").code == 4


def test_what_a_first_document_names_is_written_too_unless_it_is_there(tmp_path, monkeypatch):
    for kind in ("athlete", "plan"):
        (tmp_path / f"{kind}.yaml").write_text(f"{kind}: {{{{file}}}}\n")
    (tmp_path / "squad.yaml").write_text("squad: S\nplan: {{plan}}\nathletes: [{{athlete}}]\n")
    monkeypatch.setattr("workout_core.cli.new.TEMPLATES", tmp_path)
    (tmp_path / "club").mkdir()
    monkeypatch.chdir(tmp_path / "club")
    Path("plan.yaml").touch()

    assert texts_of("squad", "squad.yaml", None) == {
        "squad.yaml": "squad: S\nplan: plan.yaml\nathletes: [athlete.yaml]\n",
        "athlete.yaml": "athlete: athlete.yaml\n",
    }
