"""Hand-checked labels of credits (eval/data/credits) and the names that agencies go by."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

LABELS = Path(__file__).parent / "data" / "credits" / "polnear.jsonl"
PHOTO = "photo"

# Names that one agency goes by, folded as `fold_name` does. The first is the one compared.
ALIASES: tuple[tuple[str, ...], ...] = (
    ("associatedpress", "ap"),
    ("unitedpressinternational", "upi"),
    ("agencefrancepresse", "afp"),
    ("reuters", "thomsonreuters"),
    ("bloomberg", "bloombergnews", "bloombergpolitics"),
    ("gettyimages", "getty"),
    ("deutschepresseagentur", "dpa", "dpainfocom"),
    ("tass", "тасс", "itartass"),
    ("interfax", "интерфакс"),
    ("rianovosti", "риановости"),
    ("ukrinform", "укрінформ"),
    ("unian", "уніан"),
    ("unn", "унн"),
    ("canadianpress", "cp"),
    ("neffelbote", "neffelboten"),
    ("realclearpolitics", "rcp", "rcpvideo"),
    ("newyorkpost", "nypost"),
    ("breitbart", "breitbartnews"),
    ("blaze", "theblaze"),
    ("independentjournal", "ijreview"),
    ("huffingtonpost", "huffpost"),
)
CANONICAL = {name: names[0] for names in ALIASES for name in names}
AGENCIES = frozenset(
    "associatedpress unitedpressinternational agencefrancepresse reuters bloomberg gettyimages "
    "deutschepresseagentur xinhua tass itartass interfax ansa efe kyodo ians pti ani yonhap anadoluagency "
    "ukrinform rianovosti mcclatchy cnsnews cns canadianpress pressassociation apa belga".split()
)
AGENCY_WORDS = re.compile(r"news ?(service|agency|wire)|press agency|wire service", re.I)


@dataclass(frozen=True)
class Label:
    """A place where a text names an outlet or agency. `doubtful` ones are neither hit nor miss."""

    start: int
    end: int
    name: str
    role: str
    kind: str
    doubtful: bool = False


@dataclass(frozen=True)
class Labelled:
    """One article that was read, with all its labels (most articles of outlets have none)."""

    id: str
    split: str
    drawn: str
    credits: tuple[Label, ...]

    @property
    def half(self) -> str:
        """ "tune" or "held", by a hash of the id."""
        return "held" if hashlib.sha256(self.id.encode()).digest()[0] % 2 else "tune"


def load_labels(path: Path = LABELS) -> list[Labelled]:
    """All articles that were read, in the order of the file."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Labelled(row["id"], row["split"], row["drawn"], tuple(Label(**label) for label in row["credits"]))
        for row in rows
    ]


def fold_name(name: str) -> str:
    """A name as it is compared: letters and digits, without "the", one form for each agency."""
    plain = re.sub(r"[\W_]", "", re.sub(r"^the\s+", "", name.strip(), flags=re.I)).casefold()
    return CANONICAL.get(plain, plain)


def is_agency(name: str) -> bool:
    """Whether a predicted name counts as an agency's: known, or called a news service or agency."""
    return fold_name(name) in AGENCIES or bool(AGENCY_WORDS.search(name))
