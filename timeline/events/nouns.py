"""The nouns that name happenings, by kind: rows of lemmas, nothing else.

From our own knowledge of English news, 2025; no list of others was copied.
"""

from __future__ import annotations

from typing import Final

from ..kinds import EventKind
from .rows import lemmas

_ROWS: Final[tuple[tuple[EventKind, str], ...]] = (
    (
        "attack",
        "abduction airstrike ambush annexation arson assassination assault atrocity attack barrage battle blast "
        "blockade bloodshed bombardment bombing capture clash combat conflict conquest coup crackdown crossfire "
        "execution explosion fighting firefight genocide gunbattle gunfight gunfire hijacking incursion insurgency "
        "invasion kidnapping killing looting lynching massacre mutiny murder mutilation occupation offensive "
        "onslaught "
        "piracy pogrom raid rampage rape rebellion reprisal robbery sabotage salvo seizure shelling shooting "
        "shootout "
        "siege skirmish slaughter slaying stabbing standoff strike suicide-bombing terrorism torture uprising "
        "violence "
        "war warfare drone-strike air-raid cyberattack break-in heist theft hack",
    ),
    (
        "accident",
        "accident blackout blaze breakdown capsizing collapse collision crash derailment drowning failure fire "
        "grounding "
        "leak malfunction meltdown mishap outage pileup rupture shipwreck sinking spill spillage stampede wreck "
        "oil-spill",
    ),
    (
        "disaster",
        "aftershock avalanche blizzard bushfire catastrophe cyclone deluge disaster downpour drought earthquake "
        "eruption "
        "famine flood flooding gale hailstorm heatwave hurricane landslide landslip mudslide quake rain rainstorm "
        "sandstorm snowstorm storm temblor thunderstorm tornado tremor tsunami twister typhoon wildfire windstorm",
    ),
    (
        "disease",
        "cholera contamination dengue ebola epidemic illness infection influenza measles outbreak pandemic plague "
        "poisoning quarantine vaccination immunization immunisation case",
    ),
    (
        "protest",
        "boycott demonstration march picket protest rally revolt revolution riot sit-in unrest vigil walkout",
    ),
    (
        "election_vote",
        "ballot by-election campaign election plebiscite poll primary re-election referendum runoff vote voting",
    ),
    ("visit", "pilgrimage stopover tour trip visit journey inspection"),
    (
        "meeting",
        "assembly briefing conference congress convention debate dialogue forum gathering hearing meeting "
        "negotiation "
        "session summit talk talks press-conference parley",
    ),
    (
        "deployment_movement",
        "advance airlift arrival build-up crossing delivery departure deployment displacement drill evacuation "
        "exercise "
        "exodus expedition expulsion flight landing maneuver manoeuvre migration mission mobilization mobilisation "
        "patrol pullback pullout raid relocation repatriation rescue resettlement retreat return shipment transfer "
        "voyage withdrawal influx operation presence",
    ),
    (
        "agreement",
        "accord agreement alliance armistice ceasefire cease-fire compact contract convention deal merger pact "
        "partnership "
        "protocol reconciliation settlement signing treaty truce",
    ),
    (
        "legal_decision",
        "acquittal amendment amnesty appeal approval ban conviction curfew decree embargo impeachment indictment "
        "injunction inquest inquiry investigation judgment judgement lawsuit legalization prosecution ratification "
        "reform ruling sanction sentence sentencing suit suspension trial verdict veto emergency designation probe",
    ),
    (
        "statement",
        "accusation address allegation announcement apology appeal claim condemnation complaint declaration denial "
        "pledge remark report speech statement testimony threat warning",
    ),
    (
        "arrest_detention",
        "arrest captivity crackdown custody detention imprisonment internment jailing surrender",
    ),
    (
        "appointment_change",
        "abdication appointment coronation dismissal inauguration nomination ouster overthrow promotion resignation "
        "retirement succession takeover handover reshuffle",
    ),
    (
        "economic",
        "acquisition auction bailout bankruptcy bid boom bust buyout closure collapse crash cut default deficit "
        "devaluation donation downturn embargo export growth import increase inflation investment layoff loss "
        "payment privatization purchase recession rise sale shutdown slump surge takeover tariff deterioration",
    ),
    (
        "launch_release",
        "completion construction creation debut discovery founding inauguration independence introduction invention "
        "launch liftoff opening premiere publication release reopening unveiling test",
    ),
    (
        "sport_culture",
        "carnival celebration ceremony championship concert contest cup derby exhibition fair feast festival final "
        "funeral game marathon match olympics parade race regatta show tournament wedding game burial",
    ),
    (
        "other",
        "closure death disappearance disruption incident outage rescue search vaccination birth blockade destruction "
        "doubling event suicide shutdown cancellation crisis emergency operation project expansion installation",
    ),
)

KIND_OF_NOUN: Final[dict[str, EventKind]] = {lemma: kind for kind, row in reversed(_ROWS) for lemma in row.split()}
"""Lemma -> kind; where a lemma stands in two rows, the earlier kind wins."""

WEAK_NOUNS: Final[frozenset[str]] = lemmas(
    "address advance appeal assembly ballot bid campaign case ceremony claim campaign complaint congress conference "
    "construction contract convention crisis cup cut deal debate declaration delivery dialogue emergency event "
    "exercise "
    "export fair final flight forum game growth import incident increase influx inquiry investigation investment "
    "investigation issue journey loss march mission negotiation operation order patrol payment poll presence primary "
    "probe project promotion race rally reform release remark report rise sale sanction search session settlement "
    "show "
    "speech statement suit talk tariff terrorism test threat tour transfer trip violence vote warning war fighting "
    "combat conflict exercise occupation custody captivity independence failure rain illness infection agreement "
    "protocol convention partnership alliance treaty ban suspension trial sentence amendment approval expansion "
    "installation introduction creation discovery completion return crossing landing arrival departure "
    "inflation deficit recession boom accusation allegation apology denial pledge testimony"
)
"""Event nouns that as often name a thing, a body or a topic: an event only with a date or a light verb of their own."""

PHASE: Final[frozenset[str]] = lemmas(
    "start beginning outbreak opening onset eve end wake aftermath midst height anniversary conclusion"
)
"""Nouns that stand before "of" and an event noun: "the outbreak of civil war"."""

GENERIC: Final[dict[str, tuple[EventKind, ...]]] = {
    "attack": ("attack",),
    "assault": ("attack",),
    "violence": ("attack",),
    "incident": ("attack", "accident", "disaster", "other"),
    "disaster": ("disaster", "accident"),
    "tragedy": ("disaster", "accident", "attack"),
    "accident": ("accident",),
    "crash": ("accident",),
    "operation": ("deployment_movement", "attack"),
    "move": ("deployment_movement", "legal_decision", "economic"),
    "mission": ("deployment_movement",),
    "ceremony": ("launch_release", "sport_culture"),
    "meeting": ("meeting", "visit"),
    "crisis": ("disaster", "disease", "attack"),
    "decision": ("legal_decision", "statement"),
    "announcement": ("statement",),
}
"""Definite nouns that point back at an event of one of these kinds."""
