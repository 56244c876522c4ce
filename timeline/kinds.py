"""The one table of event kinds: 18 kinds in seven groups, each with a colour, a shape and a word.

Page, picture, list, text marks and tables all read it. White numerals reach a contrast of at least
4.7:1 on every colour, and any two colours differ by at least 22 (CIE 1976 Lab) for normal, protan, deutan
and tritan vision (simulated after Machado, Oliveira and Fernandes, 2009): orange, indigo, blue, violet, red and green,
and a grey for the rest. Lightened for type and lines on dark paper they would come to look alike, so each group has a
second colour for that: contrast at least 4.9:1 on #14181D, and any two differ by at least 24 in the same sense.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

EventKind: TypeAlias = Literal[
    "attack",
    "accident",
    "disaster",
    "disease",
    "protest",
    "election_vote",
    "visit",
    "meeting",
    "deployment_movement",
    "agreement",
    "legal_decision",
    "statement",
    "arrest_detention",
    "appointment_change",
    "economic",
    "launch_release",
    "sport_culture",
    "other",
]
KindGroup: TypeAlias = Literal["conflict", "politics", "law", "diplomacy", "disaster", "economy", "other"]


@dataclass(frozen=True, slots=True)
class GroupStyle:
    """How a group of kinds looks: sRGB colour, marker shape, the word on screen.

    `color` fills marks and is the type on light paper; `on_dark` is for type and lines on dark paper.
    """

    key: KindGroup
    label: str
    color: str
    shape: Literal["circle", "square", "diamond", "triangle", "pentagon", "hexagon", "star"]
    on_dark: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event: its key in data, its group, the word on screen."""

    key: EventKind
    group: KindGroup
    label: str


GROUP_STYLES: tuple[GroupStyle, ...] = (
    GroupStyle("conflict", "Conflict & military", "#C04C08", "circle", "#F55B29"),
    GroupStyle("politics", "Politics", "#303080", "square", "#6087C0"),
    GroupStyle("law", "Law & justice", "#007CA4", "diamond", "#6AE8FF"),
    GroupStyle("diplomacy", "Diplomacy & statements", "#7C34D4", "hexagon", "#BD58FF"),
    GroupStyle("disaster", "Disaster & health", "#780C04", "triangle", "#FCB591"),
    GroupStyle("economy", "Economy & technology", "#587448", "pentagon", "#B4F25E"),
    GroupStyle("other", "Other", "#504448", "star", "#928F91"),
)

KINDS: tuple[Kind, ...] = (
    Kind("attack", "conflict", "Attack"),
    Kind("accident", "disaster", "Accident"),
    Kind("disaster", "disaster", "Disaster"),
    Kind("disease", "disaster", "Disease"),
    Kind("protest", "politics", "Protest"),
    Kind("election_vote", "politics", "Election or vote"),
    Kind("visit", "diplomacy", "Visit"),
    Kind("meeting", "diplomacy", "Meeting"),
    Kind("deployment_movement", "conflict", "Deployment or movement"),
    Kind("agreement", "diplomacy", "Agreement"),
    Kind("legal_decision", "law", "Legal decision"),
    Kind("statement", "diplomacy", "Statement"),
    Kind("arrest_detention", "law", "Arrest or detention"),
    Kind("appointment_change", "politics", "Appointment or departure"),
    Kind("economic", "economy", "Economy"),
    Kind("launch_release", "economy", "Launch or release"),
    Kind("sport_culture", "other", "Sport or culture"),
    Kind("other", "other", "Other"),
)

KIND: dict[EventKind, Kind] = {kind.key: kind for kind in KINDS}
GROUP_STYLE: dict[KindGroup, GroupStyle] = {style.key: style for style in GROUP_STYLES}


def style_of(kind: EventKind) -> GroupStyle:
    """The group style that a kind is drawn in."""
    return GROUP_STYLE[KIND[kind].group]
