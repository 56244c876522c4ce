"""The one place that a story is about: most of what it places lies there. A story of many places has none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from geo.containment import lies_in
from geo.model import Place, Toponym

from .mention import Placed
from .syntax import Syntax

_SHARE = 0.6
"""The least share of a story's places that must lie in its one place."""
_NAMED = 0.35
"""What a name counts that places no happening, against one that does."""
_MEANT = 0.8
"""What a place must count at least, against the wider places around it: else one of those is meant."""
_NARROW = 0.75
"""What share of a province's weight one town must have to stand for it."""
_WEAK = 0.7
"""Links that are no surer than this count as names only."""
_TOO_WIDE = frozenset(("continent", "water"))
_TELLING = frozenset(("literal", "dateline", "demonym"))
_OPENING = 3
"""Sentences that open a story; what they name counts twice."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The place of a story, its name in the text, and which share of the story's places lies in it."""

    place: Place
    text: str
    share: float


def focus_of(syntax: Syntax, toponyms: Sequence[Toponym], own: Sequence[Placed]) -> Focus | None:
    """The most specific place that holds at least `_SHARE` of what the story names and places."""
    weights, names = _weights(syntax, toponyms, own)
    places = {place.id: place for place in names}
    total = sum(weights.values())
    best: Focus | None = None
    for place, text in names.items():
        if place.kind in _TOO_WIDE:
            continue
        inside = sum(weight for key, weight in weights.items() if key == place.id or lies_in(places[key], place))
        around = sum(weight for key, weight in weights.items() if lies_in(place, places[key]))
        share = inside / (total - around)
        if share < _SHARE or inside < _MEANT * around:
            continue
        if best is None or lies_in(place, best.place) or (share > best.share and not lies_in(best.place, place)):
            best = Focus(place, text, share)
    return _narrowed(best, weights, names, places) if best is not None else None


def _narrowed(wide: Focus, weights: dict[str, float], names: dict[Place, str], places: dict[str, Place]) -> Focus:
    """The one place inside a focus that nearly all of its weight comes from."""

    def inside(area: Place) -> float:
        return sum(weight for key, weight in weights.items() if key == area.id or lies_in(places[key], area))

    for place, text in sorted(names.items(), key=lambda row: weights[row[0].id]):
        if lies_in(place, wide.place) and place.kind not in _TOO_WIDE and inside(place) >= _NARROW * inside(wide.place):
            wide = Focus(place, text, wide.share)
    return wide


def _weights(
    syntax: Syntax, toponyms: Sequence[Toponym], own: Sequence[Placed]
) -> tuple[dict[str, float], dict[Place, str]]:
    """What each place counts, by its id, and how the text first names it."""
    spans = {placed.span for placed in own if placed.span is not None and placed.sure > _WEAK}
    weights: dict[str, float] = defaultdict(float)
    names: dict[Place, str] = {}
    opening = [s for s, sentence in enumerate(syntax.sentences) if sentence.role in ("headline", "body")][:_OPENING]
    for toponym in toponyms:
        place = toponym.place
        top = syntax.top_of(toponym.span)
        if place is None or top is None or toponym.role not in _TELLING:
            continue
        weight = 1.0 if toponym.span in spans or toponym.role == "dateline" else _NAMED
        weights[place.id] += weight * (2 if syntax.sentence_of[top] in opening else 1)
        names.setdefault(place, toponym.text)
    return weights, names
