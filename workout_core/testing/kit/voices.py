"""What a voice is asked."""

from __future__ import annotations

import wave
from array import array
from io import BytesIO
from typing import Any, Final, NamedTuple
from unittest import SkipTest

from workout_core.errors import ExportError, WorkoutError
from workout_core.formats.context import VoiceContext
from workout_core.testing.kit import subjects
from workout_core.testing.kit.base import PluginKit, refuse_crash, silence

LINE: Final = "Next: eight hundred metres at four minutes per kilometre. Relax the shoulders."
LONG: Final = " ".join([LINE] * 26)
"""A cue of 2,000 characters, which is the longest that a workout may have."""
SLOWEST, FASTEST = 8_000, 192_000
_TWO_BYTES: Final = 2
_LOUD: Final = 327
"""−40 dBFS: less is taken for silence."""
_LASTS: Final = 0.5


class _WavSound(NamedTuple):
    """What is in a WAV file."""

    samples: array[int]
    rate: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate

    @property
    def is_silent(self) -> bool:
        return max(map(abs, self.samples), default=0) < _LOUD


class VoiceKit(PluginKit):
    """The tests of a voice; they are skipped where what it needs is not installed."""

    hook = "workout_voices"

    def record(self) -> Any:
        """Return what is tested; the test is skipped where it cannot be used.

        Raises:
            AssertionError: the plugin does not offer it.
        """
        record = super().record()
        try:
            refuse_crash("version", record.version)
        except ExportError as error:
            raise SkipTest(str(error)) from None
        return record

    def spoken(self, text: str) -> bytes:
        """Return *text* as the voice gives it.

        Raises:
            AssertionError: it raises something else than a WorkoutError, or gives something else than bytes.
            WorkoutError: it refuses the text.
        """
        context: VoiceContext = VoiceContext(options=self.filled())
        what = f"{text[:40]!r}: speak"
        said: object = refuse_crash(what, lambda: self.record().speak(text, context))
        if not isinstance(said, bytes):
            raise AssertionError(f"{what} gives {type(said).__name__}, not the bytes of a WAV file")
        return said

    def sound(self, text: str) -> _WavSound:
        """Return what is in the WAV file of *text*.

        Raises:
            AssertionError: it is no WAV file with one channel and 16 bits a sample.
        """
        data, what = self.spoken(text), f"{text[:40]!r}: speak"
        if not data:
            return _WavSound(array("h"), SLOWEST)
        try:
            with wave.open(BytesIO(data)) as file:
                channels, width, rate = file.getnchannels(), file.getsampwidth(), file.getframerate()
                frames = file.readframes(len(data))  # a stream says that it has more than there is
        except (wave.Error, EOFError) as error:
            raise AssertionError(f"{what} gives bytes that are no WAV file: {error}") from error
        if channels != 1:
            raise AssertionError(f"{what} gives {channels} channels (give one)")
        if width != _TWO_BYTES:
            raise AssertionError(f"{what} gives {8 * width} bits a sample (give 16)")
        if not SLOWEST <= rate <= FASTEST:
            raise AssertionError(f"{what} gives {rate} samples a second (from {SLOWEST} to {FASTEST})")
        return _WavSound(array("h", frames), rate)

    def test_a_line_is_heard(self) -> None:
        """A line takes its time, and is more than silence."""
        sound = self.sound(LINE)
        if sound.is_silent:
            raise AssertionError(f"{LINE[:40]!r}: nothing is heard")
        if sound.seconds < _LASTS:
            raise AssertionError(f"{LINE[:40]!r}: is said in {sound.seconds:.2f} s")

    def test_the_same_text_gives_the_same_samples(self) -> None:
        """Saying it twice gives the same bytes: nothing is random, counted or remembered."""
        for text in (LINE, LONG[:200], LINE):
            if self.spoken(text) != self.spoken(text):
                raise AssertionError(f"{text[:40]!r}: the second time something else is said")

    def test_no_words_are_silence(self) -> None:
        """A text without words is a WAV file in which nothing is heard."""
        for text in ("", " ", "\n"):
            if not self.sound(text).is_silent:
                raise AssertionError(f"{text!r}: something is heard")

    def test_a_long_text_is_said_to_its_end(self) -> None:
        """A long text takes as much longer as it has more words."""
        long, short = self.sound(LONG).seconds, self.sound(LINE).seconds
        if long < 10 * short:
            raise AssertionError(
                f"a line takes {short:.1f} s, and {len(LONG):,} characters of such lines take {long:.1f} s"
            )

    def test_any_text_is_said_or_refused_in_a_sentence(self) -> None:
        """No text makes it raise anything but a WorkoutError, or give anything but a WAV file."""
        for text in subjects.TEXTS:
            try:
                self.sound(text)
            except WorkoutError:
                continue

    def test_it_prints_nothing_when_it_speaks(self) -> None:
        """It prints nothing: stdout may be a file."""
        with silence("speak"):
            self.spoken(LINE)

    def test_its_version_is_a_line_of_text(self) -> None:
        """What is installed of it has a name and a version in one line."""
        version: object = self.record().version()
        if not isinstance(version, str) or len(version.splitlines()) != 1:
            raise AssertionError(f"version gives {version!r} (give a line such as 'flite 2.2')")
