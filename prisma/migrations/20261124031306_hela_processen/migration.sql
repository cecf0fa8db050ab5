-- DropForeignKey
ALTER TABLE "radsatgard" DROP CONSTRAINT "radsatgard_arendeId_fkey";

-- DropForeignKey
ALTER TABLE "radsatgard" DROP CONSTRAINT "radsatgard_rekommendationId_fkey";

-- DropForeignKey
ALTER TABLE "radsatgard" DROP CONSTRAINT "radsatgard_verksamhetId_fkey";

-- DropForeignKey
ALTER TABLE "utskick" DROP CONSTRAINT "utskick_arendeId_fkey";

-- DropIndex
DROP INDEX "individ_personnummer_key";

-- DropIndex
DROP INDEX "samtycke_arendeId_verksamhetId_giltigtFran_key";

-- DropIndex
DROP INDEX "motoruppdrag_slag_refId_key";

-- AlterTable
ALTER TABLE "anvandare" ADD COLUMN     "ersattareId" UUID;

-- AlterTable
ALTER TABLE "insats" ADD COLUMN     "lage" JSONB,
ADD COLUMN     "stangd" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "insatsprofil" ADD COLUMN     "kommentar" TEXT,
ADD COLUMN     "skapadAvId" UUID;

-- AlterTable
ALTER TABLE "mote" ADD COLUMN     "avslutat" TIMESTAMPTZ(3),
ADD COLUMN     "avslutatAv" UUID,
ADD COLUMN     "extra" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "flyttadFran" TIMESTAMPTZ(3),
ADD COLUMN     "installt" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "motespunkt" ADD COLUMN     "oronmarkt" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "slag" TEXT NOT NULL DEFAULT 'konsultation',
ADD COLUMN     "utgatt" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "individ" ADD COLUMN     "idtyp" TEXT NOT NULL DEFAULT 'personnummer';

-- AlterTable
ALTER TABLE "arende" ADD COLUMN     "pausTill" DATE,
ADD COLUMN     "spar" TEXT;

-- AlterTable
ALTER TABLE "remiss" ADD COLUMN     "kalla" TEXT,
ADD COLUMN     "statistiksamtycke" BOOLEAN,
ADD COLUMN     "uteslutningar" TEXT[];

-- AlterTable
ALTER TABLE "samtycke" ADD COLUMN     "andamal" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "aterkallatSatt" TEXT,
ADD COLUMN     "bilagaId" UUID,
ADD COLUMN     "insatser" TEXT[],
ADD COLUMN     "sprak" TEXT,
ADD COLUMN     "tolk" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "rekommendation" ADD COLUMN     "insatsKod" TEXT;

-- AlterTable
ALTER TABLE "kartlaggning" ADD COLUMN     "utan" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "utanSkal" TEXT,
ALTER COLUMN "instrument" DROP NOT NULL,
ALTER COLUMN "utfordAv" DROP NOT NULL,
ALTER COLUMN "certifierad" DROP NOT NULL,
ALTER COLUMN "sammanfattning" DROP NOT NULL;

-- AlterTable
ALTER TABLE "forlangning" ADD COLUMN     "egetForslag" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "foreslagenAvId" UUID;

-- AlterTable
ALTER TABLE "avslut" ADD COLUMN     "enkat" TEXT,
ADD COLUMN     "forslag" TEXT;

-- AlterTable
ALTER TABLE "uppgift" ADD COLUMN     "ref" TEXT;

-- AlterTable
ALTER TABLE "utskick" ADD COLUMN     "insatsId" UUID,
ALTER COLUMN "arendeId" DROP NOT NULL;

-- DropTable
DROP TABLE "radsatgard";

-- CreateTable
CREATE TABLE "part" (
    "forbundId" UUID NOT NULL,
    "kod" TEXT NOT NULL,
    "namn" TEXT NOT NULL,
    "ordning" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "part_pkey" PRIMARY KEY ("forbundId","kod")
);

-- CreateTable
CREATE TABLE "profilutkast" (
    "id" UUID NOT NULL,
    "insatsId" UUID,
    "agareId" UUID NOT NULL,
    "innehall" JSONB NOT NULL,
    "andrad" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "profilutkast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motesdeltagare" (
    "moteId" UUID NOT NULL,
    "anvandareId" UUID NOT NULL,
    "inkallad" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "motesdeltagare_pkey" PRIMARY KEY ("moteId","anvandareId")
);

-- CreateTable
CREATE TABLE "skyddsperson" (
    "individId" UUID NOT NULL,
    "anvandareId" UUID NOT NULL,

    CONSTRAINT "skyddsperson_pkey" PRIMARY KEY ("individId","anvandareId")
);

-- CreateTable
CREATE TABLE "aktualiserande_verksamhet" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "verksamhetId" UUID,
    "namn" TEXT,

    CONSTRAINT "aktualiserande_verksamhet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arendelank" (
    "franId" UUID NOT NULL,
    "tillId" UUID NOT NULL,
    "slag" TEXT NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "arendelank_pkey" PRIMARY KEY ("franId","tillId")
);

-- CreateTable
CREATE TABLE "bilaga" (
    "id" UUID NOT NULL,
    "arendeId" UUID,
    "utkastId" UUID,
    "slag" TEXT NOT NULL,
    "filnamn" TEXT NOT NULL,
    "typ" TEXT NOT NULL,
    "storlek" INTEGER NOT NULL,
    "innehall" BYTEA NOT NULL,
    "avId" UUID NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bilaga_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rekommendationsrattelse" (
    "beslutId" UUID NOT NULL,
    "rekommendationId" UUID NOT NULL,
    "motivering" TEXT NOT NULL,
    "narvarande" TEXT[],
    "skal" TEXT NOT NULL,
    "avId" UUID NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rekommendationsrattelse_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "atgard" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "kalla" TEXT NOT NULL,
    "kallaId" UUID NOT NULL,
    "verksamhetId" UUID NOT NULL,
    "personId" UUID,
    "ansvarig" TEXT,
    "atgard" TEXT NOT NULL,
    "senast" DATE NOT NULL,
    "utfall" TEXT,
    "rapport" TEXT,
    "rapporterad" TIMESTAMPTZ(3),

    CONSTRAINT "atgard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "komplettering" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "begard" TIMESTAMPTZ(3) NOT NULL,
    "fraga" TEXT NOT NULL,
    "senast" DATE NOT NULL,
    "svar" TEXT,
    "svarad" TIMESTAMPTZ(3),

    CONSTRAINT "komplettering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "styrgruppslyft" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "fraga" TEXT NOT NULL,
    "bakgrund" TEXT NOT NULL DEFAULT '',
    "alternativ" TEXT,
    "lyft" TIMESTAMPTZ(3) NOT NULL,
    "svar" TEXT,
    "svarad" TIMESTAMPTZ(3),
    "svaradAvId" UUID,

    CONSTRAINT "styrgruppslyft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strukturellt_hinder" (
    "id" UUID NOT NULL,
    "insatsId" UUID NOT NULL,
    "verksamhetId" UUID,
    "text" TEXT NOT NULL,
    "anmaltAvId" UUID NOT NULL,
    "anmalt" TIMESTAMPTZ(3) NOT NULL,
    "svar" TEXT,
    "svaratAvId" UUID,
    "svarat" TIMESTAMPTZ(3),

    CONSTRAINT "strukturellt_hinder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forgrupp" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "erbjuden" DATE NOT NULL,
    "startad" DATE,
    "slutad" DATE,
    "resultat" TEXT,
    "text" TEXT,

    CONSTRAINT "forgrupp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "koplats" (
    "arendeId" UUID NOT NULL,
    "insatsId" UUID NOT NULL,
    "beslutsdatum" DATE NOT NULL,
    "koad" TIMESTAMPTZ(3) NOT NULL,
    "regelpoang" INTEGER NOT NULL DEFAULT 0,
    "tur" INTEGER,
    "prioritetSkal" TEXT,
    "missar" INTEGER NOT NULL DEFAULT 0,
    "lamnad" TIMESTAMPTZ(3),

    CONSTRAINT "koplats_pkey" PRIMARY KEY ("arendeId")
);

-- CreateTable
CREATE TABLE "platserbjudande" (
    "id" UUID NOT NULL,
    "insatsId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "erbjudet" TIMESTAMPTZ(3) NOT NULL,
    "mottaget" TIMESTAMPTZ(3),
    "senast" DATE,
    "avslutat" TIMESTAMPTZ(3),
    "utfall" TEXT,

    CONSTRAINT "platserbjudande_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erbjudandekontakt" (
    "beslutId" UUID NOT NULL,
    "erbjudandeId" UUID NOT NULL,
    "nr" INTEGER NOT NULL,
    "datum" DATE NOT NULL,
    "satt" TEXT NOT NULL,
    "naddes" BOOLEAN NOT NULL,
    "text" TEXT,

    CONSTRAINT "erbjudandekontakt_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "genomforandeplan" (
    "beslutId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "lage" TEXT NOT NULL,
    "datum" DATE NOT NULL,
    "mal" TEXT NOT NULL,
    "delmal" JSONB NOT NULL,
    "uppfoljning" TEXT NOT NULL,
    "ansvar" TEXT NOT NULL,
    "deltog" TEXT,
    "installning" TEXT,
    "invandning" TEXT,
    "kopiaLamnad" BOOLEAN NOT NULL DEFAULT false,
    "kopiaSprak" TEXT,
    "tolk" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "genomforandeplan_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "anteckning" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "avId" UUID NOT NULL,
    "datum" DATE NOT NULL,
    "satt" TEXT,
    "text" TEXT NOT NULL,
    "lasare" TEXT NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL,
    "ersatterId" UUID,

    CONSTRAINT "anteckning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "egen_uppgift" (
    "id" UUID NOT NULL,
    "agareId" UUID NOT NULL,
    "arendeId" UUID,
    "text" TEXT NOT NULL,
    "senast" DATE NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL,
    "klar" TIMESTAMPTZ(3),

    CONSTRAINT "egen_uppgift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flerpartsmote" (
    "beslutId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "datum" DATE NOT NULL,
    "deltagare" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "flerpartsmote_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "teamlyft" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "moteId" UUID,
    "fraga" TEXT NOT NULL,
    "lyft" TIMESTAMPTZ(3) NOT NULL,
    "svar" TEXT,
    "svarat" TIMESTAMPTZ(3),

    CONSTRAINT "teamlyft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avvikelse" (
    "beslutId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "datum" DATE NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "avvikelse_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "medel" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "insatsId" UUID NOT NULL,
    "vad" TEXT NOT NULL,
    "motivering" TEXT NOT NULL,
    "belopp" INTEGER NOT NULL,
    "extern" BOOLEAN NOT NULL,
    "foreslaget" TIMESTAMPTZ(3) NOT NULL,
    "foreslagetAvId" UUID NOT NULL,
    "beslutas" TEXT NOT NULL,
    "utfall" TEXT,
    "beslutatBelopp" INTEGER,
    "beslutsmotivering" TEXT,
    "beslutat" TIMESTAMPTZ(3),
    "beslutatAvId" UUID,
    "ar" INTEGER,

    CONSTRAINT "medel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aktivitet" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "slag" TEXT NOT NULL,
    "plats" TEXT NOT NULL,
    "fran" DATE NOT NULL,
    "till" DATE,
    "omfattning" INTEGER NOT NULL,
    "text" TEXT,
    "slutade" DATE,
    "resultat" TEXT,

    CONSTRAINT "aktivitet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ersattningsansokan" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "slag" TEXT NOT NULL,
    "skickad" DATE NOT NULL,
    "beslutad" DATE,
    "utfall" TEXT,
    "text" TEXT,
    "beskedText" TEXT,

    CONSTRAINT "ersattningsansokan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paus" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "orsak" TEXT NOT NULL,
    "fran" DATE NOT NULL,
    "till" DATE NOT NULL,
    "skal" TEXT,
    "slutade" DATE,
    "dagar" INTEGER,

    CONSTRAINT "paus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "undantag" (
    "beslutId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "slut" DATE NOT NULL,
    "skal" TEXT NOT NULL,

    CONSTRAINT "undantag_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "koordinatorsbyte" (
    "beslutId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "franId" UUID,
    "tillId" UUID NOT NULL,
    "overlamning" TEXT NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "koordinatorsbyte_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "insatsbeslut" (
    "id" UUID NOT NULL,
    "insatsId" UUID NOT NULL,
    "typ" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "formular" JSONB NOT NULL,
    "avId" UUID NOT NULL,
    "forberett" TIMESTAMPTZ(3) NOT NULL,
    "fattat" TIMESTAMPTZ(3),
    "version" INTEGER,

    CONSTRAINT "insatsbeslut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insatshandelse" (
    "insatsId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "ordning" INTEGER NOT NULL,
    "typ" TEXT NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,
    "avId" UUID,
    "beslutId" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "insatshandelse_pkey" PRIMARY KEY ("insatsId","version","ordning")
);

-- CreateTable
CREATE TABLE "insatsuppgift" (
    "id" TEXT NOT NULL,
    "insatsId" UUID NOT NULL,
    "typ" TEXT NOT NULL,
    "roll" TEXT NOT NULL,
    "ref" TEXT,
    "oppnad" TIMESTAMPTZ(3) NOT NULL,
    "forfaller" DATE NOT NULL,
    "avslutad" TIMESTAMPTZ(3),
    "avslutadSom" TEXT,

    CONSTRAINT "insatsuppgift_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "profilutkast_insatsId_idx" ON "profilutkast"("insatsId");

-- CreateIndex
CREATE INDEX "aktualiserande_verksamhet_arendeId_idx" ON "aktualiserande_verksamhet"("arendeId");

-- CreateIndex
CREATE INDEX "bilaga_arendeId_idx" ON "bilaga"("arendeId");

-- CreateIndex
CREATE INDEX "bilaga_utkastId_idx" ON "bilaga"("utkastId");

-- CreateIndex
CREATE INDEX "rekommendationsrattelse_rekommendationId_idx" ON "rekommendationsrattelse"("rekommendationId");

-- CreateIndex
CREATE INDEX "atgard_arendeId_idx" ON "atgard"("arendeId");

-- CreateIndex
CREATE INDEX "atgard_personId_idx" ON "atgard"("personId");

-- CreateIndex
CREATE INDEX "komplettering_arendeId_idx" ON "komplettering"("arendeId");

-- CreateIndex
CREATE INDEX "styrgruppslyft_arendeId_idx" ON "styrgruppslyft"("arendeId");

-- CreateIndex
CREATE INDEX "strukturellt_hinder_insatsId_idx" ON "strukturellt_hinder"("insatsId");

-- CreateIndex
CREATE INDEX "forgrupp_arendeId_idx" ON "forgrupp"("arendeId");

-- CreateIndex
CREATE INDEX "koplats_insatsId_lamnad_idx" ON "koplats"("insatsId", "lamnad");

-- CreateIndex
CREATE INDEX "platserbjudande_insatsId_avslutat_idx" ON "platserbjudande"("insatsId", "avslutat");

-- CreateIndex
CREATE INDEX "platserbjudande_arendeId_idx" ON "platserbjudande"("arendeId");

-- CreateIndex
CREATE UNIQUE INDEX "erbjudandekontakt_erbjudandeId_nr_key" ON "erbjudandekontakt"("erbjudandeId", "nr");

-- CreateIndex
CREATE UNIQUE INDEX "genomforandeplan_arendeId_version_key" ON "genomforandeplan"("arendeId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "anteckning_ersatterId_key" ON "anteckning"("ersatterId");

-- CreateIndex
CREATE INDEX "anteckning_arendeId_datum_idx" ON "anteckning"("arendeId", "datum");

-- CreateIndex
CREATE INDEX "egen_uppgift_agareId_klar_idx" ON "egen_uppgift"("agareId", "klar");

-- CreateIndex
CREATE INDEX "egen_uppgift_arendeId_idx" ON "egen_uppgift"("arendeId");

-- CreateIndex
CREATE INDEX "flerpartsmote_arendeId_idx" ON "flerpartsmote"("arendeId");

-- CreateIndex
CREATE INDEX "teamlyft_arendeId_idx" ON "teamlyft"("arendeId");

-- CreateIndex
CREATE INDEX "avvikelse_arendeId_idx" ON "avvikelse"("arendeId");

-- CreateIndex
CREATE INDEX "medel_arendeId_idx" ON "medel"("arendeId");

-- CreateIndex
CREATE INDEX "medel_insatsId_ar_idx" ON "medel"("insatsId", "ar");

-- CreateIndex
CREATE INDEX "aktivitet_arendeId_idx" ON "aktivitet"("arendeId");

-- CreateIndex
CREATE INDEX "aktivitet_slag_fran_idx" ON "aktivitet"("slag", "fran");

-- CreateIndex
CREATE INDEX "ersattningsansokan_arendeId_idx" ON "ersattningsansokan"("arendeId");

-- CreateIndex
CREATE INDEX "paus_arendeId_idx" ON "paus"("arendeId");

-- CreateIndex
CREATE INDEX "undantag_arendeId_idx" ON "undantag"("arendeId");

-- CreateIndex
CREATE INDEX "koordinatorsbyte_arendeId_idx" ON "koordinatorsbyte"("arendeId");

-- CreateIndex
CREATE INDEX "insatsbeslut_insatsId_fattat_idx" ON "insatsbeslut"("insatsId", "fattat");

-- CreateIndex
CREATE INDEX "insatsuppgift_insatsId_avslutad_idx" ON "insatsuppgift"("insatsId", "avslutad");

-- CreateIndex
CREATE INDEX "insatsuppgift_roll_avslutad_forfaller_idx" ON "insatsuppgift"("roll", "avslutad", "forfaller");

-- CreateIndex
CREATE UNIQUE INDEX "individ_personnummer_fodelsear_key" ON "individ"("personnummer", "fodelsear");

-- CreateIndex
CREATE INDEX "samtycke_arendeId_verksamhetId_idx" ON "samtycke"("arendeId", "verksamhetId");

-- CreateIndex
CREATE UNIQUE INDEX "utskick_insatsId_sekvens_nyckel_mottagareId_key" ON "utskick"("insatsId", "sekvens", "nyckel", "mottagareId");

-- CreateIndex
CREATE INDEX "motoruppdrag_slag_refId_idx" ON "motoruppdrag"("slag", "refId");

-- AddForeignKey
ALTER TABLE "part" ADD CONSTRAINT "part_forbundId_fkey" FOREIGN KEY ("forbundId") REFERENCES "forbund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anvandare" ADD CONSTRAINT "anvandare_ersattareId_fkey" FOREIGN KEY ("ersattareId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatsprofil" ADD CONSTRAINT "insatsprofil_skapadAvId_fkey" FOREIGN KEY ("skapadAvId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profilutkast" ADD CONSTRAINT "profilutkast_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profilutkast" ADD CONSTRAINT "profilutkast_agareId_fkey" FOREIGN KEY ("agareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motesdeltagare" ADD CONSTRAINT "motesdeltagare_moteId_fkey" FOREIGN KEY ("moteId") REFERENCES "mote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motesdeltagare" ADD CONSTRAINT "motesdeltagare_anvandareId_fkey" FOREIGN KEY ("anvandareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skyddsperson" ADD CONSTRAINT "skyddsperson_individId_fkey" FOREIGN KEY ("individId") REFERENCES "individ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skyddsperson" ADD CONSTRAINT "skyddsperson_anvandareId_fkey" FOREIGN KEY ("anvandareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "samtycke" ADD CONSTRAINT "samtycke_bilagaId_fkey" FOREIGN KEY ("bilagaId") REFERENCES "bilaga"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aktualiserande_verksamhet" ADD CONSTRAINT "aktualiserande_verksamhet_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aktualiserande_verksamhet" ADD CONSTRAINT "aktualiserande_verksamhet_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arendelank" ADD CONSTRAINT "arendelank_franId_fkey" FOREIGN KEY ("franId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arendelank" ADD CONSTRAINT "arendelank_tillId_fkey" FOREIGN KEY ("tillId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bilaga" ADD CONSTRAINT "bilaga_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bilaga" ADD CONSTRAINT "bilaga_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rekommendationsrattelse" ADD CONSTRAINT "rekommendationsrattelse_rekommendationId_fkey" FOREIGN KEY ("rekommendationId") REFERENCES "rekommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "atgard" ADD CONSTRAINT "atgard_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "atgard" ADD CONSTRAINT "atgard_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "atgard" ADD CONSTRAINT "atgard_personId_fkey" FOREIGN KEY ("personId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "komplettering" ADD CONSTRAINT "komplettering_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "styrgruppslyft" ADD CONSTRAINT "styrgruppslyft_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strukturellt_hinder" ADD CONSTRAINT "strukturellt_hinder_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strukturellt_hinder" ADD CONSTRAINT "strukturellt_hinder_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forgrupp" ADD CONSTRAINT "forgrupp_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "koplats" ADD CONSTRAINT "koplats_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "koplats" ADD CONSTRAINT "koplats_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platserbjudande" ADD CONSTRAINT "platserbjudande_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platserbjudande" ADD CONSTRAINT "platserbjudande_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erbjudandekontakt" ADD CONSTRAINT "erbjudandekontakt_erbjudandeId_fkey" FOREIGN KEY ("erbjudandeId") REFERENCES "platserbjudande"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "genomforandeplan" ADD CONSTRAINT "genomforandeplan_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anteckning" ADD CONSTRAINT "anteckning_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anteckning" ADD CONSTRAINT "anteckning_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "egen_uppgift" ADD CONSTRAINT "egen_uppgift_agareId_fkey" FOREIGN KEY ("agareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "egen_uppgift" ADD CONSTRAINT "egen_uppgift_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flerpartsmote" ADD CONSTRAINT "flerpartsmote_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teamlyft" ADD CONSTRAINT "teamlyft_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teamlyft" ADD CONSTRAINT "teamlyft_moteId_fkey" FOREIGN KEY ("moteId") REFERENCES "mote"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avvikelse" ADD CONSTRAINT "avvikelse_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "medel" ADD CONSTRAINT "medel_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "medel" ADD CONSTRAINT "medel_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aktivitet" ADD CONSTRAINT "aktivitet_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ersattningsansokan" ADD CONSTRAINT "ersattningsansokan_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paus" ADD CONSTRAINT "paus_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undantag" ADD CONSTRAINT "undantag_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "koordinatorsbyte" ADD CONSTRAINT "koordinatorsbyte_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utskick" ADD CONSTRAINT "utskick_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utskick" ADD CONSTRAINT "utskick_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatsbeslut" ADD CONSTRAINT "insatsbeslut_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatsbeslut" ADD CONSTRAINT "insatsbeslut_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatshandelse" ADD CONSTRAINT "insatshandelse_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatshandelse" ADD CONSTRAINT "insatshandelse_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatsuppgift" ADD CONSTRAINT "insatsuppgift_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
