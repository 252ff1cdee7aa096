-- Personal values can be erased by commands, and in no other way changed. Every node hears of it as it
-- does of changed permissions: what it remembers of the dictionary must not refer to an erased value.

GRANT UPDATE (value, salt) ON store.personal_value TO keyledger_command;

CREATE FUNCTION store.only_erase() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.value IS NOT NULL OR NEW.salt IS NOT NULL
        OR (NEW.id, NEW.workspace, NEW.kind, NEW.commitment, NEW.created_at)
            IS DISTINCT FROM (OLD.id, OLD.workspace, OLD.kind, OLD.commitment, OLD.created_at) THEN
        RAISE EXCEPTION 'personal values are erased, never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER only_erase BEFORE UPDATE ON store.personal_value
    FOR EACH ROW EXECUTE FUNCTION store.only_erase();
CREATE TRIGGER note_change AFTER UPDATE ON store.personal_value
    FOR EACH ROW EXECUTE FUNCTION access.note_change('personal-value', 'id');
