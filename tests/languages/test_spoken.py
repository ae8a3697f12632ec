"""Which language is spoken, and what a message becomes in it."""

from contextvars import copy_context
from threading import Thread

import pytest

from workout_core.languages import Language, decimal_sign, gettext, in_language, language, ngettext, speak


def test_english_is_spoken_where_nobody_has_chosen():
    assert language() is Language.ENGLISH
    assert decimal_sign() == "."


def test_a_language_is_spoken_as_long_as_its_block_lasts():
    with in_language("de"):
        assert language() is Language.GERMAN
        assert decimal_sign() == ","
        with in_language(Language.ENGLISH):
            assert decimal_sign() == "."
        with in_language(None):
            assert decimal_sign() == ","
    assert decimal_sign() == "."


def test_a_block_ends_with_an_error_too():
    with pytest.raises(ZeroDivisionError), in_language("de"):
        1 / 0  # noqa: B018
    assert language() is Language.ENGLISH


def test_a_choice_wins_over_what_holds_otherwise():
    with in_language("en"), in_language("de", otherwise=True):
        assert language() is Language.ENGLISH
    with in_language("de", otherwise=True):
        assert language() is Language.GERMAN


def test_a_language_that_nothing_is_said_in():
    with pytest.raises(ValueError, match="xx"), in_language("xx"):
        pass


def test_to_speak_lasts_but_only_where_it_is_said():
    def said():
        speak(Language.GERMAN)
        speak(Language.ENGLISH)
        return language()

    assert copy_context().run(said) is Language.GERMAN
    assert language() is Language.ENGLISH


def test_each_thread_speaks_its_own():
    heard = []
    with in_language("de"):
        thread = Thread(target=lambda: heard.append(language()))
        thread.start()
        thread.join()
    assert heard == [Language.ENGLISH]


def test_values_are_put_in_as_they_are():
    assert gettext("{a} of {b}", a="{b}", b="{") == "{b} of {"
    assert gettext("{a}") == "{a}"
    assert ngettext("{n} thing of {a}", "{n} things of {a}", 1, a="x") == "1 thing of x"
    assert ngettext("{n} thing of {a}", "{n} things of {a}", 3, a="x") == "3 things of x"
