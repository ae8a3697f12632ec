"""Version 1 of the plugin interface is kept: every public name, its arguments, its fields and its members.

What is added to the list is a choice, and is written down with ``pytest tests/test_public_surface.py
--update-golden``. What leaves it, or changes, breaks somebody's plugin, and needs another ``API_VERSION``.
"""

import inspect
import re
from collections.abc import Iterator
from enum import Enum

import attrs
import pytest

import workout_core
from workout_core import API_VERSION, hookspecs, testing

PLACE = re.compile(r" at 0x[0-9a-f]+")
PATH = re.compile(r"\b(?:[a-z_]+\.)+(?=[A-Za-z_])")


def signature(function: object) -> str:
    return PATH.sub("", PLACE.sub("", str(inspect.signature(function))))


def fields(kind: type) -> Iterator[str]:
    for each in attrs.fields(kind):
        if each.init:
            needed = "" if each.default is attrs.NOTHING else " = …"
            yield f"  {each.alias}: {PATH.sub('', str(each.type))}{needed}"


def methods(kind: type) -> Iterator[str]:
    for name in sorted(vars(kind)):
        value = inspect.getattr_static(kind, name)
        if name.startswith("_") or isinstance(value, (int, str)):
            continue
        if isinstance(value, (staticmethod, classmethod)) or inspect.isfunction(value):
            yield f"  {name}{signature(getattr(kind, name))}"
        elif isinstance(value, property):
            yield f"  {name}"


def described(name: str, value: object) -> Iterator[str]:
    if isinstance(value, type) and issubclass(value, Enum):
        yield f"{name}: {', '.join(value.__members__)}"
    elif isinstance(value, type) and attrs.has(value):
        yield name
        yield from fields(value)
        for base in reversed(value.__mro__):
            if base.__module__.startswith("workout_core") and base is not value:
                yield from methods(base)
        yield from methods(value)
    elif isinstance(value, type) and issubclass(value, BaseException):
        yield f"{name}: {', '.join(base.__name__ for base in value.__mro__[1:-2])}"
    elif isinstance(value, type):
        yield name
        yield from methods(value)
    elif callable(value) and not isinstance(value, workout_core.Recipe):
        yield f"{name}{signature(value)}"
    else:
        yield f"{name}: {type(value).__name__}"


def surface(module: object) -> str:
    names = [name for name in module.__all__ if not name.startswith("__")]
    return "\n".join(line for name in names for line in described(name, getattr(module, name))) + "\n"


@pytest.mark.parametrize("module", [workout_core, testing], ids=lambda module: module.__name__)
def test_what_plugins_and_scripts_build_on_is_as_it_was_written_down(golden, module):
    golden(f"api/{module.__name__}-{API_VERSION}.txt", surface(module))


def test_the_hooks_are_as_they_were_written_down(golden):
    hooks = [name for name in dir(hookspecs) if name.startswith("workout_")]
    golden(
        f"api/hooks-{API_VERSION}.txt",
        "\n".join(f"{name}{signature(getattr(hookspecs, name))}" for name in hooks) + "\n",
    )
