-- The data of events that are beyond the broker's size; id is the event's uid, as its record on the topic says.
CREATE TABLE claim_check (
    id      VARCHAR(64) PRIMARY KEY,
    data    BYTEA NOT NULL,
    kept_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX claim_check_kept_at ON claim_check (kept_at);
