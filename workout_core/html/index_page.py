"""The first page of a folder in which there are several."""

from __future__ import annotations

from collections.abc import Iterable

from workout_core.html.rendering import part_of_page, rendered


def index_html(name: str, links: Iterable[tuple[str, str]]) -> str:
    """Return a page of links.

    Args:
        name: what the page is called.
        links: what each page is called, and its address.
    """
    return rendered("index.html", style=part_of_page("style.css"), name=name, links=list(links))
