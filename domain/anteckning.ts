import type { Anteckningslasare } from './koder.js';

/** What decides where a note stands and who may read it. */
export interface Anteckningspost {
  readonly id: string;
  readonly lasare: Anteckningslasare;
  /** The note that this one corrects. */
  readonly ersatterId?: string | undefined;
}

/** A note as it stands, with what it said before it was corrected, the latest first. */
export interface Anteckningstrad<A> {
  readonly gallande: A;
  readonly tidigare: readonly A[];
}

/** Puts each correction together with what it corrects (design 2.7). The order of the notes that stand is kept. */
export function anteckningstradar<A extends Anteckningspost>(alla: readonly A[]): Anteckningstrad<A>[] {
  const byId = new Map(alla.map((one) => [one.id, one]));
  const corrected = new Set(alla.map(({ ersatterId }) => ersatterId));
  const earlier = ({ ersatterId }: A): A[] => {
    const before = ersatterId === undefined ? undefined : byId.get(ersatterId);
    return before ? [before, ...earlier(before)] : [];
  };
  return alla.filter(({ id }) => !corrected.has(id)).map((gallande) => ({ gallande, tidigare: earlier(gallande) }));
}

/**
 * What the team may read of the notes: those meant for it as they stand now, and of what they said before only what was
 * meant for it then. A note that was taken back from the team by a correction is not shown in its older words either.
 */
export const forTeamet = <A extends Anteckningspost>(tradar: readonly Anteckningstrad<A>[]): Anteckningstrad<A>[] =>
  tradar
    .filter(({ gallande }) => gallande.lasare === 'teamet')
    .map(({ gallande, tidigare }) => ({ gallande, tidigare: tidigare.filter(({ lasare }) => lasare === 'teamet') }));
