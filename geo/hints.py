"""Words that tell in which country a text is at home: offices, courts, money, schools. Our own table.

A hint never names a place; it only tips the balance between places of one name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

HINTS = {
    "US": """sheriff county counties township precinct statewide governor lawmakers sophomore freshman gop medicaid
        fbi interstate highway freeway mph republican republicans democrat democrats downtown walmart u.s. congressman
        superintendent alderman aldermen ncaa nfl nba trooper troopers dui misdemeanor felony arraigned indicted
        deputies sophomores freshmen semester tuition sedan suv pickup homecoming quarterback touchdown touchdowns
        mlb nhl espn irs fbi epa usda medicare selectmen councilman councilwoman assemblyman assemblywoman realtor
        kindergarten boulevard zip""",
    "GB": """mp mps councillor councillors cllr pub constabulary council's nhs magistrates bst tory tories labour
        lorry lorries motorway pensioner parliamentary westminster gp gcse ofsted wpc pc £ vicar fête parish
        a-level headteacher bypass roundabout carriageway solicitor barrister allotments tesco asda barratt""",
    "IE": "gardaí gardai garda taoiseach tánaiste td oireachtas dáil hse",
    "CA": """rcmp mla mpp mlas cpp hst loonie c$ ndp canadian province-wide riding opp constables
        hydro ontarians premier's""",
    "AU": "nsw a$ centrelink afl nrl mateship bushfire bushfires ute medicare premier",
    "NZ": "nz$ māori iwi winz kiwisaver",
    "IN": "crore crores lakh lakhs panchayat rs rupees bjp lok sabha tehsil",
    "PK": "tehsil nazim crore rupees taliban jirga pkr",
    "NG": "naira senator lga lgas efcc governorship ₦ inec",
    "KE": "shillings sh ksh matatu",
    "ZA": "rand anc saps r5",
    "PH": "barangay barangays peso pesos poblacion sitio",
    "LK": "ltte rajapaksa",
    "EG": "zamalek ahly egp piastres",
    "RU": "duma rouble roubles ruble rubles kremlin oblast",
    "FR": "prefect gendarmes gendarmerie mairie",
    "DE": "bundestag landtag",
    "MX": "cartel cartels pri morena",
    "CN": "yuan politburo xinhua",
    "JP": "yen diet prefecture prefectural",
}
_OF = {word: country for country, words in HINTS.items() for word in words.split()}


LOCAL = frozenset(
    """
    police sheriff sheriff's deputies county council councilman mayor school schools district residents firefighters
    church township board library superintendent neighborhood neighbourhood street avenue road drive lane downtown
    volunteers students teachers principal commissioner commissioners detectives trooper troopers constable resident
    councillor councillors fundraiser pastor graduate sophomore junior senior jail parish borough city
    """.split()
)
_LOCAL_RATE = 0.04
"""One word in twenty-five of a local paper's report is such a word, one in a hundred of a foreign report."""


def locality(lower: Sequence[str]) -> float:
    """How much a text reads like a local paper's, 0 to 1: the rate of words of town life."""
    return min(1.0, sum(word in LOCAL for word in lower) / (len(lower) + 20) / _LOCAL_RATE)


def hinted(lower: Sequence[str]) -> dict[str, float]:
    """For each country with hints, its share of all hints in a text, damped so that few hints count less."""
    found = Counter(_OF[word] for word in lower if word in _OF)
    total = sum(found.values())
    return {country: count / (total + 2) for country, count in found.items()}
