-- AlterTable
ALTER TABLE "utskick" ADD COLUMN     "franvaroId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "utskick_franvaroId_sekvens_mottagareId_key" ON "utskick"("franvaroId", "sekvens", "mottagareId");

-- AddForeignKey
ALTER TABLE "utskick" ADD CONSTRAINT "utskick_franvaroId_fkey" FOREIGN KEY ("franvaroId") REFERENCES "franvaro"("id") ON DELETE SET NULL ON UPDATE CASCADE;
