-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "forbund" (
    "id" UUID NOT NULL,
    "kod" TEXT NOT NULL,
    "namn" TEXT NOT NULL,

    CONSTRAINT "forbund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verksamhet" (
    "id" UUID NOT NULL,
    "kod" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "namn" TEXT NOT NULL,
    "kommun" TEXT,
    "forbundId" UUID NOT NULL,

    CONSTRAINT "verksamhet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anvandare" (
    "id" UUID NOT NULL,
    "sub" TEXT NOT NULL,
    "namn" TEXT NOT NULL,
    "epost" TEXT NOT NULL,
    "titel" TEXT,
    "verksamhetId" UUID NOT NULL,
    "aktiv" BOOLEAN NOT NULL DEFAULT true,
    "skapad" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "anvandare_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roll" (
    "id" UUID NOT NULL,
    "anvandareId" UUID NOT NULL,
    "roll" TEXT NOT NULL,
    "insatsId" UUID,
    "part" TEXT,

    CONSTRAINT "roll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insats" (
    "id" UUID NOT NULL,
    "kod" TEXT NOT NULL,
    "namn" TEXT NOT NULL,
    "nummerprefix" TEXT NOT NULL,
    "forbundId" UUID NOT NULL,
    "huvudmanId" UUID NOT NULL,
    "kanslivyPerArende" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "insats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insatsprofil" (
    "insatsId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "innehall" JSONB NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "insatsprofil_pkey" PRIMARY KEY ("insatsId","version")
);

-- CreateTable
CREATE TABLE "nummerserie" (
    "insatsId" UUID NOT NULL,
    "ar" INTEGER NOT NULL,
    "senaste" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "nummerserie_pkey" PRIMARY KEY ("insatsId","ar")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "insatsId" UUID NOT NULL,
    "kod" TEXT NOT NULL,
    "namn" TEXT NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teammedlem" (
    "teamId" UUID NOT NULL,
    "anvandareId" UUID NOT NULL,
    "verksamhetId" UUID NOT NULL,
    "ersattare" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "teammedlem_pkey" PRIMARY KEY ("teamId","anvandareId")
);

-- CreateTable
CREATE TABLE "mote" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "borjar" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motespunkt" (
    "moteId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "ordning" INTEGER NOT NULL,

    CONSTRAINT "motespunkt_pkey" PRIMARY KEY ("moteId","arendeId")
);

-- CreateTable
CREATE TABLE "individ" (
    "id" UUID NOT NULL,
    "personnummer" TEXT,
    "namn" TEXT,
    "fodelsear" INTEGER NOT NULL,
    "kon" TEXT NOT NULL,
    "skyddad" BOOLEAN NOT NULL DEFAULT false,
    "alias" TEXT,

    CONSTRAINT "individ_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "utkast" (
    "id" UUID NOT NULL,
    "agareId" UUID NOT NULL,
    "innehall" JSONB NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL,
    "andrad" TIMESTAMPTZ(3) NOT NULL,
    "skickad" TIMESTAMPTZ(3),

    CONSTRAINT "utkast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arende" (
    "id" UUID NOT NULL,
    "nummer" TEXT NOT NULL,
    "insatsId" UUID NOT NULL,
    "profilversion" INTEGER NOT NULL,
    "teamId" UUID NOT NULL,
    "individId" UUID NOT NULL,
    "utkastId" UUID,
    "koordinatorId" UUID,
    "version" INTEGER NOT NULL,
    "lage" JSONB NOT NULL,
    "fas" TEXT NOT NULL,
    "fasSedan" TIMESTAMPTZ(3) NOT NULL,
    "skapad" TIMESTAMPTZ(3) NOT NULL,
    "nastaUppgift" TEXT,
    "nastaRoll" TEXT,
    "nastaForfaller" DATE,
    "startdatum" DATE,
    "insatstidSlut" DATE,
    "overTidenSedan" DATE,
    "avslutsdatum" DATE,
    "stangd" TIMESTAMPTZ(3),
    "stangdSom" TEXT,

    CONSTRAINT "arende_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remiss" (
    "arendeId" UUID NOT NULL,
    "remittentId" UUID NOT NULL,
    "verksamhetId" UUID NOT NULL,
    "inskickad" TIMESTAMPTZ(3) NOT NULL,
    "syfte" TEXT NOT NULL,
    "identifierad" BOOLEAN NOT NULL,
    "namn" TEXT,
    "kon" TEXT,
    "kommun" TEXT NOT NULL,
    "telefon" TEXT,
    "epost" TEXT,
    "sprak" TEXT,
    "tolk" BOOLEAN NOT NULL DEFAULT false,
    "problembild" TEXT NOT NULL,
    "utbildning" TEXT,
    "tidIOffentligForsorjning" TEXT,
    "involverade" TEXT,
    "nollplacerad" BOOLEAN NOT NULL DEFAULT false,
    "skyndsam" BOOLEAN NOT NULL DEFAULT false,
    "skyndsamSkal" TEXT,
    "behorighetSkal" TEXT,
    "fraga" TEXT NOT NULL,

    CONSTRAINT "remiss_pkey" PRIMARY KEY ("arendeId")
);

-- CreateTable
CREATE TABLE "samtycke" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "verksamhetId" UUID NOT NULL,
    "uppgiftsslag" TEXT[],
    "giltigtFran" DATE NOT NULL,
    "giltigtTill" DATE,
    "form" TEXT NOT NULL,
    "lamnatAv" TEXT NOT NULL DEFAULT 'personen',
    "noterat" TIMESTAMPTZ(3) NOT NULL,
    "aterkallat" TIMESTAMPTZ(3),

    CONSTRAINT "samtycke_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kodsvar" (
    "arendeId" UUID NOT NULL,
    "vid" TEXT NOT NULL,
    "slag" TEXT NOT NULL,
    "kod" TEXT NOT NULL,
    "omfattning" TEXT,

    CONSTRAINT "kodsvar_pkey" PRIMARY KEY ("arendeId","vid","slag","kod")
);

-- CreateTable
CREATE TABLE "handelse" (
    "arendeId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "ordning" INTEGER NOT NULL,
    "typ" TEXT NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,
    "avId" UUID,
    "beslutId" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "handelse_pkey" PRIMARY KEY ("arendeId","version","ordning")
);

-- CreateTable
CREATE TABLE "beslut" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "typ" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "formular" JSONB NOT NULL,
    "avId" UUID NOT NULL,
    "forberett" TIMESTAMPTZ(3) NOT NULL,
    "fattat" TIMESTAMPTZ(3),
    "version" INTEGER,

    CONSTRAINT "beslut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "yttrande" (
    "arendeId" UUID NOT NULL,
    "moteId" UUID NOT NULL,
    "verksamhetId" UUID NOT NULL,
    "avId" UUID,
    "nar" TIMESTAMPTZ(3) NOT NULL,
    "svar" TEXT NOT NULL,
    "text" TEXT,

    CONSTRAINT "yttrande_pkey" PRIMARY KEY ("arendeId","moteId","verksamhetId")
);

-- CreateTable
CREATE TABLE "rekommendation" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "moteId" UUID NOT NULL,
    "utfall" TEXT NOT NULL,
    "motivering" TEXT NOT NULL,
    "avId" UUID NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rekommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "narvaro" (
    "moteId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "verksamhetId" UUID NOT NULL,

    CONSTRAINT "narvaro_pkey" PRIMARY KEY ("moteId","arendeId","verksamhetId")
);

-- CreateTable
CREATE TABLE "radsatgard" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "rekommendationId" UUID NOT NULL,
    "verksamhetId" UUID NOT NULL,
    "atgard" TEXT NOT NULL,
    "ansvarig" TEXT,
    "senast" DATE NOT NULL,

    CONSTRAINT "radsatgard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aterkoppling" (
    "beslutId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "utfall" TEXT NOT NULL,
    "text" TEXT,
    "nar" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "aterkoppling_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "personens_svar" (
    "arendeId" UUID NOT NULL,
    "svar" TEXT NOT NULL,
    "datum" DATE NOT NULL,
    "till" TEXT NOT NULL,
    "satt" TEXT NOT NULL,
    "beslutId" UUID NOT NULL,

    CONSTRAINT "personens_svar_pkey" PRIMARY KEY ("arendeId")
);

-- CreateTable
CREATE TABLE "deltagande" (
    "arendeId" UUID NOT NULL,
    "insatsId" UUID NOT NULL,
    "beslutsdatum" DATE NOT NULL,
    "startdatum" DATE NOT NULL,
    "overinskrivning" BOOLEAN NOT NULL DEFAULT false,
    "overinskrivningSkal" TEXT,
    "platsFri" DATE,

    CONSTRAINT "deltagande_pkey" PRIMARY KEY ("arendeId")
);

-- CreateTable
CREATE TABLE "kartlaggning" (
    "arendeId" UUID NOT NULL,
    "instrument" TEXT NOT NULL,
    "utfordAv" TEXT NOT NULL,
    "certifierad" BOOLEAN NOT NULL,
    "klar" DATE NOT NULL,
    "sammanfattning" TEXT NOT NULL,
    "resurser" TEXT,
    "hinder" TEXT,
    "spar" TEXT NOT NULL,

    CONSTRAINT "kartlaggning_pkey" PRIMARY KEY ("arendeId")
);

-- CreateTable
CREATE TABLE "planuppfoljning" (
    "beslutId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "datum" DATE NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "planuppfoljning_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "skattning" (
    "beslutId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "datum" DATE NOT NULL,
    "steg" INTEGER NOT NULL,

    CONSTRAINT "skattning_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "forlangning" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "dialogdatum" DATE NOT NULL,
    "behov" TEXT NOT NULL,
    "foreslagetSlut" DATE NOT NULL,
    "utfall" TEXT,
    "beslutatSlut" DATE,
    "motivering" TEXT,

    CONSTRAINT "forlangning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avslut" (
    "arendeId" UUID NOT NULL,
    "avslutsdatum" DATE NOT NULL,
    "registrerat" TIMESTAMPTZ(3) NOT NULL,
    "analys" TEXT NOT NULL,
    "overlamningTill" TEXT,
    "overlamningKontakt" TEXT,
    "overlamningMottagen" BOOLEAN,
    "orsak" TEXT,
    "farKontaktas" BOOLEAN,

    CONSTRAINT "avslut_pkey" PRIMARY KEY ("arendeId")
);

-- CreateTable
CREATE TABLE "kontaktforsok" (
    "beslutId" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "nr" INTEGER NOT NULL,
    "datum" DATE NOT NULL,
    "satt" TEXT NOT NULL,
    "naddes" BOOLEAN NOT NULL,

    CONSTRAINT "kontaktforsok_pkey" PRIMARY KEY ("beslutId")
);

-- CreateTable
CREATE TABLE "uppfoljning" (
    "arendeId" UUID NOT NULL,
    "resultat" TEXT NOT NULL,
    "datum" DATE NOT NULL,
    "text" TEXT,

    CONSTRAINT "uppfoljning_pkey" PRIMARY KEY ("arendeId")
);

-- CreateTable
CREATE TABLE "uppgift" (
    "id" TEXT NOT NULL,
    "arendeId" UUID NOT NULL,
    "typ" TEXT NOT NULL,
    "roll" TEXT NOT NULL,
    "verksamhetId" UUID,
    "anvandareId" UUID,
    "oppnad" TIMESTAMPTZ(3) NOT NULL,
    "forfaller" DATE NOT NULL,
    "avslutad" TIMESTAMPTZ(3),
    "avslutadSom" TEXT,

    CONSTRAINT "uppgift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "utskick" (
    "id" UUID NOT NULL,
    "arendeId" UUID NOT NULL,
    "slag" TEXT NOT NULL,
    "sekvens" INTEGER NOT NULL,
    "nyckel" TEXT NOT NULL,
    "mottagareId" UUID NOT NULL,
    "uppgift" TEXT,
    "forfaller" DATE,
    "skapat" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'vantar',
    "skickat" TIMESTAMPTZ(3),
    "fel" TEXT,

    CONSTRAINT "utskick_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motoruppdrag" (
    "id" BIGSERIAL NOT NULL,
    "slag" TEXT NOT NULL,
    "refId" UUID NOT NULL,
    "skapat" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "forsok" INTEGER NOT NULL DEFAULT 0,
    "nasta" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "motoruppdrag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "logg" (
    "id" BIGSERIAL NOT NULL,
    "nar" TIMESTAMPTZ(3) NOT NULL,
    "avId" UUID,
    "handling" TEXT NOT NULL,
    "arendeId" UUID,
    "grund" TEXT,
    "data" JSONB,

    CONSTRAINT "logg_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "forbund_kod_key" ON "forbund"("kod");

-- CreateIndex
CREATE UNIQUE INDEX "verksamhet_kod_key" ON "verksamhet"("kod");

-- CreateIndex
CREATE UNIQUE INDEX "anvandare_sub_key" ON "anvandare"("sub");

-- CreateIndex
CREATE INDEX "roll_roll_insatsId_idx" ON "roll"("roll", "insatsId");

-- CreateIndex
CREATE UNIQUE INDEX "roll_anvandareId_roll_insatsId_part_key" ON "roll"("anvandareId", "roll", "insatsId", "part");

-- CreateIndex
CREATE UNIQUE INDEX "insats_kod_key" ON "insats"("kod");

-- CreateIndex
CREATE UNIQUE INDEX "insats_nummerprefix_key" ON "insats"("nummerprefix");

-- CreateIndex
CREATE UNIQUE INDEX "team_insatsId_kod_key" ON "team"("insatsId", "kod");

-- CreateIndex
CREATE INDEX "teammedlem_anvandareId_idx" ON "teammedlem"("anvandareId");

-- CreateIndex
CREATE UNIQUE INDEX "mote_teamId_borjar_key" ON "mote"("teamId", "borjar");

-- CreateIndex
CREATE INDEX "motespunkt_arendeId_idx" ON "motespunkt"("arendeId");

-- CreateIndex
CREATE UNIQUE INDEX "individ_personnummer_key" ON "individ"("personnummer");

-- CreateIndex
CREATE INDEX "utkast_agareId_skickad_idx" ON "utkast"("agareId", "skickad");

-- CreateIndex
CREATE UNIQUE INDEX "arende_nummer_key" ON "arende"("nummer");

-- CreateIndex
CREATE UNIQUE INDEX "arende_utkastId_key" ON "arende"("utkastId");

-- CreateIndex
CREATE INDEX "arende_insatsId_fas_idx" ON "arende"("insatsId", "fas");

-- CreateIndex
CREATE INDEX "arende_koordinatorId_fas_idx" ON "arende"("koordinatorId", "fas");

-- CreateIndex
CREATE INDEX "arende_individId_idx" ON "arende"("individId");

-- CreateIndex
CREATE INDEX "arende_nastaForfaller_idx" ON "arende"("nastaForfaller");

-- CreateIndex
CREATE INDEX "remiss_remittentId_idx" ON "remiss"("remittentId");

-- CreateIndex
CREATE UNIQUE INDEX "samtycke_arendeId_verksamhetId_giltigtFran_key" ON "samtycke"("arendeId", "verksamhetId", "giltigtFran");

-- CreateIndex
CREATE INDEX "beslut_arendeId_fattat_idx" ON "beslut"("arendeId", "fattat");

-- CreateIndex
CREATE INDEX "rekommendation_arendeId_idx" ON "rekommendation"("arendeId");

-- CreateIndex
CREATE UNIQUE INDEX "rekommendation_moteId_arendeId_key" ON "rekommendation"("moteId", "arendeId");

-- CreateIndex
CREATE INDEX "radsatgard_arendeId_idx" ON "radsatgard"("arendeId");

-- CreateIndex
CREATE INDEX "aterkoppling_arendeId_idx" ON "aterkoppling"("arendeId");

-- CreateIndex
CREATE INDEX "deltagande_insatsId_platsFri_idx" ON "deltagande"("insatsId", "platsFri");

-- CreateIndex
CREATE INDEX "planuppfoljning_arendeId_idx" ON "planuppfoljning"("arendeId");

-- CreateIndex
CREATE INDEX "skattning_arendeId_idx" ON "skattning"("arendeId");

-- CreateIndex
CREATE INDEX "forlangning_arendeId_idx" ON "forlangning"("arendeId");

-- CreateIndex
CREATE UNIQUE INDEX "kontaktforsok_arendeId_nr_key" ON "kontaktforsok"("arendeId", "nr");

-- CreateIndex
CREATE INDEX "uppgift_arendeId_avslutad_idx" ON "uppgift"("arendeId", "avslutad");

-- CreateIndex
CREATE INDEX "uppgift_roll_avslutad_forfaller_idx" ON "uppgift"("roll", "avslutad", "forfaller");

-- CreateIndex
CREATE INDEX "uppgift_verksamhetId_avslutad_idx" ON "uppgift"("verksamhetId", "avslutad");

-- CreateIndex
CREATE INDEX "utskick_status_idx" ON "utskick"("status");

-- CreateIndex
CREATE UNIQUE INDEX "utskick_arendeId_sekvens_nyckel_mottagareId_key" ON "utskick"("arendeId", "sekvens", "nyckel", "mottagareId");

-- CreateIndex
CREATE UNIQUE INDEX "motoruppdrag_slag_refId_key" ON "motoruppdrag"("slag", "refId");

-- CreateIndex
CREATE INDEX "logg_arendeId_nar_idx" ON "logg"("arendeId", "nar");

-- AddForeignKey
ALTER TABLE "verksamhet" ADD CONSTRAINT "verksamhet_forbundId_fkey" FOREIGN KEY ("forbundId") REFERENCES "forbund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anvandare" ADD CONSTRAINT "anvandare_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll" ADD CONSTRAINT "roll_anvandareId_fkey" FOREIGN KEY ("anvandareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll" ADD CONSTRAINT "roll_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insats" ADD CONSTRAINT "insats_forbundId_fkey" FOREIGN KEY ("forbundId") REFERENCES "forbund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insats" ADD CONSTRAINT "insats_huvudmanId_fkey" FOREIGN KEY ("huvudmanId") REFERENCES "verksamhet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insatsprofil" ADD CONSTRAINT "insatsprofil_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nummerserie" ADD CONSTRAINT "nummerserie_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teammedlem" ADD CONSTRAINT "teammedlem_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teammedlem" ADD CONSTRAINT "teammedlem_anvandareId_fkey" FOREIGN KEY ("anvandareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teammedlem" ADD CONSTRAINT "teammedlem_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mote" ADD CONSTRAINT "mote_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motespunkt" ADD CONSTRAINT "motespunkt_moteId_fkey" FOREIGN KEY ("moteId") REFERENCES "mote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motespunkt" ADD CONSTRAINT "motespunkt_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utkast" ADD CONSTRAINT "utkast_agareId_fkey" FOREIGN KEY ("agareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arende" ADD CONSTRAINT "arende_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arende" ADD CONSTRAINT "arende_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arende" ADD CONSTRAINT "arende_individId_fkey" FOREIGN KEY ("individId") REFERENCES "individ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arende" ADD CONSTRAINT "arende_utkastId_fkey" FOREIGN KEY ("utkastId") REFERENCES "utkast"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arende" ADD CONSTRAINT "arende_koordinatorId_fkey" FOREIGN KEY ("koordinatorId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remiss" ADD CONSTRAINT "remiss_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remiss" ADD CONSTRAINT "remiss_remittentId_fkey" FOREIGN KEY ("remittentId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remiss" ADD CONSTRAINT "remiss_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "samtycke" ADD CONSTRAINT "samtycke_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "samtycke" ADD CONSTRAINT "samtycke_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kodsvar" ADD CONSTRAINT "kodsvar_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handelse" ADD CONSTRAINT "handelse_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handelse" ADD CONSTRAINT "handelse_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "beslut" ADD CONSTRAINT "beslut_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "beslut" ADD CONSTRAINT "beslut_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "yttrande" ADD CONSTRAINT "yttrande_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "yttrande" ADD CONSTRAINT "yttrande_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "yttrande" ADD CONSTRAINT "yttrande_moteId_fkey" FOREIGN KEY ("moteId") REFERENCES "mote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "yttrande" ADD CONSTRAINT "yttrande_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rekommendation" ADD CONSTRAINT "rekommendation_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rekommendation" ADD CONSTRAINT "rekommendation_moteId_arendeId_fkey" FOREIGN KEY ("moteId", "arendeId") REFERENCES "motespunkt"("moteId", "arendeId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "narvaro" ADD CONSTRAINT "narvaro_moteId_arendeId_fkey" FOREIGN KEY ("moteId", "arendeId") REFERENCES "motespunkt"("moteId", "arendeId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "narvaro" ADD CONSTRAINT "narvaro_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "radsatgard" ADD CONSTRAINT "radsatgard_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "radsatgard" ADD CONSTRAINT "radsatgard_rekommendationId_fkey" FOREIGN KEY ("rekommendationId") REFERENCES "rekommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "radsatgard" ADD CONSTRAINT "radsatgard_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aterkoppling" ADD CONSTRAINT "aterkoppling_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personens_svar" ADD CONSTRAINT "personens_svar_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deltagande" ADD CONSTRAINT "deltagande_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deltagande" ADD CONSTRAINT "deltagande_insatsId_fkey" FOREIGN KEY ("insatsId") REFERENCES "insats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kartlaggning" ADD CONSTRAINT "kartlaggning_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planuppfoljning" ADD CONSTRAINT "planuppfoljning_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skattning" ADD CONSTRAINT "skattning_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forlangning" ADD CONSTRAINT "forlangning_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avslut" ADD CONSTRAINT "avslut_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kontaktforsok" ADD CONSTRAINT "kontaktforsok_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uppfoljning" ADD CONSTRAINT "uppfoljning_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uppgift" ADD CONSTRAINT "uppgift_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uppgift" ADD CONSTRAINT "uppgift_verksamhetId_fkey" FOREIGN KEY ("verksamhetId") REFERENCES "verksamhet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uppgift" ADD CONSTRAINT "uppgift_anvandareId_fkey" FOREIGN KEY ("anvandareId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utskick" ADD CONSTRAINT "utskick_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utskick" ADD CONSTRAINT "utskick_mottagareId_fkey" FOREIGN KEY ("mottagareId") REFERENCES "anvandare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "logg" ADD CONSTRAINT "logg_avId_fkey" FOREIGN KEY ("avId") REFERENCES "anvandare"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "logg" ADD CONSTRAINT "logg_arendeId_fkey" FOREIGN KEY ("arendeId") REFERENCES "arende"("id") ON DELETE SET NULL ON UPDATE CASCADE;
