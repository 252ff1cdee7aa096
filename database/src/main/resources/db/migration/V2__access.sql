-- The access tables: the state that checks and commands decide by. Written in the transaction of the
-- events they follow from; each row carries the sequence of its stream's last event as its version.
-- Foreign keys without cascade are rules: what is in use is not deleted, whoever races.

CREATE SCHEMA access;

CREATE TABLE access.workspace (
    slug    text   PRIMARY KEY CHECK (slug ~ '^[a-z0-9-]{2,40}$'),
    name    text   NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE access.role (
    workspace   text    NOT NULL REFERENCES access.workspace,
    id          uuid    PRIMARY KEY,
    name        text    NOT NULL,
    name_key    text    NOT NULL,
    permissions text[]  NOT NULL,
    built_in    boolean NOT NULL,
    version     bigint  NOT NULL,
    UNIQUE (workspace, name_key)
);

CREATE TABLE access.user_group (
    workspace text    NOT NULL REFERENCES access.workspace,
    id        uuid    PRIMARY KEY,
    name      text    NOT NULL,
    name_key  text    NOT NULL,
    built_in  boolean NOT NULL,
    version   bigint  NOT NULL,
    UNIQUE (workspace, name_key)
);

CREATE TABLE access.group_role (
    group_id uuid NOT NULL REFERENCES access.user_group ON DELETE CASCADE,
    role_id  uuid NOT NULL REFERENCES access.role,
    PRIMARY KEY (group_id, role_id)
);
CREATE INDEX group_role_by_role ON access.group_role (role_id);

-- A deleted service user keeps its row (its keys are refused by name), not its username.
CREATE TABLE access.service_user (
    workspace    text   NOT NULL REFERENCES access.workspace,
    id           uuid   PRIMARY KEY,
    username     text   NOT NULL,
    username_key text   NOT NULL,
    status       text   NOT NULL CHECK (status IN ('enabled', 'disabled', 'deleted')),
    expires_at   timestamptz,
    version      bigint NOT NULL
);
CREATE UNIQUE INDEX service_user_username ON access.service_user (workspace, username_key) WHERE status <> 'deleted';

CREATE TABLE access.service_user_group (
    service_user_id uuid NOT NULL REFERENCES access.service_user,
    group_id        uuid NOT NULL REFERENCES access.user_group,
    PRIMARY KEY (service_user_id, group_id)
);
CREATE INDEX service_user_group_by_group ON access.service_user_group (group_id);

CREATE TABLE access.service_user_role (
    service_user_id uuid NOT NULL REFERENCES access.service_user,
    role_id         uuid NOT NULL REFERENCES access.role,
    PRIMARY KEY (service_user_id, role_id)
);
CREATE INDEX service_user_role_by_role ON access.service_user_role (role_id);

CREATE TABLE access.api_key (
    workspace              text   NOT NULL REFERENCES access.workspace,
    id                     text   PRIMARY KEY CHECK (id ~ '^[0-9A-Za-z]{22}$'),
    service_user_id        uuid   NOT NULL REFERENCES access.service_user,
    name                   text   NOT NULL,
    status                 text   NOT NULL CHECK (status IN ('enabled', 'disabled', 'deleted')),
    expires_at             timestamptz,
    secret_hash            bytea  NOT NULL CHECK (octet_length(secret_hash) = 32),
    pepper_version         int    NOT NULL,
    overlap_hash           bytea  CHECK (octet_length(overlap_hash) = 32),
    overlap_pepper_version int,
    overlap_until          timestamptz,
    CHECK ((overlap_hash IS NULL) = (overlap_until IS NULL)),
    CHECK ((overlap_hash IS NULL) = (overlap_pepper_version IS NULL))
);
CREATE INDEX api_key_by_service_user ON access.api_key (service_user_id);

-- Which entity became different in which transaction. A node whose cache stands at one snapshot reads
-- what became visible since, whatever order it committed in.
CREATE TABLE access.access_change (
    xid        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    kind       text        NOT NULL,
    id         text        NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX access_change_by_xid ON access.access_change (xid);

-- Rows of transactions below this one may have been pruned.
CREATE TABLE access.access_change_horizon (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    xid      xid8    NOT NULL DEFAULT '0'
);
INSERT INTO access.access_change_horizon DEFAULT VALUES;

-- Arguments: the entity's kind, and the column that holds its id.
CREATE FUNCTION access.note_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    changed jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
BEGIN
    INSERT INTO access.access_change (kind, id) VALUES (TG_ARGV[0], changed ->> TG_ARGV[1]);
    RETURN NULL;
END $$;

CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.role
    FOR EACH ROW EXECUTE FUNCTION access.note_change('role', 'id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.user_group
    FOR EACH ROW EXECUTE FUNCTION access.note_change('user-group', 'id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.group_role
    FOR EACH ROW EXECUTE FUNCTION access.note_change('user-group', 'group_id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.service_user
    FOR EACH ROW EXECUTE FUNCTION access.note_change('service-user', 'id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.service_user_group
    FOR EACH ROW EXECUTE FUNCTION access.note_change('service-user', 'service_user_id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.service_user_role
    FOR EACH ROW EXECUTE FUNCTION access.note_change('service-user', 'service_user_id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.api_key
    FOR EACH ROW EXECUTE FUNCTION access.note_change('service-user', 'service_user_id');

GRANT USAGE ON SCHEMA access TO keyledger_command, keyledger_query;
GRANT SELECT ON ALL TABLES IN SCHEMA access TO keyledger_command, keyledger_query;
GRANT INSERT, UPDATE ON access.workspace, access.service_user, access.api_key TO keyledger_command;
GRANT INSERT, UPDATE, DELETE ON access.role, access.user_group, access.group_role,
    access.service_user_group, access.service_user_role TO keyledger_command;
GRANT DELETE ON access.access_change TO keyledger_command;
GRANT UPDATE ON access.access_change_horizon TO keyledger_command;
