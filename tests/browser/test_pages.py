"""Pages in a real browser: on phones and desks, light and dark, with and without scripts, and on paper."""

from itertools import product

import pytest

from browser.chromium import axe, browsing, served
from browser.site import URL, publish
from oracles.fit_decoders import read_with_fitdecode, read_with_garmin

pytestmark = pytest.mark.slow
WIDTHS = (360, 768, 1440)
NAMES = ("half", "course", "alone", "gym", "long", "busy", "done", "squad", "index")
BROKEN = r"""() => {
  const broken = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".sr, .skip, script, svg")) continue;
    for (const word of node.data.matchAll(/\S+/g)) {
      if (word[0].length > 16 || /[-–/]/.test(word[0])) continue;
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const boxes = [...range.getClientRects()].filter(each => each.width > 1);
      const lines = boxes.map(each => Math.round(each.top));
      if (new Set(lines).size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""
TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth;
  const over = [...document.body.querySelectorAll("*")].filter(each =>
    !each.closest(".sr, .skip, .wide, svg") && each.getBoundingClientRect().right > wide + 1);
  return [document.documentElement.scrollWidth > wide, ...over.map(each => each.outerHTML.slice(0, 100))];
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    assert tuple(publish(folder)) == NAMES
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with browsing() as made:
        yield made


@pytest.fixture
def visit(browser, site):
    """Open a page; at the end nothing may have gone wrong in it, and nothing been asked for elsewhere."""
    contexts, told, asked = [], [], []

    def call(name, **more):
        context = browser.new_context(**more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{site}/{name}.html")
        return page

    yield call
    for context in contexts:
        context.close()
    assert told == []
    assert [url for url in asked if not url.startswith((f"{site}/", "data:"))] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "scheme"), [*product(WIDTHS, ("light", "dark"))], ids=str)
def test_a_page_is_usable_at_any_width_in_light_and_dark(visit, name, width, scheme):
    page = visit(name, viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert page.evaluate(TOO_WIDE) == [False]
    assert page.evaluate(BROKEN) == []
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate(TOO_WIDE) == [False]
    page.evaluate(axe())
    found = page.evaluate("axe.run()")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_fits_on_paper(visit, name):
    page = visit(name, viewport={"width": 703, "height": 1000})  # A4 without margins of 12 mm, at 96 dpi
    page.emulate_media(media="print")
    assert page.evaluate(TOO_WIDE) == [False]
    assert page.evaluate(BROKEN) == []
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(visit, site, name):
    page = visit(name)
    links = page.eval_on_selector_all("a", "all => all.map(each => each.getAttribute('href'))")
    ids = set(page.eval_on_selector_all("[id]", "all => all.map(each => each.id)"))
    assert {each.removeprefix("#") for each in links if each.startswith("#")} <= ids
    files = {each for each in links if not each.startswith(("#", "https:", "webcal:"))}
    for address in sorted(files):
        assert page.request.get(f"{site}/{address}").status == 200, address
    assert {each for each in links if each.startswith("webcal:")} == (
        {URL.replace("https", "webcal")} if name == "half" else set()
    )


def test_the_first_key_leads_past_the_head(visit):
    page = visit("half")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().width") > 100
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#now') !== null")


def test_the_address_is_copied(visit, site):
    page = visit("half")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page.get_by_role("button", name="Copy").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == URL


def test_where_copying_is_not_allowed_the_address_is_selected(visit):
    page = visit("half")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="Copy").click()
    page.get_by_text("Selected: copy it now.").wait_for()
    assert page.evaluate("getSelection().toString()") == URL


def test_a_page_works_without_scripts(visit):
    page = visit("half", java_script_enabled=False)
    assert page.get_by_role("link", name="Open in your calendar").is_visible()
    assert page.get_by_label("Or copy the address").input_value() == URL
    assert page.get_by_role("button", name="Copy").count() == 0
    page.get_by_role("link", name="Subscribe", exact=True).click()
    assert page.url.endswith("#subscribe")


def test_a_script_that_is_not_the_pages_own_does_not_run(browser, site):
    page = browser.new_page()
    page.goto(f"{site}/half.html")
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.text = "window.evil = 1";
      document.body.append(script);
    }""")
    assert page.evaluate("window.evil") is None
    page.close()


def test_a_downloaded_file_is_a_workout_for_watches(visit, tmp_path):
    page = visit("half", accept_downloads=True)
    links = page.locator("#sessions a.file:visible")
    assert links.count() > 20
    for number in (0, 1, links.count() - 1):
        with page.expect_download() as download:
            links.nth(number).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        assert file.suffix == ".fit"
        for read in (read_with_fitdecode, read_with_garmin):
            assert read(file.read_bytes())
