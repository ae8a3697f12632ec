"""From a plan that is saved to the calendar that a subscriber gets, without a command in between."""

import sys
from time import monotonic, sleep

import pytest

from serving_process import serving

PLAN = """\
plan: Form
id: form-2026
timezone: Europe/Warsaw
sessions:
  - {slot: a, date: 2026-08-04, at: 7:00, workout: {workout: Hills, steps: 30min @ 5:00/km}}
"""
SECONDS = 60

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals are sent"),
]


@pytest.fixture
def public(folder, process):
    (folder / "form.yaml").write_text(PLAN, "utf-8")
    assert process("feed", "build", "form.yaml", "--out", "public").returncode == 0
    return folder / "public"


def until(server, path, words):
    """Return what is at *path* as soon as it has *words*."""
    end = monotonic() + SECONDS
    while words not in (reply := server.get(path)) and monotonic() < end:
        sleep(0.05)
    assert words in reply
    return reply


def told(server, event):
    return [each for each in server.log() if each.get("event") == event]


def test_a_plan_that_is_saved_is_what_subscribers_get_and_a_broken_one_is_not(folder, public):
    document = folder / "form.yaml"
    with serving(public, "--quiet") as server:
        first = server.get("/form.ics")
        assert b"SUMMARY:Hills" in first
        document.write_text(PLAN.replace("Hills", "Flats"), "utf-8")
        second = until(server, "/form.ics", b"SUMMARY:Flats")
        document.write_text(PLAN.replace("30min", "30 mni"), "utf-8")
        end = monotonic() + SECONDS
        while not told(server, "not rebuilt, the old one stays") and monotonic() < end:
            sleep(0.05)
        (failure,) = told(server, "not rebuilt, the old one stays")
        assert "30 mni" in failure["error"]
        assert server.get("/form.ics").partition(b"\r\n\r\n")[2] == second.partition(b"\r\n\r\n")[2]
        document.write_text(PLAN.replace("7:00", "8:00"), "utf-8")
        until(server, "/form.ics", b"SUMMARY:Hills")


def test_a_token_opens_a_busy_calendar_that_is_made_for_it(public, process):
    new = ["feed", "token", "new", "public", "--for", "work", "-O", "busy=yes"]
    with serving(public) as server:
        secret = process(*new).stdout.decode().strip()
        calendar = until(server, secret, b"BEGIN:VEVENT")
        assert b"Hills" not in calendar
        assert server.get("/form.ics").startswith(b"HTTP/1.1 404 ")
        assert process("feed", "token", "revoke", "public", "work").returncode == 0
        assert server.get(secret).startswith(b"HTTP/1.1 404 ")
        assert secret.removeprefix("/f/").removesuffix(".ics") not in server.err.read_text()


def test_a_variant_that_is_not_made_is_not_found_until_the_next_build(public, process):
    new = ["feed", "token", "new", "public", "--for", "work", "-O", "busy=yes"]
    secret = process(*new).stdout.decode().strip()
    with serving(public, "--no-rebuild") as server:
        assert server.get(secret).startswith(b"HTTP/1.1 404 ")
        assert process("feed", "build", "--out", "public").returncode == 0
        assert server.get(secret).startswith(b"HTTP/1.1 200 ")
