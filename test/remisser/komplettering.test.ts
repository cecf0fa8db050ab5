import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { fattaDirekt } from './beslut.js';
import { createVarld, HELGA, NU, remissinnehall, testPersonnummer, type Varld } from './varld.js';

describe("The sender's page of a remiss", () => {
  let database: TestDatabase;
  let web: TestWeb;
  let varld: Varld;

  beforeAll(async () => {
    database = await createDatabase();
    web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(new Date(NU)) } });
    varld = await createVarld(web.prisma);
  });
  afterAll(async () => {
    await web?.stop();
    await database?.drop();
  });

  let made = 0;
  const send = () => {
    made += 1;
    const innehall = remissinnehall(varld, testPersonnummer('19710101', made));
    return skickaRemiss(web.prisma, { remittent: varld.helga, innehall, nu: NU });
  };
  const read = async (adress: string) => {
    const client = web.client();
    await client.login(HELGA);
    return client.get(adress);
  };

  it('asks for what is missing with its question and button, and shows the answer afterwards', async () => {
    const { arendeId, nummer } = await send();
    const fraga = 'Vilken utbildning har personen?';
    const asked = { utfall: 'komplettering' } as const;
    await fattaDirekt(web.prisma, arendeId, varld.sven, 'granskning', asked, { skal: fraga }, NU);
    const page = await read(`/remisser/${nummer}`);
    expect(page.html).toContain(fraga);
    expect(page.html).toContain(`/arenden/${nummer}/beslut/komplettering`);
    expect(page.html).toContain('Remissen behöver kompletteras');
    const form = await read(`/arenden/${nummer}/beslut/komplettering`);
    expect(form).toMatchObject({ status: 200 });
    expect(form.html).toContain(fraga);

    const svar = { text: 'Gymnasium, avslutat.', bilagor: [] };
    await fattaDirekt(web.prisma, arendeId, varld.helga.id, 'komplettering', {}, svar, NU);
    const after = await read(`/remisser/${nummer}`);
    expect(after.html).toContain(svar.text);
    expect(after.html).not.toContain(`/arenden/${nummer}/beslut/komplettering`);
  });

  it('offers to take the remiss back until it is closed', async () => {
    const { arendeId, nummer } = await send();
    const adress = `/arenden/${nummer}/beslut/atertagande`;
    expect((await read(`/remisser/${nummer}`)).html).toContain(adress);
    expect(await read(adress)).toMatchObject({ status: 200 });
    const skal = 'Personen vill inte.';
    await fattaDirekt(web.prisma, arendeId, varld.helga.id, 'atertagande', {}, { skal }, NU);
    const after = await read(`/remisser/${nummer}`);
    expect(after.html).not.toContain(adress);
    expect(after.html).toContain(skal);
    expect(after.html).toContain('remissen togs tillbaka');
  });
});
