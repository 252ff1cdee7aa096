-- Nothing reads a record's event id here: the record has it. Nodes of earlier versions still write it.
ALTER TABLE ledger.entry ALTER event_id DROP NOT NULL;

-- A change of a service user moves its row's version: with room in the page, without touching an index. Also in a rebuild
-- that is under way.
SET ROLE keyledger_query;
ALTER TABLE views.service_user_v1 SET (fillfactor = 50);
ALTER TABLE IF EXISTS views_rebuild.service_user_v1 SET (fillfactor = 50);
RESET ROLE;
