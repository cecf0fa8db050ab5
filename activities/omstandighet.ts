import type { Beslutstyp } from '../domain/faser.js';
import type { Omstandighet } from '../domain/forandring.js';
import { svenskKalender } from '../domain/kalender/svensk.js';
import type { Transaction } from '../prisma/client.js';
import { readDagordning } from './dagordning.js';
import { readMedelKvar } from './medel.js';
import { readPlatser } from './platser.js';
import type { Arenderad } from './transaktion.js';

/**
 * What the rules may look at beside the case: the moment, the profile, the calendar, and, held until the transaction
 * ends, how full the team's agendas and the insats's places are.
 *
 * @param typ the decision, or undefined when a deadline falls due
 * @param nu the workflow's moment, ISO
 */
export async function readOmstandighet(
  tx: Transaction,
  rad: Arenderad,
  typ: Beslutstyp | undefined,
  nu: string,
): Promise<Omstandighet> {
  const dagordning = await readDagordning(tx, rad, typ, nu);
  const platser = await readPlatser(tx, rad, typ, nu);
  const medelKvar = await readMedelKvar(tx, rad, typ, nu);
  return {
    nu,
    profil: rad.profil,
    kalender: svenskKalender,
    ...(dagordning ? { dagordning } : {}),
    ...(platser ? { platser } : {}),
    ...(medelKvar === undefined ? {} : { medelKvar }),
  };
}
