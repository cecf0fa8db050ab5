import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { fillUntil, ifyllt } from '../remisser/ifyllt.js';
import { errorsBeside } from '../remisser/sidans-falt.js';
import { testPersonnummer } from '../remisser/varld.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { PostFields, WebAnswer, WebClient } from '../support/web-client.js';
import { sendForm } from './varld.js';

/*
 * A förbund that the product has never heard of: its own parter, kommuner, ages, deadlines, words, outcomes and
 * instrument. One insats comes as a file, one is made by the forms; in both a young person goes from remiss to avslut.
 */
const FIL = {
  insats: {
    nummerprefix: 'HAMN',
    forbund: { kod: 'vastra', namn: 'Samordningsförbundet Västra' },
    parter: [
      { kod: 'skola', namn: 'Skolorna' },
      { kod: 'idrott', namn: 'Idrottsrörelsen' },
    ],
    huvudman: { kod: 'lysekil_ame', namn: 'Lysekil, arbetsmarknadsenheten', part: 'kommun', kommun: '1484' },
    verksamheter: [{ kod: 'gullmarsskolan', namn: 'Gullmarsskolan', part: 'skola' }],
  },
  profil: {
    kod: 'hamnen',
    namn: 'Hamnen',
    beskrivning: 'För unga i Lysekil och Sotenäs som har lämnat skolan.',
    kommuner: ['1484', '1427'],
    parter: ['kommun', 'skola', 'idrott'],
    behorighet: [{ slag: 'alder', fran: 16, till: 20, text: 'Personen ska vara mellan 16 och 20 år.' }],
    team: [
      {
        kod: 'hamnteam',
        namn: 'Hamnens team',
        moten: { forsta: '2026-01-12', veckor: 2, klockslag: '13:30', minuterPerArende: 15 },
        quorum: 2,
      },
    ],
    frister: { granskningArbetsdagar: 7, avslutsuppgifterDagar: 21 },
    kartlaggningsinstrument: ['Hamnens karta', 'Samtal'],
    koder: {
      avslutsorsaker: [
        { kod: 'till_skolan', namn: 'Tillbaka till skolan' },
        { kod: 'sommarjobb', namn: 'Fick sommarjobb' },
      ],
      sysselsattningar: [{ kod: 'gymnasiet', namn: 'Går på gymnasiet' }],
      forsorjningar: [{ kod: 'studiehjalp', namn: 'Studiehjälp' }],
    },
    rollord: { koordinator: 'Ungdomscoach', sammankallande: 'Hamnkapten' },
    fasord: { kartlaggning: 'Inventering' },
  },
};

/** The same insats under other names, as it is typed in the forms. */
const NY = {
  namn: 'Fyren',
  kod: 'fyren',
  nummerprefix: 'FYR',
  beskrivning: 'För unga som har lämnat skolan.',
  forbund: 'vastra',
  huvudman: 'lysekil_ame',
  parter: 'kommun = Kommunen\nskola = Skolorna\nidrott = Idrottsrörelsen',
  kommuner: 'Lysekil, Sotenäs',
  teamnamn: 'Fyrens team',
  forsta: '2026-01-13',
  veckor: '2',
  klockslag: '13:30',
  quorum: '2',
};

const BLAD = {
  frister: { 'frister.granskningArbetsdagar': '9', 'frister.avslutsuppgifterDagar': '30' },
  faser: { kartlaggningsinstrument: 'Fyrens karta\nSamtal' },
  mal: {
    'koder.avslutsorsaker': 'till_skolan = Tillbaka till skolan\nutomlands = Flyttade utomlands',
    'koder.sysselsattningar': 'gymnasiet = Går på gymnasiet',
    'koder.forsorjningar': 'studiehjalp = Studiehjälp',
  },
  ord: { 'rollord.koordinator': 'Ungdomscoach', 'fasord.kartlaggning': 'Inventering' },
} as const;

/** Who is to be added at the förbund's organisation. */
const PERSONER = {
  kapten: { verksamhet: 'lysekil_ame', handlaggare: '' },
  coach: { verksamhet: 'lysekil_ame', handlaggare: '' },
  kurator: { verksamhet: 'gullmarsskolan', handlaggare: 'ja' },
  tranare: { verksamhet: 'segelklubben', handlaggare: '' },
} as const;
type Person = keyof typeof PERSONER;

describe('A new insats in another förbund', () => {
  let inst: Installation;
  let web: TestWeb;
  let kansli: WebClient;
  let id: Readonly<Record<Person, string>>;
  let verksamhet: Readonly<Record<string, string>>;

  beforeAll(async () => {
    inst = await startInstallation();
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    kansli = await as('kansli');
  });
  afterAll(async () => {
    await web?.stop();
    await inst?.stop();
  });

  const as = async (sub: string): Promise<WebClient> => {
    const client = web.client();
    await client.login(sub);
    return client;
  };
  const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const ok = (answer: WebAnswer, address: string): void =>
    expect({ status: answer.status, address: answer.address, rubrik: answer.rubrik }).toMatchObject({
      status: 200,
      address,
    });

  /** Gives the people of the förbund their roles and seats, as its kansli does. */
  async function bemanna(kod: string): Promise<void> {
    const folk = `/insatser/${kod}/folk`;
    for (const [person, roll] of [
      ['kapten', 'sammankallande'],
      ['coach', 'koordinator'],
      ['kapten', 'styrgrupp'],
    ] as const)
      ok(await kansli.post(`${folk}/roll`, { person: id[person], roll }, folk), folk);
    for (const person of ['kapten', 'kurator', 'tranare'] as const)
      ok(await kansli.post(`${folk}/team`, { medlem: id[person], plats: 'ordinarie' }, folk), folk);
  }

  /** Sends a remiss about a young person through the form's pages. */
  async function remiss(kod: string, personnummer: string): Promise<{ svar: WebAnswer; adress: string }> {
    const client = await as('kurator');
    const all = Object.keys(verksamhet).map((one) => [`uppgiftsslag_${one}`, 'utbildning']);
    const samtycke = {
      ...ifyllt.samtycke,
      giltigtFran: await inst.today(),
      giltigtTill: '',
      ...Object.fromEntries(all),
    };
    const adress = await fillUntil(client, 'kontrollera', {
      insats: { ...ifyllt.insats, insats: kod },
      person: { ...ifyllt.person, personnummer, kommun: '1484' },
      samtycke: samtycke as PostFields,
      bakgrund: { ...ifyllt.bakgrund, forsorjning: 'studiehjalp:hel', 'forsorjning-2': '', sysselsattning: ['ingen'] },
    });
    return { svar: await client.post(`${adress}/kontrollera`, {}), adress };
  }

  const decide = async (person: Person, nummer: string, typ: string, fields: PostFields) =>
    (await as(person)).post(`/arenden/${nummer}/beslut/${typ}`, fields);

  /** Walks a young person from remiss to avslut in an insats, by its own words and days; gives the phase it leads to. */
  async function franRemissTillAvslut(
    kod: string,
    personnummer: string,
    eget: { granskning: number; avslut: number; instrument: string; orsak: string },
  ): Promise<string> {
    const { svar, adress } = await remiss(kod, personnummer);
    ok(svar, `${adress}/kvitto`);
    const { id: arendeId, nummer } = await inst.prisma.arende.findFirstOrThrow({ orderBy: { skapad: 'desc' } });
    await until(
      'the workflow',
      async () => (await inst.prisma.motoruppdrag.count({ where: { slag: 'arende' } })) === 0,
    );
    const lage = () => inst.lage(arendeId);
    const sida = `/arenden/${nummer}`;
    const idag = await inst.today();
    expect((await lage()).uppgifter).toMatchObject([
      { typ: 'granskning', forfaller: kalender.addArbetsdagar(idag, eget.granskning) },
    ]);
    ok(await decide('kapten', nummer, 'granskning', { utfall: 'accepterad', skal: '' }), sida);
    const yttrande = { verksamhet: verksamhet['segelklubben'] ?? '', text: 'Hon kan segla med oss.' };
    ok(await decide('tranare', nummer, 'yttrande', yttrande), sida);

    await inst.moveTo((await lage()).mote?.borjar ?? '');
    const datum = await inst.today();
    const rekommendation = {
      utfall: 'inskrivning',
      narvarande: Object.values(verksamhet),
      motivering: 'Skolan och båten tillsammans.',
    };
    ok(await decide('kapten', nummer, 'rekommendation', rekommendation), sida);
    const ja = { svar: 'ja', datum, till: 'Test kurator', satt: 'telefon' };
    ok(await decide('kapten', nummer, 'personens_svar', ja), sida);
    const inskrivning = { beslutsdatum: datum, startdatum: datum, koordinator: id.coach };
    ok(await decide('kapten', nummer, 'inskrivning', inskrivning), sida);

    const kartlaggning = {
      klar: datum,
      utfordAv: 'Test coach',
      certifierad: 'nej',
      sammanfattning: 'Vill tillbaka.',
      spar: 'snabbspar',
    };
    const foreign = await decide('coach', nummer, 'kartlaggning', { ...kartlaggning, instrument: 'Tuba' });
    expect([foreign.status, errorsBeside(foreign.html, 'instrument').length]).toEqual([422, 1]);
    ok(await decide('coach', nummer, 'kartlaggning', { ...kartlaggning, instrument: eget.instrument }), sida);
    expect((await lage()).fas).toBe('process');

    const avslut = { avslutsdatum: datum, analys: 'Hon går i skolan igen.', forslag: '', overlamning: 'nej' };
    ok(await decide('coach', nummer, 'avslut', avslut), sida);
    expect((await lage()).uppgifter.find(({ typ }) => typ === 'avslutsuppgifter')?.forfaller).toBe(
      kalender.arbetsdagFrom(kalender.addDays(datum, eget.avslut)),
    );
    const uppgifter = {
      orsak: eget.orsak,
      sysselsattning: 'gymnasiet:hel',
      forsorjning: 'studiehjalp:hel',
      enkat: 'lamnad',
      farKontaktas: 'ja',
    };
    const standard = await decide('coach', nummer, 'avslutsuppgifter', { ...uppgifter, orsak: 'arbete' });
    expect([standard.status, errorsBeside(standard.html, 'orsak').length]).toEqual([422, 1]);
    ok(await decide('coach', nummer, 'avslutsuppgifter', uppgifter), sida);
    expect(await inst.prisma.avslut.findUniqueOrThrow({ where: { arendeId } })).toMatchObject({ orsak: eget.orsak });

    const coach = await as('coach');
    const shown = text((await coach.get(sida)).html);
    for (const words of ['Ungdomscoach', 'Inventering']) expect(shown).toContain(words);
    const tidslinje = text((await coach.get(`${sida}/tidslinje`)).html);
    expect(tidslinje).toContain('Tillbaka till skolan');
    return (await lage()).fas;
  }

  it('is read in from a file, gets its people in the interface, and asks for the ages of its own', async () => {
    const read = { fil: JSON.stringify(FIL) };
    ok(await sendForm(kansli, '/kansli/profiler/importera', read, '/kansli/profiler'), '/insatser/hamnen/profil');
    const organisation = '/admin/organisation';
    const klubb = { part: 'vastra/idrott', verksamhetsnamn: 'Segelklubben', verksamhetskod: 'segelklubben' };
    ok(await sendForm(kansli, `${organisation}/verksamhet`, klubb, organisation), organisation);
    const rows = await inst.prisma.verksamhet.findMany({ where: { forbund: { kod: 'vastra' } } });
    verksamhet = Object.fromEntries(rows.map((one) => [one.kod, one.id]));
    for (const [sub, { verksamhet: kod, handlaggare }] of Object.entries(PERSONER)) {
      const person = { namn: `Test ${sub}`, epost: `${sub}@exempel.se`, titel: '', sub, handlaggare };
      const fields = { ...person, verksamhet: verksamhet[kod] ?? '' };
      ok(await sendForm(kansli, `${organisation}/person`, fields, organisation), organisation);
    }
    const people = await inst.prisma.anvandare.findMany({ where: { sub: { in: Object.keys(PERSONER) } } });
    id = Object.fromEntries(people.map((one) => [one.sub, one.id])) as Record<Person, string>;
    await bemanna('hamnen');

    const tooOld = await remiss('hamnen', testPersonnummer('19850412', 0));
    expect(tooOld.svar.status).toBe(422);
    expect(text(tooOld.svar.html)).toContain('Personen ska vara mellan 16 och 20 år.');
    const remittent = await as('remittent');
    const choice = await remittent.get('/remisser/ny');
    expect(choice.html).toContain('Vägknuten');
    expect(choice.html).not.toContain('Hamnen');
  });

  it('takes a young person from remiss to avslut by its own profile', async () => {
    const eget = { granskning: 7, avslut: 21, instrument: 'Hamnens karta', orsak: 'till_skolan' };
    expect(await franRemissTillAvslut('hamnen', testPersonnummer('20070412', 0), eget)).toBe('uppfoljning');
  });

  it('is made just as well by the forms', async () => {
    ok(await sendForm(kansli, '/kansli/profiler/ny', NY), '/insatser/fyren/profil');
    await bemanna('fyren');
    const kapten = await as('kapten');
    const profil = '/insatser/fyren/profil';
    for (const [del, fields] of Object.entries(BLAD))
      ok(await sendForm(kapten, `${profil}/andra/${del}`, { ...fields, spara: 'ja' }), `${profil}/granska`);
    const behorighet = `${profil}/andra/behorighet`;
    await sendForm(kapten, behorighet, { lagg_till: 'behorighet alder' });
    const alder = { 'behorighet.0.fran': '16', 'behorighet.0.till': '20', 'behorighet.0.text': 'Ung, 16–20 år.' };
    ok(await sendForm(kapten, behorighet, { ...alder, spara: 'ja' }), `${profil}/granska`);
    ok(await sendForm(kapten, `${profil}/granska`, { kommentar: 'Vår egen.', gor: 'publicera' }), profil);

    const eget = { granskning: 9, avslut: 30, instrument: 'Fyrens karta', orsak: 'till_skolan' };
    expect(await franRemissTillAvslut('fyren', testPersonnummer('20080505', 1), eget)).toBe('uppfoljning');
  });
});
