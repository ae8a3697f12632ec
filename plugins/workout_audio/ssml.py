"""A script as SSML 1.1 (W3C), which programs that speak take."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from workout_core import Script


def ssml(script: Script, language: str) -> str:
    """Return *script* with a paragraph for each line, and silence until it is due.

    Only the program that speaks knows how long it takes, so silences go by the usual speed of a voice.
    """
    about = "\n".join(filter(None, (script.title, script.note)))
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<!-- {about.replace('--', '––')} -->",
        f'<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="{language}">',
    )
    return "\n".join((*head, *_spoken(script), "</speak>")) + "\n"


def _spoken(script: Script) -> Iterator[str]:
    silent_since = 0.0
    for line in script.lines:
        if silence := round(max(0, line.at - silent_since) * 1000):
            yield f'<break time="{silence}ms"/>'
        yield f"<p>{''.join(f'<s>{escape(each)}</s>' for each in line.sentences)}</p>"
        silent_since = line.at + line.lasts
