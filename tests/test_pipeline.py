"""From a workout or a plan to files: lifted, resolved, simplified, written, and accounted for."""

import re
from datetime import UTC, date, datetime, time
from enum import Enum

import pytest
from attrs import evolve, frozen

from recorders import offering, record
from workout_core import (
    Athlete,
    Capabilities,
    Event,
    Export,
    ExportError,
    Feature,
    InvalidWorkout,
    Loss,
    LossyExport,
    Plan,
    Registry,
    Session,
    Sport,
    Step,
    Time,
    Transform,
    UnknownFormat,
    Workout,
    export,
    hookimpl,
    parse_steps,
    plan_identity,
    session_identity,
    transformed,
    workout_identity,
)

EVERYTHING = frozenset(Feature)
NOW = datetime(2026, 8, 1, 12, 30, tzinfo=UTC)
DAY = date(2026, 8, 4)
ADA = Athlete(name="Ada", threshold_heart_rate=168)
EASY = Workout(name="Easy hour", items=parse_steps("1h @ Z2 HR"))
SIX = Workout(name="6 × 800 m", items=parse_steps("6x(800m @ 4:00/km, 400m jog)"), tags=["speed"])
PLAN = Plan(
    name="Form and speed",
    timezone="Europe/Warsaw",
    sessions=[
        Session(slot="w1-tue", day=DAY, at=time(18, 30), activity=SIX),
        Session(slot="w1-wed-am", day=date(2026, 8, 5), activity=EASY),
        Session(slot="w1-wed-noon", day=date(2026, 8, 5), at=time(12), activity=Event(name="Call")),
        Session(slot="w1-wed-pm", day=date(2026, 8, 5), at=time(18), activity=EASY),
    ],
)


class Bullet(Enum):
    """What stands before each line."""

    STAR = "star"
    DASH = "dash"


@frozen
class ListOptions:
    """What a list may be told."""

    bullet: Bullet = Bullet.DASH
    tags: bool = False

    def narrow(self, supports, _workout):
        """Carry tags only if asked."""
        return supports if self.tags else evolve(supports, features=supports.features - {Feature.TAGS})


class Formats:
    """A plugin with one format of each kind."""

    @hookimpl
    def workout_exporters(self):
        """Offer them."""
        return [
            record("steps", features=EVERYTHING - {Feature.RELATIVE}),
            record("relative"),
            record("plan", Plan),
            record("both", Workout | Plan),
            record("list", options=ListOptions),
            record("bare", features={Feature.TIME, Feature.DISTANCE, Feature.CUE}),
        ]


REGISTRY = Registry.of(Formats())


def written(subject, name: str, /, **more) -> tuple[Export, ...]:
    return export(subject, name, registry=REGISTRY, **{"now": NOW, "day": DAY} | more)


def lines(file: Export) -> list[str]:
    return file.data.decode().splitlines()


def test_a_workout_is_one_file_named_after_it():
    (file,) = written(SIX, "steps")
    assert (file.name, file.losses) == ("6-x-800-m.steps", ())
    assert lines(file) == [
        "6 × 800 m",
        str(workout_identity(SIX)),
        "2026-08-04",
        "2026-08-01T12:30:00+00:00",
        "None",
        "6 times:",
        "800 m at 4:00/km",
        "Recover 400 m",
    ]


def test_a_file_has_the_name_it_is_given():
    assert [file.name for file in written(SIX, "steps", name="six-by-800")] == ["six-by-800.steps"]


def test_a_workout_becomes_a_plan_of_one_session_for_a_format_of_plans():
    (file,) = written(SIX, "plan")
    lifted = Plan(name="6 × 800 m", sessions=[Session(slot="workout", day=DAY, activity=SIX)])
    assert file.name == "6-x-800-m.plan"
    assert lines(file)[:2] == ["6 × 800 m", str(plan_identity(lifted))]
    assert lines(file)[-1] == "6 × 800 m"


def test_a_plan_becomes_a_file_for_each_workout_for_a_format_of_workouts():
    files = written(PLAN, "steps", name="form")
    assert [file.name for file in files] == [
        "form/2026-08-04-6-x-800-m.steps",
        "form/2026-08-05-easy-hour.steps",
        "form/2026-08-05-easy-hour-2.steps",
    ]
    workouts = [session for session in PLAN.sessions if isinstance(session.activity, Workout)]
    for file, session in zip(files, workouts, strict=True):
        told = [session.name, str(session_identity(PLAN, session)), session.day.isoformat()]
        assert lines(file)[:3] == told


def test_a_plan_is_one_file_for_a_format_of_plans():
    (file,) = written(PLAN, "plan", name="form")
    assert file.name == "form.plan"
    assert lines(file)[1] == str(plan_identity(PLAN))
    assert lines(file)[-4:] == ["6 × 800 m", "Easy hour", "Call", "Easy hour"]


def test_a_format_of_both_gets_either_as_it_is():
    assert lines(written(SIX, "both")[0])[1] == str(workout_identity(SIX))
    assert lines(written(PLAN, "both")[0])[1] == str(plan_identity(PLAN))


def test_a_plan_without_workouts_is_no_file_for_a_format_of_workouts():
    rest = Plan(name="Rest", sessions=[Session(slot="1", day=DAY, activity=Event(name="Sleep"))])
    assert written(rest, "steps") == ()


def test_the_numbers_in_a_name_do_not_collide_with_a_name_of_numbers():
    days = ["Easy", "Easy", "Easy 2", "EASY!"]
    sessions = [
        Session(slot=str(index), day=DAY, activity=evolve(EASY, name=name)) for index, name in enumerate(days)
    ]
    names = [file.name for file in written(Plan(name="P", sessions=sessions), "steps")]
    assert names == [
        "p/2026-08-04-easy.steps",
        "p/2026-08-04-easy-2.steps",
        "p/2026-08-04-easy-2-2.steps",
        "p/2026-08-04-easy-3.steps",
    ]


@pytest.mark.parametrize(
    ("name", "athlete", "line"),
    [
        ("steps", None, "1 h at heart rate zone 2"),
        ("steps", ADA, "1 h at 143–151 bpm"),
        ("relative", ADA, "1 h at heart rate zone 2"),
    ],
    ids=["no athlete", "numbers", "kept as they are"],
)
def test_the_athletes_numbers_take_the_place_of_what_is_relative(name, athlete, line):
    assert lines(written(EASY, name, athlete=athlete)[0])[-1] == line


BOB = Athlete(name="Bob")


def test_an_effort_takes_the_place_of_a_number_that_the_athlete_lacks_and_nothing_is_lost():
    (file,) = written(EASY, "steps", athlete=BOB, strict=True)
    assert lines(file)[-1] == "1 h at effort 3 of 10"
    assert file.losses == ()


def test_a_plan_is_written_for_an_athlete_who_lacks_every_number():
    files = written(PLAN, "steps", athlete=BOB, strict=True)
    assert [file.losses for file in files] == [(), (), ()]


@pytest.mark.parametrize("name", ["relative", "plan"])
@pytest.mark.parametrize("subject", [EASY, PLAN], ids=["workout", "plan"])
def test_nothing_is_asked_of_the_athlete_that_the_format_does_not_need(name, subject):
    assert written(subject, name, athlete=BOB, strict=True)


def test_a_zone_the_athlete_lacks_is_a_loss_as_well():
    workout = evolve(EASY, items=parse_steps("10min; 2x(5min @ Z9 HR)"))
    (file,) = written(workout, "steps", athlete=ADA)
    assert [str(loss) for loss in file.losses] == [
        (
            "steps[1].steps[0].target: heart rate zone: 'heart rate zone 9' is told in words: "
            "'Z9' is not a zone of this athlete (HR has Z1 to Z5)"
        )
    ]


def test_losses_are_with_the_file_and_in_a_plan_with_the_session():
    assert written(SIX, "bare")[0].losses == (
        Loss("steps[0]", Feature.REPEAT, "6 passes are written out"),
        Loss("steps[0].steps[0].target", Feature.SPEED, "'4:00/km' is told in words"),
        Loss("tags", Feature.TAGS, "left out"),
    )
    (plan,) = export(
        PLAN,
        "bare",
        registry=Registry.of(offering(record("bare", Plan, features={Feature.LAP_BUTTON}))),
        now=NOW,
    )
    assert [loss.path for loss in plan.losses if loss.path.startswith("sessions[3]")] == [
        "sessions[3].steps[0].duration",
        "sessions[3].steps[0].target",
    ]


def test_strict_refuses_to_lose_anything():
    with pytest.raises(LossyExport, match=r"^bare: 3 things would be lost$") as caught:
        written(SIX, "bare", strict=True)
    assert caught.value.losses == written(SIX, "bare")[0].losses
    with pytest.raises(LossyExport, match=r"^list: 1 thing would be lost$"):
        written(SIX, "list", strict=True)
    assert written(SIX, "steps", strict=True) == written(SIX, "steps")


def test_what_a_writer_loses_is_lost_as_well():
    def write(_workout, context):
        context.lose("steps[0]", "colour", "grey")
        return b""

    registry = Registry.of(offering(record("grey", write=write)))
    (file,) = export(SIX, "grey", registry=registry)
    assert file.losses == (Loss("steps[0]", "colour", "grey"),)
    with pytest.raises(LossyExport, match=r"^grey: 1 thing would be lost$"):
        export(SIX, "grey", registry=registry, strict=True)


def test_options_reach_the_writer_and_may_change_what_is_carried():
    assert lines(written(SIX, "list")[0])[4] == str(ListOptions())
    assert [loss.kind for loss in written(SIX, "list")[0].losses] == [Feature.TAGS]
    (file,) = written(SIX, "list", options={"bullet": "star", "tags": "yes"})
    assert lines(file)[4] == str(ListOptions(bullet=Bullet.STAR, tags=True))
    assert file.losses == ()


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("steps", {"bullet": "star"}, "-O bullet: steps has no options"),
        ("list", {"bulet": "star"}, "-O bulet: list has no such option (did you mean 'bullet'?)"),
        ("list", {"bullet": "moon"}, "-O bullet: 'moon' is not one of the choices (one of star, dash)"),
    ],
    ids=["none", "unknown", "wrong"],
)
def test_a_wrong_option_is_refused(name, options, message):
    with pytest.raises(InvalidWorkout, match=f"^{re.escape(message)}$"):
        written(SIX, name, options=options)


def test_an_unknown_format_is_refused_with_what_there_is():
    with pytest.raises(UnknownFormat, match=r"^'step' is not a format \(did you mean 'steps'\?\)$"):
        written(SIX, "step")


FEW = Capabilities(features=EVERYTHING, max_steps=2, sports=set(Sport) - {Sport.YOGA})


@pytest.mark.parametrize("subject", [SIX, evolve(PLAN, sessions=PLAN.sessions[:1])], ids=["workout", "plan"])
@pytest.mark.parametrize("kind", [Workout, Plan], ids=["of workouts", "of plans"])
def test_what_a_format_cannot_take_is_refused_with_the_workouts_name(subject, kind):
    registry = Registry.of(offering(evolve(record("few", kind), supports=FEW)))
    message = (
        "6 × 800 m: few: steps: 3 steps and repeats, and the format takes 2 "
        "(write what repeats as a repeat, or split the workout in two)"
    )
    with pytest.raises(ExportError, match=f"^{re.escape(message)}$"):
        export(subject, "few", registry=registry)
    with pytest.raises(ExportError, match=r"^Easy hour: few: sport: the format has no yoga$"):
        export(evolve(EASY, sport=Sport.YOGA), "few", registry=registry)


SIX_IS_LEFT_OUT = Loss(
    "sessions[0]",
    "session",
    "'6 × 800 m' on 2026-08-04 is left out: steps: 3 steps and repeats, and the format takes 2 "
    "(write what repeats as a repeat, or split the workout in two)",
)


@pytest.mark.parametrize("kind", [Workout, Plan], ids=["of workouts", "of plans"])
def test_what_a_format_cannot_take_of_a_plan_is_left_out_and_told(kind):
    yoga = Session(slot="w2", day=date(2026, 8, 12), activity=evolve(EASY, name="Asanas", sport=Sport.YOGA))
    plan = evolve(PLAN, sessions=[*PLAN.sessions, yoga])
    registry = Registry.of(offering(evolve(record("few", kind), supports=FEW)))
    files = export(plan, "few", registry=registry)
    assert files[0].losses == (
        SIX_IS_LEFT_OUT,
        Loss("sessions[4]", "session", "'Asanas' on 2026-08-12 is left out: sport: the format has no yoga"),
    )
    assert [loss for file in files[1:] for loss in file.losses] == []
    if kind is Workout:
        names = ["2026-08-05-easy-hour.few", "2026-08-05-easy-hour-2.few"]
        assert [file.name for file in files] == [f"form-and-speed/{name}" for name in names]
    else:
        assert lines(files[0])[-3:] == ["Easy hour", "Call", "Easy hour"]
    with pytest.raises(LossyExport, match=r"^few: 2 things would be lost$"):
        export(plan, "few", registry=registry, strict=True)


def telling(*paths: str):
    """Return a writer that loses something at *paths* of what it is given."""

    def write(_subject, context):
        for path in paths:
            context.lose(path, "colour", "grey")
        return b""

    return write


NESTED = "10min; 3x(1min @ 4:00/km, 2x(30s, 20s)); 5min"


@pytest.mark.parametrize(
    ("lacking", "told", "written_path"),
    [
        (Feature.REPEAT, "steps[0]", "steps[0]"),
        (Feature.REPEAT, "steps[1].cue", "steps[1].steps[0].cue"),
        (Feature.REPEAT, "steps[2]", "steps[1].steps[1].steps[0]"),
        (Feature.REPEAT, "steps[6].target", "steps[1].steps[0].target"),
        (Feature.REPEAT, "steps[16]", "steps[2]"),
        (Feature.NESTED_REPEAT, "steps[1]", "steps[1]"),
        (
            Feature.NESTED_REPEAT,
            "steps[1].steps[4].exercise.load",
            "steps[1].steps[1].steps[1].exercise.load",
        ),
        (Feature.TAGS, "steps[1].steps[1].steps[0]", "steps[1].steps[1].steps[0]"),
        (Feature.REPEAT, "steps[99]", "steps[99]"),
        (Feature.REPEAT, "", ""),
        (Feature.REPEAT, "name", "name"),
    ],
)
@pytest.mark.parametrize("kind", [Workout, Plan], ids=["of workouts", "of plans"])
def test_what_a_writer_loses_is_told_at_its_place_in_the_document(lacking, told, written_path, kind):
    workout = Workout(name="Nested", items=parse_steps(NESTED))
    path = told if kind is Workout else f"sessions[0].{told}".removesuffix(".")
    lossy = record("lossy", kind, write=telling(path), features=EVERYTHING - {lacking})
    (file,) = export(workout, "lossy", registry=Registry.of(offering(lossy)))
    assert [loss.path for loss in file.losses if loss.kind == "colour"] == [written_path]


def test_what_a_writer_loses_of_a_plan_is_told_at_its_place_in_the_plan():
    paths = "sessions[0].steps[3]", "sessions[1]", "sessions[2].name", "sessions[9]", ""
    features = EVERYTHING - {Feature.REPEAT}
    supports = Capabilities(features=features, sports={Sport.RUNNING})
    lossy = evolve(record("lossy", Plan, write=telling(*paths)), supports=supports)
    yoga = Session(slot="0", day=date(2026, 8, 1), activity=evolve(EASY, sport=Sport.YOGA))
    plan = evolve(PLAN, sessions=[yoga, *PLAN.sessions])
    (file,) = export(plan, "lossy", registry=Registry.of(offering(lossy)))
    assert [loss.path for loss in file.losses if loss.kind == "colour"] == [
        "",
        "sessions[1].steps[0].steps[1]",
        "sessions[2]",
        "sessions[3].name",
        "sessions[9]",
    ]


def test_losses_are_sorted_by_their_places_and_told_once():
    steps = "; ".join(["1min @ 4:00/km"] * 11)
    workout = Workout(name="Long", items=parse_steps(steps), tags=["speed"], description="Fast")
    lossy = record("lossy", write=telling("steps[2]", "steps[2]"), features={Feature.TIME, Feature.CUE})
    (file,) = export(workout, "lossy", registry=Registry.of(offering(lossy)))
    targets = [f"steps[{number}].target" for number in range(11)]
    assert [loss.path for loss in file.losses] == [
        "description",
        *targets[:2],
        "steps[2]",
        *targets[2:],
        "tags",
    ]


def test_the_losses_of_a_workout_are_at_its_own_places_for_a_format_of_plans():
    (file,) = export(
        SIX,
        "bare",
        registry=Registry.of(offering(record("bare", Plan, features=EVERYTHING - {Feature.TAGS}))),
    )
    assert [loss.path for loss in file.losses] == ["tags"]


def test_only_workouts_and_plans_are_exported():
    with pytest.raises(InvalidWorkout, match=r"^a workout or a plan can be exported, not Athlete$"):
        written(Athlete(name="Ada"), "steps")


def shouting(change):
    class Shouting:
        @hookimpl
        def workout_transforms(self):
            return [Transform(name="shout", title="Louder", apply=change)]

    return Registry.of(Shouting())


def louder(workout, _context):
    return evolve(workout, name=f"{workout.name}!")


def test_transforms_change_every_workout_in_the_order_given():
    registry = shouting(louder)
    assert transformed(EASY, ["shout", "shout"], registry).name == "Easy hour!!"
    sessions = [
        Session(slot="a", day=date(2026, 8, 4), activity=EASY),
        Session(slot="b", day=date(2026, 8, 5), activity=Event(name="Call")),
    ]
    plan = transformed(Plan(name="Form", sessions=sessions), ["shout"], registry)
    assert [session.name for session in plan.sessions] == ["Easy hour!", "Call"]
    assert transformed(EASY, [], registry) is EASY


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda *_: 1 / 0, "shout: local:Shouting failed: ZeroDivisionError: division by zero"),
        (lambda *_: "EASY", "shout: local:Shouting gave str, not a workout"),
    ],
    ids=["it raises", "it gives something else"],
)
def test_a_transform_that_fails_is_told_as_the_plugins(change, said):
    with pytest.raises(ExportError, match=f"^{re.escape(said)}$"):
        transformed(EASY, ["shout"], shouting(change))


def refusing(workout, _context):
    """Refuse a workout as plugins do: on purpose, or since the athlete lacks a number."""
    if workout.name == "Easy hour":
        raise InvalidWorkout("needs hills")
    return evolve(workout, name="Changed")


def test_a_workout_that_a_transform_refuses_is_refused_alone_and_stays_in_a_plan():
    with pytest.raises(ExportError, match=r"^shout: needs hills$"):
        transformed(EASY, ["shout"], shouting(refusing))

    activities = {"a": EASY, "b": evolve(EASY, name="Hills"), "c": Event(name="Call")}
    sessions = [
        Session(slot=slot, day=date(2026, 8, 4), activity=activity) for slot, activity in activities.items()
    ]
    told = []
    plan = transformed(Plan(name="Form", sessions=sessions), ["shout"], shouting(refusing), lost=told.append)

    assert [session.name for session in plan.sessions] == ["Easy hour", "Changed", "Call"]
    assert [str(loss) for loss in told] == [
        "sessions[0]: shout: 'Easy hour' on 2026-08-04 stays as it is: needs hills"
    ]


def test_what_a_workout_is_called_by_its_steps_is_said_anew_and_its_identity_stays():
    def halved(workout, _context):
        return evolve(workout, items=[Step(duration=Time(1800), intensity="easy")])

    named = Workout(name="easy 1h", items=[Step(duration=Time(3600), intensity="easy")])
    made = transformed(named, ["shout"], shouting(halved))

    assert made.name == "Easy 30 min"
    assert workout_identity(made) == workout_identity(named)
    assert transformed(evolve(named, name="Mine"), ["shout"], shouting(halved)).name == "Mine"
    assert transformed(evolve(named, id="x"), ["shout"], shouting(halved)).id == "x"


def test_an_unknown_transform_is_told_with_what_there_is():
    with pytest.raises(UnknownFormat, match="'shuot' is not a transform"):
        transformed(EASY, ["shuot"], shouting(louder))
