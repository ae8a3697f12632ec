"""An e-mail is pasted into a command: each workout in it is shown, exported, checked and read."""

import json
from pathlib import Path

import pytest

from workout_core import Workout, read_document

EMAIL = """\
Hi Anna,

Tuesday:
WU 2k, 6x800 @ 5k pace w/ 400 jog, CD 2k

Thursday:
45 min easy + 6 strides

See you!
"""
ONE_WRONG = "Tue: 45 min esy\nWed: 45 min easy\nThu: 30 min easy\n"
IGNORED = """\
warning: standard input:1: ignored: 'Hi Anna,' (neither steps nor their heading)
    Hi Anna,
warning: standard input:9: ignored: 'See you!' (neither steps nor their heading)
    See you!
"""


def test_each_workout_is_shown_and_what_is_ignored_is_told(workout):
    done = workout("show", "-", stdin=EMAIL.encode())
    assert done.code == 0
    assert done.err.startswith(IGNORED)
    assert [line for line in done.out.splitlines() if line in ("Tuesday", "Thursday")] == [
        "Tuesday",
        "Thursday",
    ]
    assert "6 times:\n  800 m at 5km pace\n" in done.out


def test_each_is_exported_under_its_name(workout, listing):
    done = workout("export", "-", "--out", "week", "--to", "fit", "--to", "json", stdin=EMAIL.encode())
    assert done.code == 0
    assert listing("week") == ["thursday.fit", "thursday.json", "tuesday.fit", "tuesday.json"]
    assert json.loads(Path("week/tuesday.json").read_text("utf-8"))["workout"] == "Tuesday"


def test_the_same_text_gives_the_same_bytes(workout):
    for folder in ("a", "b"):
        workout("export", "-", "--out", folder, "--to", "fit", "--to", "ics", stdin=EMAIL.encode())
    for name in ("tuesday.fit", "thursday.ics"):
        assert Path("a", name).read_bytes() == Path("b", name).read_bytes()


def test_names_that_are_alike_are_told_apart_in_files_and_calendars(workout, listing):
    text = "Tuesday\n30 min easy\n\nTuesday\n40 min easy\n\n# tuesday!\n50 min easy\n"
    done = workout("export", "-", "--out", "o", "--to", "ics", stdin=text.encode())
    assert done.code == 0
    assert listing("o") == ["tuesday-2.ics", "tuesday-3.ics", "tuesday.ics"]
    uids = {
        line
        for file in Path("o").glob("*.ics")
        for line in file.read_text("utf-8").splitlines()
        if line.startswith("UID")
    }
    assert len(uids) == 3


@pytest.mark.parametrize("command", ["show", "check"])
def test_one_that_is_wrong_is_told_at_its_line_and_stops_no_other(workout, command):
    done = workout(command, "-", stdin=ONE_WRONG.encode())
    assert done.code == 1
    assert "standard input:1:13: 'esy' is not part of a step (did you mean 'easy'?)" in done.err
    assert ("Wed" in done.out) == ("Thu" in done.out) == (command == "show")


def test_what_can_be_exported_is_and_the_exit_code_is_that_of_the_rest(workout, listing):
    done = workout("export", "-", "--to", "fit", "--out", "o", stdin=ONE_WRONG.encode())
    assert (done.code, listing("o")) == (1, ["thu.fit", "wed.fit"])


def test_all_of_them_wrong_writes_nothing(workout, listing):
    text = b"Tue: 6 x 800m @ 4:00/km, 400m jgo\nWed: 45 min esy\n"
    before = listing()
    done = workout("export", "-", "--to", "fit", stdin=text)
    assert (done.code, listing()) == (1, before)
    assert "standard input:1:" in done.err
    assert "standard input:2:" in done.err


def test_a_text_file_is_read_like_a_pasted_text(workout):
    Path("mail.txt").write_text(EMAIL, "utf-8", newline="\r\n")
    assert workout("show", "mail.txt").out == workout("show", "-", stdin=EMAIL.encode()).out


def test_as_json_there_is_a_list_of_several(workout):
    shown = json.loads(workout("show", "-", "--json", stdin=EMAIL.encode()).out)
    assert [each["workout"] for each in shown] == ["Tuesday", "Thursday"]
    assert json.loads(workout("show", "-", "--json", stdin=b"45 min easy").out)["workout"] == "Easy 45 min"


def test_losses_are_told_with_the_name_of_the_workout(workout):
    done = workout("check", "-", "--to", "fit", stdin=EMAIL.encode())
    assert done.code == 0
    assert "-: fit: Tuesday: steps[1].steps[0].target: named pace:" in done.out


def test_several_are_read_into_a_folder(workout):
    done = workout("read", "-", "-o", "week/", stdin=EMAIL.encode())
    assert (done.code, done.out) == (0, "week/tuesday.yaml\nweek/thursday.yaml\n")
    tuesday = read_document("week/tuesday.yaml")
    assert isinstance(tuesday, Workout)
    assert tuesday.name == "Tuesday"


@pytest.mark.parametrize("more", [[], ["-o", "week.yaml"]])
def test_several_do_not_go_into_one_document(workout, more):
    done = workout("read", "-", *more, stdin=EMAIL.encode())
    assert (done.code, done.out) == (1, "")
    assert "there are 2 workouts (give a folder for them, like '-o week/')" in done.err


def test_several_do_not_go_to_standard_output_as_one_file(workout):
    done = workout("export", "-", "--to", "fit", "--out", "-", stdin=EMAIL.encode())
    assert done.code == 2
    assert "this makes 2 files" in done.err


def test_a_plan_that_names_a_text_wants_one_workout(workout):
    Path("mail.txt").write_text(EMAIL, "utf-8")
    Path("p.yaml").write_text("plan: P\nstart: 2026-08-03\nweeks: [{mon: mail.txt}]\n")
    done = workout("check", "p.yaml")
    assert done.code == 1
    told = "mail.txt: holds 2 workouts: 'Tuesday', 'Thursday' (one is wanted here: a file for each)"
    assert told in done.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("15 min easy\n\n4x5min @ threshold, 1 min jog\n\n10 min easy\n", "3: read as one workout"),
        ("50 min easy\n\n4x5min @ threshold, 1 min jog\n\n90 min easy\n", "5: read as 3 workouts"),
        ("warmup 10min\n\n4x5min @ threshold, 1 min jog\n\ncooldown 10min\n", ""),
        ("Tue:\n10min\n\n4x5min @ threshold, 1 min jog\n\nThu:\n10min\n", ""),
    ],
)
def test_which_way_was_taken_is_said_where_there_are_two(workout, text, told):
    done = workout("show", "-", stdin=text.encode())
    assert done.code == 0
    assert ("read as" in done.err) == bool(told)
    assert told in done.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "standard input:1:1: the document is empty"),
        ("Hi Anna,\n\nsee you tomorrow\n\nMark\n", "standard input:1:1: a document begins with 'workout:'"),
        ("\U0001f600\n", "standard input:1:1: a document begins with"),
        ("\udcff".encode("utf-8", "surrogateescape"), "standard input:1:1: not UTF-8"),
    ],
)
def test_what_holds_no_workout_is_refused(workout, text, told):
    done = workout("show", "-", stdin=text if isinstance(text, bytes) else text.encode())
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(told)


def test_a_text_file_without_a_workout_says_what_one_is_like(workout):
    Path("mail.txt").write_text("Hi Anna,\n\nsee you tomorrow\n\nMark\n")
    done = workout("show", "mail.txt")
    told = "mail.txt: there is no workout in this text (a line is like '6x800m @ 4:00/km, jog 400m')\n"
    assert (done.code, done.err) == (1, told)


def test_a_document_that_is_misspelt_is_still_told_as_one(workout):
    done = workout("show", "-", stdin=b"wrokout: Six\nsteps: |\n  Tue: 10min easy\n")
    assert done.code == 1
    assert "(did you mean 'workout'?)" in done.err


@pytest.mark.parametrize("line", ["Tuesday: 45 min easy\n", "see you 5 times\n"])
def test_a_megabyte_is_refused_with_its_limit(workout, line):
    Path("mail.txt").write_text(line * (1_100_000 // len(line)))
    done = workout("show", "mail.txt")
    assert (done.code, done.out) == (1, "")
    assert "more than 1000000 letters of steps in all (divide the document)" in done.err


def test_spaces_and_quotes_of_mail_programs_do_not_matter(workout):
    plain = workout("show", "-", stdin=b"Tuesday\n6 x 800m @ 4:00/km, 400m jog\n\nThursday\n45 min easy\n")
    mailed = (
        "> *Tuesday*\r\n> 6\u00a0x\u00a0800m @ 4:00/km, 400m&nbsp;jog\r\n>\r\n> **Thursday:**\r\n"
        "> \u2022\u200945 min\u00a0easy\r\n"
    )
    done = workout("show", "-", stdin=mailed.encode())
    assert done.out == plain.out


def test_what_is_pasted_is_read_in_a_process_without_a_terminal(process):
    done = process("show", "-", stdin=EMAIL.encode(), environ={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert b"Tuesday\n" in done.stdout


def test_the_sport_is_what_a_heading_or_the_first_word_of_its_steps_says(workout):
    text = (
        "Tuesday bike: 15 min easy, 4x8 min @ 95-100% FTP w/ 4 min easy\n\nWed: Swim 1500m easy\n\n"
        "Thursday: walk 5 min, run 20 min easy\n\nSaturday (gym):\nBack squat 4x6 @ 60kg\n"
    )
    done = workout("show", "-", "--json", stdin=text.encode())
    said = [each.get("sport", "running") for each in json.loads(done.out)]
    assert said == ["cycling", "pool_swimming", "running", "strength"]
    assert "standard input:1: read as cycling, because of 'bike'" in done.err
    assert "walking" not in done.err


@pytest.mark.parametrize(
    ("text", "names", "at"),
    [
        (
            "1) easy 40min\n2) Race day: 10k in 45:00, mostly backwards\n3) 8x400m in 88-90s\n",
            ["Easy 40 min", "8 × 400 m"],
            "2:",
        ),
        (
            "Hi,\n\nWed 1/12 6pm @ track: easy 40min\nSunday: 10k in 45:00, mostly backwards\n",
            ["Wed 1/12 6pm @ track"],
            "4:",
        ),
    ],
)
def test_a_line_that_says_how_much_is_no_title_and_no_greeting(workout, text, names, at):
    done = workout("show", "-", "--json", stdin=text.encode())
    shown = json.loads(done.out)
    assert [each["workout"] for each in (shown if isinstance(shown, list) else [shown])] == names
    assert done.code == 1
    assert f"standard input:{at}" in done.err


def test_a_day_alone_is_the_name_of_its_session(workout):
    assert workout("show", "-", stdin=b"Tuesday: easy 40min\n").out.startswith("Tuesday\n")


def test_a_letter_with_colons_is_no_document(workout):
    typed = "Hi,\nfor tomorrow: 2k WU, 6x800 @ 5k w/ 400 jog, CD 2k\nCheers: Ann\n"
    done = workout("show", "-", stdin=typed.encode())

    assert done.code == 0
    assert "6 times:\n  800 m at 5km pace\n" in done.out
    assert "ignored: 'Cheers: Ann'" in done.err
