"""What is doubtful is said on stderr, once and in a sentence, and changes nothing else."""

import json

import pytest

TRACK = "".join(
    f'<trkpt lat="0" lon="{at * 0.0449661}"><ele>{height}</ele></trkpt>'
    for at, height in enumerate((0, 50, 0))
)
GPX = f"<gpx><trk><trkseg>{TRACK}</trkseg></trk></gpx>"
ODD = """\
plan: Odd
start: 2026-08-03
weeks:
  - name: One
    mon: {workout: Crawl, steps: "5x1km @ 40:00/km"}
    tue: {workout: Pounding, steps: "10min @ 250bpm", tags: [meant]}
    wed: easy 30min
  - name: Two
  - {name: Three, like: One}
"""
HIGH = "\n".join(
    f'<trkpt lat="0" lon="{at * 0.000899322}"><ele>{500 * (at > 0)}</ele></trkpt>' for at in range(101)
)
FILES = {
    "stray.gpx": f"<gpx><trk><trkseg>\n{HIGH}\n</trkseg></trk></gpx>",
    "stray.yaml": "workout: Stray\nrecipe: race\ndistance: 10km\ngoal: 50:00\ncourse: stray.gpx\n",
    "hill.gpx": GPX,
    "flat.gpx": GPX.replace("<ele>", "<desc>").replace("</ele>", "</desc>"),
    "plain.yaml": "workout: Plain\nrecipe: negative-split\ndistance: 10km\ngoal: 50:00\n",
    "roomy.yaml": "workout: Roomy\nsteps: 30min @ 5:00/km ~5s\n",
    "much.yaml": "workout: Much\nrecipe: negative-split\ndistance: 10km\ngoal: 50:00\nsplit: 7%\n",
    "line.yaml": "workout: Line\nsteps: race 10km in 50:00 negative 7% by 1km\n",
    "even.yaml": "workout: Even\nrecipe: even-split\ndistance: 10.5km\ngoal: 50:00\ncourse: hill.gpx\n",
    "long.yaml": "workout: Long\nrecipe: race\ndistance: 10.5km\ngoal: 50:00\ncourse: hill.gpx\n",
    "clock.yaml": (
        "workout: Clock\nrecipe: race\ndistance: 10.5km\ngoal: 50:00\ncourse: hill.gpx\nsplit_of: clock\n"
    ),
    "flat.yaml": "workout: Flat\nrecipe: race\ndistance: 10km\ngoal: 50:00\ncourse: flat.gpx\n",
    "many.yaml": "workout: Many\nrecipe: even-split\ndistance: marathon\ngoal: 3:30:00\nevery: 500m\n",
    "wrong.yaml": (
        "workout: Wrong\nrecipe: negative-split\ndistance: 10km\ngoal: 50:00\nsplit: 7%\nevery: 11km\n"
    ),
}
MUCH = "split: 7% is much (1% to 4% is usual)\n"
SCALED = "course: hill.gpx measures 10km, and the race 10.5km: it is scaled to fit\n"
FLAT = "course: flat.gpx has no heights, and is paced as flat\n"
STRAY = "stray.gpx:2: the height 0 m cannot be reached by running, and is left out\n"
WARNINGS = {
    name: f"warning: {name}: {told}"
    for name, told in {
        "much.yaml": MUCH,
        "line.yaml": MUCH,
        "even.yaml": SCALED,
        "long.yaml": SCALED,
        "clock.yaml": SCALED,
        "flat.yaml": FLAT,
        "stray.yaml": STRAY,
    }.items()
}
COMMANDS = {
    "export": ("export", "--to", "json", "--out", "made"),
    "export -": ("export", "--to", "json", "--out", "-"),
    "show": ("show",),
    "show --json": ("show", "--json"),
    "check": ("check",),
    "check --json": ("check", "--json", "--to", "fit"),
    "fmt": ("fmt",),
}


@pytest.fixture(autouse=True)
def files(folder):
    """Put documents into the folder that are doubtful in one way each."""
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize(("name", "warning"), WARNINGS.items(), ids=WARNINGS)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_doubt_is_said_once_on_stderr(workout, command, name, warning):
    done = workout(*command, name)

    assert (done.code, done.err) == (0, warning)
    assert "warning" not in done.out


def test_a_first_height_of_0_on_a_flat_course_at_500_m_changes_no_split(workout):
    done = workout(
        "pace", "--distance", "10km", "--goal", "50:00", "--negative", "0%", "--course", "stray.gpx", "--json"
    )

    assert (done.code, done.err) == (0, f"warning: {STRAY}")
    assert [leg["time"] for leg in json.loads(done.out)["splits"]["legs"]] == [300] * 10


@pytest.mark.parametrize("name", ["plain.yaml", "roomy.yaml"])
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_where_there_is_no_doubt_nothing_is_said(workout, command, name):
    done = workout(*command, name)

    assert (done.code, done.err) == (0, "")


ONE_VALUE = "is one value, and a watch alerts at every change (give it room, like"
MEANT = "if it is meant, write 'tags: [meant]'"


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ("4x(5min @ 4:00/km, 1min jog)", f"steps[0].steps[0].target: 4:00/km {ONE_VALUE} '~5s'; {MEANT})"),
        (
            "5min @ 4:00/km, 180spm; 5min @ 150bpm; 5min @ 4:00/km",
            f"steps[0].target: 4:00/km {ONE_VALUE} '~5s'; {MEANT}) (and 3 like it)",
        ),
        ("5min @ 150bpm", f"steps[0].target: 150 bpm {ONE_VALUE} '~5bpm'; {MEANT})"),
        ("5min @ 250W", f"steps[0].target: 250 W {ONE_VALUE} '~5%'; {MEANT})"),
        ("5min @ 90% FTP", f"steps[0].target: 90 % of FTP {ONE_VALUE} '~2%'; {MEANT})"),
        ("5min @ threshold; 5min @ threshold ~0; 5min @ RPE 7; 5min @ Z2 HR; 5min @ 4:00-4:10/km", ""),
    ],
)
def test_single_values_are_advised_of_once_where_a_watch_alerts(workout, folder, steps, told):
    (folder / "single.yaml").write_text(f"workout: Single\nsteps: {steps}\n", "utf-8")

    expected = f"warning: single.yaml: {told}\n" if told else ""
    assert workout("check", "single.yaml", "--to", "fit").err == expected
    assert workout("check", "single.yaml", "--to", "ics").err == ""
    assert workout("check", "single.yaml").err == ""


def test_single_values_that_are_meant_are_not_advised_of(workout, folder):
    (folder / "single.yaml").write_text("workout: x\ntags: [meant]\nsteps: 5min @ 4:00/km\n", "utf-8")

    assert workout("check", "single.yaml", "--to", "fit").err == ""


def test_single_values_of_a_plan_are_advised_of_once(workout):
    assert workout("check", "form.yaml", "--to", "fit").err == (
        f"warning: form.yaml: 'Hills': steps[0].target: 5:00/km {ONE_VALUE} '~5s'; {MEANT}) (and 1 like it)\n"
    )


@pytest.mark.parametrize(
    "steps",
    [
        "5min @ 4:00/km ~5s",
        "5min @ 150bpm ~5bpm",
        "5min @ 250W ~5%",
        "5min @ 180spm ~3%",
        "5min @ 90% FTP ~2%",
    ],
)
def test_the_advice_can_be_followed(workout, folder, steps):
    (folder / "roomy.yaml").write_text(f"workout: Roomy\nsteps: {steps}\n", "utf-8")

    assert workout("check", "roomy.yaml", "--to", "fit").err == ""


def test_more_steps_than_watches_take_are_said_with_what_would_fit(workout):
    done = workout("check", "many.yaml")

    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("warning: ")
    assert "85 steps, and many watches take 50 (" in done.err
    assert "1km" in done.err
    assert done.err.count("\n") == 1


def test_what_is_printed_for_programs_stays_whole(workout):
    assert json.loads(workout("show", "much.yaml", "--json").out)["workout"] == "Much"
    assert json.loads(workout("check", "much.yaml", "--json").out) == [
        {"file": "much.yaml", "problems": [], "losses": []}
    ]
    assert json.loads(workout("export", "much.yaml", "--to", "json", "--out", "-").out)["workout"] == "Much"


def test_a_doubtful_document_is_written_as_any_other(workout, listing):
    done = workout("export", "much.yaml", "plain.yaml", "--to", "fit", "--out", "made")

    assert (done.code, done.out) == (0, "made/much.fit\nmade/plain.fit\n")
    assert done.err.startswith(f"warning: much.yaml: {MUCH}")
    assert listing("made") == ["much.fit", "plain.fit"]


def test_each_doubtful_document_is_said(workout):
    assert (
        workout("check", "much.yaml", "plain.yaml", "flat.yaml").err
        == WARNINGS["much.yaml"] + WARNINGS["flat.yaml"]
    )


@pytest.mark.parametrize(
    "arguments",
    [("show",), ("export", "--to", "json", "--out", "-")],
    ids=["show", "export"],
)
def test_a_doubt_about_the_notation_on_the_command_line_is_said(workout, arguments):
    done = workout(*arguments, "--steps", "race 10km in 50:00 negative 7%")

    assert (done.code, done.err) == (0, f"warning: {MUCH}")


@pytest.mark.parametrize("command", ["check", "show", "fmt"])
def test_a_doubt_about_standard_input_is_said(workout, command):
    done = workout(command, "-", stdin=FILES["much.yaml"].encode())

    assert (done.code, done.err) == (0, f"warning: standard input: {MUCH}")


@pytest.mark.parametrize(
    ("arguments", "warning"),
    [
        ("--distance 10km --goal 50:00 --negative 7%", MUCH),
        ("--distance 10km --goal 50:00 --negative 7% --json", MUCH),
        ("--distance 10.5km --goal 50:00 --course hill.gpx", SCALED),
        ("--distance 10.5km --goal 50:00 --course hill.gpx --split-of clock --negative 2%", SCALED),
        ("--distance 10km --goal 50:00 --course flat.gpx --by-climb", FLAT),
        ("--distance 10km --goal 50:00 --course flat.gpx --band -", FLAT),
    ],
)
def test_the_calculator_says_a_doubt_once(workout, arguments, warning):
    done = workout("pace", *arguments.split())

    assert (done.code, done.err) == (0, f"warning: {warning}")
    assert "warning" not in done.out


def test_a_calculator_does_not_speak_of_the_steps_of_watches(workout):
    done = workout("pace", "--distance", "marathon", "--goal", "3:30:00", "--every", "500m")

    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("command", ["check", "show", "fmt", "export"])
def test_a_doubt_beside_a_problem_does_not_hide_it(workout, command):
    done = workout(command, "wrong.yaml")

    assert (done.code, done.out) == (1, "")
    assert "every: splits of 11km are longer than the whole of 10km\n" in done.err
    assert done.err.count(MUCH) <= 1


@pytest.mark.parametrize("split", ["2%", "7%"], ids=["usual", "doubtful"])
def test_a_doubt_changes_no_exit_code(workout, folder, split):
    steps = f"race 10km in 50:00 negative {split}; cooldown 10min @ easy"
    (folder / "mine.yaml").write_text(f"workout: Mine\nsteps: {steps}\n", "utf-8")

    assert workout("export", "mine.yaml", "--to", "fit", "--strict").code == 3
    assert workout("check", "mine.yaml", "--to", "fit", "--strict").code == 3
    assert workout("check", "mine.yaml", "--to", "fit").code == 0


@pytest.mark.parametrize("filters", ["error", "ignore", "default", "always"])
def test_a_doubt_is_said_whatever_python_is_told_of_warnings(process, filters):
    done = process("check", "much.yaml", environ={"PYTHONWARNINGS": filters})

    assert (done.returncode, done.stdout, done.stderr.decode()) == (0, b"", WARNINGS["much.yaml"])


CRAWL = (
    "warning: odd.yaml: 'Crawl': steps[0].steps[0].target: 40:00/km? (a stroll is 33:20/km; if it is meant, "
    "write 'tags: [meant]')\n"
)
TOO_MUCH = "Mon 2026-08-17: the load of the week is 1140, after 11 days without training (up to 763 is usual)"


@pytest.mark.parametrize(
    "command",
    [("check",), ("check", "--json"), ("plan", "show"), ("plan", "show", "--json")],
    ids=" ".join,
)
def test_what_no_human_does_is_asked_once_on_stderr(workout, folder, command):
    (folder / "odd.yaml").write_text(ODD, "utf-8")
    done = workout(*command, "odd.yaml")

    assert done.code == 0
    assert [line for line in done.err.splitlines(keepends=True) if "? (" in line] == [CRAWL]


def test_check_says_where_a_plan_asks_too_much_as_plan_show_does(workout, folder):
    (folder / "odd.yaml").write_text(ODD, "utf-8")

    assert workout("check", "odd.yaml").err == f"{CRAWL}warning: odd.yaml: {TOO_MUCH}\n"
    assert " ".join(workout("plan", "show", "odd.yaml").out.split()).endswith(f"mind: {TOO_MUCH}")


def test_sessions_that_overlap_are_said_with_the_athlete_that_is_given(workout, folder):
    times = "- {mon: [{steps: easy 10km, at: 18:00}, {steps: easy 20min, at: 18:50}]}"
    (folder / "two.yaml").write_text(
        f"plan: Two\nstart: 2026-08-03\ntimezone: Europe/Warsaw\nweeks:\n  {times}\n", "utf-8"
    )
    said = "'Easy 10 km', 2026-08-03 18:00, takes about 1 h 5 min, and 'Easy 20 min' begins at 18:50"

    for command in (("check",), ("plan", "show")):
        assert workout(*command, "two.yaml").err.startswith(f"warning: two.yaml: {said} (give one")
