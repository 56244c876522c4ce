"""A title that cannot be made well from its clause is a stretch of the sentence as it stands."""

from __future__ import annotations

import pytest

from .told import event_of, told

WHOLE = [
    ("The crossing will stay shut until Saturday at the earliest.", "stay", "Crossing will stay shut"),
    ("The number of patients in Lyon was cut from Tuesday onwards.", "cut", "Number of patients in Lyon was cut"),
    (
        "Ana Costa, often referred to as the Mother of Jazz, died in Lyon.",
        "referred",
        "referred to as the Mother of Jazz",
    ),
    ("The team managed to stay ahead of its rivals in Lyon on Monday.", "managed", "managed to stay ahead"),
    (
        "The firm said those who had already bought a lamp would get a refund.",
        "get",
        "Those who had already bought a lamp",
    ),
    (
        "“We will rebuild the bridge in Lyon by May,” said Ana Costa.",
        "rebuild",
        "Ana Costa: we will rebuild the bridge",
    ),
    (
        "The mayor of Lyon said on Monday: “Nobody will have to leave this town before May.”",
        "said",
        "ayor of Lyon said: Nobody will have to leave",
    ),
    ("A cow from a farm in Iowa, born in Canada, tested positive on Monday.", "born", "Cow born in Canada"),
    ("Ivan Petrov, head of Local 15, Polish Miners union said on Monday that pay would fall.", "said", "union said"),
    (
        "The government of Chad announced plans on Monday to raise the fees for foreign workers and for the many "
        "students who come from Niger every year.",
        "announced",
        "announced plans to raise the fees",
    ),
    ("The storm hit Piura on Monday. The UN reports it has left 90 people dead.", "left", "UN reports it has left"),
    ("A storm sent waves as far as Peru, where they caused a spill near Callao in May.", "caused", "waves"),
    ("The minister said it was vital that nobody left Lyon on Monday.", "said", "it was vital"),
    ("Gunmen killed nine people near Goma on Monday, the army said.", "killed", "Gunmen killed nine people"),
    (
        "At a media event on Wednesday the firm Acme released a new line of lamps in Lyon.",
        "event",
        "edia event: firm Acme released a new line",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "words"), WHOLE)
def test_a_title_can_be_read_alone(text: str, trigger: str, words: str) -> None:
    assert words in event_of(told(text), trigger).title


LONG = (
    "Ivan Petrov, 62, was taken to the Saint Mary Memorial Hospital in Lyon, where he died of burns after the fire, "
    "the newspaper Le Monde reported on Friday."
)


def test_a_long_sentence_is_cut_where_a_phrase_ends_and_keeps_where_the_verb_leads() -> None:
    titles = [event.title for event in told(LONG).events]
    assert any("taken to" in title for title in titles), titles
    assert all(len(title) <= 90 and len(title) <= 0.6 * len(LONG) for title in titles), titles


STORY = (
    "The agency estimates that 75 percent of the children in Chad get a vaccine, and has said it will try to raise "
    "the number. They left Lyon on Monday. It emitted a sweet smell in Lyon. Any cases of cholera in Goma would be "
    "told, the ministry said. Tests confirmed the presence of it in Lyon."
)


def test_no_title_opens_with_a_helping_verb_or_ends_in_a_small_word() -> None:
    titles = [event.title for event in told(STORY).events]
    assert titles
    assert not any(title.split()[0].lower() in {"has", "have", "will", "was", "is", "been"} for title in titles), titles
    assert not any(title.split()[-1].lower() in {"did", "of", "the", "is", "are", "not", "to"} for title in titles)


def test_a_sentence_without_end_costs_no_more_than_its_length() -> None:
    nested = (
        "Guards of "
        + "the town of " * 3000
        + "Lyon have been sent to Goma and will stay, and were seen. "
        + "has met, " * 800
    )
    event = told("Rebels attacked Goma on Monday. " + nested).events
    assert all(len(one.title) <= 90 for one in event)


def test_the_second_verb_goes_with_the_subject_that_agrees_with_it() -> None:
    text = (
        "Officials closed off a part of Lyon where the swan was found and have posted guards at the gate since Monday."
    )
    assert "wan have" not in " ".join(event.title for event in told(text).events)
