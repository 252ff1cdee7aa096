-- The event store: what was decided and what was asked, once, for ever.
-- Stored bytes (payload, metadata) are authoritative; nothing is ever hashed from another form of them.

CREATE SCHEMA store;

-- Cache 1: a record written after another was answered always has the larger number.
CREATE SEQUENCE store.global_index AS bigint CACHE 1;

CREATE TABLE store.identity (
    only_row   boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    store_id   uuid        NOT NULL DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO store.identity DEFAULT VALUES;

CREATE TABLE store.domain_event (
    global_index bigint      NOT NULL DEFAULT nextval('store.global_index') PRIMARY KEY,
    event_id     uuid        NOT NULL UNIQUE,
    workspace    text        NOT NULL,
    stream_type  text        NOT NULL,
    stream       text        NOT NULL,
    sequence     bigint      NOT NULL CHECK (sequence >= 0),
    type         text        NOT NULL CHECK (type ~ '^[a-z-]+\.[A-Za-z]+$'),
    revision     smallint    NOT NULL CHECK (revision >= 1),
    occurred_at  timestamptz NOT NULL DEFAULT statement_timestamp(),
    metadata     bytea       NOT NULL,
    payload      bytea       NOT NULL,
    UNIQUE (stream, sequence)
);

-- Journal of key uses: one record per batch and workspace, its stream is the process that wrote it.
CREATE TABLE store.key_use_record (
    global_index bigint      NOT NULL DEFAULT nextval('store.global_index') PRIMARY KEY,
    event_id     uuid        NOT NULL,
    workspace    text        NOT NULL,
    stream       text        NOT NULL,
    sequence     bigint      NOT NULL CHECK (sequence >= 0),
    type         text        NOT NULL CHECK (type ~ '^[a-z-]+\.[A-Za-z]+$'),
    revision     smallint    NOT NULL CHECK (revision >= 1),
    occurred_at  timestamptz NOT NULL,
    metadata     bytea       NOT NULL,
    payload      bytea       NOT NULL,
    UNIQUE (stream, sequence)
);

-- Values that can be erased on request. Records hold only the id and the commitment, so that erasing
-- (value and salt become NULL) leaves every hash as it was.
CREATE TABLE store.personal_value (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace  text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('address', 'user-agent', 'reason', 'person-name')),
    value      text        CHECK (char_length(value) <= 512),
    salt       bytea       CHECK (octet_length(salt) = 32),
    commitment bytea       NOT NULL CHECK (octet_length(commitment) = 32),
    created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    CHECK ((value IS NULL) = (salt IS NULL))
);
CREATE UNIQUE INDEX personal_value_dictionary
    ON store.personal_value (workspace, kind, value) WHERE value IS NOT NULL;

-- What the ledger has not taken yet. The sequencer reads this, never "everything above the last number":
-- numbers are given out of commit order.
CREATE TABLE store.ledger_pending (
    global_index bigint PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

CREATE FUNCTION store.put_in_pending() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO store.ledger_pending (global_index) SELECT global_index FROM new_records;
    RETURN NULL;
END $$;

CREATE FUNCTION store.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER put_in_pending AFTER INSERT ON store.domain_event
    REFERENCING NEW TABLE AS new_records FOR EACH STATEMENT EXECUTE FUNCTION store.put_in_pending();
CREATE TRIGGER put_in_pending AFTER INSERT ON store.key_use_record
    REFERENCING NEW TABLE AS new_records FOR EACH STATEMENT EXECUTE FUNCTION store.put_in_pending();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.domain_event
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.key_use_record
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();

CREATE VIEW store.record AS
    SELECT 'change' AS kind, global_index, event_id, workspace, stream, sequence, type, revision, occurred_at, metadata, payload
      FROM store.domain_event
    UNION ALL
    SELECT 'uses', global_index, event_id, workspace, stream, sequence, type, revision, occurred_at, metadata, payload
      FROM store.key_use_record;

GRANT USAGE ON SCHEMA store TO keyledger_command, keyledger_query;
GRANT USAGE ON SEQUENCE store.global_index TO keyledger_command, keyledger_query;
GRANT SELECT ON store.identity, store.record TO keyledger_command, keyledger_query;
GRANT SELECT, INSERT ON store.domain_event TO keyledger_command;
GRANT SELECT ON store.domain_event TO keyledger_query;
GRANT SELECT, INSERT ON store.key_use_record, store.personal_value TO keyledger_command, keyledger_query;
GRANT SELECT, DELETE ON store.ledger_pending TO keyledger_query;
