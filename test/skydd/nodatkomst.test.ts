import { startVarld, type Varld } from '../anteckningar/varld.js';
import type { WebClient } from '../support/web-client.js';

const SIDA = '/nodatkomst';
const SKAL = 'Personen är akut sjuk, och vården frågar efter planen.';
let varld: Varld;
let jour: WebClient;
let grannens: WebClient;

beforeAll(async () => {
  varld = await startVarld();
  const { prisma } = varld.web;
  const { kommun } = varld.grund.verksamhet;
  const { forbundId } = await prisma.verksamhet.update({ where: { id: kommun }, data: { kommun: '0881' } });
  const granne = await prisma.verksamhet.create({
    data: { kod: 'grannen', part: 'kommun', namn: 'Grannkommunens socialtjänst', kommun: '0882', forbundId },
  });
  for (const [sub, arbetsplats, roll] of [
    ['jour', kommun, 'nodatkomst'],
    ['grannens_jour', granne.id, 'nodatkomst'],
    ['forvaltare', kommun, 'forvaltare'],
  ] as const)
    await prisma.anvandare.create({
      data: {
        sub,
        namn: `Test ${sub}`,
        epost: `${sub}@exempel.se`,
        verksamhetId: arbetsplats,
        roller: { create: { roll, part: 'kommun' } },
      },
    });
  [jour, grannens] = [await varld.as('jour'), await varld.as('grannens_jour')];
});
afterAll(() => varld?.stop());

const hem = () => `/arenden/${varld.nummer}`;
const open = (client: WebClient, skal: string) => client.post(SIDA, { nummer: varld.nummer, skal });

describe('An opening in an emergency', () => {
  it('is not for another kommun, which is another authority: told like a number that does not exist', async () => {
    const answer = await open(grannens, SKAL);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Det finns inget ärende med det numret som din organisation deltar i.');
    expect((await grannens.get(hem())).status).toBe(404);
    expect(await varld.web.prisma.nodatkomst.count()).toBe(0);
  });

  it('takes a reason, and no mere sign', async () => {
    for (const skal of ['', '.', 'x', '- -'])
      expect({ skal, status: (await open(jour, skal)).status }).toMatchObject({ status: 422 });
    expect((await jour.get(hem())).status).toBe(404);
  });

  it('lets who has the role in the kommun that takes part read one ärende, traced, and tells its förvaltare at once', async () => {
    const { prisma } = varld.web;
    expect(await open(jour, SKAL)).toMatchObject({ status: 200, address: hem() });
    const { id } = await prisma.anvandare.findUniqueOrThrow({ where: { sub: 'jour' }, select: { id: true } });
    const rows = await prisma.logg.findMany({
      where: { avId: id, arendeId: varld.arendeId, handling: { not: 'nekad' } },
      orderBy: { id: 'asc' },
    });
    expect(rows.map(({ handling, grund }) => `${handling} ${grund}`)).toEqual([
      'nodatkomst_oppnad nodatkomst',
      'las_arende nodatkomst',
    ]);
    const told = await prisma.utskick.findMany({
      where: { slag: 'nodatkomst' },
      select: { mottagare: true, satt: true },
    });
    expect(told).toMatchObject([{ mottagare: { sub: 'forvaltare' }, satt: 'direkt' }]);
    expect((await grannens.get(hem())).status).toBe(404);
  });
});
