"""``workout formats``, ``plugins`` and ``schema``: what there is, for people and for programs."""

import json
import re

import pytest

from distributions import FORMATS as NAMES
from distributions import offering
from workout_core import Feature, Sport, __version__, document_schema

FORMATS = """\
NAME           FILES           CAN          WHAT
chapters       .chapters.json  write        Chapters of a track, one for each step (Podcasting 2.0)
fit            .fit            read, write  FIT workout for GPS watches
fit-schedule   .schedule.fit   write        FIT schedule (not yet tried on a device)
ics            .ics            write        iCalendar training calendar
intervals-icu  .icu.txt        read, write  intervals.icu workout text (not yet tried on the service)
json           .json           read, write  workout-core document, lossless
lrc            .lrc            write        Lines of the voice, as players show lyrics (LRC)
markdown       .md             read, write  Markdown training log, with boxes to tick
png            .png            write        Picture of the profile, in pixels
script         .script.txt     write        Script of the voice, to read aloud
ssml           .ssml           write        Script of the voice, for programs that speak (SSML)
svg            .svg            write        Picture of the profile
text           .txt            read, write  Plain text, to paste into a message
vtt            .vtt            write        Captions of the voice (WebVTT)
zwo            .zwo            read, write  Zwift workout, for bike and run
"""
OF_FIT = "exporters: fit, fit-schedule; importers: fit; exercises: 2,057; watches: 36"
PLUGINS = f"""\
PLUGIN                         VERSION  STATUS  IMPORT  OFFERS
workout-core:captions          {__version__}    loaded  exporters: vtt, lrc, chapters, script, ssml
workout-core:fit               {__version__}    loaded  {OF_FIT}
workout-core:ics               {__version__}    loaded  exporters: ics
workout-core:intervals-icu     {__version__}    loaded  exporters: intervals-icu; importers: intervals-icu
workout-core:json              {__version__}    loaded  exporters: json; importers: json
workout-core:markdown          {__version__}    loaded  exporters: markdown; importers: markdown
workout-core:svg               {__version__}    loaded  exporters: svg, png
workout-core:text              {__version__}    loaded  exporters: text; importers: text
workout-core:usual-transforms  {__version__}    loaded  transforms: by-effort, by-time, shorten, treadmill
workout-core:usual-voices      {__version__}    loaded  voices: hibari, espeak-ng
workout-core:zwo               {__version__}    loaded  exporters: zwo; importers: zwo
"""
IMPORTER = """\
@frozen(kw_only=True)
class LineOptions:
    width: int = parameter("count", "how many letters a line has", "80")

@hookimpl
def workout_importers():
    return [Importer(name="lines", title="Lines", suffixes=(".lines", ".txt"), read=lambda *_: None,
                     options=LineOptions)]
"""
DEVICES = """\

OPTION       KIND          LIKE                       DEFAULT  WHAT
device       choice        generic | fr920xt | fr935  generic  the watch the file is for
name-bytes   whole number  6                                   bytes of a workout's name that it keeps
notes-bytes  whole number  6                                   bytes of a step's notes that it keeps

device:
  generic  any watch of today
  fr920xt  Garmin Forerunner 920XT: short names and notes, one target, no exercises
  fr935    Garmin Forerunner 935: short names, one target
"""
LINES = """\
lines: Lines
is read, and not written

TO READ  KIND   LIKE  DEFAULT  WHAT
width    count  6     80       how many letters a line has
"""


def test_formats_are_listed_for_people(workout):
    done = workout("formats")

    assert (done.code, done.out, done.err) == (0, FORMATS, "")


def test_plugins_are_listed_for_people(workout):
    done = workout("plugins")

    assert (done.code, re.sub(r"\d+ ms +", "", done.out), done.err) == (0, PLUGINS, "")


def test_formats_are_told_to_programs(workout):
    formats = {each["name"]: each for each in json.loads(workout("formats", "--json").out)}

    assert list(formats) == NAMES
    assert formats["json"] == {
        "name": "json",
        "title": "workout-core document, lossless",
        "suffix": ".json",
        "media_type": "application/json",
        "subject": ["workout", "plan"],
        "plugin": "workout-core:json",
        "reads": True,
        "writes": True,
        "suffixes": [".json"],
        "sports": [sport.value for sport in Sport],
        "features": [feature.name.lower() for feature in Feature],
        "features_by_sport": {},
        "limits": {},
        "zones": {},
        "options": [],
        "read_options": [],
    }
    assert [each["name"] for each in formats["fit"]["options"]] == ["device", "name-bytes", "notes-bytes"]
    assert formats["fit"]["limits"]["max_steps"] > 0
    assert formats["fit-schedule"]["options"][0] == {
        "name": "from",
        "kind": "date",
        "example": "2026-08-03",
        "choices": [],
        "meanings": {},
        "required": False,
        "default": None,
        "says": "the first day on the calendar; the day of the export when left out",
    }


def test_one_format_is_told_to_programs(workout):
    (told,) = json.loads(workout("formats", "ics", "--json").out)

    assert (told["name"], told["plugin"], told["reads"]) == ("ics", "workout-core:ics", False)


def test_one_format_is_told_with_what_it_carries_and_lacks(workout):
    title, carries, more, swum, lacks, limits, options = workout("formats", "fit").out.split("\n", 6)

    assert title == "fit: FIT workout for GPS watches"
    assert carries.startswith("carries: repeat, nested repeat, ")
    assert more == "in strength, mobility, yoga, pilates, cardio, hiit also: exercise"
    assert swum == "in pool swimming also: send off"
    assert lacks.startswith("lacks: ")
    assert limits == (
        "limits: max steps 50, max name bytes 31, max step name bytes 15, max cue bytes 199, "
        "max description bytes 159"
    )
    assert options == DEVICES


def test_what_is_carried_in_some_sports_alone_is_told_with_them(workout):
    lines = workout("formats", "zwo").out.splitlines()

    assert lines[1].startswith("sports: running, trail running, ")
    assert lines[3].startswith("in running, trail running, treadmill running, track running also: distance, ")
    assert lines[4].startswith("in cycling, indoor cycling, mountain biking, gravel cycling also: power, ")
    assert {"power", "distance"}.isdisjoint(lines[5].removeprefix("lacks: ").split(", "))
    (told,) = json.loads(workout("formats", "zwo", "--json").out)
    assert "running" in told["sports"]
    assert "strength" not in told["sports"]
    assert "power" in told["features_by_sport"]["cycling"]
    assert "power" not in told["features_by_sport"]["running"]
    assert (told["limits"], told["zones"]) == ({"max_tag_bytes": 31}, {"power": 6})


def test_a_format_that_carries_everything_lacks_nothing(workout):
    assert len(workout("formats", "json").out.splitlines()) == 2


def test_a_format_that_is_only_read_is_listed(site):
    site.install("lines", IMPORTER)

    assert "\nlines          .lines .txt     read         Lines\n" in site.run("formats").stdout
    assert site.run("formats", "lines").stdout == LINES
    (told,) = json.loads(site.run("formats", "lines", "--json").stdout)
    assert (told["reads"], told["writes"], told["suffixes"]) == (True, False, [".lines", ".txt"])
    assert [each["default"] for each in told["read_options"]] == ["80"]


def test_an_option_of_many_choices_lists_them_below_the_table(workout):
    out = workout("formats", "ics").out

    assert re.search(r"\nkinds +choices +running  ", out)
    below = " ".join(out[out.index("\nkinds: ") :].partition("\n\n")[0].split())
    assert below.startswith("kinds: running, trail_running, ")
    assert below.endswith(", race, rest, note")


@pytest.mark.parametrize("format_name", ["fit", "fit-schedule", "ics"])
def test_every_option_of_the_built_in_formats_says_what_it_does(workout, format_name):
    (told,) = json.loads(workout("formats", format_name, "--json").out)

    assert told["options"]
    for option in told["options"]:
        assert len(option["says"].split()) > 2, option["name"]


def test_a_contested_format_is_told_on_stderr(site):
    site.install("one", offering("[exporter()]"))
    site.install("two", offering("[exporter()]"))

    done = site.run("formats")

    assert (done.returncode, done.stdout) == (0, FORMATS)
    assert done.stderr == "tcx: offered by one:one and two:two (say which: one:tcx or two:tcx)\n"


def test_a_plugin_that_is_not_loaded_says_why(site):
    site.install("broken", "1 / 0\n")
    site.install("later", "WORKOUT_API = 2\n" + offering("[exporter()]"))
    site.install("off", offering("[exporter()]"))

    done = site.run("plugins", WORKOUT_DISABLE="off")

    assert (done.returncode, done.stderr) == (0, "")
    assert [re.sub(r" \d+ ms", "", " ".join(line.split())) for line in done.stdout.splitlines()[1:4]] == [
        "broken:broken 1.0 broken ZeroDivisionError: division by zero",
        "later:later 1.0 incompatible it is written for plugin API 2, and this is 1",
        "off:off 1.0 disabled named in WORKOUT_DISABLE",
    ]


def test_plugins_are_told_to_programs(site):
    site.install("one", offering("[exporter()]"))
    site.install("two", offering("[exporter()]"))

    told = {each["name"]: each for each in json.loads(site.run("plugins", "--json").stdout)}

    assert told["one:one"] == {
        "name": "one:one",
        "version": "1.0",
        "status": "loaded",
        "reason": "",
        "import_ms": told["one:one"]["import_ms"],
        "offers": {"exporters": ["tcx"]},
        "contested": ["'tcx' is contested by two:two"],
    }
    assert told["workout-core:json"]["offers"] == {"exporters": ["json"], "importers": ["json"]}


def test_the_schema_is_printed(workout):
    assert json.loads(workout("schema").out) == document_schema()


@pytest.mark.parametrize("name", ["formats", "plugins", "schema"])
def test_a_word_too_many_is_wrong_usage(workout, name):
    assert workout(name, "one", "two").code == 2
