-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first form of the database. Times are milliseconds since 1970, UTC; enumerations are the numbers of
-- amb-record-enums.h; a row with deleted_at can be brought back; *_key columns hold folded text to compare with.

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  title           TEXT NOT NULL,
  organisation    TEXT NOT NULL,
  language        TEXT NOT NULL,
  description     TEXT,
  contact         TEXT,
  contact_address TEXT,
  origin          TEXT,
  updated_at      INTEGER,
  refreshed_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE desired_value (
  id        INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  name      TEXT NOT NULL,
  meaning   TEXT,
  behaviour TEXT
) STRICT;

CREATE INDEX desired_value_by_source ON desired_value (source_id, position);

CREATE TABLE media (
  id        INTEGER PRIMARY KEY,
  source_id INTEGER REFERENCES source (id) ON DELETE CASCADE,
  name      TEXT NOT NULL,
  bytes     BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX media_by_name ON media (source_id, name);

-- Long texts stand last: a list reads a row without them. `digest` is that of what the pack said, to see a change;
-- `more` (all other texts) and `folded` (words whose letters the tokenizer does not fold) exist for the full text.
CREATE TABLE story (
  id              INTEGER PRIMARY KEY,
  source_id       INTEGER REFERENCES source (id) ON DELETE CASCADE,
  uid             TEXT NOT NULL,
  version         INTEGER NOT NULL CHECK (version > 0),
  digest          INTEGER NOT NULL,
  status          INTEGER NOT NULL CHECK (status IN (1, 2)),
  kind            INTEGER NOT NULL CHECK (kind > 0),
  language        TEXT NOT NULL,
  usable_from     INTEGER,
  usable_until    INTEGER,
  cleared         INTEGER NOT NULL CHECK (cleared IN (0, 1)),
  favourite       INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
  used_at         INTEGER,
  added_at        INTEGER NOT NULL,
  changed_at      INTEGER NOT NULL,
  deleted_at      INTEGER,
  title           TEXT NOT NULL,
  message         TEXT NOT NULL,
  my_role         TEXT,
  note            TEXT,
  dismissed       TEXT,
  why             TEXT,
  avoid           TEXT,
  disclosure      TEXT,
  contact         TEXT,
  contact_address TEXT,
  spoken          TEXT,
  body            TEXT,
  more            TEXT,
  folded          TEXT
) STRICT;

CREATE UNIQUE INDEX story_by_uid ON story (source_id, uid);
CREATE INDEX story_by_age ON story (id DESC) WHERE deleted_at IS NULL;
CREATE INDEX story_by_language ON story (language) WHERE deleted_at IS NULL;
CREATE INDEX story_by_end ON story (usable_until) WHERE usable_until IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE story_label (
  story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  kind     INTEGER NOT NULL,
  position INTEGER NOT NULL,
  label    TEXT NOT NULL,
  key      TEXT NOT NULL,
  PRIMARY KEY (story_id, kind, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_label_by_key ON story_label (kind, key, story_id);

CREATE TABLE story_part (
  story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind     INTEGER NOT NULL,
  time     INTEGER,
  name     TEXT,
  text     TEXT,
  language TEXT,
  address  TEXT,
  note     TEXT,
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

-- Every run of five words that stands in a story, to find what a draft copied.
CREATE TABLE story_run (
  hash     INTEGER NOT NULL,
  story_id INTEGER NOT NULL,
  PRIMARY KEY (hash, story_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE story_fts USING fts5 (
  title, message, body, more, folded,
  content = 'story', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO story_fts (story_fts, rank) VALUES ('rank', 'bm25(10.0, 5.0, 1.0, 1.0, 1.0)');

CREATE TABLE draft (
  id         INTEGER PRIMARY KEY,
  state      INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),
  planned_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  language   TEXT,
  zone       TEXT,
  text       TEXT,
  more       TEXT,
  folded     TEXT
) STRICT;

CREATE INDEX draft_by_change ON draft (updated_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX draft_by_state ON draft (state, updated_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX draft_by_plan ON draft (planned_at) WHERE planned_at IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE draft_variant (
  draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  channel  TEXT NOT NULL,
  text     TEXT,
  PRIMARY KEY (draft_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_story (
  draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  version  INTEGER NOT NULL,
  PRIMARY KEY (draft_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_story_by_story ON draft_story (story_id);

CREATE VIRTUAL TABLE draft_fts USING fts5 (
  text, more, folded,
  content = 'draft', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TABLE entry (
  id                 INTEGER PRIMARY KEY,
  kind               INTEGER NOT NULL CHECK (kind > 0),
  online             INTEGER NOT NULL CHECK (online IN (0, 1)),
  at                 INTEGER NOT NULL,
  zone_offset        INTEGER NOT NULL,
  channel            TEXT,
  own_words          REAL,
  reached            INTEGER,
  reached_indirectly INTEGER,
  follow_up_at       INTEGER,
  confirmed          INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  private            INTEGER NOT NULL CHECK (private IN (0, 1)),
  draft_id           INTEGER REFERENCES draft (id) ON DELETE SET NULL,
  created_at         INTEGER NOT NULL,
  deleted_at         INTEGER,
  place              TEXT,
  audience           TEXT,
  "with"             TEXT,
  title              TEXT,
  link               TEXT,
  language           TEXT,
  text               TEXT,
  follow_up          TEXT,
  outcome            TEXT,
  evidence           TEXT,
  reward             TEXT,
  more               TEXT,
  folded             TEXT
) STRICT;

CREATE INDEX entry_by_time ON entry (at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX entry_by_channel ON entry (channel, at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX entry_by_kind ON entry (kind, at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX entry_by_kind_channel ON entry (kind, channel, at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX entry_by_follow_up ON entry (follow_up_at) WHERE follow_up_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX entry_unconfirmed ON entry (at DESC) WHERE confirmed = 0 AND deleted_at IS NULL;
CREATE INDEX entry_by_draft ON entry (draft_id) WHERE draft_id IS NOT NULL;

CREATE TABLE entry_story (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  version  INTEGER NOT NULL,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_story_by_story ON entry_story (story_id);

CREATE TABLE entry_tag (
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tag      TEXT NOT NULL,
  key      TEXT NOT NULL,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_result (
  entry_id  INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  views     INTEGER,
  reactions INTEGER,
  comments  INTEGER,
  reshares  INTEGER,
  clicks    INTEGER,
  PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE entry_fts USING fts5 (
  title, text, more, folded,
  content = 'entry', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO entry_fts (entry_fts, rank) VALUES ('rank', 'bm25(5.0, 1.0, 1.0, 1.0)');

CREATE TABLE heard (
  id       INTEGER PRIMARY KEY,
  entry_id INTEGER REFERENCES entry (id) ON DELETE CASCADE,
  at       INTEGER NOT NULL,
  tone     INTEGER NOT NULL CHECK (tone BETWEEN -2 AND 2),
  quote    TEXT,
  "group"  TEXT,
  name     TEXT,
  value    TEXT,
  cause    TEXT,
  action   TEXT
) STRICT;

CREATE INDEX heard_by_entry ON heard (entry_id, id);
CREATE INDEX heard_by_time ON heard (at);

CREATE TABLE channel (
  id             INTEGER PRIMARY KEY,
  channel        TEXT NOT NULL,
  position       INTEGER NOT NULL,
  maximum_length INTEGER NOT NULL,
  name           TEXT,
  handle         TEXT,
  address        TEXT,
  language       TEXT
) STRICT;

CREATE INDEX channel_by_position ON channel (position, id);

-- The newest version is the profile.
CREATE TABLE profile_version (
  id       INTEGER PRIMARY KEY,
  saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE profile_text (
  version_id INTEGER NOT NULL REFERENCES profile_version (id) ON DELETE CASCADE,
  field      TEXT NOT NULL,
  language   TEXT NOT NULL,
  position   INTEGER NOT NULL,
  text       TEXT NOT NULL,
  PRIMARY KEY (version_id, field, language, position)
) STRICT, WITHOUT ROWID;
