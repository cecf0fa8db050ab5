import type { Forandring } from './forandring.js';
import { hinder, type Hinder } from './hinder.js';
import type { Dag } from './kalender/kalender.js';
import type { Atgard, Lage } from './lage.js';

/** What stands in the way of agreeing on actions (design 2.3, 2.7): each has its own id, a verksamhet and a day ahead. */
export function checkAtgarder(lage: Lage, dag: Dag, atgarder: readonly Atgard[]): Hinder | undefined {
  if (atgarder.some(({ verksamhet }) => !lage.samtycken.includes(verksamhet)))
    return hinder(
      'atgard_utan_samtycke',
      'Samtycket omfattar inte verksamheten som ska göra åtgärden. Välj en annan verksamhet eller registrera samtycke först.',
    );
  if (atgarder.some(({ senast }) => senast < dag))
    return hinder('atgard_forsent', 'En åtgärd kan inte vara klar en dag som redan har varit. Ange en senare dag.');
  const known = lage.uppgifter.filter(({ typ }) => typ === 'atgard').map(({ ref }) => ref);
  const ids = atgarder.map(({ id }) => id);
  if (new Set([...known, ...ids]).size < known.length + ids.length)
    return hinder('samma_atgard', 'Samma åtgärd är registrerad två gånger. Ta bort den ena.');
  return undefined;
}

/** Each action becomes a task for the named person, otherwise for the verksamhet that promised it. */
export function openAtgarder(forandring: Forandring, atgarder: readonly Atgard[]): void {
  for (const { id, verksamhet, person, senast } of atgarder)
    forandring.open('atgard', forandring.om.kalender.arbetsdagFrom(senast), {
      verksamhet,
      ref: id,
      ...(person === undefined ? {} : { person }),
    });
}

/** The key of the mail that tells of a hindrance: it names the action, so that the mail can lead to it. */
export const hindernyckel = (atgard: string): string => `hindrad-${atgard}`;

/** The action whose hindrance a mail tells of, when it tells of one. */
export const hindradAtgard = (nyckel: string): string | undefined => /^hindrad-(.+)$/.exec(nyckel)?.[1];

/** Where on the page of its ärende an action stands. */
export const atgardsankare = (atgard: string): string => `atgard-${atgard}`;
