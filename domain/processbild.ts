import { arbetsfaser, beslut, faser, overgangar, type Beslutstyp, type Fas, type Overgang } from './faser.js';
import type { Insatsprofil } from './insatsprofil.js';
import { koder } from './koder.js';
import { fasord } from './profilkoder.js';

/*
 * The process as boxes and arrows, from the one table of transitions. README's picture, the picture in the interface
 * and its text alternative are all drawn from here, so that none of them can say anything else than the code does.
 */

/** The box around the phases between which movement is free; one arrow from it stands for three. */
export const ARBETE = 'arbete';
export type Ruta = Fas | typeof ARBETE;

export interface Processruta {
  readonly id: Fas;
  readonly namn: string;
  /** The decisions that leave a case where it is, in words. */
  readonly stannar: readonly string[];
}

export interface Processpil {
  readonly fran: Ruta;
  readonly till: Fas;
  /** The decisions that lead this way, in words. */
  readonly ord: readonly string[];
}

export interface Processbild {
  /** Every phase in order, the working phases apart. */
  readonly rutor: readonly Processruta[];
  readonly arbetsrutor: readonly Processruta[];
  /** What leaves a case where it is in each of the working phases. */
  readonly stannarIArbete: readonly string[];
  /** The decisions that move a case between the working phases. */
  readonly rorelse: readonly string[];
  readonly pilar: readonly Processpil[];
}

export const isArbetsfas = (fas: Fas): boolean => arbetsfaser.some((one) => one === fas);

/** Phases that no case of an insats comes to. */
const unusedFaser = ({ forgrupp, kapacitet }: Insatsprofil): Fas[] => [
  ...(forgrupp === 'ingen' ? (['forgrupp'] as const) : []),
  ...(kapacitet.samtidigt === undefined ? (['ko'] as const) : []),
];

/** Decisions that are never taken in an insats. */
const unusedBeslut = ({ forgrupp, insatstid, kapacitet, kartlaggning, medel }: Insatsprofil): Beslutstyp[] => [
  ...(forgrupp === 'ingen' ? (['forgruppsstart', 'forgruppsresultat'] as const) : []),
  ...(kapacitet.samtidigt === undefined ? (['koprioritet', 'erbjudandekontakt', 'erbjudandesvar'] as const) : []),
  ...(insatstid.slag === 'ingen'
    ? (['forlangningsforslag', 'forlangning'] as const)
    : (['insatstidsoversyn'] as const)),
  ...(insatstid.slag === 'hard' ? [] : (['undantag'] as const)),
  ...(kartlaggning === 'kravs' ? (['utan_kartlaggning'] as const) : []),
  ...(medel ? [] : (['medelforslag', 'medelbeslut'] as const)),
];

/** Ways to and from a förgrupp that the profile's kind of förgrupp does not have. */
function isOtherForgrupp({ beslut: typ, till }: Overgang, { forgrupp }: Insatsprofil): boolean {
  if (forgrupp === 'fore')
    return (
      (till === 'forgrupp' && typ !== 'rekommendation') || (typ === 'forgruppsresultat' && till === 'kartlaggning')
    );
  if (forgrupp === 'efter')
    return (
      (till === 'forgrupp' && typ === 'rekommendation') || (typ === 'forgruppsresultat' && till !== 'kartlaggning')
    );
  return till === 'forgrupp';
}

/**
 * The ways through the process that an insats uses: the whole table without what its profile has no use for.
 *
 * @param profil undefined: the whole table
 */
export function vagar(profil?: Insatsprofil): readonly Overgang[] {
  if (!profil) return overgangar;
  const faserUtan = unusedFaser(profil);
  const beslutUtan = unusedBeslut(profil);
  return overgangar
    .filter((way) => !beslutUtan.includes(way.beslut) && !isOtherForgrupp(way, profil))
    .filter(({ till }) => till === 'samma' || !faserUtan.includes(till))
    .map((way) => ({ ...way, fran: way.fran.filter((fas) => !faserUtan.includes(fas)) }))
    .filter(({ fran }) => fran.length > 0);
}

/** Where a way starts, in the picture: the three working phases are one place when the way starts in all of them. */
function startsOf({ fran }: Overgang): Ruta[] {
  const outside = fran.filter((fas) => !isArbetsfas(fas));
  const inside = fran.filter(isArbetsfas);
  return [...outside, ...(inside.length === arbetsfaser.length ? ([ARBETE] as const) : inside)];
}

const wordsOf = ({ beslut: typ, nar }: Overgang): string => (nar ? `${beslut[typ]}: ${nar}` : beslut[typ]);

/** The decisions that leave a case in a box. */
const staying = (ways: readonly Overgang[], ruta: Ruta): string[] =>
  ways.filter((way) => way.till === 'samma' && startsOf(way).includes(ruta)).map(wordsOf);

/** Every way that leads somewhere else; ways between the same two boxes share an arrow. */
function arrows(ways: readonly Overgang[]): Processpil[] {
  const found = new Map<string, { fran: Ruta; till: Fas; ord: string[] }>();
  for (const way of ways) {
    const { till } = way;
    if (till === 'samma') continue;
    for (const fran of startsOf(way)) {
      if (fran === ARBETE && isArbetsfas(till)) continue;
      const key = `${fran} ${till}`;
      const arrow = found.get(key) ?? { fran, till, ord: [] };
      found.set(key, { ...arrow, ord: [...arrow.ord, wordsOf(way)] });
    }
  }
  return [...found.values()];
}

/**
 * The process as boxes and arrows.
 *
 * @param profil the insats whose process it is, in its own words for the phases; undefined: the whole table
 */
export function processbild(profil?: Insatsprofil): Processbild {
  const ways = vagar(profil);
  const unused = profil ? unusedFaser(profil) : [];
  const ruta = (id: Fas): Processruta => ({
    id,
    namn: profil ? fasord(profil, id) : faser[id],
    stannar: staying(ways, id),
  });
  const movement = ways.filter(
    (way) => startsOf(way).includes(ARBETE) && way.till !== 'samma' && isArbetsfas(way.till),
  );
  return {
    rutor: koder(faser)
      .filter((fas) => !isArbetsfas(fas) && !unused.includes(fas))
      .map(ruta),
    arbetsrutor: arbetsfaser.map(ruta),
    stannarIArbete: staying(ways, ARBETE),
    rorelse: [...new Set(movement.map(wordsOf))],
    pilar: arrows(ways),
  };
}
