import type { Dag } from './kalender/tid.js';
import type { Rollkod } from './koder.js';
import type { Uppgiftstyp } from './uppgifter.js';

/**
 * The events of a case that its remittent may see. How the person fares in the insats afterwards is not hers to know, on
 * any page.
 */
const FOR_REMITTENTEN: readonly string[] = [
  'remiss_inkommen',
  'granskning',
  'komplettering_begard',
  'komplettering',
  'utebliven_komplettering',
  'atertagande',
  'felregistrering',
  'ateroppning',
  'pa_dagordning',
  'skyndsamhet',
  'mote_flyttat',
  'rekommendation',
  'rekommendationsrattelse',
  'styrgruppsbeslut',
  'aterkoppling',
  'utebliven_aterkoppling',
  'personens_svar',
  'forgrupp',
  'forgruppsresultat',
  'ko',
  'platserbjudande',
  'ej_aktuell',
  'inskrivning',
  'avvikelse',
  'avslut',
  'identifiering',
  'samtycke',
  'samtyckesaterkallelse',
  'samtycke_borjar',
  'samtycke_slut',
];

/** Whether the remittent may see an event of a kind. */
export const visasForRemittenten = ({ typ }: { readonly typ: string }): boolean => FOR_REMITTENTEN.includes(typ);

/** What somebody is told who may decide but not read where the case stands. */
export const HINDER_UTAN_INSYN =
  'Det här kan inte registreras nu: ärendet har gått vidare. Fråga den som håller i ärendet om du undrar.';

/** What a remittent is told of a decision that cannot be taken: a rule's own sentence would tell where the case stands. */
export const HINDER_FOR_REMITTENTEN =
  'Det här kan inte registreras nu. Gå till remissen och se vad som har hänt och vad den väntar på.';

/** A step that an ärende waits for. */
export interface Steg {
  readonly typ: Uppgiftstyp;
  readonly roll: Rollkod;
  readonly forfaller: Dag;
}

/**
 * The next step as a remittent is told it. That people are to be named tells that the person is protected, which may have
 * been made known in another ärende: what is owed beside it is told in its place, as if it were not owed.
 *
 * @param uppgifter the open tasks of the ärende
 */
export function nastaForRemittenten<S extends Steg>(nasta: S, uppgifter: readonly Steg[]): S | Steg | undefined {
  if (nasta.typ !== 'namngivning') return nasta;
  return uppgifter
    .filter(({ typ }) => typ !== 'namngivning')
    .toSorted((a, b) => a.forfaller.localeCompare(b.forfaller))[0];
}
