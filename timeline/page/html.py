"""The page as one HTML document: parts in, text out, under a content security policy that names each script by hash.

Nothing but the hashed scripts and styles of the document itself runs or loads: `default-src 'none'`. Article text
comes in twice, as escaped JSON (read by `JSON.parse` and shown as text) and, up to `STATIC_ROWS` events, as an
escaped table for browsers without JavaScript. How the page talks to a page around it is in docs/embedding.md.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import Any

from ..kinds import KIND
from ..model import Timeline
from ..words import credit_words, place_words, status_words, when_words
from .encode import script_json

STATIC_ROWS = 300
"""Events up to which the table stands in the document itself, readable without JavaScript."""
DATA_ID = "dateline-data"

_BODY_STYLE = "html,body{margin:0;padding:0;height:100%}#dl-static{font:14px/1.4 system-ui,sans-serif;padding:16px}"


@dataclass(frozen=True, slots=True)
class Document:
    """What a page is made of. `scripts` run after the view's own bundle; `body` is markup without text of articles."""

    title: str
    lang: str
    data: dict[str, Any]
    body: str = ""
    static: str = ""
    scripts: Sequence[str] = ()
    styles: Sequence[str] = ()
    image_hosts: Sequence[str] = ()


def render_document(document: Document) -> str:
    """The document as HTML; equal parts give equal text."""
    styles = [_leaflet_css(), _asset("dist/view.css"), _BODY_STYLE, *document.styles]
    scripts = [_leaflet_js(), _asset("dist/view.js"), *document.scripts]
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts, styles, document.image_hosts)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(document.title) or 'Map and timeline'}</title>",
        '<link rel="icon" href="data:,">',
        *(f"<style>{style}</style>" for style in styles),
    ]
    body = [
        document.body,
        document.static,
        f'<script type="application/json" id="{DATA_ID}">{script_json(document.data)}</script>',
        *(f"<script>{script}</script>" for script in scripts),
    ]
    lines = [
        f'<!doctype html>\n<html lang="{escape(document.lang)}">\n<head>',
        *head,
        "</head>\n<body>",
        *body,
        "</body>\n</html>\n",
    ]
    return "\n".join(lines)


def policy(scripts: Sequence[str], styles: Sequence[str], image_hosts: Sequence[str] = ()) -> str:
    """The content security policy: only these scripts and styles, images from the page itself or a named tile host."""
    parts = {
        "default-src": ["'none'"],
        "script-src": [_hash(script) for script in scripts],
        "style-src": [_hash(style) for style in styles],
        "img-src": ["data:", *image_hosts],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in parts.items())


def static_table(timeline: Timeline) -> str:
    """The events as an HTML table for whoever has no JavaScript; the view removes it."""
    listed = timeline.events if len(timeline.events) <= STATIC_ROWS else ()
    rows = "".join(
        f"<tr><td>{number}</td><td>{escape(when_words(event.when))}</td><td>{escape(place_words(event))}</td>"
        f'<th scope="row">{escape(event.title)}</th><td>{escape(KIND[event.kind].label)}</td>'
        f"<td>{escape(status_words(event))}</td></tr>"
        for number, event in enumerate(listed, 1)
    )
    more = "" if listed or not timeline.events else f"<p>{len(timeline.events)} events: this page needs JavaScript.</p>"
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("No.", "When", "Where", "What", "Kind", "Status"))
    title = escape(timeline.title) or "Map and timeline"
    return (
        f'<div id="dl-static"><h1>{title}</h1><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        f"{more}<p>{escape(credit_words(timeline))}</p></div>"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@lru_cache(maxsize=8)
def _asset(name: str) -> str:
    return (files("assets") / name).read_text(encoding="utf-8").strip()


@lru_cache(maxsize=1)
def _leaflet_js() -> str:
    """Leaflet's own file without its pointer to a source map, which a browser would ask for."""
    text = (files("js_lib_leaflet") / "static/js_lib_leaflet/leaflet.js").read_text(encoding="utf-8")
    return text.split("\n//# sourceMappingURL=")[0].strip()


@lru_cache(maxsize=1)
def _leaflet_css() -> str:
    """Leaflet's styles with their images inlined, so that nothing is asked for."""
    folder = files("js_lib_leaflet") / "static/js_lib_leaflet"
    text = (folder / "leaflet.css").read_text(encoding="utf-8")
    layers = image_url("layers.png")
    for name in ("layers.png", "layers-2x.png"):
        text = text.replace(f"url(images/{name})", f"url({layers})")
    return text.replace("url(images/marker-icon.png)", "none").strip()


def image_url(name: str) -> str:
    """One of Leaflet's images as a data URL."""
    raw = (files("js_lib_leaflet") / f"static/js_lib_leaflet/images/{name}").read_bytes()
    return f"data:image/png;base64,{base64.b64encode(raw).decode('ascii')}"
