-- Schema 2: what a place tells of a page, judgements on pages, the lines of a page for its site.

-- fields: JSON [[name, value, origin], ...]
ALTER TABLE sighting ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';

-- page: the page whose articles are judged, NULL for other subjects
ALTER TABLE judgement ADD COLUMN page TEXT;
CREATE INDEX judgement_page ON judgement (page);

CREATE TABLE page_lines (
  page_id TEXT PRIMARY KEY REFERENCES page ON DELETE CASCADE,
  form INTEGER NOT NULL,      -- version of the folding that the hashes are of
  recurring TEXT NOT NULL,    -- JSON [[site, of, [[hash, pages], ...]], ...]: lines that the site's other pages hold
  hashes BLOB NOT NULL        -- 8 bytes a line, each line once, in the order of the page
) WITHOUT ROWID;

CREATE TABLE site (
  name TEXT PRIMARY KEY,      -- a host, or an outlet's name
  state TEXT NOT NULL         -- fingerprint of the pages that its recurring lines were last computed from
) WITHOUT ROWID;

CREATE TABLE metadatum (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,         -- title, byline, outlet, modified, section, language, url, licence
  value TEXT NOT NULL,
  origin TEXT NOT NULL,
  accepted INTEGER NOT NULL,
  reason TEXT NOT NULL,
  span TEXT,                  -- in the page's text
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;
