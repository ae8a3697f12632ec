"""Workouts that write themselves from a few parameters."""
