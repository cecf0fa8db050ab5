import { randomUUID } from 'node:crypto';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { Liv } from '../replay/liv.js';
import { recordHistory } from '../replay/record.js';
import type { Personkod } from '../support/grund.js';
import { launchBrowser, newContext, sidewaysScroll } from '../support/browser.js';
import { decodeHtml } from '../support/html.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { loginPage, startWeb, type TestWeb } from '../support/web.js';

/*
 * The longest case that a real team has: twenty-four months with two extensions, two pauses, ten meetings, eight ratings
 * and three koordinatorer, and the follow-up after it.
 */
describe('The longest case', () => {
  let inst: Installation;
  let web: TestWeb;
  let liv: Liv;
  let start: string;
  beforeAll(async () => {
    inst = await startInstallation();
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    liv = await Liv.borja(inst, (nar) => inst.moveTo(nar));
    await consult();
    start = await inst.today();
    await live();
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  /** The day that lies a number of days after startdatum. */
  const dag = (nr: number) => kalender.addDays(start, nr);

  async function consult(): Promise<void> {
    await liv.tasEmot();
    const svarande = { rep_fk: 'fk', rep_af: 'af', rep_psykiatri: 'psykiatri', rep_kommun: 'kommun' } as const;
    for (const [av, kod] of Object.entries(svarande)) {
      const verksamhet = inst.grund.verksamhet[kod];
      await liv.ta('yttrande', av as keyof typeof svarande, { verksamhet }, { text: 'Vi bidrar med vår del.' });
    }
    await liv.rekommenderas({ utfall: 'inskrivning' });
    await liv.sagerJa();
  }

  /** What happens on which day after startdatum, in order. */
  async function live(): Promise<void> {
    const ta: Liv['ta'] = (...beslut) => liv.ta(...beslut);
    const { person, verksamhet } = inst.grund;
    let koordinator: Personkod = 'koordinator';
    const till = (nr: number) => liv.tillDag(dag(nr));
    const idag = () => inst.today();

    const flerpartsmote = async (nr: number, text: string) => {
      await till(nr);
      const data = { datum: await idag(), atgarder: [] };
      await ta('flerpartsmote', koordinator, data, { deltagare: 'Deltagaren, FK och AF', text, atgarder: [] });
    };
    const planuppfoljning = async (nr: number, steg: number) => {
      await till(nr);
      await ta('planuppfoljning', koordinator, { datum: await idag(), steg }, { text: `Uppföljning dag ${nr}.` });
    };
    const byte = async (nr: number, ny: 'koordinator' | 'annan_koordinator') => {
      await till(nr);
      const overlamning = { overlamning: `Överlämnat dag ${nr}.` };
      await ta('koordinatorsbyte', 'sammankallande', { koordinator: person[ny] }, overlamning);
      koordinator = ny;
    };
    const forlangning = async (nr: number, slut: string) => {
      await till(nr);
      const behov = { behov: `Behöver mer tid, dag ${nr}.` };
      await ta('forlangningsforslag', koordinator, { dialogdatum: await idag(), slut }, behov);
      await ta('forlangning', 'sammankallande', { utfall: 'bifall', slut }, {});
    };
    const teamlyft = async (nr: number) => {
      await till(nr);
      await ta('teamlyft', koordinator, {}, { fraga: `Hur går vi vidare, dag ${nr}?` });
      await inst.moveTo((await liv.lage()).teamlyft?.mote ?? '');
      await ta('teamlyftsvar', 'sammankallande', { atgarder: [] }, { svar: `Teamets svar, dag ${nr}.`, atgarder: [] });
    };
    const plan = async (nr: number, mal: string) => {
      await till(nr);
      const data = { datum: await idag(), lage: 'gallande', installning: 'godkanner', kopiaLamnad: true } as const;
      const texter = { mal, delmal: [{ text: 'Tre förmiddagar i veckan' }], uppfoljning: 'Var tredje månad' };
      await ta('genomforandeplan', koordinator, data, {
        ...texter,
        ansvar: 'AF ordnar platsen',
        deltog: 'Vid möte',
        tolk: false,
      });
    };

    await liv.skrivsIn();
    await flerpartsmote(10, 'Första mötet.');
    await till(40);
    await liv.kartlaggs();
    await plan(40, 'Arbete på halvtid');
    await ta('skattning', koordinator, { datum: await idag(), steg: 1 }, {});
    await ta('fasbyte', koordinator, { till: 'bada' }, {});
    await till(60);
    const atgard = { id: randomUUID(), verksamhet: verksamhet.af, senast: dag(100) };
    await ta(
      'flerpartsmote',
      koordinator,
      { datum: await idag(), atgarder: [atgard] },
      { deltagare: 'Alla', text: 'Andra mötet.', atgarder: [{ ...atgard, atgard: 'Ordna en plats att pröva på' }] },
    );
    await till(80);
    await ta('atgardsrapport', 'rep_af', { atgard: atgard.id, utfall: 'klar' }, { text: 'Platsen finns.' });
    await planuppfoljning(120, 2);
    await till(130);
    const provning = { slag: 'arbetsprovning', fran: dag(135), till: dag(225) } as const;
    await ta('aktivitet', koordinator, provning, { plats: 'Testverkstaden', omfattning: 25 });
    await flerpartsmote(150, 'Tredje mötet.');
    await till(160);
    await ta('paus', 'sammankallande', { orsak: 'sjukdom', fran: dag(160), till: dag(204) }, {});
    await planuppfoljning(215, 2);
    await till(226);
    const { aktiviteter } = await liv.lage();
    const slut = { aktivitet: aktiviteter?.[0]?.id ?? '', datum: dag(225) };
    await ta('aktivitetsslut', koordinator, slut, { resultat: 'Klarade 25 procent.' });
    await byte(230, 'annan_koordinator');
    await till(240);
    await ta(
      'medelforslag',
      koordinator,
      { belopp: 4000, extern: false },
      { vad: 'Truckkort', motivering: 'Efterfrågas.' },
    );
    const { medel } = await liv.lage();
    const bifall = { forslag: medel?.[0]?.id ?? '', utfall: 'bifall', belopp: 4000 } as const;
    await ta('medelbeslut', 'sammankallande', bifall, {});
    await flerpartsmote(250, 'Fjärde mötet.');
    await teamlyft(275);
    await planuppfoljning(300, 3);
    await forlangning(325, dag(540));
    await flerpartsmote(340, 'Femte mötet.');
    await planuppfoljning(385, 3);
    await till(400);
    await ta('ersattningsansokan', koordinator, { slag: 'sjukersattning', skickad: await idag() }, {});
    await flerpartsmote(430, 'Sjätte mötet.');
    await byte(440, 'koordinator');
    await till(450);
    const { ersattningar } = await liv.lage();
    const besked = { ansokan: ersattningar?.[0]?.id ?? '', datum: await idag(), utfall: 'delvis' } as const;
    await ta('ersattningsbeslut', koordinator, besked, {});
    await plan(455, 'Arbete på deltid och sjukersättning på deltid');
    await forlangning(465, dag(725));
    await planuppfoljning(470, 4);
    await till(500);
    await ta('paus', koordinator, { orsak: 'foraldraledighet', fran: dag(500), till: dag(529) }, {});
    await till(515);
    await ta('pausslut', koordinator, { datum: dag(514) }, {});
    await flerpartsmote(540, 'Sjunde mötet.');
    await planuppfoljning(565, 4);
    await teamlyft(590);
    await flerpartsmote(640, 'Åttonde mötet.');
    await planuppfoljning(645, 5);
    await till(725);
    await liv.avslutas();
    await liv.foljsUpp();
  }

  it('lives for two years in fewer than 450 events of history', async () => {
    await expect(inst.handle(liv.id).result()).resolves.toBeUndefined();
    const { historyLength } = await inst.handle(liv.id).describe();
    console.log(`The longest case: ${historyLength} events`);
    expect(historyLength).toBeLessThan(450);
    await recordHistory(inst, liv.id, 'langsta');
  });

  const page = async (path: string): Promise<string> => {
    const client = web.client();
    await client.login('koordinator');
    const { status, html } = await client.get(`/arenden/${(await liv.lage()).nummer}${path}`);
    expect(status).toBe(200);
    // the words alone, one space between them
    return decodeHtml(html.replaceAll(/<[^>]+>/g, ' ')).replaceAll(/\s+/g, ' ');
  };
  const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length;

  it('shows on its page how it ended, its ratings, meetings, pauses and extensions, and the time that was used', async () => {
    const text = await page('');
    expect(text).toContain('Ärendet är stängt Avslutad och uppföljd.');
    expect(text).toContain('Pausad 60 dagar, som inte räknas.');
    expect(text).toMatch(/Avslutades \S+ \d+ \S+ 2028\./);
    for (const nr of [120, 215, 300, 385, 470, 565, 645]) expect(text).toContain(`Uppföljning dag ${nr}.`);
    expect(count(text, /[1-5]\. (Hämtar kraft|Ser möjligheter|Prövar på|Klarar det|Står på egna ben)/g)).toBe(
      2 * 7 + 2,
    );
    for (const mote of ['Första', 'Andra', 'Tredje', 'Fjärde', 'Femte', 'Sjätte', 'Sjunde', 'Åttonde'])
      expect(text).toContain(`${mote} mötet.`);
    for (const nr of [275, 590]) {
      expect(text).toContain(`Hur går vi vidare, dag ${nr}?`);
      expect(text).toContain(`Teamets svar, dag ${nr}.`);
    }
    expect(text).toContain(`45 dagar, till och med ${dag(204)}`);
    expect(text).toContain(`15 dagar, till och med ${dag(514)}`);
    expect(text).toContain(`Beviljad till ${dag(540)}`);
    expect(text).toContain(`Beviljad till ${dag(725)}`);
    expect(text).toContain('Gjord: Platsen finns.');
    expect(text).toMatch(/Truckkort.*Beviljat, 4\s000 kronor/);
  });

  it('has a timeline that tells everything once, by month, the latest first', async () => {
    const text = await page('/tidslinje');
    const times: Readonly<Record<string, number>> = {
      'Remissen kom in': 1,
      'lämnade yttrande': 4,
      'Personens svar: Ja': 1,
      'Kartläggningen avslutades': 1,
      'Genomförandeplanen gäller, version': 2,
      'Flerpartsmöte Hölls': 8,
      'Lyftes till teamet': 2,
      'Teamet svarade': 2,
      'Planuppföljning Gjordes': 7,
      'Deltagaren skattade sig': 1,
      'Byte av vägledare': 2,
      'Paus: ': 2,
      'Pausen är slut': 2,
      'Förlängning föreslogs': 2,
      'Förlängning beviljades': 2,
      'Kompetenshöjande medel beviljades': 1,
      'Avslutad aktivitet: Arbetsprövning': 1,
      'Besked om ersättning: Sjukersättning': 1,
      'Insatsen avslutades': 1,
      '90-dagarsuppföljning Personen nåddes': 1,
    };
    const told = Object.keys(times).map((what) => [what, text.split(what).length - 1]);
    expect(Object.fromEntries(told)).toEqual(times);
    const ar = [...text.matchAll(/(?:januari|december) (20\d\d) \(/g)].map(([, year]) => Number(year));
    expect(ar).toEqual(ar.toSorted((a, b) => b - a));
    expect(text.indexOf('90-dagarsuppföljning Personen')).toBeLessThan(text.indexOf('Remissen kom in'));
  });

  it('is read without scrolling sideways, on a phone and on a screen', async () => {
    const { nummer } = await liv.lage();
    const browser = await launchBrowser();
    try {
      for (const width of [320, 1280]) {
        const context = await newContext(browser, width);
        const opened = await context.newPage();
        await loginPage(opened, web.baseUrl, 'koordinator');
        for (const path of ['', '/tidslinje']) {
          await opened.goto(`${web.baseUrl}/arenden/${nummer}${path}`);
          expect(await sidewaysScroll(opened)).toBe(0);
        }
        await context.close();
      }
    } finally {
      await browser.close();
    }
  });
});
