-- AlterTable
ALTER TABLE "anvandare" ADD COLUMN     "uppgifterSedda" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "roll" ADD COLUMN     "ordforande" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "beslut" ADD COLUMN     "grund" TEXT,
ADD COLUMN     "istalletForId" UUID;

-- AlterTable
ALTER TABLE "uppgift" ADD COLUMN     "tilldeladId" UUID,
ADD COLUMN     "vilarTill" DATE;

-- AlterTable
ALTER TABLE "utskick" ADD COLUMN     "gar" TIMESTAMPTZ(3),
ADD COLUMN     "overlamningId" UUID,
ADD COLUMN     "messageId" TEXT,
ADD COLUMN     "sammanstallningId" UUID,
ADD COLUMN     "satt" TEXT NOT NULL DEFAULT 'direkt',
ADD COLUMN     "skal" TEXT;

-- AlterTable
ALTER TABLE "insatsbeslut" ADD COLUMN     "grund" TEXT,
ADD COLUMN     "istalletForId" UUID;

-- CreateTable
CREATE TABLE "aviseringsval" (
    "anvandareId" UUID NOT NULL,
    "slag" TEXT NOT NULL,
    "satt" TEXT NOT NULL,

    CONSTRAINT "aviseringsval_pkey" PRIMARY KEY ("anvandareId","slag")
);

-- CreateTable
CREATE TABLE "franvaro" (
    "id" UUID NOT NULL,
    "anvandareId" UUID NOT NULL,
    "ersattareId" UUID NOT NULL,
    "fran" DATE NOT NULL,
    "till" DATE NOT NULL,
    "skapadAvId" UUID NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL,
    "borttagen" TIMESTAMPTZ(3),

    CONSTRAINT "franvaro_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "overlamning" (
    "id" UUID NOT NULL,
    "franId" UUID NOT NULL,
    "tillId" UUID NOT NULL,
    "avId" UUID NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,
    "not" TEXT NOT NULL,
    "slutar" BOOLEAN NOT NULL DEFAULT false,
    "klar" TIMESTAMPTZ(3),
    "flyttat" JSONB NOT NULL,

    CONSTRAINT "overlamning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "overlamningspost" (
    "overlamningId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'vantar',
    "fel" TEXT,
    "forsok" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "overlamningspost_pkey" PRIMARY KEY ("overlamningId","arendeId")
);

-- CreateTable
CREATE TABLE "sparat_filter" (
    "id" UUID NOT NULL,
    "agareId" UUID NOT NULL,
    "namn" TEXT NOT NULL,
    "fraga" TEXT NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sparat_filter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kalenderlank" (
    "id" UUID NOT NULL,
    "anvandareId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL,
    "aterkallad" TIMESTAMPTZ(3),

    CONSTRAINT "kalenderlank_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kallelse" (
    "moteId" UUID NOT NULL,
    "anvandareId" UUID NOT NULL,
    "sekvens" INTEGER NOT NULL DEFAULT 0,
    "borjar" TIMESTAMPTZ(3) NOT NULL,
    "slutar" TIMESTAMPTZ(3) NOT NULL,
    "installd" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "kallelse_pkey" PRIMARY KEY ("moteId","anvandareId")
);

-- CreateTable
CREATE TABLE "tilldelning" (
    "id" UUID NOT NULL,
    "uppgiftId" TEXT NOT NULL,
    "franId" UUID,
    "tillId" UUID,
    "avId" UUID NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,
    "not" TEXT,
    "vilarTill" DATE,
    "overlamningId" UUID,

    CONSTRAINT "tilldelning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sammanstallning" (
    "id" UUID NOT NULL,
    "mottagareId" UUID NOT NULL,
    "dag" DATE NOT NULL,
    "gar" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'vantar',
    "skickat" TIMESTAMPTZ(3),
    "messageId" TEXT,
    "fel" TEXT,

    CONSTRAINT "sammanstallning_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "franvaro_anvandareId_till_idx" ON "franvaro"("anvandareId", "till");

-- CreateIndex
CREATE INDEX "franvaro_ersattareId_till_idx" ON "franvaro"("ersattareId", "till");

-- CreateIndex
CREATE INDEX "overlamning_franId_idx" ON "overlamning"("franId");

-- CreateIndex
CREATE UNIQUE INDEX "sparat_filter_agareId_namn_key" ON "sparat_filter"("agareId", "namn");

-- CreateIndex
CREATE UNIQUE INDEX "kalenderlank_hash_key" ON "kalenderlank"("hash");

-- CreateIndex
CREATE INDEX "kalenderlank_anvandareId_idx" ON "kalenderlank"("anvandareId");

-- CreateIndex
CREATE INDEX "tilldelning_uppgiftId_idx" ON "tilldelning"("uppgiftId");

-- CreateIndex
CREATE UNIQUE INDEX "sammanstallning_messageId_key" ON "sammanstallning"("messageId");

-- CreateIndex
CREATE INDEX "sammanstallning_status_idx" ON "sammanstallning"("status");

-- CreateIndex
CREATE UNIQUE INDEX "sammanstallning_mottagareId_dag_key" ON "sammanstallning"("mottagareId", "dag");

-- CreateIndex
CREATE INDEX "uppgift_tilldeladId_avslutad_idx" ON "uppgift"("tilldeladId", "avslutad");

-- CreateIndex
CREATE UNIQUE INDEX "utskick_overlamningId_mottagareId_key" ON "utskick"("overlamningId", "mottagareId");

-- CreateIndex
CREATE UNIQUE INDEX "utskick_messageId_key" ON "utskick"("messageId");

-- CreateIndex
CREATE INDEX "utskick_mottagareId_status_idx" ON "utskick"("mottagareId", "status");

-- CreateIndex
CREATE INDEX "utskick_sammanstallningId_idx" ON "utskick"("sammanstallningId");

-- AddForeignKey
ALTER TABLE "aviseringsval" ADD CONSTRAINT "aviseringsval_anvandareId_fkey" FOREIGN KEY ("anvandareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "franvaro" ADD CONSTRAINT "franvaro_anvandareId_fkey" FOREIGN KEY ("anvandareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "franvaro" ADD CONSTRAINT "franvaro_ersattareId_fkey" FOREIGN KEY ("ersattareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlamning" ADD CONSTRAINT "overlamning_franId_fkey" FOREIGN KEY ("franId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlamning" ADD CONSTRAINT "overlamning_tillId_fkey" FOREIGN KEY ("tillId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlamning" ADD CONSTRAINT "overlamning_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlamningspost" ADD CONSTRAINT "overlamningspost_overlamningId_fkey" FOREIGN KEY ("overlamningId") REFERENCES "overlamning"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlamningspost" ADD CONSTRAINT "overlamningspost_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sparat_filter" ADD CONSTRAINT "sparat_filter_agareId_fkey" FOREIGN KEY ("agareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kalenderlank" ADD CONSTRAINT "kalenderlank_anvandareId_fkey" FOREIGN KEY ("anvandareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kallelse" ADD CONSTRAINT "kallelse_moteId_fkey" FOREIGN KEY ("moteId") REFERENCES "mote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kallelse" ADD CONSTRAINT "kallelse_anvandareId_fkey" FOREIGN KEY ("anvandareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uppgift" ADD CONSTRAINT "uppgift_tilldeladId_fkey" FOREIGN KEY ("tilldeladId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tilldelning" ADD CONSTRAINT "tilldelning_uppgiftId_fkey" FOREIGN KEY ("uppgiftId") REFERENCES "uppgift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tilldelning" ADD CONSTRAINT "tilldelning_franId_fkey" FOREIGN KEY ("franId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tilldelning" ADD CONSTRAINT "tilldelning_tillId_fkey" FOREIGN KEY ("tillId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tilldelning" ADD CONSTRAINT "tilldelning_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tilldelning" ADD CONSTRAINT "tilldelning_overlamningId_fkey" FOREIGN KEY ("overlamningId") REFERENCES "overlamning"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sammanstallning" ADD CONSTRAINT "sammanstallning_mottagareId_fkey" FOREIGN KEY ("mottagareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utskick" ADD CONSTRAINT "utskick_overlamningId_fkey" FOREIGN KEY ("overlamningId") REFERENCES "overlamning"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utskick" ADD CONSTRAINT "utskick_sammanstallningId_fkey" FOREIGN KEY ("sammanstallningId") REFERENCES "sammanstallning"("id") ON DELETE SET NULL ON UPDATE CASCADE;
