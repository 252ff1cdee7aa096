-- Uses in the audit trail lie in partitions of 2^24 ledger positions, each made by the view's projection when the
-- first of its entries comes (an entry's number is its position times 2^20 plus an index, so 2^44 numbers each).

SET ROLE keyledger_query;

ALTER TABLE views.audit_use_v1 RENAME TO audit_use_v1_r0;
ALTER INDEX views.audit_use_v1_pkey RENAME TO audit_use_v1_r0_pkey;
ALTER INDEX views.audit_use_by_key_v1 RENAME TO audit_use_by_key_v1_r0;
ALTER INDEX views.audit_use_refused_v1 RENAME TO audit_use_refused_v1_r0;

CREATE TABLE views.audit_use_v1 (
    entry           bigint      NOT NULL,
    occurred_at     timestamptz NOT NULL,
    service_user_id uuid,
    workspace       text COLLATE "C" NOT NULL,
    key_id          text COLLATE "C",
    reason          text COLLATE "C",
    PRIMARY KEY (workspace, entry)
) PARTITION BY RANGE (entry);
CREATE INDEX audit_use_by_key_v1 ON views.audit_use_v1 (hashtextextended(key_id, 0), entry)
    WHERE key_id IS NOT NULL;
CREATE INDEX audit_use_refused_v1 ON views.audit_use_v1 (workspace, entry) WHERE reason IS NOT NULL;

-- What is there becomes the first partition; only what is beyond its range must move.
DO $$
DECLARE
    span CONSTANT bigint := 1::bigint << 44;
    part text;
BEGIN
    FOR n IN 1 .. coalesce((SELECT max(entry) FROM views.audit_use_v1_r0), 0) / span LOOP
        part := format('views.audit_use_v1_r%s', n);
        EXECUTE format('CREATE TABLE %s (LIKE views.audit_use_v1 INCLUDING ALL)', part);
        EXECUTE format('INSERT INTO %s SELECT * FROM views.audit_use_v1_r0 WHERE entry >= %s AND entry < %s',
                       part, n * span, (n + 1) * span);
        EXECUTE format('ALTER TABLE views.audit_use_v1 ATTACH PARTITION %s FOR VALUES FROM (%s) TO (%s)',
                       part, n * span, (n + 1) * span);
    END LOOP;
    DELETE FROM views.audit_use_v1_r0 WHERE entry >= span;
    EXECUTE format('ALTER TABLE views.audit_use_v1 ATTACH PARTITION views.audit_use_v1_r0 FOR VALUES FROM (0) TO (%s)',
                   span);
END $$;

-- A rebuild under way has tables of the old shape: it begins anew.
UPDATE query.rebuild SET phase = 'prepare' WHERE view = 'audit-trail' AND state IN ('running', 'paused');

RESET ROLE;
