"""The last mile of calendars: folders that are published, served, and pushed into calendars."""
