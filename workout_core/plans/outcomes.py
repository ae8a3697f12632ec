"""What became of the sessions of a plan: what was done of each, and which was not done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from workout_core.model.plan import Plan
from workout_core.plans.matching import ActivityMatch, not_done, seen_before

_LONG_AGO: Final = date.min


@frozen(kw_only=True)
class Outcomes:
    """What became of the sessions of a plan.

    Attributes:
        done: what was done of each session, by its key, in the order of the days.
        left: the keys of the sessions that were not done, though a later one was.
        others: the activities that are no session of the plan.
    """

    done: Mapping[str, tuple[ActivityMatch, ...]]
    left: frozenset[str]
    others: tuple[ActivityMatch, ...]

    @classmethod
    def of(cls, plan: Plan, matches: Iterable[ActivityMatch]) -> Outcomes:
        """Return what *matches*, the activities of somebody, say of the sessions of *plan*.

        The same activity in two files counts once.
        """
        found: list[ActivityMatch] = []
        for match in sorted(matches, key=lambda match: (match.activity.day or _LONG_AGO, match.file)):
            if seen_before(match, found) is None:
                found.append(match)
        done: dict[str, tuple[ActivityMatch, ...]] = {}
        for match in found:
            if match.session is not None:
                key = match.session.key
                done[key] = (*done.get(key, ()), match)
        last = max((each.day for each in plan.sessions if each.key in done), default=_LONG_AGO)
        return cls(
            done=done,
            left=frozenset(each.key for each in not_done(plan, found) if each.day < last),
            others=tuple(match for match in found if match.session is None),
        )
