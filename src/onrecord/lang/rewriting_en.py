"""English words of earlier and later tellings (see `rewriting`)."""

from onrecord.lang.rewriting import RewritingWords, lexicon, numbered, phrases

ENGLISH = RewritingWords(
    said=lexicon("say says said tell tells told"),
    telling=lexicon(
        "say says said tell tells told announced announces stated states wrote writes reported "
        "reports added adds "
        "called calls warned warns claimed claims denied denies admitted admits confirmed confirms insisted "
        "insists argued argues explained explains described describes estimated estimates shouted spoke "
        "blamed blames quoted quotes believes believed thinks thought accused accuses asked"
    ),
    according=phrases("according to|in the words of|spokesman for|spokeswoman for"),
    elegant=lexicon(
        "affirmed affirms asserted asserts remarked remarks stated states noted notes indicated indicates "
        "emphasized emphasised emphasizes reiterated reiterates underscored underlined explained explains "
        "characterized characterised acknowledged acknowledges maintained maintains declared declares "
        "conveyed highlighted highlights stressed articulated expressed voiced disclosed revealed reveals "
        "recalled described contended argued insisted informed elaborated clarified confirmed pointed"
    ),
    hedges=lexicon("reportedly allegedly apparently purportedly seemingly supposedly ostensibly"),
    hedging=phrases(
        "according to|is said to|are said to|was said to|were said to|is seen as|is understood to|"
        "is believed to|is reported to|are reported to"
    ),
    approximate=lexicon(
        "about approximately around roughly some nearly almost over circa estimated than"
    ),
    dozens=lexicon(
        "dozens scores hundreds thousands millions several many numerous various multiple countless few lots "
        "tens massive huge"
    ),
    inflated=lexicon(
        "individuals approximately additionally furthermore moreover subsequently consequently notably "
        "significantly currently previously following amid regarding concerning prior ahead amidst "
        "facilitated commenced concluded sustained constitutes prerequisite pivotal critical crucial "
        "substantial numerous various respective respectively aforementioned latter former effectively "
        "ultimately nevertheless nonetheless meanwhile whilst upon thereby owing"
    ),
    people=lexicon(
        "witness* official* source* spokes* expert* analyst* resident* farmer* worker* employee* colleague* "
        "neighbour* neighbor* doctor* teacher* local* passenger* survivor* insider* observer* critic* "
        "opponent* supporter* lawyer* judge* landlord* mother* father* woman man girl boy pensioner* driver* "
        "guard* warder* officer* minister* politician* diplomat* aide* campaigner* activist* professor* "
        "scientist* researcher* baker* fisherm* shopkeeper* owner* boss bosses chief chiefs leader* union "
        "docker* nurse* soldier* engineer* manager* executive* insider*"
    ),
    one=frozenset("a an one another some".split()),
    vague_credit=phrases("""
        media reported|media reports|media report|local media|media say|media said|press reports
        press reported
        news reports|the paper|the newspaper|the newspapers|the agency|agency reports|news agencies
        it was reported|it has been reported|reports say|reports said|was quoted as|is quoted as|were quoted
        quoted as saying|as reported|reported earlier|sources report|the outlet|the broadcaster
        the daily|the magazine|reports suggest
    """),
    own_work=phrases("""
        this newspaper|this magazine|our reporter|our correspondent|our reporters|told reporters
        by telephone|told journalists|this paper|this reporter|to this newspaper|told us|we spoke
        our newsroom|seen by the
    """),
    taken=phrases("""
        originally published|this article first appeared|with reporting by|as reported by|reported earlier
        source link|first published|first appeared|read the original|originally appeared
    """),
    loud=lexicon(
        "shocker shock* horror* stunn* furious* gutted flogg* whopping brutal* monster* killer* agonis* "
        "agoniz* punter* booze toff* slamm* blast* fury rage* outrage* chaos bombshell* dramatic* "
        "drama nightmare* terrif* terror* deadly tragic* tragedy heartbr* astonish* incredible* jaw* "
        "insane* bizarre* sensation* scandal* plung* soar* rock* hell horrif* desperat* heroic* hero "
        "beloved carnage doom* crisis razor* wipes swoop* blasted smash* hurtl* bosses dad mum stroll*"
    ),
    passed=phrases("""
        last week|last month|this week|earlier this|days ago|in recent days|recently|at the weekend
        a week ago|weeks ago|the other day
    """),
    fresh=phrases("""
        today|yesterday|this morning|tonight|last night|this afternoon|this evening|tomorrow|by noon
        shortly before
    """),
    digest=phrases("""
        what we know|at a glance|explained|what it means|here is|this is|the facts|in brief|round up
        you need to know|why|how
    """),
    calendar=lexicon(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec gmt utc"
    ),
    definite=frozenset({"the"}),
    numbers=(
        *numbered(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty"
        ),
        *numbered("thirty forty fifty sixty seventy eighty ninety hundred", 30, 10),
    ),
    scales=(
        ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000),
        ("m", 1_000_000), ("bn", 1_000_000_000), ("trillion", 1_000_000_000_000),
    ),
)  # fmt: skip
