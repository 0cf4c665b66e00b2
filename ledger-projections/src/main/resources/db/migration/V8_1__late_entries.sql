-- What a scheme looks at stands in columns, so that an evaluation reads no documents (R21).
ALTER TABLE views_v1.entry ADD COLUMN late boolean NOT NULL DEFAULT false;
UPDATE views_v1.entry SET late = true WHERE body::jsonb ->> 'lateness' IS NOT NULL;
