"""Nouns for outlets in general: carriers that pass a report on without being named; outlet names compared."""

from onrecord.lang.agencies import fold_name, known_outlet

# A source with one of these as its head carries what others said.
GENERIC_CARRIERS = frozenset(
    """
    website websites site sites portal portals media outlet outlets newspaper newspapers paper papers
    publication publications agency agencies magazine magazines broadcaster broadcasters channel channels
    press journal tabloid tabloids daily weekly blog blogs newsroom newswire wire
    zeitung zeitungen agentur agenturen medien magazin sender portal
    издание издания сайт сайты агентство агентства сми газета газеты телеканал журнал
    видання сайт сайти агентство агентства змі газета газети телеканал
    """.split()
)

# "the agency", "the newspaper": means a carrier that the article named before.
POINTERS_TO_CARRIER = frozenset(
    """
    website site portal outlet newspaper paper publication agency magazine broadcaster channel journal
    tabloid daily weekly zeitung agentur magazin sender издание агентство газета телеканал журнал видання
    """.split()
)

# Words of the cues by which one party cites another.
CITING_CUES = frozenset(
    """
    citing cites cited quoting quotes quoted referring refers referred reference relying berufung beruft
    ссылкой ссылается посиланням посилається
    """.split()
)

# "who" means the name it follows; the others the last unnamed group that spoke.
RELATIVES = frozenset({"who", "der", "die", "который", "которая", "які", "який", "яка"})
GROUP_PRONOUNS = frozenset({"they", "them", "these", "sie", "ihnen", "они", "ними", "них", "вони"})

# Left out when two names of one outlet are compared ("Meridian", "Meridian News Agency").
OUTLET_SUFFIXES = frozenset(
    "news agency press service online newspaper com net org agentur nachrichtenagentur tv".split()
)


def outlet_key(name: str) -> str:
    """What two names of one outlet share: folded, without "the", "news agency" and the like."""
    words = fold_name(name).split()
    while len(words) > 1 and words[0] in {"the", "die", "der", "das"}:
        words = words[1:]
    while len(words) > 1 and words[-1] in OUTLET_SUFFIXES:
        words = words[:-1]
    known = known_outlet(name)
    return fold_name(known.name) if known else " ".join(words)
