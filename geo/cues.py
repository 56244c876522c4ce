"""The words around a name that tell a place from a person or an organisation.

Plain sets of lower-case words, our own collection; rules read them, none is a decision by itself.
"""

from __future__ import annotations

DIRECTIONS = frozenset(
    """
    north south east west northern southern eastern western central northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern north-east north-west south-east south-west north-eastern
    north-western south-eastern south-western north-central upper lower mid inner outer downtown uptown midtown
    suburban rural metropolitan greater mainland coastal upstate
    """.split()
)
INSIDE = frozenset(
    """
    in near across throughout inside outside around within en beyond downstream upstream
    """.split()
)
TOWARDS = frozenset(
    """
    at from to into toward towards off through via between along over onto past above below
    """.split()
)
OTHER_PREPOSITIONS = frozenset(
    """
    of on for with by against about under among like after before during than
    """.split()
)
CONNECTORS = frozenset(
    """
    of the de del la las los el al da do dos das di du des le les and y e et upon on in am an der den im sur sous
    ad ash ar as os az au aux auf bei am sul - ' ’ d' d’ l' 's ’s & bin ibn
    """.split()
)
"""Lower-case tokens that may stand inside a place's name."""

TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir lord lady dame rev reverend fr father sister brother pastor bishop
    archbishop cardinal pope imam sheikh rabbi saint-père president vice-president premier chancellor minister
    secretary senator sen rep representative congressman congresswoman councilman councilwoman councillor alderman
    commissioner governor gov mayor judge justice sheriff deputy chief officer constable sergeant sgt corporal cpl
    private pvt lieutenant lt captain capt major maj colonel col general gen admiral adm commander cmdr brigadier
    marshal detective det inspector superintendent coach manager striker midfielder defender goalkeeper
    quarterback pitcher guard forward king queen prince princess duke duchess earl baron emperor sultan emir
    ayatollah ambassador envoy spokesman spokeswoman spokesperson director chairman chairwoman chair chairperson
    ceo author actor actress singer director-general attorney lawyer candidate defendant suspect victim writer
    principal superintendant trooper trustee treasurer engineer analyst economist historian researcher
    """.split()
)
"""Words that stand before a person's name, abbreviations without their full stop."""

CIVIL_TITLES = frozenset(
    """
    mr mrs ms miss dr prof sir lord lady dame rev fr sgt lt capt maj col gen adm sen rep
    """.split()
)
"""Titles that a person's name follows at once, never a place's."""

SPEECH_VERBS = frozenset(
    """
    say tell add note explain argue claim ask reply respond insist recall think believe want feel laugh smile
    write testify joke concede quip remark marry die grow love hope score play coach pitch finish throw
    """.split()
)
"""Verbs whose subject is mostly a person."""

STATE_VERBS = frozenset(
    """
    say insist deny warn accuse announce agree sign refuse reject demand urge condemn welcome call declare pledge
    promise offer threaten seek want claim argue maintain describe consider see back support oppose criticise
    criticize blame impose lift recognise recognize vow respond reply retaliate ask withdraw decline summon stress
    hope fear believe fail plan decide propose request join expel vote veto approve ban invite ally negotiate
    sanction protest build test deploy send supply fund invade annex cede
    """.split()
)
"""What a capital or a country does when it stands for its government."""

ORGANISATION_HEADS = frozenset(
    """
    university college school schools academy institute institution police department dept ministry office agency
    bureau authority commission committee council board court tribunal parliament assembly congress senate house
    legislature government administration army navy force forces guard patrol marines regiment brigade division
    corps militia battalion party union association federation confederation league club team society foundation
    trust fund bank company co corp corporation inc ltd llc plc group holdings industries airlines airways railway
    railways railroad times post herald tribune gazette journal star news chronicle globe sun press observer
    courier telegraph examiner sentinel dispatch record register review magazine radio television tv network
    church diocese archdiocese cathedral parish temple mosque synagogue hospital clinic center centre chamber
    museum gallery library theatre theater orchestra symphony philharmonic opera ballet festival conference summit
    treaty agreement accord accords protocol convention declaration pact deal talks process games olympics cup
    open championship championships marathon derby grand bulldogs tigers lions eagles bears united city rovers
    rangers wildcats cowboys giants saints district sheriff fire service services commissioners jury coalition
    alliance organization organisation initiative program programme project partnership campaign movement front
    network exchange stock consulate embassy legion lodge chapter ymca high elementary middle community technical
    state medical health hospitals works water power electric energy gas oil steel motors mills brewing brewery
    hotel inn resort casino mall
    """.split()
)
"""Words that make the name before them part of an organisation's name."""

FACILITY_HEADS = frozenset(
    """
    airport airfield aerodrome airbase airstrip heliport base port harbour harbor dock docks terminal station camp
    barracks fort garrison prison jail penitentiary plant refinery mine quarry dam reactor crossing checkpoint
    bridge tunnel stadium arena hospital embassy consulate hotel park zoo mall market farm ranch factory cemetery
    graveyard shipyard spaceport cosmodrome canal lock locks reservoir pipeline field ground gardens
    """.split()
)
AIRFIELD_HEADS = frozenset("airport airfield airbase base aerodrome airstrip heliport".split())
AIRFIELD_LEADS = frozenset("international regional municipal air force naval military army marine".split())
STREET_HEADS = frozenset(
    """
    street st road rd avenue ave boulevard blvd drive dr lane ln highway hwy parkway pkwy route turnpike freeway
    expressway bypass interstate terrace crescent pike thoroughfare
    """.split()
)
NATURE_HEADS = frozenset(
    """
    river creek lake bay sea ocean gulf strait straits channel island islands isle peninsula cape mountain
    mountains mount mt mts hill hills ridge range valley canyon desert forest jungle basin delta plateau plain
    plains falls glacier beach coast shore sound inlet lagoon swamp marsh volcano peak pass reef atoll archipelago
    springs woods heights cay cays shoal shoals islet islets fjord wetlands rainforest steppe highlands
    """.split()
)
NATURE_LEADS = frozenset(
    """
    lake mount mt cape gulf strait bay isle rio río river sierra monte fort port camp
    """.split()
)
ADMIN_HEADS = frozenset(
    """
    county province state district region prefecture oblast governorate department parish municipality borough
    township canton territory republic krai department emirate city town village hamlet suburb neighborhood
    neighbourhood quarter community commune division ward raion voivodeship island area peninsula valley
    """.split()
)
"""Common nouns that name a kind of place: "Manabí province", "the town of Pandi"."""

UNIT_PLURALS = {
    "counties": "County",
    "parishes": "Parish",
    "provinces": "Province",
    "districts": "District",
    "prefectures": "Prefecture",
}
STATE_ABBREVIATIONS = frozenset(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev ore okla pa tenn
    tex va vt wash wis wyo n.c s.c n.y n.j n.h n.m n.d s.d w.va r.i ont alta sask man b.c que n.s n.b
    """.split()
)
"""Of American states and Canadian provinces, as news writes them with a full stop."""
BRANDS = frozenset(
    """
    ford opel toyota magna dacia durango delta lincoln chrysler dodge pontiac cadillac plymouth mercury saturn
    continental hershey corning orange santander hitachi nissan suzuki philips dell sharp kraft kellogg campbell heinz
    hilton hyatt marriott sears macy kohl target boeing
    airbus lockheed raytheon merck pfizer bayer roche novartis lehman
    merrill goldman barclays lloyds prudential nationwide liberty progressive phillips marathon valero chevron shell
    total repsol citgo cargill monsanto deere cummins allison vodafone sprint frontier southwest virgin eagle nokia
    timberland cisco oracle adobe intel amazon puma kenwood denon sanyo vauxhall rover aston bentley morris austin seat
    skoda škoda tata mahindra hyundai kia subaru mazda isuzu yamaha honda daimler mercedes porsche fiat renault peugeot
    citroën citroen volvo saab lada lexus acura infiniti jaguar mitsubishi daewoo chevrolet chevy buick jeep ram tesla
    malibu sierra tahoe tucson sonoma dakota montana aspen sebring monaco fusion escort fiesta focus galaxy
    zara gap nike adidas reebok prada gucci chanel dior mango visa mastercard western sony panasonic toshiba samsung
    canon nikon ricoh epson lenovo acer asus kodak xerox motorola ericsson siemens bosch braun alcatel thales
    qantas emirates etihad lufthansa ryanair easyjet alitalia iberia aeroflot
    mac macbook windows kindle java oracle safari leopard tiger lion mavericks yosemite sierra mojave catalina
    nasdaq dow nikkei dax ftse
    """.split()
)
"""Companies, their products and models, many of which share a name with some town."""
SPLIT_ENDINGS = ("-based", "-born", "-bound", "-led", "-backed", "-held", "-controlled", "-area", "-run", "-occupied")
TIME_WORDS = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    today christmas easter ramadan thanksgiving halloween spring summer autumn winter
    """.split()
)
NEVER = frozenset(
    """
    i we he she it they you the a an this that these those and or but if so no not yes as at by in on of to up
    god lord bible islam christ congress senate house army navy internet web email covid democrat democrats
    republican republicans gop police mr mrs ms dr sir street road avenue university college school state county
    city town village president king queen government north south east west northern southern eastern western
    central new old great big first second third all more most many some new what who when where why how there
    here then now also just will can my your his her our their its one two three four five six seven eight nine
    ten family union independence liberty freedom justice hope ebola zika facebook twitter google apple amazon
    microsoft american americans court center centre super bowl dad mom mother father photo photos video image
    file copyright reuters associated press contact email phone fax posted updated published read story stories
    church earth nature park sens reps gov col p.a. o.d. m.d. ph.d. prime dr western open male female man woman men
    women obama swat nasa fifa uefa opec nato unesco unicef swat
    """.split()
)
"""Single words that the gazetteer knows as some hamlet's name, and that are never that hamlet in news."""
