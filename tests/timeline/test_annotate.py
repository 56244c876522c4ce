"""`dateline annotate`: one line out for each line in, whatever happens, and offsets into the text as given."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .test_cli import STORY, run

DOCUMENTS = [
    {"doc_id": "a", "text": STORY, "date": "2025-11-10"},
    {"doc_id": 7, "text": STORY.replace(". ", ".\r\n\r\n").replace("Manta", "Man\0ta"), "date": "2025-11-10"},
    {"doc_id": "empty", "text": ""},
    {"doc_id": "none"},
    {"doc_id": "plain", "text": "Blue, green, and yellow.", "date": None, "title": "Colours"},
    {"doc_id": "dated", "text": STORY, "date": "soon"},
    {"doc_id": "denied", "text": "Ecuador did not build a base in Manta on November 6, 2025."},
    {
        "doc_id": "odd",
        "text": "Talks in Qui\ud800to ended, and the men left for Manta on Friday.",
        "date": "2025-11-10",
    },
    {"doc_id": "people", "text": "Ecuadorian police arrested two men in Quito on Friday.", "date": "2025-11-10"},
]


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> dict[int, bytes]:
    """The documents annotated by one process and by three: jobs -> the bytes written."""
    folder = tmp_path_factory.mktemp("annotate")
    source = folder / "in.jsonl"
    lines = [json.dumps(document) for document in DOCUMENTS] * 6
    source.write_text("\n".join(["", *lines, "not json", "[1]"]) + "\n")
    written = {}
    for jobs in (1, 3):
        target = folder / f"out{jobs}.jsonl"
        assert run("annotate", source, "--output", target, "--jobs", jobs) == 4
        written[jobs] = target.read_bytes()
    return written


@pytest.fixture(scope="module")
def records(annotated: dict[int, bytes]) -> list[dict[str, Any]]:
    """What one process wrote, a record a line."""
    return [json.loads(line) for line in annotated[1].splitlines()]


def test_annotate_writes_the_same_whatever_the_number_of_jobs(annotated: dict[int, bytes]) -> None:
    assert annotated[1] == annotated[3]


def test_every_document_has_its_line_in_order(records: list[dict[str, Any]]) -> None:
    ids = [document["doc_id"] for document in DOCUMENTS] * 6 + [None, None]
    assert [record["doc_id"] for record in records] == ids


def test_offsets_count_in_the_text_as_given(records: list[dict[str, Any]]) -> None:
    for document, record in zip(DOCUMENTS, records, strict=False):
        text = document.get("text") or ""
        assert isinstance(text, str)
        for span in (*record["toponyms"], *record["timexes"]):
            assert text[span["start"] : span["end"]] == span["text"]
    crlf = records[1]
    assert {span["text"] for span in crlf["toponyms"]} >= {"Man\0ta", "Guayaquil"}
    assert {span["text"] for span in crlf["timexes"]} == {"November 6, 2025", "Friday"}
    text = str(DOCUMENTS[1]["text"])
    sentences = {text[slice(*event["sentence"])] for event in crlf["events"]}
    assert "The mayor opened the new bridge in Man\0ta on November 6, 2025." in sentences


def test_a_document_that_fails_has_empty_lists_and_a_problem(records: list[dict[str, Any]]) -> None:
    by_id = {record["doc_id"]: record for record in records}
    empty = {"toponyms": [], "timexes": [], "events": []}
    assert by_id["empty"] == {"doc_id": "empty", **empty, "problem": "The text is empty; give the text of an article."}
    assert by_id["none"]["problem"].startswith('the document has no "text"')
    assert by_id[None]["problem"].startswith("the line is not")
    assert "problem" not in by_id["plain"]


def test_a_bad_date_is_told_and_the_document_still_read(records: list[dict[str, Any]]) -> None:
    (dated,) = [record for record in records[: len(DOCUMENTS)] if record["doc_id"] == "dated"]
    assert "the date 'soon' is not a day" in dated["problem"]
    assert dated["toponyms"]


def test_an_event_has_every_field_of_the_contract(records: list[dict[str, Any]]) -> None:
    event = records[0]["events"][0]
    assert set(event) == {
        *("id", "title", "kind", "status", "salience", "actors", "confidence", "precision", "edtf"),
        *("start_earliest", "start_latest", "end_earliest", "end_latest", "start", "end"),
        *("place", "lat", "lon", "place_kind", "country", "admin1"),
        *("sentence", "trigger", "place_span", "date_span"),
    }
    toponym = next(each for each in records[0]["toponyms"] if each["text"] == "Manta")
    assert (toponym["country"], toponym["kind"], toponym["geonames_id"]) == ("EC", "city", 3_654_410)
    assert round(toponym["lat"]) == -1
    timex = records[0]["timexes"][0]
    assert (timex["type"], timex["value"], timex["earliest"], timex["latest"]) == (
        "DATE",
        "2025-11-06",
        "2025-11-06",
        "2025-11-06",
    )


def test_what_did_not_happen_has_no_place(records: list[dict[str, Any]]) -> None:
    (denied,) = [record for record in records[: len(DOCUMENTS)] if record["doc_id"] == "denied"]
    negated = [event for event in denied["events"] if event["status"] == "negated"]
    assert negated
    assert all(event[key] is None for event in negated for key in ("place", "lat", "lon", "place_kind", "country"))


def test_demonyms_are_no_toponyms(records: list[dict[str, Any]]) -> None:
    (people,) = [record for record in records[: len(DOCUMENTS)] if record["doc_id"] == "people"]
    assert [each["text"] for each in people["toponyms"]] == ["Quito"]


def test_annotate_refuses_an_existing_output_and_a_missing_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in.jsonl").write_text("")
    (tmp_path / "out.jsonl").write_text("mine")
    assert run("annotate", tmp_path / "in.jsonl", "--output", tmp_path / "out.jsonl") == 1
    assert (tmp_path / "out.jsonl").read_text() == "mine"
    assert run("annotate", tmp_path / "nope.jsonl", "--output", tmp_path / "o.jsonl") == 1
    assert "nope.jsonl cannot be read" in capsys.readouterr().err
    assert run("annotate", tmp_path / "in.jsonl", "--output", tmp_path / "out.jsonl", "--force") == 3


def test_a_document_that_kills_its_process_is_told_and_the_others_are_written(root: Path, tmp_path: Path) -> None:
    killer = tmp_path / "run.py"
    killer.write_text(
        "import os, signal, sys\n"
        "from timeline.commands import annotate\n"
        "whole = annotate.annotated_line\n"
        "def line(text):\n"
        "    if 'KILL' in text and __name__ == '__mp_main__':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return text.strip(), '', True\n"
        "annotate.annotated_line = line\n"
        "if __name__ == '__main__':\n"
        "    texts = ['{\"doc_id\": %d}' % at for at in range(40)]\n"
        '    texts[20] = \'{"doc_id": "KILL"}\'\n'
        "    for written, problem, _ in annotate._annotated(texts, 2):\n"
        "        print(written, problem, sep='|')\n"
    )
    done = subprocess.run(
        [sys.executable, killer], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(root)}
    )
    lines = done.stdout.splitlines()
    assert len(lines) == 40
    assert [at for at, line in enumerate(lines) if "ended the process" in line] == [20]
    assert json.loads(lines[20].split("|")[0])["doc_id"] == "KILL"


def test_a_bad_line_is_told_by_its_number_in_the_file_and_costs_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Blank lines count; a line that is no UTF-8, or whose doc_id no JSON can hold, is one problem and no more."""
    good = json.dumps({"doc_id": "good", "text": STORY}).encode()
    bad = [
        b"not json",
        b'{"doc_id": "latin", "text": "caf\xe9"}',
        b'{"doc_id": 1e999, "text": "A."}',
        b'{"doc_id": NaN}',
    ]
    (tmp_path / "in.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\n".join([good, b"", b" ", *bad, good]))
    assert run("annotate", tmp_path / "in.jsonl", "--output", tmp_path / "out.jsonl") == 4
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert [record["doc_id"] for record in records] == ["good", None, "latin", None, None, "good"]
    assert ["problem" in record for record in records] == [False, True, True, True, True, False]
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": the")[0] for line in told] == [f"dateline: in.jsonl, line {at}" for at in (4, 5, 6, 7)]
    assert "is not UTF-8" in told[1]
