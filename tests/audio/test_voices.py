"""Which voice speaks, and what becomes of one that does not do what a voice does."""

import sys
import wave
from array import array
from io import BytesIO
from types import SimpleNamespace

import numpy as np
import pytest

from audio import hum
from workout_core import (
    ExportError,
    InvalidOption,
    InvalidWorkout,
    Registry,
    UnknownFormat,
    Voice,
    Workout,
    hookimpl,
    in_language,
    parse_steps,
    write_track,
)
from workout_core.audio.choosing import chosen_voice
from workout_core.audio.speaker import Speaker
from workout_core.audio.speech_cache import SpeechCache


def _missing():
    raise ExportError("mute needs a mouth (install it: pip install mouth)")


def _wav(samples, channels=1):
    stream = BytesIO()
    with wave.open(stream, "wb") as file:
        file.setparams((channels, 2, 24_000, 0, "NONE", ""))
        file.writeframes(array("h", samples).tobytes())
    return stream.getvalue()


def voice(name="mine", speak=hum.speak, **more):
    """Return a plugin of one voice."""
    about = {"title": "Mine", "language": "en", "quality": 3, "version": lambda: "1"} | more
    record = Voice(name=name, speak=speak, **about)
    return SimpleNamespace(__name__=f"plugin_of_{name}", workout_voices=hookimpl(lambda: [record]))


def registry_of(*plugins):
    return Registry.of(*plugins)


def silent(_text, _context):
    return b""


def test_the_best_voice_that_can_be_used_speaks():
    best = voice("mute", quality=5, version=_missing)
    registry = registry_of(voice("poor", quality=1), best, voice("good", quality=4), voice("a", quality=1))
    assert chosen_voice(registry).name == "good"


def test_of_two_that_are_equally_good_the_first_by_name_speaks():
    assert chosen_voice(registry_of(voice("b"), voice("a"))).name == "a"


def test_a_voice_of_another_language_speaks_only_when_it_is_named():
    registry = registry_of(voice("polish", language="pl", quality=5), voice("english", language="en-GB"))
    assert chosen_voice(registry).name == "english"
    assert chosen_voice(registry, "polish").name == "polish"


def test_where_no_voice_can_speak_it_is_said_why():
    with pytest.raises(ExportError) as told:
        chosen_voice(registry_of(voice("mute", version=_missing), voice("other", version=lambda: 1 / 0)))
    assert str(told.value) == (
        "there is no voice that can speak here: mute needs a mouth (install it: pip install mouth); "
        "other: local:plugin_of_other failed: ZeroDivisionError: division by zero"
    )
    with pytest.raises(ExportError, match=r"^there is no voice that can speak here: no plugin offers one$"):
        chosen_voice(registry_of())


@pytest.mark.parametrize(
    ("written", "error", "message"),
    [
        ("humm", UnknownFormat, "'humm' is not a voice (did you mean 'hum'?)"),
        (
            "hum hertz=3",
            InvalidOption,
            "--voice hum hertz: hum has no such option (one of level)",
        ),
        ("hum level", InvalidOption, "--voice hum level: write name=value (like 'speed=0.9')"),
    ],
)
def test_a_voice_that_there_is_not_is_refused(written, error, message):
    with pytest.raises(error) as told:
        chosen_voice(registry_of(hum), written)
    assert str(told.value) == message


def test_a_voice_that_is_named_and_not_installed_says_what_to_install():
    with pytest.raises(ExportError, match=r"^mute needs a mouth \(install it: pip install mouth\)$"):
        chosen_voice(registry_of(voice("mute", version=_missing), hum), "mute")


def _fail(_text, _context):
    raise RuntimeError("no air")


WRONG = {
    "it raises": (_fail, "mine: local:plugin_of_mine failed: RuntimeError: no air"),
    "it exits": (
        lambda _text, _context: sys.exit(3),
        "mine: local:plugin_of_mine failed: SystemExit: 3",
    ),
    "it gives a text": (
        lambda text, _context: text,
        "mine: local:plugin_of_mine gave str, not the bytes of a WAV file",
    ),
    "it gives stereo": (
        lambda _text, _context: _wav([0] * 1000, channels=2),
        "mine: local:plugin_of_mine gave 2 channels (give one)",
    ),
    "it refuses": (lambda _text, _context: _missing(), "mute needs a mouth (install it: pip install mouth)"),
}


@pytest.mark.parametrize(("speak", "message"), WRONG.values(), ids=WRONG)
def test_what_goes_wrong_in_a_voice_is_told_as_its(tmp_path, speak, message):
    run = Workout(name="Run", items=parse_steps('1min "Relax"'))
    with pytest.raises(ExportError) as told:
        write_track(run, tmp_path / "out" / "run.flac", registry=registry_of(voice(speak=speak)))
    assert str(told.value) == message
    assert not (tmp_path / "out").exists()


def test_bytes_that_are_no_wav_file_are_told(tmp_path):
    registry = registry_of(voice(speak=lambda _text, _context: b"RIFF but no more"))
    with pytest.raises(ExportError, match=r"^mine: local:plugin_of_mine gave bytes that are no WAV file: "):
        Speaker(chosen_voice(registry), registry, SpeechCache(tmp_path)).samples_of("a")


def test_a_text_without_sounds_is_told_and_the_others_are_said(tmp_path):
    def speak(text, context):
        return b"" if "Relax" in text else hum.speak(text, context)

    run = Workout(name="Run", items=parse_steps('1min "Relax"; 1min'))
    registry = registry_of(voice(speak=speak, options=hum.HumOptions))
    track = write_track(run, tmp_path / "run.flac", registry=registry)
    assert {each.what for each in track.unsaid} == {"mine has no sounds for it"}
    assert all("Relax" in each.text for each in track.unsaid)
    assert len(track.script.lines) > len(track.unsaid) > 0


def test_a_voice_that_says_nothing_makes_a_track_with_beeps(tmp_path):
    run = Workout(name="Run", items=parse_steps("1min @ 4:00/km; 1min jog"))
    track = write_track(run, tmp_path / "run.flac", registry=registry_of(voice(speak=silent)))
    assert len(track.unsaid) == len(track.script.lines)


def test_what_a_voice_leaves_out_is_told_each_time(tmp_path):
    def speak(text, context):
        context.lose("", "voice", "no sounds for some of it")
        return hum.speak(text, context)

    run = Workout(name="Run", items=parse_steps('1min "Relax"'))
    registry = registry_of(voice(speak=speak, options=hum.HumOptions))
    for _ in range(2):
        track = write_track(run, tmp_path / "run.flac", registry=registry)
        assert {each.what for each in track.unsaid} == {"no sounds for some of it"}


def test_a_text_is_said_once_and_then_kept(tmp_path):
    said = []

    def speak(text, context):
        said.append(text)
        return hum.speak(text, context)

    registry = registry_of(voice(speak=speak, options=hum.HumOptions))
    sounds = []
    for written in ("mine", "mine", "mine level=0.2"):
        speaker = Speaker(chosen_voice(registry, written), registry, SpeechCache(tmp_path))
        sounds.append(speaker.samples_of("Run tall"))
        assert speaker.seconds_of("Run tall") == len(sounds[-1]) / 24_000
    assert said == ["Run tall", "Run tall"]
    assert np.array_equal(sounds[0], sounds[1])


def test_a_speaker_holds_only_so_much_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr("workout_core.audio.speaker._MOST_HELD", 50_000)
    registry = registry_of(hum)
    speaker = Speaker(chosen_voice(registry), registry, SpeechCache(tmp_path))
    texts = [f"text {number} with some words" for number in range(20)]
    once = [speaker.samples_of(text) for text in texts]
    assert sum(map(len, speaker._held.values())) <= 50_000
    assert all(
        np.array_equal(speaker.samples_of(text), sound) for text, sound in zip(texts, once, strict=True)
    )


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("quality", 6, "mine: the quality must be 1 to 5: 6"),
        ("quality", "good", "mine: the quality must be 1 to 5: 'good'"),
        ("language", "English", "mine: 'English' is not a language (like 'en-US')"),
        ("title", "", "mine: the title must be a line of text: ''"),
        ("version", "1", "mine: version must be a function: '1' (write def version())"),
        ("speak", print, None),
    ],
)
def test_a_record_that_makes_no_sense_is_refused(field, value, message):
    if message is None:
        voice(**{field: value})  # what takes anything may be called
        return
    with pytest.raises(InvalidWorkout) as told:
        voice(**{field: value})
    assert str(told.value) == message


def test_the_best_voice_of_the_language_speaks():
    both = voice("both", quality=1, more_languages=("de-AT", "fr"))
    registry = registry_of(voice("english", quality=5), both, voice("other", quality=2, language="fr"))
    assert chosen_voice(registry).name == "english"
    with in_language("de"):
        chosen = chosen_voice(registry)
    assert (chosen.name, chosen.language.value, chosen.lacks) == ("both", "de", "")
    assert chosen.key != chosen_voice(registry, "both").key


def test_a_voice_that_does_not_speak_the_language_says_who_does():
    registry = registry_of(voice("english"), voice("both", more_languages=("de",)), voice("gone"))
    with in_language("de"):
        assert chosen_voice(registry, "english").lacks == "english spricht kein Deutsch (--voice: both)"
        with pytest.raises(ExportError) as told:
            chosen_voice(registry_of(voice("english"), voice("mute", language="de", version=_missing)))
    assert str(told.value) == (
        "hier spricht keine Stimme Deutsch: mute needs a mouth (install it: pip install mouth) "
        "(für Englisch: --language en)"
    )
    assert chosen_voice(registry, "english").lacks == ""


def test_a_voice_is_told_the_language_of_a_text():
    told = []

    def speak(text, context):
        told.append(context.language)
        return hum.speak(text, SimpleNamespace(options=hum.HumOptions()))

    registry = registry_of(voice(speak=speak, more_languages=("de",)))
    chosen_voice(registry).speak("Go.", registry)
    with in_language("de"):
        chosen_voice(registry).speak("Los.", registry)
    assert told == ["en", "de"]


@pytest.mark.parametrize("more", ["de", ("de", "German!")])
def test_what_is_no_language_is_refused(more):
    with pytest.raises(InvalidWorkout, match="is not a language"):
        voice(more_languages=more)
