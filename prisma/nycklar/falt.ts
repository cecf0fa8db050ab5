/** What a listed column holds, which decides how it is encrypted: of JSON the texts in it, and never its structure. */
export type Innehall = 'text' | 'json' | 'bytes';

/** The encrypted columns of one table, and which data key a row's are encrypted with. */
export interface KrypteradTabell {
  /** Columns that hold the id the key belongs to; the first that is not null. What follows a `/` is not of the id. */
  readonly agare: readonly [string, ...string[]];
  /** Set when that id is another table's, whose row names the ärende. */
  readonly via?: string;
  readonly falt: Readonly<Record<string, Innehall>>;
}

const text = (...names: string[]): Record<string, Innehall> =>
  Object.fromEntries(names.map((name) => [name, 'text'] as const));

const arendets = (...names: string[]): KrypteradTabell => ({ agare: ['arendeId'], falt: text(...names) });

/**
 * Every column that is encrypted at rest, by the names that the tables have in the database. A person's own details have a
 * key of their own, because several ärenden share them; a draft has one until it is sent, and what belongs to an insats
 * or a hand-over has that one's.
 */
export const krypterade: Readonly<Record<string, KrypteradTabell>> = {
  individ: { agare: ['id'], falt: text('personnummer', 'namn', 'alias') },
  utkast: { agare: ['id'], falt: { innehall: 'json' } },
  remiss: arendets(
    'namn',
    'telefon',
    'epost',
    'sprak',
    'problembild',
    'involverade',
    'skyndsamSkal',
    'behorighetSkal',
    'kalla',
    'fraga',
  ),
  samtycke: arendets('andamal', 'sprak', 'aterkallatSatt'),
  aktualiserande_verksamhet: arendets('namn'),
  bilaga: { agare: ['arendeId', 'utkastId'], falt: { filnamn: 'text', innehall: 'bytes' } },
  beslut: { agare: ['arendeId'], falt: { formular: 'json' } },
  yttrande: arendets('text'),
  rekommendation: arendets('motivering'),
  rekommendationsrattelse: {
    agare: ['rekommendationId'],
    via: 'rekommendation',
    falt: text('motivering', 'skal'),
  },
  atgard: arendets('ansvarig', 'atgard', 'rapport'),
  komplettering: arendets('fraga', 'svar'),
  styrgruppslyft: arendets('fraga', 'bakgrund', 'alternativ', 'svar'),
  strukturellt_hinder: { agare: ['insatsId'], falt: text('text', 'svar') },
  forgrupp: arendets('text'),
  koplats: arendets('prioritetSkal'),
  erbjudandekontakt: { agare: ['erbjudandeId'], via: 'platserbjudande', falt: text('text') },
  aterkoppling: arendets('text'),
  personens_svar: arendets('till'),
  deltagande: arendets('overinskrivningSkal'),
  kartlaggning: arendets('utanSkal', 'instrument', 'utfordAv', 'sammanfattning', 'resurser', 'hinder'),
  genomforandeplan: {
    agare: ['arendeId'],
    falt: { ...text('mal', 'uppfoljning', 'ansvar', 'deltog', 'invandning', 'kopiaSprak'), delmal: 'json' },
  },
  anteckning: arendets('text'),
  egen_uppgift: { agare: ['arendeId', 'id'], falt: text('text') },
  flerpartsmote: arendets('deltagare', 'text'),
  teamlyft: arendets('fraga', 'svar'),
  avvikelse: arendets('text'),
  medel: arendets('vad', 'motivering', 'beslutsmotivering'),
  aktivitet: arendets('plats', 'text', 'resultat'),
  ersattningsansokan: arendets('text', 'beskedText'),
  paus: arendets('skal'),
  undantag: arendets('skal'),
  koordinatorsbyte: arendets('overlamning'),
  planuppfoljning: arendets('text'),
  forlangning: arendets('behov', 'motivering'),
  avslut: arendets('analys', 'forslag', 'overlamningTill', 'overlamningKontakt'),
  uppfoljning: arendets('text'),
  tilldelning: { agare: ['uppgiftId'], falt: text('not') },
  insatstilldelning: { agare: ['uppgiftId'], falt: text('not') },
  overlamning: { agare: ['id'], falt: text('not') },
  insatsbeslut: { agare: ['insatsId'], falt: { formular: 'json' } },
  nodatkomst: arendets('skal', 'kommentar'),
  gallringsstopp: arendets('skal'),
};

/** Answers of a draft that stand in clear: the list of drafts names the insats. */
export const KLARA_SVAR: readonly string[] = ['insats.insats'];

/** Tables whose texts are of the organisation and its work, of the staff (whose names are no secret), or the system's own. */
export const utanPersonuppgifter: readonly string[] = [
  'forbund',
  'part',
  'verksamhet',
  'anvandare',
  'aviseringsval',
  'sparat_filter',
  'kalenderlank',
  'roll',
  'insats',
  'insatsprofil',
  'profilutkast',
  'team',
  'overlamningspost',
  'sammanstallning',
  'utskick',
  'insatshandelse',
  'insatsuppgift',
  'motoruppdrag',
  'arendenyckel',
  'gallring',
  'gallringspost',
  'arendestatistik',
  'loggkedja',
  'loggsigill',
  'loggsigillande',
];

const kod = 'a code of domain/koder.ts, the profile or the rules';
const iderOchKoder = 'ids, codes and dates only, which rules, lists and counts read in SQL';
const nyckeladHash = 'a keyed hash: what is searched in place of the number';

/** Columns in clear of tables that are about persons, each with the reason. */
export const klara: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  individ: { personnummerHmac: nyckeladHash, idtyp: kod, kon: kod },
  arende: {
    nummer: 'the name of an ärende, without personal data',
    lage: iderOchKoder,
    fas: kod,
    nastaUppgift: kod,
    nastaRoll: kod,
    stangdSom: kod,
    spar: kod,
  },
  remiss: {
    syfte: kod,
    kon: kod,
    kommun: kod,
    uteslutningar: kod,
    utbildning: kod,
    tidIOffentligForsorjning: kod,
  },
  samtycke: { uppgiftsslag: kod, insatser: kod, form: kod, lamnatAv: kod },
  arendelank: { slag: kod },
  bilaga: { slag: kod, typ: 'the media type' },
  kodsvar: { vid: kod, slag: kod, kod, omfattning: kod },
  handelse: { typ: kod, data: iderOchKoder },
  beslut: { typ: kod, data: iderOchKoder, grund: kod },
  motespunkt: { slag: kod },
  yttrande: { svar: kod },
  rekommendation: { utfall: kod, insatsKod: kod },
  rekommendationsrattelse: { narvarande: 'ids of verksamheter' },
  atgard: { kalla: kod, utfall: kod },
  forgrupp: { resultat: kod },
  platserbjudande: { utfall: kod },
  erbjudandekontakt: { satt: kod },
  aterkoppling: { utfall: kod },
  personens_svar: { svar: kod, satt: kod },
  kartlaggning: { spar: kod },
  genomforandeplan: { lage: kod, installning: kod },
  anteckning: { satt: kod, lasare: kod },
  medel: { beslutas: kod, utfall: kod },
  aktivitet: { slag: kod },
  ersattningsansokan: { slag: kod, utfall: kod },
  paus: { orsak: kod },
  forlangning: { utfall: kod },
  avslut: { enkat: kod, orsak: kod },
  kontaktforsok: { satt: kod },
  uppfoljning: { resultat: kod },
  uppgift: { id: 'made of the ärende’s id', typ: kod, roll: kod, ref: 'an id', avslutadSom: kod },
  tilldelning: { uppgiftId: 'made of the ärende’s id' },
  insatstilldelning: { uppgiftId: 'made of the insats’s id' },
  overlamning: { flyttat: iderOchKoder },
  insatsbeslut: { typ: kod, data: iderOchKoder, grund: kod },
  nodatkomst: { part: kod, bedomning: kod },
  logg: {
    handling: kod,
    grund: kod,
    data: iderOchKoder,
    kedja: 'the chain’s own',
    hash: 'the chain’s own',
  },
};
