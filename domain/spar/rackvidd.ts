/** A role as far as the reach of who reads the trace goes. */
interface Granskarroll {
  readonly roll: string;
  readonly insatsId?: string | undefined;
  readonly insatsKod?: string | undefined;
  readonly part?: string | undefined;
}

/** Which rows of the trace somebody may read: all, or those about some insatser and by the people of some parter. */
export type Sparrackvidd =
  | { readonly alla: true }
  | {
      readonly alla: false;
      readonly insatser: readonly { readonly id: string; readonly kod: string }[];
      readonly parter: readonly string[];
    };

/**
 * What a granskare may read of the trace (design 3): everything when her role names neither insats nor part; what
 * concerns an insats when it names one; what the people of a part did when it names that. Nobody reads it by another
 * role: who administers users or insatser is whom she looks at.
 */
export function sparrackvidd(roller: readonly Granskarroll[]): Sparrackvidd | undefined {
  const egna = roller.filter(({ roll }) => roll === 'granskare');
  if (egna.length === 0) return undefined;
  if (egna.some(({ insatsId, part }) => insatsId === undefined && part === undefined)) return { alla: true };
  return {
    alla: false,
    insatser: egna.flatMap(({ insatsId, insatsKod }) =>
      insatsId === undefined || insatsKod === undefined ? [] : [{ id: insatsId, kod: insatsKod }],
    ),
    parter: egna.flatMap(({ part }) => part ?? []),
  };
}
