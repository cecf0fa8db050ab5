import type { Kodlista, Kod } from './koder.js';

/** The phases of an ärende, in the order in which the case page shows them (design 2). */
export const faser = {
  mottagen: 'Mottagen',
  konsultation: 'Konsultation',
  rad: 'Råd',
  inskrivning: 'Inskrivning',
  kartlaggning: 'Kartläggning',
  process: 'Process',
  verkstallighet: 'Verkställighet',
  bada: 'Process och verkställighet',
  avslut: 'Avslut',
  uppfoljning: '90-dagarsuppföljning',
  stangd: 'Stängd',
} as const satisfies Kodlista;
export type Fas = Kod<typeof faser>;

/** The phases in which somebody takes part in the insats and occupies a place. */
export const deltagandefaser = ['kartlaggning', 'process', 'verkstallighet', 'bada'] as const satisfies Fas[];

/** The working phases: movement between them is free (design 2.8). */
export const arbetsfaser = ['process', 'verkstallighet', 'bada'] as const satisfies Fas[];
export type Arbetsfas = (typeof arbetsfaser)[number];

/** The decisions that people take on an ärende. Each is one Update, one transaction and one entry in the timeline. */
export const beslut = {
  granskning: 'Granska remissen',
  yttrande: 'Lämna yttrande',
  rekommendation: 'Lämna rekommendation',
  aterkoppling: 'Återkoppla på rådet',
  utebliven_aterkoppling: 'Stäng utan återkoppling',
  personens_svar: 'Registrera personens svar',
  inskrivning: 'Skriv in',
  kartlaggning: 'Avsluta kartläggningen',
  fasbyte: 'Byt arbetsfas',
  planuppfoljning: 'Registrera planuppföljning',
  insatstidsoversyn: 'Registrera översyn av insatstiden',
  forlangningsforslag: 'Föreslå förlängning',
  forlangning: 'Besluta om förlängning',
  avslut: 'Avsluta insatsen',
  avslutsuppgifter: 'Komplettera avslutet',
  kontaktforsok: 'Registrera kontaktförsök',
  uppfoljning: 'Registrera 90-dagarsuppföljningen',
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

/** The one table of the process. Checks, transactions, pages, pictures and tests all read it. */
export const overgangar: readonly Overgang[] = [
  { beslut: 'granskning', fran: ['mottagen'], till: 'konsultation', nar: 'tas emot' },
  { beslut: 'granskning', fran: ['mottagen'], till: 'stangd', nar: 'inte aktuell' },
  { beslut: 'yttrande', fran: ['konsultation'], till: 'samma' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'samma', nar: 'bordlagd' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'rad', nar: 'råd' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'inskrivning', nar: 'inskrivning' },
  { beslut: 'rekommendation', fran: ['konsultation'], till: 'stangd', nar: 'inte aktuell' },
  { beslut: 'aterkoppling', fran: ['rad'], till: 'konsultation', nar: 'gick inte, delvis' },
  { beslut: 'aterkoppling', fran: ['rad'], till: 'stangd', nar: 'genomfört, personen vill inte' },
  { beslut: 'utebliven_aterkoppling', fran: ['rad'], till: 'stangd', nar: 'ingen återkoppling' },
  { beslut: 'personens_svar', fran: ['inskrivning'], till: 'samma', nar: 'ja' },
  { beslut: 'personens_svar', fran: ['inskrivning'], till: 'stangd', nar: 'nej' },
  { beslut: 'inskrivning', fran: ['inskrivning'], till: 'kartlaggning' },
  { beslut: 'kartlaggning', fran: ['kartlaggning'], till: 'process' },
  { beslut: 'fasbyte', fran: arbetsfaser, till: 'process' },
  { beslut: 'fasbyte', fran: arbetsfaser, till: 'verkstallighet' },
  { beslut: 'fasbyte', fran: arbetsfaser, till: 'bada' },
  { beslut: 'planuppfoljning', fran: arbetsfaser, till: 'samma' },
  { beslut: 'insatstidsoversyn', fran: deltagandefaser, till: 'samma' },
  { beslut: 'forlangningsforslag', fran: deltagandefaser, till: 'samma' },
  { beslut: 'forlangning', fran: deltagandefaser, till: 'samma' },
  { beslut: 'avslut', fran: deltagandefaser, till: 'avslut' },
  { beslut: 'avslutsuppgifter', fran: ['avslut'], till: 'uppfoljning' },
  { beslut: 'avslutsuppgifter', fran: ['avslut'], till: 'stangd', nar: 'avliden, felregistrering' },
  { beslut: 'kontaktforsok', fran: ['avslut', 'uppfoljning'], till: 'samma' },
  { beslut: 'uppfoljning', fran: ['uppfoljning'], till: 'stangd' },
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
