"""HTML pages: the article's paragraphs, its head's facts, and nothing that runs."""

from __future__ import annotations

import subprocess
import sys

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


def test_what_is_hidden_is_not_read() -> None:
    markup = f"<html><body><p>{LONG}</p><div hidden><p>Secret</p><b>words</b></div><p>End.</p></body></html>"
    assert read_page(markup).text == f"{LONG.strip()}\n\nEnd."


def test_text_beside_paragraphs_is_kept_in_its_order() -> None:
    markup = f"<html><body><article>First.<p>{LONG}</p>Then <b>this</b>.<ul><li>One<li>Two</ul></article></body></html>"
    assert read_page(markup).text.split("\n\n") == ["First.", LONG.strip(), "Then this.", "One", "Two"]


def test_tags_that_are_never_closed_or_opened_do_no_harm() -> None:
    assert read_page(f"<html><body></div></p><p>{LONG}<p>End.</article></b>").text == f"{LONG.strip()}\n\nEnd."


HOSTILE = """
import sys, time
sys.path.insert(0, {root!r})
from timeline.read.page import read_page
read_page("<html><body><p>warm</p></body></html>")
begin = time.process_time()
read_page("<html><body>" + {text} * {times} + "The bridge fell.")
print(time.process_time() - begin)
"""


@pytest.mark.parametrize(
    "text",
    [
        '"<div>"',
        '"<article>x"',
        '"<p>x"',
        '"<b a=b>"',
        '"<!--"',
        '"&amp;"',
        '"<time datetime=x>"',
        '"<meta name=date>"',
    ],
)
def test_hostile_markup_is_read_in_linear_time(text: str, root: object) -> None:
    def seconds(times: int) -> float:
        script = HOSTILE.format(root=str(root), text=text, times=times)
        return float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)

    assert seconds(80_000) < 30 * max(seconds(8_000), 0.02)


def test_an_encoding_named_in_the_page_is_respected() -> None:
    markup = f'<html><head><meta charset="windows-1252"></head><body><p>{LONG} Caf\xe9 Galápagos</p></body></html>'
    (article,) = read_bytes(markup.encode("windows-1252"), "page.html").articles
    assert "Galápagos" in article.text
