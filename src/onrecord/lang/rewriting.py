"""English words by which a rewrite gives itself away: hedges, elegant cues, rounded figures, own work.

From the newsroom's side: a reporter writes "said" and the exact figure; who rewrites varies the verb,
hedges what he did not see himself, and rounds. Lists of ordinary words, not taken from any corpus.
"""

HEDGES = frozenset("reportedly allegedly apparently purportedly seemingly supposedly ostensibly".split())
HEDGE_PHRASES = (
    ("according", "to"), ("is", "said", "to"), ("are", "said", "to"), ("was", "said", "to"),
    ("is", "seen", "as"), ("is", "understood", "to"), ("is", "believed", "to"),
)  # fmt: skip
PLAIN_CUES = frozenset("say says said tell tells told".split())
ELEGANT_CUES = frozenset(
    "affirmed affirms asserted asserts remarked remarks stated states noted notes indicated indicates "
    "emphasized emphasised emphasizes reiterated reiterates underscored underlined explained explains "
    "characterized characterised acknowledged acknowledges maintained maintains declared declares conveyed "
    "highlighted highlights stressed articulated expressed voiced disclosed revealed reveals recalled "
    "described contended argued insisted informed elaborated clarified confirmed pointed".split()
)
APPROXIMATE = frozenset("about approximately around roughly some nearly almost over circa estimated".split())
INFLATED = frozenset(
    "individuals approximately additionally furthermore moreover subsequently consequently notably "
    "significantly currently previously following amid regarding concerning prior ahead amidst facilitated "
    "commenced concluded sustained constitutes prerequisite pivotal critical crucial substantial numerous "
    "various respective respectively aforementioned latter former effectively ultimately nevertheless "
    "nonetheless meanwhile whilst upon thereby owing".split()
)
OWN_WORK = (
    ("this", "newspaper"), ("this", "magazine"), ("our", "reporter"), ("our", "correspondent"),
    ("told", "reporters"), ("by", "telephone"), ("told", "journalists"),
)  # fmt: skip
TAKEN = (
    ("originally", "published"), ("this", "article", "first", "appeared"), ("with", "reporting", "by"),
    ("as", "reported", "by"), ("reported", "earlier"), ("source", "link"),
)  # fmt: skip
