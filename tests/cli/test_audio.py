"""``workout audio``: documents as sound tracks, and what is said of each."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import soundfile

from audio import hum
from distributions import WORKOUT

HUM = ("--plugin", "hum.py", "--voice", "hum")
BY_TIME = "('--transform by-time' makes workouts that the voice stays in step with)"
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
SUFFIXES = [".flac", ".mp3", ".ogg", ".opus", ".wav", pytest.param(".m4a", marks=needs_ffmpeg)]


@pytest.fixture(autouse=True)
def voice(folder, monkeypatch):
    """Have a voice that hums in the folder, and a cache beside it."""
    shutil.copy(hum.__file__, folder / "hum.py")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    (folder / "club.yaml").write_text("squad: Club\nplan: form.yaml\nathletes: [ada.yaml]\n", "utf-8")
    (folder / "short.yaml").write_text('workout: Short\nsteps: 20s "Run tall"; 10s jog\n', "utf-8")


@pytest.fixture
def tracks(listing):
    """List the sound files and captions."""
    return lambda: [
        each for each in listing() if Path(each).suffix in {".flac", ".mp3", ".wav", ".vtt", ".m4b"}
    ]


def test_a_workout_becomes_a_track(workout, tracks):
    done = workout("audio", "short.yaml", "--out", "new/run.flac", *HUM)
    assert (done.code, done.out) == (0, f"new{os.sep}run.flac\n")
    voice, track = done.err.splitlines()
    assert voice == "the voice is hum (hum 1)"
    assert track.startswith("run.flac: ")
    assert track.endswith(" lines in 30 s")
    assert tracks() == ["new/run.flac"]
    assert soundfile.info("new/run.flac").duration >= 30


def test_in_a_folder_it_is_called_as_its_document(workout, tracks):
    done = workout("audio", "short.yaml", *HUM)
    assert (done.code, done.out) == (0, "short.mp3\n")
    done = workout("audio", "short.yaml", "--to", "wav", "--out", "runs", *HUM)
    assert done.out == f"runs{os.sep}short.wav\n"
    assert "short.wav: chapters: .wav has none (.flac, .m4a, .m4b, .mp3, .ogg, .opus have)" in done.err
    assert tracks() == ["runs/short.wav", "short.mp3"]


def test_steps_on_the_command_line_are_spoken(workout):
    done = workout("audio", "--steps", "10s; 10s jog", "--name", "Tiny", "--out", "tiny.flac", *HUM)
    assert (done.code, done.out) == (0, "tiny.flac\n")


def test_of_a_plan_each_session_from_today_on_is_a_file(workout, tracks):
    done = workout("audio", "form.yaml", "--to", "flac", "--only", "2026-08-05 to 2026-08-06", *HUM)
    assert (done.code, done.out) == (0, f"form{os.sep}2026-08-06-easy.flac\n")
    assert tracks() == ["form/2026-08-06-easy.flac"]
    done = workout("audio", "form.yaml", "--only", "2027-01-01", *HUM)
    assert (done.code, done.out, done.err) == (
        0,
        "",
        "Form: has no workout on these days (all of them are between 2026-08-04 and 2026-08-06)\n",
    )


def test_of_a_squad_one_athlete_has_tracks_in_a_folder_of_their_own(workout, tracks):
    done = workout(
        "audio", "club.yaml", "--athlete", "ada", "--to", "flac", "--only", "2026-08-05 to 2026-08-06", *HUM
    )
    assert (done.code, done.out) == (0, f"ada{os.sep}form{os.sep}2026-08-06-easy.flac\n"), done.err
    assert tracks() == ["ada/form/2026-08-06-easy.flac"]


def test_what_out_and_to_say_alike_is_no_contradiction(workout):
    assert workout("audio", "short.yaml", "--to", "flac", "--out", "run.flac", *HUM).out == "run.flac\n"


@pytest.mark.slow
def test_chapters_that_a_file_does_not_list_are_told(workout):
    Path("many.yaml").write_text("workout: Many\nsteps: 200x(1s hard, 1s jog)\n", "utf-8")
    told = workout("audio", "many.yaml", "--out", "many.mp3", *HUM).err
    assert "many.mp3: chapters: .mp3 lists 255 of 400 (.flac, .m4a, .m4b, .ogg, .opus list all)\n" in told
    assert "chapters" not in workout("audio", "many.yaml", "--out", "many.flac", *HUM).err


def test_several_tracks_do_not_fit_into_one_file(workout, tracks):
    done = workout("audio", "short.yaml", "easy.yaml", "--out", "run.flac", *HUM)
    assert done.code == 2
    assert "--out run.flac is one file, and this makes 2 (give a folder)" in done.err
    assert tracks() == []


def test_one_document_that_is_wrong_does_not_hold_up_another(workout, tracks):
    done = workout("audio", "broken.yaml", "short.yaml", "--to", "flac", *HUM)
    assert (done.code, done.out) == (1, "short.flac\n")
    assert "broken.yaml:2:1: 'sprot' is not a key" in done.err
    assert tracks() == ["short.flac"]


def test_captions_stand_beside_a_track_and_are_in_step_with_it(workout, tracks):
    done = workout("audio", "short.yaml", "--out", "run.flac", "--captions", *HUM)
    assert (done.code, done.out) == (0, "run.flac\nrun.vtt\n")
    assert tracks() == ["run.flac", "run.vtt"]
    assert Path("run.vtt").read_text("utf-8").startswith("WEBVTT\n")


def test_what_is_estimated_is_told(workout):
    steps = ("audio", "--steps", "100m @ 4:00/km", "--out", "run.flac", *HUM)
    assert f"run.flac: times are estimated: not every step ends by time {BY_TIME}\n" in workout(*steps).err
    assert "estimated" not in workout(*steps, "--transform", "by-time").err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "what should be spoken? (give a document, or --steps)"),
        (
            ("short.yaml", "--out", "a.mp4"),
            2,
            "error: '.mp4' is not a suffix of sound files (did you mean '.mp3'?)",
        ),
        (
            ("short.yaml", "--out", "a.xyz"),
            2,
            "error: '.xyz' is not a suffix of sound files (one of .flac, .m4a,",
        ),
        (("short.yaml", "--voice", "humm"), 2, "error: 'humm' is not a voice (did you mean 'hum'?)"),
        (("short.yaml", "-O", "talk=much"), 2, "error: -O talk: "),
        (
            ("short.yaml", "-O", "tlak=few"),
            2,
            "error: -O tlak: audio has no such option (did you mean 'talk'?)",
        ),
        (
            ("ada.yaml",),
            1,
            "ada.yaml: is an athlete, not a workout or a plan (give it with '--athlete ada.yaml')",
        ),
        (("none.yaml",), 1, "none.yaml: "),
        (
            ("short.yaml", "--out", "-"),
            2,
            "--out -: a track is not written to a pipe (give a file: --out run.mp3)",
        ),
        (
            ("short.yaml", "--to", "mp3", "--out", "cap.m4b"),
            2,
            "--to mp3 is not what --out cap.m4b says (leave one of them out)",
        ),
        (("club.yaml",), 2, "whose tracks are they? (--athlete NAME, one of Ada)"),
        (("club.yaml", "--athlete", "Bob"), 2, "--athlete: 'Bob' is not in the squad ("),
        (("club.yaml", "short.yaml"), 2, "a squad is a document on its own (leave the others out)"),
        (("short.yaml", "--voice", "hum level=9x"), 2, "error: --voice hum level: "),
    ],
)
def test_what_is_asked_wrongly_is_told_in_a_sentence(workout, tracks, arguments, code, message):
    done = workout("audio", "--plugin", "hum.py", *arguments)
    assert done.code == code
    assert message in done.err
    assert done.out == ""
    assert tracks() == []


def test_without_a_voice_it_is_said_what_to_install(process, tracks):
    done = process("audio", "short.yaml", environ={"WORKOUT_DISABLE": "usual-voices"})
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"error: there is no voice that can speak here: no plugin offers one\n"
    assert tracks() == []


def test_without_ffmpeg_it_is_said_what_works(process, tracks):
    empty = {"PATH": str(Path(sys.executable).parent)}
    done = process("audio", "short.yaml", "--out", "run.m4b", *HUM, environ=empty)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == (
        b"error: ffmpeg is not installed, which writes .m4a and .m4b "
        b"(install it, such as: apt install ffmpeg; or write a .flac, .mp3 or .opus)\n"
    )
    assert tracks() == []


def test_a_file_that_is_there_makes_room_as_it_does_for_an_export(workout, listing):
    Path("run.flac").write_bytes(b"mine")
    done = workout("audio", "short.yaml", "--out", "run.flac", *HUM)
    assert "run.flac: was there, and not from an export; it is run.flac~ now\n" in done.err
    assert Path("run.flac~").read_bytes() == b"mine"
    first = Path("run.flac").read_bytes()
    done = workout("audio", "short.yaml", "--out", "run.flac", *HUM)
    assert "was there" not in done.err
    assert Path("run.flac").read_bytes() == first
    assert [each for each in listing() if each.startswith("run")] == ["run.flac", "run.flac~"]


HARD = {
    "a cue of 2,000 characters": ("1min", "Run tall. " * 200),
    "emoji": ("30s", "🏃🏽‍♀️ 💪"),
    "right to left": ("30s", "דופק נמוך"),
    "three seconds for ten": (
        "3s",
        "This takes far longer than three seconds to say, in any voice there is",
    ),
    "what a shell would run": ("30s", "$(touch run) `id` ; -- -v <b>&amp;</b>"),
}


@pytest.mark.parametrize(("lasts", "cue"), HARD.values(), ids=HARD)
def test_whatever_a_cue_is_there_is_a_track(workout, tracks, lasts, cue):
    steps = f"  - {{duration: {{time: {lasts}}}, cue: '{cue}'}}\n  - {{duration: {{time: 20s}}}}\n"
    Path("hard.yaml").write_text(f"workout: Hard\nsteps:\n{steps}", "utf-8")
    done = workout("audio", "hard.yaml", "--out", "hard.flac", *HUM)
    assert (done.code, done.out) == (0, "hard.flac\n"), done.err
    assert tracks() == ["hard.flac"]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no limits of files")
@pytest.mark.parametrize("most", [20_000, 100_000])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_full_disk_leaves_what_was_there(folder, listing, suffix, most):
    target = folder / f"run{suffix}"
    target.write_bytes(b"mine")

    def full():
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    command = [WORKOUT, "audio", "easy.yaml", "--no-cache", "--out", target.name, *HUM]
    done = subprocess.run(command, cwd=folder, capture_output=True, preexec_fn=full, check=False)
    assert (done.returncode, done.stdout) == (4, b""), done.stderr
    assert done.stderr.endswith(f"error: {target.name}: File too large\n".encode())
    assert b"Traceback" not in done.stderr
    assert [each for each in listing() if each.startswith((".", "run"))] == [target.name]
    assert target.read_bytes() == b"mine"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts in another way")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_control_c_leaves_no_half_file_and_no_ffmpeg(folder, listing, suffix):
    (folder / "long.yaml").write_text("workout: Long\nsteps: 50h @ 6:00/km\n", "utf-8")
    for moment in (0.0, 0.03, 0.2):
        running = _growing(folder, "long.yaml", "--out", f"run{suffix}")
        time.sleep(moment)
        os.killpg(running.pid, signal.SIGINT)
        said = running.communicate(timeout=30)[1]
        assert (running.returncode, said) == (130, b"the voice is hum (hum 1)\ninterrupted\n")
        assert [each for each in listing() if each.startswith((".", "run"))] == []


def _growing(folder, *arguments):
    """Start to speak, and return when a file begins to grow."""
    command = [WORKOUT, "audio", *arguments, *HUM]
    before = set(folder.glob(".workout-growing-*"))
    running = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, start_new_session=True)
    while not any(each.stat().st_size for each in {*folder.glob(".workout-growing-*")} - before):
        time.sleep(0.01)
        assert running.poll() is None, running.stderr.read()
    return running


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell what still grows")
def test_what_a_killed_run_has_left_is_removed_by_the_next_and_what_grows_is_not(folder, workout):
    (folder / "long.yaml").write_text("workout: Long\nsteps: 50h @ 6:00/km\n", "utf-8")
    growing = _growing(folder, "long.yaml", "--out", "growing.wav")
    killed = _growing(folder, "long.yaml", "--out", "killed.wav")
    killed.terminate()
    killed.communicate()
    assert len([*folder.glob(".workout-growing-*")]) == 2
    assert workout("audio", "short.yaml", *HUM).code == 0
    (grows,) = folder.glob(".workout-growing-*")
    assert f"-{growing.pid}-" in grows.name
    growing.kill()
    growing.communicate()


NO_NETWORK = """\
import socket

def refused(*_arguments, **_more):
    raise OSError("no network here")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refused
"""


@pytest.mark.slow
def test_everything_works_without_a_network(folder, process, tracks):
    (folder / "blocked").mkdir()
    (folder / "blocked" / "sitecustomize.py").write_text(NO_NETWORK, "utf-8")
    blocked = {"PYTHONPATH": str(folder / "blocked"), "https_proxy": "http://127.0.0.1:9"}
    for out in ("run.flac", *(["run.m4b"] if shutil.which("ffmpeg") else [])):
        for voice in (HUM, ()):
            done = process("audio", "short.yaml", "--out", out, *voice, environ=blocked)
            no_voice = b"there is no voice that can speak here" in done.stderr
            assert done.returncode == (1 if no_voice and not voice else 0), done.stderr
        assert out in tracks()
