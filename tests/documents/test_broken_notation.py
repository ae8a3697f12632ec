"""Mistakes in the notation, however YAML holds the text: line and column are those of the file."""

# ruff: noqa: E501 - documents and messages stand as they are

import pytest

from workout_core import DocumentError, read_text

BROKEN = {
    "in a block": (
        """\
workout: Broken
steps: |
  warmup 15min @ Z2 HR
  6x
    800m @ 3:50
    400m jgo
  cooldown 10min @ esay
""",
        """\
broken.yaml:5:12: steps: '3:50' is not a target (a pace needs its distance: '3:50/km' or '3:50/mi')
        800m @ 3:50
               ^
broken.yaml:6:10: steps: 'jgo' is not part of a step (did you mean 'jog'?)
        400m jgo
             ^
broken.yaml:7:20: steps: 'esay' is not a target (did you mean 'easy'? a pace of your own is quoted: 'esay')
      cooldown 10min @ esay
                       ^""",
    ),
    "in a block that keeps its end": (
        """\
workout: Broken
steps: |+
  10min
  400m jgo
""",
        """\
broken.yaml:4:8: steps: 'jgo' is not part of a step (did you mean 'jog'?)
      400m jgo
           ^""",
    ),
    "in a block without an end": (
        """\
workout: Broken
steps: |-
  10min
  400m jgo""",
        """\
broken.yaml:4:8: steps: 'jgo' is not part of a step (did you mean 'jog'?)
      400m jgo
           ^""",
    ),
    "in a block with its own indentation": (
        """\
workout: Broken
steps: |2
   10min
   400m jgo
""",
        """\
broken.yaml:4:9: steps: 'jgo' is not part of a step (did you mean 'jog'?)
       400m jgo
            ^""",
    ),
    "in a block after comments and empty lines": (
        """\
workout: Broken
# the notation
steps: | # here it comes

  10min

  400m jgo
""",
        """\
broken.yaml:7:8: steps: 'jgo' is not part of a step (did you mean 'jog'?)
      400m jgo
           ^""",
    ),
    "in a block after a comment of its own": (
        """\
workout: Broken
steps: |
  10min  # easy
  400m jgo
""",
        """\
broken.yaml:4:8: steps: 'jgo' is not part of a step (did you mean 'jog'?)
      400m jgo
           ^""",
    ),
    "in the second of two equal lines": (
        """\
workout: Broken
steps: |
  400m
  6x
    400m jgo
    400m jgo
""",
        """\
broken.yaml:5:10: steps: 'jgo' is not part of a step (did you mean 'jog'?)
        400m jgo
             ^
broken.yaml:6:10: steps: 'jgo' is not part of a step (did you mean 'jog'?)
        400m jgo
             ^""",
    ),
    "in a folded block": (
        """\
workout: Broken
steps: >
  warmup 15min @ Z2 HR;
  6x(800m @ 3:50, 400m jgo)
""",
        """\
broken.yaml:4:13: steps: '3:50' is not a target (a pace needs its distance: '3:50/km' or '3:50/mi')
      6x(800m @ 3:50, 400m jgo)
                ^
broken.yaml:4:24: steps: 'jgo' is not part of a step (did you mean 'jog'?)
      6x(800m @ 3:50, 400m jgo)
                           ^""",
    ),
    "in double quotes": (
        """\
workout: Broken
steps: "warmup 15min; 6x(800m, 400m jgo)"
""",
        """\
broken.yaml:2:37: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    steps: "warmup 15min; 6x(800m, 400m jgo)"
                                        ^""",
    ),
    "in double quotes after escapes": (
        'workout: Broken\nsteps: "10min \\"R\\u0065lax\\"\\n400m jgo"\n',
        "broken.yaml:2:36: steps: 'jgo' is not part of a step (did you mean 'jog'?)\n    steps: \"10min \\\"R\\u0065lax\\\"\\n400m jgo\"\n                                       ^",
    ),
    "in double quotes over lines": (
        """\
workout: Broken
steps: "10min;
  400m jgo"
""",
        """\
broken.yaml:3:8: steps: 'jgo' is not part of a step (did you mean 'jog'?)
      400m jgo"
           ^""",
    ),
    "in double quotes with a folded line": (
        'workout: Broken\nsteps: "10min; \\\n  400m jgo"\n',
        """\
broken.yaml:3:8: steps: 'jgo' is not part of a step (did you mean 'jog'?)
      400m jgo"
           ^""",
    ),
    "in single quotes": (
        """\
workout: Broken
steps: '10min; 400m jgo'
""",
        """\
broken.yaml:2:21: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    steps: '10min; 400m jgo'
                        ^""",
    ),
    "in single quotes after a doubled one": (
        """\
workout: Broken
steps: '10min "it''s fun"; 400m jgo'
""",
        """\
broken.yaml:2:33: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    steps: '10min "it''s fun"; 400m jgo'
                                    ^""",
    ),
    "in a plain text": (
        """\
workout: Broken
steps: 10min; 400m jgo
""",
        """\
broken.yaml:2:20: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    steps: 10min; 400m jgo
                       ^""",
    ),
    "in a plain text over lines": (
        """\
workout: Broken
steps: 10min;
  400m jgo
""",
        """\
broken.yaml:2:8: steps: these lines are one to YAML (write 'steps: |' to keep a step a line)
    steps: 10min;
           ^""",
    ),
    "in a list": (
        """\
workout: Broken
steps:
  - 10min
  - 400m jgo
""",
        """\
broken.yaml:4:10: steps[1]: 'jgo' is not part of a step (did you mean 'jog'?)
      - 400m jgo
             ^""",
    ),
    "in a block in a list": (
        """\
workout: Broken
steps:
  - |
    10min
    400m jgo
""",
        """\
broken.yaml:5:10: steps[0]: 'jgo' is not part of a step (did you mean 'jog'?)
        400m jgo
             ^""",
    ),
    "behind an anchor": (
        """\
workout: Broken
steps: &all |
  10min
  400m jgo
""",
        """\
broken.yaml:4:8: steps: 'jgo' is not part of a step (did you mean 'jog'?)
      400m jgo
           ^""",
    ),
    "behind an anchor in a line": (
        """\
workout: Broken
steps: &all 10min; 400m jgo
""",
        """\
broken.yaml:2:25: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    steps: &all 10min; 400m jgo
                            ^""",
    ),
    "at an alias": (
        """\
workout: Broken
description: &all 400m jgo
steps: *all
""",
        """\
broken.yaml:2:24: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    description: &all 400m jgo
                           ^""",
    ),
    "behind wide characters": (
        """\
workout: Broken
steps: 10min "力を抜いて 🙂"; 400m jgo
""",
        """\
broken.yaml:2:30: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    steps: 10min "力を抜いて 🙂"; 400m jgo
                                       ^""",
    ),
    "behind a combining character": (
        'workout: Broken\nsteps: 10min "gäga"; 400m jgo\n',
        "broken.yaml:2:28: steps: 'jgo' is not part of a step (did you mean 'jog'?)\n    steps: 10min \"gäga\"; 400m jgo\n                              ^",
    ),
    "in a long line": (
        f"workout: Broken\nsteps: {'10min; ' * 30}400m jgo; {'10min; ' * 30}\n",
        """\
broken.yaml:2:223: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    n; 10min; 10min; 10min; 10min; 10min; 10min; 400m jgo; 10min; 10min; 10min; 10min; 10min; 10min; 10m
                                                      ^""",
    ),
    "a cue that is not closed": (
        """\
workout: Broken
steps: |
  10min "Relax
  5min
""",
        """\
broken.yaml:3:9: steps: a cue is not closed (write '"' at its end)
      10min "Relax
            ^""",
    ),
    "a bracket that is not closed": (
        """\
workout: Broken
steps: 6x(400m, 200m jog
""",
        """\
broken.yaml:2:10: steps: '(' is never closed (write ')' after the last step)
    steps: 6x(400m, 200m jog
             ^""",
    ),
    "a bracket too many": (
        """\
workout: Broken
steps: 400m)
""",
        """\
broken.yaml:2:12: steps: ')' closes nothing (there is no '(' before it)
    steps: 400m)
               ^""",
    ),
    "brackets a hundred deep": (
        f"workout: Broken\nsteps: {'2x(' * 100}400m{')' * 100}\n",
        """\
broken.yaml:2:58: steps: repeats are nested more than 16 deep
    2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2x(2
                                                      ^""",
    ),
    "lines that do not line up": (
        """\
workout: Broken
steps: |
  6x
      400m
    200m jog
""",
        """\
broken.yaml:5:5: steps: the indentation matches no line above it
        200m jog
        ^""",
    ),
    "metres for minutes": (
        """\
workout: Broken
steps: warmup 10m
""",
        """\
broken.yaml:2:15: steps: '10m' is 10 metres: did you mean '10min'? (if not, write '10 metres')
    steps: warmup 10m
                  ^""",
    ),
    "a zone of nothing": (
        """\
workout: Broken
steps: 10min @ Z2
""",
        """\
broken.yaml:2:16: steps: 'Z2' is not a target (whose zone? 'Z2 HR', 'Z2 pace' or 'Z2 power')
    steps: 10min @ Z2
                   ^""",
    ),
    "zone 0": (
        """\
workout: Broken
steps: 10min @ Z0 HR
""",
        """\
broken.yaml:2:16: steps: zone must be 1 to 10: 0
    steps: 10min @ Z0 HR
                   ^""",
    ),
    "zone 11": (
        """\
workout: Broken
steps: 10min @ Z11 HR
""",
        """\
broken.yaml:2:16: steps: zone must be 1 to 10: 11
    steps: 10min @ Z11 HR
                   ^""",
    ),
    "no repeats": (
        """\
workout: Broken
steps: 0x(400m)
""",
        """\
broken.yaml:2:8: steps: repeat must be 1 to 1000: 0
    steps: 0x(400m)
           ^""",
    ),
    "a percentage of nothing": (
        "workout: Broken\nsteps: 10min @ 85% \n",
        "broken.yaml:2:16: steps: '85%' is not a target (of what? '85% FTP', '85% LTHR', '85% HRmax' or '85% threshold')\n    steps: 10min @ 85% \n                   ^",
    ),
    "a pace of no time": (
        """\
workout: Broken
steps: 10min @ 0:00/km
""",
        """\
broken.yaml:2:16: steps: nobody runs at '0:00'
    steps: 10min @ 0:00/km
                   ^""",
    ),
}


@pytest.mark.parametrize(("document", "message"), BROKEN.values(), ids=BROKEN)
def test_a_mistake_in_the_notation_is_told_where_it_stands_in_the_file(document, message):
    with pytest.raises(DocumentError) as error:
        read_text(document, "broken.yaml")

    assert str(error.value) == message
