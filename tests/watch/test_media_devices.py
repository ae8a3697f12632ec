"""Watches that are media devices, by way of ``gio``: what is asked of them, and nothing of whose they are."""

import pytest

from media_device import ADDRESS, HOST, FakeMtpRs, fenix
from watches import PROFILES, band, drive, foreign_workout
from workout_core import WatchError
from workout_core.cli.main import run
from workout_core.cli.watch import choosing
from workout_core.watch import gio
from workout_core.watch.detecting import Surroundings, find_watches, mounted_partitions, storage_at
from workout_core.watch.device import held_files, open_watch
from workout_core.watch.programs import Ran
from workout_core.watch.programs import run as run_program

TOUCHED = ("GARMIN", "NewFiles", "Workouts", "DEVICE.FIT", "GarminDevice.xml")


def around(gio_of_it, *drives, mounts=None):
    return Surroundings(lambda: list(map(str, drives)), gio_of_it, mounts, PROFILES)


@pytest.fixture
def command(monkeypatch, capfd, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "easy.yaml").write_text("workout: Easy\nsteps: 30min @ 5:00/km\n")

    def call(device, *arguments, drives=()):
        monkeypatch.setattr(choosing, "surroundings", lambda: around(device, *drives))
        return run(["watch", *arguments]), *capfd.readouterr()

    return call


def test_a_media_device_is_listed_loaded_compared_and_undone(command, tmp_path):
    device = fenix()
    before = dict(device.files)
    document = str(tmp_path / "easy.yaml")
    assert command(device, "list")[1].splitlines()[:2] == [
        "fenix 6 Pro 14.10 at Garmin fenix 6 Pro",
        "  holds 0 of 50 workouts, each of at most 50 steps",
    ]
    code, out, err = command(device, "load", document)
    assert (code, out) == (0, "new: Easy\n")
    assert "1 written and read back; eject the watch in the file manager" in err
    assert device.files.keys() - before.keys() == {"Primary/GARMIN/NewFiles/easy.fit"}
    assert command(device, "status", document)[1] == "  Easy  waits until the watch is unplugged\n"
    assert command(device, "undo")[1] == "Easy: removed\n"
    assert device.files == before


def test_nothing_but_the_four_is_touched(command, tmp_path):
    device = fenix()
    for arguments in (["list"], ["load", str(tmp_path / "easy.yaml")], ["status"], ["undo"]):
        command(device, *arguments)
    named = {word.rpartition("/")[2] for what, *rest in device.asked for word in rest if what != "copy"}
    assert named - set(TOUCHED) == {"", "-l", "-f", "-li", "Primary", "easy.fit"}


def test_the_serial_number_is_in_no_output_and_no_receipt(command, tmp_path):
    device = fenix()
    said = ""
    for arguments in (
        ["list"],
        ["list", "--json"],
        ["load", str(tmp_path / "easy.yaml")],
        ["list", "--path", ADDRESS],
    ):
        code, out, err = command(device, *arguments)
        assert code == 0
        said += out + err
    device.fails_after = 0
    (tmp_path / "easy.yaml").write_text("workout: Easy\nsteps: 31min @ 5:00/km\n")
    code, out, err = command(device, "load", str(tmp_path / "easy.yaml"))
    assert code == 4
    assert "Garmin fenix 6 Pro: gio: " in err
    said += out + err + "".join(path.name + path.read_text() for path in (tmp_path / "state").rglob("*.json"))
    assert "deadbeef" not in said


def test_a_device_that_is_not_mounted_is_mounted():
    device = fenix(is_mounted=False)
    (found,) = find_watches(around(device)).storages
    assert open_watch(found, PROFILES).model == "fenix 6 Pro"
    assert ("mount", "/") in device.asked


def test_a_telephone_is_not_mounted():
    device = fenix(is_mounted=False, host="Google_Pixel_9_0123")
    assert find_watches(around(device)) == ([], [])
    assert not device.is_mounted


def test_drives_of_this_system_are_asked_for():
    assert all(isinstance(each, str) for each in mounted_partitions())


def test_a_device_that_does_not_answer_is_a_doubt():
    device = fenix()
    device.fails_after = -1
    found = find_watches(around(device))
    assert found.storages == []
    (doubt,) = found.doubts
    assert doubt == (
        "Garmin fenix 6 Pro: gio: Garmin fenix 6 Pro/Primary: libmtp error: PTP Layer error 02ff "
        "(is it still connected, and awake?)"
    )


def test_a_copy_that_fails_in_the_middle_leaves_no_half_file_and_is_told(command, tmp_path):
    device = fenix()
    for minutes in (30, 40, 50):
        (tmp_path / f"{minutes}.yaml").write_text(f"workout: For {minutes}\nsteps: {minutes}min @ 5:00/km\n")
    device.fails_after = 2
    documents = [str(tmp_path / f"{minutes}.yaml") for minutes in (30, 40, 50)]
    code, out, err = command(device, "load", *documents)
    assert (code, out) == (4, "new: For 30\nnew: For 40\n")
    assert "2 of 3 are loaded and read back ('workout watch undo' takes off what is there" in err
    device.fails_after = None
    code, out, _ = command(device, "load", *documents)
    assert out == "there already: For 30\nthere already: For 40\nnew: For 50\n"


def test_half_a_file_does_not_stay(command, tmp_path):
    device = fenix()
    before = dict(device.files)
    device.breaks_off = True
    code, _, err = command(device, "load", str(tmp_path / "easy.yaml"))
    assert (code, device.files) == (4, before)
    assert "Could not send object." in err


def test_what_is_there_is_asked_for_once(command):
    device = fenix()
    for number in range(5):
        device.files[f"Primary/GARMIN/Workouts/{number}.FIT"] = foreign_workout(number + 1)
    command(device, "status")
    assert sum(what == "cat" and "Workouts" in rest[0] for what, *rest in device.asked) == 5
    assert sum(what == "list" and "Workouts" in rest[-1] for what, *rest in device.asked) == 1


def test_names_with_signs_are_escaped():
    device = fenix()
    device.files["Primary/GARMIN/Workouts/50% #1?.FIT"] = foreign_workout(7)
    (found,) = find_watches(around(device)).storages
    assert [each.path for each in held_files(open_watch(found, PROFILES))] == ["GARMIN/Workouts/50% #1?.FIT"]


def test_two_watches_are_chosen_between(command, tmp_path):
    root = drive(tmp_path / "GARMIN")
    code, _, err = command(fenix(), "load", str(tmp_path / "easy.yaml"), drives=[root, tmp_path / "nowhere"])
    assert code == 4
    assert err == (
        f"error: there are 2 watches (choose one: --path {str(root)!r}, --path 'Garmin fenix 6 Pro')\n"
    )
    assert command(fenix(), "load", str(tmp_path / "easy.yaml"), "--path", str(root), drives=[root])[0] == 0
    done = command(
        fenix(), "load", str(tmp_path / "easy.yaml"), "--path", "garmin fenix 6 pro", drives=[root]
    )
    assert done[:2] == (0, "new: Easy\n")


def test_a_watch_that_cannot_be_read_does_not_hide_the_others(command, tmp_path):
    good, bad = band(tmp_path / "good"), drive(tmp_path / "bad")
    (bad / "GARMIN" / "GarminDevice.xml").write_bytes(b"<Device/>")
    code, out, err = command(lambda _: Ran(None), "list", drives=[bad, good])
    assert (code, out.splitlines()[1]) == (4, "  takes no workouts")
    assert err.startswith(f"error: {bad}: GarminDevice.xml: begins with 'Device'")


def test_no_watch_is_told_with_what_would_find_one(command):
    code, _, err = command(lambda _: Ran(None), "list")
    assert (code, err) == (
        4,
        "error: no watch was found (connect it and unlock it, or give its folder: --path FOLDER)\n",
    )


def test_without_psutil_drives_are_a_doubt():
    def partitions():
        raise ImportError

    found = find_watches(Surroundings(partitions, lambda _: Ran(None), None))
    assert found.doubts == ["drives are found with psutil (install it: pip install 'workout-core[watch]')"]


def test_what_gvfs_has_mounted_is_found_and_a_path_below_it_is_not_written_to(tmp_path):
    folder = tmp_path / "gvfs" / f"mtp:host={HOST}"
    folder.mkdir(parents=True)
    device = fenix()
    assert gio.addresses(lambda _: Ran(None), tmp_path / "gvfs") == [ADDRESS]
    found = storage_at(f"{folder}/Primary", around(device))
    found.write("GARMIN/NewFiles/a.fit", b"data")
    assert device.files["Primary/GARMIN/NewFiles/a.fit"] == b"data"
    assert not list(folder.iterdir())


def test_an_address_without_a_watch_names_no_serial_number():
    device = fenix()
    del device.files["Primary/GARMIN/GarminDevice.xml"]
    with pytest.raises(WatchError, match=r"^Garmin fenix 6 Pro: there is no watch"):
        storage_at(ADDRESS, around(device))


def test_a_program_that_is_not_there_is_no_error():
    assert run_program(["no-such-program-of-anybody"]).code is None
    assert run_program(["sh", "-c", "echo a; echo b >&2; exit 3"]) == Ran(3, b"a\n", "b\n")


def test_mtp_rs_lists_loads_compares_and_undoes(command, tmp_path):
    device = FakeMtpRs(fenix())
    before = dict(device.gio.files)
    document = str(tmp_path / "easy.yaml")
    assert command(device, "list")[1].splitlines()[0] == "fenix 6 Pro 14.10 at fenix 6 Pro"
    code, out, err = command(device, "load", document)
    assert (code, out) == (0, "new: Easy\n")
    assert "unplug the watch" in err
    assert device.gio.files.keys() - before.keys() == {"Primary/GARMIN/NewFiles/easy.fit"}
    assert [each[-1] for each in device.asked if "put" in each] == ["--verify"]
    assert command(device, "status", document)[1] == "  Easy  waits until the watch is unplugged\n"
    assert command(device, "undo")[1] == "Easy: removed\n"
    assert device.gio.files == before


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (2, "the watch is not there any more"),
        (4, "another program has the watch (quit Garmin Express"),
        (6, "fenix 6 Pro: error: fenix 6 Pro: transfer failed"),
        (7, "it did not read back as it was written"),
    ],
)
def test_what_mtp_rs_ends_with_is_told_without_a_serial_number(command, tmp_path, code, said):
    device = FakeMtpRs(fenix())
    device.fails["put"] = code
    ended, _, err = command(device, "load", str(tmp_path / "easy.yaml"))
    assert ended == 4
    assert said in err
    assert "deadbeef" not in err


def test_what_mtp_rs_cannot_open_is_a_doubt():
    device = FakeMtpRs(fenix())
    device.fails["info"] = 4
    found = find_watches(around(device))
    assert found.storages == []
    assert found.doubts == [
        "fenix 6 Pro: another program has the watch (quit Garmin Express, Android File Transfer and Photos)"
    ]
