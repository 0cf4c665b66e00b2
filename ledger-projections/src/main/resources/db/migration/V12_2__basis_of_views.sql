-- What a view rests on beside the facts, such as the schemes in use. One that rests on other than today's is made anew.
ALTER TABLE views_v1.followed ADD COLUMN basis text NOT NULL DEFAULT '';
ALTER TABLE views_spare.version ADD COLUMN basis text NOT NULL DEFAULT '';
