-- When each route was last gone by, and from where: a view of its own, so that it catches up by itself in a store that
-- has had uses before it. An address is a reference into store.personal_value; entry tells uses of the same time apart.

SET ROLE keyledger_query;

CREATE TABLE views.route_use_v1 (
    route_id  uuid        NOT NULL,
    api_id    uuid        NOT NULL,
    workspace text COLLATE "C" NOT NULL,
    used_at   timestamptz NOT NULL,
    entry     bigint      NOT NULL,
    address   bigint,
    PRIMARY KEY (route_id)
) WITH (fillfactor = 70);
CREATE INDEX route_use_by_api_v1 ON views.route_use_v1 (api_id);

RESET ROLE;
