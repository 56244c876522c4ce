"""What people use for this today: folium's TimelineSlider and TimestampedGeoJson.

Their pages load scripts from other hosts. The packages are fetched from their registries when the benchmark runs,
into build/peers, and handed to the browser in place of those hosts; nothing of them is kept in the repository.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

PEERS = Path(__file__).resolve().parent.parent / "build" / "peers"
PACKAGES = {
    "leaflet@1.9.3": ("leaflet.js", "leaflet/dist/leaflet.js"),
    "jquery@3.7.1": ("jquery", "jquery/dist/jquery.min.js"),
    "moment@2.18.1": ("moment.min.js", "moment/min/moment.min.js"),
    "iso8601-js-period@0.2.1": ("iso8601", "iso8601-js-period/iso8601.js"),
    "leaflet.timeline@1.6.0": ("leaflet.timeline", "leaflet.timeline/dist/leaflet.timeline.js"),
    "leaflet-timedimension@1.1.1": ("timedimension.min.js", "leaflet-timedimension/dist/leaflet.timedimension.min.js"),
}
"""npm package -> a part of the address that folium's page names, and the file that stands for it."""
SHARE = 0.3
"""How much of the story is visible at each step, in every page alike."""
STEP = """async ([steps, share, move]) => {
  const go = new Function("share", "at", move);
  for (let step = 0; step < steps; step++) {
    go(share, step / (steps - 1));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  }
}"""


def fetch() -> bool:
    """Bring the peers' packages into build/peers; False without npm or a registry."""
    if all((PEERS / "node_modules" / file).is_file() for _, file in PACKAGES.values()):
        return True
    PEERS.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--prefix", str(PEERS), "--no-save", "--no-audit", "--no-fund", "--silent", *PACKAGES]
    try:
        return subprocess.run(command, check=False, timeout=300).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def answer(route: Any) -> None:
    """Give the browser the package's file for an address of another host; nothing leaves the machine."""
    url = route.request.url
    if url.startswith("file:"):
        return route.continue_()
    for part, file in PACKAGES.values():
        if part in url and url.endswith(".js"):
            return route.fulfill(path=str(PEERS / "node_modules" / file), content_type="text/javascript")
    return route.fulfill(body="", content_type="text/css" if url.endswith(".css") else "text/javascript")


def features(story: Any) -> list[dict[str, Any]]:
    """The events as GeoJSON with times in milliseconds; each stays visible for `SHARE` of the story."""
    days = [event.when.earliest for event in story.events]
    stay = round((max(days) - min(days)) * SHARE)
    return [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [event.place.lon, event.place.lat]},
            "properties": {
                "start": 86_400_000 * day,
                "end": 86_400_000 * (day + stay),
                "time": 86_400_000 * day,
                "icon": "circle",
                "iconstyle": {"radius": 4, "stroke": False, "fillOpacity": 0.8, "fillColor": "#c04c08"},
            },
        }
        for day, event in zip(days, story.events, strict=True)
    ]


def timeline_slider(story: Any, *, canvas: bool) -> tuple[str, str]:
    """folium's TimelineSlider as its documentation shows it, or with circles on a canvas; (page, script of a step)."""
    import folium
    from folium.plugins import Timeline, TimelineSlider
    from folium.utilities import JsCode

    web_map = folium.Map([20, 0], zoom_start=2, tiles=None, prefer_canvas=canvas)
    collection = {"type": "FeatureCollection", "features": features(story)}
    circle = JsCode("(f, at) => L.circleMarker(at, {radius: 4, stroke: false, fillOpacity: 0.8, fillColor: '#c04c08'})")
    layer = Timeline(collection, **({"point_to_layer": circle} if canvas else {})).add_to(web_map)
    slider = TimelineSlider(auto_play=False, enable_playback=False, show_ticks=False)
    slider.add_timelines(layer).add_to(web_map)
    page = web_map.get_root().render()
    name = layer.get_name()
    move = f"const [a, b] = [{name}.start, {name}.end]; {name}.setTime(a + (b - a) * (share + (1 - 2 * share) * at));"
    return page, move


def timestamped_geojson(story: Any, *, canvas: bool) -> tuple[str, str]:
    """folium's TimestampedGeoJson with circles, in SVG or on a canvas; (page, script of a step)."""
    import folium
    from folium.plugins import TimestampedGeoJson

    web_map = folium.Map([20, 0], zoom_start=2, tiles=None, prefer_canvas=canvas)
    listed = features(story)
    days = [one["properties"]["time"] // 86_400_000 for one in listed]
    length = round((max(days) - min(days)) * SHARE)
    TimestampedGeoJson(
        {"type": "FeatureCollection", "features": [_timed(one) for one in listed]},
        period="P7D",
        duration=f"P{length}D",
        auto_play=False,
        add_last_point=False,
        transition_time=1,
    ).add_to(web_map)
    page = web_map.get_root().render()
    name = web_map.get_name()
    times = f"{name}.timeDimension.getAvailableTimes()"
    move = (
        f"const times = {times}; {name}.timeDimension.setCurrentTime"
        "(times[Math.round((times.length - 1) * (share + (1 - share) * at))]);"
    )
    return page, move


def _timed(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature["properties"]
    kept = {"icon": properties["icon"], "iconstyle": properties["iconstyle"], "times": [properties["time"]]}
    return feature | {"properties": kept}
