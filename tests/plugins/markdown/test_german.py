"""A log in German reads back, whichever language its reader speaks."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from workout_core import (
    EventKind,
    Registry,
    Week,
    export,
    import_data,
    in_language,
    read_text,
)

EXAMPLES = Path(__file__).parents[3] / "examples"
REGISTRY = Registry.discover()
PLAN = read_text("""\
plan: Herbst
timezone: Europe/Berlin
start: 2026-10-05
weeks:
  - name: Base
    mon: {steps: easy 40min, at: 18:30}
    tue: {steps: easy 1h, sport: cycling}
    wed: {event: Nichts, kind: rest}
    thu: {event: Fragen, kind: call, at: 19:00, lasts: 30min}
    fri: {event: Technik, kind: video, url: "https://example.org/film"}
    sun: {steps: 10km @ RPE 8, race: true}
changes:
  - skip: Base/tue/cycling
""")


WEEK = Week(start=PLAN.sessions[0].day, name="Base", note="Locker bleiben.", coach_note="Wie im Vorjahr.")


def written(plan):
    options = {"steps": "notation", "coach-notes": "yes"}
    with in_language("de"):
        (file,) = export(plan, "markdown", registry=REGISTRY, options=options)
    return file.data


def read(data):
    return import_data(data, "markdown", registry=REGISTRY, file="log.md").subject


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_plan_reads_back(language):
    data = written(evolve(PLAN, weeks=[WEEK]))
    with in_language(language):
        plan = read(data)

    assert plan.weeks == (WEEK,)
    assert [(each.day, each.at, each.name, each.skipped, each.race) for each in plan.sessions] == [
        (each.day, each.at, each.name, each.skipped, each.race) for each in PLAN.sessions
    ]
    assert [each.activity for each in plan.sessions] == [each.activity for each in PLAN.sessions]


def test_what_a_coach_writes_by_hand():
    plan = read(
        """\
# Herbst

*Montag, 5. Oktober 2026 · Europe/Berlin*

## Woche 1: Grundlage

- [ ] Montag, 5. Oktober, 18:30: Dauerlauf · Radfahren
- [ ] Mi 7. Okt. · **Frag Ada** · Gespräch
""".encode()
    )

    assert [each.name for each in plan.weeks] == ["Grundlage"]
    assert [(each.day, each.name) for each in plan.sessions] == [
        (date(2026, 10, 5), "Dauerlauf"),
        (date(2026, 10, 7), "Frag Ada"),
    ]
    assert plan.sessions[1].activity.kind is EventKind.CALL
