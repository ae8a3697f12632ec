"""What a voice says during a workout, and when: a workout as a script, and the voices that read it."""
