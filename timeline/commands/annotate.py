"""`dateline annotate`: JSON lines in, JSON lines out, one for one and in order, whatever the number of jobs."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import AbstractContextManager
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from ..dates.published import parse_day
from ..errors import AssetError, DatelineError, InputError
from ..export import refuse_existing, whole_file
from ..export.annotation import annotation, empty_annotation
from ..loading import Progress
from ..model import UNKNOWN_PUBLISHED, Article, Options, Published
from ..read.intake import clean
from ..read.text import check_length

DONE, NOTHING, PARTLY = 0, 3, 4
CHUNK = 16
"""Documents sent to a process at once: few enough that one bad chunk costs little to do again."""
RAW_BYTE = re.compile("[\udc80-\udcff]")
"""What a byte that is no UTF-8 is decoded to (PEP 383); in JSON itself such a sign stands escaped."""
Warn = Callable[[str], None]
Bar = Callable[[str], AbstractContextManager[Progress | None]]
Record = dict[str, Any]


def run_annotate(source: Path, output: Path, *, jobs: int, force: bool, progress: Bar, warn: Warn) -> int:
    """Annotate every line and return the exit code.

    Raises:
        InputError: the input cannot be opened.
        ExportError: the output exists or cannot be written.
    """
    refuse_existing(output, force)
    numbered = _lines(source)
    name = "standard input" if str(source) == "-" else source.name
    with progress(f"Annotating {name}") as bar, whole_file(output) as out:
        found = failed = 0
        annotated = _annotated([line for _, line in numbered], jobs)
        for done, ((number, _), (line, problem, anything)) in enumerate(zip(numbered, annotated, strict=True), 1):
            out.write(line.encode("ascii") + b"\n")
            found += anything
            if problem:
                failed += 1
                warn(f"{name}, line {number}: {problem}")
            if bar:
                bar(done, len(numbered))
    return PARTLY if failed else DONE if found else NOTHING


def annotated_line(line: str) -> tuple[str, str, bool]:
    """One input line to (output line, problem or "", whether anything was found). Never raises for bad input."""
    record = _record(line)
    try:
        whole = json.dumps(record, ensure_ascii=True, allow_nan=False)
    except (ValueError, RecursionError):  # 1e999 is a number to the reader and none to the writer
        record = empty_annotation(None, 'the "doc_id" is no value that JSON can hold; write a text or a number.')
        whole = json.dumps(record)
    return whole, record.get("problem", ""), bool(record["toponyms"] or record["timexes"] or record["events"])


def _record(line: str) -> Record:
    if not line.isascii() and RAW_BYTE.search(line):
        return empty_annotation(_doc_id(line), "the line is not UTF-8; JSON lines must be.")
    try:
        document = json.loads(line)
    except (ValueError, RecursionError) as error:
        return empty_annotation(None, f"the line is not JSON ({str(error)[:80]}); write one object a line.")
    if not isinstance(document, dict):
        return empty_annotation(None, 'the line is not an object; write {"doc_id": ..., "text": ...}.')
    doc_id, text = document.get("doc_id"), document.get("text")
    if not isinstance(text, str):
        return empty_annotation(doc_id, 'the document has no "text"; write {"doc_id": ..., "text": ...}.')
    try:
        return _annotate(doc_id, text, document)
    except AssetError:
        raise  # the installation is broken: no document could be read
    except DatelineError as error:
        return empty_annotation(doc_id, str(error))
    except Exception as error:  # one document must not end a corpus; it is told and counted
        return empty_annotation(doc_id, f"the document could not be read ({type(error).__name__}: {str(error)[:120]}).")


def _annotate(doc_id: Any, text: str, document: Record) -> Record:
    from ..pipeline import build

    published, problem = _published(document.get("date"))
    article = _article(text, document.get("title"), published)
    timeline = build((article,), Options())
    if not timeline.articles or timeline.problems:
        message = timeline.problems[0].message if timeline.problems else "the document could not be read."
        return empty_annotation(doc_id, message)
    record = annotation(timeline, doc_id, text)
    return record | {"problem": problem} if problem else record


def _article(text: str, title: Any, published: Published | None) -> Article:
    """The text as it is: no front matter, no markup, offsets counted from its first sign."""
    from ..dates.published import find_published

    cleaned = clean(text)
    check_length(cleaned.text, "The text")
    return Article(
        text=cleaned.text,
        title=clean(title).text if isinstance(title, str) else "",
        published=published or find_published(cleaned.text) or UNKNOWN_PUBLISHED,
        offsets=cleaned.offsets,
    )


def _published(date: Any) -> tuple[Published | None, str]:
    if date is None or date == "":
        return None, ""
    day = parse_day(date) if isinstance(date, str) else None
    if day is None:
        return None, f"the date {str(date)[:40]!r} is not a day, as 2025-12-17 is; it was left out."
    return Published(day, day, "given", "given with the document"), ""


def _lines(source: Path) -> list[tuple[int, str]]:
    """The lines that hold anything, each with its number in the file; a blank line is no document.

    Bytes that are no UTF-8 become lone surrogates, so that only their own line is refused.
    """
    try:
        content = sys.stdin.buffer.read() if str(source) == "-" else source.read_bytes()
    except OSError as error:
        raise InputError(f"{source} cannot be read ({error.strerror or error}); give a file of JSON lines.") from error
    text = content.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _annotated(lines: list[str], jobs: int) -> Iterator[tuple[str, str, bool]]:
    if jobs == 1 or len(lines) <= 1:
        yield from map(annotated_line, lines)
        return
    chunks = [lines[at : at + CHUNK] for at in range(0, len(lines), CHUNK)]
    waiting = iter(chunks)
    while rest := list(waiting):
        done = 0
        try:
            for results in _in_processes(rest, jobs):
                yield from results
                done += 1
            return
        except BrokenExecutor:  # a process was killed: do its chunk one document at a time, then go on
            yield from _carefully(rest[done])
            waiting = iter(rest[done + 1 :])


def annotated_chunk(lines: list[str]) -> list[tuple[str, str, bool]]:
    """The lines of one chunk, in order; runs in a process of its own."""
    return [annotated_line(line) for line in lines]


def _in_processes(chunks: list[list[str]], jobs: int) -> Iterator[list[tuple[str, str, bool]]]:
    """Chunks in order. At most twice as many chunks as processes are under way, so that memory stays flat."""
    waiting = iter(chunks)
    pool = ProcessPoolExecutor(min(jobs, len(chunks)), mp_context=get_context("spawn"))
    try:
        running = [pool.submit(annotated_chunk, chunk) for chunk in islice(waiting, 2 * jobs)]
        while running:
            yield running.pop(0).result()
            running += [pool.submit(annotated_chunk, chunk) for chunk in islice(waiting, 1)]
    finally:
        pool.shutdown(cancel_futures=True)  # after an interrupt nothing new is begun


def _carefully(lines: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Each document in a process of its own; one that kills it is told and left out."""
    for line in lines:
        try:
            yield from next(_in_processes([[line]], 1))
        except BrokenExecutor:
            problem = "the document ended the process that read it (memory?); it was left out."
            yield json.dumps(empty_annotation(_doc_id(line), problem)), problem, False


def _doc_id(line: str) -> Any:
    try:
        return json.loads(line).get("doc_id")
    except (ValueError, AttributeError):
        return None


__all__ = ["annotated_chunk", "annotated_line", "run_annotate"]
