import type { Beslutstyp } from '../../domain/faser.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { Lage, OppenUppgift } from '../../domain/lage.js';
import type { Installation } from '../support/installation.js';
import type { Personkod } from '../support/grund.js';
import { valj } from './manus.js';

/** A task that somebody does on a day of the year. */
export interface Gors {
  readonly inst: Installation;
  /** The case's number in the script. */
  readonly nr: number;
  readonly lage: Lage;
  readonly uppgift: OppenUppgift;
  readonly dag: Dag;
  readonly remittent: Personkod;
}

type Gora = (given: Gors) => Promise<unknown>;

/** The text of a form: nothing of it may ever stand in a mail. */
export const FORTROLIGT = 'Skrivet i förtroende till den som handlägger.';

const decide =
  (
    typ: Beslutstyp,
    av: (given: Gors) => Personkod,
    data: (given: Gors) => object,
    formular: (given: Gors) => object,
  ): Gora =>
  (given) => {
    const { inst, lage } = given;
    return inst.decide(lage.arendeId, typ, av(given), data(given) as never, formular(given));
  };

const remittent = ({ remittent: den }: Gors): Personkod => den;
const sammankallande = (): Personkod => 'sammankallande';
const koordinator = ({ inst, lage }: Gors): Personkod => personkod(inst, lage.koordinator);
const tomt = () => ({});

const REPRESENTANT: Readonly<Record<string, Personkod>> = {
  fk: 'rep_fk',
  af: 'rep_af',
  psykiatri: 'rep_psykiatri',
  kommun: 'rep_kommun',
};
const representant = ({ inst, uppgift }: Gors): Personkod => {
  const [kod] = Object.entries(inst.grund.verksamhet).find(([, id]) => id === uppgift.verksamhet) ?? [];
  return REPRESENTANT[kod ?? ''] ?? 'sammankallande';
};

function personkod({ grund }: Installation, id: string | undefined): Personkod {
  const [kod] = Object.entries(grund.person).find(([, one]) => one === id) ?? [];
  return (kod ?? 'koordinator') as Personkod;
}

const arbete = {
  sysselsattning: [{ kod: 'arbete', omfattning: 'hel' }],
  forsorjning: [{ kod: 'lon', omfattning: 'hel' }],
};

const avsluta = decide(
  'avslut',
  koordinator,
  ({ dag }) => ({ avslutsdatum: dag }),
  () => ({ analys: FORTROLIGT }),
);
const folja = decide(
  'planuppfoljning',
  koordinator,
  ({ dag }) => ({ datum: dag, steg: 3 }),
  () => ({ text: FORTROLIGT }),
);

/** How each kind of task is done in the year; one that is not among them does not come about in it. */
export const gora: Readonly<Partial<Record<Uppgiftstyp, Gora>>> = {
  granskning: decide(
    'granskning',
    sammankallande,
    ({ nr, uppgift }) => ({
      utfall: valj(
        ['accepterad', 'accepterad', 'accepterad', 'accepterad', 'accepterad', 'komplettering', 'inte_aktuell'],
        'granskning',
        nr,
        uppgift.nr,
      ),
    }),
    tomt,
  ),
  komplettering: decide('komplettering', remittent, tomt, () => ({ text: FORTROLIGT, bilagor: [] })),
  utebliven_komplettering: decide('utebliven_komplettering', sammankallande, () => ({ utfall: 'provas_anda' }), tomt),
  yttrande: decide(
    'yttrande',
    representant,
    ({ uppgift }) => ({ verksamhet: uppgift.verksamhet ?? '' }),
    () => ({
      text: FORTROLIGT,
    }),
  ),
  rekommendation: decide(
    'rekommendation',
    sammankallande,
    ({ inst, nr, uppgift }) => ({
      utfall: valj(
        ['inskrivning', 'inskrivning', 'inskrivning', 'rad', 'bordlagd', 'styrgrupp'],
        'rek',
        nr,
        uppgift.nr,
      ),
      narvarande: Object.values(inst.grund.verksamhet),
    }),
    () => ({
      motivering: FORTROLIGT,
      atgarder: [],
      lyft: { fraga: FORTROLIGT, bakgrund: FORTROLIGT },
    }),
  ),
  styrgruppsbeslut: decide(
    'styrgruppsbeslut',
    () => 'ordforande',
    tomt,
    () => ({ svar: FORTROLIGT }),
  ),
  aterkoppling: decide(
    'aterkoppling',
    remittent,
    ({ nr, uppgift }) => ({ utfall: valj(['genomfort', 'gick_inte'], 'aterkoppling', nr, uppgift.nr) }),
    () => ({ text: FORTROLIGT }),
  ),
  utebliven_aterkoppling: decide('utebliven_aterkoppling', sammankallande, tomt, tomt),
  personens_svar: decide(
    'personens_svar',
    remittent,
    ({ nr, dag }) => ({ svar: valj(['ja', 'ja', 'ja', 'ja', 'nej'], 'svar', nr), datum: dag }),
    () => ({ till: FORTROLIGT, satt: 'mote' }),
  ),
  inskrivning: decide(
    'inskrivning',
    sammankallande,
    ({ inst, nr, dag }) => ({
      beslutsdatum: dag,
      startdatum: dag,
      koordinator: inst.grund.person[valj<Personkod>(['koordinator', 'annan_koordinator'], 'koordinator', nr)],
      overinskrivning: false,
    }),
    tomt,
  ),
  kartlaggning: decide(
    'kartlaggning',
    koordinator,
    ({ dag }) => ({ klar: dag, spar: 'langre_insats' }),
    () => ({ instrument: 'Tuba', utfordAv: 'Test', certifierad: true, sammanfattning: FORTROLIGT }),
  ),
  genomforandeplan: decide(
    'genomforandeplan',
    koordinator,
    ({ dag }) => ({ datum: dag, lage: 'gallande', installning: 'godkanner', kopiaLamnad: true }),
    () => ({
      mal: FORTROLIGT,
      delmal: [],
      uppfoljning: FORTROLIGT,
      ansvar: FORTROLIGT,
      deltog: FORTROLIGT,
      tolk: false,
    }),
  ),
  skattning: decide('skattning', koordinator, ({ dag }) => ({ datum: dag, steg: 2 }), tomt),
  planuppfoljning: (given) => valj<Gora>([folja, avsluta], 'uppfoljning', given.nr, given.uppgift.nr)(given),
  avslutsuppgifter: decide(
    'avslutsuppgifter',
    koordinator,
    () => ({ orsak: 'arbete_studier_arbetssokande', farKontaktas: true }),
    () => ({ ...arbete, farKontaktas: true }),
  ),
  uppfoljning: decide(
    'uppfoljning',
    koordinator,
    ({ dag }) => ({ resultat: 'nadd', datum: dag }),
    () => arbete,
  ),
};

/** The first day on which a task can be done, where that is later than the day on which it was opened. */
export const tidigast = ({ mote, uppfoljning }: Lage, { typ }: OppenUppgift): Dag | undefined =>
  typ === 'rekommendation' ? mote?.dag : typ === 'uppfoljning' ? uppfoljning?.dag : undefined;
