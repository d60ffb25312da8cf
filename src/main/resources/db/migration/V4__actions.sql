-- What makes an action pointless while it waits: 'answered' (the customer wrote), 'served' (a colleague wrote).
ALTER TABLE action ADD COLUMN unless_word VARCHAR(16);
DROP INDEX action_conversation;
CREATE INDEX action_conversation ON action (conversation_id, unless_word);

-- What rules noted about a conversation, as opposed to the contact. JSON.
ALTER TABLE conversation ADD COLUMN variables TEXT;
