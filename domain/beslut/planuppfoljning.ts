import { sistaDagPlanuppfoljning } from '../frister.js';
import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/** The plan is looked over and the participant rates herself anew (design 2.7). */
export const planuppfoljning: Beslutsregel<'planuppfoljning'> = {
  typ: 'planuppfoljning',
  check: (_lage, { dag, data }) =>
    data.datum > dag ? hinder('framtida_datum', 'Planuppföljningen kan inte ligga i framtiden.') : undefined,
  apply(forandring, { data }) {
    forandring.note('planuppfoljning', { datum: data.datum });
    forandring.end('klar', ['planuppfoljning']);
    forandring.open('planuppfoljning', sistaDagPlanuppfoljning(forandring.idag, forandring.om));
  },
};
