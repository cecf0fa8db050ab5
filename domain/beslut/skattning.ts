import { hinder, type Hinder } from '../hinder.js';
import { raknaSkattning } from '../plan.js';
import { datumhinder } from './datumhinder.js';
import type { Beslutsregel } from './regel.js';

const STEG: readonly number[] = [1, 2, 3, 4, 5];

/** What stands in the way of a step: the ladder has five. */
export const steghinder = (steg: number): Hinder | undefined =>
  STEG.includes(steg) ? undefined : hinder('fel_steg', 'Välj ett av de fem stegen på utvecklingstrappan.');

/** The participant's self-rating on the five-step ladder: a measure, never a gate (design 1, 2.7). */
export const skattning: Beslutsregel<'skattning'> = {
  typ: 'skattning',
  check: (lage, { dag, data }) => datumhinder(lage, dag, data.datum, 'Skattningen') ?? steghinder(data.steg),
  apply(forandring, { data }) {
    forandring.note('skattning', { datum: data.datum });
    raknaSkattning(forandring);
  },
};
