import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import { asDate, type Transaction } from '../../client.js';
import { demoId, type Organisation } from './organisation.js';

/**
 * Somebody of the demo is away for some days around now: her tasks stand with her ersättare, who sits in the team only
 * when she does not.
 *
 * @param nu the installation's now, ISO
 */
export async function writeFranvaro(tx: Pick<Transaction, 'franvaro'>, { person }: Organisation, nu: string) {
  const idag = kalender.dayOf(nu);
  const petra = demoId(person, 'petra-monsterprov');
  await tx.franvaro.create({
    data: {
      anvandareId: petra,
      ersattareId: demoId(person, 'pelle-provgren'),
      fran: asDate(kalender.addDays(idag, -1)),
      till: asDate(kalender.addDays(idag, 8)),
      skapadAvId: petra,
      skapad: kalender.instantAt(kalender.addDays(idag, -5), '14:20'),
    },
  });
}
