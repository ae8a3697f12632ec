"""What Python needs in a browser: the runtime from npm, its standard library, packages, and this project."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distribution
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final
from zipfile import ZipFile

from workout_core.files.digest import digest
from workout_core.hookspecs import GROUP
from workout_core.site import packing
from workout_core.site.tools import run_npm, run_python

PROJECT: Final = "workout-core"
LIBRARY: Final = "lib/python3.14"
"""Where the runtime looks for its standard library, from the root."""
PACKAGES: Final = f"{LIBRARY}/site-packages"
PACKED: Final = "python.bin"
"""Compressed with gzip, and not called so: some hosts would tell browsers to unpack it themselves."""
EMPTY: Final = "empty.zip"
"""An archive in the place of the runtime's own, because the standard library is among what is packed."""
RUNTIME: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
_PINNED: Final = Path(__file__).with_name("packages.txt")
_PLATFORM: Final = (
    *("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314", "--abi", "none"),
    *("--platform", "manylinux2014_x86_64", "--platform", "any"),
)
"""Whatever machine builds the site, the same files are taken."""
_HERE_ONLY: Final = frozenset({"audio", "cli", "feed", "publish", "site", "testing"})
"""Rooms of the project that need a disk, a network or a terminal."""
_NEVER_IMPORTED: Final = frozenset(
    {
        *("_aix_support", "_android_support", "_apple_support", "_ios_support", "_osx_support", "_pyrepl"),
        *("antigravity", "bdb", "cProfile", "cmd", "code", "doctest", "ensurepip", "fileinput", "ftplib"),
        *("getpass", "idlelib", "imaplib", "mailbox", "multiprocessing", "netrc", "nturl2path", "optparse"),
        *(
            "pdb",
            "pickletools",
            "poplib",
            "profile",
            "pstats",
            "pty",
            "pyclbr",
            "pydoc",
            "pydoc_data",
            "rlcompleter",
        ),
        *(
            "sched",
            "smtplib",
            "socketserver",
            "sqlite3",
            "tabnanny",
            "this",
            "timeit",
            "trace",
            "tracemalloc",
        ),
        *("tty", "turtle", "unittest", "venv", "webbrowser", "wsgiref", "xmlrpc", "zipapp"),
    }
)
"""Modules of the standard library that are for programs, servers and programmers."""


def python_files(web: Path) -> dict[str, bytes]:
    """Return the files of Python, by their names in a folder of their own.

    Args:
        web: a copy of the sources of the page, with what npm has installed.

    Raises:
        ToolFailure: pip or node cannot do what is asked.
    """
    runtime = web / "node_modules" / "pyodide"
    own = {**dict(_downloaded()), **dict(project_files())}
    files = {f"{LIBRARY}/{path}": data for path, data in _library(runtime / "python_stdlib.zip")}
    files |= {f"{PACKAGES}/{path}": data for path, data in own.items()}
    packed = gzip.compress(_compiled(web, packing.pack(files)), 9, mtime=0)
    return {PACKED: packed, EMPTY: _empty_archive()} | {
        name: (runtime / name).read_bytes() for name in RUNTIME
    }


def folder_name(files: Mapping[str, bytes]) -> str:
    """Return the name of the folder of these *files*, which changes with what they hold."""
    return f"python-{digest(packing.pack(files))[:12]}"


def project_files() -> Iterator[tuple[str, bytes]]:
    """Yield the files of this project as it is installed, or checked out, that run in a browser."""
    project = distribution(PROJECT)
    for name in _packages(project):
        spec = find_spec(name)
        for folder in (spec and spec.submodule_search_locations) or ():
            for path in sorted(Path(folder).rglob("*")):
                inside = path.relative_to(folder)
                if path.is_file() and "__pycache__" not in inside.parts and inside.parts[0] not in _HERE_ONLY:
                    yield f"{name}/{inside.as_posix()}", path.read_bytes()
    about = f"{PROJECT.replace('-', '_')}-{project.version}.dist-info"
    yield (
        f"{about}/METADATA",
        f"Metadata-Version: 2.1\nName: {PROJECT}\nVersion: {project.version}\n".encode(),
    )
    yield f"{about}/entry_points.txt", _entry_points(project).encode()


def _packages(project: Distribution) -> list[str]:
    """Return the top-level packages: the core, and the plugins that the project brings."""
    plugins = {point.module.partition(".")[0] for point in project.entry_points if point.group == GROUP}
    return ["workout_core", *sorted(plugins)]


def _entry_points(project: Distribution) -> str:
    points = sorted(f"{point.name} = {point.value}" for point in project.entry_points if point.group == GROUP)
    return "\n".join([f"[{GROUP}]", *points, ""])


def _downloaded() -> Iterator[tuple[str, bytes]]:
    """Yield the files of the packages of others, without what is compiled for a processor."""
    with TemporaryDirectory() as folder:
        run_python(
            [
                *("pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"),
                *("--only-binary", ":all:", "--require-hashes", *_PLATFORM),
                *("--requirement", str(_PINNED), "--dest", folder),
            ],
            Path(folder),
            "pip download",
            "is pip here, and the network? 'python -m ensurepip' brings pip",
        )
        for wheel in sorted(Path(folder).glob("*.whl")):
            yield from _opened(wheel.read_bytes())


def _opened(archive: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(BytesIO(archive)) as packed:
        for entry in packed.infolist():
            if not entry.is_dir() and _runs(PurePosixPath(entry.filename)):
                yield entry.filename, packed.read(entry)


def _runs(path: PurePosixPath) -> bool:
    is_for_people = path.suffix in {".so", ".pyi", ".c"} or path.name == "py.typed"
    is_about = path.parts[0].endswith(".dist-info") and path.name != "METADATA"
    return not (is_for_people or is_about)


def _empty_archive() -> bytes:
    archive = BytesIO()
    ZipFile(archive, "w").close()
    return archive.getvalue()


def _library(archive: Path) -> Iterator[tuple[str, bytes]]:
    for path, data in _opened(archive.read_bytes()):
        if PurePosixPath(path).parts[0].removesuffix(".py") not in _NEVER_IMPORTED:
            yield path, data


def _compiled(web: Path, packed: bytes) -> bytes:
    """Have the runtime compile what is *packed*, which a browser would do at every start."""
    with TemporaryDirectory() as folder:
        before, after = Path(folder, "before"), Path(folder, "after")
        before.write_bytes(packed)
        run_npm(
            ["exec", "--", "node", "compile.mjs", str(Path(packing.__file__)), str(before), str(after)], web
        )
        return after.read_bytes()
