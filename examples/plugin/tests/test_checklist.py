"""The plugin keeps to what is asked of all plugins of workout-core."""

import workout_checklist

from workout_core.testing import ExporterKit


class TestChecklist(ExporterKit):
    """What is asked of every format that is written."""

    plugin = workout_checklist
    name = "checklist"


class TestChecklistWithStars(TestChecklist):
    """The same with an option."""

    options = {"box": "*"}  # noqa: RUF012 - a table to read
