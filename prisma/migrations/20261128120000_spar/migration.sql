-- DropForeignKey
ALTER TABLE "logg" DROP CONSTRAINT "logg_avId_fkey";

-- DropForeignKey
ALTER TABLE "logg" DROP CONSTRAINT "logg_arendeId_fkey";

-- AlterTable
ALTER TABLE "logg" ADD COLUMN     "arenden" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "kedja" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "lopnr" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "loggkedja" (
    "kedja" TEXT NOT NULL,
    "lopnr" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "loggkedja_pkey" PRIMARY KEY ("kedja")
);

-- CreateTable
CREATE TABLE "loggsigill" (
    "nr" INTEGER NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,
    "kedjor" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "loggsigill_pkey" PRIMARY KEY ("nr")
);

-- CreateTable
CREATE TABLE "loggsigillande" (
    "kedja" TEXT NOT NULL,
    "lopnr" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "sigill" INTEGER NOT NULL,

    CONSTRAINT "loggsigillande_pkey" PRIMARY KEY ("kedja","lopnr")
);

-- CreateIndex
CREATE INDEX "loggsigillande_sigill_idx" ON "loggsigillande"("sigill");

-- CreateIndex
CREATE INDEX "logg_avId_nar_idx" ON "logg"("avId", "nar");

-- CreateIndex
CREATE INDEX "logg_nar_idx" ON "logg"("nar");

-- CreateIndex
CREATE INDEX "logg_arenden_idx" ON "logg" USING GIN ("arenden");

-- CreateTable
CREATE TABLE "nodatkomst" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "avId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "skal" TEXT NOT NULL,
    "fran" TIMESTAMPTZ(3) NOT NULL,
    "till" TIMESTAMPTZ(3) NOT NULL,
    "avslutad" TIMESTAMPTZ(3),
    "granskad" TIMESTAMPTZ(3),
    "granskadAvId" UUID,
    "bedomning" TEXT,
    "kommentar" TEXT,

    CONSTRAINT "nodatkomst_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "nodatkomst_arendeId_avId_idx" ON "nodatkomst"("arendeId", "avId");

-- CreateIndex
CREATE INDEX "nodatkomst_avId_idx" ON "nodatkomst"("avId");

-- CreateIndex
CREATE INDEX "nodatkomst_part_fran_idx" ON "nodatkomst"("part", "fran");

-- AddForeignKey
ALTER TABLE "nodatkomst" ADD CONSTRAINT "nodatkomst_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nodatkomst" ADD CONSTRAINT "nodatkomst_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nodatkomst" ADD CONSTRAINT "nodatkomst_granskadAvId_fkey" FOREIGN KEY ("granskadAvId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Which chain a row of the trace belongs to: its ärende's; else its insats's, the person's who did it, or its kind's. One chain
-- for all would make every transaction wait for every other.
CREATE FUNCTION "loggens_kedja"("arende" UUID, "data" JSONB, "av" UUID, "handling" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT CASE
    WHEN "arende" IS NOT NULL THEN 'arende/' || "arende"
    WHEN "data" ->> 'insats' IS NOT NULL THEN 'insats/' || ("data" ->> 'insats')
    WHEN "av" IS NOT NULL THEN 'person/' || "av"
    ELSE 'handling/' || "handling"
  END
$$;

-- Links a row to the one before it in its chain. The owner's, so that the application's role need not, and cannot, write the
-- chains' ends. bin/verifiera-spar computes the same by itself.
CREATE FUNCTION "logg_lanka"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  "fore" public."loggkedja"%ROWTYPE;
BEGIN
  NEW."kedja" := public."loggens_kedja"(NEW."arendeId", NEW."data", NEW."avId", NEW."handling");
  SELECT * INTO "fore" FROM public."loggkedja" k WHERE k."kedja" = NEW."kedja" FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO public."loggkedja" VALUES (NEW."kedja", 0, '') ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT "fore" FROM public."loggkedja" k WHERE k."kedja" = NEW."kedja" FOR UPDATE;
  END IF;
  NEW."lopnr" := "fore"."lopnr" + 1;
  NEW."hash" := encode(sha256(convert_to("fore"."hash" || E'\n' || jsonb_build_array(
    NEW."kedja", NEW."lopnr", NEW."id", to_char(NEW."nar" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NEW."avId",
    NEW."handling", NEW."arendeId", NEW."arenden", NEW."grund", NEW."data")::text, 'UTF8')), 'hex');
  UPDATE public."loggkedja" k SET "lopnr" = NEW."lopnr", "hash" = NEW."hash" WHERE k."kedja" = NEW."kedja";
  RETURN NEW;
END;
$$;

CREATE TRIGGER "logg_lanka" BEFORE INSERT ON "logg" FOR EACH ROW EXECUTE FUNCTION "logg_lanka"();

-- What was traced before there were chains is chained as it stands.
WITH "innan" AS (DELETE FROM "logg" RETURNING *)
INSERT INTO "logg" ("id", "nar", "avId", "handling", "arendeId", "grund", "data")
SELECT "id", "nar", "avId", "handling", "arendeId", "grund", "data" FROM "innan" ORDER BY "id";

-- CreateIndex
CREATE UNIQUE INDEX "logg_kedja_lopnr_key" ON "logg"("kedja", "lopnr");

-- Nothing of it is changed or removed, whoever asks.
CREATE FUNCTION "logg_vagra"() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION '% is refused: the trace is append-only', TG_OP USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER "logg_vagra" BEFORE UPDATE OR DELETE OR TRUNCATE ON "logg"
FOR EACH STATEMENT EXECUTE FUNCTION "logg_vagra"();
CREATE TRIGGER "loggsigill_vagra" BEFORE UPDATE OR DELETE OR TRUNCATE ON "loggsigill"
FOR EACH STATEMENT EXECUTE FUNCTION "logg_vagra"();
CREATE TRIGGER "loggsigillande_vagra" BEFORE UPDATE OR DELETE OR TRUNCATE ON "loggsigillande"
FOR EACH STATEMENT EXECUTE FUNCTION "logg_vagra"();

-- Seals the trace: binds together the ends of the chains that have grown since the last seal, and that seal. Nothing new is
-- no new seal. Only committed rows are seen, so no writer waits; what is on its way comes in the next one.
CREATE FUNCTION "forsegla_logg"("vid" TIMESTAMPTZ) RETURNS SETOF "loggsigill"
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  "fore" public."loggsigill"%ROWTYPE;
  "nytt" public."loggsigill"%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(5301775);
  SELECT * INTO "fore" FROM public."loggsigill" ORDER BY "nr" DESC LIMIT 1;
  "nytt"."nr" := coalesce("fore"."nr", 0) + 1;
  "nytt"."nar" := "vid";
  INSERT INTO public."loggsigillande" ("kedja", "lopnr", "hash", "sigill")
  SELECT k."kedja", k."lopnr", k."hash", "nytt"."nr" FROM public."loggkedja" k
  WHERE NOT EXISTS (
    SELECT 1 FROM public."loggsigillande" a WHERE a."kedja" = k."kedja" AND a."lopnr" = k."lopnr");
  GET DIAGNOSTICS "nytt"."kedjor" = ROW_COUNT;
  IF "nytt"."kedjor" = 0 THEN RETURN; END IF;
  SELECT encode(sha256(convert_to(coalesce("fore"."hash", '') || E'\n' || jsonb_build_array(
    "nytt"."nr", to_char("nytt"."nar" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), "nytt"."kedjor",
    jsonb_agg(jsonb_build_array(a."kedja", a."lopnr", a."hash") ORDER BY a."kedja" COLLATE "C"))::text, 'UTF8')), 'hex')
  INTO "nytt"."hash" FROM public."loggsigillande" a WHERE a."sigill" = "nytt"."nr";
  INSERT INTO public."loggsigill" SELECT "nytt".*;
  RETURN NEXT "nytt";
END;
$$;

REVOKE EXECUTE ON FUNCTION "forsegla_logg"(TIMESTAMPTZ) FROM PUBLIC;
