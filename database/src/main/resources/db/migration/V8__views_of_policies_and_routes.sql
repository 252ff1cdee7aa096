-- Directory: security policies and API routes. No event before this migration concerns them, so that
-- these tables are right as they begin, empty, and need no rebuild.

SET ROLE keyledger_query;

CREATE TABLE views.security_policy_v1 (
    id          uuid        NOT NULL,
    workspace   text COLLATE "C" NOT NULL,
    name        text        NOT NULL,
    name_key    text COLLATE "C" NOT NULL,
    description text        NOT NULL,
    state       text        NOT NULL,
    guards      jsonb       NOT NULL,
    built_in    boolean     NOT NULL,
    created_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    updated_at  timestamptz NOT NULL,
    valid_from  bigint      NOT NULL,
    valid_to    bigint      NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX security_policy_current_v1 ON views.security_policy_v1 (workspace, name_key, id)
    WHERE valid_to = 9223372036854775807;

-- place: the order of a policy's grants.
CREATE TABLE views.policy_grant_v1 (
    policy_id  uuid        NOT NULL,
    place      int         NOT NULL,
    role_id    uuid        NOT NULL,
    resources  jsonb,
    workspace  text COLLATE "C" NOT NULL,
    version    bigint      NOT NULL,
    updated_at timestamptz NOT NULL,
    valid_from bigint      NOT NULL,
    valid_to   bigint      NOT NULL,
    PRIMARY KEY (policy_id, place, valid_from)
);
CREATE INDEX policy_grant_roles_v1 ON views.policy_grant_v1 (role_id, policy_id)
    WHERE valid_to = 9223372036854775807;

CREATE TABLE views.service_user_policy_v1 (
    service_user_id uuid        NOT NULL,
    policy_id       uuid        NOT NULL,
    workspace       text COLLATE "C" NOT NULL,
    version         bigint      NOT NULL,
    updated_at      timestamptz NOT NULL,
    valid_from      bigint      NOT NULL,
    valid_to        bigint      NOT NULL,
    PRIMARY KEY (service_user_id, policy_id, valid_from)
);
CREATE INDEX service_user_policy_reached_v1 ON views.service_user_policy_v1 (policy_id, service_user_id)
    WHERE valid_to = 9223372036854775807;

CREATE TABLE views.group_policy_v1 (
    group_id   uuid        NOT NULL,
    policy_id  uuid        NOT NULL,
    workspace  text COLLATE "C" NOT NULL,
    version    bigint      NOT NULL,
    updated_at timestamptz NOT NULL,
    valid_from bigint      NOT NULL,
    valid_to   bigint      NOT NULL,
    PRIMARY KEY (group_id, policy_id, valid_from)
);
CREATE INDEX group_policy_reached_v1 ON views.group_policy_v1 (policy_id, group_id)
    WHERE valid_to = 9223372036854775807;

CREATE TABLE views.api_v1 (
    id          uuid        NOT NULL,
    workspace   text COLLATE "C" NOT NULL,
    name        text        NOT NULL,
    name_key    text COLLATE "C" NOT NULL,
    description text        NOT NULL,
    hosts       text[]      NOT NULL,
    created_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    updated_at  timestamptz NOT NULL,
    valid_from  bigint      NOT NULL,
    valid_to    bigint      NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX api_current_v1 ON views.api_v1 (workspace, name_key, id)
    WHERE valid_to = 9223372036854775807;

CREATE TABLE views.api_route_v1 (
    id            uuid        NOT NULL,
    workspace     text COLLATE "C" NOT NULL,
    api_id        uuid        NOT NULL,
    method        text COLLATE "C" NOT NULL,
    path          text COLLATE "C" NOT NULL,
    permission    text COLLATE "C",
    resource_type text,
    resource_id   text,
    created_at    timestamptz NOT NULL,
    version       bigint      NOT NULL,
    updated_at    timestamptz NOT NULL,
    valid_from    bigint      NOT NULL,
    valid_to      bigint      NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX api_route_current_v1 ON views.api_route_v1 (workspace, path, method, id)
    WHERE valid_to = 9223372036854775807;
CREATE INDEX api_route_of_api_v1 ON views.api_route_v1 (api_id);

RESET ROLE;
