"""The tracks of a podcast with their captions and chapters: made anew only where they would be others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from attrs import field, frozen

from workout_core.analysis.reading import Reading
from workout_core.analysis.readings import Readings
from workout_core.audio.speech_cache import SpeechCache, speech_cache
from workout_core.audio.track import Studio
from workout_core.feed.podcast import Episode, Spoken, spoken_sessions
from workout_core.feed.published_files import LARGEST
from workout_core.files.beside import beside
from workout_core.files.digest import file_digest
from workout_core.files.manifest import Manifest, read_manifest
from workout_core.files.paths import is_plain, status_of
from workout_core.files.publish import Output
from workout_core.formats.losses import Loss
from workout_core.model.plan import Plan
from workout_core.speech.captions import write_captions
from workout_core.speech.chapter_file import write_chapters
from workout_core.speech.script import Talk
from workout_core.speech.writing import script_of


@frozen(kw_only=True)
class PodcastWishes:
    """What is spoken, and how.

    Attributes:
        which: sessions of every plan.
        studio: the voice, and the kind of files.
        talk: how much is said; what suits each workout if left out.
    """

    which: Spoken
    studio: Studio
    talk: Talk | None = None


@frozen(kw_only=True)
class Episodes:
    """What is made of a plan, before it is published.

    Attributes:
        by_key: the episodes, by the keys of their sessions.
        outputs: their files.
        losses: where, and what.
    """

    by_key: dict[str, Episode] = field(factory=dict)
    outputs: list[Output] = field(factory=list)
    losses: list[tuple[str, Loss]] = field(factory=list)


def unserved(length: int) -> Iterator[Loss]:
    """Yield that a track of *length* bytes is not sent by ``feed serve``, if it is too large."""
    if length > LARGEST:
        size, most = length / 2**20, LARGEST // 2**20
        what = f"is {size:.1f} MB, and 'feed serve' sends {most} MB at most (other servers send it)"
        yield Loss("", "size", what)


class _Booth(NamedTuple):
    """Where tracks of a plan are made: what is there, and what becomes of the new ones."""

    folder: Path
    of: str
    wishes: PodcastWishes
    known: Manifest
    cache: SpeechCache
    stack: ExitStack

    def outputs(self, name: str, reading: Reading) -> tuple[list[Output], int, list[Loss]]:
        """Return the files of an episode, the length of its track in bytes, and what it does not say."""
        studio = self.wishes.studio
        made = studio.made_of(reading, self.wishes.talk)
        names = [f"{name}{suffix}" for suffix in (studio.kind.suffix, ".vtt", ".chapters.json")]
        if all(self._is_there(each, made) for each in names):
            kept = [Output(each, b"", self.of, file=self.folder / each, made=made) for each in names]
            return kept, (self.folder / names[0]).stat().st_size, []
        draft = self.stack.enter_context(beside(self.folder / names[0]))
        track = studio.record(reading, draft, talk=self.wishes.talk, cache=self.cache)
        captions = write_captions(track.script).encode()
        chapters = write_chapters(track.script, reading.workout.description).encode()
        new = [
            Output(names[0], b"", self.of, file=draft, made=made),
            Output(names[1], captions, self.of, made=made),
            Output(names[2], chapters, self.of, made=made),
        ]
        return new, draft.stat().st_size, list(track.losses)

    def _is_there(self, name: str, made: str) -> bool:
        """Tell whether a file was made of the same, and is what was written."""
        entry, place = self.known.get(name), self.folder / name
        if entry is None or entry.made != made:
            return False
        status = status_of(place)
        return status is not None and is_plain(status) and file_digest(place) == entry.sha256


@contextmanager
def recorded(
    plan: Plan,
    readings: Readings,
    wishes: PodcastWishes | None,
    *,
    folder: Path,
    stem: str,
    of: str,
    step: Callable[[], object],
) -> Iterator[Episodes]:
    """Yield the episodes of a plan; what is new of them is gone afterwards, unless it was put in its place.

    Args:
        plan: the plan.
        readings: of its workouts.
        wishes: what is spoken; nothing if left out.
        folder: where it is published.
        stem: what the files of the plan are called.
        of: what marks them.
        step: called after each episode.

    Raises:
        ExportError: the voice fails.
        OSError: the disk would not have it.
    """
    made = Episodes()
    if wishes is None:
        yield made
        return
    kind = wishes.studio.kind
    with ExitStack() as stack, speech_cache() as cache:
        booth = _Booth(folder, of, wishes, read_manifest(folder), cache, stack)
        for session, workout, called in spoken_sessions(plan, readings, wishes.which):
            reading, name = readings.of(workout), f"{stem}/{called}"
            outputs, length, losses = booth.outputs(name, reading)
            seconds = script_of(reading, wishes.talk).seconds
            made.by_key[session.key] = Episode(session, name, seconds, length, kind.media_type, kind.suffix)
            made.outputs.extend(outputs)
            made.losses.extend((outputs[0].name, loss) for loss in (*losses, *unserved(length)))
            step()
        yield made
