"""Linear time: every pattern and every scanner meets input that grows, in a fresh interpreter, by CPU time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

MEASURE = r"""
import json, math, time
from timeline.dates.english import CATEGORIES
from timeline.dates.english_rows import MACROS, ROWS
from timeline.dates.english_language import ENGLISH
from timeline.dates.find import find, grammar_of
from timeline.dates.language import guess_language
from timeline.dates.lexer import lex
from timeline.dates.pattern import expand
from timeline.dates.published import find_published, parse_day

GRAMMAR = grammar_of(ENGLISH)
SAMPLE = {
    "N": "7", "DAY": "7", "HOUR": "7", "TWO": "7", "YEAR": "1999", "FOUR": "1500", "THREE": "480", "NTH": "7th",
    "NTHDAY": "7th", "TENS": "1990s", "ISO": "2025-12-17", "SLASHED": "1/2/2025", "CLOCK": "17:05",
    "AMPM": "p.m.", "ERA": "B.C.", "NWORD": "seven", "HWORD": "seven", "HUNDRED": "hundred",
}

def word(element):
    body = element[:-1] if len(element) > 1 and element.endswith("?") else element
    name = (body.split(":")[-1] or body).split("|")[0]
    table = CATEGORIES.get(name)
    return SAMPLE.get(name) or (next(iter(table)).title() if table else name)

def words(row):
    structure = {"(", ")", ")?", "|", "(>"}
    return [word(element) for element in expand(row.pattern, MACROS).split() if element not in structure]

def scan(text):
    lexed = lex(text, GRAMMAR.lexicon)
    find(lexed, GRAMMAR, lambda one: True)

def seconds(run, text):
    best = math.inf
    for _ in range(3):
        begin = time.process_time()
        run(text)
        best = min(best, time.process_time() - begin)
    return best

def exponent(run, make, small):
    few, many = seconds(run, make(small)), seconds(run, make(4 * small))
    return math.log(max(many, 1e-3) / max(few, 1e-3), 4), many

slow = []
for row in ROWS:
    phrase = words(row)
    for make in (lambda n: " ".join(phrase) * (n // 40), lambda n: (" ".join(phrase[:-1]) + " ") * (n // 40)):
        power, _ = exponent(scan, make, 1_200)
        if power > 1.6:
            slow.append([row.rule, round(power, 2)])
SEEDS = [
    "a-", "the ", "2025-", "1,", "1,000", "\n", "\n ", "\n\t", "9", "twenty-", "one hundred and ", "hundred ", "(",
    "May ", "in May ", "1990s ", "1999-", "from 1999 to ", "Monday, ", "a.m. ", "B.C. ", "'", "three to ", "last ",
    "1.", "17:", "7th ", "the end of the ", "early ", "2025-12-17T", "12/", "©", "date: ", "January 1, ",
]
for seed in SEEDS:
    for run in (scan, guess_language, find_published, parse_day):
        power, _ = exponent(run, lambda n: seed * (n // len(seed)), 5_000)
        if power > 1.6:
            slow.append([run.__name__, seed, round(power, 2)])
print(json.dumps(slow))
"""

WHOLE = r"""
import json, time
import spacy
from timeline.dates import find_dates
from timeline.dates.calendar import day_number
from timeline.dates.estimate import estimate
from timeline.model import Published

nlp = spacy.blank("en")
nlp.max_length = 10_000_000
day = day_number(2025, 12, 17)
out = {}
for seed in ("two days before ", "\n\n1990 "):
    doc = nlp.make_doc(seed * (500_000 // len(seed)))
    begin = time.process_time()
    found = find_dates(doc, Published(day, day, "given"))
    estimate(doc, found)
    out[seed] = time.process_time() - begin
words = ["May", "1", ",", "weeks", "after", "it"] * 20_000
many = len(words)
flat = spacy.tokens.Doc(nlp.vocab, words=words, heads=[0] * many, deps=["dep"] * many, tags=["NN"] * many)
begin = time.process_time()
find_dates(flat, Published(day, day, "given"))
out["one sentence that hangs on its first word"] = time.process_time() - begin
print(json.dumps(out))
"""


def run(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_pattern_and_scanner_takes_time_in_step_with_its_input() -> None:
    assert run(MEASURE).strip() == "[]"


def test_half_a_megabyte_of_nothing_but_dates_takes_less_than_ten_cpu_seconds() -> None:
    import json

    taken = json.loads(run(WHOLE))
    assert {seed: seconds for seed, seconds in taken.items() if seconds > 10} == {}
