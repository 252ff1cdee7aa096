-- The position at a time is found by halving positions, along which time never runs backwards.
DROP INDEX ledger.entry_by_time;
