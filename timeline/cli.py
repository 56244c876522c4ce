"""The command line: `dateline build`, `dateline annotate`, `dateline app`.

stdout carries data only; progress (on a terminal) and warnings go to stderr. Heavy parts are imported inside the
commands, so that `dateline --help` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from . import __version__
from .errors import DatelineError

if TYPE_CHECKING:
    from .loading import Progress

OK, FAILED, USAGE, NOTHING, PARTLY, INTERRUPTED = 0, 1, 2, 3, 4, 130
EXIT_CODES = "Exit codes: 0 done, 1 failure, 2 wrong usage, 3 nothing found, 4 some inputs failed, 130 interrupted."

app = typer.Typer(
    name="dateline",
    help=f"Turn news into a map that you can scrub through time, offline.\n\n{EXIT_CODES}",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="A text (.txt, .md, .html), a folder of them, a table (.csv, .geojson, .parquet), a saved story "
        "(.dateline.json), or - for standard input.",
        show_default=False,
    ),
]
Outputs = Annotated[
    list[Path],
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write this file; its ending is its format. May be given several times.",
        default_factory=list,
        show_default=False,
    ),
]
PublishedOn = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date of the articles, as 2025-12-17.")
]
Formats = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="LIST",
        help="html, png, svg, pdf, csv, geojson, geoparquet, json. Goes with an -o that is a folder or has no ending; "
        "without -o one format goes to standard output, several to files named after the source.",
    ),
]
Title = Annotated[str, typer.Option(metavar="TEXT", help="Title of the map.", show_default=False)]
Window = Annotated[
    str | None,
    typer.Option(metavar="FROM..TO", help="Only events that touch these days, as 2024..2025-06-30, 2024.. or ..2009."),
]
Saliences = Annotated[
    str | None, typer.Option("--salience", metavar="LIST", help="Only essential, main or minor events.")
]
QuoteLength = Annotated[
    str,
    typer.Option(
        "--quotes",
        metavar="short|full",
        help="short: at most 25 words an event. full: whole sentences; mind the article's copyright.",
    ),
]
PRESET_NAMES = "a4-landscape, a4-portrait, slide, social, square, column"
Preset = Annotated[str, typer.Option(metavar="NAME", help=f"Format of a picture: {PRESET_NAMES}.")]
Theme = Annotated[str, typer.Option(metavar="light|dark", help="Colours of a picture.")]
Dpi = Annotated[float, typer.Option(metavar="N", help="Dots per inch of a picture on paper, 72 to 600.")]
Labels = Annotated[str, typer.Option("--labels", metavar="en|es", help="Language of a picture's own words and dates.")]
Subtitle = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="Line under a picture's title; by default how many events and where."),
]
Credit = Annotated[str, typer.Option(metavar="TEXT", help="Who made the picture, for its footer.", show_default=False)]
Focus = Annotated[
    str | None,
    typer.Option(
        metavar="PLACE", help='What a picture shows large: the name of a place, or "LON,LAT" or "LON,LAT,KM".'
    ),
]
Force = Annotated[bool, typer.Option("--force", "-f", help="Write over existing files.")]
Shown = Annotated[bool, typer.Option("--open", help="Open the page in the browser when it is written.")]
Lines = Annotated[
    Path,
    typer.Argument(
        metavar="IN.jsonl",
        help='A document a line: {"doc_id", "text", "title"?, "date"?}; - reads standard input.',
        show_default=False,
    ),
]
LinesOut = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="OUT.jsonl", help="A line for each document, in order.", show_default=False),
]
Jobs = Annotated[int, typer.Option(min=1, max=256, metavar="N", help="Processes at work; the result is the same.")]
Opened = Annotated[
    str | None,
    typer.Argument(metavar="SOURCE", help="What to open; without it the shipped story.", show_default=False),
]
Port = Annotated[int, typer.Option(min=1024, max=65535, metavar="N", help="Port on this machine.")]
Browser = Annotated[bool, typer.Option(help="Open a browser window.")]
Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")]


@app.callback()
def _root(version: Version = False) -> None:
    """Options that stand before a command."""


@app.command(
    epilog="Examples: "
    "dateline build story.md -o story.html -o story.png --open  |  "
    "dateline build events.csv -o map.html --window 2024..2025-06  |  "
    "dateline build story.md -o report.pdf --preset a4-portrait --labels es --focus Quito  |  "
    "cat story.txt | dateline build - --published 2025-12-17 --format geojson"
)
def build(
    sources: Sources,
    output: Outputs,
    published: PublishedOn = None,
    formats: Formats = None,
    title: Title = "",
    window: Window = None,
    salience: Saliences = None,
    quotes: QuoteLength = "short",
    preset: Preset = "a4-landscape",
    theme: Theme = "light",
    dpi: Dpi = 300,
    labels: Labels = "en",
    subtitle: Subtitle = None,
    credit: Credit = "",
    focus: Focus = None,
    force: Force = False,
    shown: Shown = False,
) -> None:
    """Make a map, a picture or a table from articles or a table of events."""
    from .commands.build import Request, run_build
    from .export import Look

    with _told():
        look = Look(preset, theme, dpi, labels, subtitle=subtitle, credit=credit, focus=focus)
        request = Request(
            tuple(sources), tuple(output), formats, published, title, window, salience, quotes, force, look, shown
        )
        raise typer.Exit(run_build(request, progress=_bar, warn=_warn))


@app.command(epilog="Example: dateline annotate articles.jsonl --output found.jsonl --jobs 4")
def annotate(source: Lines, output: LinesOut, jobs: Jobs = 1, force: Force = False) -> None:
    """Annotate many documents with places, times and events, for a corpus or an evaluation.

    Offsets count code points of the text as given. A document that fails has empty lists and a "problem".
    """
    from .commands.annotate import run_annotate

    with _told():
        raise typer.Exit(run_annotate(source, output, jobs=jobs, force=force, progress=_bar, warn=_warn))


@app.command(name="app", epilog="Example: dateline app story.md")
def open_app(source: Opened = None, port: Port = 8501, browser: Browser = True) -> None:
    """Open the dashboard in a browser. It listens on this machine only (127.0.0.1)."""
    from .commands.dashboard import run_dashboard

    with _told():
        raise typer.Exit(run_dashboard(source, port=port, browser=browser))


def main() -> None:
    """Run the command line; the entry point that the package declares."""
    try:
        code = app(standalone_mode=False)
    except KeyboardInterrupt:
        _fail("Interrupted; nothing half-written was left behind.", INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(OK)
    except Exception as error:
        _usage(error)
    sys.exit(code if isinstance(code, int) else OK)


def _usage(error: Exception) -> NoReturn:
    """Errors of the command line's own parser get its words; anything else is a fault of ours."""
    show, code = getattr(error, "show", None), getattr(error, "exit_code", None)
    if type(error).__name__ == "Abort":
        _fail("Interrupted.", INTERRUPTED)
    if show is None or code is None:
        raise error
    show(file=sys.stderr)
    sys.exit(code)


@contextmanager
def _told() -> Iterator[None]:
    """Say an expected error, or an interrupt, in one sentence and end with its exit code."""
    try:
        yield
    except KeyboardInterrupt:  # typer itself would end without a word
        _fail("Interrupted; nothing half-written was left behind.", INTERRUPTED)
    except DatelineError as error:
        _fail(str(error), FAILED)


def _fail(message: str, code: int) -> NoReturn:
    _warn(message)
    sys.exit(code)


def _warn(message: str) -> None:
    """One line on stderr; control signs of a file's name or text do not reach the terminal."""
    line = "".join(sign if sign.isprintable() else " " for sign in message)
    print(f"dateline: {line}", file=sys.stderr)


@contextmanager
def _bar(words: str) -> Iterator[Progress | None]:
    """A progress bar on stderr for long work, only if that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


if __name__ == "__main__":
    main()
