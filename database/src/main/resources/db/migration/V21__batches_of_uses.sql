-- The journal has one row for each batch of the gate, with the records of all of its workspaces, instead of one row for
-- each record. Records that were written before stay where they are.

-- In steps of 1,024 from here on, so that the records of a batch have numbers of their own behind the batch's.
ALTER SEQUENCE store.global_index INCREMENT BY 1024;
SELECT setval('store.global_index', (last_value / 1024 + 1) * 1024) FROM store.global_index;

-- The record at index i, from 1, has the number global_index + i and the sequence first_sequence + i - 1, and of
-- payloads what lies between ends[i - 1] (or 0) and ends[i].
CREATE TABLE store.key_use_batch (
    global_index   bigint      NOT NULL DEFAULT nextval('store.global_index') PRIMARY KEY,
    writer         uuid        NOT NULL,
    first_sequence bigint      NOT NULL,
    type           text        NOT NULL,
    revision       smallint    NOT NULL,
    occurred_at    timestamptz NOT NULL,
    event_ids      uuid[]      NOT NULL,
    workspaces     text[]      NOT NULL,
    ends           int[]       NOT NULL,
    payloads       bytea       NOT NULL,
    UNIQUE (writer, first_sequence)
);
-- Compressed where it gets long, and beside its row unless a page cannot hold it.
ALTER TABLE store.key_use_batch ALTER payloads SET STORAGE MAIN;

-- Not in ledger_pending, where nodes of a version before would take them for records that are missing.
CREATE TABLE store.key_use_pending (
    global_index bigint PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- What a row must be is asked here: each statement would parse CHECK constraints again, for each batch of checks.
CREATE FUNCTION store.put_batch_in_pending() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.global_index % 1024 <> 0 OR NEW.first_sequence < 0 OR NEW.revision < 1
        OR cardinality(NEW.event_ids) NOT BETWEEN 1 AND 1023
        OR cardinality(NEW.workspaces) <> cardinality(NEW.event_ids)
        OR cardinality(NEW.ends) <> cardinality(NEW.event_ids)
        OR NEW.ends[cardinality(NEW.ends)] IS DISTINCT FROM octet_length(NEW.payloads) THEN
        RAISE EXCEPTION 'a batch of key uses is not well-formed' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO store.key_use_pending (global_index) VALUES (NEW.global_index);
    RETURN NULL;
END $$;

CREATE TRIGGER put_in_pending AFTER INSERT ON store.key_use_batch
    FOR EACH ROW EXECUTE FUNCTION store.put_batch_in_pending();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.key_use_batch
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();

-- For reading by hand: a record of a batch is found by its number or its writer's sequence in key_use_batch only.
CREATE OR REPLACE VIEW store.record AS
    SELECT 'change' AS kind, global_index, event_id, workspace, stream, sequence, type, revision, occurred_at, metadata, payload
      FROM store.domain_event
    UNION ALL
    SELECT 'uses', global_index, event_id, workspace, stream, sequence, type, revision, occurred_at, metadata, payload
      FROM store.key_use_record
    UNION ALL
    SELECT 'uses', global_index + i, event_ids[i], workspaces[i], writer::text, first_sequence + i - 1, type, revision,
           occurred_at, ''::bytea,
           substring(payloads FROM coalesce(ends[i - 1], 0) + 1 FOR ends[i] - coalesce(ends[i - 1], 0))
      FROM store.key_use_batch CROSS JOIN LATERAL generate_subscripts(event_ids, 1) AS i;

-- The number of the record of key uses that a writer gave this sequence, whichever table has it.
CREATE FUNCTION store.key_use_number(writer uuid, sequence bigint) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(
    (SELECT b.global_index + 1 + $2 - b.first_sequence
       FROM (SELECT * FROM store.key_use_batch
              WHERE key_use_batch.writer = $1 AND first_sequence <= $2
              ORDER BY first_sequence DESC LIMIT 1) b
      WHERE $2 - b.first_sequence < cardinality(b.event_ids)),
    (SELECT r.global_index FROM store.key_use_record r WHERE r.stream = $1::text AND r.sequence = $2));

GRANT SELECT, INSERT ON store.key_use_batch TO keyledger_command, keyledger_query;
GRANT SELECT, DELETE ON store.key_use_pending TO keyledger_query;
