"""Captions, lyrics, chapters, scripts and SSML: each line at its time, as readers from elsewhere find it."""

import json
import shutil
import subprocess
from html import unescape
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import lemony_lrc_parser
import pytest
import webvtt
from attrs import evolve
from hypothesis import given

from workout_audio.lyrics import lyrics as as_lyrics
from workout_audio.ssml import ssml as as_ssml
from workout_core import (
    Chapter,
    InvalidWorkout,
    Reading,
    Registry,
    Script,
    SpokenKind,
    SpokenLine,
    Step,
    Time,
    Workout,
    WorkoutError,
    export,
    parse_steps,
    read_document,
    read_text,
    script_of,
    write_captions,
    write_chapters,
)
from workout_core.testing.strategies import workouts

REGISTRY = Registry.discover({})
FOLDER = Path(__file__).parents[3] / "examples" / "course"
GUIDED = sorted(FOLDER.glob("guided-*.yaml"))
EXAMPLES = [path for path in sorted(FOLDER.parent.glob("*.yaml")) if isinstance(read_document(path), Workout)]
ADA = read_document(FOLDER.parent / "ada.yaml")
SSML = "{http://www.w3.org/2001/10/synthesis}"
TEXTS = {
    "an arrow": "Left --> right",
    "markup": "Keep R&D < 3 <b>now</b> & go",
    "a time": "[01:00.00] is one minute, <00:10.00> is ten seconds",
    "a tag": "[ti:Not the title]",
    "lines": "First line.\nSecond line.\n\nThird line.",
    "right to left": "רוץ לאט. Relax.",
    "emoji": "Go 🏃🏽\N{ZERO WIDTH JOINER}♀️ go",
    "a header": "WEBVTT",
    "a note": "NOTE this is said",
    "a comment": "-- and --- so on -->",
    "a character reference": "&amp; &#62; &lrm;",
}


def said(*lines, title="A run", seconds=600.0, is_exact=True):
    """Return a script of *lines*, each a time and a text; each takes two seconds."""
    return Script(
        title=title,
        lines=[SpokenLine(at=at, lasts=2.0, text=text, kind=SpokenKind.CUE) for at, text in lines],
        beeps=(),
        chapters=[Chapter(at=at, title=text, path="steps[0]") for at, text in lines],
        seconds=seconds,
        is_exact=is_exact,
        left_out=(),
    )


def written(subject, kind, **more):
    (file,) = export(subject, kind, registry=REGISTRY, **more)
    text = file.data.decode()
    assert "\r" not in text
    assert text.endswith("\n")
    return text


def one_step(cue, **more):
    return Workout(name="A run", items=[Step(duration=Time(600), cue=cue)], **more)


def in_one_line(text):
    return " ".join(text.split())


def captions(text):
    """Return when each caption begins and ends, and what it says, as webvtt-py reads it."""
    return [
        (each.start, each.end, unescape(each.text)) for each in webvtt.from_buffer(StringIO(text)).captions
    ]


def lyrics(text):
    """Return the tags, and when each line begins, in milliseconds, as lemony-lrc-parser reads it."""
    read = lemony_lrc_parser.loads(text)
    return dict(read.metadata), [(each.start, str(each.text)) for each in read]


def spoken(text):
    """Return the paragraphs of an SSML file, as expat reads it, with their sentences."""
    return [[sentence.text for sentence in each] for each in ET.fromstring(text).iter(f"{SSML}p")]


def test_captions_have_a_note_and_each_line_at_its_time():
    script = said((0, "Run easy."), (61.5, "Faster, < 4:00 & steady."), (3661, "Done."), is_exact=False)
    assert write_captions(script) == (
        "WEBVTT\n\n"
        "NOTE\nA run\nTimes are estimated: some steps do not end by time.\n\n"
        "00:00:00.000 --> 00:00:02.000\nRun easy.\n\n"
        "00:01:01.500 --> 00:01:03.500\nFaster, &lt; 4:00 &amp; steady.\n\n"
        "01:01:01.000 --> 01:01:03.000\nDone.\n"
    )


def test_a_caption_stays_long_enough_to_be_looked_at_and_never_into_the_next():
    script = evolve(said((0, "Two."), (10, "Three."), (10.5, "Two."), (11, "One.")), lines=())
    lines = [
        SpokenLine(at=at, lasts=0.4, text="Go.", kind=SpokenKind.COUNTDOWN) for at in (0.0, 10.0, 10.5, 11.5)
    ]
    shown = captions(write_captions(evolve(script, lines=lines)))
    assert [(begin[6:], end[6:]) for begin, end, _ in shown] == [
        ("00.000", "01.000"),
        ("10.000", "10.500"),
        ("10.500", "11.500"),
        ("11.500", "12.500"),
    ]


def test_a_long_line_is_shown_in_pieces_of_whole_sentences():
    sentence = "You should be able to talk the whole way, all of it, from here to the end."
    (line,) = said((60, " ".join([sentence] * 4))).lines
    shown = captions(write_captions(said((60, line.text), (61, "Next."))))
    assert [text for _, _, text in shown] == [f"{sentence} {sentence}"] * 2 + ["Next."]
    assert [begin for begin, _, _ in shown] == ["00:01:00.000", "00:01:01.000", "00:01:01.000"]


@pytest.mark.parametrize("letters", [2_000, 100_000])
def test_a_cue_without_end_is_shown_in_pieces_that_follow_each_other(letters):
    text = "word " * (letters // 10) + "x" * (letters // 2)
    shown = captions(write_captions(said((0, text))))
    assert "".join(piece for _, _, piece in shown).replace(" ", "") == text.replace(" ", "")
    assert max(len(piece) for _, _, piece in shown) <= 160
    assert [begin for begin, _, _ in shown[1:]] == [end for _, end, _ in shown[:-1]]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_is_one_caption_as_it_was_written(text):
    shown = captions(write_captions(said((5, text), (10, "Next."), title=text)))
    assert [text for _, _, text in shown] == [in_one_line(text), "Next."]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_is_one_line_of_lyrics(text):
    words = in_one_line(text).replace("[", "(").replace("]", ")").replace("<00:10.00>", "(00:10.00)")
    tags, lines = lyrics(as_lyrics(said((5, text), (10, "Next."))))
    assert lines == [(5000, words), (10_000, "Next.")]
    assert tags == {"ti": "A run", "length": "10:00.00", "re": "workout-core"}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_is_spoken_by_its_sentences(text):
    paragraphs = spoken(as_ssml(said((5, text), (10, "Next.")), "en"))
    assert [" ".join(sentences) for sentences in paragraphs] == [in_one_line(text), "Next."]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_title_is_taken_for_anything_else(text):
    script = said((5, "Go."), title=in_one_line(text))
    assert [text for _, _, text in captions(write_captions(script))] == ["Go."]
    tags, lines = lyrics(as_lyrics(script))
    assert (list(tags), lines) == (["ti", "length", "re"], [(5000, "Go.")])
    assert spoken(as_ssml(script, "en")) == [["Go."]]
    assert json.loads(write_chapters(script))["title"] == in_one_line(text)


def test_lyrics_have_tags_and_count_minutes_beyond_an_hour():
    lines = [(0, "One."), (6000, "Two."), (6001.5, "Three.")]
    text = as_lyrics(said(*lines, title="Long", seconds=6121.5, is_exact=False))
    assert text.splitlines() == [
        "[ti:Long]",
        "[length:102:01.50]",
        "[re:workout-core]",
        "[note:Times are estimated: some steps do not end by time.]",
        "[00:00.00]One.",
        "[100:00.00]Two.",
        "[100:01.50]Three.",
    ]
    assert lyrics(text)[1] == [(0, "One."), (6_000_000, "Two."), (6_001_500, "Three.")]


def test_chapters_are_one_for_each_step_and_follow_each_other():
    text = write_chapters(said((0, "Warm up"), (0.5, "4:00/km"), (90, "ריצה"), title="6 × 800 m"), "Why.")
    assert json.loads(text) == {
        "version": "1.2.0",
        "title": "6 × 800 m",
        "description": "Why.",
        "chapters": [
            {"startTime": 0, "endTime": 0.5, "title": "Warm up"},
            {"startTime": 0.5, "endTime": 90, "title": "4:00/km"},
            {"startTime": 90, "endTime": 600, "title": "ריצה"},
        ],
    }
    assert '"startTime": 90,' in text


def test_chapters_say_that_their_times_are_estimated():
    script = said((0, "Run"), is_exact=False)
    told = [json.loads(write_chapters(script, about))["description"] for about in ("", "Why.")]
    assert told == [script.note, f"Why.\n\n{script.note}"]


@pytest.mark.parametrize("path", GUIDED, ids=lambda path: path.stem)
def test_a_script_is_read_aloud_by_the_clock(path):
    workout = read_document(path)
    title, totals, empty, about, *lines = written(workout, "script").splitlines()
    assert (title, empty, about) == (workout.name, "", workout.description)
    assert totals.split(",")[0] == f"{sum(int(step.duration.seconds) for step in workout.items) // 60} min"
    script = script_of(Reading(workout))
    assert [line.split(maxsplit=1)[1] for line in lines if line] == [line.text for line in script.lines]
    assert {line.index("  ", 3) for line in lines if line} == {5}


def test_an_estimated_script_says_so_once():
    for kind in ("vtt", "lrc", "script", "ssml", "chapters"):
        text = written(Workout(name="A run", items=parse_steps('400m "Run."; 400m "Run."')), kind)
        assert text.count("Times are estimated: some steps do not end by time.") == 1
        assert "estimated" not in written(Workout(name="A run", items=parse_steps("4min")), kind)


def test_silence_lasts_until_the_next_line_is_due():
    assert as_ssml(said((0, "Run."), (60, "Up & down. Then up."), (62, "Up.")), "en") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<!-- A run -->\n"
        '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en">\n'
        "<p><s>Run.</s></p>\n"
        '<break time="58000ms"/>\n'
        "<p><s>Up &amp; down.</s><s>Then up.</s></p>\n"
        "<p><s>Up.</s></p>\n"
        "</speak>\n"
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_format_says_the_same_lines_of_an_example(path):
    workout = read_document(path)
    script = script_of(Reading(workout, ADA))
    lines = [line.text for line in script.lines]
    assert [text for *_, text in captions(written(workout, "vtt", athlete=ADA))] == lines
    assert [text for _, text in lyrics(written(workout, "lrc", athlete=ADA))[1]] == lines
    assert [" ".join(each) for each in spoken(written(workout, "ssml", athlete=ADA))] == lines
    assert written(workout, "script", athlete=ADA).splitlines()[-1].endswith(lines[-1])
    chapters = json.loads(written(workout, "chapters", athlete=ADA))["chapters"]
    ends = [chapter["endTime"] for chapter in chapters]
    assert [chapter["startTime"] for chapter in chapters] == [0, *ends[:-1]]
    assert ends == sorted(ends)
    assert ends[-1] == pytest.approx(script.seconds, abs=1e-3)


def test_what_had_no_room_is_a_loss():
    cue = "Run as fast as you can. Think of nothing else, and be proud."
    workout = Workout(name="Short", items=parse_steps(f'3s "{cue}"; 60s'))
    (file,) = export(workout, "vtt", registry=REGISTRY, options={"talk": "few"})
    told = f"steps[0]: voice: {cue!r} is left out, as there is no time for it"
    assert [str(loss) for loss in file.losses] == [told]


def test_how_much_is_said_can_be_chosen():
    workout = Workout(name="A run", items=parse_steps("10min; 4x(1min @ RPE 8, 1min easy); 10min"))
    many = [
        {
            len(lines)
            for lines in (
                captions(written(workout, "vtt", options={"talk": talk})),
                lyrics(written(workout, "lrc", options={"talk": talk}))[1],
                spoken(written(workout, "ssml", options={"talk": talk})),
                written(workout, "script", options={"talk": talk}).splitlines()[3:],
            )
        }
        for talk in ("few", "usual", "many")
    ]
    assert [len(counts) for counts in many] == [1, 1, 1]
    assert many == sorted(many, key=max)
    assert many[0] != many[1] != many[2]


def test_each_session_of_a_plan_has_a_file():
    text = """
plan: Two
start: 2026-08-03
weeks:
  - {mon: {workout: Easy, steps: easy 30min}, tue: {event: Rest, kind: rest}, wed: {steps: 20min}}
"""
    suffixes = {"vtt": ".vtt", "lrc": ".lrc", "chapters": ".chapters.json", "script": ".script.txt"}
    for kind, suffix in {**suffixes, "ssml": ".ssml"}.items():
        files = export(read_text(text), kind, registry=REGISTRY, name="two")
        assert [file.name for file in files] == [
            f"two/2026-08-03-easy{suffix}",
            f"two/2026-08-05-20-min{suffix}",
        ]


def test_a_language_chooses_the_voice():
    assert 'xml:lang="en-GB"' in written(one_step("Go."), "ssml", options={"language": "en-GB"})
    with pytest.raises(WorkoutError) as raised:
        written(one_step("Go."), "ssml", options={"language": 'en" x="'})
    assert str(raised.value) == ("-O: language: 'en\" x=\"' is not a language (like 'en' or 'en-GB')")


@pytest.mark.slow
@given(workouts())
def test_any_workout_is_well_formed_everywhere(workout):
    try:
        script = script_of(Reading(workout))
    except InvalidWorkout:
        with pytest.raises(InvalidWorkout, match="more than 20000 steps to announce"):
            written(workout, "vtt")
        return
    shown = webvtt.from_buffer(StringIO(written(workout, "vtt"))).captions
    times = [time.to_tuple() for each in shown for time in (each.start_time, each.end_time)]
    assert times == sorted(times)
    assert all(begin < end for begin, end in zip(times[::2], times[1::2], strict=True))
    if script.seconds < 10_000 * 60:  # that reader knows minutes of four digits
        assert len(lyrics(written(workout, "lrc"))[1]) == len(script.lines)
    assert len(spoken(written(workout, "ssml"))) == len(script.lines)
    assert len(json.loads(written(workout, "chapters"))["chapters"]) == len(script.chapters)
    written(workout, "script")


needs_ffmpeg = pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffmpeg is not here")
needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not here")


def run(*command, **more):
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, **more).stdout


@pytest.mark.slow
@needs_ffmpeg
@pytest.mark.parametrize("path", GUIDED, ids=lambda path: path.stem)
def test_ffmpeg_reads_captions_and_lyrics_as_the_same_lines(path, tmp_path):
    workout = read_document(path)
    script = script_of(Reading(workout))
    for kind in ("vtt", "lrc"):
        file = tmp_path / f"run.{kind}"
        file.write_text(written(workout, kind), "utf-8")
        packets = json.loads(run("ffprobe", "-v", "error", "-show_packets", "-of", "json", file))["packets"]
        assert [float(each["pts_time"]) for each in packets] == [line.at for line in script.lines]
        said = run("ffmpeg", "-v", "error", "-i", file, "-f", "webvtt", "-")
        assert [in_one_line(each.text) for each in webvtt.from_buffer(StringIO(said)).captions] == [
            line.text for line in script.lines
        ]


@needs_espeak
@pytest.mark.parametrize("text", ["Run & <b>relax</b> -- now.", "Two. Three. Go."])
def test_a_voice_speaks_the_words_and_none_of_the_tags(text, tmp_path):
    file = tmp_path / "run.ssml"
    file.write_text(as_ssml(said((0, text)), "en"), "utf-8")
    marked = run("espeak-ng", "-m", "-q", "-x", "-f", file)
    plain = run("espeak-ng", "-q", "-x", text)
    assert marked.split() == plain.split()
