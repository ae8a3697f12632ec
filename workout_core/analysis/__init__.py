"""What a workout asks of an athlete: in their numbers, how long, how far, how hard."""
