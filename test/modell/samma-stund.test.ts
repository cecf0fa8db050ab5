import pg from 'pg';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Formular } from '../../domain/formular.js';
import type { Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import type { Lage } from '../../domain/lage.js';
import type { Besked } from '../../api/engine/engine.js';
import type { Personkod } from '../support/grund.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { kopieraArende } from '../support/kopior.js';
import { tillInskrivning } from '../support/till-inskrivning.js';
import { until } from '../support/until.js';

/** The clock also runs by itself: what a decision may take to come as far as the tables, on a busy machine. */
const SEKUNDER = 8;

/*
 * A decision is on its way into the tables when the deadline that it answers passes: its case's row is held until the
 * timer has fired. The tests share one clock that only moves forward, so they stand in the order of their dates.
 */
describe('A decision in the same instant as its deadline wins, once:', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation({
      shape: (profile) => ({
        ...profile,
        forgrupp: 'ingen',
        insatstid: { slag: 'mjuk', manader: 1, varningDagarFore: [7] },
        kapacitet: { pausFrigorPlats: false, samtidigt: 1 },
      }),
    });
  });
  afterAll(() => inst.stop());

  /** Decides just before a moment, and lets the decision be written only when the moment has passed. */
  async function decideAt<T extends Beslutstyp>(
    moment: string,
    ...[id, typ, av, data, formular]: [string, T, Personkod, Beslutsunderlag[T], Formular<T>]
  ): Promise<Besked> {
    await inst.moveTo(new Date(Date.parse(moment) - 1000 * SEKUNDER).toISOString());
    const holder = new pg.Client({ connectionString: inst.databaseUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM arende WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const answer = inst.decide(id, typ, av, data, formular);
    const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until('the decision to stand before the row', async () => ((await holder.query(waits)).rowCount ?? 0) > 0);
    expect((await inst.klocka.now()).toISOString() < moment).toBe(true);
    await inst.skip(SEKUNDER + 1);
    await holder.query('COMMIT');
    await holder.end();
    return answer;
  }

  const handelser = async (arendeId: string): Promise<string[]> =>
    (await inst.prisma.handelse.findMany({ where: { arendeId }, select: { typ: true } })).map(({ typ }) => typ);
  const count = async (id: string, typ: string) => (await handelser(id)).filter((one) => one === typ).length;
  const enrol = async (id: string): Promise<Besked> => {
    const idag = await inst.today();
    const { koordinator } = inst.grund.person;
    const data = { beslutsdatum: idag, startdatum: idag, koordinator, overinskrivning: false };
    return inst.decide(id, 'inskrivning', 'sammankallande', data, {});
  };
  const nar = ({ frister }: Lage, typ: string): string => frister.find((frist) => frist.typ === typ)?.nar ?? '';

  it('a komplettering that comes as its time runs out is a komplettering', async () => {
    const id = await inst.send();
    const fraga = { skal: 'Vilken utbildning har personen?' };
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'komplettering' }, fraga);
    const slut = nar(await inst.lage(id), 'uppgift_oppnas');
    const svar = { text: 'Gymnasium.', bilagor: [] };
    expect(await decideAt(slut, id, 'komplettering', 'remittent', {}, svar)).toMatchObject({ slag: 'fattat' });
    expect(await inst.lage(id)).toMatchObject({ fas: 'mottagen', uppgifter: [{ typ: 'granskning' }], frister: [] });
    expect([await count(id, 'komplettering'), await count(id, 'uppgift_oppnad')]).toEqual([1, 0]);
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'inte_aktuell' }, { skal: 'Flyttar.' });
  });

  it('a yes to a place that comes as the offer is reminded of is a yes; an extension as the time runs out prolongs it', async () => {
    const inne = await tillInskrivning(inst);
    const [kopia] = await kopieraArende(inst.prisma, inne, 1);
    const vantar = kopia?.id ?? '';
    await until(
      'its workflow',
      async () => (await inst.prisma.motoruppdrag.count({ where: { slag: 'arende' } })) === 0,
    );
    await enrol(inne);
    await enrol(vantar);
    await inst.decide(inne, 'avslut', 'koordinator', { avslutsdatum: await inst.today() }, { analys: 'Flyttar.' });
    await until('the offer', async () => (await inst.lage(vantar)).erbjudande !== undefined);
    const erbjudande = (await inst.lage(vantar)).uppgifter.find(({ typ }) => typ === 'platserbjudande');
    const sista = erbjudande?.paminnelse.nar ?? '';
    const svar = { svar: 'ja', datum: sista.slice(0, 10), startdatum: sista.slice(0, 10) } as const;
    const vem = { till: 'Test Testsson', satt: 'telefon' } as const;
    expect(await decideAt(sista, vantar, 'erbjudandesvar', 'koordinator', svar, vem)).toMatchObject({ slag: 'fattat' });
    expect((await inst.lage(vantar)).uppgifter.map(({ typ }) => typ)).toEqual(['kartlaggning']);
    expect([await count(vantar, 'inskrivning'), await count(vantar, 'paminnelse')]).toEqual([1, 0]);
    expect(await inst.prisma.deltagande.count({ where: { arendeId: vantar } })).toBe(1);

    const slut = (await inst.lage(vantar)).insatstid?.slut ?? '';
    const forlangt = `${Number(slut.slice(0, 4)) + 1}${slut.slice(4)}`;
    const dialogdatum = await inst.today();
    const behov = { behov: 'Mer tid.' };
    await inst.decide(vantar, 'forlangningsforslag', 'koordinator', { dialogdatum, slut: forlangt }, behov);
    const over = nar(await inst.lage(vantar), 'insatstid_slut');
    const bifall = { utfall: 'bifall', slut: forlangt } as const;
    expect(await decideAt(over, vantar, 'forlangning', 'sammankallande', bifall, {})).toMatchObject({ slag: 'fattat' });
    expect((await inst.lage(vantar)).insatstid).toEqual({ slut: forlangt, hard: false });
    expect([await count(vantar, 'forlangning'), await count(vantar, 'over_tiden')]).toEqual([1, 0]);
  });
});
