import { trappa, type Paminnelsemottagare } from './insatsprofil.js';

/*
 * Whom a step of a reminder ladder reaches (design 2): who owes the task, then her ersättare, sammankallande, and who leads
 * the styrgrupp. A step up is for somebody else than those below: where nobody is, or only who is told already, it goes to
 * the next one up.
 */

/** The people of each level today, and who they are that stand at the top: somebody marked as leading the styrgrupp. */
export interface Trappfolk {
  readonly personer: (niva: Paminnelsemottagare) => readonly string[];
  /** Missing: nobody is marked, the top is the whole styrgrupp. */
  readonly overst?: 'ordforande' | 'chef';
}

/**
 * To whom a reminder really went: `styrgrupp` is the whole of it, where nobody is marked as leading it; `chef` leads those
 * named for a protected person, or who are to name them: her ladder ends there.
 */
export type Paminnelsetill = Paminnelsemottagare | 'ordforande' | 'chef';

/** What became of a step. */
export interface Stegutfall {
  /** It reached somebody; the ladder stood at that level already, so it was left out; nobody is there at all. */
  readonly slag: 'nadde' | 'stod' | 'ingen';
  /** The level that it reached. */
  readonly niva?: Paminnelsemottagare;
  /** The same as the reader is told it. */
  readonly till?: Paminnelsetill;
  readonly personer: readonly string[];
  /** Levels that it passed because nobody is there, and because only who is told already is. */
  readonly saknas: readonly Paminnelsemottagare[];
  readonly samma: readonly Paminnelsemottagare[];
  /** Who would have been told once more. */
  readonly redan: readonly string[];
}

const rang = (niva: Paminnelsemottagare): number => trappa.indexOf(niva);

/**
 * Whom a step reaches.
 *
 * @param till the level that the step is for
 * @param gatt how far up the ladder has spoken before; undefined: to nobody
 */
export function stegutfall(
  till: Paminnelsemottagare,
  gatt: Paminnelsemottagare | undefined,
  folk: Trappfolk,
): Stegutfall {
  const saknas: Paminnelsemottagare[] = [];
  const samma: Paminnelsemottagare[] = [];
  const redan = new Set<string>();
  for (const niva of trappa.slice(rang(till))) {
    const alla = folk.personer(niva);
    const under = paminda(niva, gatt, folk);
    const andra = alla.filter((id) => !under.includes(id));
    if (andra.length > 0) {
      const stands = niva !== till && till !== 'ansvarig' && gatt !== undefined && rang(gatt) >= rang(niva);
      const passed = { saknas, samma, redan: [...redan].filter((id) => !andra.includes(id)) };
      return stands ? { slag: 'stod', personer: [], ...passed } : { ...reached(niva, andra, folk), ...passed };
    }
    if (alla.length === 0) saknas.push(niva);
    else samma.push(niva);
    for (const id of alla) redan.add(id);
  }
  return { ...highest(folk), saknas, samma, redan: [] };
}

/** Those whom the ladder has told on the levels below one: who owes the task always, the others as far as it has come. */
const paminda = (niva: Paminnelsemottagare, gatt: Paminnelsemottagare | undefined, { personer }: Trappfolk): string[] =>
  trappa
    .slice(0, rang(niva))
    .filter((one) => one === 'ansvarig' || (gatt !== undefined && rang(one) <= rang(gatt)))
    .flatMap((one) => personer(one));

/** At the top nobody else is left: who stands highest is told, also once more, so that the ladder ends at somebody. */
function highest(folk: Trappfolk): Omit<Stegutfall, 'saknas' | 'samma' | 'redan'> {
  for (const niva of trappa.toReversed()) {
    const personer = folk.personer(niva);
    if (personer.length > 0) return reached(niva, personer, folk);
  }
  return { slag: 'ingen', personer: [] };
}

const reached = (niva: Paminnelsemottagare, personer: readonly string[], { overst }: Trappfolk) => ({
  slag: 'nadde' as const,
  niva,
  till: niva === 'styrgrupp' && overst !== undefined ? overst : niva,
  personer,
});

/** The higher of two levels that a ladder has come to. */
export const hogst = (
  ett: Paminnelsemottagare | undefined,
  annat: Paminnelsemottagare | undefined,
): Paminnelsemottagare | undefined =>
  ett === undefined || (annat !== undefined && rang(annat) > rang(ett)) ? annat : ett;
