"""One check a row: does the case hold what the row says? Hits and misses, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from eval.pages.case import PagesCase
from eval.pages.expected import Rows
from onrecord.data import ActorLink, ArticleFindings, Chain, Position


@dataclass(frozen=True)
class Check:
    """One row: its section, what was asked, whether it holds, and what was found."""

    section: str
    what: str
    hit: bool
    found: str = ""


def all_checks(case: PagesCase, rows: Rows) -> list[Check]:
    """Every check of every section, in the order of the file."""
    return [
        *_whole(case),
        *_articles(case, rows),
        *_languages(case, rows),
        *_dates(case, rows),
        *_reuse(case, rows),
        *_chains(case, rows),
        *_actors(case, rows),
        *_origins(case, rows),
        *_positions(case, rows),
        *_changes(case, rows),
    ]


def _whole(case: PagesCase) -> Iterator[Check]:
    problems = [problem.message for page in case.pages.values() for problem in page.problems]
    problems += [problem.message for problem in case.corpus.problems]
    yield Check("articles", "nothing failed on the way", not problems, str(problems))


def _articles(case: PagesCase, rows: Rows) -> Iterator[Check]:
    for row in rows.get("page", []):
        page = case.pages[row["page"]]
        articles = [found.article for found in page.articles]
        titles = [article.title or "" for article in articles]
        good = len(titles) == len(row["titles"]) and all(map(_contains, titles, row["titles"]))
        yield Check("articles", f"{row['page']}: articles {row['titles']}", good, str(titles))
        for words in row["furniture"]:
            inside = [article.number for article in articles if words in article.text]
            kept = any(words in item.span.text and item.reason.text for item in page.furniture)
            yield Check(
                "articles", f"{row['page']}: furniture {words!r}", kept and not inside, f"in {inside}"
            )
        if "headings" in row:
            headings = [span.text for span in articles[0].headings] if articles else []
            good = len(headings) == len(row["headings"]) and all(map(_contains, headings, row["headings"]))
            yield Check("articles", f"{row['page']}: subheadings", good, str(headings))
        if "ages" in row:
            ages = [article.age.value if article.age else "" for article in articles]
            yield Check("articles", f"{row['page']}: age lines", ages == row["ages"], str(ages))
        if "outlet" in row:
            outlets = [article.outlet.value if article.outlet else "" for article in articles]
            good = bool(outlets) and all(row["outlet"].lower() in outlet.lower() for outlet in outlets)
            yield Check("outlets", f"{row['page']}: {row['outlet']}", good, str(outlets))
        if "byline" in row:
            byline = articles[0].byline if articles else None
            good = byline is not None and byline.value == row["byline"]
            yield Check("articles", f"{row['page']}: byline", good, str(byline))


def _contains(text: str, words: str) -> bool:
    return words in text.replace("\xa0", " ")


def _languages(case: PagesCase, rows: Rows) -> Iterator[Check]:
    others = rows["languages"].get("others", {})
    for key, found in case.articles.items():
        want = others.get(key, rows["languages"]["articles"])
        yield Check("languages", f"{key} is {want}", found.language.code == want, found.language.code)
    for words in rows["languages"]["not_in_articles"]:
        inside = [key for key, found in case.articles.items() if words in found.article.text]
        yield Check("languages", f"{words!r} is in no article", not inside, str(inside))


def _dates(case: PagesCase, rows: Rows) -> Iterator[Check]:
    datings = {dating.article_id: dating for dating in case.corpus.datings}
    for row in rows.get("published", []):
        found = case.articles.get(row["article"])
        if found is None:
            yield Check("dates", f"{row['article']} published", False, "no such article")
            continue
        dating = datings.get(found.article.id)
        published = dating.published if dating else found.published
        good = (published.value or "") == row["value"] and bool(published.reason.text)
        if "rejected" in row:
            refused = [c for c in published.candidates if not c.accepted]
            good = good and any(c.value == row["rejected"] and c.reason for c in refused)
        if "not_before" in row:
            good = good and (published.earliest or "").startswith(row["not_before"])
        told = f"{published.value} [{published.earliest} .. {published.latest}]"
        yield Check("dates", f"{row['article']} published {row['value'] or 'unknown'}", good, told)
    for row in rows.get("time", []):
        found = case.articles.get(row["article"])
        dating = datings.get(found.article.id) if found else None
        times = dating.times if dating else found.times if found else ()
        near = [time for time in times if row["text"] in time.span.text or time.span.text in row["text"]]
        good = any(
            time.value == row["value"]
            and (not row.get("guess") or time.guess)
            and ("alternative" not in row or row["alternative"] in time.alternatives)
            for time in near
        )
        told = str([(time.span.text, time.value, time.alternatives) for time in near])
        yield Check("dates", f"{row['article']} {row['text']!r} is {row['value']}", good, told)


def _reuse(case: PagesCase, rows: Rows) -> Iterator[Check]:
    if "reuse" in rows:
        yield from _one_pair(case, rows)
    yield from _drift(case, rows)


def _one_pair(case: PagesCase, rows: Rows) -> Iterator[Check]:
    found = [(case.key(reuse.earlier), case.key(reuse.later)) for reuse in case.corpus.reuses]
    wanted = (rows["reuse"]["earlier"], rows["reuse"]["later"])
    yield Check("reuse", "the pair is found", set(wanted) in [set(pair) for pair in found], str(found))
    directed = [reuse.directed for reuse in case.corpus.reuses]
    yield Check("reuse", "its direction", wanted in found and all(directed), f"{found} {directed}")
    yield Check("reuse", "no other pair", len(found) <= 1, str(found))
    stories = sorted(sorted(map(case.key, story.articles)) for story in case.corpus.stories)
    alone = [[key] for key in case.articles if key not in wanted]
    yield Check("reuse", "stories", stories == sorted([sorted(wanted), *alone]), str(stories))
    story_of = {article: story.id for story in case.corpus.stories for article in story.articles}
    threads = {
        next(
            (
                thread.id
                for thread in case.corpus.threads
                if story_of.get(case.articles[key].article.id) in thread.stories
            ),
            key,
        )
        for key in rows["reuse"]["thread"]
        if key in case.articles
    }
    yield Check("reuse", "one thread", len(threads) == 1, str(threads))


def _drift(case: PagesCase, rows: Rows) -> Iterator[Check]:
    shifts = [shift for reuse in case.corpus.reuses for shift in reuse.shifts]
    pairs = [
        (passage.earlier.text, passage.later.text, passage.note)
        for reuse in case.corpus.reuses
        for passage in reuse.passages
        if passage.earlier and passage.later
    ]
    for row in rows.get("drift", []):
        good = any(row["earlier"] in s.earlier.text and row["later"] in s.later.text for s in shifts)
        aligned = any(row["earlier"] in a and row["later"] in b for a, b, _ in pairs)
        yield Check("drift", row["about"], good, f"aligned: {aligned}, shifts: {len(shifts)}")


def _chains(case: PagesCase, rows: Rows) -> Iterator[Check]:
    chains = {chain.attribution_id: chain for chain in case.corpus.chains if chain.attribution_id}
    for row in rows.get("chain", []):
        found = case.articles.get(row["article"])
        matching = [
            chains[item.id]
            for item in (found.attributions if found else ())
            if item.id in chains and any(_contains(span.text, row["content"]) for span in item.content)
        ]
        good = any(_chain_is(chain, row["hops"], row["status"]) for chain in matching)
        told = "; ".join(" <- ".join(hop.name for hop in c.hops) + f" ({c.status})" for c in matching)
        yield Check("chains", f"{row['article']} {row['content']!r}: {' <- '.join(row['hops'])}", good, told)


def _chain_is(chain: Chain, hops: list[str], status: str) -> bool:
    names = [hop.span.text if hop.span else hop.name for hop in chain.hops]
    full = [f"{hop.name} {text}" for hop, text in zip(chain.hops, names, strict=True)]
    return len(full) == len(hops) and all(map(_contains, full, hops)) and chain.status == status


def _actors(case: PagesCase, rows: Rows) -> Iterator[Check]:
    owner: dict[str, str] = {}
    for row in rows.get("actor", []):
        linked = [_actor_at(case, article, words) for article, words in row["forms"]]
        told = str(sorted({name for _, name in linked}))
        one = len({actor for actor, _ in linked}) == 1 and linked[0][0] != ""
        clash = owner.get(linked[0][0])
        yield Check("actors", f"{row['name']} is one actor", one and clash is None, f"{told} {clash or ''}")
        owner.setdefault(linked[0][0], row["name"])


def _actor_at(case: PagesCase, key: str, words: str) -> tuple[str, str]:
    """The actor linked at these words of the article: the longest mention that overlaps their start."""
    found = case.articles.get(key)
    at = found.article.text.find(words) if found else -1
    if found is None or at < 0:
        return "", f"{words!r} not there"
    end = at + len(words)
    links = [
        link
        for link in case.corpus.links
        if link.article_id == found.article.id and link.span.start < end and link.span.end > at
    ]
    names = {actor.id: actor.name for actor in case.corpus.actors}

    def nearest(link: ActorLink) -> tuple[int, int]:
        """Most of the words; of equals ("a person close to Ina Holt", "Ina Holt") the tighter link."""
        return min(link.span.end, end) - max(link.span.start, at), link.span.start - link.span.end

    best = max(links, key=nearest, default=None)
    return (best.actor_id, names[best.actor_id]) if best else ("", f"no link at {words!r}")


def matching_positions(case: PagesCase, row: Rows) -> list[Position]:
    """Positions of the case that say what the row says (before status and time are asked for)."""
    names = {actor.id: " | ".join([actor.name, *actor.names]) for actor in case.corpus.actors}
    mentions = {m.id: m for found in case.articles.values() for m in found.position_mentions}
    wanted = []
    for position in case.corpus.positions:
        members = [mentions[m] for m in position.mentions]
        issue = [member.issue.text for member in members]
        conditions = [position.condition or "", *(m.condition.span.text for m in members if m.condition)]
        if (
            any(name in names[position.actor_id] for name in row["actor"])
            and position.act in row["acts"]
            and set(map(case.key, position.articles)) & set(row["articles"])
            and any(words in text for words in row["issue"] for text in issue)
            and ("condition" not in row or any(w in text for w in row["condition"] for text in conditions))
        ):
            wanted.append(position)
    return wanted


def _positions(case: PagesCase, rows: Rows) -> Iterator[Check]:
    for row in rows.get("position", []):
        matching = matching_positions(case, row)
        both = [p for p in matching if set(map(case.key, p.articles)) >= set(row["articles"])]
        what = f"{row['number']}: {row['actor'][0]} {row['acts'][0]} {row['issue'][0]!r} in {row['articles']}"
        told = "; ".join(f"{p.status}, {p.when}, {sorted(map(case.key, p.articles))}" for p in matching)
        yield Check("positions", what, bool(matching), told)
        status = any(p.status == row["status"] for p in matching)
        yield Check("position status", f"{row['number']}: {row['status']}", status, told)
        when = any((p.when or "").startswith(row["when"]) if row["when"] else not p.when for p in matching)
        yield Check("position time", f"{row['number']}: {row['when'] or 'unknown'}", when, told)
        if len(row["articles"]) > 1:
            yield Check(
                "position pages", f"{row['number']}: one position on {row['articles']}", bool(both), told
            )


def _origins(case: PagesCase, rows: Rows) -> Iterator[Check]:
    by_number = {row["number"]: row for row in rows.get("position", [])}
    for row in rows.get("origin", []):
        sets = [
            origins
            for position in matching_positions(case, by_number[row["position"]])
            if set(map(case.key, position.articles)) >= set(row["articles"])
            for origins in case.corpus.origins
            if origins.scope == position.id
        ]
        good = any(
            s.low == s.high == row["origins"]
            and s.pages == row["pages"]
            and all(origin.status == row["status"] for origin in s.origins)
            for s in sets
        )
        told = "; ".join(f"{s.low}-{s.high} of {s.pages} pages: {[o.name for o in s.origins]}" for s in sets)
        yield Check("origins", f"{row['about']}: {row['origins']} of {row['pages']} pages", good, told)


def _changes(case: PagesCase, rows: Rows) -> Iterator[Check]:
    by_number = {row["number"]: row for row in rows.get("position", [])}
    pairs = {(change.before, change.after) for change in case.corpus.changes}
    for row in rows.get("change", []):
        before = matching_positions(case, by_number[row["before"]])
        after = matching_positions(case, by_number[row["after"]])
        good = any((b.id, a.id) in pairs for b in before for a in after)
        yield Check("changes", row["about"], good, f"{len(pairs)} changes in all")


def article_named(case: PagesCase, article_id: str) -> ArticleFindings:
    """The findings of an article by its id."""
    return case.articles[case.key(article_id)]
