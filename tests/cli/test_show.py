"""``workout show``: a document as a person would want to see it, in a terminal of any width."""

import json

import pytest
from wcwidth import wcswidth

from workout_core import read_text, to_json

SHOWN = {
    "six": """\
workout: 6 x 800 m
description: |
  Hold the form when it gets hard, and then hold it once more, because that is what the day is for.

  Flat ground.
steps: |
  warmup 15min @ Z2 HR
  6x
    800m @ 3:50-4:00/km, Z4 HR "Relax the shoulders, look ahead, and count every third breath out loud"
    400m jog
  4x
    2x, skip last rest
      20s strides
      60s rest
    2min walk
  cooldown 10min @ easy
links: [{url: https://example.org/a-very-long-address-that-nobody-should-ever-break-in-two, title: Why}]
""",
    "wide": """\
workout: 力を抜いて走る 🏃 と とても長い名前のトレーニングの日
description: 肩の力を抜いて遠くを見て三歩ごとに声を出して息を吐くこと。それができなくなったら歩いてもよい。
steps: |
  10min "力を抜いて 🙂 遠くを見て 🙂 三歩ごとに声を出して息を吐くこと"
  6x
    400m "Relax 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"
    200m jog
""",
    "deep": "workout: Deep\nsteps: " + "2x(" * 16 + "30s strides" + ")" * 16 + "\n",
    "strength": """\
workout: Strength
sport: strength
steps:
  - {duration: {reps: 8}, exercise: {name: Back squat, load: {one_rep_max: 80%}, tempo: 3-1-1}}
  - {intensity: rest, duration: {time: 2:30}}
  - {duration: lap, exercise: {name: Plank, per_side: yes}}
""",
    "plan": """\
plan: Run form and speed, four weeks
description: For whoever runs three times a week.
timezone: Europe/Warsaw
sessions:
  - {slot: a, date: 2026-08-04, at: 7:00, workout: {workout: Hills, steps: 30min @ 5:00/km}}
  - {slot: b, date: 2026-08-05, event: {event: "Live questions and answers, with everybody who comes"}}
  - {slot: c, date: 2026-08-06, workout: {workout: Easy, steps: 20min @ 6:00/km}}
""",
    "athlete": """\
athlete: Ada
threshold_pace: 4:45/km
race: {distance: half marathon, time: 1:45:00}
threshold_heart_rate: 168
max_heart_rate: 186
resting_heart_rate: 48
ftp: 240
one_rep_max: {back squat: 80kg}
zones: {heart_rate: [100, 120, 140], speed: [6:00/km, 5:00/km]}
paces: {shuffle: 7:00/km}
""",
}


@pytest.fixture
def shown(workout, folder, monkeypatch):
    """Show one of the documents in a terminal of some width."""

    def call(name: str, columns: int, *arguments: str) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        (folder / "shown.yaml").write_text(SHOWN[name], "utf-8")
        done = workout("show", "shown.yaml", *arguments)
        assert (done.code, done.err) == (0, "")
        return done.out

    return call


@pytest.mark.parametrize("columns", [20, 60, 200])
@pytest.mark.parametrize("name", SHOWN)
def test_a_document_is_shown_as_ever(shown, golden, name, columns):
    golden(f"show/{name}-{columns}.txt", shown(name, columns))


@pytest.mark.parametrize("columns", [20, 21, 33, 60, 100])
@pytest.mark.parametrize("name", SHOWN)
def test_no_line_is_wider_than_the_terminal_or_ends_in_a_space(shown, name, columns):
    for line in shown(name, columns).split("\n"):
        assert line == line.rstrip()
        assert wcswidth(line) <= columns or "https://" in line


@pytest.mark.parametrize("columns", [1, 19])
def test_a_terminal_is_never_taken_to_be_narrower_than_twenty_columns(shown, columns):
    assert shown("six", columns) == shown("six", 20)


def test_a_terminal_is_never_filled_beyond_a_hundred_columns(shown):
    assert shown("six", 200) == shown("six", 100)


def test_an_athlete_puts_numbers_beside_zones(workout):
    assert "heart rate zone 2 (143\u2013151 bpm)" in workout("show", "six.yaml", "--athlete", "ada.yaml").out


def test_a_threshold_that_is_missing_is_named(workout, folder):
    (folder / "bea.yaml").write_text("athlete: Bea\n", "utf-8")

    done = workout("show", "six.yaml", "--athlete", "bea.yaml")

    assert done.code == 0
    assert "Warm up 15 min at heart rate zone 2 (effort 3 of 10)\n" in done.out
    assert done.err.splitlines() == [
        (
            "note: needs the athlete's threshold heart rate (give 'threshold_heart_rate: 168'); "
            "until then heart rate zone 2 is effort 3 of 10 (on Foster's scale)"
        ),
        (
            "note: needs the athlete's threshold pace (give 'threshold_pace: 4:45/km', or a recent 'race'); "
            "until then easy is effort 3 of 10 (on Foster's scale)"
        ),
    ]


def test_a_name_is_shown_as_it_is_and_never_as_markup(workout, folder):
    (folder / "odd.yaml").write_text("workout: '[bold]:smile: [/]'\nsteps: 10min\n", "utf-8")

    assert workout("show", "odd.yaml").out.startswith("[bold]:smile: [/]\n")


@pytest.mark.parametrize("name", SHOWN)
def test_for_programs_a_document_is_shown_as_json(shown, name):
    told = json.loads(shown(name, 60, "--json"))
    totals = told.pop("totals", None)

    assert told == json.loads(json.dumps(to_json(read_text(SHOWN[name]))))
    assert (totals is None) == (name in ("plan", "athlete"))


def test_totals_say_how_sure_they_are(workout):
    totals = json.loads(workout("show", "easy.yaml", "--json").out)["totals"]

    assert totals == {
        "time": {"value": 1800, "most": 1800, "exact": True, "at_least": 1800},
        "distance": {"value": 6000, "most": 6000, "exact": True, "at_least": 6000},
    }


def test_a_document_from_stdin_is_shown(workout):
    assert workout("show", "-", stdin=b"workout: A\nsteps: 10min\n").out.startswith("A\nRunning")


def test_the_picture_is_drawn_in_ascii_where_there_is_nothing_better(process):
    done = process("show", "six.yaml", environ={"PYTHONIOENCODING": "ascii"})

    picture = done.stdout.decode("ascii").split("\n\n")[-1].split("\n")
    assert "#" in set("".join(picture[:-2])) <= set(" .:#")


def test_the_notation_can_be_shown_without_a_document(workout):
    shown = workout("show", "--steps", "6x(800m @ 4:00/km, 400m jog)", "--name", "Six")
    assert shown.code == 0
    assert shown.out.splitlines()[:4] == ["Six", "Running · about 35 min, 7.2 km", "", "6 times:"]


@pytest.mark.parametrize("arguments", [[], ["six.yaml", "--steps", "10min"]], ids=["neither", "both"])
def test_either_a_document_or_the_notation_is_shown(workout, arguments):
    shown = workout("show", *arguments)
    assert (shown.code, shown.out) == (2, "")
    assert "what should be shown? (give a document, or --steps)" in shown.err
