-- Blocks of uses say besides which policies refused or would have, from which addresses uses came and when they were
-- decided, so that a page of the trail finds by any filter which blocks to read. What they say is in the journal alone:
-- the view begins at the start of the ledger again and catches up by itself.

SET ROLE keyledger_query;

-- keys: hashes of the keys used; policies: that refused uses or, being monitored, would have; addresses: references to
-- source addresses; first_at, last_at: when the earliest and the latest use was decided. uses: see UseMarks.
CREATE TABLE views.key_use_block_v2 (
    block     bigint      NOT NULL,
    first_at  timestamptz NOT NULL,
    last_at   timestamptz NOT NULL,
    workspace text COLLATE "C" NOT NULL,
    keys      int[]       NOT NULL,
    reasons   text[] COLLATE "C" NOT NULL,
    policies  uuid[]      NOT NULL,
    addresses bigint[]    NOT NULL,
    uses      bytea       NOT NULL,
    PRIMARY KEY (workspace, block)
) PARTITION BY RANGE (block);
CREATE INDEX key_use_block_order_v2 ON views.key_use_block_v2 (block);
CREATE INDEX key_use_block_refused_v2 ON views.key_use_block_v2 (workspace, block) WHERE reasons <> '{}';
CREATE INDEX key_use_block_terms_v2 ON views.key_use_block_v2 USING gin (keys, reasons, policies, addresses);

DROP TABLE views.key_use_block_v1;
TRUNCATE views.key_use_hour_v1;
DELETE FROM query.dead_letter WHERE view = 'use-trail' AND copy = 'live';
UPDATE query.view_position SET position = 0 WHERE view = 'use-trail' AND copy = 'live';

-- A rebuild under way has tables of the old shape: it begins anew.
DROP TABLE IF EXISTS views_rebuild.key_use_block_v1;
UPDATE query.rebuild SET phase = 'prepare' WHERE view = 'use-trail' AND state IN ('running', 'paused');

RESET ROLE;
