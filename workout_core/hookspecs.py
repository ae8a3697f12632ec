"""The hooks a plugin may implement: registration only, without arguments, in any order.

Each returns an iterable of records. A plugin is a module, found by an entry point in the group
``workout_core``::

    from workout_core import Exporter, hookimpl

    @hookimpl
    def workout_exporters():
        return [Exporter(...)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.exercises.movement import Movement
    from workout_core.formats.exporter import Exporter
    from workout_core.formats.importer import Importer
    from workout_core.formats.transform import Transform
    from workout_core.formats.watch_profile import WatchProfile
    from workout_core.recipes.recipe import Recipe
    from workout_core.speech.voice import Voice

GROUP: Final = "workout_core"
API_VERSION: Final = 1
hookspec: Final = pluggy.HookspecMarker(GROUP)
hookimpl: Final = pluggy.HookimplMarker(GROUP)


@hookspec
def workout_exporters() -> Iterable[Exporter[Any]]:
    """Offer formats to write.

    Example::

        return [Exporter(name="tcx", title="TCX", subject=Workout, suffix=".tcx",
                         media_type="application/xml", supports=EVERYTHING, write=write)]
    """
    raise NotImplementedError


@hookspec
def workout_importers() -> Iterable[Importer]:
    """Offer formats to read.

    Example::

        return [Importer(name="tcx", title="TCX", suffixes=(".tcx",), read=read)]
    """
    raise NotImplementedError


@hookspec
def workout_transforms() -> Iterable[Transform]:
    """Offer ways to change a workout before it is written.

    Example::

        return [Transform(name="shout", title="Cues in capitals", apply=shout)]
    """
    raise NotImplementedError


@hookspec
def workout_recipes() -> Iterable[Recipe]:
    """Offer workouts that write themselves.

    Example::

        return [Recipe(name="yasso", title="Yasso 800s", parameters=Yasso, build=build)]
    """
    raise NotImplementedError


@hookspec
def workout_exercises() -> Iterable[Movement]:
    """Offer exercises that can be found by name.

    Example::

        return [Movement(name="Landmine press", aliases=["angled press"], purpose="Pressing without pain")]
    """
    raise NotImplementedError


@hookspec
def workout_voices() -> Iterable[Voice]:
    """Offer voices that read texts aloud.

    Example::

        return [Voice(name="flite", title="Flite", language="en-US", quality=1, version=version, speak=speak)]
    """
    raise NotImplementedError


@hookspec
def workout_watches() -> Iterable[WatchProfile]:
    """Offer what is known of models of watches.

    Example::

        return [WatchProfile(name="Forerunner 55", workouts=25, options={"name_bytes": "15"})]
    """
    raise NotImplementedError
