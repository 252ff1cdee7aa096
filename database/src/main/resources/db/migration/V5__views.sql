-- The views: everything here follows from the ledger alone and can be dropped and rebuilt.
-- Rows hold no wall clock, no sequence, no default. Owned by the query side, which swaps rebuilt tables in.

SET ROLE keyledger_query;

-- Directory: what was so from one ledger position (inclusive) to another (exclusive; still so:
-- 9223372036854775807). version and updated_at follow the stream's last event within that time.

CREATE TABLE views.workspace_v1 (
    slug       text COLLATE "C" NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL,
    updated_at timestamptz NOT NULL,
    valid_from bigint      NOT NULL,
    valid_to   bigint      NOT NULL,
    PRIMARY KEY (slug, valid_from)
);

CREATE TABLE views.role_v1 (
    id          uuid        NOT NULL,
    workspace   text COLLATE "C" NOT NULL,
    name        text        NOT NULL,
    name_key    text COLLATE "C" NOT NULL,
    description text        NOT NULL,
    permissions text[]      NOT NULL,
    built_in    boolean     NOT NULL,
    created_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    updated_at  timestamptz NOT NULL,
    valid_from  bigint      NOT NULL,
    valid_to    bigint      NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX role_current_v1 ON views.role_v1 (workspace, name_key, id)
    WHERE valid_to = 9223372036854775807;

CREATE TABLE views.user_group_v1 (
    id          uuid        NOT NULL,
    workspace   text COLLATE "C" NOT NULL,
    name        text        NOT NULL,
    name_key    text COLLATE "C" NOT NULL,
    description text        NOT NULL,
    built_in    boolean     NOT NULL,
    created_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    updated_at  timestamptz NOT NULL,
    valid_from  bigint      NOT NULL,
    valid_to    bigint      NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX user_group_current_v1 ON views.user_group_v1 (workspace, name_key, id)
    WHERE valid_to = 9223372036854775807;

CREATE TABLE views.service_user_v1 (
    id           uuid        NOT NULL,
    workspace    text COLLATE "C" NOT NULL,
    username     text        NOT NULL,
    username_key text COLLATE "C" NOT NULL,
    description  text        NOT NULL,
    owner        text,
    labels       jsonb       NOT NULL,
    expires_at   timestamptz,
    status       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    version      bigint      NOT NULL,
    updated_at   timestamptz NOT NULL,
    valid_from   bigint      NOT NULL,
    valid_to     bigint      NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX service_user_current_v1 ON views.service_user_v1 (workspace, username_key, id)
    WHERE valid_to = 9223372036854775807;

CREATE TABLE views.api_key_v1 (
    id                text COLLATE "C" NOT NULL,
    workspace         text COLLATE "C" NOT NULL,
    service_user_id   uuid        NOT NULL,
    name              text        NOT NULL,
    status            text        NOT NULL,
    expires_at        timestamptz,
    secret_changed_at timestamptz NOT NULL,
    overlap_until     timestamptz,
    created_at        timestamptz NOT NULL,
    version           bigint      NOT NULL,
    updated_at        timestamptz NOT NULL,
    valid_from        bigint      NOT NULL,
    valid_to          bigint      NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX api_key_current_v1 ON views.api_key_v1 (service_user_id, id)
    WHERE valid_to = 9223372036854775807;

CREATE TABLE views.service_user_group_v1 (
    service_user_id uuid        NOT NULL,
    group_id        uuid        NOT NULL,
    workspace       text COLLATE "C" NOT NULL,
    version         bigint      NOT NULL,
    updated_at      timestamptz NOT NULL,
    valid_from      bigint      NOT NULL,
    valid_to        bigint      NOT NULL,
    PRIMARY KEY (service_user_id, group_id, valid_from)
);
CREATE INDEX service_user_group_members_v1 ON views.service_user_group_v1 (group_id, service_user_id)
    WHERE valid_to = 9223372036854775807;

CREATE TABLE views.service_user_role_v1 (
    service_user_id uuid        NOT NULL,
    role_id         uuid        NOT NULL,
    workspace       text COLLATE "C" NOT NULL,
    version         bigint      NOT NULL,
    updated_at      timestamptz NOT NULL,
    valid_from      bigint      NOT NULL,
    valid_to        bigint      NOT NULL,
    PRIMARY KEY (service_user_id, role_id, valid_from)
);
CREATE INDEX service_user_role_holders_v1 ON views.service_user_role_v1 (role_id, service_user_id)
    WHERE valid_to = 9223372036854775807;

CREATE TABLE views.group_role_v1 (
    group_id   uuid        NOT NULL,
    role_id    uuid        NOT NULL,
    workspace  text COLLATE "C" NOT NULL,
    version    bigint      NOT NULL,
    updated_at timestamptz NOT NULL,
    valid_from bigint      NOT NULL,
    valid_to   bigint      NOT NULL,
    PRIMARY KEY (group_id, role_id, valid_from)
);
CREATE INDEX group_role_holders_v1 ON views.group_role_v1 (role_id, group_id)
    WHERE valid_to = 9223372036854775807;

-- Key usage: one row per key that was ever shown with its right secret, or guessed at.
CREATE TABLE views.key_usage_v1 (
    key_id          text COLLATE "C" NOT NULL PRIMARY KEY,
    service_user_id uuid        NOT NULL,
    allowed         bigint      NOT NULL,
    refused         bigint      NOT NULL,
    first_used_at   timestamptz,
    last_allowed_at timestamptz,
    last_used_at    timestamptz,
    last_entry      bigint,
    last_reason     text,
    last_permission text,
    last_method     text,
    last_path       text,
    last_address    bigint,
    last_user_agent bigint
) WITH (fillfactor = 70);

-- Audit trail. An entry's number is its ledger position times 2^20 plus its index within the record,
-- so one number orders, pages and identifies. Personal values are references into store.personal_value.

CREATE TABLE views.audit_change_v1 (
    entry           bigint      NOT NULL,
    occurred_at     timestamptz NOT NULL,
    event_id        uuid        NOT NULL,
    correlation_id  uuid        NOT NULL,
    service_user_id uuid,
    causation_id    uuid,
    address         bigint,
    user_agent      bigint,
    reason          bigint,
    actor_person    bigint,
    workspace       text COLLATE "C" NOT NULL,
    type            text COLLATE "C" NOT NULL,
    actor_kind      text        NOT NULL,
    actor_id        text COLLATE "C" NOT NULL,
    actor_name      text,
    actor_key_id    text,
    subject_kind    text        NOT NULL,
    subject_id      text        NOT NULL,
    key_id          text COLLATE "C",
    before          jsonb,
    after           jsonb,
    PRIMARY KEY (workspace, entry)
);
CREATE UNIQUE INDEX audit_change_by_event_v1 ON views.audit_change_v1 (event_id);
CREATE INDEX audit_change_by_type_v1 ON views.audit_change_v1 (workspace, type, entry);
CREATE INDEX audit_change_by_actor_v1 ON views.audit_change_v1 (actor_id, entry);
CREATE INDEX audit_change_by_user_v1 ON views.audit_change_v1 (service_user_id, entry)
    WHERE service_user_id IS NOT NULL;
CREATE INDEX audit_change_by_key_v1 ON views.audit_change_v1 (key_id, entry) WHERE key_id IS NOT NULL;

-- Only what is filtered by; a page's other fields are read from its journal records, where they stand
-- already. Users and keys are indexed by their hashes, which take a third of the room.
CREATE TABLE views.audit_use_v1 (
    entry           bigint      NOT NULL,
    occurred_at     timestamptz NOT NULL,
    service_user_id uuid,
    workspace       text COLLATE "C" NOT NULL,
    key_id          text COLLATE "C",
    reason          text COLLATE "C",
    PRIMARY KEY (workspace, entry)
);
CREATE INDEX audit_use_by_user_v1 ON views.audit_use_v1 (uuid_hash_extended(service_user_id, 0), entry)
    WHERE service_user_id IS NOT NULL;
CREATE INDEX audit_use_by_key_v1 ON views.audit_use_v1 (hashtextextended(key_id, 0), entry)
    WHERE key_id IS NOT NULL;
CREATE INDEX audit_use_refused_v1 ON views.audit_use_v1 (workspace, entry) WHERE reason IS NOT NULL;

-- Where in the trail the hours of a workspace lie: entries are ordered by position, asked for by time.
CREATE TABLE views.audit_hour_v1 (
    workspace   text COLLATE "C" NOT NULL,
    hour        timestamptz NOT NULL,
    first_entry bigint      NOT NULL,
    last_entry  bigint      NOT NULL,
    PRIMARY KEY (workspace, hour)
);

RESET ROLE;
