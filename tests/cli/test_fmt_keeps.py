"""``workout fmt --write`` loses nothing that somebody wrote: neither what writes steps nor a comment."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workout_core import WorkoutError, read_document, write_yaml
from workout_core.testing.strategies import athletes, plans, workouts

RACE = "race 10km in 50:00 even by 5km"
PROGRESS = "progress 20km from 5:40/km to 4:50/km by 5km"
RECIPE = "recipe: intervals, times: 6, work: 800m"
SESSION = "{slot: a, date: 2026-08-04, workout: {workout: A, steps: 30min}}"
FILES = {
    "easy.yaml": "workout: Easy\nsteps: 30min\n",
    "ada.yaml": "athlete: Ada\nmax_heart_rate: 186\n",
    "other.yaml": "plan: O\nstart: 2026-08-03\nweeks: [{mon: easy 30min}]\n",
    "another.yaml": "plan: B\nstart: 2026-08-03\nweeks: [{tue: easy 30min}]\n",
}
EXAMPLES = Path(__file__).parents[2] / "examples"
GENERATORS = {
    "a plain scalar": (f"workout: A\nsteps: {RACE}\n", 2),
    "progress": (f"workout: A\nsteps: {PROGRESS}\n", 2),
    "a block": (f"workout: A\nsteps: |\n  warmup 10min\n  {RACE}\n", 4),
    "a folded block": (f"workout: A\nsteps: >-\n  {RACE}\n", 3),
    "double quotes": (f'workout: A\nsteps: "10min; {RACE}"\n', 2),
    "an escape": ('workout: A\nsteps: "r\\x61ce 10km in 50:00"\n', 2),
    "single quotes": (f"workout: A\nsteps: '{RACE}'\n", 2),
    "capitals": (f"workout: A\nsteps: {RACE.upper()}\n", 2),
    "a list of lines": (f"workout: A\nsteps:\n  - 10min\n  - {RACE}\n", 4),
    "a list in brackets": (f"workout: A\nsteps: [10min, {RACE}]\n", 2),
    "behind a step": (f"workout: A\nsteps: 10min; {RACE}\n", 2),
    "a repeat in the notation": (f"workout: A\nsteps: |\n  2x\n    {RACE}\n", 4),
    "a repeat in a line": (f"workout: A\nsteps: 2x({RACE}, 5min)\n", 2),
    "repeats of repeats": (
        f"workout: A\nsteps: [{{repeat: 2, steps: [{{repeat: 2, steps: [{RACE}]}}]}}]\n",
        2,
    ),
    "with cues": (f'workout: A\nsteps: |\n  {RACE}\n    at 5km "Half way"\n', 3),
    "a recipe": ("workout: A\n" + RECIPE.replace(", ", "\n") + "\n", 2),
    "a recipe in braces": (f"{{workout: A, {RECIPE}}}\n", 1),
    "a quoted key": ("workout: A\n'recipe' : intervals\ntimes: 6\nwork: 800m\n", 2),
    "an explicit key": ("workout: A\n? recipe\n: intervals\n? times\n: 6\nwork: 800m\n", 3),
    "an alias": (f"description: &x {RACE}\nworkout: A\nsteps: *x\n", 1),
    "an alias of no generator": ("workout: A\ndescription: &x 30min\nsteps: *x\n", 3),
    "a recipe on a course": ("workout: A\nrecipe: race\ndistance: 10km\ngoal: 47:30\ncourse: a.gpx\n", 2),
    "JSON in YAML": (f'{{"workout": "A", "steps": "{RACE}"}}\n', 1),
    "a session": (
        f"plan: P\nsessions:\n- {{slot: a, date: 2026-08-04, workout: {{workout: A, steps: {RACE}}}}}\n",
        3,
    ),
    "a session of a recipe": (
        f"plan: P\nsessions:\n- {{slot: a, date: 2026-08-04, workout: {{workout: A, {RECIPE}}}}}\n",
        3,
    ),
    "changes of sessions": (f"plan: P\nsessions:\n- {SESSION}\nchanges:\n- {{skip: a}}\n", 5),
    "weeks": ("plan: P\nstart: 2026-08-03\nweeks: [{mon: easy 30min}]\n", 3),
    "weeks with a note of sessions": (
        "plan: P\nstart: 2026-08-03\nweeks:\n- mon: easy 30min\n  note: |\n    one\n    sessions: two\n",
        4,
    ),
    "a file": ("plan: P\nstart: 2026-08-03\nworkouts: {x: easy.yaml}\nweeks: [{mon: x}]\n", 3),
    "an athlete in a file": ("plan: P\nathlete: ada.yaml\nstart: 2026-08-03\nweeks: [{mon: 30min}]\n", 2),
    "plans below it": ("plan: P\nover: [other.yaml]\nstart: 2026-08-03\nweeks: [{tue: 30min}]\n", 2),
    "plans alone": ("plan: P\nover:\n- other.yaml\n- another.yaml\n", 3),
}
COMMENTS = {
    "at the start": ("# keep\nworkout: A\nsteps: 30min\n", 1),
    "behind a value": ("workout: A\nsteps: 30min # keep\n", 2),
    "behind a quoted value": ("workout: '# no'\nsteps: 30min\t# keep\n", 2),
    "behind the mark of a block": ("workout: A\nsteps: | # keep\n  30min\n", 2),
    "behind a block": ("workout: A\nsteps: |\n  30min\n# keep\n", 4),
    "in braces": ("{workout: A, # keep\n steps: 30min}\n", 1),
    "behind a directive": ("%YAML 1.1 # keep\n---\nworkout: A\nsteps: 30min\n", 1),
    "behind the end": ("workout: A\nsteps: 30min\n... # keep\n", 3),
    "without an end of line": ("workout: A\nsteps: 30min\n# keep", 3),
    "behind an old end of line": ("workout: A\r# keep\rsteps: 30min\r", 2),
    "in the notation": ("workout: A\nsteps: |\n  30min # keep\n", 3),
    "in the notation, glued": ("workout: A\nsteps: 10min;# keep\n", 2),
    "in the notation, a line": ("workout: A\nsteps: |\n  10min\n  # keep\n  10min\n", 4),
    "in the notation, quoted": ('workout: A\nsteps: "10min # keep"\n', 2),
    "in a list of lines": ("workout: A\nsteps: [10min, '10min # keep']\n", 2),
    "in a session": (
        "plan: P\nsessions:\n- {slot: a, date: 2026-08-04, workout: {workout: A, steps: '9min;# keep'}}\n",
        3,
    ),
}
NONE = {
    "a name": "workout: 'A # b'\nsteps: 30min\n",
    "a number": "workout: A#1\nsteps: 30min\n",
    "a block": "workout: A\ndescription: |\n  # one\n  two # three\nsteps: 30min\n",
    "a cue": 'workout: A\nsteps: |\n  30min "Go #1 # now"\n',
    "words of generators": "workout: race 9km\ndescription: |\n  recipe: x\n  race 9km in 5\nsteps: 5km\n",
    "an anchor without an alias": "workout: &x A\nsteps: 30min\n",
}


@pytest.fixture(autouse=True)
def files(folder):
    """What the documents name."""
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "a.gpx").write_bytes((EXAMPLES / "hilly-10km.gpx").read_bytes())


@pytest.mark.parametrize(("text", "line"), (GENERATORS | COMMENTS).values(), ids=GENERATORS | COMMENTS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["", "CRLF"])
def test_what_the_canonical_form_does_not_keep_is_refused_at_its_line(workout, folder, text, line, ends):
    before = text.replace("\n", ends).encode()
    (folder / "a.yaml").write_bytes(before)
    read_document("a.yaml")

    done = workout("fmt", "--write", "a.yaml")

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"a.yaml:{line}:")
    assert "(print it instead: leave out '--write')" in done.err
    assert (folder / "a.yaml").read_bytes() == before


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_only_looks_like_it_is_no_hindrance(workout, folder, text):
    (folder / "a.yaml").write_text(text, "utf-8")
    before = read_document("a.yaml")

    done = workout("fmt", "--write", "a.yaml")

    assert (done.code, done.err) == (0, "")
    assert read_document("a.yaml") == before


@pytest.mark.parametrize(
    "steps", [RACE, f"10min; {RACE}", "10min # keep", [RACE], [{"repeat": 2, "steps": [PROGRESS]}]], ids=str
)
def test_json_is_treated_alike(workout, folder, steps):
    (folder / "a.json").write_text(json.dumps({"workout": "A", "steps": steps}), "utf-8")
    before = (folder / "a.json").read_bytes()

    assert workout("fmt", "--write", "a.json").code == 1
    assert (folder / "a.json").read_bytes() == before


def test_all_that_would_be_lost_is_told(workout, folder):
    (folder / "a.yaml").write_text(f"# one\nworkout: A # two\nsteps: [10min, &x 5min, *x, {RACE}]\n", "utf-8")

    done = workout("fmt", "-w", "a.yaml")

    assert done.err == (
        "a.yaml:1:1: the canonical form does not keep comments (print it instead: leave out '--write')\n"
        "    # one\n    ^\n"
        "a.yaml:3:25: what this repeats would be written a second time (print it instead: leave out"
        " '--write')\n"
        f"    steps: [10min, &x 5min, *x, {RACE}]\n                            ^\n"
        "a.yaml:3:29: steps[3]: steps would take the place of what writes them (print it instead: leave out"
        f" '--write')\n    steps: [10min, &x 5min, *x, {RACE}]\n                                ^\n"
    )


@pytest.mark.parametrize("name", ["a.yaml", "-"])
def test_what_is_printed_without_its_comments_says_so(workout, folder, name):
    text = "workout: A\n\nsteps: 30min # keep\n"
    (folder / "a.yaml").write_text(text, "utf-8")

    done = workout("fmt", name, stdin=text.encode())

    file = "standard input" if name == "-" else name
    assert (done.code, done.err) == (0, f"warning: {file}:3: the canonical form does not keep comments\n")
    assert done.out == "workout: A\nsport: running\nsteps: |\n  30min\n"


def test_a_file_that_somebody_else_has_changed_is_left_alone(workout, folder, monkeypatch):
    file = folder / "a.yaml"
    file.write_text("workout: A\nsteps: 30min", "utf-8")

    def changing(document):
        file.write_text("workout: B\nsteps: 30min", "utf-8")
        return write_yaml(document)

    monkeypatch.setattr("workout_core.cli.fmt.write_yaml", changing)

    assert workout("fmt", "-w", "a.yaml").err == "error: a.yaml: somebody else has changed it (try again)\n"
    assert file.read_text("utf-8") == "workout: B\nsteps: 30min"


WRITERS = (RACE, PROGRESS, "2x(5min, race 5km in 25:00)", "10min;# keep notation")


@st.composite
def _spelt(draw):
    """Draw the name and the text of a file, and what must still be in it if it is changed."""
    tree = yaml.load(write_yaml(draw(st.one_of(workouts(), plans(), athletes()))), Loader=yaml.BaseLoader)
    kept = []
    if "steps" in tree and draw(st.booleans()):
        line = draw(st.sampled_from(WRITERS))
        tree["steps"] = draw(st.sampled_from((line, [line], [{"repeat": "2", "steps": [line]}])))
        kept.append(line.rpartition("# ")[2].rpartition("(5min, ")[2].rstrip(")"))
    if is_json := draw(st.booleans()):
        text = json.dumps(tree, ensure_ascii=draw(st.booleans()))
    else:
        how = {"default_flow_style": draw(st.booleans()), "width": draw(st.sampled_from((20, 10_000)))}
        text = yaml.dump(
            tree, default_style=draw(st.sampled_from((None, '"', "'"))), allow_unicode=True, **how
        )
        for number in range(draw(st.integers(0, 2))):
            lines = text.splitlines(keepends=True)
            at = draw(st.integers(0, len(lines)))
            remark = f"{' ' * draw(st.integers(0, 6))}# keep {number}\n"
            text = "".join([*lines[:at], remark, *lines[at:]])
            kept.append(f"keep {number}")
    return f"drawn.{'json' if is_json and draw(st.booleans()) else 'yaml'}", text, kept


@settings(suppress_health_check=list(HealthCheck))
@given(_spelt())
def test_a_file_is_as_it_was_or_says_all_that_it_said(workout, folder, spelt):
    name, text, kept = spelt
    file = folder / name
    file.write_bytes(text.encode())
    try:
        before = read_document(file)
    except WorkoutError:  # a comment was put into the middle of something
        return

    code = workout("fmt", "--write", name).code

    after = file.read_bytes()
    assert after == text.encode() if code else read_document(file) == before
    assert all(each in after.decode() for each in kept if each in text)
