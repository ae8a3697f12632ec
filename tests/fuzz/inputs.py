"""What inputs are mutated from: the examples, what the documentation shows, and what the tests hold."""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

import yaml

from strategies.hostile import notations
from workout_core import (
    DocumentError,
    InvalidWorkout,
    Workout,
    WorkoutWarning,
    format_steps,
    read_bytes,
    write_json,
)

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_DOCUMENT = re.compile(r"^(?:workout|plan|athlete): .*\n", re.MULTILINE)
_JSON = re.compile(r'^\{\s*"(?:workout|plan|athlete|format)"')
_STEPS = re.compile(r"\d")
_COURSE = re.compile("<gpx")


def _examples(suffix: str) -> Iterator[bytes]:
    return (path.read_bytes() for path in sorted(EXAMPLES.rglob(f"*{suffix}")))


def _documented(language: str) -> Iterator[bytes]:
    """Yield what the documentation shows in *language*."""
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for found in _FENCE.finditer(page.read_text("utf-8")):
            if found[1] == language:
                yield found[2].encode()


def _tested(room: str, like: re.Pattern[str]) -> Iterator[bytes]:
    """Yield the texts *like* something that stand in the tests of *room*: right ones and wrong ones."""
    for file in sorted((ROOT / "tests" / room).rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and like.search(node.value):
                yield node.value.encode(errors="surrogatepass")


def models() -> Iterator[object]:
    """Yield what is read of the documents in YAML."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", WorkoutWarning)
        for data in good_yaml():
            with suppress(DocumentError):  # those that name files beside them, elsewhere
                yield read_bytes(data, folder=EXAMPLES)


@cache
def good_yaml() -> tuple[bytes, ...]:
    """Return documents in YAML."""
    return (*_examples(".yaml"), *_documented("yaml"))


@cache
def good_json() -> tuple[bytes, ...]:
    """Return the documents in YAML as they stand, in JSON; and what is read of them, as we write it."""
    again = (json.dumps(yaml.load(data, yaml.BaseLoader), indent=2).encode() for data in good_yaml())
    return (*again, *(write_json(each).encode() for each in models()), *_documented("json"))


@cache
def good_notation() -> tuple[bytes, ...]:
    """Return what the documentation shows, and the steps of the examples."""
    found = [*_documented("steps")]
    for document in models():
        if isinstance(document, Workout):
            with suppress(InvalidWorkout):  # there are no words for it
                found.append(format_steps(document.items, document.sport).encode())
    return tuple(found)


def odd_notation() -> Iterator[bytes]:
    """Yield shapes that would be slow if they were long, what the tests hold, and what coaches type."""
    yield from (text.encode() for text in notations(20).values())
    yield from _tested("notation", _STEPS)
    lines = (ROOT / "tests" / "notation" / "shorthand" / "lines.tsv").read_text("utf-8").splitlines()
    yield from (line.partition("\t")[0].encode() for line in lines)


good_courses = partial(_examples, ".gpx")
odd_yaml = partial(_tested, "documents", _DOCUMENT)
odd_json = partial(_tested, "documents", _JSON)
odd_courses = partial(_tested, "documents", _COURSE)
