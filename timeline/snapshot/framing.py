"""What a map shows large, what it insets and what it points to at its edge.

Sites far from the heart of the story leave the main view; they become an inset where they form an area of their own,
else a pointer at the frame's edge.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from geo.geometry import distance_km, extent_around, extent_of_points, union, width
from geo.model import Extent, Place

from .sites import Site, outline_points, shape_points

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

REMOTE_RATIO = 1.6
"""A gap this many times the heart's own size sends what lies beyond it out of the main view."""
LEAST_HEART_KM = 150.0
HEART_SHARE = 0.6
"""The heart holds at least this share of the placed events; else everything is shown together."""
WIDEN, MENTION_WIDENS = 3.0, 1.6
"""A whole country with events, and a mentioned place, is taken in while the frame grows at most so many times."""
LEAST_INSET_KM = 40.0
"""A remote area of a smaller radius gets a pointer like a town, not an inset."""
CLUSTER_KM = 700.0
"""Remote places that lie no farther apart share an inset."""
CONTEXT_KM, ALONE_KM = 1700.0, 160.0
"""The biggest country that is shown whole for context, and what is shown around a lone place in a bigger one."""


@dataclass(frozen=True, slots=True)
class Framing:
    """The sites of the main view, the clusters to inset, and the sites to point to."""

    points: Floats
    insets: tuple[tuple[Site, ...], ...]
    pointers: tuple[Site, ...]


def frame_sites(
    sites: Sequence[Site], mentioned: Sequence[Site], *, max_insets: int = 1, focus: Place | None = None
) -> Framing | None:
    """Decide what goes where; None when there is nothing that a map could show. `focus` overrides the story's heart."""
    literal = [site for site in mentioned if not site.is_metonym and not site.is_wide]
    if focus is not None:
        return _framed(shape_points(focus, main_part=True), list(sites), literal, max_insets)
    countries = [site for site in sites if site.style == "country"]
    wide = [site for site in sites if site.is_wide]
    heart, remote = _split([site for site in sites if site.style != "country" and not site.is_wide])
    if not heart:
        heart = _split_countries(countries)
        remote, countries = [site for site in countries if site not in heart], []
    if not heart:
        heart, wide = wide, []
    if not heart:
        heart, literal = [site for site in literal if site.style != "country"][:6] or list(literal[:3]), []
    if not heart:
        return None
    points = np.vstack([shape_points(site.place, main_part=site.style == "country") for site in heart])
    points, left = _taken_in(_with_context(points, [*heart, *_at_home(heart, countries)]), countries, WIDEN)
    return _framed(points, [*remote, *left, *wide], literal, max_insets)


def _framed(points: Floats, far: list[Site], literal: Sequence[Site], max_insets: int) -> Framing:
    """The framing of a heart: mentioned places that are near, an inset of what is far, pointers to the rest."""
    points, beyond = _taken_in(points, [s for s in literal if s.style != "country"], MENTION_WIDENS)
    insets = [_with_country(c, far) for c in _clusters([s for s in far if s.style != "country" and not s.is_wide])]
    insets = [cluster for cluster in insets if _diameter_km(cluster) > 0][:max_insets]
    if len(insets) < max_insets:
        islands = [site for site in beyond if site.place.kind == "island"]
        insets += _clusters(islands)[: max_insets - len(insets)]
    inset = {site.place.id for cluster in insets for site in cluster}
    away = [*far, *beyond, *(s for s in literal if s.style == "country")]
    return Framing(points, tuple(insets), tuple(site for site in away if site.place.id not in inset))


def _with_country(cluster: tuple[Site, ...], far: Sequence[Site]) -> tuple[Site, ...]:
    """A remote cluster with the country that it lies in, if events stand in that country as a whole too."""
    codes = {site.place.country for site in cluster}
    whole = [s for s in far if s.style == "country" and {s.place.country} == codes]
    return (*cluster, *whole)


def _weight(sites: Sequence[Site]) -> int:
    return sum(len(site.events) for site in sites)


def _split(sites: Sequence[Site]) -> tuple[list[Site], list[Site]]:
    """The heart of the story and what lies far from it: cut at the widest gaps of the shortest spanning tree."""
    heart: list[Site] = list(sites)
    remote: list[Site] = []
    while 2 <= len(heart) <= 300:
        edges = sorted(_tree(heart), reverse=True)
        if not edges:
            break
        gap, cut = edges[0]
        group = _side(heart, edges, cut)
        rest = [site for site in heart if site not in group]
        big, small = (group, rest) if _weight(group) >= _weight(rest) else (rest, group)
        size = max(_diameter_km(big), LEAST_HEART_KM)
        if gap < REMOTE_RATIO * size or _weight(big) < HEART_SHARE * _weight(sites):
            break
        heart, remote = big, remote + small
    return heart, remote


def _tree(sites: Sequence[Site]) -> list[tuple[float, tuple[int, int]]]:
    """The shortest spanning tree by Prim's algorithm: (kilometres, (one, other))."""
    best = {k: (distance_km(*sites[0].point, *sites[k].point), 0) for k in range(1, len(sites))}
    edges = []
    while best:
        k = min(best, key=lambda index: best[index])
        gap, joined = best.pop(k)
        edges.append((max(0.0, gap - _reach(sites[k]) - _reach(sites[joined])), (joined, k)))
        for other in best:
            near = distance_km(*sites[k].point, *sites[other].point)
            if near < best[other][0]:
                best[other] = (near, k)
    return edges


def _reach(site: Site) -> float:
    return site.place.radius_km if site.style == "area" else 0.0


def _side(sites: Sequence[Site], edges: list[tuple[float, tuple[int, int]]], cut: tuple[int, int]) -> list[Site]:
    """The sites on one side of the cut edge."""
    found, todo = {cut[0]}, [cut[0]]
    while todo:
        here = todo.pop()
        for _, edge in edges:
            if edge != cut and here in edge:
                other = edge[1] if edge[0] == here else edge[0]
                if other not in found:
                    found.add(other)
                    todo.append(other)
    return [sites[k] for k in sorted(found)]


def _diameter_km(sites: Sequence[Site]) -> float:
    reach = [_reach(site) for site in sites]
    widest = max((2 * r for r in reach), default=0.0)
    for i, one in enumerate(sites):
        for j in range(i):
            widest = max(widest, distance_km(*one.point, *sites[j].point) + reach[i] + reach[j])
    return widest


def _split_countries(countries: list[Site]) -> list[Site]:
    """Countries alone: all of them, unless one carries most of the story."""
    heavy = [site for site in countries if len(site.events) > 0.6 * _weight(countries)]
    return heavy or countries


def _at_home(heart: Sequence[Site], countries: Sequence[Site]) -> list[Site]:
    """The country of the heart, where events stand in it as a whole."""
    codes = {site.place.country for site in heart}
    return [site for site in countries if {site.place.country} == codes]


def _with_context(points: Floats, heart: Sequence[Site]) -> Floats:
    """The points, with the one country around them all, if that is not too big."""
    codes = {site.place.country for site in heart}
    if len(codes) != 1 or None in codes:
        return points
    country = outline_points(f"country:{next(iter(codes))}", main_part=True)
    if country is None:
        return points
    both = np.vstack([points, country])
    size = _size_km(extent_of_points(both))
    if size > CONTEXT_KM:
        alone = [site for site in heart if site.style != "country"]
        return np.vstack([points, _around(alone[0])]) if len(alone) == 1 else points
    one_spot = len(heart) < 2 or _size_km(extent_of_points(points)) < 0.05 * size
    told = any(site.style == "country" for site in heart)
    return both if one_spot or told or _grows(points, both) <= 4 * WIDEN else points


def _around(site: Site) -> Floats:
    """Points around the only place of a story in a big country."""
    box = extent_around(*site.point, ALONE_KM)
    east = box.east + 360 if box.crosses_antimeridian else box.east
    return np.array([(lon, lat) for lon in (box.west, east) for lat in (box.south, box.north)])


def _taken_in(points: Floats, sites: Sequence[Site], most: float) -> tuple[Floats, list[Site]]:
    """The points with every site that widens the frame at most so many times, in order; and those that would not."""
    left = []
    start = points
    for site in sites:
        both = np.vstack([points, shape_points(site.place, main_part=True)])
        if _grows(start, both) <= most:
            points = both
        else:
            left.append(site)
    return points, left


def _size_km(extent: Extent) -> float:
    lat = (extent.south + extent.north) / 2
    wide = width(extent) * math.cos(math.radians(lat)) * 111.2
    return math.hypot(wide, (extent.north - extent.south) * 111.2)


def _grows(before: Floats, after: Floats) -> float:
    """How many times the framed area grows; a frame is never smaller than the narrowest view."""
    first, second = extent_of_points(before), union([extent_of_points(before), extent_of_points(after)])
    return (max(_size_km(second), 300.0) / max(_size_km(first), 300.0)) ** 2


def _clusters(sites: Sequence[Site]) -> list[tuple[Site, ...]]:
    """Remote sites that form an area of their own: an area, or several places close together; heaviest first."""
    left, found = list(sites), []
    while left:
        seed = left.pop(0)
        near = [s for s in left if distance_km(*seed.point, *s.point) < CLUSTER_KM + _reach(seed) + _reach(s)]
        left = [site for site in left if site not in near]
        cluster = (seed, *near)
        if (len(cluster) > 1 or (seed.style == "area" and seed.place.radius_km >= LEAST_INSET_KM)) and _diameter_km(
            cluster
        ) < 1500:
            found.append(cluster)
    return sorted(found, key=lambda cluster: -_weight(cluster))
