"""Why a candidate was chosen, in one plain clause for the reader."""

from __future__ import annotations

from .evidence import INDEX, Context, Floats, Group
from .model import Place


def reason(group: Group, best: int, row: Floats, context: Context) -> str:
    """The strongest evidence for candidate `best` of a group, in words: "only Salinas in a text about Ecuador"."""
    place = group.candidates[best].place
    evidence = row[best]
    name = place.name
    if evidence[INDEX["contained"]]:
        return f"the text itself says {name}, {_container(group, place)}"
    if len(group.candidates) == 1:
        return f"the only {name} that the gazetteer knows"
    country = _country_name(place)
    rivals = [other for at, other in enumerate(group.candidates) if at != best]
    if evidence[INDEX["admin1 named"]] and place.admin1_name:
        alone = not any(r.place.admin1 == place.admin1 and r.place.country == place.country for r in rivals)
        return f"{'only' if alone else 'the'} {name} in {place.admin1_name}, which the text names"
    if evidence[INDEX["country named"]]:
        alone = not any(r.place.country == place.country for r in rivals)
        return f"{'only' if alone else 'the largest'} {name} in a text about {country}"
    if place.kind in ("country", "territory", "continent"):
        return f"{name} by itself means the {place.kind}"
    if evidence[INDEX["admin cue"]] or evidence[INDEX["city cue"]]:
        return f"the text calls it a {'city' if place.kind == 'city' else 'province, state or district'}"
    if evidence[INDEX["near"]] > 0.4:
        return f"near other places of the text{', in ' + place.admin1_name if place.admin1_name else ''}"
    if evidence[INDEX["country share"]] > 0.3:
        return f"most places of the text lie in {country}"
    if evidence[INDEX["home country"]]:
        return f"the {name} nearest to the reader's home"
    return f"the best known of {len(group.candidates)} places called {name}"


def _container(group: Group, place: Place) -> str:
    for area in group.containers:
        if area.country == place.country:
            return area.name
    return group.containers[0].name


def _country_name(place: Place) -> str:
    return place.country or "no country"
