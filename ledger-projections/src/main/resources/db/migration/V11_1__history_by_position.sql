-- An entry's history says where its facts stand; what they say is read from the facts themselves.
ALTER TABLE views_v1.entry_event ADD COLUMN cause text;
UPDATE views_v1.entry_event SET cause = metadata::jsonb ->> 'causationId';
ALTER TABLE views_v1.entry_event DROP COLUMN recorded_at, DROP COLUMN metadata, DROP COLUMN fact;

-- A version kept beside has other columns: it can serve no more.
DELETE FROM views_spare.version WHERE room = 'account';
DROP TABLE IF EXISTS views_spare.entry_event;
