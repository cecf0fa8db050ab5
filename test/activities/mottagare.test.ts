import { findMottagare, type Arendekrets } from '../../prisma/mottagare.js';
import { createTabeller, type Tabeller } from './varld.js';

describe('The people whom a mail goes to', () => {
  let tabeller: Tabeller;
  beforeEach(async () => {
    tabeller = await createTabeller();
  });
  afterEach(() => tabeller.stop());

  const krets = (): Arendekrets => ({
    insatsId: tabeller.grund.insats.id,
    teamId: tabeller.grund.teamId,
    remittentId: tabeller.grund.person.remittent,
    samtycken: [],
    koordinatorId: tabeller.grund.person.koordinator,
  });

  it.each(['remittent', 'koordinator'] as const)('are sammankallande when the %s has left', async (roll) => {
    const { prisma, grund } = tabeller;
    expect(await findMottagare(prisma, krets(), { roll })).toEqual([grund.person[roll]]);
    await prisma.anvandare.update({ where: { id: grund.person[roll] }, data: { aktiv: false } });
    expect(await findMottagare(prisma, krets(), { roll })).toEqual([grund.person.sammankallande]);
  });

  it('are also those who hold the role for every insats, once each', async () => {
    const { prisma, grund } = tabeller;
    const roll = 'styrgrupp';
    await prisma.roll.createMany({
      data: [grund.person.kansli, grund.person.ordforande].map((anvandareId) => ({ anvandareId, roll })),
    });
    const found = await findMottagare(prisma, krets(), { roll });
    expect(found.toSorted()).toEqual([grund.person.kansli, grund.person.ordforande].toSorted());
  });
});
