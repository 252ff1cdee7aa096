-- Lists of service users in order of their creation or status: a page is read from its index, whatever the number of
-- service users. (In order of last use it is not: uses are in a view of their own.)

SET ROLE keyledger_query;

CREATE INDEX service_user_by_creation_v1 ON views.service_user_v1 (workspace, created_at, username_key, id)
    WHERE valid_to = 9223372036854775807;
CREATE INDEX service_user_by_status_v1 ON views.service_user_v1 (workspace, status, username_key, id)
    WHERE valid_to = 9223372036854775807;

RESET ROLE;
