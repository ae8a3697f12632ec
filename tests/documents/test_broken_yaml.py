"""Texts that are no YAML, or more YAML than a document may be."""

# ruff: noqa: E501 - documents and messages stand as they are

import pytest
import yaml

from workout_core import DocumentError, read_text
from workout_core.documents import yaml_tree

_LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
BROKEN = {
    "a tab": (
        "workout: Broken\nsteps:\n\t- 10min\n",
        "broken.yaml:3:1: not YAML: a tab cannot indent (use spaces)\n    \t- 10min\n    ^",
    ),
    "a tab below a text": (
        "workout: Broken\nsteps:\n  - 10min\n\t- 20min\n",
        "broken.yaml:4:1: not YAML: a tab cannot indent (use spaces)\n    \t- 20min\n    ^",
    ),
    "a quote that is never closed": (
        """\
workout: "Broken
steps: 10min
""",
        """\
broken.yaml:1:10: not YAML: a quote is never closed
    workout: "Broken
             ^""",
    ),
    "a single quote that is never closed": (
        """\
workout: 'Broken
steps: 10min
""",
        """\
broken.yaml:1:10: not YAML: a quote is never closed
    workout: 'Broken
             ^""",
    ),
    "an apostrophe in single quotes": (
        """\
workout: 'Ada's run'
steps: 10min
""",
        """\
broken.yaml:1:15: not YAML: this is no key (indent keys alike, and write 'key: value')
    workout: 'Ada's run'
                  ^""",
    ),
    "a list that is never closed": (
        """\
workout: Broken
tags: [easy
steps: 10min
""",
        """\
broken.yaml:3:6: not YAML: '[' is not closed, or a ',' is missing before this
    steps: 10min
         ^""",
    ),
    "a mapping that is never closed": (
        """\
workout: Broken
links: {url: x
steps: 10min
""",
        """\
broken.yaml:3:6: not YAML: '{' is not closed, or a ',' is missing before this
    steps: 10min
         ^""",
    ),
    "a colon in a text": (
        """\
workout: Broken: again
steps: 10min
""",
        """\
broken.yaml:1:16: not YAML: ':' does not fit here (indent keys alike, and put a text that holds ': ' in quotes)
    workout: Broken: again
                   ^""",
    ),
    "no space after a colon": (
        """\
workout:Broken
steps: 10min
""",
        """\
broken.yaml:2:6: not YAML: ':' does not fit here (indent keys alike, and put a text that holds ': ' in quotes)
    steps: 10min
         ^""",
    ),
    "a key indented too far": (
        """\
workout: Broken
 sport: running
steps: 10min
""",
        """\
broken.yaml:2:7: not YAML: ':' does not fit here (indent keys alike, and put a text that holds ': ' in quotes)
     sport: running
          ^""",
    ),
    "a key indented between": (
        """\
workout: Broken
links:
   - a
  sport: running
""",
        """\
broken.yaml:4:3: not YAML: this is no key (indent keys alike, and write 'key: value')
      sport: running
      ^""",
    ),
    "a list after its key": (
        """\
workout: - Broken
""",
        """\
broken.yaml:1:10: not YAML: '-' does not fit here (begin a list on a line of its own)
    workout: - Broken
             ^""",
    ),
    "a list that loses its way": (
        """\
- a
b: c
""",
        """\
broken.yaml:2:1: not YAML: '-' is missing before this (indent the items of a list alike)
    b: c
    ^""",
    ),
    "an at sign": (
        """\
workout: Broken
steps:
  - @ easy
""",
        """\
broken.yaml:3:5: not YAML: a text cannot begin with this character (put it in quotes)
      - @ easy
        ^""",
    ),
    "a percent sign": (
        """\
%workout: Broken
steps: 10min
""",
        """\
broken.yaml:1:1: not YAML: a key cannot begin with '%' (put it in quotes)
    %workout: Broken
    ^""",
    ),
    "a backslash in double quotes": (
        'workout: "C:\\workouts"\nsteps: 10min\n',
        "broken.yaml:1:13: not YAML: '\\' begins no known escape (write '\\\\', or use single quotes)\n    workout: \"C:\\workouts\"\n                ^",
    ),
    "half a character in double quotes": (
        'workout: "\\ud800"\nsteps: 10min\n',
        'broken.yaml:1:10: not YAML: an escape here is no character (leave it out)\n    workout: "\\ud800"\n             ^',
    ),
    "a text without a key": (
        """\
workout: Broken
steps: |
  10min
 20min
""",
        """\
broken.yaml:4:2: not YAML: this is no key (indent keys alike, and write 'key: value')
     20min
     ^""",
    ),
    "a key given twice": (
        """\
workout: Broken
steps: 10min
sport: running
steps: 20min
""",
        """\
broken.yaml:4:1: 'steps' is given twice (first in line 2)
    steps: 20min
    ^""",
    ),
    "two documents": (
        """\
workout: Broken
steps: 10min
---
workout: Broken
steps: 10min
""",
        """\
broken.yaml:3:1: a second document begins here (one file holds one)
    ---
    ^""",
    ),
    "nothing": (
        "",
        "broken.yaml:1:1: the document is empty (it begins with 'workout:', 'athlete:', 'plan:' or 'squad:')",
    ),
    "nothing but spaces": (
        "  \n\n",
        "broken.yaml:1:1: the document is empty (it begins with 'workout:', 'athlete:', 'plan:' or 'squad:')",
    ),
    "nothing but comments": (
        """\
# nothing
# here
""",
        """\
broken.yaml:1:1: the document is empty (it begins with 'workout:', 'athlete:', 'plan:' or 'squad:')
    # nothing
    ^""",
    ),
    "nothing but a marker": (
        """\
---
""",
        "broken.yaml:2:1: a document begins with 'workout:', 'athlete:', 'plan:' or 'squad:'",
    ),
    "a call of a Python function": (
        """\
workout: Broken
steps: !!python/object/apply:os.system ['true']
""",
        """\
broken.yaml:2:8: 'tag:yaml.org,2002:python/object/apply:os.system': tags have no meaning here (leave it out)
    steps: !!python/object/apply:os.system ['true']
           ^""",
    ),
    "a tag for a text": (
        """\
workout: Broken
steps: !!str 10min
""",
        """\
broken.yaml:2:8: 'tag:yaml.org,2002:str': tags have no meaning here (leave it out)
    steps: !!str 10min
           ^""",
    ),
    "a tag of somebody's own": (
        """\
workout: !mine Broken
steps: 10min
""",
        """\
broken.yaml:1:10: '!mine': tags have no meaning here (leave it out)
    workout: !mine Broken
             ^""",
    ),
    "a tag that is not declared": (
        """\
workout: !e!mine Broken
steps: 10min
""",
        """\
broken.yaml:1:10: not YAML: tags have no meaning here (leave it out)
    workout: !e!mine Broken
             ^""",
    ),
    "a merge key": (
        """\
workout: Broken
steps:
  - &easy {duration: lap}
  - {<<: *easy, cue: Relax}
""",
        """\
broken.yaml:4:5: steps[1]: a step needs 'duration:'
      - {<<: *easy, cue: Relax}
        ^
broken.yaml:4:6: steps[1]: '<<' is not a key of a step (one of intensity, name, duration, target, second_target, stroke, equipment, exercise, cue)
      - {<<: *easy, cue: Relax}
         ^""",
    ),
    "an alias of nothing": (
        """\
workout: Broken
tags: *tags
steps: 10min
""",
        """\
broken.yaml:2:7: '*tags' repeats nothing that stands before it
    tags: *tags
          ^""",
    ),
    "an alias of itself": (
        """\
workout: Broken
steps: &all
  - {repeat: 2, steps: *all}
""",
        """\
broken.yaml:3:24: '*all' repeats nothing that stands before it
      - {repeat: 2, steps: *all}
                           ^""",
    ),
    "a mapping inside itself": (
        """\
workout: &all
  name: *all
steps: 10min
""",
        """\
broken.yaml:2:9: '*all' repeats nothing that stands before it
      name: *all
            ^""",
    ),
    "a billion laughs": (
        _LAUGHS,
        """\
broken.yaml:4:8: aliases make this document too large
    d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
           ^""",
    ),
    "a list as a key": (
        """\
? [workout]
: Broken
""",
        """\
broken.yaml:1:3: a key must be a word
    ? [workout]
      ^""",
    ),
    "a mapping as a key": (
        """\
{workout: Broken}: x
""",
        """\
broken.yaml:1:1: a key must be a word
    {workout: Broken}: x
    ^""",
    ),
    "an alias as a key": (
        """\
workout: &name Broken
*name : x
steps: 10min
""",
        """\
broken.yaml:2:1: 'Broken' is not a key of a workout (one of workout, id, sport, description, tags, links, pool_length, units, tolerance, goal, steps)
    *name : x
    ^""",
    ),
    "a list a hundred deep": (
        f"workout: Broken\nsteps: {'[' * 100}{']' * 100}\n",
        """\
broken.yaml:2:72: nested more than 64 deep
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]
                                                      ^""",
    ),
    "a block a hundred deep": (
        "workout: Broken\nsteps:\n" + "".join(f"{'  ' * depth}-\n" for depth in range(100)),
        """\
broken.yaml:67:129: nested more than 64 deep
                                                                                                       -
                                                                                                       ^""",
    ),
    "another YAML": (
        """\
%YAML 3.0
---
workout: Broken
steps: 10min
""",
        """\
broken.yaml:1:1: not YAML: only version 1 of YAML is known (leave '%YAML' out)
    %YAML 3.0
    ^""",
    ),
    "a NUL": (
        "workout: a\x00b\n",
        """\
broken.yaml:1:11: holds the control character U+0000 (remove it)
    workout: a�b
              ^""",
    ),
    "a bell": (
        "workout: Broken\ndescription: ring\nsteps: 10min \x07\n",
        """\
broken.yaml:3:14: holds the control character U+0007 (remove it)
    steps: 10min �
                 ^""",
    ),
    "half a character": (
        "workout: a\ud800b\nsteps: 10min\n",
        """\
broken.yaml:1:11: holds the control character U+D800 (remove it)
    workout: a�b
              ^""",
    ),
    "a byte order mark inside": (
        "workout: Broken\nsteps: \ufeff10min\n",
        """\
broken.yaml:2:8: holds the control character U+FEFF (remove it)
    steps: �10min
           ^""",
    ),
}


@pytest.mark.parametrize(("document", "message"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"], ids=["libyaml", "no libyaml"])
def test_broken_yaml_is_told_in_plain_words(document, message, loader, monkeypatch):
    monkeypatch.setattr(yaml_tree, "_Loader", getattr(yaml, loader))
    with pytest.raises(DocumentError) as error:
        read_text(document, "broken.yaml")

    assert str(error.value) == message


@pytest.mark.parametrize("escape", ["\\U00110000", "\\Uffffffff"])
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"], ids=["libyaml", "no libyaml"])
def test_an_escape_beyond_all_characters_is_refused(escape, loader, monkeypatch):
    monkeypatch.setattr(yaml_tree, "_Loader", getattr(yaml, loader))
    with pytest.raises(DocumentError, match="not YAML: an escape here is no character"):
        read_text(f'workout: "{escape}"\nsteps: 10min\n', "broken.yaml")
