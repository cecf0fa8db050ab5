import type { PrismaClient } from '../../prisma/client.js';

/** A copied case. */
export interface Kopia {
  readonly id: string;
  readonly nummer: string;
}

/**
 * Copies a case as it stands, many times, with what its rules and its access look at: a crowd in a late phase without
 * playing every step of everybody's way. The copies are handed to the engine like new cases; their workflows start from
 * the copied state.
 */
export async function kopieraArende(prisma: PrismaClient, arendeId: string, antal: number): Promise<Kopia[]> {
  return prisma.$transaction(async (tx) => {
    const kopior = await tx.$queryRaw<Kopia[]>`
      INSERT INTO arende SELECT (jsonb_populate_record(a, jsonb_build_object(
        'id', ny.id, 'nummer', ny.nummer, 'utkastId', null,
        'lage', a.lage::jsonb || jsonb_build_object('arendeId', ny.id, 'nummer', ny.nummer)))).*
      FROM arende a, (
        SELECT gen_random_uuid() AS id, 'KOPIA-2026-' || lpad(n::text, 4, '0') AS nummer
        FROM generate_series(1, ${antal}::int) n) ny
      WHERE a.id = ${arendeId}::uuid
      RETURNING id, nummer`;
    const ids = kopior.map(({ id }) => id);
    await tx.$executeRaw`
      INSERT INTO remiss SELECT (jsonb_populate_record(r, jsonb_build_object('arendeId', id))).*
      FROM remiss r, unnest(${ids}::uuid[]) id WHERE r."arendeId" = ${arendeId}::uuid`;
    await tx.$executeRaw`
      INSERT INTO samtycke
      SELECT (jsonb_populate_record(s, jsonb_build_object('arendeId', ny, 'id', gen_random_uuid()))).*
      FROM samtycke s, unnest(${ids}::uuid[]) ny WHERE s."arendeId" = ${arendeId}::uuid`;
    await tx.$executeRaw`
      INSERT INTO personens_svar SELECT (jsonb_populate_record(p, jsonb_build_object('arendeId', id))).*
      FROM personens_svar p, unnest(${ids}::uuid[]) id WHERE p."arendeId" = ${arendeId}::uuid`;
    await tx.$executeRaw`
      INSERT INTO uppgift
      SELECT (jsonb_populate_record(u, jsonb_build_object('arendeId', ny, 'id', ny || '/' || split_part(u.id, '/', 2)))).*
      FROM uppgift u, unnest(${ids}::uuid[]) ny WHERE u."arendeId" = ${arendeId}::uuid`;
    await tx.motoruppdrag.createMany({ data: ids.map((refId) => ({ slag: 'arende', refId })) });
    return kopior;
  });
}
