"""The site in a real browser.

``WORKOUT_SITE`` names a folder that ``workout site build`` has written; without it, the site is built.
"""

import os
import shutil
from pathlib import Path

import pytest

from browser.chromium import browsing, served
from commands import run_here

PICTURE = "#panel-workout img.picture"


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = os.environ.get("WORKOUT_SITE")
    if not folder:
        if shutil.which("npm") is None:
            pytest.skip("npm is not here: apt-get install npm")
        folder = tmp_path_factory.mktemp("page") / "site"
        built = run_here("site", "build", "--out", str(folder), folder=folder.parent)
        assert built.returncode == 0, built.stderr.decode()
    with served(Path(folder)) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    with browsing() as made:
        yield made


class Editor:
    """The page, as somebody sees it who uses it."""

    def __init__(self, page):
        self.page = page

    @property
    def text(self):
        return self.page.evaluate(f"{_VIEW}.state.doc.toString()")

    @property
    def notice(self):
        return self.page.inner_text("#notice")

    def write(self, text):
        """Put *text* in the place of all there is."""
        change = f"text => {{ const view = {_VIEW}; const to = view.state.doc.length;"
        self.page.evaluate(change + "view.dispatch({changes: {from: 0, to, insert: text}}); }", text)

    def settle(self):
        """Wait until the toolkit has answered all that the page has asked."""
        self.page.wait_for_timeout(600)  # what waits until nobody types any more
        self.page.evaluate("toolkit.ask('formats', {}, 'the last of all')")

    def underlined(self):
        """Return what is underlined, where, and why."""
        return self.page.evaluate(
            """() => [...document.querySelector('#problems ul').children].map(each => each.textContent)"""
        )

    def see(self, tab):
        self.page.click(f"#tab-{tab}")
        self.settle()


_VIEW = "document.querySelector('#text').shadowRoot.querySelector('.cm-content').cmTile.root.view"


@pytest.fixture
def visit(browser, site):
    """Open the page; at the end nothing may have gone wrong in it, and nothing been asked for elsewhere."""
    contexts, told, asked = [], [], []

    def call(fragment="", *, before="", **more):
        context = browser.new_context(accept_downloads=True, **more)
        contexts.append(context)
        if before:
            context.add_init_script(before)
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        context.on("request", lambda request: asked.append(request.url))
        page.goto(f"{site}/{fragment}")
        return Editor(page)

    yield call
    for context in contexts:
        context.close()
    assert told == []
    assert [url for url in asked if not url.startswith((f"{site}/", f"blob:{site}/", "data:"))] == []
