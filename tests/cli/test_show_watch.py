"""``workout show --watch`` draws again after every save, whatever way an editor saves, until Ctrl-C."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest

from distributions import WORKOUT
from workout_core.cli import watching
from workout_core.cli.main import run
from workout_core.cli.terminal import clear_screen

SECONDS = 60
"""After which a test gives up; it goes on at once when what it waits for is there."""


@pytest.fixture
def saves(monkeypatch):
    """Return a list of what happens on the disk, one thing after the other, each told; then Ctrl-C."""
    happen = []

    def wait(folders):
        assert all(each.is_dir() for each in folders)
        while happen:
            yield happen.pop(0)()
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "_told_by_the_system", wait)
    return happen


def write(name, text):
    def save():
        Path(name).write_text(text, "utf-8")
        os.utime(name, ns=(len(text), len(text)))  # two saves in one tick of the clock are two

    return save


def test_it_draws_at_once_and_after_each_save_and_ctrl_c_is_no_failure(saves, capfd):
    saves += [
        write("easy.yaml", "workout: Longer\nsteps: 50min @ 5:00/km\n"),
        lambda: None,  # something else changed in the folder
        write("easy.yaml", "workout: Hard\nsteps: 10min @ 4:00/km\n"),
    ]
    assert run(["show", "easy.yaml", "--watch"]) == 0
    out, err = capfd.readouterr()
    names = [line for line in out.splitlines() if line in ("Easy", "Longer", "Hard")]
    assert names == ["Easy", "Longer", "Hard"]
    assert err.count("easy.yaml: is drawn again when it is saved (Ctrl-C ends)\n") == 3
    assert "\x1b" not in out  # nothing is cleared that is no terminal


def test_a_document_that_is_half_written_is_told_and_the_next_save_is_drawn(saves, capfd):
    saves += [
        write("easy.yaml", "workout: Easy\nste"),
        write("easy.yaml", "workout: Easy\nsteps: |\n  10min esy peasy\n"),
        write("easy.yaml", "workout: Again\nsteps: 30min\n"),
    ]
    assert run(["show", "easy.yaml", "--watch"]) == 0
    out, err = capfd.readouterr()
    assert "easy.yaml:2:1: " in err
    assert "easy.yaml:3:9: steps: 'esy' is not part of a step" in err
    assert "Again" in out


def test_a_file_that_is_away_is_told_and_drawn_when_it_is_there_again(saves, capfd):
    saves += [lambda: Path("easy.yaml").unlink(), write("easy.yaml", "workout: Back\nsteps: 30min\n")]
    assert run(["show", "easy.yaml", "--watch"]) == 0
    out, err = capfd.readouterr()
    assert "easy.yaml: there is no such file" in err
    assert "Back" in out


def test_a_file_that_takes_the_place_of_the_document_is_drawn(saves, capfd):
    def rename():
        write("easy.yaml.new", "workout: Easz\nsteps: 30min @ 5:00/km\n")()  # of the same length
        Path("easy.yaml.new").replace("easy.yaml")

    saves.append(rename)
    assert run(["show", "easy.yaml", "--watch"]) == 0
    assert "Easz" in capfd.readouterr().out


def test_what_the_document_names_is_watched_too(saves, capfd):
    Path("below").mkdir()
    text = "plan: P\nstart: 2026-08-03\nworkouts: {hills: below/hills.yaml}\nweeks: [{mon: hills}]\n"
    Path("p.yaml").write_text(text)
    write("below/hills.yaml", "workout: Hills\nsteps: 30min\n")()
    saves += [
        write("below/hills.yaml", "workout: Steep hills\nsteps: 30min\n"),
        write("ada.yaml", "athlete: Ada\nthreshold_pace: 4:00/km\n"),
    ]
    assert run(["show", "p.yaml", "--athlete", "ada.yaml", "--watch"]) == 0
    out, err = capfd.readouterr()
    assert err.count("is drawn again") == 3
    assert out.casefold().count("hills") == 3


@pytest.mark.parametrize("arguments", [["show", "-", "--watch"], ["show", "--steps", "10min", "--watch"]])
def test_only_a_file_can_be_watched(arguments, capfd):
    assert run(arguments) == 2
    assert "--watch waits until a file is saved (give the file)" in capfd.readouterr().err


def test_a_file_in_no_folder_is_not_waited_for(capfd):
    assert run(["show", "nowhere/easy.yaml", "--watch"]) == 1
    assert capfd.readouterr().err == "nowhere/easy.yaml: there is no such file\n"


def test_without_watchfiles_it_is_said_how_to_install_it(monkeypatch, capfd):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert run(["show", "easy.yaml", "--watch"]) == 2
    told = "--watch needs watchfiles (install it: pip install 'workout-core[watch]')"
    assert told in capfd.readouterr().err


def test_nobody_else_pays_for_watchfiles():
    code = "import sys; from workout_core.cli.main import run; run(['show', 'easy.yaml']); "
    code += "print('watchfiles' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent otherwise there")
def test_a_real_save_is_seen_and_a_real_ctrl_c_ends_it():
    command = [WORKOUT, "show", "easy.yaml", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watch:
        giving_up = Timer(SECONDS, watch.kill)
        giving_up.start()
        seen = []

        def until(text):
            for line in watch.stdout:
                seen.append(line)
                if text in line:
                    return

        until("30 min")
        write("new", "workout: Longer\nsteps: 50min @ 5:00/km\n")()
        Path("new").replace("easy.yaml")
        until("Longer")
        watch.send_signal(signal.SIGINT)
        _, err = watch.communicate()
        giving_up.cancel()
        assert "Longer\n" in seen, err
        assert watch.returncode == 0
        assert "Traceback" not in err


class Terminal(io.StringIO):
    """Standard output that somebody looks at."""

    def isatty(self):
        return True


@pytest.mark.parametrize(("stream", "cleared"), [(Terminal, "\x1b[2J\x1b[H"), (io.StringIO, "")])
def test_only_a_terminal_is_cleared(monkeypatch, stream, cleared):
    monkeypatch.setattr("sys.stdout", stream())
    assert clear_screen() == bool(cleared)
    assert sys.stdout.getvalue() == cleared
