"""A source to a Timeline in one step: read it, build what needs building, keep every problem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .model import Options, Timeline
from .read import Reading, read
from .read.joining import join

if TYPE_CHECKING:
    from .pipeline import Memory

Progress = Callable[[int, int], None]


def load(source: str | Path, options: Options | None = None, *, progress: Progress | None = None) -> Timeline:
    """The timeline of a text, a page, a folder, a table of events or a saved story.

    Raises:
        InputError: the source cannot be used at all; what is wrong with a part of it stands in `problems`.
    """
    options = options or Options()
    return timeline_of(read(source, published=options.published), options, progress=progress)


def timeline_of(
    reading: Reading, options: Options, *, progress: Progress | None = None, memory: Memory | None = None
) -> Timeline:
    """The timeline of what was read: articles are searched for events, tables and stories are taken as they are.

    With a `memory`, texts seen lately are not parsed again.
    """
    parts = [] if reading.timeline is None else [reading.timeline]
    if reading.articles:
        from .pipeline import build

        parts.append(build(reading.articles, options, progress=progress, memory=memory))
    timeline = parts[0] if len(parts) == 1 else join(parts)
    known = set(timeline.problems)
    more = tuple(problem for problem in reading.problems if problem not in known)
    return replace(timeline, title=options.title or timeline.title, problems=timeline.problems + more)
