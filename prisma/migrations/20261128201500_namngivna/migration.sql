-- Who is named for a protected person belongs to each ärende and stands in its own state.
UPDATE "arende" a SET "lage" = jsonb_set(a."lage", '{namngivna}', n.folk)
FROM (
  SELECT s."individId", jsonb_agg(s."anvandareId"::text ORDER BY s."anvandareId") AS folk
  FROM "skyddsperson" s GROUP BY s."individId"
) n
WHERE n."individId" = a."individId";

-- DropTable
DROP TABLE "skyddsperson";

-- The few protected people, for the lists of those named in their ärenden.
CREATE INDEX "individ_skyddad_idx" ON "individ"("skyddad");

-- AlterTable
ALTER TABLE "anvandare" ADD COLUMN     "chefId" UUID;

-- AddForeignKey
ALTER TABLE "anvandare" ADD CONSTRAINT "anvandare_chefId_fkey" FOREIGN KEY ("chefId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;
