"""`dateline build`: sources to files. Every source is tried; what fails is told at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import typer

from ..dates.language import language_notice
from ..errors import DatelineError, ExportError, InputError
from ..export import (
    FORMATS,
    PICTURES,
    Look,
    files_of,
    format_named,
    format_of,
    picture_bytes,
    refuse_existing,
    to_bytes,
    write_whole,
)
from ..loading import Progress, load
from ..model import Options, Problem, Published, Salience, Selection, Timeline
from ..quotes import Quotes
from ..read.days import Range, read_range
from ..read.intake import clean
from ..read.joining import join
from ..selection import select

DONE, FAILED, NOTHING, PARTLY = 0, 1, 3, 4
SHOWN_PROBLEMS = 20
NOT_TEXT = frozenset({"png", "pdf", "geoparquet"})
Warn = Callable[[str], None]
Bar = Callable[[str], AbstractContextManager[Progress | None]]


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Request:
    """What was typed, unread."""

    sources: tuple[str, ...]
    outputs: tuple[Path, ...] = ()
    formats: str | None = None
    published: str | None = None
    title: str = ""
    window: str | None = None
    salience: str | None = None
    quotes: str = "short"
    force: bool = False
    look: Look = PLAIN
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One output: its format, and its file (None = standard output)."""

    fmt: str
    path: Path | None


def run_build(request: Request, *, progress: Bar, warn: Warn) -> int:
    """Build, write every target, and return the exit code.

    Raises:
        DatelineError: nothing could be read, or an output cannot be written.
        typer.BadParameter: what was typed makes no sense.
    """
    quotes = _quotes(request.quotes)
    selection = _selection(request)
    options = Options(published=_published(request.published), title=clean(request.title).text, quotes=quotes)
    targets = planned(request)
    look = _look(request, targets, selection)
    page = _page(request, targets)
    for target in targets:
        if target.path is not None:
            refuse_existing(target.path, request.force)
    timeline = _loaded(request.sources, options, progress)
    _tell(timeline, warn)
    shown = select(timeline, selection)
    if not shown.events:
        warn(_nothing(timeline))
        return NOTHING
    made = [(path, content) for target in targets for path, content in _made(shown, target, quotes, look).items()]
    for path, _ in made:
        if path is not None:
            refuse_existing(path, request.force)
    for path, content in made:  # all or none
        _write(path, content, warn)
    if page is not None:
        _show(page, warn)
    return DONE if all(problem.note for problem in timeline.problems) else PARTLY


def planned(request: Request) -> tuple[Target, ...]:
    """Which formats go where; each mistake is told before any work is done."""
    formats = [_format(name) for name in (request.formats or "").split(",") if name.strip()]
    if not request.outputs:
        if len(formats) == 1:
            return (_to_standard_output(formats[0]),)
        return tuple(Target(fmt, _beside(Path(), request, fmt)) for fmt in formats or ["html"])
    targets: list[Target] = []
    for path in request.outputs:
        if path.is_dir():
            targets += [Target(fmt, _beside(path, request, fmt)) for fmt in formats or ["html"]]
        elif formats and not path.name.lower().endswith(_all_suffixes()):
            targets += [Target(fmt, path.with_name(path.name + FORMATS[fmt].suffixes[0])) for fmt in formats]
        else:
            targets.append(Target(_ending(path), path))
    covered = {target.fmt for target in targets}
    if missing := [fmt for fmt in formats if fmt not in covered]:
        raise typer.BadParameter(f"--format {missing[0]} has no file; give -o a name without an ending or a folder.")
    return tuple(targets)


def _to_standard_output(fmt: str) -> Target:
    if fmt in NOT_TEXT and sys.stdout.isatty():
        raise typer.BadParameter(f"{fmt} is no text and cannot be shown on a terminal; give a file with -o.")
    return Target(fmt, None)


def _beside(folder: Path, request: Request, fmt: str) -> Path:
    source = request.sources[0]
    stem = "timeline" if source == "-" or len(request.sources) > 1 else Path(source).resolve().name.split(".")[0]
    return folder / f"{stem or 'timeline'}{FORMATS[fmt].suffixes[0]}"


def _all_suffixes() -> tuple[str, ...]:
    return tuple(suffix for each in FORMATS.values() for suffix in each.suffixes)


def _format(name: str) -> str:
    try:
        return format_named(name)
    except ExportError as error:
        raise typer.BadParameter(str(error)) from error


def _ending(path: Path) -> str:
    try:
        return format_of(path)
    except ExportError as error:
        raise typer.BadParameter(str(error)) from error


def _look(request: Request, targets: Sequence[Target], selection: Selection) -> Look:
    """How the pictures are to look; a mistake is told before any work is done."""
    if not any(target.fmt in PICTURES for target in targets):
        if request.look != PLAIN:
            raise typer.BadParameter("The picture's options need a picture: give -o a .png, .svg or .pdf file.")
        return request.look
    from ..snapshot.plan import checked_look

    try:
        checked_look(request.look.preset, request.look.theme, request.look.dpi, request.look.lang)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error
    return replace(request.look, window=selection.window)


def _page(request: Request, targets: Sequence[Target]) -> Path | None:
    """The page to open in the browser, if that is wanted; a mistake is told before any work is done."""
    page = next((target.path for target in targets if target.fmt == "html" and target.path), None)
    if request.shown and page is None:
        raise typer.BadParameter("--open needs a page: give -o a .html file.")
    return page if request.shown else None


def _show(page: Path, warn: Warn) -> None:
    """Open a written page; without a browser its place is told."""
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        warn(f"no browser was found; the page is {page}")


def _quotes(text: str) -> Quotes:
    for known in get_args(Quotes):
        if text == known:
            return known  # type: ignore[no-any-return]
    raise typer.BadParameter(f"--quotes is short or full, not {text[:40]!r}.")


def _published(text: str | None) -> Published | None:
    if text is None:
        return None
    day = _range(text, "--published")
    if day.first is None or day.last is None:
        raise typer.BadParameter(f"--published needs a day, as 2025-12-17, not {text[:40]!r}.")
    return Published(day.first, day.last, "given", "given on the command line")


def _selection(request: Request) -> Selection:
    saliences = None
    if request.salience is not None:
        saliences = frozenset(part.strip() for part in request.salience.split(",") if part.strip())
        if unknown := sorted(saliences - set(get_args(Salience))):
            raise typer.BadParameter(f"--salience {unknown[0]!r} is none of {', '.join(get_args(Salience))}.")
    if request.window is None:
        return Selection(saliences=saliences)
    first, separator, last = request.window.partition("..")
    begins = _range(first, "--window").first if first.strip() else None
    ends = _range(last if separator else first, "--window").last if (last.strip() or not separator) else None
    if begins is not None and ends is not None and ends < begins:
        raise typer.BadParameter(f"--window {request.window[:60]!r} ends before it begins.")
    return Selection(window=(begins, ends), undated=False, saliences=saliences)


def _range(text: str, option: str) -> Range:
    try:
        return read_range(text)
    except ValueError as error:
        raise typer.BadParameter(f"{option}: {error}.") from error


def _loaded(sources: tuple[str, ...], options: Options, progress: Bar) -> Timeline:
    """All sources as one timeline; with several, one that cannot be used is a problem of the whole."""
    parts: list[Timeline] = []
    for source in sources:
        try:
            with progress(f"Reading {Path(source).name or source}") as bar:
                parts.append(load(source, options, progress=bar))
        except DatelineError as error:
            if len(sources) == 1:
                raise
            parts.append(Timeline(problems=(Problem(Path(source).name or source, str(error)),)))
    if all(part.problems and not part.articles and not part.events for part in parts):
        raise InputError(f"None of the {len(parts)} sources can be used: {parts[0].problems[0].message}")
    return parts[0] if len(parts) == 1 else join(parts)


def _tell(timeline: Timeline, warn: Warn) -> None:
    for problem in timeline.problems[:SHOWN_PROBLEMS]:
        warn(problem.message)
    if len(timeline.problems) > SHOWN_PROBLEMS:
        warn(f"... and {len(timeline.problems) - SHOWN_PROBLEMS:,} more problems.")
    for line in (_without_events(timeline), _without_day(timeline)):
        if line:
            warn(line)
    for notice in dict.fromkeys(map(language_notice, (article.text for article in timeline.articles))):
        if notice:
            warn(notice)


def _without_events(timeline: Timeline) -> str:
    """Of several articles, those in which no event was found: a folder must not lose one without a word."""
    told = {evidence.article for event in timeline.events for evidence in event.evidence}
    names = [article.source or article.title for at, article in enumerate(timeline.articles) if at not in told]
    if not names or len(timeline.articles) < 2:
        return ""
    return f"No event was found in {len(names):,} of {len(timeline.articles):,} articles: {_some(names)}."


def _without_day(timeline: Timeline) -> str:
    """The articles whose publication day is not known, where that leaves an event without its date."""
    waiting = {event.evidence[0].article for event in timeline.events if event.evidence and event.when is None}
    articles = [timeline.articles[at] for at in sorted(waiting)]
    names = [article.source or article.title or "the text" for article in articles if article.published.day is None]
    if not names:
        return ""
    return f"Published when? Not stated in {_some(names)}; “on Wednesday” waits for --published (as 2025-12-17)."


def _some(names: list[str]) -> str:
    """The first of many names, and how many more there are."""
    more = f" and {len(names) - SHOWN_PROBLEMS:,} more" if len(names) > SHOWN_PROBLEMS else ""
    return ", ".join(names[:SHOWN_PROBLEMS]) + more


def _nothing(timeline: Timeline) -> str:
    if timeline.events:
        return f"None of the {len(timeline.events):,} events is inside the window and the filters; widen them."
    return "No event was found, so nothing was written; give a text that tells what happened, when and where."


def _made(timeline: Timeline, target: Target, quotes: Quotes, look: Look) -> dict[Path, bytes] | dict[None, bytes]:
    """The files of one output; on the standard output the pages of a picture stand one below the other."""
    if target.path is not None:
        return files_of(timeline, target.fmt, target.path, quotes=quotes, look=look)
    if target.fmt in PICTURES:
        return {None: picture_bytes(timeline, target.fmt, look)}
    return {None: to_bytes(timeline, target.fmt, quotes=quotes)}


def _write(path: Path | None, content: bytes, warn: Warn) -> None:
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    write_whole(path, content)
    if sys.stderr.isatty():
        warn(f"wrote {path} ({len(content) / 1000:,.0f} kB)")
