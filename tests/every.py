"""One test of a whole table that takes no time: a test for each row takes longer than what it tests."""

import inspect
from collections.abc import Callable, Iterable

import pytest

SHOWN = 10
"""So many rows that fail are told whole."""


def every(names: str, values: Iterable[object], ids: Callable[[object], str] = str) -> Callable:
    """Call a test with each of *values*, and let it fail with all of those that fail.

    It stands where ``pytest.mark.parametrize`` does, nearest to the test.

    Args:
        names: of the parameters, with commas between them; of more than one, each value is a tuple.
        values: what to call it with.
        ids: what a value is called where it fails.
    """
    wanted = [name.strip() for name in names.split(",")]
    table = list(values)

    def decorate(test: Callable) -> Callable:
        def of_all(**fixtures: object) -> None:
            failed: list[tuple[str, BaseException]] = []
            for value in table:
                given = dict(zip(wanted, value if len(wanted) > 1 else [value], strict=True))
                try:
                    test(**fixtures, **given)
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - all are told
                    failed.append((ids(value), error))
            if failed:
                told = "\n".join(f"{name}: {error}" for name, error in failed[:SHOWN])
                message = f"{len(failed)} of {len(table)} fail:\n{told}"
                raise AssertionError(message) from failed[0][1]

        kept = [each for each in inspect.signature(test).parameters.values() if each.name not in wanted]
        of_all.__signature__ = inspect.Signature(kept)
        of_all.__name__, of_all.__qualname__ = test.__name__, test.__qualname__
        of_all.__module__, of_all.__doc__ = test.__module__, test.__doc__
        assert table, "there is nothing to test"
        return of_all

    return decorate
