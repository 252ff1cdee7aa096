-- What became different is noted once in a transaction, however many of its statements touch it: a group that is assigned
-- has a row of its own and moves its service user's version. There is a function for each kind of entity and column that
-- holds its id, so that nothing is looked up by a column's name. A plan that was made while there were next to no notes
-- would read all of those that are written until they are counted again.
DO $$
DECLARE
    noted    record;
    function text;
BEGIN
    FOR noted IN
        SELECT DISTINCT ON (arguments[1], arguments[2]) arguments[1] AS kind, arguments[2] AS id
          FROM (SELECT string_to_array(encode(tgargs, 'escape'), '\000') AS arguments
                  FROM pg_trigger WHERE tgfoid = 'access.note_changes()'::regprocedure) t
    LOOP
        EXECUTE format(
            $function$
            CREATE FUNCTION access.%1$I() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $body$
            BEGIN
                INSERT INTO access.access_change (kind, id)
                SELECT DISTINCT %2$L, c.%3$I::text FROM changed c
                 WHERE NOT EXISTS (SELECT FROM access.access_change n
                                    WHERE n.xid = pg_catalog.pg_current_xact_id() AND n.kind = %2$L AND n.id = c.%3$I::text);
                RETURN NULL;
            END $body$
            $function$,
            replace(format('note_%s_by_%s', noted.kind, noted.id), '-', '_'), noted.kind, noted.id);
    END LOOP;
    FOR noted IN
        SELECT tgrelid::regclass AS relation, tgname AS name,
               string_to_array(encode(tgargs, 'escape'), '\000') AS arguments
          FROM pg_trigger WHERE tgfoid = 'access.note_changes()'::regprocedure
    LOOP
        function := replace(format('note_%s_by_%s', noted.arguments[1], noted.arguments[2]), '-', '_');
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER %1$I AFTER %2$s ON %3$s REFERENCING %4$s TABLE AS changed'
            ' FOR EACH STATEMENT EXECUTE FUNCTION access.%5$I()',
            noted.name, split_part(noted.name, '_', 2), noted.relation,
            CASE noted.name WHEN 'note_delete' THEN 'OLD' ELSE 'NEW' END, function);
    END LOOP;
END $$;

DROP FUNCTION access.note_changes();
