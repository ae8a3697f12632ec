"""What a document names is opened once, and is what it was when it was looked at."""

import os
import threading

import pytest

from workout_core.errors import InvalidWorkout
from workout_core.files.opening import read_inside
from workout_core.files.paths import FilesRead

MOST = 1000


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "secret").write_bytes(b"secret")
    inside = tmp_path / "plans"
    (inside / "below").mkdir(parents=True)
    (inside / "below" / "easy.yaml").write_bytes(b"easy")
    return inside


def read(folder, name):
    return read_inside(folder, folder / name, MOST, FilesRead())


def test_files_inside_are_read_also_by_links_that_stay_inside(folder):
    (folder / "link.yaml").symlink_to("below/easy.yaml")
    (folder / "down").symlink_to("below")
    for name in ("below/easy.yaml", "link.yaml", "down/easy.yaml", "below/../below/easy.yaml"):
        assert read(folder, name) == b"easy"


def test_no_more_is_read_than_one_byte_too_many(folder):
    (folder / "long.yaml").write_bytes(b"x" * 5000)
    assert len(read(folder, "long.yaml")) == MOST + 1


@pytest.mark.parametrize("name", ["../secret", "link", "down/secret"])
def test_what_is_outside_is_refused(folder, name):
    (folder / "link").symlink_to("../secret")
    (folder / "down").symlink_to("..")
    with pytest.raises(InvalidWorkout, match="is outside the folder of the document"):
        read(folder, name)


def test_a_pipe_is_refused_and_not_waited_for(folder):
    os.mkfifo(folder / "pipe.yaml")
    with pytest.raises(InvalidWorkout, match=r"'pipe\.yaml' is not a plain file"):
        read(folder, "pipe.yaml")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["swapped.yaml", "turned/easy.yaml"])
def test_a_link_that_is_swapped_meanwhile_never_leads_outside(folder, name):
    """Somebody puts a link to a secret in the place of a file, or of its folder, again and again."""
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "easy.yaml").write_bytes(b"secret")
    swapped, spare = folder / name.partition("/")[0], folder / "spare"
    inner = folder / ("below/easy.yaml" if name == "swapped.yaml" else "below")
    outer = folder.parent / ("secret" if name == "swapped.yaml" else "outside")
    swapped.symlink_to(inner)
    is_over = threading.Event()

    def swap():
        while not is_over.is_set():
            for target in (outer, inner):
                spare.symlink_to(target)
                spare.replace(swapped)

    writer = threading.Thread(target=swap)
    writer.start()
    told = {"easy": 0, "refused": 0}
    try:
        for _ in range(5000):
            try:
                told["easy"] += read(folder, name) == b"easy"
            except (InvalidWorkout, OSError):
                told["refused"] += 1
    finally:
        is_over.set()
        writer.join()
    assert told["easy"] + told["refused"] == 5000
    assert told["easy"] > 0
    assert told["refused"] > 0
