"""How to subscribe to the calendar of a plan: its address as a link, to copy, and to scan."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from workout_core.html.markup import Markup


@frozen(kw_only=True)
class Subscription:
    """What a page offers besides being read.

    Attributes:
        calendar: relative address of the calendar.
        url: its absolute https address; empty where that is not known: then there is no webcal link and no
            QR code, and the page says how to get the address.
        files: by the key of a session, which is its slot in a plan that is made of no other, pairs of a
            label and a relative address to download: ``("FIT", "form/2026-08-04-six.fit")``.
        podcast: absolute address of the podcast; empty if there is none.
        listening: by the key of a session, the relative addresses of its track and of the captions.
    """

    calendar: str
    url: str = ""
    files: Mapping[str, tuple[tuple[str, str], ...]] = field(factory=dict)
    podcast: str = ""
    listening: Mapping[str, tuple[str, str]] = field(factory=dict)

    @property
    def webcal(self) -> str:
        """The address that opens in a calendar; empty if that is not known."""
        return f"webcal://{self.url.partition('://')[2]}" if self.url else ""

    @property
    def code(self) -> Markup:
        """The same as a QR code in SVG, black on white with four modules of margin (ISO/IEC 18004)."""
        import segno  # noqa: PLC0415 - only who publishes pays

        made = segno.make_qr(self.webcal, error="m")
        return Markup(made.svg_inline(border=4, light="#fff", omitsize=True, svgclass=None, lineclass=None))
