import { z } from 'zod';
import { insatsroller } from '../../domain/insats/bemanning.js';
import { isKod, koder, roller, type Rollkod } from '../../domain/koder.js';

/** Longest text that is taken over from a claim, in characters. */
const MOST_CHARACTERS = 200;

const claimName = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)], {
  error: 'ska vara ett anspråks namn',
});

/** A seat in a team is not among them: it names a team and a verksamhet, and is given on the insats's own page. */
const grantable = koder(roller).filter((roll) => roll !== 'teamrepresentant');

const givenRole = z
  .strictObject({
    roll: z.enum(grantable as [Rollkod, ...Rollkod[]], { error: `ska vara en av ${grantable.join(', ')}` }),
    insats: z.string().min(1).optional(),
    part: z.string().min(1).optional(),
  })
  .superRefine(({ roll, insats, part }, context) => {
    const ofInsats = isKod(insatsroller, roll);
    if (ofInsats !== (insats !== undefined))
      context.addIssue(ofInsats ? `${roll} ska ange insats` : `${roll} ska inte ange insats`);
    if (part !== undefined && roll !== 'forvaltare') context.addIssue(`${roll} ska inte ange part`);
  });

/** How the claims of the identity provider are read; the setting OIDC_CLAIMS. */
export const claimMappingSchema = z.strictObject({
  /** the claim that equals `sub` of a person in the records; a provider may have a steadier one than its own `sub` */
  person: claimName.default('sub'),
  namn: claimName.optional(),
  epost: claimName.optional(),
  titel: claimName.optional(),
  /** the claim that names the verksamhet, and the code of the verksamhet for each of its values; itself when missing */
  verksamhet: z.strictObject({ claim: claimName, koder: z.record(z.string(), z.string()).optional() }).optional(),
  /** the claim whose values, one or many, give roles */
  roller: z.strictObject({ claim: claimName, ger: z.record(z.string(), z.array(givenRole)) }).optional(),
  /** whether somebody whom the records do not know is taken in at her first login */
  nyaPersoner: z.boolean().default(false),
});

export type ClaimMapping = z.output<typeof claimMappingSchema>;

/** A role that the claims give; insats by its code. */
export type GivenRole = z.output<typeof givenRole>;

/** What the provider says of somebody, in the words of the records; what it does not say is missing. */
export interface ToldPerson {
  readonly sub: string;
  readonly namn?: string;
  readonly epost?: string;
  readonly titel?: string;
  /** code of a verksamhet, which may be none that exists */
  readonly verksamhet?: string;
  /** missing: roles are not the provider's to give */
  readonly roller?: readonly GivenRole[];
}

export type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads claims by the mapping. They are another system's words: only texts are taken, without control characters, and not
 * longer than 200 characters; an e-mail address must be one.
 *
 * @returns undefined when the person's own claim is missing
 */
export function readClaims(mapping: ClaimMapping, claims: Claims): ToldPerson | undefined {
  const one = (name: z.output<typeof claimName> | undefined): string | undefined =>
    name === undefined ? undefined : textsOf(claims, name)[0];
  const sub = one(mapping.person);
  if (sub === undefined) return undefined;
  const epost = one(mapping.epost);
  const { verksamhet, roller: given } = mapping;
  const named = verksamhet && one(verksamhet.claim);
  return withoutMissing({
    sub,
    namn: one(mapping.namn),
    epost: z.email().safeParse(epost).data,
    titel: one(mapping.titel),
    verksamhet: named === undefined ? undefined : verksamhet?.koder ? own(verksamhet.koder, named) : named,
    roller: given && textsOf(claims, given.claim).flatMap((value) => own(given.ger, value) ?? []),
  });
}

/** A claim may stand inside another (`realm_access`, `roles`), and have one value or many. */
function textsOf(claims: Claims, name: string | readonly string[]): string[] {
  const found = [name].flat().reduce<unknown>((within, key) => {
    const isObject = typeof within === 'object' && within !== null;
    return isObject && Object.hasOwn(within, key) ? (within as Claims)[key] : undefined;
  }, claims);
  return [found]
    .flat()
    .filter((value) => typeof value === 'string')
    .map((value) => value.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim())
    .filter((value) => value !== '' && value.length <= MOST_CHARACTERS);
}

const own = <T>(of: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(of, key) ? of[key] : undefined;

type WithoutMissing<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

const withoutMissing = <T extends object>(of: T): WithoutMissing<T> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as WithoutMissing<T>;
