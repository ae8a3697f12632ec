"""Secret addresses: who has one sees one calendar, and everybody else sees nothing, whatever they ask."""

import json
import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from asking import Asking
from workout_core.errors import InvalidWorkout
from workout_core.feed.layout import TOKENS, variant_file
from workout_core.feed.server import app
from workout_core.feed.tokens import Wish, add_token, read_tokens, revoke_token, wanted_variants

NOW = datetime(2026, 8, 2, 20, tzinfo=UTC)
FILES = {
    "form.ics": b"FORM",
    "form.html": b"FORM PAGE",
    "form/a.fit": b"FORM FIT",
    "other.ics": b"OTHER",
    "other.html": b"OTHER PAGE",
    "other/a.fit": b"OTHER FIT",
    "index.html": b"LIST OF BOTH",
    "ann/form.ics": b"ANN",
    "ann/index.html": b"ANN PAGE",
    "ann/form/a.fit": b"ANN FIT",
    ".variants/form.busy-yes.ics": b"BUSY",
}


@pytest.fixture
def root(tmp_path):
    for name, data in FILES.items():
        file = tmp_path / "public" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tmp_path / "public"


@pytest.fixture
def times():
    return [NOW]


@pytest.fixture
def log():
    return []


@pytest.fixture
def site(root, times, log):
    return Asking(app(root, tell=log.append, clock=lambda: times[-1]))


def new(root, holder="Ann", calendar="form.ics", until=None, *, in_place=False, **options):
    secret, token, _ = add_token(root, Wish(holder, calendar, options, until), NOW, in_place=in_place)
    return secret, token


def test_a_secret_is_long_shown_once_and_kept_as_a_digest_for_its_owner_alone(root):
    secrets = [new(root, f"{number}")[0] for number in range(20)]
    assert len(set(secrets)) == 20
    assert all(len(bytes.fromhex(each)) * 8 >= 128 for each in secrets)
    kept = (root / TOKENS).read_text()
    assert not any(each in kept for each in secrets)
    assert len({each["id"] for each in json.loads(kept)["tokens"]}) == 20
    if sys.platform != "win32":
        assert stat.S_IMODE((root / TOKENS).stat().st_mode) == 0o600


def test_what_is_written_is_read(root):
    _, ann = new(root, "Ann’s phone", until=NOW + timedelta(days=3), busy="yes")
    _, ben = new(root, "Ben", "ann/form.ics")
    assert read_tokens(root) == (ann, ben)


def test_a_folder_with_tokens_serves_what_they_open_and_nothing_else(root, site):
    assert site.get("/form.ics").body == b"FORM"
    secret, _ = new(root)
    assert site.get(f"/f/{secret}.ics").body == b"FORM"
    nothing = site.get("/f/00000000000000000000000000000000.ics")
    assert nothing.status == 404
    for name in FILES:
        assert site.get(f"/{name}") == nothing
    for path in ("/", "/ann", "/ann/", "/f", "/f/", f"/{TOKENS}", f"/f/{secret}.ics/", f"/{secret}.ics"):
        assert site.get(path) == nothing
    for path in (f"/F/{secret}.ics", f"/f/{secret.upper()}.ics", f"/f/{secret}.ICS", f"/f/{secret[:-1]}.ics"):
        assert site.get(path) == nothing
    assert site.get("/healthz").status == 200


@pytest.mark.parametrize(
    ("calendar", "path", "body"),
    [
        ("form.ics", "", b"FORM PAGE"),
        ("form.ics", "index.html", b"FORM PAGE"),
        ("form.ics", "form.html", b"FORM PAGE"),
        ("form.ics", "form.ics", b"FORM"),
        ("form.ics", "form/a.fit", b"FORM FIT"),
        ("form.ics", "other.ics", None),
        ("form.ics", "other.html", None),
        ("form.ics", "other/a.fit", None),
        ("form.ics", "ann/form.ics", None),
        ("form.ics", ".variants/form.busy-yes.ics", None),
        ("form.ics", "form/../other.ics", None),
        ("form.ics", "form/", None),
        ("ann/form.ics", "", b"ANN PAGE"),
        ("ann/form.ics", "form/a.fit", b"ANN FIT"),
        ("ann/form.ics", "../form.ics", None),
    ],
)
def test_a_token_opens_the_page_and_the_files_of_its_own_calendar(root, site, calendar, path, body):
    secret, _ = new(root, calendar=calendar)
    reply = site.get(f"/f/{secret}/{path}")
    assert (reply.status, reply.body) == ((200, body) if body else (404, b"not found\n"))


def test_the_list_of_all_plans_is_nobodys_page(root, site):
    (root / "form.html").unlink()
    secret, _ = new(root)
    assert site.get(f"/f/{secret}/").status == 404


def test_the_page_of_a_token_has_a_slash_at_its_end_so_that_its_links_work(root, site):
    secret, _ = new(root)
    reply = site.get(f"/f/{secret}")
    assert (reply.status, reply.headers["location"]) == (307, f"./{secret}/")


def test_a_variant_is_a_calendar_alone(root, site):
    secret, token = new(root, busy="yes")
    assert token.file == variant_file("form.ics", {"busy": "yes"})
    assert site.get(f"/f/{secret}.ics").body == b"BUSY"
    for path in (f"/f/{secret}", f"/f/{secret}/", f"/f/{secret}/form.ics", f"/f/{secret}/form/a.fit"):
        assert site.get(path).status == 404


def test_a_variant_that_is_not_made_yet_is_not_found(root, site):
    secret, _ = new(root, kinds="strength")
    assert site.get(f"/f/{secret}.ics") == site.get("/nothing")
    (root / ".variants" / "form.kinds-strength.ics").write_bytes(b"LIFT")
    assert site.get(f"/f/{secret}.ics").body == b"LIFT"


def test_revoked_ended_and_unknown_are_the_same(root, site, times):
    revoked, _ = new(root, "Ann")
    ended, _ = new(root, "Ben", until=NOW + timedelta(hours=1))
    kept, _ = new(root, "Cid")
    assert {site.get(f"/f/{each}.ics").status for each in (revoked, ended, kept)} == {200}
    revoke_token(root, "Ann")
    times.append(NOW + timedelta(hours=1))
    unknown = site.get(f"/f/{'0' * 32}.ics")
    assert unknown.status == 404
    for secret in (revoked, ended):
        for path in (f"/f/{secret}.ics", f"/f/{secret}", f"/f/{secret}/"):
            for method in ("GET", "HEAD"):
                assert site.get(path, method).headers == unknown.headers
            assert site.get(path) == unknown
    assert site.get(f"/f/{kept}.ics").status == 200


def test_a_folder_whose_last_token_is_revoked_is_open_to_nobody(root, site):
    secret, token = new(root)
    assert revoke_token(root, token.id) == token
    assert read_tokens(root) == ()
    assert {site.get(path).status for path in ("/form.ics", "/", f"/f/{secret}.ics")} == {404}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"nonsense",
        b"\xff",
        b'{"format": 2, "tokens": []}',
        b'{"format": 1, "tokens": [{}]}',
        b'{"format": 1, "tokens": 7}',
        b"[" * 100_000,
    ],
)
def test_a_list_that_cannot_be_read_lets_nobody_in_and_is_told_once(root, site, log, data):
    secret, _ = new(root)
    (root / TOKENS).write_bytes(data)
    assert {site.get(path).status for path in ("/form.ics", "/", f"/f/{secret}.ics")} == {404}
    assert [each["event"] for each in log if "event" in each] == ["nobody is let in"]
    with pytest.raises(InvalidWorkout, match="is not a list of tokens"):
        read_tokens(root)
    with pytest.raises(InvalidWorkout, match="is not a list of tokens"):
        new(root, "Ben")


@pytest.mark.parametrize(
    "change",
    [
        {"calendar": "../outside.ics"},
        {"calendar": "/etc/passwd"},
        {"calendar": ".workout-tokens.json"},
        {"calendar": 7},
        {"sha256": "x"},
        {"sha256": 7},
        {"id": ""},
        {"for": 7},
        {"options": {"busy": 7}},
        {"options": []},
        {"made": "soon"},
        {"until": 7},
        {"more": "7"},
    ],
)
def test_a_list_that_somebody_has_changed_for_the_worse_is_refused(root, change):
    new(root)
    found = json.loads((root / TOKENS).read_text())
    found["tokens"][0] |= change
    (root / TOKENS).write_text(json.dumps(found))
    with pytest.raises(InvalidWorkout, match="is not a list of tokens"):
        read_tokens(root)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs a second user")
def test_a_list_that_the_server_may_not_read_lets_nobody_in(root, site, log, monkeypatch):
    new(root)
    real = Path.read_text

    def refuse(path, *arguments):
        if path.name == TOKENS:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments)

    monkeypatch.setattr(Path, "read_text", refuse)
    assert site.get("/form.ics").status == 404
    assert log[0]["event"] == "nobody is let in"


def test_the_log_names_the_token_by_its_id(root, site, log):
    secret, token = new(root)
    site.get(f"/f/{secret}.ics")
    site.get(f"/f/{secret}/form/a.fit")
    site.get("/f/unknown.ics")
    assert [each.get("token") for each in log] == [token.id, token.id, None]
    assert secret not in str(log)


def test_one_name_has_one_token_unless_it_is_replaced(root, site):
    first, _ = new(root)
    with pytest.raises(InvalidWorkout) as error:
        new(root)
    assert (
        str(error.value) == "'Ann' has a token (give each its own name, or '--replace' revokes the old one)"
    )
    second, _ = new(root, in_place=True)
    assert [site.get(f"/f/{each}.ics").status for each in (first, second)] == [404, 200]
    assert [each.holder for each in read_tokens(root)] == ["Ann"]


@pytest.mark.parametrize("holder", ["", "  ", "a\nb", "\x1b[31m", "x" * 81])
def test_a_name_is_a_line(root, holder):
    with pytest.raises(InvalidWorkout, match="is not a name"):
        new(root, holder)
    assert read_tokens(root) is None


def test_nobody_is_revoked_who_has_no_token(root):
    new(root)
    with pytest.raises(InvalidWorkout) as error:
        revoke_token(root, "Anne")
    assert str(error.value) == f"{root}: 'Anne' has no token (did you mean 'Ann'?)"


def test_what_is_built_beside_the_calendars_is_what_tokens_ask_for(root):
    assert wanted_variants(root) == ()
    new(root, "Ann")
    new(root, "Ben", busy="yes")
    new(root, "Cid", busy="yes")
    new(root, "Dee", until=NOW + timedelta(days=1), kinds="strength", busy="yes")
    both = {"busy": "yes", "kinds": "strength"}
    assert wanted_variants(root) == ({"busy": "yes"}, both)
    assert wanted_variants(root, NOW + timedelta(days=2)) == ({"busy": "yes"},)


def test_tokens_made_at_once_are_all_kept(root):
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda number: new(root, f"{number}")[1].id, range(40)))
    assert {each.id for each in read_tokens(root)} == set(made)


def test_a_folder_of_folders_has_tokens_where_they_were_made(root, site):
    secret, _ = new(root / "ann")
    assert site.get("/form.ics").body == b"FORM"
    assert site.get(f"/ann/f/{secret}.ics").body == b"ANN"
    assert site.get(f"/ann/f/{secret}/").body == b"ANN PAGE"
    closed = [
        site.get(path) for path in ("/ann/form.ics", "/ann/", "/ann", "/ann/form/a.fit", f"/f/{secret}.ics")
    ]
    assert set(map(str, closed)) == {str(site.get("/nothing"))}
    (root / "link.ics").symlink_to("ann/form.ics")
    (root / "link").symlink_to("ann")
    assert {site.get(path).status for path in ("/link.ics", "/link/form.ics", "/link/form/a.fit")} == {404}
