-- Schema 1. STRICT tables, no generated columns, triggers, views or unique
-- constraints beside the keys: each of them breaks recording or undoing changes.
-- New columns go to the end of a table, in a new step.

CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  lang TEXT,
  visibility TEXT
) STRICT;

CREATE TABLE translation (
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  lang TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (record, field, lang)
) STRICT;

CREATE TABLE tag (
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  term INTEGER NOT NULL REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
  weight INTEGER,
  PRIMARY KEY (record, term)
) STRICT;

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE blob (
  sha256 TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  action TEXT NOT NULL,
  schema INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT,
  label TEXT NOT NULL,
  args TEXT NOT NULL,
  changeset BLOB NOT NULL,
  undoes INTEGER REFERENCES journal (seq)
) STRICT;

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "kind" TEXT,
  "title" TEXT,
  "label" TEXT,
  "signed" TEXT,
  "effective" TEXT,
  "ends" TEXT,
  "notice_by" TEXT,
  "decide_by" TEXT,
  "decision" TEXT,
  "term_kind" TEXT,
  "reciprocal" INTEGER,
  "open_ended" INTEGER,
  "stage" TEXT,
  "purpose" TEXT
) STRICT;

CREATE TABLE party (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "agreement" INTEGER NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "side" TEXT,
  "tier" TEXT,
  "position" REAL
) STRICT;

CREATE TABLE signing (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "agreement" INTEGER NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  "event" INTEGER REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT,
  "time" TEXT,
  "zone" TEXT,
  "place" INTEGER REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  "mode" TEXT
) STRICT;

CREATE TABLE signatory (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "signing" INTEGER NOT NULL REFERENCES signing (id) DEFERRABLE INITIALLY DEFERRED,
  "party" INTEGER REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  "person" INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  "function" TEXT,
  "proxy_for" INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  "position" REAL
) STRICT;

CREATE TABLE copy (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "agreement" INTEGER NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  "number" TEXT,
  "language" TEXT,
  "holder" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "shelf" TEXT,
  "document" INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE provision (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "agreement" INTEGER NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  "parent" INTEGER REFERENCES provision (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "number" TEXT,
  "verb" TEXT,
  "title" TEXT,
  "text" TEXT,
  "position" REAL,
  "target" INTEGER REFERENCES provision (id) DEFERRABLE INITIALLY DEFERRED,
  "old_text" TEXT,
  "effective" TEXT
) STRICT;

CREATE TABLE obligation (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "record" INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "text" TEXT,
  "owner" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "per_year_min" INTEGER,
  "per_year_max" INTEGER,
  "due" TEXT,
  "amount" TEXT,
  "currency" TEXT,
  "settled" TEXT
) STRICT;

CREATE TABLE event (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "kind" TEXT,
  "title" TEXT,
  "when" TEXT,
  "start" TEXT,
  "end" TEXT,
  "zone" TEXT,
  "direction" TEXT,
  "state" TEXT,
  "parent" INTEGER REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  "place" INTEGER REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  "series" INTEGER REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER,
  "headcount" INTEGER,
  "text" TEXT
) STRICT;

CREATE TABLE series (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "organisation" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT,
  "per_year_min" INTEGER,
  "per_year_max" INTEGER
) STRICT;

CREATE TABLE participation (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "record" INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "person" INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "function" TEXT,
  "role" TEXT,
  "count" INTEGER,
  "reply" TEXT,
  "represents" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "since" TEXT,
  "until" TEXT,
  "position" REAL
) STRICT;

CREATE TABLE outcome (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "event" INTEGER REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  "parent" INTEGER REFERENCES outcome (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "title" TEXT,
  "text" TEXT,
  "giver" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "receiver" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "honoured" INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  "granted" TEXT,
  "delivered" TEXT,
  "due" TEXT,
  "state" TEXT,
  "place" INTEGER REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  "maker" TEXT,
  "material" TEXT,
  "reason" TEXT
) STRICT;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "name" TEXT,
  "kind" TEXT,
  "level" TEXT,
  "parent" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "place" INTEGER REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  "relation_class" TEXT,
  "maturity" TEXT,
  "origin" TEXT,
  "why" TEXT
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "family" TEXT,
  "given" TEXT,
  "shown_name" TEXT,
  "said_as" TEXT,
  "address_form" TEXT,
  "email" TEXT,
  "phone" TEXT
) STRICT;

CREATE TABLE mandate (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "person" INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "function" TEXT,
  "level" TEXT,
  "rank" INTEGER,
  "standing" TEXT,
  "since" TEXT,
  "until" TEXT
) STRICT;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "member" INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "whole" INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  "since" TEXT,
  "until" TEXT,
  "fee" TEXT,
  "currency" TEXT
) STRICT;

CREATE TABLE place (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "name" TEXT,
  "kind" TEXT,
  "parent" INTEGER REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  "iso_code" TEXT,
  "lat" REAL,
  "lon" REAL,
  "zone" TEXT,
  "text" TEXT
) STRICT;

CREATE TABLE project (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "parent" INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "title" TEXT,
  "state" TEXT,
  "since" TEXT,
  "until" TEXT,
  "place" INTEGER REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  "budget" TEXT,
  "currency" TEXT,
  "text" TEXT
) STRICT;

CREATE TABLE subsidy (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "project" INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  "funder" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "beneficiary" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "implementer" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "amount" TEXT,
  "currency" TEXT,
  "years" TEXT
) STRICT;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "record" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT,
  "unit" TEXT,
  "direction" TEXT,
  "aggregation" TEXT,
  "definition" TEXT,
  "filter" TEXT
) STRICT;

CREATE TABLE measurement (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "indicator" INTEGER NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "period" TEXT,
  "value" TEXT,
  "territory" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "dimension" TEXT,
  "comment" TEXT
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "title" TEXT,
  "kind" TEXT,
  "sha256" TEXT,
  "url" TEXT,
  "outlet" TEXT,
  "date" TEXT,
  "language" TEXT,
  "version" TEXT,
  "author" TEXT,
  "credit" TEXT,
  "alt" TEXT,
  "file_name" TEXT
) STRICT;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "record" INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "document" INTEGER NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  "caption" TEXT,
  "pair" TEXT,
  "position" REAL
) STRICT;

CREATE TABLE citation (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "record" INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "field" TEXT,
  "claim" TEXT,
  "document" INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  "page" INTEGER,
  "start" INTEGER,
  "end" INTEGER,
  "quote" TEXT,
  "preferred" INTEGER,
  "reason" TEXT
) STRICT;

CREATE TABLE note (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "record" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "text" TEXT,
  "speaker" INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT
) STRICT;

CREATE TABLE alias (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "record" INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "kind" TEXT,
  "since" TEXT,
  "until" TEXT
) STRICT;

CREATE TABLE link (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "source" INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "target" INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "on" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE term (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "scheme" TEXT,
  "code" TEXT,
  "label" TEXT,
  "parent" INTEGER REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "record" INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "body" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "number" TEXT,
  "date" TEXT,
  "document" INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE expense (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "record" INTEGER NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "title" TEXT,
  "amount" TEXT,
  "currency" TEXT,
  "payer" INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  "budget_line" TEXT
) STRICT;

CREATE TABLE section (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "parent" INTEGER REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED,
  "scope" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT,
  "period" TEXT,
  "state" TEXT,
  "heading" TEXT,
  "text" TEXT,
  "position" REAL,
  "record" INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "omitted" INTEGER
) STRICT;
