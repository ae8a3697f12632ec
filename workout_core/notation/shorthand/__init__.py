"""What coaches type, ``2mi WU, 3x1mi @ 10K w/ 90s jog``, as lines of the notation.

It is tried only where the grammar refuses a line, so that whatever the grammar reads means what it says.

* :mod:`~workout_core.notation.shorthand.wording` - what is typed in several ways → one of them
* :mod:`~workout_core.notation.shorthand.tokens` - letters → tokens
* :mod:`~workout_core.notation.shorthand.kinds`, :mod:`~workout_core.notation.shorthand.words`,
  :mod:`~workout_core.notation.shorthand.joining_words` - what words do, and what they mean, as tables
* :mod:`~workout_core.notation.shorthand.questions` - what is asked, before it is said in any language
* :mod:`~workout_core.notation.shorthand.pieces` - the records of what was read
* :mod:`~workout_core.notation.shorthand.targets` - paces, heart rates, efforts
* :mod:`~workout_core.notation.shorthand.amounts` - ladders
* :mod:`~workout_core.notation.shorthand.brackets` - tokens → a tree of brackets
* :mod:`~workout_core.notation.shorthand.walker`, :mod:`~workout_core.notation.shorthand.line`,
  :mod:`~workout_core.notation.shorthand.meanings`,
  :mod:`~workout_core.notation.shorthand.measures`, :mod:`~workout_core.notation.shorthand.bounds`,
  :mod:`~workout_core.notation.shorthand.rest_words` - the tree → pieces
* :mod:`~workout_core.notation.shorthand.titles`,
  :mod:`~workout_core.notation.shorthand.variations` - what is said of several pieces at once
* :mod:`~workout_core.notation.shorthand.setting` - what the whole line says of its steps
* :mod:`~workout_core.notation.shorthand.rests`, :mod:`~workout_core.notation.shorthand.wholes`,
  :mod:`~workout_core.notation.shorthand.nesting`,
  :mod:`~workout_core.notation.shorthand.assembly` - pieces → sets with their rests, wholes with their parts
* :mod:`~workout_core.notation.shorthand.send_offs` - the intervals that swimmers leave on
* :mod:`~workout_core.notation.shorthand.spelling` - the same as canonical text
* :mod:`~workout_core.notation.shorthand.translation` - one line of shorthand → one line of the notation
* :mod:`~workout_core.notation.shorthand.repeats` - counts that repeat more than what is behind them
* :mod:`~workout_core.notation.shorthand.gym`, :mod:`~workout_core.notation.shorthand.gym_lines` - spellings
  of gyms → those of the notation
* :mod:`~workout_core.notation.shorthand.gym_forms`, :mod:`~workout_core.notation.shorthand.gym_atoms` -
  a line of a gym → what it says, in whatever order
* :mod:`~workout_core.notation.shorthand.gym_items`, :mod:`~workout_core.notation.shorthand.gym_clauses`,
  :mod:`~workout_core.notation.shorthand.gym_reader` - that → exercises
* :mod:`~workout_core.notation.shorthand.gym_headings`, :mod:`~workout_core.notation.shorthand.gym_rounds`,
  :mod:`~workout_core.notation.shorthand.gym_clock`, :mod:`~workout_core.notation.shorthand.gym_blocks` -
  what stands before them, rounds, work against the clock
* :mod:`~workout_core.notation.shorthand.gym_spelling`,
  :mod:`~workout_core.notation.shorthand.gym_reading` - exercises and blocks → the notation
* :mod:`~workout_core.notation.shorthand.guesses`,
  :mod:`~workout_core.notation.shorthand.unread` - the word or the part of a line that is not known
* :mod:`~workout_core.notation.shorthand.reading` - the lines of a text that the grammar refuses
"""
