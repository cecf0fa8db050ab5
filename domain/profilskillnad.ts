import type { Insatsprofil, Moteskadens } from './insatsprofil.js';
import type { Dag, Instant } from './kalender/kalender.js';
import type { Frist, Lage } from './lage.js';
import type { Uppgiftstyp } from './uppgifter.js';

/** One thing that differs between two states of a case; days and moments as they are stored. */
export type Lageskillnad =
  | {
      readonly slag: 'insatstid';
      readonly fran?: Dag | undefined;
      readonly till?: Dag | undefined;
      readonly hard: boolean;
    }
  | { readonly slag: 'uppgift'; readonly uppgift: Uppgiftstyp; readonly fran: Dag; readonly till: Dag }
  | { readonly slag: 'paminnelse'; readonly uppgift: Uppgiftstyp; readonly fran: Instant; readonly till: Instant }
  | { readonly slag: 'uppgift_bort' | 'uppgift_ny'; readonly uppgift: Uppgiftstyp; readonly forfaller: Dag }
  | {
      readonly slag: 'planerad';
      readonly uppgift: Uppgiftstyp;
      readonly fran?: Dag | undefined;
      readonly till?: Dag | undefined;
    }
  | { readonly slag: 'kontaktforsok' | 'narvarokrav'; readonly fran: number; readonly till: number };

/**
 * What differs between a case as it is and as it would be: the list of a dry run. Empty: nothing that anybody notices
 * today, though later steps go by the new numbers.
 */
export const lageskillnader = (fore: Lage, efter: Lage): readonly Lageskillnad[] => [
  ...insatstid(fore, efter),
  ...uppgifter(fore, efter),
  ...planerade(fore, efter),
  ...tal('kontaktforsok', fore.uppfoljning?.maxForsok, efter.uppfoljning?.maxForsok),
  ...tal('narvarokrav', fore.mote?.quorum, efter.mote?.quorum),
];

function insatstid(fore: Lage, efter: Lage): Lageskillnad[] {
  const fran = fore.insatstid?.slut;
  const till = efter.insatstid?.slut;
  const hard = efter.insatstid?.hard ?? false;
  if (fran === till && hard === (fore.insatstid?.hard ?? false)) return [];
  return [{ slag: 'insatstid', fran, till, hard }];
}

function uppgifter(fore: Lage, efter: Lage): Lageskillnad[] {
  const found: Lageskillnad[] = [];
  for (const uppgift of fore.uppgifter) {
    const { typ, forfaller } = uppgift;
    const ny = efter.uppgifter.find(({ nr }) => nr === uppgift.nr);
    if (!ny) found.push({ slag: 'uppgift_bort', uppgift: typ, forfaller });
    else if (ny.forfaller !== forfaller)
      found.push({ slag: 'uppgift', uppgift: typ, fran: forfaller, till: ny.forfaller });
    else if (ny.paminnelse.nar !== uppgift.paminnelse.nar)
      found.push({ slag: 'paminnelse', uppgift: typ, fran: uppgift.paminnelse.nar, till: ny.paminnelse.nar });
  }
  const added = efter.uppgifter.filter(({ nr }) => nr > fore.senasteUppgift);
  return [...found, ...added.map(({ typ, forfaller }) => ({ slag: 'uppgift_ny', uppgift: typ, forfaller }) as const)];
}

type Planerad = Extract<Frist, { typ: 'uppgift_oppnas' }>;
const plannedOf = ({ frister }: Lage): Planerad[] => frister.filter((frist) => frist.typ === 'uppgift_oppnas');

function planerade(fore: Lage, efter: Lage): Lageskillnad[] {
  const earlier = plannedOf(fore);
  const later = plannedOf(efter);
  const kinds = [...new Set([...earlier, ...later].map(({ uppgift }) => uppgift))];
  return kinds.flatMap((uppgift) => {
    const fran = earlier.find((frist) => frist.uppgift === uppgift)?.forfaller;
    const till = later.find((frist) => frist.uppgift === uppgift)?.forfaller;
    return fran === till ? [] : [{ slag: 'planerad', uppgift, fran, till }];
  });
}

const tal = (slag: 'kontaktforsok' | 'narvarokrav', fran?: number, till?: number): Lageskillnad[] =>
  fran === undefined || till === undefined || fran === till ? [] : [{ slag, fran, till }];

/**
 * What a new version changes at once, also for running ärenden: the places and the teams' meetings are the insats's and
 * not one ärende's (design 2.3, 2.5).
 */
export const andrasGenast = (fore: Insatsprofil, efter: Insatsprofil) => ({
  platser:
    fore.kapacitet.samtidigt !== efter.kapacitet.samtidigt ||
    fore.kapacitet.pausFrigorPlats !== efter.kapacitet.pausFrigorPlats,
  moten: efter.team.some(({ kod, moten, platser, oronmarkta }) => {
    const before = fore.team.find((one) => one.kod === kod);
    return (
      before !== undefined &&
      (before.platser !== platser || before.oronmarkta !== oronmarkta || !sameKadens(before.moten, moten))
    );
  }),
});

const sameKadens = (a: Moteskadens, b: Moteskadens): boolean =>
  a.forsta === b.forsta &&
  a.veckor === b.veckor &&
  a.klockslag === b.klockslag &&
  a.uppehall?.fran === b.uppehall?.fran &&
  a.uppehall?.till === b.uppehall?.till;
