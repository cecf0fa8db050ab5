-- Who is named for a protected person belongs to each ärende and stands in its own state; its koordinator is one of them.
UPDATE "arende" a SET "lage" = jsonb_set(a."lage", '{namngivna}', n.folk)
FROM (
  SELECT f.id, jsonb_agg(f.person::text ORDER BY f.person) AS folk
  FROM (
    SELECT k.id, s."anvandareId" AS person FROM "arende" k JOIN "skyddsperson" s ON s."individId" = k."individId"
    UNION
    SELECT k.id, k."koordinatorId" FROM "arende" k
    WHERE k."koordinatorId" IS NOT NULL AND EXISTS (SELECT 1 FROM "skyddsperson" s WHERE s."individId" = k."individId")
  ) f GROUP BY f.id
) n
WHERE n.id = a.id;

-- Where too few are named, the ärende looks and has the naming owed.
INSERT INTO "motoruppdrag" ("slag", "refId")
SELECT 'avstamning', a.id FROM "arende" a JOIN "individ" i ON i.id = a."individId"
WHERE i."skyddad" AND a."fas" <> 'stangd' AND coalesce(jsonb_array_length(a."lage"->'namngivna'), 0) < 2;

-- DropTable
DROP TABLE "skyddsperson";

-- The few protected people, for the lists of those named in their ärenden.
CREATE INDEX "individ_skyddad_idx" ON "individ"("skyddad");

-- AlterTable
ALTER TABLE "anvandare" ADD COLUMN     "chefId" UUID;

-- AddForeignKey
ALTER TABLE "anvandare" ADD CONSTRAINT "anvandare_chefId_fkey" FOREIGN KEY ("chefId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;
