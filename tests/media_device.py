"""A media device with the operations that Garmin's watches have, and ``gio`` as far as it is called."""

from pathlib import Path
from urllib.parse import unquote

from watches import device_fit, device_xml
from workout_core.watch.programs import Ran

HOST = "Garmin_fenix_6_Pro_0000deadbeef"
ADDRESS = f"mtp://{HOST}"


class FakeGio:
    """Answers as ``gio`` does for one device, whose files are in a dictionary; folders are None."""

    def __init__(self, files, host=HOST, *, is_mounted=True, free=10**8):
        self.files = dict(files)
        self.host = host
        self.is_mounted = is_mounted
        self.free = free
        self.asked = []
        self.fails_after = None

    def __call__(self, arguments):
        program, what, *rest = arguments
        assert program == "gio"
        self.asked.append((what, *(word.removeprefix(f"mtp://{self.host}") for word in rest)))
        if what == "mount" and rest == ["-li"]:
            return Ran(0, f"Volume(0): fenix\n  activation_root=mtp://{self.host}/\n".encode())
        if what == "mount":
            self.is_mounted = True
            return Ran(0)
        if not self.is_mounted:
            return Ran(1, err=f"gio: mtp://{self.host}/: The specified location is not mounted")
        if self.fails_after is not None:
            self.fails_after -= what == "copy"
            if self.fails_after < 0:
                return Ran(1, err=f"gio: mtp://{self.host}/Primary: libmtp error:  PTP Layer error 02ff")
        return getattr(self, f"_{what}")(*(each for each in rest))

    def _path(self, uri):
        assert uri.startswith(f"mtp://{self.host}")
        return unquote(uri).removeprefix(f"mtp://{self.host}").strip("/")

    def _list(self, _flag, uri=None):
        path = self._path(uri or _flag)
        if path and self.files.get(path, b"") is not None:
            return Ran(1, err=f"gio: {uri}: No such file or directory")
        rows = []
        for name, data in self.files.items():
            folder, _, last = name.rpartition("/")
            if folder == path:
                kind = "directory" if data is None else "regular"
                rows.append(f"{last}\t{len(data or b'')}\t({kind})\n")
        return Ran(0, "".join(rows).encode())

    def _cat(self, uri):
        data = self.files.get(self._path(uri))
        return Ran(1, err=f"gio: {uri}: No such file") if data is None else Ran(0, data)

    def _copy(self, local, uri):
        path = self._path(uri)
        if path in self.files:
            return Ran(1, err=f"gio: {uri}: Target file exists")
        self.files[path] = Path(local).read_bytes()
        return Ran(0)

    def _remove(self, uri):
        del self.files[self._path(uri)]
        return Ran(0)

    def _info(self, _flag, _uri):
        return Ran(0, f"attributes:\n  filesystem::free: {self.free}\n".encode())


def fenix(**more):
    """Return a media device with the files of a watch."""
    files = {
        "Primary": None,
        "Primary/GARMIN": None,
        "Primary/GARMIN/NewFiles": None,
        "Primary/GARMIN/Workouts": None,
        "Primary/GARMIN/Debug": None,
        "Primary/GARMIN/Debug/err_log.txt": b"a real watch hangs when this is read",
        "Primary/GARMIN/DEVICE.FIT": device_fit(workouts=50),
        "Primary/GARMIN/GarminDevice.xml": device_xml("fenix 6 Pro", "GARMIN/NewFiles", "GARMIN/Workouts"),
    }
    return FakeGio(files, **more)
