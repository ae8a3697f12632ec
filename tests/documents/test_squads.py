"""Documents of squads: what they mean, and every problem of every file at once."""

import pickle
from datetime import date, time
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from workout_core import (
    DocumentError,
    Member,
    Squad,
    Units,
    document_schema,
    member_plans,
    read_document,
    read_text,
    to_json,
    write_json,
    write_yaml,
)
from workout_core.budget import Work

SCHEMA = Draft202012Validator(document_schema())
EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = """\
plan: P
race: {name: City, date: 2026-09-06, distance: 10km, goal: 50:00}
timezone: Europe/Warsaw
weeks:
  - name: One
    tue: easy 40min
    thu: {recipe: even-split, distance: 8km, goal: 44:00}
"""
INLINE = "{plan: P, start: 2026-08-03, weeks: [{mon: easy 10min}]}"
EVERY_KEY = """\
squad: Everything
id: every-1
plans: [p.yaml, q.yaml]
athletes:
  - ann.yaml
  - athlete: {athlete: Bo, ftp: 200}
    id: bo-2
    goal: 52:00
    race: {name: Town, date: 2026-10-04, time: 11:00, distance: 10km, url: https://example.org}
    start: 2026-08-03
    days: {tue: wednesday}
    times: {default: 19:00, sat: all day, strength: 7:00}
    volume: -12.5%
    units: imperial
    timezone: Europe/Lisbon
    without: [easy 40 min]
    plan: p.yaml
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("p.yaml", PLAN)
    write("q.yaml", PLAN.replace("plan: P", "plan: Q"))
    write("ann.yaml", "athlete: Ann\nthreshold_pace: 4:45/km\n")
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def read(text: str) -> Squad:
    write("squad.yaml", text)
    squad = read_document("squad.yaml")
    assert isinstance(squad, Squad)
    return squad


def problems(text: str) -> list[str]:
    with pytest.raises(DocumentError) as error:
        read(text)
    return [
        f"{each.file}:{each.line}:{each.column}: {f'{each.path}: ' if each.path else ''}{each.message}"
        for each in error.value.problems
    ]


def test_every_key_means_what_it_says():
    squad = read(EVERY_KEY)

    ann, bo = squad.members
    assert (squad.name, squad.id, [each.stem for each in squad.plans]) == (
        "Everything",
        "every-1",
        ["p", "q"],
    )
    assert ann == Member(athlete=read_document("ann.yaml"))
    assert (bo.key, bo.goal, bo.start, bo.volume) == ("bo-2", 3120, date(2026, 8, 3), 0.875)
    assert (bo.days, bo.timezone, bo.without) == (((1, 2),), "Europe/Lisbon", ("easy 40 min",))
    assert (bo.race.name, bo.race.at, bo.race.links[0].url) == ("Town", time(11), "https://example.org")
    assert (dict(bo.times.by_weekday), bo.times.default) == ({5: "all day"}, time(19))
    assert bo.athlete.units is Units.IMPERIAL
    assert [each.stem for each in bo.plans] == ["p"]


def test_it_is_valid_when_every_scalar_is_a_text():
    assert list(SCHEMA.iter_errors(yaml.load(EVERY_KEY, Loader=yaml.BaseLoader))) == []


def test_written_and_read_again_it_is_the_same():
    squad = read(EVERY_KEY)

    assert read_text(write_json(squad), is_json=True) == squad
    assert read_text(write_yaml(squad)) == squad
    assert list(SCHEMA.iter_errors(to_json(squad))) == []
    assert pickle.loads(pickle.dumps(squad)) == squad


def test_the_example_is_valid_too():
    text = (EXAMPLES / "squad.yaml").read_text("utf-8")
    assert list(SCHEMA.iter_errors(yaml.load(text, Loader=yaml.BaseLoader))) == []


def test_all_problems_of_all_files_are_told_at_once():
    runs = "easy 40 min, running, one/tue/running, 8 km in 44:00, even-split, one/thu/even-split"
    there_are = f"one of {runs}, city, race"
    write("bad.yaml", "athlete: Bad\nftp: many\nmax_hart_rate: 190\n")
    text = """\
squad: S
plan: p.yaml
athletes:
  - bad.yaml
  - none.yaml
  - p.yaml
  - {athlete: ann.yaml, gaol: 50:00, days: {tue: wendesday}}
  - {athlete: {athlete: Cy}, without: [easy 40min, hils]}
  - {goal: 50:00}
"""
    assert problems(text) == [
        "bad.yaml:2:6: ftp: 'many' is not a number of W (like '250W')",
        "bad.yaml:3:1: 'max_hart_rate' is not a key of an athlete (did you mean 'max_heart_rate'?)",
        "squad.yaml:5:5: athletes[1]: 'none.yaml': there is no such file beside the squad",
        "squad.yaml:6:5: athletes[2]: 'p.yaml' is not an athlete (one begins with 'athlete:')",
        "squad.yaml:7:25: athletes[3]: 'gaol' is not a key of an athlete of a squad (did you mean 'goal'?)",
        "squad.yaml:7:50: athletes[3].days.tue: 'wendesday' is not a weekday (did you mean 'wednesday'?)",
        f"squad.yaml:8:52: athletes[4].without: 'hils' is not in the plan ({there_are})",
        "squad.yaml:9:5: athletes[5]: an athlete of a squad needs 'athlete:', a file or an athlete",
    ]


def test_who_is_right_is_read_all_the_same():
    write("squad.yaml", "squad: S\nplan: p.yaml\nathletes: [ann.yaml, none.yaml]\n")

    with pytest.raises(DocumentError) as error:
        read_document("squad.yaml")

    assert isinstance(error.value.rest, Squad)
    assert [each.key for each in error.value.rest.members] == ["Ann"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("squad: S\nathletes: [ann.yaml]\n", "12: athletes[0]: 'Ann' has no plan (give the squad a 'plan:')"),
        ("squad: S\nplan: p.yaml\n", "1: a squad needs 'athletes:'"),
        ("squad: S\nplan: p.yaml\nathletes: []\n", "1: a squad needs an athlete"),
        (
            "squad: S\nplan: ann.yaml\nathletes: [ann.yaml]\n",
            "7: plan: 'ann.yaml' is not a plan (one begins with 'plan:')",
        ),
        (
            "squad: S\nplan: none.yaml\nathletes: [ann.yaml]\n",
            "7: plan: 'none.yaml': there is no such file beside the squad",
        ),
        (
            "squad: S\nplan: p.yaml\nplans: [q.yaml]\nathletes: [ann.yaml]\n",
            "8: plans: 'plan:' is given already (write all of them behind 'plans:')",
        ),
        (
            "squad: S\nplans: [p.yaml, p.yaml]\nathletes: [ann.yaml]\n",
            "1: plans: two plans would be written as 'p' (rename a file)",
        ),
        (
            "squad: S\nplan: p.yaml\nathletes: empty/\n",
            "11: athletes: 'empty/': there is no such folder beside the squad",
        ),
        (
            "squad: S\nplan: p.yaml\nathletes: sub\n",
            "11: athletes: 'sub': there is no athlete in this folder",
        ),
        (
            "squad: S\nplan: p.yaml\nathletes: 5\n",
            "11: athletes: '5': there is no such file beside the squad",
        ),
        ("squad: S\nplan: p.yaml\nathletes:\n", "1: 'athletes:' is empty (write its value behind it)"),
        (
            "squad: S\nplan: p.yaml\nathletes: [{athlete: ann.yaml, volume: 20%}]\n",
            "40: athletes[0].volume: '20%' is not a change (like '+20%' or '-20%')",
        ),
        (
            "squad: S\nplan: p.yaml\nathletes: [{athlete: ann.yaml, goal: 1s}]\n",
            (
                "38: athletes[0].goal: "
                "10 km in 0:01 is faster than the world record (write hours:minutes:seconds)"
            ),
        ),
        (
            (
                "squad: S\nplan: p.yaml\n"
                "athletes: [{athlete: ann.yaml, race: {name: T, date: 2026-10-04}, goal: 48:00}]\n"
            ),
            "73: athletes[0].goal: a goal needs a distance (like '10km')",
        ),
        ("squad: S\nworkout: W\n", "1: says both 'workout' and 'squad' at its top (a document is one thing)"),
    ],
    ids=lambda text: text[-30:],
)
def test_a_wrong_squad_says_where_and_what(text, problem):
    Path("sub").mkdir()
    (told, *_) = problems(text)
    assert told.partition(":")[2].partition(":")[2] == problem


def test_a_plan_is_read_in_the_units_of_each_and_once_for_all_who_have_the_same():
    squad = read(
        "squad: S\nplan: p.yaml\nathletes:\n"
        "  - ann.yaml\n"
        "  - {athlete: {athlete: Bo}, units: imperial}\n"
        "  - {athlete: {athlete: Cy}, units: imperial}\n"
        "  - {athlete: {athlete: Di}, goal: 48:00}\n"
    )

    ann, bo, cy, di = squad.members
    assert ann.plans == ()
    assert bo.plans[0].plan is cy.plans[0].plan
    same = set(map(id, squad.plans[0].plan.sessions))
    assert sum(id(each) in same for each in di.plans[0].plan.sessions) == len(same) - 1  # all but the race


def test_a_race_that_is_written_in_paces_is_told_where_the_goal_is_another():
    write("p.yaml", f"{PLAN}    sun: {{steps: 10km @ 5:00/km, race: true}}\n")
    told = "the workout of the race is not written for 48 min, and keeps its paces"

    with pytest.warns(UserWarning, match=told):
        read("squad: S\nplan: p.yaml\nathletes: [{athlete: ann.yaml, goal: 48:00}]\n")


def test_a_folder_holds_only_so_many():
    Path("many").mkdir()
    for number in range(Work.ATHLETES.most + 1):
        Path("many", f"{number}.yaml").write_text("athlete: A\n", "utf-8")

    (told,) = problems("squad: S\nplan: p.yaml\nathletes: many\n")

    assert told == "squad.yaml:3:11: athletes: more than 2000 athletes (divide the squad)"


@pytest.mark.parametrize("name", ["../ann.yaml", "/etc/passwd", "link.yaml"])
def test_nothing_above_is_read(folder, name):
    (folder / "below").mkdir()
    (folder / "below" / "link.yaml").symlink_to(folder / "ann.yaml")
    text = f"squad: S\nplan: {INLINE}\nathletes: [{name}]\n"
    write("below/squad.yaml", text)

    with pytest.raises(DocumentError, match="is outside the folder of the document"):
        read_document("below/squad.yaml")


def test_a_link_in_a_folder_of_athletes_that_leads_out_is_refused(folder):
    (folder / "below" / "athletes").mkdir(parents=True)
    (folder / "below" / "athletes" / "ann.yaml").symlink_to(folder / "ann.yaml")
    write(
        "below/squad.yaml",
        "squad: S\nplan: {plan: P, start: 2026-08-03, weeks: [{mon: easy 10min}]}\nathletes: athletes\n",
    )

    with pytest.raises(DocumentError, match="is outside the folder of the document"):
        read_document("below/squad.yaml")


AT_GOAL_PACE = """\
plan: P
race: {name: R, date: 2026-11-08, distance: 10km, goal: 47:00}
weeks:
  - {tue: "5x(1km @ goal pace, 2min jog)", thu: {recipe: negative-split, distance: 10km, goal: 47:00}}
"""


@pytest.mark.parametrize(
    ("own", "goal", "split", "told"),
    [
        ("goal: 45:00", (10_000, 2700), "10 km in 45:00", ""),
        (
            "race: {name: HM, date: 2026-11-15, distance: half marathon, goal: 1:45:00}",
            (21_097.5, 6300),
            "10 km in 47:00",
            "the plan's race is over 10 km, theirs over 21.0975 km: what is for its goal keeps its paces",
        ),
        (
            "race: {name: Ten, date: 2026-11-15, distance: 10km, goal: 44:00}",
            (10_000, 2640),
            "10 km in 44:00",
            "",
        ),
        (
            "race: {name: Other, date: 2026-11-15, distance: half marathon}",
            (10_000, 2820),
            "10 km in 47:00",
            "what is at goal pace keeps that of the plan's race (give 'goal:' of 'Other')",
        ),
    ],
)
def test_goal_pace_is_that_of_their_own_race(folder, own, goal, split, told):
    (folder / "p.yaml").write_text(AT_GOAL_PACE)
    text = f"squad: S\nplan: p.yaml\nathletes: [{{athlete: {{athlete: H}}, {own}}}]\n"
    squad = read_text(text, folder=folder)
    said = []
    (mine,) = member_plans(squad, squad.members[0], said.append)
    tuesday, thursday, *_ = (session.activity for session in mine.plan.sessions)
    assert (tuesday.goal.metres, tuesday.goal.seconds) == goal
    assert thursday.name == split
    assert said == [told] * bool(told)
