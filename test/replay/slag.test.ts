import { randomUUID } from 'node:crypto';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { insatsWorkflowId } from '../../workflows/messages.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { aRemiss } from '../support/remiss.js';
import { until } from '../support/until.js';
import { levSamtidigt } from './gemensam-klocka.js';
import { Liv, type Vantan } from './liv.js';
import { recordHistory, recordRun } from './record.js';

const ANNAN_INSATS = 'samba_lis';
const SAMTYCKE = {
  uppgiftsslag: ['halsa'],
  insatser: [],
  andamal: 'Att samordna stödet.',
  form: 'muntligt',
  lamnatAv: 'personen',
  tolk: false,
} as const;

/** How one kind of case lives, and how it stands at its end. */
interface Slag {
  readonly lev: (inst: Installation, vanta: Vantan) => Promise<Liv>;
  readonly slutar: { readonly fas: string; readonly stangdSom?: string };
}

const uppfoljd = { fas: 'stangd', stangdSom: 'uppfoljd' } as const;
const tagitSlut = { fas: 'stangd', stangdSom: 'utan_uppfoljning' } as const;

/** A day so many days after another. */
const efter = (dag: string, dagar: number): string => kalender.addDays(dag, dagar);

const inskriven = async (inst: Installation, vanta: Vantan): Promise<Liv> => {
  const liv = await Liv.borja(inst, vanta);
  await liv.blirInskriven();
  return liv;
};

/** Cases of an insats whose time is soft. */
const vanliga: Readonly<Record<string, Slag>> = {
  komplettering: {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      const svara = () => liv.ta('komplettering', 'remittent', {}, { text: 'Gymnasium.', bilagor: [] });
      await liv.ta('granskning', 'sammankallande', { utfall: 'komplettering' }, { skal: 'Vilken utbildning?' });
      await liv.tillUppgiften('utebliven_komplettering');
      const nyFrist = { utfall: 'ny_frist', senast: efter(await liv.idag(), 14) } as const;
      await liv.ta('utebliven_komplettering', 'sammankallande', nyFrist, {});
      await svara();
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'komplettering' });
      await svara();
      await liv.ta('atertagande', 'remittent', {}, { skal: 'Personen har flyttat.' });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'atertagen' },
  },
  'avidentifierad-identifierad': {
    async lev(inst, vanta) {
      const { fk, af, kommun } = inst.grund.verksamhet;
      const person = { identifierad: false, fodelsear: 1980, kon: 'kvinna', kommun: '0882' } as const;
      const liv = await Liv.borja(inst, vanta, { syfte: 'konsultation', person, samtycken: [] });
      await liv.tasEmot();
      const fran = await liv.idag();
      const samtycken = [fk, af, kommun].map((verksamhet) => ({ verksamhet, fran }));
      const identitet = { idtyp: 'personnummer', personnummer: '198001022386', namn: 'Test Namnsson' } as const;
      await liv.ta(
        'identifiering',
        'remittent',
        { samtycken },
        {
          identitet: { ...identitet, kon: 'kvinna', tolk: false, skyddad: false },
          samtycken: samtycken.map(({ verksamhet }) => ({ verksamhet, ...SAMTYCKE })),
        },
      );
      await liv.rekommenderas({ utfall: 'inskrivning' });
      await liv.sagerJa();
      const nej = { svar: 'nej', datum: await liv.idag() } as const;
      await liv.ta('personens_svar', 'remittent', nej, { till: 'Test Testsson', satt: 'telefon' });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'tackat_nej' },
  },
  skyndsam: {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      const { team } = await liv.lage();
      const extra = kalender.instantAt(kalender.addArbetsdagar(await liv.idag(), 3), '09:00');
      const data = { team, slag: 'extra', till: extra } as const;
      await inst.decideInsats('motesandring', 'sammankallande', data, { skal: 'Hyran är uppsagd.' });
      await liv.ta('skyndsamhet', 'sammankallande', { mote: extra }, { skal: 'Hyran är uppsagd.' });
      await liv.rekommenderas({ utfall: 'inte_aktuell' });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'inte_aktuell' },
  },
  bordlagd: {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'bordlagd' });
      await liv.rekommenderas({ utfall: 'bordlagd' });
      const atgard = { id: randomUUID(), verksamhet: inst.grund.verksamhet.af, senast: '2099-01-01' };
      const texter = { atgarder: [{ ...atgard, atgard: 'Ordna en praktikplats' }] };
      await liv.rekommenderas({ utfall: 'rad', atgarder: [atgard] }, texter);
      await liv.tillUppgiften('utebliven_aterkoppling');
      await liv.ta('utebliven_aterkoppling', 'sammankallande', {}, {});
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'utan_aterkoppling' },
  },
  'styrgrupp-och-ater': {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      const lyft = { fraga: 'Får vi gå utanför kommunen?', bakgrund: 'Två insatser kan passa.' };
      await liv.rekommenderas({ utfall: 'styrgrupp' }, { lyft });
      await liv.dagar(5);
      await liv.ta('styrgruppsbeslut', 'ordforande', {}, { svar: 'Ja, en gång.' });
      await liv.rekommenderas({ utfall: 'rad' });
      await liv.ta('aterkoppling', 'remittent', { utfall: 'personen_vill_inte' }, {});
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'personen_vill_inte' },
  },
  'annan-insats-vid-granskningen': {
    async lev(inst, vanta) {
      const liv = await sendNaming(inst, vanta);
      const data = { utfall: 'annan_insats', insats: ANNAN_INSATS } as const;
      await liv.ta('granskning', 'sammankallande', data, { skal: 'Passar bättre.' });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'annan_insats' },
  },
  'annan-insats-av-teamet': {
    async lev(inst, vanta) {
      const liv = await sendNaming(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'annan_insats', insats: ANNAN_INSATS });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'annan_insats' },
  },
  'utan-kartlaggning': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      const datum = await liv.idag();
      const utan = { datum, spar: 'snabbspar', till: 'bada' } as const;
      await liv.ta('utan_kartlaggning', 'sammankallande', utan, { skal: 'Allt är känt.' });
      const prov = { slag: 'arbetsprovning', fran: datum, till: efter(datum, 30) } as const;
      await liv.ta('aktivitet', 'koordinator', prov, { plats: 'Testverkstaden', omfattning: 25 });
      await liv.ta('ersattningsansokan', 'koordinator', { slag: 'sjukersattning', skickad: datum }, {});
      await liv.dagar(40);
      const { aktiviteter, ersattningar } = await liv.lage();
      const slut = { aktivitet: aktiviteter?.[0]?.id ?? '', datum: efter(datum, 30) };
      await liv.ta('aktivitetsslut', 'koordinator', slut, { resultat: 'Klarade 25 procent.' });
      const besked = { ansokan: ersattningar?.[0]?.id ?? '', datum: await liv.idag(), utfall: 'avslag' } as const;
      await liv.ta('ersattningsbeslut', 'koordinator', besked, {});
      await liv.ta('sparbyte', 'koordinator', { spar: 'langre_insats' }, { skal: 'Behöver mer tid.' });
      await liv.avslutas();
      await liv.foljsUpp();
      return liv;
    },
    slutar: uppfoljd,
  },
  'paus-och-tidigt-slut': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      const pausa = async (antal: number) => {
        const fran = await liv.idag();
        await liv.ta('paus', 'sammankallande', { orsak: 'sjukdom', fran, till: efter(fran, antal) }, {});
      };
      await liv.dagar(10);
      await pausa(40);
      await liv.dagar(50);
      await pausa(60);
      await liv.dagar(7);
      await liv.ta('pausslut', 'koordinator', { datum: await liv.idag() }, {});
      await liv.kartlaggs();
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  forlangning: {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      await liv.kartlaggs();
      await liv.tillUppgiften('insatstid');
      const foresla = async (): Promise<string> => {
        const slut = efter((await liv.lage()).insatstid?.slut ?? '', 60);
        const data = { dialogdatum: await liv.idag(), slut };
        await liv.ta('forlangningsforslag', 'koordinator', data, { behov: 'Behöver mer tid.' });
        return slut;
      };
      await foresla();
      await liv.ta('forlangning', 'sammankallande', { utfall: 'avslag' }, { motivering: 'Först ett möte.' });
      const slut = await foresla();
      await liv.ta('forlangning', 'sammankallande', { utfall: 'bifall', slut }, {});
      await liv.tillDag(efter(slut, 3));
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  'samtycke-gar-ut': {
    async lev(inst, vanta) {
      const idag = await inst.today();
      const samtycken = aRemiss(inst.grund, idag).samtycken.map((one) => ({ ...one, giltigtTill: efter(idag, 60) }));
      const liv = await Liv.borja(inst, vanta, { samtycken });
      await liv.blirInskriven();
      await liv.tillDag(efter(idag, 62));
      const { fk, kommun } = inst.grund.verksamhet;
      const nytt = { verksamheter: [fk, kommun], fran: await liv.idag() };
      await liv.ta('samtycke', 'koordinator', nytt, SAMTYCKE);
      await liv.kartlaggs();
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  'samtycke-aterkallat': {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      const { psykiatri, kommun } = inst.grund.verksamhet;
      const satt = { satt: 'Ringde i dag.' };
      await liv.ta('samtyckesaterkallelse', 'sammankallande', { verksamheter: [psykiatri, kommun] }, satt);
      await liv.tillMotet();
      await liv.ta('atertagande', 'remittent', {}, {});
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'atertagen' },
  },
  koordinatorsbyte: {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      const ny = { koordinator: inst.grund.person.annan_koordinator };
      await liv.ta('koordinatorsbyte', 'sammankallande', ny, { overlamning: 'Ring på tisdag.' });
      await liv.dagar(30);
      await liv.kartlaggs('annan_koordinator');
      await liv.tarSlut('annan_koordinator');
      return liv;
    },
    slutar: tagitSlut,
  },
  'teamlyft-och-flerpartsmote': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      await liv.ta('teamlyft', 'koordinator', {}, { fraga: 'Vad kan ni bidra med?' });
      await liv.till((await liv.lage()).teamlyft?.mote);
      const atgard = { id: randomUUID(), verksamhet: inst.grund.verksamhet.fk, senast: efter(await liv.idag(), 20) };
      const svar = { svar: 'Vi tar det.', atgarder: [{ ...atgard, atgard: 'Ordna ett avstämningsmöte' }] };
      await liv.ta('teamlyftsvar', 'sammankallande', { atgarder: [atgard] }, svar);
      await liv.dagar(30);
      await liv.ta('atgardsrapport', 'rep_fk', { atgard: atgard.id, utfall: 'hindrad' }, { text: 'Nås inte.' });
      const mote = { datum: await liv.idag(), atgarder: [] };
      await liv.ta('flerpartsmote', 'koordinator', mote, { deltagare: 'Alla', text: 'Ny väg.', atgarder: [] });
      await liv.ta('avvikelse', 'koordinator', { datum: await liv.idag() }, { text: 'Kommer inte.' });
      await liv.kartlaggs();
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  medel: {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      const foresla = async (extern: boolean): Promise<string> => {
        const formular = { vad: 'Truckkort', motivering: 'Efterfrågas.' };
        await liv.ta('medelforslag', 'koordinator', { belopp: 4000, extern }, formular);
        return (await liv.lage()).medel?.at(-1)?.id ?? '';
      };
      const eget = await foresla(false);
      await liv.ta('medelbeslut', 'sammankallande', { forslag: eget, utfall: 'bifall', belopp: 3000 }, {});
      const externt = await foresla(true);
      await liv.dagar(20);
      await liv.ta('medelbeslut', 'ordforande', { forslag: externt, utfall: 'avslag' }, { motivering: 'Finns redan.' });
      await liv.kartlaggs();
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  ateroppnad: {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'inte_aktuell' });
      await expect(inst.handle(liv.id).result()).resolves.toBeUndefined();
      await liv.dagar(20);
      await liv.ta('ateroppning', 'sammankallande', {}, { skal: 'Personen har blivit sämre.' });
      await liv.rekommenderas({ utfall: 'rad' });
      await liv.ta('aterkoppling', 'remittent', { utfall: 'genomfort' }, {});
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'rad_genomfort' },
  },
  felregistrerad: {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      await liv.ta('felregistrering', 'sammankallande', {}, { skal: 'Fel person.' });
      return liv;
    },
    slutar: { fas: 'stangd', stangdSom: 'felregistrerad' },
  },
  'inte-nadd-efter-90-dagar': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      await liv.kartlaggs();
      const { avslutsdatum = '' } = await liv.avslutas().then(() => liv.lage());
      await liv.tillDag(efter(avslutsdatum, 80));
      const datum = await liv.idag();
      for (const satt of ['telefon', 'brev', 'meddelande'] as const)
        await liv.ta('kontaktforsok', 'koordinator', { datum, naddes: false }, { satt });
      await liv.tillDag(efter(avslutsdatum, 105));
      const ejNadd = { resultat: 'ej_nadd', datum: await liv.idag() } as const;
      await liv.ta('uppfoljning', 'koordinator', ejNadd, { sysselsattning: [], forsorjning: [] });
      return liv;
    },
    slutar: uppfoljd,
  },
};

/** A remiss whose samtycken name the other insats. */
async function sendNaming(inst: Installation, vanta: Vantan): Promise<Liv> {
  const { samtycken } = aRemiss(inst.grund, await inst.today());
  return Liv.borja(inst, vanta, { samtycken: samtycken.map((one) => ({ ...one, insatser: [ANNAN_INSATS] })) });
}

/** Cases of an insats with two places and a förgrupp before inskrivning; they wait for each other. */
const iKo: Readonly<Record<string, Slag>> = {
  'forgrupp-fore': {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'forgrupp' });
      await liv.ta('forgruppsstart', 'sammankallande', { datum: await liv.idag() }, {});
      await liv.dagar(2);
      const ja = { resultat: 'ja', datum: await liv.idag() } as const;
      await liv.ta('forgruppsresultat', 'sammankallande', ja, { text: 'Trivdes.' });
      await liv.sagerJa();
      await liv.skrivsIn();
      // leaves when the others have come into the queue
      await liv.dagar(20);
      await liv.avslutas();
      return liv;
    },
    slutar: { fas: 'uppfoljning' },
  },
  'ko-missad-och-tagen': {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'inskrivning' });
      await liv.sagerJa();
      await liv.dagar(5);
      await liv.skrivsIn();
      await liv.dagar(18);
      await offered(liv);
      const datum = await liv.idag();
      for (let nr = 1; nr <= 3; nr += 1)
        await liv.ta('erbjudandekontakt', 'koordinator', { datum, naddes: false }, { satt: 'telefon' });
      await liv.ta('erbjudandesvar', 'koordinator', { svar: 'ej_nadd', datum }, {});
      await liv.dagar(1);
      await offered(liv);
      const ja = { svar: 'ja', datum: await liv.idag(), startdatum: await liv.idag() } as const;
      await liv.ta('erbjudandesvar', 'koordinator', ja, { till: 'Test Testsson', satt: 'telefon' });
      return liv;
    },
    slutar: { fas: 'kartlaggning' },
  },
  overinskrivning: {
    async lev(inst, vanta) {
      const liv = await Liv.borja(inst, vanta);
      await liv.tasEmot();
      await liv.rekommenderas({ utfall: 'inskrivning' });
      await liv.sagerJa();
      await liv.dagar(6);
      await liv.skrivsIn();
      expect((await liv.lage()).fas).toBe('ko');
      const tur = { tur: 5 };
      await liv.ta('koprioritet', 'sammankallande', tur, { skal: 'Kan vänta.' });
      await liv.skrivsIn(true);
      await liv.dagar(5);
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
};

const offered = (liv: Liv): Promise<void> =>
  until('the offer', async () => (await liv.lage()).uppgifter.some(({ typ }) => typ === 'platserbjudande'));

/** Cases of an insats with a hard maximum and a förgrupp as the beginning of the participation. */
const harda: Readonly<Record<string, Slag>> = {
  'forgrupp-efter': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      await liv.ta('forgruppsstart', 'koordinator', { datum: await liv.idag() }, {});
      await liv.dagar(20);
      const avbruten = { resultat: 'avbruten', datum: await liv.idag() } as const;
      await liv.ta('forgruppsresultat', 'koordinator', avbruten, { text: 'Orkade inte.' });
      await liv.tarSlut();
      return liv;
    },
    slutar: tagitSlut,
  },
  'hard-insatstid-och-undantag': {
    async lev(inst, vanta) {
      const liv = await inskriven(inst, vanta);
      const ja = { resultat: 'ja', datum: await liv.idag() } as const;
      await liv.ta('forgruppsstart', 'koordinator', { datum: await liv.idag() }, {});
      await liv.ta('forgruppsresultat', 'koordinator', ja, { text: 'Trivdes.' });
      await liv.kartlaggs();
      const slut = (await liv.lage()).insatstid?.slut ?? '';
      await liv.tillDag(efter(slut, 2));
      const undantag = { slut: efter(slut, 30) };
      await liv.ta('undantag', 'ordforande', undantag, { skal: 'Väntar på besked.' });
      await liv.tillDag(efter(slut, 20));
      await liv.avslutas();
      await liv.foljsUpp();
      return liv;
    },
    slutar: uppfoljd,
  },
};

const withRoom = (profil: Insatsprofil): Insatsprofil => ({ ...profil, team: [{ ...profil.team[0], platser: 40 }] });

describe.each([
  [
    'whose time is soft',
    vanliga,
    (profil: Insatsprofil): Insatsprofil => ({
      ...withRoom(profil),
      insatstid: { slag: 'mjuk', manader: 4, varningDagarFore: [30, 7] },
    }),
  ],
  [
    'with one place and a förgrupp before it',
    iKo,
    (profil: Insatsprofil): Insatsprofil => ({
      ...withRoom(profil),
      forgrupp: 'fore',
      kapacitet: { ...profil.kapacitet, samtidigt: 1 },
    }),
  ],
  [
    'with a hard maximum and a förgrupp after inskrivning',
    harda,
    (profil: Insatsprofil): Insatsprofil => ({
      ...withRoom(profil),
      forgrupp: 'efter',
      insatstid: { slag: 'hard', manader: 3, varningDagarFore: [30, 7] },
    }),
  ],
])('Every kind of case of an insats %s', (_, alla, shape) => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation({ shape });
    await createAnnanInsats(inst);
  });
  afterAll(() => inst.stop());

  it(`lives to where it ends: ${Object.keys(alla).join(', ')}`, async () => {
    const forstaKorning = await insatsRun(inst);
    const slutade: Record<string, unknown> = {};
    await levSamtidigt(
      (nar) => inst.moveTo(nar),
      Object.entries(alla).map(([namn, { lev }]) => async (vanta) => {
        const liv = await lev(inst, vanta);
        const { fas, stangdSom } = await liv.lage();
        slutade[namn] = { fas, ...(stangdSom === undefined ? {} : { stangdSom }) };
        await recordHistory(inst, liv.id, namn);
      }),
    );
    expect(slutade).toEqual(Object.fromEntries(Object.entries(alla).map(([namn, { slutar }]) => [namn, slutar])));
    const senaste = await insatsRun(inst);
    expect(senaste).not.toBe(forstaKorning);
    if (alla !== iKo) return;
    await recordRun(inst, { workflowId: insatsWorkflowId(inst.grund.insats.id), runId: forstaKorning }, 'insats');
    await recordRun(inst, { workflowId: insatsWorkflowId(inst.grund.insats.id), runId: senaste }, 'insats-efter-mote');
  }, 300_000);
});

/** The run of the insats's workflow that goes on now. */
async function insatsRun(inst: Installation): Promise<string> {
  await inst.insatslage();
  return (await inst.client.workflow.getHandle(insatsWorkflowId(inst.grund.insats.id)).describe()).runId;
}

/** Another insats of the same förbund, to send cases on to. */
async function createAnnanInsats({ prisma, grund }: Installation): Promise<void> {
  const profil = await readProfil(ANNAN_INSATS);
  const { forbundId, huvudmanId } = await prisma.insats.findUniqueOrThrow({ where: { id: grund.insats.id } });
  await prisma.insats.create({
    data: {
      kod: ANNAN_INSATS,
      namn: profil.namn,
      nummerprefix: 'SAMBA',
      forbundId,
      huvudmanId,
      profiler: { create: { version: 1, innehall: JSON.parse(JSON.stringify(profil)) as object } },
      team: { create: { kod: profil.team[0].kod, namn: profil.team[0].namn } },
    },
  });
}
