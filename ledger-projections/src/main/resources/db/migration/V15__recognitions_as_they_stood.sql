-- How each recognition stood between which positions: nominated, conferred, under review, or over. What was conferred
-- before is told in the new words at once, so that no reader takes it for not conferred; then the view is made anew.
ALTER TABLE views_v1.recognition RENAME COLUMN position TO known_from;
ALTER TABLE views_v1.recognition RENAME COLUMN volunteer_id TO subject_id;
ALTER TABLE views_v1.recognition
  ADD COLUMN known_to bigint,
  ADD COLUMN scheme_id text NOT NULL DEFAULT '',
  ADD COLUMN state text NOT NULL DEFAULT 'CONFERRED',
  DROP CONSTRAINT recognition_pkey,
  ADD PRIMARY KEY (recognition_id, known_from);
UPDATE views_v1.recognition SET
  scheme_id = body::jsonb ->> 'schemeId',
  body = jsonb_build_object(
    'recognitionId', recognition_id, 'recognitionsId', recognition_id, 'subjectId', subject_id,
    'schemeId', body::jsonb ->> 'schemeId', 'state', 'CONFERRED', 'knownFrom', known_from,
    'conferred', (body::jsonb - 'volunteerId')
      || jsonb_build_object(
        'recognitionsId', recognition_id, 'subjectId', subject_id, 'asOf', body::jsonb ->> 'conferredOn'))::text;
ALTER TABLE views_v1.recognition ALTER COLUMN scheme_id DROP DEFAULT, ALTER COLUMN state DROP DEFAULT;
CREATE INDEX recognition_waiting ON views_v1.recognition (state) WHERE known_to IS NULL;

-- Which numbers were one between which positions (R5): what was conferred on one is held by the one that remains.
CREATE TABLE views_v1.one_subject (
  subject_id text NOT NULL,
  into_id text NOT NULL,
  known_from bigint NOT NULL,
  known_to bigint,
  PRIMARY KEY (subject_id, known_from)
);
CREATE INDEX one_subject_into ON views_v1.one_subject (into_id);
INSERT INTO views_v1.one_subject (subject_id, into_id, known_from)
  SELECT 'volunteer-' || substr(from_account_id, 9), 'volunteer-' || substr(into_account_id, 9), position
  FROM views_v1.account_merge WHERE state = 'MERGED';

-- A version kept beside has other columns: it can serve no more.
DELETE FROM views_spare.version WHERE room = 'recognition';
DROP TABLE IF EXISTS views_spare.recognition;
