import type { Beslutstyp } from '../domain/faser.js';
import type { Insatsprofil } from '../domain/insatsprofil.js';
import { ageOn, dayOf } from '../domain/kalender/tid.js';
import { koordning, regelpoang } from '../domain/ko.js';
import { birthDate } from '../domain/personnummer.js';
import type { Platser } from '../domain/platser.js';
import type { Transaction } from '../prisma/client.js';
import { countPlatser } from '../prisma/rakna-platser.js';
import { readTurer } from '../prisma/turer.js';
import { holdInsats } from './kapacitet.js';
import type { Arenderad } from './transaktion.js';

/** Decisions that take a place, if there is one. */
const TAR_PLATS: readonly Beslutstyp[] = ['inskrivning', 'ateroppning'];

/**
 * The places of the insats as a decision that takes one finds them; the insats's row is held until the transaction ends, so that
 * two enrolments in the same moment count each other (design 4). An offered place is its person's already, so the answer
 * to an offer needs no look.
 *
 * @param nu the workflow's moment, ISO
 * @returns undefined for every other decision, and where the insats has no limit
 */
export async function readPlatser(
  tx: Transaction,
  rad: Arenderad,
  typ: Beslutstyp | undefined,
  nu: string,
): Promise<Platser | undefined> {
  if (typ === undefined || !TAR_PLATS.includes(typ)) return undefined;
  const profil = await holdInsats(tx, rad.insatsId);
  const { lediga } = await countPlatser(tx, rad.insatsId, dayOf(nu), profil);
  if (lediga === undefined) return undefined;
  const turer = await readTurer(tx, rad.insatsId);
  const egen = turer.find(({ arendeId }) => arendeId === rad.id);
  const fore = turer.filter((tur) => tur !== egen && (!egen || koordning(tur, egen) < 0));
  return {
    lediga: lediga + (egen?.erbjuden ? 1 : 0),
    fore: fore.length,
    regelpoang: await readRegelpoang(tx, rad.id, profil, dayOf(nu)),
  };
}

const PERSONNUMMER = { select: { personnummer: true } } as const;

async function readRegelpoang(tx: Transaction, arendeId: string, profil: Insatsprofil, idag: string): Promise<number> {
  const remiss = await tx.remiss.findUnique({
    where: { arendeId },
    select: { nollplacerad: true, skyndsam: true, kommun: true, arende: { select: { individ: PERSONNUMMER } } },
  });
  if (!remiss) return 0;
  const { personnummer } = remiss.arende.individ;
  const born = personnummer === null ? undefined : birthDate(personnummer);
  return regelpoang(profil, { ...remiss, alder: born === undefined ? undefined : ageOn(born, idag) });
}
