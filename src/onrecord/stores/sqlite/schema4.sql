-- Schema 4: why a reuse is of its kind, passages that moved, independent pairs, proofs of origin counts.

-- kind_reasons: JSON [[sentence, spans], ...], spans in the later article
ALTER TABLE reuse ADD COLUMN kind_reasons TEXT NOT NULL DEFAULT '[]';
-- moved: the passage left the order that the others keep
ALTER TABLE passage ADD COLUMN moved INTEGER NOT NULL DEFAULT 0;

CREATE TABLE independent (
  id TEXT PRIMARY KEY,
  "left" TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  "right" TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,         -- same event, common origin
  score REAL NOT NULL,        -- probability that there is no reuse
  reasons TEXT NOT NULL       -- JSON [[sentence, spans], ...], spans in the right article
) WITHOUT ROWID;
CREATE INDEX independent_left ON independent ("left");
CREATE INDEX independent_right ON independent ("right");

CREATE TABLE shared_passage (
  independent_id TEXT NOT NULL REFERENCES independent ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  earlier TEXT,               -- span in the left article
  later TEXT,                 -- span in the right article
  similarity REAL NOT NULL,
  note TEXT NOT NULL,
  moved INTEGER NOT NULL,
  PRIMARY KEY (independent_id, number)
) WITHOUT ROWID;

CREATE TABLE proof (
  set_id TEXT NOT NULL REFERENCES origin_set ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,         -- copy, one owner, one utterance, may be the same people, ...
  article_id TEXT NOT NULL,
  other_id TEXT,
  span TEXT,                  -- in the article of article_id
  reason TEXT NOT NULL,
  PRIMARY KEY (set_id, number)
) WITHOUT ROWID;
