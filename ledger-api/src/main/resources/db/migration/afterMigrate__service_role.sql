-- After every migration: the role as which the service works. It adds facts, and can neither change nor remove one.
-- Roles belong to the server and not to the ledger's database, so this is no migration that has run once for all.
DO $$
DECLARE
  room text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ledger_service'));
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ledger_service') THEN
    BEGIN
      CREATE ROLE ledger_service LOGIN;
      GRANT ledger_service TO CURRENT_USER;
    EXCEPTION
      -- The service tells, when it starts, what an administrator of the server has to run.
      WHEN insufficient_privilege THEN RETURN;
      -- Another ledger of the same server was faster.
      WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END IF;
  FOR room IN
    SELECT nspname FROM pg_namespace
    WHERE pg_get_userbyid(nspowner) = CURRENT_USER AND nspname <> 'information_schema' AND nspname NOT LIKE 'pg\_%'
  LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO ledger_service', room);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO ledger_service', room);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO ledger_service', room);
    EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA %I TO ledger_service', room);
  END LOOP;
  REVOKE UPDATE, DELETE ON facts.event, facts.ledger_time FROM ledger_service;
  REVOKE INSERT, DELETE ON facts.ledger_head FROM ledger_service;
  REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA flyway FROM ledger_service;
END
$$;
