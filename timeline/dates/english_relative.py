"""Patterns of English expressions that count from another time: from publication, a date, or an event."""

from __future__ import annotations

from typing import Final

from .vocabulary import Row

RELATIVE_ROWS: Final = (
    # days of the week and around publication
    Row("weekday", "weekday", "{MOD} w:WEEKDAY .? {PART}", guard="weekday"),
    Row("on weekday", "weekday", "mod:early|late on w:WEEKDAY {PART}"),
    Row("next weekday", "weekday", "next w:WEEKDAY .? {PART}", {"shift": 1, "next": 1}),
    Row("shifted weekday", "weekday", "{MOD} ( the | this )? shift:SHIFT w:WEEKDAY .? {PART}"),
    Row("weekday of a shifted week", "weekday", "w:WEEKDAY of? weekshift:SHIFT week"),
    Row("part of a weekday", "weekday", "{DAYPART} of w:WEEKDAY"),
    Row("before a part of a weekday", "weekday", "( before | after ) part:dawn|daybreak|sunrise|dusk on w:WEEKDAY"),
    Row("overnight into a weekday", "weekday", "overnight into w:WEEKDAY", {"part": "NI", "eve": 1}),
    Row("week ago weekday", "weekday", "a week ago w:WEEKDAY", {"back": 7}),
    Row("deictic", "deictic", "( mod:EARLY | mod2:EARLIER )? day:DEICTIC {PART}"),
    Row("part of a deictic day", "deictic", "( mod:EARLY -? )? part:PART day:DEICTIC"),
    Row("day after tomorrow", "deictic", "the day after tomorrow", {"offset": 2}),
    Row("day before yesterday", "deictic", "the day before yesterday", {"offset": -2}),
    Row("tonight", "deictic", "( mod:EARLY )? tonight", {"offset": 0, "part": "NI"}),
    Row("overnight", "deictic", "overnight", {"offset": -1, "part": "NI"}),
    Row("this part", "deictic", "( mod:EARLY | mod2:EARLIER )? this part:PART", {"offset": 0}),
    Row("last night", "deictic", "( mod:EARLY )? last night", {"offset": -1, "part": "NI"}),
    Row("that part", "same", "( early | late )? ( that | that same | the same ) part:PART", {"u": "D"}),
    Row("the part of the running day", "same", "the part:PART", {"u": "D"}, "in the part"),
    Row("next part", "later", "( early )? the next|following part:PART", {"n": 1, "u": "D"}),
    # calendar units around publication
    Row("next decade", "duration", "the next|coming u:decade", {"near": 1, "n": 1}),
    Row("past decade", "duration", "the? past:past|last u:decade", {"near": -1, "n": 1}),
    Row("past unit", "past unit", "the past:past|last u:year|month|week|century", guard="near"),
    Row("shifted unit", "shifted", "{MOD} shift:SHIFT fiscal? u:UNIT"),
    Row("the shifted unit", "shifted", "{MOD} the shift:last|current|past fiscal? u:UNIT"),
    Row("part of a shifted unit", "shifted", "mod2:EARLIER in? shift:SHIFT u:UNIT"),
    Row("week of a month", "week of month", "the nth:WEEK_NTH week ( of | in ) {M} ( ,? {Y} )?"),
    Row("week of a day", "week of month", "the week of {M} {D} ( ,? {Y} )?"),
    Row("sometime shifted unit", "shifted", "sometime ( shift:SHIFT ) u:UNIT"),
    Row("weekend", "shifted", "the weekend", {"u": "WE", "shift": 0, "behind": 1}),
    # units around the running date
    Row(
        "part of the unit",
        "same",
        "( {MODS} | mod2:EARLIER in the ) u:day|week|month|quarter|year|decade|century",
    ),
    Row("year-end", "year end", "year - end"),
    Row("unit's end", "same", "u:year|month|week ( ' s | - )? end", {"mod": "END"}),
    Row("that unit", "same", "( mod2:EARLIER )? ( that same? | the same | the very same ) u:UNIT"),
    Row("year that ended", "duration", "the fiscal? u:year (> ended|ending )", {"n": 1}),
    Row("fiscal year of unstated bounds", "duration", "the fiscal u:year", {"n": 1}),
    Row("the full year", "shifted", "the full|entire|current year", {"u": "Y", "shift": 0}),
    Row("the year", "shifted", "the u:year|week", {"shift": 0}, "running unit"),
    Row("this period", "timeless", "this|that period", {"v": "PAST_REF"}, "narrative"),
    Row("the same period", "timeless", "the same period", {"v": "PAST_REF"}, "told time"),
    Row("this time", "timeless", "this time", {"v": "PRESENT_REF"}, "told time"),
    Row("the time", "timeless", "( that | the | the same ) time", {"v": "PAST_REF"}, "told time"),
    Row(
        "same period",
        "same period",
        "the {SAME} period|quarter|month|week of? ( the? yshift:SHIFT year | {YEARSAGO} )",
        {"yshift": -1},
    ),
    Row("the quarter", "same", "the latest:latest? u:quarter|period", guard="quarter"),
    Row("the following fortnight", "duration", "the next|following u:fortnight", {"n": 1}),
    Row("the following unit", "later", "the next|following u:UNIT ( or so )?", {"n": 1}),
    Row("the unit following", "later", "the u:UNIT following|after", {"n": 1}, guard="clause end"),
    Row("the previous unit", "later", "the previous|preceding u:UNIT", {"n": 1, "back": 1, "whole": 1}),
    Row("the unit before", "later", "the u:UNIT before|previous", {"n": 1, "back": 1, "whole": 1}, guard="clause end"),
    # amounts away from publication or from the running date
    Row("ago", "ago", "{ABOUTS} {COUNT} more? {UNIT} ( or so )? ago"),
    Row("units ago", "ago", "u:UNITS ago", {"few": "X"}),
    Row("from now", "ago", "{ABOUTS} {COUNT} {UNIT} from now|today", {"ahead": 1}),
    Row("later", "later", "{ABOUTS} {COUNT} {UNIT} ( or so )? ( later | afterwards )"),
    Row("earlier", "later", "{ABOUTS} {COUNT} {UNIT} ( earlier | previously )", {"back": 1}),
    Row("units later", "later", "u:UNITS later", {"few": "X"}),
    Row("units earlier", "later", "u:UNITS earlier", {"few": "X", "back": 1}),
    Row("year-earlier", "year before", "year -? earlier|ago", {"n": 1, "u": "Y", "back": 1}),
    Row("amount of the year before", "duration", "the year -? earlier|ago n:N u:UNITS"),
)

ANCHORED_ROWS: Final = (
    Row("units from an anchor", "anchored", "{ABOUTS} ( {COUNT} )? {UNIT} {SIDE}"),
    Row("unit from an anchor", "anchored", "the very? u:UNIT|PART {SIDE}", {"n": 1}),
    Row("eve of an anchor", "anchored", "the? eve of", {"n": 1, "u": "D", "side": "before"}),
)
