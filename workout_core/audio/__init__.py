"""A workout as a sound track.

* :mod:`~workout_core.audio.track` - from a workout to a file, as scripts ask for it
* :mod:`~workout_core.audio.choosing` - which voice speaks
* :mod:`~workout_core.audio.speaker` - texts as samples, all of one loudness
* :mod:`~workout_core.audio.speech_cache` - what was said before, on the disk
* :mod:`~workout_core.audio.loudness` - EBU R128, and peaks between samples
* :mod:`~workout_core.audio.mixing` - lines and beeps at their times, with silence between
* :mod:`~workout_core.audio.kinds` - the kinds of files, by their suffix
* :mod:`~workout_core.audio.sound_file` - files that soundfile writes
* :mod:`~workout_core.audio.tags` - chapters, title and cover in them
* :mod:`~workout_core.audio.ffmpeg` - files that ffmpeg writes
"""
