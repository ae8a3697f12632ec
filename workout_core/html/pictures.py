"""Pictures in SVG: a workout in full and at a glance."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Final

from attrs import frozen

from workout_core.analysis.chart import MOST_BARS, Chart, chart, say_width
from workout_core.analysis.reading import Reading
from workout_core.html.markup import Markup, element, joined
from workout_core.html.picture_style import PictureTheme, own_style
from workout_core.html.profile import Profile, has_threshold, profile
from workout_core.html.profile_shapes import ProfileScale, bar_paths, digits
from workout_core.html.sport_marks import MARK_SIZE, sport_mark
from workout_core.languages import Language, gettext, language, ngettext
from workout_core.phrases import outline
from workout_core.phrases.names import say_sport

WIDTH: Final = 720.0
"""Of a picture on its own."""
PAGE_WIDTH: Final = 380.0
"""Of one in a page, so that its letters can be read on a phone."""
THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT = 120.0, 32.0
MOST_LETTERS: Final = 20_000
"""So much is told of the steps of a picture at most."""
_IDS: Final = ("title", "desc")
_NAMESPACE: Final = "http://www.w3.org/2000/svg"


@frozen(kw_only=True)
class PictureWords:
    """What a picture is, for who cannot see it.

    Attributes:
        title: a line.
        lines: how to read it, and the steps.
        left_out: what the picture or its words do not show, each a sentence without its end.
    """

    title: str
    lines: tuple[str, ...]
    left_out: tuple[str, ...]


def profile_svg(reading: Reading, *, width: float = WIDTH, theme: PictureTheme = PictureTheme.AUTO) -> str:
    """Return a picture of a workout as a file of its own, which needs no other.

    Args:
        reading: what the workout is for an athlete.
        width: in pixels; what has no room in it is shortened or left out.
        theme: light, dark, or what its reader prefers.
    """
    drawn = profile(reading, width, heading=True)
    words = _words(reading, drawn.chart)
    return _file(
        element("title", words.title, id="title"),
        element("desc", "\n".join(words.lines), id="desc"),
        drawn=joined(_parts(drawn)),
        size=(drawn.width, drawn.height),
        theme=theme,
    )


def thumbnail_svg(reading: Reading, *, theme: PictureTheme = PictureTheme.AUTO) -> str:
    """Return a small picture as a file of its own, as :func:`profile_svg` does the full one."""
    made = chart(reading)
    title = element("title", _title_with_sport(reading, made), id="title")
    return _file(title, drawn=_glance(reading, made), size=(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT), theme=theme)


def _file(*words: Markup, drawn: Markup, size: tuple[float, float], theme: PictureTheme) -> Markup:
    """Return a whole file: its *words*, which have ids, its style, its paper, and what is *drawn*."""
    width, height = map(digits, size)
    inside = element("rect", class_="paper", width=width, height=height) + drawn
    return element(
        "svg",
        *words,
        element("style", Markup(f"\n{own_style(theme, inside)}")),
        Markup(inside),
        xmlns=_NAMESPACE,
        class_="picture",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby=" ".join(_IDS[: len(words)]),
        lang="" if language() is Language.ENGLISH else language().value,
    )


def picture_words(reading: Reading) -> PictureWords:
    """Return what :func:`profile_svg` shows in words, with the steps as far as there is room."""
    return _words(reading, chart(reading))


def _words(reading: Reading, made: Chart) -> PictureWords:
    left_out = [] if made.is_whole else [gettext("only the first {count} steps are drawn", count=MOST_BARS)]
    lines = [f"{'  ' * depth}{words}" for depth, words in outline(reading)]
    ends = list(accumulate(map(len, lines)))
    told = bisect_right(ends, MOST_LETTERS)
    if told < len(lines):
        left_out.append(
            gettext(
                "only the first {told} of {count} lines of steps are told in words",
                told=told,
                count=len(lines),
            )
        )
        more = len(lines) - told
        lines = [*lines[:told], ngettext("and {n} more lines", "and {n} more lines", more)]
    return PictureWords(
        title=_title(reading, made), lines=(_how_to_read(reading, made), *lines), left_out=tuple(left_out)
    )


def _how_to_read(reading: Reading, made: Chart) -> str:
    if has_threshold(made, reading.sport):
        return gettext(
            "Height is effort from 1 to 10, width is time, and colour is the zone; "
            "the dashed line is the threshold."
        )
    return gettext("Height is effort from 1 to 10, width is time, and colour is the zone.")


def profile_picture(reading: Reading) -> Markup:
    """Return a picture of a workout for a page that tells its name and its steps elsewhere."""
    drawn = profile(reading, PAGE_WIDTH, heading=False)
    title = _title(reading, drawn.chart)
    told = gettext("{title}: height is effort, width is time, colour is the zone", title=title)
    return element("figure", _svg("profile", told, drawn.width, drawn.height, *_parts(drawn)))


def thumbnail(reading: Reading) -> Markup:
    """Return a small picture of a workout for a page: the mark of its sport, and its bars, without words."""
    made = chart(reading)
    told = _title_with_sport(reading, made)
    return _svg("thumbnail", told, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, _glance(reading, made))


def _glance(reading: Reading, made: Chart) -> Markup:
    """Return what a small picture shows."""
    left = MARK_SIZE + 4.0
    scale = ProfileScale(
        seconds=made.seconds,
        left=left,
        width=THUMBNAIL_WIDTH - left,
        top=1,
        height=THUMBNAIL_HEIGHT - 1,
    )
    return joined((sport_mark(reading.sport), *bar_paths(made, scale)))


def _title(reading: Reading, made: Chart) -> str:
    return gettext("Profile of {workout}, {time}", workout=reading.workout.name, time=say_width(made.bars))


def _title_with_sport(reading: Reading, made: Chart) -> str:
    return f"{_title(reading, made)}, {say_sport(reading.sport, within=True)}"


def _parts(drawn: Profile) -> tuple[Markup, ...]:
    return (*drawn.shapes, *(each.element() for each in drawn.letterings))


def _svg(kind: str, told: str, width: float, height: float, *inside: Markup, **attributes: str) -> Markup:
    return element(
        "svg",
        element("title", told),
        *inside,
        class_=f"picture {kind}",
        viewBox=f"0 0 {digits(width)} {digits(height)}",
        role="img",
        aria_label=told,
        **attributes,
    )
