"""Why a candidate was chosen, in one plain clause for the reader."""

from __future__ import annotations

from .evidence import INDEX, Floats, Group
from .model import Place


def reason(group: Group, best: int, row: Floats, country: str) -> str:
    """The strongest evidence for candidate `best` of a group, in words: "only Salinas in a text about Ecuador".

    `row` holds the evidence of all candidates, `country` is the name of the chosen one's country.
    """
    place = group.candidates[best].place
    evidence = row[best]
    name = place.name
    rivals = [other.place for at, other in enumerate(group.candidates) if at != best]
    if evidence[INDEX["contained"]]:
        return f"the text itself says {name}, {_container(group, place)}"
    if place.kind == "facility":
        return f"the words name {name}" + (f", in {country}" if place.country else "")
    if not rivals:
        return f"the only {name} that the gazetteer knows"
    if place.kind in ("country", "territory", "continent"):
        return f"{name} by itself means the {place.kind}"
    if evidence[INDEX["admin1 named"]] and place.admin1_name:
        alone = not any(r.admin1 == place.admin1 and r.country == place.country for r in rivals)
        return f"{'only' if alone else 'the best known'} {name} in {place.admin1_name}, which the text names"
    if evidence[INDEX["country named"]]:
        alone = not any(r.country == place.country for r in rivals)
        return f"{'only' if alone else 'the best known'} {name} in a text about {country}"
    return _weaker(group, place, evidence, country)


def _weaker(group: Group, place: Place, evidence: Floats, country: str) -> str:
    """Reasons that the text gives less plainly."""
    where = f", in {place.admin1_name}" if place.admin1_name else ""
    if evidence[INDEX["admin cue"]] or evidence[INDEX["city cue"]]:
        return f"the text speaks of a {'town' if place.kind == 'city' else 'province, state or district'}{where}"
    if evidence[INDEX["near"]] > 0.4:
        return f"near other places of the text{where}"
    if evidence[INDEX["country share"]] > 0.3:
        return f"most places of the text lie in {country}"
    if evidence[INDEX["home country"]]:
        return f"the {place.name} of the reader's own country"
    return f"the best known of {len(group.candidates)} places called {place.name}"


def _container(group: Group, place: Place) -> str:
    """The first of the areas named behind the place that is in its country."""
    return next((area.name for area in group.containers if area.country == place.country), group.containers[0].name)
