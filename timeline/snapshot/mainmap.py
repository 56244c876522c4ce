"""The map frame: choose what is shown where, then fill it, the most important things first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geo.geometry import distance_km
from geo.model import Place

from .areas import inner_spots
from .backdrop import background_names, board_for, ground_under
from .blocks import MapSheet, square
from .framing import Framing, frame_sites
from .furniture import Sheet, globe, scale_bar
from .inframe import in_mm
from .inset import fill_inset
from .items import Area, Box, Ground, Shade
from .marks import place_events
from .mentioned import place_mentioned
from .pointers import place_pointers
from .sites import Site, place_shape, shape_points
from .view import Corners, choose_view, count_inside
from .viewport import View

MENTIONED_POINTERS = 3
RESERVED = 5.0
"""Millimetres around a place that pointers at the frame's edge keep free."""
LEAST_SEEN = 0.12
"""Share of the frame that a country must fill to be marked in it."""
MOST_FOCUS = 4
"""Countries in the focus colour: those of the events, if they are no more than this."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a map has to show: sites with events, places that are only mentioned, and what its user asks for.

    `numbered` are the events that keep a chip with their number; None leaves the choice to the map. `focus` is a place
    that the map shows large, whatever the story.
    """

    sites: Sequence[Site]
    mentioned: Sequence[Site]
    numbered: frozenset[str] | None = None
    focus: Place | None = None


def plan_map(sheet: Sheet, story: Story) -> tuple[tuple[Shade, ...], str] | None:
    """Fill the frame of the sheet; the shapes on it and the projection's name. None when there is nothing to map."""
    insets = 1 if sheet.preset.inset > 20 else 0
    framing = frame_sites(story.sites, story.mentioned, max_insets=insets, focus=story.focus)
    if framing is None:
        return None
    inset = framing.insets[0] if framing.insets else ()
    view, corners = choose_view(sheet, framing, story.sites, inset)
    if inset and _is_seen(view, inset):
        view, corners = choose_view(sheet, framing, story.sites, ())
        inset = ()
    focus = focus_countries(story.sites, view)
    sheet.panels.append(panel_of(view, focus))
    shades = _fill(sheet, view, corners, framing, story, frozenset(site.place.id for site in inset))
    if inset and corners.inset:
        shades += fill_inset(sheet, corners.inset, inset, story.sites, view, story.numbered)
    if corners.globe:
        panel, items = globe(view, sheet.theme, corners.globe)
        sheet.panels.append(panel)
        sheet.items += items
    sheet.items.append(Area(view.box, edge=sheet.theme.frame, width=0.7, role="frame"))
    return tuple(shades), view.projection.name


def _is_seen(view: View, cluster: Sequence[Site]) -> bool:
    """Whether the main view shows most of a cluster already."""
    points = view.to_mm(np.vstack([shape_points(site.place, main_part=True) for site in cluster]))
    return count_inside(points, view.box) > 0.5 * len(points)


def focus_countries(sites: Sequence[Site], view: View) -> tuple[str, ...]:
    """The countries in the focus colour: those of the events' places in the view, if they are few."""
    inside = [s for s in sites if s.place.country and not s.place.contested and view.shows(*s.point)]
    codes = {str(site.place.country) for site in inside}
    return tuple(sorted(codes)) if len(codes) <= MOST_FOCUS else ()


def panel_of(view: View, focus: tuple[str, ...], role: str = "map") -> Ground:
    """How a view is drawn."""
    extent, detail = ground_under(view)
    return Ground(
        view.box, view.projection.kind, view.projection.lon0, view.projection.lat0, view.x_km, view.y_km,
        view.km_per_mm, (extent.west, extent.south, extent.east, extent.north), detail, focus, role=role,
    )  # fmt: skip


def _fill(
    sheet: Sheet, view: View, corners: Corners, framing: Framing, story: Story, inset: frozenset[str]
) -> list[Shade]:
    taken = [box.grown(0.8) for box in corners.boxes()]
    if corners.inset:
        taken.append(Box(corners.inset.x, corners.inset.y - 0.5, corners.inset.w + 7, 4.2))
    board, ground = board_for(view, taken)
    focus = focus_countries(story.sites, view)
    page = MapSheet(view, sheet.theme, board, sheet.lang, 0, sheet.preset.scale, frozenset(focus))
    away = {site.place.id for site in framing.pointers} | inset
    inside = [s for s in story.sites if s.place.id not in away or (s.place.id not in inset and _visible(view, s))]
    shown = {site.place.id for site in inside}
    free = list(board.taken)
    board.taken += [square(_anchor(view, site), RESERVED) for site in inside if not site.is_wide]
    away_sites = [s for s in framing.pointers if s.place.id not in shown and not (not s.events and _visible(view, s))]
    place_pointers(page, _pointed(away_sites), story.numbered)
    board.taken = [*free, *board.taken[len(free) + sum(not site.is_wide for site in inside) :]]
    most = sheet.preset.max_chips - sum(len(s.events) for s in story.sites if s.place.id not in shown)
    place_events(page, inside, story.numbered, most)
    place_mentioned(page, [s for s in story.mentioned if s.place.id not in inset and _is_shown(view, s)])
    marked = (*inside, *(site for site in story.mentioned if site.style != "country"))
    background_names(page, ground, frozenset(site.place.name for site in marked))
    sheet.items += scale_bar(view, sheet.theme, corners.scale)
    sheet.items += page.items()
    return page.shades


def _anchor(view: View, site: Site) -> tuple[float, float]:
    """Where the mark of a place will stand."""
    spots = inner_spots(view, site.place) if site.style != "exact" else []
    return spots[0] if spots else view.point(*site.point)


def _pointed(sites: Sequence[Site]) -> list[Site]:
    """The sites that get an arrow at the edge: all with events, and a few of those that are only mentioned."""
    return [*(s for s in sites if s.events), *[s for s in sites if not s.events][:MENTIONED_POINTERS]]


def _visible(view: View, site: Site) -> bool:
    """Whether a place that did not frame the map can be marked in it all the same."""
    if site.is_wide:
        lon, lat = view.to_degrees(np.array([view.box.middle]))[0].tolist()
        return distance_km(lon, lat, site.place.lon, site.place.lat) < site.place.radius_km
    if site.style == "exact":
        return view.shows(*site.point, 3.0)
    points = view.to_mm(shape_points(site.place, main_part=True))
    if count_inside(points, view.box.grown(-3.0)) >= max(1, 0.25 * len(points)):
        return True
    shape = place_shape(site.place)  # the map may lie wholly inside a country
    return shape is not None and sum(part.area for part in in_mm(view, [shape])) > LEAST_SEEN * view.box.w * view.box.h


def _is_shown(view: View, site: Site) -> bool:
    """Whether a place that is only mentioned can be marked: Latin America on a map of Ecuador says nothing."""
    if not view.shows(*site.point, 1.0):
        return False
    if site.style == "exact":
        return True
    points = view.to_mm(shape_points(site.place))
    return count_inside(points, view.box) > 0.8 * len(points)
