import { startWeb, type TestWeb } from '../support/web.js';
import { createDatabase, emptyTables, type TestDatabase } from '../support/postgres.js';
import type { PostFields, WebAnswer, WebClient } from '../support/web-client.js';
import { fillUntil, ifyllt, type Fragesida } from './ifyllt.js';
import { errorsBeside, summary, typedIn } from './sidans-falt.js';
import { createVarld, HELGA, NU, PERSONNUMMER, testPersonnummer } from './varld.js';

let database: TestDatabase;
let web: TestWeb;
let client: WebClient;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({
    databaseUrl: database.url,
    klocka: { now: () => Promise.resolve(new Date(NU)) },
    config: { limits: { requestsPerMinute: 100_000, loginsPerMinute: 1000 } },
  });
  await createVarld(web.prisma);
  client = web.client();
  await client.login(HELGA);
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

const HOSTILE = `"><script>alert(1)</script>'; DROP TABLE remiss; -- \u0000\u202E</textarea>{{7*7}}`;
const KEPT = HOSTILE.replaceAll('\u0000', '');
const long = (max: number) => 'å'.repeat(max + 3);

const TOLV = 'Ange ett personnummer med tolv siffror, till exempel 19820218-2393.';
const DATUM = 'Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-11-27.';
const KOMMUN = 'Välj den kommun där personen bor.';
const PHONE = 'Ange ett telefonnummer med riktnummer, till exempel 070-174 06 05.';
const EPOST = 'Ange en e-postadress, till exempel namn@example.se.';
const SLAG = 'Välj bland de slag av uppgifter som står i listan.';
const SYSSELSATTNING = 'Välj bland de sysselsättningar som står i listan.';
const UTBILDNING = 'Välj högsta avslutade utbildning, eller uppgift saknas.';
const TID = 'Välj hur länge personen har haft offentlig försörjning, eller uppgift saknas.';
const FORSORJNING = 'Välj ett av svaren i listan.';
const tooLong = (max: string) => `Korta texten med 3 tecken. Den får ha högst ${max} tecken.`;

/** Each field with an answer that is wrong, and what is said about it. */
const wrong: readonly (readonly [Fragesida, string, string | readonly string[], string])[] = [
  ['insats', 'insats', '', 'Välj en insats.'],
  ['insats', 'insats', 'finns-inte', 'Välj en insats.'],
  ['insats', 'insats', HOSTILE, 'Välj en insats.'],
  ['insats', 'insats', long(10_000), 'Välj en insats.'],
  ['insats', 'insats', '__proto__', 'Välj en insats.'],
  ['insats', 'syfte', '', 'Välj vad du vill med remissen.'],
  ['insats', 'syfte', 'toString', 'Välj vad du vill med remissen.'],
  ['insats', 'syfte', HOSTILE, 'Välj vad du vill med remissen.'],
  ['insats', 'identitet', '', 'Välj om personen ska anges med namn eller vara avidentifierad.'],
  ['insats', 'identitet', HOSTILE, 'Välj om personen ska anges med namn eller vara avidentifierad.'],
  [
    'insats',
    'identitet',
    'avidentifierad',
    'En avidentifierad remiss kan bara gälla konsultation. Ange personen med namn, eller ändra syftet till konsultation.',
  ],
  ['insats', 'aktualiserande', 'finns-inte', 'Välj bland de verksamheter som står i listan.'],
  ['insats', 'aktualiserandeAnnan', long(200), tooLong('200')],
  ['person', 'idtyp', '', 'Välj vilket slags nummer det är.'],
  ['person', 'idtyp', HOSTILE, 'Välj vilket slags nummer det är.'],
  ['samtycke', 'lamnatAv', '', 'Välj vem som har lämnat samtycket.'],
  [
    'samtycke',
    'lamnatAv',
    'vardnadshavare',
    'Vårdnadshavare kan lämna samtycke bara för den som är 16 eller 17 år. Välj personen själv eller en ställföreträdare.',
  ],
  ['samtycke', 'andamal', ' ', 'Skriv vad uppgifterna får användas till.'],
  ['samtycke', 'insatser', 'samba_lis', 'Välj bland de insatser som står i listan.'],
  ['samtycke', 'statistiksamtycke', '', 'Välj om personen har sagt ja till att räknas i statistik.'],
  [
    'bakgrund',
    'sysselsattning',
    ['ingen', 'arbete'],
    'Ingen sysselsättning kan inte kryssas i tillsammans med en annan. Ta bort det ena.',
  ],
  ['person', 'personnummer', '', TOLV],
  ['person', 'personnummer', PERSONNUMMER.slice(2), TOLV],
  ['person', 'personnummer', 'ett nummer', TOLV],
  ['person', 'personnummer', HOSTILE, TOLV],
  ['person', 'personnummer', '198504122381', 'Kontrollera personnumret: siffrorna stämmer inte med varandra.'],
  ['person', 'personnummer', '19850412+2381', 'Kontrollera personnumret: siffrorna stämmer inte med varandra.'],
  [
    'person',
    'personnummer',
    testPersonnummer('20300101', 0),
    'Kontrollera personnumret: födelsedagen har inte varit ännu.',
  ],
  ['person', 'personnummer', long(200), tooLong('200')],
  ['person', 'namn', '', 'Ange personens namn.'],
  ['person', 'namn', ' \t ', 'Ange personens namn.'],
  ['person', 'namn', long(200), tooLong('200')],
  ['person', 'kon', '', 'Välj kvinna, man eller uppgift saknas.'],
  ['person', 'kon', HOSTILE, 'Välj kvinna, man eller uppgift saknas.'],
  ['person', 'kommun', '', KOMMUN],
  ['person', 'kommun', '9999', KOMMUN],
  ['person', 'kommun', HOSTILE, KOMMUN],
  ['person', 'telefon', 'ring mig', PHONE],
  ['person', 'telefon', '12', PHONE],
  ['person', 'telefon', HOSTILE, PHONE],
  ['person', 'telefon', long(200), tooLong('200')],
  ['person', 'epost', 'inte en adress', EPOST],
  ['person', 'epost', 'a@b', EPOST],
  ['person', 'epost', HOSTILE, EPOST],
  ['person', 'epost', `${long(200)}@example.se`, 'Korta texten med 14 tecken. Den får ha högst 200 tecken.'],
  ['person', 'sprak', '', 'Ange vilket språk tolken behöver kunna.'],
  ['person', 'sprak', long(200), tooLong('200')],
  ['samtycke', 'giltigtFran', '', `Ange från vilken dag samtycket gäller. ${DATUM}`],
  ['samtycke', 'giltigtFran', '1 november', DATUM],
  ['samtycke', 'giltigtFran', '2026-02-30', DATUM],
  ['samtycke', 'giltigtFran', HOSTILE, DATUM],
  ['samtycke', 'giltigtFran', long(4000), DATUM],
  ['samtycke', 'giltigtFran', '2026-11-24', 'Samtycket behöver ha börjat gälla innan remissen skickas.'],
  ['samtycke', 'giltigtTill', 'snart', DATUM],
  ['samtycke', 'giltigtTill', HOSTILE, DATUM],
  [
    'samtycke',
    'giltigtTill',
    '2026-11-22',
    'Samtycket har redan upphört. Ange en senare dag, eller be om ett nytt samtycke.',
  ],
  ['samtycke', 'form', '', 'Välj hur samtycket har lämnats.'],
  ['samtycke', 'form', HOSTILE, 'Välj hur samtycket har lämnats.'],
  [
    'samtycke',
    'uppgiftsslag_fk',
    [],
    'Samtycket behöver omfatta din egen verksamhet, Försäkringskassan. Kryssa i minst ett slag av uppgifter.',
  ],
  [
    'samtycke',
    'uppgiftsslag_nybro-iff',
    [],
    'Samtycket behöver omfatta Nybro kommun, individ- och familjeförvaltningen, som ansvarar för insatsen. Kryssa i minst ett slag av uppgifter.',
  ],
  ['samtycke', 'uppgiftsslag_fk', 'allt', SLAG],
  ['samtycke', 'uppgiftsslag_af', ['ekonomi', HOSTILE], SLAG],
  ['bakgrund', 'problembild', '', 'Beskriv personens situation.'],
  ['bakgrund', 'problembild', '\r\n \r\n', 'Beskriv personens situation.'],
  ['bakgrund', 'problembild', long(4000), tooLong('4 000')],
  ['bakgrund', 'forsorjning', 'sjukpenning', FORSORJNING],
  ['bakgrund', 'forsorjning', HOSTILE, FORSORJNING],
  ['bakgrund', 'forsorjning-2', 'lotteri:hel', FORSORJNING],
  ['bakgrund', 'forsorjning-2', 'sjukpenning:hel', 'Samma svar är valt två gånger. Välj ett annat eller inget.'],
  ['bakgrund', 'forsorjning-3', HOSTILE, FORSORJNING],
  [
    'bakgrund',
    'sysselsattning',
    [],
    'Kryssa i minst en sysselsättning. Om personen inte har någon finns det ett eget val.',
  ],
  ['bakgrund', 'sysselsattning', 'sover', SYSSELSATTNING],
  ['bakgrund', 'sysselsattning', ['arbete', HOSTILE], SYSSELSATTNING],
  ['bakgrund', 'utbildning', '', UTBILDNING],
  ['bakgrund', 'utbildning', HOSTILE, UTBILDNING],
  ['bakgrund', 'tidIOffentligForsorjning', '', TID],
  ['bakgrund', 'tidIOffentligForsorjning', 'länge', TID],
  ['bakgrund', 'involverade', long(4000), tooLong('4 000')],
  ['bakgrund', 'skyndsamSkal', '', 'Skriv varför remissen inte kan vänta till nästa ordinarie möte.'],
  ['bakgrund', 'skyndsamSkal', long(1000), tooLong('1 000')],
  ['fraga', 'fraga', '', 'Skriv vad du vill att teamet ska svara på.'],
  ['fraga', 'fraga', long(4000), tooLong('4 000')],
];

const TEXT = new Set([
  'personnummer',
  'namn',
  'telefon',
  'epost',
  'sprak',
  'giltigtFran',
  'giltigtTill',
  'problembild',
  'involverade',
  'skyndsamSkal',
  'fraga',
]);

/** Every page's draft, filled in until that page; each page keeps what is sent whatever it is. */
const drafts = new Map<Fragesida, Promise<string>>();
const draftAt = (sida: Fragesida): Promise<string> => {
  const known = drafts.get(sida) ?? fillUntil(client, sida);
  drafts.set(sida, known);
  return known;
};

/** What was sent must stand in the page that came back; an answer that is no choice has no box to stand in. */
function expectKept(answer: WebAnswer, sent: PostFields, except?: string): void {
  for (const [name, value] of Object.entries(sent)) {
    if (name === except && !TEXT.has(name)) continue;
    const kept = [value].flat().map((one) => one.replaceAll('\u0000', '').replaceAll('\r\n', '\n'));
    const found = typedIn(answer.html, name);
    expect({ name, values: found }).toEqual({
      name,
      values: kept.length === 1 && kept[0] === '' && found.length === 0 ? [] : kept,
    });
  }
}

describe('an answer that is wrong', () => {
  it.each(wrong.map((one) => [`${one[0]}/${one[1]} = ${JSON.stringify(one[2]).slice(0, 30)}`, ...one] as const))(
    '%s: the page comes again, says what to do beside the field and above, and keeps everything',
    async (_name, sida, falt, value, message) => {
      const adress = await draftAt(sida);
      const sent: PostFields = { ...ifyllt[sida], [falt]: value };
      const answer = await client.post(`${adress}/${sida}`, sent);
      expect(answer.status).toBe(422);
      expect(answer.html).toMatch(/<title>Fel: /);
      expect(errorsBeside(answer.html, falt).map(plain)).toEqual([message]);
      expect(summary(answer.html).map(([name, text]) => [name, plain(text)])).toEqual([[falt, message]]);
      expect(answer.html).toContain(`id="${falt}"`);
      expect(answer.html).not.toContain('<script>alert');
      expectKept(answer, sent, falt);
      expect((await client.get(`${adress}/${sida}`)).html).toContain(`id="${falt}"`);
      expect(await web.prisma.arende.count()).toBe(0);
    },
  );

  it.each([
    ['insats', ['insats', 'syfte', 'identitet']],
    ['person', ['idtyp', 'personnummer', 'namn', 'kon', 'kommun']],
    [
      'samtycke',
      ['giltigtFran', 'form', 'lamnatAv', 'andamal', 'uppgiftsslag_fk', 'uppgiftsslag_nybro-iff', 'statistiksamtycke'],
    ],
    ['bakgrund', ['problembild', 'forsorjning', 'sysselsattning', 'utbildning', 'tidIOffentligForsorjning']],
    ['fraga', ['fraga']],
  ] as const)('is told of each empty field at once, in the order of the page: %s', async (sida, fields) => {
    const adress = await draftAt(sida);
    const answer = await client.post(`${adress}/${sida}`, {});
    expect(answer.status).toBe(422);
    expect(summary(answer.html).map(([name]) => name)).toEqual(fields);
  });

  it.each(['1889', '2027', 'nittio', '19 90', HOSTILE])('is told also of a birth year: %j', async (fodelsear) => {
    const adress = await fillUntil(client, 'person', {
      insats: { insats: 'samba_lis', syfte: 'konsultation', identitet: 'avidentifierad' },
    });
    const answer = await client.post(`${adress}/person`, { fodelsear, kon: 'man', kommun: '0881' });
    expect(answer.status).toBe(422);
    const expected = 'Ange ett år med fyra siffror, mellan 1906 och 2026.';
    expect(errorsBeside(answer.html, 'fodelsear')).toEqual([expected]);
    expect(typedIn(answer.html, 'fodelsear')).toEqual([fodelsear.replaceAll('\u0000', '')]);
  });

  it('never says that a value is ogiltigt', () => {
    expect(wrong.filter(([, , , message]) => /ogiltig|felaktig|invalid/i.test(message))).toEqual([]);
  });
});

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('hostile text where any text may stand', () => {
  it.each([
    ['person', ['namn', 'sprak']],
    ['bakgrund', ['problembild', 'involverade', 'skyndsamSkal']],
    ['fraga', ['fraga']],
  ] as const)('is kept as it is and shown as text: %s', async (sida, fields) => {
    const adress = await fillUntil(client, sida);
    const hostile = Object.fromEntries(fields.map((name) => [name, HOSTILE]));
    expect((await client.post(`${adress}/${sida}`, { ...ifyllt[sida], ...hostile })).status).toBe(200);
    const page = await client.get(`${adress}/${sida}`);
    for (const name of fields) expect(typedIn(page.html, name)).toEqual([KEPT]);
    const check = await client.get(`${adress}/kontrollera`);
    expect(check.html + page.html).not.toContain('<script>alert');
  });

  it('in the name of a field is left out of the draft', async () => {
    const adress = await fillUntil(client, 'fraga');
    await client.post(`${adress}/fraga`, { fraga: 'x', __proto__x: 'x', constructor: 'y', [HOSTILE]: 'z' });
    const utkast = await web.prisma.utkast.findUniqueOrThrow({ where: { id: adress.split('/')[3] ?? '' } });
    expect(utkast.innehall).toMatchObject({ fraga: { fraga: 'x' } });
    expect(Object.keys((utkast.innehall as { fraga: object }).fraga)).toEqual(['fraga']);
  });
});

describe('the check page', () => {
  it('leads to what is missing and cannot be sent past it', async () => {
    const adress = await fillUntil(client, 'bakgrund');
    const before = await client.get(`${adress}/kontrollera`);
    expect(before).toMatchObject({ status: 200, rubrik: 'Kontrollera och skicka' });
    const answer = await client.post(`${adress}/kontrollera`, {});
    expect(answer.status).toBe(422);
    expect(answer.html).toMatch(/<title>Fel: /);
    expect(answer.html).toContain(`${adress}/bakgrund?ater=ja&amp;ratta=ja`);
    expect(answer.html).toContain(`${adress}/fraga?ater=ja&amp;ratta=ja`);
    const mend = await client.get(`${adress}/fraga?ater=ja&ratta=ja`);
    expect(summary(mend.html)).toEqual([['fraga', 'Skriv vad du vill att teamet ska svara på.']]);
    expect((await client.post(`${adress}/fraga`, ifyllt.fraga, `${adress}/fraga?ater=ja`)).address).toBe(
      `${adress}/kontrollera`,
    );
    expect(await web.prisma.arende.count()).toBe(0);
  });

  it('asks why when a rule of the insats is not met, keeps the reason, and sends it', async () => {
    const adress = await fillUntil(client, 'kontrollera', { person: { ...ifyllt.person, kommun: '0880' } });
    expect((await client.get(`${adress}/kontrollera`)).html).toContain('Inte uppfyllt');
    const empty = await client.post(`${adress}/kontrollera`, { behorighetSkal: '' });
    expect(empty.status).toBe(422);
    const message = 'Skriv varför personen ändå bör prövas, eller ändra svaren.';
    expect(summary(empty.html)).toEqual([['behorighetSkal', message]]);
    expect(errorsBeside(empty.html, 'behorighetSkal')).toEqual([message]);
    const tooMuch = await client.post(`${adress}/kontrollera`, { behorighetSkal: long(1000) });
    expect(tooMuch.status).toBe(422);
    expect(typedIn(tooMuch.html, 'behorighetSkal')).toEqual([long(1000)]);
    const sent = await client.post(`${adress}/kontrollera`, { behorighetSkal: 'Flyttar till Nybro.' });
    expect(sent.rubrik).toBe('Remissen är skickad');
    const [remiss] = await web.prisma.remiss.findMany();
    expect(remiss).toMatchObject({ behorighetSkal: 'Flyttar till Nybro.' });
    await emptyTables(database.url, 'arende', 'utkast');
    drafts.clear();
  });

  it('checks again what was right when it was filled in', async () => {
    const adress = await fillUntil(client, 'kontrollera');
    const id = adress.split('/')[3] ?? '';
    const { innehall } = await web.prisma.utkast.findUniqueOrThrow({ where: { id } });
    const { samtycke, ...other } = innehall as { samtycke: object };
    await web.prisma.utkast.update({
      where: { id },
      data: { innehall: { ...other, samtycke: { ...samtycke, giltigtTill: '2026-11-20' } } },
    });
    const answer = await client.post(`${adress}/kontrollera`, {});
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(`${adress}/samtycke?ater=ja&amp;ratta=ja`);
    expect(await web.prisma.arende.count()).toBe(0);
  });
});
