import { randomUUID } from 'node:crypto';
import type { Mottagare } from '../../domain/forandring.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Lage, OppenUppgift } from '../../domain/lage.js';
import { ansvarigaFor, ersattareFor, innehavare, personerFor, vilar } from '../../domain/mottagare.js';
import { readInsatskrets, readKrets } from '../../prisma/mottagare.js';
import { asDate } from '../../prisma/client.js';
import type { Personkod } from '../support/grund.js';
import { createTabeller, NU, type Tabeller } from './varld.js';

const DAG = dayOf(NU);

describe('The people whom a mail or a reminder goes to', () => {
  let tabeller: Tabeller;
  let lage: Lage;
  beforeEach(async () => {
    tabeller = await createTabeller();
    lage = await tabeller.send();
  });
  afterEach(() => tabeller.stop());

  const id = (kod: Personkod): string => tabeller.grund.person[kod];
  const namn = (ids: readonly string[]): string[] =>
    ids.map((one) => Object.entries(tabeller.grund.person).find(([, id_]) => id_ === one)?.[0] ?? one).toSorted();
  const krets = (more: Partial<Lage> = {}) => {
    const { insats, teamId } = tabeller.grund;
    const rad = { insatsId: insats.id, teamId, remittentId: id('remittent') };
    return readKrets(tabeller.prisma, rad, { ...lage, koordinator: id('koordinator'), ...more }, DAG);
  };
  const till = async (mottagare: Mottagare, more: Partial<Lage> = {}) =>
    namn(personerFor(mottagare, await krets(more)));
  const left = (kod: Personkod) => tabeller.prisma.anvandare.update({ where: { id: id(kod) }, data: { aktiv: false } });
  const away = (kod: Personkod, ersattare: Personkod, fran = DAG) =>
    tabeller.prisma.franvaro.create({
      data: {
        anvandareId: id(kod),
        ersattareId: id(ersattare),
        skapadAvId: id(kod),
        skapad: NU,
        fran: asDate(fran),
        till: asDate('2026-12-01'),
      },
    });
  const uppgift = (given: Partial<OppenUppgift>): OppenUppgift => ({
    nr: 1,
    typ: 'granskning',
    roll: 'sammankallande',
    oppnad: NU,
    forfaller: DAG,
    paminnelse: { steg: 0, nar: NU },
    ...given,
  });

  it.each(['remittent', 'koordinator'] as const)('are sammankallande when the %s has left', async (roll) => {
    expect(await till({ roll })).toEqual([roll]);
    await left(roll);
    expect(await till({ roll })).toEqual(['sammankallande']);
  });

  it('are also those who hold the role for every insats, once each', async () => {
    await tabeller.prisma.roll.createMany({
      data: (['kansli', 'ordforande'] as const).map((kod) => ({ anvandareId: id(kod), roll: 'styrgrupp' })),
    });
    expect(await till({ roll: 'styrgrupp' })).toEqual(['kansli', 'ordforande']);
  });

  it('are for the days that somebody is away who stands in for her, and she again after', async () => {
    await away('koordinator', 'annan_koordinator');
    expect(await till({ roll: 'koordinator' })).toEqual(['annan_koordinator']);
    await tabeller.prisma.franvaro.updateMany({ data: { till: asDate('2026-11-22'), fran: asDate('2026-11-20') } });
    expect(await till({ roll: 'koordinator' })).toEqual(['koordinator']);
  });

  it('are the ordinary member of a verksamhet, and its ersättare who is called in beside her', async () => {
    const { prisma, grund } = tabeller;
    const verksamhet = grund.verksamhet.af;
    await prisma.teammedlem.create({
      data: { teamId: grund.teamId, anvandareId: id('annan_remittent'), verksamhetId: verksamhet, ersattare: true },
    });
    const yttrande = uppgift({ typ: 'yttrande', roll: 'teamrepresentant', verksamhet });
    expect(await till({ verksamhet })).toEqual(['rep_af']);
    expect(namn(ansvarigaFor(yttrande, await krets()))).toEqual(['rep_af']);
    expect(namn(ersattareFor(yttrande, await krets()))).toEqual(['annan_remittent']);
    lage = await tabeller.accept(lage);
    const mote = await prisma.mote.findFirstOrThrow({ where: { punkter: { some: { arendeId: lage.arendeId } } } });
    await prisma.motesdeltagare.create({
      data: { moteId: mote.id, anvandareId: id('annan_remittent'), inkallad: true },
    });
    expect(await till({ verksamhet })).toEqual(['annan_remittent', 'rep_af']);
  });

  it('are who leads the styrgrupp, or all of it when nobody is marked or who was has left', async () => {
    const { prisma, grund } = tabeller;
    const leder = async () => namn(innehavare(await krets(), 'ordforande'));
    await prisma.roll.create({ data: { anvandareId: id('kansli'), roll: 'styrgrupp', insatsId: grund.insats.id } });
    expect(await leder()).toEqual(['kansli', 'ordforande']);
    await prisma.roll.updateMany({ where: { anvandareId: id('ordforande') }, data: { ordforande: true } });
    expect(await leder()).toEqual(['ordforande']);
    expect(namn(innehavare(await readInsatskrets(prisma, grund.insats.id, DAG), 'ordforande'))).toEqual(['ordforande']);
    await left('ordforande');
    expect(await leder()).toEqual(['kansli']);
  });

  it('are who has taken the task, as long as she may do it; what is put aside rests until its day', async () => {
    const { prisma, grund } = tabeller;
    await prisma.roll.create({
      data: { anvandareId: id('koordinator'), roll: 'sammankallande', insatsId: grund.insats.id },
    });
    const granskning = uppgift({ forfaller: '2026-11-26' });
    expect(namn(ansvarigaFor(granskning, await krets()))).toEqual(['koordinator', 'sammankallande']);
    await prisma.uppgift.updateMany({
      where: { arendeId: lage.arendeId, typ: 'granskning' },
      data: { tilldeladId: id('koordinator'), vilarTill: asDate('2026-11-25') },
    });
    const tagen = await krets();
    expect(namn(ansvarigaFor(granskning, tagen))).toEqual(['koordinator']);
    expect(['2026-11-24', '2026-11-25'].map((dag) => vilar(granskning, tagen, dag))).toEqual([true, false]);
    await prisma.roll.deleteMany({ where: { anvandareId: id('koordinator'), roll: 'sammankallande' } });
    expect(namn(ansvarigaFor(granskning, await krets()))).toEqual(['sammankallande']);
  });

  it('are the standing ersättare of who owes a task, also when that one is away herself', async () => {
    const { prisma } = tabeller;
    const komplettering = uppgift({ typ: 'komplettering', roll: 'handlaggare' });
    expect(ersattareFor(komplettering, await krets())).toEqual([]);
    await prisma.anvandare.update({ where: { id: id('remittent') }, data: { ersattareId: id('rep_fk') } });
    expect(namn(ersattareFor(komplettering, await krets()))).toEqual(['rep_fk']);
    await left('rep_fk');
    expect(ersattareFor(komplettering, await krets())).toEqual([]);
  });

  it('are found also for somebody whom nothing but the mail names, and for nobody who does not exist', async () => {
    const { insats, teamId } = tabeller.grund;
    const rad = { insatsId: insats.id, teamId, remittentId: id('remittent') };
    const person = id('annan_koordinator');
    const found = await readKrets(tabeller.prisma, rad, lage, DAG, [person]);
    expect(namn(personerFor({ person }, found))).toEqual(['annan_koordinator']);
    expect(namn(personerFor({ person: randomUUID() }, found))).toEqual(['sammankallande']);
  });
});
