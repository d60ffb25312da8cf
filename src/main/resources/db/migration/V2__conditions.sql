-- What the bot last answered in a conversation, beside last_reply_at.
ALTER TABLE conversation ADD COLUMN last_rule VARCHAR(256);
ALTER TABLE conversation ADD COLUMN last_reply VARCHAR(256);

-- For rules that count what a contact did within a period.
CREATE INDEX event_counted ON event (contact_id, type, happened_at);
