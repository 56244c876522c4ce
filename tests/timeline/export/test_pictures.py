"""The page and the pictures as exports: their kind, the same bytes again, and only what is seen."""

from __future__ import annotations

import base64
import gzip
import re

import pytest

from timeline import FORMATS, to_bytes
from timeline.model import Selection
from timeline.read import read_bytes

from ..samples import TEXT, sample_timeline

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
