-- Of a verdict only what is listed and looked for is kept, for any kind of subject; why it is so is evaluated on read.
ALTER TABLE views_v1.eligibility RENAME COLUMN account_id TO subject_id;
ALTER TABLE views_v1.eligibility
  ADD COLUMN status text NOT NULL DEFAULT 'OPEN',
  ADD COLUMN conferrable text,
  ADD COLUMN next_level text,
  ADD COLUMN missing_minutes integer NOT NULL DEFAULT 0,
  ADD COLUMN earliest date,
  ADD COLUMN evidence_digest text NOT NULL DEFAULT '';
UPDATE views_v1.eligibility SET
  subject_id = 'volunteer-' || substr(subject_id, length('account-') + 1),
  status = coalesce(verdict::jsonb ->> 'status', 'OPEN'),
  conferrable = (SELECT string_agg(one, ',') FROM jsonb_array_elements_text(verdict::jsonb -> 'conferrable') one),
  next_level = verdict::jsonb #>> '{next,level}',
  missing_minutes = coalesce((verdict::jsonb #>> '{next,minutes}')::int, 0),
  earliest = (verdict::jsonb #>> '{next,earliest}')::date,
  evidence_digest = coalesce(verdict::jsonb ->> 'evidenceDigest', '');
ALTER TABLE views_v1.eligibility DROP COLUMN verdict;
ALTER TABLE views_v1.eligibility ALTER COLUMN status DROP DEFAULT, ALTER COLUMN missing_minutes DROP DEFAULT,
  ALTER COLUMN evidence_digest DROP DEFAULT;
DROP INDEX views_v1.eligibility_by_level;
CREATE INDEX eligibility_by_level ON views_v1.eligibility (scheme_id, level) WHERE level IS NOT NULL;

-- A version kept beside has other columns: it can serve no more.
DELETE FROM views_spare.version WHERE room = 'recognition';
DROP TABLE IF EXISTS views_spare.eligibility;
