"""Real distributions in a folder: a module, its metadata and its entry points, as pip leaves them."""

import os
import subprocess
import sys
from pathlib import Path

from attrs import frozen

from commands import forget, run_here

READABLE = ["fit", "intervals-icu", "json", "markdown", "text", "zwo"]
"""The importers of the house."""
SPOKEN = ["chapters", "lrc", "script", "ssml", "vtt"]
"""What is said during a workout, as texts."""
FORMATS = sorted(["fit-schedule", "ics", "png", "svg", *SPOKEN, *READABLE])
"""The exporters of the house."""
LISTED = f"{', '.join(FORMATS[:12])}, …"
"""As messages list them."""
WORKOUT = str(Path(sys.executable).with_name("workout"))
PRELUDE = """\
from pathlib import Path
from attrs import frozen
from workout_core import *

Path(__file__).with_suffix(".imported").touch()

def exporter(name="tcx", **changes):
    given = dict(title=name.upper(), subject=Workout, suffix=f".{name}", media_type="text/plain",
                 supports=Capabilities(features=frozenset(Feature)), write=lambda *_: b"written")
    return Exporter(name=name, **given | changes)

"""


def offering(records: str) -> str:
    """Return the code of a plugin whose hook for exporters returns *records*, an expression."""
    return f"@hookimpl\ndef workout_exporters():\n    return {records}\n"


@frozen
class Site:
    """A folder of distributions, and a fresh interpreter that sees it."""

    folder: Path

    def install(self, name: str, code: str = "", **more: str) -> None:
        """Install a distribution of one module, whose entry point has the name of the distribution.

        Args:
            name: of the distribution, the module and, but for *entry_point*, the entry point.
            code: of the module; the prelude stands before it.
            more: *entry_point*, and the texts *metadata* and *entry_points* of those files.
        """
        module = name.replace("-", "_")
        (self.folder / f"{module}.py").write_text(PRELUDE + code, "utf-8")
        self.describe(
            name,
            metadata=more.get("metadata", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"),
            entry_points=more.get(
                "entry_points", f"[workout_core]\n{more.get('entry_point', name)} = {module}\n"
            ),
        )

    def describe(self, name: str, **files: str) -> None:
        """Write the metadata of a distribution, as Latin-1."""
        info = self.folder / f"{name.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        for file, text in files.items():
            path = info / (file.upper() if file == "metadata" else f"{file}.txt")
            path.write_text(text, "latin-1")

    def imported(self) -> set[str]:
        """Return the modules that were imported at some time."""
        return {path.stem for path in self.folder.glob("*.imported")}

    def forget(self) -> None:
        """Let this interpreter forget what it imported from the folder."""
        forget(self.folder)

    def run(self, *arguments: str, typed: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
        """Run ``workout`` in this process, which sees the folder first; it reads what is *typed*."""
        path = str(self.folder)
        done = run_here(*arguments, folder=self.folder, stdin=typed.encode(), path=path, **environ)
        out, err = (told.decode("utf-8", "replace") for told in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    def run_alone(self, *arguments: str, typed: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
        """Run ``workout`` in a fresh interpreter that sees the folder first; it reads what is *typed*."""
        return subprocess.run(
            [WORKOUT, *arguments],
            capture_output=True,
            input=typed,
            cwd=self.folder,
            env=os.environ | {"PYTHONPATH": str(self.folder), "PYTHONUTF8": "1"} | environ,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
