import { sistaDagPlanuppfoljning } from '../frister.js';
import { raknaSkattning } from '../plan.js';
import { datumhinder } from './datumhinder.js';
import type { Beslutsregel } from './regel.js';
import { steghinder } from './skattning.js';

/** The plan is looked over and the participant rates herself anew (design 2.7). */
export const planuppfoljning: Beslutsregel<'planuppfoljning'> = {
  typ: 'planuppfoljning',
  check: (lage, { dag, data }) =>
    datumhinder(lage, dag, data.datum, 'Planuppföljningen') ??
    (data.steg === undefined ? undefined : steghinder(data.steg)),
  apply(forandring, { data }) {
    forandring.note('planuppfoljning', { datum: data.datum });
    forandring.end('klar', ['planuppfoljning']);
    if (data.steg !== undefined) raknaSkattning(forandring);
    forandring.open('planuppfoljning', sistaDagPlanuppfoljning(forandring.idag, forandring.om));
  },
};
