"""What is broken or meant badly: an answer, never code, never a hang; and the text is kept."""

import zlib
from base64 import urlsafe_b64encode

import pytest

from site_page.conftest import PICTURE

pytestmark = pytest.mark.slow
EVIL = "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>"


def fragment(data: bytes) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    return "#d=" + urlsafe_b64encode(packed).decode().rstrip("=")


def test_markup_in_a_document_is_text_everywhere(visit):
    wrong = f"workout: {EVIL!r}\ndescription: {EVIL!r}\nsteps: |\n  {EVIL}\n"
    good = f'workout: "{EVIL}"\nsteps: |\n  10min @ 5:00/km "{EVIL}"\n'
    editor = visit(fragment(good.encode()))
    editor.page.wait_for_selector(PICTURE)
    for tab in ("take", "watch", "run", "recipes", "workout"):
        editor.see(tab)
    assert editor.page.inner_text("#panel-workout h2") == EVIL
    editor.write(wrong)
    editor.page.wait_for_selector("#problems li")
    editor.write(
        f'plan: "{EVIL}"\nstart: 2026-08-03\nweeks:\n  - mon: {{workout: "{EVIL}", steps: easy 30min}}\n'
    )
    editor.page.wait_for_selector("[data-session]")
    editor.page.click("[data-session]")
    assert editor.page.evaluate("window.hit") is None
    assert editor.page.locator("script").count() == 1


@pytest.mark.parametrize(
    ("hash_", "told"),
    [
        ("#d=AAAA", "The link is damaged."),
        ("#d=%3Cscript%3E", "The link is damaged."),
        (fragment(b"easy 30min" * 20)[:-8], "The link is damaged."),
        (fragment(bytes(50_000_000)), "The link holds more text"),
        ("#d=" + "A" * 1_000_000, "The link holds more text"),
    ],
    ids=["rubbish", "markup", "cut", "bomb", "a megabyte"],
)
def test_a_broken_link_is_told_and_the_page_works(visit, hash_, told):
    editor = visit(hash_)
    editor.page.get_by_text(told).wait_for()
    assert editor.text == ""
    editor.write("easy 30min")
    editor.page.wait_for_selector(PICTURE)


def test_a_link_brings_the_text_and_no_server_sees_it(visit, site):
    editor = visit()
    text = "workout: Über die Hügel 🏃\nsteps: |\n  easy 30min\n"
    editor.write(text)
    editor.see("take")
    editor.page.get_by_role("button", name="Copy the link").click()
    link = editor.page.get_by_label("The link", exact=True).input_value()
    assert link.startswith(f"{site}/#d=")
    assert editor.page.get_by_role("img", name="QR code").is_visible()
    seen = []
    other = visit(link.removeprefix(f"{site}/"))
    other.page.on("request", lambda request: seen.append(request.url))
    other.page.get_by_text("The text of the link is open.").wait_for()
    assert other.text == text
    assert other.page.url == f"{site}/"
    assert not any("d=" in url for url in seen)


def test_what_was_written_is_not_lost_to_a_link(visit):
    editor = visit()
    editor.write("easy 47min")
    editor.page.evaluate(f"location.hash = {fragment(b'easy 30min')!r}")
    editor.page.get_by_text("The text of the link is open.").wait_for()
    assert editor.text == "easy 30min"
    editor.page.click("#undo")
    assert editor.text == "easy 47min"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("six.fit", b"\x0e\x20rubbish" * 50),
        ("six.zwo", b"<workout_file><!DOCTYPE x>"),
        ("city.gpx", b"\x00\x01\x02"),
        ("plan.yaml", b"plan: [unclosed"),
        ("six.fit", b""),
    ],
    ids=["FIT", "ZWO", "GPX", "YAML", "empty"],
)
def test_a_file_with_rubbish_is_told_and_the_text_is_kept(visit, name, data):
    editor = visit()
    editor.write("easy 47min")
    editor.page.set_input_files(
        "#file", {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    editor.page.wait_for_selector("#notice:not(:empty)", state="attached")
    editor.settle()
    assert editor.text == "easy 47min" or editor.page.locator("#problems li").count() > 0
    editor.page.click("#undo")
    editor.write("easy 48min")
    editor.page.wait_for_selector(PICTURE)


def test_a_browser_that_keeps_nothing_is_told_of_and_works(visit):
    editor = visit(
        before="""Object.defineProperty(window, 'localStorage', {
          get() { throw new DOMException('no', 'SecurityError'); }
        });"""
    )
    editor.write("easy 30min")
    editor.page.get_by_text("This browser keeps nothing for pages").wait_for()
    editor.page.wait_for_selector(PICTURE)


def test_a_full_browser_is_told_of_and_works(visit):
    editor = visit(
        before="Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    )
    editor.write("easy 30min")
    editor.page.get_by_text("The browser has no room left").wait_for()
    editor.page.wait_for_selector(PICTURE)


def test_a_toolkit_that_does_not_answer_is_stopped_and_the_text_is_kept(visit):
    editor = visit()
    editor.write("easy 30min")
    editor.page.wait_for_selector(PICTURE)
    editor.page.evaluate(
        "toolkit.ask('analyse', {text: '(' .repeat(200000)}).catch(() => 0); toolkit.restart()"
    )
    editor.write("easy 31min")
    editor.page.get_by_role("heading", name="31 min").first.wait_for()
    assert editor.text == "easy 31min"
