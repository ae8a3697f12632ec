"""A FIT schedule names workouts by their own files, each on its day, and tells what it leaves out."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from attrs import evolve
from fitdecode import FitDefinitionMessage, FitReader
from hypothesis import given
from hypothesis import strategies as st

from oracles.fit_decoders import Messages, read_raw, read_with_fitdecode, read_with_garmin
from oracles.fit_writers import write_with_fit_tool, write_with_garmin
from workout_core import (
    Event,
    Export,
    ExportContext,
    ExportError,
    InvalidOption,
    LossyExport,
    Plan,
    Registry,
    Session,
    Workout,
    export,
    parse_steps,
    plan_identity,
)
from workout_core.model.bounds import FIRST_DAY, LAST_DAY
from workout_core.testing.strategies import plans

REGISTRY = Registry.discover()
TODAY = date(2026, 8, 3)
HILLS = Workout(name="Hills", items=parse_steps("10x(1min, 2min jog)"))
EASY = Workout(name="Easy", items=parse_steps("1h"))
CALL = Session(slot="call", day=date(2026, 8, 5), activity=Event(name="Call"))
PLAN = Plan(
    name="Form",
    sessions=[
        Session(slot="a", day=date(2026, 8, 3), at=time(18, 30), activity=HILLS),
        CALL,
        Session(slot="b", day=date(2026, 8, 5), activity=EASY),
        Session(slot="c", day=date(2026, 8, 9), at=time(9), activity=HILLS),
    ],
    timezone="Europe/Warsaw",
)


def _schedule(subject: Plan | Workout, day: date = TODAY, **options: str) -> Export:
    (file,) = export(subject, "fit-schedule", registry=REGISTRY, day=day, options=options)
    return file


def _days_of(*days: date, **fields) -> Plan:
    sessions = [Session(slot=f"{day}", day=day, activity=EASY, **fields) for day in days]
    return Plan(name="Form", sessions=sessions, timezone="Europe/Warsaw")


def _daily(count: int) -> Plan:
    return _days_of(*(TODAY + timedelta(days) for days in range(count)))


def _entries(file: Export) -> list[dict]:
    return [fields for name, fields in read_raw(file.data) if name == "schedule"]


def _days(file: Export) -> list[str]:
    """Return the days of the entries as fitdecode shows them: all of them at midnight."""
    moments = [
        fields["scheduled_time"] for name, fields in read_with_fitdecode(file.data) if name == "schedule"
    ]
    assert {moment.time() for moment in moments} <= {time()}
    return [moment.date().isoformat() for moment in moments]


def _told(file: Export) -> list[str]:
    return [str(loss) for loss in file.losses]


def _types(data: bytes) -> dict[tuple[str, int], str]:
    """Return the type of every field that the definitions of a file define."""
    frames = [frame for frame in FitReader(data) if isinstance(frame, FitDefinitionMessage)]
    return {(frame.name, each.def_num): each.base_type.name for frame in frames for each in frame.field_defs}


def _ids(subject: Plan | Workout) -> list[dict]:
    """Return what the files of all workouts are known by, in the order of the plan."""
    files = export(subject, "fit", registry=REGISTRY)
    ids = [dict(read_raw(file.data))["file_id"] for file in files]
    return [{name: value for name, value in fields.items() if name != "type"} for fields in ids]


def _named(file: Export) -> list[dict]:
    """Return what the workouts of the entries are known by."""
    kept = ("manufacturer", "product", "serial_number", "time_created")
    return [{name: entry[name] for name in kept} for entry in _entries(file)]


def _messages(plan: Plan, days: list[date], *, type_of_entries: object = "workout") -> Messages:
    """Return the whole of a file that puts every workout of *plan* on the calendar."""
    own = read_with_garmin(_schedule(plan, days[0]).data)[0][1]
    workouts = [read_with_garmin(file.data)[0][1] for file in export(plan, "fit", registry=REGISTRY)]
    head = {"type": "schedules", "manufacturer": "development", "product": 0}
    identity = {"serial_number": own["serial_number"], "time_created": own["time_created"]}
    entries = [
        {
            **{name: value for name, value in fields.items() if name != "type"},
            "completed": 0,
            "type": type_of_entries,
            "scheduled_time": (day - date(1989, 12, 31)).days * 24 * 3600,
        }
        for fields, day in zip(workouts, days, strict=True)
    ]
    return [
        ("file_id", head | identity),
        ("file_creator", {"software_version": 1}),
        *(("schedule", entry) for entry in entries),
    ]


DAYS = [date(2026, 8, 3), date(2026, 8, 5), date(2026, 8, 9)]


def test_the_file_is_its_head_and_an_entry_for_each_workout():
    assert read_with_garmin(_schedule(PLAN).data) == _messages(PLAN, DAYS)


def test_both_decoders_read_the_same():
    entries = [
        fields | {"completed": False, "scheduled_time": datetime.combine(day, time(), UTC)}
        for (_, fields), day in zip(_messages(PLAN, DAYS)[2:], DAYS, strict=True)
    ]
    messages = read_with_fitdecode(_schedule(PLAN).data)
    assert messages[:2] == _messages(PLAN, DAYS)[:2]
    assert messages[2:] == [("schedule", entry) for entry in entries]


@pytest.mark.parametrize("write", [write_with_fit_tool, write_with_garmin])
def test_the_fields_are_those_of_other_writers(write):
    theirs = write(_messages(PLAN, DAYS, type_of_entries=0))
    assert read_raw(_schedule(PLAN).data) == read_raw(theirs)
    assert read_with_garmin(_schedule(PLAN).data) == read_with_garmin(theirs)


def test_the_types_of_the_fields_are_those_that_garmins_encoder_writes():
    theirs = write_with_garmin(_messages(PLAN, DAYS, type_of_entries=0))
    assert _types(_schedule(PLAN).data) == _types(theirs)


def test_the_bytes_are_those_of_fit_tools_setters_but_for_the_type_of_completed():
    ours, theirs = _schedule(PLAN).data, write_with_fit_tool(_messages(PLAN, DAYS, type_of_entries=0))
    different = [place for place, (own, other) in enumerate(zip(ours, theirs, strict=True)) if own != other]
    of_the_type = ours.index(bytes([4, 1, 0x00, 5, 1, 0x00, 6, 4, 0x86])) + 2
    assert different == [of_the_type, len(ours) - 2, len(ours) - 1]


def test_the_file_is_named_apart_from_those_of_workouts():
    (file,) = export(PLAN, "fit-schedule", registry=REGISTRY, day=TODAY, name="form")
    assert file.name == "form.schedule.fit"


def test_the_file_has_an_identity_of_its_own_that_no_change_of_sessions_touches():
    changed = evolve(PLAN, sessions=PLAN.sessions[:1])
    own, after = (dict(read_raw(_schedule(plan).data))["file_id"] for plan in (PLAN, changed))
    assert own == after
    assert own["serial_number"] == plan_identity(PLAN).int % 0xFFFFFFFE + 1
    assert own["serial_number"] not in [fields["serial_number"] for fields in _ids(PLAN)]


def test_entries_name_the_files_of_their_workouts():
    assert _named(_schedule(PLAN)) == _ids(PLAN)
    assert len({entry["serial_number"] for entry in _ids(PLAN)}) == 3


@pytest.mark.parametrize(
    "plan",
    [
        evolve(PLAN, id="form-1"),
        evolve(PLAN, sessions=[evolve(session, plan="other") for session in PLAN.sessions]),
        evolve(PLAN, name="Größer ÷ schneller"),
    ],
    ids=["with an id", "of another plan", "with accents"],
)
def test_entries_name_the_files_of_their_workouts_whatever_the_plan(plan):
    assert _named(_schedule(plan)) == _ids(plan)


@pytest.mark.parametrize("workout", [HILLS, evolve(HILLS, id="hills-1")], ids=["by name", "by id"])
def test_a_workout_on_its_own_is_on_the_calendar_by_its_own_file(workout):
    file = _schedule(workout, date(2026, 9, 1))
    assert (_named(file), _days(file), file.losses) == (_ids(workout), ["2026-09-01"], ())


@pytest.mark.slow
def test_a_hundred_plans_name_the_files_of_their_workouts(many_plans):
    compared = 0
    for plan in many_plans:
        try:
            ids = _ids(plan)
            file = _schedule(plan, **{"from": "2000-01-01", "most": "200"})
        except ExportError:
            continue
        assert _named(file) == ids
        compared += len(ids)
    assert compared >= 50


@pytest.mark.parametrize("at", [None, time(0), time(2, 30), time(23, 59)], ids=str)
@pytest.mark.parametrize(
    "zone", ["Europe/Warsaw", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "UTC"]
)
def test_a_day_is_that_day_in_every_zone_at_every_time_and_when_clocks_change(zone, at):
    days = [date(2026, 3, 29), date(2026, 4, 5), date(2026, 10, 25), date(2026, 11, 1), date(2028, 2, 29)]
    file = _schedule(evolve(_days_of(*days, at=at), timezone=zone), days[0])
    assert _days(file) == [f"{day}" for day in days]


def test_midnight_is_counted_as_if_the_watch_were_in_utc():
    (entry,) = _entries(_schedule(_days_of(date(2026, 8, 4))))
    assert entry["scheduled_time"] == datetime(2026, 8, 4, tzinfo=UTC).timestamp() - 631065600 == 1154736000


def test_what_is_past_is_left_out_and_told_and_today_is_not_past():
    file = _schedule(PLAN, date(2026, 8, 5))
    assert _days(file) == ["2026-08-05", "2026-08-09"]
    assert _told(file) == ["sessions[0]: past: Hills on 2026-08-03 is left out, as it is before 2026-08-05"]


def test_today_is_the_day_of_the_fixed_clock(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{datetime(2026, 8, 6, 12, tzinfo=UTC).timestamp():.0f}")
    (file,) = export(PLAN, "fit-schedule", registry=REGISTRY)
    assert _days(file) == ["2026-08-09"]


@pytest.mark.parametrize(
    ("first", "days"),
    [
        ("2026-08-09", ["2026-08-09"]),
        ("2026-08-04", ["2026-08-05", "2026-08-09"]),
        ("0001-01-01", ["2026-08-03", "2026-08-05", "2026-08-09"]),
    ],
)
def test_from_is_the_first_day_whatever_today_is(first, days):
    for today in (date(2000, 1, 1), date(2026, 8, 5), date(2030, 1, 1)):
        assert _days(_schedule(PLAN, today, **{"from": first})) == days


@pytest.mark.parametrize(("count", "kept"), [(29, 29), (30, 30), (31, 30), (45, 30)])
def test_thirty_entries_are_the_most_and_the_earliest_are_kept(count, kept):
    file = _schedule(_daily(count))
    assert _days(file) == [f"{TODAY + timedelta(days)}" for days in range(kept)]
    assert len(file.losses) == count - kept


def test_what_is_too_many_is_told():
    assert _told(_schedule(PLAN, most="1")) == [
        "sessions[2]: too many: Easy on 2026-08-05 is left out, over the limit of 1",
        "sessions[3]: too many: Hills on 2026-08-09 is left out, over the limit of 1",
    ]


@pytest.mark.parametrize("most", [1, 2, 31, 199, 200])
def test_there_may_be_more_or_fewer(most):
    file = _schedule(_daily(210), most=f"{most}")
    assert (len(_entries(file)), len(file.losses)) == (most, 210 - most)


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("most", "0", "-O: most must be 1 to 200: 0"),
        ("most", "201", "-O: most must be 1 to 200: 201"),
        ("most", "-1", "-O: most must be 1 to 200: -1"),
        ("most", "many", "-O most: 'many' is not a whole number"),
        ("from", "soon", "-O from: 'soon' is not a date (like '2026-08-03')"),
        ("from", "2026-02-30", "-O from: '2026-02-30' is not a date (like '2026-08-03')"),
        ("to", "2026-08-03", "-O to: fit-schedule has no such option (one of from, most)"),
    ],
)
def test_a_wrong_option_is_told(option, value, message):
    with pytest.raises(InvalidOption, match=f"^{re.escape(message)}$"):
        _schedule(PLAN, **{option: value})


def test_events_and_what_is_skipped_are_left_out_without_a_word_as_they_have_no_file():
    plan = evolve(PLAN, sessions=[evolve(PLAN.sessions[0], skipped=True), *PLAN.sessions[1:]])
    file = _schedule(plan)
    assert (_days(file), file.losses) == (["2026-08-05", "2026-08-09"], ())
    assert _named(file) == _ids(plan)


SKIPPED = evolve(PLAN, sessions=[evolve(session, skipped=True) for session in PLAN.sessions])
NOTHING_TO_DO = "no session is a workout to do (events and skipped sessions are not on a watch's calendar)"


@pytest.mark.parametrize(
    ("plan", "options", "why"),
    [
        (
            PLAN,
            {"from": "2026-08-10"},
            "all workouts are before 2026-08-10 ('-O from=2026-08-03' begins with the first)",
        ),
        (evolve(PLAN, sessions=[CALL]), {}, NOTHING_TO_DO),
        (SKIPPED, {}, NOTHING_TO_DO),
        (
            _days_of(date(1998, 7, 3), date(1990, 1, 1)),
            {"from": "1980-01-01"},
            "all workouts are before 1998-07-04 (the first day that FIT knows is 1998-07-04)",
        ),
        (
            _days_of(date(1998, 7, 3), date(2026, 8, 1)),
            {},
            "all workouts are before 2026-08-03 ('-O from=1998-07-04' begins with the first)",
        ),
        (
            _days_of(date(2020, 1, 1), date(2126, 2, 7), LAST_DAY),
            {},
            "no workout from 2026-08-03 on is on a day that FIT knows (the last is 2126-02-06)",
        ),
    ],
    ids=["past", "events", "skipped", "before FIT", "partly before FIT", "after FIT"],
)
def test_a_calendar_of_nothing_is_refused_and_told_why(plan, options, why):
    with pytest.raises(ExportError, match=f"^{re.escape(f'Form: fit-schedule: {why}')}$"):
        _schedule(plan, **options)


def test_days_that_fit_cannot_say_are_left_out_and_told():
    first, last = date(1998, 7, 4), date(2126, 2, 6)
    file = _schedule(_days_of(FIRST_DAY, first - timedelta(1), first, last, last + timedelta(1)), FIRST_DAY)
    assert _days(file) == ["1998-07-04", "2126-02-06"]
    assert _told(file) == [
        "sessions[0]: past: Easy on 1601-01-01 is left out, as it is before 1998-07-04",
        "sessions[1]: past: Easy on 1998-07-03 is left out, as it is before 1998-07-04",
        "sessions[4]: too far: Easy on 2126-02-07 is left out, as FIT knows no day after 2126-02-06",
    ]


def test_what_is_left_out_is_a_loss_that_strict_refuses():
    with pytest.raises(LossyExport, match=r"^fit-schedule: 1 thing would be lost$"):
        export(PLAN, "fit-schedule", registry=REGISTRY, day=date(2026, 8, 4), strict=True)


def test_steps_are_no_loss_here_as_they_are_in_files_of_their_own():
    ramp = Workout(name="Ramp", items=parse_steps("10min @ 50-75% FTP ramp; 10min @ RPE 7"))
    (file,) = export(ramp, "fit", registry=REGISTRY)
    assert file.losses
    assert _schedule(ramp).losses == ()


def test_the_same_plan_gives_the_same_bytes_at_any_hour_of_the_day():
    hours = [datetime(2026, 8, 3, hour, tzinfo=UTC) for hour in (0, 7, 23)]
    files = [export(PLAN, "fit-schedule", registry=REGISTRY, now=now, day=TODAY) for now in hours]
    assert files[0] == files[1] == files[2]


def test_a_writer_that_is_told_no_options_begins_today_and_keeps_thirty():
    plan = _daily(31)
    context = ExportContext(now=datetime(2026, 8, 3, tzinfo=UTC), day=TODAY, identity=plan_identity(plan))
    assert REGISTRY.exporter("fit-schedule").write(plan, context) == _schedule(plan).data
    assert len(context.losses) == 1


@given(plans(), st.dates(), st.integers(1, 3))
def test_whatever_the_plan_and_the_day_each_workout_is_on_the_calendar_or_told(plan, first, most):
    to_do = [each for each in plan.sessions if isinstance(each.activity, Workout) and not each.skipped]
    coming = [each for each in to_do if max(first, date(1998, 7, 4)) <= each.day <= date(2126, 2, 6)]
    try:
        file = _schedule(plan, **{"from": f"{first}", "most": f"{most}"})
    except ExportError:
        assert not coming
        return
    assert _days(file) == [f"{each.day}" for each in coming[:most]]
    assert read_with_garmin(file.data)[0][1]["type"] == "schedules"
    told = [loss.path for loss in file.losses]
    left_out = [each for each in to_do if each not in coming[:most]]
    assert told == [f"sessions[{plan.sessions.index(each)}]" for each in left_out]
