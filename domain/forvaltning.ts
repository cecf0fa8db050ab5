/** A person as far as what she administers goes: her roles, and the part of her own verksamhet. */
export interface Forvaltande {
  readonly roller: readonly { readonly roll: string; readonly part?: string | undefined }[];
  readonly verksamhet: { readonly part: string };
}

/**
 * The parter of her förbund that a person administers as förvaltare (design 3: of a part, and never another's). A role
 * that names no part is for that of her own verksamhet. The role is hers alone: no ersättare is lent it.
 *
 * @returns codes of parter, each once; none for who is no förvaltare
 */
export const forvaltarParter = ({ roller, verksamhet }: Forvaltande): string[] => [
  ...new Set(roller.filter(({ roll }) => roll === 'forvaltare').map(({ part }) => part ?? verksamhet.part)),
];
