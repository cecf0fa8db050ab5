import { formatForskjutning } from './datumord.js';
import { nivaord } from './handelsetexter/paminnelse.js';
import type { Skrivsatt } from './handelsetexter/skrivsatt.js';
import { trappa, type Paminnelsemottagare, type Paminnelsesteg } from './insatsprofil.js';

/** A step as somebody may have typed it. */
type Skrivet = Readonly<Record<string, unknown>>;

const isNiva = (till: unknown): till is Paminnelsemottagare => trappa.some((niva) => niva === till);

function asSteg(row: unknown): Paminnelsesteg | undefined {
  const { arbetsdagar, dagar, till } = row as Skrivet;
  if (!isNiva(till)) return undefined;
  if (typeof dagar === 'number') return { dagar, till };
  return typeof arbetsdagar === 'number' ? { arbetsdagar, till } : undefined;
}

const nar = ({ arbetsdagar = 0, dagar }: Paminnelsesteg): string =>
  dagar === undefined ? formatForskjutning(arbetsdagar, 'arbetsdagar') : formatForskjutning(dagar, 'dagar');

const och = new Intl.ListFormat('sv');

/** Steps after one another to the same person are one part of the sentence. */
function grupper(steps: readonly Paminnelsesteg[]): { till: Paminnelsemottagare; nar: string[] }[] {
  const found: { till: Paminnelsemottagare; nar: string[] }[] = [];
  for (const steg of steps) {
    const last = found.at(-1);
    if (last?.till === steg.till) last.nar.push(nar(steg));
    else found.push({ till: steg.till, nar: [nar(steg)] });
  }
  return found;
}

/**
 * A reminder ladder as a sentence: `Den som ansvarar påminns 3 arbetsdagar före och samma dag; sedan ersättaren 5 arbetsdagar
 * efter, räknat från sista dagen.`
 *
 * @param rows the steps, sound or as they are being typed
 * @returns undefined while some step is not sound, or there is none
 */
export function stegeIOrd(rows: readonly unknown[], skriv: Pick<Skrivsatt, 'profil'>): string | undefined {
  const steps = rows.map(asSteg).filter((steg) => steg !== undefined);
  if (steps.length === 0 || steps.length < rows.length) return undefined;
  const [first, ...rest] = grupper(steps).map(({ till, nar: dagar }) => [nivaord(till, skriv), och.format(dagar)]);
  const start = first?.[0] ?? '';
  const sedan = rest.map(([till, dagar]) => `${till} ${dagar}`);
  const delar = [`${start.charAt(0).toLocaleUpperCase('sv')}${start.slice(1)} påminns ${first?.[1] ?? ''}`];
  if (sedan.length > 0) delar.push(`sedan ${och.format(sedan)}`);
  return `${delar.join('; ')}, räknat från sista dagen.`;
}
