"""Where a happening is when its clause says it in a roundabout way, says it elsewhere, or does not say it at all."""

from __future__ import annotations

from time import process_time

import pytest

from tests.timeline.events.told import event_of, told

SAID_ELSEWHERE = [
    (
        "a relative clause happens at the first name of its phrase",
        "The floods spread on Tuesday through Sindh province of Pakistan, where thousands fled.",
        "fled",
        "Sindh",
    ),
    (
        "the container after a name is not what 'where' means",
        "She was taken to a clinic in Frederick, Maryland, where she died on Tuesday.",
        "died",
        "Frederick",
    ),
    (
        "what is told of a place that a noun points at happens there",
        "The Navy opened a base in Niamey in 2013. Troops left the base in 2020.",
        "left",
        "Niamey",
    ),
    (
        "a return goes to the base of what was told",
        "The ministry confirmed the deployment of troops to the city of Manta. "
        "The move marks a return to a base that served the navy until 2009.",
        "served",
        "Manta",
    ),
    (
        "a clause that tells of nothing lends its place to the one joined to it",
        "Ana Cruz sells bread in Goma and lost her stall in the 2017 floods.",
        "lost",
        "Goma",
    ),
    (
        "the subject of a bare 'be' belongs to the verb that it leaves its meaning to",
        "Norway opened the border on Monday, and Swedish jets from Luleå are to join in next week.",
        "join",
        "Luleå",
    ),
    (
        "a building's name tells the town",
        "Protesters blocked the square in front of Seoul City Hall on Sunday.",
        "blocked",
        "Seoul",
    ),
    (
        "a speaker named after the verb stands where the clause ends",
        "“The trial is a farce,” commented Mr. Weber in Indonesia on Monday.",
        "commented",
        "Indonesia",
    ),
]


@pytest.mark.parametrize(("rule", "text", "trigger", "place"), SAID_ELSEWHERE, ids=[row[0] for row in SAID_ELSEWHERE])
def test_the_place_is_found_where_the_words_lead(rule: str, text: str, trigger: str, place: str) -> None:
    found = event_of(told(text), trigger).place
    assert found is not None and found.name == place, rule


BATTLE = (
    "Two soldiers were killed in a gun battle in Acapulco on Saturday. The army seized 36 rifles. "
    "Five people were arrested."
)
TAKEN_OVER = [
    (
        "a long river gives way to the town just told of",
        "Gunmen attacked a convoy near Gao on Thursday. The trucks were stopped on the bank of the Niger River.",
        "stopped",
        "Gao",
    ),
    ("the scene goes on", BATTLE, "seized", "Acapulco de Juárez"),
    ("an arrest without a place", BATTLE, "arrested", "Acapulco de Juárez"),
    (
        "an opening that runs ahead of its place",
        "An old man died on Tuesday. He was taken to a hospital in Frederick, where doctors treated him.",
        "died",
        "Frederick",
    ),
    (
        "what is said in a speech is said there",
        "The minister gave a speech in Lyon on Monday. He announced a tax.",
        "announced",
        "Lyon",
    ),
    (
        "a witness tells of home",
        "“We lost the roof on Monday,” said Ana Cruz, a baker on Siargao.",
        "lost",
        "Siargao",
    ),
    (
        "an athlete's country is not where the race is",
        "The race in Lyon ended on Sunday. Anna Berg from Norway came in third.",
        "came",
        "Lyon",
    ),
]


@pytest.mark.parametrize(("rule", "text", "trigger", "place"), TAKEN_OVER, ids=[row[0] for row in TAKEN_OVER])
def test_what_goes_on_in_a_story_takes_its_place_over_and_says_that_it_is_implied(
    rule: str, text: str, trigger: str, place: str
) -> None:
    event = event_of(told(text), trigger)
    assert event.place is not None and event.place.name == place, rule
    assert event.place_basis == "implied"
    assert any(reason.about == "where" and reason.doubtful for reason in event.reasons)


UNPLACED = [
    ("a capital signs nowhere", "Washington signed defense agreements with Peru and Paraguay last year.", "signed"),
    ("a capital rules", "Ankara has controlled the traffic through the straits since 1936.", "controlled"),
    ("a ranking bounds", "The company, the largest car maker in Germany, cut 300 jobs on Monday.", "cut"),
    ("a firm's name", "Ford Australia cut 300 jobs on Monday.", "cut"),
    (
        "a story of deals has no scene",
        "The firm will pay 20 million dollars for a plant in Craiova. The shares rose. The deal was signed in May.",
        "signed",
    ),
    (
        "a place that could not be read blocks another",
        "Rebels attacked Goma on Monday. Troops landed at Zzyqua air station on Tuesday.",
        "landed",
    ),
    (
        "what somebody thinks",
        "Rebels attacked Goma on Monday. An expert with a museum in London thought on Tuesday that more would come.",
        "thought",
    ),
    ("a seat", "The fund sold the mill to a Lyon-based firm on Monday.", "sold"),
    (
        "a body of many nations",
        "Two people died in Peru. The World Health Organization declared a pandemic.",
        "declared",
    ),
    ("goods come from a country", "The ministry allowed beef imports from Peru on Monday.", "allowed"),
]


@pytest.mark.parametrize(("rule", "text", "trigger"), UNPLACED, ids=[row[0] for row in UNPLACED])
def test_a_name_that_only_stands_by_places_nothing(rule: str, text: str, trigger: str) -> None:
    assert event_of(told(text), trigger).place is None, rule


def test_the_country_is_the_one_that_the_text_is_about() -> None:
    text = "Cholera spread in Kenya in May. Kenya has ties with Britain. The floods in the country killed nine in June."
    event = event_of(told(text), "killed")
    assert event.place is not None and event.place.name == "Kenya"


def test_a_capital_that_signs_is_listed_as_a_metonym() -> None:
    event = event_of(told("Washington signed defense agreements with Peru and Paraguay last year."), "signed")
    assert ("Washington", "metonym") in [(other.place.name, other.role) for other in event.other_places]


def test_what_only_owns_gives_way_to_the_place_that_the_story_opens_with() -> None:
    text = "A cyclone hit Cairns on Monday. Most of Australia's banana crop was destroyed."
    event = event_of(told(text), "destroyed")
    assert event.place is not None and event.place.name == "Cairns" and event.place_basis == "implied"
    assert [(other.place.name, other.role) for other in event.other_places] == [("Australia", "container")]


def test_an_endless_sentence_of_tellings_is_read_in_linear_time() -> None:
    def seconds(times: int) -> float:
        text = "Rebels attacked Goma. " + "They burned shops and they looted houses and " * times + "they left."
        start = process_time()
        told(text)
        return process_time() - start

    seconds(5)
    assert seconds(800) < 6 * max(0.2, seconds(200))
