"""A media device with the operations that Garmin's watches have, and ``gio`` as far as it is called."""

import json
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
        self.breaks_off = False

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
        data = Path(local).read_bytes()
        self.files[path] = data[: len(data) // 2] if self.breaks_off else data
        if self.breaks_off:
            return Ran(1, err=f"gio: {uri}: libmtp error:  Could not send object.")
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


class FakeMtpRs:
    """Answers as ``mtp-rs`` 0.3 does for one device, with the files of a fake gio; there is no gio."""

    def __init__(self, gio):
        self.gio = gio
        self.asked = []
        self.fails = {}

    def __call__(self, arguments):
        program, *rest = arguments
        if program != "mtp-rs":
            return Ran(None, err="No such file or directory")
        assert rest.pop(0) == "--json"
        self.asked.append(tuple(rest))
        words = [word for word in rest if not word.startswith("--")]
        what = next(word for word in words if word.isalpha())
        if what in self.fails:
            return Ran(self.fails[what], err="error: 0000deadbeef: transfer failed")
        given = words[words.index(what) + 1 :]
        if what == "devices":
            row = {"vendor_id": 0x091E, "product_id": 1, "product": "fenix 6 Pro"}
            more = {"manufacturer": "Garmin", "serial_number": "0000deadbeef", "location_id": 18}
            return self._said([row | more])
        if what == "info":
            return self._said({"storages": [{"description": "Primary", "free_space_bytes": self.gio.free}]})
        return getattr(self, f"_{what}")(*given)

    @staticmethod
    def _said(value):
        return Ran(0, json.dumps(value).encode())

    def _ls(self, path):
        folder = f"Primary{path}".rstrip("/")
        rows = [
            {
                "handle": number,
                "filename": name.rpartition("/")[2],
                "kind": "folder" if data is None else "file",
                "size": len(data or b""),
            }
            for number, (name, data) in enumerate(self.gio.files.items())
            if name.rpartition("/")[0] == folder
        ]
        return self._said({"path": path, "recursive": False, "objects": rows, "skipped": []})

    def _get(self, path, local):
        Path(local).write_bytes(self.gio.files[f"Primary{path}"])
        return self._said({"operation": "get", "kind": "file"})

    def _put(self, local, path):
        self.gio.files[f"Primary{path}"] = Path(local).read_bytes()
        return self._said({"operation": "put", "verified": True})

    def _rm(self, path):
        del self.gio.files[f"Primary{path}"]
        return self._said({"operation": "rm"})
