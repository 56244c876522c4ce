"""Patterns of English amounts of time, repetitions, times of day, vague references, and traps."""

from __future__ import annotations

from typing import Final

from .vocabulary import Row

DURATION_ROWS: Final = (
    Row("duration", "duration", "{ABOUTS} {COUNT} more? {ADJECTIVE} {UNIT} ( or so )?", guard="duration"),
    Row("period of n units", "duration", "( a | the | this | that )? same? n:N -? u:UNIT|UNITS period"),
    Row("n to m units", "duration", "n:N {TO} to:N {UNIT}", guard="rising"),
    Row("unit and a half", "duration", "a|one u:UNIT and a half", {"n": 1, "half": 1}),
    Row("n and a half units", "duration", "n:N and a? half:half {UNIT}"),
    Row("past n units", "duration", "{THESE} past:PAST ( {COUNT} )? u:UNITS", {"near": -1}, "near"),
    Row(
        "next n units",
        "duration",
        "( the | these )? ahead:AHEAD ( {COUNT} )? u:UNITS ( or so )?",
        {"near": 1},
        "not of",
    ),
    Row("next n to m units", "duration", "the? ahead:AHEAD n:N {TO} N u:UNITS", {"near": 1}),
    Row("past n unit", "duration", "the? past:PAST n:N u:UNIT", {"near": -1}),
    Row("the n units", "duration", "( the ( first | last | final | next | latest )? ) n:N u:UNITS"),
    Row(
        "the first few units",
        "duration",
        "( the | these )? ( first | PAST | AHEAD | final ) ( {FEW} )? u:UNITS",
        {"few": "X"},
        "no verb",
    ),
    Row("bare units", "duration", "u:UNITS", {"few": "X"}, guard="units"),
    Row("the units", "duration", "the early|first|intervening|final? u:UNITS ahead?", {"few": "X"}, guard="units"),
    Row("units long", "duration", "{ABOUTS} n:N {UNIT} long"),
    Row("unit-long", "duration", "u:UNIT - long", {"n": 1}),
    Row("units-long", "duration", "u:UNITS - long", {"few": "X"}),
    Row("vague time", "duration", "( a very? {LENGTH} ( period of | amount of )? time )", {"u": "X"}),
    Row("some time", "duration", "some time", {"u": "X"}, "length"),
    Row("a while", "duration", "( a | quite a ) while", {"u": "X"}, "length"),
    Row("half a unit", "duration", "half ( a | an )? u:UNIT", {"n": 0.5}),
    Row("half-unit", "duration", "half - u:UNIT", {"n": 0.5}),
)

SET_ROWS: Final = (
    Row("every unit", "set", "every:EVERY ( n:N | other:other )? {UNIT}"),
    Row("every weekday", "set", "every:EVERY w:WEEKDAY {PART}"),
    Row("weekdays", "set", "w:WEEKDAYS"),
    Row("weekday nights", "set", "w:WEEKDAY part:PARTS"),
    Row("every other weekday", "set", "every:EVERY other w:WEEKDAY {PART}"),
    Row("every month", "set", "every:EVERY m:MONTH"),
    Row("every day of the year", "set", "every:EVERY m:MONTH d:DAY|NTHDAY"),
    Row("every season", "set", "every:EVERY s:SEASON"),
    Row("seasons", "set", "s:SEASONS", guard="generic"),
    Row("every part of the day", "set", "every:EVERY part:PART"),
    Row("every holiday", "set", "every:EVERY HOLIDAY", {"p": "P1Y"}),
    Row("periodic", "set", "p:PERIODIC", guard="periodic"),
    Row("per unit", "set", "per u:UNIT"),
    Row("units a unit", "set", "a u:UNIT", guard="rate"),
)

CLOCK_ROWS: Final = (
    Row("clock", "clock", "{AT} ( h:HOUR|HWORD | clock:CLOCK ) ( ap:AMPM | ap:am|pm ) {ZONE}"),
    Row("24-hour clock", "clock", "clock:CLOCK ( hours | hrs )? {ZONE}", guard="clock"),
    Row("o'clock", "clock", "{AT} ( h:HOUR|HWORD ) o ' clock ( in the part:PART )?"),
    Row("hour in the part", "clock", "( h:HOUR|HWORD ) in the part:PART"),
    Row("noon", "clock", "noon:NOON", guard="noon"),
    Row("hours of a part", "deictic", "the early part:PART hours", {"offset": 0}),
    Row("mid-part", "same", "mid -? part:PART", {"u": "D", "mod": "MID"}),
    Row("one part", "part", "n:HWORD part:PART", guard="one part"),
    Row("bare part", "part", "part:PART", guard="bare part"),
)

VAGUE_ROWS: Final = (
    Row("timeless", "timeless", "v:TIMELESS", guard="timeless"),
    Row("right now", "timeless", "right now", {"v": "PRESENT_REF"}),
    Row("present-day", "timeless", "present|modern - day", {"v": "PRESENT_REF"}),
    Row("long ago", "timeless", "( some time | a while | a {LENGTH} time | long ) ago", {"v": "PAST_REF"}),
    Row("these days", "timeless", "( these days | at present | at this time | the time being )", {"v": "PRESENT_REF"}),
    Row("more recently", "timeless", "( most | more ) recently", {"v": "PAST_REF"}),
    Row("the past", "timeless", "the ( recent | distant )? past", {"v": "PAST_REF"}, guard="noun"),
    Row("the future", "timeless", "the ( near | foreseeable | distant )? future", {"v": "FUTURE_REF"}, guard="noun"),
    Row("the near term", "timeless", "the ( short | near | long ) term", {"v": "FUTURE_REF"}),
)

MILITARY_ROWS: Final = (
    Row("military clock", "clock", "four:FOUR ( hours | hrs )? ( z:gmt|utc )"),
    Row("military hours", "clock", "four:FOUR hours|hrs ( local time )?", guard="military"),
)

TRAP_ROWS: Final = (
    Row("trap: vehicle", "trap", "boeing|airbus|flight|route|highway|interstate|room|apollo -? N"),
    Row("trap: age", "trap", "N -? {UNIT} -? old|olds"),
    Row("trap: ages", "trap", "N {TO} N -? {UNIT} -? ( old | olds | of age )"),
    Row("trap: aged", "trap", "( aged | ages of | age of ) N ( {TO} N )? ( {UNIT} )?"),
    Row("trap: year of age", "trap", "N -? {UNIT} of age"),
    Row("trap: magnitude", "trap", "N million|billion|trillion|percent|pounds|miles|feet|km|kilometers"),
)
