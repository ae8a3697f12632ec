"""From a workout to a sound track in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.audio.choosing import ChosenVoice, chosen_voice
from workout_core.audio.kinds import SoundKind, chapter_losses, kind_of
from workout_core.audio.speech_cache import SpeechCache, speech_cache
from workout_core.errors import ExportError, WorkoutError, shown
from workout_core.files.beside import beside, put_in_place
from workout_core.files.digest import digest
from workout_core.formats.losses import Loss
from workout_core.languages import in_language, language
from workout_core.model.athlete import Athlete
from workout_core.model.value_object import ValueObject
from workout_core.model.workout import Workout
from workout_core.pipeline.export import export
from workout_core.plugins import Registry
from workout_core.speech.script import LeftOut, Script, Talk
from workout_core.speech.writing import script_of

PACKAGES: Final = ("numpy", "scipy", "soundfile", "pyloudnorm", "mutagen")
"""What the extra ``voice`` brings."""
_COVER: Final = "png"
_EDITION: Final = 1
"""To be raised when the same script makes another sound."""


@frozen(kw_only=True, eq=False, repr=False)
class Track(ValueObject):
    """A sound track that was written.

    Attributes:
        path: of the file.
        media_type: of its bytes.
        voice: who speaks: ``hibari``.
        version: what of the voice is installed: ``hibari-tts 0.2.1``.
        script: what is said, at the times at which the voice says it; captions of it are in step.
        unsaid: lines that the voice has no sounds for, or not for all of them.
        unkept: what a file of its kind has no room for, and a language that is not the voice's.
    """

    path: Path
    media_type: str
    voice: str
    version: str
    script: Script
    unsaid: tuple[LeftOut, ...]
    unkept: tuple[Loss, ...] = ()

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What the track does not say, and its file does not keep."""
        unsaid = (
            Loss(each.path, "voice", f"{each.what}: {shown(each.text)}")
            for each in (*self.script.left_out, *self.unsaid)
        )
        return (*unsaid, *self.unkept)


def write_track(  # noqa: PLR0913 - one keyword for each thing a user may say
    workout: Workout | Reading,
    out: Path | str,
    *,
    registry: Registry,
    athlete: Athlete | None = None,
    voice: str = "",
    talk: Talk | None = None,
    keeps_speech: bool = True,
    step: Callable[[float], object] = lambda _share: None,
) -> Track:
    """Write a workout as a sound track: a voice at its times, and silence between.

    The kind of file is what the suffix of *out* says: .flac, .m4a, .m4b, .mp3, .ogg, .opus or .wav. A file
    that is there is replaced, whole or not at all. The same workout in the same voice gives the same bytes.

    Args:
        workout: what is done; a reading of it for the one who does it.
        out: the file; its folder is made when it is not there.
        registry: where voices are looked up.
        athlete: whose numbers are said, if a workout is given.
        voice: a name, with options behind it: ``hibari speed=0.9``; the best one that can speak if empty.
        talk: how much is said; what suits the workout if left out.
        keeps_speech: keep what is said in the user's cache, for the next time.
        step: called with the share of the work that is done, from 0 to 1.

    Raises:
        UnknownFormat: no sound file has this suffix, or no voice this name.
        ExportError: no voice can speak here, it fails, or a package or ffmpeg is missing.
        OSError: the disk would not have it; the file is as it was.
    """
    target = Path(out)
    kind = kind_of(target)
    reading = workout if isinstance(workout, Reading) else Readings(athlete).of(workout)
    told = reading.athlete.language if reading.athlete else None
    with in_language(told, otherwise=True):
        studio = Studio(registry, kind, voice)
        with beside(target) as draft, speech_cache(keeps=keeps_speech) as cache:
            track = studio.record(reading, draft, talk=talk, cache=cache, step=step)
            put_in_place(draft, target)
    return evolve(track, path=target)


class Studio:
    """A voice for each language and a kind of file, with all that both need.

    Attributes:
        kind: of the files.
    """

    def __init__(self, registry: Registry, kind: SoundKind, voice: str = "") -> None:
        """Choose the voice.

        Raises:
            ExportError: a package, a program or a voice is missing.
        """
        refuse_without_packages()
        if not kind.container:
            from workout_core.audio import ffmpeg  # noqa: PLC0415 - needs numpy

            ffmpeg.refuse_without()
        self.kind = kind
        self._registry = registry
        self._voice = voice
        self._chosen = {language(): chosen_voice(registry, voice)}

    @property
    def chosen(self) -> ChosenVoice:
        """The voice, for the language that is spoken.

        Raises:
            ExportError: none speaks it here.
        """
        if language() not in self._chosen:
            self._chosen[language()] = chosen_voice(self._registry, self._voice)
        return self._chosen[language()]

    def record(
        self,
        reading: Reading,
        draft: Path,
        *,
        talk: Talk | None,
        cache: SpeechCache,
        step: Callable[[float], object] = lambda _share: None,
    ) -> Track:
        """Write a workout into the file *draft*, which is there, and return what is said in it.

        Raises:
            ExportError: the voice or ffmpeg fails.
            OSError: the disk would not have it.
        """
        from workout_core.audio.recording import record  # noqa: PLC0415 - needs numpy
        from workout_core.audio.speaker import Speaker  # noqa: PLC0415

        speaker = Speaker(self.chosen, self._registry, cache)
        script = script_of(reading, talk, speaker.seconds_of)
        record(script, speaker, draft, self.kind, cover=self._cover(reading), step=step)
        chosen = self.chosen
        unsaid = (
            LeftOut(at=line.at, path=line.path, text=line.text, what=speaker.unsaid[line.text])
            for line in script.lines
            if line.text in speaker.unsaid
        )
        return Track(
            path=draft,
            media_type=self.kind.media_type,
            voice=chosen.name,
            version=chosen.version,
            script=script,
            unsaid=tuple(unsaid),
            unkept=(*_lacking(chosen), *chapter_losses(self.kind, len(script.chapters))),
        )

    def made_of(self, reading: Reading, talk: Talk | None = None) -> str:
        """Return a digest that is the same whenever the track would be, without speaking a word."""
        script = script_of(reading, talk, lambda _text: 0.0)  # with room for every line that there may be
        parts = (_EDITION, self.kind, self.chosen.key, script, digest(self._cover(reading)))
        return digest(repr(parts).encode(errors="surrogatepass"))

    def _cover(self, reading: Reading) -> bytes:
        """Return the picture of the workout; nothing without a place for it, or where it cannot be drawn."""
        if not self.kind.has_cover:
            return b""
        try:
            return export(reading.workout, _COVER, registry=self._registry, athlete=reading.athlete)[0].data
        except WorkoutError:
            return b""


def _lacking(chosen: ChosenVoice) -> Iterator[Loss]:
    if chosen.lacks:
        yield Loss("", "voice", chosen.lacks)


def refuse_without_packages() -> None:
    """Refuse to go on without what the extra ``voice`` brings.

    Raises:
        ExportError: a package is missing.
    """
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        which = " and ".join(missing)
        raise ExportError(f"sound needs {which} (install them: pip install 'workout-core[voice]')")
