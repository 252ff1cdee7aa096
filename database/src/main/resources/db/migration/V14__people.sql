-- People who sign in with OpenID Connect, among the access tables. A group that is deleted takes their membership
-- with it: what the provider says is asked again at the next sign-in, and nobody could take them out before.

CREATE TABLE access.person (
    id              uuid        PRIMARY KEY,
    issuer          text        NOT NULL,
    subject         text        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('enabled', 'disabled')),
    token_issued_at timestamptz NOT NULL,
    version         bigint      NOT NULL,
    CONSTRAINT person_identity UNIQUE (issuer, subject)
);

CREATE TABLE access.person_group (
    person_id uuid NOT NULL REFERENCES access.person,
    workspace text NOT NULL REFERENCES access.workspace,
    group_id  uuid NOT NULL REFERENCES access.user_group ON DELETE CASCADE,
    PRIMARY KEY (person_id, group_id)
);
CREATE INDEX person_group_by_group ON access.person_group (group_id);

CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.person
    FOR EACH ROW EXECUTE FUNCTION access.note_change('person', 'id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON access.person_group
    FOR EACH ROW EXECUTE FUNCTION access.note_change('person', 'person_id');

GRANT SELECT ON access.person, access.person_group TO keyledger_command, keyledger_query;
GRANT INSERT, UPDATE ON access.person TO keyledger_command;
GRANT INSERT, UPDATE, DELETE ON access.person_group TO keyledger_command;
