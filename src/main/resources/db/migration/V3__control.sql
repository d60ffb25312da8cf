-- When a rule with a cooldown last acted for a contact.
CREATE TABLE rule_use (
    contact_id VARCHAR(64) NOT NULL,
    rule_id    VARCHAR(256) NOT NULL,
    last_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (contact_id, rule_id)
);

-- What a conversation's customer was asked back and has not answered yet. "variables" holds JSON.
CREATE TABLE open_question (
    conversation_id VARCHAR(64) PRIMARY KEY,
    rule_id         VARCHAR(256) NOT NULL,
    question        TEXT NOT NULL,
    variables       TEXT NOT NULL,
    event_uid       VARCHAR(43) NOT NULL,
    epoch           BIGINT NOT NULL,
    expires_at      TIMESTAMP WITH TIME ZONE NOT NULL
);
