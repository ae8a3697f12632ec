"""A target with no lower end is held below its upper one, and said so."""

import pytest

from workout_core import Athlete, Sport, format_steps, parse_steps
from workout_core.analysis.effort import known_effort
from workout_core.model.target import Quantity, Range, Reference, Target
from workout_core.phrases.targets import say_target

CAPS = {
    "<140bpm": Target(Quantity.HEART_RATE, Range(30, 140)),
    "<75% HRmax": Target(Quantity.HEART_RATE, Range(0.1, 0.75, Reference.MAX_HEART_RATE)),
    "<200W": Target(Quantity.POWER, Range(1, 200)),
}


@pytest.mark.parametrize("text", CAPS)
def test_a_cap_is_read_and_written_as_one(text):
    (step,) = parse_steps(f"10min @ {text}")

    assert step.target == CAPS[text]
    assert format_steps((step,)) == f"10min @ {text}\n"
    assert parse_steps(f"10min @ under {text[1:]}") == (step,)


def test_a_cap_is_said_in_words_and_in_the_numbers_of_the_athlete():
    athlete = Athlete(max_heart_rate=200)

    assert say_target(CAPS["<140bpm"]) == "under 140 bpm"
    assert say_target(CAPS["<75% HRmax"], athlete=athlete) == ("under 75 % of max heart rate (under 150 bpm)")


def test_who_stays_below_a_cap_is_near_it():
    held, capped = (parse_steps(f"10min @ {text} LTHR")[0] for text in ("80%", "<86%"))

    assert _effort(capped) == _effort(held)


def _effort(step):
    return known_effort(step, Sport.RUNNING, None, lambda target: target)
