-- Rows of batches are found by their own number or by their writer's, and each is read whole. What ANALYZE counts of 30,000
-- of them serves no plan, and reads a quarter of a gigabyte each time that the table has grown by a tenth.
ALTER TABLE store.key_use_batch
    ALTER global_index SET STATISTICS 10,
    ALTER writer SET STATISTICS 0,
    ALTER first_sequence SET STATISTICS 0,
    ALTER type SET STATISTICS 0,
    ALTER revision SET STATISTICS 0,
    ALTER occurred_at SET STATISTICS 0,
    ALTER event_ids SET STATISTICS 0,
    ALTER workspaces SET STATISTICS 0,
    ALTER ends SET STATISTICS 0,
    ALTER payloads SET STATISTICS 0;

-- Nothing looks an entry up by its record's event id: changes are looked up in store.domain_event, where it is unique, and
-- uses by their record id. What may be ledgered once is a record's number.
ALTER TABLE ledger.entry DROP CONSTRAINT entry_event_id_key;

-- The ledger's entries only ever become more of the same kind.
ALTER TABLE ledger.entry SET (autovacuum_analyze_scale_factor = 0.5);
