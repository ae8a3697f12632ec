"""Words in the quotation marks of a language."""

import pytest

from workout_core import in_language, quoted


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("10 Wdh.", "'10 Wdh.'", "„10 Wdh.“"),
        ("it's", '"it\'s"', "„it's“"),
        ('it\'s "so"', "'it\\'s \"so\"'", '„it\'s "so"“'),
        ("two\nlines", "'two\\nlines'", "„two\\nlines“"),
        ("{brace}", "'{brace}'", "„{brace}“"),
    ],
)
def test_words_are_quoted_in_one_line(text, english, german):
    assert quoted(text) == english == repr(text)
    with in_language("de"):
        assert quoted(text) == german
