"""``workout edit``: who may ask, what is answered, and how it begins and ends."""

import json
import os
import signal
import subprocess
import sys
from threading import Event, Thread
from time import sleep

import pytest

from asking import Asking
from distributions import WORKOUT
from workout_core.budget import LARGEST_DOCUMENT
from workout_core.files.digest import digest
from workout_core.site.edited_file import EditedFile
from workout_core.site.editing import app
from workout_core.site.serving import FOR_HOSTS

HOST = "127.0.0.1:8000"
SECRET = "not-to-be-guessed"
EASY = "workout: Easy\nsteps: 30min @ 5:00/km\n"
SITE = {
    "index.html": b"<html><head></head></html>",
    "assets/index.js": b"1",
    "python-1/pyodide.asm.wasm": b"wasm",
}
EVERY = {
    "cache-control": "no-store",
    "content-security-policy": FOR_HOSTS,
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


@pytest.fixture
def ending():
    return Event()


@pytest.fixture
def ask(folder, ending):
    """Ask the application that edits ``easy.yaml``."""
    server = Asking(app(EditedFile(folder / "easy.yaml"), SITE, secret=SECRET, host=HOST, ending=ending))

    def call(name, method="GET", body=b"", *, secret=SECRET, **headers):
        given = {"host": HOST} | {key.replace("_", "-"): value for key, value in headers.items()}
        written = [(key.encode(), value.encode()) for key, value in given.items() if value is not None]
        return server.ask(f"/{secret}/{name}", method, written, body)

    return call


def told(reply):
    return reply.status, json.loads(reply.body)


def test_the_page_is_the_one_of_the_site_and_knows_that_it_is_for_a_file(ask):
    page = ask("")
    assert page.status == 200
    assert page.body == b'<html><head>\n    <meta name="workout-edit" content="file" /></head></html>'
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert EVERY.items() <= page.headers.items()
    assert ask("assets/index.js").headers["content-type"] == "text/javascript; charset=utf-8"
    assert ask("python-1/pyodide.asm.wasm").headers["content-type"] == "application/wasm"


def test_the_text_is_told_with_its_version(ask):
    status, state = told(ask("file"))
    assert status == 200
    assert state.pop("tag")
    assert state == {
        "name": "easy.yaml",
        "text": EASY,
        "version": digest(EASY.encode()),
        "files": {},
        "problem": "",
        "kept": "",
    }


NAMES = ["", "file", "file/changes", "assets/index.js"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1], f"{SECRET}x", SECRET.upper(), "ä"])
def test_who_does_not_know_the_secret_gets_nothing(ask, secret, name):
    reply = ask(name, secret=secret)
    assert (reply.status, reply.body) == (404, b"not found\n")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example:8000"},
        {"host": "localhost:8000"},
        {"host": "127.0.0.1:8001"},
        {"host": None},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:8001"},
        {"origin": "https://127.0.0.1:8000"},
        {"origin": "null"},
    ],
    ids=str,
)
def test_another_site_gets_nothing_even_if_it_knows_the_secret(ask, headers, name):
    reply = ask(name, **headers)
    assert (reply.status, reply.body) == (403, b"only this page may ask\n")
    assert not any(header.startswith("access-control") for header in reply.headers)


def test_a_page_of_another_name_cannot_write(ask, folder):
    version = digest(EASY.encode())
    assert ask("file", "PUT", b"evil", if_match=f'"{version}"', origin="http://evil.example").status == 403
    assert (folder / "easy.yaml").read_text("utf-8") == EASY


@pytest.mark.parametrize(
    "name",
    [
        "../easy.yaml",
        "ada.yaml",
        "assets/../ada.yaml",
        "assets",
        "assets/",
        "/etc/passwd",
        "service-worker.js",
    ],
)
def test_nothing_but_the_page_and_the_file_is_served(ask, name):
    assert ask(name).status == 404


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"])
def test_other_methods_are_refused(ask, method, folder):
    assert ask("file", method).status == 405
    assert (folder / "easy.yaml").read_text("utf-8") == EASY


def test_what_is_typed_is_in_the_file(ask, folder):
    version = digest(EASY.encode())
    status, state = told(ask("file", "PUT", b"workout: Hard\n", if_match=f'"{version}"'))
    assert (status, state["text"], state["kept"]) == (200, "workout: Hard\n", "")
    assert (folder / "easy.yaml").read_bytes() == b"workout: Hard\n"
    assert told(ask("file")) == (200, state)


def test_a_stale_text_is_not_written_and_the_newer_is_told(ask, folder):
    version = told(ask("file"))[1]["version"]
    (folder / "easy.yaml").write_text("theirs", "utf-8")
    status, state = told(ask("file", "PUT", b"mine", if_match=f'"{version}"'))
    assert (status, state["text"]) == (412, "theirs")
    assert told(ask("file", "PUT", b"mine")) == (428, {"problem": "If-Match is needed"})
    assert (folder / "easy.yaml").read_text("utf-8") == "theirs"
    status, state = told(ask("file", "PUT", b"mine", if_match="*"))
    assert (status, state["text"], state["kept"]) == (200, "mine", "easy.yaml~")
    assert (folder / "easy.yaml~").read_text("utf-8") == "theirs"
    assert told(ask("file", "POST", b"and this")) == (200, {"kept": "easy.yaml~2"})


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        (b"a" * (LARGEST_DOCUMENT + 1), 413, "larger than 16 MB, which no document is"),
        (b"\xff", 409, "not UTF-8: byte 0xff (save it as UTF-8)"),
        (b"a\0", 409, "is not a text but binary data"),
    ],
    ids=["large", "no UTF-8", "binary"],
)
@pytest.mark.parametrize("how", [("PUT", {"if_match": "*"}), ("POST", {})], ids=["put", "post"])
def test_what_is_no_document_is_not_written(ask, folder, how, body, status, problem):
    method, headers = how
    before = sorted(folder.iterdir())
    assert told(ask("file", method, body, **headers)) == (status, {"problem": problem})
    assert (folder / "easy.yaml").read_text("utf-8") == EASY
    assert sorted(folder.iterdir()) == before


def test_a_change_of_the_file_is_told_to_who_waits(ask, folder):
    _, state = told(ask("file"))
    replies = []
    waiting = Thread(target=lambda: replies.append(ask("file/changes", if_none_match=f'"{state["tag"]}"')))
    waiting.start()
    sleep(0.2)
    assert replies == []
    (folder / "easy.yaml").write_text("theirs", "utf-8")
    waiting.join(10)
    assert told(replies[0])[1]["text"] == "theirs"


def test_who_waits_is_answered_when_the_server_ends(ask, ending):
    _, state = told(ask("file"))
    ending.set()
    assert ask("file/changes", if_none_match=f'"{state["tag"]}"').status == 204


@pytest.mark.parametrize(
    ("name", "code", "err"),
    [
        ("folder", 1, "folder: is a folder, not a document\n"),
        ("binary.yaml", 1, "binary.yaml: is not a text but binary data\n"),
        ("no/such.yaml", 1, "no: there is no such folder (make it first)\n"),
    ],
)
def test_what_cannot_be_edited_is_told_at_once(workout, folder, name, code, err):
    (folder / "folder").mkdir()
    (folder / "binary.yaml").write_bytes(b"\0")
    done = workout("edit", name, "--no-browser")
    assert (done.code, done.out, done.err) == (code, "", err)


def test_a_folder_without_a_site_is_refused(workout):
    done = workout("edit", "easy.yaml", "--site", ".")
    expected = "error: .: is no site (build one: 'workout site build --out .')\n"
    assert (done.code, done.err) == (1, expected)


def test_without_npm_it_is_said_what_else_can_be_done(process, tmp_path):
    done = process(
        "edit",
        "easy.yaml",
        environ={"PATH": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")},
    )
    assert done.returncode == 4
    assert done.stderr.decode().splitlines() == [
        "the page is built, once for this version; it takes half a minute",
        "error: npm: is not here (install Node.js, which brings it)",
        "or let 'workout site build --out DIR' build it on another machine, and give '--site DIR'",
    ]


@pytest.fixture
def site_folder(tmp_path_factory):
    from workout_core.files.paths import FilesRead
    from workout_core.files.publish import Output, publish

    folder = tmp_path_factory.mktemp("built")
    publish(folder, [Output(name, data, "site") for name, data in SITE.items()], FilesRead())
    return folder


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_it_says_where_it_is_opens_the_browser_and_ends_when_asked(folder, site_folder, sent, code):
    opened = folder / "opened"
    program = folder / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" > {opened}.new && mv {opened}.new {opened}\n', "utf-8")
    program.chmod(0o755)
    with subprocess.Popen(
        [WORKOUT, "edit", "easy.yaml", "--site", str(site_folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "BROWSER": f"{program} %s"},
    ) as process:
        line = process.stdout.readline().decode()
        address = line.removeprefix("easy.yaml: ").removesuffix(" (Ctrl-C ends)\n")
        for _ in range(200):
            if opened.exists():
                break
            sleep(0.05)
        assert opened.read_text("utf-8") == f"{address}\n"
        state = _fetched(f"{address}file")
        assert state["text"] == EASY
        waiting = Thread(target=_fetched, args=(f"{address}file/changes", {"If-None-Match": state["tag"]}))
        waiting.start()
        sleep(0.3)
        process.send_signal(sent)
        assert process.wait(5) == code
        waiting.join(5)
        err = process.stderr.read().decode()
        assert err == ("interrupted\n" if code else "")
        assert address.split("/")[3] not in err


def _fetched(address, headers=None):
    from urllib.request import Request, urlopen

    with urlopen(Request(address, headers=headers or {}), timeout=20) as reply:
        return json.loads(reply.read() or b"null")
