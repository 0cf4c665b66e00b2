-- The version of a view that does not serve: one that is made anew, or the one that served before. What it takes to
-- make one and to switch only the owner of the tables may do; the service may ask for exactly that.
CREATE SCHEMA views_spare;
CREATE SCHEMA views_turn;

CREATE TABLE views_spare.version (
  room text PRIMARY KEY,
  position bigint NOT NULL,
  whole boolean NOT NULL
);
CREATE TABLE views_spare.dead_letter (LIKE views_v1.dead_letter INCLUDING ALL);
CREATE TABLE views_turn.dead_letter (LIKE views_v1.dead_letter INCLUDING ALL);

-- Empty tables like those that serve, with their keys; their other indexes come when they are full.
CREATE FUNCTION views_spare.make(tables text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  name text;
  key record;
BEGIN
  FOREACH name IN ARRAY tables LOOP
    EXECUTE format('DROP TABLE IF EXISTS views_spare.%I', name);
    EXECUTE format('CREATE TABLE views_spare.%1$I (LIKE views_v1.%1$I INCLUDING ALL EXCLUDING INDEXES)', name);
    FOR key IN
      SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = format('views_v1.%I', name)::regclass AND contype IN ('p', 'u')
    LOOP
      EXECUTE format('ALTER TABLE views_spare.%I ADD CONSTRAINT %I %s', name, key.conname, key.definition);
    END LOOP;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ledger_service') THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON views_spare.%I TO ledger_service', name);
    END IF;
  END LOOP;
END
$$;

CREATE FUNCTION views_spare.index(tables text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  name text;
  definition text;
BEGIN
  FOREACH name IN ARRAY tables LOOP
    FOR definition IN
      SELECT pg_get_indexdef(indexrelid) FROM pg_index
      WHERE indrelid = format('views_v1.%I', name)::regclass
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
    LOOP
      EXECUTE replace(definition, ' ON views_v1.', ' ON views_spare.');
    END LOOP;
    EXECUTE format('ANALYZE views_spare.%I', name);
  END LOOP;
END
$$;

-- The one pointer: what a name in views_v1 means. All tables of a room change places at once.
CREATE FUNCTION views_spare.turn(turned text, tables text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  name text;
BEGIN
  EXECUTE (
    SELECT 'LOCK TABLE ' || string_agg(format('views_v1.%1$I, views_spare.%1$I', one), ', ') FROM unnest(tables) one);
  FOREACH name IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE views_v1.%I SET SCHEMA views_turn', name);
    EXECUTE format('ALTER TABLE views_spare.%I SET SCHEMA views_v1', name);
    EXECUTE format('ALTER TABLE views_turn.%I SET SCHEMA views_spare', name);
  END LOOP;
  INSERT INTO views_turn.dead_letter SELECT * FROM views_v1.dead_letter WHERE room = turned;
  DELETE FROM views_v1.dead_letter WHERE room = turned;
  INSERT INTO views_v1.dead_letter SELECT * FROM views_spare.dead_letter WHERE room = turned;
  DELETE FROM views_spare.dead_letter WHERE room = turned;
  INSERT INTO views_spare.dead_letter SELECT * FROM views_turn.dead_letter WHERE room = turned;
  DELETE FROM views_turn.dead_letter WHERE room = turned;
END
$$;

-- Whether both versions have the same columns: a migration since the last switch changed only what serves.
CREATE FUNCTION views_spare.alike(tables text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT NOT EXISTS (
    SELECT FROM (
      SELECT relname, attname, attnum, atttypid, nspname FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid AND relname = ANY(tables)
      JOIN pg_namespace ON pg_namespace.oid = relnamespace AND nspname IN ('views_v1', 'views_spare')
      WHERE attnum > 0 AND NOT attisdropped) known
    GROUP BY relname, attname, atttypid HAVING count(*) <> 2);
$$;

REVOKE ALL ON FUNCTION views_spare.make, views_spare.index, views_spare.turn, views_spare.alike FROM PUBLIC;
