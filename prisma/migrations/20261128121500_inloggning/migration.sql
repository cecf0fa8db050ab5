-- AlterTable
ALTER TABLE "roll" ADD COLUMN     "franLogin" BOOLEAN NOT NULL DEFAULT false;

-- What follows stands in the schema of the sessions, which schema.prisma does not describe.

-- A person's sessions are listed, and ended, together.
CREATE INDEX "IDX_session_anvandare" ON "session"."session" (("sess" ->> 'anvandareId'));

-- Whoever is shut out is logged out in the same transaction, whichever way it is done. With the owner's rights: the one who
-- shuts out may be a process without any business in the sessions.
CREATE FUNCTION "session"."avsluta_sessioner"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  DELETE FROM "session"."session" WHERE "sess" ->> 'anvandareId' = NEW."id"::text;
  RETURN NULL;
END;
$$;

CREATE TRIGGER "anvandare_avsluta_sessioner" AFTER UPDATE OF "aktiv" ON "anvandare"
FOR EACH ROW WHEN (OLD."aktiv" AND NOT NEW."aktiv") EXECUTE FUNCTION "session"."avsluta_sessioner"();

-- What the copies of the web count together (table of rate-limiter-flexible). Not worth a log: after a crash counting begins anew.
CREATE UNLOGGED TABLE "session"."begransning" (
  "key" varchar(255) NOT NULL PRIMARY KEY,
  "points" integer NOT NULL DEFAULT 0,
  "expire" bigint
);

-- Sessions from before are not sealed and know no beginning: everybody logs in anew.
DELETE FROM "session"."session";
