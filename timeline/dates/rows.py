"""Every pattern of English time expressions, as data. The first row wins among matches of equal length.

See `pattern` for how a pattern is written and `resolve` for what the kinds and parts mean.
"""

from __future__ import annotations

from typing import Final

from .pattern import Row

MACROS: Final = {
    "ABOUTS": "( about:ABOUT | nearly | almost | some | over | at least | more than | less than | up to | only | just | another )?",
    "WD": "( w:WEEKDAY .? ,? )?",
    "MOD": "( the? very? mod:MOD ( - | of | in | part of )? the? )?",
    "M": "m:MONTH .?",
    "D": "( d:DAY | d:NTHDAY )",
    "Y": "y:YEAR",
    "THATYEAR": "( of ( that | the same ) year )",
    "PART": "( part:PART )?",
    "ERA": "( era:ERA | era:bc|bce|ad|ce )",
    "COUNT": "( n:N|a|an|another|one|each | few:FEW | a few:FEW of? | n:DAY half:DAY / DAY )",
    "UNIT": "( u:UNIT | u:UNITS )",
}

DATE_ROWS: Final = (
    Row("iso", "iso", "iso:ISO"),
    Row("slashed", "slashed", "x:SLASHED"),
    Row("month day year", "date", "{WD} the? {M} {D} ,? ( of | in )? {Y}"),
    Row(
        "first day of a range",
        "date",
        "{WD} the? d:DAY|NTHDAY (> -|–|—|to|and|or|through the? DAY|NTHDAY of? {M} ( ,? {Y} )? )",
    ),
    Row(
        "first day of a range after its month",
        "date",
        "{WD} {M} {D} (> -|–|—|to|and|or|through ( MONTH .? )? DAY|NTHDAY ,? {Y} )",
    ),
    Row("first month of a range", "date", "{MOD} {M} (> -|–|—|to|and|or|through|until the? MOD? -? MONTH ,? of? {Y} )"),
    Row("month day of that year", "date", "{WD} the? {M} {D} {THATYEAR}", {"same": "year"}),
    Row("month day", "date", "{WD} {M} {D}"),
    Row("month the nth", "date", "{WD} {M} the d:NTHDAY"),
    Row("day month year", "date", "{WD} the? {D} of? {M} ,? of? {Y}"),
    Row("day month era", "date", "the? {D} of? {M} ,? y:N {ERA}"),
    Row("day month", "date", "{WD} the? {D} of? {M}"),
    Row("month year", "date", "{MOD} {M} ,? of? {Y}"),
    Row("month era", "date", "{MOD} {M} ,? of? y:N {ERA}"),
    Row("month short year", "date", "{M} ' yy:TWO"),
    Row("month of that year", "date", "{MOD} {M} {THATYEAR}", {"same": "year"}),
    Row("month of a shifted year", "date", "{MOD} {M} ,? of? yshift:SHIFT year"),
    Row("shifted month", "date", "{MOD} the? shift:SHIFT {M}"),
    Row("month", "date", "{MOD} {M}"),
    Row("season year", "season", "{MOD} the? s:SEASON ( of | , )? {Y}"),
    Row("season era", "season", "{MOD} the? s:SEASON of? y:N {ERA}"),
    Row("year season", "season", "{Y} s:SEASON"),
    Row("shifted season", "season", "{MOD} ( the | this )? shift:SHIFT s:SEASON"),
    Row("season", "season", "{MOD} the? s:SEASON", guard="season"),
    Row("year in words", "date", "{MOD} the? year {Y}"),
    Row("year", "date", "{MOD} {Y}", guard="year"),
    Row("year era", "date", "{MOD} ( ca .? | circa )? y:N {ERA}"),
    Row("era year", "date", "( era:ERA | era:ad ) y:N"),
    Row("short year", "date", "{MOD} ' yy:TWO", guard="short year"),
    Row("tens", "decade", "{MOD} ( the | ' )? '? t:TENS"),
    Row("nineties", "decade", "{MOD} the t:NINETIES"),
    Row("century", "century", "{MOD} the? ( c:NTH | c:ORDINAL ) -? century"),
    Row("century era", "century", "{MOD} the? ( c:NTH | c:ORDINAL ) -? century {ERA}"),
    Row(
        "quarter year",
        "quarter",
        "{MOD} ( the | its )? fiscal? -? ( q:ORDINAL | q:NTH ) -? quarter ( ( of | in )? fiscal? {Y} )?",
    ),
    Row(
        "quarter of a shifted year",
        "quarter",
        "{MOD} ( the | its )? ( q:ORDINAL | q:NTH ) -? quarter of? yshift:SHIFT year",
    ),
    Row("shifted year's quarter", "quarter", "yshift:SHIFT year ' s ( q:ORDINAL | q:NTH ) -? quarter"),
    Row("year's quarter", "quarter", "the {Y} ( q:ORDINAL | q:NTH ) -? quarter"),
    Row(
        "the year-ago quarter",
        "quarter",
        "( the | last )? ( q:ORDINAL )? comparable? year -? ago|earlier ( q:ORDINAL )? quarter|period",
        {"yshift": -1},
    ),
    Row("half of a year", "half", "the? ( h:ORDINAL | h:last|latter ) half of ( {Y} | yshift:SHIFT year | the year )"),
    Row("fiscal year", "date", "the? fiscal ( year )? {Y}"),
    Row("day of month", "date", "the d:NTHDAY", guard="nth"),
    Row("holiday", "holiday", "{MOD} h:HOLIDAY ( day | eve:eve )? ( ,? {Y} )?"),
    Row("new year", "holiday", "new year ( ' s )? ( day | eve:eve ) ( ,? {Y} )?", {"h": "01-01"}),
    Row("election day", "holiday", "election day ( ,? {Y} )?", {"h": "election"}),
)

RELATIVE_ROWS: Final = (
    Row("weekday part", "weekday", "{MOD} w:WEEKDAY .? {PART}"),
    Row("shifted weekday", "weekday", "{MOD} ( the | this )? shift:SHIFT w:WEEKDAY .? {PART}"),
    Row("weekday of a week", "weekday", "w:WEEKDAY of? weekshift:SHIFT week"),
    Row("deictic", "deictic", "( mod:MOD | mod2:earlier|later )? day:DEICTIC {PART}"),
    Row("day after tomorrow", "deictic", "the day after tomorrow", {"offset": 2}),
    Row("day before yesterday", "deictic", "the day before yesterday", {"offset": -2}),
    Row("tonight", "deictic", "( mod:MOD )? tonight", {"offset": 0, "part": "NI"}),
    Row("overnight", "deictic", "overnight", {"offset": -1, "part": "NI"}),
    Row("this part", "deictic", "( mod:MOD | mod2:earlier|later )? this part:PART", {"offset": 0}),
    Row("last night", "deictic", "( mod:MOD )? last night", {"offset": -1, "part": "NI"}),
    Row("that part", "same", "( early | late )? ( that | the same ) part:PART", {"u": "D"}),
    Row("next part", "later", "( early )? the next|following part:PART", {"n": 1, "u": "D"}),
    Row(
        "shifted unit",
        "shifted",
        "( {MOD} | mod2:earlier|later in? ) the? ( shift:SHIFT | shift:current ) ( fiscal )? u:UNIT",
    ),
    Row("sometime shifted unit", "shifted", "sometime shift:SHIFT u:UNIT"),
    Row("end of the unit", "same", "( {MOD} | mod2:earlier|later in ) the u:UNIT", guard="mod"),
    Row("unit's end", "same", "u:year|month|week ( ' s | - )? end", {"mod": "END"}),
    Row("that unit", "same", "( mod2:earlier|later )? ( that same? | the same | the very same ) u:UNIT"),
    Row("weekend", "shifted", "the weekend", {"u": "WE", "shift": 0}),
    Row("the quarter", "same", "the latest? u:quarter|period"),
    Row("ago", "ago", "{ABOUTS} {COUNT} more? {UNIT} ago"),
    Row("vague ago", "ago", "u:UNITS ago", {"few": "X"}),
    Row("later", "later", "{ABOUTS} {COUNT} {UNIT} ( later | afterwards )"),
    Row("earlier", "later", "{ABOUTS} {COUNT} {UNIT} ( earlier | previously )", {"back": 1}),
    Row("vague later", "later", "u:UNITS later", {"few": "X"}),
    Row("vague earlier", "later", "u:UNITS earlier", {"few": "X", "back": 1}),
    Row("the next unit", "later", "the next|following u:UNIT", {"n": 1}),
    Row("the previous unit", "later", "the previous|preceding u:UNIT", {"n": 1, "back": 1}),
    Row("year-earlier", "later", "( a | the )? year -? earlier|ago", {"n": 1, "u": "Y", "back": 1}),
)

ANCHORED_ROWS: Final = (
    Row(
        "units from an anchor",
        "anchored",
        "{ABOUTS} ( {COUNT} )? {UNIT} ( side:before|after|following|preceding | side:prior to )",
    ),
    Row(
        "day from an anchor",
        "anchored",
        "the very? u:UNIT|PART ( side:before|after|following | side:prior to )",
        {"n": 1},
    ),
    Row("eve of an anchor", "anchored", "the? eve of", {"n": 1, "u": "D", "side": "before"}),
)

DURATION_ROWS: Final = (
    Row(
        "duration",
        "duration",
        "{ABOUTS} ( the first|last|final )? {COUNT} -? ( full | more | consecutive | trading | straight )? {UNIT} ( or so )?",
    ),
    Row("the n units", "duration", "the ( first | last | final )? n:N {UNIT}"),
    Row("bare units", "duration", "u:UNITS", {"few": "X"}),
    Row("units long", "duration", "{ABOUTS} n:N -? {UNIT} -? old|long"),
    Row("unit long", "duration", "u:UNIT -? long", {"n": 1}),
    Row("past n units", "duration", "the? past:PAST ( {COUNT} )? u:UNITS", {"near": -1}),
    Row("next n units", "duration", "the? ahead:AHEAD ( {COUNT} )? u:UNITS", {"near": 1}),
    Row("past n unit", "duration", "the? past:PAST n:N u:UNIT", {"near": -1}),
    Row("past unit", "duration", "the past u:UNIT", {"near": -1, "n": 1}),
    Row("half a unit", "duration", "half ( a | an )? u:UNIT", {"n": 0.5}),
)

SET_ROWS: Final = (
    Row("every unit", "set", "every:EVERY ( n:N | other:other )? {UNIT}"),
    Row("every weekday", "set", "every:EVERY w:WEEKDAY {PART}"),
    Row("weekdays", "set", "w:WEEKDAYS"),
    Row("every month", "set", "every:EVERY m:MONTH"),
    Row("periodic", "set", "p:PERIODIC"),
    Row("per unit", "set", "per u:UNIT"),
)

CLOCK_ROWS: Final = (
    Row("clock", "clock", "( h:HOUR|HWORD | clock:CLOCK ) ( ap:AMPM | ap:am|pm ) ( ,? z:ZONE )?"),
    Row("24-hour clock", "clock", "clock:CLOCK ( hours | hrs )? ( z:ZONE )?", guard="clock"),
    Row("military clock", "clock", "four:FOUR z:gmt|utc"),
    Row("o'clock", "clock", "( h:HOUR|HWORD ) o ' clock ( in the part:PART )?"),
    Row("noon", "clock", "noon:NOON"),
)

VAGUE_ROWS: Final = (
    Row("timeless", "timeless", "v:TIMELESS", guard="timeless"),
    Row(
        "right now",
        "timeless",
        "( right now | these days | at present | at this time | the time being )",
        {"v": "PRESENT_REF"},
    ),
    Row("the past", "timeless", "the ( recent | distant )? past", {"v": "PAST_REF"}, guard="noun"),
    Row("the future", "timeless", "the ( near | foreseeable | distant )? future", {"v": "FUTURE_REF"}, guard="noun"),
    Row("the near term", "timeless", "the ( short | near | long ) term", {"v": "FUTURE_REF"}),
)

TRAP_ROWS: Final = (Row("trap: aircraft", "trap", "boeing|airbus|flight N"),)

ROWS: Final = (
    *TRAP_ROWS,
    *DATE_ROWS,
    *RELATIVE_ROWS,
    *ANCHORED_ROWS,
    *DURATION_ROWS,
    *SET_ROWS,
    *CLOCK_ROWS,
    *VAGUE_ROWS,
)
