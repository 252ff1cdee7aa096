-- Uses in the audit trail take one row for each workspace and 256 ledger positions instead of one each. A view of its
-- own, so that it begins at the start of the ledger and catches up by itself; the trail keeps what was changed.

SET ROLE keyledger_query;

-- block: ledger position divided by 256. keys: hashes of the keys used, reasons: why uses were refused, each once.
-- uses: which of them each use had, in the order of entries (see UseMarks).
CREATE TABLE views.key_use_block_v1 (
    block     bigint NOT NULL,
    workspace text COLLATE "C" NOT NULL,
    keys      int[]  NOT NULL,
    reasons   text[] COLLATE "C" NOT NULL,
    uses      bytea  NOT NULL,
    PRIMARY KEY (workspace, block)
) PARTITION BY RANGE (block);
CREATE INDEX key_use_block_order_v1 ON views.key_use_block_v1 (block);
CREATE INDEX key_use_block_refused_v1 ON views.key_use_block_v1 (workspace, block) WHERE reasons <> '{}';
CREATE INDEX key_use_block_keys_v1 ON views.key_use_block_v1 USING gin (keys);

-- Where in the ledger the uses of an hour lie, as audit_hour_v1 says it of changes.
CREATE TABLE views.key_use_hour_v1 (
    workspace   text COLLATE "C" NOT NULL,
    hour        timestamptz NOT NULL,
    first_entry bigint      NOT NULL,
    last_entry  bigint      NOT NULL,
    PRIMARY KEY (workspace, hour)
);

DROP TABLE views.audit_use_v1;
TRUNCATE views.audit_hour_v1;
INSERT INTO views.audit_hour_v1
SELECT workspace, date_trunc('hour', occurred_at, 'UTC'), min(entry), max(entry)
  FROM views.audit_change_v1 GROUP BY 1, 2;

-- A rebuild under way has tables of the old shape: it begins anew.
UPDATE query.rebuild SET phase = 'prepare' WHERE view = 'audit-trail' AND state IN ('running', 'paused');

RESET ROLE;
