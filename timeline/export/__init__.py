"""What goes out: one module a format, one table of them all.

Every format shows exactly the events that the selection shows: a hidden event is absent from the file's bytes.
Equal input gives equal bytes. A file is written under a temporary name, flushed to the disk, then renamed.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from ..errors import ExportError
from ..model import Selection, Timeline
from ..quotes import Quotes
from ..selection import select
from .csv import to_csv
from .geojson import to_geojson
from .parquet import to_parquet
from .pictures import PICTURES, Look, picture_bytes, picture_pages, to_html, to_pdf, to_png, to_story, to_svg


class Format(NamedTuple):
    """One format: the endings of its files (the first is written), its media type, what it is in words."""

    suffixes: tuple[str, ...]
    media_type: str
    label: str
    write: Callable[[Timeline, Quotes], bytes]


FORMATS: dict[str, Format] = {
    "html": Format((".html", ".htm"), "text/html", "Interactive page", to_html),
    "png": Format((".png",), "image/png", "Picture (PNG)", to_png),
    "svg": Format((".svg",), "image/svg+xml", "Picture (SVG)", to_svg),
    "pdf": Format((".pdf",), "application/pdf", "Picture (PDF)", to_pdf),
    "csv": Format((".csv",), "text/csv", "Table (CSV)", to_csv),
    "geojson": Format((".geojson",), "application/geo+json", "Map data (GeoJSON)", to_geojson),
    "geoparquet": Format((".parquet", ".geoparquet"), "application/vnd.apache.parquet", "GeoParquet", to_parquet),
    "json": Format((".dateline.json",), "application/json", "Story to open again", to_story),
}
ALIASES = {"parquet": "geoparquet", "story": "json", "htm": "html"}


def format_named(name: str) -> str:
    """The key in FORMATS for a format's name; "parquet" is geoparquet, "story" is json.

    Raises:
        ExportError: there is no such format.
    """
    key = name.strip().lower().lstrip(".")
    key = ALIASES.get(key, key)
    if key not in FORMATS:
        raise ExportError(f"There is no format {name[:40]!r}; choose among {', '.join(FORMATS)}.")
    return key


def format_of(path: Path) -> str:
    """The key in FORMATS for a file's ending.

    Raises:
        ExportError: no format has that ending.
    """
    name = path.name.lower()
    for key, each in FORMATS.items():
        if name.endswith(each.suffixes):
            return key
    endings = ", ".join(each.suffixes[0] for each in FORMATS.values())
    raise ExportError(f"The ending of {path.name} names no format; write one of {endings}.")


def to_bytes(timeline: Timeline, fmt: str, *, selection: Selection | None = None, quotes: Quotes = "short") -> bytes:
    """One file's bytes.

    Args:
        timeline: what to write.
        fmt: a key of FORMATS, or another name for one.
        selection: what is seen; None writes every event.
        quotes: "short" (at most 25 words an event, a fifth of an article in sum) or "full" sentences.

    Raises:
        ExportError: there is no such format.
    """
    return FORMATS[format_named(fmt)].write(select(timeline, selection), quotes)


def files_of(
    timeline: Timeline, fmt: str, target: Path, *, quotes: Quotes = "short", look: Look | None = None
) -> dict[Path, bytes]:
    """The files that a target becomes: a picture whose list goes on has "-2", "-3", ... beside its first page.

    Raises:
        ExportError: there is no such format.
        InputError: the look of a picture makes no sense.
    """
    key = format_named(fmt)
    if key not in PICTURES:
        return {target: to_bytes(timeline, key, quotes=quotes)}
    made = picture_pages(timeline, key, look or Look())
    names = [target, *(target.with_name(f"{target.stem}-{page}{target.suffix}") for page in range(2, len(made) + 1))]
    return dict(zip(names, made, strict=True))


def save(
    timeline: Timeline,
    path: str | Path,
    *,
    selection: Selection | None = None,
    quotes: Quotes = "short",
    look: Look | None = None,
    force: bool = False,
) -> Path:
    """Write the format that the path's ending names, and return the path.

    A picture (PNG, SVG) whose list of events needs more pages has files "-2", "-3", ... beside the first; `look` says
    its preset, theme, language and the like.

    Raises:
        ExportError: no format has that ending, the file exists (and `force` is off), or it cannot be written.
    """
    target = Path(path)
    fmt = format_of(target)
    refuse_existing(target, force)
    made = files_of(select(timeline, selection), fmt, target, quotes=quotes, look=look)
    for each in made:
        refuse_existing(each, force)
    for each, content in made.items():
        write_whole(each, content)
    return target


def refuse_existing(target: Path, force: bool) -> None:
    """Refuse to write over a file unless asked to, and to write where there is no folder."""
    if target.exists() and not force:
        raise ExportError(f"{target} exists; choose another name or allow overwriting (--force, force=True).")
    if not target.parent.is_dir():
        raise ExportError(f"{target} cannot be written: there is no folder {target.parent}; make it first.")


def write_whole(target: Path, content: bytes) -> None:
    """Write all of a file or nothing.

    Raises:
        ExportError: the folder cannot be written, the disk is full, ...
    """
    with whole_file(target) as stream:
        stream.write(content)


@contextmanager
def whole_file(target: Path) -> Iterator[IO[bytes]]:
    """A stream that becomes the target only if the block ends well: temporary file beside it, flush, fsync, rename.

    Raises:
        ExportError: the folder cannot be written, the disk is full, ...
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:80]}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode())
        Path(temporary).replace(target)
    except OSError as error:
        raise ExportError(f"{target} cannot be written ({error.strerror or error}).") from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _mode() -> int:
    """What a plain `open` would give: mkstemp makes files that only their owner reads."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


__all__ = [
    "FORMATS",
    "PICTURES",
    "Format",
    "Look",
    "files_of",
    "format_named",
    "format_of",
    "picture_bytes",
    "refuse_existing",
    "save",
    "to_bytes",
    "whole_file",
    "write_whole",
]
