"""A test of a whole table tells each row that fails."""

import pytest

from every import every


def test_all_rows_that_fail_are_told_by_name():
    @every("number", [1, 2, 3], ids="row {}".format)
    def odd(number):
        assert number % 2, f"{number} is even"

    with pytest.raises(AssertionError, match=r"\A1 of 3 fail:\nrow 2: 2 is even"):
        odd()


def test_what_else_a_test_asks_for_stays_a_fixture(tmp_path):
    seen = []

    @every("one, other", [(1, 2), (3, 4)])
    def pairs(tmp_path, one, other):
        seen.append((tmp_path, one, other))

    pairs(tmp_path=tmp_path)
    assert seen == [(tmp_path, 1, 2), (tmp_path, 3, 4)]
