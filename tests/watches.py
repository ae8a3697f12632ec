"""Watches as folders: the layouts that real ones have, without what is theirs alone."""

import struct
from pathlib import Path

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import FileType, Manufacturer, Sport

from workout_core import Registry

PROFILES = Registry.discover().watches()
SECRETS = ("3987654321", "0123456789ABCDEF", "deadbeef")
_FILE = """
      <File>
        <Specification><Identifier>FIT</Identifier></Specification>
        <Location><Path>{path}</Path><FileExtension>FIT</FileExtension></Location>
        <TransferDirection>{direction}</TransferDirection>
      </File>"""
_TYPE = "\n    <DataType>\n      <Name>{name}</Name>{files}\n    </DataType>"
XML = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<Device xmlns="http://www.garmin.com/xmlschemas/GarminDevice/v2" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Model>
    <PartNumber>006-B2691-00</PartNumber>
    <SoftwareVersion>1410</SoftwareVersion>
    <Description>{model}</Description>
  </Model>
  <Id>3987654321</Id>
  <Extensions><StoreKey>0123456789ABCDEF</StoreKey></Extensions>
  <MassStorageMode>{types}
  </MassStorageMode>
</Device>
"""


def data_type(name, **paths):
    files = "".join(_FILE.format(path=path, direction=direction) for direction, path in paths.items())
    return _TYPE.format(name=name, files=files)


def device_xml(model="Forerunner 935", folder="GARMIN/NEWFILES", kept="GARMIN/WORKOUTS", *, takes=True):
    types = data_type("FIT_TYPE_4", OutputFromUnit="GARMIN/ACTIVITY")
    if takes:
        types += data_type("FIT_TYPE_5", InputToUnit=folder, OutputFromUnit=kept)
        types += data_type("FIT_TYPE_7", InputToUnit=folder)
    return XML.format(model=model, types=types).encode()


def device_fit(workouts=25, steps=50, scheduled=200):
    """Return a DEVICE.FIT that declares limits, byte by byte as the profile lays its messages out."""
    records = struct.pack("<BBBHBBBBBBB", 0x40, 0, 0, 0, 2, 0, 1, 0, 3, 4, 0x8C)
    records += struct.pack("<BBI", 0, 1, int(SECRETS[0]))
    records += struct.pack("<BBBHBBBBBBB", 0x41, 0, 0, 37, 2, 0, 1, 0, 3, 2, 0x84)
    records += struct.pack("<BBH", 1, 4, 0xFFFF) + struct.pack("<BBH", 1, 5, workouts)
    records += struct.pack("<BBBHB", 0x42, 0, 0, 38, 4) + bytes((0, 1, 0, 1, 2, 0x84, 2, 1, 0, 3, 2, 0x84))
    records += struct.pack("<BBHBH", 2, 5, 27, 1, steps) + struct.pack("<BBHBH", 2, 7, 28, 1, scheduled)
    return struct.pack("<BBHI4sH", 14, 0x10, 2132, len(records), b".FIT", 0) + records + b"\0\0"


def foreign_workout(serial, name="Theirs"):
    """Return a workout that somebody else has put on a watch."""
    head = FileIdMessage()
    head.type = FileType.WORKOUT
    head.manufacturer = Manufacturer.GARMIN.value
    head.product = 65534
    head.serial_number = serial
    head.time_created = 1547000000000
    workout = WorkoutMessage()
    workout.workout_name = name
    workout.sport = Sport.RUNNING
    workout.num_valid_steps = 1
    step = WorkoutStepMessage()
    step.message_index = 0
    builder = FitFileBuilder()
    builder.add_all([head, workout, step])
    return builder.build().to_bytes()


def drive(root: Path, names=("GARMIN", "NEWFILES", "WORKOUTS"), held=0, **limits) -> Path:
    """Lay out a watch that is a drive, with *held* workouts of others."""
    garmin, inbox, kept = names
    for name in (inbox, kept, "ACTIVITY", "Debug"):
        (root / garmin / name).mkdir(parents=True)
    (root / garmin / "GarminDevice.xml").write_bytes(
        device_xml(folder=f"{garmin}/{inbox}", kept=f"{garmin}/{kept}")
    )
    (root / garmin / "DEVICE.FIT").write_bytes(device_fit(**limits))
    (root / garmin / "ACTIVITY" / "81A.FIT").write_bytes(b"what somebody has done")
    for number in range(held):
        (root / garmin / kept / f"91ND{number:04}.FIT").write_bytes(foreign_workout(1000 + number))
    return root


def lower_drive(root: Path, **more) -> Path:
    """Lay out one whose folders are spelt as newer watches do, and not as its GarminDevice.xml does."""
    drive(root, ("Garmin", "NewFiles", "Workouts"), **more)
    (root / "Garmin" / "GarminDevice.xml").rename(root / "Garmin" / "garmindevice.XML")
    (root / "Garmin" / "garmindevice.XML").write_bytes(device_xml("Forerunner 255"))
    return root


def band(root: Path) -> Path:
    """Lay out one that takes no workouts."""
    (root / "GARMIN").mkdir(parents=True)
    (root / "GARMIN" / "GarminDevice.xml").write_bytes(device_xml("vivosmart HR", takes=False))
    return root


def wahoo(root: Path) -> Path:
    """Lay out a computer of Wahoo."""
    (root / "plans").mkdir(parents=True)
    (root / "exports").mkdir()
    return root


def take_over(root: Path) -> None:
    """Do what a watch of Garmin does when it is unplugged: files go where it keeps them, rewritten."""
    for number, file in enumerate(sorted((root / "GARMIN" / "NEWFILES").iterdir())):
        data = file.read_bytes()
        rest = data[14:-2]
        rewritten = struct.pack("<BBHI4sH", 14, 0x10, 100, len(rest), b".FIT", 0) + rest + b"\0\0"
        (root / "GARMIN" / "WORKOUTS" / f"A{number:07}.FIT").write_bytes(rewritten)
        file.unlink()
