"""What plugin authors test with: samples of everything a workout can hold, and a strict look at calendars.

* :data:`SAMPLES` - a small workout for each feature of formats
* :func:`kitchen_sink` - one workout with everything
* :func:`false_claims` - what a format claims and does not carry, or drops without a word
* :func:`lint_calendar` - what is wrong with the bytes of a calendar feed
"""

from workout_core.testing.calendar.lint import lint as lint_calendar
from workout_core.testing.claims import false_claims
from workout_core.testing.samples import SAMPLES, kitchen_sink

__all__ = ["SAMPLES", "false_claims", "kitchen_sink", "lint_calendar"]
