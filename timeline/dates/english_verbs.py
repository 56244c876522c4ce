"""The English verbs and auxiliaries that tell whether a date lies ahead."""

from __future__ import annotations

from typing import Final

from .vocabulary import Verbs

_MODALS = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "'d", "may", "might", "should", "must"})
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_PERFECT = frozenset({"have", "'ve", "’ve", "has", "had"})
_SCHEDULING = frozenset({"expect", "plan", "schedule", "slate", "due", "postpone", "delay", "reschedule", "likely"})
"""What is planned or put off: a date of its own lies ahead, unless the date opens the clause."""
_WANTING = _SCHEDULING | {
    *("set", "extend", "adjourn", "intend", "hope", "agree", "decide", "ready", "prepare", "propose", "suppose"),
    *("promise", "vow", "aim", "order", "ask", "invite", "want", "urge", "wait", "call", "book", "poise", "pledge"),
}
"""Verbs whose infinitive lies ahead: "agreed in June to buy it by May"."""
_TIMETABLE = frozenset(
    {
        *(
            "begin",
            "start",
            "open",
            "end",
            "expire",
            "resume",
            "reconvene",
            "convene",
            "take",
            "meet",
            "arrive",
            "depart",
        ),
        *("go", "close", "run", "leave", "return", "host", "face", "play", "vote", "conclude", "travel", "fly"),
    }
)
"""Verbs whose present tense tells of a timetable: "the festival begins on Sunday"."""
_BOUND_AHEAD = frozenset({"for", "until", "till", "through", "to"})
_UNFULFILLED = frozenset({"deadline", "due", "until", "payable", "effective", "expire", "upcoming", "till"})

ENGLISH_VERBS: Final = Verbs(
    modals=_MODALS,
    will=_WILL,
    perfect=_PERFECT,
    had=frozenset({"had"}),
    scheduling=_SCHEDULING,
    wanting=_WANTING,
    timetable=_TIMETABLE,
    bound_ahead=_BOUND_AHEAD,
    unfulfilled=_UNFULFILLED,
    to_be=frozenset({"be"}),
    as_soon=(frozenset({"soon", "early"}), "as"),
)
