import { randomUUID } from 'node:crypto';
import { nyHemlighet, hashOf } from '../../api/kalender/hemlighet.js';
import { rutter } from '../spar/rutter.js';
import { whileTraceIsShut } from '../support/postgres.js';
import { until } from '../support/until.js';
import { arenderader } from './arendetabell.js';
import type { Person } from './folk.js';
import { fraga, tokenOf, type Besokare } from './prova.js';
import { startAtkomstvarld, type Atkomstvarld } from './varld.js';

let varld: Atkomstvarld;
const besokare = new Map<string, Promise<Besokare>>();
/** Reviews the insats of the tests and no other. */
const DELGRANSKARE = 'delgranskare';
type Vem = Person | typeof DELGRANSKARE;
const personId = new Map<Vem, string>();

beforeAll(async () => {
  varld = await startAtkomstvarld();
  const { prisma } = varld.web;
  const { id } = await prisma.anvandare.create({
    data: {
      sub: DELGRANSKARE,
      namn: 'Prov delgranskare',
      epost: 'd@exempel.se',
      verksamhetId: varld.grund.verksamhet.kommun,
      roller: { create: { roll: 'granskare', insatsId: varld.grund.insats.id } },
    },
  });
  personId.set(DELGRANSKARE, id);
  for (const [key, value] of Object.entries(varld.person)) personId.set(key as Person, value);
});
afterAll(() => varld?.stop());

/** Logged in once. */
function as(vem: Vem): Promise<Besokare> {
  const known = besokare.get(vem);
  if (known) return known;
  const made = (async () => {
    const client = await varld.as(vem as Person);
    return { vem: vem as Person, client, csrf: await tokenOf(client) };
  })();
  besokare.set(vem, made);
  return made;
}

/** A route with somebody who may do what it is for, and what is not hers. */
interface Forsok {
  readonly vem: Vem;
  readonly rutt: string;
  /** With the id of what is another's; or with one that nothing has. */
  readonly adress: (id: string) => string;
  /** What is another's, as the address names it. */
  readonly id: string;
  /** How the trace refers to it. */
  readonly spar: { readonly arendeId?: string; readonly data?: Readonly<Record<string, string>> };
  /** One that nothing has. */
  readonly okant: string;
  readonly status?: 403 | 404;
}

const OKANT_NUMMER = 'VAG-2026-9999';

/** By whom each part of the addresses about an ärende is tried. */
const arendenas = (rutt: string): Vem => {
  if (rutt.includes('/remisser/')) return 'remittent';
  if (rutt.includes('/kansli/')) return 'kansli';
  return rutt.includes('/logg/registerutdrag') ? DELGRANSKARE : 'sammankallande';
};

/** Every address about an ärende, and every kind of decision: with an ärende of another insats, or of another handläggare. */
function arenden(): Forsok[] {
  const { annansArende } = varld;
  return arenderader.map(({ rutt, adress }) => {
    const vem = arendenas(rutt);
    const fil = rutt.includes('/bilagor/:id');
    const arende = (id: string) => ({ ...annansArende, nummer: id, remissfil: id, samtyckesfil: id });
    return {
      vem,
      rutt,
      adress: (id) => adress(arende(id)),
      id: fil ? annansArende.remissfil : annansArende.nummer,
      spar: { arendeId: annansArende.id, ...(fil && { data: { sak: 'bilaga', ref: annansArende.remissfil } }) },
      okant: fil ? randomUUID() : OKANT_NUMMER,
    };
  });
}

type Del = keyof Atkomstvarld['annans'];

/** What else has an id: whose it is tried by, what of the other's it is, and what the trace calls it. */
function saker(): Forsok[] {
  const { annans, eget } = varld;
  const sak = (vem: Vem, del: Del, namn: string, rutterna: readonly string[], status?: 403): Forsok[] =>
    rutterna.map((rutt) => ({
      vem,
      rutt,
      // of several ids the first is another's, the second her own
      adress: (id) =>
        rutt
          .split(' ')[1]!
          .replace(/:\w+/, id)
          .replace(':steg', 'person')
          .replace(':typ', vem === 'styrgrupp' ? 'hindersvar' : 'motesandring')
          .replace(':del', 'grund')
          .replace(':franvaroId', eget.personsFranvaro)
          .replace(':id', eget.utkastfil),
      id: annans[del],
      spar: {
        data: { sak: namn, ...(namn === 'sida' ? {} : { [REFERENS[namn] ?? 'ref']: annans[del] }) },
      },
      okant: del === 'insats' ? 'finns_inte' : randomUUID(),
      ...(status && { status }),
    }));
  const u = '/remisser/ny/:utkastId';
  const a = '/admin/personer/:id';
  const p = '/insatser/:kod/profil';
  const f = '/insatser/:kod/folk';
  return [
    ...sak('remittent', 'utkast', 'utkast', [
      `GET ${u}/:steg`,
      `POST ${u}/:steg`,
      `GET ${u}/bilagor`,
      `POST ${u}/bilagor`,
      `POST ${u}/bilagor/:id/ta-bort`,
      `GET ${u}/ta-bort`,
      `POST ${u}/ta-bort`,
    ]),
    ...sak('remittent', 'skickatUtkast', 'utkast', [`GET ${u}/kvitto`]),
    ...sak('remittent', 'egenUppgift', 'egen_uppgift', [
      'POST /uppgifter/egna/:id/klar',
      'POST /uppgifter/egna/:id/oppna',
    ]),
    ...sak('remittent', 'filter', 'sida', ['POST /uppgifter/filter/:id/ta-bort']),
    ...sak('remittent', 'franvaro', 'sida', [
      'POST /mig/franvaro/:franvaroId/slut',
      'POST /mig/franvaro/:franvaroId/tillbaka',
    ]),
    ...sak('sammankallande', 'mote', 'mote', [
      'GET /moten/:id',
      'GET /moten/:id/dagordning',
      'POST /moten/:id/ordning',
      'POST /moten/:id/ersattare',
      'POST /moten/:id/stang',
    ]),
    ...sak('sammankallande', 'insats', 'insats', [
      'GET /insatser/:kod',
      'GET /insatser/:kod/beslut/:typ',
      'POST /insatser/:kod/beslut/:typ',
      'GET /insatser/:kod/extramote',
      'POST /insatser/:kod/extramote',
    ]),
    // that an insats exists, and how it works, is no secret
    ...sak(
      'sammankallande',
      'insats',
      'insats',
      [
        `GET ${p}/fil`,
        `GET ${p}/andra/:del`,
        `POST ${p}/andra/:del`,
        `GET ${p}/granska`,
        `POST ${p}/granska`,
        `GET ${p}/flytta`,
        `POST ${p}/flytta`,
        `GET ${f}`,
        `POST ${f}/roll`,
        `POST ${f}/roll/bort`,
        `POST ${f}/ordforande`,
        `POST ${f}/team`,
        `POST ${f}/team/bort`,
      ],
      403,
    ),
    ...sak('forvaltare', 'person', 'anvandare', [
      `GET ${a}`,
      `POST ${a}/uppgifter`,
      `POST ${a}/roll`,
      `POST ${a}/roll/bort`,
      `POST ${a}/konto/stang`,
      `POST ${a}/konto/oppna`,
      `POST ${a}/franvaro`,
      `POST ${a}/franvaro/ersattare`,
      `POST ${a}/franvaro/:franvaroId/slut`,
      `POST ${a}/franvaro/:franvaroId/tillbaka`,
    ]),
    ...sak('forvaltare', 'overlamning', 'overlamning', [
      'GET /admin/overlamning/:id',
      'POST /admin/overlamning/:id/igen',
    ]),
    ...sak('arkivansvarig', 'gallring', 'gallring', [
      'GET /gallring/:id',
      'POST /gallring/:id/besluta',
      'POST /gallring/:id/avboj',
    ]),
    ...sak('arkivansvarig', 'gallringsstopp', 'gallringsstopp', ['POST /gallring/undantag/:id/hav']),
    ...sak('nodatkomst', 'nodatkomst', 'nodatkomst', ['POST /nodatkomst/:id/avsluta']),
    ...sak(DELGRANSKARE, 'nodatkomst', 'nodatkomst', ['GET /logg/nodatkomst/:id', 'POST /logg/nodatkomst/:id']),
  ];
}

/** What the trace refers to otherwise than by `ref`. */
const REFERENS: Readonly<Record<string, string>> = { anvandare: 'anvandare', insats: 'insats' };

/** Addresses with a part that opens nothing of anybody's. */
const UTAN_AGARE: Readonly<Record<string, string>> = {
  'GET /static/:file': 'styles, script and font',
  'GET /val/:uid': 'the development login',
  'POST /val/:uid': 'the development login',
  'GET /kalender/:fil': 'a secret, below',
  'GET /insatser/:kod/profil': 'how an insats works is for everybody who is logged in',
};

const alla = (): Forsok[] => [...arenden(), ...saker()];

/** Every row of every table but those of the trace, the sessions and the limits, as one value. */
async function avtryck(): Promise<string> {
  const { pool } = varld.web;
  const { rows } = await pool.query<{ namn: string }>(
    `SELECT relname AS namn FROM pg_stat_user_tables
     WHERE schemaname = 'public' AND relname NOT IN ('logg', 'loggkedja', '_prisma_migrations') ORDER BY relname`,
  );
  const sums: string[] = [];
  for (const { namn } of rows) {
    const { rows: found } = await pool.query<{ summa: string | null }>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS summa FROM "${namn}" t`,
    );
    sums.push(`${namn} ${found[0]?.summa ?? '–'}`);
  }
  return sums.join('\n');
}

async function nekade(vem: Vem, efter: bigint) {
  return varld.web.prisma.logg.findMany({
    where: { handling: 'nekad', avId: personId.get(vem) ?? '', id: { gt: efter } },
    select: { arendeId: true, data: true, grund: true },
  });
}

const sista = async (): Promise<bigint> =>
  (await varld.web.prisma.logg.findFirst({ orderBy: { id: 'desc' }, select: { id: true } }))?.id ?? 0n;

it('every route with something in its address is tried', () => {
  const tried = [...alla().map(({ rutt }) => rutt), ...Object.keys(UTAN_AGARE)];
  expect([...new Set(tried)].toSorted()).toEqual(rutter(varld.app).filter((rutt) => rutt.includes('/:')));
});

it('what is another’s is not found at any of them, nothing is written but the trace, and that says who tried what', async () => {
  const before = await avtryck();
  const wrong: unknown[] = [];
  for (const { vem, rutt, adress, id, spar, status = 404 } of alla()) {
    const from = await sista();
    const answer = await fraga(await as(vem), rutt, adress(id));
    const [rad, ...fler] = await nekade(vem, from);
    const forsok = rutt.startsWith('GET ') ? 'lasa' : 'skicka';
    const told =
      rad !== undefined &&
      fler.length === 0 &&
      rad.arendeId === (spar.arendeId ?? rad.arendeId) &&
      Object.entries({ forsok, ...spar.data }).every(
        ([key, value]) => (rad.data as Record<string, unknown>)[key] === value,
      );
    if (answer.status !== status || !told) wrong.push({ rutt, fick: answer.status, status, rad: rad ?? 'ingen' });
  }
  expect(wrong).toEqual([]);
  expect(await avtryck()).toBe(before);
});

it('what does not exist is answered in the same way, and leaves a row that refers to nothing', async () => {
  const wrong: unknown[] = [];
  for (const { vem, rutt, adress, okant } of alla()) {
    if (rutt.includes('/arenden/:nummer/beslut/:typ')) continue;
    const from = await sista();
    const answer = await fraga(await as(vem), rutt, adress(okant));
    const rader = await nekade(vem, from);
    const [rad] = rader;
    const refers = Object.keys((rad?.data as object | undefined) ?? {}).some((key) =>
      ['ref', 'anvandare', 'insats'].includes(key),
    );
    if (answer.status !== 404 || rader.length !== 1 || rad?.arendeId !== null || refers)
      wrong.push({ rutt, fick: answer.status, rader });
  }
  expect(wrong).toEqual([]);
});

it('an attempt stands in the log of who reviews it, in words', async () => {
  const koordinator = await as('koordinator');
  await fraga(koordinator, 'GET ', `/arenden/${varld.annansArende.nummer}/beslut/paus`);
  const { client } = await as('granskare');
  const { html } = await client.get(`/logg?nummer=${varld.annansArende.nummer}&handling=nekad`);
  expect(html).toContain('Nekades att läsa ett ärende, Pausa insatsen');
  expect(html).toContain('Adress: /arenden/…/beslut/…');
  expect(html).toContain('Prov koordinator');
});

it('when the trace cannot be written the answer is still the page of an error, and tells nothing', async () => {
  const koordinator = await as('koordinator');
  await whileTraceIsShut(varld.databaseUrl, async () => {
    for (const nummer of [varld.annansArende.nummer, OKANT_NUMMER]) {
      const { status, rubrik } = await koordinator.client.get(`/arenden/${nummer}`);
      expect([status, rubrik]).toEqual([404, 'Sidan finns inte']);
    }
  });
  expect(varld.web.log.some((line) => line.includes('a refusal could not be traced'))).toBe(true);
});

describe('what a form chooses among', () => {
  interface Faltforsok {
    readonly vem: Vem;
    readonly rutt: string;
    readonly adress: string;
    readonly falt: Readonly<Record<string, string>>;
    /** The field that is told to be wrong; missing: the whole is not found. */
    readonly fel?: string;
  }

  /** Each field that holds an id, with that of something of another insats, part or person. */
  function faltforsok(): Faltforsok[] {
    const { annans, annansArende, arende, eget, person, grund } = varld;
    const beslut = (vem: Vem, typ: string, falt: Readonly<Record<string, string>>, fel: string): Faltforsok => ({
      vem,
      rutt: 'POST ',
      adress: `/arenden/${arende.oppet.nummer}/beslut/${typ}`,
      falt,
      fel,
    });
    const post = (vem: Vem, adress: string, falt: Readonly<Record<string, string>>, fel?: string): Faltforsok => ({
      vem,
      rutt: 'POST ',
      adress,
      falt,
      ...(fel !== undefined && { fel }),
    });
    const insats = `/insatser/${eget.insats}`;
    const admin = `/admin/personer/${eget.person}`;
    return [
      beslut('koordinator', 'samtycke', { verksamheter: randomUUID() }, 'verksamheter'),
      beslut('koordinator', 'samtyckesaterkallelse', { verksamheter: randomUUID() }, 'verksamheter'),
      post('remittent', '/uppgifter/egna', { arende: annansArende.nummer }, 'arende'),
      post('remittent', '/mig/franvaro', { ersattare: person.koordinator }, 'ersattare'),
      post('remittent', '/mig/franvaro/ersattare', { stadig: person.koordinator }, 'stadig'),
      post('nodatkomst', '/nodatkomst', { nummer: annansArende.nummer, skal: 'Brand.' }, 'nummer'),
      post('arkivansvarig', '/gallring', { val: `${annansArende.id}/arende` }),
      post('arkivansvarig', '/gallring/undantag', { nummer: annansArende.nummer, skal: 'Tvist.' }, 'nummer'),
      post('forvaltare', '/admin/overlamning', { fran: annans.person, till: eget.person }),
      post('forvaltare', '/admin/overlamning', { fran: eget.person, till: annans.person }),
      post('forvaltare', `${admin}/uppgifter`, { verksamhet: grund.verksamhet.fk }, 'verksamhet'),
      post('forvaltare', `${admin}/franvaro`, { ersattare: annans.person }, 'ersattare'),
      post('forvaltare', `${admin}/franvaro/ersattare`, { stadig: annans.person }, 'stadig'),
      post('forvaltare', '/admin/organisation/person', { verksamhet: grund.verksamhet.fk }, 'verksamhet'),
      post('sammankallande', `${insats}/folk/roll`, { person: randomUUID(), roll: 'koordinator' }, 'person'),
      post('sammankallande', `${insats}/folk/team`, { team: annans.mote, medlem: randomUUID() }, 'team'),
      post('sammankallande', '/uppgifter/ta', { slag: 'ta', id: `${annansArende.id}/1` }),
    ];
  }

  it('is nothing of another’s: the field is told to be wrong, or the whole is not found, and nothing is written', async () => {
    const before = await avtryck();
    const wrong: unknown[] = [];
    for (const { vem, rutt, adress, falt, fel } of faltforsok()) {
      const from = await sista();
      const { status, html } = await fraga(await as(vem), rutt, adress, falt);
      // what was chosen is traced when the answer has gone
      await until(`the row of ${adress}`, async () => (await nekade(vem, from)).length === 1);
      const asked = fel === undefined ? status === 404 : status === 422 && html.includes(`href="#${fel}`);
      if (!asked) wrong.push({ adress, falt, status, fel: [...html.matchAll(/href="(#[^"]*)"/g)].map(([, to]) => to) });
    }
    expect(wrong).toEqual([]);
    expect(await avtryck()).toBe(before);
  });

  it('nor do the filters of the lists and the page that asks by itself show anything of another’s', async () => {
    const { client } = await as('koordinator');
    const { nummer } = varld.annansArende;
    const filter = `insats=${varld.annans.insats}&person=${varld.person.annan_remittent}&vem=${varld.person.annan_remittent}`;
    for (const adress of [
      `/arenden?${filter}`,
      `/arenden?nummer=${nummer}`,
      `/uppgifter?visa=alla&${filter}`,
      `/puls?lista=${encodeURIComponent(`visa=alla&${filter}`)}`,
    ]) {
      const { html, status } = await client.get(adress);
      expect([adress, status]).toEqual([adress, 200]);
      expect([adress, html.replaceAll(`value="${nummer}"`, '').includes(`/arenden/${nummer}`)]).toEqual([
        adress,
        false,
      ]);
    }
  });
});

describe('a calendar', () => {
  it('is opened by the secret that was given last, and holds what its owner may see', async () => {
    const { prisma, client } = varld.web;
    const make = async (anvandareId: string, aterkallad: Date | null) => {
      const hemlighet = nyHemlighet();
      const hash = hashOf(hemlighet);
      await prisma.kalenderlank.create({ data: { anvandareId, hash, skapad: new Date('2026-11-24'), aterkallad } });
      return `/kalender/${hemlighet}.ics`;
    };
    const egen = await make(varld.person.teamrepresentant, null);
    const tillbaka = await make(varld.person.teamrepresentant, new Date('2026-11-24'));
    const { status, html } = await client().get(egen);
    expect([status, html.includes(varld.annansArende.nummer)]).toEqual([200, false]);
    for (const adress of [tillbaka, `/kalender/${nyHemlighet()}.ics`])
      expect((await client().get(adress)).status).toBe(404);
  });
});
