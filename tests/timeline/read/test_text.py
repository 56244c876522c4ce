"""Text and Markdown to an article: front matter, title, date, markup cut out, offsets kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from geo.model import Span
from timeline.dates.calendar import iso_day
from timeline.errors import InputError
from timeline.model import Article, Published
from timeline.read import read, read_bytes, read_text
from timeline.read.intake import given_span
from timeline.read.text import article_of, safe_link

STORY = """---
Title: "The bridge"
date: 2025-12-17
publisher: Our Paper
link: https://example.org/bridge
by: A. Writer
colour: red
---

# A heading

The **bridge** at [Manta](https://example.org/manta "the town") was _closed_ on Monday.

> It was *late*, he said.

- one
- two
"""


def only(content: bytes, name: str) -> Article:
    (article,) = read_bytes(content, name).articles
    return article


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_front_matter_gives_title_date_source_link_and_author(ends: str) -> None:
    article = only(STORY.replace("\n", ends).encode(), "story.md")
    assert (article.title, article.source, article.author) == ("The bridge", "Our Paper", "A. Writer")
    assert article.url == "https://example.org/bridge"
    assert article.published.basis == "front_matter"
    assert iso_day(article.published.day or 0) == "2025-12-17"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_markdown_signs_are_cut_out_and_words_stay_where_they_were(ends: str) -> None:
    given = STORY.replace("\n", ends)
    article = only(given.encode(), "story.md")
    assert article.text == (
        "A heading\n\nThe bridge at Manta was closed on Monday.\n\nIt was late, he said.\n\none\ntwo"
    )
    for word in ("A heading", "bridge", "Manta", "closed", "late", "two"):
        start = article.text.index(word)
        span = given_span(article, Span(start, start + len(word)))
        assert given[span.start : span.end] == word


def test_the_first_heading_of_markdown_is_its_title_and_not_its_text() -> None:
    article = only(b"\n# The *bridge* #\n\nIt fell on Monday.\n", "a.md")
    assert article.text == "It fell on Monday."
    assert article.title == "The bridge"


def test_plain_text_keeps_its_signs() -> None:
    assert only(b"He wrote # and **twice** on Monday.", "a.txt").text == "He wrote # and **twice** on Monday."


def test_a_headline_of_plain_text_is_the_title_and_stays_in_the_text() -> None:
    article = only(b"Bridge falls in Manta\n\nThe bridge fell on Monday.", "a.txt")
    assert article.title == "Bridge falls in Manta"
    assert article.text.startswith("Bridge falls")


def test_a_sentence_is_no_headline() -> None:
    assert only(b"The bridge fell on Monday.\nIt was old.", "a.txt").title == ""


def test_a_file_gives_its_name_but_never_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "secret" / "note.txt"
    path.parent.mkdir()
    path.write_text("The bridge fell.")
    (article,) = read(path).articles
    assert article.source == "note.txt"


def test_the_date_that_is_given_wins_over_front_matter() -> None:
    given = Published(20000, 20000, "given")
    assert read_text(STORY, published=given).articles[0].published is given


def test_an_impossible_date_in_front_matter_is_told() -> None:
    with pytest.raises(InputError, match=r"story\.md.*'2025-02-30' is not a date; write it as 2025-12-17"):
        read_bytes(b"---\npublished: 2025-02-30\n---\nText.", "story.md")


def test_a_rule_of_hyphens_without_an_end_is_no_front_matter() -> None:
    assert only(b"---\ntitle: x\nThe bridge fell.", "a.txt").text.startswith("---")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "data:text/html,x", "https://x\"onclick='y'", ""],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert safe_link(url) == ""


def test_pasted_html_is_read_as_a_page() -> None:
    (article,) = read_text(
        "<!DOCTYPE html><html><body><p>The bridge fell.</p><script>x()</script></body></html>"
    ).articles
    assert article.text == "The bridge fell."


def test_250_000_characters_are_read() -> None:
    assert len(article_of("The bridge fell on Monday. " * 9_300).text) > 250_000


HOSTILE = """
import sys, time
sys.path.insert(0, {root!r})
from timeline.read import read_bytes
text = ({text} * {chars})[:{chars}]
begin = time.process_time()
try:
    read_bytes(text.encode(), "a.md")
except ValueError:
    pass
print(time.process_time() - begin)
"""


@pytest.mark.parametrize(
    "text", ['"["', '"[a]("', '"!["', '"*"', '"_a"', '"---\\n"', '"# \\n"', '" "', '"a*"', '"<!--"', '"---\\na: b\\n"']
)
def test_hostile_markdown_is_read_in_linear_time(text: str, root: Path) -> None:
    def seconds(chars: int) -> float:
        script = HOSTILE.format(root=str(root), text=text, chars=chars)
        return float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)

    assert seconds(250_000) < 30 * max(seconds(25_000), 0.02)
