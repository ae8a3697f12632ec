"""``workout formats``, ``plugins`` and ``schema``: what there is, for people and for programs."""

import json
import re

import pytest

from distributions import offering
from workout_core import Feature, __version__, document_schema

FORMATS = """\
NAME          FILES          CAN          WHAT
fit           .fit           write        FIT workout for GPS watches
fit-schedule  .schedule.fit  write        FIT schedule (not yet tried on a device)
ics           .ics           write        iCalendar training calendar
json          .json          read, write  workout-core document, lossless
"""
PLUGINS = f"""\
PLUGIN             VERSION  STATUS  IMPORT  OFFERS
workout-core:fit   {__version__}    loaded  exporters: fit, fit-schedule; exercises: 1,976
workout-core:ics   {__version__}    loaded  exporters: ics
workout-core:json  {__version__}    loaded  exporters: json; importers: json
"""
IMPORTER = """\
@hookimpl
def workout_importers():
    return [Importer(name="lines", title="Lines", suffixes=(".lines", ".txt"), read=lambda *_: None)]
"""


def test_formats_are_listed_for_people(workout):
    done = workout("formats")

    assert (done.code, done.out, done.err) == (0, FORMATS, "")


def test_plugins_are_listed_for_people(workout):
    done = workout("plugins")

    assert (done.code, re.sub(r"\d+ ms +", "", done.out), done.err) == (0, PLUGINS, "")


def test_formats_are_told_to_programs(workout):
    formats = {each["name"]: each for each in json.loads(workout("formats", "--json").out)}

    assert list(formats) == ["fit", "fit-schedule", "ics", "json"]
    assert formats["json"] == {
        "name": "json",
        "title": "workout-core document, lossless",
        "suffix": ".json",
        "media_type": "application/json",
        "subject": ["workout", "plan"],
        "plugin": "workout-core:json",
        "reads": True,
        "features": [feature.name.lower() for feature in Feature],
        "limits": {},
        "options": [],
    }
    assert formats["fit"]["options"] == ["device"]
    assert formats["fit"]["limits"]["max_steps"] > 0
    assert formats["fit-schedule"]["options"] == ["from", "most"]


def test_one_format_is_told_to_programs(workout):
    (told,) = json.loads(workout("formats", "ics", "--json").out)

    assert (told["name"], told["plugin"], told["reads"]) == ("ics", "workout-core:ics", False)


def test_one_format_is_told_with_what_it_carries_and_lacks(workout):
    title, carries, lacks, options = workout("formats", "fit").out.splitlines()

    assert title == "fit: FIT workout for GPS watches"
    assert carries.startswith("carries: repeat, nested repeat, ")
    assert lacks.startswith("lacks: ")
    assert options == "options: device"


def test_a_format_that_carries_everything_lacks_nothing(workout):
    assert len(workout("formats", "json").out.splitlines()) == 2


def test_a_format_that_is_only_read_is_listed(site):
    site.install("lines", IMPORTER)

    assert "\nlines         .lines .txt    read         Lines\n" in site.run("formats").stdout


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
