"""The verbs that tell of happenings, by kind, and the verbs that do not: rows of lemmas, nothing else.

A lemma stands under the kind that news uses it for most; objects and subjects may overrule it (see
`triggers.kind_of`). From our own knowledge of English news, 2025; no list of others was copied.
"""

from __future__ import annotations

from typing import Final

from ..kinds import EventKind
from .rows import lemmas

_ROWS: Final[tuple[tuple[EventKind, str], ...]] = (
    (
        "attack",
        "abduct ambush annihilate assail assassinate assault attack batter behead besiege bomb bombard burn butcher "
        "capture clash conquer decapitate defeat demolish destroy detonate execute explode fight fire firebomb gun "
        "harass hijack hit invade kidnap kill lob loot lynch maim massacre menace mortar murder mutilate mug ransack "
        "overrun plunder pound raid ram rape raze recapture retake rob rocket sabotage seize shell shoot slaughter "
        "slay smash stab stone storm strafe strangle strike torch torment torture vandalize vandalise wound occupy "
        "annex beat intercept down detain_hostage skirmish battle war repel repulse ravage repress crush",
    ),
    (
        "accident",
        "injure hurt capsize collapse collide crash derail drown electrocute founder jackknife overturn sink skid "
        "spill leak "
        "malfunction rupture crumple crush_under ground beach limp short-circuit ignite rip fail break_down wreck",
    ),
    (
        "disaster",
        "batter blow burst devastate displace engulf erode erupt flood inundate quake rage ravage recede rumble "
        "shake "
        "sink submerge swamp sweep topple uproot wash drench displace strand scorch parch subside swell overflow "
        "melt "
        "starve unroof lash pummel intensify weaken gust",
    ),
    (
        "disease",
        "contaminate contract hospitalize hospitalise immunize immunise infect inoculate poison quarantine sicken "
        "spread vaccinate vomit diagnose treat recover test outbreak mutate",
    ),
    (
        "protest",
        "agitate barricade boycott chant demonstrate heckle march occupy_square picket protest rally riot "
        "strike_work "
        "petition walk_out mutiny revolt rebel uprise",
    ),
    (
        "election_vote",
        "ballot campaign elect outpoll poll re-elect reelect vote nominate inaugurate_president canvass win lose "
        "unseat defeat_vote concede",
    ),
    (
        "visit",
        "call_on inspect pay_visit stop_over tour travel visit fly_in holiday vacation drop_by attend",
    ),
    (
        "meeting",
        "confer convene gather huddle meet negotiate parley reconvene sit_down summon talk discuss debate hold host "
        "resume adjourn assemble",
    ),
    (
        "deployment_movement",
        "advance airlift arrive board bus carry circle cross decamp deliver depart deploy descend disembark dispatch "
        "divert dock drive embark emigrate enter escape escort evacuate exit expel ferry flee fly go haul head hurry "
        "immigrate join land leave limp march_on migrate mobilize mobilise moor move patrol pull_out pull_back pour "
        "quit reach reinforce relocate repatriate rescue resettle retreat return rush sail send set_sail settle ship "
        "smuggle station steam stream swim redeploy tow trek transfer transport travel_to trickle veer withdraw "
        "anchor rotate come bring take drift pass penetrate approach turn_back displace parachute exercise drill "
        "reopen_base close_base train row shuttle",
    ),
    (
        "agreement",
        "accede agree broker compromise conclude cooperate endorse_deal ink pact ratify reconcile settle_dispute "
        "sign "
        "cosign ally unite partner initial accept",
    ),
    (
        "legal_decision",
        "abolish acquit adjudicate amend annul appeal approve authorize authorise ban bar charge censure "
        "condemn_court "
        "clear convict criminalize declare decree decriminalize designate disqualify enact exonerate expire fine "
        "forbid grant impeach impose indict issue lapse legalize legalise legislate license mandate nullify order "
        "outlaw overturn_ruling pardon pass_law permit plead prohibit proscribe prosecute reject renew repeal "
        "rescind "
        "revoke rule sanction sentence sue subpoena summons suspend testify uphold veto waive adopt lift cite "
        "promulgate ratify_law legislate arraign file allege_court extradite deport allow oblige",
    ),
    (
        "statement",
        "accuse address admit advise affirm announce apologize apologise appeal_for argue assert assure blame boast "
        "call caution claim clarify comment complain concede condemn congratulate confess confirm criticize "
        "criticise "
        "decline demand denounce deny deplore describe disclose dismiss dispute echo emphasize emphasise endorse "
        "explain express forecast greet hail inform insist invite lament mourn note offer oppose pledge praise "
        "predict "
        "proclaim promise propose protest_to question react reaffirm rebuff rebuke refuse refute reiterate remark "
        "report request respond reveal say speak state stress suggest tell testify_to thank threaten urge voice vow "
        "warn welcome write apprise estimate recall acknowledge attribute commit tweet post",
    ),
    (
        "arrest_detention",
        "apprehend arrest catch corner detain free handcuff hold_captive imprison incarcerate intern jail nab nail "
        "release_prisoner round_up surrender imprison confine raid_home interrogate remand bail",
    ),
    (
        "appointment_change",
        "appoint assume_office coronate crown depose dethrone dismiss_from fire_staff hire install name oust promote "
        "quit_office replace resign retire sack step_down succeed swear take_over topple_government recruit demote "
        "reshuffle reappoint enthrone abdicate overthrow",
    ),
    (
        "economic",
        "acquire axe auction bail_out bid bolster borrow boost buy cut cost_up climb curb dip dive donate double "
        "drop "
        "earn ease expand export fall finance fund gain grow handle halve import increase invest lay_off lend lower "
        "merge nationalize nationalise net outsource pay pledge_money plummet plunge privatize privatise produce "
        "profit purchase raise rebound reduce refund repay rise sell shed shrink slash slide slow slump soar spend "
        "subsidize subsidise surge tax trade trim tumble underwrite write_off devalue default peg mine drill_oil "
        "contribute phase_out compensate reimburse lease rent outbid price cap slip jump list triple bankrupt "
        "accelerate decelerate",
    ),
    (
        "launch_release",
        "broadcast build commission complete construct create debut develop discover erect establish establish "
        "found inaugurate install_machine introduce invent issue_book launch open orbit premiere present publish "
        "release rebuild reopen unveil set_up start_service test_missile upgrade premiere roll_out start begin_work "
        "display exhibit unearth",
    ),
    (
        "sport_culture",
        "beat_team celebrate compete coach commemorate dance draw_game perform play qualify record_song sing score "
        "stage star wed marry feast tie host_games skate",
    ),
    (
        "other",
        "abandon add adapt assist affect alter apply assign avert aid ask become begin block blockade break build_up "
        "bury cancel cause cease change check clean clear_road close complete_work conduct connect contact continue "
        "control convert count coordinate cover cut_off damage dig die disappear disconnect discontinue disrupt "
        "distribute divide draw dredge dismantle drag drop_out emerge end enlist exhume expose extend extinguish "
        "fall "
        "feed fill finish fix freeze fuel gather_data halt help hinder identify impede inspect_site install "
        "investigate jump kick lay lengthen lose make mark modify monitor name_place obtain obstruct operate "
        "overhaul "
        "participate pause perish plant postpone prevent probe process prolong protect provide push reactivate "
        "receive record recover_body redesign register remove repair repel_flood replace_part rescue_people reset "
        "restart restore restrict resume_work revive rule_over run save search secure separate serve shelter shorten "
        "show shut shut_down slow_down split stop store submit supply survive switch tear tighten trap trigger turn "
        "undergo uncover unload use vanish work log lock evict find",
    ),
)

KIND_OF_VERB: Final[dict[str, EventKind]] = {
    lemma: kind for kind, row in reversed(_ROWS) for lemma in row.split() if "_" not in lemma
}
"""Lemma -> kind; where a lemma stands in two rows, the earlier kind wins."""

KIND_OF_PHRASE: Final[dict[tuple[str, str], EventKind]] = {
    ("open", "fire"): "attack",
    ("take", "hostage"): "attack",
    ("take", "office"): "appointment_change",
    ("take", "over"): "appointment_change",
    ("take", "part"): "other",
    ("take", "place"): "other",
    ("take", "off"): "deployment_movement",
    ("take", "in"): "deployment_movement",
    ("step", "down"): "appointment_change",
    ("break", "out"): "other",
    ("break", "down"): "accident",
    ("blow", "up"): "attack",
    ("cut", "off"): "other",
    ("call", "off"): "other",
    ("carry", "out"): "other",
    ("set", "up"): "launch_release",
    ("set", "off"): "deployment_movement",
    ("set", "sail"): "deployment_movement",
    ("shoot", "down"): "attack",
    ("pull", "out"): "deployment_movement",
    ("pull", "back"): "deployment_movement",
    ("phase", "out"): "economic",
    ("lay", "off"): "economic",
    ("lay", "siege"): "attack",
    ("shut", "down"): "other",
    ("turn", "back"): "deployment_movement",
    ("walk", "out"): "protest",
    ("wash", "ashore"): "accident",
    ("run", "aground"): "accident",
    ("go", "missing"): "accident",
    ("hold", "captive"): "arrest_detention",
    ("hold", "hostage"): "attack",
    ("swear", "in"): "appointment_change",
    ("round", "up"): "arrest_detention",
    ("give", "birth"): "other",
    ("lose", "life"): "accident",
    ("call", "on"): "statement",
    ("call", "for"): "statement",
    ("catch", "fire"): "accident",
    ("order", "out"): "deployment_movement",
    ("buy", "back"): "economic",
    ("find", "dead"): "other",
    ("burn", "off"): "other",
    ("tie", "up"): "deployment_movement",
    ("set", "fire"): "attack",
    ("set", "ablaze"): "attack",
}

REPORTING: Final[frozenset[str]] = lemmas(
    "acknowledge add admit affirm allege announce argue assert assure believe claim comment concede conclude confess "
    "confirm contend declare describe disclose emphasise emphasize estimate explain hear hint hold indicate inform "
    "insist learn maintain mention note observe point predict quip quote reaffirm recall recount reiterate relate "
    "remark reply report respond reveal say show signal speculate state stress suggest tell testify think underline "
    "understand underscore warn write boast caution complain deny forecast joke lament read"
)
"""Verbs that attribute a content clause to a source."""

ACTS: Final[frozenset[str]] = lemmas(
    "accuse acknowledge admit affirm announce apologise apologize appeal ask assure attribute blame caution comment "
    "complain condemn confirm congratulate criticise criticize call declare decline demand denounce deny deplore "
    "describe disclose dismiss dispute emphasise emphasize endorse express greet hail insist invite lament mourn "
    "oppose pledge praise promise propose protest reaffirm rebuke refuse refute reiterate reject remark request "
    "respond stress suggest testify thank threaten urge voice vow warn welcome address speak associate"
)
"""Statements that do something of their own (a demand, a denial, an offer), told for their own sake."""

STATES: Final[frozenset[str]] = lemmas(
    "abide abound adjoin amount appear argue_that average await aspire be belong border believe bear_name care "
    "comprise compete_with concern consider consist constitute contain correspond cost deem depend deserve desire "
    "differ doubt dwell employ encompass enjoy entail equal exceed exist expect face favor favour fear feature feel "
    "figure fit form get give hate have hinge hold_view hope house imply include indicate intend involve keep know "
    "lack last lead let lie like live loom love matter mean measure mind need occupy_area overlook own overlap "
    "pertain plan possess prefer pretend rank reach_to reflect regard relate rely remain remember represent require "
    "resemble reside result ride see seek seem share signify sit span stand stay stem straddle stretch suffice suit "
    "support surround suppose sound tend think total tower try understand value view wait want weigh wish wonder "
    "worry yield coincide aim reckon envisage deal compare contrast owe hug argue look handle_daily accord differ "
    "mention name_after call_it describe_as act speak_of treat_as make sense do seem_to allow_for use attract "
    "benefit resort wear"
)
"""Verbs of being, having, thinking and lasting: a happening only with a date of their own."""

LIGHT: Final[frozenset[str]] = lemmas(
    "begin start end finish come occur happen follow continue resume last go proceed conclude cease stop erupt ensue "
    "take unfold commence open precede coincide mark remain overlap"
)
"""Verbs that only say when an event noun ran: "the trial will begin on Wednesday"."""

SUPPORT: Final[frozenset[str]] = lemmas(
    "carry conduct deliver do face follow give have hold host launch lead make mount open organise organize perform "
    "pay receive report run see show sign stage start suffer sustain take undergo undertake cause trigger spark "
    "experience attend complete"
)
"""Verbs that take an event noun as object and leave the meaning to it: "carried out an attack"."""

ASPECT: Final[frozenset[str]] = lemmas(
    "begin start continue keep stop cease resume finish proceed help go come manage rush hurry move decide agree "
    "choose "
    "elect opt race struggle scramble dare gather volunteer return get pause suspend halt end"
)
"""Verbs that share one happening with the verb that they govern: "began fighting", "rushed to evacuate"."""

PLANS: Final[frozenset[str]] = lemmas(
    "plan intend promise pledge vow expect schedule set prepare arrange aim slate book due poise forecast project bind "
    "mean hope"
)
"""Verbs and adjectives whose infinitive is still to come."""

WISHES: Final[frozenset[str]] = lemmas(
    "advise aim allow appeal ask attempt beg call consider contemplate debate demand design encourage enable fail "
    "fear "
    "force_to hope invite lobby let mean mull need offer oppose order_to permit persuade plead ponder press pressure "
    "propose push recommend refuse request require seek suggest tell threaten try urge want warn wish intend strive "
    "weigh rule advocate attempt discuss"
)
"""Verbs whose infinitive or that-clause may never happen."""

DENIALS: Final[frozenset[str]] = lemmas("deny refute disprove dismiss reject rule dispute")
PREVENTS: Final[frozenset[str]] = lemmas(
    "prevent avoid avert stop bar forbid prohibit fail refuse decline forgo abandon scrap cancel drop reject shelve "
    "thwart foil abort call hinder keep ban block"
)
"""Verbs whose governed action did not take place."""

MOVES: Final[frozenset[str]] = lemmas(
    "advance airlift arrive bus bring carry come cross decamp deliver depart deploy dispatch divert drive emigrate "
    "enter escape escort evacuate expel ferry flee flow fly go haul head immigrate journey land leave limp march "
    "migrate move pour pull quit reach redeploy relocate repatriate retreat return run rush sail send settle ship "
    "smuggle spread steam stream swim take tow transfer transport travel trek turn veer visit withdraw resettle "
    "displace rotate shuttle walk drift pass push tour bear lead sweep"
)
"""Verbs that carry somebody or something from one place to another."""

LEAVES: Final[frozenset[str]] = frozenset(
    ["abandon", "depart", "escape", "evacuate", "exit", "flee", "leave", "quit", "vacate"]
)
"""Movements whose object is where they began."""

IMPLIES: Final[frozenset[str]] = lemmas(
    "prompt force lead cause compel oblige enable get manage rush help drive push persuade convince happen"
)
"""Verbs whose infinitive did come about: "prompting the company to sue again"."""

ALLEGES: Final[frozenset[str]] = lemmas("allege suspect claim accuse speculate suggest fear believe suppose think")
"""Verbs whose content is one side's word, not a happening."""

OPINIONS: Final[frozenset[str]] = lemmas(
    "think believe theorise theorize speculate suspect consider expect hope fear conclude estimate guess doubt reckon "
    "suggest argue assume predict worry wonder know understand learn agree disagree criticise criticize comment add"
)
"""What somebody thinks happens nowhere: where the thinker sits is not its place."""
