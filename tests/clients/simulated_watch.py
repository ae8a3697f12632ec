"""A media device without a kernel: umockdev shows it to libusb, and this answers as Garmin's watches do.

Run as ``umockdev-wrapper python3 simulated_watch.py FOLDER COMMAND…``. What is in FOLDER is on the device
while COMMAND runs, and FOLDER holds afterwards what the device does. The operations are those that 9
logs of real watches list: nothing is renamed, nothing is opened for writing, files are sent whole.

What is sent is laid out as in PTP (ISO 15740), in the frames of USB; ioctls are those of usbfs in Linux.
"""

import os
import struct
import subprocess
import sys
import threading
from pathlib import Path

import gi

gi.require_version("UMockdev", "1.0")
from gi.repository import GLib, UMockdev  # noqa: E402 - after the version is chosen

VENDOR, PRODUCT = 0x091E, 0x4CDA
NAMES = ("Garmin", "fenix 6 Pro", "0000deadbeef", "MTP")
STORAGE = 0x10001
DATA_IN, DATA_OUT = 0x81, 0x01
GET_DEVICE_INFO, OPEN_SESSION, CLOSE_SESSION = 0x1001, 0x1002, 0x1003
GET_STORAGE_IDS, GET_STORAGE_INFO, GET_HANDLES, GET_INFO, GET_OBJECT = 0x1004, 0x1005, 0x1007, 0x1008, 0x1009
DELETE_OBJECT, SEND_INFO, SEND_OBJECT, GET_PART = 0x100B, 0x100C, 0x100D, 0x101B
GET_PROPERTIES, GET_PROPERTY = 0x9801, 0x9803
OPERATIONS = (
    *range(0x1001, 0x100A),
    *(DELETE_OBJECT, SEND_INFO, SEND_OBJECT, 0x1014, 0x1015, 0x1019, GET_PART, GET_PROPERTIES, GET_PROPERTY),
)
OK, UNKNOWN_OPERATION, NO_SUCH_OBJECT, NO_SUCH_PROPERTY, FULL = 0x2001, 0x2005, 0x2009, 0xA801, 0x200C
GONE = 0x2002
FILE, FOLDER = 0x3000, 0x3001
ROOT = 0xFFFFFFFF
SENDS = int(os.environ.get("SIMULATED_SENDS", "1000"))
"""Files that it takes before the cable is pulled."""
FREE = int(os.environ.get("SIMULATED_FREE", str(1 << 29)))
MOMENT = "20261128T120000"


def text(words):
    return b"\0" if not words else bytes([len(words) + 1]) + f"{words}\0".encode("utf-16-le")


def array(form, numbers):
    return struct.pack("<I", len(numbers)) + b"".join(struct.pack(f"<{form}", each) for each in numbers)


class Device:
    """The objects on the device by their handles: [the parent, the name, the bytes; None of a folder]."""

    def __init__(self, folder):
        self.objects = {}
        self.received, self.sent = bytearray(), bytearray()
        self.left = 0  # of the frame that is being sent
        self.pending = (0, [])
        self.new = 0
        self.sends = 0
        self._take(folder, 0)

    def _take(self, folder, parent):
        for path in sorted(folder.iterdir()):
            handle = self.add(parent, path.name, None if path.is_dir() else path.read_bytes())
            if path.is_dir():
                self._take(path, handle)

    def add(self, parent, name, data):
        handle = max(self.objects, default=0) + 1
        self.objects[handle] = [parent, name, data]
        return handle

    def write_back(self, folder):
        for path in sorted(folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        for handle, (_, _, data) in self.objects.items():
            path = folder / self._path(handle)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.mkdir(exist_ok=True) if data is None else path.write_bytes(data)

    def _path(self, handle):
        parent, name, _ = self.objects[handle]
        return f"{self._path(parent)}/{name}" if parent else name

    def write(self, data):
        """Take what the host sends, a frame at a time."""
        self.received += data
        while len(self.received) >= 12:
            size, kind, code, transaction = struct.unpack_from("<IHHI", self.received)
            if len(self.received) < size:
                return
            body = bytes(self.received[12:size])
            del self.received[:size]
            if kind == 1:
                self._command(code, transaction, [*struct.unpack(f"<{len(body) // 4}I", body), *[0] * 5])
            else:
                self._data(transaction, body)

    def _frame(self, kind, code, transaction, body):
        self.sent += struct.pack("<IHHI", 12 + len(body), kind, code, transaction) + body

    def _end(self, transaction, code=OK, *numbers):
        self._frame(3, code, transaction, b"".join(struct.pack("<I", each) for each in numbers))

    def _command(self, code, transaction, given):
        if self.sends >= SENDS:
            self._end(transaction, GONE)
            return
        if code in (SEND_INFO, SEND_OBJECT):
            self.pending = (code, given)
            return
        if code in (OPEN_SESSION, CLOSE_SESSION):
            self._end(transaction)
            return
        if code == DELETE_OBJECT:
            gone = self.objects.pop(given[0], None)
            self._end(transaction, OK if gone else NO_SUCH_OBJECT)
            return
        answer = ANSWERS.get(code)
        if answer is None:
            self._end(transaction, UNKNOWN_OPERATION)
        elif code in (GET_INFO, GET_OBJECT, GET_PART, GET_PROPERTY) and given[0] not in self.objects:
            self._end(transaction, NO_SUCH_OBJECT)
        elif (body := answer(self, given)) is None:
            self._end(transaction, NO_SUCH_PROPERTY)
        else:
            self._frame(2, code, transaction, body)
            self._end(transaction)

    def _data(self, transaction, body):
        code, given = self.pending
        if code == SEND_OBJECT:
            self.objects[self.new][2] = body
            self.sends += 1
            self._end(transaction)
            return
        kind, size = struct.unpack_from("<H", body, 4)[0], struct.unpack_from("<I", body, 8)[0]
        if size > FREE:
            self._end(transaction, FULL)
            return
        name = body[53 : 53 + 2 * (body[52] - 1)].decode("utf-16-le")
        parent = 0 if given[1] in (0, ROOT) else given[1]
        self.new = self.add(parent, name, None if kind == FOLDER else b"")
        self._end(transaction, OK, STORAGE, parent, self.new)

    def info(self, _):
        extension = struct.pack("<HIH", 100, 6, 100) + text("microsoft.com: 1.0; ") + struct.pack("<H", 0)
        formats = array("H", OPERATIONS) + array("H", []) * 3 + array("H", [FILE, FOLDER])
        return extension + formats + text(NAMES[0]) + text(NAMES[1]) + text("2720") + text(NAMES[2])

    def storage(self, _):
        return struct.pack("<HHHQQI", 3, 2, 0, 1 << 30, FREE, 0xFFFFFFFF) + text("Primary") + text("")

    def handles(self, given):
        parent = 0 if given[2] == ROOT else given[2]
        found = [each for each, (of, _, _) in self.objects.items() if given[2] == 0 or of == parent]
        return array("I", found)

    def object_info(self, given):
        parent, name, data = self.objects[given[0]]
        head = struct.pack("<IHHI", STORAGE, FOLDER if data is None else FILE, 0, len(data or b""))
        place = struct.pack("<IHII", parent, int(data is None), 0, 0)
        return head + bytes(26) + place + text(name) + text(MOMENT) * 2 + text("")

    def data(self, given):
        return self.objects[given[0]][2] or b""

    def part(self, given):
        return self.data(given)[given[1] : given[1] + given[2]]

    def property_of(self, given):
        parent, name, data = self.objects[given[0]]
        values = {
            0xDC01: struct.pack("<I", STORAGE),
            0xDC02: struct.pack("<H", FOLDER if data is None else FILE),
            0xDC04: struct.pack("<Q", len(data or b"")),
            0xDC07: text(name),
            0xDC0B: struct.pack("<I", parent),
        }
        return values.get(given[1])


ANSWERS = {
    GET_DEVICE_INFO: Device.info,
    GET_STORAGE_IDS: lambda _, __: array("I", [STORAGE]),
    GET_STORAGE_INFO: Device.storage,
    GET_HANDLES: Device.handles,
    GET_INFO: Device.object_info,
    GET_OBJECT: Device.data,
    GET_PART: Device.part,
    GET_PROPERTIES: lambda _, __: array("H", [0xDC01, 0xDC02, 0xDC04, 0xDC07, 0xDC0B]),
    GET_PROPERTY: Device.property_of,
}

DEVICE = struct.pack("<BBHBBBBHHHBBBB", 18, 1, 0x200, 0, 0, 0, 64, VENDOR, PRODUCT, 1, 1, 2, 3, 1)
ENDS = b"".join(
    struct.pack("<BBBBHB", 7, 5, end, kind, size, interval)
    for end, kind, size, interval in ((DATA_IN, 2, 512, 0), (DATA_OUT, 2, 512, 0), (0x82, 3, 64, 6))
)
INTERFACE = struct.pack("<BBBBBBBBB", 9, 4, 0, 0, 3, 6, 1, 1, 4)
CONFIGURATION = (
    struct.pack("<BBHBBBBB", 9, 2, 9 + len(INTERFACE + ENDS), 1, 1, 0, 0xC0, 50) + INTERFACE + ENDS
)
SUBMIT, REAP, REAP_AT_ONCE, DISCARD = 0x8038550A, 0x4008550C, 0x4008550D, 0x550B
CAPABILITIES, GET_DRIVER, GET_SPEED = 0x8004551A, 0x41045508, 0x551F
NOTHING_TO_DO = (0x8004550F, 0x80045510, 0x80045505, 0x80085504, 0x80045515, 0x5514)


class Usb:
    """Answers the ioctls of libusb: requests come in, and are reaped when they are done."""

    def __init__(self, device):
        self.device = device
        self.done, self.waiting, self.interrupts = [], [], []

    def handle(self, _base, client):
        request, argument = client.get_request(), client.get_arg()
        if request == SUBMIT:
            self._submit(argument.resolve(0, 56))
            client.complete(0, 0)
        elif request in (REAP, REAP_AT_ONCE):
            self._flush()
            if self.done:
                argument.resolve(0, 8).set_ptr(0, self.done.pop(0))
                client.complete(0, 0)
            else:
                client.complete(-1, 11)
        elif request == DISCARD:
            self._discard()
            client.complete(0, 0)
        elif request == CAPABILITIES:
            argument.resolve(0, 4).update(0, struct.pack("<I", 0))
            client.complete(0, 0)
        elif request == GET_DRIVER:
            client.complete(-1, 61)  # no kernel driver
        elif request == GET_SPEED:
            client.complete(3, 0)
        elif request in NOTHING_TO_DO:
            client.complete(0, 0)
        else:
            client.complete(-1, 25)
        return True

    def _submit(self, request):
        raw = bytes(request.retrieve())
        kind, end = raw[0], raw[1]
        size = struct.unpack_from("<i", raw, 24)[0]
        buffer = request.resolve(16, size) if size else None
        if kind == 2:
            self._finish(request, self._control(buffer))
        elif end == DATA_OUT:
            self.device.write(bytes(buffer.retrieve()) if buffer else b"")
            self._finish(request, size)
        elif end == DATA_IN:
            self.waiting.append((request, buffer, size))
        else:
            self.interrupts.append(request)
        self._flush()

    def _control(self, buffer):
        """Answer a control request, and return how many bytes that takes."""
        kind, request, value, _, size = struct.unpack_from("<BBHHH", bytes(buffer.retrieve()))
        if not kind & 0x80:
            return 0
        data = b""
        if request == 6:
            data = {1: DEVICE, 2: CONFIGURATION}.get(value >> 8, b"")
            if value >> 8 == 3:
                index = value & 255
                words = NAMES[index - 1].encode("utf-16-le") if index else struct.pack("<H", 0x0409)
                data = bytes([2 + len(words), 3]) + words
        elif request == 0x67:
            data = struct.pack("<HH", 4, OK)
        data = data[:size]
        if data:
            buffer.update(8, data)
        return len(data)

    def _finish(self, request, size, status=0):
        request.update(28, struct.pack("<i", size))
        request.update(4, struct.pack("<i", status))
        self.done.append(request)

    def _discard(self):
        if self.interrupts:
            self._finish(self.interrupts.pop(), 0, -2)
        elif self.waiting:
            self._finish(self.waiting.pop()[0], 0, -2)

    def _flush(self):
        """Give what the device sends to those who wait for it, no two frames at once."""
        device = self.device
        while device.sent and self.waiting:
            request, buffer, size = self.waiting.pop(0)
            left = device.left or struct.unpack_from("<I", device.sent)[0]
            given = min(size, left)
            buffer.update(0, bytes(device.sent[:given]))
            del device.sent[:given]
            device.left = left - given
            self._finish(request, given)


SYSFS = """P: /devices/pci0000:00/0000:00:14.0/usb1/1-1
N: bus/usb/001/002={descriptors}
E: DEVNAME=/dev/bus/usb/001/002
E: DEVTYPE=usb_device
E: DRIVER=usb
E: PRODUCT=91e/4cda/1
E: TYPE=0/0/0
E: BUSNUM=001
E: DEVNUM=002
E: MAJOR=189
E: MINOR=1
E: SUBSYSTEM=usb
E: ID_MTP_DEVICE=1
E: ID_MEDIA_PLAYER=1
E: ID_VENDOR=Garmin
E: ID_MODEL=fenix_6_Pro
E: ID_SERIAL=Garmin_fenix_6_Pro_0000deadbeef
E: ID_SERIAL_SHORT=0000deadbeef
E: ID_BUS=usb
A: busnum=1\\n
A: devnum=2\\n
A: devpath=1\\n
A: bConfigurationValue=1\\n
A: bNumConfigurations=1\\n
A: speed=480\\n
A: idVendor=091e\\n
A: idProduct=4cda\\n
A: bcdDevice=0001\\n
A: bDeviceClass=00\\n
A: bDeviceSubClass=00\\n
A: bDeviceProtocol=00\\n
A: version= 2.00\\n
A: manufacturer=Garmin\\n
A: product=fenix 6 Pro\\n
A: serial=0000deadbeef\\n
A: bMaxPacketSize0=64\\n
A: bNumInterfaces= 1\\n
H: descriptors={descriptors}

P: /devices/pci0000:00/0000:00:14.0/usb1/1-1/1-1:1.0
E: DEVTYPE=usb_interface
E: INTERFACE=6/1/1
E: SUBSYSTEM=usb
A: bInterfaceNumber=00\\n
A: bAlternateSetting= 0\\n
A: bNumEndpoints=03\\n
A: bInterfaceClass=06\\n
A: bInterfaceSubClass=01\\n
A: bInterfaceProtocol=01\\n
A: interface=MTP\\n
"""


def main(folder, command):
    device = Device(folder)
    usb = Usb(device)
    bed = UMockdev.Testbed.new()
    bed.add_from_string(SYSFS.format(descriptors=(DEVICE + CONFIGURATION).hex().upper()))
    base = UMockdev.IoctlBase()
    base.connect("handle-ioctl", usb.handle)
    bed.attach_ioctl("/dev/bus/usb/001/002", base)
    loop = GLib.MainLoop()
    codes = []

    def run():
        codes.append(subprocess.run(command, check=False).returncode)
        GLib.idle_add(loop.quit)

    threading.Thread(target=run, daemon=True).start()
    loop.run()
    device.write_back(folder)
    return codes[0]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
