"""Files that are no text in UTF-8, and texts with the line ends of other systems."""

# ruff: noqa: E501 - documents and messages stand as they are

import pytest

from workout_core import DocumentError, read_bytes

BROKEN = {
    "UTF-16, little end first": (
        b"\xff\xfew\x00o\x00r\x00k\x00o\x00u\x00t\x00:\x00 \x00B\x00\n\x00",
        "broken.yaml: is UTF-16 text (save it as UTF-8)",
    ),
    "UTF-16, big end first": (
        b"\xfe\xff\x00w\x00o\x00r\x00k\x00o\x00u\x00t\x00:\x00 \x00B\x00\n",
        "broken.yaml: is UTF-16 text (save it as UTF-8)",
    ),
    "UTF-16 without a mark": (
        b"w\x00o\x00r\x00k\x00o\x00u\x00t\x00:\x00 \x00B\x00\n\x00",
        "broken.yaml: is not a text but binary data",
    ),
    "UTF-32": (
        b"\xff\xfe\x00\x00w\x00\x00\x00o\x00\x00\x00r\x00\x00\x00k\x00\x00\x00o\x00\x00\x00u\x00\x00\x00t\x00\x00\x00:\x00\x00\x00 \x00\x00\x00B\x00\x00\x00\n\x00\x00\x00",
        "broken.yaml: is UTF-32 text (save it as UTF-8)",
    ),
    "Latin-1": (
        b"workout: B\ndescription: Z\xfcgig, h\xf6chstens locker\nsteps: 10min\n",
        """\
broken.yaml:2:15: not UTF-8: byte 0xfc (save it as UTF-8)
    description: Z�gig, h�chstens locker
                  ^""",
    ),
    "Latin-1 behind wide characters": (
        b"workout: \xe5\x8a\x9b\xe3\x82\x92 \xe9\nsteps: 10min\n",
        """\
broken.yaml:1:13: not UTF-8: byte 0xe9 (save it as UTF-8)
    workout: 力を �
                  ^""",
    ),
    "Latin-1 behind a mark for UTF-8": (
        b"\xef\xbb\xbfworkout: \xe9\nsteps: 10min\n",
        """\
broken.yaml:1:10: not UTF-8: byte 0xe9 (save it as UTF-8)
    workout: �
             ^""",
    ),
    "Latin-1 and Windows line ends": (
        b"workout: B\r\ndescription: \xe9\r\nsteps: 10min\r\n",
        """\
broken.yaml:2:14: not UTF-8: byte 0xe9 (save it as UTF-8)
    description: �
                 ^""",
    ),
    "half a character at the end": (
        b"workout: \xe5\x8a",
        """\
broken.yaml:1:10: not UTF-8: byte 0xe5 (save it as UTF-8)
    workout: �
             ^""",
    ),
    "a picture": (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "broken.yaml: is not a text but binary data",
    ),
    "a FIT file": (
        b"\x0e \\\x08\\\x01\x00\x00.FIT\xa3[@\x00\x00\x00\x00\x00\x03",
        "broken.yaml: is not a text but binary data",
    ),
    "a ZIP file": (
        b"PK\x03\x04\x14\x00\x00\x00",
        "broken.yaml: is not a text but binary data",
    ),
    "a NUL": (
        b"workout: a\x00b\n",
        "broken.yaml: is not a text but binary data",
    ),
    "nothing but a mark": (
        b"\xef\xbb\xbf",
        "broken.yaml:1:1: the document is empty (it begins with 'workout:', 'athlete:', 'plan:' or 'squad:')",
    ),
    "Windows line ends": (
        b"workout: Broken\r\nsteps: |\r\n  10min\r\n  400m jgo\r\n",
        """\
broken.yaml:4:8: steps: 'jgo' is not part of a step (did you mean 'jog'?)
      400m jgo
           ^""",
    ),
    "Windows line ends before a key": (
        b"workout: Broken\r\ntags: [easy]\r\nsprot: running\r\nsteps: 10min\r\n",
        """\
broken.yaml:3:1: 'sprot' is not a key of a workout (did you mean 'sport'?)
    sprot: running
    ^""",
    ),
    "line ends of an old Macintosh": (
        b"workout: Broken\rsprot: running\rsteps: 10min\r",
        """\
broken.yaml:2:1: 'sprot' is not a key of a workout (did you mean 'sport'?)
    sprot: running
    ^""",
    ),
    "a mark before a misspelt word": (
        b"\xef\xbb\xbfwrokout: Broken\nsteps: 10min\n",
        """\
broken.yaml:1:1: 'wrokout' says nothing of what the document is (did you mean 'workout'?)
    wrokout: Broken
    ^""",
    ),
    "line ends of other alphabets": (
        b'workout: "a\xc2\x85b\xe2\x80\xa8c"\nsprot: running\nsteps: 10min\n',
        "broken.yaml:1:10: workout: must be one line: 'a b\\nc'\n    workout: \"a\n             ^\nbroken.yaml:4:1: 'sprot' is not a key of a workout (did you mean 'sport'?)\n    sprot: running\n    ^",
    ),
}


@pytest.mark.parametrize(("data", "message"), BROKEN.values(), ids=BROKEN)
def test_bytes_that_are_no_document_are_told_with_line_and_column(data, message):
    with pytest.raises(DocumentError) as error:
        read_bytes(data, "broken.yaml")

    assert str(error.value) == message
