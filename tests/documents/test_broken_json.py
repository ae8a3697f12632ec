"""Texts that are no JSON, or JSON that is no document."""

# ruff: noqa: E501 - documents and messages stand as they are

import pytest

from workout_core import DocumentError, read_text

BROKEN = {
    "a comma before a brace": (
        '{"workout": "Broken", "steps": "10min",}',
        """\
broken.json:1:40: not JSON: ',' before '}' (leave it out)
    {"workout": "Broken", "steps": "10min",}
                                           ^""",
    ),
    "a comma before a bracket": (
        '{"workout": "Broken", "steps": ["10min",]}',
        """\
broken.json:1:41: not JSON: ',' before ']' (leave it out)
    {"workout": "Broken", "steps": ["10min",]}
                                            ^""",
    ),
    "NaN": (
        '{"workout": "Broken", "steps": [{"duration": {"time": NaN}}]}',
        """\
broken.json:1:55: not JSON: 'NaN' is not a value (texts stand in double quotes)
    {"workout": "Broken", "steps": [{"duration": {"time": NaN}}]}
                                                          ^""",
    ),
    "infinity": (
        '{"workout": "Broken", "steps": [{"duration": {"time": -Infinity}}]}',
        """\
broken.json:1:55: not JSON: '-Infinity' is not a value (texts stand in double quotes)
    {"workout": "Broken", "steps": [{"duration": {"time": -Infinity}}]}
                                                          ^""",
    ),
    "a number beyond all numbers": (
        '{"workout": "Broken", "steps": [{"duration": {"time": 1e999}}]}',
        """\
broken.json:1:55: steps[0].duration.time: '1e999' is not a number
    {"workout": "Broken", "steps": [{"duration": {"time": 1e999}}]}
                                                          ^""",
    ),
    "a leading zero": (
        '{"workout": "Broken", "steps": [{"duration": {"time": 060}}]}',
        """\
broken.json:1:55: not JSON: '060' is not a value (texts stand in double quotes)
    {"workout": "Broken", "steps": [{"duration": {"time": 060}}]}
                                                          ^""",
    ),
    "a plus sign": (
        '{"workout": "Broken", "steps": [{"duration": {"time": +60}}]}',
        """\
broken.json:1:55: not JSON: '+60' is not a value (texts stand in double quotes)
    {"workout": "Broken", "steps": [{"duration": {"time": +60}}]}
                                                          ^""",
    ),
    "a hexadecimal number": (
        '{"workout": "Broken", "steps": [{"duration": {"time": 0x60}}]}',
        """\
broken.json:1:55: not JSON: '0x60' is not a value (texts stand in double quotes)
    {"workout": "Broken", "steps": [{"duration": {"time": 0x60}}]}
                                                          ^""",
    ),
    "true for a number": (
        '{"workout": "Broken", "steps": [{"duration": {"time": true}}]}',
        """\
broken.json:1:55: steps[0].duration.time: 'true' is not a time (like '15min', '1h10min', '90s' or '4:30')
    {"workout": "Broken", "steps": [{"duration": {"time": true}}]}
                                                          ^""",
    ),
    "single quotes around a key": (
        "{'workout': 'Broken'}",
        """\
broken.json:1:2: not JSON: a key in double quotes is missing here
    {'workout': 'Broken'}
     ^""",
    ),
    "single quotes around a text": (
        "{\"workout\": 'Broken'}",
        """\
broken.json:1:13: not JSON: "'Broken'" is not a value (texts stand in double quotes)
    {"workout": 'Broken'}
                ^""",
    ),
    "no quotes": (
        """\
workout: Broken
steps: 10min
""",
        """\
broken.json:1:1: not JSON: 'workout' is not a value (texts stand in double quotes)
    workout: Broken
    ^""",
    ),
    "a comment": (
        """\
{
  // a name
  "workout": "Broken"
}""",
        """\
broken.json:2:3: not JSON: comments have no place in it (leave them out, or write YAML)
      // a name
      ^""",
    ),
    "a comment behind": (
        """\
{
  "workout": "Broken", # a name
  "steps": "10min"
}""",
        """\
broken.json:2:24: not JSON: comments have no place in it (leave them out, or write YAML)
      "workout": "Broken", # a name
                           ^""",
    ),
    "a comment of several lines": (
        """\
{
  "workout": /* a
 name */ "Broken"
}""",
        """\
broken.json:2:14: not JSON: comments have no place in it (leave them out, or write YAML)
      "workout": /* a
                 ^""",
    ),
    "a line break in a text": (
        """\
{"workout": "Bro
ken"}""",
        'broken.json:1:17: not JSON: a control character in a text (write a line break as \'\\n\')\n    {"workout": "Bro\n                    ^',
    ),
    "a tab in a text": (
        '{"workout": "Bro\tken"}',
        'broken.json:1:17: not JSON: a control character in a text (write a line break as \'\\n\')\n    {"workout": "Bro\tken"}\n                    ^',
    ),
    "half a character": (
        '{"workout": "Bro\\ud800ken", "steps": "10min"}',
        'broken.json:1:13: workout: holds the control character U+D800 (remove it)\n    {"workout": "Bro\\ud800ken", "steps": "10min"}\n                ^',
    ),
    "half a character in a key": (
        '{"workout": "Broken", "\\ud800": 1, "steps": "10min"}',
        'broken.json:1:23: \'\\ud800\' is not a key of a workout (one of workout, id, sport, description, tags, links, pool_length, units, tolerance, goal, steps)\n    {"workout": "Broken", "\\ud800": 1, "steps": "10min"}\n                          ^',
    ),
    "an escape there is not": (
        '{"workout": "Bro\\qken"}',
        "broken.json:1:17: not JSON: '\\' begins no known escape (write '\\\\')\n    {\"workout\": \"Bro\\qken\"}\n                    ^",
    ),
    "an escape that is cut short": (
        '{"workout": "Bro\\u12"}',
        'broken.json:1:18: not JSON: \'\\u\' needs four hexadecimal digits\n    {"workout": "Bro\\u12"}\n                     ^',
    ),
    "a text that is never closed": (
        '{"workout": "Broken',
        """\
broken.json:1:13: not JSON: a text is never closed (write '"' at its end)
    {"workout": "Broken
                ^""",
    ),
    "an object that is never closed": (
        '{"workout": "Broken"',
        """\
broken.json:1:21: not JSON: ',' or '}' is missing here
    {"workout": "Broken"
                        ^""",
    ),
    "no comma": (
        """\
{
  "workout": "Broken"
  "steps": "10min"
}""",
        """\
broken.json:3:3: not JSON: ',' or '}' is missing here
      "steps": "10min"
      ^""",
    ),
    "no colon": (
        '{"workout" "Broken"}',
        """\
broken.json:1:12: not JSON: ':' is missing here
    {"workout" "Broken"}
               ^""",
    ),
    "no value": (
        '{"workout": }',
        """\
broken.json:1:13: not JSON: a value is missing here
    {"workout": }
                ^""",
    ),
    "a number as a key": (
        "{1: 2}",
        """\
broken.json:1:2: not JSON: a key in double quotes is missing here
    {1: 2}
     ^""",
    ),
    "a key given twice": (
        """\
{"workout": "Broken",
 "workout": "Again", "steps": "10min"}""",
        """\
broken.json:2:2: 'workout' is given twice (first in line 1)
     "workout": "Again", "steps": "10min"}
     ^""",
    ),
    "more after the end": (
        '{"workout": "Broken", "steps": "10min"} x',
        """\
broken.json:1:41: not JSON: more after the end of the document
    {"workout": "Broken", "steps": "10min"} x
                                            ^""",
    ),
    "two documents": (
        """\
{"workout": "Broken", "steps": "10min"}
{}""",
        """\
broken.json:2:1: not JSON: more after the end of the document
    {}
    ^""",
    ),
    "nothing": (
        "",
        "broken.json:1:1: the document is empty (it begins with '{\"workout\": …')",
    ),
    "nothing but spaces": (
        " \n ",
        "broken.json:1:1: the document is empty (it begins with '{\"workout\": …')",
    ),
    "a list": (
        "[]",
        """\
broken.json:1:1: a document begins with 'workout:', 'athlete:', 'plan:' or 'squad:'
    []
    ^""",
    ),
    "a number": (
        "1",
        """\
broken.json:1:1: a document begins with 'workout:', 'athlete:', 'plan:' or 'squad:'
    1
    ^""",
    ),
    "null for a step": (
        '{"workout": "Broken", "steps": [null]}',
        """\
broken.json:1:33: steps[0]: is empty (write a step, or leave it out)
    {"workout": "Broken", "steps": [null]}
                                    ^""",
    ),
    "a list a hundred deep": (
        '{"workout": "Broken", "steps": ' + "[" * 100 + "]" * 100 + "}",
        """\
broken.json:1:96: nested more than 64 deep
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]
                                                      ^""",
    ),
    "an object a hundred deep": (
        '{"a":' * 100 + "1" + "}" * 100,
        """\
broken.json:1:326: nested more than 64 deep
    {"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":
                                                      ^""",
    ),
    "a key behind wide characters": (
        '{"workout": "力を抜いて 🙂", "sprot": "running", "steps": "10min"}',
        """\
broken.json:1:24: 'sprot' is not a key of a workout (did you mean 'sport'?)
    {"workout": "力を抜いて 🙂", "sprot": "running", "steps": "10min"}
                                 ^""",
    ),
    "a mistake in the notation": (
        '{"workout": "Broken", "steps": "10min; 400m jgo"}',
        """\
broken.json:1:45: steps: 'jgo' is not part of a step (did you mean 'jog'?)
    {"workout": "Broken", "steps": "10min; 400m jgo"}
                                                ^""",
    ),
    "a mistake behind an escaped line break": (
        '{"workout": "Broken", "steps": "10min\\n400m jgo"}',
        'broken.json:1:45: steps: \'jgo\' is not part of a step (did you mean \'jog\'?)\n    {"workout": "Broken", "steps": "10min\\n400m jgo"}\n                                                ^',
    ),
    "a mistake behind an escaped emoji": (
        '{"workout": "Broken", "steps": "10min \\"\\ud83d\\ude42\\"; 400m jgo"}',
        'broken.json:1:62: steps: \'jgo\' is not part of a step (did you mean \'jog\'?)\n    {"workout": "Broken", "steps": "10min \\"\\ud83d\\ude42\\"; 400m jgo"}\n                                                                 ^',
    ),
    "a mistake in the notation in a list": (
        '{"workout": "Broken", "steps": ["10min", "400m jgo"]}',
        """\
broken.json:1:48: steps[1]: 'jgo' is not part of a step (did you mean 'jog'?)
    {"workout": "Broken", "steps": ["10min", "400m jgo"]}
                                                   ^""",
    ),
}


@pytest.mark.parametrize(("document", "message"), BROKEN.values(), ids=BROKEN)
def test_broken_json_is_told_in_plain_words(document, message):
    with pytest.raises(DocumentError) as error:
        read_text(document, "broken.json", is_json=True)

    assert str(error.value) == message
