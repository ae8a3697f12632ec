"""Texts that give orders to terminals, pages and calendars: in every field, on every output, to no effect."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from distributions import offering
from oracles.pages import read_page
from workout_core import Registry, export, read_text, write_json, write_yaml
from workout_core.errors import WorkoutError
from workout_core.testing.calendar.lint import lint

MARKS = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
NONCHARACTERS = (
    *map(chr, range(0xFDD0, 0xFDF0)),
    *(chr(plane + low) for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)),
)
CONTROLS = (*map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000))),)
OBEYED = {*CONTROLS, *NONCHARACTERS, *MARKS} - {*"\n\t"}
FORBIDDEN_IN_HTML = {*CONTROLS, *NONCHARACTERS} - {*"\n\t\r\f"}
FORBIDDEN_IN_CALENDARS = {*map(chr, range(0x20)), "\x7f", "\x85"} - {*"\r\n\t"}
PIECES = (
    *("\x1b[2J", "\x1b]0;pwned\x07", "\x1b]8;;https://evil.example\x1b\\", "\x9b31m", "\x90q\x9c", "\ud800"),
    *("\x00", "\x08", "\r", "\x0b", "\x0c", "\x7f", "\x85", "\x1c", "\n", "\t", "\xa0", "\xad", "\u200d"),
    *(*MARKS, *MARKS, *NONCHARACTERS, *NONCHARACTERS),
    *("</script>", "<!--", "--!>", "]]>", "<svg onload=x>", "&#27;", '"', "'", "&", "\\", ";", ",", "#"),
    *("END:VCALENDAR", "\\n", "^n", "BEGIN:VEVENT\r\n", "%s", "{0}", ": ", "走る", "łąka", "🏃", "e\u0301"),
)
WORKOUT = {
    "workout": "Hills",
    "id": "w",
    "description": "Up and down",
    "tags": ["speed"],
    "links": [{"url": "https://example.org/hills", "title": "Where"}],
    "steps": [
        {"name": "Climb", "cue": "Short steps", "duration": {"time": 600}},
        {"exercise": {"name": "Back squat"}, "duration": {"reps": 5}},
    ],
}
PLAN = {
    "plan": "Form",
    "id": "p",
    "description": "Four weeks",
    "timezone": "Europe/Warsaw",
    "links": [{"url": "https://example.org/plan", "title": "More"}],
    "athlete": {"athlete": "Ada"},
    "weeks": [{"start": "2026-08-03", "name": "Base", "note": "Take it easy"}],
    "sessions": [
        {"slot": "a", "date": "2026-08-04", "at": "7:00", "workout": WORKOUT},
        {
            "slot": "b",
            "date": "2026-08-05",
            "at": "19:00",
            "event": {
                "event": "Call",
                "kind": "call",
                "description": "On",
                "links": ["https://example.org/call"],
            },
        },
    ],
}
ATHLETE = {
    "athlete": "Ada",
    "threshold_pace": "4:45/km",
    "paces": {"cruise": "4:50/km"},
    "one_rep_max": {"Squat": 90},
}
COMMANDS = {
    "workout": [
        "show #",
        "show # --json",
        "fmt #",
        "check #",
        "check # --json",
        "check # --to fit",
        "check # --to ics",
        "check # --to fit --json",
        "export # --to fit",
        "export # --to ics --strict",
    ],
    "plan": [
        "show #",
        "show # --json",
        "plan show #",
        "plan show # --slots",
        "plan show # --json",
        "fmt #",
        "plan show # --html -",
        "check #",
        "check # --to fit --json",
        "export #",
        "plan skip # a",
        "plan skip # no",
        "plan move # a +1d",
        "plan move # b a",
    ],
    "athlete": ["show #", "show # --json", "fmt #", "check #", "pace --athlete #"],
}
DOCUMENTS = {"workout": WORKOUT, "plan": PLAN, "athlete": ATHLETE}


def fields(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of every text of a document."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, (dict, list)):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from fields(value[key], (*path, key))


def text_at(value: Any, path: tuple[Any, ...]) -> str:
    """Return the text at a place of a document."""
    return text_at(value[path[0]], path[1:]) if path else value


def with_text(value: Any, path: tuple[Any, ...], text: str) -> Any:
    """Return a document with *text* at a place."""
    if not path:
        return text
    made = dict(value) if isinstance(value, dict) else list(value)
    made[path[0]] = with_text(value[path[0]], path[1:], text)
    return made


FIELDS = [(kind, path) for kind, document in DOCUMENTS.items() for path in fields(document)]


def hostile(seed: int) -> tuple[str, str]:
    """Return the kind of a document, and its JSON with a few pieces of trouble in, or behind, one text."""
    chance = random.Random(seed)
    kind, path = FIELDS[seed % len(FIELDS)]
    trouble = "".join(chance.choices(PIECES, k=chance.randint(1, 4)))
    before = text_at(DOCUMENTS[kind], path)
    text = chance.choice([trouble, f"{before}{trouble}", f"A{trouble}b", f"{before} {trouble} b"])
    return kind, json.dumps(with_text(DOCUMENTS[kind], path, text))


def check_terminal(text: str) -> None:
    assert sorted(set(text) & OBEYED) == []


def check_page(text: str) -> None:
    assert sorted(set(text) & FORBIDDEN_IN_HTML) == []
    tree = read_page(text)
    assert not [each for each in tree.iter() if each.tag in ("script", "img")]
    assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on")]


def check_output(command: str, done: Any) -> None:
    assert done.code in (0, 1, 3), (command, done)
    assert "should not have happened" not in done.err
    check_terminal(done.err)
    if "--html" in command and not done.code:
        check_page(done.out)
    elif "fmt" not in command:  # which is exact where no terminal is looking
        check_terminal(done.out)
    if "--json" in command and not done.code:
        json.loads(done.out)


def attack(seed: int, folder: Path, workout: Callable[..., Any], registry: Registry) -> str:
    """Put one text through every output; return what became of the document: refused or taken."""
    kind, text = hostile(seed)
    file = folder / "hostile.json"
    try:
        subject = read_text(text, is_json=True)
    except WorkoutError:
        file.write_text(text, "utf-8")
        done = workout(*random.Random(seed).choice(COMMANDS[kind]).replace("#", file.name).split())
        assert done.code == 1
        check_terminal(done.out + done.err)
        return "refused"
    for again, is_json in ((write_json(subject), True), (write_yaml(subject), False)):
        assert read_text(again, is_json=is_json) == subject
    for command in COMMANDS[kind]:
        file.write_text(text, "utf-8")
        check_output(command, workout(*command.replace("#", file.name).split()))
    if kind != "athlete":
        (calendar,) = export(subject, "ics", registry=registry)
        assert lint(calendar.data) == ()
        assert sorted(set(calendar.data.decode()) & FORBIDDEN_IN_CALENDARS) == []
    return "taken"


@pytest.fixture(scope="module")
def registry():
    return Registry.discover()


@pytest.mark.parametrize("seed", range(len(FIELDS)))
def test_a_hostile_text_has_no_effect_anywhere(seed, folder, workout, registry):
    attack(seed, folder, workout, registry)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(1000, 1800, 100))
def test_eight_hundred_hostile_texts_have_no_effect_anywhere(start, folder, workout, registry):
    outcomes = {attack(start + number, folder, workout, registry) for number in range(100)}
    assert outcomes == {"refused", "taken"}


@pytest.mark.parametrize("letter", NONCHARACTERS[::4], ids=ascii)
def test_a_page_is_valid_with_any_noncharacter_in_it(letter, folder, workout):
    (folder / "hostile.json").write_text(json.dumps(with_text(PLAN, ("plan",), f"a{letter}b")), "utf-8")
    page = workout("plan", "show", "hostile.json", "--html", "-").out
    check_page(page)
    assert "a\ufffdb" in page


ODD = r"""
class Odd(Exception):
    pass

def write(subject, context):
    raise Odd(f"\x1b]0;pwned\x07 \u202e {subject.name}")

def lose(subject, context):
    context.lose("a\x1b[2J", "\x9bkind", "\u202ewhat")
    return b"written"

"""


def test_messages_of_plugins_never_reach_a_terminal_raw(site, folder):
    site.install("odd", ODD + offering("[exporter(write=write), exporter(name='gpx', write=lose)]"))
    easy = str(folder / "easy.yaml")
    for arguments in (
        ["export", easy, "--to", "tcx"],
        ["export", easy, "--to", "tcx", "--traceback"],
        ["export", easy, "--to", "gpx"],
        ["check", easy, "--to", "gpx"],
        ["export", easy, "--to", "gpx", "--strict"],
    ):
        done = site.run(*arguments)
        assert "\\x1b" in done.stderr + done.stdout or "\ufffd" in done.stderr, done
        check_terminal(done.stdout + done.stderr)
