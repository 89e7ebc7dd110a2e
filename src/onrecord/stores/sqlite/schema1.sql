-- Schema 1 of a case file. Ids are the content hashes of onrecord; `number` is the place in its
-- owner's order; spans are JSON arrays [start, end] of code points, half open (docs/store.md).

CREATE TABLE case_info (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE page (
  id TEXT PRIMARY KEY,
  media TEXT NOT NULL,
  encoding TEXT NOT NULL,
  text TEXT NOT NULL,
  raw BLOB NOT NULL,          -- the bytes as they came, zlib
  fields TEXT NOT NULL,       -- JSON [[name, value, origin], ...]
  analysed TEXT               -- fingerprint of the stages that read it; NULL while it waits
) WITHOUT ROWID;

CREATE TABLE sighting (
  page_id TEXT NOT NULL REFERENCES page ON DELETE CASCADE,
  id TEXT NOT NULL,
  place TEXT NOT NULL,
  url TEXT,
  outlet TEXT,
  fetched TEXT,
  PRIMARY KEY (page_id, id)
) WITHOUT ROWID;

CREATE TABLE removed (
  page_id TEXT PRIMARY KEY    -- taken out of the case on request: never added again
) WITHOUT ROWID;

CREATE TABLE furniture (
  page_id TEXT NOT NULL REFERENCES page ON DELETE CASCADE,
  number INTEGER NOT NULL,
  span TEXT NOT NULL,         -- in the page's text
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  reason_spans TEXT NOT NULL,
  PRIMARY KEY (page_id, number)
) WITHOUT ROWID;

CREATE TABLE problem (
  scope TEXT NOT NULL,        -- read, page or corpus: which step met it
  owner TEXT NOT NULL,        -- the page whose analysis met it; '' for the other scopes
  key TEXT NOT NULL,          -- hash of the problem, so that one problem is kept once
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  message TEXT NOT NULL,
  place TEXT NOT NULL,
  page_id TEXT,
  article_id TEXT,
  PRIMARY KEY (scope, owner, key, number)
) WITHOUT ROWID;

CREATE TABLE article (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  page_id TEXT NOT NULL REFERENCES page ON DELETE CASCADE,
  number INTEGER NOT NULL,
  title TEXT,
  text TEXT NOT NULL,
  spans TEXT NOT NULL,        -- where it stands in the page's text
  title_span TEXT,
  headings TEXT NOT NULL,
  outlet TEXT,
  outlet_fact TEXT,           -- JSON [span in the page or null, reason]
  byline TEXT,
  byline_fact TEXT,
  age TEXT,
  age_fact TEXT,
  language TEXT NOT NULL,
  language_confidence REAL NOT NULL,
  language_reason TEXT NOT NULL,
  language_reason_spans TEXT NOT NULL,
  published TEXT,             -- EDTF
  earliest TEXT,
  latest TEXT,
  published_reason TEXT NOT NULL,
  published_reason_spans TEXT NOT NULL,
  sentences TEXT NOT NULL
);
CREATE INDEX article_page ON article (page_id, number);

CREATE TABLE credit (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  span TEXT NOT NULL,
  reason TEXT NOT NULL,
  reason_spans TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

CREATE TABLE date_candidate (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  value TEXT NOT NULL,
  origin TEXT NOT NULL,
  accepted INTEGER NOT NULL,
  reason TEXT NOT NULL,
  span TEXT,                  -- in the page's text
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

CREATE TABLE time_expression (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  span TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT,                 -- EDTF
  timex TEXT,
  relative INTEGER NOT NULL,
  guess INTEGER NOT NULL,
  alternatives TEXT NOT NULL,
  reason TEXT NOT NULL,
  reason_spans TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

CREATE TABLE mention (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  span TEXT NOT NULL,
  head TEXT NOT NULL,
  kind TEXT NOT NULL,
  chain INTEGER NOT NULL,
  name TEXT NOT NULL,
  descriptions TEXT NOT NULL,
  pronoun INTEGER NOT NULL,
  state TEXT,
  reason TEXT NOT NULL,
  reason_spans TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

CREATE TABLE attribution (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent TEXT,
  source TEXT NOT NULL,       -- the words of the source, cue and content, spans joined by ' … '
  cue TEXT NOT NULL,
  content TEXT NOT NULL,
  kind TEXT NOT NULL,
  cue_class TEXT NOT NULL,
  status TEXT NOT NULL,
  negated INTEGER NOT NULL,
  confidence REAL NOT NULL,
  source_spans TEXT NOT NULL,
  cue_spans TEXT NOT NULL,
  content_spans TEXT NOT NULL,
  content_start INTEGER NOT NULL,
  addressee TEXT,
  addressee_span TEXT,
  occasion_spans TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  status_reason_spans TEXT NOT NULL,
  reason TEXT NOT NULL,
  reason_spans TEXT NOT NULL
);
CREATE UNIQUE INDEX attribution_article ON attribution (article_id, number);
CREATE INDEX attribution_id ON attribution (id);
CREATE INDEX attribution_status ON attribution (status);

CREATE TABLE condition (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  marker TEXT NOT NULL,
  span TEXT NOT NULL,
  governs TEXT NOT NULL,
  reason TEXT NOT NULL,
  reason_spans TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

CREATE TABLE position_mention (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  issue TEXT NOT NULL,
  concepts TEXT NOT NULL,
  speaker TEXT,
  actor_span TEXT NOT NULL,
  act_span TEXT NOT NULL,
  issue_span TEXT NOT NULL,
  speaker_span TEXT,
  time_span TEXT,
  attribution_id TEXT,
  condition TEXT,             -- JSON [marker, span, governs, reason, reason spans]
  confidence REAL NOT NULL,
  pointer_span TEXT,          -- "them", and below the words it stands for
  refers_to_span TEXT,
  reason TEXT NOT NULL,
  reason_spans TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;
CREATE INDEX position_mention_id ON position_mention (id);

CREATE VIRTUAL TABLE attribution_text USING fts5 (content, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE article_text USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE reuse (
  id TEXT PRIMARY KEY,
  earlier TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  later TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  share REAL NOT NULL,
  score REAL NOT NULL,
  directed INTEGER NOT NULL,
  direction REAL NOT NULL,
  evidence_for TEXT NOT NULL, -- JSON [[sentence, spans], ...], spans in the later article
  evidence_against TEXT NOT NULL,
  direction_reasons TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reuse_earlier ON reuse (earlier);
CREATE INDEX reuse_later ON reuse (later);

CREATE TABLE passage (
  reuse_id TEXT NOT NULL REFERENCES reuse ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  earlier TEXT,               -- span in the earlier article
  later TEXT,                 -- span in the later article
  similarity REAL NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (reuse_id, number)
) WITHOUT ROWID;

CREATE TABLE shift (
  reuse_id TEXT NOT NULL REFERENCES reuse ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  earlier TEXT NOT NULL,
  later TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (reuse_id, number)
) WITHOUT ROWID;

CREATE TABLE family (
  id TEXT PRIMARY KEY,
  earliest TEXT,
  reason TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE family_article (
  family_id TEXT NOT NULL REFERENCES family ON DELETE CASCADE,
  number INTEGER NOT NULL,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  share REAL,
  PRIMARY KEY (family_id, number)
) WITHOUT ROWID;
CREATE INDEX family_of_article ON family_article (article_id);

CREATE TABLE thread (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  reason TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE thread_story (
  thread_id TEXT NOT NULL REFERENCES thread ON DELETE CASCADE,
  number INTEGER NOT NULL,
  story_id TEXT NOT NULL,
  PRIMARY KEY (thread_id, number)
) WITHOUT ROWID;

CREATE TABLE story (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  "when" TEXT,                -- EDTF
  families TEXT NOT NULL,     -- JSON array of family ids
  reason TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE story_article (
  story_id TEXT NOT NULL REFERENCES story ON DELETE CASCADE,
  number INTEGER NOT NULL,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (story_id, number)
) WITHOUT ROWID;
CREATE INDEX story_of_article ON story_article (article_id);

CREATE TABLE dating (
  article_id TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  published TEXT,
  earliest TEXT,
  latest TEXT,
  reason TEXT NOT NULL,
  reason_spans TEXT NOT NULL,
  candidates TEXT NOT NULL,   -- JSON [[value, origin, accepted, reason, span], ...]
  times TEXT NOT NULL         -- JSON, one array a time expression, in the order of its columns
) WITHOUT ROWID;

CREATE TABLE actor (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  names TEXT NOT NULL,
  descriptions TEXT NOT NULL,
  state_id TEXT,
  reason TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE actor_link (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;
CREATE INDEX link_of_actor ON actor_link (actor_id, article_id);

CREATE TABLE chain (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  attribution_id TEXT,
  status TEXT NOT NULL,
  reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX chain_of_article ON chain (article_id);

CREATE TABLE hop (
  chain_id TEXT NOT NULL REFERENCES chain ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  span TEXT,
  cue TEXT,
  actor_id TEXT,
  reason TEXT NOT NULL,
  PRIMARY KEY (chain_id, number)
) WITHOUT ROWID;

CREATE TABLE origin_set (
  id TEXT PRIMARY KEY,
  scope TEXT NOT NULL,        -- a story or a position
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX origin_scope ON origin_set (scope);

CREATE TABLE origin (
  set_id TEXT NOT NULL REFERENCES origin_set ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  actor_id TEXT,
  articles TEXT NOT NULL,     -- JSON arrays of ids
  chains TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (set_id, number)
) WITHOUT ROWID;

CREATE TABLE position (
  id TEXT PRIMARY KEY,
  actor_id TEXT NOT NULL,
  speaker_id TEXT,
  speaker TEXT,
  act TEXT NOT NULL,
  plover TEXT NOT NULL,
  issue TEXT NOT NULL,
  concepts TEXT NOT NULL,
  condition TEXT,
  status TEXT NOT NULL,
  "when" TEXT,
  articles TEXT NOT NULL,
  mentions TEXT NOT NULL,
  reason TEXT NOT NULL,
  gathers TEXT NOT NULL       -- ids of the positions that a stance sums up
) WITHOUT ROWID;
CREATE INDEX position_actor ON position (actor_id);

CREATE TABLE change (
  id TEXT PRIMARY KEY,
  actor_id TEXT NOT NULL,
  issue TEXT NOT NULL,
  kind TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  ordered INTEGER NOT NULL,
  reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX change_actor ON change (actor_id);

CREATE TABLE alias (
  old TEXT PRIMARY KEY,       -- an id that was given out before, and what it became
  new TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE judgement (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  articles TEXT NOT NULL,
  ranges TEXT NOT NULL,
  verdict TEXT NOT NULL,
  by TEXT NOT NULL,
  made TEXT NOT NULL,
  note TEXT NOT NULL
) WITHOUT ROWID;

-- What lists show of an article: its own outlet or its page's, its date as the pile refined it.
CREATE VIEW article_head AS
SELECT
  article.id AS id,
  article.page_id AS page_id,
  article.number AS number,
  article.title AS title,
  coalesce(article.outlet, (
    SELECT sighting.outlet FROM sighting
    WHERE sighting.page_id = article.page_id AND sighting.outlet IS NOT NULL
    ORDER BY sighting.id LIMIT 1
  )) AS outlet,
  CASE WHEN dating.article_id IS NULL THEN article.published ELSE dating.published END AS published,
  CASE WHEN dating.article_id IS NULL THEN article.earliest ELSE dating.earliest END AS earliest,
  article.language AS language,
  (SELECT count(*) FROM attribution WHERE attribution.article_id = article.id) AS attributions
FROM article LEFT JOIN dating ON dating.article_id = article.id;
