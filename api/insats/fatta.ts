import type { Rattsgrund } from '../../domain/atkomst.js';
import type { Insatsrelation } from '../../domain/insats/atkomst.js';
import { checkInsats } from '../../domain/insats/beslut/index.js';
import type { Insatsbeslut, Insatsbeslutstyp, Insatsformular } from '../../domain/insats/lage.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import type { Hinder } from '../../domain/hinder.js';
import { tellInsats } from '../../prisma/tell-engine.js';
import type { AppDeps } from '../deps.js';
import type { Insatshuvud } from '../queries/insats.js';
import { forberedInsatsbeslut, isInsatsbeslutFattat } from '../records/forbered-insatsbeslut.js';

/** What became of a decision that a person sent; as of one on an ärende. */
export type Insatsutgang =
  | { readonly slag: 'fattat' | 'inte_registrerat' | 'oskrivbart' | 'frammande' }
  | { readonly slag: 'hindrat'; readonly hinder: Hinder };

/**
 * Takes a decision on an insats: stores its form as prepared, then hands it to the insats. The same decision sent again,
 * at any time, is one decision.
 */
export async function fattaInsatsbeslut<T extends Insatsbeslutstyp>(
  { prisma, engine }: Pick<AppDeps, 'prisma' | 'engine'>,
  insats: Pick<Insatshuvud, 'id' | 'lage'>,
  beslut: Insatsbeslut<T>,
  formular: Insatsformular[T],
  ratt: Rattsgrund<Insatsrelation>,
): Promise<Insatsutgang> {
  const prepared = await forberedInsatsbeslut(prisma, { insatsId: insats.id, beslut, formular, ...ratt });
  if (prepared === 'fattat') await tellInsats(prisma, insats.id, beslut.nar);
  if (prepared !== 'forberett') return { slag: prepared };
  const besked = await engine.decideInsats(insats.id, beslut);
  if (besked.slag === 'fattat') return { slag: 'fattat' };
  if (await isInsatsbeslutFattat(prisma, insats.id, beslut)) {
    await tellInsats(prisma, insats.id, beslut.nar);
    return { slag: 'fattat' };
  }
  if (besked.slag !== 'inte_registrerat' || !insats.lage) return besked;
  const hinder = checkInsats(insats.lage, beslut, svenskKalender);
  return hinder ? { slag: 'hindrat', hinder } : besked;
}
