import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beslutstyper, check, decide } from '../../domain/beslut/index.js';
import { isLegal, type Beslutstyp } from '../../domain/faser.js';
import { fallDue } from '../../domain/forfall.js';
import type { Forandring } from '../../domain/forandring.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { avslutsorsaker, koder } from '../../domain/koder.js';
import { nextStep, nextWake, type Beslut, type Beslutsunderlag, type Lage } from '../../domain/lage.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov, VERKSAMHETER } from './prov.js';

/*
 * Cases that nobody planned: random decisions, possible and impossible ones, at random times. Whatever people do and
 * however long they wait, these rules hold.
 */

const samba = await readProfil('samba_lis');
const vagknuten = await readProfil('vagknuten');
const hard = {
  ...vagknuten,
  kod: 'hard',
  insatstid: { slag: 'hard', manader: 12, varningDagarFore: [90, 30, 7] },
} as Insatsprofil;

/** One thing that happens; the numbers choose among what is at hand then. */
interface Steg {
  /** `vad` below 6: a decision that is possible; 6: any decision; above: time passes */
  readonly vad: number;
  readonly val: number;
  readonly utfall: number;
  readonly dagar: number;
}

const steg = fc.noBias(
  fc.record<Steg>({
    vad: fc.nat({ max: 9 }),
    val: fc.nat({ max: 1_000 }),
    utfall: fc.nat({ max: 1_000 }),
    dagar: fc.integer({ min: -40, max: 120 }),
  }),
);

const one = <V>(values: readonly V[], val: number): V => values[val % values.length] as V;

/** Any decision as people could send it today, sensible or not. */
function anyBeslut(typ: Beslutstyp, { idag, lage }: Prov, { utfall, dagar }: Steg): Beslut {
  const nara = kalender.addDays(idag, utfall % 7 === 0 ? 1 : -(utfall % 20));
  const langre = kalender.addDays(lage.insatstid?.slut ?? idag, dagar);
  const data: { readonly [T in Beslutstyp]: Beslutsunderlag[T] } = {
    granskning: one<Beslutsunderlag['granskning']>(
      [{ utfall: 'accepterad' }, { utfall: 'komplettering' }, { utfall: 'accepterad' }, { utfall: 'inte_aktuell' }],
      utfall,
    ),
    yttrande: { verksamhet: one([...VERKSAMHETER, 'utan samtycke'], utfall) },
    rekommendation: {
      utfall: one(['inskrivning', 'inskrivning', 'rad', 'bordlagd', 'inskrivning', 'inte_aktuell'], utfall),
      narvarande: VERKSAMHETER.slice(0, 1 + (dagar > -30 ? 2 : 0)),
    },
    aterkoppling: { utfall: one(['delvis', 'gick_inte', 'genomfort', 'personen_vill_inte'], utfall) },
    utebliven_aterkoppling: {},
    komplettering: {},
    utebliven_komplettering: one(
      [{ utfall: 'provas_anda' }, { utfall: 'ny_frist', senast: langre }, { utfall: 'stangs' }],
      utfall,
    ),
    atertagande: {},
    identifiering: { samtycken: VERKSAMHETER.map((verksamhet) => ({ verksamhet, fran: nara })) },
    skyndsamhet: { mote: kalender.instantAt(kalender.addDays(idag, 2), '09:00') },
    rekommendationsrattelse: { rekommendation: 'r', narvarande: VERKSAMHETER },
    styrgruppsbeslut: {},
    atgardsrapport: {
      atgard: lage.uppgifter.find(({ typ: uppgift }) => uppgift === 'atgard')?.ref ?? 'x',
      utfall: one(['klar', 'hindrad'], utfall),
    },
    forgruppsstart: { datum: nara },
    forgruppsresultat: {
      resultat: one(['ja', 'ja', 'nej', 'avbruten'], utfall),
      datum: nara,
      sedan: one(['rad', 'teamet'], dagar + 40),
    },
    ej_aktuell: { orsak: one(['flytt', 'avliden', 'annat'], utfall) },
    koprioritet: { tur: utfall % 3 },
    erbjudandekontakt: { datum: nara, naddes: utfall % 2 === 0 },
    erbjudandesvar: {
      svar: one(['ja', 'ej_nadd', 'ej_nadd', 'nej'], utfall),
      datum: nara,
      startdatum: kalender.addDays(nara, 3),
    },
    utan_kartlaggning: { datum: nara, spar: 'snabbspar', till: one(['process', 'bada'], utfall) },
    sparbyte: { spar: one(['snabbspar', 'langre_insats', 'ratt_ersattning'], utfall) },
    genomforandeplan: {
      datum: nara,
      lage: one(['utkast', 'gallande'], utfall),
      ...(utfall % 3 === 0 ? {} : { installning: 'godkanner' as const, kopiaLamnad: true }),
    },
    skattning: { datum: nara, steg: 1 + (utfall % 5) },
    flerpartsmote: {
      datum: nara,
      atgarder: [{ id: `atgard-${lage.version}`, verksamhet: 'fk', senast: kalender.addDays(idag, 20) }],
    },
    teamlyft: {},
    teamlyftsvar: {
      atgarder: [{ id: `atgard-${lage.version}`, verksamhet: 'af', senast: kalender.addDays(idag, 20) }],
    },
    styrgruppslyft: {},
    avvikelse: { datum: nara },
    medelforslag: { belopp: 1000 * (1 + (utfall % 50)), extern: utfall % 5 === 0 },
    medelbeslut: { forslag: lage.medel?.[0]?.id ?? 'x', utfall: one(['bifall', 'avslag'], utfall), belopp: 1000 },
    aktivitet: {
      slag: one(['arbetsprovning', 'praktik', 'studier'], utfall),
      fran: nara,
      till: kalender.addDays(nara, 60),
    },
    aktivitetsslut: { aktivitet: lage.aktiviteter?.[0]?.id ?? 'x', datum: nara },
    ersattningsansokan: { slag: 'sjukersattning', skickad: nara },
    ersattningsbeslut: {
      ansokan: lage.ersattningar?.[0]?.id ?? 'x',
      datum: nara,
      utfall: one(['beviljad', 'vantar'], utfall),
    },
    paus: {
      orsak: one(['sjukdom', 'foraldraledighet'], utfall),
      fran: kalender.addDays(idag, (utfall % 45) - 22),
      till: kalender.addDays(idag, dagar),
    },
    pausslut: { datum: one([idag, nara], utfall) },
    undantag: { slut: langre },
    koordinatorsbyte: { koordinator: one(['k', 'k2'], utfall) },
    samtycke: {
      verksamheter: [one(['ny', ...VERKSAMHETER], utfall)],
      fran: kalender.addDays(idag, utfall % 3 === 0 ? 5 : 0),
      till: kalender.addDays(idag, 100),
    },
    samtyckesaterkallelse: { verksamheter: [one(VERKSAMHETER, utfall)] },
    skyddad_identitet: { ersattare: 'e' },
    profilbyte: { version: lage.profilversion + (utfall % 2) },
    felregistrering: {},
    ateroppning: {},
    personens_svar: { svar: utfall % 6 === 0 ? 'nej' : 'ja', datum: nara },
    inskrivning: {
      beslutsdatum: nara,
      startdatum: kalender.addDays(nara, dagar),
      koordinator: 'k',
      overinskrivning: false,
    },
    kartlaggning: { klar: nara, spar: 'snabbspar' },
    fasbyte: { till: one(['process', 'verkstallighet', 'bada'], utfall) },
    planuppfoljning: { datum: nara, ...(utfall % 2 === 0 ? { steg: 1 + (utfall % 5) } : {}) },
    insatstidsoversyn: { datum: nara },
    forlangningsforslag: { dialogdatum: nara, slut: langre },
    forlangning: utfall % 2 === 0 ? { utfall: 'avslag' } : { utfall: 'bifall', slut: langre },
    avslut: { avslutsdatum: nara },
    avslutsuppgifter: { orsak: one(koder(avslutsorsaker), utfall), overlamning: dagar > 0, farKontaktas: dagar > 40 },
    kontaktforsok: { datum: nara, naddes: utfall % 2 === 0 },
    uppfoljning: { resultat: one(['nadd', 'ej_nadd', 'vill_inte'], utfall), datum: nara },
  };
  return { id: `b${lage.version}`, typ, av: 'p', dag: idag, data: data[typ] };
}

const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** The rules that every change keeps to, each with whether this one does. */
function rules(
  before: Lage,
  { lage, handelser, utskick, avslutadeUppgifter, om }: Forandring,
): Record<string, boolean> {
  const opened = lage.uppgifter.filter(({ nr }) => nr > before.senasteUppgift);
  const ended = avslutadeUppgifter.map(({ nr }) => nr);
  const left = before.uppgifter.map(({ nr }) => nr).filter((nr) => !ended.includes(nr));
  const closed = lage.fas === 'stangd';
  return {
    'the version grows by one': lage.version === before.version + 1,
    'the state survives travelling': isDeepStrictEqual(JSON.parse(JSON.stringify(lage)), lage),
    'a task ends once': isUnique(ended),
    'no task is lost': isDeepStrictEqual(
      lage.uppgifter.map(({ nr }) => nr),
      [...left, ...opened.map(({ nr }) => nr)],
    ),
    'a last day is a working day': opened.every(({ forfaller }) => om.kalender.isArbetsdag(forfaller)),
    'nobody owes the same thing twice': isUnique(
      lage.uppgifter.map(({ typ, verksamhet, ref }) => `${typ} ${verksamhet} ${ref}`),
    ),
    'nothing is planned twice': isUnique(
      lage.frister.map((frist) =>
        'uppgift' in frist
          ? `${frist.uppgift} ${frist.mal?.verksamhet} ${frist.mal?.ref}`
          : `${frist.typ} ${'verksamhet' in frist ? frist.verksamhet : ''}`,
      ),
    ),
    'mails can be told apart': isUnique(utskick.map(({ nyckel }) => nyckel)),
    'the timeline says something': handelser.length > 0,
    'an open case has a next step': (nextStep(lage) === undefined) === closed,
    'an open case wakes by itself': (nextWake(lage) === undefined) === closed,
    'a closed case says how': (lage.stangdSom !== undefined) === closed,
    'a closed case owes and waits for nothing': !closed || lage.uppgifter.length + lage.frister.length === 0,
  };
}

function holds(before: Lage, forandring: Forandring): void {
  const broken = Object.entries(rules(before, forandring)).filter(([, kept]) => !kept);
  if (broken.length === 0) return;
  throw new Error(
    `${broken.map(([rule]) => rule).join('; ')}: ${JSON.stringify({ before, after: forandring.lage }, null, 1)}`,
  );
}

/** Does what is due now, until nothing is. */
function settle(own: Prov): void {
  for (let rounds = 0; (nextWake(own.lage) ?? '9999') <= own.nu; rounds += 1) {
    const before = own.lage;
    const forandring = fallDue(before, own.om);
    holds(before, forandring);
    if (forandring.lage.fas !== before.fas) throw new Error(`Time alone moved the case to ${forandring.lage.fas}`);
    own.lage = forandring.lage;
    if (rounds === 5) throw new Error('What is due never ends');
  }
}

function wait(own: Prov, dagar: number): void {
  const till = kalender.instantAt(kalender.addDays(own.idag, Math.max(dagar, 1)), '12:00');
  for (let wake = nextWake(own.lage); wake !== undefined && wake <= till; wake = nextWake(own.lage)) {
    if (wake > own.nu) own.nu = wake;
    settle(own);
  }
  own.nu = till;
}

function attempt(own: Prov, beslut: Beslut): boolean {
  const before = own.lage;
  const hinder = check(before, beslut);
  if (hinder) {
    if (!/^[”A-ZÅÄÖ].+\.$/.test(hinder.mening)) throw new Error(`No sentence: ${hinder.mening}`);
    return false;
  }
  // to a version with the same numbers: the walk goes on by them
  const om = beslut.typ === 'profilbyte' ? { ...own.om, franProfil: own.profil } : own.om;
  const forandring = decide(before, beslut, om);
  holds(before, forandring);
  if (!isLegal(beslut.typ, before.fas, forandring.lage.fas)) throw new Error(`No such way: ${beslut.typ}`);
  own.lage = forandring.lage;
  settle(own);
  return true;
}

const SLUT: readonly Beslutstyp[] = [
  'avslut',
  'utebliven_aterkoppling',
  'ej_aktuell',
  'atertagande',
  'felregistrering',
];

/** Ways out end most cases before they have lived; these are taken only now and then. */
function endsSoon({ typ, data }: Beslut): boolean {
  if (SLUT.includes(typ)) return true;
  if ('utfall' in data) return ['inte_aktuell', 'genomfort', 'personen_vill_inte'].includes(data.utfall);
  if ('orsak' in data) return data.orsak === 'avliden' || data.orsak === 'felregistrering';
  return 'svar' in data && data.svar === 'nej';
}

function happen(own: Prov, ett: Steg, seen: Set<string>): void {
  if (ett.vad > 6) return wait(own, ett.dagar);
  const all = beslutstyper.map((typ) => anyBeslut(typ, own, ett));
  const possible = all.filter((beslut) => check(own.lage, beslut) === undefined);
  const going = possible.filter((beslut) => !endsSoon(beslut));
  const among = ett.vad === 6 ? all : ett.vad >= 4 || going.length === 0 ? possible : going;
  if (among.length === 0) return wait(own, ett.dagar);
  const beslut = one(among, ett.val);
  if (attempt(own, beslut)) seen.add(beslut.typ);
}

const seen = new Set<string>();

describe.each([samba, vagknuten, hard])('$kod', (profil) => {
  // a random walk from the beginning seldom gets far, so it also sets out from further on
  const starts = [
    new Prov(profil, '2026-11-02T22:59:00.000Z'),
    new Prov(profil, '2026-11-02T22:59:00.000Z', { identifierad: false }),
    new Prov(profil, '2026-12-30T09:00:00.000Z').rekommenderad('rad'),
    new Prov({ ...profil, forgrupp: 'fore' }, '2026-12-30T09:00:00.000Z').rekommenderad('forgrupp'),
    new Prov(profil, '2027-06-24T09:00:00.000Z').iKo(),
    new Prov(profil, '2027-06-24T09:00:00.000Z').iKo().erbjuds('e'),
    new Prov({ ...profil, forgrupp: 'efter' }, '2027-06-24T09:00:00.000Z').inskriven(),
    new Prov(profil, '2027-06-24T09:00:00.000Z').inskriven(),
    new Prov(profil, '2027-08-31T09:00:00.000Z').iProcess(),
    new Prov(profil, '2028-02-29T09:00:00.000Z').iProcess(),
    new Prov(profil, '2026-11-02T22:59:00.000Z').avslutad(),
    new Prov(profil, '2026-11-02T22:59:00.000Z').iUppfoljning(),
  ];

  test('whatever happens: a next step while open, one version more each time, only ways of the table, nothing left when closed', () => {
    const walks = fc.property(
      fc.array(steg, { minLength: 5, maxLength: 40, size: 'max' }),
      fc.noBias(fc.nat({ max: 999 })),
      (stegen, start) => {
        const own = one(starts, start).kopia();
        for (const ett of stegen) happen(own, ett, seen);
      },
    );
    expect(() => fc.assert(walks, { numRuns: 120 })).not.toThrow();
  }, 60_000);
});

test('the random cases reached every decision there is', () => {
  expect([...seen].toSorted()).toEqual(beslutstyper.toSorted());
});
