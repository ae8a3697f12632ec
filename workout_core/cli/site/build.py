"""``workout site build``: a folder of static files, with all of the toolkit in it."""

from __future__ import annotations

from pathlib import Path

import click

from workout_core.cli import inputs
from workout_core.cli.terminal import echo

EXAMPLES = """\
\b
Example:
  workout site build --out public
"""


@click.command(
    help=f"{EXAMPLES}\nWrite the editor into a folder that any web server can serve. This needs npm and pip; "
    "who opens the page needs a browser alone."
)
@click.option(
    "--out", required=True, metavar="DIR", type=click.Path(path_type=Path), help="Folder to write into."
)
@click.option(
    "--no-documentation", is_flag=True, help="Leave the documentation out, which is there if Sphinx is."
)
def command(out: Path, *, no_documentation: bool) -> None:  # noqa: D103 - click passes every option; the help stands above
    from workout_core.files.publish import publish
    from workout_core.site.beside import why_no_documentation
    from workout_core.site.build import site_files

    files = site_files(documentation=not no_documentation)
    done = publish(out, files, inputs.files_read(), prune=True)
    for path, now in done.aside:
        echo(f"{path}: was there, and not from a build; it is {now.name} now", err=True)
    if not no_documentation and (why := why_no_documentation()):
        echo(f"the documentation is left out: it {why}", err=True)
    size = sum(len(file.data) for file in files) / 1e6
    echo(f"{out}: {len(done.written)} files, {size:.1f} MB, {len(done.changed)} of them changed", err=True)
    echo(str(out / "index.html"))
