import { faser, type Fas } from '../../../domain/faser.js';
import type { Insatsprofil } from '../../../domain/insatsprofil.js';
import { fasord } from '../../../domain/profilkoder.js';
import type { Fas as FasPaLinjen, FasLage } from '../../components/arende/faslinje.js';
import { formatIso } from '../../components/format.js';
import type { Arendehuvud, LastHandelse } from '../../queries/arende.js';

type Linjefas = Exclude<Fas, 'bada' | 'stangd'>;

const LINJE: readonly Linjefas[] = [
  'mottagen',
  'komplettering',
  'konsultation',
  'styrgrupp',
  'rad',
  'forgrupp',
  'inskrivning',
  'ko',
  'kartlaggning',
  'process',
  'verkstallighet',
  'avslut',
  'uppfoljning',
];

/** Where a förgrupp comes after inskrivning. */
const LINJE_FORGRUPP_EFTER: readonly Linjefas[] = LINJE.filter((fas) => fas !== 'forgrupp').flatMap((fas) =>
  fas === 'kartlaggning' ? ['forgrupp', fas] : [fas],
);

/** What most cases never come to stands there only for those that did. */
const BARA_NAR_DET_HANT: readonly Linjefas[] = ['komplettering', 'styrgrupp', 'rad', 'forgrupp', 'ko'];

/** The phases that a recommendation leads to at once. */
const REKOMMENDERAD: Readonly<Record<string, Fas>> = {
  rad: 'rad',
  inskrivning: 'inskrivning',
  styrgrupp: 'styrgrupp',
};

/** The phases that an event shows the case to be in. */
function phasesOf({ typ, data }: LastHandelse, profil: Pick<Insatsprofil, 'forgrupp'> | undefined): readonly Fas[] {
  switch (typ) {
    case 'remiss_inkommen':
      return ['mottagen'];
    case 'komplettering_begard':
      return ['komplettering'];
    case 'pa_dagordning':
      return ['konsultation'];
    case 'rekommendation':
      return [REKOMMENDERAD[String(data['utfall'])]].filter((fas) => fas !== undefined);
    case 'forgrupp':
      return ['forgrupp'];
    case 'ko':
      return ['ko'];
    case 'inskrivning':
      return profil?.forgrupp === 'efter' ? [] : ['kartlaggning'];
    case 'forgruppsresultat':
      return data['resultat'] !== 'ja' ? [] : [profil?.forgrupp === 'efter' ? 'kartlaggning' : 'inskrivning'];
    case 'kartlaggning':
    case 'utan_kartlaggning':
      return ['process'];
    case 'fasbyte':
    case 'ateroppning':
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
function firstVisits({ handelser, profil }: Linjeunderlag): ReadonlyMap<Fas, string> {
  const visits = new Map<Fas, string>();
  for (const handelse of handelser)
    for (const fas of phasesOf(handelse, profil)) if (!visits.has(fas)) visits.set(fas, handelse.nar);
  return visits;
}

const isNow = (fas: Linjefas, now: Fas): boolean =>
  fas === now || (now === 'bada' && (fas === 'process' || fas === 'verkstallighet'));

/** What the line is drawn from; without a profile the phases have the standard's words and order. */
export type Linjeunderlag = Pick<Arendehuvud, 'lage' | 'handelser'> & Partial<Pick<Arendehuvud, 'profil'>>;

/** The case's way through the phases, in the insats's own words. */
export function faslinje(underlag: Linjeunderlag): FasPaLinjen[] {
  const { lage, profil } = underlag;
  const visits = firstVisits(underlag);
  const line = (profil?.forgrupp === 'efter' ? LINJE_FORGRUPP_EFTER : LINJE).filter(
    (fas) => !BARA_NAR_DET_HANT.includes(fas) || visits.has(fas) || isNow(fas, lage.fas),
  );
  const reached = line.findLastIndex((fas) => visits.has(fas));
  const stateOf = (fas: Linjefas, index: number): FasLage => {
    if (isNow(fas, lage.fas)) return 'pagar';
    if (visits.has(fas)) return 'klar';
    return lage.fas === 'stangd' || index < reached ? 'hoppad' : 'kommande';
  };
  return line.map((fas, index) => {
    const since = visits.get(fas);
    return { namn: word(fas, profil), lage: stateOf(fas, index), ...(since && { info: formatIso(since) }) };
  });
}

/** The follow-up's standard word is too long for the line. */
function word(fas: Linjefas, profil: Insatsprofil | undefined): string {
  const namn = profil ? fasord(profil, fas) : faser[fas];
  return fas === 'uppfoljning' && namn === faser.uppfoljning ? '90 dagar' : namn;
}
