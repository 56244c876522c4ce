"""Patterns of English calendar dates: days, months, seasons, quarters, years, decades, centuries, holidays."""

from __future__ import annotations

from typing import Final

from .pattern import Row

DATE_ROWS: Final = (
    Row("iso", "iso", "iso:ISO"),
    Row("slashed", "slashed", "x:SLASHED"),
    # days
    Row("month day year", "date", "{WD} the? {M} {D} ,? ( of | in )? {Y}"),
    Row("first day of a range", "date", "{WD} the? d:DAY|NTHDAY (> {TO} the? DAY|NTHDAY of? {M} ( ,? of? {Y} )? )"),
    Row("first day of a range after its month", "date", "{WD} {M} {D} (> {TO} ( MONTH .? )? DAY|NTHDAY ,? {Y} )"),
    Row("last day of a range after its month", "date", "d:DAY|NTHDAY ( ,? {Y} )?", {"running": 1}, "second of a range"),
    Row("month day of that year", "date", "{WD} the? {M} {D} {THATYEAR}", {"same": "year"}),
    Row("month day of a shifted year", "date", "{WD} the? {M} {D} ,? of? yshift:SHIFT year"),
    Row("month day", "date", "{WD} {M} {D}"),
    Row("month the nth", "date", "{WD} {M} the d:NTHDAY"),
    Row("day month year", "date", "{WD} the? {D} of? {M} ,? of? {Y}"),
    Row("day month era", "date", "the? {D} of? {M} ,? y:N {ERA}"),
    Row("day month of that year", "date", "{WD} the? {D} of? {M} {THATYEAR}", {"same": "year"}),
    Row("day month", "date", "{WD} the? {D} of? {M}"),
    Row("day of the running month", "date", "the d:NTHDAY", guard="nth"),
    Row("day of that month", "date", "the d:NTHDAY of ( that | the same | the ) month"),
    Row("part of a day", "date", "{DAYPART} of? ( {M} {D} ( ,? {Y} )? | the? {D} of? {M} ( ,? {Y} )? )"),
    # months
    Row("month year", "date", "{MOD} {M} ,? of? {Y}"),
    Row("first month of a range", "date", "{MOD} {M} (> {TO} ( the? EARLY -? )? MONTH .? ,? of? {Y} )"),
    Row("month era", "date", "{MOD} {M} ,? of? y:N {ERA}"),
    Row("month short year", "date", "{M} ' yy:TWO"),
    Row("month of that year", "date", "{MOD} {M} {THATYEAR}", {"same": "year"}),
    Row("month of a shifted year", "date", "{MOD} {M} ,? of? yshift:SHIFT year"),
    Row("shifted month", "date", "{MOD} the? shift:SHIFT {M}"),
    Row("month of", "date", "the month of {M} ( ,? {Y} )?"),
    Row("month", "date", "{MOD} {M}", guard="month"),
    Row("half of a month", "date", "the ( part:PART )? h:first|second|latter half of {M} ( ,? {Y} )?"),
    # seasons, quarters, halves
    Row("season year", "season", "{MOD} the? s:SEASON ( of | , )? {Y}"),
    Row("season of that year", "season", "{MOD} the? s:SEASON {THATYEAR}", {"same": "year"}),
    Row("season of a shifted year", "season", "{MOD} the? s:SEASON of yshift:SHIFT year"),
    Row("season era", "season", "{MOD} the? s:SEASON of? y:N {ERA}"),
    Row("year season", "season", "{Y} s:SEASON"),
    Row("shifted season", "season", "{MOD} ( the | this )? shift:SHIFT s:SEASON"),
    Row("season", "season", "{MOD} the? s:SEASON", guard="season"),
    Row("quarter", "quarter", "{MOD} ( the fiscal? -? | fiscal )? ( q:ORDINAL | q:NTH ) ( - | fiscal )? quarter"),
    Row("quarter year", "quarter", "{MOD} the? ( q:ORDINAL | q:NTH ) -? quarter ( of | in )? fiscal? {Y}"),
    Row("quarter of a shifted year", "quarter", "{MOD} the? ( q:ORDINAL | q:NTH ) -? quarter of? yshift:SHIFT year"),
    Row("shifted year's quarter", "quarter", "yshift:SHIFT year ' s ( q:ORDINAL | q:NTH )? -? quarter"),
    Row("year's quarter", "quarter", "the? {Y} ( q:ORDINAL | q:NTH ) -? quarter"),
    Row("quarter of a year", "year quarter", "the {Y} quarter|period"),
    Row("the year-ago quarter", "quarter", "( the | last )? {YEARAGO} ( q:ORDINAL )? quarter|period", {"yshift": -1}),
    Row("half of a year", "half", "the? ( h:ORDINAL | h:last|latter ) half of ( {Y} | yshift:SHIFT year | the year )"),
    # years and longer
    Row("year in words", "date", "{MOD} the? year {Y}"),
    Row("year", "date", "{MOD} {Y}", guard="year"),
    Row("first year of a range", "date", "y:N (> {TO} N {ERA} )", {"era": "bc"}),
    Row("year era", "date", "{MOD} ( ca .? | circa | c . )? y:N {ERA}"),
    Row("era year", "date", "( era:ERA | era:ad ) y:N"),
    Row("short year", "date", "{MOD} ' yy:TWO", guard="short year"),
    Row("short last year of a range", "date", "yy:TWO", {"beside": 1}, "second year of a range"),
    Row("decade", "decade", "{MOD} the? '? t:TENS"),
    Row("decade era", "decade", "{MOD} the? t:TENS {ERA}"),
    Row("decade in words", "decade", "{MOD} the t:NINETIES"),
    Row("century", "century", "{MOD} the? ( c:NTH | c:ORDINAL ) -? century"),
    Row("century era", "century", "{MOD} the? ( c:NTH | c:ORDINAL ) -? century {ERA}"),
    Row("millennium", "millennium", "{MOD} the? ( c:NTH | c:ORDINAL ) millennium {ERA}"),
    Row("fiscal year", "date", "the? fiscal ( year )? {Y}"),
    # days with a name
    Row("holiday", "holiday", "{MOD} h:HOLIDAY ( day | eve:eve )? ( ,? {Y} | yshift:SHIFT year )? {PART}"),
    Row("shifted holiday", "holiday", "shift:SHIFT h:HOLIDAY ( day | eve:eve )?"),
    Row("new year", "holiday", "new year ( ' s )? ( day | eve:eve ) ( ,? {Y} )?", {"h": "01-01"}),
    Row("holiday of two words", "holiday", "h:election|labor|memorial|independence|veterans day ( ,? {Y} )?"),
    Row("feast of the Muslim year", "holiday", "eid al - h:fitr|adha ( ,? {Y} )?"),
    Row("holiday with a weekday", "holiday", "h:easter weekday:sunday|monday|friday|saturday"),
    Row("good friday", "holiday", "h:good friday ( ,? {Y} )?"),
    Row("holiday week", "holiday", "h:HOLIDAY week:week|weekend"),
)
