import type { Arenderad, Relation, Star } from './arendetabell.js';
import type { Vem } from './folk.js';
import { fraga, utfallOf, type Besokare, type Cell, type Utfall } from './prova.js';
import type { Provarende } from './varld.js';

/** What a row is told by. */
export const rubrik = (rutt: string, variant: string | undefined): string =>
  variant === undefined ? rutt : `${rutt} (${variant})`;

/** Everybody at once, each asking one thing after the other. */
export const varOchEn = async (
  besokare: readonly Besokare[],
  asked: (one: Besokare) => Promise<Cell[]>,
): Promise<Cell[]> => (await Promise.all(besokare.map(asked))).flat();

const stands = (star: Star, relationer: readonly Relation[], vem: Vem): boolean =>
  relationer.some((relation) => star[relation].some((one) => one === vem));

function vantat({ in: given, sinRemiss = [], medRollen = [], annars = 404 }: Arenderad, star: Star, vem: Vem): Utfall {
  if (vem === 'utloggad') return 'loggas in';
  if (stands(star, given, vem)) return 'in';
  if (medRollen.some((one) => one === vem)) return '404';
  return stands(star, sinRemiss, vem) ? 'sin remiss' : String(annars);
}

const MED_SAMTYCKE: readonly Relation[] = ['remittent', 'medhandlaggare', 'team'];

/**
 * Whether the answer may change with samtycke: every page, and the decisions that somebody may take by being remittent,
 * medhandläggare or representative. Every kind of decision is asked for, shown and sent, in the first situation.
 */
export const beroende = ({ rutt, in: given }: Arenderad): boolean =>
  !rutt.includes('/beslut/:typ') || (rutt.startsWith('POST ') && given.some((one) => MED_SAMTYCKE.includes(one)));

/** An ärende in a situation, and who stands to it how. */
export interface Situationen {
  readonly situation: string;
  readonly star: Star;
  readonly arende: Provarende;
}

/** Asks for each row of the table as everybody, and sets what she is answered beside what she should be. */
export const fragaOmArende = (
  besokare: readonly Besokare[],
  { situation, star, arende }: Situationen,
  rader: readonly Arenderad[],
): Promise<Cell[]> =>
  varOchEn(besokare, async (one) => {
    const celler: Cell[] = [];
    for (const rad of rader) {
      const fick = utfallOf(rad.rutt, await fraga(one, rad.rutt, rad.adress(arende)));
      const given = { vantat: vantat(rad, star, one.vem), fick };
      celler.push({ situation, rutt: rubrik(rad.rutt, rad.variant), vem: one.vem, ...given });
    }
    return celler;
  });
