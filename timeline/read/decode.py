"""Bytes to text: UTF-8 first, then a byte order mark, then charset-normalizer's judgement; binary is refused."""

from __future__ import annotations

import codecs

from ..errors import InputError

MAX_BYTES = 20_000_000
SAMPLE_BYTES = 200_000
"""charset-normalizer judges this much; the whole file is then decoded strictly."""
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b\0") + b"\x7f"
MAX_CONTROLS = 0.02
"""A text has next to no control bytes; machine code, images and archives have many."""
MAX_NULS = 0.1
"""A stray NUL is dropped at intake; more of them mean data."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
KNOWN_TEXT = "a .txt, .md or .html file, best in UTF-8"
WESTERN = "cp1252"
LOOKALIKES = ("cp1250", "cp1254", "cp1257", "cp1258", "mac_latin2")
"""English text with a few accents fits all of these as well as the Western code page, by far the commonest."""
MAGIC = {
    b"%PDF-": "a PDF; save it as text first",
    b"PK\x03\x04": "an archive or an office file; unpack it or save it as text first",
    b"\x1f\x8b": "an archive; unpack it first",
    b"\x89PNG": "a picture; Dateline reads text",
    b"\xff\xd8\xff": "a picture; Dateline reads text",
    b"GIF8": "a picture; Dateline reads text",
    b"PAR1": "a Parquet table; name it .parquet",
    b"SQLite format 3": "a database; export a table as .csv first",
    b"\x7fELF": "a program; Dateline reads text",
}


def decoded(content: bytes, name: str) -> str:
    """The text in some bytes.

    Raises:
        InputError: the bytes are binary, or in no encoding that can be told.
    """
    for magic, words in MAGIC.items():
        if content.startswith(magic):
            raise InputError(f"{name} is not a text but {words}.")
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding, name)
    if _is_binary(content):
        raise InputError(f"{name} holds binary data, not text; give {KNOWN_TEXT}.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(content, _judged(content, name), name)


def _is_binary(content: bytes) -> bool:
    sample = content[:SAMPLE_BYTES]
    if not sample:
        return False
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return controls > MAX_CONTROLS * len(sample) or sample.count(0) > MAX_NULS * len(sample)


def _judged(content: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:SAMPLE_BYTES]).best()
    if best is None:
        raise InputError(f"The encoding of {name} cannot be told; save it as UTF-8.")
    judged = str(best.encoding)
    return WESTERN if judged in LOOKALIKES and _fits(content, WESTERN) else judged


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        at = f" at byte {error.start:,}" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(f"{name} cannot be decoded as {encoding}{at}; save it as UTF-8.") from error
