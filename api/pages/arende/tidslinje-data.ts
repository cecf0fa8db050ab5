import { handelsetext, type Skrivsatt } from '../../../domain/handelsetexter.js';
import type { Frist, Lage } from '../../../domain/lage.js';
import { kodord } from '../../../domain/profilkoder.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import type { Handelse } from '../../components/arende/tidslinje.js';
import { formatDatum, formatTidpunkt } from '../../components/format.js';
import type { Arendehuvud, LastHandelse } from '../../queries/arende.js';

/** The same words everywhere: dates in text, names from the case. */
const skrivsatt = ({ namn, profil }: Pick<Arendehuvud, 'namn' | 'profil'>): Skrivsatt => ({
  dag: formatDatum,
  tid: formatTidpunkt,
  namn: (id) => namn[id] ?? 'okänd',
  kod: (lista, kod) => kodord(profil, lista, kod),
});

const WIDTH = 6;

/** Sorts events of one moment in the order in which they were written: what comes later has the greater id. */
const eventId = ({ version, ordning }: LastHandelse): string =>
  `${String(version).padStart(WIDTH, '0')}-${String(ordning).padStart(2, '0')}`;

/** What has happened, in words, the latest first. */
export function historia(arende: Arendehuvud, only: (handelse: LastHandelse) => boolean = () => true): Handelse[] {
  const skriv = skrivsatt(arende);
  return arende.handelser
    .filter(only)
    .toReversed()
    .map((one) => {
      const { rubrik, text } = handelsetext(one.typ, one.data, skriv);
      const texts = [text, one.skal].filter((del) => del !== undefined).join(' ');
      return { id: eventId(one), tid: one.nar, rubrik, ...(texts && { text: texts }), ...(one.av && { av: one.av }) };
    });
}

/** What will happen by itself or has to be done: due dates, reminders, tasks that open, the end of the insatstid. */
export function planerat({ lage }: Pick<Arendehuvud, 'lage'>, nu: string): Handelse[] {
  return [...tasks(lage), ...lage.frister.map((frist) => deadline(lage, frist)), ...moments(lage, nu)];
}

const tasks = ({ uppgifter }: Lage): Handelse[] =>
  uppgifter.flatMap(({ nr, typ, forfaller, paminnelse }) => {
    const { rubrik } = uppgiftstyper[typ];
    return [
      { id: `senast-${nr}`, tid: forfaller, rubrik: `Sista dag: ${rubrik}` },
      { id: `paminnelse-${nr}`, tid: paminnelse.nar, rubrik: `Nästa påminnelse: ${rubrik}` },
    ];
  });

function deadline(lage: Lage, frist: Frist): Handelse {
  switch (frist.typ) {
    case 'insatstid_slut':
      return { id: 'insatstid', tid: lage.insatstid?.slut ?? frist.nar, rubrik: 'Insatstiden går ut' };
    case 'insatstid_varning':
      return { id: 'insatstid-varning', tid: frist.nar, rubrik: 'Påminnelse om insatstidens slut' };
    case 'paus_borjar':
      return { id: 'paus-borjar', tid: lage.paus?.fran ?? frist.nar, rubrik: 'Pausen börjar' };
    case 'paus_slut':
      return { id: 'paus', tid: lage.paus?.till ?? frist.nar, rubrik: 'Pausen tar slut' };
    case 'samtycke_borjar':
      return { id: `samtycke-borjar-${frist.verksamhet}`, tid: frist.nar, rubrik: 'Ett samtycke börjar gälla' };
    case 'samtycke_slut':
      return { id: `samtycke-slut-${frist.verksamhet}`, tid: frist.nar, rubrik: 'Ett samtycke slutar gälla' };
    case 'uppgift_oppnas':
      return {
        id: `oppnas-${frist.uppgift}-${frist.mal?.ref ?? frist.mal?.verksamhet ?? ''}`,
        tid: frist.nar,
        rubrik: `Öppnas: ${uppgiftstyper[frist.uppgift].rubrik}`,
        text: `Ska vara gjort senast ${formatDatum(frist.forfaller)}.`,
      };
  }
}

/** What nobody owes but everybody waits for, as long as it lies ahead. */
function moments({ fas, mote, uppfoljning }: Lage, nu: string): Handelse[] {
  const found: Handelse[] = [];
  if (fas === 'konsultation' && mote && mote.borjar > nu)
    found.push({ id: 'mote', tid: mote.borjar, rubrik: 'Teamets möte' });
  if ((fas === 'avslut' || fas === 'uppfoljning') && uppfoljning && uppfoljning.dag > nu)
    found.push({ id: 'dag-90', tid: uppfoljning.dag, rubrik: 'Den 90:e dagen efter avslutet' });
  return found;
}
