"""What keeps identities when a plan, a week or a session is called something else."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from workout_core.errors import shown
from workout_core.languages import gettext, ngettext
from workout_core.model.plan import Plan
from workout_core.units import WEEKDAYS

_PLAIN: Final = re.compile(r"\w(?:[\w ./()+-]*[\w)])?")
"""What YAML reads as it stands."""
_OF_A_WEEK: Final = re.compile(rf"[^/]+/(?:{'|'.join(WEEKDAYS)})/")
"""How slots begin that weeks give."""


class _Name(NamedTuple):
    """What an identity is made of."""

    plan: str
    slot: str
    week: str
    rest: str

    @classmethod
    def of(cls, text: str) -> _Name:
        plan, _, slot = text.rpartition("\n")
        week, _, rest = slot.partition("/")
        return cls(plan, slot, week, rest)


def rename_advice(plan: Plan, renamed: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield what to write so that sessions stay who they are, a line for each thing that was renamed.

    Args:
        plan: as it is now.
        renamed: what identities were made of, and are made of now (:func:`~workout_core.identity_text`).
    """
    has_weeks = any(_OF_A_WEEK.match(session.slot) for session in plan.sessions)
    counts: Counter[str] = Counter()
    for before, now in renamed:
        if before and now:
            counts[_advice(_Name.of(before), _Name.of(now), has_weeks=has_weeks)] += 1
    for advice, count in counts.items():
        yield ngettext(
            "{n} session becomes a new one to who has subscribed: {advice}",
            "{n} sessions become new ones to who has subscribed: {advice}",
            count,
            advice=advice,
        )


def _advice(before: _Name, now: _Name, *, has_weeks: bool) -> str:
    if before.plan != now.plan:
        line = _line("id", before.plan)
        return gettext(
            "the plan is called {name} now (to keep them: {line})", name=shown(now.plan), line=line
        )
    if not has_weeks:
        line = _line("slot", before.slot)
        return gettext("the slot is {name} now (to keep it: {line})", name=shown(now.slot), line=line)
    if before.week != now.week:
        line = _line("id", before.week)
        return gettext(
            "the week is called {name} now (to keep them: {line} in it)", name=shown(now.week), line=line
        )
    line = _line("slot", before.rest)
    return gettext(
        "{name} was {old} (to keep it: {line})", name=shown(now.slot), old=shown(before.slot), line=line
    )


def _line(key: str, value: str) -> str:
    """Return a line of a document, as a message quotes it."""
    return f"'{key}: {value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)}'"
