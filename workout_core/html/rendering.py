"""Templates of pages, filled in: every text is escaped, and nothing runs or loads but what is in the page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from workout_core import languages
from workout_core.html.markup import Markup, escaped, without_forbidden
from workout_core.phrases.dates import say_date, say_day

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES: Final = Path(__file__).with_name("templates")
_SAYING: Final = ("gettext", "ngettext", "pgettext", "npgettext")
_NOTHING_ELSE: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:"


def rendered(template: str, *, style: str, script: str = "", plays: bool = False, **given: Any) -> str:
    """Return a page.

    Args:
        template: the name of its template.
        style: rules of CSS, all that apply to it.
        script: what runs in it, if anything.
        plays: whether it plays tracks that are beside it.
        given: what the template shows; a text is escaped, what has ``__html__`` is taken as it is.
    """
    page = _environment().get_template(template)
    policy = [_NOTHING_ELSE, f"style-src {_source(style)}"]
    if plays:
        policy.append("media-src 'self'")
    if script:
        policy.append(f"script-src {_source(script)}")
    return without_forbidden(
        page.render(style=Markup(style), script=Markup(script), policy="; ".join(policy), **given)
    )


def part_of_notebook(template: str, **given: Any) -> str:
    """Return what a template of a notebook shows, which is no page of its own."""
    return without_forbidden(_environment().get_template(template).render(**given))


@cache
def part_of_page(name: str) -> str:
    """Return a style sheet by the name of its file."""
    return (_TEMPLATES / name).read_text("utf-8").strip()


def script_of_page(name: str) -> str:
    """Return a script by the name of its file, with its words as literals of JSON."""
    return _environment().get_template(name).render().strip()


def _source(text: str) -> str:
    """Return what a content security policy calls *text* in a page (CSP 3, section 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    # jinja2 costs 40 ms; only who writes a page pays
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    said = {name: _within_html(getattr(languages, name)) for name in _SAYING}
    made.globals.update(said, language=languages.language, say_date=say_date, say_day=say_day, zip=zip)
    return made


def _within_html(say: Callable[..., str]) -> Callable[..., str]:
    """Return *say* for messages that hold elements: where a value is HTML, all else is escaped."""

    @wraps(say)
    def said(*texts: Any, **values: Any) -> str:
        if not any(hasattr(each, "__html__") for each in values.values()):
            return say(*texts, **values)
        message = escaped(say(*texts, **{name: f"{{{name}}}" for name in values}))
        return Markup(message.format_map({name: _as_html(value) for name, value in values.items()}))

    return said


def _as_html(value: Any) -> str:
    return str(value) if hasattr(value, "__html__") else escaped(str(value))
