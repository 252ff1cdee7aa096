-- Security policies and API routes among the access tables, and what rate limits have given out.

CREATE TABLE access.security_policy (
    workspace text    NOT NULL REFERENCES access.workspace,
    id        uuid    PRIMARY KEY,
    name      text    NOT NULL,
    name_key  text    NOT NULL,
    state     text    NOT NULL CHECK (state IN ('disabled', 'monitoring', 'enabled')),
    guards    jsonb   NOT NULL,
    built_in  boolean NOT NULL,
    version   bigint  NOT NULL,
    UNIQUE (workspace, name_key)
);

-- A role may be granted several times, for other resources.
CREATE TABLE access.policy_grant (
    policy_id uuid NOT NULL REFERENCES access.security_policy ON DELETE CASCADE,
    place     int  NOT NULL CHECK (place >= 0),
    role_id   uuid NOT NULL REFERENCES access.role,
    resources jsonb,
    PRIMARY KEY (policy_id, place)
);
CREATE INDEX policy_grant_by_role ON access.policy_grant (role_id);

CREATE TABLE access.service_user_policy (
    service_user_id uuid NOT NULL REFERENCES access.service_user,
    policy_id       uuid NOT NULL REFERENCES access.security_policy,
    PRIMARY KEY (service_user_id, policy_id)
);
CREATE INDEX service_user_policy_by_policy ON access.service_user_policy (policy_id);

CREATE TABLE access.group_policy (
    group_id  uuid NOT NULL REFERENCES access.user_group ON DELETE CASCADE,
    policy_id uuid NOT NULL REFERENCES access.security_policy,
    PRIMARY KEY (group_id, policy_id)
);
CREATE INDEX group_policy_by_policy ON access.group_policy (policy_id);

CREATE TABLE access.api (
    workspace text   NOT NULL REFERENCES access.workspace,
    id        uuid   PRIMARY KEY,
    name      text   NOT NULL,
    name_key  text   NOT NULL,
    version   bigint NOT NULL,
    UNIQUE (workspace, name_key)
);

CREATE TABLE access.api_host (
    workspace text NOT NULL,
    host      text NOT NULL,
    api_id    uuid NOT NULL REFERENCES access.api ON DELETE CASCADE,
    PRIMARY KEY (workspace, host)
);
CREATE INDEX api_host_by_api ON access.api_host (api_id);

-- form: the path with all variables alike, so that no two routes of one API match equally well.
CREATE TABLE access.api_route (
    workspace     text NOT NULL,
    api_id        uuid NOT NULL REFERENCES access.api,
    id            uuid PRIMARY KEY,
    method        text NOT NULL,
    path          text NOT NULL,
    form          text NOT NULL,
    permission    text,
    resource_type text,
    resource_id   text,
    UNIQUE (api_id, method, form)
);

-- How old a secret is: guards may ask.
ALTER TABLE access.api_key ADD COLUMN secret_changed_at timestamptz;
ALTER TABLE access.api_key ADD COLUMN overlap_changed_at timestamptz;
UPDATE access.api_key k SET secret_changed_at = (
    SELECT max(e.occurred_at) FROM store.domain_event e
     WHERE e.stream = k.service_user_id::text
       AND e.type IN ('service-user.ApiKeyGenerated', 'service-user.SecretRegenerated')
       AND convert_from(e.payload, 'UTF8')::jsonb ->> 'keyId' = k.id);
UPDATE access.api_key k SET overlap_changed_at = (
    SELECT max(e.occurred_at) FROM store.domain_event e
     WHERE e.stream = k.service_user_id::text AND e.occurred_at < k.secret_changed_at
       AND e.type IN ('service-user.ApiKeyGenerated', 'service-user.SecretRegenerated')
       AND convert_from(e.payload, 'UTF8')::jsonb ->> 'keyId' = k.id)
 WHERE k.overlap_hash IS NOT NULL;
ALTER TABLE access.api_key ALTER COLUMN secret_changed_at SET NOT NULL;
ALTER TABLE access.api_key ADD CHECK ((overlap_hash IS NULL) = (overlap_changed_at IS NULL));

-- What nodes have leased of a service user's allowed uses in one window; a window is named by its first
-- second since 1970-01-01T00:00:00Z. uses: the limit it was last leased under.
CREATE TABLE access.rate_quota (
    policy_id       uuid   NOT NULL,
    service_user_id uuid   NOT NULL,
    per_seconds     bigint NOT NULL CHECK (per_seconds >= 1),
    window_start    bigint NOT NULL,
    uses            bigint NOT NULL CHECK (uses >= 1),
    leased          bigint NOT NULL CHECK (leased >= 0),
    PRIMARY KEY (policy_id, service_user_id, per_seconds, window_start)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
CREATE INDEX rate_quota_by_end ON access.rate_quota ((window_start + per_seconds));

CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.security_policy
    FOR EACH ROW EXECUTE FUNCTION access.note_change('security-policy', 'id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.policy_grant
    FOR EACH ROW EXECUTE FUNCTION access.note_change('security-policy', 'policy_id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.service_user_policy
    FOR EACH ROW EXECUTE FUNCTION access.note_change('service-user', 'service_user_id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.group_policy
    FOR EACH ROW EXECUTE FUNCTION access.note_change('user-group', 'group_id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.api
    FOR EACH ROW EXECUTE FUNCTION access.note_change('routes', 'workspace');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.api_host
    FOR EACH ROW EXECUTE FUNCTION access.note_change('routes', 'workspace');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.api_route
    FOR EACH ROW EXECUTE FUNCTION access.note_change('routes', 'workspace');

GRANT SELECT ON access.security_policy, access.policy_grant, access.service_user_policy,
    access.group_policy, access.api, access.api_host, access.api_route, access.rate_quota
    TO keyledger_command, keyledger_query;
GRANT INSERT, UPDATE, DELETE ON access.security_policy, access.policy_grant,
    access.service_user_policy, access.group_policy, access.api, access.api_host, access.api_route
    TO keyledger_command;
GRANT INSERT, UPDATE ON access.rate_quota TO keyledger_command, keyledger_query;
GRANT DELETE ON access.rate_quota TO keyledger_command;
