"""``workout feed token``: what a coach types, and is told."""

import json
import re

import pytest

ADDRESS = re.compile(r"/f/[0-9a-f]{32}\.ics\n")


@pytest.fixture
def public(folder):
    (folder / "public" / "ann").mkdir(parents=True)
    (folder / "public" / "form.ics").write_bytes(b"BEGIN:VCALENDAR\r\n")
    return folder / "public"


def test_an_address_is_printed_alone_and_what_follows_is_told_beside_it(public, workout):
    done = workout("feed", "token", "new", "public", "--for", "Ann")
    assert done.code == 0
    assert ADDRESS.fullmatch(done.out)
    (token,) = json.loads((public / ".workout-tokens.json").read_text())["tokens"]
    assert done.err.splitlines() == [
        "form.ics for Ann; the address is not shown again",
        f"'workout feed token revoke public {token['id']}' ends it",
        "from now on 'workout feed serve public' serves nothing without such an address",
    ]
    again = workout("feed", "token", "new", "public", "--for", "Ben", "--expires", "30d")
    assert "from now on" not in again.err
    assert "form.ics for Ben until 2026-09-01 20:00 UTC; the address is not shown again" in again.err


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.com", "https://example.com/f/"),
        ("https://example.com/training/", "https://example.com/training/f/"),
        ("http://[::1]:8000", "http://[::1]:8000/f/"),
    ],
)
def test_a_whole_address_is_printed_for_who_says_where_the_folder_is(workout, url, address):
    done = workout("feed", "token", "new", "public", "--for", "Ann", "--url", url)
    assert re.fullmatch(re.escape(address) + r"[0-9a-f]{32}\.ics\n", done.out)


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize(("letters", "is_told"), [(255, False), (256, True)])
def test_an_address_that_google_would_not_take_is_told(workout, letters, is_told):
    url = "https://example.com/" + "x" * (letters - len("https://example.com/") - len("/f/.ics") - 32)
    done = workout("feed", "token", "new", "public", "--for", "Ann", "--url", url)
    assert len(done.out.strip()) == letters
    assert ("the address has 256 characters, and Google Calendar takes 255" in done.err) is is_told


@pytest.mark.usefixtures("public")
def test_a_variant_that_is_not_built_is_told_and_spelt_in_one_way(workout):
    for number, spelt in enumerate(["busy=yes", "busy=true"]):
        done = workout("feed", "token", "new", "public", "--for", f"{number}", "-O", spelt)
        assert (
            "'workout feed build' makes the calendar that it opens (.variants/form.busy-yes.ics)" in done.err
        )
    listed = workout("feed", "token", "list", "public", "--json")
    assert [each["options"] for each in json.loads(listed.out)] == [{"busy": "yes"}] * 2


@pytest.mark.usefixtures("public")
def test_a_list_shows_whose_addresses_there_are_and_which_are_over(workout, monkeypatch):
    assert workout("feed", "token", "list", "public").out == (
        "public: no tokens, everybody may fetch what is in it\n"
    )
    workout("feed", "token", "new", "public", "--for", "Ann", "--expires", "2026-08-03")
    workout("feed", "token", "new", "public", "--for", "work", "-O", "kinds=strength", "-O", "all_day=yes")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1785801600")
    shown = re.sub(r"\b[0-9a-f]{6}\b", "123abc", workout("feed", "token", "list", "public").out)
    assert shown == (
        "ID      FOR   CALENDAR  OPTIONS                     MADE        UNTIL\n"
        "123abc  Ann   form.ics  -                           2026-08-02  2026-08-04 00:00 (over)\n"
        "123abc  work  form.ics  all-day=yes kinds=strength  2026-08-02  -\n"
    )


@pytest.mark.usefixtures("public")
def test_a_token_is_revoked_by_name_or_id_and_the_folder_stays_closed(workout):
    workout("feed", "token", "new", "public", "--for", "Ann")
    done = workout("feed", "token", "revoke", "public", "Ann")
    assert re.fullmatch(r"revoked: form\.ics for Ann, [0-9a-f]{6}\n", done.out)
    assert workout("feed", "token", "list", "public").out == (
        "public: no tokens, nobody may fetch anything\n"
    )
    assert workout("feed", "token", "revoke", "public", "Ann").code == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("--for Ann --only other.ics", 1, "error: 'other.ics' is not a calendar of public (one of form.ics)"),
        ("--for Ann --only ../public/form.ics", 1, "error: '../public/form.ics' is not a calendar of public"),
        ("--for Ann --expires soon", 1, "error: --expires 'soon': is not a day (like '2026-12-31' or '30d')"),
        ("--for Ann --expires 2026-08-01", 1, "error: --expires '2026-08-01': is over (give a day to come)"),
        ("--for Ann --expires 0", 1, "error: --expires '0': is over (give a day to come)"),
        ("--for Ann --expires 1600-01-01", 1, "error: --expires must be 1601-01-01 to 9600-12-31: 16"),
        ("--for Ann -O bsy=yes", 2, "error: -O bsy: ics has no such option (did you mean 'busy'?)"),
        ("--for Ann -O busy=maybe", 2, "error: -O busy: "),
        ("--for Ann -O busy", 2, "error: -O busy: write name=value"),
        ("--for ''", 1, "error: '' is not a name (a line of at most 80 characters, like 'Ann')"),
        ("--for Ann --url example.com", 2, "--url 'example.com' is not the address of a folder"),
        ("--for Ann --url https://", 2, "--url 'https://' is not the address of a folder"),
        ("--for Ann --url https://a/?b", 2, "--url 'https://a/?b' is not the address of a folder"),
        ("--for Ann --url http://[", 2, "--url 'http://[' is not the address of a folder"),
        ("", 2, "Missing option '--for'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_no_token_is_made(public, workout, words, code, said):
    import shlex

    done = workout("feed", "token", "new", "public", *shlex.split(words))
    assert done.code == code
    assert said in done.err
    assert not (public / ".workout-tokens.json").exists()


def test_of_several_calendars_one_is_chosen(public, workout):
    (public / "ann" / "half.ics").write_bytes(b"BEGIN:VCALENDAR\r\n")
    done = workout("feed", "token", "new", "public", "--for", "Ann")
    assert done.code == 1
    assert done.err == (
        "error: public: has 2 calendars (choose one with '--only': one of ann/half.ics, form.ics)\n"
    )
    assert workout("feed", "token", "new", "public", "--for", "Ann", "--only", "ann/half.ics").code == 0
    (public / "ann" / ".workout-feed.json").write_text("{}")
    done = workout("feed", "token", "new", "public", "--for", "Ben", "--only", "ann/half.ics")
    assert done.err == "error: 'ann/half.ics' is of another feed (make its token there: public/ann)\n"


def test_a_folder_without_a_calendar_is_to_be_built_first(public, workout):
    (public / "form.ics").unlink()
    done = workout("feed", "token", "new", "public", "--for", "Ann")
    assert done.err == "error: public: has no calendars (publish one: 'workout feed build')\n"
    assert workout("feed", "token", "new", "nowhere", "--for", "Ann").code == 2


def test_the_page_of_a_folder_with_tokens_does_not_lead_to_an_address_that_opens_nothing(folder, workout):
    built = ["feed", "build", "--out", "public"]
    assert workout(*built, "form.yaml", "--url", "https://example.com").code == 0
    assert "webcal://example.com/form.ics" in (folder / "public" / "index.html").read_text("utf-8")
    workout("feed", "token", "new", "public", "--for", "Ann")
    assert workout(*built).code == 0
    page = (folder / "public" / "index.html").read_text("utf-8")
    assert "example.com" not in page
    assert 'href="form.ics"' in page
