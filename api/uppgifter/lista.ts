import { createHash } from 'node:crypto';
import type { PrismaClient } from '../../prisma/client.js';
import { openInsatstasks, type Insatsuppgiftsrad } from '../queries/insatsuppgifter.js';
import { readUppgifter, type Uppgiftslasare, type Uppgiftsrad } from '../queries/uppgifter.js';
import { uppgiftsurval, type Uppgiftsfraga, type Uppgiftsurval, type Urval } from '../queries/uppgiftsurval.js';
import { isNarrowed } from './fraga.js';

export const PER_SIDA = 50;

/** What a page of the list shows of tasks. */
export interface Uppgiftslista {
  readonly fraga: Uppgiftsfraga;
  /** today in Sweden, `YYYY-MM-DD` */
  readonly idag: string;
  readonly sida: number;
  readonly antalSidor: number;
  /** what can be done now of each view, of ärenden and of whole insatser */
  readonly antal: Readonly<Record<Urval, number>>;
  /** of what she is to do now */
  readonly forsenade: number;
  readonly urval: Uppgiftsurval;
  readonly rader: readonly Uppgiftsrad[];
  /** the first of what is put aside, and of what waits for its day */
  readonly vilande: readonly Uppgiftsrad[];
  readonly vantande: readonly Uppgiftsrad[];
  /** what belongs to no ärende */
  readonly insatsuppgifter: readonly Insatsuppgiftsrad[];
}

/** What an insats itself waits for is owed by who leads it or by the styrgrupp, never by the team. */
const IN_INSATSEN: Readonly<Record<Urval, (rad: Insatsuppgiftsrad) => boolean>> = {
  mina: ({ min }) => min,
  teamets: () => false,
  alla: () => true,
};

/**
 * Reads a page of the list in three statements, however long it is. A page beyond the end is the last one.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function readUppgiftslista(
  prisma: PrismaClient,
  person: Uppgiftslasare,
  fraga: Uppgiftsfraga,
  asked: number,
  idag: string,
): Promise<Uppgiftslista> {
  const [urval, insatsuppgifter] = await Promise.all([
    uppgiftsurval(prisma, person, fraga, { sida: asked, perSida: PER_SIDA }, idag),
    openInsatstasks(prisma, person, idag),
  ]);
  const ids = [...urval.rader, ...urval.vilande, ...urval.vantande];
  const rader = await readUppgifter(prisma, person, ids, idag);
  const among = (some: readonly string[]) => rader.filter(({ id }) => some.includes(id));
  const antalSidor = Math.max(1, Math.ceil(urval.funna[fraga.lage] / PER_SIDA));
  const sida = Math.min(asked, antalSidor);
  const mina = insatsuppgifter.filter(IN_INSATSEN.mina);
  const antal = (visa: Urval): number => urval.antal[visa] + insatsuppgifter.filter(IN_INSATSEN[visa]).length;
  const helaVyn = sida === 1 && !isNarrowed(fraga);
  return {
    fraga,
    idag,
    sida,
    antalSidor,
    antal: { mina: antal('mina'), teamets: antal('teamets'), alla: antal('alla') },
    forsenade: urval.forsenade + mina.filter(({ forfaller }) => forfaller < idag).length,
    urval,
    rader: among(urval.rader),
    vilande: sida === 1 ? among(urval.vilande) : [],
    vantande: sida === 1 ? among(urval.vantande) : [],
    insatsuppgifter: helaVyn ? insatsuppgifter.filter(IN_INSATSEN[fraga.visa]) : [],
  };
}

/**
 * What tells one state of a list from another, however it is shown: as long as it is the same, an open page need not be
 * replaced.
 */
export const stampelOf = (lista: Uppgiftslista): string =>
  createHash('sha256').update(JSON.stringify(lista)).digest('base64url').slice(0, 16);
