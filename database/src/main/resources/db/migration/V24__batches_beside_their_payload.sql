-- The short columns of a batch stay in its row, as the payload does: moved out of it, they had to be written twice, and
-- read back at once by the trigger that looks at them.
ALTER TABLE store.key_use_batch
    ALTER event_ids SET STORAGE MAIN,
    ALTER workspaces SET STORAGE MAIN,
    ALTER ends SET STORAGE MAIN;
