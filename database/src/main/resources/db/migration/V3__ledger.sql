-- The ledger: the permanent order of all records, and of each workspace's own, with its Merkle leaves.

CREATE SCHEMA ledger;

CREATE TABLE ledger.entry (
    position           bigint      PRIMARY KEY CHECK (position >= 1),
    workspace          text        NOT NULL,
    workspace_sequence bigint      NOT NULL CHECK (workspace_sequence >= 0),
    global_index       bigint      NOT NULL UNIQUE,
    event_id           uuid        NOT NULL UNIQUE,
    ledgered_at        timestamptz NOT NULL,
    leaf_hash          bytea       NOT NULL CHECK (octet_length(leaf_hash) = 32),
    UNIQUE (workspace, workspace_sequence)
);
CREATE INDEX entry_by_time ON ledger.entry (ledgered_at, position);

-- Locked by the sequencer for the length of its transaction.
CREATE TABLE ledger.head (
    only_row    boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    position    bigint      NOT NULL DEFAULT 0,
    ledgered_at timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO ledger.head DEFAULT VALUES;

CREATE TABLE ledger.workspace_head (
    workspace     text   PRIMARY KEY,
    next_sequence bigint NOT NULL
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.entry
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();

GRANT USAGE ON SCHEMA ledger TO keyledger_command, keyledger_query;
GRANT SELECT, INSERT ON ledger.entry TO keyledger_query;
GRANT SELECT, UPDATE ON ledger.head TO keyledger_query;
GRANT SELECT, INSERT, UPDATE ON ledger.workspace_head TO keyledger_query;
GRANT SELECT ON ledger.head TO keyledger_command;
