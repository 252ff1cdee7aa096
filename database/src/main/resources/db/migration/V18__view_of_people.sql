-- The view of people who sign in with OpenID Connect, of its own so that it catches up by itself in a store that has
-- had people before it. As in the directory, rows are valid from one ledger position to another. A name is a
-- reference into store.personal_value; which one a person acts under in a workspace is known by where it first and
-- last did, so that the order in which events arrive makes no difference.

SET ROLE keyledger_query;

CREATE TABLE views.person_v1 (
    id         uuid        NOT NULL,
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    status     text        NOT NULL,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL,
    updated_at timestamptz NOT NULL,
    valid_from bigint      NOT NULL,
    valid_to   bigint      NOT NULL,
    PRIMARY KEY (id, valid_from)
);

CREATE TABLE views.person_group_v1 (
    person_id  uuid        NOT NULL,
    group_id   uuid        NOT NULL,
    workspace  text COLLATE "C" NOT NULL,
    version    bigint      NOT NULL,
    updated_at timestamptz NOT NULL,
    valid_from bigint      NOT NULL,
    valid_to   bigint      NOT NULL,
    PRIMARY KEY (person_id, group_id, valid_from)
);
CREATE INDEX person_group_members_v1 ON views.person_group_v1 (workspace, group_id, person_id);

CREATE TABLE views.person_sign_in_v1 (
    person_id    uuid        NOT NULL,
    position     bigint      NOT NULL,
    signed_in_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, position)
);

CREATE TABLE views.person_name_v1 (
    person_id      uuid   NOT NULL,
    workspace      text COLLATE "C" NOT NULL,
    name           bigint NOT NULL,
    first_position bigint NOT NULL,
    last_position  bigint NOT NULL,
    PRIMARY KEY (person_id, workspace, name)
) WITH (fillfactor = 80);

RESET ROLE;
