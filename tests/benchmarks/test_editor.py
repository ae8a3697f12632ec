"""An editor at every keystroke: a workout of thirty steps is read, measured, said and drawn."""

import json
from itertools import count

import pytest

from workout_core.editor.answering import answer

STEPS = (
    "warmup 15min @ Z2 HR",
    "4x",
    '  800m @ 3:50-4:00/km "Relax the shoulders"',
    "  400m jog",
    "6x",
    "  200m @ 85-90% threshold",
    "  90s rest",
    *(f'{600 + 100 * n}m @ 4:{10 + n}-4:{15 + n}/km "Hold the form, lap {n}"' for n in range(22)),
    "cooldown 10min @ easy",
)
DOCUMENT = "workout: Thirty steps\nsteps: |\n" + "".join(f"  {line}\n" for line in STEPS)
ATHLETE = "athlete: Ada\nthreshold_pace: 4:45/km\nthreshold_heart_rate: 168\n"
FORMS = {"document": DOCUMENT, "steps": "\n".join(STEPS)}


def _typing(question: str, text: str, **more: object):
    """Return what asks *question* of a text that is another one each time, as it is when somebody types."""
    turn = count()

    def ask() -> dict:
        typed = text.replace("lap 3", f"lap {next(turn)}")
        return json.loads(answer(question, json.dumps({"text": typed, **more})))

    ask()  # what is imported and looked up once
    return ask


@pytest.mark.benchmark(group="an editor at every keystroke")
@pytest.mark.parametrize("form", FORMS)
def test_thirty_steps_are_analysed(benchmark, form):
    told = benchmark(_typing("analyse", FORMS[form], athlete=ATHLETE))
    assert (len(told["steps"]), told["problems"]) == (30, [])


@pytest.mark.benchmark(group="an editor at every keystroke")
def test_thirty_steps_are_coloured(benchmark):
    assert len(benchmark(_typing("tokens", DOCUMENT))) > 60


@pytest.mark.benchmark(group="an editor at every keystroke")
def test_the_next_word_is_offered(benchmark):
    told = benchmark(_typing("complete", DOCUMENT, line=3, column=6))
    assert told["items"][0]["insert"] == "warmup "
