"""HTML pages: the article's paragraphs, its head's facts, and nothing that runs."""

from __future__ import annotations

import pytest

from timeline.dates.calendar import iso_day
from timeline.errors import InputError
from timeline.model import Article
from timeline.read import read_bytes
from timeline.read.page import read_page

LONG = "The bridge at Manta was closed on Monday after a lorry had struck it, the mayor said. " * 3
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Bridge | Our Paper</title>
<meta property="og:title" content="Bridge closed &amp; guarded"><meta property="og:site_name" content="Our Paper">
<link rel="canonical" href="https://example.org/bridge"><meta name="author" content="A. Writer">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "datePublished": "2025-12-17T09:00:00Z",
"dateModified": "2026-01-05"}}]}}</script><script>document.title = "stolen"</script><style>p {{}}</style></head>
<body><nav><a href="/">Home</a><p>Menu of the day</p></nav><header><h1>Bridge closed &amp; guarded</h1></header>
<article><h1>Bridge closed &amp; guarded</h1><p>{LONG}</p><p>It   was <b>old</b>,<br>he said.&nbsp;Two men
fled.</p><script>steal()</script><noscript>Turn it on</noscript><ul><li>One arrest</li></ul>
<blockquote><p>"Never again."</p></blockquote><aside><p>Read more</p></aside></article>
<footer><p>Imprint</p></footer></body></html>"""


def page(markup: str) -> Article:
    (article,) = read_bytes(markup.encode(), "page.html").articles
    return article


def test_the_articles_paragraphs_are_kept_apart_and_the_rest_is_left_out() -> None:
    paragraphs = page(PAGE).text.split("\n\n")
    assert paragraphs == [LONG.strip(), "It was old, he said. Two men fled.", "One arrest", '"Never again."']


def test_the_head_gives_title_source_author_link_language_and_date() -> None:
    article = page(PAGE)
    assert article.title == "Bridge closed & guarded"
    assert (article.source, article.author, article.lang) == ("Our Paper", "A. Writer", "en")
    assert article.url == "https://example.org/bridge"
    assert (iso_day(article.published.day or 0), article.published.basis) == ("2025-12-17", "metadata")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-12-17T10:00:00+02:00">',
        '<meta name="date" content="2025-12-17">',
        '<script type="application/ld+json">{"datePublished": "2025-12-17"}</script>',
        '<script type="application/ld+json">[{"a": [{"datePublished": "2025-12-17"}]}]</script>',
    ],
)
def test_the_publication_date_is_found_wherever_pages_put_it(head: str) -> None:
    article = page(f"<html><head>{head}</head><body><p>{LONG}</p></body></html>")
    assert article.published.day is not None
    assert iso_day(article.published.day) == "2025-12-17"


def test_broken_linked_data_is_passed_over() -> None:
    deep = "[" * 100_000
    markup = f'<html><head><script type="application/ld+json">{deep}</script></head><body><p>{LONG}</p></body></html>'
    assert page(markup).published.day is None


def test_without_an_article_element_the_fullest_part_is_read() -> None:
    parts = f"<div class=a><p>Buy this</p></div><div class=b><p>{LONG}</p><p>End.</p></div><div><p>Ads</p></div>"
    assert read_page(f"<html><body>{parts}</body></html>").text == f"{LONG.strip()}\n\nEnd."


def test_a_page_without_paragraphs_still_gives_its_text() -> None:
    assert read_page("<html><body>The bridge fell.</body></html>").text == "The bridge fell."


def test_a_page_of_scripts_only_is_refused() -> None:
    with pytest.raises(InputError, match=r"page\.html is an HTML page without any text"):
        page("<html><body><script>run()</script></body></html>")


def test_deep_nesting_does_not_hang_or_crash() -> None:
    markup = "<html><body>" + "<div>" * 5_000 + "The bridge fell." + "</div>" * 5_000 + "</body></html>"
    assert "The bridge fell." in read_page(markup).text


def test_an_encoding_named_in_the_page_is_respected() -> None:
    markup = f'<html><head><meta charset="windows-1252"></head><body><p>{LONG} Caf\xe9 Galápagos</p></body></html>'
    (article,) = read_bytes(markup.encode("windows-1252"), "page.html").articles
    assert "Galápagos" in article.text
