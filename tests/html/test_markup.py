"""Elements hold words, attributes and other elements, and every text is escaped once."""

import pytest

from workout_core import Link, LinkKind
from workout_core.html.markup import Markup, element, escaped, joined, link_list, paragraphs


def test_a_text_is_escaped_and_an_element_is_not_again():
    bold = element("b", "a < b & \"c\" 'd'")

    assert bold == "<b>a &lt; b &amp; &quot;c&quot; &#x27;d&#x27;</b>"
    assert element("p", bold, "<i>") == f"<p>{bold}&lt;i&gt;</p>"
    assert escaped(bold) is bold


def test_attributes_are_escaped_and_empty_ones_left_out():
    made = element("a", href='https://example.org/?a=1&b="2"', class_="", aria_label="<x>")
    assert made == '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;" aria-label="&lt;x&gt;"></a>'


def test_what_is_made_of_an_element_by_other_means_is_a_text_again():
    assert element("p", f"{element('b', 'x')}") == "<p>&lt;b&gt;x&lt;/b&gt;</p>"


def test_parts_are_joined_without_the_empty_ones():
    assert joined(("a", "", Markup("<br>"), "b"), " & ") == "a &amp; <br> &amp; b"


def test_a_blank_line_makes_a_paragraph():
    assert paragraphs("a\nb\n\n\n\nc", "note") == (
        '<p class="note" dir="auto">a\nb</p>\n<p class="note" dir="auto">c</p>'
    )
    assert paragraphs("", "note") == ""


@pytest.mark.parametrize(
    ("link", "item"),
    [
        (Link("https://e.org"), '<a href="https://e.org"><bdi>https://e.org</bdi></a>'),
        (
            Link("https://e.org", "Live", LinkKind.VIDEO),
            '<a href="https://e.org" class="titled"><bdi>Live</bdi></a> (video)',
        ),
    ],
    ids=["bare", "titled"],
)
def test_links_are_a_list(link, item):
    assert link_list((link,)) == f'<ul class="links"><li>{item}</li></ul>'
    assert link_list(()) == ""
