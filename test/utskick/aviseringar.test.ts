import { AVISERINGAR } from '../../api/pages/sidor/aviseringar.js';
import { formsOf } from '../support/html.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { startPostvarld, type Postvarld } from './varld.js';

let varld: Postvarld;
let web: TestWeb;
beforeAll(async () => {
  varld = await startPostvarld();
  await varld.begin();
  web = await startWeb({ databaseUrl: varld.databaseUrl });
});
afterAll(async () => {
  await web.stop();
  await varld.stop();
});

const as = async (sub: string) => {
  const client = web.client();
  await client.login(sub);
  return client;
};
const valen = (anvandareId: string) =>
  varld.prisma.aviseringsval.findMany({ where: { anvandareId }, select: { slag: true, satt: true } });

describe('What a person is told of by mail', () => {
  it('is hers to choose, kept, and shown as chosen', async () => {
    const client = await as('koordinator');
    const saved = await client.post(AVISERINGAR, { uppgift: 'direkt', besked: 'inte' });
    expect(saved.html).toContain('Dina val är sparade.');
    expect(await valen(varld.fall.koordinator)).toEqual(
      expect.arrayContaining([
        { slag: 'uppgift', satt: 'direkt' },
        { slag: 'besked', satt: 'inte' },
        { slag: 'paminnelse', satt: 'samlat' },
      ]),
    );
    const page = await client.get(AVISERINGAR);
    expect(page.html).toMatch(/name="besked"[^>]*value="inte"[^>]*checked|checked[^>]*name="besked"[^>]*value="inte"/);
  });

  it('does not offer to switch off what her roles demand, and refuses it', async () => {
    const client = await as('koordinator');
    const page = await client.get(AVISERINGAR);
    expect(page.html).not.toMatch(/name="uppgift" value="inte"/);
    expect(page.html).toContain('Kan inte väljas bort, eftersom du har en roll med uppgifter.');
    const before = await valen(varld.fall.koordinator);
    const refused = await client.post(AVISERINGAR, { uppgift: 'inte' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Välj ett av sätten i listan.');
    expect(await valen(varld.fall.koordinator)).toEqual(before);
  });

  it('is reached from her own page', async () => {
    const client = await as('koordinator');
    expect((await client.get('/mig')).html).toContain(`href="${AVISERINGAR}"`);
    expect(formsOf((await client.get(AVISERINGAR)).html).some(({ action }) => action === AVISERINGAR)).toBe(true);
  });
});
