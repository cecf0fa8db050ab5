-- DropIndex
DROP INDEX "individ_personnummer_fodelsear_key";

-- AlterTable
ALTER TABLE "individ" ADD COLUMN     "personnummerHmac" TEXT;

-- CreateTable
CREATE TABLE "arendenyckel" (
    "agareId" UUID NOT NULL,
    "nyckel" BYTEA,
    "huvudnyckel" TEXT NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL,
    "forstord" TIMESTAMPTZ(3),

    CONSTRAINT "arendenyckel_pkey" PRIMARY KEY ("agareId")
);

-- CreateIndex
CREATE INDEX "arendenyckel_huvudnyckel_idx" ON "arendenyckel"("huvudnyckel");

-- CreateIndex
CREATE UNIQUE INDEX "individ_personnummerHmac_fodelsear_key" ON "individ"("personnummerHmac", "fodelsear");
