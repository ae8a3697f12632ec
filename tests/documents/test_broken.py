"""Documents that are YAML and yet no workout, athlete or plan: every problem is told, and where it stands."""

# ruff: noqa: E501 - documents and messages stand as they are

import pytest

from workout_core import DocumentError, read_text

BROKEN = {
    "a misspelt key": (
        """\
workout: Broken
sprot: running
steps: 10min
""",
        """\
broken.yaml:2:1: 'sprot' is not a key of a workout (did you mean 'sport'?)
    sprot: running
    ^""",
    ),
    "a key in capitals": (
        """\
workout: Broken
Steps: 10min
""",
        """\
broken.yaml:1:1: a workout needs 'steps:'
    workout: Broken
    ^
broken.yaml:2:1: 'Steps' is not a key of a workout (did you mean 'steps'?)
    Steps: 10min
    ^""",
    ),
    "a key of an athlete in a workout": (
        """\
workout: Broken
ftp: 240
steps: 10min
""",
        """\
broken.yaml:2:1: 'ftp' is not a key of a workout (one of workout, id, sport, description, tags, links, pool_length, units, tolerance, goal, steps)
    ftp: 240
    ^""",
    ),
    "a misspelt word at the top": (
        """\
wrokout: Broken
steps: 10min
""",
        """\
broken.yaml:1:1: 'wrokout' says nothing of what the document is (did you mean 'workout'?)
    wrokout: Broken
    ^""",
    ),
    "nothing that says what it is": (
        """\
recipe: cake
steps: 10min
""",
        """\
broken.yaml:1:1: must say what it is: 'workout:', 'athlete:', 'plan:' or 'squad:' at the top
    recipe: cake
    ^""",
    ),
    "two kinds at the top": (
        """\
workout: Broken
athlete: Ada
steps: 10min
""",
        """\
broken.yaml:2:1: says both 'workout' and 'athlete' at its top (a document is one thing)
    athlete: Ada
    ^""",
    ),
    "no mapping but a text": (
        """\
10min @ easy
""",
        """\
broken.yaml:1:1: a document begins with 'workout:', 'athlete:', 'plan:' or 'squad:'
    10min @ easy
    ^""",
    ),
    "no mapping but a list": (
        """\
- workout: Broken
""",
        """\
broken.yaml:1:1: a document begins with 'workout:', 'athlete:', 'plan:' or 'squad:'
    - workout: Broken
    ^""",
    ),
    "no mapping but nothing": (
        """\
null
""",
        """\
broken.yaml:1:1: a document begins with 'workout:', 'athlete:', 'plan:' or 'squad:'
    null
    ^""",
    ),
    "a newer format": (
        """\
format: 2
workout: Broken
steps: 10min
""",
        """\
broken.yaml:1:9: format: format '2' is not one this version reads (1)
    format: 2
            ^""",
    ),
    "a format that is no number": (
        """\
format: [1]
workout: Broken
steps: 10min
""",
        """\
broken.yaml:1:9: format: must be the number 1
    format: [1]
            ^""",
    ),
    "no steps": (
        """\
workout: Broken
""",
        """\
broken.yaml:1:1: a workout needs 'steps:'
    workout: Broken
    ^""",
    ),
    "steps without a value": (
        """\
workout: Broken
steps:
""",
        """\
broken.yaml:2:1: 'steps:' is empty (write its value behind it)
    steps:
    ^""",
    ),
    "an empty list of steps": (
        """\
workout: Broken
steps: []
""",
        """\
broken.yaml:2:8: steps: there is no step (like '10min @ easy')
    steps: []
           ^""",
    ),
    "an empty text of steps": (
        """\
workout: Broken
steps: ''
""",
        """\
broken.yaml:2:8: steps: there is no step (like '10min @ easy')
    steps: ''
           ^""",
    ),
    "a name without a value": (
        """\
workout:
steps: 10min
""",
        """\
broken.yaml:1:1: 'workout:' is empty (write its value behind it)
    workout:
    ^""",
    ),
    "an empty name": (
        """\
workout: ''
steps: 10min
""",
        """\
broken.yaml:1:1: a workout needs a name
    workout: ''
    ^""",
    ),
    "a name of two lines": (
        'workout: "Two\\nlines"\nsteps: 10min\n',
        "broken.yaml:1:10: workout: must be one line: 'Two\\nlines'\n    workout: \"Two\\nlines\"\n             ^",
    ),
    "a control character in a name": (
        'workout: "A bell \\a"\nsteps: 10min\n',
        'broken.yaml:1:10: workout: holds the control character U+0007 (remove it)\n    workout: "A bell \\a"\n             ^',
    ),
    "a list where a text belongs": (
        """\
workout: [Broken]
steps: 10min
""",
        """\
broken.yaml:1:10: workout: must be a text
    workout: [Broken]
             ^""",
    ),
    "a mapping where a text belongs": (
        """\
workout: {name: Broken}
steps: 10min
""",
        """\
broken.yaml:1:10: workout: must be a text
    workout: {name: Broken}
             ^""",
    ),
    "a text where a list belongs": (
        """\
workout: Broken
tags: easy
steps: 10min
""",
        """\
broken.yaml:2:7: tags: must be a list
    tags: easy
          ^""",
    ),
    "a list inside a list of texts": (
        """\
workout: Broken
tags: [easy, [long]]
steps: 10min
""",
        """\
broken.yaml:2:14: tags[1]: must be a text
    tags: [easy, [long]]
                 ^""",
    ),
    "nothing inside a list of texts": (
        """\
workout: Broken
tags:
  - easy
  -
steps: 10min
""",
        """\
broken.yaml:4:4: tags[1]: is empty (write a value, or leave it out)
      -
       ^""",
    ),
    "a mapping where steps belong": (
        """\
workout: Broken
steps: {duration: 10min}
""",
        """\
broken.yaml:2:8: steps: must be steps: lines of notation, or a list
    steps: {duration: 10min}
           ^""",
    ),
    "a list where a step belongs": (
        """\
workout: Broken
steps:
  - [10min]
""",
        """\
broken.yaml:3:5: steps[0]: must be a step, with keys such as 'intensity:'
      - [10min]
        ^""",
    ),
    "nothing where a step belongs": (
        """\
workout: Broken
steps:
  - null
""",
        """\
broken.yaml:3:5: steps[0]: is empty (write a step, or leave it out)
      - null
        ^""",
    ),
    "a misspelt sport": (
        """\
workout: Broken
sport: runing
steps: 10min
""",
        """\
broken.yaml:2:8: sport: 'runing' is not a sport (did you mean 'running'?)
    sport: runing
           ^""",
    ),
    "a sport there is not": (
        """\
workout: Broken
sport: chess
steps: 10min
""",
        """\
broken.yaml:2:8: sport: 'chess' is not a sport (one of running, trail_running, treadmill_running, track_running, walking, hiking, cycling, indoor_cycling, mountain_biking, gravel_cycling, pool_swimming, open_water_swimming, …)
    sport: chess
           ^""",
    ),
    "a link without http": (
        """\
workout: Broken
links: [example.org]
steps: 10min
""",
        """\
broken.yaml:2:9: links[0]: 'example.org' is not a link (like 'https://example.org/page')
    links: [example.org]
            ^""",
    ),
    "a kind of link there is not": (
        """\
workout: Broken
links: [{url: 'https://example.org', kind: film}]
steps: 10min
""",
        """\
broken.yaml:2:44: links[0].kind: 'film' is not a kind of link (one of page, video, audio)
    links: [{url: 'https://example.org', kind: film}]
                                               ^""",
    ),
    "a pool as long as a lake": (
        """\
workout: Broken
pool_length: 2500
sport: pool_swimming
steps: 10min
""",
        """\
broken.yaml:2:14: pool_length: pool length must be 5 to 200 m: 2500
    pool_length: 2500
                 ^""",
    ),
}


@pytest.mark.parametrize(("document", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_document_is_told_with_its_place_and_what_would_be_right(document, message):
    with pytest.raises(DocumentError) as error:
        read_text(document, "broken.yaml")

    assert str(error.value) == message
