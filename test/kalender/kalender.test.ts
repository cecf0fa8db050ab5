import { hashOf } from '../../api/kalender/hemlighet.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { formatKlockslag } from '../../domain/datumord.js';
import { formsOf } from '../support/html.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { readKalenderfil, type Lasthandelse } from '../support/kalenderfil.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';

const SIDA = '/mig/kalender';

/*
 * A representative's calendar, and that of who leads the team. The tests share one installation, whose clock stands almost
 * still; each leaves what the next one needs.
 */
describe('The calendar that a person’s own program fetches', () => {
  let inst: Installation;
  let web: TestWeb;
  let nummer: string;
  let arende: string;
  beforeAll(async () => {
    inst = await startInstallation();
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    await inst.insatslage();
    arende = await inst.send({ problembild: 'Xylofonhemligheten', fraga: 'Zeppelinfrågan?' });
    await inst.decide(arende, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    nummer = (await inst.lage(arende)).nummer;
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const as = async (sub: string): Promise<WebClient> => {
    const client = web.client();
    await client.login(sub);
    return client;
  };
  const adressI = (html: string): string => /<code[^>]*>([^<]+)<\/code>/.exec(html)?.[1] ?? '';
  /** Makes or replaces the address of somebody's calendar, as its page does. */
  async function skapa(sub: string): Promise<string> {
    const { html } = await (await as(sub)).post(SIDA, {});
    const adress = adressI(html);
    expect(adress).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/kalender\/[\w-]{43}\.ics$/);
    return adress;
  }
  const hamta = (adress: string) => fetch(adress, { redirect: 'manual' });
  async function handelser(adress: string): Promise<readonly Lasthandelse[]> {
    const svar = await hamta(adress);
    expect(svar.status).toBe(200);
    return readKalenderfil(await svar.text()).handelser;
  }
  const moten = (alla: readonly Lasthandelse[]) => alla.filter(({ uid }) => uid.startsWith('mote-'));
  const uppgifter = (alla: readonly Lasthandelse[]) => alla.filter(({ uid }) => uid.startsWith('uppgift-'));

  let adress: string;

  it('has her meetings for a year, at one Swedish time on both sides of both changes of the clock', async () => {
    adress = await skapa('rep_af');
    const egna = moten(await handelser(adress));
    const tider = egna.map(({ borjar }) => borjar);
    expect(new Set(tider.map((tid) => formatKlockslag(tid)))).toEqual(new Set(['13.00']));
    // summer and winter are both within a year
    expect(new Set(tider.map((tid) => tid.slice(11, 16)))).toEqual(new Set(['11:00', '12:00']));
    const idag = await inst.today();
    expect(egna.length).toBeGreaterThan(12);
    expect(tider.every((tid) => tid >= idag && tid < kalender.addDays(kalender.addMonths(idag, 12), 1))).toBe(true);
    expect(new Set(egna.map(({ uid }) => uid)).size).toBe(egna.length);
    const [forst] = egna;
    expect(forst).toMatchObject({ rubrik: 'Vägknuten: teammöte' });
    expect(Date.parse(forst?.slutar ?? '') - Date.parse(forst?.borjar ?? '')).toBe(250 * 60_000);
  });

  it('has the last day of what she owes as a whole day: number, what to do and the way there, and nothing of the person', async () => {
    const svar = await hamta(adress);
    expect(svar.headers.get('content-type')).toContain('text/calendar');
    expect(svar.headers.get('cache-control')).toContain('private');
    expect(svar.headers.get('set-cookie')).toBeNull();
    expect(svar.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await svar.text();
    const [yttrande] = uppgifter(readKalenderfil(text).handelser);
    const { forfaller } = (await inst.lage(arende)).uppgifter.find(({ typ }) => typ === 'yttrande') ?? {
      forfaller: '',
    };
    const lank = `${web.baseUrl}/arenden/${nummer}/beslut/yttrande`;
    expect(yttrande).toMatchObject({
      rubrik: `${nummer}: Lämna yttrande`,
      borjar: forfaller,
      slutar: kalender.addDays(forfaller, 1),
      lank,
    });
    for (const word of ['Personsson', 'Xylofon', 'Zeppelin', '239', 'Test rep_af', 'rep_af@', 'Arbetsförmedlingen'])
      expect(text.replace(/\r\n /g, '')).not.toContain(word);
  });

  it('keeps each meeting’s id when it gets a row, is moved, and is told of by mail; a cancelled one is not there', async () => {
    const [forst, sist] = moten(await handelser(adress));
    const fran = sist?.borjar ?? '';
    const till = kalender.instantAt(kalender.addArbetsdagar(kalender.dayOf(fran), 1), '08:00');
    const team = inst.grund.insats.profil.team[0].kod;
    await inst.decideInsats('motesandring', 'sammankallande', { team, slag: 'flytt', fran, till }, { skal: 'Lokal.' });
    const efter = moten(await handelser(adress));
    expect(efter.find(({ uid }) => uid === sist?.uid)).toMatchObject({ borjar: till });
    await inst.decideInsats(
      'motesandring',
      'sammankallande',
      { team, slag: 'installt', fran: till },
      { skal: 'Sjuk.' },
    );
    const utan = moten(await handelser(adress));
    expect(utan.some(({ uid }) => uid === sist?.uid)).toBe(false);
    expect(utan[0]?.uid).toBe(forst?.uid);
  });

  it('of an ersättare has the meetings that she is called in to, and of who leads the team all', async () => {
    const { person, verksamhet, teamId } = inst.grund;
    await inst.prisma.teammedlem.create({
      data: { teamId, anvandareId: person.annan_remittent, verksamhetId: verksamhet.af, ersattare: true },
    });
    const ersattare = await skapa('annan_remittent');
    expect(await handelser(ersattare)).toEqual([]);
    const mote = await inst.prisma.mote.findFirstOrThrow({ where: { teamId, installt: false } });
    await inst.prisma.motesdeltagare.create({
      data: { moteId: mote.id, anvandareId: person.annan_remittent, inkallad: true },
    });
    expect(moten(await handelser(ersattare))).toMatchObject([{ lank: `${web.baseUrl}/moten/${mote.id}` }]);
    const leder = moten(await handelser(await skapa('sammankallande')));
    expect(leder.map(({ uid }) => uid)).toEqual(moten(await handelser(adress)).map(({ uid }) => uid));
  });

  it('loses at once what she may not see any longer, and never shows anything of who is protected', async () => {
    expect(uppgifter(await handelser(adress))).toHaveLength(1);
    const { individId } = await inst.prisma.arende.findUniqueOrThrow({ where: { id: arende } });
    const skydda = (skyddad: boolean) => inst.prisma.individ.update({ where: { id: individId }, data: { skyddad } });
    await skydda(true);
    expect((await (await hamta(adress)).text()).includes(nummer)).toBe(false);
    await skydda(false);
    const verksamheter = [inst.grund.verksamhet.af];
    const tagen = await inst.decide(
      arende,
      'samtyckesaterkallelse',
      'sammankallande',
      { verksamheter },
      { satt: 'Ringde i dag.' },
    );
    expect(tagen).toMatchObject({ slag: 'fattat' });
    // the same address, fetched again
    expect(uppgifter(await handelser(adress))).toEqual([]);
  });

  it('is nowhere by another address, and no address tells why', async () => {
    const fel = [
      adress.replace(/[\w-]{43}/, 'A'.repeat(43)),
      adress.replace('.ics', ''),
      adress.replace(/[\w-]{43}/, 'kort'),
      `${web.baseUrl}/kalender/`,
    ];
    const ny = await skapa('rep_af');
    const svar = await Promise.all([...fel, adress].map(async (one) => ({ one, svar: await hamta(one) })));
    const texts = await Promise.all(svar.map(({ svar: one }) => one.text()));
    expect(svar.map(({ svar: one }) => one.status)).toEqual(svar.map(() => 404));
    expect(new Set(texts).size).toBe(1);
    expect((await hamta(ny)).status).toBe(200);
    adress = ny;
  });

  it('is taken back by its owner in the same moment, and ends with her account', async () => {
    const client = await as('rep_af');
    const tagen = await client.post(`${SIDA}/aterkalla`, {}, SIDA);
    expect(tagen.html).toContain('Adressen är borttagen.');
    expect((await hamta(adress)).status).toBe(404);
    const ny = await skapa('rep_fk');
    const aktiv = (on: boolean) =>
      inst.prisma.anvandare.update({ where: { id: inst.grund.person.rep_fk }, data: { aktiv: on } });
    await aktiv(false);
    expect((await hamta(ny)).status).toBe(404);
    await aktiv(true);
    expect((await hamta(ny)).status).toBe(200);
    const rader = await inst.prisma.logg.findMany({
      where: { handling: { startsWith: 'kalenderlank' }, avId: inst.grund.person.rep_af },
      orderBy: { id: 'asc' },
    });
    expect(rader.map(({ handling }) => handling)).toEqual([
      'kalenderlank_skapad',
      'kalenderlank_skapad',
      'kalenderlank_aterkallad',
    ]);
  });

  it('has an address that is shown once, made once however often its form is sent, and kept and logged nowhere', async () => {
    const client = await as('rep_kommun');
    const page = await client.get(SIDA);
    expect(page.html).toContain('Skapa adress');
    const hidden = formsOf(page.html).find(({ action }) => action === SIDA)?.hidden ?? [];
    const first = adressI((await client.send(SIDA, hidden)).html);
    expect((await hamta(first)).status).toBe(200);
    const again = await client.send(SIDA, hidden);
    expect(again.html).toContain('Adressen har redan visats.');
    expect(adressI(again.html)).toBe('');
    expect((await hamta(first)).status).toBe(200);
    expect(adressI((await client.get(SIDA)).html)).toBe('');

    const hemlighet = /[\w-]{43}/.exec(first)?.[0] ?? '';
    await hamta(first.replace('/kalender/', '/Kalender/'));
    const rader = await inst.prisma.$queryRaw<{ rad: string }[]>`SELECT k::text AS rad FROM kalenderlank k`;
    expect(rader.some(({ rad }) => rad.includes(hashOf(hemlighet)))).toBe(true);
    expect(rader.every(({ rad }) => !rad.includes(hemlighet))).toBe(true);
    await until('the requests to be logged', () => web.log.filter((line) => line.includes('/kalender/…')).length > 2);
    const log = web.log.join('');
    expect(log).not.toContain(hemlighet);
    expect(log).not.toMatch(/\/kalender\/[\w-]{10,}/i);
  });

  it('is refused for a while to who asks again and again', async () => {
    const few = await startWeb({
      databaseUrl: inst.databaseUrl,
      klocka: inst.klocka,
      config: { limits: { machinePerMinute: 2 } },
    });
    const statuses: number[] = [];
    for (let nr = 0; nr < 4; nr += 1) statuses.push((await fetch(`${few.baseUrl}/kalender/x.ics`)).status);
    expect(statuses).toContain(429);
    await few.stop();
  });
});
