"""Which number is used for whom, and whence: `show` says it, and `export` where another takes its place."""

import json

import pytest

from oracles.fit_decoders import read_with_garmin

PEOPLE = {
    "rae.yaml": "athlete: Rae\nrace: {distance: 10km, time: 47:30}\n",
    "max.yaml": "athlete: Max\nmax_heart_rate: 186\n",
    "ida.yaml": "athlete: Ida\nrace: {distance: 10km, time: 47:30}\n"
    "means: {threshold: RPE 7, easy: 65-79% HRmax}\n",
    "bea.yaml": "athlete: Bea\n",
    "power.yaml": "athlete: Pip\nftp: 240\n",
    "cy.yaml": "athlete: Cy\nftp: 240\nthreshold_pace: 4:45/km\n",
}
RUN = "workout: Run\nsteps: 10min @ easy; 20min @ threshold; 5min @ Z2 HR; 10min @ 4:30-4:40/km\n"
RIDE = "workout: Ride\nsport: cycling\nsteps: 10min @ easy; 20min @ threshold\n"


@pytest.fixture(autouse=True)
def documents(folder):
    """Put athletes and workouts into the folder."""
    for name, text in (PEOPLE | {"run.yaml": RUN, "ride.yaml": RIDE}).items():
        (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("document", "athlete", "told"),
    [
        (
            "run.yaml",
            "rae.yaml",
            [
                "easy: 5:36–6:20/km (from the race: 10 km in 47:30)",
                "threshold: 4:51/km (from the race: 10 km in 47:30)",
                "heart rate zone 2: 5:32–6:15/km (77.5–87.7 % of threshold speed, Friel)",
            ],
        ),
        (
            "run.yaml",
            "max.yaml",
            [
                "easy: 121–147 bpm (65–79 % of max heart rate, Daniels)",
                "threshold: 164–171 bpm (88–92 % of max heart rate, Daniels)",
                "heart rate zone 2: 112–130 bpm (from the maximum heart rate of 186 bpm)",
            ],
        ),
        (
            "run.yaml",
            "ida.yaml",
            [
                (
                    "easy: 5:32–6:15/km (the athlete's own: 65–79 % of max heart rate, 77.5–87.7 % "
                    "of threshold speed, Friel)"
                ),
                "threshold: effort 7 of 10 (the athlete's own)",
                "heart rate zone 2: 5:32–6:15/km (77.5–87.7 % of threshold speed, Friel)",
            ],
        ),
        (
            "ride.yaml",
            "cy.yaml",
            [
                "easy: 132–180 W (55–75 % of FTP, Coggan)",
                "threshold: 216–252 W (90–105 % of FTP, Coggan)",
            ],
        ),
        (
            "run.yaml",
            "power.yaml",
            [
                "easy: 156–192 W (65–80 % of FTP, Stryd, if it is running power)",
                "threshold: 216–240 W (90–100 % of FTP, Stryd, if it is running power)",
                "heart rate zone 2: 156–192 W (65–80 % of FTP, Stryd, if it is running power)",
            ],
        ),
    ],
    ids=["race", "maximum", "own", "bicycle", "power on foot"],
)
def test_show_says_which_number_is_used_and_whence(workout, document, athlete, told):
    done = workout("show", document, "--athlete", athlete)

    assert done.code == 0
    assert done.out.rstrip().rpartition("\n\n")[2].replace("\n  ", " ").splitlines() == told


def test_nothing_is_told_without_an_athlete(workout):
    assert "easy:" not in workout("show", "run.yaml").out
    assert "meanings" not in json.loads(workout("show", "run.yaml", "--json").out)


def test_programs_are_told_as_well(workout):
    described = json.loads(workout("show", "run.yaml", "--athlete", "max.yaml", "--json").out)

    assert described["meanings"][0] == {
        "target": {"speed": {"named": "easy"}},
        "held": {"heart_rate": {"low": 121, "high": 147}},
        "whence": "65–79 % of max heart rate, Daniels",
    }


def test_a_plan_tells_each_once(workout, folder):
    week = "{mon: 30min @ easy, tue: 40min @ easy, wed: 20min @ threshold}"
    (folder / "week.yaml").write_text(f"plan: Week\nstart: 2026-08-03\nweeks: [{week}]\n", "utf-8")

    done = workout("show", "week.yaml", "--athlete", "max.yaml")

    assert done.out.count("easy: 121–147 bpm") == done.out.count("threshold: 164–171 bpm") == 1


def test_the_watch_gets_what_it_means(workout, folder):
    done = workout("export", "run.yaml", "--athlete", "max.yaml", "--to", "fit")

    steps = [
        fields
        for kind, fields in read_with_garmin((folder / done.out.strip()).read_bytes())
        if kind == "workout_step"
    ]
    rates = [
        (step["custom_target_heart_rate_low"] - 100, step["custom_target_heart_rate_high"] - 100)
        for step in steps[:3]
    ]
    assert rates == [(121, 147), (164, 171), (112, 130)]


def test_export_says_once_for_a_document_what_takes_the_place_of_what(workout):
    done = workout("export", "run.yaml", "--athlete", "max.yaml", "--strict", "--out", "made")

    assert done.code == 0
    assert done.err == (
        "note: run: needs the athlete's threshold pace (give 'threshold_pace: 4:45/km', or a recent 'race'); "
        "until then easy is 121–147 bpm (65–79 % of max heart rate, Daniels) (and 1 like it)\n"
    )
    assert workout("export", "run.yaml", "--out", "made").err.count("note") == 0


def test_an_unknown_name_is_said_alike_by_check_and_export(workout, folder):
    (folder / "slip.yaml").write_text("workout: Slip\nsteps: 10min @ shufle\n", "utf-8")
    said = "'shufle' is not a pace of this athlete (one of easy, marathon, threshold, interval, repetition, "

    assert said in workout("check", "slip.yaml", "--athlete", "bea.yaml").out
    assert said in workout("export", "slip.yaml", "--athlete", "bea.yaml", "--out", "made").err


def test_without_an_athlete_an_unknown_name_is_asked_alike_by_check_and_export(workout, folder):
    (folder / "slip.yaml").write_text("workout: Slip\nsteps: 10min @ shufle; 5min @ steady\n", "utf-8")
    asked = (
        "steps[0].target: whose pace is 'shufle'? (one of easy, marathon, threshold, interval, repetition, "
        "tempo, css, steady, 10km pace; or give who has such a pace, with '--athlete'; "
        "if it is meant, write 'tags: [meant]')\n"
    )

    assert workout("check", "slip.yaml").err == f"warning: slip.yaml: {asked}"
    assert workout("export", "slip.yaml", "--to", "json").err == f"warning: slip: {asked}"
    (folder / "slip.yaml").write_text("workout: Slip\ntags: [meant]\nsteps: 10min @ shufle\n", "utf-8")
    assert workout("check", "slip.yaml").err == ""


def test_a_share_of_a_one_rep_max_that_nobody_knows_is_told_as_an_effort(workout, folder):
    lift = "workout: Lift\nsport: strength\nsteps: Back squat 4x5 @ 80% 1RM, rest 2min; Plank 2x40s\n"
    (folder / "lift.yaml").write_text(lift, "utf-8")

    shown = workout("show", "lift.yaml", "--athlete", "bea.yaml").out.replace("\n  ", " ")
    made = workout("export", "lift.yaml", "--athlete", "bea.yaml", "--to", "fit")

    assert "Back squat: 4 × 5, with 80 % of one rep max (about effort 7.5 of 10), rest 2 min" in shown
    steps = read_with_garmin((folder / made.out.strip()).read_bytes())
    assert "80 % of one rep max, about effort 7.5 of 10" in [
        fields.get("notes") for kind, fields in steps if kind == "workout_step"
    ]
    assert "effort" not in workout("show", "lift.yaml").out


def test_the_document_of_an_athlete_shows_what_names_mean(workout):
    assert workout("show", "ida.yaml").out.splitlines()[-2:] == [
        "'threshold' means effort 7 of 10",
        "'easy' means 65–79 % of max heart rate",
    ]


def test_what_stands_in_numbers_is_not_explained_however_often_it_is_said(workout, folder):
    steps = "; ".join(["10min @ RPE 3", "5min @ 90% threshold"] * 2)
    text = f"workout: Run\nsteps: {steps}\n"
    (folder / "felt.yaml").write_text(text)
    assert "(from" not in workout("show", "felt.yaml", "--athlete", "rae.yaml").out
