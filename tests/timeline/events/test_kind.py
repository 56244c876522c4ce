"""The kind that an event is shown under follows its subject and object, not the verb alone."""

from __future__ import annotations

import pytest

from timeline.model import Article, Published
from timeline.pipeline import build

DAY = Published(20439, 20439, "given")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A strong earthquake struck the town of Salinas on Monday.", "disaster"),
        ("Gunmen struck the town of Salinas on Monday.", "attack"),
        ("A tsunami reached the coast of Peru on Monday.", "disaster"),
        ("An explosion at an oil refinery in Lima killed two workers on Monday.", "accident"),
        ("A bomb explosion at an oil refinery in Lima killed two workers on Monday.", "attack"),
        ("The minister shook hands with the mayor in Quito on Monday.", "meeting"),
        ("The party won the election in Ecuador on Monday.", "election_vote"),
        ("A container ship struck a bridge in Genoa on Monday.", "accident"),
        ("Argentina beat France in Doha on Monday.", "sport_culture"),
        ("Police beat a man in Lyon on Monday.", "attack"),
        ("Divers recovered two bodies in Genoa on Monday.", "other"),
        ("The longest strike of the union lasted a week in May 2015.", "protest"),
        ("Train drivers began their longest strike in Berlin on 4 May 2015.", "protest"),
        ("Soldiers launched an air strike on Gao on 4 May 2015.", "attack"),
        ("Power lines fell in Genoa on Monday.", "other"),
        ("Shares fell by 4 percent in Lima on Monday.", "economic"),
        ("Wildfires killed 36 people in Genoa on Monday.", "disaster"),
        ("Talks between the union and the firm broke down in Lima on Monday.", "meeting"),
        ("A decision taken by a court in Lima on Monday pleased the union.", "legal_decision"),
        ("The flood is the worst since January 2011, when nine people were killed in Piura.", "disaster"),
        ("Ivan Petrov has been held at a jail in Lima since Monday.", "arrest_detention"),
        ("The Ever Given rammed a ferry at Hamburg on Monday.", "accident"),
        ("Twenty sailors caught the coronavirus in Genoa on Monday.", "disease"),
        ("The farmer lost his house in Manta on Monday.", "other"),
        ("A tug reached the ship off Genoa on Monday.", "other"),
        ("Troops reached the town of Gao on Monday.", "deployment_movement"),
        ("Firefighters evacuated 40 families in Genoa on Monday.", "disaster"),
        ("Norway closed its only land crossing with Russia on Monday.", "other"),
        ("A sick cow was discovered in Iowa on Monday.", "disease"),
        ("Ana Costa grew up in Lyon in May 1990.", "other"),
        ("The firms reached an agreement in Lyon on Monday.", "agreement"),
        ("Ana Costa has been fighting cancer in Lyon since Monday.", "disease"),
    ],
)
def test_nouns_of_the_clause_decide_the_kind(text: str, kind: str) -> None:
    events = build((Article(text, published=DAY),)).events
    assert kind in {event.kind for event in events}, [(event.kind, event.title) for event in events]
