"""In a language that nobody knows, every word that people read is out of the catalogue, or of a document."""

import io
import json
import re
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import fitdecode
import html5lib
import icalendar
import pytest

from questions import CLOCK
from workout_core import Athlete, Plan, Readings, Registry, export, read_document
from workout_core.cli.plan.grid import week_lines
from workout_core.editor.answering import answer
from workout_core.html.plan_page import plan_html
from workout_core.languages import Language, in_language, spoken
from workout_core.plans.week_totals import week_totals
from workout_fit.exercise_words import _originals

pytestmark = pytest.mark.slow
EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENTS = [path for path in EXAMPLES.glob("*.yaml") if path.stem not in ("ada", "squad")]
DOCUMENTS = [*sorted(DOCUMENTS), EXAMPLES / "course" / "course.yaml"]
_WORD = re.compile(r"[A-Za-z]{3,}")
_FIELD = re.compile(r"{[^{}]*}")
SIGNS = {"bpm", "kcal", "min", "https", "http"}
"""What is written alike in every language."""
PROFILE = {"dumbbell", "plyo"}
"""Names of exercises in the profile of FIT, which are told as they are there."""
NAMES_IN_FIT = {"wkt_name", "wkt_step_name", "wkt_description", "notes"}
"""The fields of a file of FIT that a watch shows."""
ANSWERS = {"words", "message", "what", "line", "title", "text", "meanings"}
"""The fields of answers that people read."""


class Unknown:
    """A catalogue that says every letter as one that no document has, and leaves the values."""

    def gettext(self, message):
        values = _FIELD.findall(message)
        between = (re.sub(r"[^\W\d_]", "\N{CURRENCY SIGN}", text) for text in _FIELD.split(message))
        return "".join(part for pair in zip(between, [*values, ""], strict=True) for part in pair)

    def ngettext(self, one, many, n):
        return self.gettext(one if n == 1 else many)

    def pgettext(self, _context, message):
        return self.gettext(message)

    def npgettext(self, _context, one, many, n):
        return self.ngettext(one, many, n)


@contextmanager
def unknown_language():
    with pytest.MonkeyPatch.context() as patch, in_language(Language.GERMAN):
        patch.setattr(spoken, "_spoken", Unknown)
        _originals.cache_clear()  # of the languages that there are
        yield
    _originals.cache_clear()


@cache
def written():
    """Return every word of the examples, which somebody has written."""
    texts = (path.read_text("utf-8") for path in EXAMPLES.rglob("*.yaml"))
    return {word.casefold() for text in texts for word in _WORD.findall(text)} | SIGNS


def left(*texts):
    """Return the words of *texts* that are of no document."""
    return {word for text in texts for word in _WORD.findall(text) if word.casefold() not in written()}


@pytest.fixture(scope="module")
def registry():
    return Registry.discover()


@pytest.fixture(params=DOCUMENTS, ids=lambda path: path.stem)
def document(request):
    with unknown_language():
        return read_document(request.param, root=EXAMPLES)


@pytest.fixture(scope="module")
def ada():
    return read_document(EXAMPLES / "ada.yaml")


def _words_of_a_calendar(data):
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        yield from (str(event.get(name, "")) for name in ("SUMMARY", "DESCRIPTION", "COMMENT"))
        yield from map(str, event.categories)


def _words_of_a_picture(data):
    for element in ET.fromstring(data).iter():
        if element.tag.rpartition("}")[2] in ("title", "desc", "text", "tspan"):
            yield element.text or ""


def _words_of_a_fit_file(data):
    with fitdecode.FitReader(io.BytesIO(data)) as reader:
        for message in reader:
            if message.frame_type == fitdecode.FIT_FRAME_DATA:
                named = [each.value for each in message.fields if each.name in NAMES_IN_FIT]
                yield from (value for value in named if isinstance(value, str))


def _words_of_chapters(data):
    yield from (each["title"] for each in json.loads(data)["chapters"])


WORDS = {
    "chapters": _words_of_chapters,
    "fit": _words_of_a_fit_file,
    "ics": _words_of_a_calendar,
    "svg": _words_of_a_picture,
    "text": lambda data: [data.decode()],
    "markdown": lambda data: [re.sub(r"(?s)^---.*?^---|```.*?```", "", data.decode(), flags=re.MULTILINE)],
}


@pytest.mark.parametrize("name", WORDS)
def test_in_files(registry, ada, document, name):
    with unknown_language():
        files = export(document, name, registry=registry, athlete=ada)
    assert left(*(text for file in files for text in WORDS[name](file.data))) == set()


@pytest.mark.parametrize("name", ["fit", "ics", "intervals-icu", "text", "markdown", "svg"])
def test_in_what_a_format_loses(registry, ada, document, name):
    with unknown_language():
        files = export(document, name, registry=registry, athlete=ada)
        told = [loss.what for file in files for loss in file.losses]
    assert left(*told) - PROFILE == set()


def test_on_a_page_and_in_the_weeks_of_a_plan(ada, document):
    if not isinstance(document, Plan):
        pytest.skip("a workout has no weeks")
    readings = Readings(ada)
    with unknown_language():
        page = plan_html(document, readings, today=date(2026, 8, 20))
        lines = [
            line
            for number, week in enumerate(week_totals(document, readings), start=1)
            for line in week_lines(week, number, 1000, readings, 400)
        ]
    body = html5lib.parse(page, namespaceHTMLElements=False).find("body")
    read = [each for each in body.iter() if each.tag not in ("script", "style")]
    assert left(*(text for each in read for text in (each.text, each.tail) if text)) == set()
    assert left(*lines) == set()


@pytest.mark.parametrize("question", ["analyse", "losses", "watch"])
def test_in_the_answers_of_the_editor(document, question):
    said: list[str] = []

    def gather(value, key=""):
        if isinstance(value, dict):
            for name, each in value.items():
                gather(each, name)
        elif isinstance(value, list):
            for each in value:
                gather(each, key)
        elif isinstance(value, str) and key in ANSWERS:
            said.append(value)

    path = next(each for each in DOCUMENTS if read_document(each, root=EXAMPLES).name == document.name)
    if isinstance(document, (Plan, Athlete)) and question == "watch":
        pytest.skip("a watch shows a workout")
    # numbers that are spoken are not messages
    more = {"to": ["fit", "ics", "markdown", "text", "zwo"], **CLOCK} if question == "losses" else {}
    asked = {"text": path.read_text("utf-8"), "language": "de", **more}
    with unknown_language():
        gather(json.loads(answer(question, json.dumps(asked))))
    assert left(*said) - PROFILE == set()
