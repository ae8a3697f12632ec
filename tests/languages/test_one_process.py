"""Two languages in one process: what one was told stays out of what the other is."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path
from threading import Barrier

import pytest

from questions import CLOCK
from workout_core import Readings, Registry, export, read_document
from workout_core.editor.answering import answer
from workout_core.html.plan_page import plan_html
from workout_core.languages import in_language

EXAMPLES = Path(__file__).parents[2] / "examples"
TAGS = ("en", "de")
FORMATS = ("text", "markdown", "ics", "vtt", "svg", "fit", "intervals-icu")
QUESTIONS = {"analyse": {"picture": True}, "losses": {"to": ["fit", "zwo"], **CLOCK}, "watch": {}}
TEXTS = ("six-by-800", "strength-a", "pool-session")
WRONG = "workout: Wrong\nsteps: |\n  10min @ hrad\n  3x\n"
ALONE = "import sys; sys.path[:0] = sys.argv[2:]; from test_one_process import told; print(told(sys.argv[1]))"
"""What a process of its own runs."""


@cache
def _kept():
    """Return what every language is told of: objects with caches of their own."""
    ada = read_document(EXAMPLES / "ada.yaml")
    documents = [read_document(EXAMPLES / f"{name}.yaml", root=EXAMPLES) for name in TEXTS]
    plan = read_document(EXAMPLES / "first-5km.yaml", root=EXAMPLES)
    return ada, Readings(ada), documents, plan, Registry.discover()


def told(tag):
    """Return as JSON what people are told in a language."""
    ada, readings, documents, plan, registry = _kept()
    said = []
    with in_language(tag):
        said.append(plan_html(plan, readings, today=date(2026, 8, 20)))
        for document in documents:
            for name in FORMATS:
                for file in export(document, name, registry=registry, athlete=ada):
                    stamped = file.data.decode("latin-1").splitlines()
                    said += [line for line in stamped if not line.startswith("DTSTAMP")]
                    said += [loss.what for loss in file.losses]
        for text in (WRONG, *((EXAMPLES / f"{name}.yaml").read_text("utf-8") for name in TEXTS)):
            for question, more in QUESTIONS.items():
                said.append(answer(question, json.dumps({"text": text, "language": tag, **more})))
        said += [answer(question, json.dumps({"language": tag})) for question in ("formats", "recipes")]
    return json.dumps(said)


@pytest.fixture(scope="module")
def alone():
    """Return what each language is told by a process that knows no other."""
    ways = [str(Path(__file__).parent), str(Path(__file__).parents[1])]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    run = {
        tag: subprocess.Popen(
            [sys.executable, "-c", ALONE, tag, *ways], stdout=subprocess.PIPE, text=True, env=environment
        )
        for tag in TAGS
    }
    return {tag: process.communicate()[0].strip() for tag, process in run.items()}


@pytest.mark.slow
def test_one_after_the_other(alone):
    assert alone["en"] != alone["de"]
    for tag in ("en", "de", "en", "de"):
        assert told(tag) == alone[tag]


@pytest.mark.slow
def test_at_once(alone):
    together = Barrier(len(TAGS))

    def wait_and_tell(tag):
        together.wait()
        return told(tag)

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-4)
    try:
        with ThreadPoolExecutor() as pool:
            assert dict(zip(TAGS, pool.map(wait_and_tell, TAGS), strict=True)) == alone
    finally:
        sys.setswitchinterval(before)
