"""Write one workout as a FIT file, and say what the format could not carry.

Usage: python export_for_the_watch.py six-by-800.yaml ada.yaml
"""

import sys
from pathlib import Path

from workout_core import Registry, export, read_document


def main(workout_file: str, athlete_file: str) -> None:
    """Read both documents and write the file beside the reader."""
    workout, athlete = read_document(workout_file), read_document(athlete_file)
    for file in export(workout, "fit", registry=Registry.discover(), athlete=athlete):
        Path(file.name).write_bytes(file.data)
        print(file.name, *file.losses, sep="\n  ")


if __name__ == "__main__":
    main(*sys.argv[1:3])
