import { randomUUID } from 'node:crypto';
import type { Fas } from '../../domain/faser.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { addDays } from '../../domain/kalender/tid.js';
import type { Rollkod } from '../../domain/koder.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../domain/uppgifter.js';
import { asDate, type Prisma, type PrismaClient } from '../../prisma/client.js';
import { testPersonnummer } from '../../prisma/seed/demo/personnummer.js';
import { emptyTables } from '../support/postgres.js';

/** The installation's now in these tests: a Tuesday. */
export const NU = new Date('2026-11-24T09:30:00.000Z');
export const IDAG = '2026-11-24';

export interface Fixtur {
  verksamhet: Record<'fk' | 'psyk' | 'iff', string>;
  insats: Record<'samba' | 'vag' | 'sluten', string>;
  team: Record<'samba' | 'vag' | 'sluten', string>;
  person: Record<string, string>;
}

/** Subjects of the people, named after what they may do. */
export const personer = {
  hanna: { namn: 'Hanna Handläggarsson', i: 'fk' },
  tea: { namn: 'Tea Teamsson', i: 'psyk' },
  erik: { namn: 'Erik Ersättarsson', i: 'psyk' },
  kajsa: { namn: 'Kajsa Koordinatorsson', i: 'iff' },
  kim: { namn: 'Kim Koordinatorsson', i: 'iff' },
  sara: { namn: 'Sara Sammankallandesson', i: 'iff' },
  manda: { namn: 'Manda Mångrollsson', i: 'fk' },
  karin: { namn: 'Karin Kanslisson', i: 'iff' },
  sten: { namn: 'Sten Styrgruppsson', i: 'iff' },
  olle: { namn: 'Olle Rollös', i: 'iff' },
} as const;

const ROLLER: readonly (readonly [sub: keyof typeof personer, roll: Rollkod, insats?: 'samba' | 'vag'])[] = [
  ['hanna', 'handlaggare'],
  ['tea', 'teamrepresentant', 'samba'],
  ['erik', 'teamrepresentant', 'samba'],
  ['kajsa', 'koordinator', 'samba'],
  ['kim', 'koordinator', 'samba'],
  ['sara', 'sammankallande', 'samba'],
  ['manda', 'handlaggare'],
  ['manda', 'koordinator', 'vag'],
  ['manda', 'sammankallande', 'vag'],
  ['karin', 'kansli'],
  ['sten', 'styrgrupp', 'samba'],
];

async function createInsats(prisma: PrismaClient, forbundId: string, huvudmanId: string, namn: string, per: boolean) {
  const innehall = { kapacitet: { samtidigt: 15, pausFrigorPlats: false } } satisfies Pick<Insatsprofil, 'kapacitet'>;
  const insats = await prisma.insats.create({
    data: {
      kod: namn.toLowerCase(),
      namn,
      nummerprefix: namn.toUpperCase(),
      forbundId,
      huvudmanId,
      kanslivyPerArende: per,
      profiler: { create: { version: 1, innehall } },
      team: { create: { kod: 'team', namn: `Team ${namn}` } },
    },
    include: { team: true },
  });
  return { insats: insats.id, team: insats.team[0]?.id ?? '' };
}

/** One förbund, three insatser (kansli sees counts only of the third) and people of every role. */
export async function createFixtur(prisma: PrismaClient): Promise<Fixtur> {
  const forbund = await prisma.forbund.create({ data: { kod: 'prov', namn: 'Provförbundet' } });
  const create = (kod: string, part: string, namn: string) =>
    prisma.verksamhet.create({ data: { kod, part, namn, forbundId: forbund.id } });
  const fk = await create('fk', 'fk', 'Försäkringskassan');
  const psyk = await create('psyk', 'region', 'Vuxenpsykiatrin');
  const iff = await create('iff', 'kommun', 'Individ och familj');
  const verksamhet = { fk: fk.id, psyk: psyk.id, iff: iff.id };
  const samba = await createInsats(prisma, forbund.id, iff.id, 'Samba', true);
  const vag = await createInsats(prisma, forbund.id, iff.id, 'Vag', true);
  const sluten = await createInsats(prisma, forbund.id, iff.id, 'Sluten', false);
  const insats = { samba: samba.insats, vag: vag.insats, sluten: sluten.insats };
  const person: Record<string, string> = {};
  for (const [sub, { namn, i }] of Object.entries(personer)) {
    const roller = ROLLER.filter(([one]) => one === sub);
    const { id } = await prisma.anvandare.create({
      data: {
        sub,
        namn,
        epost: `${sub}@example.se`,
        verksamhetId: verksamhet[i],
        roller: { create: roller.map(([, roll, kod]) => ({ roll, insatsId: kod ? insats[kod] : null })) },
      },
    });
    person[sub] = id;
  }
  await prisma.teammedlem.createMany({
    data: (['tea', 'erik'] as const).map((sub) => ({
      teamId: samba.team,
      anvandareId: person[sub] ?? '',
      verksamhetId: psyk.id,
      ersattare: sub === 'erik',
    })),
  });
  return { verksamhet, insats, team: { samba: samba.team, vag: vag.team, sluten: sluten.team }, person };
}

/** One case to write: what the lists look at, with the rest filled in. */
export interface Fall {
  nummer: string;
  insats?: keyof Fixtur['insats'];
  fas: Fas;
  remittent?: string;
  koordinator?: string;
  /** kind and last day of each open task; a verksamhet for yttranden */
  uppgifter?: readonly (readonly [typ: Uppgiftstyp, forfaller: string, verksamhet?: 'fk' | 'psyk' | 'iff'])[];
  /** verksamheter with samtycke, with the last day of it when it ends */
  samtycken?: readonly (readonly [verksamhet: 'fk' | 'psyk' | 'iff', till?: string])[];
  paDagordning?: boolean;
  /** the day of the meeting that the state says it waits for */
  motesdag?: string;
  namn?: string | null;
  skyddad?: boolean;
  insatstidSlut?: string;
  /** the 90th day */
  uppfoljningsdag?: string;
  skapad?: Date;
}

let lopnummer = 0;

/** A day of its own for each case, so that each gets a personnummer of its own. */
const fodd = (nr: number): string => addDays('1970-01-01', nr);

const deltar = (fas: Fas): boolean => ['kartlaggning', 'process', 'verkstallighet', 'bada'].includes(fas);

/** Writes cases with everything that hangs on them, in a few statements however many. */
export async function createFall(prisma: PrismaClient, fixtur: Fixtur, falls: readonly Fall[]): Promise<void> {
  const rows = falls.map((fall) => ({
    fall,
    id: randomUUID(),
    individId: randomUUID(),
    insats: fall.insats ?? 'samba',
    nr: (lopnummer += 1),
    skapad: fall.skapad ?? new Date('2026-10-01T08:00:00.000Z'),
  }));
  await prisma.individ.createMany({
    data: rows.map(({ fall, individId, nr }) => ({
      id: individId,
      namn: fall.namn === undefined ? `Hemliga Personsson${nr}` : fall.namn,
      personnummer: fall.namn === null ? null : testPersonnummer(fodd(nr), 'kvinna'),
      fodelsear: Number(fodd(nr).slice(0, 4)),
      kon: 'kvinna',
      skyddad: fall.skyddad ?? false,
      alias: fall.skyddad ? `Alias${nr}` : null,
    })),
  });
  await prisma.arende.createMany({
    data: rows.map(({ fall, id, individId, insats, skapad }) => {
      const [first] = [...(fall.uppgifter ?? [])].toSorted((a, b) => a[1].localeCompare(b[1]));
      return {
        id,
        nummer: fall.nummer,
        insatsId: fixtur.insats[insats],
        teamId: fixtur.team[insats],
        profilversion: 1,
        individId,
        koordinatorId: fall.koordinator ? (fixtur.person[fall.koordinator] ?? null) : null,
        version: 1,
        lage: {
          arendeId: id,
          samtycken: [],
          uppgifter: [],
          frister: [],
          ...(fall.uppfoljningsdag ? { uppfoljning: { dag: fall.uppfoljningsdag } } : {}),
          ...(fall.motesdag ? { mote: { dag: fall.motesdag } } : {}),
        } satisfies Prisma.InputJsonObject,
        fas: fall.fas,
        fasSedan: skapad,
        skapad,
        nastaUppgift: first?.[0] ?? null,
        nastaRoll: first ? uppgiftstyper[first[0]].roll : null,
        nastaForfaller: first ? asDate(first[1]) : null,
        insatstidSlut: fall.insatstidSlut ? asDate(fall.insatstidSlut) : null,
        stangd: fall.fas === 'stangd' ? NU : null,
      };
    }),
  });
  await prisma.remiss.createMany({
    data: rows.map(({ fall, id, skapad, nr }) => ({
      arendeId: id,
      remittentId: fixtur.person[fall.remittent ?? 'hanna'] ?? '',
      verksamhetId: fixtur.verksamhet.fk,
      inskickad: skapad,
      syfte: 'konsultation',
      identifierad: fall.namn !== null,
      kommun: '0881',
      telefon: `070-174${nr}`,
      problembild: `Hemlig problembild ${nr}`,
      fraga: `Hemlig fraga ${nr}`,
      involverade: `Hemligt involverad ${nr}`,
    })),
  });
  await prisma.samtycke.createMany({
    data: rows.flatMap(({ fall, id }) =>
      (fall.samtycken ?? []).map(([verksamhet, till]) => ({
        arendeId: id,
        verksamhetId: fixtur.verksamhet[verksamhet],
        uppgiftsslag: ['halsa'],
        giltigtFran: asDate('2026-01-01'),
        giltigtTill: till ? asDate(till) : null,
        form: 'skriftligt',
        noterat: NU,
      })),
    ),
  });
  await prisma.uppgift.createMany({
    data: rows.flatMap(({ fall, id, skapad }) =>
      (fall.uppgifter ?? []).map(([typ, forfaller, verksamhet], index) => ({
        id: `${id}/${index + 1}`,
        arendeId: id,
        typ,
        roll: uppgiftstyper[typ].roll,
        verksamhetId: verksamhet ? fixtur.verksamhet[verksamhet] : null,
        oppnad: skapad,
        forfaller: asDate(forfaller),
      })),
    ),
  });
  await prisma.deltagande.createMany({
    data: rows
      .filter(({ fall }) => deltar(fall.fas))
      .map(({ id, insats }) => ({
        arendeId: id,
        insatsId: fixtur.insats[insats],
        beslutsdatum: asDate('2026-10-01'),
        startdatum: asDate('2026-10-01'),
      })),
  });
  await prisma.logg.createMany({
    data: rows.map(({ fall, id, skapad }) => ({
      nar: skapad,
      handling: 'provrad',
      arendeId: id,
      data: { version: 1, fas: fall.fas },
    })),
  });
  await createAgenda(
    prisma,
    rows
      .filter(({ fall }) => fall.paDagordning)
      .map(({ id, insats }) => ({ arendeId: id, teamId: fixtur.team[insats] })),
  );
}

/** Removes every case, with everything that hangs on them and on the trace. */
export const removeFall = (databaseUrl: string): Promise<void> => emptyTables(databaseUrl, 'individ', 'mote');

async function createAgenda(
  prisma: PrismaClient,
  rows: readonly { arendeId: string; teamId: string }[],
): Promise<void> {
  const borjar = new Date('2026-12-01T09:00:00.000Z');
  for (const teamId of new Set(rows.map((row) => row.teamId))) {
    const mote = await prisma.mote.upsert({
      where: { teamId_borjar: { teamId, borjar } },
      create: { teamId, borjar },
      update: {},
    });
    const own = rows.filter((row) => row.teamId === teamId);
    await prisma.motespunkt.createMany({
      data: own.map(({ arendeId }, ordning) => ({ moteId: mote.id, arendeId, ordning })),
    });
  }
}
