"""A file becomes a document, a form becomes one, and a workout is seen on a watch and heard."""

from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from commands import run_here
from every import every
from questions import CLOCK, EPOCH, EXAMPLES, ask, errors, held, taken
from workout_core import Workout, read_document, read_text, script_of
from workout_core.analysis.readings import Readings
from workout_core.files.held import HeldFiles
from workout_core.recipes.built_in import built_in

FILES = held()
SIX = FILES["six-by-800.yaml"]
ADA = FILES["ada.yaml"]


def opened(name: str, data: bytes) -> dict:
    return ask("open", name=name, data=b64encode(data).decode())


@pytest.mark.parametrize("format_", ["fit", "zwo", "json", "intervals-icu"])
def test_what_was_taken_can_be_opened_again(format_):
    ((name, data),) = taken(text=SIX, name="six-by-800.yaml", athlete=ADA, to=format_).items()
    told = opened(name, data)
    assert told["problems"] == []
    assert told["text"]
    again = ask("analyse", text=told["text"], name=told["name"])
    assert again["kind"] == "workout"
    assert [each["severity"] for each in again["problems"] if each["severity"] == "error"] == []
    assert len([each for each in again["steps"] if not each["text"].endswith(":")]) >= 4


def test_a_document_is_opened_as_it_is():
    assert opened("six-by-800.yaml", SIX.encode())["text"] == SIX
    assert opened("six.yaml", b"\xef\xbb\xbf" + SIX.replace("\n", "\r\n").encode())["text"] == SIX


def test_an_email_becomes_its_workouts():
    told = ask("open", name="mail.txt", text=(EXAMPLES / "e-mail.txt").read_text("utf-8"))
    made = [read_text(each) for each in (told["text"], *told["others"])]
    assert [each.name for each in made if isinstance(each, Workout)] == ["Tuesday", "Thursday", "Sunday"]
    assert [each["severity"] for each in told["warnings"]] == ["warning"] * len(told["warnings"])


def test_a_course_becomes_a_race_over_it():
    told = opened("hilly-10km.gpx", FILES["hilly-10km.gpx"].encode())
    assert told["files"] == {"hilly-10km.gpx": FILES["hilly-10km.gpx"]}
    shown = ask("analyse", text=told["text"], name=told["name"], files=told["files"])
    assert shown["problems"] == []
    assert len(shown["splits"]["rows"]) == 10


def test_a_file_that_nobody_reads_is_told():
    ((*_, said),) = errors(opened("photo.jpeg", b"\xff\xd8\xff"))
    assert said.startswith("is no document, and no format that can be read has '.jpeg' (there are .yaml, ")


def test_the_importer_can_be_named():
    ((_, data),) = taken(text=SIX, name="six.yaml", athlete=ADA, to="zwo").items()
    told = ask("open", name="export.xml", data=b64encode(data).decode(), source="zwo")
    assert (told["format"], told["problems"]) == ("zwo", [])


@every("recipe", built_in(), ids=lambda recipe: recipe.name)
def test_every_form_of_a_recipe_makes_the_document_that_it_shows(recipe):
    (form,) = [each for each in ask("recipes") if each["name"] == recipe.name]
    assert [each["name"] for each in form["parameters"]] == list(recipe.known())
    made = ask("recipe", name=recipe.name, values=form["example"], athlete=ADA, files=FILES)
    assert [each for each in made["problems"] if each["severity"] == "error"] == []
    shown = ask("analyse", text=made["text"], athlete=ADA, files=FILES)
    assert (shown["picture"], shown["totals"], shown.get("splits")) == (
        made["picture"],
        made["totals"],
        made.get("splits"),
    )


@pytest.mark.parametrize(
    ("values", "parameter", "message"),
    [
        ({"distance": "10km"}, "goal", "a negative-split needs 'goal:'"),
        ({"distance": "10km", "goal": "soon"}, "goal", "'soon' is not a time"),
        ({"distance": "10km", "goal": "47:30", "split": "90%"}, "split", "90% is not a race any more"),
        ({"distance": "10km", "goal": "47:30", "hills": "1"}, "", "'hills' is not a key of a negative-split"),
    ],
)
def test_what_is_wrong_with_a_form_is_told_at_its_parameter(values, parameter, message):
    made = ask("recipe", name="negative-split", values=values)
    (problem,) = made["problems"]
    assert problem["parameter"] == parameter
    assert problem["message"].startswith(message)
    assert made["picture"] == ""


def test_a_slider_knows_its_ends():
    (form,) = [each for each in ask("recipes") if each["name"] == "negative-split"]
    (split,) = [each for each in form["parameters"] if each["name"] == "split"]
    assert (split["low"], split["high"]) == (-1, 1)
    (effort,) = [each for each in form["parameters"] if each["name"] == "hill_effort"]
    assert "low" not in effort  # no number is too large for the measure; the recipe says what is


def test_the_form_of_an_athlete_is_a_document():
    values = {
        "athlete": "Ann",
        "race.distance": "10km",
        "race.time": "47:30",
        "max_heart_rate": "",
        "ftp": "240",
    }
    told = ask("athlete", values=values)
    assert (told["name"], told["problems"]) == ("Ann", [])
    assert read_text(told["text"]).ftp == 240
    assert told["portrait"][0] == "Race: 10 km in 47:30"
    assert ask("athlete", text=told["text"]) == told


def test_what_is_wrong_with_an_athlete_is_told_at_its_key():
    told = ask("athlete", values={"ftp": "many", "race.distance": "10km", "race.time": "soon"})
    assert [each["path"] for each in told["problems"]] == ["ftp", "race.time"]


def test_a_watch_shows_each_step_with_its_texts_as_they_are_cut():
    long = "Relax the shoulders, look ahead, and do not look at the watch before the last two hundred"
    steps = f'2x\n    800m @ 4:00/km "{long}"\n    400m jog'
    text = f"workout: Six times eight hundred metres\nsteps: |\n  {steps}\n"
    shown = {family: ask("watch", text=text, family=family) for family in ("square", "round", "today")}
    assert [len(each["screens"]) for each in shown.values()] == [4, 4, 4]
    assert {family: each["name"]["text"] for family, each in shown.items()} == {
        "square": "Six times eight",
        "round": "Six times eight",
        "today": "Six times eight hundred metres",
    }
    notes = [each["screens"][0]["lines"][-1] for each in shown.values()]
    assert [each["cut"] for each in notes] == [True, False, False]
    assert {each["full"] for each in notes} == {long}
    assert len(notes[0]["text"].encode()) <= 49
    assert [each["path"] for each in shown["today"]["screens"]][:2] == [
        "steps[0].steps[0]",
        "steps[0].steps[1]",
    ]
    assert shown["today"]["fits"] == {"ok": True, "steps": 3, "most": 50}
    assert all("not yet tried on a device" in each["note"] for each in shown.values())


def test_what_a_watch_shows_is_what_the_file_for_it_holds():
    shown = ask("watch", text=SIX, athlete=ADA, family="square")
    ((_, data),) = taken(text=SIX, athlete=ADA, to="fit", options={"device": "fr920xt"}).items()
    steps = [step for _, step in read_text(opened("a.fit", data)["text"]).walk() if hasattr(step, "cue")]
    held_cues = {step.cue for step in steps if step.cue}
    cues = {line["text"] for screen in shown["screens"] for line in screen["lines"][2:]}
    assert cues == held_cues
    device = {"device": "fr920xt"}
    lost = ask("losses", text=SIX, athlete=ADA, to="fit", options=device, **CLOCK)["losses"]["fit"]
    assert shown["losses"] == lost


def test_a_workout_that_is_too_long_for_a_watch_does_not_fit():
    text = "\n".join(f"{400 + each}m" for each in range(60))
    told = ask("watch", text=text)
    assert told["fits"] == {"ok": False, "steps": 60, "most": 50}
    assert "60 steps and repeats" in told["problems"][0]["message"]


def test_a_workout_is_heard_as_its_script_says():
    workout, ada = read_document(EXAMPLES / "six-by-800.yaml"), read_document(EXAMPLES / "ada.yaml")
    script = script_of(Readings(ada).of(workout))
    told = ask("run", text=SIX, athlete=ADA)
    assert told["seconds"] == script.seconds
    assert [(each["at"], each["text"]) for each in told["lines"]] == [
        (each.at, each.text) for each in script.lines
    ]
    assert [each["title"] for each in told["chapters"]] == [each.title for each in script.chapters]
    assert tuple(told["beeps"]) == script.beeps


def test_held_files_are_seen_as_a_folder():
    files = HeldFiles({"a.yaml": b"a", "in/b.yaml": b"b", "in/deep/c.yaml": b"c"})
    assert files.held(Path("in/../a.yaml")) == b"a"
    assert files.names_in(Path("in")) == ["b.yaml", "deep"]
    there = {each: files.is_there(Path(each)) for each in ("in", "in/b.yaml", "b.yaml", "../a.yaml")}
    assert there == {"in": True, "in/b.yaml": True, "b.yaml": False, "../a.yaml": False}
    for missing in ("b.yaml", "../a.yaml", "in/a.yaml"):
        with pytest.raises(FileNotFoundError):
            files.held(Path(missing))
    with pytest.raises(IsADirectoryError):
        files.held(Path("in"))
    with pytest.raises(FileNotFoundError):
        files.names_in(Path("out"))


def test_a_squad_finds_its_athletes_in_a_folder():
    told = ask("analyse", text=FILES["squad.yaml"], name="squad.yaml", files=FILES)
    assert (told["kind"], errors(told)) == ("squad", [])
    squad = "squad: A\nplan: half-marathon.yaml\nathletes: athletes/\n"
    told = ask("analyse", text=squad, name="s.yaml", files=FILES)
    assert (told["kind"], errors(told)) == ("squad", [])
    assert len(told["numbers"]) == len([name for name in FILES if name.startswith("athletes/")])


def test_the_page_of_a_plan_is_that_of_the_command(tmp_path):
    plan = "half-marathon.yaml"
    page = tmp_path / "half-marathon.html"
    run_here("plan", "show", plan, "--html", str(page), folder=EXAMPLES, SOURCE_DATE_EPOCH=EPOCH)
    told = ask("pages", text=FILES[plan], name=plan, files=FILES, today=CLOCK["today"])
    assert {each["name"]: b64decode(each["data"]) for each in told["files"]} == {page.name: page.read_bytes()}


def test_a_race_has_a_band_to_wear():
    name = "negative-split-half.yaml"
    told = ask("pages", text=FILES[name], name=name)
    names = ["negative-split-half-band.html", "negative-split-half-band.txt"]
    assert [each["name"] for each in told["files"]] == names
    rows = b64decode(told["files"][1]["data"]).decode().splitlines()
    splits = ask("analyse", text=FILES[name], name=name)["splits"]["rows"]
    assert [row.split()[-1] for row in rows[4:]] == [row[-1] for row in splits]


def test_what_has_no_splits_has_no_band():
    assert errors(ask("pages", text="10min"))[0][3].startswith("says no splits")


def test_what_a_transform_loses_is_told_with_the_files():
    told = ask("take", text="10min; 5km", transforms=["by-effort"], to="json", **CLOCK)
    assert len(told["files"]) == 1
    assert {each["severity"] for each in told["problems"]} <= {"warning"}


def test_what_is_wrong_with_one_workout_of_a_message_is_told_with_the_files_of_the_others():
    text = "Tuesday:\n6x800m @ 4:00/km, jog 400m\n\nThursday:\n3x1km @ Z99 HR, jgo 2min\n"
    told = ask("take", text=text, to="fit", **CLOCK)
    assert [each["name"] for each in told["files"]] == ["tuesday.fit"]
    assert {line for line, *_ in errors(told)} == {5}


def test_how_much_is_said_is_one_of_three():
    told = ask("run", text="10min", talk="lots")
    assert [each["message"] for each in told["problems"]] == [
        "talk: 'lots' is not how much is said (one of few, usual, many)"
    ]


def test_nothing_is_nobody():
    assert ask("athlete", text=" ") == {"text": " ", "name": "", "portrait": [], "problems": []}
