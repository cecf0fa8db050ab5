import type { Profilkod } from '../profiler.js';
import { foreNu, type Drag } from './manus.js';
import type { Demosub } from './personer.js';
import { ansokt, arbetsprovad, arbetsprovar, iArbete, planlagd, skattad } from './arbetssteg.js';
import {
  antagen,
  aterkopplad,
  avslutad,
  beviljadForlangning,
  foreslarForlangning,
  granskad,
  inskriven,
  kompletterad,
  konsulterad,
  kontaktad,
  namngivna,
  oversedd,
  planuppfoljd,
  rekommenderad,
  stangdUtanAterkoppling,
  svarar,
  till,
  uppfoljd,
  yttranden,
} from './steg.js';
import { erbjuden, forgruppKlar, forgruppStartad, inteNadd, koad, sokt } from './kosteg.js';
import {
  atertagen,
  felregistrerad,
  flyttad,
  kompletteradRemiss,
  skyndsamt,
  stangdUtanKomplettering,
} from './mottagningssteg.js';
import {
  atgardGjord,
  ateroppnad,
  avvikelse,
  flerpartsmote,
  nyKoordinator,
  samtyckeAterkallat,
  styrgruppslyft,
  teamlyft,
  utanKartlaggning,
} from './samverkanssteg.js';
import { foreslarMedel, pausad } from './tidssteg.js';

/** A case of the demo: who sent it, about whom in outline, what was decided, and how long it has lain since. */
export interface Demofall {
  readonly insats: Profilkod;
  readonly remittent: Demosub;
  readonly steg: readonly Drag[];
  /** Days, at least, since the last step; or since the meeting that the case waited for, or the end of its insatstid. */
  readonly vilat: number;
  readonly vilatSedan?: 'mote' | 'insatstid';
  readonly avidentifierad?: boolean;
  readonly skyddad?: boolean;
  readonly skyndsam?: boolean;
  readonly nollplacerad?: boolean;
  readonly tolk?: boolean;
  /** Days after the demo's now on which every samtycke of the case ends. */
  readonly samtyckeSlutarOm?: number;
  /** Another insats that the samtycken name. */
  readonly gallerOcksa?: Profilkod;
}

type Fall = Omit<Demofall, 'insats' | 'remittent' | 'steg' | 'vilat'>;

const fallI =
  (insats: Profilkod) =>
  (remittent: Demosub, vilat: number, steg: readonly Drag[], fall: Fall = {}): Demofall => ({
    insats,
    remittent,
    vilat,
    steg,
    ...fall,
  });
const samba = fallI('samba_lis');
const rehab = fallI('samba_rehab');
const vag = fallI('vagknuten');

const FIA = 'fia-exempelsson';
const ALVA = 'alva-provberg';
const ARVID = 'arvid-latsaslund';
const PELLE = 'pelle-provgren';
const VERA = 'vera-exempelgren';
const IVAR = 'ivar-demolund';
const INES = 'ines-demostrom';
const OSKAR = 'oskar-arbetsmarksson';
const HEDDA = 'hedda-hittepasson';
const MOA = 'moa-mallsson';
const AGNES = 'agnes-pahittsson';

const narmareArbete = [...antagen, ...iArbete('snabbspar'), arbetsprovar(30), till('verkstallighet', 24), arbetsprovad];
const ettAr = [...antagen, ...iArbete(), planuppfoljd(2), till('bada', 20), planuppfoljd(3)];

/** The ärenden of SAMBA, from just arrived to closed. */
const iSamba: readonly Demofall[] = [
  samba(FIA, 0, []),
  samba(INES, 1, [], { skyndsam: true }),
  samba(IVAR, 12, []),
  samba(FIA, 1, [granskad()]),
  samba(ARVID, 0, [granskad(), ...yttranden(2)]),
  samba(PELLE, 13, [granskad(), ...yttranden(3)], { vilatSedan: 'mote' }),
  samba(VERA, 2, [granskad()], { avidentifierad: true }),
  samba(INES, 3, [...konsulterad('bordlagd')]),
  samba(FIA, 6, konsulterad('rad')),
  samba(IVAR, 57, konsulterad('rad')),
  samba(ARVID, 4, [...konsulterad('rad'), aterkopplad('gick_inte')]),
  samba(FIA, 1, konsulterad('inskrivning')),
  samba(INES, 1, [...konsulterad('inskrivning'), svarar('ja')]),
  samba(IVAR, 9, antagen),
  samba(VERA, 74, antagen, { tolk: true }),
  samba(FIA, 18, [...antagen, ...iArbete()]),
  samba(PELLE, 30, [...antagen, ...iArbete(), planuppfoljd(2), planuppfoljd(3)]),
  samba(ARVID, 12, narmareArbete),
  samba(INES, 26, [
    ...antagen,
    ...iArbete(),
    planuppfoljd(2),
    oversedd,
    planuppfoljd(3),
    till('bada', 12),
    arbetsprovar(60),
    ansokt,
  ]),
  // whose place is offered to the queue
  samba(IVAR, 0, [...antagen, ...iArbete('ratt_ersattning'), planuppfoljd(2), avslutad(foreNu(16))]),
  samba(FIA, 40, [
    ...narmareArbete,
    planuppfoljd(4),
    avslutad(30),
    kompletterad('arbete_studier_arbetssokande', 'studier', 'studiestod'),
  ]),
  samba(ARVID, 25, [
    ...ettAr,
    avslutad(30),
    kompletterad('arbete_studier_arbetssokande', 'subventionerat_arbete', 'lon'),
    kontaktad(8, false),
    uppfoljd('nadd'),
  ]),
  samba(PELLE, 35, [...konsulterad('rad'), aterkopplad('genomfort')], { avidentifierad: true }),
  samba(FIA, 48, [...konsulterad('inskrivning'), svarar('nej')]),
  samba(INES, 60, [granskad('inte_aktuell')]),
];

/** The ärenden of Vägknuten. */
const iVagknuten: readonly Demofall[] = [
  vag(OSKAR, 1, []),
  vag(HEDDA, 1, [granskad()], { nollplacerad: true }),
  vag(MOA, 1, [granskad(), ...yttranden(4)]),
  vag(ALVA, 5, konsulterad('rad')),
  vag(AGNES, 0, konsulterad('inskrivning')),
  vag(OSKAR, 20, antagen),
  vag(HEDDA, 10, [...antagen, namngivna, ...iArbete(), planuppfoljd(1)], { skyddad: true }),
  vag(MOA, 95, [...antagen, ...iArbete()]),
  vag(OSKAR, 25, [...narmareArbete, planuppfoljd(4)]),
  vag(AGNES, 8, [...antagen, ...iArbete(), pausad(30)]),
  vag(ALVA, 4, [...antagen, ...iArbete(), foreslarMedel(6500)]),
  vag(ALVA, 20, [...ettAr, planuppfoljd(3)], { nollplacerad: true }),
  vag(HEDDA, 9, [...ettAr, planuppfoljd(4)], { vilatSedan: 'insatstid' }),
  vag(OSKAR, 3, [...ettAr, planuppfoljd(4), foreslarForlangning(4)]),
  vag(MOA, 30, [...ettAr, planuppfoljd(4), foreslarForlangning(3), beviljadForlangning]),
  vag(AGNES, 19, [...ettAr, avslutad(15)]),
  vag(OSKAR, 1, [
    ...ettAr,
    avslutad(25),
    kompletterad('arbete_studier_arbetssokande', 'arbete', 'lon', 5),
    kontaktad(7, false),
  ]),
  vag(HEDDA, 60, [
    ...ettAr,
    planuppfoljd(3),
    foreslarForlangning(3),
    beviljadForlangning,
    avslutad(50),
    kompletterad('fortsatt_rehabilitering', 'fortsatt_rehabilitering', 'sjukersattning', 3),
    kontaktad(10, false),
    kontaktad(5, false),
    kontaktad(1, false),
    uppfoljd('ej_nadd'),
  ]),
  vag(MOA, 90, [...antagen, ...iArbete(), avslutad(20), kompletterad('felregistrering', 'ingen', 'annan', 1)]),
  vag(ALVA, 70, [granskad(), ...yttranden(3), rekommenderad('inte_aktuell')], { avidentifierad: true }),
  vag(AGNES, 20, [...konsulterad('rad'), stangdUtanAterkoppling]),
  vag(OSKAR, 80, [...konsulterad('rad'), aterkopplad('personen_vill_inte')]),
  vag(MOA, 15, [...konsulterad('bordlagd'), ...yttranden(), rekommenderad('inskrivning'), svarar('ja'), inskriven]),
];

/** Remisser that were incomplete, sent on, taken back or wrong, and what waits beside the ordinary way. */
const vidMottagningen: readonly Demofall[] = [
  samba(FIA, 4, [granskad('komplettering')]),
  samba(VERA, 30, [granskad('komplettering')]),
  samba(INES, 2, [granskad('komplettering'), kompletteradRemiss, granskad()]),
  samba(IVAR, 50, [granskad('komplettering'), stangdUtanKomplettering]),
  samba(ARVID, 1, [granskad('annan_insats', 'samba_rehab')], { gallerOcksa: 'samba_rehab' }),
  samba(PELLE, 33, [granskad(), atertagen]),
  samba(FIA, 44, [felregistrerad]),
  samba(VERA, 1, [granskad(), skyndsamt], { skyndsam: true }),
  samba(INES, 6, konsulterad('styrgrupp')),
  samba(IVAR, 45, [...konsulterad('inskrivning'), svarar('ja'), flyttad]),
  vag(ALVA, 5, konsulterad('komplettering')),
];

/** Those who fill the places of SAMBA: it is full since more than thirty working days. */
const underDeltagandet: readonly Demofall[] = [
  samba(FIA, 3, [...antagen, ...iArbete(), planuppfoljd(2), flerpartsmote, atgardGjord]),
  samba(ARVID, 2, [...antagen, ...iArbete(), planuppfoljd(2), teamlyft]),
  samba(VERA, 6, [...antagen, ...iArbete('ratt_ersattning'), planuppfoljd(2), styrgruppslyft]),
  samba(PELLE, 8, [...antagen, ...iArbete(), planuppfoljd(3), samtyckeAterkallat]),
  samba(INES, 10, [...antagen, ...iArbete(), planuppfoljd(2)], { samtyckeSlutarOm: 25 }),
  samba(FIA, 7, [...antagen, ...iArbete(), planuppfoljd(2), nyKoordinator]),
  samba(IVAR, 0, [...antagen, ...iArbete(), planuppfoljd(2), avslutad(foreNu(50)), ateroppnad(foreNu(47))]),
  samba(ARVID, 20, [...antagen, utanKartlaggning, skattad, planlagd, planuppfoljd(2)]),
  samba(VERA, 15, [...narmareArbete, avvikelse]),
];

/** The queue of SAMBA: one who was not reached, one who is offered the place instead, one who waits. */
const iKo: readonly Demofall[] = [
  samba(FIA, 0, [
    ...konsulterad('inskrivning'),
    svarar('ja'),
    koad(30),
    erbjuden(15),
    sokt(13),
    sokt(10),
    sokt(7),
    inteNadd(6),
  ]),
  samba(INES, 0, [...konsulterad('inskrivning'), svarar('ja'), koad(26), erbjuden(5), sokt(3)]),
  samba(PELLE, 0, [...konsulterad('inskrivning'), svarar('ja'), koad(20)]),
];

/** SAMBA Rehab offers everybody a förgrupp before inskrivning. */
const iRehab: readonly Demofall[] = [
  rehab(ARVID, 1, []),
  rehab(IVAR, 3, konsulterad('forgrupp')),
  rehab(FIA, 12, [...konsulterad('forgrupp'), forgruppStartad]),
  rehab(INES, 2, [...konsulterad('forgrupp'), forgruppStartad, forgruppKlar]),
  rehab(VERA, 14, [...konsulterad('forgrupp'), forgruppStartad, forgruppKlar, svarar('ja'), inskriven, ...iArbete()]),
];

const merIVagknuten: readonly Demofall[] = [
  vag(OSKAR, 5, [...antagen, ...iArbete(), planuppfoljd(2), foreslarMedel(18_000)]),
  vag(HEDDA, 60, [...antagen, ...iArbete(), avslutad(15), kompletterad('avliden', 'ingen', 'annan', 1)]),
];

/** Closed so long ago that they are due for gallring. */
const attGallra: readonly Demofall[] = [
  samba(FIA, 1_850, [granskad('inte_aktuell')]),
  samba(VERA, 1_870, [felregistrerad]),
  samba(INES, 1_900, [granskad(), atertagen]),
];

/** Every case of the demo. */
export const demofall: readonly Demofall[] = [
  ...iSamba,
  ...iVagknuten,
  ...vidMottagningen,
  ...underDeltagandet,
  ...iKo,
  ...iRehab,
  ...merIVagknuten,
  ...attGallra,
];
