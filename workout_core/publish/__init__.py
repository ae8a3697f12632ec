"""Plans on services of others: what is to be sent and taken away, and what has come of it."""
