import { Prisma, type PrismaClient } from '../client.js';
import { KLARA_SVAR, krypterade, type Innehall } from './falt.js';
import { sokbar } from './nyckelring.js';

/** A text in JSON that is neither empty nor an id nor encrypted. */
const CLEAR_TEXT = `$.** ? (@.type() == "string" && @ != "" && !(@ starts with "enc:v1:") && !(@ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" flag "i"))`;

const withoutClear = (kolumn: string): string =>
  KLARA_SVAR.reduce((json, path) => `${json} #- '{${path.replaceAll('.', ',')}}'`, kolumn);

/** Rows of which a column stands in clear; `kolumn` is quoted. */
const inClear: Readonly<Record<Innehall, (kolumn: string) => string>> = {
  text: (kolumn) => `${kolumn} <> '' AND ${kolumn} NOT LIKE 'enc:v1:%'`,
  json: (kolumn) => `jsonb_path_exists(${withoutClear(kolumn)}, '${CLEAR_TEXT}')`,
  bytes: (kolumn) => `substring(${kolumn} FROM 1 FOR 7) <> 'enc:v1:'::bytea`,
};

const AT_A_TIME = 200;

/**
 * Encrypts what stands in clear in the encrypted columns, and gives each personal number its hash: once, in a database from
 * before there were keys. Everything may go on running meanwhile, with the keys.
 *
 * @returns how many values were encrypted
 */
export async function krypteraBefintligt(prisma: PrismaClient): Promise<number> {
  let total = 0;
  // the hashes first: a remiss that comes in meanwhile must find the person
  total += await hashNumbers(prisma);
  for (const [tabell, { falt }] of Object.entries(krypterade))
    for (const [kolumn, innehall] of Object.entries(falt))
      total += await encryptColumn(prisma, tabell, kolumn, innehall);
  return total;
}

async function hashNumbers(prisma: PrismaClient): Promise<number> {
  const rows = await prisma.individ.findMany({
    where: { personnummer: { not: null }, personnummerHmac: null },
    select: { id: true, personnummer: true },
  });
  for (const { id, personnummer } of rows)
    await prisma.individ.update({ where: { id }, data: { personnummerHmac: sokbar(personnummer ?? '') } });
  return rows.length;
}

interface Rad {
  readonly plats: string;
  readonly varde: unknown;
}

async function encryptColumn(
  prisma: PrismaClient,
  tabell: string,
  kolumn: string,
  innehall: Innehall,
): Promise<number> {
  const [from, column] = [Prisma.raw(`"${tabell}"`), Prisma.raw(`"${kolumn}"`)];
  const clear = Prisma.raw(inClear[innehall](`"${kolumn}"`));
  const cast = Prisma.raw(innehall === 'json' ? '::jsonb' : '');
  const all = await prisma.$queryRaw<{ plats: string }[]>`SELECT ctid::text AS plats FROM ${from} WHERE ${clear}`;
  let written = 0;
  for (let nr = 0; nr < all.length; nr += AT_A_TIME) {
    const places = all.slice(nr, nr + AT_A_TIME).map(({ plats }) => plats);
    written += await prisma.$transaction(async (tx) => {
      // a row that somebody has changed meanwhile stands elsewhere, and is encrypted already
      const rows = await tx.$queryRaw<Rad[]>`
        SELECT ctid::text AS plats, ${column} AS varde FROM ${from}
        WHERE ctid = ANY(${places}::tid[]) AND ${clear} FOR UPDATE`;
      for (const { plats, varde } of rows) {
        const value = innehall === 'json' ? JSON.stringify(varde) : varde;
        await tx.$executeRaw`UPDATE ${from} SET ${column} = ${value}${cast} WHERE ctid = ${plats}::tid`;
      }
      return rows.length;
    });
  }
  return written;
}
