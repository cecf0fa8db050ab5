import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { checkInsats, insatsbeslutstyper } from '../domain/insats/beslut/index.js';
import { nextInsatsWake, type Insatsbeslut, type Insatslage } from '../domain/insats/lage.js';
import { insatsrecords } from './activity-proxies.js';
import { GuardedState } from './guarded-state.js';
import {
  avstamningSignal,
  insatsbeslutUpdate,
  insatslageQuery,
  type FattatInsatsbeslut,
  type InsatsInput,
} from './messages.js';

/**
 * One insats for as long as it exists: what waits in it and belongs to no single ärende (design 2.3, 2.5, 4). Offers
 * freed places to the queue, has the queue looked over, keeps the teams' calendars and the obstacles that wait for the
 * styrgrupp. Continues as new at each meeting, so that its history stays short; the state goes along.
 *
 * @param input the state to start from; ids, codes and dates only
 */
export async function insats({ lage }: InsatsInput): Promise<void> {
  const state = guard(lage);
  listen(state);
  // a new run looks at once: what was written while no run was there is not lost
  state.tell();
  await state.stayWhile(
    ({ senasteMote }) => state.isTold || (senasteMote === lage.senasteMote && !workflowInfo().continueAsNewSuggested),
  );
  await condition(allHandlersFinished);
  await continueAsNew<typeof insats>({ lage: state.lage });
}

const guard = (lage: Insatslage) =>
  new GuardedState<Insatslage, Insatsbeslut>(lage, {
    nextWake: nextInsatsWake,
    check: (now, beslut) => checkInsats(now, beslut),
    show: ({ kod }) => kod,
    hannFore: 'Insatsen har ändrats sedan sidan visades. Läs igenom sidan och försök igen.',
    transactions: {
      fattaBeslut: insatsrecords.fattaInsatsbeslut,
      forfall: insatsrecords.avstamInsats,
      avstamning: insatsrecords.avstamInsats,
    },
  });

/** Makes every message reachable, before the first wait. */
function listen(state: GuardedState<Insatslage, Insatsbeslut>): void {
  setHandler(insatslageQuery, () => state.lage, { description: 'The state of the insats' });
  setHandler(avstamningSignal, () => state.tell());
  const take = async (beslut: Insatsbeslut): Promise<FattatInsatsbeslut> => {
    await state.take(beslut);
    return { version: state.lage.version };
  };
  for (const typ of insatsbeslutstyper)
    setHandler(insatsbeslutUpdate(typ), take, { validator: (beslut) => state.refuseIfHindered(beslut) });
}
