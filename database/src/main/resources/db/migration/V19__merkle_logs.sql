-- Each workspace's Merkle log (RFC 9162) over the leaves of its ledger entries, and what was signed of it. Leaf hashes
-- stay where they are; of the tree above them there is one row for each full subtree of 256, 65,536 ... leaves.

-- Where a log stands. All of it can be made again from entries, checkpoints and origins.
CREATE TABLE ledger.merkle_log (
    workspace   text   PRIMARY KEY,
    size        bigint NOT NULL CHECK (size >= 0),
    frontier    bytea  NOT NULL,
    origin      int    NOT NULL CHECK (origin >= 1),
    signed_size bigint NOT NULL CHECK (signed_size >= 0),
    -- Why nothing is signed, while that is so.
    stopped     text
) WITH (fillfactor = 40, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

CREATE TABLE ledger.subtree (
    workspace text     NOT NULL,
    level     smallint NOT NULL CHECK (level BETWEEN 1 AND 7),
    number    bigint   NOT NULL CHECK (number >= 0),
    hash      bytea    NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (workspace, level, number)
);

CREATE TABLE ledger.signing_key (
    id         int         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_key bytea       NOT NULL UNIQUE CHECK (octet_length(public_key) = 32),
    first_used timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What was signed. One root for a size of an origin, once and for ever.
CREATE TABLE ledger.checkpoint (
    workspace   text        NOT NULL,
    origin      int         NOT NULL CHECK (origin >= 1),
    size        bigint      NOT NULL CHECK (size >= 1),
    root        bytea       NOT NULL CHECK (octet_length(root) = 32),
    signed_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    signing_key int         NOT NULL REFERENCES ledger.signing_key,
    signature   bytea       NOT NULL CHECK (octet_length(signature) = 64),
    PRIMARY KEY (workspace, origin, size)
);

-- Origins after the first: an operator said that a log goes on under another name, and why. What had been signed last
-- of the one before, and was not continued, stands beside it.
CREATE TABLE ledger.log_origin (
    workspace   text        NOT NULL,
    number      int         NOT NULL CHECK (number >= 2),
    started_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_by  text        NOT NULL,
    reason      text        NOT NULL,
    stopped     text        NOT NULL,
    last_signed text,
    PRIMARY KEY (workspace, number)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.signing_key
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.log_origin
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();

GRANT SELECT, INSERT, UPDATE ON ledger.merkle_log TO keyledger_query;
GRANT SELECT, INSERT ON ledger.subtree, ledger.signing_key, ledger.checkpoint, ledger.log_origin TO keyledger_query;
