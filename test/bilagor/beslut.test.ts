import { formularFor } from '../../api/beslut/index.js';
import { openBeslut, readUnderlag } from '../../api/beslut/oppna.js';
import { IDAG, NU, startVarld, type Varld } from '../anteckningar/varld.js';
import { readDokument } from '../../api/queries/dokument.js';
import { readAnvandare } from '../../api/login/current-user.js';
import { formsOf } from '../support/html.js';

let varld: Varld;
const ids: Record<string, string> = {};

beforeAll(async () => {
  varld = await startVarld();
  const { prisma } = varld.web;
  for (const [filnamn, slag, av] of [
    ['intyg.pdf', 'remiss', 'remittent'],
    ['tuba.pdf', 'kartlaggning', 'koordinator'],
    ['samtycke.pdf', 'samtycke', 'sammankallande'],
  ] as const) {
    const rest = { arendeId: varld.arendeId, typ: 'application/pdf', storlek: 1, skapad: NU };
    const innehall = new Uint8Array([1]);
    const row = await prisma.bilaga.create({
      data: { filnamn, slag, avId: varld.grund.person[av], innehall, ...rest },
    });
    ids[filnamn] = row.id;
  }
});
afterAll(() => varld?.stop());

type Typ = 'komplettering' | 'kartlaggning' | 'samtycke';

/** The material of a decision's form as a person gets it. */
async function underlagFor(sub: 'remittent' | 'koordinator' | 'sammankallande', typ: Typ) {
  const { prisma } = varld.web;
  const person = await readAnvandare(prisma, varld.grund.person[sub], IDAG);
  if (!person) throw new Error(sub);
  const deps = { prisma, klocka: { now: () => Promise.resolve(new Date(NU)) } };
  return (await readUnderlag(deps, await openBeslut(deps, person, varld.nummer, typ))).underlag;
}

it('the remittent chooses among what she sent herself, and adds files on the page of her remiss', async () => {
  const underlag = await underlagFor('remittent', 'komplettering');
  expect(underlag.bilagor?.map(({ namn }) => namn)).toEqual(['intyg.pdf']);
  expect(underlag.bilageadress).toBe(`/remisser/${varld.nummer}/bilagor?beslut=komplettering`);
  const form = formularFor('komplettering');
  const chosen = { text: 'Intyget bifogas.', bilagor: ids['intyg.pdf'] ?? '' };
  expect(form.tolka(chosen, underlag)).toMatchObject({ ok: true, formular: { bilagor: [ids['intyg.pdf']] } });
  expect(form.tolka({ ...chosen, bilagor: ids['tuba.pdf'] ?? '' }, underlag)).toMatchObject({
    ok: false,
    errors: { bilagor: ['Välj bland de filer som står i listan.'] },
  });
  expect(form.tolka({ text: 'Inget att bifoga.' }, underlag)).toMatchObject({ ok: true, formular: { bilagor: [] } });
});

it.each([
  ['remittent', 'komplettering', `/remisser/NUMMER/bilagor`, 'Tillbaka till: komplettera remissen'],
  ['sammankallande', 'samtycke', `/arenden/NUMMER/dokument`, 'Tillbaka till: registrera samtycke'],
] as const)('who goes from a form to add a file comes back to it: %s, %s', async (sub, typ, sida, tillbaka) => {
  const client = await varld.as(sub);
  const adress = `${sida.replace('NUMMER', varld.nummer)}?beslut=${typ}`;
  const form = `/arenden/${varld.nummer}/beslut/${typ}`;
  const page = await client.get(adress);
  expect(page.html).toContain(`href="${form}"`);
  expect(page.html).toContain(tillbaka);
  const hidden = formsOf(page.html).find(({ action }) => action === adress)?.hidden ?? [];
  const fields: [string, string][] = [...hidden, ['slag', 'samtycke']];
  const sent = await client.upload(adress, fields, [{ name: 'intyg.txt', content: 'Intyg' }]);
  expect([sent.status, sent.address]).toEqual([200, adress]);
  expect(sent.html).toContain(`href="${form}"`);
  expect((await client.get(adress.replace(typ, 'inget_beslut'))).html).not.toContain('Tillbaka till:');
});

it('kartläggning and samtycke point to files of their own kind', async () => {
  const kartlaggning = await underlagFor('koordinator', 'kartlaggning');
  const svar = {
    instrument: varld.grund.insats.profil.kartlaggningsinstrument[0] ?? '',
    utfordAv: 'Test',
    certifierad: 'ja',
    klar: IDAG,
    sammanfattning: 'Klar.',
    spar: 'snabbspar',
  };
  const form = formularFor('kartlaggning');
  expect(form.tolka({ ...svar, bilagor: ids['tuba.pdf'] ?? '' }, kartlaggning)).toMatchObject({
    ok: true,
    formular: { bilagor: [ids['tuba.pdf']] },
  });
  expect(form.tolka({ ...svar, bilagor: ids['intyg.pdf'] ?? '' }, kartlaggning)).toMatchObject({ ok: false });
  const samtycke = await underlagFor('sammankallande', 'samtycke');
  const given = {
    verksamheter: samtycke.samtyckesval.map(({ id }) => id),
    uppgiftsslag: 'halsa',
    giltigtFran: IDAG,
    form: 'skriftligt',
    lamnatAv: 'personen',
    andamal: 'Samordning',
    bilaga: ids['samtycke.pdf'] ?? '',
  };
  expect(formularFor('samtycke').tolka(given, samtycke)).toMatchObject({
    ok: true,
    formular: { bilaga: ids['samtycke.pdf'] },
  });
});

it('the list of files tells which decision points to each, once it is taken', async () => {
  const { prisma } = varld.web;
  const { arendeId } = varld;
  const formular = { text: 'Se bilagan.', bilagor: [ids['intyg.pdf'] ?? ''] };
  const beslut = {
    arendeId,
    typ: 'komplettering',
    avId: varld.grund.person.remittent,
    forberett: NU,
    data: {},
    formular,
  };
  const { id } = await prisma.beslut.create({ data: { id: crypto.randomUUID(), ...beslut } });
  const pointed = async () => (await readDokument(prisma, arendeId)).filter(({ tillhor }) => tillhor.length > 0);
  expect(await pointed()).toEqual([]);
  await prisma.beslut.update({ where: { id }, data: { fattat: NU, version: 99 } });
  expect(await pointed()).toMatchObject([{ filnamn: 'intyg.pdf', tillhor: ['komplettering'] }]);
});
