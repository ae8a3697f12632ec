"""The tests of a kit without pytest: what is wrong with a plugin, by the test that says so."""

from __future__ import annotations

from typing import Any
from unittest import SkipTest

from workout_core.testing.kit.base import PluginKit


def faults(kit: type[PluginKit], **settings: Any) -> dict[str, str]:
    """Return what is wrong with a plugin, by the name of the test; {} if nothing is.

    Args:
        kit: one of the kits, or a class of your own that is made of one.
        settings: its attributes: ``plugin``, ``name`` and the others.
    """
    made = type(kit.__name__, (kit,), settings)()
    found: dict[str, str] = {}
    for name in sorted(each for each in dir(made) if each.startswith("test_") and getattr(made, each)):
        try:
            getattr(made, name)()
        except SkipTest:
            continue
        except Exception as error:  # noqa: BLE001 - whatever a plugin raises is its fault
            found[name] = str(error) or type(error).__name__
    return found
