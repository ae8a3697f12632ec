"""Build a workout in Python instead of a document, and print it in the notation and in words."""

from workout_core import (
    Distance,
    Intensity,
    Quantity,
    Range,
    Repeat,
    Step,
    Target,
    Time,
    Workout,
    format_steps,
    outline,
)

pace = Target(Quantity.SPEED, Range(1000 / 240, 1000 / 230))
workout = Workout(
    name="6 × 800 m",
    items=(
        Step(duration=Time(900), intensity=Intensity.WARMUP),
        Repeat(
            times=6,
            items=(
                Step(duration=Distance(800), target=pace, cue="Relax the shoulders"),
                Step(duration=Distance(400), intensity=Intensity.RECOVERY),
            ),
        ),
    ),
)
print(format_steps(workout.items))
for depth, line in outline(workout):
    print("  " * depth + line)
