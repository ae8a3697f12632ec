"""``workout publish icu`` against a small intervals.icu over real HTTP: what is there after each run."""

import base64
import io
import logging
import sys
from http import HTTPStatus
from pathlib import Path

import pytest
from attrs import frozen

from publish.icu_server import EVENTS, KEY, icu_server
from workout_core.cli.main import run

PLAN = """\
plan: Form
timezone: Europe/Warsaw
sessions:
  - {slot: a, date: 2026-10-19, at: 18:30, workout: {workout: Hills, steps: 30min @ 5:00/km}}
  - {slot: b, date: 2026-10-20, event: {event: Call}}
  - slot: c
    date: 2026-10-22
    workout: {workout: Easy, steps: "10min @ 6:00/km; 4x(1min @ 4:00/km, 1min jog)"}
"""
MOVED = PLAN.replace("2026-10-22", "2026-10-23")
REMOVED = PLAN.partition("  - slot: c")[0]
MANY = "plan: Long\nsessions:\n" + "".join(
    f"  - {{slot: s{day}, date: 2026-10-{day:02}, workout: {{workout: Day {day:02}, steps: 30min}}}}\n"
    for day in range(1, 32)
)
BULK = f"POST {EVENTS}/bulk?upsertOnUid=true"
DELETE = f"PUT {EVENTS}/bulk-delete"
THERE = {"Hills": "2026-10-19T18:30:00", "Easy": "2026-10-22T00:00:00"}
BASIC = base64.b64encode(f"API_KEY:{KEY}".encode()).decode()


@frozen
class Done:
    """What a run left behind: its exit code, what it said, and how long it would have waited."""

    code: int
    out: str
    err: str
    waits: list[float]


@pytest.fixture
def server():
    with icu_server() as server:
        yield server


@pytest.fixture
def publish(tmp_path, server, monkeypatch, capfd, caplog):
    """Publish the plan of this text, with a clock that stands still until somebody waits."""
    monkeypatch.setenv("INTERVALS_API_KEY", KEY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785700800")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_PROXY", "*")
    caplog.set_level(logging.DEBUG)
    plan = tmp_path / "plan.yaml"
    now, waits = [0.0], []

    def wait(seconds):
        waits.append(seconds)
        now[0] += seconds

    monkeypatch.setattr("workout_core.publish.patience.sleep", wait)
    monkeypatch.setattr("workout_core.publish.patience.monotonic", lambda: now[0])

    def call(text, *arguments, url=server.url, stdin=b""):
        plan.write_text(text, "utf-8")
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        waits.clear()
        code = run(["publish", "icu", str(plan), "--url", url, *arguments], show_traceback=True)
        done = Done(code, *capfd.readouterr(), list(waits))
        for secret in (KEY, BASIC):
            assert secret not in done.out + done.err + caplog.text
        return done

    return call


def test_every_workout_is_there_at_its_time_and_nothing_else(publish, server):
    done = publish(PLAN)
    assert (done.code, done.out) == (
        0,
        "created: Mon 19 Oct 2026 18:30 Hills\ncreated: Thu 22 Oct 2026 Easy\n",
    )
    assert server.named() == THERE
    assert {each["category"] for each in server.events.values()} == {"WORKOUT"}
    assert {each["type"] for each in server.events.values()} == {"Run"}
    assert all(data[8:12] == b".FIT" for data in server.files.values())
    assert server.writes() == [BULK]


def test_an_unchanged_plan_sends_nothing(publish, server):
    publish(PLAN)
    server.writes()
    done = publish(PLAN)
    assert (done.code, done.out, done.err) == (0, "", "2 workouts of 'Form' unchanged\n")
    assert len(server.asked) == 1
    assert server.writes() == []


def test_what_is_moved_moves_and_the_rest_is_not_touched(publish, server):
    publish(PLAN)
    numbers = set(server.events)
    server.writes()
    done = publish(MOVED)
    assert done.out == "changed: Fri 23 Oct 2026 Easy\n"
    assert server.named() == {**THERE, "Easy": "2026-10-23T00:00:00"}
    assert (server.writes(), set(server.events)) == ([BULK], numbers)


def test_what_is_removed_goes_and_events_of_others_stay(publish, server):
    publish(PLAN)
    publish(PLAN.replace("plan: Form", "plan: Another"))
    theirs = {"id": 7, "uid": "x", "external_id": "workout-core:mine", "name": "Easy"}
    server.events[7] = {**theirs, "start_date_local": "2026-10-22T00:00:00"}
    server.writes()
    done = publish(REMOVED)
    assert done.out == "removed: Thu 22 Oct 2026 Easy\n"
    assert server.writes() == [DELETE]
    assert sorted(each["name"] for each in server.events.values()) == ["Easy", "Easy", "Hills", "Hills"]


def test_a_plan_that_is_called_something_else_is_warned_of(publish):
    publish(PLAN)
    done = publish(PLAN.replace("plan: Form", "plan: Autumn"), "--dry-run")
    said = "2 sessions would be there twice, from another plan too (--remove takes out those of a plan,"
    assert said in done.err
    assert done.out.count("would be created: ") == 2


def test_only_what_is_or_was_on_the_days_that_are_meant_is_touched(publish, server):
    assert publish(PLAN, "--only", "2026-10-20 to 2026-10-22").out == "created: Thu 22 Oct 2026 Easy\n"
    assert publish(PLAN, "--only", "next 7d").out == ""
    moved = publish(PLAN.replace("2026-10-22", "2026-11-20"), "--only", "2026-10-22")
    assert moved.out == "changed: Fri 20 Nov 2026 Easy\n"
    assert publish(REMOVED, "--only", "2026-10-22").out == ""
    assert publish(REMOVED, "--only", "2026-11-20").out == "removed: Fri 20 Nov 2026 Easy\n"
    assert publish(PLAN, "--only", "soon").code == 2
    assert server.events == {}


def test_all_of_a_plan_can_be_taken_out(publish, server):
    publish(PLAN)
    done = publish(PLAN, "--remove")
    assert (done.code, server.events, done.out.count("removed: ")) == (0, {}, 2)
    assert publish(PLAN, "--remove").err == "no workout of 'Form' is there\n"


def test_what_would_be_done_is_said_and_not_done(publish, server):
    publish(PLAN)
    server.writes()
    done = publish(MOVED, "--dry-run")
    assert (done.code, done.out) == (0, "would be changed: Fri 23 Oct 2026 Easy\n")
    assert (server.writes(), server.named()) == ([], THERE)


def test_what_somebody_has_moved_there_is_put_back(publish, server):
    publish(PLAN)
    for each in server.events.values():
        each["start_date_local"] = "2026-10-30T06:00:00"
    publish(PLAN)
    assert server.named() == THERE


@pytest.mark.parametrize("keeps", [{"uid"}, {"external_id"}], ids="".join)
def test_a_service_that_keeps_one_mark_only_gets_each_workout_once(publish, server, keeps):
    server.keeps = frozenset(keeps)
    publish(PLAN)
    done = publish(MOVED)
    assert server.named() == {**THERE, "Easy": "2026-10-23T00:00:00"}
    assert len(server.events) == 2
    assert ("2 workouts of 'Form' are sent again" in done.err) == ("uid" in keeps)
    publish(REMOVED)
    assert list(server.named()) == ["Hills"]


@pytest.mark.parametrize(
    ("answer", "waits"),
    [
        ((429, {"Retry-After": "7"}), 7),
        ((503, {"Retry-After": "Mon, 19 Oct 2026 18:30:09 GMT", "Date": "Mon, 19 Oct 2026 18:30:00 GMT"}), 9),
        ((429, {"Retry-After": "soon"}), 1),
        ((500, {}), 1),
        (None, 1),
    ],
    ids=["429 with seconds", "503 with a date", "429 with nonsense", "500", "cut off"],
)
@pytest.mark.parametrize("number", [0, 1], ids=["reading", "writing"])
def test_a_request_that_fails_is_sent_again_after_a_while(publish, server, answer, waits, number):
    server.answers = [(0, {})] * number + [answer]
    done = publish(PLAN)
    assert (done.code, server.named()) == (0, THERE)
    assert waits in done.waits
    assert f": waiting {waits} s\n" in done.err


def test_who_waits_waits_longer_each_time_and_gives_up(publish, server):
    server.answers = [(500, {})] * 9
    done = publish(PLAN)
    assert (done.code, done.out) == (4, "")
    assert [each for each in done.waits if each >= 1] == [1, 2, 4, 8]
    assert f"error: {server.url}: the service has a problem, 500 Internal Server Error\n" in done.err
    assert len(server.asked) == 5


def test_a_service_that_asks_for_an_hour_is_left_alone(publish, server):
    server.answers = [(429, {"Retry-After": "3600"})]
    done = publish(PLAN)
    assert (done.code, done.waits, len(server.asked)) == (4, [], 1)
    assert "asks for patience, 429 Too Many Requests" in done.err


def test_no_more_than_ten_requests_are_sent_in_a_second(publish, server):
    done = publish(MANY)
    assert (done.code, len(server.events)) == (0, 31)
    assert done.waits == pytest.approx([0.1] * (len(server.asked) - 1))
    assert server.writes() == [BULK] * 2


def test_a_wrong_key_is_told_and_nothing_is_tried_again(publish, server, monkeypatch):
    monkeypatch.setenv("INTERVALS_API_KEY", "wrong-key-of-mine")
    done = publish(PLAN)
    assert (done.code, done.out, len(server.asked)) == (4, "", 1)
    assert "the key is wrong, or may not do this: 401 Unauthorized\n" in done.err
    assert "wrong-key-of-mine" not in done.err


@pytest.mark.parametrize("key", ["two words", "schlüssel", "a\nb", "\udcff"], ids=ascii)
def test_what_can_be_no_key_is_not_sent_and_not_told(publish, server, monkeypatch, key):
    monkeypatch.delenv("INTERVALS_API_KEY")
    monkeypatch.setattr("workout_core.cli.publish.icu.secret", lambda *_: key)
    done = publish(PLAN)
    assert (done.code, server.asked) == (4, [])
    assert "this is no key of intervals.icu" in done.err
    assert key not in done.err


def test_the_key_may_be_the_first_line_of_standard_input(publish, server, monkeypatch):
    monkeypatch.delenv("INTERVALS_API_KEY")
    assert publish(PLAN, stdin=f"{KEY}\r\n".encode()).code == 0
    assert server.named() == THERE
    done = publish(PLAN)
    assert done.code == 2
    assert "there is no key (give it in INTERVALS_API_KEY, or on standard input)" in done.err


@pytest.mark.parametrize("late", [None, (500, {})], ids=["cut off", "500"])
def test_a_network_that_goes_in_the_middle_leaves_what_the_next_run_ends(publish, server, late):
    # the second request of events is carried out, but nobody hears of it, and then nothing answers
    server.answers = [(0, {})] * 3 + [None] * 9
    server.after = {3: late}
    done = publish(MANY)
    assert done.code == 4
    assert "stopped after 20 of 31 changes" in done.err
    assert (done.out.count("created: "), len(server.events)) == (20, 31)
    server.answers.clear()
    server.writes()
    again = publish(MANY.replace("Day 31", "The last day"))
    assert (again.code, again.out) == (0, "changed: Sat 31 Oct 2026 The last day\n")
    assert (len(server.named()), server.writes()) == (31, [BULK])


def test_what_was_sent_twice_becomes_one_where_uids_are_not_kept(publish, server):
    server.keeps = frozenset({"external_id"})
    server.after = {2: (500, {})}
    publish(PLAN)
    assert len(server.events) == 4
    done = publish(PLAN)
    assert (done.code, done.out.count("removed: "), server.named()) == (0, 2, THERE)
    assert len(server.events) == 2


def test_who_interrupts_it_is_told_how_far_it_got_and_goes_on_later(publish, server, monkeypatch):
    from workout_core.publish.icu_service import IcuCalendar

    send = IcuCalendar.send

    def interrupted(calendar, changes):
        if changes[0].title == "Day 21":
            raise KeyboardInterrupt
        send(calendar, changes)

    with monkeypatch.context() as patch:
        patch.setattr(IcuCalendar, "send", interrupted)
        done = publish(MANY)
    assert (done.code, done.out.count("created: ")) == (130, 20)
    assert "stopped after 20 of 31 changes" in done.err
    assert publish(MANY).out.count("created: ") == 11
    assert len(server.named()) == 31


def test_a_workout_that_is_refused_holds_no_other_up(publish, server):
    server.refuses = lambda event: event["name"] == "Hills"
    done = publish(PLAN)
    assert (done.code, done.out) == (4, "created: Thu 22 Oct 2026 Easy\n")
    why = HTTPStatus.UNPROCESSABLE_ENTITY.phrase  # which Python 3.13 calls by another name
    assert f"error: Mon 19 Oct 2026 18:30 Hills: the service refuses it: 422 {why}\n" in done.err


def test_deliveries_that_failed_are_told_until_the_day_is_past(publish, server, monkeypatch):
    publish(PLAN)
    for each in server.events.values():
        each["push_errors"] = [{"service": "GARMIN", "message": "no consent\x1b[31m", "date": "2026-10-01"}]
    done = publish(PLAN)
    assert done.code == 4
    said = "error: Mon 19 Oct 2026 18:30 Hills: not delivered: GARMIN: no consent\\x1b[31m\n"
    assert said in done.err
    assert publish(PLAN, "--dry-run").code == 4
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1792540800")  # 21 October
    done = publish(PLAN)
    assert (done.code, done.err.count("not delivered"), "Hills" in done.err) == (4, 1, False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")
    assert publish(PLAN).code == 0


def test_a_text_is_sent_for_its_own_builder(publish, server):
    assert publish(PLAN, "--as", "intervals-icu").code == 0
    first, second = (each["description"] for each in server.events.values())
    assert first == "Hills\n\n- 30m 5:00/km Pace\n"
    assert "\n4x\n- 1m 4:00/km Pace\n" in second
    assert server.files == {}


def test_a_service_that_answers_something_else_is_told(publish, server):
    server.do = lambda *_: (200, {"hello": 1})
    done = publish(PLAN)
    assert (done.code, done.out) == (4, "")
    assert "does not answer as intervals.icu does" in done.err


def test_nobody_is_followed_to_another_address_which_would_get_the_key(publish, server):
    server.answers = [(302, {"Location": "http://example.org/"})]
    done = publish(PLAN)
    assert (done.code, len(server.asked)) == (4, 1)
    assert "is at 'http://example.org/' now" in done.err


def test_a_service_that_is_not_there_is_told_in_a_sentence(publish):
    done = publish(PLAN, url="http://127.0.0.1:9")
    assert done.code == 4
    assert "error: http://127.0.0.1:9: cannot be reached: Connection refused\n" in done.err


@pytest.mark.parametrize("url", ["https://me:hush@example.org", "example.org", "https://[::1", ""])
def test_an_address_that_is_none_is_refused(publish, url):
    done = publish(PLAN, url=url)
    assert (done.code, done.out) == (2, "")
    assert "Error: --url: " in done.err
    assert "hush" not in done.err


def test_without_the_package_it_says_what_to_install(publish, server, monkeypatch):
    monkeypatch.setitem(sys.modules, "httpx", None)
    done = publish(PLAN)
    assert (done.code, server.asked) == (4, [])
    assert "error: the package httpx is not installed (pip install 'workout-core[icu]')\n" in done.err


def test_strength_is_warned_of(publish):
    done = publish(PLAN.replace("Hills, steps: 30min @ 5:00/km", "Hills, sport: strength, steps: 30min"))
    assert "warning: 1 strength session of 'Form': intervals.icu keeps no sets" in done.err


def test_an_athlete_of_a_squad_gets_their_own(publish, server, tmp_path):
    (tmp_path / "base.yaml").write_text(PLAN)
    squad = "squad: Team\nplan: base.yaml\nathletes:\n  - {athlete: {athlete: Ann}}\n"
    assert "whose calendar is it?" in publish(squad).err
    assert publish(squad, "--athlete", "ann").code == 0
    assert server.named() == THERE


def test_it_is_said_that_no_live_account_was_tried(capfd):
    root = Path(__file__).parents[2]
    assert run(["publish", "icu", "--help"]) == 0
    assert "NOT YET TRIED ON A LIVE ACCOUNT" in " ".join(capfd.readouterr().out.split())
    assert "not yet tried on a live account" in (root / "docs/publish-icu.md").read_text("utf-8").lower()


def test_a_dry_run_without_a_key_needs_neither_network_nor_package_and_tells_all_as_new(
    publish, server, monkeypatch
):
    monkeypatch.delenv("INTERVALS_API_KEY")
    monkeypatch.setitem(sys.modules, "httpx", None)
    done = publish(PLAN, "--dry-run")
    assert (done.code, server.asked) == (0, [])
    assert done.out.splitlines() == [
        "would be created: Mon 19 Oct 2026 18:30 Hills",
        "would be created: Thu 22 Oct 2026 Easy",
    ]
    assert done.err.endswith(
        "the calendar was not looked at, and all is told as new (give your key in INTERVALS_API_KEY)\n"
    )


def test_a_package_that_is_missing_is_told_before_anything_is_asked(publish, monkeypatch):
    monkeypatch.delenv("INTERVALS_API_KEY")
    monkeypatch.setitem(sys.modules, "httpx", None)
    done = publish("plan: broken")
    assert done.code == 4
    assert done.err.endswith("error: the package httpx is not installed (pip install 'workout-core[icu]')\n")
