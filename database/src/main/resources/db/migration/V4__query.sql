-- Bookkeeping of the query side: where each view stands, what could not be applied, what is being rebuilt.
-- The views themselves live in schemas of the query side's own role, which swaps rebuilt tables in.

CREATE SCHEMA views AUTHORIZATION keyledger_query;
CREATE SCHEMA views_rebuild AUTHORIZATION keyledger_query;
CREATE SCHEMA query;

-- Locked by whoever applies entries to that copy of the view. Narrow pages, updated in place.
CREATE TABLE query.view_position (
    view     text   NOT NULL,
    copy     text   NOT NULL CHECK (copy IN ('live', 'rebuild')),
    position bigint NOT NULL CHECK (position >= 0),
    PRIMARY KEY (view, copy)
) WITH (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Entries that could not be applied to a view, and those of the same stream behind them (no cause).
CREATE TABLE query.dead_letter (
    view      text        NOT NULL,
    copy      text        NOT NULL CHECK (copy IN ('live', 'rebuild')),
    position  bigint      NOT NULL,
    stream    text        NOT NULL,
    workspace text        NOT NULL,
    type      text        NOT NULL,
    cause     text,
    attempts  int         NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    tried_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (view, copy, position)
);
CREATE INDEX dead_letter_by_stream ON query.dead_letter (view, copy, stream, position);

-- Failing entries that an operator let go of: a rebuild that fails on them leaves them out, too.
CREATE TABLE query.skipped_entry (
    view       text        NOT NULL,
    position   bigint      NOT NULL,
    cause      text,
    skipped_by text        NOT NULL,
    skipped_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (view, position)
);

-- Records that cannot have a place in the ledger (see the sequencer): on record here, not in silence.
CREATE TABLE query.unledgered_record (
    global_index bigint      PRIMARY KEY,
    cause        text        NOT NULL,
    found_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE query.replay (
    id           uuid        PRIMARY KEY,
    view         text        NOT NULL,
    requested_by text        NOT NULL,
    started_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- One rebuild of one view; a replay of all has one for each.
CREATE TABLE query.rebuild (
    replay_id      uuid   NOT NULL REFERENCES query.replay,
    view           text   NOT NULL,
    state          text   NOT NULL CHECK (state IN ('running', 'paused', 'completed', 'failed', 'cancelled')),
    phase          text   NOT NULL CHECK (phase IN ('prepare', 'apply', 'compare', 'take-over', 'done')),
    position       bigint NOT NULL DEFAULT 0,
    working_micros bigint NOT NULL DEFAULT 0,
    compared_at    bigint,
    digest_before  bytea  CHECK (octet_length(digest_before) = 32),
    digest_after   bytea  CHECK (octet_length(digest_after) = 32),
    failures       int    NOT NULL DEFAULT 0,
    cause          text,
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at    timestamptz,
    PRIMARY KEY (replay_id, view)
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX one_rebuild_a_view ON query.rebuild (view) WHERE state IN ('running', 'paused');

GRANT USAGE ON SCHEMA query TO keyledger_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON query.view_position, query.dead_letter TO keyledger_query;
GRANT SELECT, INSERT ON query.skipped_entry, query.unledgered_record TO keyledger_query;
GRANT SELECT, INSERT, UPDATE ON query.replay, query.rebuild TO keyledger_query;
