"""Places that the articles name and where no event stands: a layer of their own on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from geo.model import Place

from ..model import Timeline

MentionRole: TypeAlias = Literal["literal", "metonym"]

ROLE_WORDS = {
    "origin": "Where a movement began; the event stands at its destination.",
    "destination": "Where a movement was headed.",
    "container": "The wider area around a place where something happened.",
    "speaker_seat": "Where a speaker has their seat; what they report happened elsewhere.",
    "metonym": "Stands for a government or an organisation.",
    "mentioned": "Named in the text; nothing is reported to have happened here.",
    "location": "One of several places of an event; its mark stands at another.",
}


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A place without an event of its own, whether it is meant as a place, and why it is there."""

    place: Place
    role: MentionRole
    why: str


def mentioned_places(timeline: Timeline) -> tuple[Mentioned, ...]:
    """The places named in the articles at which no event stands, in order of first mention.

    A place named both as itself and for its government counts as itself. Demonyms and names inside the names of
    organisations are no places; neither is the dateline of a report.
    """
    taken = {event.place.id for event in timeline.events if event.place}
    found: dict[str, Mentioned] = {}
    roles = _roles_in_events(timeline)
    for toponyms in timeline.toponyms:
        for toponym in toponyms:
            place = toponym.place
            if place is None or place.id in taken or toponym.role not in ("literal", "metonym"):
                continue
            role: MentionRole = "metonym" if toponym.role == "metonym" else "literal"
            if place.id not in found or (found[place.id].role == "metonym" and role == "literal"):
                found[place.id] = Mentioned(place, role, _why(place, role, roles))
    return tuple(found.values())


def _roles_in_events(timeline: Timeline) -> dict[str, str]:
    return {mention.place.id: mention.role for event in timeline.events for mention in event.other_places}


def _why(place: Place, role: MentionRole, roles: dict[str, str]) -> str:
    if role == "metonym":
        return ROLE_WORDS["metonym"]
    return ROLE_WORDS[roles.get(place.id, "mentioned")]
