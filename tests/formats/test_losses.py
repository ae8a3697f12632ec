"""A loss says where, what kind, and what became of it."""

from enum import Enum, auto

import pytest

from workout_core import Feature, Loss


class Quirk(Enum):
    """A plugin's own kinds of losses."""

    ODD_PAGE = auto()


@pytest.mark.parametrize(
    ("loss", "text"),
    [
        (
            Loss("steps[1].target", Feature.HEART_RATE_ZONE, "'zone 9' is told in words"),
            "steps[1].target: heart rate zone: 'zone 9' is told in words",
        ),
        (Loss("", Feature.TAGS, "left out"), "tags: left out"),
        (Loss("steps[0]", "colour", "grey"), "steps[0]: colour: grey"),
        (Loss("steps[0]", Quirk.ODD_PAGE, "skipped"), "steps[0]: odd page: skipped"),
        (Loss("steps[0]", "", "skipped"), "steps[0]: skipped"),
        (Loss("steps[0]", 3, 4), "steps[0]: 3: 4"),
    ],
    ids=["a feature", "the whole workout", "a plugin's word", "a plugin's enum", "no kind", "numbers"],
)
def test_a_loss_is_said_in_one_line(loss, text):
    assert str(loss) == text


def test_losses_are_values():
    assert Loss("a", Feature.TAGS, "left out") == Loss("a", Feature.TAGS, "left out")
    assert len({Loss("a", Feature.TAGS, "left out"), Loss("a", Feature.TAGS, "left out")}) == 1
