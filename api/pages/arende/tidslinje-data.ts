import { handelsetext, type Skrivsatt } from '../../../domain/handelsetexter/index.js';
import type { Frist, Lage, NastaSteg } from '../../../domain/lage.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import type { Handelse } from '../../components/arende/tidslinje.js';
import { formatDatum, formatTidKvar, formatTidpunkt } from '../../components/format.js';
import type { Arendehuvud, LastHandelse } from '../../queries/arende.js';
import { agare, type Arendevy } from './vy.js';

/** What the timeline can be narrowed to. */
export const tidslinjeslag = {
  beslut: 'Beslut och händelser',
  moten: 'Möten och samverkan',
  uppgifter: 'Uppgifter och påminnelser',
  tid: 'Insatstid och pauser',
  samtycke: 'Samtycken',
} as const;
export type Tidslinjeslag = keyof typeof tidslinjeslag;

/** The kinds of event that are not simply decided; every other kind is. */
const SLAG: Readonly<Record<string, Tidslinjeslag>> = {
  pa_dagordning: 'moten',
  skyndsamhet: 'moten',
  mote_flyttat: 'moten',
  yttrande: 'moten',
  rekommendation: 'moten',
  rekommendationsrattelse: 'moten',
  styrgruppslyft: 'moten',
  styrgruppsbeslut: 'moten',
  styrgruppssvar: 'moten',
  teamlyft: 'moten',
  teamlyftsvar: 'moten',
  flerpartsmote: 'moten',
  atgardsrapport: 'moten',
  uppgift_oppnad: 'uppgifter',
  paminnelse: 'uppgifter',
  insatstidsoversyn: 'tid',
  insatstid_varning: 'tid',
  forlangningsforslag: 'tid',
  forlangning: 'tid',
  undantag: 'tid',
  over_tiden: 'tid',
  paus: 'tid',
  paus_borjar: 'tid',
  paus_slut: 'tid',
  identifiering: 'samtycke',
  samtycke: 'samtycke',
  samtyckesaterkallelse: 'samtycke',
  samtycke_borjar: 'samtycke',
  samtycke_slut: 'samtycke',
};

const slagOf = (typ: string): Tidslinjeslag => SLAG[typ] ?? 'beslut';

/** An entry of the timeline with what it is about. */
export interface Post extends Handelse {
  readonly slag: Tidslinjeslag;
  readonly text?: string;
}

/** The same words everywhere: dates in text, names from the case. */
const skrivsatt = ({ namn, profil }: Pick<Arendehuvud, 'namn' | 'profil'>): Skrivsatt => ({
  dag: formatDatum,
  tid: formatTidpunkt,
  namn: (id) => namn[id] ?? 'okänd',
  profil,
});

const WIDTH = 6;

/** Sorts events of one moment in the order in which they were written: what comes later has the greater id. */
const eventId = ({ version, ordning }: LastHandelse): string =>
  `${String(version).padStart(WIDTH, '0')}-${String(ordning).padStart(2, '0')}`;

/** What has happened, in words, the latest first. */
export function historia(arende: Arendehuvud, only: (handelse: LastHandelse) => boolean = () => true): Post[] {
  const skriv = skrivsatt(arende);
  return arende.handelser
    .filter(only)
    .toReversed()
    .map((one) => {
      const { rubrik, text } = handelsetext(one.typ, one.data, skriv);
      const texts = [text, one.skal].filter((del) => del !== undefined && del !== '').join(' ');
      return {
        id: eventId(one),
        tid: one.nar,
        rubrik,
        slag: slagOf(one.typ),
        ...(one.typ === 'paminnelse' && { paminnelse: true }),
        ...(texts && { text: texts }),
        ...(one.av && { av: one.istalletFor ? `${one.av}, i stället för ${one.istalletFor}` : one.av }),
      };
    });
}

/** What will happen by itself or has to be done, and who owes it: due dates, tasks that open, the end of the insatstid. */
export const planerat = (vy: Arendevy): Post[] => [
  ...tasks(vy),
  ...vy.arende.lage.frister.flatMap((frist) => deadline(vy, frist)),
  ...samtycken(vy.arende),
  ...moments(vy.arende.lage, vy.nu),
];

const ansvarig = (vy: Arendevy, steg: Pick<NastaSteg, 'roll' | 'verksamhet' | 'person'>): string =>
  `Ansvarig: ${agare(vy, steg)}`;

const tasks = (vy: Arendevy): Post[] =>
  vy.arende.lage.uppgifter.map((uppgift) => {
    const { nr, typ, forfaller, paminnelse } = uppgift;
    const late = forfaller < vy.idag ? `${sentence(formatTidKvar(forfaller, vy.idag))} ` : '';
    return {
      id: `senast-${nr}`,
      tid: forfaller,
      slag: 'uppgifter',
      rubrik: `Sista dag: ${uppgiftstyper[typ].rubrik}`,
      text: `${late}Nästa påminnelse ${formatDatum(paminnelse.nar)}.`,
      av: ansvarig(vy, uppgift),
    };
  });

const sentence = (text: string): string => `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}.`;

function deadline(vy: Arendevy, frist: Frist): Post[] {
  const { lage } = vy.arende;
  const one = (id: string, slag: Tidslinjeslag, tid: string, rubrik: string, text?: string): Post[] => [
    { id, slag, tid, rubrik, ...(text !== undefined && { text }) },
  ];
  switch (frist.typ) {
    case 'insatstid_slut':
      return one('insatstid', 'tid', lage.insatstid?.slut ?? frist.nar, 'Insatstiden går ut');
    case 'insatstid_varning':
      return one('insatstid-varning', 'tid', frist.nar, 'Påminnelse om insatstidens slut');
    case 'paus_borjar':
      return one('paus-borjar', 'tid', lage.paus?.fran ?? frist.nar, 'Pausen börjar');
    case 'paus_slut':
      return one('paus', 'tid', lage.paus?.till ?? frist.nar, 'Pausen tar slut');
    case 'motesdag_slut':
    case 'samtycke_borjar':
    case 'samtycke_slut':
      return [];
    case 'uppgift_oppnas':
      return opening(vy, frist);
  }
}

/** Samtycken that begin or end on the same day are one entry: they were often given together. */
function samtycken({ lage, namn }: Arendevy['arende']): Post[] {
  const dagar = new Map<string, Post>();
  for (const frist of lage.frister) {
    if (frist.typ !== 'samtycke_borjar' && frist.typ !== 'samtycke_slut') continue;
    const id = `${frist.typ}-${frist.nar}`;
    const others = dagar.get(id)?.text;
    const own = namn[frist.verksamhet] ?? 'okänd verksamhet';
    dagar.set(id, {
      id,
      tid: frist.nar,
      slag: 'samtycke',
      rubrik: frist.typ === 'samtycke_borjar' ? 'Samtycke börjar gälla' : 'Samtycke slutar gälla',
      // names of verksamheter hold commas of their own
      text: others === undefined ? own : `${others}; ${own}`,
    });
  }
  return [...dagar.values()];
}

/** A task that will open by itself; the follow-up's last day lies so far beyond its first that it stands there too. */
function opening(vy: Arendevy, frist: Extract<Frist, { typ: 'uppgift_oppnas' }>): Post[] {
  const { uppgift, nar, forfaller, mal } = frist;
  const { rubrik, roll } = uppgiftstyper[uppgift];
  const id = `${uppgift}-${mal?.ref ?? mal?.verksamhet ?? ''}`;
  const av = ansvarig(vy, { roll, ...mal });
  const opens: Post = {
    id: `oppnas-${id}`,
    tid: nar,
    slag: 'uppgifter',
    rubrik: `Öppnas: ${rubrik}`,
    text: `Ska vara gjort senast ${formatDatum(forfaller)}.`,
    av,
  };
  if (uppgift !== 'uppfoljning') return [opens];
  return [opens, { id: `senast-${id}`, tid: forfaller, slag: 'uppgifter', rubrik: `Sista dag: ${rubrik}`, av }];
}

/** What nobody owes but everybody waits for, as long as it lies ahead. */
function moments({ fas, mote, teamlyft, uppgifter, uppfoljning, erbjudande }: Lage, nu: string): Post[] {
  const found: Post[] = [];
  if (fas === 'konsultation' && mote && mote.borjar > nu)
    found.push({
      id: 'mote',
      slag: 'moten',
      tid: mote.borjar,
      rubrik: 'Teamets möte',
      text: formatTidpunkt(mote.borjar),
    });
  if (teamlyft && teamlyft.mote > nu && uppgifter.some(({ typ }) => typ === 'teamlyft'))
    found.push({
      id: 'teamlyft',
      slag: 'moten',
      tid: teamlyft.mote,
      rubrik: 'Teamets möte: frågan tas upp',
      text: formatTidpunkt(teamlyft.mote),
    });
  if (fas === 'ko' && erbjudande && erbjudande.senast >= nu.slice(0, 10))
    found.push({
      id: 'erbjudande',
      slag: 'beslut',
      tid: erbjudande.senast,
      rubrik: 'Sista dag för erbjudandet om plats',
    });
  if ((fas === 'avslut' || fas === 'uppfoljning') && uppfoljning && uppfoljning.dag > nu)
    found.push({ id: 'dag-90', slag: 'beslut', tid: uppfoljning.dag, rubrik: 'Den 90:e dagen efter avslutet' });
  return found;
}
