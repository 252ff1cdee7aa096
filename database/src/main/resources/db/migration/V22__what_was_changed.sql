-- The changes of the trail are found by what they changed (of a route, which an API's changes tell, the route), by the
-- policy that they attached or detached, by the address they came from, and over all workspaces in their order.

SET ROLE keyledger_query;

CREATE INDEX audit_change_by_thing_v1 ON views.audit_change_v1
    (coalesce(before ->> 'route', after ->> 'route', subject_id), entry);
CREATE INDEX audit_change_by_policy_v1 ON views.audit_change_v1
    (coalesce(before ->> 'policy', after ->> 'policy'), entry)
    WHERE coalesce(before ->> 'policy', after ->> 'policy') IS NOT NULL;
CREATE INDEX audit_change_by_address_v1 ON views.audit_change_v1 (address, entry) WHERE address IS NOT NULL;
CREATE INDEX audit_change_by_entry_v1 ON views.audit_change_v1 (entry);

-- Who was in a group at a moment: without it, each group of a list of then was counted through all memberships.
CREATE INDEX service_user_group_ever_v1 ON views.service_user_group_v1 (group_id, service_user_id);

-- A rebuild under way has tables without these: it begins anew.
UPDATE query.rebuild SET phase = 'prepare' WHERE view IN ('audit-trail', 'directory') AND state IN ('running', 'paused');

RESET ROLE;
