-- Answers to requests that carried an Idempotency-Key, for a day: a repeated request gets the same.
-- request names caller, workspace and key by their hash; bodies are stored without secrets.

CREATE TABLE access.answered_request (
    request      bytea       NOT NULL CHECK (octet_length(request) = 32),
    part         int         NOT NULL CHECK (part >= 0),
    content_hash bytea       NOT NULL CHECK (octet_length(content_hash) = 32),
    status       int         NOT NULL,
    version      bigint      NOT NULL,
    token        text        NOT NULL,
    location     text,
    body         text,
    answered_at  timestamptz NOT NULL DEFAULT statement_timestamp(),
    PRIMARY KEY (request, part)
);
CREATE INDEX answered_request_by_time ON access.answered_request (answered_at);

GRANT SELECT, INSERT, DELETE ON access.answered_request TO keyledger_command;
