import type { Beslutstyp } from '../../domain/faser.js';
import type { Person } from './folk.js';
import type { Provarende, Situation } from './varld.js';

/** The ways in which somebody stands to an ärende (design 3), and the two that the whole ärende is nobody's by. */
export type Relation =
  | 'remittent'
  | 'avsandare'
  | 'medhandlaggare'
  | 'team'
  | 'koordinator'
  | 'sammankallande'
  | 'styrgrupp'
  | 'kansli'
  | 'granskare';

export type Star = Readonly<Record<Relation, readonly Person[]>>;

/** What does not change with samtycke: who carries it, leads it, decides on what is lifted, and watches. */
const oavsett = {
  koordinator: ['koordinator', 'vikarie'],
  sammankallande: ['sammankallande'],
  styrgrupp: ['styrgrupp'],
  kansli: ['kansli'],
  granskare: ['granskare'],
  // she sent it, and may always read what she wrote
  avsandare: ['remittent'],
} as const;

const vuxenpsykiatrin = {
  medhandlaggare: ['medhandlaggare'],
  team: ['teamrepresentant', 'teamersattare'],
} as const;

const ingenAvVuxenpsykiatrin = { medhandlaggare: [], team: [] } as const;

/** Who stands how to the ärende of each situation. */
export const STAR: Readonly<Record<Situation, Star>> = {
  oppet: { ...oavsett, remittent: ['remittent'], ...vuxenpsykiatrin },
  aterkallat: { ...oavsett, remittent: ['remittent'], ...ingenAvVuxenpsykiatrin },
  utgatt: { ...oavsett, remittent: ['remittent'], ...ingenAvVuxenpsykiatrin },
  utan_remittentens: { ...oavsett, remittent: [], ...vuxenpsykiatrin },
  // there is nobody to give samtycke: the consultation is the whole team's
  avidentifierat: {
    ...oavsett,
    remittent: ['remittent'],
    medhandlaggare: ['medhandlaggare'],
    team: ['teamrepresentant', 'teamersattare', 'representant_utan_samtycke'],
  },
};

/** One address about an ärende. */
export interface Arenderad {
  readonly rutt: string;
  /** What tells this row from others of the same route. */
  readonly variant?: string;
  readonly adress: (arende: Provarende) => string;
  /** Who is let in. */
  readonly in: readonly Relation[];
  /** Who is led to the page of her remiss instead. */
  readonly sinRemiss?: readonly Relation[];
  /** Who has the role for it, and is told that it does not exist when the ärende is not open to her. */
  readonly medRollen?: readonly Person[];
  /** What everybody else is answered: 404, as if it did not exist; 403 where a role is what is missing. */
  readonly annars?: 403 | 404;
}

const LEDER = ['koordinator', 'sammankallande'] as const;
const LASER = [...LEDER, 'team'] as const;

const arende = (metod: 'GET' | 'POST', del: string, given: readonly Relation[], adress = del): Arenderad => ({
  rutt: `${metod} /arenden/:nummer${del}`,
  adress: ({ nummer }) => `/arenden/${nummer}${adress}`,
  in: given,
  sinRemiss: ['avsandare'],
});

const remiss = (metod: 'GET' | 'POST', del: string): Arenderad => ({
  rutt: `${metod} /remisser/:nummer${del}`,
  adress: ({ nummer }) => `/remisser/${nummer}${del}`,
  in: ['avsandare'],
});

/** The pages of an ärende, the writing in it that decides nothing, and its files. */
const sidor: readonly Arenderad[] = [
  arende('GET', '', LASER),
  arende('GET', '/anteckningar', LASER),
  arende('GET', '/anteckningar/utskrift', LASER),
  arende('GET', '/dokument', LASER),
  arende('GET', '/moten', LASER),
  arende('GET', '/plan', LASER),
  arende('GET', '/plan/:version/utskrift', LASER, '/plan/1/utskrift'),
  arende('GET', '/samtycken', LASER),
  arende('GET', '/tidslinje', LASER),
  arende('GET', '/underlag', LASER),
  // whom a reminder reached by name: who leads the case
  arende('GET', '/paminnelser', LEDER),
  // who has read the ärende
  arende('GET', '/logg', ['sammankallande']),
  arende('POST', '/anteckningar', LEDER),
  arende('POST', '/dokument', LEDER),
  remiss('GET', ''),
  remiss('GET', '/bilagor'),
  remiss('POST', '/bilagor'),
  {
    rutt: 'GET /bilagor/:id',
    variant: 'a file of the remiss',
    adress: ({ remissfil }) => `/bilagor/${remissfil}`,
    in: [...LASER, 'avsandare'],
  },
  {
    rutt: 'GET /bilagor/:id',
    variant: 'a signed samtycke',
    adress: ({ samtyckesfil }) => `/bilagor/${samtyckesfil}`,
    in: LEDER,
  },
  {
    rutt: 'GET /kansli/arenden/:nummer',
    adress: ({ nummer }) => `/kansli/arenden/${nummer}`,
    in: ['kansli'],
    medRollen: ['kansli'],
    annars: 403,
  },
  {
    rutt: 'GET /logg/registerutdrag/:nummer',
    adress: ({ nummer }) => `/logg/registerutdrag/${nummer}`,
    in: ['granskare'],
    medRollen: ['granskare'],
    annars: 403,
  },
];

/** Koordinator: phases 4–11. Sammankallande leads the insats, and may do what a koordinator may when she is not there. */
const DELTAGANDE = LEDER;
/** Of one's own remiss; from outside the parter sammankallande is who sent it. */
const REMISSEN = ['remittent', 'sammankallande'] as const;

/** Who may take each kind of decision (design 2 and 3). */
const BESLUT: Readonly<Record<Beslutstyp, readonly Relation[]>> = {
  // 2.2 Mottagen
  granskning: ['sammankallande'],
  komplettering: REMISSEN,
  utebliven_komplettering: ['sammankallande'],
  atertagande: ['remittent'],
  identifiering: REMISSEN,
  // 2.3 Konsultation
  skyndsamhet: ['sammankallande'],
  yttrande: ['team', 'sammankallande'],
  rekommendation: ['sammankallande'],
  rekommendationsrattelse: ['sammankallande'],
  styrgruppsbeslut: ['styrgrupp'],
  atgardsrapport: ['medhandlaggare', ...LEDER],
  aterkoppling: REMISSEN,
  utebliven_aterkoppling: ['sammankallande'],
  // 2.4 Förgrupp
  forgruppsstart: DELTAGANDE,
  forgruppsresultat: DELTAGANDE,
  // 2.5 Inskrivning, kö och plats
  personens_svar: REMISSEN,
  inskrivning: ['sammankallande'],
  koprioritet: ['sammankallande'],
  erbjudandekontakt: DELTAGANDE,
  erbjudandesvar: DELTAGANDE,
  ej_aktuell: DELTAGANDE,
  // 2.6 Kartläggning
  kartlaggning: DELTAGANDE,
  utan_kartlaggning: ['sammankallande'],
  sparbyte: DELTAGANDE,
  genomforandeplan: DELTAGANDE,
  skattning: DELTAGANDE,
  // 2.7 Process
  planuppfoljning: DELTAGANDE,
  flerpartsmote: DELTAGANDE,
  teamlyft: DELTAGANDE,
  teamlyftsvar: ['sammankallande'],
  styrgruppslyft: DELTAGANDE,
  avvikelse: DELTAGANDE,
  medelforslag: DELTAGANDE,
  medelbeslut: ['sammankallande', 'styrgrupp'],
  // 2.8 Verkställighet
  fasbyte: DELTAGANDE,
  aktivitet: DELTAGANDE,
  aktivitetsslut: DELTAGANDE,
  ersattningsansokan: DELTAGANDE,
  ersattningsbeslut: DELTAGANDE,
  // 2.9 Insatstid
  paus: DELTAGANDE,
  pausslut: DELTAGANDE,
  insatstidsoversyn: DELTAGANDE,
  forlangningsforslag: DELTAGANDE,
  forlangning: ['sammankallande'],
  undantag: ['styrgrupp'],
  // 2.10 and 2.11 Avslut and what follows
  avslut: DELTAGANDE,
  avslutsuppgifter: DELTAGANDE,
  kontaktforsok: DELTAGANDE,
  uppfoljning: DELTAGANDE,
  // at any time
  samtycke: ['remittent', ...LEDER],
  samtyckesaterkallelse: ['remittent', ...LEDER],
  skyddad_identitet: LEDER,
  koordinatorsbyte: ['sammankallande'],
  // the förvaltare's, of everything that is somebody's: never on an ärende
  overlamning: [],
  profilbyte: ['sammankallande'],
  felregistrering: ['sammankallande'],
  ateroppning: ['sammankallande'],
};

export const beslutstyper = Object.keys(BESLUT) as Beslutstyp[];

const beslutsrad =
  (metod: 'GET' | 'POST') =>
  (typ: Beslutstyp): Arenderad => ({
    rutt: `${metod} /arenden/:nummer/beslut/:typ`,
    variant: typ,
    adress: ({ nummer }) => `/arenden/${nummer}/beslut/${typ}`,
    in: BESLUT[typ],
  });

/** Every address about an ärende. */
export const arenderader: readonly Arenderad[] = [
  ...sidor,
  ...beslutstyper.map(beslutsrad('GET')),
  ...beslutstyper.map(beslutsrad('POST')),
];
