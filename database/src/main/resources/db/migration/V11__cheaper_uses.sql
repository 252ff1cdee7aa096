-- A use is found by its key alone: whose keys they are is told by the changes that made them. One index less for
-- each use to be put into.

SET ROLE keyledger_query;

DROP INDEX views.audit_use_by_user_v1;

RESET ROLE;
