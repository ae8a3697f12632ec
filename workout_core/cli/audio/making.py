"""Tracks made one after the other, and what is told of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from workout_core.audio.kinds import KINDS, SoundKind, kind_of
from workout_core.audio.speech_cache import SpeechCache, speech_cache
from workout_core.cli import inputs
from workout_core.cli.audio.documents import TrackToMake
from workout_core.cli.failures import Failures
from workout_core.cli.losses import loss_lines
from workout_core.cli.progress import progress
from workout_core.cli.published import published_lines
from workout_core.cli.terminal import echo
from workout_core.files.beside import beside
from workout_core.files.publish import Output, publish
from workout_core.speech.captions import write_captions
from workout_core.speech.script import Talk
from workout_core.units import say_time

if TYPE_CHECKING:
    from workout_core.audio.track import Studio, Track

USUAL: Final = "mp3"
"""The kind of files in a folder: it plays everywhere, has chapters, and needs no other program."""
CAPTIONS: Final = ".vtt"
_SHARES: Final = 1000
"""Of one track, on the bar."""


class TrackPlace(NamedTuple):
    """Where tracks go: into a folder, under one name if that is given, and as files of one kind."""

    folder: Path
    name: str
    kind: SoundKind

    @classmethod
    def of(cls, out: str, to: str | None) -> TrackPlace:
        """Return the place that *out* names: a file by its suffix, or else a folder for files *to* one kind.

        Raises:
            UnknownFormat: it has a suffix that no sound file has.
            click.UsageError: it is no file, or of another kind.
        """
        if out == inputs.STDIN:
            raise click.UsageError("--out -: a track is not written to a pipe (give a file: --out run.mp3)")
        path = Path(out)
        if path.is_dir() or not path.suffix:
            return cls(path, "", KINDS[f".{to or USUAL}"])
        kind = kind_of(path)
        if to is not None and kind.suffix != f".{to}":
            raise click.UsageError(f"--to {to} is not what --out {out} says (leave one of them out)")
        return cls(path.parent, path.name, kind)

    def name_of(self, track: TrackToMake) -> str:
        """Return what the file of *track* is called, below the folder."""
        return self.name or f"{track.name}{self.kind.suffix}"


class TrackMaking(NamedTuple):
    """How tracks are made.

    Attributes:
        studio: the voice, and the kind of files.
        place: where they go.
        talk: how much is said; what suits each workout if left out.
        captions: whether they are written beside each track.
        keeps: whether what is said is kept for the next time.
    """

    studio: Studio
    place: TrackPlace
    talk: Talk | None
    captions: bool
    keeps: bool

    def make_all(self, tracks: list[TrackToMake], failures: Failures) -> None:
        """Make *tracks*, and tell of each; one that fails holds nobody up."""
        if tracks:
            chosen = self.studio.chosen
            echo(f"the voice is {chosen.name} ({chosen.version})", err=True)
        with (
            speech_cache(keeps=self.keeps) as cache,
            progress(_SHARES * len(tracks), soon=1, label="speaking") as step,
        ):
            estimated = []
            for track in tracks:
                with failures.of(track.name if len(tracks) > 1 else ""):
                    made = self._make_one(track, cache, _Steps(step))
                    if not made.script.is_exact:
                        estimated.append(self.place.name_of(track))
        _tell_estimated(estimated)

    def _make_one(self, track: TrackToMake, cache: SpeechCache, step: _Steps) -> Track:
        name = self.place.name_of(track)
        target = self.place.folder / name
        with beside(target) as draft:
            made = self.studio.record(track.reading, draft, talk=self.talk, cache=cache, step=step)
            outputs = [Output(name, b"", f"{track.of} audio", file=draft)]
            if self.captions:
                data = write_captions(made.script).encode()
                outputs.append(
                    Output(f"{name.removesuffix(Path(name).suffix)}{CAPTIONS}", data, f"{track.of} captions")
                )
            published = publish(self.place.folder, outputs, inputs.files_read(), same=lambda _of: False)
        step(1.0)
        _tell(made, name)
        for line, err in published_lines(published, prune=False):
            echo(line, err=err)
        return made


class _Steps:
    """Tells a bar which counts how much more of one track is done."""

    def __init__(self, step: Callable[..., object]) -> None:
        self._step = step
        self._done = 0

    def __call__(self, share: float) -> None:
        more = int(share * _SHARES) - self._done
        if more > 0:
            self._step(more)
            self._done += more


def _tell(track: Track, name: str) -> None:
    """Print what became of a track: how long it is, and what it does not say."""
    script = track.script
    for line in loss_lines([(name, loss) for loss in track.losses]):
        echo(line, err=True)
    lines = f"{len(script.lines)} line{'s' if len(script.lines) != 1 else ''}"
    echo(f"{name}: {lines} in {say_time(script.seconds)}", err=True)


def _tell_estimated(names: list[str]) -> None:
    """Print once in which tracks the voice may not stay in step."""
    if names:
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        advice = "'--transform by-time' makes workouts that the voice stays in step with"
        echo(f"{names[0]}{more}: times are estimated: not every step ends by time ({advice})", err=True)
