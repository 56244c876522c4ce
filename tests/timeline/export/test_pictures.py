"""The page and the pictures as exports: their kind, the same bytes again, and only what is seen."""

from __future__ import annotations

import base64
import gzip
import re
from pathlib import Path

import pytest

from timeline import FORMATS, save, to_bytes
from timeline.errors import ExportError
from timeline.export import Look
from timeline.model import Selection
from timeline.read import read_bytes

from ..samples import TEXT, sample_timeline
from ..snapshot.stories import many

BEGINNINGS = {"html": b"<!doctype html>", "png": b"\x89PNG\r\n\x1a\n", "svg": b"<?xml", "pdf": b"%PDF-"}
HIDDEN = Selection(hidden=frozenset({"e-both"}))


def unpacked(content: bytes) -> str:
    """A page's text with what it packs (gzip in base64) unpacked beside it."""
    text = content.decode("utf-8")
    packed = [base64.b64decode(block) for block in re.findall(r"H4sI[A-Za-z0-9+/]{20,}={0,2}", text)]
    return text + "".join(gzip.decompress(block).decode("utf-8", "replace") for block in packed)


@pytest.mark.parametrize("fmt", BEGINNINGS)
def test_each_format_is_what_its_ending_says_and_the_same_every_time(fmt: str) -> None:
    content = to_bytes(sample_timeline(), fmt)
    assert content.startswith(BEGINNINGS[fmt])
    assert content == to_bytes(sample_timeline(), fmt)
    assert FORMATS[fmt].suffixes[0] == f".{fmt}"


@pytest.mark.parametrize("fmt", ["html", "svg"])
def test_a_hidden_event_is_absent_from_page_and_picture(fmt: str) -> None:
    assert "ships meet off Manta" in unpacked(to_bytes(sample_timeline(), fmt))
    assert "ships meet off Manta" not in unpacked(to_bytes(sample_timeline(), fmt, selection=HIDDEN))


@pytest.mark.parametrize("quotes", ["short", "full"])
def test_a_page_never_holds_the_whole_article(quotes: str) -> None:
    page = unpacked(to_bytes(sample_timeline(), "html", quotes=quotes))  # type: ignore[arg-type]
    assert TEXT not in page
    assert ("Two ships met off Manta on November 6, 2025." in page) == (quotes == "full")


def test_a_page_holds_no_problem_edit_or_path() -> None:
    page = unpacked(to_bytes(sample_timeline(), "html"))
    for secret in ("b.txt", "set_place", "/home/", "/Users/"):
        assert secret not in page


def test_a_story_keeps_everything() -> None:
    assert read_bytes(to_bytes(sample_timeline(), "json"), "s.dateline.json").timeline == sample_timeline()


def test_a_picture_of_many_events_goes_on_in_further_files_and_loses_none(tmp_path: Path) -> None:
    story = many(60)
    first = save(story, tmp_path / "report.svg", look=Look(dpi=72))
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["report-2.svg", "report.svg"]
    drawn = "".join((tmp_path / name).read_text() for name in names)
    assert all(f"Event number {k} of" in drawn for k in range(1, 61))
    assert first == tmp_path / "report.svg"


def test_a_further_page_is_never_written_over_without_asking(tmp_path: Path) -> None:
    (tmp_path / "report-2.svg").write_text("mine")
    with pytest.raises(ExportError, match=r"report-2\.svg exists"):
        save(many(60), tmp_path / "report.svg", look=Look(dpi=72))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report-2.svg"]


def test_a_pdf_holds_all_pages_in_one_file(tmp_path: Path) -> None:
    save(many(60), tmp_path / "report.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]
    assert len(re.findall(rb"/Type /Page\b(?!s)", (tmp_path / "report.pdf").read_bytes())) == 2
