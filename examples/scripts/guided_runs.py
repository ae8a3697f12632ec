"""Make a sound track of each guided run of the course, with captions and chapters beside it.

Usage: python guided_runs.py FOLDER_OF_THE_COURSE [SUFFIX], such as ../course .mp3
"""

import sys
from pathlib import Path

from workout_core import Registry, read_document, write_captions, write_chapters, write_track


def main(course: str, suffix: str = ".mp3") -> None:
    """Write the tracks into the folder where this is run, and print what was made."""
    registry = Registry.discover()
    for document in sorted(Path(course).glob("guided-*.yaml")):
        track = write_track(read_document(document), document.stem + suffix, registry=registry)
        captions, chapters = track.path.with_suffix(".vtt"), track.path.with_suffix(".chapters.json")
        captions.write_bytes(write_captions(track.script).encode())
        chapters.write_bytes(write_chapters(track.script).encode())
        minutes = round(track.script.seconds / 60)
        print(f"{track.path}: {minutes} min, {len(track.script.lines)} lines by {track.voice}")


if __name__ == "__main__":
    main(*sys.argv[1:])
