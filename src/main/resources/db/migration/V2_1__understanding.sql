-- What was understood of a customer's message before it was decided (JSON): intents, nearest answers, sentiment. Never changed.
ALTER TABLE event ADD COLUMN understanding TEXT;
