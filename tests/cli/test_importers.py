"""Files of other formats stand wherever a document does: named, beside a plan, or on standard input."""

import json

import pytest

from distributions import Site

LINES = """\
@frozen
class Reading:
    factor: float = 1.0

def read(data, context):
    text = data.decode()
    if not text.startswith("LINES"):
        problem = Problem(message="is no LINES (it begins with 'LINES')", line=2, column=3)
        raise DocumentError([problem])
    if "crash" in text:
        raise KeyError("crash")
    if "odd" in text:
        return []
    if "nonsense" in text:
        Step(duration=Time(-1))
    if "doubt" in text:
        context.warn("is odd (write '10min')", line=2, column=1)
    if "lose" in text:
        context.lose("steps[0]", "gear", "the gear is left out")
    minutes = 10 * (context.options.factor if context.options else 1)
    return Workout(name=context.file or "nameless", items=parse_steps(f"{minutes:g}min"))

def importer(name, *suffixes, recognises=lambda data: data.startswith(b"LINES")):
    return Importer(name=name, title=name, suffixes=suffixes, read=read, options=Reading,
                    recognises=recognises)

@hookimpl
def workout_importers():
"""


@pytest.fixture
def lines(tmp_path) -> Site:
    """A folder with a plugin that reads *.lines, and some of these files."""
    site = Site(tmp_path)
    site.install("lines", f'{LINES}    return [importer("lines", ".lines")]\n')
    for name, text in {
        "a.lines": "LINES\n",
        "crash.lines": "LINES crash\n",
        "odd.lines": "LINES odd\n",
        "nonsense.lines": "LINES nonsense\n",
        "doubt.lines": "LINES doubt\nten\n",
        "lose.lines": "LINES lose\n",
        "wrong.lines": "lines\n  ten\n",
        "plan.yaml": "plan: P\nstart: 2026-08-03\nweeks:\n  - {mon: a.lines, tue: lose.lines}\n",
        "named.yaml": "plan: P\nstart: 2026-08-03\nworkouts: {long: lose.lines}\nweeks: [{mon: long}]\n",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    return site


def test_it_is_exported_under_its_name(lines):
    done = lines.run("export", "a.lines", "--to", "json", "--to", "fit")

    assert (done.returncode, done.stdout, done.stderr) == (0, "a.json\na.fit\n", "")


def test_it_is_shown_and_checked(lines):
    assert lines.run("show", "a.lines").stdout.splitlines()[:2] == [
        "a.lines",
        "Running · 10 min, about 2 km",
    ]
    assert lines.run("check", "a.lines", "--to", "fit").returncode == 0


def test_a_plan_names_it_as_it_names_documents(lines):
    done = lines.run("show", "plan.yaml", "--json")

    assert [each["workout"]["workout"] for each in json.loads(done.stdout)["sessions"]] == [
        "a.lines",
        "lose.lines",
    ]
    assert done.stderr == "lose.lines: steps[0]: gear: the gear is left out\n"


def test_a_plan_may_give_it_a_name(lines):
    done = lines.run("export", "named.yaml", "--to", "json", "--out", "-")

    assert (done.returncode, done.stderr) == (0, "lose.lines: steps[0]: gear: the gear is left out\n")


def test_what_is_lost_in_reading_is_lost_in_exporting(lines):
    assert lines.run("export", "lose.lines", "--to", "fit").stderr == (
        "lose.lines: steps[0]: gear: the gear is left out\n"
    )
    strict = lines.run("export", "lose.lines", "--to", "fit", "--strict")
    assert (strict.returncode, strict.stderr.splitlines()[0]) == (
        3,
        "error: lines: 1 thing would be lost",
    )


def test_check_tells_it_with_the_importer_and_the_file_that_it_is_in(lines):
    assert (
        lines.run("check", "lose.lines").stdout == "lose.lines: lines: steps[0]: gear: the gear is left out\n"
    )
    assert lines.run("check", "plan.yaml").stdout == (
        "plan.yaml: lines: lose.lines: steps[0]: gear: the gear is left out\n"
    )
    assert lines.run("check", "plan.yaml", "--strict").returncode == 3
    (finding,) = json.loads(lines.run("check", "plan.yaml", "--json").stdout)
    assert finding["losses"] == [
        {
            "format": "lines",
            "path": "steps[0]",
            "kind": "gear",
            "what": "the gear is left out",
            "file": "lose.lines",
        }
    ]


def test_a_doubt_is_told_like_any_other_warning(lines):
    done = lines.run("show", "doubt.lines")

    assert done.stderr == "warning: doubt.lines:2:1: is odd (write '10min')\n    ten\n    ^\n"


@pytest.mark.parametrize("command", ["show", "check", "read", "export"])
@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("wrong.lines", "wrong.lines:2:3: is no LINES (it begins with 'LINES')\n      ten\n      ^\n"),
        ("nonsense.lines", "nonsense.lines: time must be 0.001 to 2592000 s: -1\n"),
        ("crash.lines", "error: crash.lines: lines: lines:lines failed: KeyError: 'crash'\n"),
        (
            "odd.lines",
            "error: odd.lines: lines: lines:lines failed: TypeError: it gave list, not a workout or a plan\n",
        ),
    ],
)
def test_what_is_wrong_is_told_with_the_file_and_the_plugin(lines, command, file, told):
    done = lines.run(command, file)

    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)


def test_a_file_of_a_plan_that_is_wrong_is_told_at_its_own_place(lines):
    (lines.folder / "plan.yaml").write_text("plan: P\nstart: 2026-08-03\nweeks: [{mon: wrong.lines}]\n")

    done = lines.run("show", "plan.yaml")

    assert (done.returncode, done.stderr.splitlines()[0]) == (
        1,
        "wrong.lines:2:3: is no LINES (it begins with 'LINES')",
    )


def test_a_file_that_is_not_beside_the_plan_is_told_where_the_plan_names_it(lines):
    (lines.folder / "plan.yaml").write_text("plan: P\nstart: 2026-08-03\nweeks: [{mon: b.lines}]\n")

    done = lines.run("show", "plan.yaml")

    assert done.stderr.splitlines()[0] == (
        "plan.yaml:3:15: weeks[0].mon: 'b.lines': there is no such file beside the plan"
    )


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("a.lines.bak", ()), ("unnamed", ()), ("a.dat", ("--from", "lines")), ("a.yaml", ("--from", "lines"))],
)
def test_without_its_suffix_it_is_recognised_or_said(lines, name, arguments):
    (lines.folder / "a.lines").rename(lines.folder / name)

    assert lines.run("read", name, *arguments).stdout.splitlines()[0] == f"workout: {name}"


def test_from_standard_input_it_is_recognised_too(lines):
    done = lines.run("show", "-", typed="LINES\n")

    assert done.stdout.splitlines()[0] == "nameless"


def test_its_options_stand_behind_its_name(lines):
    done = lines.run("read", "a.lines", "--from", "lines factor=2")

    assert done.stdout.splitlines()[-1] == "  20min"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("a.lines", "--from", "lines size=2"),
            "error: --from lines size: lines has no such option (one of factor)\n",
        ),
        (
            ("a.lines", "--from", "lines factor=x"),
            "error: --from lines factor: 'x' is not a number\n",
        ),
        (("a.lines", "--from", "line"), "error: 'line' is not a format (did you mean 'lines'?)\n"),
    ],
)
def test_a_wrong_wish_is_wrong_usage(lines, arguments, told):
    done = lines.run("show", *arguments)

    assert (done.returncode, done.stderr) == (2, told)


@pytest.mark.parametrize("command", ["show", "export"])
def test_a_format_to_read_from_needs_something_to_read(lines, command):
    done = lines.run(command, "--steps", "10min", "--from", "lines")

    assert done.returncode == 2
    assert done.stderr.endswith("Error: --from says what a document is read as (give the document)\n")


def test_two_importers_of_one_suffix_are_a_clash_that_is_told(lines):
    lines.install("acme", f'{LINES}    return [importer("acme", ".lines")]\n')

    done = lines.run("show", "a.lines")

    assert (done.returncode, done.stderr) == (
        1,
        (
            "error: a.lines: acme (acme:acme) and lines (lines:lines) read such files "
            "(say which: --from acme or --from lines)\n"
        ),
    )
    assert lines.run("show", "a.lines", "--from", "acme").returncode == 0


def test_of_two_importers_of_one_suffix_the_one_that_recognises_it_reads(lines):
    lines.install("acme", f'{LINES}    return [importer("acme", ".lines", recognises=lambda data: False)]\n')

    assert lines.run("show", "a.lines").returncode == 0


def test_an_importer_that_cannot_tell_does_not_hold_up_the_others(lines):
    lines.install("acme", f'{LINES}    return [importer("acme", ".acme", recognises=lambda data: 1 / 0)]\n')

    assert lines.run("show", "-", typed="LINES\n").returncode == 0


def test_a_file_that_nobody_reads_is_told_with_what_can_be_read(lines):
    (lines.folder / "ride.tcx").write_text("<xml/>")

    done = lines.run("show", "ride.tcx")

    assert done.returncode == 1
    assert done.stderr.startswith(
        "ride.tcx: is no document, and no format that can be read has '.tcx' (there are "
    )
    assert ".lines" in done.stderr


def test_a_document_under_any_name_stays_a_document(lines):
    (lines.folder / "a.lines").write_text("# my run\nworkout: Mine\nsteps: 10min\n")

    assert lines.run("show", "a.lines").stdout.splitlines()[0] == "Mine"


@pytest.mark.parametrize(
    "command", [("fmt",), ("fmt", "--write"), ("plan", "skip"), ("show", "easy.yaml", "--athlete")]
)
def test_what_is_edited_or_an_athlete_must_be_a_document(lines, command):
    (lines.folder / "easy.yaml").write_text("workout: Easy\nsteps: 10min\n")
    more = ("mon",) if command == ("plan", "skip") else ()

    done = lines.run(*command, "a.lines", *more)

    assert (done.returncode, done.stderr) == (
        1,
        (
            "a.lines: is of another format, not a document "
            "(convert it first: 'workout read a.lines -o a.yaml')\n"
        ),
    )
    assert (lines.folder / "a.lines").read_text() == "LINES\n"


def test_a_document_loads_no_plugins_to_be_read(lines):
    (lines.folder / "easy.yaml").write_text("workout: Easy\nsteps: 10min\n")

    assert lines.run("show", "easy.yaml").returncode == 0
    assert "lines" not in lines.imported()
