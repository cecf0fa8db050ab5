import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Rollkod } from '../../domain/koder.js';
import { addDays } from '../../domain/kalender/tid.js';
import { insatsuppgiftstyper, type Insatsuppgiftstyp } from '../../domain/insats/uppgifter.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../domain/uppgifter.js';
import { asDate, type PrismaClient } from '../../prisma/client.js';
import { IDAG, NU, type Fixtur } from '../listor/fixture.js';

/** How large a world is; its people are told apart by number. */
const FOLK = 7;
const ARENDEN = 60;

const nagon = fc.nat({ max: FOLK - 1 });
const verksamhet = fc.constantFrom('fk', 'psyk', 'iff');
const insats = fc.constantFrom('samba', 'vag');
const dag = fc.integer({ min: -3, max: 3 }).map((dagar) => addDays(IDAG, dagar));
const kanske = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const person = fc.record({
  aktiv: fc.nat({ max: 4 }).map((n) => n > 0),
  verksamhet,
  roller: fc.uniqueArray(
    fc.record({
      roll: fc.constantFrom<Rollkod>('sammankallande', 'styrgrupp', 'koordinator', 'handlaggare'),
      insats: kanske(insats),
    }),
    { maxLength: 2, selector: ({ roll, insats: kod }) => `${roll} ${kod}` },
  ),
  platser: fc.uniqueArray(fc.record({ insats, verksamhet, ersattare: fc.boolean() }), {
    maxLength: 2,
    selector: ({ insats: kod }) => kod,
  }),
});

const uppgift = fc.record({
  typ: fc.oneof(
    fc.constantFrom(...(Object.keys(uppgiftstyper) as Uppgiftstyp[])),
    fc.constantFrom<Uppgiftstyp>('yttrande', 'atgard'),
  ),
  verksamhet,
  person: kanske(nagon),
  hosKoordinator: fc.boolean(),
  forfaller: dag,
  tilldelad: kanske(nagon),
  vilarTill: kanske(dag),
  avslutad: fc.nat({ max: 4 }).map((n) => n === 0),
});

const arende = fc.record({
  insats,
  remittent: nagon,
  verksamhet,
  identifierad: fc.nat({ max: 3 }).map((n) => n > 0),
  koordinator: kanske(nagon),
  samtycken: fc.array(
    fc.record({ verksamhet, fran: dag, till: kanske(dag), aterkallat: fc.nat({ max: 4 }).map((n) => n === 0) }),
    { maxLength: 4 },
  ),
  mote: kanske(fc.record({ dag, utgatt: fc.boolean(), inkallad: kanske(nagon) })),
  startdatum: kanske(dag),
  /** The people named for a protected person; missing: she is not protected, empty: nobody is named yet. */
  namngivna: fc.option(fc.uniqueArray(nagon, { maxLength: 3 }), { nil: undefined, freq: 2 }),
  // nobody of those who were named could go on
  panytt: fc.boolean(),
  uppgifter: fc.array(uppgift, { minLength: 1, maxLength: 4 }),
});

const franvaro = fc.record({
  borta: nagon,
  ersattare: nagon,
  fran: dag,
  till: dag,
  borttagen: fc.nat({ max: 5 }).map((n) => n === 0),
});

const insatsuppgift = fc.record({
  insats,
  typ: fc.constantFrom(...(Object.keys(insatsuppgiftstyper) as Insatsuppgiftstyp[])),
  tilldelad: kanske(nagon),
});

/** People, and ärenden and insatser with tasks, of every kind that the rules tell apart; without bias, so that each is as likely. */
export const nagonVarld = fc.noBias(
  fc.record({
    folk: fc.array(person, { minLength: FOLK, maxLength: FOLK }),
    franvaro: fc.array(franvaro, { maxLength: 4 }),
    arenden: fc.array(arende, { minLength: ARENDEN, maxLength: ARENDEN }),
    insatsuppgifter: fc.array(insatsuppgift, { minLength: 8, maxLength: 8 }),
  }),
);
export type Varld = typeof nagonVarld extends fc.Arbitrary<infer T> ? T : never;

type Arende = Varld['arenden'][number];

/** Gives a person's ids to the numbers of a world. */
export type Ids = readonly string[];

async function writeFolk(prisma: PrismaClient, fixtur: Fixtur, { folk, franvaro: borta }: Varld): Promise<Ids> {
  const ids = folk.map(() => randomUUID());
  const idOf = (nr: number): string => ids[nr] ?? '';
  await prisma.anvandare.createMany({
    data: folk.map(({ aktiv, verksamhet: v }, nr) => ({
      id: idOf(nr),
      sub: `slump-${idOf(nr)}`,
      namn: `Slump ${nr}`,
      epost: `slump${nr}@example.se`,
      verksamhetId: fixtur.verksamhet[v],
      aktiv,
    })),
  });
  await prisma.roll.createMany({
    data: folk.flatMap(({ roller }, nr) =>
      roller.map(({ roll, insats: kod }) => ({
        anvandareId: idOf(nr),
        roll,
        insatsId: kod ? fixtur.insats[kod] : null,
      })),
    ),
  });
  await prisma.teammedlem.createMany({
    data: folk.flatMap(({ platser }, nr) =>
      platser.map(({ insats: kod, verksamhet: v, ersattare }) => ({
        teamId: fixtur.team[kod],
        anvandareId: idOf(nr),
        verksamhetId: fixtur.verksamhet[v],
        ersattare,
      })),
    ),
  });
  await prisma.franvaro.createMany({
    data: borta
      .filter((one) => one.borta !== one.ersattare)
      .map((one) => ({
        anvandareId: idOf(one.borta),
        ersattareId: idOf(one.ersattare),
        fran: asDate(one.fran),
        till: asDate(one.till),
        borttagen: one.borttagen ? NU : null,
        skapadAvId: idOf(one.borta),
        skapad: NU,
      })),
  });
  return ids;
}

const uppgifterOf = ({ uppgifter }: Arende, arendeId: string, fixtur: Fixtur, ids: Ids) =>
  uppgifter.map((one, index) => {
    const verksamhetens = one.typ === 'yttrande' || one.typ === 'atgard';
    return {
      id: `${arendeId}/${index + 1}`,
      arendeId,
      typ: one.typ,
      roll: one.typ === 'forgrupp' && one.hosKoordinator ? 'koordinator' : uppgiftstyper[one.typ].roll,
      verksamhetId: verksamhetens ? fixtur.verksamhet[one.verksamhet] : null,
      anvandareId: one.typ === 'atgard' && one.person !== undefined ? (ids[one.person] ?? null) : null,
      oppnad: NU,
      forfaller: asDate(one.forfaller),
      avslutad: one.avslutad ? NU : null,
      tilldeladId: one.tilldelad === undefined ? null : (ids[one.tilldelad] ?? null),
      vilarTill: one.vilarTill === undefined ? null : asDate(one.vilarTill),
    };
  });

/** What the state says of from when its tasks can be done, as the case itself would keep it. */
const lageOf = ({ mote, startdatum, namngivna, panytt, uppgifter }: Arende, ids: Ids) => ({
  ...(namngivna && (namngivna.length > 0 || panytt) && { namngivna: namngivna.map((nr) => ids[nr] ?? '') }),
  ...(mote && { mote: { dag: mote.dag }, teamlyft: { dag: mote.dag } }),
  ...(startdatum !== undefined && { startdatum }),
  uppgifter: uppgifter.filter(({ avslutad }) => !avslutad).map(({ typ }) => ({ typ })),
});

async function writeArenden(prisma: PrismaClient, fixtur: Fixtur, ids: Ids, { arenden }: Varld): Promise<void> {
  const idOf = (nr: number | undefined): string | null => (nr === undefined ? null : (ids[nr] ?? null));
  const rows = arenden.map((one, nr) => ({ one, nr, id: randomUUID(), individId: randomUUID(), moteId: randomUUID() }));
  await prisma.individ.createMany({
    data: rows.map(({ one, individId }) => ({
      id: individId,
      fodelsear: 1980,
      kon: 'kvinna',
      skyddad: one.namngivna !== undefined,
    })),
  });
  await prisma.arende.createMany({
    data: rows.map(({ one, nr, id, individId }) => ({
      id,
      nummer: `SLUMP-2026-${String(nr + 1).padStart(4, '0')}`,
      insatsId: fixtur.insats[one.insats],
      teamId: fixtur.team[one.insats],
      individId,
      koordinatorId: idOf(one.koordinator),
      profilversion: 1,
      version: 1,
      lage: lageOf(one, ids),
      fas: 'process',
      fasSedan: NU,
      skapad: NU,
    })),
  });
  await prisma.remiss.createMany({
    data: rows.map(({ one, id }) => ({
      arendeId: id,
      remittentId: idOf(one.remittent) ?? '',
      verksamhetId: fixtur.verksamhet[one.verksamhet],
      inskickad: NU,
      syfte: 'konsultation',
      identifierad: one.identifierad,
      kommun: '0881',
      problembild: 'Hemlig problembild',
      fraga: 'Hemlig fråga',
    })),
  });
  await prisma.samtycke.createMany({
    data: rows.flatMap(({ one, id }) =>
      one.samtycken.map(({ verksamhet: v, fran, till, aterkallat }) => ({
        arendeId: id,
        verksamhetId: fixtur.verksamhet[v],
        uppgiftsslag: [],
        giltigtFran: asDate(fran),
        giltigtTill: till === undefined ? null : asDate(till),
        aterkallat: aterkallat ? NU : null,
        form: 'skriftligt',
        noterat: NU,
      })),
    ),
  });
  await prisma.uppgift.createMany({ data: rows.flatMap(({ one, id }) => uppgifterOf(one, id, fixtur, ids)) });
  const moten = rows.flatMap(({ one, ...row }) => (one.mote ? [{ ...row, insats: one.insats, mote: one.mote }] : []));
  await prisma.mote.createMany({
    data: moten.map(({ moteId, insats: kod, nr }) => ({
      id: moteId,
      teamId: fixtur.team[kod],
      borjar: new Date(NU.getTime() + nr * 60_000),
    })),
  });
  await prisma.motespunkt.createMany({
    data: moten.map(({ moteId, id, mote }) => ({ moteId, arendeId: id, ordning: 1, utgatt: mote.utgatt })),
  });
  await prisma.motesdeltagare.createMany({
    data: moten.flatMap(({ moteId, mote }) => {
      const anvandareId = idOf(mote.inkallad);
      return anvandareId === null ? [] : [{ moteId, anvandareId, inkallad: true }];
    }),
  });
}

/** Writes a world beside what is there; returns its people's ids. */
export async function writeVarld(prisma: PrismaClient, fixtur: Fixtur, varld: Varld): Promise<Ids> {
  const ids = await writeFolk(prisma, fixtur, varld);
  await writeArenden(prisma, fixtur, ids, varld);
  await prisma.insatsuppgift.createMany({
    data: varld.insatsuppgifter.map(({ insats: kod, typ, tilldelad }, nr) => ({
      id: `${fixtur.insats[kod]}/${nr + 1}`,
      insatsId: fixtur.insats[kod],
      typ,
      roll: insatsuppgiftstyper[typ].roll,
      oppnad: NU,
      forfaller: asDate(IDAG),
      tilldeladId: tilldelad === undefined ? null : (ids[tilldelad] ?? null),
    })),
  });
  return ids;
}
