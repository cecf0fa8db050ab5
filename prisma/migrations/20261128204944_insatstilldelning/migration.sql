-- AlterTable
ALTER TABLE "insatsuppgift" ADD COLUMN     "tilldeladId" UUID;

-- CreateTable
CREATE TABLE "insatstilldelning" (
    "id" UUID NOT NULL,
    "uppgiftId" TEXT NOT NULL,
    "franId" UUID,
    "tillId" UUID,
    "avId" UUID NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,
    "not" TEXT,
    "overlamningId" UUID,

    CONSTRAINT "insatstilldelning_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "insatstilldelning_uppgiftId_idx" ON "insatstilldelning"("uppgiftId");

-- AddForeignKey
ALTER TABLE "insatsuppgift" ADD CONSTRAINT "insatsuppgift_tilldeladId_fkey" FOREIGN KEY ("tilldeladId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatstilldelning" ADD CONSTRAINT "insatstilldelning_uppgiftId_fkey" FOREIGN KEY ("uppgiftId") REFERENCES "insatsuppgift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatstilldelning" ADD CONSTRAINT "insatstilldelning_franId_fkey" FOREIGN KEY ("franId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatstilldelning" ADD CONSTRAINT "insatstilldelning_tillId_fkey" FOREIGN KEY ("tillId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatstilldelning" ADD CONSTRAINT "insatstilldelning_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatstilldelning" ADD CONSTRAINT "insatstilldelning_overlamningId_fkey" FOREIGN KEY ("overlamningId") REFERENCES "overlamning"("id") ON DELETE SET NULL ON UPDATE CASCADE;
