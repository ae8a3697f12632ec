"""Words are completed in the shell: commands, options and formats."""

import pytest

from distributions import FORMATS, READABLE, offering


@pytest.fixture
def completed(here):
    """Ask as bash asks."""

    def call(words: str, path: str = "") -> list[str]:
        asked = {
            "_WORKOUT_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
        }
        done = here(path=path, **asked)
        assert (done.returncode, done.stderr) == (0, b"")
        return [line.partition(",")[2] for line in done.stdout.decode().splitlines() if line]

    return call


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("workout ex", ["export", "exercises"]),
        ("workout f", ["fmt", "feed", "formats"]),
        ("workout zzz", []),
        ("workout ne", ["new"]),
        ("workout new ", ["athlete", "plan", "squad", "workout"]),
        ("workout export --st", ["--steps", "--strict"]),
        ("workout export --to ", FORMATS),
        ("workout export --to j", ["json"]),
        ("workout check --to i", ["ics", "intervals-icu"]),
        ("workout completion ", ["bash", "zsh", "fish"]),
        ("workout export --sport tr", ["trail_running", "treadmill_running", "track_running"]),
        ("workout formats i", ["ics", "intervals-icu"]),
        ("workout read --from ", READABLE),
    ],
)
def test_a_word_is_completed(completed, words, found):
    assert completed(words) == found


def test_the_formats_of_plugins_are_completed(site, completed):
    site.install("acme", offering("[exporter()]"))

    assert completed("workout export --to tc", str(site.folder)) == ["tcx"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed_for_each_shell(workout, shell):
    done = workout("completion", shell)

    assert (done.code, done.err) == (0, "")
    assert f"_WORKOUT_COMPLETE={shell}_complete" in done.out


def test_another_shell_is_wrong_usage(workout):
    assert workout("completion", "tcsh").code == 2
