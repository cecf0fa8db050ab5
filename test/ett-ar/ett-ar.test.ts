import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { projectRoot } from '../../prisma/project-root.js';
import { laggTillFranvaro } from '../../api/records/franvaro/lagg-till.js';
import { startInstallation, type Installation } from '../support/installation.js';
import type { Personkod } from '../support/grund.js';
import { spelaAret } from './aret.js';
import { arsbrev, breven, type Arsbrev } from './brevlista.js';
import { ARENDEN, FORSTA_DAG, hemligheter } from './manus.js';
import { FORTROLIGT } from './uppgifter.js';

/** The list that was read through once; written anew with SKRIV_BREVEN=1, and then to be read through again. */
const LISTA = join(projectRoot, 'test', 'ett-ar', 'breven.txt');

/** Who is away when, and who stands in for her. */
const FRANVARO: readonly { vem: Personkod; ersattare: Personkod; fran: string; till: string }[] = [
  { vem: 'rep_af', ersattare: 'annan_remittent', fran: '2031-03-03', till: '2031-03-14' },
  { vem: 'koordinator', ersattare: 'annan_koordinator', fran: '2031-07-07', till: '2031-08-01' },
];
const SLUTAR = { vem: 'remittent', tas: 'ny_remittent', dag: '2031-09-01' } as const;

describe('A year with sixty cases and twelve people', () => {
  let inst: Installation;
  let alla: Arsbrev[];
  beforeAll(async () => {
    inst = await startInstallation({
      insats: 'vagknuten',
      samlat: true,
      from: kalender.instantAt(FORSTA_DAG, '06:00'),
    });
    await folk(inst);
    await spelaAret(inst, async (dag) => {
      for (const borta of FRANVARO) if (borta.fran === dag) await away(inst, borta);
    });
    alla = inst.mail.map(arsbrev);
  }, 1_200_000);
  afterAll(() => inst.stop());

  it('has exactly the mails of the list, person by person and day by day', () => {
    const text = breven(alla);
    if (process.env['SKRIV_BREVEN'] === '1' || !existsSync(LISTA)) writeFileSync(LISTA, text);
    expect(text).toBe(readFileSync(LISTA, 'utf8'));
  });

  it('has no mail on a red day, at night or in the evening', () => {
    const wrong = alla.filter(
      ({ dag, klockan }) => !kalender.isArbetsdag(dag) || klockan < '07.00' || klockan >= '17.00',
    );
    expect(wrong).toEqual([]);
    expect(alla.length).toBeGreaterThan(300);
  });

  it('has no mail twice, and one mail of the morning for each person and day at most', () => {
    const ids = inst.mail.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    const morgnar = alla.filter(({ rader }) => rader.length > 0).map(({ dag, till }) => `${dag} ${till}`);
    expect(new Set(morgnar).size).toBe(morgnar.length);
    for (const { rader } of alla) expect(new Set(rader).size).toBe(rader.length);
  });

  it('has nothing left to send, and nothing that was lost', async () => {
    const nu = await inst.klocka.now();
    expect(await inst.prisma.utskick.count({ where: { status: 'vantar', gar: { lte: nu } } })).toBe(0);
    const states = await inst.prisma.utskick.groupBy({ by: ['status'], _count: true, orderBy: { status: 'asc' } });
    // what ended before its mail went is told to nobody; what waits is for the next morning
    expect(['hoppat', 'inaktuellt', 'skickat', 'vantar']).toEqual(
      expect.arrayContaining(states.map(({ status }) => status)),
    );
    const { _count: skickade } = states.find(({ status }) => status === 'skickat') ?? { _count: 0 };
    expect(skickade).toBeGreaterThan(alla.length);
  });

  it('tells nobody who is away, and tells who stands in for her', () => {
    for (const { vem, ersattare, fran, till } of FRANVARO) {
      // what was written before the first day may still reach her that morning
      // a time in the calendar is told all the same: it is her own
      const borta = alla.filter(({ dag, amne }) => dag > fran && dag <= till && !amne.includes('kallelse'));
      expect(borta.filter((one) => one.till === vem)).toEqual([]);
      expect(borta.some((one) => one.till === ersattare)).toBe(true);
      expect(alla.some((one) => one.till === vem && one.dag > till)).toBe(true);
    }
  });

  it('has no name, number or free text of anybody in any mail', async () => {
    const everything = inst.mail
      .map(({ subject, text, html, headerLines }) =>
        [subject, text, String(html), JSON.stringify(headerLines)].join('\n'),
      )
      .join('\n');
    const individer = await inst.prisma.individ.findMany({ select: { namn: true, personnummer: true } });
    const secrets = [
      FORTROLIGT,
      ...individer.flatMap(({ namn, personnummer }) => [namn, personnummer]),
      ...Array.from({ length: ARENDEN }, (_, at) => Object.values(hemligheter(at + 1))).flat(),
      ...(await inst.prisma.anvandare.findMany({ select: { namn: true } })).map(({ namn }) => namn),
    ];
    expect(individer).toHaveLength(ARENDEN);
    expect(secrets.filter((secret) => secret !== null && everything.includes(secret))).toEqual([]);
  });
});

/** The twelfth person; who leads the styrgrupp; and how some want to hear of things. */
async function folk({ prisma, grund }: Installation): Promise<void> {
  await prisma.anvandare.create({
    data: {
      id: randomUUID(),
      sub: SLUTAR.tas,
      namn: `Test ${SLUTAR.tas}`,
      epost: `${SLUTAR.tas}@exempel.se`,
      verksamhetId: grund.verksamhet.fk,
      roller: { create: { roll: 'handlaggare' } },
    },
  });
  await prisma.roll.updateMany({ where: { roll: 'styrgrupp' }, data: { ordforande: true } });
  await prisma.aviseringsval.createMany({
    data: [
      { anvandareId: grund.person.rep_psykiatri, slag: 'uppgift', satt: 'direkt' },
      { anvandareId: grund.person.annan_remittent, slag: 'besked', satt: 'inte' },
    ],
  });
}

const away = async ({ prisma, grund, klocka }: Installation, borta: (typeof FRANVARO)[number]): Promise<void> => {
  const [anvandareId, ersattareId] = [grund.person[borta.vem], grund.person[borta.ersattare]];
  const { fran, till } = borta;
  const arbete = { av: anvandareId, anvandareId, nar: await klocka.now(), idag: fran };
  expect(await laggTillFranvaro(prisma, { ...arbete, id: randomUUID(), ersattareId, fran, till })).toBeUndefined();
};
