"""What comes in: text, Markdown, HTML pages, folders, tables of events and saved stories.

Everything that cannot be used is refused in one sentence (an InputError for a single source, a Problem for one
file of a folder or one row of a table); nothing is fetched from a network and no archive is opened. Each kind of
source is read by a module of its own, imported when the first such source comes.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import InputError
from ..model import Article, Problem, Published, Timeline
from .decode import MAX_BYTES, decoded
from .intake import clean
from .written import is_written_page

TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
TABLE_SUFFIXES = (".csv", ".tsv", ".geojson", ".parquet", ".geoparquet")
STORY_SUFFIX = ".dateline.json"
ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar", ".zst")
OTHER_SUFFIXES = {
    ".pdf": "save it as text first",
    ".docx": "save it as text first",
    ".doc": "save it as text first",
    ".odt": "save it as text first",
    ".xlsx": "save the sheet as .csv first",
    ".xls": "save the sheet as .csv first",
    ".jsonl": "give it to `dateline annotate`",
    ".ndjson": "give it to `dateline annotate`",
}
STORY_MARK = '"dateline_story"'
FEATURES_MARK = re.compile(r'"type"\s{0,20}:\s{0,20}"FeatureCollection"|"features"\s{0,20}:\s{0,20}\[')
JSON_HEAD = 10_000
"""Code points of a .json file in which it must say what it is."""
KNOWN = "a text (.txt, .md, .html), a folder of them, a table (.csv, .geojson, .parquet) or a story (.dateline.json)"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source holds: articles still to be read for events, or a finished timeline; and what was left out."""

    articles: tuple[Article, ...] = ()
    timeline: Timeline | None = None
    problems: tuple[Problem, ...] = ()


def read(source: str | Path, *, published: Published | None = None) -> Reading:
    """Read a file, a folder or, for "-", the standard input.

    Raises:
        InputError: the source cannot be used at all. A bad file of a folder and a bad row of a table are
            listed in `problems` instead, and the rest goes on.
    """
    if str(source) == "-":
        return read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input", published=published)
    _refuse_address(str(source))
    if not str(source).strip():
        raise InputError(f"The name of the source is empty; give {KNOWN}.")
    path = Path(source)
    if path.is_dir():
        from .folder import read_folder

        return read_folder(path, published)
    return read_bytes(bytes_of(path), shown(Path(path.name)), published=published)


def read_text(text: str, *, name: str = "text", published: Published | None = None, title: str = "") -> Reading:
    """Read a text that was pasted: plain, Markdown with front matter, or the source of an HTML page."""
    from .page import looks_like_page
    from .text import article_of

    _refuse_address(text.strip())
    if looks_like_page(text):
        return Reading((_page_article(text, name, published),))
    return Reading((article_of(text, name=name, published=published, known={"title": title}),))


def read_bytes(content: bytes, name: str, *, published: Published | None = None) -> Reading:
    """Read the bytes of one file; the ending of its name says what it is.

    Raises:
        InputError: too large, binary, of an unknown encoding, or of a kind that cannot be read.
    """
    suffix = suffix_of(name)
    _refuse_kind(name, suffix)
    if len(content) > MAX_BYTES:
        raise InputError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB; split it into smaller files.")
    if suffix == ".json":
        suffix = _sort_of_json(decoded(content, name), name)
    if suffix in TABLE_SUFFIXES:
        from .tables import read_table

        timeline = read_table(content, name)
        return Reading(timeline=timeline, problems=timeline.problems)
    if suffix == STORY_SUFFIX:
        from .story import read_story

        timeline = read_story(decoded(content, name), name)
        return Reading(timeline=timeline, problems=timeline.problems)
    return Reading((_article(decoded(content, name), name, suffix, published),))


def _sort_of_json(text: str, name: str) -> str:
    """The ending that a .json file should have: GeoJSON often goes by that name, and so do saved stories renamed."""
    if STORY_MARK in text[:JSON_HEAD]:
        return STORY_SUFFIX
    if FEATURES_MARK.search(text[:JSON_HEAD]):
        return ".geojson"
    raise InputError(f"{name} is JSON, but neither a GeoJSON FeatureCollection nor a story that Dateline saved.")


def _article(text: str, name: str, suffix: str, published: Published | None) -> Article:
    from .page import looks_like_page
    from .text import article_of, with_source

    if suffix in (".html", ".htm", ".xhtml") or looks_like_page(text):
        return _page_article(text, name, published)
    article = article_of(text, name=name, published=published, markdown=suffix in (".md", ".markdown"))
    return article if name == "standard input" else with_source(article, name)


def _page_article(text: str, name: str, published: Published | None) -> Article:
    from .page import read_page
    from .text import article_of

    if is_written_page(text):
        raise InputError(f"{name} is a map that Dateline wrote; give the article or its {STORY_SUFFIX}.")
    page = read_page(text)
    if not page.text.strip():
        raise InputError(f"{name} is an HTML page without any text; save the page that shows the article.")
    if published is None and page.day is not None:
        published = Published(page.day, page.day, "metadata", "the page's own metadata gives it")
    fields = {"title": page.title, "source": page.source, "author": page.author, "url": page.url, "lang": page.lang}
    article = article_of(page.text, name=name, published=published, known=fields)
    return replace(article, offsets=())  # offsets lead into the page's text; its markup has no place to point to


def bytes_of(path: Path) -> bytes:
    """The file's bytes; one more than the limit if it has more, so that an endless device ends too."""
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}); give {KNOWN}.") from error


def shown(path: Path) -> str:
    """A file's name as it may stand in a text: names on disk can hold bytes that are no text."""
    return clean(path.as_posix()).text


def suffix_of(name: str) -> str:
    """The ending that says what a file is, in small letters; a saved story has two."""
    return STORY_SUFFIX if name.lower().endswith(STORY_SUFFIX) else Path(name).suffix.lower()


def _refuse_address(source: str) -> None:
    if source.lower().startswith(("http://", "https://", "ftp://", "file://", "www.")) and len(source.split()) == 1:
        raise InputError(
            f"{source[:80]} is a web address, and Dateline reads no network; save the page and give the file."
        )


def _refuse_kind(name: str, suffix: str) -> None:
    if suffix in ARCHIVES:
        raise InputError(f"{name} is an archive; unpack it and give the folder.")
    if suffix in OTHER_SUFFIXES:
        raise InputError(f"{name} is a {suffix[1:]} file, which Dateline cannot read; {OTHER_SUFFIXES[suffix]}.")


__all__ = ["Reading", "read", "read_bytes", "read_text"]
