"""What cannot be used is refused in one sentence: what is wrong, and what would be right."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.read import read, read_bytes, read_text

BINARY = bytes(range(256)) * 40

BAD = [
    ("empty", b"", "a.txt", "a.txt is empty; give the text of an article."),
    ("blank", b" \r\n\t\n", "a.txt", "a.txt is empty"),
    ("only a byte order mark", b"\xef\xbb\xbf", "a.txt", "a.txt is empty"),
    ("binary", BINARY, "a.txt", "a.txt holds binary data, not text; give a .txt, .md or .html file, best in UTF-8."),
    ("NUL bytes", b"\0" * 5_000, "a.txt", "holds binary data"),
    ("PDF", b"%PDF-1.7\n", "a.txt", "a.txt is not a text but a PDF; save it as text first."),
    ("picture", b"\x89PNG\r\n\x1a\n", "a.md", "a picture; Dateline reads text."),
    ("zip under another name", b"PK\x03\x04" + BINARY, "a.txt", "an archive or an office file"),
    ("zip", b"PK\x03\x04", "a.zip", "a.zip is an archive; unpack it and give the folder."),
    ("gzip", b"\x1f\x8b", "news.tar.gz", "news.tar.gz is an archive"),
    (
        "office file",
        b"PK\x03\x04",
        "a.docx",
        "a.docx is a docx file, which Dateline cannot read; save it as text first.",
    ),
    ("sheet", b"PK\x03\x04", "a.xlsx", "save the sheet as .csv first."),
    ("front matter only", b"---\ntitle: x\n---\n", "a.md", "a.md is empty"),
    ("too long", b"A word. " * 40_000, "a.txt", "a.txt has 319,999 characters; an article may have at most 300,000"),
    ("5 MB of text", b"A word. " * 640_000, "a.txt", "an article may have at most 300,000: split it."),
    ("too large", b"x" * 20_000_001, "a.txt", "a.txt is larger than 20 MB; split it into smaller files."),
    ("cut UTF-16", b"\xff\xfea\0b\0c", "a.txt", "a.txt cannot be decoded as utf-16 at byte"),
    ("empty page", b"<html><body></body></html>", "a.html", "a.html is an HTML page without any text"),
]


@pytest.mark.parametrize(("content", "name", "says"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_content_is_refused_in_one_sentence(content: bytes, name: str, says: str) -> None:
    with pytest.raises(InputError) as told:
        read_bytes(content, name)
    message = str(told.value)
    assert says in message
    assert "\n" not in message
    assert message.endswith(".")
    assert len(message) < 300


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a", "HTTP://example.org", "www.example.org/story", "ftp://x/y", "file:///etc/passwd"],
)
def test_a_web_address_is_refused_as_a_source_and_as_a_pasted_text(address: str) -> None:
    for refuse in (read, read_text):
        with pytest.raises(InputError, match="is a web address, and Dateline reads no network; save the page"):
            refuse(address)


def test_a_text_that_begins_with_an_address_is_a_text() -> None:
    assert read_text("https://example.org said on Monday that it moved.").articles


def test_a_missing_file_says_what_can_be_given(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nope\.txt cannot be read \(No such file or directory\); give a text"):
        read(tmp_path / "nope.txt")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1252", "The café in Galápagos closed – for good, said Señor Páez in São Paulo. " * 5),
        ("utf-16", "Quito, Galápagos"),
        ("utf-8-sig", "Quito, Galápagos"),
        ("utf-32", "Quito, Galápagos"),
        ("cp1251", "В понедельник в Киеве закрыли мост через Днепр, сообщила полиция. " * 5),
    ],
)
def test_the_usual_encodings_are_read(encoding: str, text: str) -> None:
    assert read_bytes(text.encode(encoding), "a.txt").articles[0].text == text.strip()


def test_a_folder_with_bad_files_yields_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("The bridge fell on Monday.")
    (tmp_path / "a.md").write_text("# A bridge\n\nIt was old.")
    (tmp_path / "c.txt").write_bytes(BINARY)
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "e.csv").write_text("title,start,place\nA,2025,Quito\nB,never,Quito\n")
    (tmp_path / ".hidden.txt").write_text("Not to be read.")
    reading = read(tmp_path)
    assert [article.source for article in reading.articles] == ["a.md", "b.txt"]
    assert reading.timeline is not None
    assert [event.title for event in reading.timeline.events] == ["A"]
    assert [problem.source for problem in reading.problems] == ["c.txt", "d.pdf", "deep/e.csv"]


def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><p>The bridge fell on Monday.</p></body></html>")
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "app.js").write_text("var where = 'Rebels attacked Quito on Friday.';")
    (tmp_path / "a_files" / "page.css").write_text("p { color: red }")
    reading = read(tmp_path)
    assert (len(reading.articles), reading.problems) == (1, ())


def test_a_folder_without_a_readable_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no file that can be read; put in a text"):
        read(tmp_path)
    (tmp_path / "c.txt").write_bytes(BINARY)
    with pytest.raises(InputError, match=r"holds no file that can be read \(c\.txt holds binary data"):
        read(tmp_path)


def test_a_file_that_the_system_refuses_is_told(tmp_path: Path) -> None:
    """A process's own memory cannot be read from its start, whoever asks; permissions would not stop root."""
    path = tmp_path / "a.txt"
    path.symlink_to("/proc/self/mem")
    with pytest.raises(InputError, match="Input/output error"):
        read(path)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO("Quito, Galápagos".encode()), encoding="ascii")
    monkeypatch.setattr("sys.stdin", given)
    (article,) = read("-").articles
    assert (article.text, article.source) == ("Quito, Galápagos", "")


def test_an_empty_name_is_not_the_folder_one_stands_in() -> None:
    with pytest.raises(InputError, match="The name of the source is empty; give a text"):
        read("")
