"""Wrong plans: every message is exact, at its line and column, and says what would be right."""

import os

import pytest

from workout_core import DocumentError, read_document, read_text

HEAD = "plan: P\nstart: 2026-08-03\n"
ONE = "weeks:\n  - mon: easy 30min\n"
RACE = "plan: P\nrace: {name: R, date: 2026-08-16}\n"
ZONED = f"{HEAD}timezone: Europe/Warsaw\n"
WRONG = {
    "nothing says when": (
        f"plan: P\n{ONE}",
        "1:1: when? (give 'start: 2026-08-03', or a 'race:' with its date)",
    ),
    "an event that is said to be a workout of a race": (
        f"{HEAD}weeks:\n  - mon: {{event: Cup, race: true}}\n",
        "4:10: weeks[0].mon.race: is for a workout (an event says 'kind: race')",
    ),
    "race before start": (
        f"{HEAD}race: {{name: R, date: 2026-08-01}}\n{ONE}",
        "1:1: the race is on 2026-08-01, before the start on 2026-08-03",
    ),
    "weeks after no race": (
        f"{HEAD}{ONE}after_race: [{{wed: easy 20min}}]\n",
        "5:13: after_race: 'after_race:' needs a 'race:' (like '{name: City 10 km, date: 2026-11-08}')",
    ),
    "weeks after a race that is not in the last week": (
        f"{HEAD}race: {{name: R, date: 2026-08-16}}\n{ONE}after_race: [{{wed: easy 20min}}]\n",
        (
            "1:1: the race on 2026-08-16 is not in the last of 'weeks:', from 2026-08-03 "
            "('after_race:' follows it)"
        ),
    ),
    "weeks after a race are no list": (
        f"{RACE}{ONE}after_race: {{wed: easy 20min}}\n",
        "5:13: after_race: must be a list of weeks (like '- mon: strength A')",
    ),
    "no week after a race": (f"{RACE}{ONE}after_race: []\n", "5:13: after_race: a plan needs a week"),
    "a week after a race that is like none": (
        f"{RACE}{ONE}after_race: [{{like: 9}}]\n",
        "5:21: after_race[0].like: '9' is not a week of this plan (there are 2, by number)",
    ),
    "a slip of after_race": (
        f"{RACE}{ONE}after: []\n",
        "5:1: 'after' is not a key of a plan (did you mean 'after_race'?)",
    ),
    "no weeks": (HEAD, "1:1: a plan needs 'weeks:' (like '- mon: easy 30min'), or plans to lie 'over:'"),
    "weeks are empty": (f"{HEAD}weeks: []\n", "3:8: weeks: a plan needs a week"),
    "weeks are no list": (
        f"{HEAD}weeks: {{mon: easy 30min}}\n",
        "3:8: weeks: must be a list of weeks (like '- mon: strength A')",
    ),
    "a week is a word": (
        f"{HEAD}weeks: [Base]\n",
        "3:9: weeks[0]: must be a week (like '{name: Base, mon: strength A}')",
    ),
    "no session": (f"{HEAD}weeks: [{{name: Base}}]\n", "1:1: a plan needs a session"),
    "an unknown key": (
        f"{HEAD}week: []\n{ONE}",
        "3:1: 'week' is not a key of a plan ('weeks' is given already)",
    ),
    "a slip of a weekday": (
        f"{HEAD}weeks:\n  - monn: easy 30min\n",
        "4:5: weeks[0].monn: 'monn' is not a key of a week (did you mean 'mon'?)",
    ),
    "like a later number": (
        f"{HEAD}weeks:\n  - mon: easy 30min\n  - {{like: 9}}\n",
        "5:12: weeks[1].like: '9' is not a week of this plan (there are 2, by number)",
    ),
    "like a slip": (
        f"{HEAD}weeks:\n  - {{name: Base, mon: easy 30min}}\n  - {{like: Bass}}\n",
        "5:12: weeks[1].like: 'Bass' is not a week of this plan (did you mean 'Base'?)",
    ),
    "like each other": (
        f"{HEAD}weeks:\n  - {{name: A, like: B}}\n  - {{name: B, like: A}}\n",
        [
            "4:21: weeks[0].like: 'B' is in the end like this one (write one of them out)",
            "5:21: weeks[1].like: 'A' is in the end like this one (write one of them out)",
        ],
    ),
    "like itself": (
        f"{HEAD}weeks:\n  - {{name: A, like: A, mon: easy 30min}}\n",
        "4:21: weeks[0].like: 'A' is in the end like this one (write one of them out)",
    ),
    "two weeks of a name": (
        f"{HEAD}weeks:\n  - {{name: Base, mon: easy 30min}}\n  - {{name: base, mon: easy 30min}}\n",
        "5:12: weeks[1].name: two weeks are called 'base'",
    ),
    "volume without a sign": (
        f"{HEAD}weeks:\n  - {{mon: easy 30min, volume: 10%}}\n",
        "4:31: weeks[0].volume: '10%' is not a change (like '+10%' or '-10%')",
    ),
    "volume without percent": (
        f"{HEAD}weeks:\n  - {{mon: easy 30min, volume: +10}}\n",
        "4:31: weeks[0].volume: '+10' is not a change (like '+10%' or '-10%')",
    ),
    "too much volume": (
        f"{HEAD}weeks:\n  - {{mon: easy 30min, volume: +900%}}\n",
        "4:31: weeks[0].volume: volume must be -90% to +200%: '+900%'",
    ),
    "repeated never": (
        f"{HEAD}weeks:\n  - {{mon: easy 30min, repeat: 0}}\n",
        "4:31: weeks[0].repeat: repeat must be 1 to 1000: '0'",
    ),
    "repeated too often": (
        f"{HEAD}weeks:\n  - {{repeat: 999, weeks: [{{mon: easy 30min}}, {{mon: easy 20min}}]}}\n",
        "4:5: weeks[0]: more than 1000 weeks",
    ),
    "a block of nothing": (
        f"{HEAD}weeks:\n  - {{repeat: 3, weeks: []}}\n",
        "4:24: weeks[0].weeks: must be a list of weeks",
    ),
    "a block without a number": (
        f"{HEAD}weeks:\n  - weeks: [{{mon: easy 30min}}]\n",
        "4:5: weeks[0]: a block of weeks needs 'repeat:'",
    ),
    "an unknown zone": (
        f"{HEAD}timezone: Europe/Warszawa\n{ONE}",
        "3:11: timezone: 'Europe/Warszawa' is not a time zone (did you mean 'Europe/Warsaw'?)",
    ),
    "no zone for a time": (
        f"{HEAD}times: {{default: 7:00}}\n{ONE}",
        "1:1: a plan with times of day needs a timezone (like 'Europe/Warsaw')",
    ),
    "an hour too many": (
        f"{ZONED}times: {{default: 25:00}}\n{ONE}",
        "4:18: times.default: '25:00' is not a time of day (like '7:00' or '18:30')",
    ),
    "a time that is a word": (
        f"{ZONED}weeks:\n  - mon: {{steps: easy 30min, at: dawn}}\n",
        "5:34: weeks[0].mon.at: 'dawn' is not a time of day (like '7:00' or '18:30')",
    ),
    "a time of an unknown kind": (
        f"{ZONED}times: {{gym: 7:00}}\n{ONE}",
        (
            "4:9: times: 'gym' is not a key of times of day (one of default, mon, tue, wed, thu, fri, sat, "
            "sun, running, trail_running, treadmill_running, track_running, …)"
        ),
    ),
    "a goal of minutes": (
        f"plan: P\nrace: {{name: R, date: 2026-08-09, distance: half marathon, goal: 1:45}}\n{ONE}",
        "2:66: race.goal: 21.0975 km in 1:45 is faster than the world record (did you mean '1:45:00'?)",
    ),
    "a race of metres": (
        f"plan: P\nrace: {{name: R, date: 2026-08-09, distance: 10}}\n{ONE}",
        "2:45: race.distance: a race of 10 metres? (did you mean '10km'?)",
    ),
    "a length of hours or minutes": (
        f"{HEAD}weeks:\n  - mon: {{event: Camp, lasts: 1:30}}\n",
        "4:31: weeks[0].mon.lasts: '1:30' is of hours or of minutes? (write '1h30min', or '90s')",
    ),
    "a length without a unit": (
        f"{HEAD}weeks:\n  - mon: {{event: Camp, lasts: 45}}\n",
        "4:31: weeks[0].mon.lasts: lasts must be 1 minute to 7 days: '45' (like '45min')",
    ),
    "a name that is a number": (
        f"{HEAD}weeks:\n  - {{name: 2, mon: easy 30min}}\n",
        "4:12: weeks[0].name: '2' is a number, and weeks have theirs (like 'Week 2')",
    ),
    "a name that a repeat has": (
        f"{HEAD}weeks:\n  - {{name: A, repeat: 2, mon: easy 30min}}\n  - {{name: A 2, mon: easy 30min}}\n",
        "4:3: weeks: two weeks go by 'A 2' (one by being repeated, or by its id)",
    ),
    "the steps of a workout as sessions": (
        f"{HEAD}weeks:\n  - mon: [warmup 10min, 5x1km, cooldown 10min]\n",
        (
            "4:11: weeks[0].mon: are these the steps of one workout? (if so, write them in one: '\"warmup "
            "10min; 5km\"'; if not, give this one a name: '{workout: …, steps: …}')"
        ),
    ),
    "a comma inside braces": (
        f"{HEAD}weeks:\n  - {{mon: easy 3km, relax}}\n",
        (
            "4:21: weeks[0].relax: 'relax' is not a key of a week (inside { } a text with a comma stands in "
            "quotes)"
        ),
    ),
    "one of several that is wrong": (
        f"{HEAD}workouts: {{A: easy 30min, B: easy 30}}\nweeks:\n  - {{mon: A, tue: B}}\n",
        "3:35: workouts.B.steps: '30' is not a duration (did you mean '30min'?)",
    ),
    "no such day": (
        f"plan: P\nstart: 2026-02-30\n{ONE}",
        "2:8: start: '2026-02-30' is not a date (like '2026-08-03')",
    ),
    "a slip of a workout": (
        f"{HEAD}workouts: {{strength A: easy 30min}}\nweeks:\n  - mon: strenth A\n",
        "5:10: weeks[0].mon: 'strenth A' is not a workout of this plan (did you mean 'strength a'?)",
    ),
    "a workout that nobody names": (
        f"{HEAD}weeks:\n  - mon: tempo\n",
        (
            "4:10: weeks[0].mon: 'tempo' is not a workout of this plan (name it under 'workouts:', or write "
            "its steps)"
        ),
    ),
    "wrong steps": (
        f"{HEAD}weeks:\n  - mon: easy 30\n",
        "4:15: weeks[0].mon.steps: '30' is not a duration (did you mean '30min'?)",
    ),
    "an empty day": (
        f"{HEAD}weeks:\n  - {{tue: easy 30min, mon: }}\n",
        "4:28: weeks[0].mon: is empty (write a workout, 'rest', or leave it out)",
    ),
    "a name given twice": (
        f"{HEAD}workouts: {{A: easy 30min, a: easy 20min}}\n{ONE}",
        "3:27: workouts.a: 'a' is given twice",
    ),
    "a workout called by nothing": (
        f"{HEAD}workouts: {{'': easy 30min}}\n{ONE}",
        "3:12: workouts: a workout needs a name",
    ),
    "a control character in the name of a workout": (
        f'{HEAD}workouts: {{"a\\uFEFFb": easy 30min}}\n{ONE}',
        r"3:12: workouts.'a\ufeffb': holds the control character U+FEFF (remove it)",
    ),
    "a workout called rest": (
        f"{HEAD}workouts: {{Rest: easy 30min}}\n{ONE}",
        "3:12: workouts.Rest: 'rest' is a day of rest, and no workout can be called so",
    ),
    "workouts are a list": (
        f"{HEAD}workouts: [a.yaml]\n{ONE}",
        "3:11: workouts: must be workouts by name (like 'strength A: strength-a.yaml')",
    ),
    "a reference that changes its workout": (
        f"{HEAD}workouts: {{A: easy 30min}}\nweeks:\n  - mon: {{workout: A, sport: cycling}}\n",
        "5:23: weeks[0].mon.sport: 'sport' belongs to a workout written here, with 'steps:' or 'recipe:'",
    ),
    "the same slot twice": (
        f"{HEAD}weeks:\n  - {{mon: {{steps: 5km, slot: a}}, tue: {{steps: 6km, slot: a}}}}\n",
        "4:39: weeks[0].tue: two sessions of the week have the slot 'a'",
    ),
    "an unknown recipe": (
        f"{HEAD}weeks:\n  - mon: {{recipe: progresive, distance: 12km}}\n",
        "4:19: weeks[0].mon.recipe: 'progresive' is not a recipe (did you mean 'progressive'?)",
    ),
    "a wrong parameter": (
        f"{HEAD}weeks:\n  - mon: {{recipe: long-run, distance: far}}\n",
        "4:39: weeks[0].mon.distance: 'far' is not a distance (like '800m', '5km', '1mi' or 'half marathon')",
    ),
    "an unknown kind of event": (
        f"{HEAD}weeks:\n  - mon: {{event: Talk, kind: party}}\n",
        "4:30: weeks[0].mon.kind: 'party' is not a kind of event (one of call, video, race, rest, note)",
    ),
    "no link": (
        f"{HEAD}weeks:\n  - mon: {{event: Talk, url: example.org}}\n",
        "4:29: weeks[0].mon.url: 'example.org' is not a link (like 'https://example.org/page')",
    ),
    "before the start": (
        f"plan: P\nstart: 2026-08-05\n{ONE}",
        "4:10: weeks[0].mon: 2026-08-03 is before the start on 2026-08-05 (leave it out, or start earlier)",
    ),
    "a goal of no distance": (
        f"plan: P\nrace: {{name: R, date: 2026-08-09, goal: 47:00}}\n{ONE}",
        "2:41: race.goal: a goal needs a distance (like '10km')",
    ),
    "a race without a name": (
        f"plan: P\nrace: {{date: 2026-08-09}}\n{ONE}",
        "2:7: race: a race needs 'name:'",
    ),
    "a change of an unknown session": (
        f"{HEAD}{ONE}changes:\n  - {{skip: 1/mon/runing}}\n",
        "6:5: changes[0]: '1/mon/runing' is not a session of this plan (did you mean '1/mon/running'?)",
    ),
    "a change of nothing": (
        f"{HEAD}{ONE}changes:\n  - {{drop: 1/mon/running}}\n",
        "6:5: changes[0]: must be one change: move, swap, skip, keep, shift, pause",
    ),
    "days that are none": (
        f"{HEAD}{ONE}changes:\n  - {{shift: a fortnight}}\n",
        "6:13: changes[0].shift: 'a fortnight' is not a number of days (like '7 days' or '1 week')",
    ),
    "a move to nowhere": (
        f"{HEAD}{ONE}changes:\n  - {{move: 1/mon/running}}\n",
        "6:5: changes[0]: a move needs 'to:'",
    ),
    "beyond all dates": (
        "plan: P\nstart: 9600-12-25\nweeks:\n  - mon: easy 30min\n  - mon: easy 30min\n",
        "1:1: week 2 is beyond all dates (1601-01-01 to 9600-12-31)",
    ),
    "beyond all dates after a change": (
        "plan: P\nstart: 9600-12-04\nweeks:\n  - mon: easy 30min\nchanges:\n  - {shift: 60 weeks}\n",
        "6:5: changes[0]: the first day of a week must be 1601-01-01 to 9600-12-31: 9602-01-28",
    ),
    "a week that ends beyond all dates": (
        "plan: P\nstart: 9600-12-25\nweeks:\n  - mon: easy 30min\nchanges:\n  - {shift: 2 weeks}\n",
        "6:5: changes[0]: the first day of a week must be 1601-01-01 to 9600-12-31: 9601-01-08",
    ),
    "a session on the last day of the calendar": (
        "plan: P\nsessions:\n  - {slot: a, date: 9999-12-31, event: {event: Call}}\n",
        "3:21: sessions[0].date: the day must be 1601-01-01 to 9600-12-31: 9999-12-31",
    ),
    "a race on the first day of the calendar": (
        "plan: P\nrace: {name: R, date: 0001-01-01}\nweeks:\n  - mon: easy 30min\n",
        "2:23: race.date: the day must be 1601-01-01 to 9600-12-31: 0001-01-01",
    ),
    "weeks before all dates": (
        "plan: P\nrace: {name: R, date: 1601-01-08}\nweeks:\n" + "  - mon: easy 30min\n" * 4,
        "1:1: week 1 is beyond all dates (1601-01-01 to 9600-12-31)",
    ),
    "a pause of no days": (
        f"{HEAD}{ONE}changes:\n  - {{pause: 2026-08-05, for: 0}}\n",
        "6:5: changes[0]: a pause lasts a day or more: 0",
    ),
    "a pause backwards": (
        f"{HEAD}{ONE}changes:\n  - {{pause: 2026-08-05, for: -3 days}}\n",
        "6:5: changes[0]: a pause lasts a day or more: -3",
    ),
    "a workout called none": (
        f"{HEAD}workouts: {{None: easy 30min}}\n{ONE}",
        "3:12: workouts.None: 'none' is a day without anything, and no workout can be called so",
    ),
    "a workout called day off": (
        f"{HEAD}workouts: {{day off: easy 30min}}\n{ONE}",
        "3:12: workouts.day off: 'day off' is a day of rest, and no workout can be called so",
    ),
    "conflicts without others": (
        f"{HEAD}{ONE}conflicts: {{two runs: move}}\n",
        "5:12: conflicts: 'conflicts:' are between plans (give 'over:')",
    ),
    "more sessions than anybody does": (
        f"{HEAD}weeks:\n  - {{repeat: 520, mon: [{', '.join(['easy 30min'] * 40)}]}}\n",
        "1:1: more than 7000 sessions (divide the plan)",
    ),
    "a file of a text": (
        f"{HEAD}workouts: {{A: a.yaml}}\n{ONE}",
        "3:15: workouts.A: 'a.yaml' is beside a document, and this one is not a file",
    ),
    "two kinds of document": (
        "plan: P\nworkout: W\n",
        "2:1: says both 'workout' and 'plan' at its top (a document is one thing)",
    ),
}
OUTSIDE = (
    "is outside the folder of the document (put it beside it, or allow a folder above both with '--root DIR')"
)


def _told(refused):
    return [str(each).split("\n")[0] for each in refused.value.problems]


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_plan_is_refused_where_it_is_wrong(text, said):
    with pytest.raises(DocumentError) as refused:
        read_text(text)
    assert _told(refused) == ([said] if isinstance(said, str) else said)


def test_there_are_forty():
    assert len(WRONG) >= 40


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "easy.yaml").write_text("workout: Easy\nsteps: easy 30min\n")
    (inside / "link.yaml").symlink_to(tmp_path / "easy.yaml")
    (inside / "ada.yaml").write_text("athlete: Ada\n")
    os.mkfifo(inside / "pipe.yaml")
    (inside / "bad.yaml").write_text("workout: Bad\nsteps: easy 30\n")
    return inside


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "../easy.yaml",
            f"plan.yaml:3:15: workouts.A: '../easy.yaml' {OUTSIDE}",
        ),
        (
            "link.yaml",
            f"plan.yaml:3:15: workouts.A: 'link.yaml' {OUTSIDE}",
        ),
        (
            "/etc/hosts.yaml",
            f"plan.yaml:3:15: workouts.A: '/etc/hosts.yaml' {OUTSIDE}",
        ),
        ("plan.yaml", "plan.yaml:3:15: workouts.A: 'plan.yaml' is this document, or one that names it"),
        ("ada.yaml", "plan.yaml:3:15: workouts.A: 'ada.yaml' is an athlete, not a workout"),
        (
            "none.yaml",
            "plan.yaml:3:15: workouts.A: 'none.yaml': there is no such file beside the plan",
        ),
        ("pipe.yaml", "plan.yaml:3:15: workouts.A: 'pipe.yaml' is not a plain file"),
        ("bad.yaml", "bad.yaml:2:13: steps: '30' is not a duration (did you mean '30min'?)"),
    ],
)
def test_a_file_that_a_plan_cannot_have_is_refused(folder, monkeypatch, name, said):
    monkeypatch.chdir(folder)
    (folder / "plan.yaml").write_text(f"{HEAD}workouts: {{A: {name}}}\n{ONE}")
    with pytest.raises(DocumentError) as refused:
        read_document("plan.yaml")
    assert _told(refused) == [said]
