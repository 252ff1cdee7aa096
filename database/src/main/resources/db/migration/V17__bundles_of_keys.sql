-- What is known of the uses of keys stands in rows of up to some sixteen keys each, instead of one each: by workspace
-- (key usage) and by day of a workspace (activity). What was known is carried over.

SET ROLE keyledger_query;

-- 24 bits of the SHA-256 of a key's id. As many of them as "bits" says, from the lowest, are the number of its bundle.
CREATE FUNCTION views.key_place(key text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN get_byte(sha256(convert_to(key, 'UTF8')), 0)
       | (get_byte(sha256(convert_to(key, 'UTF8')), 1) << 8)
       | (get_byte(sha256(convert_to(key, 'UTF8')), 2) << 16);

-- keys: how many keys have uses there; bits: the fewest with which they are 16 a bundle on average, or less.
CREATE TABLE views.key_use_size_v1 (
    workspace text COLLATE "C" NOT NULL PRIMARY KEY,
    keys      bigint NOT NULL,
    bits      int    NOT NULL
) WITH (fillfactor = 70);

-- keys in order; used: when each was used last, in microseconds from 1970 on; uses: see UsageValues. Rows have room for
-- their next version beside them, and are kept in one piece, since they are read and written as a whole.
CREATE TABLE views.key_use_bundle_v1 (
    workspace text COLLATE "C" NOT NULL,
    bundle    int      NOT NULL,
    keys      text[] COLLATE "C" NOT NULL,
    used      bigint[] NOT NULL,
    uses      bytea    NOT NULL,
    PRIMARY KEY (workspace, bundle)
) WITH (fillfactor = 50, toast_tuple_target = 8160);

CREATE TABLE views.activity_size_v1 (
    workspace text COLLATE "C" NOT NULL,
    day       date   NOT NULL,
    keys      bigint NOT NULL,
    bits      int    NOT NULL,
    PRIMARY KEY (workspace, day)
) WITH (fillfactor = 70);

-- keys in order; counts: see ReasonCounts.
CREATE TABLE views.activity_bundle_v1 (
    workspace text COLLATE "C" NOT NULL,
    day       date   NOT NULL,
    bundle    int    NOT NULL,
    keys      text[] COLLATE "C" NOT NULL,
    counts    bytea  NOT NULL,
    PRIMARY KEY (workspace, day, bundle)
) WITH (fillfactor = 70, toast_tuple_target = 8160);

-- How Compact writes numbers and texts; more is 1 where a value may be missing.
CREATE FUNCTION views.v17_number(number bigint) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    bytes bytea  := '';
    rest  bigint := number;
BEGIN
    WHILE rest > 127 LOOP
        bytes := bytes || set_byte('\x00', 0, (rest & 127)::int | 128);
        rest := rest >> 7;
    END LOOP;
    RETURN bytes || set_byte('\x00', 0, rest::int);
END $$;
CREATE FUNCTION views.v17_text(value text, more int) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN coalesce(views.v17_number(octet_length(convert_to(value, 'UTF8')) + more) || convert_to(value, 'UTF8'), '\x00');
CREATE FUNCTION views.v17_time(at timestamptz) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN views.v17_number(coalesce((extract(epoch FROM at) * 1000000)::bigint + 1, 0));
CREATE FUNCTION views.v17_bits(keys bigint) RETURNS int LANGUAGE sql IMMUTABLE
RETURN (SELECT min(bits) FROM generate_series(0, 24) bits WHERE bits = 24 OR 16::bigint << bits >= keys);

INSERT INTO views.activity_size_v1
SELECT workspace, day, count(DISTINCT key_id), views.v17_bits(count(DISTINCT key_id))
  FROM views.activity_key_v1 GROUP BY 1, 2;
INSERT INTO views.activity_bundle_v1
SELECT k.workspace, k.day, views.key_place(k.key_id) & (1 << z.bits) - 1,
       array_agg(k.key_id ORDER BY k.key_id), string_agg(k.counts, '' ORDER BY k.key_id)
  FROM (SELECT workspace, day, key_id,
               views.v17_number(count(*))
               || string_agg(views.v17_text(reason, 0) || views.v17_number(count), '' ORDER BY reason) AS counts
          FROM (SELECT workspace, day, key_id, reason, sum(count)::bigint AS count
                  FROM views.activity_key_v1 GROUP BY 1, 2, 3, 4) r
         GROUP BY 1, 2, 3) k
  JOIN views.activity_size_v1 z ON z.workspace = k.workspace AND z.day = k.day
 GROUP BY 1, 2, 3;

-- A key's workspace is told by the directory, or, while that does not follow its service user, by the days of its use.
CREATE TABLE views.v17_usage AS
SELECT w.workspace, u.*
  FROM views.key_usage_v1 u
  JOIN (SELECT id, workspace FROM views.api_key_v1
         UNION SELECT key_id, workspace FROM views.activity_key_v1) w ON w.id = u.key_id;
INSERT INTO views.key_use_size_v1
SELECT workspace, count(*), views.v17_bits(count(*)) FROM views.v17_usage GROUP BY 1;
INSERT INTO views.key_use_bundle_v1
SELECT u.workspace, views.key_place(u.key_id) & (1 << z.bits) - 1,
       array_agg(u.key_id ORDER BY u.key_id),
       array_agg((extract(epoch FROM u.last_used_at) * 1000000)::bigint ORDER BY u.key_id),
       string_agg(views.v17_number(u.allowed) || views.v17_number(u.refused)
                  || views.v17_time(u.first_used_at) || views.v17_time(u.last_allowed_at)
                  || views.v17_time(u.last_used_at)
                  || CASE WHEN u.last_used_at IS NULL THEN '' ELSE
                     views.v17_number(u.last_entry)
                     || views.v17_text(u.last_reason, 1) || views.v17_text(u.last_permission, 1)
                     || views.v17_text(u.last_method, 1) || views.v17_text(u.last_path, 1)
                     || views.v17_number(coalesce(u.last_address + 1, 0))
                     || views.v17_number(coalesce(u.last_user_agent + 1, 0)) END,
                  '' ORDER BY u.key_id)
  FROM views.v17_usage u JOIN views.key_use_size_v1 z ON z.workspace = u.workspace
 GROUP BY 1, 2;

-- If there is a key of which neither knows, the view begins anew.
DO $$
BEGIN
    IF (SELECT count(*) FROM views.v17_usage) <> (SELECT count(*) FROM views.key_usage_v1) THEN
        TRUNCATE views.key_use_size_v1, views.key_use_bundle_v1;
        DELETE FROM query.dead_letter WHERE view = 'key-usage' AND copy = 'live';
        UPDATE query.view_position SET position = 0 WHERE view = 'key-usage' AND copy = 'live';
    END IF;
END $$;

DROP TABLE views.v17_usage, views.key_usage_v1, views.activity_key_v1;
DROP FUNCTION views.v17_number, views.v17_text, views.v17_time, views.v17_bits;

-- A rebuild under way has tables of the old shape: it begins anew.
DROP TABLE IF EXISTS views_rebuild.key_usage_v1, views_rebuild.activity_key_v1;
UPDATE query.rebuild SET phase = 'prepare' WHERE view IN ('key-usage', 'activity') AND state IN ('running', 'paused');

RESET ROLE;
