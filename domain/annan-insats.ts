import { hinder, type Hinder } from './hinder.js';
import type { Lage } from './lage.js';

/**
 * What stands in the way of sending a case on to another insats, by its state alone; whether samtycke names that insats
 * only the records know (`skapaIAnnanInsats`).
 *
 * @param insats code of the other insats
 */
export const checkAnnanInsats = (lage: Lage, insats: string | undefined): Hinder | undefined =>
  insats === undefined || insats === lage.insats
    ? hinder('insats_saknas', 'Välj vilken insats som passar bättre.')
    : undefined;
