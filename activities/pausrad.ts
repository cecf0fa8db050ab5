import type { Forandring } from '../domain/forandring.js';
import { isPaused } from '../domain/paus.js';
import { asDate, type Transaction } from '../prisma/client.js';
import { countPlatser } from '../prisma/rakna-platser.js';
import { tellInsats } from '../prisma/tell-engine.js';
import { holdInsats } from './kapacitet.js';
import type { Arenderad } from './transaktion.js';

/**
 * Keeps a pause's row in step with the case: whatever ends it (the day after its last, a decision, the end of the
 * participation), the last day really paused and the days given back are written. The insats is told when one begins and
 * ends: whether it frees the place is the insats's to say, and not the case's version of the profile (design 2.5, 2.9).
 */
export async function writePaus(tx: Transaction, rad: Arenderad, forandring: Forandring): Promise<void> {
  const { paus: before, pausdagar: given = 0 } = rad.lage;
  const { lage, om } = forandring;
  if (before && lage.paus?.id !== before.id) {
    const dagar = (lage.pausdagar ?? 0) - given;
    const slutade = dagar > 0 ? (lage.pausadTill ?? before.fran) : om.kalender.addDays(before.fran, -1);
    await tx.paus.update({ where: { id: before.id }, data: { slutade: asDate(slutade), dagar } });
  }
  if (isPaused(rad.lage) === isPaused(lage)) return;
  if (!isPaused(lage)) await markOverPlatser(tx, rad, om.kalender.dayOf(om.nu));
  await tellInsats(tx, rad.insatsId, om.nu);
}

/**
 * Whoever comes back from a pause takes part again, also when the place has gone on to somebody else meanwhile: then it
 * is one beyond the capacity, and recorded as such (design 2.5).
 */
async function markOverPlatser(tx: Transaction, { id, insatsId }: Arenderad, idag: string): Promise<void> {
  const profil = await holdInsats(tx, insatsId);
  if (!profil.kapacitet.pausFrigorPlats) return;
  const { lediga } = await countPlatser(tx, insatsId, idag, profil);
  if (lediga === undefined || lediga >= 0) return;
  await tx.deltagande.updateMany({
    where: { arendeId: id, platsFri: null, overinskrivning: false },
    data: { overinskrivning: true, overinskrivningSkal: 'Åter från paus när platsen hade gått vidare.' },
  });
}
