"""A folder of articles, tables and saved stories: everything that can be read, and why the rest cannot."""

from __future__ import annotations

from pathlib import Path

from ..errors import DatelineError, InputError
from ..model import Article, Problem, Published, Timeline
from . import KNOWN, Reading, bytes_of, read_bytes, shown, suffix_of
from .joining import join
from .written import is_written_page, is_written_table

PAGE_PARTS = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico"),
    *(".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf"),
)
"""A page saved by a browser brings a folder full of these: passed over without a word."""


def read_folder(folder: Path, published: Published | None) -> Reading:
    """Every file that can be read, in the order of their names; the others are problems.

    What Dateline wrote into the folder earlier is left out, and said: its events would count twice.

    Raises:
        InputError: not one file can be read.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    tables: list[Timeline] = []
    for path in _files(folder):
        name = shown(path.relative_to(folder))
        try:
            content = bytes_of(path)
            if _is_written(content, name):
                problems.append(Problem(name, f"{name} was written by Dateline and is left out.", note=True))
                continue
            reading = read_bytes(content, name, published=published)
        except DatelineError as error:
            problems.append(Problem(name, str(error)))
            continue
        articles += reading.articles
        problems += reading.problems
        tables += [reading.timeline] if reading.timeline is not None else []
    if not articles and not tables:
        first = f" ({problems[0].message})" if problems else ""
        raise InputError(f"The folder {folder.name} holds no file that can be read{first}; put in {KNOWN}.")
    return Reading(tuple(articles), join(tables) if tables else None, tuple(problems))


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() not in PAGE_PARTS)
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _is_written(content: bytes, name: str) -> bool:
    suffix = suffix_of(name)
    if suffix in (".html", ".htm"):
        return is_written_page(content.decode("utf-8", "replace"))
    return is_written_table(content, suffix)
