"""What intake cleans, and that every offset leads back to the text as given."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.model import Span
from timeline.model import Article
from timeline.read.intake import JOINING_SIGN, MAX_MARKS, Replacement, clean, given_span, shifted

NFD = unicodedata.normalize("NFD", "Páez in Galápagos")
SIGNS = st.text(
    st.sampled_from("ab é\u0301\u0323\r\n\0\u00ad\u200b\ufeff한\u1112\u1161\u11ab\U0001f30d.-*[]()#"), max_size=40
)


def given_text(text: str, word: str) -> str:
    """What the text as given holds where the cleaned text holds a word."""
    cleaned = clean(text)
    start = cleaned.text.index(word)
    span = given_span(Article(cleaned.text, offsets=cleaned.offsets), Span(start, start + len(word)))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("Man\0ta", "Manta"),
        ("Man\u00adta and Qui\u200bto", "Manta and Quito"),
        ("\ufeffQuito", "Quito"),
        ("a\ud800b", "a\ufffdb"),
        (NFD, "Páez in Galápagos"),
        ("\u1112\u1161\u11ab강", "한강"),
        ("nothing to do", "nothing to do"),
    ],
    ids=["line ends", "NUL", "soft hyphen", "byte order mark", "lone surrogate", "NFD", "jamo", "plain"],
)
def test_text_is_cleaned_at_intake(text: str, cleaned: str) -> None:
    assert clean(text).text == cleaned


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("one\r\ntwo\r\nthree", "two", "two"),
        ("one\r\ntwo\r\nthree", "one\ntwo", "one\r\ntwo"),
        ("to Man\0ta\0 now", "Manta", "Man\0ta"),
        ("\ufeffQuito", "Quito", "Quito"),
        (NFD, "Páez", unicodedata.normalize("NFD", "Páez")),
        (NFD, "Galápagos", unicodedata.normalize("NFD", "Galápagos")),
        ("e\u0301\0x", "é", "e\u0301"),
        ("e\u0301\0x", "x", "x"),
        ("a\0\0\0b", "b", "b"),
    ],
)
def test_a_word_is_found_again_in_the_text_as_given(text: str, word: str, expected: str) -> None:
    assert given_text(text, word) == expected


def test_a_text_that_needs_no_cleaning_has_no_map() -> None:
    assert clean("Quito, Ecuador: 6 November.\n").offsets == ()


@given(SIGNS)
@example("e\0\u0301")
@example("\ufeff\u0301")
@example("\r\u0301\u0323")
@example("\ud800\u0301\u0323")
def test_cleaned_text_is_clean(text: str) -> None:
    once = clean(text).text
    assert unicodedata.is_normalized("NFC", once)
    assert clean(once).text == once


@given(st.text(max_size=60))
def test_composition_by_pieces_equals_composition_of_the_whole(text: str) -> None:
    kept = "".join(
        sign for sign in text if sign not in "\r\0\u00ad\u200b\u2060\ufeff" and not "\ud800" <= sign <= "\udfff"
    )
    if max((len(run) for run in kept.split()), default=0) <= MAX_MARKS:
        assert clean(kept).text == unicodedata.normalize("NFC", kept)


@given(SIGNS)
def test_every_span_leads_to_a_stretch_that_cleans_to_the_same_words(text: str) -> None:
    cleaned = clean(text)
    article = Article(cleaned.text, offsets=cleaned.offsets)
    letters = [match.span() for match in re.finditer("(?s).[\u0301\u0323\u1161\u11ab]*", cleaned.text)]
    spans = [given_span(article, Span(*letter)) for letter in letters]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    words = [cleaned.text[start:end] for start, end in letters]
    assert [clean(text[span.start : span.end]).text for span in spans] == words


@given(SIGNS, st.integers(0, 40))
def test_the_map_of_the_rest_of_a_text_leads_to_the_same_places(text: str, start: int) -> None:
    cleaned = clean(text)
    start = min(start, len(cleaned.text))
    whole = Article(cleaned.text, offsets=cleaned.offsets)
    rest = Article(cleaned.text[start:], offsets=shifted(cleaned.offsets, start))
    for at in range(len(rest.text)):
        assert given_span(rest, Span(at, at + 1)) == given_span(whole, Span(start + at, start + at + 1))


def test_markup_that_is_cut_out_does_not_move_what_follows() -> None:
    text = "a **bold** word"
    cleaned = clean(text, [Replacement(2, 4, ""), Replacement(8, 10, "")])
    assert cleaned.text == "a bold word"
    span = given_span(Article(cleaned.text, offsets=cleaned.offsets), Span(2, 6))
    assert text[span.start : span.end] == "bold"


def test_the_list_of_joining_signs_is_that_of_the_interpreter() -> None:
    joining = {chr(code) for code in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}
    for code in range(0x110000):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<") and unicodedata.normalize("NFC", chr(code)) == chr(code):
            second = chr(int(parts[1], 16))
            joining |= {second} if unicodedata.combining(second) == 0 else set()
    assert {chr(code) for code in range(0x110000) if JOINING_SIGN.match(chr(code))} == joining


HOSTILE = """
import sys, time
sys.path.insert(0, {root!r})
from timeline.read.intake import clean
text = {text} * {times}
begin = time.process_time()
clean(text)
print(time.process_time() - begin)
"""


@pytest.mark.parametrize("text", ['"a\\u0323\\u0301\\u0323"', '"\\u0301\\u0323"', '"\\r\\n\\0"', '"e\\u0301"'])
def test_hostile_text_is_cleaned_in_linear_time(text: str, root: object) -> None:
    def seconds(times: int) -> float:
        script = HOSTILE.format(root=str(root), text=text, times=times)
        return float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)

    assert seconds(100_000) < 40 * max(seconds(10_000), 0.005)
