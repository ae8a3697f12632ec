"""What identifies all that a record makes: equal in every run, on every machine, at any time."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from functools import singledispatch
from types import MappingProxyType, ModuleType
from typing import Any, Final

from workout_core.errors import WorkoutError
from workout_core.formats.context import ImportContext, TransformContext, VoiceContext
from workout_core.formats.exporter import Exporter
from workout_core.formats.importer import Importer
from workout_core.formats.options import fill_options
from workout_core.formats.transform import Transform
from workout_core.plugins import Registry
from workout_core.recipes.recipe import Recipe
from workout_core.speech.voice import Voice
from workout_core.testing.kit import subjects
from workout_core.testing.kit.writing import written

Given = Mapping[str, str]
NONE: Final[Given] = MappingProxyType({})


def fingerprint(module: ModuleType, *, hook: str, name: str, options: Given, samples: Given = NONE) -> str:
    """Return a digest of what a record makes of everything there is to try it on.

    Args:
        module: the plugin.
        hook: by which it offers the record.
        name: of the record.
        options: as people type them; of a recipe, its parameters.
        samples: for an importer, files by their names, in base 64.
    """
    (plugin,) = Registry.of(module).plugins
    record = next(each for each in plugin.records[hook] if each.name == name)
    digest = hashlib.sha256()
    for made in _made(record, options, samples):
        digest.update(f"{made!r}\n".encode())
    return digest.hexdigest()


@singledispatch
def _made(record: Any, options: Given, samples: Given) -> Iterator[object]:
    raise TypeError(record, options, samples)


@_made.register(Exporter)
def _(record: Exporter[Any], options: Given, samples: Given) -> Iterator[object]:
    del samples
    for subject in subjects.all_for(record):
        try:
            yield written(subject, record, options)
        except WorkoutError as error:
            yield str(error)


@_made.register
def _(record: Importer, options: Given, samples: Given) -> Iterator[object]:
    for file, data in samples.items():
        context = ImportContext(options=fill_options(record.name, record.options, options), file=file)
        yield record.read(b64decode(data), context), context.losses, context.warnings


@_made.register
def _(record: Transform, options: Given, samples: Given) -> Iterator[object]:
    del samples
    for workout in subjects.WORKOUTS:
        context = TransformContext(options=fill_options(record.name, record.options, options))
        try:
            yield record.apply(workout, context), context.losses
        except WorkoutError as error:
            yield str(error)


@_made.register
def _(record: Recipe, options: Given, samples: Given) -> Iterator[object]:
    del samples
    yield record(**options)


@_made.register
def _(record: Voice, options: Given, samples: Given) -> Iterator[object]:
    del samples
    for text in subjects.TEXTS:
        context: VoiceContext = VoiceContext(options=fill_options(record.name, record.options, options))
        yield record.speak(text, context), context.losses
