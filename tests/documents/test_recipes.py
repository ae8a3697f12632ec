"""A document names a recipe with its parameters, in numbers or as people write them, and gets a workout."""

# ruff: noqa: E501 - documents and steps stand as they are

import re

import pytest
from attrs import frozen

from workout_core import (
    Link,
    Plan,
    Recipe,
    Registry,
    Repeat,
    Sport,
    Step,
    Units,
    Workout,
    format_steps,
    hookimpl,
    negative_split,
    parse_steps,
    progressive,
    read_document,
    read_text,
    write_json,
    write_yaml,
)
from workout_core.model.duration import Distance, Time

CITY_HALF = """\
workout: City half, second half faster
recipe: negative-split
distance: half marathon
goal: 1:45:00
split: 2%                      # (first half − second half) ÷ mean half
every: 1km
tolerance: 5s
"""
EVERY = {
    "even-split": (
        "distance: 2km\ngoal: 10min\nwarmup: 2km\ncooldown: lap",
        '"distance": 2000, "goal": 600, "warmup": "2km", "cooldown": "lap"',
        """\
warmup 2km
At the start: rest lap "Press lap at the gun"
to 1 km: 1km @ 4:55.08-5:05.08/km "Split 5:00, clock 5:00"
to 2 km: 1km @ 4:55.08-5:05.08/km "Split 5:00, clock 10:00"
cooldown lap
""",
    ),
    "negative-split": (
        "distance: 4km\ngoal: 20:00\nsplit: 2%\nshape: halves\nevery: 2km\ntolerance: 0s\ncues: {2km: Go}",
        '"distance": 4000, "goal": 1200, "split": 0.02, "shape": "halves", "every": 2000, "tolerance": 0, "cues": {"2km": "Go"}',
        """\
to 2 km: 2km @ 5:03/km "Split 10:06, clock 10:06"
to 4 km: 2km @ 4:57/km "Go. Split 9:54, clock 20:00"
""",
    ),
    "block-split": (
        "distance: 3mi\ngoal: 24:00\nblocks: 1mi +10s/mi, 1mi, rest\nevery: 1mi\ntolerance: 0s",
        '"distance": 4828.032, "goal": 1440, "blocks": ["1mi +10s/mi", "1mi", "rest"], "every": 1609.344, "tolerance": 0',
        """\
to 1 mi: 1mi @ 5:04.47/km "Split 8:10, clock 8:10"
to 2 mi: 1mi @ 4:58.26/km "Split 8:00, clock 16:10"
to 3 mi: 1mi @ 4:52.04/km "Split 7:50, clock 24:00"
""",
    ),
    "race": (
        "distance: 1km\ngoal: 4:00\nwarmup: none\ncooldown: 10min\ntolerance: 3%",
        '"distance": 1000, "goal": 240, "warmup": "none", "cooldown": "600s", "tolerance": "3 %"',
        'to 1 km: 1km @ 3:53.01-4:07.42/km "Split 4:00, clock 4:00"\ncooldown 10min\n',
    ),
    "progressive": (
        "distance: 2km\nfrom: 6:00/km\nto: 12km/h\nevery: 1km\ntolerance: 0s",
        '"distance": 2000, "from": 2.7777777777777777, "to": 3.3333333333333335, "every": "1000m", "tolerance": 0',
        'to 1 km: 1km @ 6:00/km "Split 6:00, clock 6:00"\nto 2 km: 1km @ 5:00/km "Split 5:00, clock 11:00"\n',
    ),
    "intervals": (
        "times: 6\nwork: 1km\nrest: 90s\npace: 4:00/km\ntolerance: 0s\nsets: 2\nset_rest: 5min",
        '"times": 6, "work": "1km", "rest": "1:30", "pace": 4.166666666666667, "tolerance": 0, "sets": 2, "set_rest": "300s"',
        "2x, skip last rest\n  6x, skip last rest\n    1km @ 4:00/km\n    recover 90s\n  recover 5min\n",
    ),
    "cruise-intervals": (
        "times: 3\nwork: 8min\nrest: 1min",
        '"times": 3, "work": "480s", "rest": "60s"',
        "3x, skip last rest\n  8min @ threshold ~5s\n  recover 1min\n",
    ),
    "tempo": (
        "work: 5km\npace: 4:30/km\ntolerance: 0s",
        '"work": "5000m", "pace": 3.7037037037037037, "tolerance": 0',
        "5km @ 4:30/km\n",
    ),
    "fartlek": (
        "times: 8\nwork: 1min\nrest: none\neffort: 8",
        '"times": 8, "work": "60s", "rest": "none", "effort": 8',
        '8x\n  1min @ RPE 8 "Hard, by feel"\n',
    ),
    "pyramid": (
        "rungs: 1min, 2min\nrest: 90s",
        '"rungs": ["60s", "120s"], "rest": "90s"',
        "1min @ interval ~3s\nrecover 90s\n2min @ interval ~3s\nrecover 90s\n1min @ interval ~3s\n",
    ),
    "ladder": (
        "rungs: [400m, 800m, 2min]",
        '"rungs": "400m, 800m, 120s"',
        "400m @ interval ~3s\nrecover 200m\n800m @ interval ~3s\nrecover 400m\n2min @ interval ~3s\n",
    ),
    "hills": (
        "times: 10\nwork: 45s\nrest: 90s\neffort: 9",
        '"times": 10, "work": "0:45", "rest": "1:30", "effort": 9',
        """\
10x
  Uphill: 45s @ RPE 9 "Tall, short steps, drive the arms"
  Downhill: recover 90s "Jog down"
""",
    ),
    "strides": (
        "run: 40min\ntimes: 4\nwork: 100m\nrest: none",
        '"run": "2400s", "times": 4, "work": "0.1km", "rest": "none"',
        'easy 40min @ RPE 3\n4x\n  strides 100m @ RPE 8 "Fast and relaxed, then ease off"\n',
    ),
    "long-run": (
        "distance: 20km\nkind: fast-finish\nwork: 5km",
        '"distance": 20000, "kind": "fast-finish", "work": "5km"',
        "easy 15km @ RPE 3-4\n5km @ marathon ~8s\n",
    ),
    "run-walk": (
        "times: 5\nrun: 3min\nwalk: 200m",
        '"times": 5, "run": "180s", "walk": "200m"',
        "5x\n  3min @ RPE 4\n  walk 200m\n",
    ),
    "time-trial": (
        "test: distance\ndistance: 5km\nwarmup: 10min\ncooldown: none",
        '"test": "distance", "distance": 5000, "warmup": "600s", "cooldown": "none"',
        'warmup 10min\n5km @ RPE 9-10 "Evenly, as fast as you can"\n',
    ),
    "runner-strength": (
        "session: b\nsets: 2\nreps: 8\nhold: 35s\neffort: 6\nrest: 60s",
        '"session": "b", "sets": 2, "reps": 8, "hold": 35, "effort": 6, "rest": "1min"',
        (
            "Inchworm 6 reps\nFire hydrant 8 reps/side\n"
            "A: Step-up 2x8/side @ RPE 6, rest 1min, tempo 2-0-1\n"
            "B: Single-leg RDL 2x8/side @ RPE 6, rest 1min, tempo 3-1-1\n"
            "C: Soleus calf raise 2x10/side @ RPE 6, rest 1min\n"
            "D1 Plank 2x35s @ RPE 6\nD2 Sliding leg curl 2x8 @ RPE 6, rest 1min\n"
            "Hamstring stretch 30s/side\nPigeon stretch 45s/side\n"
        ),
    ),
    "strength-circuit": (
        "exercises: [Squat, Side plank, Nordic curls]\nrounds: 2\nwork: 30s\nbetween: none\nrest: lap",
        '"exercises": "Squat, Side plank, Nordic curls", "rounds": 2, "work": 30, "between": "none", "rest": "lap"',
        "circuit 2x, rest lap\n  Squat 30s @ RPE 7\n  Side plank 15s/side @ RPE 7\n  Nordic curls 30s @ RPE 7\n",
    ),
    "form-drills": (
        "run: 2km\ndrills: A-skip, My own drill\ntimes: 3\ndistance: 30m\nstride: none",
        '"run": "2000m", "drills": ["A-skip", "My own drill"], "times": 3, "distance": 30, "stride": "none"',
        (
            'easy 2km @ RPE 3\nA-skip 3x30m, walk back "Strike the ground straight down beneath you"\n'
            '"My own drill" 3x30m, walk back\n'
        ),
    ),
    "mobility": (
        "exercises: [Cat-cow, Calf stretch]\nrounds: 2\nhold: 30s\nreps: 10",
        '"exercises": "Cat-cow, Calf stretch", "rounds": 2, "hold": 30, "reps": 10',
        "superset 2x\n  Cat-cow 10 reps\n  Calf stretch 30s/side\n",
    ),
}


def in_yaml(recipe: str, parameters: str) -> Workout:
    """Read a document as people write it."""
    return read_text(f"workout: Mine\nrecipe: {recipe}\n{parameters}\n")


@pytest.mark.parametrize("name", EVERY)
def test_a_recipe_is_cooked_from_yaml_as_people_write_it_and_from_numbers_in_json(name):
    words, numbers, steps = EVERY[name]
    workout = in_yaml(name, words)

    assert format_steps(workout.items) == steps
    assert read_text(f'{{"workout": "Mine", "recipe": "{name}", {numbers}}}', is_json=True) == workout


def test_every_recipe_there_is_is_cooked_here():
    assert {recipe.name for recipe in Registry.of().recipes()} == set(EVERY)


@pytest.mark.parametrize("name", EVERY)
def test_what_a_recipe_wrote_can_be_written_as_a_document_and_read_again(name):
    workout = in_yaml(name, EVERY[name][0])

    assert read_text(write_yaml(workout)) == workout
    assert read_text(write_json(workout), is_json=True) == workout


def test_the_half_marathon_of_the_documentation_adds_up_to_its_goal():
    half = read_text(CITY_HALF)
    splits = [re.match(r"Split (\d+):(\d\d), ", step.cue) for step in half.items]

    assert half.name == "City half, second half faster"
    assert len(half.items) == 22
    assert sum(int(split[1]) * 60 + int(split[2]) for split in splits) == 6300
    assert sum(step.duration.metres for step in half.items) == pytest.approx(21097.5, abs=1e-6)
    assert half.items == negative_split(distance=21097.5, goal=6300, split=0.02).items


def test_the_common_keys_stand_over_what_the_recipe_says():
    plain = read_text(CITY_HALF)
    told = read_text(
        CITY_HALF + "id: city\nsport: trail running\ndescription: Hold back.\ntags: [race, 21]\n"
        "links: [https://example.org/map]\n"
    )

    assert plain.description == "Negative split of 2 %. Halves 53:02 and 51:58."
    assert plain.sport is Sport.RUNNING
    assert told == Workout(
        name="City half, second half faster",
        items=plain.items,
        id="city",
        sport=Sport.TRAIL_RUNNING,
        description="Hold back.",
        tags=("race", "21"),
        links=(Link("https://example.org/map"),),
        units=Units.METRIC,
    )


SAME = [
    ("negative-split", "split: 2%", "split: +2 %"),
    ("negative-split", "split: 2%", ""),
    ("negative-split", "split: 2%", "split:"),
    ("negative-split", "split: 2%", "split: ~"),
    ("negative-split", "split: -2%", "split: \u22122%"),
    ("negative-split", "shape: halves", "shape: ' Halves '"),
    ("negative-split", "tolerance: 5s", "tolerance: 5"),
    ("negative-split", "tolerance: 5s", "tolerance: ~5 s/km"),
    ("negative-split", "tolerance: 5s", "tolerance: 0:05"),
    ("negative-split", "by_climb: no", "by_climb: false"),
    ("negative-split", "warmup: none", "warmup: No"),
    ("negative-split", "cues: {}", ""),
    ("negative-split", "cues: {5km: a, 8km: b}", "cues:\n  8km: b\n  5 km: a"),
    ("negative-split", "cues: {5km: 5}", 'cues: {5km: "5"}'),
    ("negative split", "every: 1km", "every: 1000"),
    ("Negative_Split", "", "cooldown:"),
    ("block-split", "blocks: 5km +5s, rest", "blocks: [5km +5s/km, rest]"),
    ("block-split", "blocks: 5km \u22125s, rest", "blocks: [5km - 5s, REST]"),
    ("block-split", "blocks: 5km, rest", "blocks: [5 km, rest]"),
    ("time-trial", "test: critical-speed", "test: Critical speed"),
]


@pytest.mark.parametrize(("recipe", "words", "same"), SAME, ids=str)
def test_what_people_write_in_several_ways_is_one_thing(recipe, words, same):
    race = "distance: 10km\ngoal: 47:30\n" if recipe != "time-trial" else ""

    assert in_yaml(recipe, race + words) == in_yaml(recipe, race + same)


def test_a_progressive_run_goes_from_one_pace_to_another():
    run = in_yaml("progressive", "distance: 12km\nfrom: 5:40/km\nto: 4:50/km\nevery: 3km")

    assert run.items == progressive(distance=12000, start=1000 / 340, finish=1000 / 290, every="3km").items


def test_a_session_of_a_plan_may_be_cooked():
    plan = read_text("""\
plan: Autumn
sessions:
  - {slot: a, date: 2026-10-04, workout: {workout: Mine, recipe: tempo, work: 20min, tags: [fast]}}
""")

    assert isinstance(plan, Plan)
    assert plan.sessions[0].activity == Workout(
        name="Mine", items=parse_steps("20min @ threshold ~5s"), tags=("fast",)
    )


GPX = """\
<gpx version="1.1" creator="by hand" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
<trkpt lat="0" lon="0"><ele>0</ele></trkpt><trkpt lat="0" lon="0.0089932"><ele>50</ele></trkpt>
</trkseg></trk></gpx>
"""


def test_a_course_lies_beside_the_document(tmp_path):
    (tmp_path / "hill.gpx").write_text(GPX, "utf-8")
    (tmp_path / "race.yaml").write_text(
        "workout: A\nrecipe: even-split\ndistance: 1km\ngoal: 5:00\ncourse: hill.gpx\n", "utf-8"
    )

    race = read_document(tmp_path / "race.yaml")

    assert race.description == "Even effort. Halves 2:30 and 2:30."
    assert [step.cue for step in race.items] == ["Up 50 m, hold back. Split 5:00, clock 5:00"]


@frozen
class Yasso:
    """What there is to choose of Yasso 800s."""

    times: int = 10
    rest: Time | Distance = Time(200)
    words: str = "bart"
    units: Units | None = None


class Plugin:
    """Offers Yasso 800s."""

    @hookimpl
    def workout_recipes(self):
        """Offer one."""
        return [Recipe(name="yasso-800", title="Yasso 800s", parameters=Yasso, build=self.build)]

    @staticmethod
    def build(given):
        """Return the workout."""
        items = [Repeat(times=given.times, items=[Step(duration=Distance(800)), Step(duration=given.rest)])]
        return Workout(name="Yasso", description=given.words, items=items, units=given.units)


def test_a_recipe_of_a_plugin_is_told_who_reads_miles():
    registry = Registry.of(Plugin())
    text = "workout: Mine\nrecipe: Yasso 800\n"

    assert read_text(text, recipe=registry.recipe).units is None
    assert read_text(text, recipe=registry.recipe, units=Units.IMPERIAL).units is Units.IMPERIAL
    assert (
        read_text(f"{text}units: metric\n", recipe=registry.recipe, units=Units.IMPERIAL).units
        is Units.METRIC
    )


def test_a_recipe_of_a_plugin_is_cooked_like_any_other_and_keeps_its_own_keys():
    text = "workout: Mine\nrecipe: Yasso 800\ntimes: 4\nrest: 400m\nsport: track_running\nwords: by Bart\n"

    assert read_text(text, recipe=Registry.of(Plugin()).recipe) == Workout(
        name="Mine",
        description="by Bart",
        sport=Sport.TRACK_RUNNING,
        items=parse_steps("4x(800m, 400m)"),
    )
