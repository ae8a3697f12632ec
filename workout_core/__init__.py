"""Structured workouts in; FIT files for watches, calendars and JSON out, through exporter plugins."""
