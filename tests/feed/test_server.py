"""A published folder as clients see it: validators, encodings, and nothing that is not for them."""

import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asking import Asking
from workout_core.feed.server import app

CALENDAR = b"BEGIN:VCALENDAR\r\n" + b"X-A:1\r\n" * 200 + b"END:VCALENDAR\r\n"
OTHER = CALENDAR.replace(b"X-A:1", b"X-A:2")
MOMENT = 1_785_700_800
MODIFIED = "Sun, 02 Aug 2026 20:00:00 GMT"
PAGE = """<html><head><meta http-equiv="Content-Security-Policy"
 content="default-src &#39;none&#39;; script-src 'sha256-AAAA'"><p>Form"""


@pytest.fixture
def log():
    return []


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "public"
    for name, data in {
        "form.ics": CALENDAR,
        "form/2026-08-04-hills.fit": b"\x0e.FIT",
        "form/2026-08-04-hills.json": b"{}",
        "index.html": PAGE.encode(),
        "ann/index.html": b"<p>Ann",
        "ann/form.ics": CALENDAR,
        ".workout-feed.json": b"{}",
        ".variants/form.busy-yes.ics": CALENDAR,
        "ann/.secret/x.ics": CALENDAR,
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        os.utime(file, (MOMENT, MOMENT))
    (tmp_path / "outside.ics").write_bytes(b"OUTSIDE")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.ics").write_bytes(b"OUTSIDE")
    return folder


@pytest.fixture
def site(root, log):
    return Asking(app(root, tell=log.append))


def replaced(file: Path, data: bytes, moment: float | None = None) -> None:
    draft = file.with_name(f".{file.name}.part")
    draft.write_bytes(data)
    if moment is not None:
        os.utime(draft, (moment, moment))
    draft.replace(file)


def test_a_calendar_is_sent_with_all_that_clients_need_to_ask_again(site):
    reply = site.get("/form.ics")
    assert (reply.status, reply.body) == (200, CALENDAR)
    tag = reply.headers["etag"]
    assert tag.startswith('"')
    assert reply.headers == {
        "content-type": "text/calendar; charset=utf-8",
        "content-length": str(len(CALENDAR)),
        "etag": tag,
        "last-modified": MODIFIED,
        "cache-control": "private, max-age=900",
        "vary": "Accept-Encoding",
        "x-robots-tag": "noindex",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
    }


@pytest.mark.parametrize(
    "path", ["/form.ics", "/", "/form/2026-08-04-hills.fit", "/nothing", "/healthz", "/ann"]
)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_head_is_get_without_the_body(site, path, encoding):
    get, head = (site.get(path, method, accept_encoding=encoding) for method in ("GET", "HEAD"))
    assert (head.status, head.headers, head.body) == (get.status, get.headers, b"")


def test_gzip_is_another_representation_with_its_own_tag_and_the_same_bytes_each_time(site, root):
    plain = site.get("/form.ics")
    zipped = site.get("/form.ics", accept_encoding="gzip")
    assert zipped.data == CALENDAR
    assert len(zipped.body) < len(CALENDAR) / 10
    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert zipped.headers["etag"] != plain.headers["etag"]
    assert Asking(app(root)).get("/form.ics", accept_encoding="gzip") == zipped
    assert site.get("/form.ics", accept_encoding="gzip", if_none_match=plain.headers["etag"]).status == 200
    assert site.get("/form.ics", accept_encoding="gzip", if_none_match=zipped.headers["etag"]).status == 304


@pytest.mark.parametrize("path", ["/form/2026-08-04-hills.fit", "/form/2026-08-04-hills.json"])
def test_what_would_not_shrink_is_sent_as_it_is(site, path):
    assert "content-encoding" not in site.get(path, accept_encoding="gzip").headers


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_a_client_has_is_not_sent_again_and_its_validators_are_repeated(site, encoding):
    first = site.get("/form.ics", accept_encoding=encoding)
    for condition in ({"if_none_match": f'"x", W/{first.headers["etag"]}'}, {"if_modified_since": MODIFIED}):
        again = site.get("/form.ics", accept_encoding=encoding, **condition)
        assert (again.status, again.body) == (304, b"")
        repeated = ("etag", "last-modified", "cache-control", "vary")
        assert {name: again.headers[name] for name in repeated} == {
            name: first.headers[name] for name in repeated
        }
        assert not {"content-length", "content-type", "content-encoding"} & again.headers.keys()


def test_several_lines_of_tags_are_one_list(site):
    tag = site.get("/form.ics").headers["etag"].encode()
    lines = [(b"if-none-match", b'"x"'), (b"if-none-match", tag), (b"if-modified-since", b"nonsense")]
    assert site.ask("/form.ics", "GET", lines).status == 304


def test_a_file_that_is_replaced_is_seen_at_once_whatever_its_time_says(site, root):
    first = site.get("/form.ics")
    replaced(root / "form.ics", OTHER, MOMENT)  # as long as before, and as old
    second = site.get("/form.ics", if_none_match=first.headers["etag"])
    assert (second.status, second.body) == (200, OTHER)
    assert site.get("/form.ics", if_modified_since=first.headers["last-modified"]).status == 200
    replaced(root / "form.ics", CALENDAR, MOMENT - 1000)  # an older one is put back
    third = site.get("/form.ics", if_modified_since=second.headers["last-modified"])
    assert (third.status, third.headers["etag"]) == (200, first.headers["etag"])
    (root / "form.ics").unlink()
    assert site.get("/form.ics", if_none_match=first.headers["etag"]).status == 404


def test_a_file_that_is_only_touched_keeps_its_validators(site, root):
    first = site.get("/form.ics")
    replaced(root / "form.ics", CALENDAR)
    assert site.get("/form.ics").headers == first.headers
    assert site.get("/form.ics", if_modified_since=MODIFIED).status == 304


def test_no_file_changed_later_than_now(site, root):
    replaced(root / "form.ics", OTHER, 4_000_000_000)
    assert "20" in site.get("/form.ics").headers["last-modified"]
    assert "2096" not in site.get("/form.ics").headers["last-modified"]


def test_a_folder_is_its_page_and_a_name_without_a_slash_leads_there(site):
    assert site.get("/").body == PAGE.encode()
    assert site.get("/ann/").body == b"<p>Ann"
    moved = site.get("/ann")
    assert (moved.status, moved.headers["location"]) == (307, "./ann/")
    assert site.get("/form/").status == 404  # there is no page, and no list of files


def test_the_policy_of_a_page_is_its_own_and_that_nobody_frames_it(site, root):
    always = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    own = f"default-src 'none'; script-src 'sha256-AAAA'; {always}"
    assert site.get("/").headers["content-security-policy"] == own
    usual = f"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; {always}"
    assert site.get("/ann/").headers["content-security-policy"] == usual
    said = "default-src 'none';form-action 'none';  base-uri 'self' "
    replaced(root / "index.html", PAGE.replace("default-src &#39;none&#39;", said).encode())
    assert site.get("/").headers["content-security-policy"].split("; ") == [
        "default-src 'none'",
        "form-action 'none'",
        "base-uri 'self'",
        "script-src 'sha256-AAAA'",
        "frame-ancestors 'none'",
    ]


@pytest.mark.parametrize(
    "said",
    ["", "\r\nSet-Cookie: a=b", "&#13;&#10;Set-Cookie: a=b", "\N{LATIN SMALL LETTER L WITH STROKE}", ";"],
)
def test_no_page_writes_other_headers_by_its_policy(site, root, said):
    page = f'<meta http-equiv="Content-Security-Policy" content="{said}">'
    replaced(root / "index.html", page.encode())
    policy = site.get("/").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src")
    assert policy.isprintable()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get"])
def test_other_methods_are_not_allowed_anywhere(site, method):
    for path in ("/form.ics", "/nothing", "*", "/f/x.ics"):
        reply = site.get(path, method)
        assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD")


def test_it_says_whether_it_is_well(site, root):
    assert (site.get("/healthz").status, site.get("/healthz").body) == (200, b"ok\n")
    root.rename(root.with_name("gone"))
    assert site.get("/healthz").status == 503
    assert site.get("/form.ics").status == 404


HIDDEN = [
    "/.workout-feed.json",
    "/.variants/form.busy-yes.ics",
    "/ann/.secret/x.ics",
    "/.variants/",
    "/.",
    "/..",
    "/../outside.ics",
    "/ann/../form.ics",
    "/ann/../../outside.ics",
    "/./form.ics",
    "//form.ics",
    "/ann//form.ics",
    "//outside.ics",
    "/%2e%2e/outside.ics",
    "/..\\outside.ics",
    "/ann\\form.ics",
    "\\form.ics",
    "form.ics",
    "",
    "*",
    "http://127.0.0.1/form.ics",
    "/form.ics\0",
    "/form.ics\0.html",
    "/form.ics/",
    "/form.ics/x",
    "/form.ics::$DATA",
    "/C:/windows/win.ini",
    "/form.ics\n",
    "/\x7f",
    "/\ufffd",
    "/\udcff",
    "/" + "a" * 300,
    "/" + "a/" * 400,
    "/" + "ł" * 200 + ".ics",
    "/" + "a" * 100_000,
    "/form.ics ",
    "/form.ics.",
    "/nothing.ics",
    "/form",
]


@pytest.mark.parametrize("path", HIDDEN, ids=lambda path: ascii(path)[:40])
def test_what_is_not_for_anybody_is_not_found_and_all_of_it_alike(site, path):
    reply = site.get(path)
    if path == "/form":  # a folder
        assert reply.status == 307
        return
    assert reply == site.get("/nothing")
    assert (reply.status, reply.body) == (404, b"not found\n")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize(
    ("link", "target", "status"),
    [
        ("out.ics", "../outside.ics", 404),
        ("out", "../elsewhere", 404),
        ("season.ics", "form.ics", 200),
        ("inner.ics", "ann/form.ics", 404),
        ("hidden.ics", ".workout-feed.json", 404),
        ("loop.ics", "loop.ics", 404),
        ("nowhere.ics", "nowhere", 404),
        ("round", ".", 404),
    ],
)
def test_a_link_is_followed_to_a_file_beside_it_only(site, root, link, target, status):
    (root / link).symlink_to(target)
    path = f"/{link}" if link.endswith(".ics") else f"/{link}/b.ics"
    reply = site.get(path)
    assert reply.status == status
    assert b"OUTSIDE" not in reply.body
    assert site.get(f"/{link}/").status == 404


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_file_that_becomes_a_link_out_is_served_no_longer(site, root):
    assert site.get("/form.ics").status == 200
    (root / "form.ics").unlink()
    (root / "form.ics").symlink_to("../outside.ics")
    assert site.get("/form.ics").status == 404


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_what_is_no_plain_file_is_not_waited_for(site, root, tmp_path, monkeypatch):
    os.mkfifo(root / "pipe.ics")
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("public/socket.ics")
        assert {site.get(f"/{name}.ics").status for name in ("pipe", "socket")} == {404}


def test_a_file_too_large_to_be_held_is_not_served(site, root):
    with (root / "large.ics").open("wb") as stream:
        stream.truncate((16 << 20) + 1)
    assert site.get("/large.ics").status == 404


def test_what_the_disk_refuses_is_not_found_and_told(site, log, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied", "form.ics")

    monkeypatch.setattr("workout_core.feed.published_files.read_inside", refuse)
    assert site.get("/form.ics") == site.get("/nothing")
    assert log[0]["event"] == "cannot be read"


def test_memory_is_bounded_and_what_was_dropped_is_read_again(root):
    site = Asking(app(root, memory=len(CALENDAR) * 5))
    for number in range(20):
        (root / f"{number}.ics").write_bytes(
            CALENDAR.replace(b"X-A:1", f"X-A:{number % 10}".encode()) + b"%d" % number
        )
    for _ in range(2):
        for number in range(20):
            assert site.get(f"/{number}.ics").body.endswith(b"%d" % number)
            assert site.get(f"/{number}.ics", accept_encoding="gzip").data.endswith(b"%d" % number)


@pytest.mark.parametrize("prefix", ["/training", "/training/"])
def test_a_proxy_may_leave_its_path_in_front_of_an_address_or_take_it_off(root, prefix):
    site = Asking(app(root, root_path=prefix))
    for path in ("/form.ics", "/training/form.ics"):
        assert site.get(path).status == 200
    assert site.get("/training/healthz").status == 200
    assert site.get("/trainingform.ics").status == 404
    assert site.get("/training/../form.ics").status == 404


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/form.ics", "/form.ics"),
        ("/f/0123456789abcdef.ics", "/f/*.ics"),
        ("/f/short/form/2026-08-04-hills.fit", "/f/*/form/2026-08-04-hills.fit"),
        ("/one/f/secret.ics", "/one/f/*.ics"),
        ("/f/secret", "/f/*"),
        ("/0123456789ABCDEF0123456789abcdef.ics", "/*.ics"),
        ("/x0123456789abcdef0123", "/x*"),
        ("/" + "x" * 500, "/" + "x" * 199),
    ],
)
def test_the_log_has_no_secrets(site, log, path, shown):
    site.get(path, user_agent="Apple-Calendar/1", referer="http://x/f/secret/")
    (entry,) = log
    assert entry["path"] == shown
    assert entry["agent"] == "Apple-Calendar/1"
    assert "secret" not in str(entry)
    assert set(entry) == {"time", "client", "method", "path", "status", "bytes", "ms", "agent"}


@given(
    st.text(max_size=40),
    st.sampled_from(["GET", "HEAD", "POST"]),
    st.dictionaries(
        st.sampled_from(
            [b"if-none-match", b"if-modified-since", b"accept-encoding", b"user-agent", b"range"]
        ),
        st.binary(max_size=30),
    ),
)
def test_any_request_is_answered_and_never_with_a_failure(tmp_path_factory, path, method, headers):
    root = tmp_path_factory.getbasetemp() / "any"
    root.mkdir(exist_ok=True)
    (root / "a.ics").write_bytes(CALENDAR)
    reply = Asking(app(root, tell=str)).ask(f"/{path}", method, [*headers.items()])
    assert reply.status in (200, 304, 404, 405)
