"""What the command line reads is read for the athlete that is given, in their units."""

import pytest

MAE = "athlete: Mae\nthreshold_pace: 7:40/mi\nthreshold_heart_rate: 168\nunits: imperial\n"
RACE = "workout: Race\nsteps: race 5km in 20:00\n"
MORE = "plan: More\nstart: 2026-08-03\nweeks:\n  - tue: easy 30min\n"
PLAN = (
    "plan: Try\nstart: 2026-08-03\nweeks:\n  - {mon: race.yaml, wed: easy 12km}\n  - {like: 1, volume: +8%}\n"
)


@pytest.fixture(autouse=True)
def documents(folder):
    for name, text in {"mae.yaml": MAE, "race.yaml": RACE, "plan.yaml": PLAN, "more.yaml": MORE}.items():
        (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("show race.yaml --athlete mae.yaml", "to 1 mi: 1 mi at 6:18–6:34/mi"),
        ("show race.yaml", "to 1 km: 1 km at 3:55–4:05/km"),
        ("export race.yaml --to ics --athlete mae.yaml --out -", "to 1 mi: 1 mi at"),
        ("export race.yaml --to json --athlete mae.yaml --out -", '"units": "imperial"'),
        ("plan show plan.yaml --athlete mae.yaml --html -", "to 1 mi: 1 mi at 6:18–6:34/mi"),
        ("plan show plan.yaml --athlete mae.yaml", "8 mi"),
        ("plan combine plan.yaml more.yaml --name Both --athlete mae.yaml", "units: imperial"),
    ],
)
def test_a_document_is_read_for_the_athlete(workout, command, said):
    done = workout(*command.split())
    assert done.err == ""
    assert said in done.out


def test_steps_on_the_command_line_are_too(workout):
    done = workout("show", "--steps", "race 5km in 20:00", "--athlete", "mae.yaml")
    assert "to 1 mi: 1 mi at 6:18–6:34/mi" in done.out
    done = workout("show", "--steps", "race 5km in 20:00 by 1km", "--athlete", "mae.yaml")
    assert "to 1 km: 1 km at 3:55–4:05/km" in done.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--units imperial", ["1 mi", "3.1 mi", "/mi"]),
        ("--units imperial --every 1km", ["1 km", "5 km", "/km"]),
        ("--every 1mi", ["1 mi", "3.1 mi", "/mi"]),
        ("--athlete mae.yaml", ["1 mi", "3.1 mi", "/mi"]),
    ],
)
def test_splits_are_in_one_system(workout, options, said):
    done = workout("pace", "--distance", "5km", "--goal", "20:00", *options.split())
    _, _, table = done.out.partition("Clock")
    assert all(words in table for words in said)
    assert not any(other in table for other in {" mi", "/mi", " km", "/km"} - {said[0][1:], said[2]})
