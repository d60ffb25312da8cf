-- Each index costs a written page for each action. What is settled has settled_at: what is open is found by that.
DROP INDEX action_work;
CREATE INDEX action_work ON action (settled_at, next_attempt_at);
DROP INDEX action_outcome;
CREATE INDEX action_outcome ON action (outcome_wanted, outcome_published_at);
DROP INDEX action_conversation;
DROP INDEX action_waits;
CREATE INDEX action_conversation ON action (conversation_id, unless_word, created_at);
DROP INDEX action_content;
CREATE INDEX action_content ON action (content_hash);
-- An action's cause has the causality of its event.
DROP INDEX action_event;
