-- What flows back from other systems: webhooks, records that are to be fetched, what is known of them, cursors.

-- Which deliveries of webhooks were taken, so that a repeat is recognised; id is a hash of system and delivery id.
CREATE TABLE webhook_delivery (
    id       VARCHAR(43) PRIMARY KEY,
    taken_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX webhook_delivery_age ON webhook_delivery (taken_at);

-- Records that somebody hinted at, until they have been fetched; record_id '' stands for all that has changed.
CREATE TABLE record_hint (
    system      VARCHAR(64) NOT NULL,
    kind        VARCHAR(16) NOT NULL,
    record_id   VARCHAR(128) NOT NULL,
    first_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    latest_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    wanted_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    due_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    lease_until TIMESTAMP WITH TIME ZONE,
    attempt     INTEGER NOT NULL,
    stamp       BIGINT NOT NULL,
    reason      VARCHAR(512),
    PRIMARY KEY (system, kind, record_id)
);
CREATE INDEX record_hint_due ON record_hint (due_at);

-- What was last seen of each record, and the events of it that are not on the bus yet.
CREATE TABLE record_state (
    system    VARCHAR(64) NOT NULL,
    kind      VARCHAR(16) NOT NULL,
    record_id VARCHAR(128) NOT NULL,
    version   VARCHAR(128) NOT NULL,
    status    VARCHAR(64) NOT NULL,
    comments  TEXT NOT NULL,
    gone      BOOLEAN NOT NULL,
    outbox    TEXT,
    stamp     BIGINT NOT NULL,
    seen_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (system, kind, record_id)
);

-- How far the changes of each kind of record were read; since_time is what the first reading ended with, by the
-- system's clock: what was created before it is no news.
CREATE TABLE change_cursor (
    system       VARCHAR(64) NOT NULL,
    kind         VARCHAR(16) NOT NULL,
    cursor_value VARCHAR(2048) NOT NULL,
    moves        BIGINT NOT NULL,
    baseline     BOOLEAN NOT NULL,
    since_time   TIMESTAMP WITH TIME ZONE,
    next_poll_at TIMESTAMP WITH TIME ZONE NOT NULL,
    polled_at    TIMESTAMP WITH TIME ZONE,
    trouble      VARCHAR(512),
    PRIMARY KEY (system, kind)
);

-- Which conversation a ticket belongs to; made by the action that opened it.
CREATE TABLE conversation_ticket (
    system          VARCHAR(64) NOT NULL,
    ticket_id       VARCHAR(128) NOT NULL,
    number          VARCHAR(128) NOT NULL,
    action_id       VARCHAR(32),
    conversation_id VARCHAR(64) NOT NULL,
    contact_id      VARCHAR(64),
    status          VARCHAR(16) NOT NULL,
    is_open         BOOLEAN NOT NULL,
    opened_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (system, ticket_id)
);
CREATE INDEX conversation_ticket_conversation ON conversation_ticket (conversation_id, is_open);
CREATE INDEX conversation_ticket_action ON conversation_ticket (action_id);
