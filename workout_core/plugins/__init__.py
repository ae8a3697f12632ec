"""Plugins: found, loaded one by one, and what each of them offers.

* :mod:`~workout_core.plugins.discovery` - the entry points of the installed distributions
* :mod:`~workout_core.plugins.from_file` - one Python file as a plugin
* :mod:`~workout_core.plugins.loading` - a plugin loaded alone, and what became of it
* :mod:`~workout_core.plugins.shelves` - what several offer to one hook, sorted out by name
* :mod:`~workout_core.plugins.registry` - what all of them offer, by name
"""

from __future__ import annotations

from workout_core.plugins.loading import HOOKS, Candidate, Plugin, Status
from workout_core.plugins.registry import Registry

__all__ = ["HOOKS", "Candidate", "Plugin", "Registry", "Status"]
