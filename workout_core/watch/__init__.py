"""The last mile of workouts: watches are found, looked at, and given workouts that can be taken off again."""
