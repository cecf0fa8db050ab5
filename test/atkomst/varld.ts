import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import { asDate, type PrismaClient } from '../../prisma/client.js';
import { testPersonnummer } from '../../prisma/seed/demo/personnummer.js';
import { createGrund, type Grund } from '../support/grund.js';
import { createDatabase } from '../support/postgres.js';
import { aRemiss } from '../support/remiss.js';
import type { WebClient } from '../support/web-client.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { beskrivning, personer, type Person } from './folk.js';

export const NU = new Date('2026-11-24T09:30:00.000Z');
const IDAG = '2026-11-24';
const IGAR = '2026-11-23';
const TIMME = 3_600_000;

/** What the ärenden of the insats differ in. */
export const situationer = {
  oppet: 'samtycke for the remittent’s verksamhet, the huvudman and vuxenpsykiatrin',
  aterkallat: 'that of vuxenpsykiatrin is withdrawn',
  utgatt: 'that of vuxenpsykiatrin ended yesterday',
  utan_remittentens: 'that of the remittent’s verksamhet is withdrawn',
  avidentifierat: 'nobody is named',
} as const;
export type Situation = keyof typeof situationer;

/** An ärende with a file of each kind that differs in who reads it. */
export interface Provarende {
  readonly id: string;
  readonly nummer: string;
  /** Sent with the remiss. */
  readonly remissfil: string;
  /** A signed samtycke. */
  readonly samtyckesfil: string;
}

/** What somebody may have that is no ärende, by id. */
export interface Saker {
  readonly insats: string;
  readonly mote: string;
  /** When it begins, ISO. */
  readonly motesstart: string;
  readonly utkast: string;
  readonly utkastfil: string;
  readonly skickatUtkast: string;
  readonly egenUppgift: string;
  readonly insatsuppgift: string;
  readonly filter: string;
  readonly franvaro: string;
  readonly person: string;
  readonly personsFranvaro: string;
  readonly overlamning: string;
  readonly gallring: string;
  readonly gallringsstopp: string;
  readonly nodatkomst: string;
}

/** An insats with an ärende of each situation and people of every kind, and beside it another insats with what is its own. */
export interface Atkomstvarld {
  readonly databaseUrl: string;
  readonly web: TestWeb;
  readonly app: Express;
  readonly grund: Grund;
  readonly person: Readonly<Record<Person, string>>;
  readonly arende: Readonly<Record<Situation, Provarende>>;
  /** An ärende of the other insats. */
  readonly annansArende: Provarende;
  readonly eget: Saker;
  /** The same of others: another insats, another part, another person. */
  readonly annans: Saker;
  /** Makes another ärende of the insats, with everything that relates people to it. */
  nyttArende(innehall?: Partial<Remissinnehall>): Promise<Provarende>;
  as(person: Person): Promise<WebClient>;
  stop(): Promise<void>;
}

/** Starts the web without an engine: what is let in is judged by its form, which is empty. */
export async function startAtkomstvarld(): Promise<Atkomstvarld> {
  const database = await createDatabase();
  let app: Express | undefined;
  const web = await startWeb({
    databaseUrl: database.url,
    klocka: { now: () => Promise.resolve(NU) },
    routes: (mounted) => {
      app = mounted;
    },
    config: { limits: { requestsPerMinute: 100_000, missesPerTenMinutes: 100_000, uploadsPerTenMinutes: 100_000 } },
  });
  const { prisma } = web;
  const grund = await createGrund(prisma, 'vagknuten');
  const person = Object.fromEntries(personer.map((key) => [key, randomUUID()])) as Record<Person, string>;
  const annan = await createAnnanInsats(prisma, grund);
  await createFolk(prisma, grund, annan.id, person);
  const mote = await prisma.mote.create({ data: { teamId: grund.teamId, borjar: new Date('2026-12-01T08:00:00Z') } });
  const bas = { prisma, grund, person };
  const nyttArende = (innehall?: Partial<Remissinnehall>) => createArende(bas, mote.id, innehall);
  const arende = await createSituationer(prisma, grund, nyttArende);
  const annansArende = await createAnnans(bas, annan);
  const eget = await createSaker(bas, {
    insats: { id: grund.insats.id, kod: grund.insats.kod },
    mote,
    arendeId: (await nyttArende()).id,
    agare: 'remittent',
    av: 'forvaltare',
    arkiv: 'arkivansvarig',
    oppnare: 'nodatkomst',
    i: 'kommun',
  });
  const annans = await createSaker(bas, {
    insats: annan,
    mote: await prisma.mote.create({ data: { teamId: annan.teamId, borjar: new Date('2026-12-02T08:00:00Z') } }),
    arendeId: annansArende.id,
    agare: 'annan_remittent',
    av: 'fks_forvaltare',
    arkiv: 'annan_arkivansvarig',
    oppnare: 'annan_sammankallande',
    i: 'fk',
  });
  if (!app) throw new Error('no application');
  return {
    databaseUrl: database.url,
    web,
    app,
    grund,
    person,
    arende,
    annansArende,
    eget,
    annans,
    nyttArende,
    async as(sub) {
      const client = web.client();
      await client.login(sub, '/mig');
      return client;
    },
    async stop() {
      await web.stop();
      await database.drop();
    },
  };
}

interface AnnanInsats {
  readonly id: string;
  readonly kod: string;
  readonly teamId: string;
}

/** Försäkringskassan's own insats, with a team where nobody sits. */
async function createAnnanInsats(prisma: PrismaClient, { insats, verksamhet }: Grund): Promise<AnnanInsats> {
  const { forbundId } = await prisma.insats.findUniqueOrThrow({ where: { id: insats.id } });
  const innehall = JSON.parse(JSON.stringify({ ...insats.profil, kod: 'annan', namn: 'Annan insats' })) as object;
  const created = await prisma.insats.create({
    data: {
      kod: 'annan',
      namn: 'Annan insats',
      nummerprefix: 'ANNAN',
      forbundId,
      huvudmanId: verksamhet.fk,
      // kansli sees counts of it, and no ärende
      kanslivyPerArende: false,
      profiler: { create: { version: 1, innehall } },
      team: { create: { kod: insats.profil.team[0].kod, namn: 'Det andra teamet' } },
    },
    include: { team: true },
  });
  const parter = { fk: 'Försäkringskassan', af: 'Arbetsförmedlingen', region: 'Regionen', kommun: 'Kommunen' };
  await prisma.part.createMany({ data: Object.entries(parter).map(([kod, namn]) => ({ kod, namn, forbundId })) });
  return { id: created.id, kod: 'annan', teamId: created.team[0]?.id ?? '' };
}

/** The people of the fixture that are not of these kinds go on being there, under other names. */
async function createFolk(
  prisma: PrismaClient,
  grund: Grund,
  annanInsatsId: string,
  person: Readonly<Record<Person, string>>,
): Promise<void> {
  await prisma.$executeRaw`UPDATE anvandare SET sub = 'grund_' || sub`;
  await prisma.teammedlem.deleteMany({ where: { verksamhetId: grund.verksamhet.psykiatri } });
  await prisma.teammedlem.deleteMany({ where: { verksamhetId: grund.verksamhet.af } });
  await prisma.anvandare.createMany({
    data: personer.map((key) => ({
      id: person[key],
      sub: key,
      namn: `Prov ${key}`,
      epost: `${key}@exempel.se`,
      verksamhetId: grund.verksamhet[beskrivning(key).i],
    })),
  });
  await prisma.roll.createMany({
    data: personer.flatMap((key) =>
      (beskrivning(key).roller ?? []).map(({ roll, dar, part }) => ({
        anvandareId: person[key],
        roll,
        insatsId: dar === undefined ? null : dar === 'insatsen' ? grund.insats.id : annanInsatsId,
        part: part ?? null,
      })),
    ),
  });
  await prisma.teammedlem.createMany({
    data: personer.flatMap((key) => {
      const { plats, i } = beskrivning(key);
      if (plats === undefined) return [];
      const verksamhetId = grund.verksamhet[i];
      return [{ teamId: grund.teamId, anvandareId: person[key], verksamhetId, ersattare: plats === 'ersattare' }];
    }),
  });
  await prisma.franvaro.create({ data: franvaroOf(person.koordinator, person.vikarie) });
}

const franvaroOf = (anvandareId: string, ersattareId: string, dag = IDAG) => ({
  id: randomUUID(),
  anvandareId,
  ersattareId,
  fran: asDate(dag),
  till: asDate(dag),
  skapadAvId: anvandareId,
  skapad: NU,
});

interface Bas {
  readonly prisma: PrismaClient;
  readonly grund: Grund;
  readonly person: Readonly<Record<Person, string>>;
}

let fodda = 0;

/** A remiss of somebody new, with samtycke for every verksamhet but Arbetsförmedlingen. */
function innehallFor(grund: Grund): Remissinnehall {
  const remiss = aRemiss(grund, IDAG);
  fodda += 1;
  const personnummer = testPersonnummer(`1980-01-${String(fodda).padStart(2, '0')}`, 'kvinna');
  const samtycken = remiss.samtycken.filter(({ verksamhet }) => verksamhet !== grund.verksamhet.af);
  if (!remiss.person.identifierad) throw new Error('The remiss names nobody.');
  return { ...remiss, samtycken, person: { ...remiss.person, personnummer, namn: `Hemlig Provsson ${fodda}` } };
}

async function createArende(
  { prisma, grund, person }: Bas,
  moteId: string,
  innehall: Partial<Remissinnehall> = {},
): Promise<Provarende> {
  const remittent = { id: person.remittent, verksamhetId: grund.verksamhet.fk };
  const sent = await skickaRemiss(prisma, {
    remittent,
    innehall: { ...innehallFor(grund), ...innehall },
    nu: NU.toISOString(),
  });
  const arendeId = sent.arendeId;
  await prisma.arende.update({ where: { id: arendeId }, data: { koordinatorId: person.koordinator } });
  await prisma.motespunkt.create({ data: { moteId, arendeId, ordning: fodda } });
  const uppgift = { arendeId, oppnad: NU, forfaller: asDate('2026-12-15') };
  const { psykiatri } = grund.verksamhet;
  const atgardId = randomUUID();
  await prisma.atgard.create({
    data: {
      id: atgardId,
      arendeId,
      kalla: 'rekommendation',
      kallaId: randomUUID(),
      verksamhetId: psykiatri,
      personId: person.medhandlaggare,
      atgard: 'Ringa läkaren.',
      senast: uppgift.forfaller,
    },
  });
  const medhandlaggare = { verksamhetId: psykiatri, anvandareId: person.medhandlaggare, ref: atgardId };
  await prisma.uppgift.createMany({
    data: [
      { ...uppgift, id: `${arendeId}/901`, typ: 'atgard', roll: 'medhandlaggare', ...medhandlaggare },
      { ...uppgift, id: `${arendeId}/902`, typ: 'styrgruppsbeslut', roll: 'styrgrupp' },
      { ...uppgift, id: `${arendeId}/903`, typ: 'medelbeslut', roll: 'sammankallande' },
      { ...uppgift, id: `${arendeId}/904`, typ: 'medelbeslut_styrgrupp', roll: 'styrgrupp' },
    ],
  });
  await prisma.genomforandeplan.create({
    data: {
      beslutId: randomUUID(),
      arendeId,
      version: 1,
      lage: 'utkast',
      datum: asDate(IDAG),
      mal: 'Hemligt mål',
      delmal: [],
      uppfoljning: '',
      ansvar: '',
    },
  });
  const fil = (slag: string) => createFil(prisma, { arendeId }, slag, person.remittent);
  return { id: arendeId, nummer: sent.nummer, remissfil: await fil('remiss'), samtyckesfil: await fil('samtycke') };
}

async function createFil(prisma: PrismaClient, hem: object, slag: string, avId: string): Promise<string> {
  const innehall = new Uint8Array(Buffer.from('hemligt innehåll'));
  const fil = { slag, filnamn: 'fil.txt', typ: 'text/plain', storlek: innehall.length, innehall };
  const { id } = await prisma.bilaga.create({ data: { ...hem, ...fil, avId, skapad: NU } });
  return id;
}

async function createSituationer(
  prisma: PrismaClient,
  { verksamhet }: Grund,
  nyttArende: Atkomstvarld['nyttArende'],
): Promise<Record<Situation, Provarende>> {
  const change = async (verksamhetId: string, data: object): Promise<Provarende> => {
    const made = await nyttArende();
    await prisma.samtycke.updateMany({ where: { arendeId: made.id, verksamhetId }, data });
    return made;
  };
  const avidentifierad = { identifierad: false, fodelsear: 1980, kon: 'kvinna', kommun: '0882' } as const;
  return {
    oppet: await nyttArende(),
    aterkallat: await change(verksamhet.psykiatri, { aterkallat: NU, aterkallatSatt: 'muntligt' }),
    utgatt: await change(verksamhet.psykiatri, { giltigtFran: asDate('2026-01-01'), giltigtTill: asDate(IGAR) }),
    utan_remittentens: await change(verksamhet.fk, { aterkallat: NU, aterkallatSatt: 'muntligt' }),
    avidentifierat: await nyttArende({ person: avidentifierad, samtycken: [], syfte: 'konsultation' }),
  };
}

/** An ärende of the other insats, by a handläggare of another verksamhet, where the kommuner have no part. */
async function createAnnans({ prisma, grund, person }: Bas, annan: AnnanInsats): Promise<Provarende> {
  const { fk, af } = grund.verksamhet;
  const samtycken = aRemiss(grund, IDAG).samtycken.filter(({ verksamhet }) => [fk, af].includes(verksamhet));
  const { arendeId, nummer } = await skickaRemiss(prisma, {
    remittent: { id: person.annan_remittent, verksamhetId: grund.verksamhet.af },
    innehall: { ...innehallFor(grund), insats: annan.kod, samtycken },
    nu: NU.toISOString(),
  });
  const fil = (slag: string) => createFil(prisma, { arendeId }, slag, person.annan_remittent);
  return { id: arendeId, nummer, remissfil: await fil('remiss'), samtyckesfil: await fil('samtycke') };
}

interface Agande {
  readonly insats: { readonly id: string; readonly kod: string };
  readonly mote: { readonly id: string; readonly borjar: Date };
  /** An ärende that nothing else is asked of. */
  readonly arendeId: string;
  readonly agare: Person;
  readonly av: Person;
  readonly arkiv: Person;
  readonly oppnare: Person;
  readonly i: 'kommun' | 'fk';
}

/** One of each thing that has an id of its own. */
async function createSaker({ prisma, grund, person }: Bas, given: Agande): Promise<Saker> {
  const { insats, mote, arendeId, i } = given;
  const [agareId, avId, arkivId] = [person[given.agare], person[given.av], person[given.arkiv]];
  const [utkast, skickatUtkast] = [randomUUID(), randomUUID()];
  const tid = { skapad: NU, andrad: NU };
  const innehall = { insats: { insats: insats.kod, syfte: 'konsultation', identitet: 'identifierad' } };
  await prisma.utkast.createMany({
    data: [
      { id: utkast, agareId, innehall, ...tid },
      { id: skickatUtkast, agareId, innehall: {}, skickad: NU, ...tid },
    ],
  });
  await prisma.arende.update({ where: { id: arendeId }, data: { utkastId: skickatUtkast } });
  await prisma.remiss.update({ where: { arendeId }, data: { remittentId: agareId } });
  const egen = await prisma.egenUppgift.create({
    data: { id: randomUUID(), agareId, text: 'Ring.', senast: asDate('2026-12-01'), skapad: NU },
  });
  const filter = await prisma.sparatFilter.create({ data: { agareId, namn: 'Mitt', fraga: '', skapad: NU } });
  const make = (namn: string) =>
    prisma.anvandare.create({
      data: { sub: randomUUID(), namn, epost: 'x@exempel.se', verksamhetId: grund.verksamhet[i] },
    });
  const [offer, mottagare] = [await make('Prov Administrerad'), await make('Prov Mottagare')];
  const franvaro = await prisma.franvaro.create({ data: franvaroOf(agareId, person.kollega, '2026-12-20') });
  const personsFranvaro = await prisma.franvaro.create({ data: franvaroOf(offer.id, mottagare.id, '2026-12-20') });
  const flyttat = { roller: 0, platser: 0, platserKvar: [], tilldelade: 0, egna: 0, egnaKvar: 0, ersattare: 0 };
  const overlamning = await prisma.overlamning.create({
    data: { id: randomUUID(), franId: offer.id, tillId: mottagare.id, avId, nar: NU, not: 'Slutar.', flyttat },
  });
  const { nummer } = await prisma.arende.findUniqueOrThrow({ where: { id: arendeId } });
  const post = { arendeId, slag: 'arende', nummer, insatsId: insats.id, stangd: NU, manader: 60, profilversion: 1 };
  const gallring = await prisma.gallring.create({
    data: { id: randomUUID(), foreslagenAvId: arkivId, foreslagen: NU, poster: { create: post } },
  });
  const gallringsstopp = await prisma.gallringsstopp.create({
    data: { id: randomUUID(), arendeId, skal: 'Tvist.', avId: arkivId, nar: NU },
  });
  const nodatkomst = await prisma.nodatkomst.create({
    data: {
      id: randomUUID(),
      arendeId,
      avId: person[given.oppnare],
      part: i,
      skal: 'Brandlarm.',
      fran: NU,
      till: new Date(NU.getTime() + TIMME),
    },
  });
  const insatsuppgift = `${insats.id}/1`;
  await prisma.insatsuppgift.create({
    data: {
      id: insatsuppgift,
      insatsId: insats.id,
      typ: 'koversyn',
      roll: 'sammankallande',
      oppnad: NU,
      forfaller: asDate('2026-12-01'),
    },
  });
  return {
    insats: insats.kod,
    mote: mote.id,
    motesstart: mote.borjar.toISOString(),
    utkast,
    utkastfil: await createFil(prisma, { utkastId: utkast }, 'remiss', agareId),
    skickatUtkast,
    egenUppgift: egen.id,
    insatsuppgift,
    filter: filter.id,
    franvaro: franvaro.id,
    person: offer.id,
    personsFranvaro: personsFranvaro.id,
    overlamning: overlamning.id,
    gallring: gallring.id,
    gallringsstopp: gallringsstopp.id,
    nodatkomst: nodatkomst.id,
  };
}
