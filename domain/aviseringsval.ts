import type { Kod, Kodlista, Rollkod } from './koder.js';

/** What a person is told of. */
export const aviseringsslag = {
  kvitto: 'Kvitto på din egen remiss',
  uppgift: 'Ny uppgift',
  paminnelse: 'Påminnelse om en uppgift',
  besked: 'Besked om något som har beslutats eller hänt',
  rekommendation: 'Teamets besked på din remiss',
  kallelse: 'Kallelse till möte, till din kalender',
  inkallelse: 'Du är inkallad som ersättare',
  ersattning: 'Du är ersättare för en kollega som är borta',
  kannedom: 'En försening som du ska känna till',
  nodatkomst: 'Nödåtkomst till ett ärende har öppnats',
} as const satisfies Kodlista;
export type Aviseringsslag = Kod<typeof aviseringsslag>;

/** How: by a mail of its own, with the morning's mail, or not at all. */
export const aviseringssatt = {
  direkt: 'I ett eget mejl, på arbetstid',
  samlat: 'I morgonens mejl',
  inte: 'Inte alls',
} as const satisfies Kodlista;
export type Aviseringssatt = Kod<typeof aviseringssatt>;

/** Why somebody was not told of something that stands on the case. */
export const hoppskal = {
  valt_bort: 'Personen har valt bort den här sortens mejl',
  vilar: 'Uppgiften är undanlagd',
  samma_person: 'Samma person som i ett tidigare steg',
  samma_mejl: 'Står redan i samma mejl',
} as const satisfies Kodlista;
export type Hoppskal = Kod<typeof hoppskal>;

const STANDARD: Readonly<Record<Aviseringsslag, Aviseringssatt>> = {
  kvitto: 'direkt',
  uppgift: 'samlat',
  paminnelse: 'samlat',
  besked: 'samlat',
  rekommendation: 'direkt',
  kallelse: 'direkt',
  inkallelse: 'direkt',
  ersattning: 'samlat',
  kannedom: 'samlat',
  nodatkomst: 'direkt',
};

/** What is told at once, at any hour: the receipt for one's own act, and what somebody may have to stop. */
export const garGenast = (slag: string): boolean => slag === 'kvitto' || slag === 'nodatkomst';

/** Roles that owe tasks. */
const SKYLDIGA: readonly Rollkod[] = [
  'handlaggare',
  'medhandlaggare',
  'teamrepresentant',
  'koordinator',
  'sammankallande',
  'styrgrupp',
];
/** Roles that a delay is lifted to. */
const LYFTS_TILL: readonly Rollkod[] = ['sammankallande', 'styrgrupp'];

const ALLA: readonly Aviseringssatt[] = ['direkt', 'samlat', 'inte'];
const MINST: readonly Aviseringssatt[] = ['direkt', 'samlat'];

/**
 * How a person with some roles may choose to hear of one kind of thing, the usual way first in no particular order. A role's
 * minimum cannot be switched off: who owes tasks hears of them, and who delays are lifted to hears of those.
 */
export function valbara(slag: Aviseringsslag, roller: readonly string[]): readonly Aviseringssatt[] {
  const has = (some: readonly string[]) => roller.some((roll) => some.includes(roll));
  switch (slag) {
    case 'kvitto':
      return ['direkt'];
    case 'uppgift':
    case 'paminnelse':
      return has(SKYLDIGA) ? MINST : ALLA;
    case 'kannedom':
      return has(LYFTS_TILL) ? MINST : ALLA;
    // a colleague counts on her
    case 'ersattning':
      return MINST;
    // a calendar file cannot go with others
    case 'inkallelse':
    case 'nodatkomst':
      return ['direkt'];
    case 'kallelse':
      return ['direkt', 'inte'];
    case 'besked':
    case 'rekommendation':
      return ALLA;
  }
}

/** What goes by itself when it is urgent. */
const BRADSKAR: readonly Aviseringsslag[] = ['uppgift', 'paminnelse', 'ersattning'];

/** What decides how a person hears of something. */
export interface Aviseringsgrund {
  readonly roller: readonly string[];
  /** What she has chosen; missing: nothing. */
  readonly valt?: string | undefined;
  /** Whether the ärende is skyndsam, the last day comes before the next morning's mail, or an absence has begun. */
  readonly bradskande?: boolean | undefined;
}

/** How a person hears of something: as she has chosen, if her roles let her, otherwise as is usual. */
export function sattFor(slag: Aviseringsslag, { roller, valt, bradskande = false }: Aviseringsgrund): Aviseringssatt {
  const chosen = valbara(slag, roller).find((one) => one === valt) ?? STANDARD[slag];
  return bradskande && BRADSKAR.includes(slag) && chosen === 'samlat' ? 'direkt' : chosen;
}

/** The usual way of a kind of thing. */
export const standardsatt = (slag: Aviseringsslag): Aviseringssatt => STANDARD[slag];
