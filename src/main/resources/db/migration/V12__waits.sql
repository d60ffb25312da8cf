-- The actions that wait unless somebody writes, by conversation: looked for at each message, however long the conversation.
CREATE TABLE action_wait (
    conversation_id VARCHAR(64) NOT NULL,
    action_id       VARCHAR(64) NOT NULL,
    word            VARCHAR(16) NOT NULL,
    PRIMARY KEY (conversation_id, action_id)
);
INSERT INTO action_wait (conversation_id, action_id, word)
    SELECT conversation_id, id, unless_word FROM action
    WHERE unless_word IN ('answered', 'served') AND conversation_id IS NOT NULL
        AND (settled_at IS NULL OR state = 'DONE' AND branches IS NOT NULL);
DROP INDEX action_conversation;
CREATE INDEX action_conversation ON action (conversation_id, created_at);
