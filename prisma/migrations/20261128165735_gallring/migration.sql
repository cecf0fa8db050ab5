-- CreateTable
CREATE TABLE "gallring" (
    "id" UUID NOT NULL,
    "foreslagenAvId" UUID NOT NULL,
    "foreslagen" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'foreslagen',
    "avgjordAvId" UUID,
    "avgjord" TIMESTAMPTZ(3),
    "klar" TIMESTAMPTZ(3),

    CONSTRAINT "gallring_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gallringspost" (
    "gallringId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "slag" TEXT NOT NULL,
    "nummer" TEXT NOT NULL,
    "insatsId" UUID NOT NULL,
    "stangd" DATE NOT NULL,
    "manader" INTEGER NOT NULL,
    "profilversion" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'foreslagen',
    "fel" TEXT,
    "antal" INTEGER NOT NULL DEFAULT 0,
    "gallrad" TIMESTAMPTZ(3),
    "floden" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "oppen" BOOLEAN DEFAULT true,

    CONSTRAINT "gallringspost_pkey" PRIMARY KEY ("gallringId","arendeId","slag")
);

-- CreateTable
CREATE TABLE "gallringsstopp" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "skal" TEXT NOT NULL,
    "avId" UUID NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,
    "havtAvId" UUID,
    "havt" TIMESTAMPTZ(3),

    CONSTRAINT "gallringsstopp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arendestatistik" (
    "id" UUID NOT NULL,
    "insatsId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "syfte" TEXT NOT NULL,
    "kon" TEXT NOT NULL,
    "alder" INTEGER NOT NULL,
    "kommun" TEXT NOT NULL,
    "ar" INTEGER NOT NULL,
    "stangtAr" INTEGER NOT NULL,
    "stangdSom" TEXT,
    "spar" TEXT,
    "utbildning" TEXT,
    "tidIOffentligForsorjning" TEXT,
    "inskriven" BOOLEAN NOT NULL,
    "manader" INTEGER,
    "orsak" TEXT,
    "uppfoljning" TEXT,
    "svar" TEXT[],

    CONSTRAINT "arendestatistik_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "gallring_status_idx" ON "gallring"("status");

-- CreateIndex
CREATE INDEX "gallringspost_nummer_idx" ON "gallringspost"("nummer");

-- CreateIndex
CREATE UNIQUE INDEX "gallringspost_arendeId_slag_oppen_key" ON "gallringspost"("arendeId", "slag", "oppen");

-- CreateIndex
CREATE INDEX "gallringsstopp_arendeId_havt_idx" ON "gallringsstopp"("arendeId", "havt");

-- CreateIndex
CREATE INDEX "arendestatistik_insatsId_ar_idx" ON "arendestatistik"("insatsId", "ar");

-- AddForeignKey
ALTER TABLE "gallring" ADD CONSTRAINT "gallring_foreslagenAvId_fkey" FOREIGN KEY ("foreslagenAvId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallring" ADD CONSTRAINT "gallring_avgjordAvId_fkey" FOREIGN KEY ("avgjordAvId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallringspost" ADD CONSTRAINT "gallringspost_gallringId_fkey" FOREIGN KEY ("gallringId") REFERENCES "gallring"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallringspost" ADD CONSTRAINT "gallringspost_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallringsstopp" ADD CONSTRAINT "gallringsstopp_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallringsstopp" ADD CONSTRAINT "gallringsstopp_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallringsstopp" ADD CONSTRAINT "gallringsstopp_havtAvId_fkey" FOREIGN KEY ("havtAvId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arendestatistik" ADD CONSTRAINT "arendestatistik_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody destroys anything alone, whatever the application asks for.
ALTER TABLE "gallring" ADD CONSTRAINT "gallring_tva_personer"
CHECK ("status" = 'avbojd' OR "avgjordAvId" <> "foreslagenAvId");
