import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import { hashOf, nyHemlighet } from '../../api/kalender/hemlighet.js';
import { asDate } from '../../prisma/client.js';
import { createDemoDatabase, DEMO_NU } from '../support/demo-database.js';
import { whileTraceIsShut, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebAnswer, WebClient } from '../support/web-client.js';
import { getRutter } from './rutter.js';

/** What the demo has that the pages are about. */
interface Varld {
  readonly nummer: string;
  readonly namn: string;
  readonly remiss: string;
  readonly mote: string;
  readonly motesarende: string;
  readonly lyft: string;
  readonly utkast: string;
  readonly skickat: string;
  readonly bilaga: string;
  readonly kansliarende: string;
  /** Her koordinator's id, and what the koordinator leaves to another. */
  readonly kajsa: string;
  readonly overlamning: string;
  readonly nodatkomst: string;
  readonly kalender: string;
  /** An extra meeting, before that of {@link motesarende}. */
  readonly extramote: string;
  /** Due for gallring, proposed, and held. */
  readonly gammalt: string;
  readonly gallring: string;
}

interface Visning {
  readonly vem: string;
  readonly adress: (varld: Varld) => string;
  /** What of somebody stands on it. */
  readonly visar: (varld: Varld) => string;
}

const FIA = 'fia-exempelsson';
const KAJSA = 'kajsa-koordinatorsson';
const SIV = 'siv-samordnarsson';
const AGDA = 'agda-arkivsson';
const KARIN = 'karin-kanslisson';
const FREDRIKA = 'fredrika-forvaltarsson';
const FOLKE = 'folke-forbundschefsson';
const GRETA = 'greta-styrgruppsson';

const forvaltning = (adress: (varld: Varld) => string): Visning => ({
  vem: FREDRIKA,
  adress,
  visar: () => 'Kajsa Koordinatorsson',
});

const arende = (del = '', vem = KAJSA): Visning => ({
  vem,
  adress: ({ nummer }) => `/arenden/${nummer}${del}`,
  visar: ({ namn }) => namn,
});

/** Every address that shows something of a person, who may open it, and what she sees there. */
const VISAR: Readonly<Record<string, Visning>> = {
  '/': { vem: KAJSA, adress: () => '/', visar: ({ nummer }) => nummer },
  '/admin': forvaltning(() => '/admin'),
  '/admin/franvaro': forvaltning(() => '/admin/franvaro'),
  '/admin/overlamning': forvaltning(() => '/admin/overlamning'),
  '/admin/overlamning/:id': forvaltning(({ overlamning }) => `/admin/overlamning/${overlamning}`),
  '/admin/overlamning/ny': forvaltning(({ kajsa }) => `/admin/overlamning/ny?fran=${kajsa}`),
  '/admin/personer/:id': forvaltning(({ kajsa }) => `/admin/personer/${kajsa}`),
  '/admin/organisation': { vem: KARIN, adress: () => '/admin/organisation', visar: () => 'Fia Exempelsson' },
  '/dagen': { vem: KAJSA, adress: () => '/dagen', visar: () => '/arenden/SAMBA-2026' },
  '/uppgifter': { vem: KAJSA, adress: () => '/uppgifter', visar: () => '/arenden/SAMBA-2026' },
  '/arenden': { vem: KAJSA, adress: () => '/arenden?mina=ja', visar: ({ namn }) => namn },
  '/arenden/:nummer': arende(),
  '/arenden/:nummer/anteckningar': arende('/anteckningar'),
  '/arenden/:nummer/anteckningar/utskrift': arende('/anteckningar/utskrift'),
  '/arenden/:nummer/dokument': arende('/dokument'),
  '/arenden/:nummer/logg': arende('/logg', SIV),
  '/arenden/:nummer/moten': arende('/moten'),
  '/arenden/:nummer/paminnelser': arende('/paminnelser'),
  '/arenden/:nummer/plan': arende('/plan'),
  '/arenden/:nummer/plan/:version/utskrift': arende('/plan/1/utskrift'),
  '/arenden/:nummer/samtycken': arende('/samtycken'),
  '/arenden/:nummer/tidslinje': arende('/tidslinje'),
  '/arenden/:nummer/underlag': arende('/underlag'),
  '/arenden/:nummer/beslut/:typ': arende('/beslut/planuppfoljning'),
  '/bilagor/:id': { vem: KAJSA, adress: ({ bilaga }) => `/bilagor/${bilaga}`, visar: () => 'hemligt innehåll' },
  '/gallring': { vem: AGDA, adress: () => '/gallring', visar: ({ gammalt }) => gammalt },
  '/gallring/:id': { vem: AGDA, adress: ({ gallring }) => `/gallring/${gallring}`, visar: ({ gammalt }) => gammalt },
  '/gallring/undantag': { vem: AGDA, adress: () => '/gallring/undantag', visar: ({ gammalt }) => gammalt },
  '/insatser/:kod': { vem: SIV, adress: () => '/insatser/samba_lis', visar: () => 'SAMBA-2026-' },
  '/insatser/:kod/folk': { vem: SIV, adress: () => '/insatser/samba_lis/folk', visar: () => 'Kim Ledsagarsson' },
  '/insatser/:kod/profil/flytta': {
    vem: SIV,
    adress: () => '/insatser/samba_lis/profil/flytta',
    visar: () => 'SAMBA-2026-',
  },
  '/kansli': { vem: KARIN, adress: () => '/kansli', visar: () => '/kansli/arenden/' },
  '/kansli/arenden/:nummer': {
    vem: KARIN,
    adress: ({ kansliarende }) => `/kansli/arenden/${kansliarende}`,
    visar: ({ kansliarende }) => `<h1>${kansliarende}`,
  },
  '/kalender/:fil': { vem: KAJSA, adress: ({ kalender }) => `/kalender/${kalender}.ics`, visar: () => 'SAMBA-2026-' },
  '/logg': { vem: FOLKE, adress: () => '/logg', visar: ({ nummer }) => nummer },
  '/logg/nodatkomst': { vem: FOLKE, adress: () => '/logg/nodatkomst', visar: ({ nummer }) => nummer },
  '/logg/nodatkomst/:id': {
    vem: FOLKE,
    adress: ({ nodatkomst }) => `/logg/nodatkomst/${nodatkomst}`,
    visar: ({ nummer }) => nummer,
  },
  '/nodatkomst': { vem: GRETA, adress: () => '/nodatkomst', visar: ({ nummer }) => nummer },
  '/insatser/:kod/extramote': {
    vem: SIV,
    adress: ({ extramote }) => `/insatser/samba_lis/extramote?team=samverkansteam&mote=${extramote}`,
    visar: ({ motesarende }) => motesarende,
  },
  '/logg/registerutdrag/:nummer': {
    vem: 'folke-forbundschefsson',
    adress: ({ nummer }) => `/logg/registerutdrag/${nummer}`,
    visar: () => '%PDF',
  },
  '/moten/:id': { vem: SIV, adress: ({ mote }) => `/moten/${mote}`, visar: ({ motesarende }) => motesarende },
  '/moten/:id/dagordning': {
    vem: SIV,
    adress: ({ mote }) => `/moten/${mote}/dagordning`,
    visar: ({ motesarende }) => motesarende,
  },
  '/remisser': { vem: FIA, adress: () => '/remisser', visar: ({ remiss }) => remiss },
  '/remisser/:nummer': { vem: FIA, adress: ({ remiss }) => `/remisser/${remiss}`, visar: ({ remiss }) => remiss },
  '/remisser/:nummer/bilagor': {
    vem: FIA,
    adress: ({ remiss }) => `/remisser/${remiss}/bilagor`,
    visar: ({ remiss }) => `/remisser/${remiss}"`,
  },
  '/remisser/ny/:utkastId/:steg': {
    vem: FIA,
    adress: ({ utkast }) => `/remisser/ny/${utkast}/person`,
    visar: () => 'Utkast Utkastsson',
  },
  '/remisser/ny/:utkastId/bilagor': {
    vem: FIA,
    adress: ({ utkast }) => `/remisser/ny/${utkast}/bilagor`,
    visar: () => 'utkastets-fil.txt',
  },
  '/remisser/ny/:utkastId/kvitto': {
    vem: FIA,
    adress: ({ skickat }) => `/remisser/ny/${skickat}/kvitto`,
    visar: ({ remiss }) => remiss,
  },
  '/puls': { vem: KAJSA, adress: () => '/puls?lista=visa%3Dmina', visar: () => '/arenden/SAMBA-2026' },
  '/styrgrupp': { vem: 'greta-styrgruppsson', adress: () => '/styrgrupp', visar: ({ lyft }) => lyft },
};

/** Every other address, and why nothing is traced before it is answered. */
const VISAR_INGEN: Readonly<Record<string, string>> = {
  '/static/:file': 'styles, script and font',
  '/val/:uid': 'the development login',
  '/halsa/levande': 'operation',
  '/halsa/redo': 'operation',
  '/hjalp': 'for everybody',
  '/tillganglighet': 'for everybody; the office’s address',
  '/utloggad': 'nobody is logged in',
  '/logga-in': 'nobody is logged in',
  '/logga-in/retur': 'nobody is logged in',
  '/logga-in/bekrafta': 'asks for the login again',
  '/logga-in/skicka-igen': 'sends on what the person herself has just typed',
  '/mig': 'the person herself',
  '/mig/aviseringar': 'the person herself',
  '/mig/kalender': 'the person herself',
  '/mig/franvaro': 'the person herself, and whom she may choose among',
  '/uppgifter/egna': 'an empty form',
  '/uppgifter/insats/ge': 'who can take a task of an insats',
  '/uppgifter/fordela': 'leads to the list',
  '/uppgifter/fordela/beslut': 'leads to the list',
  '/moten': 'meetings and counts',
  '/insatser': 'names of insatser',
  '/insatser/:kod/beslut/:typ': 'a form about the insats',
  '/insatser/:kod/profil': 'how the insats works',
  '/insatser/:kod/profil/fil': 'how the insats works',
  '/insatser/:kod/profil/andra/:del': 'how the insats works',
  '/insatser/:kod/profil/granska': 'how the insats works',
  '/kansli/profiler': 'how the insatser work',
  '/kansli/profiler/ny': 'how the insatser work',
  '/remisser/ny': 'leads to a new draft',
  '/remisser/ny/:utkastId/ta-bort': 'a question',
};

let database: TestDatabase;
let web: TestWeb;
let app: Express;
let varld: Varld;
const clients = new Map<string, WebClient>();

beforeAll(async () => {
  database = await createDemoDatabase();
  web = await startWeb({
    databaseUrl: database.url,
    klocka: { now: () => Promise.resolve(DEMO_NU) },
    routes: (mounted) => {
      app = mounted;
    },
  });
  varld = await createVarld();
  for (const vem of new Set(Object.values(VISAR).map((one) => one.vem))) {
    const client = web.client();
    await client.login(vem);
    clients.set(vem, client);
  }
});
afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

async function createVarld(): Promise<Varld> {
  const { prisma } = web;
  const personOf = (sub: string) => prisma.anvandare.findUniqueOrThrow({ where: { sub } });
  const [fia, kajsa] = [await personOf(FIA), await personOf(KAJSA)];
  const open = { individ: { skyddad: false, namn: { not: null } }, stangd: null } as const;
  const { id, nummer, individ } = await prisma.arende.findFirstOrThrow({
    where: { ...open, koordinatorId: kajsa.id, insats: { kod: 'samba_lis' }, planer: { some: {} }, fas: 'process' },
    include: { individ: true },
    orderBy: { nummer: 'asc' },
  });
  const remiss = await prisma.arende.findFirstOrThrow({
    where: { ...open, remiss: { remittentId: fia.id } },
    orderBy: { nummer: 'asc' },
  });
  const punkt = await prisma.motespunkt.findFirstOrThrow({
    where: {
      utgatt: false,
      mote: { team: { insats: { kod: 'samba_lis' } }, borjar: { gt: DEMO_NU } },
      arende: { fas: 'konsultation' },
    },
    orderBy: [{ mote: { borjar: 'asc' } }, { ordning: 'asc' }],
    include: { arende: true, mote: true },
  });
  const lyft = await prisma.uppgift.findFirstOrThrow({
    where: { roll: 'styrgrupp', avslutad: null, arende: { insats: { kod: 'samba_lis' } } },
    include: { arende: true },
  });
  const fil = (hem: object, filnamn: string, avId: string) =>
    prisma.bilaga.create({
      data: {
        ...hem,
        slag: 'annat',
        filnamn,
        typ: 'text/plain',
        storlek: 17,
        innehall: new Uint8Array(Buffer.from('hemligt innehåll')),
        avId,
        skapad: DEMO_NU,
      },
    });
  const [utkast, skickat] = [randomUUID(), randomUUID()];
  const svar = { insats: 'samba_lis', syfte: 'konsultation', identitet: 'identifierad' };
  await prisma.utkast.createMany({
    data: [
      { id: utkast, innehall: { insats: svar, person: { namn: 'Utkast Utkastsson' } } },
      { id: skickat, innehall: {}, skickad: DEMO_NU },
    ].map((one) => ({ ...one, agareId: fia.id, skapad: DEMO_NU, andrad: DEMO_NU })),
  });
  await prisma.arende.update({ where: { id: remiss.id }, data: { utkastId: skickat } });
  await fil({ utkastId: utkast }, 'utkastets-fil.txt', fia.id);
  const flyttat = { roller: 0, platser: 0, platserKvar: [], tilldelade: 0, egna: 0, egnaKvar: 0, ersattare: 0 };
  const tid = { nar: DEMO_NU, not: 'Slutar.', flyttat, id: randomUUID() };
  const kim = await personOf('kim-ledsagarsson');
  const overlamning = await prisma.overlamning.create({
    data: { ...tid, franId: kajsa.id, tillId: kim.id, avId: (await personOf(FREDRIKA)).id },
  });
  const dag = asDate('2026-11-24');
  await prisma.franvaro.create({
    data: { anvandareId: kajsa.id, ersattareId: kim.id, fran: dag, till: dag, skapadAvId: kajsa.id, skapad: DEMO_NU },
  });
  const nodatkomst = await prisma.nodatkomst.create({
    data: {
      id: randomUUID(),
      arendeId: id,
      avId: (await personOf(GRETA)).id,
      part: 'kommun',
      skal: 'Brandlarm.',
      fran: DEMO_NU,
      till: new Date(DEMO_NU.getTime() + 3_600_000),
    },
  });
  const kalender = nyHemlighet();
  await prisma.kalenderlank.create({ data: { anvandareId: kajsa.id, hash: hashOf(kalender), skapad: DEMO_NU } });
  const extramote = new Date(DEMO_NU.getTime() + 3_600_000);
  await prisma.mote.create({ data: { teamId: punkt.mote.teamId, borjar: extramote, extra: true } });
  // an older version, so that there is something to move
  await prisma.insats.update({
    where: { kod: 'samba_lis' },
    data: {
      profiler: { create: { version: 99, innehall: (await newest()) as object, skapad: asDate('2026-11-20') } },
    },
  });
  const gammalt = await prisma.arende.findFirstOrThrow({ where: { nummer: { startsWith: 'SAMBA-2021-' } } });
  const gallring = randomUUID();
  const { id: agda } = await personOf(AGDA);
  const post = { arendeId: gammalt.id, slag: 'arende', nummer: gammalt.nummer, insatsId: gammalt.insatsId };
  await prisma.gallring.create({
    data: {
      id: gallring,
      foreslagenAvId: agda,
      foreslagen: DEMO_NU,
      poster: { create: { ...post, stangd: DEMO_NU, manader: 60, profilversion: 1 } },
    },
  });
  await prisma.gallringsstopp.create({
    data: { id: randomUUID(), arendeId: gammalt.id, skal: 'Tvist.', avId: agda, nar: DEMO_NU },
  });
  return {
    gammalt: gammalt.nummer,
    gallring,
    nummer,
    namn: individ.namn ?? '',
    remiss: remiss.nummer,
    mote: punkt.moteId,
    motesarende: punkt.arende.nummer,
    lyft: lyft.arende.nummer,
    utkast,
    skickat,
    bilaga: (await fil({ arendeId: id }, 'fil.txt', kajsa.id)).id,
    kansliarende: nummer,
    kajsa: kajsa.id,
    overlamning: overlamning.id,
    nodatkomst: nodatkomst.id,
    kalender,
    extramote: extramote.toISOString(),
  };
}

const newest = async () =>
  (
    await web.prisma.insatsprofil.findFirstOrThrow({
      where: { insats: { kod: 'samba_lis' } },
      orderBy: { version: 'desc' },
    })
  ).innehall;

const open = (vem: string, adress: string): Promise<WebAnswer> => clients.get(vem)!.get(adress);

it('every address is either traced or shows nobody: a new one has to be put in one of the tables', () => {
  expect(getRutter(app)).toEqual([...Object.keys(VISAR), ...Object.keys(VISAR_INGEN)].toSorted());
});

it.each(Object.entries(VISAR))('%s shows what it should while the trace can be written', async (_, visning) => {
  const before = await web.prisma.logg.count();
  const { status, html } = await open(visning.vem, visning.adress(varld));
  expect(status).toBe(200);
  expect(html).toContain(visning.visar(varld));
  expect(await web.prisma.logg.count()).toBeGreaterThan(before);
});

it('none of them shows anything while it cannot: each answers with the page of an error', async () => {
  await whileTraceIsShut(database.url, async () => {
    for (const [rutt, { vem, adress, visar }] of Object.entries(VISAR)) {
      const { status, html, rubrik } = await open(vem, adress(varld));
      expect([rutt, status]).toEqual([rutt, 500]);
      expect([rutt, html.includes(visar(varld)), html.includes(varld.namn)]).toEqual([rutt, false, false]);
      expect(rubrik).toBe('Något gick fel hos oss');
    }
  });
});

it('nor does a form that is sent wrong and would be shown again', async () => {
  const forms: [vem: string, sida: string, fields: Record<string, string>, visar: string][] = [
    [KAJSA, `/arenden/${varld.nummer}/beslut/planuppfoljning`, {}, varld.namn],
    [KAJSA, `/arenden/${varld.nummer}/anteckningar`, { text: '' }, varld.namn],
    [FIA, `/remisser/ny/${varld.utkast}/person`, { namn: 'Utkast Utkastsson', personnummer: '1' }, 'Utkast Utkastsson'],
  ];
  for (const [vem, sida, fields, visar] of forms) {
    const { html } = await open(vem, sida);
    // the form that logs out has the same token
    const hidden = new Map(
      [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name ?? '', value ?? ''] as const,
      ),
    );
    const send = () => clients.get(vem)!.send(sida, [...hidden, ...Object.entries(fields)]);
    const told = await send();
    expect([sida, told.status]).toEqual([sida, 422]);
    expect(told.html).toContain(visar);
    await whileTraceIsShut(database.url, async () => {
      const refused = await send();
      expect([sida, refused.status, refused.html.includes(visar)]).toEqual([sida, 500, false]);
    });
  }
});
