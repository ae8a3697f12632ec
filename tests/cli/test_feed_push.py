"""What ``workout feed push`` refuses before it asks anybody, and where it gets a password from."""

import sys

import pytest

URL = "http://127.0.0.1:9/cal/"
SECRET = "a hill, thrice"
ADVICE = "give the name with --user, and the password in WORKOUT_CALDAV_PASSWORD or when you are asked"
NO_ADDRESS = "is not the address of a calendar (like 'https://example.org/cal/')"


@pytest.fixture
def asked(monkeypatch):
    """Note what is asked of the server, which is not there."""
    found = []

    def open_calendar(*arguments):
        found.append(arguments)
        raise OSError("cannot be reached")

    monkeypatch.setattr("workout_core.feed.caldav_calendar.open_calendar", open_calendar)
    return found


@pytest.mark.parametrize(
    ("url", "said"),
    [
        (f"https://ada:{SECRET}@example.org/", f"others can read what is on a command line ({ADVICE})"),
        ("https://ada@example.org/", f"others can read what is on a command line ({ADVICE})"),
        (f"ada:{SECRET}@example.org/", NO_ADDRESS),
        ("example.org/cal", NO_ADDRESS),
        ("webcal://example.org/form.ics", NO_ADDRESS),
        ("https:///cal", NO_ADDRESS),
        ("https://[::1/", NO_ADDRESS),
        ("", NO_ADDRESS),
    ],
)
def test_an_address_that_is_none_or_tells_a_password_is_refused(workout, asked, url, said):
    done = workout("feed", "push", url, "form.yaml")
    assert (done.code, done.out, asked) == (2, "", [])
    assert f"Error: URL: {said}\n" in done.err
    assert SECRET not in done.err


def test_without_the_package_it_says_what_to_install(workout, monkeypatch):
    monkeypatch.setitem(sys.modules, "caldav.davclient", None)
    done = workout("feed", "push", URL, "form.yaml")
    what = "the package caldav is not installed (pip install 'workout-core[caldav]')"
    assert (done.code, done.out, done.err) == (4, "", f"error: {what}\n")


def test_the_password_is_that_of_the_environment(workout, monkeypatch, asked):
    monkeypatch.setenv("WORKOUT_CALDAV_PASSWORD", SECRET)
    assert workout("feed", "push", URL, "form.yaml", "--user", "ada", stdin=b"other\n").code == 4
    assert asked == [(URL, "ada", SECRET)]


@pytest.mark.parametrize("end", ["\n", "\r\n", ""], ids=repr)
def test_the_password_may_be_the_first_line_of_standard_input(workout, asked, end):
    given = f"{SECRET}{end}".encode()
    assert workout("feed", "push", URL, "form.yaml", "--user", "ada", stdin=given).code == 4
    assert asked == [(URL, "ada", SECRET)]


def test_without_a_name_no_password_is_asked_for(workout, asked):
    assert workout("feed", "push", URL, "form.yaml").code == 4
    assert asked == [(URL, "", "")]


def test_the_name_may_be_in_the_environment_too(workout, monkeypatch, asked):
    monkeypatch.setenv("WORKOUT_CALDAV_USER", "ada")
    monkeypatch.setenv("WORKOUT_CALDAV_PASSWORD", "")
    workout("feed", "push", URL, "form.yaml")
    assert asked == [(URL, "ada", "")]


def test_no_password_is_told(workout, asked):
    done = workout("feed", "push", URL, "form.yaml", "--user", "ada")
    assert (done.code, asked) == (2, [])
    assert "there is no password (give it in WORKOUT_CALDAV_PASSWORD, or on standard input)" in done.err


def test_a_plan_and_a_password_are_not_both_on_standard_input(workout, folder, asked):
    plan = (folder / "form.yaml").read_bytes()
    done = workout("feed", "push", URL, "-", "--user", "ada", stdin=plan)
    assert (done.code, asked) == (2, [])
    assert "standard input has the plan already (give the password in WORKOUT_CALDAV_PASSWORD)" in done.err
    assert workout("feed", "push", URL, "-", stdin=plan).code == 4


def test_an_open_line_is_warned_of_and_one_to_this_machine_is_not(workout, asked):
    warning = "warning: all between here and example.org can read the password (https:// hides it)\n"
    done = workout("feed", "push", "http://example.org/", "form.yaml", "--user", "ada", stdin=b"x\n")
    assert done.err.startswith(warning)
    assert "warning" not in workout("feed", "push", URL, "form.yaml", "--user", "ada", stdin=b"x\n").err
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("six.yaml", "six.yaml: is not a plan (a plan begins with 'plan:')"),
        ("ada.yaml", "ada.yaml: is not a plan (a plan begins with 'plan:')"),
        ("none.yaml", "none.yaml: there is no such file"),
    ],
)
def test_what_is_no_plan_is_refused(workout, asked, document, said):
    done = workout("feed", "push", URL, document)
    assert (done.code, done.out, asked) == (1, "", [])
    assert said in done.err


def test_a_calendar_with_nothing_in_it_is_refused(workout, asked):
    done = workout("feed", "push", URL, "form.yaml", "-O", "kinds=yoga")
    assert (done.code, asked) == (2, [])
    assert "nothing of 'Form' is left for the calendar" in done.err
