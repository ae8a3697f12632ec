"""A page as a browser reads it: strictly, so that anything a browser would have to mend is an error."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import html5lib

SVG = "{http://www.w3.org/2000/svg}"
VOID = {"img", "input", "link", "meta"}


class _Closed(HTMLParser):
    """Whether every tag is closed, in order, by a parser that mends nothing."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's signature
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read_page(text: str) -> Element:
    """Return the tree of a page."""
    _Closed(text)
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def page_around(body: str) -> str:
    """Return the shortest page with this in it."""
    return f'<!DOCTYPE html>\n<html lang="en"><head><title>Page</title></head><body>{body}</body></html>'


def words(element: Element) -> str:
    """Return all words inside an element."""
    return "".join(element.itertext())


def policy_source(element: Element) -> str:
    """Return what a content security policy calls the text of a style sheet or of a script."""
    return f"'sha256-{b64encode(sha256(words(element).encode()).digest()).decode()}'"


def of_class(tree: Element, name: str) -> list[Element]:
    """Return the elements of a class."""
    return [each for each in tree.iter() if name in each.get("class", "").split()]


def of_id(tree: Element, name: str) -> Element:
    """Return the one element with an id."""
    (found,) = [each for each in tree.iter() if each.get("id") == name]
    return found


def shape(tree: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the tags of a page with the names of their attributes."""
    for each in tree.iter():
        yield str(each.tag), tuple(sorted(each.attrib))
