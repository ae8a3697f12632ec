"""``--language``: what people are told in."""

from __future__ import annotations

import click

from workout_core.languages import Language, speak


def _speak(_ctx: click.Context, _param: click.Parameter, tag: str | None) -> None:
    speak(Language(tag) if tag else None)


def language_option(*, hidden: bool = False) -> click.Option:
    """Return the option, for the group and, without a line of help, for each command."""
    return click.Option(
        ["--language"],
        metavar="TAG",
        type=click.Choice([each.value for each in Language]),
        expose_value=False,
        callback=_speak,
        is_eager=True,
        hidden=hidden,
        help="What people are told in: en or de; default: the athlete's language, or else English.",
    )
