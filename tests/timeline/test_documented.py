"""The examples of the documentation run as they stand."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from timeline import load
from timeline.model import Timeline


@pytest.fixture
def desk(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the examples name, as the working directory."""
    shutil.copy(root / "seeds" / "manta.md", tmp_path / "story.md")
    (tmp_path / "news").mkdir()
    shutil.copy(root / "seeds" / "tonga.md", tmp_path / "news")
    (tmp_path / "build").mkdir()
    (tmp_path / "events.csv").write_text(table_example(root))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table_example(root: Path) -> str:
    """The table that docs/tables.md shows."""
    found = re.search(r"```\n(title,start.+?)```", (root / "docs" / "tables.md").read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_the_python_examples_run(desk: Path, root: Path) -> None:
    blocks = re.findall(r"```python\n(.+?)```", (root / "docs" / "python.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 3
    for block in blocks:
        names: dict[str, Any] = {}
        exec(block, names)
        if "story" in names:
            assert isinstance(names["story"], Timeline)
            assert names["story"].events
    assert "leaflet" in (desk / "story.html").read_text(encoding="utf-8").lower()


def test_the_table_example_is_read_without_a_problem(desk: Path) -> None:
    timeline = load("events.csv")
    assert timeline.problems == ()
    assert [event.group for event in timeline.events] == ["place_and_date"] * 3


def test_the_command_line_examples_run(desk: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline import cli

    page = (root / "docs" / "command-line.md").read_text(encoding="utf-8")
    lines = re.findall(r"^dateline build (\S.+?)(?:\s+#.*)?$", page, re.MULTILINE)
    commands = [line for line in lines if "SOURCE" not in line and ".png" not in line]
    assert len(commands) >= 3
    for line in commands:
        monkeypatch.setattr("sys.argv", ["dateline", "build", *shlex.split(line)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert ended.value.code == 0
    made = {path.name for path in desk.iterdir()}
    assert {"story.html", "all.html", "all.geojson", "all.csv", "map.html", "report.pdf"} <= made


@pytest.mark.parametrize("story", ["manta", "tonga", "suez"])
def test_each_shipped_story_has_title_date_source_and_link(story: str, root: Path) -> None:
    (article,) = load(root / "seeds" / f"{story}.md").articles
    assert article.title
    assert article.published.basis == "front_matter"
    assert article.source
    assert article.url.startswith("https://")
    assert 250 <= len(article.text.split()) <= 400
