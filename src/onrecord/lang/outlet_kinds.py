"""What the name of an outlet tells of its trade: an agency reports first, a digest or a blog gathers.

Words of the trade in English, German, Ukrainian and Russian (agencies also in Spanish, French, Italian).
"""

import re

AGENCY = re.compile(
    r"\b(?:news ?(?:service|agency)|press (?:agency|service)|(?:press|news|business)?wire(?: service)?|agency"
    r"|agencia|agence|agenzia|\w*agentur|pressedienst|агентств\w*|агенц\w*|агентц\w*)\b",
    re.IGNORECASE,
)
GATHERING = frozenset(
    "blog digest roundup newsletter monthly weekly quarterly review magazine brief briefs aggregator 24 "
    "trending wochenblatt monatsheft дайджест журнал обзор огляд тижневик еженедельник".split()
)
