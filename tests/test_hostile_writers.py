"""Whatever a plugin's writer or options do, the message says whose fault it is."""

import re

import pytest
from attrs import field, frozen

from recorders import offering, record
from workout_core import (
    DocumentError,
    ExportError,
    InvalidWorkout,
    Problem,
    Registry,
    Workout,
    export,
    parse_steps,
)

WORKOUT = Workout(name="Six by 800", items=parse_steps("6x(800m, 400m jog)"))


class Mute(Exception):  # noqa: N818 - not only errors can be raised
    """Cannot say what happened."""

    def __str__(self):
        raise ValueError("mute")


def raising(error: BaseException):
    """Return a function that raises *error* whatever it is given."""

    def function(*_given):
        raise error

    return function


@frozen
class Options:
    """Options that do not narrow."""

    colour: str = "red"


@frozen
class Narrowing:
    """Options whose narrowing fails."""

    def narrow(self, _supports, _workout):
        """Fail."""
        return 1 / 0


@frozen
class Astray:
    """Options that narrow to nonsense."""

    def narrow(self, supports, _workout):
        """Return something else."""
        return supports.features


@frozen
class Choosy:
    """Options that refuse every value in their own way."""

    colour: str = field(default="red", validator=raising(KeyError("colour")))


def written(write=lambda *_: b"", **given):
    """Write a workout with a plugin of one format."""
    options = given.pop("options", None)
    plugin = offering(record("bad", write=write, options=options))
    return export(WORKOUT, "bad", registry=Registry.of(acme=plugin), **given)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RuntimeError("no\nink"), "RuntimeError: no ink"),
        (KeyError("colour"), "KeyError: 'colour'"),
        (AssertionError(), "AssertionError"),
        (Mute(), "Mute"),
        (SystemExit(3), "SystemExit: 3"),
        (GeneratorExit(), "GeneratorExit"),
        (RecursionError("too deep"), "RecursionError: too deep"),
        (OSError(28, "No space left on device"), "OSError: [Errno 28] No space left on device"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_whatever_a_writer_raises_is_told_as_its_plugins(error, words):
    with pytest.raises(ExportError, match=f"^{re.escape(f'bad: local:acme failed: {words}')}$") as caught:
        written(raising(error))
    assert caught.value.__cause__ is error


@pytest.mark.parametrize(
    "error",
    [InvalidWorkout("too long for paper"), DocumentError([Problem(message="torn")]), KeyboardInterrupt()],
    ids=lambda error: type(error).__name__,
)
def test_what_is_raised_on_purpose_is_left_as_it_is(error):
    with pytest.raises(type(error)) as caught:
        written(raising(error))
    assert caught.value is error


@pytest.mark.parametrize(
    ("data", "kind"),
    [("text", "str"), (None, "NoneType"), (bytearray(b"data"), "bytearray"), ([b"data"], "list")],
    ids=["text", "nothing", "a bytearray", "a list"],
)
def test_what_is_not_bytes_is_refused(data, kind):
    with pytest.raises(ExportError, match=f"^bad: local:acme wrote {kind}, not bytes$"):
        written(lambda *_: data)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (Narrowing, "ZeroDivisionError: division by zero"),
        (Astray, "TypeError: narrow returned frozenset, not Capabilities"),
        (Choosy, "KeyError: 'colour'"),
    ],
    ids=[
        "narrow fails",
        "narrow returns something else",
        "a validator fails",
    ],
)
def test_options_that_go_wrong_are_told_as_the_plugins(options, words):
    with pytest.raises(ExportError, match=f"^{re.escape(f'bad: local:acme failed: {words}')}$"):
        written(options=options)


def test_options_that_do_not_narrow_leave_the_capabilities_as_they_are():
    (file,) = written(options=Options, strict=True)
    assert file.losses == ()
