"""Which column of a table, or key of a JSON object, says what: as the user maps them, else by usual names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import Problem
from onrecord.errors import InputError
from onrecord.readers.decode import printable
from onrecord.readers.pages import problem
from onrecord.readers.records import NAMES, Record

USUAL = {
    "text": """
        text body content article_text articletext article_body articlebody full_text fulltext
        main_text maintext content_text clean_text article story plain_text body_text
        article_content news_text raw_content html body_html content_html description summary
        """.split(),
    "title": "title headline heading article_title news_title subject head".split(),
    "url": """
        url link uri href source_url article_url page_url permalink web_url canonical_url
        """.split(),
    "date": """
        date published pubdate pub_date published_at publishedat publish_date date_publish
        date_published datepublished publication_date published_date pub_time published_time
        datetime timestamp created_at created time
        """.split(),
    "modified": """
        modified updated updated_at date_modified datemodified modified_at last_modified
        """.split(),
    "outlet": """
        outlet source publisher publication site site_name sitename source_name newspaper media
        domain source_domain host
        """.split(),
    "byline": "byline author authors creator writer journalist".split(),
    "fetched": """
        fetched fetched_at crawled crawled_at date_crawled date_download scraped_at retrieved
        """.split(),
    "section": "section category categories rubric topic".split(),
    "language": "language lang locale".split(),
    "licence": "licence license rights copyright".split(),
}
"""How columns are usually called, folded, the likeliest first."""
SEPARATORS = re.compile(r"[\W_]+")
INSIDE = ("name", "title", "text", "value", "#text")
NO_TEXT = "no text column"
MAX_SHOWN = 40
MAX_LIST = 10_000
MAX_PATH = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """`taken`: our names and the columns for them. `guessed` are those that the user did not map and that
    are called otherwise; `missing` are columns that were mapped and are not there.
    """

    taken: Mapping[str, str]
    guessed: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def origins(self) -> dict[str, str]:
        """Where each value stood, as fields say it."""
        return {ours: f"column {theirs}" for ours, theirs in self.taken.items()}

    @property
    def has_text(self) -> bool:
        """Whether a page can be made of a row."""
        return "text" in self.taken or "title" in self.taken


def choose(columns: Sequence[str], mapped: Mapping[str, str]) -> Choice:
    """Columns for our names: what is mapped, then for the other names usual ones that are left."""
    there = set(columns)
    taken = {
        ours: theirs for ours, theirs in mapped.items() if theirs in there or theirs.split(".")[0] in there
    }
    missing = tuple(sorted(theirs for ours, theirs in mapped.items() if ours not in taken))
    folded: dict[str, str] = {}
    for column in columns:
        if column not in taken.values():
            folded.setdefault(fold(column), column)
    guessed = []
    for ours, names in USUAL.items():
        if ours in mapped:
            continue
        found = next((folded[name] for name in names if name in folded), None)
        if found is not None:
            taken[ours] = found
            folded = {name: column for name, column in folded.items() if column != found}
            guessed += [] if found == ours else [ours]
    return Choice(taken, tuple(guessed), missing)


def fold(column: str) -> str:
    """A column's name as usual names are written: "Article Text" and "article-text" are article_text."""
    return SEPARATORS.sub("_", column.strip().lower())[:100].strip("_")


def known_names(columns: Iterable[str]) -> set[str]:
    """Which of our names a list of columns seems to have."""
    folded = {fold(column) for column in columns}
    return {ours for ours, names in USUAL.items() if folded.intersection(names)}


def told(choice: Choice, columns: Sequence[str], place: str) -> Iterator[Problem]:
    """What the user should know of the columns of a file: mapped ones that it lacks, guesses, no text."""
    there = listed(columns)
    if choice.missing:
        yield problem("missing column", place, f"there is no column {listed(choice.missing)}, but {there}")
    if not choice.has_text:
        what = f"none of its columns is called as a text or a title: {there}; --map text=... names it"
        yield problem(NO_TEXT, place, what)
    elif choice.guessed:
        pairs = ", ".join(f"{ours} from “{choice.taken[ours]}”" for ours in choice.guessed)
        yield problem("columns guessed", place, f"{pairs}; --map names others")


def listed(columns: Sequence[str]) -> str:
    """Names of columns as a message says them."""
    shown = ", ".join(f"“{printable(column[:60])}”" for column in columns[:MAX_SHOWN])
    return shown + (f" and {len(columns) - MAX_SHOWN} more" if len(columns) > MAX_SHOWN else "")


def value_text(name: str, value: object) -> str | None:
    """What a cell or a JSON value says, as text; None when it cannot say that. Lists of names are joined."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        said = [value[key] for key in INSIDE if isinstance(value.get(key), str)]
        return str(said[0]) if said else None
    if isinstance(value, list):
        parts = [value_text(name, item) for item in value[:MAX_LIST] if not isinstance(item, list)]
        shown = [part for part in parts if part]
        return None if value and not shown else ("\n" if name == "text" else ", ").join(shown)
    return None


def value_at(values: Mapping[str, object], column: str) -> object:
    """The value under a key, or under the path that "a.b" is."""
    if column in values:
        return values[column]
    at: object = values
    for key in column.split(".")[:MAX_PATH]:
        at = at.get(key) if isinstance(at, dict) else None
    return at


def row_record(values: Mapping[str, object], choice: Choice, place: str) -> Record | Problem:
    """What a row says, or which of its values cannot be used."""
    said: dict[str, str] = {}
    unusable: list[str] = []
    for ours, theirs in choice.taken.items():
        text = value_text(ours, value_at(values, theirs))
        if text is None:
            unusable.append(theirs)
        else:
            said[ours] = text
    if unusable:
        return problem("bad row", place, f"{', '.join(sorted(unusable))} should be text")
    return Record(place, said, choice.origins)


def parse_map(given: str) -> dict[str, str]:
    """ "text=body,url=link" as a mapping from our names to theirs, sorted by ours.

    Raises InputError for an unknown name of ours (it lists them), an empty or a doubled one.
    """
    found: dict[str, str] = {}
    for part in given.split(","):
        ours, equals, theirs = (piece.strip() for piece in part.partition("="))
        if not equals or not theirs:
            raise InputError(f"--map {part.strip()!r}: write it as name=column, as in text=body,url=link")
        if ours in found:
            raise InputError(f"--map: {ours} is mapped twice")
        found[ours] = theirs
    check_map(found)
    return dict(sorted(found.items()))


def check_map(columns: Mapping[str, str]) -> None:
    """Raises InputError when a mapping names something that a record cannot say."""
    unknown = sorted(set(columns) - set(NAMES))
    if unknown:
        raise InputError(f"--map: there is no {', '.join(unknown)}; it can be {', '.join(NAMES)}")
