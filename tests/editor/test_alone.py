"""An editor runs where no command does: in a browser, without what is compiled, prints, or asks a network."""

import json
import subprocess
import sys

import pytest

from questions import CLOCK, EXAMPLES, held

MISSING = (
    *("click", "rich", "gpxpy", "fastcrc", "resvg", "resvg_py"),
    *("httpx", "psutil", "starlette", "uvicorn", "watchfiles"),
)
"""What a page does not bring; ``yaml._yaml`` is the part of PyYAML that is compiled."""
PROGRAM = """
import json, socket, subprocess, sys

for name in {missing!r}:
    sys.modules[name] = None
sys.modules["yaml._yaml"] = None
for module, name in ((socket, "socket"), (subprocess, "Popen")):
    setattr(module, name, None)

from workout_core.editor.answering import answer

questions, files = json.load(sys.stdin)
opened = []
answers = {{}}
for turn in range(2):
    if turn:
        sys.addaudithook(lambda event, given: opened.append(given[0]) if event == "open" else None)
    for name, (question, asked) in questions.items():
        given = asked | ({{"files": files}} if "name" in asked and question != "open" else {{}})
        answers[name] = json.loads(answer(question, json.dumps(given)))
print(json.dumps([answers, opened, sorted(sys.modules)], default=repr))
"""


@pytest.fixture(scope="module")
def alone():
    files = held()
    ada = files["ada.yaml"]
    plan = "half-marathon.yaml"
    questions = {
        "workout": ("analyse", {"text": files["six-by-800.yaml"], "athlete": ada}),
        "plan": ("analyse", {"text": files[plan], "name": plan}),
        "squad": ("analyse", {"text": files["squad.yaml"], "name": "squad.yaml"}),
        "course": ("analyse", {"text": files["hilly-10km.yaml"], "name": "hilly-10km.yaml"}),
        "message": ("analyse", {"text": (EXAMPLES / "e-mail.txt").read_text("utf-8")}),
        "take": ("take", {"text": files[plan], "name": plan, **CLOCK}),
        "losses": ("losses", {"text": files["strength-a.yaml"], "athlete": ada, **CLOCK}),
        "complete": ("complete", {"text": "Back sq", "line": 1, "column": 8}),
        "tokens": ("tokens", {"text": files["strength-a.yaml"]}),
        "open": ("open", {"name": "course.gpx", "text": files["hilly-10km.gpx"]}),
        "formats": ("formats", {}),
        "recipes": ("recipes", {}),
        "recipe": ("recipe", {"name": "negative-split", "values": {"distance": "10km", "goal": "47:30"}}),
        "move": ("move", {"text": files[plan], "name": plan, "session": "Base 3/tue/hills", "to": "wed"}),
        "athlete": ("athlete", {"text": ada}),
        "watch": ("watch", {"text": files["six-by-800.yaml"], "athlete": ada}),
        "run": ("run", {"text": files["six-by-800.yaml"], "athlete": ada}),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(missing=MISSING)],
        input=json.dumps([questions, files]).encode(),
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_every_question_is_answered(alone):
    answers, _, _ = alone
    told = {name: each for name, each in answers.items() if isinstance(each, dict)}
    assert [name for name, each in told.items() if "internal_error" in each] == []
    severities = {name: {e.get("severity") for e in each.get("problems", ())} for name, each in told.items()}
    assert [name for name, each in severities.items() if "error" in each] == []


def test_nothing_is_opened_once_all_is_loaded(alone):
    _, opened, _ = alone
    assert opened == []


def test_no_room_of_commands_and_no_client_of_a_network_is_loaded(alone):
    _, _, modules = alone
    rooms = {name.split(".")[1] for name in modules if name.startswith("workout_core.")}
    assert rooms & {"cli", "feed", "watch", "publish", "site", "testing", "audio"} == set()
    assert {"urllib.request", "http.client", "asyncio", "multiprocessing"} & set(modules) == set()
