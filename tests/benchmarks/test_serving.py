"""The server of feeds beside nginx with the same file, on one core; and the memory that many plans take."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

import pytest

from serving_process import serving

ROUNDS = 3
SECONDS = 1
CONNECTIONS = 16
PLANS = 10_000
EVENT = """\
BEGIN:VEVENT\r\nUID:{number}.{session}@example.com\r\nDTSTAMP:20260801T000000Z\r\n\
DTSTART;TZID=Europe/Warsaw:20260803T070000\r\nDTEND;TZID=Europe/Warsaw:20260803T080000\r\n\
SUMMARY:6 x 800 m\r\nDESCRIPTION:Warm up 15 min\\n6 times:\\n  800 m at 4:00/km\\n  Recover 400 m\\n\
 Cool down 10 min\\nAbout 1 h\\, about 11 km\r\nEND:VEVENT\r\n"""
NGINX = """\
{user}worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; keepalive_requests 1000000; types {{ text/calendar ics; }}
  gzip on; gzip_types text/calendar; gzip_comp_level 6;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""
SERVER_CORE, CLIENT_CORE = 0, 1


class Load(NamedTuple):
    """What a server did in a while.

    Attributes:
        requests: that were answered.
        per_second: so many in a second, beside whatever else the machine did.
        p99: milliseconds within which 99 of 100 were answered.
        busy: seconds of the processor that the server took.
    """

    requests: int
    per_second: float
    p99: float
    busy: float


class Contestant(NamedTuple):
    """A server that runs: its process and its port."""

    process: int
    port: int


def calendar(number: int, sessions: int) -> bytes:
    events = "".join(EVENT.format(number=number, session=session) for session in range(sessions))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n{events}END:VCALENDAR\r\n".encode()


@pytest.fixture(scope="module")
def tools() -> None:
    """Have wrk and nginx, or say why not."""
    needed = {"wrk": "wrk", "nginx": "nginx-light"}
    missing = [package for name, package in needed.items() if not found(name)]
    if missing and os.geteuid() == 0 and found("apt-get"):
        environ = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        for arguments in (["update"], ["install", "--no-install-recommends", *missing]):
            subprocess.run(
                ["apt-get", "-q", "-y", "-o", "Acquire::Retries=0", *arguments],
                env=environ,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=180,
                check=False,
            )
    missing = [package for name, package in needed.items() if not found(name)]
    if missing:
        pytest.skip(f"{' and '.join(missing)} cannot be installed here: there is nothing to compare with")


def found(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def pinned(core: int) -> None:
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[core % len(cores)]})


@contextmanager
def nginx(root: Path, folder: Path, port: int) -> Iterator[Contestant]:
    folder.mkdir()
    user = "user root; " if os.geteuid() == 0 else ""  # who may read what the tests write
    (folder / "conf").write_text(NGINX.format(user=user, folder=folder, root=root, port=port))
    command = [found("nginx"), "-e", f"{folder}/errors", "-c", f"{folder}/conf"]
    process = subprocess.Popen(
        command,
        preexec_fn=lambda: pinned(SERVER_CORE),  # noqa: PLW1509 - there are no threads
        stderr=subprocess.DEVNULL,
    )
    try:
        sleep(1)
        yield Contestant(process.pid, port)
    finally:
        process.terminate()
        process.wait()


def loaded(server: Contestant, *headers: str) -> Load:
    before = busy(server.process)
    given = [part for header in headers for part in ("-H", header)]
    said = subprocess.run(
        [
            "wrk",
            "-t1",
            f"-c{CONNECTIONS}",
            f"-d{SECONDS}s",
            "--latency",
            *given,
            f"http://127.0.0.1:{server.port}/form.ics",
        ],
        preexec_fn=lambda: pinned(CLIENT_CORE),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "Socket errors" not in said and "Non-2xx" not in said, said  # noqa: PT018 - both are shown
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    per_second = re.search(r"Requests/sec:\s+([\d.]+)", said)[1]
    return Load(
        requests=int(re.search(r"(\d+) requests in", said)[1]),
        per_second=float(per_second),
        p99=float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit],
        busy=busy(server.process) - before,
    )


def busy(process: int) -> float:
    """Return the seconds of the processor that a process and its children have taken."""
    if sys.platform != "linux":
        return 0.0
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(busy(int(child)) for child in children)


def etag(port: int, *, encoding: str = "identity") -> str:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/form.ics", headers={"Accept-Encoding": encoding})
    reply = connection.getresponse()
    reply.read()
    connection.close()
    assert reply.status == 200
    return reply.headers["ETag"]


def free_port() -> int:
    from socket import create_server

    with create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@pytest.mark.usefixtures("tools")
def test_requests_in_a_second_beside_nginx(tmp_path, terminal):
    root = tmp_path / "public"
    root.mkdir()
    (root / "form.ics").write_bytes(calendar(1, 150))
    patch = f"import os; os.sched_setaffinity(0, {{sorted(os.sched_getaffinity(0))[{SERVER_CORE}]}})"
    runs: dict[tuple[str, str], list[Load]] = {}
    with (
        nginx(root, tmp_path / "nginx", free_port()) as theirs,
        serving(root, "--no-rebuild", "--quiet", patches=patch) as quiet,
        serving(root, "--no-rebuild", patches=patch) as telling,
    ):
        servers = {
            "nginx": theirs,
            "workout": Contestant(quiet.process.pid, quiet.port),
            "workout with its log": Contestant(telling.process.pid, telling.port),
        }
        for _ in range(ROUNDS):
            for name, server in servers.items():
                for kind, headers in {
                    "200": (),
                    "200 gzip": ("Accept-Encoding: gzip",),
                    "304": (f"If-None-Match: {etag(server.port)}",),
                }.items():
                    runs.setdefault((kind, name), []).append(loaded(server, *headers))
    for kind in ("200", "200 gzip", "304"):
        for name in servers:
            share = per_core(runs[kind, name]) / per_core(runs[kind, "nginx"])
            terminal(
                f"serving, {kind}, {name}: {max(run.per_second for run in runs[kind, name]):.0f} requests/s, "
                f"p99 {min(run.p99 for run in runs[kind, name]):.2f} ms; "
                f"{per_core(runs[kind, name]):.0f} in a second of a core, {share:.2f} of nginx"
            )
            # Python is slower than C; but gzip is kept, which nginx makes anew each time.
            assert share > 0.02


def per_core(runs: list[Load]) -> float:
    """Return the requests in a second of the processor, which does not depend on what else it does."""
    return sum(run.requests for run in runs) / max(sum(run.busy for run in runs), 0.01)


def memory(process: int) -> float:
    """Return the megabytes that a process has in memory."""
    said = Path(f"/proc/{process}/status").read_text("ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", said)[1]) / 1024


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_the_memory_that_ten_thousand_plans_take(tmp_path, terminal):
    root = tmp_path / "public"
    root.mkdir()
    for number in range(PLANS):
        folder = root / f"{number:05}"
        folder.mkdir()
        (folder / "form.ics").write_bytes(calendar(number, 40))
    size = sum(each.stat().st_size for each in root.glob("*/form.ics")) / 1e6
    with serving(root, "--no-rebuild", "--quiet") as server:
        connection = HTTPConnection("127.0.0.1", server.port)
        start = memory(server.process.pid)
        tags: list[str] = []
        told = [f"{PLANS} plans of {size / PLANS * 1000:.0f} kB, {start:.0f} MB at the start"]
        for turn in ("all sent, compressed", "all asked again"):
            began = monotonic()
            for number in range(PLANS):
                headers = {
                    "Accept-Encoding": "gzip",
                    "If-None-Match": tags[number] if tags[number:] else '""',
                }
                connection.request("GET", f"/{number:05}/form.ics", headers=headers)
                reply = connection.getresponse()
                reply.read()
                assert reply.status == (200 if turn.startswith("all sent") else 304)
                if len(tags) < PLANS:
                    tags.append(reply.headers["ETag"])
            took = (monotonic() - began) * 1000 / PLANS
            told.append(f"{turn}: {memory(server.process.pid):.0f} MB, {took:.2f} ms each")
        connection.close()
        peak = memory(server.process.pid)
    terminal(f"serving, {'; '.join(told)}")
    # 64 MB of files, and half a kilobyte for what is known of each.
    assert peak < start + 120
