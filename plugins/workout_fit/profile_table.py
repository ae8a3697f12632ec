"""Numbers of the FIT profile.

Generated from fit-tool 0.9.16: ``python -m workout_fit.fit_tool_tables``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

PROFILE_VERSION: Final = 21212
MESSAGES: Final = MappingProxyType(
    {
        "file_id": (
            0,
            {
                "type": (0, 0, "B"),
                "manufacturer": (1, 132, "H"),
                "product": (2, 132, "H"),
                "serial_number": (3, 140, "I"),
                "time_created": (4, 134, "I"),
                "number": (5, 132, "H"),
                "product_name": (8, 7, "s"),
            },
        ),
        "file_creator": (
            49,
            {
                "software_version": (0, 132, "H"),
                "hardware_version": (1, 2, "B"),
            },
        ),
        "workout": (
            26,
            {
                "message_index": (254, 132, "H"),
                "sport": (4, 0, "B"),
                "capabilities": (5, 140, "I"),
                "num_valid_steps": (6, 132, "H"),
                "wkt_name": (8, 7, "s"),
                "sub_sport": (11, 0, "B"),
                "pool_length": (14, 132, "H"),
                "pool_length_unit": (15, 0, "B"),
                "wkt_description": (17, 7, "s"),
            },
        ),
        "workout_session": (
            158,
            {
                "message_index": (254, 132, "H"),
                "sport": (0, 0, "B"),
                "sub_sport": (1, 0, "B"),
                "num_valid_steps": (2, 132, "H"),
                "first_step_index": (3, 132, "H"),
                "pool_length": (4, 132, "H"),
                "pool_length_unit": (5, 0, "B"),
            },
        ),
        "workout_step": (
            27,
            {
                "message_index": (254, 132, "H"),
                "wkt_step_name": (0, 7, "s"),
                "duration_type": (1, 0, "B"),
                "duration_value": (2, 134, "I"),
                "target_type": (3, 0, "B"),
                "target_value": (4, 134, "I"),
                "custom_target_value_low": (5, 134, "I"),
                "custom_target_value_high": (6, 134, "I"),
                "intensity": (7, 0, "B"),
                "notes": (8, 7, "s"),
                "equipment": (9, 0, "B"),
                "exercise_category": (10, 132, "H"),
                "exercise_name": (11, 132, "H"),
                "exercise_weight": (12, 132, "H"),
                "weight_display_unit": (13, 132, "H"),
                "secondary_target_type": (19, 0, "B"),
                "secondary_target_value": (20, 134, "I"),
                "secondary_custom_target_value_low": (21, 134, "I"),
                "secondary_custom_target_value_high": (22, 134, "I"),
            },
        ),
        "exercise_title": (
            264,
            {
                "message_index": (254, 132, "H"),
                "exercise_category": (0, 132, "H"),
                "exercise_name": (1, 132, "H"),
                "wkt_step_name": (2, 7, "s"),
            },
        ),
        "schedule": (
            28,
            {
                "manufacturer": (0, 132, "H"),
                "product": (1, 132, "H"),
                "serial_number": (2, 140, "I"),
                "time_created": (3, 134, "I"),
                "completed": (4, 2, "B"),
                "type": (5, 0, "B"),
                "scheduled_time": (6, 134, "I"),
            },
        ),
    }
)
"""By message: its number, and by field the number, the base type and the format of a struct."""
FILE_TYPE: Final = MappingProxyType(
    {
        "device": 1,
        "settings": 2,
        "sport": 3,
        "activity": 4,
        "workout": 5,
        "course": 6,
        "schedules": 7,
        "weight": 9,
        "totals": 10,
        "goals": 11,
        "blood_pressure": 14,
        "monitoring_a": 15,
        "activity_summary": 20,
        "monitoring_daily": 28,
        "monitoring_b": 32,
        "segment": 34,
        "segment_list": 35,
    }
)
MANUFACTURER: Final = MappingProxyType(
    {
        "development": 255,
    }
)
SCHEDULE: Final = MappingProxyType(
    {
        "workout": 0,
    }
)
FIT_BASE_UNIT: Final = MappingProxyType(
    {
        "kilogram": 1,
        "pound": 2,
    }
)
SPORT: Final = MappingProxyType(
    {
        "generic": 0,
        "running": 1,
        "cycling": 2,
        "fitness_equipment": 4,
        "swimming": 5,
        "training": 10,
        "walking": 11,
        "rowing": 15,
        "hiking": 17,
        "e_biking": 21,
        "hiit": 62,
    }
)
SUB_SPORT: Final = MappingProxyType(
    {
        "generic": 0,
        "treadmill": 1,
        "trail": 3,
        "track": 4,
        "spin": 5,
        "indoor_cycling": 6,
        "road": 7,
        "mountain": 8,
        "indoor_rowing": 14,
        "lap_swimming": 17,
        "open_water": 18,
        "flexibility_training": 19,
        "strength_training": 20,
        "cardio_training": 26,
        "yoga": 43,
        "pilates": 44,
        "gravel_cycling": 46,
        "hiit": 70,
    }
)
INTENSITY: Final = MappingProxyType(
    {
        "active": 0,
        "rest": 1,
        "warmup": 2,
        "cooldown": 3,
        "recovery": 4,
        "interval": 5,
        "other": 6,
    }
)
SWIM_STROKE: Final = MappingProxyType(
    {
        "freestyle": 0,
        "backstroke": 1,
        "breaststroke": 2,
        "butterfly": 3,
        "drill": 4,
        "mixed": 5,
        "im": 6,
        "im_by_round": 7,
        "rimo": 8,
    }
)
WORKOUT_EQUIPMENT: Final = MappingProxyType(
    {
        "none": 0,
        "swim_fins": 1,
        "swim_kickboard": 2,
        "swim_paddles": 3,
        "swim_pull_buoy": 4,
        "swim_snorkel": 5,
    }
)
WORKOUT_STEP_DURATION: Final = MappingProxyType(
    {
        "time": 0,
        "distance": 1,
        "hr_less_than": 2,
        "hr_greater_than": 3,
        "calories": 4,
        "open": 5,
        "repeat_until_steps_cmplt": 6,
        "repeat_until_time": 7,
        "repeat_until_distance": 8,
        "repeat_until_calories": 9,
        "repeat_until_hr_less_than": 10,
        "repeat_until_hr_greater_than": 11,
        "repeat_until_power_less_than": 12,
        "repeat_until_power_greater_than": 13,
        "power_less_than": 14,
        "power_greater_than": 15,
        "power_3s_less_than": 19,
        "power_10s_less_than": 20,
        "power_30s_less_than": 21,
        "power_3s_greater_than": 22,
        "power_10s_greater_than": 23,
        "power_30s_greater_than": 24,
        "power_lap_less_than": 25,
        "power_lap_greater_than": 26,
        "repeat_until_power_last_lap_less_than": 17,
        "repeat_until_max_power_last_lap_less_than": 18,
        "repeat_until_training_peaks_tss": 27,
        "repetition_time": 28,
        "reps": 29,
        "time_only": 31,
        "training_peaks_tss": 16,
    }
)
WORKOUT_STEP_TARGET: Final = MappingProxyType(
    {
        "speed": 0,
        "heart_rate": 1,
        "open": 2,
        "cadence": 3,
        "power": 4,
        "power_3s": 7,
        "power_10s": 8,
        "power_30s": 9,
        "power_lap": 10,
        "swim_stroke": 11,
        "speed_lap": 12,
        "heart_rate_lap": 13,
        "grade": 5,
        "resistance": 6,
    }
)
