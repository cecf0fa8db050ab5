import type { Formularbeslut } from '../../api/beslut/formular.js';
import { formularFor, harFormular } from '../../api/beslut/index.js';
import { check, beslutstyper } from '../../domain/beslut/index.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Lage } from '../../domain/lage.js';
import { createPrisma, type Prisma, type PrismaClient } from '../../prisma/client.js';
import { decodeHtml, formsOf } from '../support/html.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { createDemoDatabase, DEMO_NU as NU } from '../support/demo-database.js';
import type { TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';
import { recordKeys } from '../support/record-keys.js';

const HOSTILE = `"><script>window.hacked=1</script>'</textarea>\u0000 \${7*7} Åsa & Örjan`;
/** As it comes back: without the one character that cannot be held. */
const KEPT = HOSTILE.replace('\u0000', '');
const NO_CODE = `"><img src=x onerror=1>' OR 1=1`;
const NO_DAY = '2026-02-30';
const LINE = 200;
const EXTRA_MOTE = '2026-11-26T08:00:00.000Z';

/** The fields that have to be answered; an empty form is told all of them. */
const REQUIRED: Readonly<Record<Formularbeslut, readonly string[]>> = {
  granskning: ['utfall'],
  yttrande: ['verksamhet', 'text'],
  rekommendation: ['utfall', 'motivering'],
  aterkoppling: ['utfall'],
  utebliven_aterkoppling: [],
  personens_svar: ['svar', 'datum', 'till', 'satt'],
  inskrivning: ['beslutsdatum', 'startdatum', 'koordinator'],
  kartlaggning: ['instrument', 'utfordAv', 'certifierad', 'klar', 'sammanfattning', 'spar'],
  fasbyte: ['till'],
  planuppfoljning: ['datum', 'text'],
  insatstidsoversyn: ['datum', 'text'],
  forlangningsforslag: ['dialogdatum', 'behov', 'slut'],
  forlangning: ['utfall'],
  avslut: ['avslutsdatum', 'analys', 'overlamning'],
  avslutsuppgifter: ['orsak', 'enkat', 'farKontaktas', 'sysselsattning', 'forsorjning'],
  kontaktforsok: ['datum', 'satt', 'naddes'],
  uppfoljning: ['resultat', 'datum'],
  komplettering: ['text'],
  utebliven_komplettering: ['utfall'],
  atertagande: [],
  identifiering: [
    'idtyp',
    'personnummer',
    'namn',
    'kon',
    'verksamheter',
    'uppgiftsslag',
    'giltigtFran',
    'form',
    'lamnatAv',
    'andamal',
  ],
  skyndsamhet: ['mote', 'skal'],
  rekommendationsrattelse: ['motivering', 'skal'],
  styrgruppsbeslut: ['svar'],
  atgardsrapport: ['atgard', 'utfall', 'text'],
  forgruppsstart: ['datum'],
  forgruppsresultat: ['resultat', 'datum', 'text'],
  ej_aktuell: ['orsak', 'skal'],
  koprioritet: ['skal'],
  erbjudandekontakt: ['datum', 'satt', 'naddes'],
  erbjudandesvar: ['svar', 'datum'],
  utan_kartlaggning: ['datum', 'skal', 'spar', 'till'],
  sparbyte: ['spar', 'skal'],
  genomforandeplan: ['datum', 'mal', 'lage'],
  skattning: ['datum', 'steg'],
  flerpartsmote: ['datum', 'deltagare', 'text'],
  teamlyft: ['fraga'],
  teamlyftsvar: ['svar'],
  styrgruppslyft: ['fraga', 'bakgrund'],
  avvikelse: ['datum', 'text'],
  medelforslag: ['vad', 'motivering', 'belopp', 'extern'],
  medelbeslut: ['forslag', 'utfall'],
  aktivitet: ['slag', 'plats', 'fran', 'omfattning'],
  aktivitetsslut: ['aktivitet', 'datum', 'resultat'],
  ersattningsansokan: ['slag', 'skickad'],
  ersattningsbeslut: ['ansokan', 'utfall', 'datum'],
  paus: ['orsak', 'fran', 'till'],
  pausslut: ['datum'],
  undantag: ['slut', 'skal'],
  koordinatorsbyte: ['koordinator', 'overlamning'],
  samtycke: ['verksamheter', 'uppgiftsslag', 'giltigtFran', 'form', 'lamnatAv', 'andamal'],
  samtyckesaterkallelse: ['verksamheter', 'satt'],
  skyddad_identitet: ['alias', 'ersattare', 'skal'],
  profilbyte: ['profilversion', 'skal'],
  felregistrering: ['skal'],
  ateroppning: ['skal'],
};

/** Forms that ask for no text; that of inskrivning does only when every place is taken. */
const WITHOUT_TEXT: readonly Formularbeslut[] = ['inskrivning', 'avslutsuppgifter', 'kontaktforsok'];

interface Field {
  readonly name: string;
  readonly slag: 'text' | 'dag' | 'val';
  readonly max?: number;
}

/** Decisions that are not sammankallande's. */
const BY_STYRGRUPP: readonly Formularbeslut[] = ['undantag', 'styrgruppsbeslut'];
const BY_REMITTENT: readonly Formularbeslut[] = ['atertagande'];

/** Forms of texts alone: a hostile one is an answer like any other. */
const TEXT_ALONE: readonly Formularbeslut[] = [
  'utebliven_aterkoppling',
  'komplettering',
  'atertagande',
  'teamlyft',
  'styrgruppsbeslut',
  'styrgruppslyft',
  'felregistrering',
  'ateroppning',
];

/** The fields that a form shows, so that none can be left out of the table. */
function fieldsOf(form: string): Field[] {
  const fields = [...form.matchAll(/<(input|textarea|select)\b([^>]*)>/g)].map(([, tag, attributes = '']): Field => {
    const read = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
    const name = read('name') ?? '';
    if (tag === 'textarea') return { name, slag: 'text', max: Number(read('data-max')) };
    if (tag === 'select' || read('type') !== 'text') return { name, slag: read('type') === 'hidden' ? 'text' : 'val' };
    return read('inputmode') === 'numeric' ? { name, slag: 'dag' } : { name, slag: 'text', max: LINE };
  });
  return [...new Map(fields.map((field) => [field.name, field])).values()].filter(
    ({ slag, max }) => slag !== 'text' || max,
  );
}

describe('Bad answers in the form of each decision', () => {
  let database: TestDatabase;
  let prisma: PrismaClient;
  let web: TestWeb;
  let client: WebClient;
  let nu = NU;

  beforeAll(async () => {
    database = await createDemoDatabase();
    prisma = createPrisma(database.url, recordKeys);
    await makeHard();
    await addMeetings();
    await addVersions();
    const limits = { requestsPerMinute: 10_000, loginsPerMinute: 1000 };
    web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(nu) }, config: { limits } });
  });
  afterAll(async () => {
    await web.stop();
    await prisma.$disconnect();
    await database.drop();
  });

  /** No insats of the demo has a longest time: one case is given it, and the styrgrupp its task. */
  async function makeHard(): Promise<void> {
    const { id, lage } = await prisma.arende.findFirstOrThrow({
      where: { fas: 'process', insatstidSlut: { not: null }, overTidenSedan: null },
      select: { id: true, lage: true },
    });
    const { insatstid, ...rest } = lage as unknown as Lage;
    const hard = { ...rest, insatstid: { ...insatstid, hard: true } } as unknown as Prisma.InputJsonObject;
    await prisma.arende.update({ where: { id }, data: { lage: hard } });
    const langsta = { typ: 'langsta_tid', roll: 'styrgrupp', oppnad: NU, forfaller: new Date('2026-12-15') };
    await prisma.uppgift.create({ data: { id: `${id}/langsta_tid`, arendeId: id, ...langsta } });
  }

  /** A case can be taken up early only where there is a meeting before the one that it waits for. */
  async function addMeetings(): Promise<void> {
    const team = await prisma.team.findMany({ select: { id: true } });
    await prisma.mote.createMany({ data: team.map(({ id }) => ({ teamId: id, borjar: EXTRA_MOTE, extra: true })) });
  }

  /** A case can be moved only where its insats has a newer version of its profile. */
  async function addVersions(): Promise<void> {
    const profiler = await prisma.insatsprofil.findMany({ select: { insatsId: true, innehall: true } });
    await prisma.insatsprofil.createMany({
      data: profiler.map(({ insatsId, innehall }) => ({
        insatsId,
        innehall: innehall as Prisma.InputJsonObject,
        version: 2,
        skapad: NU,
      })),
    });
  }

  /** The meeting after which the decision is taken, if there is one. */
  const moteFor = (typ: Formularbeslut, { mote, teamlyft }: Lage): string | undefined =>
    ({ rekommendation: mote?.borjar, teamlyftsvar: teamlyft?.mote })[typ as string];

  interface Fall {
    readonly adress: string;
    readonly sub: string;
    readonly at: Date;
  }
  const cases = new Map<Formularbeslut, Fall>();
  const clients = new Map<string, WebClient>();

  /** No decision is taken here, so what is found once stands. */
  async function caseFor(typ: Formularbeslut): Promise<Fall> {
    const fall = cases.get(typ) ?? (await findCase(typ));
    cases.set(typ, fall);
    nu = fall.at;
    return fall;
  }

  async function clientOf(sub: string): Promise<WebClient> {
    const known = clients.get(sub);
    if (known) return known;
    const one = web.client();
    await one.login(sub);
    clients.set(sub, one);
    return one;
  }

  /** A case of the demo in which the decision can be taken now, or on the day of its meeting. */
  async function findCase(typ: Formularbeslut): Promise<Fall> {
    const rows = await prisma.arende.findMany({
      where: typ === 'ateroppning' ? {} : { stangd: null },
      select: {
        nummer: true,
        insatsId: true,
        insats: { select: { kod: true } },
        lage: true,
        remiss: { select: { remittent: { select: { sub: true } } } },
      },
      orderBy: { nummer: 'asc' },
    });
    for (const { nummer, insatsId, insats, lage: stored, remiss } of rows) {
      const lage = stored as unknown as Lage;
      const mote = moteFor(typ, lage);
      const at = mote === undefined ? NU : new Date(Date.parse(mote) + 3_600_000);
      const idag = dayOf(at);
      const yttrandeFor = lage.samtycken.filter((id) => !lage.yttranden?.includes(id)).map((id) => ({ id, namn: id }));
      const profil = await readProfil(insats.kod);
      const dagordning = { andringar: { installda: [], extra: [EXTRA_MOTE] }, belaggning: [] };
      const roll = BY_STYRGRUPP.includes(typ) ? 'styrgrupp' : 'sammankallande';
      const { anvandare } = await prisma.roll.findFirstOrThrow({
        where: { roll, insatsId },
        select: { anvandare: { select: { id: true, sub: true } } },
      });
      const vem = { personId: anvandare.id, relationer: [roll] };
      const underlag = { idag, lage, yttrandeFor, profil, dagordning, ...vem, nyasteVersion: 2 } as never;
      const prov = formularFor(typ).prov(underlag);
      if (formularFor(typ).hinder?.(underlag) || check(lage, { id: '', typ, av: '', dag: idag, data: prov })) continue;
      const adress = `/arenden/${nummer}/beslut/${typ}`;
      if (BY_REMITTENT.includes(typ)) return { adress, sub: remiss?.remittent.sub ?? '', at };
      return { adress, sub: anvandare.sub, at };
    }
    throw new Error(`The demo has no case for ${typ}`);
  }

  async function openForm(typ: Formularbeslut) {
    const { adress, sub } = await caseFor(typ);
    client = await clientOf(sub);
    const { status, html } = await client.get(adress);
    const form = formsOf(html).find(({ hidden }) => hidden.some(([name]) => name === 'beslutId'));
    if (!form) throw new Error(`No form for ${typ}: ${status}`);
    const send = (value: (field: Field) => string) =>
      client.send(adress, [...form.hidden, ...fields.map((field): [string, string] => [field.name, value(field)])]);
    const fields = fieldsOf(
      html.match(/<form\b[\s\S]*?<\/form>/g)?.find((one) => one.includes('name="beslutId"')) ?? '',
    );
    return { fields, send };
  }

  const toldBeside = (html: string): string[] => [...html.matchAll(/ id="([^"]+)-fel"/g)].map(([, name = '']) => name);
  const toldAbove = (html: string): string[] => {
    const summary = /<section class="[^"]*felsammanfattning[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    return [...summary.matchAll(/href="#([^"]+)"/g)].map(([, name = '']) => name);
  };

  function expectRefused({ status, html }: { status: number; html: string }, names: readonly string[]): void {
    expect(status).toBe(422);
    expect(html).toContain('<title>Fel: ');
    expect(toldBeside(html).toSorted()).toEqual(names.toSorted());
    expect(toldAbove(html).toSorted()).toEqual(names.toSorted());
    for (const name of names) expect(html).toMatch(new RegExp(` id="${name}"`));
    expect(names.filter((name) => isVoluntary(html, name))).toEqual([]);
  }

  /** Whether a field is said to be voluntary. */
  const isVoluntary = (html: string, name: string): boolean =>
    new RegExp(` id="${name}-etikett">[^<]*<span class="falt__frivillig"`).test(html);

  /** The fields that are said to be voluntary and yet, by their hints, needed for some answers. */
  const contradicted = (html: string): string[] =>
    [...html.matchAll(/ id="([^"]+)-hint">Behövs/g)]
      .map(([, name = '']) => name)
      .filter((name) => isVoluntary(html, name));

  const rows = beslutstyper.filter(harFormular).map((typ) => [typ, REQUIRED[typ]] as const);

  it.each(rows.filter(([, names]) => names.length > 0))(
    '%s left empty tells everything that is missing',
    async (typ, names) => {
      const { send } = await openForm(typ);
      const answer = await send(() => '');
      expectRefused(answer, names);
      expect(contradicted(answer.html)).toEqual([]);
      expect(await prisma.beslut.count({ where: { fattat: null } })).toBe(0);
    },
  );

  it.each(rows.filter(([typ]) => !WITHOUT_TEXT.includes(typ)))(
    '%s with texts that are too long keeps them whole and says by how much',
    async (typ) => {
      const { fields, send } = await openForm(typ);
      const texts = fields.filter(({ slag }) => slag === 'text');
      const answer = await send(({ slag, max = 0 }) => (slag === 'text' ? 'å'.repeat(max + 1) : ''));
      expect(texts).not.toEqual([]);
      expect(answer.status).toBe(422);
      for (const { name, max = 0 } of texts) {
        expect(toldBeside(answer.html)).toContain(name);
        expect(toldAbove(answer.html)).toContain(name);
        expect(answer.html).toContain('å'.repeat(max + 1));
      }
      expect(answer.html).toContain('Korta texten med 1 tecken.');
    },
  );

  it.each(rows.filter(([typ]) => !TEXT_ALONE.includes(typ)))(
    '%s with hostile texts and answers that were never offered is refused, kept and harmless',
    async (typ) => {
      const { fields, send } = await openForm(typ);
      const closed = fields.filter(({ slag }) => slag !== 'text').map(({ name }) => name);
      expect(closed).not.toEqual([]);
      const answer = await send(({ slag }) => ({ text: HOSTILE, dag: NO_DAY, val: NO_CODE })[slag]);
      expect(answer.status).toBe(422);
      for (const name of closed) expect(toldBeside(answer.html)).toContain(name);
      expect(answer.html).not.toContain('<script>window');
      expect(answer.html).not.toContain('<img');
      const kept = decodeHtml(answer.html).split(KEPT).length - 1;
      expect(kept).toBeGreaterThanOrEqual(fields.filter(({ slag }) => slag === 'text').length);
      const days = fields.filter(({ slag }) => slag === 'dag').length;
      expect(answer.html.split(`value="${NO_DAY}"`).length - 1).toBe(days);
    },
  );

  it.each(TEXT_ALONE)('%s with hostile texts keeps them, harmless, while nobody can take them', async (typ) => {
    const { fields, send } = await openForm(typ);
    expect(fields.filter(({ slag }) => slag !== 'text')).toEqual([]);
    const { status, html } = await send(() => HOSTILE);
    expect(status).toBe(503);
    expect(html).not.toContain('<script>window');
    expect(decodeHtml(html).split(KEPT).length - 1).toBeGreaterThanOrEqual(fields.length);
  });

  it.each([
    ['planuppfoljning', 'datum', 'Planuppföljningen kan inte ligga i framtiden.'],
    ['kartlaggning', 'klar', 'Kartläggningen kan inte vara klar i framtiden.'],
    ['avslut', 'avslutsdatum', 'Avslutsdatum är deltagarens sista dag och kan inte ligga i framtiden.'],
    ['kontaktforsok', 'datum', 'Kontaktförsöket kan inte ligga i framtiden.'],
  ] as const)('%s in the future is told beside the date, in the words of the rule', async (typ, name, mening) => {
    const { fields, send } = await openForm(typ);
    const first = await client.get((await caseFor(typ)).adress);
    const chosen = (field: Field): string => {
      const radio = new RegExp(`name="${field.name}" value="([^"]+)"`).exec(first.html)?.[1];
      return decodeHtml(radio ?? '');
    };
    const answer = await send((field) =>
      field.slag === 'dag' ? '2090-01-01' : field.slag === 'val' ? chosen(field) : 'Text.',
    );
    expect(fields.map((field) => field.name)).toContain(name);
    expectRefused(answer, [name]);
    expect(answer.html).toContain(mening);
  });

  it('a date far from any calendar, a year out of reach and a start beyond a year are told in plain words', async () => {
    const { send } = await openForm('inskrivning');
    const answer = await send(({ name }) =>
      name === 'startdatum' ? '2099-01-01' : name === 'beslutsdatum' ? '1026-11-24' : '',
    );
    expectRefused(answer, ['beslutsdatum', 'koordinator', 'startdatum']);
    expect(answer.html).toContain('Kontrollera årtalet.');
    expect(answer.html).toContain('Startdatum kan ligga högst ett år framåt.');
  });

  it('råd without an action, an action without råd, and half an action are each told where they stand', async () => {
    const { send } = await openForm('rekommendation');
    const answers = (values: Record<string, string>) => send(({ name }) => values[name] ?? '');
    const alone = await answers({ utfall: 'rad', motivering: 'Text.' });
    expectRefused(alone, ['atgard-1']);
    const stray = await answers({ utfall: 'bordlagd', motivering: 'Text.', 'ansvarig-2': 'Test Testsson' });
    expect(toldBeside(stray.html).toSorted()).toEqual(['atgard-1', 'atgard-2', 'senast-2', 'verksamhet-2']);
    expect(stray.html).toContain('Test Testsson');
    const past = await answers({ utfall: 'rad', motivering: 'Text.', 'atgard-1': 'Ring', 'senast-1': '2020-01-01' });
    expect(toldBeside(past.html)).toEqual(expect.arrayContaining(['verksamhet-1']));
  });

  it('the same answer twice and answers about somebody who was not reached are told', async () => {
    const { send } = await openForm('uppfoljning');
    const idag = dayOf(nu);
    const answer = await send(
      ({ name }) =>
        ({ resultat: 'vill_inte', datum: idag, sysselsattning: 'arbete:hel', 'sysselsattning-2': 'arbete:del' })[
          name
        ] ?? '',
    );
    expect(answer.status).toBe(422);
    expect(toldBeside(answer.html)).toContain('sysselsattning-2');
    expect(answer.html).toContain('Samma svar är valt två gånger.');
    const stray = await send(({ name }) => ({ resultat: 'ej_nadd', datum: idag, forsorjning: 'lon:hel' })[name] ?? '');
    expectRefused(stray, ['forsorjning']);
  });
});
