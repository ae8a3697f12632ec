"""The bytes of a ZWO file: encodings as they occur, and what is refused before it costs anything."""

from contextlib import suppress
from time import process_time

import pytest

from workout_core import DocumentError, Registry, import_data

REGISTRY = Registry.discover()
BLOCK = '<workout><FreeRide Duration="60"/></workout>'


def read(data: bytes):
    return import_data(data, "zwo", registry=REGISTRY, file="a.zwo")


def refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        read(data)
    return str(caught.value).partition("\n")[0]


def named(name: str, declaration: str = "") -> str:
    return f"{declaration}<workout_file><name>{name}</name>{BLOCK}</workout_file>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "utf-16-le"),
        ("", "utf-16-be"),
        ("UTF-8", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16", "utf-8"),
        ("ISO-8859-1", "iso-8859-1"),
        ("windows-1252", "cp1252"),
    ],
)
def test_a_text_is_read_in_the_encoding_that_it_is_in(declared, encoding):
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    assert read(
        named("Zoë’s" if encoding != "iso-8859-1" else "Zoë's", declaration).encode(encoding)
    ).subject.name in (
        "Zoë’s",
        "Zoë's",
    )


def test_a_text_that_is_not_in_utf_8_is_read_as_windows_1252_and_that_is_told():
    found = read(named("Don’t").encode("cp1252"))
    assert found.subject.name == "Don’t"
    assert [str(each).partition("\n")[0] for each in found.warnings] == [
        "a.zwo: is not a text in utf-8, and is read as Windows-1252 (save it in UTF-8)"
    ]


def test_a_bare_ampersand_is_read_as_it_is_meant():
    assert read(named("Stop & go &amp; <![CDATA[on & on]]>").encode()).subject.name == "Stop & go & on & on"


def test_comments_instructions_and_empty_lines_are_passed_over():
    text = f"\n\n<?xml version='1.0'?>\n<!-- a & b <!DOCTYPE -->\n<?x y?>{named('A')}<!-- end -->\n"
    assert read(text.encode()).subject.name == "A"


def test_a_namespace_is_passed_over():
    block = BLOCK.replace("<", "<z:").replace("<z:/", "</z:")
    text = f'<z:workout_file xmlns:z="http://zwift.com">{block}</z:workout_file>'
    found = read(text.encode())
    assert (len(found.subject.items), found.losses) == (1, ())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.zwo: is not a ZWO file (it has no '<workout_file>')"),
        (b"<gpx></gpx>", "a.zwo: is not a ZWO file (it has no '<workout_file>')"),
        (
            b"<gpx><workout_file/></gpx>",
            "a.zwo:1:1: is not a ZWO file: it begins with '<gpx>' (not '<workout_file>')",
        ),
        (b"<workout_file/>", "a.zwo:1:1: has no workout (write its blocks in '<workout>')"),
        (
            b"<workout_file>\n  <workout></workut>",
            "a.zwo:2:14: is not a whole ZWO file: mismatched tag (export it anew)",
        ),
        (
            b"<workout_file>\n",
            "a.zwo:2:1: is not a whole ZWO file: no element found (export it anew)",
        ),
        (
            b'\n<!DOCTYPE x [<!ENTITY a "b">]><workout_file/>',
            "a.zwo:2:1: declares a document type or entities, which no workout needs (remove it)",
        ),
        (
            b'<?xml version="1.0" encoding="EBCDIC"?><workout_file/>',
            "a.zwo: is in 'EBCDIC', which workouts are not in (save it in UTF-8)",
        ),
        (
            b"<workout_file>" + b"<a>" * 60,
            "a.zwo:1:162: is nested more than 50 deep, which no workout is",
        ),
        (
            b"<workout_file>" + b"<a/>" * 100_001,
            "a.zwo:1:400011: has more than 100,000 elements, which no workout has",
        ),
    ],
)
def test_what_is_no_workout_is_refused_with_its_place(data, message):
    assert refused(data) == message


def test_a_file_without_its_suffix_is_recognised_in_any_encoding():
    (importer,) = [each for each in REGISTRY.importers() if each.name == "zwo"]
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be"):
        assert importer.recognises(named("A").encode(encoding))
    assert not importer.recognises(b"<gpx/>")
    assert not importer.recognises(b"")


HOSTILE = {
    "comments that never end": b"<workout_file>" + b"<!--" * 1_000_000,
    "one long name": named(" " * 4_000_000 + "x").encode(),
    "one long number": b'<workout_file><workout><FreeRide Duration="'
    + b"9" * 4_000_000
    + b'"/></workout></workout_file>',
    "ampersands": named("&" * 1_000_000).encode(),
    "texts between blocks": (
        b"<workout_file><name>A</name><workout>"
        + b'<FreeRide Duration="1"/><textevent timeoffset="9" message="x"/>' * 40_000
        + b"</workout></workout_file>"
    ),
    "sets with one text": (
        b"<workout_file><name>A</name><workout>"
        + b'<IntervalsT Repeat="1000" OnDuration="1"><textevent message="x"/></IntervalsT>' * 40_000
        + b"</workout></workout_file>"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("data", HOSTILE.values(), ids=list(HOSTILE))
def test_no_file_keeps_its_reader_busy(data):
    began = process_time()
    with suppress(DocumentError):
        read(data)
    assert process_time() - began < 20
