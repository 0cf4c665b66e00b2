-- Entries whose days were computed beyond the known calendar: the daily round computes them again once it is known.
ALTER TABLE views_v1.entry ADD COLUMN provisional boolean NOT NULL DEFAULT false;
UPDATE views_v1.entry SET provisional = true WHERE (body::jsonb ->> 'provisional')::boolean;
CREATE INDEX entry_provisional ON views_v1.entry (account_id, entry_id) WHERE known_to IS NULL AND provisional;
