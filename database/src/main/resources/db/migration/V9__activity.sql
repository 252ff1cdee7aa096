-- Activity: how much of what happened on which day (UTC). A view of its own, so that it begins at the
-- start of the ledger and catches up by itself on a store that has a past.

SET ROLE keyledger_query;

-- detail is the event's wire name, or why a use was refused, '' if it was allowed.
CREATE TABLE views.activity_day_v1 (
    workspace text COLLATE "C" NOT NULL,
    day       date   NOT NULL,
    kind      text COLLATE "C" NOT NULL,
    detail    text COLLATE "C" NOT NULL,
    count     bigint NOT NULL,
    PRIMARY KEY (workspace, day, kind, detail)
) WITH (fillfactor = 70);

-- Uses of keys whose service user is known; reason as detail above.
CREATE TABLE views.activity_key_v1 (
    service_user_id uuid   NOT NULL,
    workspace       text COLLATE "C" NOT NULL,
    key_id          text COLLATE "C" NOT NULL,
    day             date   NOT NULL,
    reason          text COLLATE "C" NOT NULL,
    count           bigint NOT NULL,
    PRIMARY KEY (key_id, day, reason, service_user_id, workspace)
) WITH (fillfactor = 70);
CREATE INDEX activity_of_user_v1 ON views.activity_key_v1 (service_user_id, day);

RESET ROLE;
