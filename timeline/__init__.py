"""WHEN and WHAT: the product. News text in, a Timeline out, and everything that is drawn from it.

from timeline import load, save

story = load("story.txt")
save(story, "story.html")

Names are imported at first use, so that `import timeline` stays light. `read` alone is bound at once: it is also
the name of the package that holds it, which would otherwise take its place.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .read import read

if TYPE_CHECKING:
    from .errors import AssetError, DatelineError, ExportError, InputError
    from .export import FORMATS, save, to_bytes
    from .loading import load
    from .model import Article, Edit, Event, Options, Place, Problem, Published, Selection, Timeline, When
    from .page import page_html, to_folium
    from .pipeline import build
    from .read import Reading, read_text
    from .selection import select
    from .snapshot import snapshot_bytes
    from .table import from_geodataframe, to_geodataframe

__version__ = "0.1.0"

ROOMS = {
    "AssetError": "errors",
    "DatelineError": "errors",
    "ExportError": "errors",
    "InputError": "errors",
    "load": "loading",
    "Article": "model",
    "Edit": "model",
    "Event": "model",
    "Options": "model",
    "Place": "model",
    "Problem": "model",
    "Published": "model",
    "Selection": "model",
    "Timeline": "model",
    "When": "model",
    "FORMATS": "export",
    "save": "export",
    "to_bytes": "export",
    "page_html": "page",
    "to_folium": "page",
    "build": "pipeline",
    "Reading": "read",
    "read_text": "read",
    "select": "selection",
    "snapshot_bytes": "snapshot",
    "from_geodataframe": "table",
    "to_geodataframe": "table",
}
"""Public name -> the module that holds it."""


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for (PEP 562)."""
    if name not in ROOMS:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    return getattr(import_module(f".{ROOMS[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *ROOMS})


__all__ = [
    "FORMATS",
    "Article",
    "AssetError",
    "DatelineError",
    "Edit",
    "Event",
    "ExportError",
    "InputError",
    "Options",
    "Place",
    "Problem",
    "Published",
    "Reading",
    "Selection",
    "Timeline",
    "When",
    "build",
    "from_geodataframe",
    "load",
    "page_html",
    "read",
    "read_text",
    "save",
    "select",
    "snapshot_bytes",
    "to_bytes",
    "to_folium",
    "to_geodataframe",
]
