"""Structured workouts in; FIT files for watches, calendars and JSON out, through exporter plugins.

The names that scripts and plugins use. Each is imported from its module when it is first asked for, so
that ``import workout_core`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from workout_core.documents.reader import read_bytes as read_bytes
    from workout_core.documents.reader import read_document as read_document
    from workout_core.documents.reader import read_text as read_text
    from workout_core.documents.schema import document_schema as document_schema
    from workout_core.documents.writer import to_json as to_json
    from workout_core.documents.writer import write_json as write_json
    from workout_core.documents.writer import write_yaml as write_yaml
    from workout_core.errors import DocumentError as DocumentError
    from workout_core.errors import ExportError as ExportError
    from workout_core.errors import InvalidOption as InvalidOption
    from workout_core.errors import InvalidWorkout as InvalidWorkout
    from workout_core.errors import LossyExport as LossyExport
    from workout_core.errors import MissingThreshold as MissingThreshold
    from workout_core.errors import PluginError as PluginError
    from workout_core.errors import Problem as Problem
    from workout_core.errors import UnknownFormat as UnknownFormat
    from workout_core.errors import WatchError as WatchError
    from workout_core.errors import WorkoutError as WorkoutError
    from workout_core.errors import suggestion as suggestion
    from workout_core.estimate import Amount as Amount
    from workout_core.estimate import Totals as Totals
    from workout_core.estimate import totals as totals
    from workout_core.formats.capabilities import Capabilities as Capabilities
    from workout_core.formats.capabilities import Feature as Feature
    from workout_core.formats.exporter import Export as Export
    from workout_core.formats.exporter import ExportContext as ExportContext
    from workout_core.formats.exporter import Exporter as Exporter
    from workout_core.formats.features import features_of as features_of
    from workout_core.formats.importer import Importer as Importer
    from workout_core.formats.losses import Loss as Loss
    from workout_core.formats.simplify import simplify as simplify
    from workout_core.formats.transform import Transform as Transform
    from workout_core.hookspecs import API_VERSION as API_VERSION
    from workout_core.hookspecs import hookimpl as hookimpl
    from workout_core.model.athlete import Athlete as Athlete
    from workout_core.model.athlete import Race as Race
    from workout_core.model.athlete import Units as Units
    from workout_core.model.duration import Calories as Calories
    from workout_core.model.duration import Distance as Distance
    from workout_core.model.duration import Duration as Duration
    from workout_core.model.duration import HeartRateAbove as HeartRateAbove
    from workout_core.model.duration import HeartRateBelow as HeartRateBelow
    from workout_core.model.duration import LapButton as LapButton
    from workout_core.model.duration import PowerAbove as PowerAbove
    from workout_core.model.duration import PowerBelow as PowerBelow
    from workout_core.model.duration import Reps as Reps
    from workout_core.model.duration import Time as Time
    from workout_core.model.duration import Until as Until
    from workout_core.model.exercise import Band as Band
    from workout_core.model.exercise import BodyWeight as BodyWeight
    from workout_core.model.exercise import Exercise as Exercise
    from workout_core.model.exercise import Load as Load
    from workout_core.model.exercise import OneRepMax as OneRepMax
    from workout_core.model.exercise import Weight as Weight
    from workout_core.model.identity import plan_identity as plan_identity
    from workout_core.model.identity import session_identity as session_identity
    from workout_core.model.identity import workout_identity as workout_identity
    from workout_core.model.plan import Event as Event
    from workout_core.model.plan import EventKind as EventKind
    from workout_core.model.plan import Plan as Plan
    from workout_core.model.plan import Session as Session
    from workout_core.model.sport import Equipment as Equipment
    from workout_core.model.sport import Sport as Sport
    from workout_core.model.sport import Stroke as Stroke
    from workout_core.model.target import Named as Named
    from workout_core.model.target import Quantity as Quantity
    from workout_core.model.target import Ramp as Ramp
    from workout_core.model.target import Range as Range
    from workout_core.model.target import Reference as Reference
    from workout_core.model.target import Target as Target
    from workout_core.model.target import Value as Value
    from workout_core.model.target import Zone as Zone
    from workout_core.model.workout import Intensity as Intensity
    from workout_core.model.workout import Item as Item
    from workout_core.model.workout import Link as Link
    from workout_core.model.workout import LinkKind as LinkKind
    from workout_core.model.workout import Repeat as Repeat
    from workout_core.model.workout import Step as Step
    from workout_core.model.workout import Workout as Workout
    from workout_core.model.workout import walk as walk
    from workout_core.notation.parser import parse_steps as parse_steps
    from workout_core.notation.writer import format_steps as format_steps
    from workout_core.pipeline import export as export
    from workout_core.pipeline import slug as slug
    from workout_core.plugins import Plugin as Plugin
    from workout_core.plugins import Registry as Registry
    from workout_core.plugins import Status as Status
    from workout_core.recipes.recipe import Recipe as Recipe
    from workout_core.resolve import resolve_target as resolve_target
    from workout_core.transforming import transformed as transformed
    from workout_core.words import outline as outline
    from workout_core.words import say_duration as say_duration
    from workout_core.words import say_step as say_step
    from workout_core.words import say_target as say_target
    from workout_core.words import say_time as say_time
    from workout_core.words import say_totals as say_totals

__version__: Final = "0.1.0"
_MODULES: Final = MappingProxyType(
    {
        "documents.reader": "read_bytes read_document read_text",
        "documents.schema": "document_schema",
        "documents.writer": "to_json write_json write_yaml",
        "errors": "DocumentError ExportError InvalidOption InvalidWorkout LossyExport MissingThreshold "
        "PluginError Problem UnknownFormat WatchError WorkoutError suggestion",
        "estimate": "Amount Totals totals",
        "formats.capabilities": "Capabilities Feature",
        "formats.exporter": "Export ExportContext Exporter",
        "formats.features": "features_of",
        "formats.importer": "Importer",
        "formats.losses": "Loss",
        "formats.simplify": "simplify",
        "formats.transform": "Transform",
        "hookspecs": "API_VERSION hookimpl",
        "model.athlete": "Athlete Race Units",
        "model.duration": "Calories Distance Duration HeartRateAbove HeartRateBelow "
        "LapButton PowerAbove PowerBelow Reps Time Until",
        "model.exercise": "Band BodyWeight Exercise Load OneRepMax Weight",
        "model.identity": "plan_identity session_identity workout_identity",
        "model.plan": "Event EventKind Plan Session",
        "model.sport": "Equipment Sport Stroke",
        "model.target": "Named Quantity Ramp Range Reference Target Value Zone",
        "model.workout": "Intensity Item Link LinkKind Repeat Step Workout walk",
        "notation.parser": "parse_steps",
        "notation.writer": "format_steps",
        "pipeline": "export slug",
        "plugins": "Plugin Registry Status",
        "recipes.recipe": "Recipe",
        "resolve": "resolve_target",
        "transforming": "transformed",
        "words": "outline say_duration say_step say_target say_time say_totals",
    }
)
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names.split()}

__all__ = [
    "API_VERSION",
    "Amount",
    "Athlete",
    "Band",
    "BodyWeight",
    "Calories",
    "Capabilities",
    "Distance",
    "DocumentError",
    "Duration",
    "Equipment",
    "Event",
    "EventKind",
    "Exercise",
    "Export",
    "ExportContext",
    "ExportError",
    "Exporter",
    "Feature",
    "HeartRateAbove",
    "HeartRateBelow",
    "Importer",
    "Intensity",
    "InvalidOption",
    "InvalidWorkout",
    "Item",
    "LapButton",
    "Link",
    "LinkKind",
    "Load",
    "Loss",
    "LossyExport",
    "MissingThreshold",
    "Named",
    "OneRepMax",
    "Plan",
    "Plugin",
    "PluginError",
    "PowerAbove",
    "PowerBelow",
    "Problem",
    "Quantity",
    "Race",
    "Ramp",
    "Range",
    "Recipe",
    "Reference",
    "Registry",
    "Repeat",
    "Reps",
    "Session",
    "Sport",
    "Status",
    "Step",
    "Stroke",
    "Target",
    "Time",
    "Totals",
    "Transform",
    "Units",
    "UnknownFormat",
    "Until",
    "Value",
    "WatchError",
    "Weight",
    "Workout",
    "WorkoutError",
    "Zone",
    "__version__",
    "document_schema",
    "export",
    "features_of",
    "format_steps",
    "hookimpl",
    "outline",
    "parse_steps",
    "plan_identity",
    "read_bytes",
    "read_document",
    "read_text",
    "resolve_target",
    "say_duration",
    "say_step",
    "say_target",
    "say_time",
    "say_totals",
    "session_identity",
    "simplify",
    "slug",
    "suggestion",
    "to_json",
    "totals",
    "transformed",
    "walk",
    "workout_identity",
    "write_json",
    "write_yaml",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"workout_core.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
