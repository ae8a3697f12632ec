"""What a watch says of itself is read with suspicion."""

import pytest

from watches import PROFILES, device_xml
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
        (b"\xff\xfe\x00", "is not XML"),
        (GOOD.replace(b"<MassStorageMode>", b"<a>" * 40), "is nested more than 30 deep"),
    ],
    ids=["entities", "dtd", "namespace", "no-namespace", "cut", "empty", "bytes", "deep"],
)
def test_what_no_watch_writes_is_refused(data, said):
    with pytest.raises(WatchError, match=said):
        read_card(data)


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
