"""The interactive page: `to_folium(timeline)`, `page_html(timeline)` and `page_payload(timeline)`.

folium is imported only when the first of them is called for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .payload import page_payload
    from .webmap import page_html, to_folium

__all__ = ["page_html", "page_payload", "to_folium"]


def __getattr__(name: str) -> Any:
    if name == "page_payload":
        from .payload import page_payload

        return page_payload
    if name in ("page_html", "to_folium"):
        from . import webmap

        return getattr(webmap, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
