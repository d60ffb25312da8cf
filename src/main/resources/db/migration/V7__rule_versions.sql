-- What a decision was made in: the contact and the conversation as the event found them (JSON), where the rules were
-- asked; nothing where they were not. With it a changed set of rules can be tried on what really happened.
ALTER TABLE event ADD COLUMN facts TEXT;

-- The company's files of a version (gzip over JSON, text by path), once for each content.
CREATE TABLE rule_content (
    content_hash VARCHAR(64) PRIMARY KEY,
    files        BYTEA NOT NULL
);

-- Every configuration that has been in force, one after the other; "difference" holds JSON. A decision names its
-- version by the snapshot.
CREATE TABLE rule_version (
    number       BIGINT PRIMARY KEY,
    snapshot     VARCHAR(64) NOT NULL,
    content_hash VARCHAR(64) NOT NULL,
    author       VARCHAR(128) NOT NULL,
    reason       VARCHAR(1024) NOT NULL,
    published_at TIMESTAMP WITH TIME ZONE NOT NULL,
    restores     BIGINT,
    difference   TEXT NOT NULL
);
CREATE INDEX rule_version_snapshot ON rule_version (snapshot);
