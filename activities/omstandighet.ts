import type { Omstandighet } from '../domain/forandring.js';
import { svenskKalender } from '../domain/kalender/svensk.js';
import type { Beslut } from '../domain/beslutsunderlag.js';
import type { Transaction } from '../prisma/client.js';
import { readDagordning } from './dagordning.js';
import { readInnehav } from './innehav.js';
import { readMedelKvar } from './medel.js';
import { readPlatser } from './platser.js';
import { readProfilversion } from './profilversion.js';
import type { Arenderad } from './transaktion.js';

/**
 * What the rules may look at beside the case: the moment, the profile, the calendar, and, held until the transaction
 * ends, how full the team's agendas and the insats's places are.
 *
 * @param beslut the decision, or undefined when a deadline falls due
 * @param nu the workflow's moment, ISO
 */
export async function readOmstandighet(
  tx: Transaction,
  rad: Arenderad,
  beslut: Beslut | undefined,
  nu: string,
): Promise<Omstandighet> {
  const typ = beslut?.typ;
  const ny = await readProfilversion(tx, rad, beslut);
  // the insats before its team, as everywhere: a reopening holds both, and so does a changed meeting
  const platser = await readPlatser(tx, rad, typ, nu);
  const medelKvar = await readMedelKvar(tx, rad, typ, nu);
  const dagordning = await readDagordning(tx, rad, typ, nu);
  const innehav = await readInnehav(tx, rad, beslut);
  return {
    nu,
    profil: ny ?? rad.profil,
    kalender: svenskKalender,
    ...(ny ? { franProfil: rad.profil } : {}),
    ...(dagordning ? { dagordning } : {}),
    ...(platser ? { platser } : {}),
    ...(medelKvar === undefined ? {} : { medelKvar }),
    ...(innehav ? { innehav } : {}),
  };
}
