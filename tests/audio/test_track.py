"""A track is heard as it is written: lines at their times, at one loudness, in every kind of file."""

import hashlib
import shutil

import mutagen
import numpy as np
import pyloudnorm
import pytest
from mutagen.flac import FLAC
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4

from audio.hearing import (
    chapters_by_ffprobe,
    heard,
    heard_by_ffmpeg,
    lateness,
    loudness_by_ffmpeg,
    needs_ffmpeg,
    overlaps,
    starts_of,
)
from workout_core import Registry, Talk, UnknownFormat, Workout, parse_steps, write_track
from workout_core.audio.kinds import KINDS
from workout_core.audio.loudness import CEILING, RATE

STEPS = 'warmup 45s "Relax the shoulders"; 2x(15s @ 4:00/km "Run tall", 20s jog); 4s "Smile"; 20s @ easy'
slow = pytest.mark.slow


def _kinds(*suffixes):
    """Return suffixes as parameters: FLAC is tried each time, the others with --slow."""
    return [each if each == ".flac" else pytest.param(each, marks=slow) for each in suffixes]


WRITTEN_HERE = _kinds(*(kind for kind, each in KINDS.items() if each.container))
TOLD_BY_VORBIS = _kinds(".flac", ".ogg", ".opus")
BY_FFMPEG = _kinds(".m4a", ".m4b")


@pytest.fixture(scope="module")
def intervals():
    return Workout(name="Intervals = 3; #1", items=parse_steps(STEPS))


@pytest.fixture(scope="module")
def made(intervals, tmp_path_factory):
    """Return tracks by their suffix, each made once."""
    from audio import hum

    folder, known = tmp_path_factory.mktemp("tracks"), {}

    def make(suffix):
        if suffix not in known:
            target = folder / f"run{suffix}"
            known[suffix] = write_track(intervals, target, registry=Registry.of(hum), keeps_speech=False)
        return known[suffix]

    return make


@pytest.mark.parametrize("suffix", WRITTEN_HERE)
def test_every_line_begins_within_a_tenth_of_a_second_of_its_time(made, suffix):
    track = made(suffix)
    assert len(track.script.lines) > 5
    assert len(track.script.beeps) > 3
    assert overlaps(track.script) == []
    assert max(map(abs, lateness(heard(track.path), track.script))) <= 0.1


@needs_ffmpeg
@pytest.mark.parametrize("suffix", [*WRITTEN_HERE, *BY_FFMPEG])
def test_ffmpeg_hears_the_same(made, suffix):
    track = made(suffix)
    assert max(map(abs, lateness(heard_by_ffmpeg(track.path), track.script))) <= 0.1
    loudness, peak = loudness_by_ffmpeg(track.path)
    assert loudness == pytest.approx(-16, abs=1)
    assert peak < -1


@pytest.mark.parametrize("suffix", WRITTEN_HERE)
def test_a_track_is_as_loud_as_podcasts_and_clips_nowhere(made, suffix):
    samples = heard(made(suffix).path)
    assert pyloudnorm.Meter(RATE).integrated_loudness(samples) == pytest.approx(-16, abs=1)
    assert np.abs(samples).max() < 10 ** (-1 / 20)


def test_between_lines_there_is_silence_to_the_last_sample(made):
    track = made(".flac")
    samples = heard(track.path)
    ends = [end for _, end in starts_of(track.script)]
    gaps = zip(ends, [start for start, _ in starts_of(track.script)][1:], strict=False)
    end, start = max(gaps, key=lambda gap: gap[1] - gap[0])
    between = samples[round((end + 0.1) * RATE) : round((start - 0.1) * RATE)]
    assert len(between) > RATE
    assert not between.any()


def test_a_track_is_as_long_as_the_workout_or_its_last_line(made):
    track = made(".flac")
    last = track.script.lines[-1]
    assert len(heard(track.path)) / RATE == pytest.approx(
        max(track.script.seconds, last.at + last.lasts), abs=0.01
    )


@pytest.mark.parametrize("suffix", [*WRITTEN_HERE, *BY_FFMPEG])
def test_the_same_workout_gives_the_same_bytes(made, intervals, registry, tmp_path, suffix):
    if not KINDS[suffix].container and shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed")
    again = write_track(intervals, tmp_path / f"other{suffix}", registry=registry)
    once_more = write_track(intervals, tmp_path / f"other-again{suffix}", registry=registry)  # from the cache
    digests = {
        hashlib.sha256(each.path.read_bytes()).hexdigest() for each in (made(suffix), again, once_more)
    }
    assert len(digests) == 1


def _expected(track):
    return [(round(each.at, 3), each.title) for each in track.script.chapters]


@pytest.mark.parametrize("suffix", TOLD_BY_VORBIS)
def test_mutagen_reads_title_and_chapters_from_comments(made, suffix):
    track = made(suffix)
    tags = mutagen.File(track.path)
    assert tags["title"] == [track.script.title]
    found = []
    for number in range(len(track.script.chapters)):
        hours, minutes, seconds = tags[f"CHAPTER{number:03}"][0].split(":")
        at = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
        found.append((round(at, 3), tags[f"CHAPTER{number:03}NAME"][0]))
    assert found == _expected(track)


def test_mutagen_reads_title_and_chapters_from_an_mp3(made):
    track = made(".mp3")
    tags = MP3(track.path).tags
    assert tags["TIT2"].text == [track.script.title]
    (contents,) = tags.getall("CTOC")
    chapters = {each.element_id: each for each in tags.getall("CHAP")}
    found = [chapters[name] for name in contents.child_element_ids]
    assert [(each.start_time / 1000, str(each.sub_frames["TIT2"])) for each in found] == _expected(track)
    ends = [each.end_time for each in found]
    assert ends == [*(each.start_time for each in found[1:]), round(track.script.seconds * 1000)]


@needs_ffmpeg
@pytest.mark.parametrize("suffix", [*TOLD_BY_VORBIS, *_kinds(".mp3"), *BY_FFMPEG])
def test_ffprobe_reads_the_chapters(made, suffix):
    track = made(suffix)
    assert chapters_by_ffprobe(track.path) == _expected(track)


@needs_ffmpeg
@pytest.mark.parametrize("suffix", BY_FFMPEG)
def test_mutagen_reads_title_chapters_and_cover_of_an_m4b(intervals, tmp_path, suffix):
    import workout_svg
    from audio import hum

    track = write_track(intervals, tmp_path / f"run{suffix}", registry=Registry.of(hum, workout_svg))
    tags = MP4(track.path)
    assert tags["©nam"] == [track.script.title]
    assert [(round(each.start, 3), each.title) for each in tags.chapters] == _expected(track)
    (cover,) = tags["covr"]
    assert bytes(cover).startswith(b"\x89PNG")


def test_flac_has_the_picture_of_the_workout(intervals, tmp_path):
    import workout_svg
    from audio import hum

    track = write_track(intervals, tmp_path / "run.flac", registry=Registry.of(hum, workout_svg))
    (picture,) = FLAC(track.path).pictures
    assert picture.data.startswith(b"\x89PNG")


def test_a_track_says_what_it_is(made):
    track = made(".flac")
    assert (track.media_type, track.voice, track.version, track.unsaid) == ("audio/flac", "hum", "hum 1", ())
    assert track.path.name == "run.flac"


def test_a_quiet_voice_and_a_loud_one_are_equally_loud(intervals, registry, tmp_path):
    for level in ("0.002", "0.99"):
        track = write_track(
            intervals, tmp_path / "run.wav", registry=registry, voice=f"hum level={level}", talk=Talk.FEW
        )
        samples = heard(track.path)
        assert pyloudnorm.Meter(RATE).integrated_loudness(samples) == pytest.approx(-16, abs=0.5)
        assert np.abs(samples).max() <= CEILING + 0.001


def test_another_speed_of_talk_says_more(intervals, registry, tmp_path):
    few, many = (
        write_track(intervals, tmp_path / "run.flac", registry=registry, talk=talk)
        for talk in (Talk.FEW, Talk.MANY)
    )
    assert len(few.script.lines) < len(many.script.lines)


def test_a_suffix_that_is_none_is_refused_before_anything_is_said(intervals, registry, tmp_path):
    with pytest.raises(UnknownFormat, match=r"^'\.mp4' is not a suffix of sound files \(did you mean"):
        write_track(intervals, tmp_path / "new" / "run.mp4", registry=registry)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_made_and_nothing_else_is_left_in_it(intervals, registry, tmp_path):
    target = tmp_path / "some" / "where" / "run.flac"
    write_track(intervals, target, registry=registry)
    assert list(target.parent.iterdir()) == [target]


def test_what_stops_the_work_leaves_what_was_there(intervals, registry, tmp_path):
    target = tmp_path / "run.flac"
    target.write_bytes(b"mine")

    def stop(share):
        if share > 0.7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_track(intervals, target, registry=registry, step=stop)
    assert [each.name for each in tmp_path.iterdir() if each.name != "cache"] == ["run.flac"]
    assert target.read_bytes() == b"mine"


@needs_ffmpeg
def test_what_stops_the_work_stops_ffmpeg_too(intervals, registry, tmp_path):
    def stop(share):
        if share > 0.7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_track(intervals, tmp_path / "out" / "run.m4b", registry=registry, step=stop)
    assert [each.name for each in tmp_path.iterdir()] == ["cache"]


def test_progress_goes_up_to_the_end(intervals, registry, tmp_path):
    shares = []
    write_track(intervals, tmp_path / "run.flac", registry=registry, step=shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5 < shares[-1] <= 1
