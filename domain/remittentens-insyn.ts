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
