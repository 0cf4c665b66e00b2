-- Who put which version of a scheme into use. A document is kept where an operator brought it.
CREATE TABLE reference.scheme_signature (
  scheme_id text NOT NULL,
  version text NOT NULL,
  digest text NOT NULL,
  signed_by text NOT NULL,
  signed_on date NOT NULL,
  document text,
  PRIMARY KEY (scheme_id, version)
);
