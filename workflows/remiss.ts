import { allHandlersFinished, condition } from '@temporalio/workflow';
import type { Fas } from '../domain/faser.js';
import { Arende } from './arende.js';
import type { RemissInput } from './messages.js';

/**
 * One ärende from its arrival to its end, 15 to 24 months later (design 2). Every phase waits for people's decisions and
 * for the earliest deadline; what a decision leads to stands in `domain/faser.ts`. A case that starts from a later state
 * passes by the phases it has behind it; one that is sent back goes through them again. One that starts closed is there to
 * be reopened: it waits a minute for that decision.
 *
 * @param input the state to start from; ids, codes and dates only
 */
export async function remiss(input: RemissInput): Promise<void> {
  const arende = new Arende(input.lage);
  arende.listen();
  await arende.stayClosed();
  do {
    await untilClosed(arende);
    // a decision that came just before the end may have reopened the case
    await condition(allHandlersFinished);
  } while (arende.isOpen());
}

async function untilClosed(arende: Arende): Promise<void> {
  while (arende.fas !== 'stangd') await vantan[arende.fas](arende);
}

/** Sammankallande reviews the remiss within 3 working days. */
const mottagning = (arende: Arende) => arende.stayIn('mottagen');

/** The remittent completes the remiss within 10 working days, otherwise sammankallande decides. */
const komplettering = (arende: Arende) => arende.stayIn('komplettering');

/** The verksamheter give their yttranden; the team meets and recommends, now or at a later meeting. */
const konsultation = (arende: Arende) => arende.stayIn('konsultation');

/** The styrgrupp answers a question that the team could not; the case goes back to the team. */
const styrgrupp = (arende: Arende) => arende.stayIn('styrgrupp');

/** The remittent follows the team's advice and reports back; when it went wrong the case goes back to the team. */
const rad = (arende: Arende) => arende.stayIn('rad');

/** The person tries the group, before inskrivning or as its beginning. */
const forgrupp = (arende: Arende) => arende.stayIn('forgrupp');

/** The person says yes, and is enrolled with startdatum and koordinator. */
const inskrivning = (arende: Arende) => arende.stayIn('inskrivning');

/** Every place is taken: the turn waits for an offer. */
const ko = (arende: Arende) => arende.stayIn('ko');

/** Eight weeks to map resources and hinder, ending in the choice of spår. */
const kartlaggning = (arende: Arende) => arende.stayIn('kartlaggning');

/** The work itself: the plan looked over every 90 days, the insatstid watched, movement back and forth free. */
const processOchVerkstallighet = (arende: Arende) => arende.stayIn('process', 'verkstallighet', 'bada');

/** The participation has ended; 14 days to complete its record. */
const avslut = (arende: Arende) => arende.stayIn('avslut');

/** The person is contacted from day 76; the result describes day 90. */
const uppfoljning = (arende: Arende) => arende.stayIn('uppfoljning');

/** The way of a case: where it waits in each phase. A phase without its place does not compile. */
const vantan: Readonly<Record<Exclude<Fas, 'stangd'>, (arende: Arende) => Promise<void>>> = {
  mottagen: mottagning,
  komplettering,
  konsultation,
  styrgrupp,
  rad,
  forgrupp,
  inskrivning,
  ko,
  kartlaggning,
  process: processOchVerkstallighet,
  verkstallighet: processOchVerkstallighet,
  bada: processOchVerkstallighet,
  avslut,
  uppfoljning,
};
