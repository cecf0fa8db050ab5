import { fragaOmArende } from './arendeprov.js';
import { arenderader, type Star } from './arendetabell.js';
import type { Person } from './folk.js';
import { loggaIn, skillnader, type Besokare } from './prova.js';
import { startAtkomstvarld, type Atkomstvarld, type Provarende } from './varld.js';

/** Who alone may know of the ärende of a protected person. */
interface Skydd {
  readonly namngivna: readonly Person[];
  readonly star: Star;
}

const ingen = {
  remittent: [],
  avsandare: [],
  medhandlaggare: [],
  team: [],
  koordinator: [],
  sammankallande: [],
  styrgrupp: [],
  kansli: [],
  // the trace is hers to review, by number: it names nobody
  granskare: ['granskare'],
} as const satisfies Star;

/** Nobody lends a right here, whoever is away. */
const SKYDD: Readonly<Record<string, Skydd>> = {
  'as long as nobody is named it is its remittent’s, its koordinator’s and its sammankallande’s': {
    namngivna: [],
    star: {
      ...ingen,
      remittent: ['remittent'],
      avsandare: ['remittent'],
      koordinator: ['koordinator'],
      sammankallande: ['sammankallande'],
    },
  },
  'once they are named it is the koordinator’s and her ersättare’s': {
    namngivna: ['koordinator', 'annan_koordinator'],
    star: { ...ingen, koordinator: ['koordinator', 'annan_koordinator'] },
  },
  'whoever else is named has the right that she would have': {
    namngivna: ['koordinator', 'remittent', 'teamrepresentant', 'kansli'],
    star: {
      ...ingen,
      koordinator: ['koordinator'],
      remittent: ['remittent'],
      avsandare: ['remittent'],
      team: ['teamrepresentant'],
      kansli: ['kansli'],
    },
  },
};

let varld: Atkomstvarld;
let besokare: Besokare[];
const arenden = new Map<string, Provarende>();
beforeAll(async () => {
  varld = await startAtkomstvarld();
  const { prisma } = varld.web;
  for (const [situation, { namngivna }] of Object.entries(SKYDD)) {
    const arende = await varld.nyttArende();
    const { lage, individId } = await prisma.arende.findUniqueOrThrow({ where: { id: arende.id } });
    await prisma.individ.update({ where: { id: individId }, data: { skyddad: true, alias: 'Fågel' } });
    const skydd = {
      skyddad: true,
      ...(namngivna.length > 0 && { namngivna: namngivna.map((one) => varld.person[one]) }),
    };
    await prisma.arende.update({ where: { id: arende.id }, data: { lage: { ...(lage as object), ...skydd } } });
    arenden.set(situation, arende);
  }
  besokare = await loggaIn(varld);
});
afterAll(() => varld?.stop());

/** Each page, and of the decisions one for each relation that gives a right to some. */
const TYPER = ['atertagande', 'yttrande', 'atgardsrapport', 'paus', 'inskrivning', 'styrgruppsbeslut', 'medelbeslut'];
const rader = arenderader.filter(({ rutt, variant = '' }) => !rutt.includes('/beslut/:typ') || TYPER.includes(variant));

describe('the ärende of a protected person', () => {
  it.each(Object.entries(SKYDD))('%s', async (situation, { star }) => {
    const arende = arenden.get(situation)!;
    expect(skillnader(await fragaOmArende(besokare, { situation, star, arende }, rader))).toEqual([]);
  });

  it('stands in the lists of those alone, by number', async () => {
    for (const [situation, { star }] of Object.entries(SKYDD)) {
      const { nummer } = arenden.get(situation)!;
      const known = new Set<string>(Object.values({ ...star, granskare: [] }).flat());
      const shown: string[] = [];
      for (const { vem, client } of besokare) {
        if (vem === 'utloggad') continue;
        for (const adress of ['/', '/uppgifter?visa=alla', '/dagen', '/arenden', '/remisser', '/kansli', '/styrgrupp'])
          if ((await client.get(adress)).html.includes(`/${nummer}"`)) shown.push(vem);
      }
      expect([situation, shown.filter((vem) => !known.has(vem))]).toEqual([situation, []]);
    }
  });
});
