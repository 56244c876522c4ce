"""What is imported when: `import timeline` and `dateline --help` stay light, every public name is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import timeline

HEAVY = (
    *("pandas", "geopandas", "numpy", "shapely", "pyarrow", "spacy", "folium", "branca", "matplotlib", "streamlit"),
    *("lxml", "htmldate", "charset_normalizer", "rich"),
)


def loaded(script: str, root: Path) -> set[str]:
    """The heavy packages that a script leaves imported, in a process of its own."""
    code = f"import sys\n{script}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env={"PYTHONPATH": str(root)},
    )
    return set(done.stdout.split()) & set(HEAVY)


RUN = "from timeline import cli\nsys.argv = ['dateline', *{arguments!r}]\ntry:\n    cli.main()\nexcept SystemExit: pass"


def test_importing_the_package_is_light(root: Path) -> None:
    assert loaded("import timeline", root) == set()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"], ["annotate", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str], root: Path) -> None:
    assert loaded(RUN.format(arguments=arguments), root) <= {"rich"}  # typer itself may load rich


def test_a_mistake_on_the_command_line_is_told_before_anything_heavy_is_loaded(root: Path) -> None:
    arguments = ["build", "seeds/manta.md", "--format", "gif"]
    assert loaded(RUN.format(arguments=arguments), root) <= {"rich"}


def test_reading_a_text_needs_no_heavy_package(root: Path) -> None:
    assert loaded("import timeline\ntimeline.read('seeds/manta.md')", root) == set()


def test_a_csv_is_written_without_pandas(root: Path) -> None:
    assert loaded("import timeline\ntimeline.to_bytes(timeline.Timeline(), 'csv')", root) == set()


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(timeline, name) is not None
    assert name in dir(timeline)


def test_read_is_the_function_even_after_its_package_was_imported() -> None:
    import timeline.read.rows

    assert callable(timeline.read)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'timeline' has no attribute 'nothing'"):
        timeline.nothing  # noqa: B018


def test_every_public_name_is_documented(root: Path) -> None:
    page = (root / "docs" / "python.md").read_text(encoding="utf-8")
    assert not [name for name in timeline.__all__ if f"`{name}" not in page]
