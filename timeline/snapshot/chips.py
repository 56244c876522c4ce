"""The marks of events: one look for map, list and timeline strip, so that the eye finds them again.

Solid disc: an exact place. Dashed ring: an area. Rounded square: a whole country. Diamond: planned. Thin ring: no
place. Grey ring: possible or denied. The colour is the group of kinds; the number leads to the list.
"""

from __future__ import annotations

from types import MappingProxyType

from ..kinds import GROUP_STYLES, style_of
from ..model import Event
from .items import Mark
from .sites import is_hollow, style_of_place
from .theme import CHIP, Theme

ON_DARK = MappingProxyType({style.color: style.on_dark for style in GROUP_STYLES})


def chip(
    event: Event, number: int, x: float, y: float, theme: Theme, *, size: float = CHIP, role: str = "chip"
) -> Mark:
    """The mark of an event centred at (x, y), `size` mm across."""
    color = shown_color(style_of(event.kind).color, theme)
    figure = 7.4 * size / CHIP * (1.0 if number < 100 else 0.78 if number < 1000 else 0.6)
    shown = str(number) if number else ""
    plain = {"x": x, "y": y, "size": size, "number": shown, "number_size": figure, "role": role, "event": event.id}
    if event.group == "not_happened":
        return Mark(**plain, fill=theme.paper, edge=theme.faint, width=0.8, dashed=True, number_color=theme.faint)  # type: ignore[arg-type]
    if event.place is None:
        return Mark(**plain, fill=theme.paper, edge=color, width=0.7, number_color=color)  # type: ignore[arg-type]
    if event.status == "planned":
        bigger = {"size": size * 1.07, "number_size": figure * 0.8}
        return Mark(**plain | bigger, shape="diamond", **_paint(event, theme))  # type: ignore[arg-type]
    if style_of_place(event.place) == "country":
        return Mark(**plain, shape="square", fill=theme.paper, edge=color, width=1.1, number_color=color)  # type: ignore[arg-type]
    return Mark(**plain, **_paint(event, theme))  # type: ignore[arg-type]


def _paint(event: Event, theme: Theme) -> dict[str, object]:
    """Fill and edge of a disc. White figures need the full colour; on dark paper a lighter rim sets it off."""
    full = style_of(event.kind).color
    color = shown_color(full, theme)
    if is_hollow(event):
        return {"fill": theme.paper, "edge": color, "width": 1.0, "dashed": True, "number_color": color}
    rim = {} if color == full else {"edge": color, "width": 0.6}
    return {"fill": full, "number_color": "#FFFFFF", **rim}


def shown_color(color: str, theme: Theme) -> str:
    """A kind's colour as text or outline: dark paper has colours of its own."""
    return color if theme.name == "light" else ON_DARK.get(color, color)


def luminance(color: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    parts = [int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
