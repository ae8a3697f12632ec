"""Elements hold words, attributes and other elements, and every text is escaped once."""

import markupsafe
import pytest

from workout_core.html.markup import Markup, element, escaped, joined, without_forbidden


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


def test_a_template_takes_an_element_as_it_is():
    assert markupsafe.escape(element("b", "a & b")) == "<b>a &amp; b</b>"


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\x85", "\ud800", "\ufdd0", "\U0001ffff"], ids=ascii)
def test_what_html_forbids_is_marked(letter):
    assert escaped(f"a{letter}b") == "a\ufffdb"
    assert without_forbidden(f"<a{letter}\t\n>") == "<a\ufffd\t\n>"
