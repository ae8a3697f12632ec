"""What a volume has changed is told to the coach, of what is done, and never in the athlete's calendar."""

import pytest

from calendars import events, feed
from oracles.pages import of_class, read_page, words
from workout_core import Readings, read_document, read_text, week_totals, write_json, write_yaml
from workout_core.html.plan_page import plan_html

PLAN = """\
plan: P
start: 2026-08-03
weeks:
  - {name: Base, mon: easy 30min, wed: 5x1km @ RPE 8, sun: 12km @ RPE 4}
  - {name: Build, like: Base, volume: +10%, note: Eat well.}
"""
ALL = "Volume +10%: Easy 33 min: 30 min to 33 min; 5 × 1 km as it was; 13 km: 12 km to 13 km"


def plan(changes=""):
    return read_text(PLAN + (f"changes: [{changes}]\n" if changes else ""))


def told(made):
    return [week.coach_note for week in week_totals(made, Readings())]


def test_the_coach_sees_what_a_volume_has_changed_and_the_athlete_does_not():
    made = plan()
    assert told(made) == ["", ALL]
    page = read_page(plan_html(made, Readings()))
    assert [words(each) for each in of_class(page, "note")] == ["Eat well.", ALL]
    data = feed(made, week_summaries="yes")
    assert "Volume" not in data.decode()
    (build,) = (event for title, event in events(data).items() if "Build" in title)
    assert build["DESCRIPTION"] == "Eat well."


def test_it_is_told_of_what_is_done_in_the_week_that_it_is_done_in():
    assert told(plan("{skip: Build/mon/running}")) == [
        "",
        "Volume +10%: 5 × 1 km as it was; 13 km: 12 km to 13 km",
    ]
    skipped = ", ".join(f"{{skip: Build/{day}/running}}" for day in ("mon", "wed", "sun"))
    assert told(plan(skipped)) == ["", ""]
    assert told(plan(f"{skipped}, {{keep: Build/sun/running}}")) == ["", "Volume +10%: 13 km: 12 km to 13 km"]
    moved = told(plan("{move: Build/mon/running, to: 2026-08-18}"))
    assert moved[2] == "Volume +10%: Easy 33 min: 30 min to 33 min"


def test_weeks_that_a_pause_skips_before_a_race_do_not_say_it():
    text = PLAN.replace("start: 2026-08-03", "race: {name: Cup, date: 2026-08-15}")
    made = read_text(f"{text}changes: [{{pause: 2026-08-10, for: 6 days}}]\n")
    assert told(made) == ["", "Volume +10%: 13 km: 12 km to 13 km"]


def test_a_share_is_said_as_it_is_written():
    made = read_text(PLAN.replace("+10%", "-12.5%"))
    assert told(made)[1].startswith("Volume -12.5%: ")


def test_documents_keep_it():
    made = plan("{skip: Build/mon/running}")
    assert read_text(write_json(made), is_json=True) == made
    assert read_text(write_yaml(made)) == made


@pytest.mark.parametrize(
    ("day", "base", "build"),
    [
        ("easy 30min", "Easy 30 min", "Easy 33 min"),
        ("{workout: Easy 30 min, steps: easy 30min}", "Easy 30 min", "Easy 33 min"),
        ("easy 30min ", "Easy 30 min", "Easy 33 min"),
        ("easy 30 Min", "easy 30 Min", "Easy 33 min"),
        ("easy.yaml", "Easy 30 min", "Easy 33 min"),
        ("{recipe: long-run, distance: 12km}", "Long run 12 km", "Long run 13 km"),
        ("{workout: long run 12km, recipe: long-run, distance: 12km}", "long run 12km", "Long run 13 km"),
        ("shuffle", "shuffle", "shuffle"),
        ("{workout: My hour, recipe: long-run, distance: 12km}", "My hour", "My hour"),
        ("{workout: Shuffle, steps: easy 30min}", "Shuffle", "Shuffle"),
    ],
)
def test_a_name_that_the_steps_have_given_says_the_new_ones_and_one_of_the_coach_stays(
    tmp_path, day, base, build
):
    (tmp_path / "easy.yaml").write_text("workout: Easy 30 min\nsteps: easy 30min\n")
    (tmp_path / "plan.yaml").write_text(
        "plan: P\nstart: 2026-08-03\nworkouts: {shuffle: easy 30min, easy 30 Min: easy 30min}\nweeks:\n"
        f"  - {{name: Base, mon: {day}}}\n  - {{name: Build, like: Base, volume: +10%}}\n"
    )
    made = read_document(tmp_path / "plan.yaml")
    assert [session.name for session in made.sessions] == [base, build]
    assert len({session.slot.split("/", 1)[1] for session in made.sessions}) == 1
