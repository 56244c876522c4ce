"""Several SVG drawings stacked into one, with a title and a description for those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

SIZE = re.compile(r'<svg [^>]*?width="([0-9.]+)pt" height="([0-9.]+)pt"[^>]*?>')
"""The opening tag as matplotlib writes it: width and height in points."""


def stacked(drawings: Sequence[str], *, title: str, description: str) -> str:
    """One drawing with the given ones from top to bottom; ids keep apart because each page has a prefix of its own."""
    bodies = []
    top = wide = 0.0
    for number, drawing in enumerate(drawings):
        opened = SIZE.search(drawing)
        assert opened is not None, "the drawing has no size"
        wide, tall = float(opened.group(1)), float(opened.group(2))
        inner = drawing[opened.end() : drawing.rindex("</svg>")]
        if number:
            inner = re.sub(r'(id="|"#|\(#)', rf"\g<1>p{number + 1}-", inner)
        bodies.append(
            f'<svg y="{top:g}" width="{wide:g}" height="{tall:g}" viewBox="0 0 {wide:g} {tall:g}">{inner}</svg>'
        )
        top += tall
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" version="1.1"'
        f' width="{wide:g}pt" height="{top:g}pt" viewBox="0 0 {wide:g} {top:g}">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>" + "".join(bodies) + "</svg>\n"
    )
