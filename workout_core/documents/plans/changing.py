"""One more change in the text of a plan, which is read again to see that it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from workout_core.documents.append_change import with_change
from workout_core.documents.plans.changes import is_made
from workout_core.errors import InvalidWorkout
from workout_core.languages import gettext
from workout_core.model.plan import Plan


class ChangedText(NamedTuple):
    """The text of a plan with one more change, and the plan that it says."""

    text: str
    plan: Plan


def changed_text(
    text: str,
    change: Mapping[str, str],
    before: Plan,
    read: Callable[[str], Plan],
    *,
    is_json: bool,
    file: str = "",
) -> ChangedText:
    """Return *text* with *change*.

    Args:
        text: of a plan.
        change: as :func:`~workout_core.documents.append_change.with_change` takes it.
        before: the plan that *text* says.
        read: reads a text.
        is_json: whether it is JSON.
        file: what it is called, for messages.

    Raises:
        DocumentError: the plan cannot be read with the change.
        InvalidWorkout: its changes are written so that one more has no place, or no effect.
    """
    made = with_change(text, change, is_json=is_json)
    after = read(made)
    if not is_made(change, before, after):
        told = gettext("its changes are written so that one more would be lost (write it by hand)")
        raise InvalidWorkout(f"{file}: {told}" if file else told)
    return ChangedText(made, after)
