"""Write the tables of the FIT profile anew, from the installed fit-tool.

``python -m workout_fit.fit_tool_tables`` replaces :data:`TABLE` and :data:`EXERCISES` beside this module. The
writer and the reader use these two, because importing fit-tool makes 231 enumerations, which takes longer
than all the rest of an export.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from workout_fit.exercise_numbers import NAMES, NO_NAME

FOLDER: Final = Path(__file__).parent
TABLE: Final = FOLDER / "profile_table.py"
EXERCISES: Final = FOLDER / NAMES
MESSAGES: Final = (
    *("file_id", "file_creator", "workout", "workout_session", "workout_step", "exercise_title"),
    "schedule",
)
MEMBERS: Final = MappingProxyType(
    {
        "FileType": (
            "device settings sport activity workout course schedules weight totals goals blood_pressure "
            "monitoring_a activity_summary monitoring_daily monitoring_b segment segment_list"
        ),
        "Manufacturer": "development",
        "Schedule": "workout",
        "FitBaseUnit": "kilogram pound",
        "Sport": (
            "generic running cycling fitness_equipment swimming training walking rowing hiking e_biking hiit"
        ),
        "SubSport": (
            "generic treadmill trail track spin indoor_cycling road mountain indoor_rowing lap_swimming "
            "open_water flexibility_training strength_training cardio_training yoga pilates "
            "gravel_cycling hiit"
        ),
        "Intensity": "active rest warmup cooldown recovery interval other",
        "SwimStroke": "freestyle backstroke breaststroke butterfly drill mixed im im_by_round rimo",
        "WorkoutEquipment": "none swim_fins swim_kickboard swim_paddles swim_pull_buoy swim_snorkel",
        "WorkoutStepDuration": (
            "time distance hr_less_than hr_greater_than calories open repeat_until_steps_cmplt "
            "repeat_until_time repeat_until_distance repeat_until_calories repeat_until_hr_less_than "
            "repeat_until_hr_greater_than repeat_until_power_less_than repeat_until_power_greater_than "
            "power_less_than power_greater_than power_3s_less_than power_10s_less_than power_30s_less_than "
            "power_3s_greater_than power_10s_greater_than power_30s_greater_than power_lap_less_than "
            "power_lap_greater_than repeat_until_power_last_lap_less_than "
            "repeat_until_max_power_last_lap_less_than repeat_until_training_peaks_tss repetition_time reps "
            "time_only training_peaks_tss"
        ),
        "WorkoutStepTarget": (
            "speed heart_rate open cadence power power_3s power_10s power_30s power_lap swim_stroke "
            "speed_lap heart_rate_lap grade resistance"
        ),
    }
)
"""The members that are written or read, of the profile's enumerations."""


def table() -> str:
    """Return the module :data:`TABLE`."""
    return "\n".join(
        [
            '"""Numbers of the FIT profile.',
            "",
            f"Generated from fit-tool {version('fit-tool')}: ``python -m workout_fit.fit_tool_tables``.",
            '"""',
            "",
            "from __future__ import annotations",
            "",
            "from types import MappingProxyType",
            "from typing import Final",
            "",
            f"PROFILE_VERSION: Final = {_profile_version()}",
            *_messages(),
            *(line for kind, names in MEMBERS.items() for line in _members(kind, names)),
            "",
        ]
    )


def exercises() -> str:
    """Return the file :data:`EXERCISES`: a line for each category, its number, its name and those in it.

    A name's number is its place in the line, counted from 0.
    """
    profile = import_module("fit_tool.profile.profile_type")
    lines = []
    for category in profile.ExerciseCategory:
        title = "".join(word.capitalize() for word in category.name.split("_"))
        names = {each.value: each.name.lower() for each in getattr(profile, f"{title}ExerciseName", ())}
        places = range(max(names, default=-1) + 1)
        in_order = (names.get(place, NO_NAME) for place in places)
        lines.append(" ".join((str(category.value), category.name.lower(), *in_order)))
    return "\n".join((*lines, ""))


def _profile_version() -> int:
    header = import_module("fit_tool.fit_file_header")
    code: int = header.ProfileVersion.from_sdk_version(import_module("fit_tool").SDK_VERSION).version_code
    return code


def _messages() -> Iterator[str]:
    yield "MESSAGES: Final = MappingProxyType("
    yield "    {"
    for name in MESSAGES:
        message = _message(name)
        yield f'        "{name}": ('
        yield f"            {message.global_id},"
        yield "            {"
        for field in message.fields:
            kind = field.base_type
            # only a string has as many bytes as a file gives it
            form = "s" if kind.name == "STRING" else kind.struct_format
            yield f'                "{field.name}": ({field.field_id}, {kind.value}, "{form}"),'
        yield "            },"
        yield "        ),"
    yield "    }"
    yield ")"
    yield '"""By message: its number, and by field the number, the base type and the format of a struct."""'


def _message(name: str) -> Any:
    module = import_module(f"fit_tool.profile.messages.{name}_message")
    return getattr(module, f"{name.title().replace('_', '')}Message")()


def _members(kind: str, names: str) -> Iterator[str]:
    numbers = getattr(import_module("fit_tool.profile.profile_type"), kind)
    constant = "".join(f"_{letter}" if letter.isupper() else letter for letter in kind).strip("_").upper()
    yield f"{constant}: Final = MappingProxyType("
    yield "    {"
    yield from (f'        "{name}": {numbers[name.upper()].value},' for name in names.split())
    yield "    }"
    yield ")"


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
    EXERCISES.write_text(exercises(), "utf-8")
