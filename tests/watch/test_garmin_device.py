"""What a watch says of itself is read with suspicion."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watches import PROFILES, XML, data_type, device_xml
from workout_core import WatchError
from workout_core.watch.device import open_watch
from workout_core.watch.drive import Drive
from workout_core.watch.garmin_device import read_card

GOOD = device_xml()
BILLION = b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><Device>&b;</Device>'


def test_the_model_and_the_folders_are_read():
    card = read_card(GOOD)
    assert (card.model, card.software) == ("Forerunner 935", "14.10")
    assert card.takes == {"FIT_TYPE_5": "GARMIN/NEWFILES", "FIT_TYPE_7": "GARMIN/NEWFILES"}
    assert card.gives["FIT_TYPE_5"] == "GARMIN/WORKOUTS"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (BILLION, "has a document type"),
        (
            b'<!DOCTYPE d SYSTEM "file:///etc/passwd">' + GOOD.partition(b"?>")[2].strip(),
            "has a document type",
        ),
        (GOOD.replace(b"GarminDevice/v2", b"GarminDevice/v9"), "begins with"),
        (b"<Device/>", "begins with 'Device'"),
        (GOOD.partition(b"</Device>")[0], "is not XML"),
        (b"", "is not XML"),
        (GOOD.replace(b"UTF-8", b"UTF-u"), "is not XML: unknown encoding: UTF-u"),
        (GOOD.replace(b"UTF-8", b"gb2312"), "is not XML: multi-byte encodings are not supported"),
        (b"\xff\xfe\x00", "is not XML"),
        (GOOD.replace(b"<MassStorageMode>", b"<a>" * 40), "is nested more than 30 deep"),
    ],
    ids=["entities", "dtd", "namespace", "no-namespace", "cut", "empty", "encoding", "wide", "bytes", "deep"],
)
def test_what_no_watch_writes_is_refused(data, said):
    with pytest.raises(WatchError, match=said):
        read_card(data)


@pytest.mark.parametrize(
    ("data", "model"),
    [
        (b"\xef\xbb\xbf" + GOOD, "Forerunner 935"),
        (GOOD.replace(b"\n", b"\r\n"), "Forerunner 935"),
        (GOOD.decode().replace("UTF-8", "UTF-16").encode("utf-16"), "Forerunner 935"),
        (device_xml("f\u0113nix 3"), "f\u0113nix 3"),
        (
            device_xml("vivo\u00e9").decode().replace("UTF-8", "windows-1252").encode("cp1252"),
            "vivo\u00e9",
        ),
        (re.sub(rb"<(/?)([A-Z])", rb"<\1g:\2", GOOD).replace(b"xmlns=", b"xmlns:g="), "Forerunner 935"),
        (GOOD.replace(b"<Extensions>", b'<Extensions xmlns="http://www.garmin.com/x">'), "Forerunner 935"),
        (GOOD.partition(b"?>")[2], "Forerunner 935"),
        (b"\n" + GOOD, "Forerunner 935"),
        (GOOD + b"\0" * 64, "Forerunner 935"),
        (GOOD + b"\xff" * 64, "Forerunner 935"),
        (GOOD.replace(b"<Model>", b"<!-- old --><?old?><Model>"), "Forerunner 935"),
        (GOOD.replace(b"Forerunner 935", b"\n  Forerunner\n  935 "), "Forerunner 935"),
        (
            re.sub(rb"(<Name>FIT_TYPE_5</Name>)(.*?)(</DataType>)", rb"\2\1\3", GOOD, flags=re.DOTALL),
            "Forerunner 935",
        ),
        (GOOD.replace(b"GARMIN/NEWFILES", b"\n    GARMIN/NEWFILES\n   "), "Forerunner 935"),
        (GOOD.replace(b"<PartNumber>006-B2691-00</PartNumber>", b""), "Forerunner 935"),
        (GOOD.replace(b"<Description>Forerunner 935</Description>", b""), "Garmin device"),
    ],
    ids=[
        "byte order mark",
        "lines of Windows",
        "UTF-16",
        "accents",
        "windows-1252",
        "prefix",
        "other namespace inside",
        "no declaration",
        "empty line before it",
        "zeros behind it",
        "rubbish behind it",
        "comments",
        "lines in a name",
        "name behind its files",
        "lines in a path",
        "no part number",
        "no name",
    ],
)
def test_watches_write_it_in_many_ways(data, model):
    card = read_card(data)
    assert (card.model, card.software) == (model, "14.10")
    assert card.takes == {"FIT_TYPE_5": "GARMIN/NEWFILES", "FIT_TYPE_7": "GARMIN/NEWFILES"}
    assert card.gives["FIT_TYPE_5"] == "GARMIN/WORKOUTS"


@given(st.data())
def test_a_damaged_one_is_refused_or_says_something_else(data):
    damaged = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    with suppress(WatchError):
        assert read_card(bytes(damaged)).model


@pytest.mark.parametrize("part", [b"006-B2691-00", b"006-B2691-99", b"006-B02691-00"])
def test_the_number_of_the_model_is_in_its_part_number(part):
    assert read_card(GOOD.replace(b"006-B2691-00", part)).product == 2691


@pytest.mark.parametrize("part", [b"", b"2691", b"006-D2691-00", b"006-B2691-00-3987654321"])
def test_what_is_no_part_number_is_no_number(part):
    assert read_card(GOOD.replace(b"006-B2691-00", part)).product is None


@pytest.mark.parametrize("path", ["GARMIN/SCHEDULE", "GARMIN/SUB/NewFiles", ""])
def test_a_watch_without_a_folder_for_schedules_takes_workouts(tmp_path, path):
    types = data_type("FIT_TYPE_5", InputToUnit="GARMIN/NEWFILES", OutputFromUnit="GARMIN/WORKOUTS")
    types += data_type("FIT_TYPE_7", InputToUnit=path)
    (tmp_path / "GARMIN" / "NEWFILES").mkdir(parents=True)
    (tmp_path / "GARMIN" / "GarminDevice.xml").write_bytes(XML.format(model="Any", types=types).encode())
    watch = open_watch(Drive(tmp_path), PROFILES)
    assert (watch.inbox, watch.calendar) == ("GARMIN/NEWFILES", None)


@pytest.mark.parametrize(
    "path", ["GARMIN/../../home/NEWFILES", "GARMIN/Debug", "..", "", "GARMIN\\NEWFILES", "GARMIN/NEW\nFILES"]
)
def test_a_folder_elsewhere_is_refused(tmp_path, path):
    (tmp_path / "GARMIN" / "NEWFILES").mkdir(parents=True)
    (tmp_path / "GARMIN" / "GarminDevice.xml").write_bytes(device_xml(folder=path))
    with pytest.raises(WatchError, match="only NewFiles and Workouts are touched"):
        open_watch(Drive(tmp_path), PROFILES)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    (tmp_path / "GARMIN").mkdir()
    (tmp_path / "GARMIN" / "GarminDevice.xml").write_bytes(device_xml())
    with pytest.raises(WatchError, match="the folder GARMIN/NEWFILES is not there"):
        open_watch(Drive(tmp_path), PROFILES)


def test_a_file_of_100_megabytes_is_not_read(tmp_path):
    (tmp_path / "GARMIN").mkdir()
    with (tmp_path / "GARMIN" / "GarminDevice.xml").open("wb") as stream:
        stream.truncate(100 * 10**6)
    with pytest.raises(WatchError, match="is larger than 1048576 bytes"):
        open_watch(Drive(tmp_path), PROFILES)


def test_a_link_out_of_the_watch_is_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "watch"
    (root / "GARMIN").mkdir(parents=True)
    (root / "GARMIN" / "GarminDevice.xml").write_bytes(device_xml())
    (root / "GARMIN" / "NEWFILES").symlink_to(outside)
    with pytest.raises(WatchError, match="is not there"):
        open_watch(Drive(root), PROFILES)
    with pytest.raises(WatchError, match="leads out of the watch"):
        Drive(root).write("GARMIN/NEWFILES/easy.fit", b"")
