-- Schema 3: how, where and by whom something was said; what is set aside; what exactly was judged.

ALTER TABLE attribution ADD COLUMN factuality TEXT NOT NULL DEFAULT 'fact';
ALTER TABLE attribution ADD COLUMN setting TEXT NOT NULL DEFAULT 'body';
ALTER TABLE attribution ADD COLUMN place TEXT;
ALTER TABLE attribution ADD COLUMN place_span TEXT;
ALTER TABLE attribution ADD COLUMN time TEXT;
ALTER TABLE attribution ADD COLUMN time_span TEXT;
ALTER TABLE attribution ADD COLUMN medium TEXT;
ALTER TABLE attribution ADD COLUMN medium_span TEXT;
-- speaker: whom a pronoun or description refers to, where the article names them, and why
ALTER TABLE attribution ADD COLUMN speaker TEXT;
ALTER TABLE attribution ADD COLUMN speaker_span TEXT;
ALTER TABLE attribution ADD COLUMN speaker_reason TEXT;
ALTER TABLE attribution ADD COLUMN speaker_reason_spans TEXT;
-- described: JSON [description, number or null, closeness or null], spans of an unnamed source
ALTER TABLE attribution ADD COLUMN described TEXT;
ALTER TABLE attribution ADD COLUMN anonymity TEXT;
ALTER TABLE attribution ADD COLUMN anonymity_span TEXT;
UPDATE attribution SET factuality = 'negated' WHERE negated;

CREATE TABLE aside (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,         -- declined, no response, scare quote, quoted title, ...
  text TEXT NOT NULL,
  span TEXT NOT NULL,
  source TEXT,
  source_span TEXT,
  reason TEXT NOT NULL,
  reason_spans TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

-- sources, cues: JSON [[start, end], ...], how source and cue of a judged attribution were read
ALTER TABLE judgement ADD COLUMN sources TEXT NOT NULL DEFAULT '[]';
ALTER TABLE judgement ADD COLUMN cues TEXT NOT NULL DEFAULT '[]';
