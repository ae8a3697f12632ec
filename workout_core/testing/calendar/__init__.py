"""A calendar feed looked at byte by byte, as the strictest reader would."""
