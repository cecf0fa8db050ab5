-- The web's sessions stand in a schema of their own, outside the one that schema.prisma describes (table of connect-pg-simple).
CREATE SCHEMA "session";

CREATE TABLE "session"."session" (
  "sid" varchar NOT NULL PRIMARY KEY,
  "sess" json NOT NULL,
  "expire" timestamp(6) NOT NULL
);

CREATE INDEX "IDX_session_expire" ON "session"."session" ("expire");

-- Whoever hands work to the engine listens here instead of asking the table all the time.
CREATE FUNCTION "motoruppdrag_avisera"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('motoruppdrag', '');
  RETURN NULL;
END;
$$;

CREATE TRIGGER "motoruppdrag_avisera" AFTER INSERT ON "motoruppdrag"
FOR EACH STATEMENT EXECUTE FUNCTION "motoruppdrag_avisera"();
