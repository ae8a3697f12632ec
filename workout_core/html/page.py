"""What is around the body of a page, and keeps it from loading or running anything."""

from __future__ import annotations

from typing import Final

from workout_core.html.markup import escaped

_PAGE: Final = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def framed(title: str, style: str, body: str) -> str:
    """Return a page.

    Args:
        title: in plain words.
        style: rules of CSS.
        body: HTML.
    """
    return _PAGE.format(title=escaped(title), style=style.strip(), body=body)
