import { faser, type Fas } from '../../../domain/faser.js';
import type { Fas as FasPaLinjen, FasLage } from '../../components/arende/faslinje.js';
import { formatIso } from '../../components/format.js';
import type { Arendehuvud, LastHandelse } from '../../queries/arende.js';

type Linjefas = Exclude<Fas, 'bada' | 'stangd'>;

const LINJE: readonly Linjefas[] = [
  'mottagen',
  'konsultation',
  'rad',
  'inskrivning',
  'kartlaggning',
  'process',
  'verkstallighet',
  'avslut',
  'uppfoljning',
];

/** The phases that an event shows the case to be in. */
function phasesOf({ typ, data }: LastHandelse): readonly Fas[] {
  switch (typ) {
    case 'remiss_inkommen':
      return ['mottagen'];
    case 'pa_dagordning':
      return ['konsultation'];
    case 'rekommendation':
      return data['utfall'] === 'rad' ? ['rad'] : data['utfall'] === 'inskrivning' ? ['inskrivning'] : [];
    case 'inskrivning':
      return ['kartlaggning'];
    case 'kartlaggning':
      return ['process'];
    case 'fasbyte':
      return data['till'] === 'bada' ? ['process', 'verkstallighet'] : [data['till'] as Fas];
    case 'avslut':
      return ['avslut'];
    case 'avslutsuppgifter':
      return data['orsak'] === 'avliden' || data['orsak'] === 'felregistrering' ? [] : ['uppfoljning'];
    default:
      return [];
  }
}

/** When the case first came into each of its phases. */
function firstVisits(handelser: readonly LastHandelse[]): ReadonlyMap<Fas, string> {
  const visits = new Map<Fas, string>();
  for (const handelse of handelser)
    for (const fas of phasesOf(handelse)) if (!visits.has(fas)) visits.set(fas, handelse.nar);
  return visits;
}

const isNow = (fas: Linjefas, now: Fas): boolean =>
  fas === now || (now === 'bada' && (fas === 'process' || fas === 'verkstallighet'));

/** The case's way through the phases. Råd stands there only for cases that got it. */
export function faslinje({ lage, handelser }: Pick<Arendehuvud, 'lage' | 'handelser'>): FasPaLinjen[] {
  const visits = firstVisits(handelser);
  const reached = LINJE.findLastIndex((fas) => visits.has(fas));
  const stateOf = (fas: Linjefas, index: number): FasLage => {
    if (isNow(fas, lage.fas)) return 'pagar';
    if (visits.has(fas)) return 'klar';
    return lage.fas === 'stangd' || index < reached ? 'hoppad' : 'kommande';
  };
  return LINJE.filter((fas) => fas !== 'rad' || visits.has('rad')).map((fas) => {
    const since = visits.get(fas);
    return {
      namn: fas === 'uppfoljning' ? '90 dagar' : faser[fas],
      lage: stateOf(fas, LINJE.indexOf(fas)),
      ...(since && { info: formatIso(since) }),
    };
  });
}
