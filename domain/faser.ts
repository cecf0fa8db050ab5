import type { Kodlista, Kod } from './koder.js';

/** The phases of an ärende, in the order in which the case page shows them (design 2). */
export const faser = {
  mottagen: 'Mottagen',
  komplettering: 'Komplettering',
  konsultation: 'Konsultation',
  styrgrupp: 'Hos styrgruppen',
  rad: 'Råd',
  forgrupp: 'Förgrupp',
  inskrivning: 'Inskrivning',
  ko: 'Kö',
  kartlaggning: 'Kartläggning',
  process: 'Process',
  verkstallighet: 'Verkställighet',
  bada: 'Process och verkställighet',
  avslut: 'Avslut',
  uppfoljning: '90-dagarsuppföljning',
  stangd: 'Stängd',
} as const satisfies Kodlista;
export type Fas = Kod<typeof faser>;

/** The phases before somebody takes part, in which a remiss can be withdrawn (a förgrupp may also come after). */
export const faserForeInskrivning = [
  'mottagen',
  'komplettering',
  'konsultation',
  'styrgrupp',
  'rad',
  'forgrupp',
  'inskrivning',
  'ko',
] as const satisfies Fas[];

/** The phases in which somebody takes part in the insats and occupies a place; a förgrupp after inskrivning is one too. */
export const deltagandefaser = ['kartlaggning', 'process', 'verkstallighet', 'bada'] as const satisfies Fas[];

/** The working phases: movement between them is free (design 2.8). */
export const arbetsfaser = ['process', 'verkstallighet', 'bada'] as const satisfies Fas[];
export type Arbetsfas = (typeof arbetsfaser)[number];

/** Every phase of an ärende that is not closed. */
export const oppnaFaser = [
  ...faserForeInskrivning,
  ...deltagandefaser,
  'avslut',
  'uppfoljning',
] as const satisfies Fas[];

/** The decisions that people take on an ärende. Each is one Update, one transaction and one entry in the timeline. */
export const beslut = {
  granskning: 'Granska remissen',
  komplettering: 'Komplettera remissen',
  utebliven_komplettering: 'Ta ställning till utebliven komplettering',
  atertagande: 'Ta tillbaka remissen',
  identifiering: 'Lägg till identitet och samtycke',
  skyndsamhet: 'Ta upp skyndsamt',
  yttrande: 'Lämna yttrande',
  rekommendation: 'Registrera rekommendation',
  rekommendationsrattelse: 'Rätta rekommendationen',
  styrgruppsbeslut: 'Svara för styrgruppen',
  aterkoppling: 'Återkoppla på rådet',
  utebliven_aterkoppling: 'Stäng utan återkoppling',
  atgardsrapport: 'Rapportera åtgärden',
  forgruppsstart: 'Registrera start i förgrupp',
  forgruppsresultat: 'Registrera resultat av förgruppen',
  personens_svar: 'Registrera personens svar',
  ej_aktuell: 'Stäng: ej aktuell längre',
  inskrivning: 'Skriv in',
  koprioritet: 'Se över turen i kön',
  erbjudandekontakt: 'Registrera kontakt om platsen',
  erbjudandesvar: 'Registrera svar på erbjudandet',
  kartlaggning: 'Avsluta kartläggningen',
  utan_kartlaggning: 'Besluta: utan kartläggning',
  sparbyte: 'Byt spår',
  genomforandeplan: 'Spara genomförandeplan',
  skattning: 'Registrera skattning',
  fasbyte: 'Byt arbetsfas',
  planuppfoljning: 'Registrera planuppföljning',
  flerpartsmote: 'Registrera flerpartsmöte',
  teamlyft: 'Lyft till teamet',
  teamlyftsvar: 'Registrera teamets svar',
  styrgruppslyft: 'Lyft till styrgruppen',
  avvikelse: 'Meddela avvikelse',
  medelforslag: 'Föreslå kompetenshöjande medel',
  medelbeslut: 'Besluta om kompetenshöjande medel',
  aktivitet: 'Registrera aktivitet',
  aktivitetsslut: 'Avsluta aktivitet',
  ersattningsansokan: 'Registrera ansökan om ersättning',
  ersattningsbeslut: 'Registrera besked om ersättning',
  paus: 'Pausa insatsen',
  pausslut: 'Avsluta pausen',
  insatstidsoversyn: 'Registrera översyn av insatstiden',
  forlangningsforslag: 'Föreslå förlängning',
  forlangning: 'Besluta om förlängning',
  undantag: 'Besluta om undantag från längsta tid',
  koordinatorsbyte: 'Byt koordinator',
  overlamning: 'Lämna över till en annan person',
  avslut: 'Avsluta insatsen',
  avslutsuppgifter: 'Komplettera avslutet',
  kontaktforsok: 'Registrera kontaktförsök',
  uppfoljning: 'Registrera 90-dagarsuppföljningen',
  samtycke: 'Registrera samtycke',
  samtyckesaterkallelse: 'Registrera återkallat samtycke',
  skyddad_identitet: 'Registrera skyddade personuppgifter',
  profilbyte: 'Flytta till ny profilversion',
  felregistrering: 'Stäng som felregistrerad',
  ateroppning: 'Öppna ärendet igen',
} as const satisfies Kodlista;
export type Beslutstyp = Kod<typeof beslut>;

/** A way through the process: a decision taken in a phase leads to a phase, or (`samma`) leaves the case where it is. */
export interface Overgang {
  readonly beslut: Beslutstyp;
  readonly fran: readonly Fas[];
  readonly till: Fas | 'samma';
  /** The outcome that leads this way, in words for the process picture. */
  readonly nar?: string;
}

/** A förgrupp after inskrivning is a participation already: what concerns its time and its partners goes on there too. */
export const forgruppsdeltagande: readonly Beslutstyp[] = [
  'flerpartsmote',
  'avvikelse',
  'paus',
  'pausslut',
  'insatstidsoversyn',
  'forlangningsforslag',
  'forlangning',
  'undantag',
];

/** Decisions that leave a participation where it is. */
const underDeltagandet = (...typer: readonly Beslutstyp[]): Overgang[] =>
  typer.map((beslutstyp) => ({
    beslut: beslutstyp,
    fran: forgruppsdeltagande.includes(beslutstyp) ? ['forgrupp', ...deltagandefaser] : deltagandefaser,
    till: 'samma',
  }));

/** The one table of the process. Checks, transactions, pages, pictures and tests all read it. */
export const overgangar: readonly Overgang[] = [
  { beslut: 'granskning', fran: ['mottagen'], till: 'konsultation', nar: 'tas emot' },
  { beslut: 'granskning', fran: ['mottagen'], till: 'komplettering', nar: 'behöver kompletteras' },
  { beslut: 'granskning', fran: ['mottagen'], till: 'stangd', nar: 'inte aktuell, annan insats' },
  { beslut: 'komplettering', fran: ['komplettering'], till: 'mottagen', nar: 'före granskningen' },
  { beslut: 'komplettering', fran: ['komplettering'], till: 'konsultation', nar: 'på teamets begäran' },
  { beslut: 'utebliven_komplettering', fran: ['komplettering'], till: 'samma', nar: 'ny frist' },
  { beslut: 'utebliven_komplettering', fran: ['komplettering'], till: 'konsultation', nar: 'prövas ändå' },
  { beslut: 'utebliven_komplettering', fran: ['komplettering'], till: 'stangd', nar: 'stängs' },
  { beslut: 'atertagande', fran: faserForeInskrivning, till: 'stangd' },
  {
    beslut: 'identifiering',
    fran: ['mottagen', 'komplettering', 'konsultation', 'styrgrupp', 'rad'],
    till: 'samma',
  },
  { beslut: 'skyndsamhet', fran: ['konsultation'], till: 'samma' },
  { beslut: 'yttrande', fran: ['konsultation'], till: 'samma' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'samma', nar: 'bordlagd' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'rad', nar: 'råd' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'forgrupp', nar: 'förgrupp' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'inskrivning', nar: 'inskrivning' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'komplettering', nar: 'komplettering' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'styrgrupp', nar: 'lyft till styrgruppen' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'stangd', nar: 'inte aktuell, annan insats' },
  { beslut: 'rekommendationsrattelse', fran: oppnaFaser, till: 'samma' },
  { beslut: 'styrgruppsbeslut', fran: ['styrgrupp'], till: 'konsultation', nar: 'åter till teamet' },
  { beslut: 'styrgruppsbeslut', fran: deltagandefaser, till: 'samma' },
  { beslut: 'aterkoppling', fran: ['rad'], till: 'konsultation', nar: 'gick inte, delvis' },
  { beslut: 'aterkoppling', fran: ['rad'], till: 'stangd', nar: 'genomfört, personen vill inte' },
  { beslut: 'utebliven_aterkoppling', fran: ['rad'], till: 'stangd', nar: 'ingen återkoppling' },
  { beslut: 'atgardsrapport', fran: oppnaFaser, till: 'samma' },
  { beslut: 'forgruppsstart', fran: ['forgrupp'], till: 'samma' },
  { beslut: 'forgruppsresultat', fran: ['forgrupp'], till: 'inskrivning', nar: 'ja' },
  { beslut: 'forgruppsresultat', fran: ['forgrupp'], till: 'kartlaggning', nar: 'efter inskrivning' },
  { beslut: 'forgruppsresultat', fran: ['forgrupp'], till: 'rad', nar: 'nej: råd' },
  { beslut: 'forgruppsresultat', fran: ['forgrupp'], till: 'konsultation', nar: 'nej: åter till teamet' },
  { beslut: 'personens_svar', fran: ['inskrivning'], till: 'samma', nar: 'ja' },
  { beslut: 'personens_svar', fran: ['inskrivning', 'ko'], till: 'stangd', nar: 'nej' },
  { beslut: 'ej_aktuell', fran: ['rad', 'forgrupp', 'inskrivning', 'ko'], till: 'stangd' },
  { beslut: 'inskrivning', fran: ['inskrivning', 'ko'], till: 'kartlaggning', nar: 'plats finns' },
  { beslut: 'inskrivning', fran: ['inskrivning', 'ko'], till: 'forgrupp', nar: 'börjar i förgrupp' },
  { beslut: 'inskrivning', fran: ['inskrivning'], till: 'ko', nar: 'fullt' },
  { beslut: 'koprioritet', fran: ['ko'], till: 'samma' },
  { beslut: 'erbjudandekontakt', fran: ['ko'], till: 'samma' },
  { beslut: 'erbjudandesvar', fran: ['ko'], till: 'kartlaggning', nar: 'ja' },
  { beslut: 'erbjudandesvar', fran: ['ko'], till: 'forgrupp', nar: 'ja, börjar i förgrupp' },
  { beslut: 'erbjudandesvar', fran: ['ko'], till: 'samma', nar: 'nåddes inte' },
  { beslut: 'erbjudandesvar', fran: ['ko'], till: 'stangd', nar: 'nej' },
  { beslut: 'kartlaggning', fran: ['kartlaggning'], till: 'process' },
  { beslut: 'utan_kartlaggning', fran: ['kartlaggning'], till: 'process' },
  { beslut: 'utan_kartlaggning', fran: ['kartlaggning'], till: 'bada' },
  { beslut: 'fasbyte', fran: arbetsfaser, till: 'process' },
  { beslut: 'fasbyte', fran: arbetsfaser, till: 'verkstallighet' },
  { beslut: 'fasbyte', fran: arbetsfaser, till: 'bada' },
  { beslut: 'planuppfoljning', fran: arbetsfaser, till: 'samma' },
  { beslut: 'sparbyte', fran: arbetsfaser, till: 'samma' },
  ...underDeltagandet(
    'genomforandeplan',
    'skattning',
    'flerpartsmote',
    'teamlyft',
    'teamlyftsvar',
    'styrgruppslyft',
    'avvikelse',
    'medelforslag',
    'medelbeslut',
    'aktivitet',
    'aktivitetsslut',
    'ersattningsansokan',
    'ersattningsbeslut',
    'paus',
    'pausslut',
    'insatstidsoversyn',
    'forlangningsforslag',
    'forlangning',
    'undantag',
  ),
  { beslut: 'koordinatorsbyte', fran: ['forgrupp', 'ko', ...deltagandefaser, 'avslut', 'uppfoljning'], till: 'samma' },
  { beslut: 'overlamning', fran: oppnaFaser, till: 'samma' },
  { beslut: 'avslut', fran: ['forgrupp', ...deltagandefaser], till: 'avslut' },
  { beslut: 'avslutsuppgifter', fran: ['avslut'], till: 'uppfoljning' },
  { beslut: 'avslutsuppgifter', fran: ['avslut'], till: 'stangd', nar: 'avliden, felregistrering' },
  { beslut: 'kontaktforsok', fran: ['avslut', 'uppfoljning'], till: 'samma' },
  { beslut: 'uppfoljning', fran: ['uppfoljning'], till: 'stangd' },
  { beslut: 'samtycke', fran: oppnaFaser, till: 'samma' },
  { beslut: 'samtyckesaterkallelse', fran: oppnaFaser, till: 'samma' },
  { beslut: 'skyddad_identitet', fran: oppnaFaser, till: 'samma' },
  { beslut: 'profilbyte', fran: oppnaFaser, till: 'samma' },
  { beslut: 'felregistrering', fran: oppnaFaser, till: 'stangd' },
  { beslut: 'ateroppning', fran: ['stangd'], till: 'mottagen', nar: 'stängd vid granskningen' },
  { beslut: 'ateroppning', fran: ['stangd'], till: 'konsultation', nar: 'stängd före inskrivningen' },
  { beslut: 'ateroppning', fran: ['stangd', 'avslut', 'uppfoljning'], till: 'process', nar: 'avslutad av misstag' },
  {
    beslut: 'ateroppning',
    fran: ['stangd', 'avslut', 'uppfoljning'],
    till: 'kartlaggning',
    nar: 'avslutad av misstag före kartläggningen',
  },
  { beslut: 'ateroppning', fran: ['stangd'], till: 'uppfoljning', nar: 'uppföljningen görs om' },
];

/** Whether a decision can be taken in a phase at all. */
export const isPossibleIn = (typ: Beslutstyp, fas: Fas): boolean =>
  overgangar.some((overgang) => overgang.beslut === typ && overgang.fran.includes(fas));

/** Whether the table has a way from one phase to another by a decision. */
export const isLegal = (typ: Beslutstyp, fran: Fas, till: Fas): boolean =>
  overgangar.some(
    (overgang) =>
      overgang.beslut === typ &&
      overgang.fran.includes(fran) &&
      (overgang.till === till || (overgang.till === 'samma' && fran === till)),
  );
