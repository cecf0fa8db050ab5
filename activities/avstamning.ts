import { dagordningspunkt, flyttaMote } from '../domain/dagordning.js';
import { Forandring, type Omstandighet } from '../domain/forandring.js';
import { foljKoversyn, kanFoljaKoversyn, kanTaEmot, taEmotErbjudande } from '../domain/ko.js';
import type { Lage } from '../domain/lage.js';
import { namngivningBrister, rattaNamngivning, taOverSkydd } from '../domain/skydd.js';
import { asDate, type PrismaClient, type Transaction } from '../prisma/client.js';
import { lockTeamkalender } from './dagordning.js';
import { readOmstandighet } from './omstandighet.js';
import { readKvarNamngivna } from './roller.js';
import { orFinal } from './slutgiltigt.js';
import { lockArende, writeArende, type Arenderad } from './transaktion.js';

export interface AvstamningInput {
  readonly lage: Lage;
  /** The workflow's moment, ISO. */
  readonly nu: string;
}

/**
 * Takes over what was written outside the case: a row that is ahead of the workflow's state, protected details of the
 * person, who is left of those named, a place that is offered, a look at the whole queue, a meeting that was moved or
 * cancelled. Each that there is to take over is one step of the case; when there is none the state is the row's as it
 * stands. The row is the truth, whatever the workflow believes, so a repeated call is harmless.
 *
 * @throws a failure of type `Oskrivbart` when it can never be written
 */
export const avstamning = (prisma: PrismaClient, { lage, nu }: AvstamningInput): Promise<Lage> =>
  orFinal(() =>
    prisma.$transaction(async (tx) => {
      const rad = await takeSkydd(tx, await lockArende(tx, lage.arendeId), nu);
      const afterOffer = await takeOffer(tx, rad, nu);
      const afterLook = await followKoversyn(tx, afterOffer, nu);
      return followMote(tx, afterLook, nu);
    }),
  );

/** Protection is the person's, and so every ärende's about her (design 3). */
async function takeSkydd(tx: Transaction, rad: Arenderad, nu: string): Promise<Arenderad> {
  if (rad.lage.fas === 'stangd') return rad;
  if (rad.lage.skyddad) return takeNamngivning(tx, rad, nu);
  const { individ } = await tx.arende.findUniqueOrThrow({
    where: { id: rad.id },
    select: { individ: { select: { skyddad: true } } },
  });
  return individ.skyddad ? skyddssteg(tx, rad, nu, taOverSkydd) : rad;
}

/** Somebody of those named has left, or holds a role no longer or again. */
async function takeNamngivning(tx: Transaction, rad: Arenderad, nu: string): Promise<Arenderad> {
  const namngivna = await readKvarNamngivna(tx, rad, rad.lage.namngivna ?? []);
  if (!namngivningBrister(rad.lage, namngivna)) return rad;
  return skyddssteg(tx, rad, nu, (forandring) => rattaNamngivning(forandring, namngivna));
}

async function skyddssteg(
  tx: Transaction,
  rad: Arenderad,
  nu: string,
  change: (forandring: Forandring) => void,
): Promise<Arenderad> {
  const forandring = new Forandring(rad.lage, await readOmstandighet(tx, rad, undefined, nu));
  change(forandring);
  return write(tx, rad, forandring);
}

async function takeOffer(tx: Transaction, rad: Arenderad, nu: string): Promise<Arenderad> {
  if (!kanTaEmot(rad.lage)) return rad;
  const erbjudande = await tx.platserbjudande.findFirst({
    where: { arendeId: rad.id, avslutat: null, mottaget: null },
    select: { id: true },
  });
  if (!erbjudande) return rad;
  const forandring = new Forandring(rad.lage, await readOmstandighet(tx, rad, undefined, nu));
  taEmotErbjudande(forandring, erbjudande);
  const senast = forandring.lage.erbjudande?.senast;
  await tx.platserbjudande.update({
    where: { id: erbjudande.id },
    data: { mottaget: nu, ...(senast === undefined ? {} : { senast: asDate(senast) }) },
  });
  return write(tx, rad, forandring);
}

/** The insats's look at its whole queue is a look at each turn in it (design 2.5). */
async function followKoversyn(tx: Transaction, rad: Arenderad, nu: string): Promise<Arenderad> {
  if (rad.lage.fas !== 'ko') return rad;
  const latest = await tx.insatshandelse.findFirst({
    where: { insatsId: rad.insatsId, typ: 'koversyn' },
    orderBy: { version: 'desc' },
    select: { nar: true },
  });
  if (!latest) return rad;
  const sedd = latest.nar.toISOString();
  const om = await readOmstandighet(tx, rad, undefined, nu);
  if (!kanFoljaKoversyn(rad.lage, sedd, om)) return rad;
  const forandring = new Forandring(rad.lage, om);
  foljKoversyn(forandring, sedd);
  return write(tx, rad, forandring);
}

/** A meeting that was moved keeps its agenda, so the case finds itself on a row that begins at another moment. */
async function followMote(tx: Transaction, rad: Arenderad, nu: string): Promise<Lage> {
  const punkt = dagordningspunkt(rad.lage);
  if (!punkt || punkt.borjar <= nu) return rad.lage;
  const coming = { gt: new Date(nu) };
  const moten = await tx.mote.findMany({
    where: {
      teamId: rad.teamId,
      punkter: { some: { arendeId: rad.id, utgatt: false } },
      OR: [
        { borjar: punkt.borjar },
        { borjar: coming, flyttadFran: { not: null } },
        { borjar: coming, extra: true },
        { borjar: coming, installt: true },
      ],
    },
    select: { borjar: true, installt: true },
    orderBy: { borjar: 'desc' },
  });
  const held = moten.filter(({ installt }) => !installt).map(({ borjar }) => borjar.toISOString());
  if (moten.length === 0 || held.includes(punkt.borjar)) return rad.lage;
  const [moved] = held;
  const om: Omstandighet = {
    ...(await readOmstandighet(tx, rad, undefined, nu)),
    dagordning: await lockTeamkalender(tx, rad.teamId, nu),
  };
  const forandring = new Forandring(rad.lage, om);
  if (!flyttaMote(forandring, moved)) return rad.lage;
  return (await write(tx, rad, forandring)).lage;
}

async function write(tx: Transaction, rad: Arenderad, forandring: Forandring): Promise<Arenderad> {
  await writeArende(tx, rad, forandring, { handling: 'avstamning' });
  return { ...rad, lage: forandring.lage, version: forandring.lage.version };
}
