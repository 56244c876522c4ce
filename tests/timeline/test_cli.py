"""The command line as a user meets it: a process, its files, its exit code, what it says and where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from timeline import __version__

STORY = "The mayor opened the new bridge in Manta on November 6, 2025. Rebels attacked the port of Guayaquil on Friday."
TABLE = "title,start,lat,lon\nGood,2025-11-06,-0.95,-80.72\n"


def dateline(
    root: Path, *arguments: object, stdin: str = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "timeline.cli", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd or root,
        env={"PYTHONPATH": str(root), "PATH": "/usr/bin:/bin", "COLUMNS": "200"},
    )


def run(*arguments: object) -> int:
    """Run the command inside this process, for what needs no process of its own; returns the exit code."""
    from timeline import cli

    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as ended:
        patch.setattr(sys, "argv", ["dateline", *map(str, arguments)])
        cli.main()
    return int(ended.value.code or 0)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A short story in a file."""
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A short table in a file."""
    path = tmp_path / "events.csv"
    path.write_text(TABLE)
    return path


def test_help_shows_the_three_commands_and_the_exit_codes(root: Path) -> None:
    done = dateline(root, "--help")
    assert done.returncode == 0
    for words in ("build", "annotate", "app", "130 interrupted"):
        assert words in done.stdout


def test_the_version_is_shown_and_is_the_projects(root: Path) -> None:
    import tomllib

    assert dateline(root, "--version").stdout == f"dateline {__version__}\n"
    assert tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"] == __version__


@pytest.mark.parametrize("command", ["build", "annotate", "app"])
def test_each_command_has_an_example_and_every_option_is_documented(command: str, root: Path) -> None:
    import typer.main

    from timeline.cli import app

    shown = dateline(root, command, "--help").stdout
    assert "Example" in shown
    page = (root / "docs" / "command-line.md").read_text()
    group: Any = typer.main.get_command(app)
    options = [name for each in group.commands[command].params for name in each.opts if name.startswith("--")]
    assert options
    assert not [name for name in options if name not in page and name != "--browser"]


def test_a_story_becomes_geojson_on_standard_output(root: Path, story: Path) -> None:
    done = dateline(root, "build", story, "--published", "2025-11-10", "--format", "geojson")
    assert done.returncode == 0
    assert done.stderr == ""
    starts = {feature["properties"]["start"] for feature in json.loads(done.stdout)["features"]}
    assert {"2025-11-06", "2025-11-07"} <= starts


def test_standard_input_is_a_source(root: Path) -> None:
    done = dateline(root, "build", "-", "--published", "2025-11-10", "--format", "csv", stdin=STORY)
    assert done.returncode == 0
    assert "2025-11-06" in done.stdout


def test_formats_are_written_beside_each_other(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", story, "-o", out, "--format", "geojson,csv") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "out.geojson", "story.txt"]


def test_a_folder_as_output_gets_the_sources_name(story: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert run("build", story, "-o", tmp_path / "out", "--format", "csv") == 0
    assert (tmp_path / "out" / "story.csv").is_file()


def test_a_written_page_is_opened_where_that_is_wanted(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url: bool(opened.append(url)))
    page = tmp_path / "out.html"
    assert run("build", table, "-o", page) == 0 and opened == []
    assert run("build", table, "-o", page, "--force", "--open") == 0
    assert opened == [page.as_uri()] and page.is_file()
    assert "no browser was found" in capsys.readouterr().err
    assert run("build", table, "-o", tmp_path / "out.csv", "--open") == 2
    assert "--open needs a page" in capsys.readouterr().err and not (tmp_path / "out.csv").exists()


def test_an_existing_file_needs_force(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "a.geojson"
    target.write_text("mine")
    assert run("build", table, "-o", target) == 1
    assert "exists; choose another name or allow overwriting (--force" in capsys.readouterr().err
    assert target.read_text() == "mine"
    assert run("build", table, "-o", target, "--force") == 0
    assert target.read_text() != "mine"


def test_a_saved_story_is_opened_again(story: Path, tmp_path: Path) -> None:
    saved = tmp_path / "s.dateline.json"
    assert run("build", story, "-o", saved, "-o", tmp_path / "a.csv") == 0
    assert run("build", saved, "-o", tmp_path / "b.csv") == 0
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_a_window_leaves_out_what_lies_outside(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.geojson"
    assert run("build", story, "-o", target, "--published", "2025-11-10", "--window", "2025-11-07..") == 0
    assert "2025-11-06" not in [each["properties"]["start"] for each in json.loads(target.read_text())["features"]]
    assert "bridge" not in target.read_text()


def test_the_title_is_the_maps(table: Path, tmp_path: Path) -> None:
    assert run("build", table, "-o", tmp_path / "a.geojson", "--title", "Two days") == 0
    assert json.loads((tmp_path / "a.geojson").read_text())["dateline"]["title"] == "Two days"


def test_the_same_command_writes_the_same_bytes(story: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run("build", story, "-o", tmp_path / f"{name}.geojson", "-o", tmp_path / f"{name}.parquet") == 0
    assert (tmp_path / "a.geojson").read_bytes() == (tmp_path / "b.geojson").read_bytes()
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


BAD_USAGE = [
    (("build",), "Missing argument"),
    (("build", "TABLE", "--format", "gif"), "There is no format 'gif'"),
    (("build", "TABLE", "-o", "a.gif"), "names no format; write one of .html"),
    (("build", "TABLE", "--format", "csv", "--published", "soon"), "'soon' is not a date; write 2025-11-06"),
    (("build", "TABLE", "--format", "csv", "--published", "2025-02-30"), "does not exist in the calendar"),
    (("build", "TABLE", "--format", "csv", "--published", "2014/.."), "--published needs a day"),
    (("build", "TABLE", "--format", "csv", "--window", "2025..2024"), "ends before it begins"),
    (("build", "TABLE", "--format", "csv", "--salience", "huge"), "'huge' is none of essential, main, minor"),
    (("build", "TABLE", "--format", "csv", "--quotes", "long"), "--quotes is short or full, not 'long'"),
    (("build", "TABLE", "-o", "x.csv", "--format", "html"), "--format html has no file"),
    (("annotate", "in.jsonl"), "Missing option"),
    (("annotate", "in.jsonl", "-o", "o", "--jobs", "0"), "should be greater than or equal to 1"),
    (("app", "--port", "80"), "should be greater than or equal to 1024"),
    (("fly",), "No such command"),
]


@pytest.mark.parametrize(("arguments", "says"), BAD_USAGE)
def test_wrong_usage_ends_with_2_and_says_what_is_right(
    arguments: tuple[str, ...], says: str, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [table if argument == "TABLE" else argument for argument in arguments]
    assert run(*given) == 2
    told = capsys.readouterr()
    assert says in " ".join(told.err.replace("│", " ").split())
    assert told.out == ""


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "a.txt is empty; give the text of an article."),
        ("a.txt", bytes(range(256)) * 9, "a.txt holds binary data, not text"),
        (
            "a.txt",
            b"A word. " * 640_000,
            "a.txt has 5,120,000 characters; an article may have at most 300,000: split it.",
        ),
        (
            "a.csv",
            b"title,lat,lon\nA,91,0\n",
            "No row of a.csv can be used: a.csv, row 2, column lat: '91' is not a number",
        ),
        ("a.zip", b"PK", "a.zip is an archive; unpack it"),
    ],
)
def test_bad_input_ends_with_1_and_one_sentence(
    name: str, content: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run("build", tmp_path / name, "--format", "csv") == 1
    told = capsys.readouterr()
    assert says in told.err
    assert told.err.startswith("dateline: ")
    assert told.err.count("\n") == 1
    assert told.out == ""


def test_an_undated_article_says_what_its_weekdays_wait_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "a.txt"
    story.write_text("A bomb exploded in Basra on Monday. Police arrested two men in Quito on Tuesday.")
    assert run("build", story, "-o", tmp_path / "a.csv") == 0
    assert "Not stated in a.txt; “on Wednesday” waits for --published" in capsys.readouterr().err
    assert run("build", story, "-o", tmp_path / "b.csv", "--published", "2025-12-17") == 0
    assert "--published" not in capsys.readouterr().err


def test_articles_of_a_folder_without_an_event_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    (folder / "b.txt").write_text("The sea is deep and the sky is wide.")
    assert run("build", folder, "-o", tmp_path / "a.csv") == 0
    assert "No event was found in 1 of 2 articles: b.txt." in capsys.readouterr().err


def test_an_output_folder_that_cannot_be_written_ends_with_1(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", table, "-o", "/proc/a.csv") == 1
    assert "/proc/a.csv cannot be written" in capsys.readouterr().err
    assert run("build", table, "-o", "/nowhere/at/all/a.csv") == 1
    assert "there is no folder" in capsys.readouterr().err


def test_nothing_found_ends_with_3_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Blue, green, and yellow.")
    assert run("build", tmp_path / "a.txt", "-o", tmp_path / "a.csv") == 3
    assert "No event was found" in capsys.readouterr().err
    assert not (tmp_path / "a.csv").exists()


def test_an_empty_window_ends_with_3(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", table, "--format", "csv", "--window", "1999") == 3
    assert "None of the 1 events is inside the window" in capsys.readouterr().err


def test_a_bad_file_of_a_folder_ends_with_4_and_the_rest_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    (folder / "b.txt").write_bytes(bytes(range(256)) * 9)
    assert run("build", folder, "-o", tmp_path / "a.csv") == 4
    assert "b.txt holds binary data" in capsys.readouterr().err
    assert (tmp_path / "a.csv").is_file()


def test_a_bad_row_ends_with_4(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text(TABLE + "Bad,2025-02-30,,\n")
    assert run("build", table, "-o", tmp_path / "a.geojson") == 4
    assert "events.csv, row 3, column start: '2025-02-30' does not exist" in capsys.readouterr().err


def test_one_bad_source_of_several_ends_with_4_and_all_bad_with_1(table: Path, tmp_path: Path) -> None:
    assert run("build", table, tmp_path / "nope.txt", "-o", tmp_path / "a.csv") == 4
    assert run("build", tmp_path / "no.txt", tmp_path / "nope.txt", "-o", tmp_path / "b.csv") == 1


def test_control_signs_of_a_file_name_do_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a\x1b[31m\nb.txt"
    path.write_text("")
    assert run("build", path, "--format", "csv") == 1
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert err.count("\n") == 1


def test_names_and_titles_that_are_no_text_do_not_break_an_export(root: Path, tmp_path: Path) -> None:
    source = bytes(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(source)).write_text(STORY)
    arguments = [sys.executable, "-m", "timeline.cli", "build", source, "--title", b"\xff", "--format", "geojson"]
    done = subprocess.run(arguments, capture_output=True, check=True, cwd=root)
    assert json.loads(done.stdout)["dateline"]["articles"][0]["source"] == "caf\ufffd.txt"
    assert json.loads(done.stdout)["dateline"]["title"] == "\ufffd"


def test_an_endless_device_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "/dev/zero", "--format", "csv") == 1
    assert "zero is larger than 20 MB" in capsys.readouterr().err


def test_an_interrupt_ends_with_130_and_says_so(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.commands.build.run_build", interrupted)
    assert run("build", table, "--format", "csv") == 130
    assert capsys.readouterr().err == "dateline: Interrupted; nothing half-written was left behind.\n"


def test_stdout_carries_data_only_and_no_bar_where_there_is_no_terminal(root: Path, table: Path) -> None:
    done = dateline(root, "build", table, "--format", "geojson")
    assert json.loads(done.stdout)["type"] == "FeatureCollection"
    assert done.stderr == ""


def test_the_dashboard_is_started_on_this_machine_only(root: Path) -> None:
    from timeline.commands.dashboard import app_file, command

    assert app_file() == root / "app.py"
    arguments = command(None, port=8600, browser=False)
    assert "--server.address=127.0.0.1" in arguments
    assert "--browser.gatherUsageStats=false" in arguments
    assert "--server.allowedHosts=localhost" in arguments
    assert "--server.headless=true" in arguments
    assert "--server.headless=false" in command(None, port=8600, browser=True)
    assert "--" not in arguments
    assert command(str(root / "seeds" / "manta.md"), port=8600, browser=True)[-2:] == [
        "--",
        str(root / "seeds" / "manta.md"),
    ]


def test_the_dashboard_refuses_a_source_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("app", "nope.md") == 1
    assert "nope.md does not exist" in capsys.readouterr().err


def test_a_pictures_preset_labels_and_credit_can_be_chosen(table: Path, tmp_path: Path) -> None:
    target = tmp_path / "slide.svg"
    options = ("--preset", "slide", "--labels", "es", "--credit", "Our desk", "--focus", "Manta", "--theme", "dark")
    assert run("build", table, "-o", target, *options) == 0
    drawn = target.read_text()
    assert "Mapa y cronología" in drawn
    assert "Our desk. Hecho por máquina, 0 de 1 comprobados" in drawn
    assert "6 nov 2025" in drawn


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("-o", "x.png", "--preset", "poster"), 2, "known are a4-landscape"),
        (("-o", "x.png", "--dpi", "9000"), 2, "72 to 600"),
        (("-o", "x.csv", "--theme", "dark"), 2, "need a picture"),
        (("-o", "x.png", "--focus", "Nowhere at all"), 1, "No place is called"),
        (("-o", "x.png", "--focus", "200,0"), 1, "nowhere on earth"),
    ],
)
def test_a_picture_that_cannot_be_is_refused_in_one_sentence(
    options: tuple[str, ...], code: int, words: str, table: Path, tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("build", table, *options) == code
    assert words in " ".join(capsys.readouterr().err.split())
    assert not list(tmp_path.glob("x.*"))


def test_a_window_leaves_out_events_without_a_date(table: Path, tmp_path: Path) -> None:
    table.write_text(TABLE + "Undated,,1,2\n")
    assert run("build", table, "-o", tmp_path / "a.csv", "--window", "2025") == 0
    assert "Good" in (tmp_path / "a.csv").read_text()
    assert "Undated" not in (tmp_path / "a.csv").read_text()
