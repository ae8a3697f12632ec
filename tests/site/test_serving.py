"""What browsers and hosts are told: nothing from elsewhere, nothing inline, and which files are kept."""

import json
import re

import pytest

from workout_core.errors import InvalidWorkout
from workout_core.files.digest import digest
from workout_core.site.serving import POLICY, headers, keeping, protected

WORKER = b"const files = JSON.parse(`__SITE_FILES__`), version = `__SITE_VERSION__`;"


def test_nothing_runs_or_loads_but_what_lies_in_the_folder():
    told = dict(each.split(" ", 1) for each in POLICY.split("; "))
    assert told["default-src"] == "'none'"
    assert told["connect-src"] == "'self'"
    assert told["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert not re.search(r"unsafe-inline|'unsafe-eval'|https?:|\*", POLICY)


def test_a_page_says_it_itself():
    page = protected(b"<!doctype html><html><head><title>a</title></head></html>").decode()
    assert f'<head>\n    <meta http-equiv="Content-Security-Policy" content="{POLICY}" />' in page


def test_a_page_without_a_head_is_refused():
    with pytest.raises(InvalidWorkout) as raised:
        protected(b"<p>")
    assert str(raised.value) == "index.html: has 0 places for '<head>' (one is needed)"


def test_hosts_are_told_in_their_own_form():
    blocks = [block.splitlines() for block in re.split(r"\n(?=/)", headers().decode().strip())]
    rules = {path: [line.strip() for line in told] for path, *told in blocks}
    policy = f"Content-Security-Policy: {POLICY}; frame-ancestors 'none'"
    ever = "Cache-Control: public, max-age=31536000, immutable"
    assert rules["/"] == rules["/index.html"] == [policy]
    assert rules["/assets/*"] == [policy, ever]
    assert rules["/python-*"] == [ever]
    assert rules["/service-worker.js"] == [policy, "Cache-Control: no-cache"]
    assert "X-Content-Type-Options: nosniff" in rules["/*"]


def test_the_service_worker_knows_what_every_file_holds():
    files = {"b.js": b"2", "a.js": b"1"}
    text = keeping(WORKER, files).decode()
    listed = json.loads(text.split("`")[1])
    assert listed == [["a.js", digest(b"1")], ["b.js", digest(b"2")]]
    assert keeping(WORKER, files) == keeping(WORKER, dict(reversed(files.items())))
    assert keeping(WORKER, files) != keeping(WORKER, files | {"a.js": b"3"})


def test_a_service_worker_without_a_place_for_the_list_is_refused():
    with pytest.raises(InvalidWorkout, match=r"service-worker\.js: has 0 places for '__SITE_FILES__'"):
        keeping(b"", {})
