"""What documents say is what the model holds: YAML guesses nothing, and JSON says the same."""

from datetime import date

import pytest

from workout_core import (
    Athlete,
    Distance,
    DocumentError,
    Event,
    Plan,
    Quantity,
    Range,
    Session,
    Sport,
    Step,
    Target,
    Time,
    Workout,
    read_bytes,
    read_document,
    read_text,
)

WORDS = (
    *("4:30", "1:10:00", "no", "No", "on", "off", "yes", "y", "true", "1e3", "0o17", "010", "0x10", "1_000"),
    *(".5", ".inf", ".nan", "2026-08-03", "2026-08-03 10:00:00", "=", "1.0", "-0", "NULL", "Null"),
)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_stays_the_word_it_is(word):
    assert read_text(f"workout: {word}\nsteps: 10min\n").name == word


@pytest.mark.parametrize("word", [*WORDS, "null", "~", "", "- a", "#1", "a: b", "*a", "!a", "%a", "@a"])
def test_a_quoted_word_stays_the_word_it_is(word):
    assert read_text(f"workout: A\ndescription: '{word}'\nsteps: 10min\n").description == word


def _duration(text: str) -> object:
    (step,) = read_text(f"workout: A\nsteps: [{{duration: {text}}}]\n").items
    return step.duration


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("{time: 4:30}", Time(270)),
        ("{time: 1:10:00}", Time(4200)),
        ("{time: 15min}", Time(900)),
        ("{time: 1h10min}", Time(4200)),
        ("{time: 90s}", Time(90)),
        ("{time: 900}", Time(900)),
        ("{time: '900'}", Time(900)),
        ("{time: 1.5e2}", Time(150)),
        ("{time: 010}", Time(10)),
        ("{distance: 800}", Distance(800)),
        ("{distance: 800m}", Distance(800)),
        ("{distance: 5km}", Distance(5000)),
        ("{distance: 1mi}", Distance(1609.344)),
        ("{distance: half marathon}", Distance(21097.5)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_duration_is_a_number_in_si_or_a_text_with_its_unit(text, duration):
    assert _duration(text) == duration


@pytest.mark.parametrize(
    "text",
    [
        "{distance: 4:30}",
        "{reps: 4:30}",
        "{reps: 0o17}",
        "{time: 0x10}",
        "{time: 1_000}",
        "{time: .inf}",
        "{time: no}",
        "{time: 2026-08-03}",
        "{calories: 1:30}",
    ],
)
def test_a_number_is_never_made_of_what_only_yaml_takes_for_one(text):
    with pytest.raises(DocumentError):
        _duration(text)


def _target(text: str) -> Target | None:
    (step,) = read_text(f"workout: A\nsteps: [{{duration: lap, target: {{{text}}}}}]\n").items
    return step.target


@pytest.mark.parametrize(
    ("text", "quantity", "low", "high"),
    [
        ("speed: {low: 4:10/km, high: 4:00/km}", Quantity.SPEED, 1000 / 250, 1000 / 240),
        ("speed: {low: 12km/h, high: 13km/h}", Quantity.SPEED, 12_000 / 3600, 13_000 / 3600),
        ("speed: {low: 7:00/mi, high: 4}", Quantity.SPEED, 1609.344 / 420, 4),
        ("heart_rate: {low: 140bpm, high: 150 bpm}", Quantity.HEART_RATE, 140, 150),
        ("power: {low: 250W, high: 260 watts}", Quantity.POWER, 250, 260),
        ("cadence: {low: 180spm, high: 19e1}", Quantity.CADENCE, 180, 190),
        ("cadence: {low: 85rpm, high: 90}", Quantity.CADENCE, 85, 90),
        ("effort: {low: 6, high: 7.5}", Quantity.EFFORT, 6, 7.5),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_range_takes_units_on_each_of_its_ends(text, quantity, low, high):
    assert _target(text) == Target(quantity, Range(low, high))


def test_paces_may_be_given_fast_end_first():
    slow_first = _target("speed: {low: 4:20/km, high: 4:10/km}")

    assert _target("speed: {low: 4:10/km, high: 4:20/km}") == slow_first


def test_a_share_is_a_fraction_or_a_percentage():
    fraction = _target("heart_rate: {low: 0.85, high: 0.9, of: threshold_heart_rate}")

    assert _target("heart_rate: {low: 85%, high: 90 %, of: threshold heart-rate}") == fraction


@pytest.mark.parametrize(
    ("word", "value"),
    [("true", True), ("yes", True), ("True", True), ("false", False), ("no", False), ("NO", False)],
)
def test_yes_and_no_are_read_where_a_yes_or_no_belongs(word, value):
    document = f"workout: A\nsteps: [{{repeat: 2, skip_last_rest: {word}, steps: 400m; rest 60s}}]\n"

    assert read_text(document).items[0].skip_last_rest is value


@pytest.mark.parametrize("word", ["trail_running", "trail running", "Trail-Running", " TRAIL_running "])
def test_case_and_hyphens_of_a_choice_do_not_matter(word):
    assert read_text(f"workout: A\nsport: '{word}'\nsteps: 10min\n").sport is Sport.TRAIL_RUNNING


@pytest.mark.parametrize("nothing", ["", "null", "~"])
def test_a_key_without_a_value_is_as_good_as_left_out(nothing):
    bare = read_text("workout: A\nsteps: 10min\n")

    assert read_text(f"workout: A\nsport: {nothing}\npool_length: {nothing}\nsteps: 10min\n") == bare


def test_the_format_may_be_given():
    assert read_text("format: 1\nworkout: A\nsteps: 10min\n") == read_text("workout: A\nsteps: 10min\n")


def test_steps_may_mix_structure_and_notation():
    document = """\
workout: A
steps:
  - warmup 15min
  - repeat: 2
    steps: 400m; 200m jog
  - |
    6x
      100m strides
      60s rest
  - {duration: {time: 10min}, intensity: cooldown}
"""
    told = "workout: A\nsteps: warmup 15min; 2x(400m, 200m jog); 6x(100m strides, 60s rest); cooldown 10min\n"

    assert read_text(document) == read_text(told)


def test_an_alias_repeats_what_its_anchor_holds():
    document = """\
workout: A
steps:
  - &fast {duration: {distance: 400}, target: &pace {speed: {low: 4, high: 5}}}
  - {duration: lap, target: *pace}
  - *fast
"""
    pace = Target(Quantity.SPEED, Range(4, 5))
    fast = Step(duration=Distance(400), target=pace)

    assert read_text(document).items == (fast, Step(target=pace), fast)


def test_an_alias_may_be_used_as_often_as_a_document_is_long():
    document = "workout: A\nsteps:\n  - &step 400m\n" + "  - *step\n" * 2000

    assert read_text(document).items == (Step(duration=Distance(400)),) * 2001


def test_comments_say_nothing():
    document = """\
# a workout
workout: A # its name
# between
steps: # below
  - 10min # easy
  # a whole line
  - 400m
# the end"""

    assert read_text(document) == read_text("workout: A\nsteps: 10min; 400m\n")


TEXT = "workout: Zügig 力\ndescription: |\n  one\n  two\nsteps: |\n  10min\n  6x\n    400m\n    200m jog\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_byte_order_marks_make_no_difference(mark, end):
    assert read_bytes(mark + TEXT.replace("\n", end).encode()) == read_text(TEXT)


def test_a_text_with_a_byte_order_mark_is_read():
    assert read_text("\ufeff" + TEXT) == read_text(TEXT)
    assert read_text('\ufeff{"workout": "A", "steps": "10min"}', is_json=True).name == "A"


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.txt", "a"])
def test_a_file_is_yaml_unless_its_name_says_otherwise(tmp_path, name):
    (tmp_path / name).write_text("workout: A\nsteps: 10min\n", "utf-8")

    assert read_document(tmp_path / name).name == "A"
    assert read_document(str(tmp_path / name)).name == "A"


@pytest.mark.parametrize("name", ["a.json", "a.JSON"])
def test_a_file_is_json_when_its_name_says_so(tmp_path, name):
    (tmp_path / name).write_text("workout: A\nsteps: 10min\n", "utf-8")

    with pytest.raises(DocumentError, match="not JSON"):
        read_document(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "said"), [("no.yaml", "there is no such file"), (".", "is a folder, not a document")]
)
def test_a_file_that_is_not_there_is_no_document(tmp_path, name, said):
    with pytest.raises(DocumentError) as error:
        read_document(tmp_path / name)

    assert str(error.value) == f"{tmp_path / name}: {said}"


def test_a_disk_that_fails_is_the_callers_to_handle(tmp_path):
    (tmp_path / "a").touch()

    with pytest.raises(NotADirectoryError):
        read_document(tmp_path / "a" / "b.yaml")


def test_a_document_is_what_its_top_says():
    assert isinstance(read_text("workout: A\nsteps: 10min\n"), Workout)
    assert isinstance(read_text("athlete: A\n"), Athlete)
    assert read_text("plan: A\nsessions: [{slot: a, date: 2026-08-03, event: {event: Call}}]\n") == Plan(
        name="A", sessions=(Session(slot="a", day=date(2026, 8, 3), activity=Event(name="Call")),)
    )


def test_a_step_behind_an_anchor_on_the_line_before_is_one_line():
    assert read_text("workout: A\nsteps: &all\n  10min\n") == read_text("workout: A\nsteps: 10min\n")


@pytest.mark.parametrize("zone", ["localtime", "posixrules", "Europe/Warsawa", "../etc/passwd"])
def test_a_zone_is_one_that_every_machine_knows(zone):
    with pytest.raises(DocumentError, match=r"timezone: '.+' is not a time zone"):
        read_text(
            f"plan: A\ntimezone: {zone}\nsessions: [{{slot: a, date: 2026-08-03, event: {{event: B}}}}]\n"
        )
