-- What makes an action pointless while it waits: 'answered' (the customer wrote), 'served' (a colleague wrote).
ALTER TABLE action ADD COLUMN unless_word VARCHAR(16);
CREATE INDEX action_waits ON action (conversation_id, unless_word);

-- What rules noted about a conversation, as opposed to the contact. JSON.
ALTER TABLE conversation ADD COLUMN variables TEXT;
