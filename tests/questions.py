"""What an editor asks, and the folder of examples as it holds it."""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

from workout_core.editor.answering import answer

EXAMPLES = Path(__file__).parents[1] / "examples"
CLOCK = {"today": "2026-08-03", "now": "2026-08-03T10:00:00Z"}
EPOCH = "1785751200"
"""The same moment for commands."""


def ask(question: str, **what: object) -> Any:
    """Return the answer to a question; a mistake of the toolkit itself fails."""
    told = json.loads(answer(question, json.dumps(what)))
    assert "internal_error" not in told, told["internal_error"]["trace"]
    return told


def held(folder: Path = EXAMPLES) -> dict[str, str]:
    """Return every text in *folder*, by its name in it."""
    found = (path for path in sorted(folder.rglob("*")) if path.suffix in (".yaml", ".json", ".gpx"))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def taken(**what: object) -> dict[str, bytes]:
    """Return the files that somebody takes, by name."""
    return {each["name"]: b64decode(each["data"]) for each in ask("take", **what, **CLOCK)["files"]}


def errors(told: Any) -> list[tuple[int, int, str, str]]:
    """Return what is wrong in an answer: the line, the column, the path and the message of each."""
    return [
        (each["line"], each["column"], each.get("path", ""), each["message"])
        for each in told["problems"]
        if each["severity"] == "error"
    ]


def remark(message: str, **more: object) -> dict[str, object]:
    """Return what is told of all of a text."""
    nowhere = {"line": 0, "column": 0, "end_line": 0, "end_column": 0, "severity": "error"}
    return {**nowhere, "message": message, **more}
