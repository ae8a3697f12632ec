"""An editor that asks in German is answered in German, and nothing of it stays for who asks in English."""

import json

import pytest

from workout_core.editor.answering import answer

WORKOUT = """workout: Hügel
sport: running
steps: |
  warmup 10min
  5x:
    3min @ RPE 8
    walk 1min
  drill 5min
"""
WHEN = {"today": "2026-08-03", "now": "2026-08-03T10:00:00Z"}
FORMATS = ["fit", "zwo", "intervals-icu"]


def _asked(question, language, **more):
    return json.loads(answer(question, json.dumps({"text": WORKOUT, **more, "language": language})))


def test_a_watch_shows_its_own_words_in_german():
    view = _asked("watch", "de")
    assert [each["title"] for each in view["screens"][:3]] == ["Aufwärmen", "Belastung", "Gehen"]
    assert view["screens"][-1]["title"] == "Übung"
    assert view["title"] == "Heutige Uhren"
    assert view["losses"][0]["kind"] == "Anstrengung"


@pytest.mark.parametrize(
    ("question", "told"),
    [("watch", "eine Uhr zeigt nur Einheiten"), ("run", "anhören kann man nur eine Einheit")],
)
def test_what_is_no_workout_is_told_in_german(question, told):
    (problem,) = _asked(question, "de", text="athlete: Ada")["problems"]
    assert problem["message"] == told


@pytest.mark.parametrize(
    ("question", "more"),
    [
        ("watch", {}),
        ("analyse", {"transforms": ["shorten to=30min", "by-time"]}),
        ("losses", {"to": FORMATS, **WHEN}),
        ("take", {"to": FORMATS, **WHEN}),
    ],
)
def test_an_answer_in_german_leaves_none_behind(question, more):
    first = _asked(question, "en", **more)
    assert _asked(question, "de", **more) != first
    assert _asked(question, "en", **more) == first
