-- What became different is noted by statement, not row by row: commands write the rows of many at once. The
-- note is made with the rights of whoever writes, which spares a change of rights each time; the command side
-- could always take notes away, now it can also add some, which makes nodes reload and nothing else.

GRANT INSERT ON access.access_change TO keyledger_command;

-- Arguments: the entity's kind, and the column that holds its id.
CREATE FUNCTION access.note_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO access.access_change (kind, id)
    SELECT DISTINCT TG_ARGV[0], pg_catalog.to_jsonb(c) OPERATOR(pg_catalog.->>) TG_ARGV[1] FROM changed c;
    RETURN NULL;
END $$;

DO $$
DECLARE
    noted  record;
    change text;
BEGIN
    FOR noted IN
        SELECT tgrelid::regclass AS relation, tgname AS name,
               string_to_array(encode(tgargs, 'escape'), '\000') AS arguments
          FROM pg_trigger
         WHERE tgfoid = 'access.note_change()'::regprocedure AND tgrelid <> 'store.personal_value'::regclass
    LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', noted.name, noted.relation);
        FOREACH change IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
            EXECUTE format(
                'CREATE TRIGGER note_%s AFTER %s ON %s REFERENCING %s TABLE AS changed'
                ' FOR EACH STATEMENT EXECUTE FUNCTION access.note_changes(%L, %L)',
                change, change, noted.relation, CASE change WHEN 'delete' THEN 'OLD' ELSE 'NEW' END,
                noted.arguments[1], noted.arguments[2]);
        END LOOP;
    END LOOP;
END $$;

-- Each command to a service user moves its version: with room in the page, without touching an index.
ALTER TABLE access.service_user SET (fillfactor = 80);
