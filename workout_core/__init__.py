"""Structured workouts in; FIT files for watches, calendars and JSON out, through exporter plugins.

The names that scripts and plugins use. Each is imported from its module when it is first asked for, so
that ``import workout_core`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

__version__: Final = "0.1.0"
_MODULES: Final = MappingProxyType(
    {
        "documents.decoding": "decoded",
        "documents.gpx": "read_course",
        "documents.reader": "read_bytes read_document read_text",
        "documents.schema": "document_schema",
        "documents.writer": "to_json write_json write_yaml",
        "errors": "DocumentError ExportError InvalidOption InvalidParameter InvalidWorkout "
        "MissingThreshold PluginError Problem UnknownFormat WatchError WorkoutError "
        "WorkoutWarning suggestion",
        "analysis.reading": "Reading",
        "analysis.readings": "Readings totals training_distance",
        "analysis.totals": "Amount Totals",
        "analysis.unrolled": "unrolled",
        "exercises.book": "ExerciseBook",
        "exercises.movement": "ExerciseCode Movement MovementKind Sides Tier",
        "formats.capabilities": "Capabilities Feature",
        "formats.content_lines": "fold_content_line",
        "formats.context": "ExportContext ImportContext TransformContext VoiceContext",
        "formats.exporter": "Export Exporter",
        "formats.features": "features_of",
        "formats.importer": "Importer",
        "formats.losses": "Loss LossyExport",
        "formats.revisions": "Revision RevisionContext",
        "formats.simplify": "simplify",
        "formats.simplify.text": "cut",
        "formats.transform": "Transform",
        "formats.watch_profile": "Connection WatchProfile",
        "formats.watch_table": "read_watches",
        "hookspecs": "API_VERSION hookimpl",
        "languages": "Language gettext gettext_noop in_language language ngettext npgettext pgettext "
        "pgettext_noop quoted",
        "html.picture_style": "PictureTheme",
        "html.pictures": "PictureWords picture_words profile_svg",
        "model.activity": "RecordedActivity Lap",
        "model.athlete": "Athlete Race",
        "model.course": "Course",
        "model.duration": "Calories Counted Distance Duration HeartRateAbove HeartRateBelow "
        "LapButton MaxReps PowerAbove PowerBelow Reps Time Until",
        "model.exercise": "Band BodyWeight Exercise Implement Load OneRepMax Weight",
        "model.identity": "identity_text plan_identity session_identity workout_identity",
        "model.paths": "item_path key_path",
        "model.plan": "Event EventKind Plan Session VolumeChange Week",
        "model.sport": "Equipment Sport Stroke",
        "model.target": "Named Quantity Ramp Range Reference RepTime Target Value Zone",
        "model.link": "Link LinkKind",
        "model.workout": "Intensity Item Repeat Step Workout map_steps walk",
        "notation.message.reading": "Message read_message",
        "notation.message.recognition": "looks_like_message",
        "notation.parser": "parse_steps",
        "notation.writer": "format_steps",
        "pipeline.export": "export",
        "pipeline.file_names": "slug",
        "pipeline.importing": "Imported Importers import_data",
        "pipeline.revising": "revise",
        "plans.anchors": "PlannedRace",
        "plans.changes": "keep move pause shift skip swap",
        "plans.conflicts": "Conflict ConflictKind conflicts",
        "plans.layers": "combine",
        "plans.members": "member_plans plan_for",
        "plans.session_phrases": "say_how_much say_marks say_when",
        "plans.squad": "Member Squad SquadPlan",
        "plans.usual_times": "UsualTimes",
        "plans.week_phrases": "plan_numbers say_week_distances say_week_name say_week_time week_numbers",
        "plans.week_totals": "WeekTotals week_totals",
        "plugins": "Plugin Registry Status",
        "recipes.drills": "form_drills mobility",
        "recipes.frame": "Frame framed",
        "recipes.intervals": "cruise_intervals fartlek hills intervals run_walk strides tempo",
        "recipes.ladders": "ladder pyramid",
        "recipes.long_runs": "long_run",
        "fields.measure": "Measure",
        "fields.parameters": "parameter",
        "recipes.progressive": "progressive",
        "recipes.races": "block_split even_split negative_split race",
        "recipes.recipe": "Recipe",
        "recipes.strength": "runner_strength strength_circuit",
        "fields.tolerance": "Tolerance",
        "recipes.trials": "time_trial",
        "analysis.resolve": "Resolved resolve_target",
        "pipeline.transform": "transformed",
        "phrases": "outline say_duration say_items say_step say_target say_totals",
        "phrases.athlete": "portrait",
        "phrases.dates": "say_date say_day",
        "phrases.directions": "isolated without_isolates",
        "audio.track": "Track write_track",
        "speech.captions": "write_captions",
        "speech.chapter_file": "write_chapters",
        "speech.script": "Chapter LeftOut Script SpokenKind SpokenLine Talk",
        "speech.voice": "Voice",
        "speech.writing": "script_of",
        "time_zones": "time_zone time_zone_data",
        "units": "Units say_time",
    }
)
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted([*_HOMES, "__version__"])  # noqa: PLE0605 - the table above is the one place


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import_module("workout_core.model.showing").show_with(_shown)
    value = getattr(import_module(f"workout_core.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__


def _shown(value: Any) -> str | None:
    """Return what a notebook shows of *value*."""
    shown: str | None = import_module("workout_core.html.notebook").notebook_html(value)
    return shown
