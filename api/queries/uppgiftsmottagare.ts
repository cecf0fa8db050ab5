import type { Arenderelation } from '../../domain/atkomst.js';
import type { Fordelbar, Kollega } from '../../domain/tilldelning.js';
import { mayDo } from '../../domain/uppgiftsagare.js';
import type { PrismaClient } from '../../prisma/client.js';
import { kollegaSql, toFordelbar, type Lastuppgift } from './fordelbar.js';

/** Somebody to give tasks to. */
export interface Mottagarval {
  readonly id: string;
  readonly namn: string;
  /** how many of the tasks she may do */
  readonly antal: number;
}

/** The people who may do any of some tasks, whoever may do most of them first. One statement. */
export async function mottagareFor(
  prisma: PrismaClient,
  rader: readonly Lastuppgift[],
  idag: string,
): Promise<Mottagarval[]> {
  const distinct = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const relations = rader.map(({ relation }) => relation);
  const known = distinct([...relations.flatMap(namedIn), ...rader.map(({ personId }) => personId)]);
  const rows = await prisma.$queryRaw<{ kollega: Kollega }[]>`
    SELECT ${kollegaSql(idag)} AS kollega FROM anvandare a
    WHERE a.aktiv AND (a.id = ANY(${known}::uuid[])
      OR EXISTS (SELECT 1 FROM teammedlem m WHERE m."anvandareId" = a.id
                 AND m."teamId" = ANY(${distinct(relations.map(({ teamId }) => teamId))}::uuid[]))
      OR EXISTS (SELECT 1 FROM roll p WHERE p."anvandareId" = a.id AND p.roll IN ('sammankallande', 'styrgrupp')
                 AND (p."insatsId" IS NULL
                      OR p."insatsId" = ANY(${distinct(relations.map(({ insatsId }) => insatsId))}::uuid[]))))`;
  const uppgifter = rader.map((rad) => ({ uppgift: toFordelbar(rad), relation: rad.relation }));
  return rows
    .map(({ kollega }) => ({ id: kollega.id, namn: kollega.namn, antal: countFor(kollega, uppgifter, idag) }))
    .filter(({ antal }) => antal > 0)
    .toSorted((a, b) => b.antal - a.antal || a.namn.localeCompare(b.namn, 'sv'));
}

const namedIn = ({ remittentId, koordinatorId }: Arenderelation): readonly (string | null)[] => [
  remittentId,
  koordinatorId,
];

const countFor = (
  kollega: Kollega,
  uppgifter: readonly { readonly uppgift: Fordelbar; readonly relation: Arenderelation }[],
  idag: string,
): number => uppgifter.filter(({ uppgift, relation }) => mayDo(kollega, uppgift, relation, idag)).length;
