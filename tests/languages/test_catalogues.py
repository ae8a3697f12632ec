"""The catalogues say everything that the code says, with the same values, and are compiled."""

import pytest

from translating import OTHERS, catalogue, compiled, messages, said, values_of


def _texts(said):
    return (said,) if isinstance(said, str) else tuple(said)


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.value)
def test_a_catalogue_says_everything_and_nothing_else(language):
    """``python tests/translating.py`` writes it anew, and lists what is still to be said."""
    known = said(catalogue(language))
    wanted = {(each.context, each.id): each.file for each in messages()}
    missing = [message for message in wanted if not all(_texts(known.get(message, "")))]
    assert missing == []
    assert known.keys() - wanted.keys() == set()


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.value)
def test_a_message_has_the_same_values_in_each_language(language):
    for (context, message), strings in said(catalogue(language)).items():
        values = set.union(*map(values_of, _texts(message)))
        for each in _texts(strings):
            # "one" may say its number in letters
            assert values_of(each) | {"n"} == values | {"n"}, (context, message, each)


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.value)
def test_what_is_compiled_is_what_is_written(language):
    assert said(compiled(language)) == said(catalogue(language))
