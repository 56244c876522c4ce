"""The page as a folium.Map: users add their own layers, and saving it writes our document instead of folium's.

folium's page would load nine remote files and put text into templates that run script. So the timeline never goes
through folium's templates: `LinkedView` only carries it, and `PageFigure` writes the document (html.py) from the
map's own script, the layers that a user added, the data block and the bundle. Ids are numbered, so that equal input
gives equal bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal, TypeAlias
from urllib.parse import urlsplit

import folium
from branca.element import CssLink, Element, Figure, JavascriptLink, MacroElement

from geo.errors import ExportError

from ..model import Selection, Timeline
from ..selection import select
from .encode import script_json
from .html import DATA_ID, Document, image_url, render_document, static_table
from .mapframe import opening_view
from .payload import Quotes, page_payload

Theme: TypeAlias = Literal["auto", "light", "dark"]

_INLINE = re.compile(r"<(style|script)\b[^>]*>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_OWN_FILES = {name for name, _ in (*folium.Map.default_js, *folium.Map.default_css)}


class LinkedView(MacroElement):
    """The timeline on a map: its data block, and the call that mounts the view."""

    def __init__(self, timeline: Timeline, data: dict[str, Any], *, theme: Theme) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "LinkedView"
        self.timeline = timeline
        self.data = data
        self.theme = theme

    def render(self, **kwargs: Any) -> str:
        """Nothing: the figure writes what this element carries."""
        return ""

    def mount_script(self, map_name: str, hosts: Sequence[str]) -> str:
        """The one line that starts the view; `hosts` are those of online tiles, which the page names."""
        options = script_json({"theme": self.theme, "tiles": [urlsplit(host).netloc for host in hosts]})
        data = f'JSON.parse(document.getElementById("{DATA_ID}").textContent)'
        return f"dateline.view=dateline.mount({map_name},{data},{options});"


class PageFigure(Figure):
    """A figure that renders as our document."""

    def __init__(self, view: LinkedView) -> None:
        super().__init__()
        self.view = view

    def render(self, **kwargs: Any) -> str:
        """The whole page.

        Raises:
            ExportError: a layer needs a script or style from another host.
        """
        elements = list(_walk(self))
        web_map = next(element for element in elements if isinstance(element, folium.Map))
        for child in self._children.values():
            child.render(**kwargs)
        styles, scripts = self._inline_header()
        hosts = _tile_hosts(elements)
        if any(isinstance(element, folium.Marker) for element in elements):
            scripts.append(_icon_script())
        scripts += [self.script.render(**kwargs), self.view.mount_script(web_map.get_name(), hosts)]
        body = self.html.render(**kwargs)
        renamed = _Names(elements)
        document = Document(
            title=self.view.data["title"],
            lang=self.view.data["lang"],
            data=self.view.data,
            body=renamed(body),
            static=static_table(self.view.timeline),
            scripts=[renamed(script) for script in scripts],
            styles=[renamed(style) for style in styles],
            image_hosts=hosts,
        )
        return render_document(document)

    def _inline_header(self) -> tuple[list[str], list[str]]:
        """Styles and scripts that user layers put into the head; folium's own are dropped."""
        found: dict[str, list[str]] = {"style": [], "script": []}
        for name, child in self.header._children.items():
            if name in _OWN_FILES or name == "meta_http" or name.startswith("map_"):
                continue
            if isinstance(child, JavascriptLink | CssLink):
                raise ExportError(
                    f"The layer's file {child.url} comes from another host and the page loads nothing; "
                    "draw the layer with GeoJson, PolyLine, Polygon, Circle, Marker or tiles instead."
                )
            for kind, text in _INLINE.findall(child.render()):
                found[kind.lower()].append(text)
        return found["style"], found["script"]


class TimelineMap(folium.Map):
    """A folium.Map with a timeline on it. Add layers as to any folium map, then `save`."""

    def __init__(self, view: LinkedView, **options: Any) -> None:
        super().__init__(tiles=None, **options)
        PageFigure(view).add_child(self)
        self.add_child(view)


def to_folium(
    timeline: Timeline,
    *,
    selection: Selection | None = None,
    quotes: Quotes = "short",
    whole_text: bool = False,
    theme: Theme = "auto",
) -> folium.Map:
    """The linked view of a timeline as a folium.Map.

    What `selection` leaves out is absent from the saved bytes. `whole_text` carries the articles' texts with their
    marks: for the user's own machine only.
    """
    data = page_payload(timeline, selection=selection, quotes=quotes, whole_text=whole_text)
    view = LinkedView(select(timeline, selection), data, theme=theme)
    location, zoom = opening_view(data["ground"]["frame"])
    return TimelineMap(
        view,
        location=location,
        zoom_start=zoom,
        zoom_snap=0.1,
        zoom_delta=0.75,
        wheel_px_per_zoom_level=90,
        max_bounds_viscosity=0.9,
        prefer_canvas=False,
    )


def page_html(
    timeline: Timeline,
    *,
    selection: Selection | None = None,
    quotes: Quotes = "short",
    whole_text: bool = False,
    theme: Theme = "auto",
) -> str:
    """The whole page as text: one file, no request, works from a disk."""
    web_map = to_folium(timeline, selection=selection, quotes=quotes, whole_text=whole_text, theme=theme)
    return str(web_map.get_root().render())


class _Names:
    """Random element ids replaced by numbered ones."""

    def __init__(self, elements: list[Element]) -> None:
        self.number = {element._id: f"{n:x}" for n, element in enumerate(elements, 1)}
        self.pattern = re.compile("|".join(map(re.escape, self.number)))

    def __call__(self, text: str) -> str:
        return self.pattern.sub(lambda match: self.number[match.group()], text)


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for child in element._children.values():
        yield from _walk(child)


def _tile_hosts(elements: list[Element]) -> list[str]:
    """Where a user's tiles come from, as sources of a content security policy."""
    hosts = []
    for element in elements:
        if isinstance(element, folium.TileLayer):
            host = urlsplit(str(element.tiles)).netloc
            if host:
                hosts.append(f"https://{host.replace('{s}', '*')}")
    return sorted(set(hosts))


def _icon_script() -> str:
    icons = {"iconUrl": "marker-icon.png", "iconRetinaUrl": "marker-icon-2x.png", "shadowUrl": "marker-shadow.png"}
    settings = ",".join(f'{name}:"{image_url(file)}"' for name, file in icons.items())
    return f"delete L.Icon.Default.prototype._getIconUrl;L.Icon.Default.mergeOptions({{{settings}}});"
