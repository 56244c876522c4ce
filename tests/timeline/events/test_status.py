"""What is denied, possible or planned is never told as a happening."""

from __future__ import annotations

import pytest

from tests.timeline.events.told import event_of, told

CASES = [
    ("Police arrested two men in Lyon on Tuesday.", "arrested", "asserted"),
    ("Police did not arrest anyone in Lyon on Tuesday.", "arrest", "negated"),
    ("No group had claimed the attack in Lyon by Tuesday.", "claimed", "negated"),
    ("The ministry denied that soldiers had shelled the village of Izium.", "shelled", "negated"),
    ("The army will withdraw from Agadez next month.", "withdraw", "planned"),
    ("Ministers are to meet in Accra on Friday.", "meet", "planned"),
    ("Engineers plan to reopen the bridge at Mostar in March.", "reopen", "planned"),
    ("The talks are set to resume in Geneva next week.", "resume", "planned"),
    ("Rebels may attack the port of Buenaventura.", "attack", "hypothetical"),
    ("If the dam at Mosul collapses, thousands could die.", "die", "hypothetical"),
    ("The man alleged that guards had beaten him in Minsk.", "beaten", "hypothetical"),
    ("French troops left Mali in August 2022.", "left", "background"),
    ("China seized Mischief Reef in 1995.", "seized", "background"),
    ("The navy said it would send a ship to Palawan early next month.", "send", "planned"),
    ("The minister promised to rebuild the port of Beira on Monday.", "promised", "asserted"),
    ("A vigil was scheduled for Sunday night in Seoul.", "scheduled", "planned"),
    ("The race was scheduled to take place in Lyon, but the river was too high.", "scheduled", "negated"),
    ("The firm wanted to sell its plant in Craiova.", "sell", "planned"),
    ("The storm would move south and hit Salinas, forecasters said.", "hit", "planned"),
    ("The mayor had left Lyon before the storm came.", "left", "background"),
    ("The plant in Wixom was previously leased by the firm.", "leased", "background"),
    ("The ministry confirmed that the ships had arrived in Manta on Monday.", "arrived", "asserted"),
    ("The mayor called on the union to return to the table in Lyon.", "called", "asserted"),
    ("The region's mills made 40 million tons in 2024.", "made", "background"),
    ("It could be a week before power is restored in Innisfail.", "restored", "hypothetical"),
    ("Two plants in Lyon are to be closed later this year.", "closed", "planned"),
    ("Residents were allowed to return to Lyon on Monday.", "allowed", "asserted"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), CASES)
def test_the_words_of_a_clause_decide_its_status(text: str, trigger: str, status: str) -> None:
    event = event_of(told(text), trigger)
    assert event.status == status
    assert event.is_on_map == (event.place is not None and status not in ("hypothetical", "negated"))


NOTHING = [
    "The rainy season there normally lasts from November to March.",
    "She sells clothes in Aguas Verdes.",
    "The base lies in the province of Manabí.",
    "Ecuador has 18 million inhabitants.",
    "All rights reserved.",
    "It was the third such case since November.",
    "The town was named for a general.",
    "The phones can be returned to any shop.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_states_and_habits_are_no_events(text: str) -> None:
    assert told(text).events == ()


def test_mere_attribution_is_no_event_of_its_own() -> None:
    timeline = told("Gunmen killed nine people in Gao on Monday. Survivors said that the trucks were burned.")
    assert [event.kind for event in timeline.events] == ["attack", "attack"]
