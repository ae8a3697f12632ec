"""SVG → PNG, with its words in the chunks for texts."""

from __future__ import annotations

from struct import pack
from typing import Final
from zlib import crc32

from workout_core import ExportContext, ExportError, PictureTheme, Workout, gettext, picture_words
from workout_svg.drawing import svg
from workout_svg.options import PngOptions

_HEAD: Final = 8 + 25
"""The bytes of the signature and of IHDR, which is the first chunk (PNG, third edition, 5.6)."""


def png(workout: Workout, context: ExportContext[PngOptions]) -> bytes:
    """Return the picture of *workout* in pixels, drawn with the fonts of this computer.

    Raises:
        ExportError: resvg-py is not installed.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        message = gettext(
            "pixels need resvg-py (install it: {command}; or export svg)",
            command="pip install 'workout-core[png]'",
        )
        raise ExportError(message) from error
    drawn = svg(workout, context, PictureTheme(context.options.theme.value))
    pixels = bytes(svg_to_bytes(svg_string=drawn, width=context.options.pixels))
    words = picture_words(context.reading(workout))
    texts = _text("Title", words.title) + _text("Description", "\n".join(words.lines))
    return pixels[:_HEAD] + texts + pixels[_HEAD:]


def _text(keyword: str, text: str) -> bytes:
    """Return an iTXt chunk without compression, language and translated keyword (PNG, 11.3.3.4)."""
    data = b"iTXt" + keyword.encode() + b"\0\0\0\0\0" + text.encode()
    return pack(">I", len(data) - 4) + data + pack(">I", crc32(data))
