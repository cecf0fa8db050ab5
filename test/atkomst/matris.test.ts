import { rutter } from '../spar/rutter.js';
import { beroende, fragaOmArende, rubrik, varOchEn } from './arendeprov.js';
import { arenderader, STAR, type Relation } from './arendetabell.js';
import type { Vem } from './folk.js';
import { fraga, loggaIn, skillnader, utfallOf, type Besokare, type Cell, type Utfall } from './prova.js';
import { RUTTER, SIST, UTANFOR, type Ruttrad } from './ruttabell.js';
import { NU, situationer, startAtkomstvarld, type Atkomstvarld, type Situation } from './varld.js';

let varld: Atkomstvarld;
let besokare: Besokare[];
beforeAll(async () => {
  varld = await startAtkomstvarld();
  besokare = await loggaIn(varld);
});
afterAll(() => varld?.stop());

function vantatAv({ in: given, finnsInte = [], serBara = [], annars = 404 }: Ruttrad, rutt: string, vem: Vem): Utfall {
  if (given.includes(vem)) return 'in';
  if (vem === 'utloggad') return utanSession(rutt) ? '404' : 'loggas in';
  if (serBara.includes(vem)) return '403';
  return finnsInte.includes(vem) ? '404' : String(annars);
}

/** Opened by a secret in the address or the headers: nobody is asked to log in there. */
const utanSession = (rutt: string): boolean => rutt.includes(' /kalender/') || rutt.includes('/leveransstatus');

const asList = (given: Ruttrad | readonly Ruttrad[]): readonly Ruttrad[] => ('adress' in given ? [given] : given);

const askRutter = (tabell: Readonly<Record<string, Ruttrad | readonly Ruttrad[]>>): Promise<Cell[]> =>
  varOchEn(besokare, async (one) => {
    const celler: Cell[] = [];
    for (const [rutt, given] of Object.entries(tabell))
      for (const rad of asList(given)) {
        const fick = utfallOf(rutt, await fraga(one, rutt, rad.adress(varld), rad.falt?.(varld)));
        const vantat = vantatAv(rad, rutt, one.vem);
        celler.push({ situation: '–', rutt: rubrik(rutt, rad.variant), vem: one.vem, vantat, fick });
      }
    return celler;
  });

it('every route of the application has a row, and every row a route', () => {
  const rader = [
    ...arenderader.map(({ rutt }) => rutt),
    ...Object.keys({ ...RUTTER, ...SIST }),
    ...Object.keys(UTANFOR),
  ];
  expect([...new Set(rader)].toSorted()).toEqual(rutter(varld.app));
});

describe('each kind of person at each address about an ärende, and each kind of decision', () => {
  it.each(Object.entries(situationer) as [Situation, string][])(
    '%s: %s',
    async (situation) => {
      const rader = situation === 'oppet' ? arenderader : arenderader.filter(beroende);
      const celler = await fragaOmArende(
        besokare,
        { situation, star: STAR[situation], arende: varld.arende[situation] },
        rader,
      );
      expect(celler).toHaveLength(rader.length * besokare.length);
      expect(skillnader(celler)).toEqual([]);
    },
    300_000,
  );
});

it('each kind of person at every other address', async () => {
  expect(skillnader(await askRutter(RUTTER))).toEqual([]);
});

it('none of them is a person whom the ärenden of the other insats are open to', async () => {
  const gransar: readonly Relation[] = ['koordinator', 'remittent', 'team', 'styrgrupp'];
  const rader = arenderader.filter(({ in: given }) => given.some((one) => gransar.includes(one))).filter(beroende);
  const egna: readonly Vem[] = ['utloggad', 'annan_remittent', 'annan_sammankallande', 'annan_styrgrupp'];
  const celler = await varOchEn(besokare, async (one) => {
    if (egna.includes(one.vem)) return [];
    const fick: Cell[] = [];
    for (const { rutt, variant, adress } of rader) {
      const answer = utfallOf(rutt, await fraga(one, rutt, adress(varld.annansArende)));
      fick.push({ situation: 'annan insats', rutt: rubrik(rutt, variant), vem: one.vem, vantat: '404', fick: answer });
    }
    return fick;
  });
  expect(skillnader(celler)).toEqual([]);
});

it('nothing of it has changed an ärende', async () => {
  const { prisma } = varld.web;
  expect(await prisma.beslut.count({ where: { fattat: { not: null } } })).toBe(0);
  expect(await prisma.arende.count({ where: { version: { gt: 1 } } })).toBe(0);
  expect(await prisma.anteckning.count()).toBe(0);
  expect(await prisma.bilaga.count({ where: { skapad: { gt: NU } } })).toBe(0);
});

it('the addresses that end a session are open to whose it is', async () => {
  expect(skillnader(await askRutter(SIST))).toEqual([]);
});
