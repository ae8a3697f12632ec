"""The server on a port: hostile bytes, slow clients, proxies, and how it ends."""

import os
import signal
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from serving_process import received, serving
from workout_core.cli.feed.serve import _echo_start, _tell
from workout_core.cli.main import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent")
FORM = b"BEGIN:VCALENDAR\r\n" + b"X-A:1\r\n" * 200
LARGE = os.urandom(1 << 20) * 8
ANSWERS = {b"200", b"304", b"307", b"400", b"404", b"405", b"414", b"431"}


def made(folder):
    root = folder / "public"
    root.mkdir()
    (root / "form.ics").write_bytes(FORM)
    (root / "large.png").write_bytes(LARGE)
    (folder / "outside.ics").write_bytes(b"OUTSIDE")
    return root


@pytest.fixture
def root(tmp_path):
    return made(tmp_path)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with serving(made(tmp_path_factory.mktemp("served")), "--no-rebuild") as found:
        yield found


def asked(target: bytes, *headers: bytes) -> bytes:
    lines = [b"GET " + target + b" HTTP/1.1", b"Host: a", b"Connection: close", *headers, b"", b""]
    return b"\r\n".join(lines)


HOSTILE = [
    asked(b"/form.ics"),
    asked(b"/%66orm.ics?a=b#c"),
    asked(b"/../outside.ics"),
    asked(b"/%2e%2e/outside.ics"),
    asked(b"/%2e%2e%2foutside.ics"),
    asked(b"/..%5coutside.ics"),
    asked(b"/%252e%252e/outside.ics"),
    asked(b"/%c0%ae%c0%ae/outside.ics"),
    asked(b"/form.ics%00.html"),
    asked(b"/%"),
    asked(b"/%zz%1"),
    asked(b"/%ff%fe"),
    asked(b"/\xff\xfe"),
    asked(b"//outside.ics"),
    asked(b"http://127.0.0.1/form.ics"),
    asked(b"http://[/form.ics"),
    asked(b"*"),
    asked(b"form.ics"),
    asked(b"/" + b"a" * 10_000),
    asked(b"/" + b"a" * 200_000),
    asked(b"/form.ics", b"X: " + b"a" * 500_000),
    asked(b"/form.ics", *[b"X-%d: a" % number for number in range(2000)]),
    asked(b"/form.ics", b"no colon"),
    asked(b"/form.ics", b": empty"),
    asked(b"/form.ics", b"X: a\x00b"),
    asked(
        b"/form.ics", b"If-None-Match: \xff\xfe", b"If-Modified-Since: \xff", b"Accept-Encoding: \xff;q=\xff"
    ),
    asked(b"/form.ics", b"If-None-Match: " + b'"a", ' * 5000),
    asked(b"/form.ics", b"Accept-Encoding: " + b"gzip;q=0," * 5000),
    asked(b"/form.ics", b"Range: bytes=0-1,5-4,-999999999999999999999"),
    asked(b"/form.ics", b"Content-Length: 5") + b"abcde",
    asked(b"/form.ics", b"Content-Length: -1"),
    asked(b"/form.ics", b"Content-Length: 5", b"Content-Length: 6") + b"abcdef",
    asked(b"/form.ics", b"Transfer-Encoding: chunked") + b"zz\r\n",
    asked(b"/form.ics", b"Expect: 100-continue"),
    asked(b"/form.ics", b"Upgrade: websocket", b"Connection: Upgrade", b"Sec-WebSocket-Key: a"),
    asked(b"/form.ics", b"X-Forwarded-For: a, b, ,", b"X-Forwarded-Proto: \xff"),
    asked(b"/form.ics", b"Host: b"),
    b"GET /form.ics HTTP/1.1\r\n\r\n",
    b"GET /form.ics HTTP/1.0\r\n\r\n",
    b"GET /form.ics HTTP/9.9\r\n\r\n",
    b"GET /form.ics\r\n\r\n",
    b"POST /form.ics HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 100000\r\n\r\nabc",
    b"CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"G\x00T / HTTP/1.1\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\r\n" * 1000,
    b"",
    asked(b"/form.ics").replace(b"close", b"keep-alive") * 20,
]


@pytest.mark.parametrize("request_", HOSTILE, ids=lambda each: ascii(each[:40]))
def test_any_bytes_get_an_answer_or_a_closed_connection_and_never_a_failure(server, request_):
    reply = server.raw(request_)
    status = reply.partition(b" ")[2][:3]
    assert not reply or status in ANSWERS | {b"100"}, reply[:200]
    assert b"OUTSIDE" not in reply
    assert b"Traceback" not in reply
    assert server.get("/healthz").startswith(b"HTTP/1.1 200 ")


def test_every_answer_has_a_date_and_does_not_say_what_made_it(server):
    head = server.get("/form.ics").partition(b"\r\n\r\n")[0].lower()
    assert b"\r\ndate: " in head
    assert b"server:" not in head


@pytest.mark.slow
def test_slow_clients_hold_up_nobody_and_are_hung_up_on(root):
    patches = "import workout_core.feed.listening as l; l._HEADERS = 1.0"
    with serving(root, "--no-rebuild", patches=patches) as server:
        slow = [server.connected() for _ in range(100)]
        for number, each in enumerate(slow):
            each.sendall(b"GET /form.ics HTTP/1.1\r\nHost: a\r\nX-"[: number % 40])
        start = monotonic()
        assert server.get("/form.ics").endswith(FORM)
        assert monotonic() - start < 5
        assert {received(each) for each in slow} == {b""}
        for each in slow:
            each.close()


def test_a_request_that_never_gets_whole_is_not_kept(server):
    with server.connected() as connection:
        connection.sendall(b"GET /form.ics HTTP/1.1\r\nX: ")
        sent = 0
        with suppress(ConnectionError):
            while sent < 100 << 20:
                sent += connection.send(b"a" * (1 << 16))
        assert sent < 50 << 20


@pytest.mark.slow
def test_more_clients_than_there_is_room_for_are_told_to_come_again(root):
    patches = "import workout_core.feed.listening as l; l.MOST_CONNECTIONS = 5"
    with serving(root, "--no-rebuild", patches=patches) as server:
        waiting = [server.connected() for _ in range(8)]
        sleep(0.3)
        assert server.get("/form.ics").startswith(b"HTTP/1.1 503 ")
        for each in waiting:
            each.close()
        sleep(0.3)
        assert server.get("/form.ics").startswith(b"HTTP/1.1 200 ")


@pytest.mark.slow
def test_a_server_that_is_asked_to_end_sends_what_it_has_begun(root):
    with serving(root, "--no-rebuild") as server:
        with server.connected() as connection:
            connection.sendall(asked(b"/large.png"))
            first = connection.recv(1000)
            server.process.send_signal(signal.SIGTERM)
            sleep(0.5)
            body = (first + received(connection)).partition(b"\r\n\r\n")[2]
        assert (len(body), body == LARGE) == (len(LARGE), True)
        assert server.ended() == 0
        with pytest.raises(ConnectionRefusedError):
            server.connected()


def test_ctrl_c_ends_it_as_it_ends_every_command(root):
    with serving(root) as server:
        assert server.get("/form.ics").endswith(FORM)
        assert server.ended(signal.SIGINT) == 130
        assert server.err.read_text().splitlines()[-1] == "interrupted"


@pytest.mark.slow
def test_the_log_has_a_line_of_json_for_each_request(root):
    with serving(root, "--no-rebuild") as server:
        server.get("/form.ics", "User-Agent: A\\u001b[31m")
        server.raw(b"nonsense\r\n\r\n")
        server.ended(signal.SIGTERM)
        first, second = server.log()
        assert (first["path"], first["status"], first["bytes"]) == ("/form.ics", 200, len(FORM))
        assert first["client"] == "127.0.0.1"
        assert second["error"] == "Invalid HTTP request received."
        assert "\x1b" not in server.err.read_text()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("trusted", "client"), [([], "127.0.0.1"), (["127.0.0.1"], "192.0.2.7"), (["10.0.0.0/8"], "127.0.0.1")]
)
def test_who_asks_is_what_a_trusted_proxy_says(root, trusted, client):
    with serving(root, "--no-rebuild", *(f"--trust-proxy={each}" for each in trusted)) as server:
        server.get("/form.ics", "X-Forwarded-For: 203.0.113.9, 192.0.2.7")
        server.ended(signal.SIGTERM)
        assert [each["client"] for each in server.log()] == [client]


@pytest.mark.slow
def test_a_quiet_server_tells_only_what_goes_wrong(root):
    with serving(root, "--no-rebuild", "--quiet") as server:
        server.get("/form.ics")
        server.ended(signal.SIGTERM)
        assert server.log() == []


@pytest.mark.slow
def test_a_file_replaced_while_clients_ask_is_the_old_or_the_new(root):
    versions = [b"%d" % number * 50_000 for number in range(10)]
    with serving(root, "--no-rebuild", "--quiet") as server, ThreadPoolExecutor(4) as pool:
        (root / "form.ics").write_bytes(versions[0])
        asking = [pool.submit(server.get, "/form.ics") for _ in range(200)]
        for number in range(200):
            draft = root / ".draft"
            draft.write_bytes(versions[number % 10])
            draft.replace(root / "form.ics")
        bodies = {each.result().partition(b"\r\n\r\n")[2] for each in asking}
        assert bodies <= set(versions)
        assert server.get("/form.ics").endswith(versions[199 % 10])


@pytest.mark.parametrize(("end", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_a_command_serves_until_it_is_asked_to_end(root, capfd, end, code):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    replies = []

    def ask():
        until = monotonic() + 30
        while not replies and monotonic() < until:
            sleep(0.05)
            with (
                suppress(ConnectionError),
                socket.create_connection(("127.0.0.1", port), timeout=30) as client,
            ):
                client.sendall(b"GET /form")
                sleep(0.05)
                client.sendall(b".ics HTTP/1.1\r\nHost: a\r\nUser-Agent: \xff\r\n\r\n")
                client.sendall(b"GET /form.ics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                replies.append(received(client))
        os.kill(os.getpid(), end)

    asking = Thread(target=ask)
    asking.start()
    assert run(["feed", "serve", str(root), "--port", f"{port}"]) == code
    asking.join()
    out, err = capfd.readouterr()
    assert out == f"{root}: http://127.0.0.1:{port}/ (Ctrl-C ends)\n"
    assert replies[0].count(FORM) == 2
    assert err.count('"path": "/form.ics"') == 2


def test_the_log_is_safe_on_a_terminal_and_does_not_need_one(capfd, monkeypatch):
    _tell({"agent": "a\x7f\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}"})
    assert capfd.readouterr().err == '{"agent": "a\\u007f\\u001b[31m\\u202e"}\n'
    monkeypatch.setattr("sys.stderr", None)
    _tell({})
    with Path(os.devnull).open() as closed:  # nothing can be written to it
        monkeypatch.setattr("sys.stderr", closed)
        _tell({})
        monkeypatch.undo()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nowhere"], 2, "Directory 'nowhere' does not exist"),
        (["public", "--trust-proxy", "nginx"], 2, "--trust-proxy 'nginx' is not an address or a network"),
        (["public", "--root-path", "training"], 2, "--root-path 'training' must begin with a slash"),
        (["public", "--port", "65536"], 2, "65536 is not in the range"),
    ],
)
def test_what_is_wrong_is_said_before_it_listens(root, monkeypatch, capfd, words, code, said):
    monkeypatch.chdir(root.parent)
    assert run(["feed", "serve", *words]) == code
    assert said in capfd.readouterr().err


def test_a_port_that_is_taken_is_a_sentence(root, capfd):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["feed", "serve", str(root), "--port", f"{port}"]) == 4
    assert capfd.readouterr().err == f"error: 127.0.0.1:{port}: Address already in use\n"


def test_the_extra_is_named_where_its_packages_are_missing(root, monkeypatch, capfd):
    monkeypatch.setattr("workout_core.cli.feed.serve.find_spec", lambda name: name == "starlette" or None)
    assert run(["feed", "serve", str(root)]) == 2
    said = "feed serve needs uvicorn and watchfiles (install it: pip install 'workout-core[serve]')"
    assert said in " ".join(capfd.readouterr().err.split())


@pytest.mark.parametrize(("host", "is_told"), [("0.0.0.0", True), ("127.0.0.1", False), ("::1", False)])
def test_a_folder_that_is_open_to_a_network_says_so(root, capfd, host, is_told):
    (root / ".workout-feed.json").write_text("{}")
    _echo_start(root, (host, 8000))
    out, err = capfd.readouterr()
    assert "http://" in out
    assert ("everybody who reaches this machine can read it" in err) is is_told
    (root / ".workout-tokens.json").write_text('{"format": 1, "tokens": []}')
    _echo_start(root, (host, 8000))
    assert capfd.readouterr().err == ""


def test_a_folder_that_nobody_has_built_is_served_with_a_word(tmp_path, capfd):
    _echo_start(tmp_path, ("127.0.0.1", 8000))
    assert "is not from 'workout feed build': every file in it is served" in capfd.readouterr().err
