import type { Relation } from '../../domain/atkomst.js';
import { check } from '../../domain/beslut/index.js';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Formular } from '../../domain/formular.js';
import type { Hinder } from '../../domain/hinder.js';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import type { Lage } from '../../domain/lage.js';
import type { AppDeps } from '../deps.js';
import { tellArende } from '../../prisma/tell-engine.js';
import { forberedBeslut, isFattat, type InlamnatBeslut } from '../../prisma/forbered-beslut.js';

/** What became of a decision that a person sent. */
export type Utgang =
  | { readonly slag: 'fattat' }
  | { readonly slag: 'hindrat'; readonly hinder: Hinder }
  | { readonly slag: 'inte_registrerat' }
  /** A fault of ours: this decision can never be written. */
  | { readonly slag: 'oskrivbart' }
  /** The id belongs to another decision: the form was tampered with. */
  | { readonly slag: 'frammande' };

/**
 * Takes a decision: stores its form as prepared, then hands it to the case. The same decision sent again, at any time,
 * is one decision.
 *
 * @param formular texts and answers that stay in the database
 * @param nar now, by the installation's clock
 * @param ratt the right that the person decides by, for the trace
 */
export async function fatta<T extends Beslutstyp>(
  { prisma, engine }: Pick<AppDeps, 'prisma' | 'engine'>,
  arendeId: string,
  beslut: Beslut<T>,
  formular: Formular<T>,
  nar: Date,
  ratt: { readonly grund: Relation; readonly istalletFor?: string | undefined },
): Promise<Utgang> {
  const { id, typ, av, data } = beslut;
  const inlamnat = { id, arendeId, typ, av, data, formular, nar, ...ratt };
  const prepared = await forberedBeslut(prisma, inlamnat);
  if (prepared === 'fattat') await tellArende(prisma, arendeId, nar.toISOString());
  if (prepared !== 'forberett') return { slag: prepared };

  const besked = await engine.decide(arendeId, beslut);
  if (besked.slag === 'fattat') return { slag: 'fattat' };
  if (await arFattat(prisma, inlamnat)) return { slag: 'fattat' };
  if (besked.slag !== 'inte_registrerat') return besked;
  const { lage } = await prisma.arende.findUniqueOrThrow({ where: { id: arendeId }, select: { lage: true } });
  const hinder = check(lage as unknown as Lage, beslut);
  return hinder ? { slag: 'hindrat', hinder } : besked;
}

/**
 * Whether this very decision stands as taken. Then its case is told to look at its row: the records know more than a refusal
 * or no answer, for the decision may have been written just before its worker died.
 */
export async function arFattat(
  prisma: AppDeps['prisma'],
  beslut: Pick<InlamnatBeslut, 'id' | 'arendeId' | 'typ' | 'av' | 'nar'>,
): Promise<boolean> {
  if (!(await isFattat(prisma, beslut))) return false;
  await tellArende(prisma, beslut.arendeId, beslut.nar.toISOString());
  return true;
}
