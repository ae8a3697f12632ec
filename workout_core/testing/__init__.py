"""What plugin authors test with; nothing of it needs pytest, and only the strategies need hypothesis.

* :class:`ExporterKit`, :class:`ImporterKit`, :class:`RecipeKit`, :class:`TransformKit`, :class:`VoiceKit` -
  tests to subclass
* :func:`faults` - the same tests without pytest
* :data:`SAMPLES` - a small workout for each feature of formats
* :func:`kitchen_sink`, :func:`kitchen_sink_plan` - one workout and one plan with everything
* :func:`false_claims` - what a format claims and does not carry, or drops without a word
* :func:`lint_calendar` - what is wrong with the bytes of a calendar feed
* :mod:`workout_core.testing.strategies` - hypothesis strategies for the whole model
"""

from workout_core.testing.calendar.lint import lint as lint_calendar
from workout_core.testing.claims import false_claims
from workout_core.testing.kit.exporters import ExporterKit
from workout_core.testing.kit.importers import ImporterKit
from workout_core.testing.kit.recipes import RecipeKit
from workout_core.testing.kit.running import faults
from workout_core.testing.kit.transforms import TransformKit
from workout_core.testing.kit.voices import VoiceKit
from workout_core.testing.samples import SAMPLES, kitchen_sink, kitchen_sink_plan

__all__ = [
    "SAMPLES",
    "ExporterKit",
    "ImporterKit",
    "RecipeKit",
    "TransformKit",
    "VoiceKit",
    "false_claims",
    "faults",
    "kitchen_sink",
    "kitchen_sink_plan",
    "lint_calendar",
]
