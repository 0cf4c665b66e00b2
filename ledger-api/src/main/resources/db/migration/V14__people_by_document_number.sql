-- Rows that name a document but not its type look people up by the number alone.
ALTER TABLE vault.person
  ADD CONSTRAINT person_document_number_document_type_key UNIQUE (document_number, document_type),
  DROP CONSTRAINT person_document_type_document_number_key;
