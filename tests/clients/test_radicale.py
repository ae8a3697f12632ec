"""A plan is pushed into a CalDAV calendar: other clients see it, and other events are left alone."""

import signal
import subprocess

import pytest
from attrs import frozen

from clients.khal import Khal
from clients.only_later import RISES, OnlyLater
from clients.plans import AUTUMN, AUTUMN_CHANGED, CHANGES, DAY_ONE, DOCUMENT, becomes
from clients.radicale import MAKE, PASSWORD, USER, caldav_server
from clients.shown import differences, meant, read_by_icalendar, starts
from distributions import WORKOUT
from workout_core.cli.main import run

pytestmark = pytest.mark.slow
STRANGER = """\
BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//x//y//EN\r
BEGIN:VEVENT\r
UID:hers\r
DTSTAMP:20260101T000000Z\r
DTSTART:20261022T180000Z\r
DTEND:20261022T190000Z\r
SUMMARY:6 × 400 m\r
END:VEVENT\r
END:VCALENDAR\r
"""
CALENDAR = {"Content-Type": "text/calendar; charset=utf-8"}


@pytest.fixture
def server(tmp_path):
    (tmp_path / "server").mkdir()
    with caldav_server(tmp_path / "server") as server:
        yield server


@pytest.fixture
def client(server):
    """Return somebody else's client of the same calendar."""
    from caldav.davclient import DAVClient

    with DAVClient(server.url, username=USER, password=PASSWORD) as client:
        assert client.request(server.calendar, "MKCALENDAR", MAKE).status == 201
        yield client


@frozen
class Done:
    """What a push left behind: its exit code, and what it said on both streams."""

    code: int
    out: str
    err: str


@pytest.fixture
def push(tmp_path, server, client, monkeypatch, capfd):
    """Push the plan of this text, and tell what was said."""
    assert client
    monkeypatch.setenv("WORKOUT_CALDAV_PASSWORD", PASSWORD)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785700800")
    plan = tmp_path / "plan.yaml"
    server.writes()

    def call(text, *arguments, url=server.calendar, user=USER):
        plan.write_text(text, "utf-8")
        capfd.readouterr()
        code = run(["feed", "push", url, str(plan), *(["--user", user] if user else []), *arguments])
        done = Done(code, *capfd.readouterr())
        assert PASSWORD not in done.out + done.err
        return done

    return call


def calendar_of(client, server):
    return client.calendar(url=server.calendar)


def events(client, server):
    """Return what the calendar shows, read by the client of PyPI."""
    return [
        read_by_icalendar(found.get_icalendar_component())
        for found in calendar_of(client, server).get_events()
    ]


def stored(client, server, title):
    """Return the address and the text of the event of that title, and the event."""
    # the text comes first: who has looked at the event gets one that icalendar has written anew
    texts = [(str(each.url), each.data, each) for each in calendar_of(client, server).get_events()]
    found = [(url, text, each.get_icalendar_component()) for url, text, each in texts]
    (one,) = (each for each in found if each[2]["SUMMARY"] == title)
    return one


def test_every_session_is_there_at_its_time_with_its_text(push, client, server):
    done = push(DOCUMENT)
    assert (done.code, done.err) == (0, "")
    assert starts(events(client, server)) == starts(meant(AUTUMN))
    assert server.writes() == ["PUT"] * len(meant(AUTUMN))
    assert "created: Thu 22 Oct 2026 06:15 6 × 400 m\n" in done.out
    (told,) = (each.text for each in events(client, server) if each.title == "6 × 400 m")
    assert told.splitlines()[:4] == ["Relax, then; C:\\New", "", "• 6 times:", "    • 400 m"]
    *_, event = stored(client, server, "6 × 400 m")
    assert str(event["DTSTART"].params["TZID"]) == "Europe/Warsaw"


def test_an_unchanged_plan_sends_nothing(push, server):
    push(DOCUMENT)
    server.writes()
    done = push(DOCUMENT)
    assert server.writes() == []
    assert (done.code, done.out) == (0, "")
    assert done.err == f"{len(meant(AUTUMN))} events of {AUTUMN.name!r} unchanged\n"


def test_what_is_moved_moves_what_is_skipped_goes_and_the_rest_is_not_touched(push, client, server):
    push(DOCUMENT)
    *_, was = stored(client, server, "6 × 400 m")
    server.writes()
    done = push(DOCUMENT + CHANGES)
    assert sorted(server.writes()) == ["DELETE", "PUT", "PUT"]
    assert sorted(line.partition(":")[0] for line in done.out.splitlines()) == [
        "changed",
        "changed",
        "removed",
    ]
    assert starts(events(client, server)) == starts(meant(AUTUMN_CHANGED))
    *_, now = stored(client, server, "6 × 400 m")
    assert (now["UID"], now["SEQUENCE"]) == (was["UID"], was["SEQUENCE"] + 1)

    push(DOCUMENT)
    assert starts(events(client, server)) == starts(meant(AUTUMN))
    *_, again = stored(client, server, "6 × 400 m")
    assert again["SEQUENCE"] == now["SEQUENCE"] + 1


CALDAV = f'type = "caldav"\nusername = "{USER}"\npassword = "{PASSWORD}"'


def test_who_synchronises_with_vdirsyncer_sees_what_becomes_of_a_plan(push, server, tmp_path):
    (tmp_path / "khal").mkdir()
    khal = Khal.subscribed({"plan": server.calendar}, tmp_path / "khal", CALDAV)
    for name, plan, text, _ in [("first", AUTUMN, DOCUMENT, DAY_ONE), *becomes()]:
        assert push(text).code == 0
        khal.refresh()
        listed = khal.listed("plan", plan.sessions[0].day, plan.sessions[-1].day, plan.timezone)
        assert (name, differences(listed, plan)) == (name, [])


@pytest.mark.parametrize("stamp", RISES)
def test_whoever_takes_only_what_is_later_sees_what_becomes_of_a_plan(push, client, server, stamp):
    subscriber = OnlyLater(stamp)
    for name, plan, text, _ in [("first", AUTUMN, DOCUMENT, DAY_ONE), *becomes()]:
        assert push(text).code == 0
        subscriber.take(client.request(server.calendar, "GET").raw.encode())
        assert (name, differences(subscriber.shown(), plan)) == (name, [])
    assert subscriber.ignored == []


def test_what_would_be_done_is_said_and_not_done(push, client, server):
    done = push(DOCUMENT, "--dry-run")
    assert done.code == 0
    assert "would be created: Thu 22 Oct 2026 06:15 6 × 400 m\n" in done.out
    assert server.writes() == []
    assert events(client, server) == []


def test_events_of_others_stay_and_all_of_the_plan_can_be_taken_out(push, client, server):
    client.put(f"{server.calendar}hers.ics", STRANGER, CALENDAR)
    push(DOCUMENT)
    assert len(events(client, server)) == len(meant(AUTUMN)) + 1
    done = push(DOCUMENT, "--remove")
    assert done.code == 0
    assert [each.title for each in events(client, server)] == ["6 × 400 m"]
    assert calendar_of(client, server).get_events()[0].data.strip().count("BEGIN:VEVENT") == 1
    assert push(DOCUMENT, "--remove").err == f"no event of {AUTUMN.name!r} is there\n"


def test_a_reminder_that_somebody_has_set_stays(push, client, server):
    push(DOCUMENT)
    url, text, _ = stored(client, server, "6 × 400 m")
    alarm = "BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT"
    assert client.put(url, text.replace("END:VEVENT", alarm), CALENDAR).status == 204
    server.writes()
    push(DOCUMENT)
    assert server.writes() == []
    push(DOCUMENT + CHANGES)
    *_, now = stored(client, server, "6 × 400 m")
    assert [str(each["ACTION"]) for each in now.walk("VALARM")] == ["AUDIO"]


def test_what_somebody_changes_meanwhile_is_not_overwritten(push, client, server, monkeypatch):
    push(DOCUMENT)
    url, text, _ = stored(client, server, "6 × 400 m")
    changed = text.replace("SUMMARY:6 × 400 m", "SUMMARY:With Bob")
    assert changed != text

    from workout_core.feed.caldav_calendar import CalDavCalendar

    read = CalDavCalendar.stored

    def read_and_wait(calendar):
        there = read(calendar)
        client.put(url, changed, CALENDAR)
        return there

    monkeypatch.setattr(CalDavCalendar, "stored", read_and_wait)
    done = push(DOCUMENT + CHANGES)
    assert done.code == 4
    what = "is not what it was when the calendar was read (push again)"
    assert f"error: Fri 30 Oct 2026 19:15 6 × 400 m: {what}\n" in done.err
    assert "With Bob" in [each.title for each in events(client, server)]
    assert len(done.out.splitlines()) == 2

    monkeypatch.setattr(CalDavCalendar, "stored", read)
    assert push(DOCUMENT + CHANGES).code == 0
    assert starts(events(client, server)) == starts(meant(AUTUMN_CHANGED))


def test_what_somebody_creates_meanwhile_is_not_overwritten(push, monkeypatch):
    from workout_core.feed.caldav_calendar import CalDavCalendar

    read = CalDavCalendar.stored
    push(DOCUMENT)
    monkeypatch.setattr(CalDavCalendar, "stored", lambda _: ())
    done = push(DOCUMENT)
    assert (done.code, done.out) == (4, "")
    assert done.err.count("is not what it was") == len(meant(AUTUMN))
    monkeypatch.setattr(CalDavCalendar, "stored", read)
    assert push(DOCUMENT).code == 0


@pytest.mark.parametrize(
    ("user", "password", "said"),
    [
        ("ada", "wrong", "the name or the password is wrong"),
        ("bob", PASSWORD, "the name or the password is wrong"),
        ("", "", "it wants a name (give --user)"),
    ],
)
def test_a_wrong_password_is_said(push, server, monkeypatch, user, password, said):
    monkeypatch.setenv("WORKOUT_CALDAV_PASSWORD", password)
    done = push(DOCUMENT, user=user)
    assert (done.code, done.out, done.err) == (4, "", f"error: {server.calendar}: {said}\n")


def test_where_no_calendar_is_those_that_are_there_are_named(push, server):
    done = push(DOCUMENT, url=f"{server.url}/")
    assert (done.code, done.out) == (4, "")
    assert done.err == f"error: {server.url}/: is not a calendar (one of {server.calendar})\n"
    done = push(DOCUMENT, url=f"{server.url}/ada/none/")
    assert (done.code, done.out) == (4, "")
    assert "/ada/none/: is not a calendar (" in done.err


def test_a_server_that_is_not_there_is_told_in_a_sentence(push):
    done = push(DOCUMENT, url="http://127.0.0.1:9/cal/")
    assert done.code == 4
    assert done.err == "error: http://127.0.0.1:9/cal/: cannot be reached: Connection refused\n"


def test_who_interrupts_it_is_told_how_far_it_got_and_goes_on_later(push, client, server, monkeypatch):
    from workout_core.feed.caldav_calendar import CalDavCalendar

    do, done_so_far = CalDavCalendar.do, []

    def do_three(calendar, change):
        if len(done_so_far) == 3:
            raise KeyboardInterrupt
        do(calendar, change)
        done_so_far.append(change)

    monkeypatch.setattr(CalDavCalendar, "do", do_three)
    done = push(DOCUMENT)
    count = len(meant(AUTUMN))
    how = "each event is as it was or as it is meant (push again to go on)"
    assert (done.code, done.err) == (130, f"stopped after 3 of {count} changes: {how}\ninterrupted\n")
    assert len(done.out.splitlines()) == len(events(client, server)) == 3
    monkeypatch.setattr(CalDavCalendar, "do", do)
    assert len(push(DOCUMENT).out.splitlines()) == count - 3


def test_a_plan_that_was_renamed_is_told_what_keeps_its_sessions(push, client, server):
    push(DOCUMENT)
    renamed = DOCUMENT.replace("plan: 'Zażółć, jesień; C:\\Nowy'", "plan: Winter")
    done = push(renamed, "--dry-run")
    count = len(meant(AUTUMN))
    line = r"""'id: "Zażółć, jesień; C:\\Nowy"'"""
    assert f"the plan is called 'Winter' now (to keep them: {line})" in done.err
    assert f"warning: {count} sessions would be there twice, from another plan too (" in done.err
    kept = f"{renamed.lstrip()}id: 'Zażółć, jesień; C:\\Nowy'\n"
    assert push(kept).err == f"{count} events of 'Winter' unchanged\n"
    assert len(events(client, server)) == count


def test_a_push_that_is_interrupted_leaves_each_event_old_or_new(push, client, server, tmp_path):
    (tmp_path / "plan.yaml").write_text(DOCUMENT, "utf-8")
    server.delays["PUT"] = 0.1
    words = [WORKOUT, "feed", "push", server.calendar, str(tmp_path / "plan.yaml"), "--user", USER]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout.readline().startswith("created: ")
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert f"of {len(meant(AUTUMN))} changes: each event is as it was or as it is meant" in told
    there = starts(events(client, server))
    assert set(there) < set(starts(meant(AUTUMN)))
    server.delays.clear()
    assert push(DOCUMENT).code == 0
    assert starts(events(client, server)) == starts(meant(AUTUMN))


def test_an_athlete_of_a_squad_gets_their_own(push, client, server, tmp_path):
    (tmp_path / "course.yaml").write_text(DOCUMENT, "utf-8")
    members = "  - {athlete: {athlete: Ann}}\n  - {athlete: {athlete: Hal}}\n"
    squad = f"squad: Two\nplan: course.yaml\nathletes:\n{members}"
    done = push(squad, "--athlete", "Hal")
    assert done.code == 0, done.err
    assert starts(events(client, server)) == starts(meant(AUTUMN))
    assert push(squad).code == 2


def test_a_calendar_that_has_moved_on_its_server_is_found(push, client, server):
    server.moved.update({"/cal": "/cal/", "/cal/": "/ada/training/"})
    assert push(DOCUMENT, url=f"{server.url}/cal").code == 0
    assert starts(events(client, server)) == starts(meant(AUTUMN))


def test_nobody_is_followed_to_another_server_which_would_get_the_password(push, server):
    server.moved["/cal/"] = "https://example.org/cal/"
    done = push(DOCUMENT, url=f"{server.url}/cal/")
    where = "is at 'https://example.org/cal/' now (give that address, if you trust it)"
    assert (done.code, done.out, done.err) == (4, "", f"error: {server.url}/cal/: {where}\n")
    server.moved["/cal/"] = "/cal/"
    assert "is sent on and on" in push(DOCUMENT, url=f"{server.url}/cal/").err


def test_an_event_that_is_sent_elsewhere_stops_the_push(push, client, server):
    push(DOCUMENT)
    url, *_ = stored(client, server, "6 × 400 m")
    server.moved[url.removeprefix(server.url)] = "/elsewhere.ics"
    done = push(DOCUMENT + CHANGES)
    assert done.code == 4
    assert f"error: {url}: is at '/elsewhere.ics' now (give the address there)\n" in done.err
    assert "stopped after" in done.err


def test_each_option_of_calendars_is_one_of_pushes(push, client, server):
    done = push(DOCUMENT, "-O", "busy=yes")
    assert done.code == 0
    assert {each.title for each in events(client, server)} == {"Training"}
    assert push(DOCUMENT, "-O", "buzy=yes").code == 2
